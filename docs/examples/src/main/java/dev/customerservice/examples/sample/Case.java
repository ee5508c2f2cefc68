package dev.customerservice.examples.sample;

/** A ticket inside the simulation. */
final class Case {
    static final String UNOWNED = "";

    final String id;
    final Topic topic;
    final String channel;
    final String customer;
    final boolean isPremium;
    final long createdAt;
    int rank;
    String team;
    String agent = UNOWNED;
    String status = "new";
    long waitingSince;
    long firstReplyAt = -1;
    int touches;
    int solves;
    boolean isOver;

    Case(
            String id,
            Topic topic,
            String channel,
            String customer,
            boolean isPremium,
            long createdAt,
            int rank,
            String team) {
        this.id = id;
        this.topic = topic;
        this.channel = channel;
        this.customer = customer;
        this.isPremium = isPremium;
        this.createdAt = createdAt;
        this.rank = rank;
        this.team = team;
        this.waitingSince = createdAt;
    }

    /** {@return the moment by which this case wants attention: small is first in the queue} */
    long urgency() {
        long day = 24L * 3600;
        long head = switch (rank) {
            case 3 -> 4 * day;
            case 2 -> day;
            case 1 -> 0;
            default -> -day;
        };
        return waitingSince - head - (isLive() && touches == 0 ? 30 * day : 0);
    }

    boolean isLive() {
        return channel.equals("chat") || channel.equals("phone");
    }
}

package dev.customerservice.examples.sample;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The simulated support desk. Time goes in steps of five minutes: what was foreseen happens, customers write, and every
 * agent who is on shift and free takes the case of the own team that has waited most. Waiting times, backlog and late
 * replies are thus what a queue makes of demand and hands, not numbers somebody chose.
 */
final class Desk {
    private static final int STEP = 300;
    private static final double MINUTES_A_TOUCH = 90;
    private static final long HOUR = 3600;
    private static final long DAY = 24 * HOUR;
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final List<String> PRIORITIES = List.of("low", "normal", "high", "urgent");
    private static final String FIRST_LINE = "first-line";
    private static final String KEY_ACCOUNTS = "key-accounts";

    private record Foreseen(long second, int order, Runnable effect) {}

    private final Chance chance;
    private final long start;
    private final long end;
    private final Demand demand = new Demand(64);
    private final List<LogRow> rows = new ArrayList<>();
    private final List<Case> waiting = new ArrayList<>();
    private final List<Hand> hands = Hand.all();
    private final PriorityQueue<Foreseen> foreseen =
            new PriorityQueue<>(Comparator.comparingLong(Foreseen::second).thenComparingInt(Foreseen::order));
    private int foreseenCount;
    private int ticketCount;

    Desk(long seed, Instant startInclusive, Instant endExclusive) {
        this.chance = new Chance(seed);
        this.start = startInclusive.getEpochSecond();
        this.end = endExclusive.getEpochSecond();
    }

    List<LogRow> rows() {
        for (long now = start; now < end; now += STEP) {
            while (!foreseen.isEmpty() && foreseen.peek().second() < now + STEP) {
                foreseen.remove().effect().run();
            }
            LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochSecond(now), LONDON);
            for (int arrivals = chance.poisson(demand.expected(local, STEP / 60)); arrivals > 0; arrivals--) {
                arrive(now + chance.below(STEP), local);
            }
            for (Hand hand : hands) {
                if (hand.isFree(now, local)) {
                    Optional<Case> next = next(hand, now);
                    if (next.isPresent()) {
                        work(hand, next.get(), now);
                    }
                }
            }
        }
        rows.sort(Comparator.comparingLong(LogRow::second));
        return rows.stream().filter(row -> row.second() < end).toList();
    }

    // ---- what customers do

    private void arrive(long at, LocalDateTime local) {
        double flood = demand.flood(local.toLocalDate());
        Topic[] topics = Topic.values();
        double[] shares = new double[topics.length];
        for (int i = 0; i < topics.length; i++) {
            shares[i] = topics[i].share * (topics[i].isHitByRelease() ? 1 + 3 * flood : 1);
        }
        Topic topic = topics[chance.weighted(shares)];
        boolean isManned = hands.stream().anyMatch(h -> h.team().equals(FIRST_LINE) && h.isOnShift(local));
        String channel = List.of("email", "web", "chat", "phone")
                .get(isManned ? chance.weighted(5, 3, 1.6, 1.3) : chance.weighted(5, 3.2, 0, 0));
        int customerNumber = (int) (420 * StrictMath.pow(chance.below(10_000) / 10_000.0, 1.6));
        boolean isPremium = customerNumber % 10 == 3;
        int rank = topic.isHitByRelease()
                ? chance.weighted(1, 6, 3 + 3 * flood, 0.8 + 2 * flood)
                : chance.weighted(2.6, 6.5, 1.2, 0.2);
        String ticket = String.format(Locale.ROOT, "T-%05d", ++ticketCount);
        Case c = new Case(
                ticket, topic, channel, customer(customerNumber), isPremium, at, rank, route(topic, isPremium));
        String tier = isPremium ? "premium" : customerNumber % 10 < 3 ? "business" : "standard";
        rows.add(new LogRow(
                at,
                ticket,
                "created",
                "customer",
                c.customer,
                "new",
                PRIORITIES.get(rank),
                channel,
                topic.category,
                c.team,
                "",
                "",
                c.customer,
                tier,
                chance.oneOf(topic.subjects),
                ""));
        if (chance.happens(0.004)) {
            return; // filed where nobody looks: never answered
        }
        waiting.add(c);
        if (channel.equals("chat")) {
            foresee(at + 25 * 60 + chance.below(900), () -> leaveChat(c));
        }
    }

    private String route(Topic topic, boolean isPremium) {
        if (isPremium && !topic.team.equals("technical")) {
            return KEY_ACCOUNTS;
        }
        return chance.happens(0.8) ? topic.team : FIRST_LINE;
    }

    private static String customer(int number) {
        return String.format(Locale.ROOT, "C-%03d", number + 1);
    }

    private void leaveChat(Case c) {
        if (c.touches == 0 && chance.happens(0.5)) {
            long at = c.createdAt + 25 * 60 + chance.below(1200);
            waiting.remove(c);
            c.isOver = true;
            status(c, at, "automation", "chat-timeout", "solved");
            status(c, at + 5 * DAY, "automation", "auto-close", "closed");
        }
    }

    private void customerAnswers(Case c, long at) {
        if (c.isOver || !c.status.equals("pending")) {
            return;
        }
        message(c, at, "customer", c.customer, "public");
        status(c, at, "automation", "trigger", "open");
        if (c.rank < 3 && chance.happens(0.05)) {
            raise(c, at + 30);
        }
        await(c, at);
    }

    private void reopen(Case c, long at) {
        if (c.isOver) {
            return;
        }
        message(c, at, "customer", c.customer, "public");
        rows.add(LogRow.of(at, c.id, "reopened", "automation", "trigger").withStatus("open"));
        c.status = "open";
        await(c, at);
    }

    private void rate(Case c, long solvedAt) {
        double firstReplyHours = (c.firstReplyAt - c.createdAt) / (double) HOUR;
        double days = (solvedAt - c.createdAt) / (double) DAY;
        double mood = 4.45
                - StrictMath.min(1.2, firstReplyHours / 40)
                - StrictMath.min(1.6, days / 7)
                - 0.5 * (c.solves - 1)
                + StrictMath.log(chance.lognormal(1, 0.75));
        int rating = (int) StrictMath.max(1, StrictMath.min(5, StrictMath.rint(mood)));
        double[] answers = {0.46, 0.34, 0.13, 0.17, 0.33};
        if (chance.happens(answers[rating - 1])) {
            long at = solvedAt + DAY + (long) chance.lognormal(5 * HOUR, 1.1);
            rows.add(LogRow.of(at, c.id, "rated", "customer", c.customer).withRating(rating));
        }
    }

    // ---- what agents do

    private Optional<Case> next(Hand hand, long now) {
        return waiting.stream()
                .filter(c -> c.team.equals(hand.team()) && c.waitingSince <= now)
                .filter(c ->
                        c.agent.equals(Case.UNOWNED) || c.agent.equals(hand.name()) || now - c.waitingSince > 5 * HOUR)
                .min(Comparator.comparingLong(Case::urgency).thenComparing(c -> c.id));
    }

    private void work(Hand hand, Case c, long now) {
        waiting.remove(c);
        long from = StrictMath.max(now, c.waitingSince) + 20 + chance.below(200);
        if (!c.agent.equals(hand.name())) {
            c.agent = hand.name();
            rows.add(LogRow.of(from, c.id, "assigned", "agent", hand.name()).withTeam(c.team, c.agent));
        }
        if (c.status.equals("new")) {
            status(c, from, "agent", hand.name(), "open");
        }
        double minutes =
                chance.lognormal(MINUTES_A_TOUCH, 0.45) * c.topic.effort * hand.pace(from) * (c.touches > 0 ? 0.7 : 1);
        long done = from + (long) (60 * StrictMath.max(3, c.isLive() && c.touches == 0 ? minutes * 0.3 : minutes));
        hand.keepBusyUntil(done);
        c.touches++;
        if (c.team.equals(FIRST_LINE) && !c.topic.team.equals(FIRST_LINE) && chance.happens(0.8)) {
            handOver(c, from + 120 + (done - from) / 3, hand);
            return;
        }
        if (c.firstReplyAt < 0 && (c.isLive() || c.rank >= 2)) {
            reply(c, from + (c.isLive() ? 15 : (done - from) / 6), hand);
        }
        if (chance.happens(0.22)) {
            message(c, (from + done) / 2, "agent", hand.name(), "internal");
        }
        reply(c, done, hand);
        conclude(c, done + 10, hand);
    }

    private void conclude(Case c, long at, Hand hand) {
        double solves = 0.72 - 0.2 * c.topic.effort + 0.1 * c.touches + hand.skillGain(at);
        if (chance.happens(solves)) {
            solve(c, at, hand);
        } else if (c.topic.isHitByRelease() && chance.happens(0.3)) {
            status(c, at, "agent", hand.name(), "on_hold");
            long back = at + (long) chance.lognormal(4.5 * DAY, 0.8);
            foresee(back, () -> {
                status(c, back, "third_party", "engineering", "open");
                await(c, back);
            });
        } else if (chance.happens(0.8)) {
            status(c, at, "agent", hand.name(), "pending");
            if (chance.happens(0.86)) {
                long answer = at + (long) chance.lognormal(20 * HOUR, 1.2);
                foresee(answer, () -> customerAnswers(c, answer));
            } else {
                long late = at + 7 * DAY;
                foresee(late, () -> {
                    status(c, late, "automation", "no-answer", "solved");
                    finishLater(c, late);
                });
            }
        } else {
            await(c, at + (long) chance.lognormal(12 * HOUR, 0.6));
        }
        if (!c.status.equals("solved") && c.rank < 3 && at - c.createdAt > 9 * DAY && chance.happens(0.25)) {
            raise(c, at + 60);
        }
    }

    private void solve(Case c, long at, Hand hand) {
        status(c, at, "agent", hand.name(), "solved");
        c.solves++;
        double flood = demand.flood(
                LocalDateTime.ofInstant(Instant.ofEpochSecond(at), LONDON).toLocalDate());
        long again = at + (long) chance.lognormal(16 * HOUR, 1.0);
        if (again < at + 5 * DAY && chance.happens(0.075 + 0.05 * StrictMath.min(1, flood))) {
            foresee(again, () -> reopen(c, again));
        } else {
            if (chance.happens(0.12)) {
                message(c, at + HOUR + chance.below(36_000), "customer", c.customer, "public");
            }
            finishLater(c, at);
        }
        if (c.solves == 1) {
            rate(c, at);
        }
    }

    private void finishLater(Case c, long solvedAt) {
        c.isOver = true;
        status(c, solvedAt + 5 * DAY, "automation", "auto-close", "closed");
    }

    private void handOver(Case c, long at, Hand hand) {
        message(c, at, "agent", hand.name(), "internal");
        c.team = c.isPremium && !c.topic.team.equals("technical") ? KEY_ACCOUNTS : c.topic.team;
        c.agent = Case.UNOWNED;
        c.waitingSince = at;
        rows.add(LogRow.of(at + 5, c.id, "assigned", "agent", hand.name()).withTeam(c.team, "nobody"));
        await(c, at + 5);
    }

    private void raise(Case c, long at) {
        c.rank++;
        rows.add(LogRow.of(at, c.id, "priority", "agent", "duty-lead").withPriority(PRIORITIES.get(c.rank)));
        rows.add(LogRow.of(at, c.id, "escalated", "agent", "duty-lead"));
    }

    private void reply(Case c, long at, Hand hand) {
        message(c, at, "agent", hand.name(), "public");
        if (c.firstReplyAt < 0) {
            c.firstReplyAt = at;
        }
    }

    // ---- plumbing

    private void await(Case c, long since) {
        c.waitingSince = since;
        waiting.add(c);
    }

    private void message(Case c, long at, String kind, String actor, String visibility) {
        rows.add(LogRow.of(at, c.id, "message", kind, actor).withVisibility(visibility));
    }

    private void status(Case c, long at, String kind, String actor, String to) {
        c.status = to;
        rows.add(LogRow.of(at, c.id, "status", kind, actor).withStatus(to));
    }

    private void foresee(long at, Runnable effect) {
        foreseen.add(new Foreseen(at, foreseenCount++, effect));
    }
}

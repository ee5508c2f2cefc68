package dev.customerservice.examples.sample;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;

/** An agent of the simulation: team, shift, pace, and until when the current case keeps the agent busy. */
final class Hand {
    /** From here on the billing team works with new answer templates, and gets better month by month. */
    private static final long TEMPLATES = Instant.parse("2025-07-01T00:00:00Z").getEpochSecond();

    private final String name;
    private final String team;
    private final int shiftStartMinute;
    private final boolean worksSaturdays;
    private final boolean isOnLeaveAtYearEnd;
    private final double pace;
    private long busyUntil;

    private Hand(int number, String team, int shiftStartHour, boolean worksSaturdays, double pace) {
        this.name = String.format(Locale.ROOT, "agent-%02d", number);
        this.team = team;
        this.shiftStartMinute = shiftStartHour * 60;
        this.worksSaturdays = worksSaturdays;
        this.isOnLeaveAtYearEnd = number % 3 != 0;
        this.pace = pace;
    }

    static List<Hand> all() {
        return List.of(
                new Hand(1, "first-line", 8, true, 1.9),
                new Hand(2, "first-line", 8, false, 2.1),
                new Hand(3, "first-line", 9, true, 2.4),
                new Hand(4, "first-line", 9, false, 1.8),
                new Hand(5, "billing", 9, false, 1.75),
                new Hand(6, "billing", 8, false, 1.95),
                new Hand(7, "technical", 8, false, 0.9),
                new Hand(8, "technical", 9, false, 1.0),
                new Hand(9, "technical", 9, true, 0.8),
                new Hand(10, "technical", 10, false, 1.1),
                new Hand(11, "key-accounts", 8, false, 2.2),
                new Hand(12, "key-accounts", 9, false, 2.4));
    }

    String name() {
        return name;
    }

    String team() {
        return team;
    }

    boolean isOnShift(LocalDateTime local) {
        boolean isAway = isOnLeaveAtYearEnd && local.getMonthValue() == 12 && local.getDayOfMonth() >= 22;
        return !isAway && Demand.onShift(local, shiftStartMinute, worksSaturdays);
    }

    boolean isFree(long second, LocalDateTime local) {
        return busyUntil <= second && isOnShift(local);
    }

    void keepBusyUntil(long second) {
        busyUntil = second;
    }

    /** {@return the factor on the usual working time of a case} */
    double pace(long second) {
        return pace * (1 - 0.45 * learned(second));
    }

    /** {@return what the agent's learning adds to the chance that a reply settles the case} */
    double skillGain(long second) {
        return 0.15 * learned(second);
    }

    private double learned(long second) {
        double months = (second - TEMPLATES) / (30.0 * 24 * 3600);
        return team.equals("billing") ? Math.max(0, Math.min(1, months / 5)) : 0;
    }
}

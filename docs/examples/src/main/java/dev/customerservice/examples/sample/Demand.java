package dev.customerservice.examples.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** How many tickets the customers open at a moment, in local time: by month, weekday, hour, and in one bad spring. */
final class Demand {
    /** The release that went wrong; the flood ebbs over three weeks. */
    private static final LocalDate RELEASE = LocalDate.of(2025, 4, 8);

    private static final double[] MONTH = {1.20, 1.05, 1.05, 1.00, 0.98, 0.95, 0.85, 0.72, 1.00, 1.08, 1.12, 1.02};
    private static final double[] WEEKDAY = {1.38, 1.18, 1.10, 1.05, 0.95, 0.24, 0.18};
    private static final double[] HOUR = {
        0.06, 0.04, 0.04, 0.04, 0.06, 0.12, 0.35, 0.90, 1.90, 2.60, 2.75, 2.30, //
        1.55, 1.80, 2.25, 2.05, 1.70, 1.15, 0.65, 0.45, 0.36, 0.26, 0.18, 0.10
    };

    private final double ticketsPerWeek;

    Demand(double ticketsPerWeek) {
        this.ticketsPerWeek = ticketsPerWeek;
    }

    /** {@return the tickets to expect in the {@code minutes} after a local time} */
    double expected(LocalDateTime local, int minutes) {
        double perMinute = ticketsPerWeek / (7 * 24 * 60);
        double hour = HOUR[local.getHour()];
        double shape =
                MONTH[local.getMonthValue() - 1] * WEEKDAY[local.getDayOfWeek().getValue() - 1] * hour;
        return perMinute
                * minutes
                * shape
                * (festive(local.toLocalDate()) ? 0.45 : 1)
                * (1 + flood(local.toLocalDate()));
    }

    /** {@return the extra demand caused by the release, as a share of the usual demand} */
    double flood(LocalDate date) {
        long since = date.toEpochDay() - RELEASE.toEpochDay();
        return since < 0 || since > 40 ? 0 : 1.9 * StrictMath.exp(-since / 9.0);
    }

    private static boolean festive(LocalDate date) {
        return UkHolidays.DATES.contains(date)
                || (date.getMonthValue() == 12 && date.getDayOfMonth() >= 24)
                || (date.getMonthValue() == 1 && date.getDayOfMonth() == 1);
    }

    /** {@return whether somebody of a team works at a local time: a weekday shift, Saturday for those who cover it} */
    static boolean onShift(LocalDateTime local, int shiftStartMinute, boolean saturdays) {
        if (UkHolidays.DATES.contains(local.toLocalDate())) {
            return false;
        }
        int minute = local.getHour() * 60 + local.getMinute();
        DayOfWeek weekday = local.getDayOfWeek();
        if (weekday == DayOfWeek.SATURDAY) {
            return saturdays && minute >= 10 * 60 && minute < 14 * 60;
        }
        boolean lunch = minute >= shiftStartMinute + 4 * 60 && minute < shiftStartMinute + 4 * 60 + 45;
        return weekday != DayOfWeek.SUNDAY
                && minute >= shiftStartMinute
                && minute < shiftStartMinute + 8 * 60 + 30
                && !lunch;
    }
}

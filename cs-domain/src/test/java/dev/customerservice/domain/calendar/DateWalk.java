package dev.customerservice.domain.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The slow, obvious form of a calendar: asks the rules about one instant after another. */
final class DateWalk {
    private static final int DATES_AROUND = 1;

    private final BusinessCalendar calendar;

    DateWalk(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    boolean isOpen(Instant at) {
        LocalDate around = at.atZone(ZoneOffset.UTC).toLocalDate();
        for (int i = -DATES_AROUND; i <= DATES_AROUND; i++) {
            if (isOpenOn(around.plusDays(i), at)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOpenOn(LocalDate date, Instant at) {
        return isInside(date, new LocalTimeRange(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT), at)
                && calendar.holidays().stream().noneMatch(holiday -> isHoliday(holiday, date))
                && hours(date).stream().anyMatch(range -> isInside(date, range, at))
                && breaks(date).stream().noneMatch(range -> isInside(date, range, at));
    }

    private static boolean isHoliday(Holiday holiday, LocalDate date) {
        return !date.isBefore(holiday.firstInclusive()) && !date.isAfter(holiday.lastInclusive());
    }

    private List<LocalTimeRange> hours(LocalDate date) {
        return calendar.overrides().stream()
                .filter(override -> override.date().equals(date))
                .map(DateOverride::hours)
                .findFirst()
                .orElse(calendar.hours().on(date.getDayOfWeek()));
    }

    private List<LocalTimeRange> breaks(LocalDate date) {
        boolean overridden = calendar.overrides().stream()
                .anyMatch(override -> override.date().equals(date));
        List<LocalTimeRange> breaks = new ArrayList<>();
        for (Break each : calendar.breaks()) {
            boolean applies = each instanceof DatedBreak dated
                    ? dated.date().equals(date)
                    : !overridden && ((WeeklyBreak) each).days().contains(date.getDayOfWeek());
            if (applies) {
                breaks.add(each.range());
            }
        }
        return breaks;
    }

    private boolean isInside(LocalDate date, LocalTimeRange range, Instant at) {
        return !at.isBefore(opening(date, range)) && at.isBefore(closing(date, range));
    }

    private Instant opening(LocalDate date, LocalTimeRange range) {
        return ZonedDateTime.of(date, range.openInclusive(), calendar.zone()).toInstant();
    }

    private Instant closing(LocalDate date, LocalTimeRange range) {
        LocalDate closingDate = range.closeExclusive().equals(LocalTime.MIDNIGHT) ? date.plusDays(1) : date;
        return ZonedDateTime.of(closingDate, range.closeExclusive(), calendar.zone())
                .toInstant();
    }

    boolean isWorkingDate(LocalDate date) {
        LocalTimeRange whole = new LocalTimeRange(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        Instant midnight = opening(date, whole);
        Instant nextMidnight = closing(date, whole);
        return midnight.isBefore(nextMidnight)
                && !piecesBetween(midnight, nextMidnight).isZero();
    }

    /** Counts open minutes one by one; both ends are whole minutes. */
    Duration minutesBetween(Instant start, Instant end) {
        Duration open = Duration.ZERO;
        for (Instant at = start; at.isBefore(end); at = at.plus(1, ChronoUnit.MINUTES)) {
            if (isOpen(at)) {
                open = open.plusMinutes(1);
            }
        }
        return open;
    }

    /** Cuts the span at every boundary that could matter and asks about each piece. */
    Duration piecesBetween(Instant start, Instant end) {
        SortedSet<Instant> cuts = new TreeSet<>(List.of(start, end));
        LocalDate last = end.atZone(ZoneOffset.UTC).toLocalDate().plusDays(DATES_AROUND);
        LocalDate first = start.atZone(ZoneOffset.UTC).toLocalDate().minusDays(DATES_AROUND);
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            List<LocalTimeRange> ranges = new ArrayList<>(hours(date));
            ranges.addAll(breaks(date));
            ranges.add(new LocalTimeRange(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
            for (LocalTimeRange range : ranges) {
                cuts.add(opening(date, range));
                cuts.add(closing(date, range));
            }
        }
        Duration open = Duration.ZERO;
        Instant from = start;
        for (Instant cut : cuts.tailSet(start)) {
            if (!cut.isAfter(end) && isOpen(from)) {
                open = open.plus(Duration.between(from, cut));
            }
            from = cut;
        }
        return open;
    }
}

package dev.customerservice.domain.calendar;

import dev.customerservice.domain.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The slow, obvious form of a calendar: asks the rules about one instant after another. */
final class DateWalk {
    private static final int DATES_AROUND = 1;

    private final BusinessCalendar calendar;
    private final Map<LocalDate, Hours> known = new HashMap<>();

    DateWalk(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    boolean isOpen(Instant at) {
        LocalDate around = at.atZone(ZoneOffset.UTC).toLocalDate();
        for (int i = -DATES_AROUND; i <= DATES_AROUND; i++) {
            if (on(around.plusDays(i)).isOpen(at)) {
                return true;
            }
        }
        return false;
    }

    /** The instants between which a date lies, is open, and has its breaks. */
    private record Hours(Interval date, List<Interval> open, List<Interval> breaks) {
        boolean isOpen(Instant at) {
            return date.contains(at)
                    && open.stream().anyMatch(interval -> interval.contains(at))
                    && breaks.stream().noneMatch(interval -> interval.contains(at));
        }

        Stream<Instant> boundaries() {
            return Stream.concat(Stream.of(date), Stream.concat(open.stream(), breaks.stream()))
                    .flatMap(interval -> Stream.of(interval.startInclusive(), interval.endExclusive()));
        }
    }

    private Hours on(LocalDate date) {
        return known.computeIfAbsent(date, this::worked);
    }

    private Hours worked(LocalDate date) {
        boolean holiday = calendar.holidays().stream().anyMatch(each -> isHoliday(each, date));
        return new Hours(
                span(date, new LocalTimeRange(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)),
                holiday ? List.of() : spans(date, hours(date)),
                spans(date, breaks(date)));
    }

    private List<Interval> spans(LocalDate date, List<LocalTimeRange> ranges) {
        return ranges.stream().map(range -> span(date, range)).toList();
    }

    private Interval span(LocalDate date, LocalTimeRange range) {
        Instant opening = opening(date, range);
        Instant closing = closing(date, range);
        return new Interval(opening, closing.isBefore(opening) ? opening : closing);
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

    private Instant opening(LocalDate date, LocalTimeRange range) {
        return ZonedDateTime.of(date, range.openInclusive(), calendar.zone()).toInstant();
    }

    private Instant closing(LocalDate date, LocalTimeRange range) {
        LocalDate closingDate = range.closeExclusive().equals(LocalTime.MIDNIGHT) ? date.plusDays(1) : date;
        return ZonedDateTime.of(closingDate, range.closeExclusive(), calendar.zone())
                .toInstant();
    }

    boolean isWorkingDate(LocalDate date) {
        return on(date).boundaries().anyMatch(on(date)::isOpen);
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
        NavigableSet<Instant> cuts = new TreeSet<>(List.of(start, end));
        LocalDate last = end.atZone(ZoneOffset.UTC).toLocalDate().plusDays(DATES_AROUND);
        LocalDate first = start.atZone(ZoneOffset.UTC).toLocalDate().minusDays(DATES_AROUND);
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            on(date).boundaries().forEach(cuts::add);
        }
        Duration open = Duration.ZERO;
        Instant from = start;
        for (Instant cut : cuts.tailSet(start, true)) {
            if (!cut.isAfter(end) && isOpen(from)) {
                open = open.plus(Duration.between(from, cut));
            }
            from = cut;
        }
        return open;
    }
}

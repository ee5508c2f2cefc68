package dev.customerservice.roles.shift;

import dev.customerservice.domain.time.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * Turns the wall time of a zone into instants, as the calendars do: a time that a clock change skips moves later by the length of the
 * gap, a time that it repeats means its first pass.
 */
final class WallTime {

    private WallTime() {}

    static Instant instant(LocalDateTime wall, ZoneId zone) {
        return wall.toInstant(zone.getRules().getOffset(wall));
    }

    /** Where a gap swallows the start, it is brought back to the end, so that nothing is ever of negative length. */
    static Interval interval(LocalDateTime startInclusive, LocalDateTime endExclusive, ZoneId zone) {
        Instant start = instant(startInclusive, zone);
        Instant end = instant(endExclusive, zone);
        return new Interval(start.isAfter(end) ? end : start, end);
    }

    static Interval dates(LocalDate startInclusive, LocalDate endExclusive, ZoneId zone) {
        return interval(startInclusive.atStartOfDay(), endExclusive.atStartOfDay(), zone);
    }

    static LocalDate date(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate();
    }
}

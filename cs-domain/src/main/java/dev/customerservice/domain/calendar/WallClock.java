package dev.customerservice.domain.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;

/**
 * Turns the wall time of a zone into instants: a time that a clock change skips moves later by the length of the gap, a
 * time that it repeats means its first pass.
 */
final class WallClock {
    private static final long DAY_SECONDS = 24L * 60 * 60;
    private static final long SECOND_NANOS = 1_000_000_000L;

    /** No wall time of a date is skipped or repeated by a clock change more than this many dates away. */
    private static final int CHANGE_MARGIN = 3;

    private final ZoneId zone;
    private final ZoneRules rules;

    WallClock(ZoneId zone) {
        this.zone = zone;
        try {
            this.rules = ZoneRulesProvider.getRules(zone.getId(), false);
        } catch (DateTimeException e) {
            throw unknown(zone.getId(), e);
        }
    }

    static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw unknown(id, e);
        }
    }

    private static CalendarException unknown(String id, DateTimeException cause) {
        CalendarException unknown = new CalendarException(
                CalendarFault.UNKNOWN_ZONE,
                "The zone (" + id + ") must be an IANA zone name.\n"
                        + "Maybe use the region whose clocks the team lives by, such as Europe/Berlin.");
        unknown.initCause(cause);
        return unknown;
    }

    /** {@return the epoch nanoseconds of a second of a date; second 86,400 is the midnight that ends the date} */
    long instant(long date, int secondOfDate) {
        LocalDateTime wall = LocalDateTime.ofEpochSecond(date * DAY_SECONDS + secondOfDate, 0, ZoneOffset.UTC);
        return ZonedDateTime.of(wall, zone).toEpochSecond() * SECOND_NANOS;
    }

    Cursor cursor() {
        return new Cursor();
    }

    /** Goes through dates in ascending order and knows which of them keep one offset from end to end. */
    final class Cursor {
        private long steadyUntil = Long.MIN_VALUE;
        private long offsetSeconds;

        /** {@return whether every second of a date has one meaning, by one offset} */
        boolean isSteadyOn(long date) {
            if (date >= steadyUntil) {
                Instant before = Instant.ofEpochSecond((date - CHANGE_MARGIN) * DAY_SECONDS);
                ZoneOffsetTransition next = rules.nextTransition(before);
                offsetSeconds = rules.getOffset(before).getTotalSeconds();
                steadyUntil = next == null
                        ? Long.MAX_VALUE
                        : Math.floorDiv(next.toEpochSecond(), DAY_SECONDS) - CHANGE_MARGIN;
            }
            return date < steadyUntil;
        }

        /** {@return the epoch nanoseconds of the first second of a steady date} */
        long midnight(long date) {
            return (date * DAY_SECONDS - offsetSeconds) * SECOND_NANOS;
        }
    }
}

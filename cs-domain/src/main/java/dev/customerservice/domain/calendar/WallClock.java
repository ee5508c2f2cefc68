package dev.customerservice.domain.calendar;

import dev.customerservice.domain.text.Shown;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import org.jspecify.annotations.Nullable;

/**
 * Turns the wall time of a zone into instants: a time that a clock change skips moves later by the length of the gap, a
 * time that it repeats means its first pass.
 */
final class WallClock implements Serializable {
    private static final long serialVersionUID = 1;
    private static final long DAY_SECONDS = 24L * 60 * 60;
    private static final long SECOND_NANOS = 1_000_000_000L;

    /** A clock change more than this many dates away has no effect on the wall times of a date. */
    private static final int LONGEST_REACH = 3;

    private final ZoneId zone;
    private final ZoneRules rules;

    WallClock(ZoneId zone) {
        this.zone = zone;
        try {
            this.rules = ZoneRulesProvider.getRules(zone.getId(), false);
        } catch (DateTimeException e) {
            throw unknown(zone.getId());
        }
    }

    static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw unknown(id);
        }
    }

    /** Without the JDK's words as cause, which repeat the text whole. */
    private static CalendarException unknown(String id) {
        return new CalendarException(
                CalendarFault.UNKNOWN_ZONE,
                "The zone (" + Shown.of(id) + ") must be an IANA zone name.\n"
                        + "Maybe use the region whose clocks the team lives by, such as Europe/Berlin.");
    }

    /** {@return the epoch nanoseconds of a second of a date; second 86,400 is the midnight that ends the date} */
    long instant(long date, int secondOfDate) {
        LocalDateTime wall = LocalDateTime.ofEpochSecond(date * DAY_SECONDS + secondOfDate, 0, ZoneOffset.UTC);
        return ZonedDateTime.of(wall, zone).toEpochSecond() * SECOND_NANOS;
    }

    /** {@return a cursor that has not gone beyond a date} */
    Cursor cursorFrom(long date) {
        return new Cursor(Instant.ofEpochSecond((date - LONGEST_REACH) * DAY_SECONDS));
    }

    /** Goes through dates in ascending order and knows which of them keep one offset from end to end. */
    final class Cursor {
        private long offsetSeconds;
        private @Nullable ZoneOffsetTransition next;

        /** The dates of which the next clock change skips or repeats wall times, or might: usually a single one. */
        private long firstTouched;

        private long firstAfter;

        private Cursor(Instant start) {
            moveTo(rules.getOffset(start), rules.nextTransition(start));
        }

        private void moveTo(ZoneOffset offset, @Nullable ZoneOffsetTransition following) {
            offsetSeconds = offset.getTotalSeconds();
            next = following;
            if (following == null) {
                firstTouched = Long.MAX_VALUE;
                firstAfter = Long.MAX_VALUE;
                return;
            }
            long length = following.getDuration().abs().toSeconds();
            long change = following.toEpochSecond();
            long offsetAfter = following.getOffsetAfter().getTotalSeconds();
            firstTouched = Math.floorDiv(change + offsetSeconds - length, DAY_SECONDS);
            firstAfter = -Math.floorDiv(-(change + offsetAfter + length), DAY_SECONDS);
        }

        /** {@return whether every second of a date has one meaning, by one offset} */
        boolean isSteadyOn(long date) {
            while (next != null && date >= firstAfter) {
                moveTo(next.getOffsetAfter(), rules.nextTransition(next.getInstant()));
            }
            return date < firstTouched;
        }

        /** {@return the epoch nanoseconds of the first second of a steady date} */
        long midnight(long date) {
            return (date * DAY_SECONDS - offsetSeconds) * SECOND_NANOS;
        }
    }
}

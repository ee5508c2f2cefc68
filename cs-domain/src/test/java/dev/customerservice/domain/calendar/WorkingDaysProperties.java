package dev.customerservice.domain.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.testing.Calendars;
import dev.customerservice.domain.time.EpochNanos;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class WorkingDaysProperties {
    /** Calendars that open every week: in the month looked at nothing but weekly hours and breaks is written. */
    @Provide
    Arbitrary<BusinessCalendar> calendars() {
        Instant ordinaryMonth = Instant.parse("2008-01-01T00:00:00Z");
        return Calendars.calendars()
                .filter(calendar -> !calendar.between(ordinaryMonth, ordinaryMonth.plus(31, ChronoUnit.DAYS))
                        .isZero());
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Calendars.instants();
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Calendars.dates();
    }

    @Property(tries = 150)
    void stepsAreThoseOfAWalkFromDateToDate(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("dates") LocalDate date,
            @ForAll @IntRange(min = 1, max = 12) int steps) {
        DateWalk walk = new DateWalk(calendar);
        LocalDate later = date;
        for (int left = steps; left > 0; ) {
            later = later.plusDays(1);
            left -= walk.isWorkingDate(later) ? 1 : 0;
        }
        WorkingDays days = calendar.workingDays();
        assertEquals(later, days.plus(date, steps));
        assertEquals(walk.isWorkingDate(date), days.includes(date));
        if (walk.isWorkingDate(date)) {
            assertEquals(date, days.minus(later, steps), "minus undoes plus");
        }
        assertEquals(later, days.plus(days.plus(date, steps / 2), steps - steps / 2), "steps add up");
    }

    @Property(tries = 200)
    void instantsKeepTheLocalTimeOrMoveToAnEdge(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("instants") Instant at,
            @ForAll @IntRange(min = 1, max = 400) int steps) {
        WorkingDays days = calendar.workingDays();
        LocalDate date = at.atZone(calendar.zone()).toLocalDate();
        LocalTime time = at.atZone(calendar.zone()).toLocalTime();
        Instant later =
                ZonedDateTime.of(days.plus(date, steps), time, calendar.zone()).toInstant();
        DateWalk walk = new DateWalk(calendar);
        boolean inside = walk.isOpen(later) || walk.isOpen(later.minusNanos(1));
        Instant due = days.plus(at, steps);
        assertEquals(inside ? later : calendar.nextOpening(later), due);
        assertEquals(inside, calendar.isOpenOrClosing(later));
        Instant earlier =
                ZonedDateTime.of(days.minus(date, steps), time, calendar.zone()).toInstant();
        Instant start = days.minus(at, steps);
        assertTrue(walk.isOpen(start) || walk.isOpen(start.minusNanos(1)));
        assertTrue(!start.isAfter(earlier) && calendar.between(start, earlier).isZero());
    }

    @Property(tries = 150)
    void theEndOfBusinessClosesItsDate(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("instants") Instant at,
            @ForAll @IntRange(max = 30) int steps) {
        WorkingDays days = calendar.workingDays();
        LocalDate date = at.atZone(calendar.zone()).toLocalDate();
        Instant end = days.endAfter(at, steps);
        LocalDate endDate = end.minusNanos(1).atZone(calendar.zone()).toLocalDate();
        assertFalse(end.isBefore(at));
        assertTrue(new DateWalk(calendar).isOpen(end.minusNanos(1)));
        assertTrue(calendar.between(end, endOf(calendar, endDate)).isZero(), "nothing of the date is left");
        if (steps > 0) {
            assertEquals(days.plus(date, steps), endDate);
        } else {
            assertEquals(days.includes(date) && !endOfHours(calendar, date).isBefore(at), endDate.equals(date));
        }
    }

    private static Instant endOf(BusinessCalendar calendar, LocalDate date) {
        return ZonedDateTime.of(date.plusDays(1), LocalTime.MIDNIGHT, calendar.zone())
                .toInstant();
    }

    private static Instant endOfHours(BusinessCalendar calendar, LocalDate date) {
        long[] edges = calendar.hoursOn(date).toEpochNanos();
        return EpochNanos.toInstant(edges[edges.length - 1]);
    }
}

package dev.customerservice.domain.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.customerservice.domain.time.Interval;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calendars that are serialized, as an engine does that sends work to other machines: they are equal there and answer alike. */
class SentCalendarTest {
    private static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 25);
    private static final Instant THURSDAY_NOON = Instant.parse("2026-12-24T12:00:00Z");
    private static final Interval TWO_WEEKS =
            new Interval(Instant.parse("2026-12-21T00:00:00Z"), Instant.parse("2027-01-04T00:00:00Z"));

    /** Hours with everything that people write: breaks, holidays and an override, some of them with a name. */
    private static final BusinessCalendar OFFICE = BusinessCalendar.builder()
            .id("office")
            .zone("Europe/London")
            .hours(WeeklyHours.of(MONDAY, FRIDAY, "09:00-17:00"))
            .addBreaks(Break.every(MONDAY, FRIDAY, "12:00-13:00").named("lunch"), Break.every(FRIDAY, "15:00-15:30"))
            .addBreaks(
                    Break.on(LocalDate.of(2026, 12, 22), "10:00-11:00").named("town hall"),
                    Break.on(LocalDate.of(2026, 12, 23), "10:00-11:00"))
            .addHolidays(Holiday.on(CHRISTMAS, "Christmas Day"), Holiday.on(LocalDate.of(2026, 12, 28)))
            .addOverrides(DateOverride.on(LocalDate.of(2026, 12, 31), "09:00-12:00"))
            .build();

    private static final BusinessCalendar SATURDAYS = BusinessCalendar.builder()
            .id("saturdays")
            .zone("Europe/London")
            .hours(WeeklyHours.of(SATURDAY, SATURDAY, "10:00-14:00"))
            .build();

    private static <T> T sent(T value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            @SuppressWarnings("unchecked") // what was written is what is read
            T arrived = (T) in.readObject();
            return arrived;
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static void answersAlike(BusinessTime here) {
        BusinessTime there = sent(here);
        assertEquals(here, there);
        assertEquals(here.hashCode(), there.hashCode());
        assertEquals(here.toString(), there.toString());
        assertEquals(here.openIntervals(TWO_WEEKS), sent(here).openIntervals(TWO_WEEKS));
        assertEquals(here.segments(TWO_WEEKS), sent(here).segments(TWO_WEEKS));
        Duration open = here.between(TWO_WEEKS.startInclusive(), TWO_WEEKS.endExclusive());
        assertEquals(open, sent(here).between(TWO_WEEKS.startInclusive(), TWO_WEEKS.endExclusive()));
        assertEquals(here.plus(THURSDAY_NOON, open), sent(here).plus(THURSDAY_NOON, open), "long after it");
        assertEquals(here.minus(THURSDAY_NOON, open), sent(here).minus(THURSDAY_NOON, open), "long before it");
    }

    @Test
    void aCalendarKeepsItsNames() {
        BusinessCalendar there = assertInstanceOf(BusinessCalendar.class, sent(OFFICE));
        assertEquals(OFFICE.breaks(), there.breaks());
        assertEquals(OFFICE.holidays(), there.holidays());
        assertEquals(OFFICE.overrides(), there.overrides());
        answersAlike(OFFICE);
    }

    @Test
    void whatIsMadeOfCalendarsIsSentAsAWhole() {
        answersAlike(BusinessTime.union(List.of(OFFICE, SATURDAYS)));
        answersAlike(OFFICE.difference(SATURDAYS));
        answersAlike(FollowTheSun.of(OFFICE, SATURDAYS));
        answersAlike(CalendarTimeline.of(OFFICE)
                .then(CHRISTMAS, SATURDAYS)
                .then(Instant.parse("2026-12-29T00:00:00Z"), OFFICE)
                .until(Instant.parse("2029-01-01T00:00:00Z")));
    }

    @Test
    void workingDaysAreCountedAnewThere() {
        WorkingDays here = OFFICE.workingDays();
        LocalDate fiveOn = here.plus(CHRISTMAS, 5);
        assertEquals(fiveOn, sent(here).plus(CHRISTMAS, 5));
        assertEquals(here.minus(THURSDAY_NOON, 300), sent(here).minus(THURSDAY_NOON, 300));
        assertEquals(here.toString(), sent(here).toString());
    }

    @Test
    void combinationsAreEqualIfTheirMembersAre() {
        BusinessTime both = BusinessTime.union(List.of(OFFICE, SATURDAYS));
        assertEquals(BusinessTime.union(List.of(OFFICE, SATURDAYS)), both);
        assertEquals(BusinessTime.union(List.of(OFFICE, SATURDAYS)).hashCode(), both.hashCode());
        assertNotEquals(BusinessTime.union(List.of(SATURDAYS, OFFICE)), both, "in another order");
        assertNotEquals(BusinessTime.difference(List.of(OFFICE, SATURDAYS)), both);
        assertNotEquals(both, OFFICE);
        assertNotEquals("union", both.toString());
    }
}

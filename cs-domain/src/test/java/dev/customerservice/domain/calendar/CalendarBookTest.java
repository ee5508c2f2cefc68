package dev.customerservice.domain.calendar;

import static java.time.DayOfWeek.MONDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarBookTest {
    private static final BusinessCalendar LONDON = calendar("london");
    private static final BusinessCalendar TOKYO = calendar("tokyo");
    private static final CalendarId EMEA = CalendarId.of("emea-24x5");

    private static BusinessCalendar calendar(String id) {
        return BusinessCalendar.builder()
                .id(id)
                .zone("UTC")
                .hours(WeeklyHours.of(MONDAY, "09:00-17:00"))
                .build();
    }

    @Test
    void aCalendarThatIsMissingIsNamedWithThoseThatAreThere() {
        CalendarBook book = CalendarBook.of(TOKYO, LONDON);
        UnknownCalendarException unknown = assertThrows(UnknownCalendarException.class, () -> book.get(EMEA));
        assertEquals(
                "Calendar (emea-24x5) is not in the book (known: london, tokyo).\n"
                        + "Maybe add it with CalendarBook.of(...) or with(...).",
                unknown.getMessage());
        assertEquals(EMEA, unknown.id());
        assertEquals(List.of(LONDON.id(), TOKYO.id()), unknown.known());
    }

    @Test
    void aBookHoldsCalendarsAndCombinations() {
        BusinessTime both = LONDON.union(TOKYO);
        CalendarBook book = CalendarBook.of(LONDON, TOKYO);
        CalendarBook more = book.with(EMEA, both);
        assertSame(LONDON, more.get(LONDON.id()));
        assertSame(both, more.get(EMEA));
        assertTrue(more.contains(EMEA));
        assertFalse(book.contains(EMEA));
        assertEquals(List.of(EMEA, LONDON.id(), TOKYO.id()), List.copyOf(more.ids()));
        assertSame(TOKYO, more.with(EMEA, TOKYO).get(EMEA));
    }

    @Test
    void anIdIsInABookOnce() {
        assertThrows(IllegalArgumentException.class, () -> CalendarBook.of(LONDON, calendar("london")));
    }
}

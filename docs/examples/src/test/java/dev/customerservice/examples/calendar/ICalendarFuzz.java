package dev.customerservice.examples.calendar;

import dev.customerservice.domain.calendar.Holiday;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import net.fortuna.ical4j.data.ParserException;

/** Any bytes as an iCalendar file, which the adapter of the guide reads with ical4j. */
public final class ICalendarFuzz {
    private ICalendarFuzz() {}

    /**
     * Reads a file and the holidays of a year.
     *
     * @param data the file
     */
    public static void fuzzerTestOneInput(byte[] data) {
        try {
            for (Holiday holiday : new ICalendarHolidays(new ByteArrayInputStream(data)).in(2026)) {
                holiday.firstInclusive()
                        .datesUntil(holiday.firstInclusive().plusDays(1))
                        .close();
            }
        } catch (ParserException | IOException | IllegalArgumentException | DateTimeException e) {
            // A refusal; ical4j lets those of java.time through.
        }
    }
}

package dev.customerservice.examples.calendar;

import dev.customerservice.domain.calendar.Holiday;
import dev.customerservice.domain.calendar.HolidaySource;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Summary;

/** The all-day events of an iCalendar file, recurring ones too; events with a time of day are no holidays. */
// region calendars-icalendar
final class ICalendarHolidays implements HolidaySource {
    private final List<VEvent> allDay;

    ICalendarHolidays(InputStream file) throws IOException, ParserException {
        List<VEvent> events = new CalendarBuilder().build(file).getComponents(Component.VEVENT);
        allDay = events.stream()
                .filter(event -> event.getDateTimeStart() != null
                        && event.getDateTimeStart().getDate() instanceof LocalDate)
                .toList();
    }

    @Override
    public List<Holiday> in(int year) {
        Period<LocalDate> dates = new Period<>(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
        return allDay.stream()
                .flatMap(event -> event.<LocalDate>calculateRecurrenceSet(dates).stream()
                        .map(days -> new Holiday(
                                days.getStart(),
                                days.getEnd().minusDays(1), // an iCalendar event ends before its DTEND
                                Optional.ofNullable(event.getSummary()).map(Summary::getValue))))
                .toList();
    }
}
// endregion

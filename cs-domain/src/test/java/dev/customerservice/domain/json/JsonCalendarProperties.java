package dev.customerservice.domain.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.calendar.CalendarTimeline;
import dev.customerservice.domain.calendar.FollowTheSun;
import dev.customerservice.domain.testing.BothFormats;
import dev.customerservice.domain.testing.Calendars;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Open time that is made of calendars is the same after it was written and read, and so is its text. */
class JsonCalendarProperties {
    private static final BothFormats FORMAT = BothFormats.STANDARD;

    @Provide
    Arbitrary<BusinessTime> writable() {
        return Arbitraries.oneOf(
                Calendars.calendars().map(calendar -> calendar),
                Calendars.timelines().map(timeline -> timeline),
                Calendars.followTheSun().map(sun -> sun),
                Calendars.timelines().map(timeline -> FollowTheSun.of(CalendarId.of("site"), timeline)),
                Arbitraries.just(BusinessTime.always()));
    }

    private static BusinessTime again(BusinessTime time) {
        CalendarBook book = CalendarBook.of().with(CalendarId.of("only"), time);
        String text = FORMAT.write(book);
        CalendarBook read = FORMAT.read(text, CalendarBook.class);
        assertEquals(text, FORMAT.write(read));
        return read.get(CalendarId.of("only"));
    }

    @Property(tries = 100)
    void whatIsWrittenIsRead(@ForAll("writable") BusinessTime time) {
        boolean calendar = time instanceof BusinessCalendar;
        assertEquals(calendar ? CalendarTimeline.of(time) : time, again(time));
    }
}

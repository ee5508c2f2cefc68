package consumer;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.Holiday;
import dev.customerservice.domain.calendar.WeeklyHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Eight open hours later, with nothing but a calendar. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        BusinessCalendar london = BusinessCalendar.builder()
                .id("london")
                .zone("Europe/London")
                .hours(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-17:30"))
                .addHoliday(Holiday.on(LocalDate.of(2026, 12, 25), "Christmas Day"))
                .build();
        System.out.println(london.plus(Instant.parse("2026-12-24T14:00:00Z"), Duration.ofHours(8)));
    }
}

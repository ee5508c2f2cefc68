package consumer;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.Holiday;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.sla.SlaPolicy;
import dev.customerservice.domain.sla.SlaReading;
import dev.customerservice.domain.sla.SlaTarget;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** A first SLA due time, with nothing but the domain. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // consumer begins
        Instant received = Instant.parse("2026-12-24T14:00:00Z");
        BusinessCalendar london = BusinessCalendar.builder()
                .id("london")
                .zone("Europe/London")
                .hours(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-17:30"))
                .addHoliday(Holiday.on(LocalDate.of(2026, 12, 25), "Christmas Day"))
                .build();
        SlaPolicy gold = SlaPolicy.builder()
                .id("gold")
                .addTarget(SlaTarget.of(SlaMetric.RESOLUTION, Duration.ofHours(8))
                        .during("london"))
                .build();
        TicketHistory history = TicketHistory.of(new TicketCreated(
                EventHead.of(TicketId.of("T-1"), received, Actor.customer("c-1")),
                TicketDetails.builder().build()));
        SlaReading reading =
                gold.resolve(CalendarBook.of(london)).read(history, received).get(SlaMetric.RESOLUTION);
        System.out.println(reading.dueAt().orElseThrow());
        // consumer ends
    }
}

package dev.customerservice.domain.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.sla.SlaPlan;
import dev.customerservice.domain.sla.SlaPolicy;
import dev.customerservice.domain.sla.SlaTarget;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.MessageAdded;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusCategory;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ZendeskMetricEventsTest {
    private static final TicketId ID = TicketId.of("1");
    private static final Actor ANN = Actor.agent("ann");
    private static final Actor CUSTOMER = Actor.customer("c");

    private static final SlaPlan PLAN = SlaPolicy.builder()
            .id("p")
            .addTarget(SlaTarget.of(SlaMetric.FIRST_REPLY, Duration.ofHours(1)).during("office"))
            .addTarget(SlaTarget.of(SlaMetric.NEXT_REPLY, Duration.ofHours(8)))
            .addTarget(SlaTarget.of(SlaMetric.REQUESTER_WAIT, Duration.ofHours(30)))
            .build()
            .resolve(CalendarBook.of(BusinessCalendar.builder()
                    .id("office")
                    .zone("UTC")
                    .hours(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-17:00"))
                    .build()));

    private static EventHead head(String at, Actor by) {
        return EventHead.of(ID, Instant.parse(at), by);
    }

    @Test
    void eachCycleIsAnInstanceOfItsMetric() {
        TicketHistory history = TicketHistory.of(
                new TicketCreated(head("2026-03-06T16:30:00Z", CUSTOMER), TicketDetails.none()),
                MessageAdded.of(head("2026-03-09T10:00:00Z", ANN), Audience.CUSTOMER),
                new StatusChanged(head("2026-03-09T10:00:00Z", ANN), Status.of("pending", StatusCategory.PENDING)),
                MessageAdded.of(head("2026-03-09T11:00:00Z", CUSTOMER), Audience.CUSTOMER),
                new StatusChanged(head("2026-03-09T11:00:00Z", CUSTOMER), Status.OPEN),
                MessageAdded.of(head("2026-03-09T11:30:00Z", ANN), Audience.CUSTOMER),
                new StatusChanged(head("2026-03-09T12:00:00Z", ANN), Status.SOLVED));
        List<String> written = ZendeskMetricEvents.of(PLAN, history, Instant.parse("2026-03-10T00:00:00Z")).stream()
                .map(event -> event.get("time") + " " + event.get("metric") + " " + event.get("instance_id") + " "
                        + event.get("type")
                        + (event.containsKey("status") ? " " + event.get("status") : "")
                        + (event.containsKey("sla") ? " " + event.get("sla") : ""))
                .toList();
        assertEquals(
                List.of(
                        "2026-03-06T16:30:00Z reply_time 1 activate",
                        "2026-03-06T16:30:00Z reply_time 1 apply_sla {target=60, business_hours=true, policy={id=p}}",
                        "2026-03-06T16:30:00Z requester_wait_time 1 activate",
                        "2026-03-06T16:30:00Z requester_wait_time 1 apply_sla {target=1800, business_hours=false, policy={id=p}}",
                        "2026-03-07T22:30:00Z requester_wait_time 1 breach",
                        "2026-03-09T09:30:00Z reply_time 1 breach",
                        "2026-03-09T10:00:00Z reply_time 1 fulfill",
                        "2026-03-09T10:00:00Z reply_time 1 update_status {calendar=3930, business=90}",
                        "2026-03-09T10:00:00Z requester_wait_time 1 pause",
                        "2026-03-09T11:00:00Z requester_wait_time 1 activate",
                        "2026-03-09T11:00:00Z reply_time 2 activate",
                        "2026-03-09T11:00:00Z reply_time 2 apply_sla {target=480, business_hours=false, policy={id=p}}",
                        "2026-03-09T11:30:00Z reply_time 2 fulfill",
                        "2026-03-09T11:30:00Z reply_time 2 update_status {calendar=30}",
                        "2026-03-09T12:00:00Z requester_wait_time 1 fulfill",
                        "2026-03-09T12:00:00Z requester_wait_time 1 update_status {calendar=3990}"),
                written);
    }

    @Test
    void whatIsWrittenIsReadAgainAsWhatTheVendorStates() {
        TicketHistory history = TicketHistory.of(
                new TicketCreated(head("2026-03-06T16:30:00Z", CUSTOMER), TicketDetails.none()),
                MessageAdded.of(head("2026-03-09T10:00:00Z", ANN), Audience.CUSTOMER));
        List<Map<String, Object>> events = ZendeskMetricEvents.of(PLAN, history, Instant.parse("2026-03-10T00:00:00Z"));
        VendorExport read = Vendor.ZENDESK.read(Map.of(
                "tickets",
                List.of(Map.of("id", 1, "created_at", "2026-03-06T16:30:00Z")),
                "ticket_metric_events",
                events));
        assertEquals(List.of(), read.failures());
        assertEquals(
                Map.of("reply_time_calendar", Duration.ofMinutes(3930), "reply_time_business", Duration.ofMinutes(90)),
                read.histories().get(0).stated().durations());
        assertEquals(
                Map.of("reply_time_breached", true, "requester_wait_time_breached", true),
                read.histories().get(0).stated().verdicts());
    }

    @Test
    void aTicketWithoutClocksHasNoEvents() {
        TicketHistory history =
                TicketHistory.of(new TicketCreated(head("2026-03-06T16:30:00Z", CUSTOMER), TicketDetails.none()));
        assertEquals(List.of(), ZendeskMetricEvents.of(PLAN, history, Instant.parse("2026-03-06T16:00:00Z")));
    }
}

package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.SlaMetric.RESOLUTION;
import static dev.customerservice.domain.sla.Story.OFFICE;
import static dev.customerservice.domain.sla.Story.at;
import static dev.customerservice.domain.sla.Story.created;
import static dev.customerservice.domain.sla.Story.hours;
import static dev.customerservice.domain.sla.Story.policy;
import static dev.customerservice.domain.ticket.StatusCategory.PENDING;
import static dev.customerservice.domain.ticket.TicketCondition.tag;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.ticket.TicketDetails;
import java.time.DayOfWeek;
import java.util.List;

/** Reads a story in both forms and holds them to how it is read: told by sums, or replayed. */
final class BothForms {
    static final CalendarBook CALENDARS = CalendarBook.of(OFFICE)
            .with(CalendarId.of("always"), BusinessTime.always())
            .with(
                    CalendarId.of("late"),
                    OFFICE.withHours(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "13:00-20:00")));
    static final SlaMetric SOLVING = RESOLUTION.withPausedWhile(TicketCondition.status(PENDING));
    static final SlaMetric CALL = SlaMetric.builder()
            .id("call")
            .start(tag("call"))
            .stop(tag("called"))
            .build();
    static final SlaPolicy VIP = policy("vip", hours(RESOLUTION, 4)).withAppliesTo(tag("vip"));

    private BothForms() {}

    static SlaPlan plan(SlaPolicy... policies) {
        return SlaBook.of(policies).resolve(CALENDARS);
    }

    static SlaPlan plan(SlaTarget... targets) {
        return plan(policy("one", targets));
    }

    static SlaReadings read(Story story, String asOf, SlaPlan plan, boolean told) {
        SlaReadings readings = story.read(asOf, plan);
        SlaColumns columns = plan.readAll(plan.pack(List.of(story.history())), at(asOf));
        assertEquals(told ? 0 : 1, columns.replayed(), "tickets of the batch that are replayed");
        assertEquals(
                told,
                readings.all().stream().noneMatch(CycleReading.class::isInstance),
                "the object form does the same");
        return readings;
    }

    static SlaReading told(Story story, String asOf, SlaMetric metric, SlaPlan plan) {
        List<SlaReading> cycles = read(story, asOf, plan, true).cycles(metric);
        return cycles.get(cycles.size() - 1);
    }

    static SlaReading replayed(Story story, String asOf, SlaMetric metric, SlaPlan plan) {
        List<SlaReading> cycles = read(story, asOf, plan, false).cycles(metric);
        return cycles.get(cycles.size() - 1);
    }

    static Story vip(String time) {
        return created(time, TicketDetails.builder().status(Status.OPEN).addTag("vip"));
    }
}

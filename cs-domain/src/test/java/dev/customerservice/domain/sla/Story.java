package dev.customerservice.domain.sla;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.AssigneeChanged;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.DueDateSet;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.MessageAdded;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.PriorityChanged;
import dev.customerservice.domain.ticket.SlaApplied;
import dev.customerservice.domain.ticket.SlaPolicyId;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TagsChanged;
import dev.customerservice.domain.ticket.TeamChanged;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells a history in short words; times are such as {@code 02T09:00} in March 2026, whose second is a Monday. Whatever is read is read in
 * batch form too, twice, and both forms must agree.
 */
final class Story {
    static final TicketId TICKET = TicketId.of("T-1");
    /** Monday to Friday from nine to five in London, which has UTC until the 29th. */
    static final BusinessCalendar OFFICE = BusinessCalendar.builder()
            .id("office")
            .zone(ZoneId.of("Europe/London"))
            .hours(WeeklyHours.of(MONDAY, FRIDAY, "09:00-17:00"))
            .build();

    private final TicketHistory history;

    private Story(TicketHistory history) {
        this.history = history;
    }

    static Instant at(String time) {
        return Instant.parse("2026-03-" + time + ":00Z");
    }

    static Optional<Instant> maybe(String time) {
        return Optional.of(at(time));
    }

    static Story created(String time) {
        return created(time, Actor.customer("c-7"), TicketDetails.builder().status(Status.OPEN));
    }

    static Story created(String time, TicketDetails.Builder details) {
        return created(time, Actor.customer("c-7"), details);
    }

    static Story created(String time, Actor by, TicketDetails.Builder details) {
        return new Story(TicketHistory.of(new TicketCreated(EventHead.of(TICKET, at(time), by), details.build())));
    }

    static EventHead agent(String time) {
        return EventHead.of(TICKET, at(time), Actor.agent("ana"));
    }

    static EventHead customer(String time) {
        return EventHead.of(TICKET, at(time), Actor.customer("c-7"));
    }

    TicketHistory history() {
        return history;
    }

    Story then(TicketEvent event) {
        return new Story(history.plus(event));
    }

    Story reply(String time) {
        return then(MessageAdded.of(agent(time), Audience.CUSTOMER));
    }

    Story message(String time) {
        return then(MessageAdded.of(customer(time), Audience.CUSTOMER));
    }

    Story status(String time, Status to) {
        return then(new StatusChanged(agent(time), to));
    }

    Story team(String time, String team) {
        return then(new TeamChanged(agent(time), Optional.of(TeamId.of(team))));
    }

    Story assigned(String time, String to) {
        return then(new AssigneeChanged(agent(time), Optional.of(AgentId.of(to))));
    }

    Story priority(String time, Priority to) {
        return then(new PriorityChanged(agent(time), to));
    }

    Story tagged(String time, String tag) {
        return then(new TagsChanged(agent(time), Set.of(tag), Set.of()));
    }

    Story untagged(String time, String tag) {
        return then(new TagsChanged(agent(time), Set.of(), Set.of(tag)));
    }

    Story due(String time, SlaMetric metric, String due) {
        return then(new DueDateSet(agent(time), metric.id(), maybe(due)));
    }

    Story applied(String time, String policy, String version) {
        return then(new SlaApplied(agent(time), SlaPolicyId.of(policy), version));
    }

    /** A target of some hours of the office. */
    static SlaTarget hours(SlaMetric metric, int hours) {
        return SlaTarget.of(metric, Duration.ofHours(hours)).during("office");
    }

    static SlaPolicy policy(String id, SlaTarget... targets) {
        return SlaPolicy.builder().id(id).addTargets(targets).build();
    }

    SlaReadings read(String asOf, SlaPolicy... policies) {
        return read(SlaBook.of(policies).resolve(CalendarBook.of(OFFICE)), at(asOf));
    }

    SlaReading read(String asOf, SlaTarget target) {
        return read(asOf, target, OFFICE);
    }

    SlaReadings read(String asOf, SlaPlan plan) {
        return read(plan, at(asOf));
    }

    SlaReading read(String asOf, SlaTarget target, BusinessCalendar calendar) {
        return read(policy("one", target).resolve(CalendarBook.of(calendar)), at(asOf))
                .get(target.metric());
    }

    private SlaReadings read(SlaPlan plan, Instant asOf) {
        List<TicketHistory> twice = List.of(history, history);
        Forms.assertSame(plan, twice, plan.pack(twice), asOf);
        return plan.read(history, asOf);
    }
}

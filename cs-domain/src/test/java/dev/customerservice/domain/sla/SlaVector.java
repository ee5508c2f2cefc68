package dev.customerservice.domain.sla;

import com.fasterxml.jackson.databind.JsonNode;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.AssigneeChanged;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.Deleted;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.FieldChanged;
import dev.customerservice.domain.ticket.HistoryCheck;
import dev.customerservice.domain.ticket.Merged;
import dev.customerservice.domain.ticket.MessageAdded;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.PriorityChanged;
import dev.customerservice.domain.ticket.SlaApplied;
import dev.customerservice.domain.ticket.SlaPolicyId;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusCategory;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TeamChanged;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.domain.ticket.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A case of the SLA vectors as values of the library: one policy with a version for each change, calendars, a history. */
final class SlaVector {
    private static final TicketId TICKET = TicketId.of("T-1");
    private static final SlaPolicyId POLICY = SlaPolicyId.of("vector");
    private static final Set<String> FIELDS = Set.of(
            "id",
            "system",
            "provenance",
            "source",
            "title",
            "note",
            "verifiedBy",
            "expectedFrom",
            "calendar",
            "policy",
            "events",
            "evaluateAt",
            "expect");
    private static final Set<String> EVENT_FIELDS = Set.of(
            "at",
            "type",
            "status",
            "priority",
            "author",
            "agent",
            "team",
            "to",
            "visibility",
            "target",
            "targets",
            "removed",
            "calendar",
            "into",
            "reason");

    private final VectorPolicy policy;
    private final List<SlaTarget> targets = new ArrayList<>();
    private final List<SlaPolicy> versions = new ArrayList<>();
    private final List<TicketEvent> events = new ArrayList<>();
    private CalendarBook calendars = CalendarBook.of();
    private JsonNode goals;
    private boolean removed;

    SlaVector(JsonNode vector) {
        VectorJson.requireKnown(vector, FIELDS);
        goals = vector.get("policy");
        policy = new VectorPolicy(goals);
        addCalendar(vector.get("calendar"));
        addVersion();
        vector.get("events").forEach(this::addEvent);
    }

    SlaMetric metric() {
        return policy.metric();
    }

    /** The first target, for what a clock that has not started says. */
    SlaTarget target() {
        return targets.get(0);
    }

    SlaPlan plan() {
        return SlaBook.builder()
                .policies(versions)
                .rematch(Rematch.AT_CREATION)
                .build()
                .resolve(calendars);
    }

    TicketHistory history() {
        HistoryCheck check = TicketHistory.check(events, Workflow.anyChange());
        if (check instanceof HistoryCheck.Refused refused) {
            throw VectorRefusal.of(refused.fault());
        }
        return ((HistoryCheck.Accepted) check).history();
    }

    private void addCalendar(JsonNode calendar) {
        calendars = calendars.with(
                CalendarId.of("calendar-" + (calendars.ids().size() + 1)), VectorCalendar.read(calendar));
    }

    /** One more version of the policy, with the goals and the calendar of now. */
    private void addVersion() {
        SlaTarget target =
                policy.target(goals, CalendarId.of("calendar-" + calendars.ids().size()));
        targets.add(target);
        versions.add(version().addTarget(target).build());
    }

    private SlaPolicy.Builder version() {
        return SlaPolicy.builder().id(POLICY).version(Integer.toString(versions.size() + 1));
    }

    private void addEvent(JsonNode event) {
        VectorJson.requireKnown(event, EVENT_FIELDS);
        Instant at = Instant.parse(event.get("at").asText());
        EventHead agent = EventHead.of(TICKET, at, Actor.agent("ana"));
        switch (event.get("type").asText()) {
            case "created" -> addCreated(event, at);
            case "status" ->
                events.add(new StatusChanged(agent, status(event.get("to").asText())));
            case "priority" ->
                events.add(
                        new PriorityChanged(agent, Priority.of(event.get("to").asText(), 0)));
            case "agent_reply" -> addReply(event, at);
            case "customer_message" ->
                events.add(MessageAdded.of(EventHead.of(TICKET, at, Actor.customer("c-7")), Audience.CUSTOMER));
            case "assigned" -> {
                if (event.has("team")) {
                    events.add(new TeamChanged(
                            agent, VectorJson.text(event.get("team")).map(TeamId::of)));
                }
                if (event.has("agent")) {
                    events.add(new AssigneeChanged(
                            agent, VectorJson.text(event.get("agent")).map(AgentId::of)));
                }
            }
            case "policy_applied" -> events.add(new FieldChanged(agent, VectorPolicy.ATTACHED, Optional.of("yes")));
            case "policy_changed" -> {
                if (event.path("removed").asBoolean()) {
                    versions.add(version().build());
                    applyLatest(agent);
                    removed = true;
                } else {
                    goals = event;
                    addVersion();
                    applyLatest(agent);
                }
            }
            case "calendar_changed" -> {
                addCalendar(event.get("calendar"));
                addVersion();
                applyLatest(agent);
            }
            case "merged" -> events.add(new Merged(agent, TicketId.of("T-2")));
            case "deleted" -> events.add(new Deleted(agent));
            default -> throw new VectorRefusal("unknown-event-type");
        }
    }

    private void applyLatest(EventHead head) {
        if (!removed) {
            events.add(new SlaApplied(head, POLICY, Integer.toString(versions.size())));
        }
    }

    private void addReply(JsonNode event, Instant at) {
        Actor author = author(VectorJson.word(event, "author", "agent", List.of("agent", "bot")));
        boolean open = VectorJson.word(event, "visibility", "public", List.of("public", "private"))
                .equals("public");
        events.add(MessageAdded.of(EventHead.of(TICKET, at, author), open ? Audience.CUSTOMER : Audience.INTERNAL));
    }

    private void addCreated(JsonNode event, Instant at) {
        TicketDetails.Builder details =
                TicketDetails.builder().status(status(event.path("status").asText("NEW")));
        VectorJson.text(event.path("priority")).ifPresent(priority -> details.priority(Priority.of(priority, 0)));
        details.assignee(VectorJson.text(event.path("agent")).map(AgentId::of));
        details.team(VectorJson.text(event.path("team")).map(TeamId::of));
        Actor author = author(VectorJson.word(event, "author", "customer", List.of("customer", "agent", "bot")));
        events.add(new TicketCreated(EventHead.of(TICKET, at, author), details.build()));
    }

    private static Actor author(String kind) {
        return switch (kind) {
            case "agent" -> Actor.agent("ana");
            case "bot" -> Actor.bot("greeter");
            default -> Actor.customer("c-7");
        };
    }

    private Status status(String name) {
        return Status.of(name, policy.stops(name) ? StatusCategory.SOLVED : StatusCategory.OPEN);
    }
}

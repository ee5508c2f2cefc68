package dev.customerservice.domain.sla;

import com.fasterxml.jackson.databind.JsonNode;
import dev.customerservice.domain.calendar.Break;
import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.calendar.DateOverride;
import dev.customerservice.domain.calendar.Holiday;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.AssigneeChanged;
import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.Deleted;
import dev.customerservice.domain.ticket.EventHead;
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
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A case of the SLA vectors as values of the library: one policy with a version for each change, calendars, a history. */
final class SlaVector {
    private static final TicketId TICKET = TicketId.of("T-1");
    private static final SlaPolicyId POLICY = SlaPolicyId.of("vector");
    private static final Set<String> REPLY_CLOCKS =
            Set.of("FIRST_REPLY", "NEXT_REPLY", "PERIODIC_UPDATE", "PAUSABLE_UPDATE");
    private static final Map<String, SlaMetric> METRICS = Map.of(
            "FIRST_REPLY", SlaMetric.FIRST_REPLY,
            "NEXT_REPLY", SlaMetric.NEXT_REPLY,
            "PERIODIC_UPDATE", SlaMetric.PERIODIC_UPDATE,
            "PAUSABLE_UPDATE", SlaMetric.PAUSABLE_UPDATE,
            "REQUESTER_WAIT", SlaMetric.REQUESTER_WAIT,
            "AGENT_WORK", SlaMetric.AGENT_WORK,
            "RESOLUTION", SlaMetric.RESOLUTION,
            "TIME_TO_OWN", SlaMetric.TIME_TO_OWN,
            "GROUP_OWNERSHIP", SlaMetric.GROUP_OWNERSHIP);

    private final JsonNode policy;
    private final Set<String> stops = new LinkedHashSet<>();
    private final SlaMetric metric;
    private final List<SlaPolicy> versions = new ArrayList<>();
    private final List<TicketEvent> events = new ArrayList<>();
    private CalendarBook calendars = CalendarBook.of();
    private JsonNode goals;
    private int calendarCount;

    SlaVector(JsonNode vector) {
        policy = vector.get("policy");
        goals = policy;
        metric = metricOf();
        addCalendar(vector.get("calendar"));
        addVersion(true);
        vector.get("events").forEach(this::addEvent);
    }

    SlaMetric metric() {
        return metric;
    }

    SlaPlan plan() {
        return SlaBook.builder()
                .policies(versions)
                .rematch(Rematch.AT_CREATION)
                .build()
                .resolve(calendars);
    }

    TicketHistory history() {
        return TicketHistory.of(events);
    }

    private static String[] texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts.toArray(String[]::new);
    }

    private SlaMetric metricOf() {
        String name = policy.get("metric").asText();
        stops.addAll(policy.has("stopOn") ? Arrays.asList(texts(policy.get("stopOn"))) : List.of("RESOLVED", "CLOSED"));
        List<String> pauses = policy.has("pauseOn")
                ? Arrays.asList(texts(policy.get("pauseOn")))
                : switch (name) {
                    case "PAUSABLE_UPDATE", "REQUESTER_WAIT" -> List.of("PENDING");
                    case "AGENT_WORK" -> List.of("PENDING", "ON_HOLD");
                    default -> List.of();
                };
        if (REPLY_CLOCKS.contains(name)) {
            stops.removeAll(pauses);
        }
        TicketCondition done = TicketCondition.is(Attribute.STATUS, stops.toArray(String[]::new));
        SlaMetric.Builder built = SlaMetric.builder()
                .from(Objects.requireNonNull(METRICS.get(name), name))
                .pausedWhile(TicketCondition.is(Attribute.STATUS, pauses.toArray(String[]::new)));
        TicketCondition open = TicketCondition.not(done);
        TicketCondition awaiting = TicketCondition.is(Attribute.AWAITING_NEXT_REPLY);
        TicketCondition inTeam = TicketCondition.is(Attribute.IN_TEAM);
        TicketCondition reply = SlaMetric.PERIODIC_UPDATE.reset();
        switch (name) {
            case "NEXT_REPLY" ->
                built.stop(TicketCondition.not(awaiting).or(done))
                        .start((policy.path("afterFirstReply").asBoolean()
                                        ? awaiting.and(TicketCondition.is(Attribute.REPLIED))
                                        : awaiting)
                                .and(open));
            case "GROUP_OWNERSHIP" ->
                built.stop(TicketCondition.not(inTeam).or(done)).start(inTeam.and(open));
            case "PERIODIC_UPDATE", "PAUSABLE_UPDATE" -> built.stop(done).start(reply.and(open));
            default -> built.stop(done);
        }
        switch (policy.path("startOn").asText()) {
            case "policy_applied" -> built.start(TicketCondition.is(Attribute.POLICY_APPLIED));
            case "customer_message" -> {
                if (name.equals("FIRST_REPLY")) {
                    built.start(TicketCondition.is(Attribute.CUSTOMER_WROTE));
                }
            }
            default -> {}
        }
        if (policy.has("reopen")) {
            String reopen = policy.get("reopen").asText();
            built.again(
                    reopen.equals("RESUME_INCLUDING_SOLVED") ? Again.RESUME_INCLUDING_STOPPED : Again.valueOf(reopen));
        }
        return built.build();
    }

    private void addCalendar(JsonNode calendar) {
        calendarCount++;
        calendars = calendars.with(CalendarId.of("calendar-" + calendarCount), time(calendar));
    }

    private static BusinessTime time(JsonNode calendar) {
        if (calendar.has("union")) {
            return BusinessTime.union(members(calendar.get("union")));
        }
        if (calendar.has("intersection")) {
            return BusinessTime.intersection(members(calendar.get("intersection")));
        }
        if (calendar.has("difference")) {
            return BusinessTime.difference(members(calendar.get("difference")));
        }
        BusinessCalendar.Builder built = BusinessCalendar.builder()
                .id("vector")
                .zone(calendar.get("timeZone").asText());
        List<WeeklyHours> hours = new ArrayList<>();
        calendar.path("weekly")
                .properties()
                .forEach(day -> hours.add(WeeklyHours.of(weekday(day.getKey()), ranges(day.getValue()))));
        built.hours(hours.stream().reduce(WeeklyHours.closed(), WeeklyHours::and));
        calendar.path("weeklyBreaks").properties().forEach(day -> {
            for (String range : ranges(day.getValue())) {
                built.addBreak(Break.every(weekday(day.getKey()), range));
            }
        });
        calendar.path("breaks").properties().forEach(date -> {
            for (String range : ranges(date.getValue())) {
                built.addBreak(Break.on(LocalDate.parse(date.getKey()), range));
            }
        });
        calendar.path("overrides")
                .properties()
                .forEach(date ->
                        built.addOverride(DateOverride.on(LocalDate.parse(date.getKey()), ranges(date.getValue()))));
        calendar.path("holidays").forEach(date -> built.addHoliday(Holiday.on(LocalDate.parse(date.asText()))));
        return built.build();
    }

    private static List<BusinessTime> members(JsonNode list) {
        List<BusinessTime> members = new ArrayList<>();
        list.forEach(member -> members.add(time(member)));
        return members;
    }

    private static DayOfWeek weekday(String key) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().startsWith(key) && key.length() == 3)
                .findFirst()
                .orElseThrow();
    }

    private static String[] ranges(JsonNode list) {
        List<String> ranges = new ArrayList<>();
        list.forEach(
                range -> ranges.add(range.get(0).asText() + "-" + range.get(1).asText()));
        return ranges.toArray(String[]::new);
    }

    /** One more version of the policy, with the goals and the calendar of now, or with no promise at all. */
    private void addVersion(boolean promises) {
        SlaPolicy.Builder built = SlaPolicy.builder().id(POLICY).version(Integer.toString(versions.size() + 1));
        if (promises) {
            SlaTarget.Builder target = SlaTarget.builder().metric(metric);
            if (goals.has("targets")) {
                goals.get("targets").properties().stream()
                        .filter(goal -> !goal.getKey().equals("DEFAULT"))
                        .forEach(goal -> target.addGoal(new Goal(
                                TicketCondition.is(Attribute.PRIORITY, goal.getKey()), duration(goal.getValue()))));
            }
            JsonNode rest = goals.has("target")
                    ? goals.get("target")
                    : goals.get("targets").get("DEFAULT");
            if (rest != null) {
                target.addGoal(new Goal(TicketCondition.always(), duration(rest)));
            }
            if (!policy.path("hours").asText().equals("calendar")) {
                target.calendar(CalendarId.of("calendar-" + calendarCount));
            }
            if (policy.has("retarget")) {
                target.retarget(Retarget.valueOf(policy.get("retarget").asText()));
            }
            if (policy.has("calendarChange")) {
                target.calendarChange(
                        CalendarChange.valueOf(policy.get("calendarChange").asText()));
            }
            built.addTarget(target.build());
        }
        versions.add(built.build());
    }

    private static Duration duration(JsonNode text) {
        return Duration.parse(text.asText());
    }

    private void addEvent(JsonNode event) {
        Instant at = Instant.parse(event.get("at").asText());
        EventHead agent = EventHead.of(TICKET, at, Actor.agent("ana"));
        EventHead customer = EventHead.of(TICKET, at, Actor.customer("c-7"));
        switch (event.get("type").asText()) {
            case "created" -> addCreated(event, at);
            case "status" ->
                events.add(new StatusChanged(agent, status(event.get("to").asText())));
            case "priority" ->
                events.add(
                        new PriorityChanged(agent, Priority.of(event.get("to").asText(), 0)));
            case "agent_reply" ->
                events.add(MessageAdded.of(
                        EventHead.of(TICKET, at, author(event.path("author").asText("agent"))),
                        event.path("visibility").asText("public").equals("public")
                                ? Audience.CUSTOMER
                                : Audience.INTERNAL));
            case "customer_message" -> events.add(MessageAdded.of(customer, Audience.CUSTOMER));
            case "assigned" -> {
                if (event.has("team")) {
                    events.add(new TeamChanged(agent, text(event.get("team")).map(TeamId::of)));
                }
                if (event.has("agent")) {
                    events.add(
                            new AssigneeChanged(agent, text(event.get("agent")).map(AgentId::of)));
                }
            }
            case "policy_applied" -> applyLatest(agent);
            case "policy_changed" -> {
                goals = event;
                addVersion(!event.path("removed").asBoolean());
                applyLatest(agent);
            }
            case "calendar_changed" -> {
                addCalendar(event.get("calendar"));
                addVersion(true);
                applyLatest(agent);
            }
            case "merged" -> events.add(new Merged(agent, TicketId.of("T-2")));
            case "deleted" -> events.add(new Deleted(agent));
            default -> throw new IllegalArgumentException("unknown-event-type");
        }
    }

    private void applyLatest(EventHead head) {
        events.add(new SlaApplied(head, POLICY, Integer.toString(versions.size())));
    }

    private void addCreated(JsonNode event, Instant at) {
        TicketDetails.Builder details =
                TicketDetails.builder().status(status(event.path("status").asText("NEW")));
        text(event.path("priority")).ifPresent(priority -> details.priority(Priority.of(priority, 0)));
        details.assignee(text(event.path("agent")).map(AgentId::of));
        details.team(text(event.path("team")).map(TeamId::of));
        EventHead head = EventHead.of(TICKET, at, author(event.path("author").asText("customer")));
        events.add(new TicketCreated(head, details.build()));
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    }

    private static Actor author(String kind) {
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "agent" -> Actor.agent("ana");
            case "bot" -> Actor.bot("greeter");
            case "customer" -> Actor.customer("c-7");
            default -> throw new IllegalArgumentException("unknown-option");
        };
    }

    private Status status(String name) {
        return Status.of(name, stops.contains(name) ? StatusCategory.SOLVED : StatusCategory.OPEN);
    }
}

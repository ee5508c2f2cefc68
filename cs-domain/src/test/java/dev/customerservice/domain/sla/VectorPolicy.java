package dev.customerservice.domain.sla;

import static dev.customerservice.domain.ticket.TicketCondition.is;
import static dev.customerservice.domain.ticket.TicketCondition.not;

import com.fasterxml.jackson.databind.JsonNode;
import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.TicketCondition;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the policy of a case: the metric as it is configured there, and targets for it. */
final class VectorPolicy {
    /** The custom field that says that an internal agreement was attached. */
    static final String ATTACHED = "attached";

    private static final Set<String> FIELDS = Set.of(
            "metric",
            "target",
            "targets",
            "hours",
            "pauseOn",
            "stopOn",
            "startOn",
            "afterFirstReply",
            "reopen",
            "retarget",
            "calendarChange",
            "dayMode",
            "endOfWorkingDay",
            "escalations");
    private static final List<String> STARTS =
            List.of("created", "customer_message", "agent_reply", "policy_applied", "assigned");
    private static final List<String> REOPENS =
            List.of("RESUME", "ONCE", "RESUME_INCLUDING_SOLVED", "NEW_CYCLE", "RESTART");
    private static final String DAYS = "[-+]?P[-+]?[0-9]+D";

    /**
     * What the format says of a metric.
     *
     * @param definition the metric of the library
     * @param starts the words allowed for its start
     * @param reopens the words allowed for its reopening
     * @param pauses the statuses that pause it unless others are given
     */
    private record Row(SlaMetric definition, List<String> starts, List<String> reopens, List<String> pauses) {}

    private static final Map<String, Row> ROWS = Map.of(
            "FIRST_REPLY",
            row(SlaMetric.FIRST_REPLY, List.of("created", "customer_message"), List.of("RESUME", "ONCE")),
            "NEXT_REPLY",
            row(SlaMetric.NEXT_REPLY, List.of("customer_message"), List.of()),
            "PERIODIC_UPDATE",
            row(SlaMetric.PERIODIC_UPDATE, List.of("agent_reply"), List.of()),
            "PAUSABLE_UPDATE",
            row(SlaMetric.PAUSABLE_UPDATE, List.of("agent_reply"), List.of(), "PENDING"),
            "REQUESTER_WAIT",
            row(SlaMetric.REQUESTER_WAIT, List.of("created", "policy_applied"), REOPENS, "PENDING"),
            "AGENT_WORK",
            row(SlaMetric.AGENT_WORK, List.of("created", "policy_applied"), REOPENS, "PENDING", "ON_HOLD"),
            "RESOLUTION",
            row(SlaMetric.RESOLUTION, List.of("created", "policy_applied"), REOPENS),
            "TIME_TO_OWN",
            row(SlaMetric.TIME_TO_OWN, List.of("created", "policy_applied"), List.of("RESUME", "ONCE")),
            "GROUP_OWNERSHIP",
            row(SlaMetric.GROUP_OWNERSHIP, List.of("assigned"), List.of("NEW_CYCLE")));

    private final JsonNode policy;
    private final String name;
    private final Set<String> stops;
    private final SlaMetric metric;

    VectorPolicy(JsonNode policy) {
        VectorJson.requireKnown(policy, FIELDS);
        this.policy = policy;
        this.name = policy.get("metric").asText();
        Row row = ROWS.get(name);
        if (row == null) {
            throw new VectorRefusal("unknown-metric");
        }
        List<String> pauses = policy.has("pauseOn") ? VectorJson.texts(policy.get("pauseOn")) : row.pauses();
        if (Set.of("PERIODIC_UPDATE", "TIME_TO_OWN").contains(name) && !pauses.isEmpty()) {
            throw new VectorRefusal("metric-never-pauses");
        }
        this.stops = new LinkedHashSet<>(
                policy.has("stopOn") ? VectorJson.texts(policy.get("stopOn")) : List.of("RESOLVED", "CLOSED"));
        if (Set.of("FIRST_REPLY", "NEXT_REPLY", "PERIODIC_UPDATE", "PAUSABLE_UPDATE")
                .contains(name)) {
            pauses.forEach(stops::remove);
        }
        this.metric = metric(row, pauses);
        for (Map.Entry<String, List<String>> option : Map.of(
                        "hours", List.of("business", "calendar"), "dayMode", List.of("BUSINESS_DAYS"))
                .entrySet()) {
            VectorJson.word(policy, option.getKey(), "", option.getValue());
        }
    }

    private static Row row(SlaMetric definition, List<String> starts, List<String> reopens, String... pauses) {
        return new Row(definition, starts, reopens, List.of(pauses));
    }

    SlaMetric metric() {
        return metric;
    }

    boolean stops(String status) {
        return stops.contains(status);
    }

    private SlaMetric metric(Row row, List<String> pauses) {
        TicketCondition done = is(Attribute.STATUS, stops.toArray(String[]::new));
        SlaMetric.Builder built = SlaMetric.builder()
                .from(row.definition())
                .pausedWhile(is(Attribute.STATUS, pauses.toArray(String[]::new)));
        TicketCondition awaiting = is(Attribute.AWAITING_NEXT_REPLY);
        TicketCondition inTeam = is(Attribute.IN_TEAM);
        boolean afterFirstReply = VectorJson.flag(policy, "afterFirstReply");
        switch (name) {
            case "NEXT_REPLY" ->
                built.stop(not(awaiting).or(done))
                        .start((afterFirstReply ? awaiting.and(is(Attribute.REPLIED)) : awaiting).and(not(done)));
            case "GROUP_OWNERSHIP" -> built.stop(not(inTeam).or(done)).start(inTeam.and(not(done)));
            case "PERIODIC_UPDATE", "PAUSABLE_UPDATE" ->
                built.stop(done).start(SlaMetric.PERIODIC_UPDATE.reset().and(not(done)));
            default -> built.stop(done);
        }
        String start = supported("startOn", STARTS, row.starts(), "start-not-supported");
        if (start.equals("policy_applied")) {
            built.start(TicketCondition.field(ATTACHED, "yes"));
        } else if (start.equals("customer_message") && name.equals("FIRST_REPLY")) {
            built.start(is(Attribute.CUSTOMER_WROTE));
        }
        String reopen = supported("reopen", REOPENS, row.reopens(), "reopen-not-supported");
        if (!reopen.isEmpty()) {
            built.again(
                    reopen.equals("RESUME_INCLUDING_SOLVED") ? Again.RESUME_INCLUDING_STOPPED : Again.valueOf(reopen));
        }
        return built.build();
    }

    private String supported(String field, List<String> words, List<String> ofMetric, String code) {
        String word = VectorJson.word(policy, field, "", words);
        if (!word.isEmpty() && !ofMetric.contains(word)) {
            throw new VectorRefusal(code);
        }
        return word;
    }

    /** A target with the goals of the policy or of an event that changes them. */
    SlaTarget target(JsonNode goals, CalendarId calendar) {
        if (goals.has("target") == goals.has("targets")) {
            throw new VectorRefusal("target-or-targets");
        }
        SlaTarget.Builder target = SlaTarget.builder()
                .metric(metric)
                .retarget(Retarget.valueOf(VectorJson.word(
                        policy, "retarget", "KEEP_ELAPSED", List.of("KEEP_ELAPSED", "RESTART", "PROPORTIONAL"))))
                .calendarChange(CalendarChange.valueOf(
                        VectorJson.word(policy, "calendarChange", "SPLIT", List.of("SPLIT", "RECOUNT"))));
        if (goals.has("target")) {
            target.addGoal(new Goal(TicketCondition.always(), time(goals.get("target"))));
        } else {
            addGoals(goals.get("targets"), target);
        }
        if (!policy.path("hours").asText().equals("calendar")) {
            target.calendar(calendar);
        }
        int position = 0;
        for (JsonNode level : policy.path("escalations")) {
            target.addEscalation(escalation(level, ++position));
        }
        return target.build();
    }

    private void addGoals(JsonNode matrix, SlaTarget.Builder target) {
        matrix.properties().stream()
                .filter(goal -> !goal.getKey().equals("DEFAULT"))
                .forEach(
                        goal -> target.addGoal(new Goal(is(Attribute.PRIORITY, goal.getKey()), time(goal.getValue()))));
        if (matrix.has("DEFAULT")) {
            target.addGoal(new Goal(TicketCondition.always(), time(matrix.get("DEFAULT"))));
        } else if (matrix.isEmpty()) {
            target.addGoal(new Goal(TicketCondition.never(), Duration.ofSeconds(1)));
        }
    }

    private TargetTime time(JsonNode node) {
        String text = node.asText();
        if (!policy.has("dayMode") || !text.matches(DAYS)) {
            return TargetTime.parse(text);
        }
        int days = days(text, "bad-target");
        return VectorJson.flag(policy, "endOfWorkingDay")
                ? TargetTime.endOfWorkingDay(days)
                : TargetTime.workingDays(days);
    }

    private static int days(String text, String code) {
        try {
            return Integer.parseInt(text.replaceAll("[PD+]", ""));
        } catch (NumberFormatException e) {
            throw new VectorRefusal(code);
        }
    }

    private Escalation escalation(JsonNode level, int position) {
        VectorJson.requireKnown(level, Set.of("level", "offset", "percent", "basis", "onlyInsideHours"));
        if (level.has("offset") == level.has("percent")) {
            throw new VectorRefusal("bad-escalation");
        }
        return Escalation.of(
                        level.path("level").asInt(position),
                        level.has("percent") ? percent(level.get("percent")) : offset(level))
                .withOnlyInsideHours(VectorJson.flag(level, "onlyInsideHours"));
    }

    private static EscalationTime percent(JsonNode percent) {
        if (!percent.isInt()) {
            throw new VectorRefusal("bad-escalation");
        }
        return new EscalationTime.Percent(percent.asInt());
    }

    private EscalationTime offset(JsonNode level) {
        String text = level.get("offset").asText();
        boolean wall = VectorJson.word(level, "basis", "BUSINESS", List.of("BUSINESS", "WALL"))
                .equals("WALL");
        if (text.matches(DAYS)) {
            if (!policy.has("dayMode")) {
                throw new VectorRefusal("unqualified-day");
            }
            return new EscalationTime.WorkingDayOffset(days(text, "bad-escalation"));
        }
        if (text.matches(DAYS + "T.+")) {
            throw new VectorRefusal("mixed-target");
        }
        try {
            Duration offset = Duration.parse(text);
            return wall ? new EscalationTime.WallOffset(offset) : new EscalationTime.OpenOffset(offset);
        } catch (DateTimeException e) {
            throw new VectorRefusal("bad-escalation");
        }
    }
}

package dev.customerservice.domain.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableMap;
import dev.customerservice.domain.calendar.Break;
import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.calendar.DatedBreak;
import dev.customerservice.domain.calendar.Holiday;
import dev.customerservice.domain.calendar.LocalTimeRange;
import dev.customerservice.domain.calendar.WeeklyBreak;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.exchange.LogMapping;
import dev.customerservice.domain.exchange.LogTime;
import dev.customerservice.domain.exchange.StatedColumn;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.sla.Anchor;
import dev.customerservice.domain.sla.Escalation;
import dev.customerservice.domain.sla.EscalationAction;
import dev.customerservice.domain.sla.EscalationLadder;
import dev.customerservice.domain.sla.EscalationTime;
import dev.customerservice.domain.sla.SlaBook;
import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.sla.SlaPolicy;
import dev.customerservice.domain.sla.SlaTarget;
import dev.customerservice.domain.sla.TargetTime;
import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.SlaPolicyId;
import dev.customerservice.domain.ticket.TicketCondition;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the wire form adds to the types, in annotations that both majors of Jackson share. */
final class Mixins {
    private static final ImmutableMap<Class<?>, Class<?>> BY_TYPE = ImmutableMap.<Class<?>, Class<?>>builder()
            .put(CalendarId.class, Identity.class)
            .put(SlaPolicyId.class, Identity.class)
            .put(SlaMetricId.class, Identity.class)
            .put(Attribute.class, Text.class)
            .put(LocalTimeRange.class, Text.class)
            .put(WeeklyHours.class, Hours.class)
            .put(Holiday.class, Holidays.class)
            .put(Break.class, Breaks.class)
            .put(BusinessCalendar.class, Calendar.class)
            .put(LogMapping.class, Mapping.class)
            .put(LogTime.class, Time.class)
            .put(StatedColumn.class, Stated.class)
            .put(SlaBook.class, Policies.class)
            .put(SlaPolicy.class, Policy.class)
            .put(SlaTarget.class, Target.class)
            .put(SlaMetric.class, Metric.class)
            .put(Anchor.class, Text.class)
            .put(TargetTime.class, TargetTimes.class)
            .put(Escalation.class, Level.class)
            .put(EscalationTime.class, LevelTimes.class)
            .put(EscalationAction.class, Actions.class)
            .put(EscalationLadder.class, Ladder.class)
            .put(AgentId.class, Identity.class)
            .put(RoleId.class, Identity.class)
            .put(TeamId.class, Identity.class)
            .put(TicketCondition.class, Conditions.class)
            .buildOrThrow();

    private Mixins() {}

    static List<JsonForm<?>> forms() {
        return Stream.of(BY_TYPE, EventMixins.BY_TYPE)
                .flatMap(types -> types.entrySet().stream())
                .<JsonForm<?>>map(entry -> JsonForm.annotated(entry.getKey(), entry.getValue()))
                .toList();
    }

    abstract static class Identity {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Object of(String value) {
            return value;
        }

        @JsonValue
        abstract String value();
    }

    private abstract static class Text {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Object parse(String text) {
            return text;
        }

        @Override
        @JsonValue
        public abstract String toString();
    }

    @SuppressWarnings("UnusedVariable") // the constructor stands for the one it annotates
    private abstract static class Hours {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        @SuppressWarnings("UnusedVariable") // stands for the constructor of the mixed-in record
        Hours(Map<DayOfWeek, List<LocalTimeRange>> byDay) {}

        @JsonValue
        abstract Map<DayOfWeek, List<LocalTimeRange>> byDay();
    }

    private abstract static class Holidays {
        @JsonProperty("first")
        abstract LocalDate firstInclusive();

        @JsonProperty("last")
        abstract LocalDate lastInclusive();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = WeeklyBreak.class, name = "weekly"),
        @JsonSubTypes.Type(value = DatedBreak.class, name = "dated")
    })
    private interface Breaks {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonPropertyOrder({"id", "zone", "hours", "breaks", "overrides", "holidays"})
    private interface Calendar {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonPropertyOrder({
        "shape",
        "separator",
        "columns",
        "fields",
        "order_by",
        "time",
        "missing",
        "cleared",
        "statuses",
        "keep",
        "initial_status",
        "priorities",
        "channels",
        "activities",
        "actor_kinds",
        "audiences",
        "actor_kind",
        "created_by",
        "tag_separator",
        "stated",
        "milestones",
        "survey"
    })
    private interface Mapping {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonPropertyOrder({"pattern", "zone"})
    private interface Time {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonPropertyOrder({"name", "column", "kind", "take", "unit", "yes", "no"})
    private interface Stated {
        /** Empty is not the default. */
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @SuppressWarnings("UnusedMethod") // stands for the accessor it annotates
        Set<String> yes();

        /** Empty is not the default. */
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @SuppressWarnings("UnusedMethod") // stands for the accessor it annotates
        Set<String> no();
    }

    @JsonPropertyOrder({"matching", "rematch", "adopt", "policies"})
    private interface Policies {}

    @JsonPropertyOrder({"id", "version", "kind", "effective_from", "effective_until", "applies_to", "targets"})
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private interface Policy {}

    @JsonPropertyOrder({"metric", "goals", "calendar", "retarget", "calendar_change", "escalations"})
    private interface Target {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @SuppressWarnings("UnusedMethod") // stands for the accessor it annotates
        List<Escalation> escalations();
    }

    /** A text alone is open time; all else has a label. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = TargetTime.OpenTime.class)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = TargetTime.WallTime.class, name = "wall_time"),
        @JsonSubTypes.Type(value = TargetTime.OpenThenWallTime.class, name = "open_then_wall_time"),
        @JsonSubTypes.Type(value = TargetTime.WorkingDays.class, name = "working_days"),
        @JsonSubTypes.Type(value = TargetTime.EndOfWorkingDay.class, name = "end_of_working_day"),
        @JsonSubTypes.Type(value = TargetTime.FixedInstant.class, name = "fixed_instant"),
        @JsonSubTypes.Type(value = TargetTime.ByHoursOfStart.class, name = "by_hours_of_start")
    })
    private interface TargetTimes {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonPropertyOrder({"level", "when", "only_inside_hours", "actions"})
    private interface Level {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = EscalationTime.Percent.class, name = "percent"),
        @JsonSubTypes.Type(value = EscalationTime.OpenOffset.class, name = "open_offset"),
        @JsonSubTypes.Type(value = EscalationTime.WallOffset.class, name = "wall_offset"),
        @JsonSubTypes.Type(value = EscalationTime.WorkingDayOffset.class, name = "working_day_offset")
    })
    private interface LevelTimes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = EscalationAction.Notify.class, name = "notify"),
        @JsonSubTypes.Type(value = EscalationAction.RaisePriority.class, name = "raise_priority"),
        @JsonSubTypes.Type(value = EscalationAction.Reassign.class, name = "reassign"),
        @JsonSubTypes.Type(value = EscalationAction.FlagIncident.class, name = "flag_incident")
    })
    private interface Actions {}

    @SuppressWarnings("UnusedVariable") // the constructor stands for the one it annotates
    private abstract static class Ladder {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        @SuppressWarnings("UnusedVariable") // stands for the constructor of the mixed-in record
        Ladder(List<RoleId> rungs) {}

        @JsonValue
        abstract List<RoleId> rungs();
    }

    @JsonPropertyOrder({
        "id",
        "start",
        "stop",
        "finish",
        "paused_while",
        "reset",
        "cancel",
        "again",
        "anchor",
        "after",
        "owner",
        "discards_empty_cycles"
    })
    private interface Metric {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = TicketCondition.Is.class, name = "is"),
        @JsonSubTypes.Type(value = TicketCondition.HasTag.class, name = "has_tag"),
        @JsonSubTypes.Type(value = TicketCondition.AtLeast.class, name = "at_least"),
        @JsonSubTypes.Type(value = TicketCondition.Happened.class, name = "happened"),
        @JsonSubTypes.Type(value = TicketCondition.AllOf.class, name = "all_of"),
        @JsonSubTypes.Type(value = TicketCondition.AnyOf.class, name = "any_of"),
        @JsonSubTypes.Type(value = TicketCondition.Not.class, name = "not"),
        @JsonSubTypes.Type(value = TicketCondition.Code.class, name = "code")
    })
    private interface Conditions {}
}

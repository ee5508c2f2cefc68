package dev.customerservice.domain.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.json.JsonFormatException.Reason;
import dev.customerservice.domain.sla.CalendarChange;
import dev.customerservice.domain.sla.Escalation;
import dev.customerservice.domain.sla.Goal;
import dev.customerservice.domain.sla.Retarget;
import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.sla.SlaTarget;
import dev.customerservice.domain.sla.TargetTime;
import dev.customerservice.domain.ticket.Ticket;
import dev.customerservice.domain.ticket.TicketCondition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What is not written field by field, or may be written more briefly than it is. */
final class Forms {
    private static final ImmutableMap<String, SlaMetric> STANDARD =
            Maps.uniqueIndex(SlaMetric.standard(), metric -> metric.id().value());

    private Forms() {}

    /** The forms of the domain, with code bound to names. */
    static List<JsonForm<?>> of(Map<String, Predicate<Ticket>> code) {
        return ImmutableList.<JsonForm<?>>builder()
                .addAll(Mixins.forms())
                .addAll(Times.forms())
                // The common target is a text, such as PT8H, without a label.
                .add(JsonForm.of(
                        TargetTime.OpenTime.class,
                        TargetTime.OpenTime::toText,
                        tree -> new TargetTime.OpenTime(tree.as(Duration.class))))
                .add(JsonForm.of(
                        TicketCondition.Code.class,
                        condition -> new Named(condition.name()),
                        tree -> bound(tree.as(Named.class), code)))
                .add(JsonForm.reading(
                        SlaTarget.class, tree -> tree.as(BriefTarget.class).toTarget()))
                .build();
    }

    /** Sets have no order of their own, so they are written sorted; the same value is always the same text. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    static List<Object> sorted(Set<?> set) {
        List<Object> sorted = new ArrayList<>(set);
        sorted.sort(
                sorted.stream().allMatch(Comparable.class::isInstance)
                        ? (Comparator) Comparator.naturalOrder()
                        : Comparator.comparing(String::valueOf));
        return sorted;
    }

    /** Code by its name. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = Named.class)
    @JsonTypeName("code")
    record Named(String name) {
        Named {
            JsonTree.requireThere("name", name);
        }
    }

    private static TicketCondition.Code bound(Named named, Map<String, Predicate<Ticket>> code) {
        Predicate<Ticket> test = code.get(named.name());
        if (test == null) {
            throw new JsonFormatException(
                    Reason.NOT_BOUND, "", "must name code that is bound to the reader " + code.keySet() + ".");
        }
        return new TicketCondition.Code(named.name(), test);
    }

    /**
     * A target as people may write it: a standard metric by its name, what pauses it beside it, and a goal for every ticket without a
     * condition. What is written out in full means the same.
     */
    record BriefTarget(
            JsonTree metric,
            Optional<TicketCondition> pausedWhile,
            List<BriefGoal> goals,
            Optional<CalendarId> calendar,
            Optional<Retarget> retarget,
            Optional<CalendarChange> calendarChange,
            Optional<List<Escalation>> escalations) {

        BriefTarget {
            JsonTree.requireThere("metric", metric);
            JsonTree.requireThere("goals", goals);
        }

        SlaTarget toTarget() {
            SlaMetric counted = JsonTree.at("metric", () -> counted(metric));
            SlaTarget.Builder target = SlaTarget.builder()
                    .metric(pausedWhile
                            .map(condition -> SlaMetric.builder()
                                    .from(counted)
                                    .pausedWhile(condition)
                                    .build())
                            .orElse(counted))
                    .goals(goals.stream().map(BriefGoal::toGoal).toList())
                    .calendar(calendar)
                    .escalations(escalations.orElse(List.of()));
            retarget.ifPresent(target::retarget);
            calendarChange.ifPresent(target::calendarChange);
            return target.build();
        }

        private static SlaMetric counted(JsonTree metric) {
            if (!metric.isText()) {
                return metric.as(SlaMetric.class);
            }
            SlaMetric standard = STANDARD.get(metric.as(String.class));
            if (standard == null) {
                throw new JsonFormatException(
                        Reason.UNKNOWN_WORD, "", "must be one of " + STANDARD.keySet() + ", or a metric written out.");
            }
            return standard;
        }
    }

    /** A goal as people may write it. */
    record BriefGoal(Optional<TicketCondition> when, TargetTime within) {
        BriefGoal {
            JsonTree.requireThere("within", within);
        }

        Goal toGoal() {
            return new Goal(when.orElse(TicketCondition.always()), within);
        }
    }
}

package dev.customerservice.domain.sla;

import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.StatusCategory;
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.ticket.TicketCondition.AnyOf;
import dev.customerservice.domain.ticket.TicketCondition.Is;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Finds statuses that are said to stop and to pause the same clock, as far as the conditions name them. */
final class StatusOverlap {
    private StatusOverlap() {}

    static void refuse(SlaMetric metric) {
        Set<String> both = named(metric.stop());
        both.retainAll(named(metric.pausedWhile()));
        if (!both.isEmpty()) {
            throw new SlaException(
                    SlaFault.STOP_AND_PAUSE_OVERLAP,
                    "The statuses " + both + " must not both stop and pause "
                            + metric.id().value() + ".\nMaybe leave them out of what pauses it.");
        }
    }

    private static Set<String> named(TicketCondition condition) {
        Set<String> names = new LinkedHashSet<>();
        collect(condition, names);
        return names;
    }

    private static void addAll(String kind, Set<String> values, Set<String> names) {
        for (String value : values) {
            names.add(kind + value);
        }
    }

    private static void collect(TicketCondition condition, Set<String> names) {
        if (condition instanceof AnyOf any) {
            for (TicketCondition part : any.parts()) {
                collect(part, names);
            }
        } else if (condition instanceof Is is && is.attribute().equals(Attribute.STATUS)) {
            addAll("status ", is.values(), names);
        } else if (condition instanceof Is is && is.attribute().equals(Attribute.STATUS_CATEGORY)) {
            addAll("category ", is.values(), names);
        } else if (condition.equals(TicketCondition.is(Attribute.DONE))) {
            for (StatusCategory category : StatusCategory.values()) {
                if (category.isDone()) {
                    names.add("category " + category.name().toLowerCase(Locale.ROOT));
                }
            }
        }
    }
}

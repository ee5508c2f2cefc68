package dev.customerservice.metrics.kpi;

import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.metrics.facts.Attributes;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.statistics.Absence;
import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A target for each priority, and which priority of a ticket counts. A ticket without one of these is left out.
 *
 * @param id the name in ids, lower-case words joined by underscores
 * @param targets the target of each priority
 * @param latest whether the last known priority counts; else that at the creation
 */
public record PriorityTargets(String id, Map<Priority, Duration> targets, boolean latest) implements Serializable {
    /** Why a ticket without a target is left out. */
    public static final Absence NO_TARGET = new Absence("no_target");

    /** Keeps an unmodifiable copy. */
    public PriorityTargets {
        targets = Map.copyOf(targets);
    }

    /**
     * Sets targets for the last known priority.
     *
     * @param id the name in ids
     * @param targets the target of each priority
     * @return the targets
     */
    public static PriorityTargets of(String id, Map<Priority, Duration> targets) {
        return new PriorityTargets(id, targets, true);
    }

    /** {@return the same targets, for the priority at the creation} */
    public PriorityTargets atCreation() {
        return new PriorityTargets(id, targets, false);
    }

    Optional<Duration> target(TicketFacts ticket) {
        Attributes attributes = latest ? ticket.latest() : ticket.as();
        return attributes.priority().map(targets::get);
    }

    @Override
    public String toString() {
        SortedMap<Priority, Duration> sorted = new TreeMap<>(targets);
        StringBuilder text = new StringBuilder();
        sorted.forEach((priority, target) -> text.append(text.isEmpty() ? "" : ", ")
                .append(priority.name())
                .append(' ')
                .append(target));
        return text + (latest ? "" : " by the priority at creation");
    }
}

package dev.customerservice.roles.quality;

import static java.util.Comparator.comparingDouble;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.metrics.statistics.ConfidenceInterval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * People in tiers: two whose intervals overlap, directly or through others, share a tier, and inside a tier there is no order.
 *
 * @param tiers the tiers, the highest figures first; the people of each sorted by id
 * @param untold the people with too few observations for an interval, who stand in no tier
 */
public record QualityStanding(List<Set<AgentId>> tiers, Set<AgentId> untold) {

    /** Copies everything, keeping the order. */
    public QualityStanding {
        tiers = tiers.stream().map(QualityStanding::copy).toList();
        untold = copy(untold);
    }

    /**
     * Puts people into tiers.
     *
     * @param intervals the interval of each person's figure; empty when there is none
     * @return the tiers
     */
    public static QualityStanding of(Map<AgentId, Optional<ConfidenceInterval>> intervals) {
        Map<String, AgentId> untold = new TreeMap<>();
        Map<AgentId, ConfidenceInterval> known = new HashMap<>();
        intervals.forEach((person, interval) -> interval.ifPresentOrElse(
                bounds -> known.put(person, bounds), () -> untold.put(person.value(), person)));
        List<Map.Entry<AgentId, ConfidenceInterval>> falling = known.entrySet().stream()
                .sorted(comparingDouble((Map.Entry<AgentId, ConfidenceInterval> each) ->
                                -each.getValue().high())
                        .thenComparing(each -> each.getKey().value()))
                .toList();
        List<Set<AgentId>> tiers = new ArrayList<>();
        Map<String, AgentId> tier = new TreeMap<>();
        double reach = Double.POSITIVE_INFINITY;
        for (Map.Entry<AgentId, ConfidenceInterval> next : falling) {
            if (next.getValue().high() < reach && !tier.isEmpty()) {
                tiers.add(new LinkedHashSet<>(tier.values()));
                tier.clear();
                reach = Double.POSITIVE_INFINITY;
            }
            tier.put(next.getKey().value(), next.getKey());
            reach = Math.min(reach, next.getValue().low());
        }
        if (!tier.isEmpty()) {
            tiers.add(new LinkedHashSet<>(tier.values()));
        }
        return new QualityStanding(tiers, new LinkedHashSet<>(untold.values()));
    }

    /**
     * Finds the tier of a person.
     *
     * @param person the person
     * @return the number of the tier, 1 for the highest; empty for somebody untold or unknown
     */
    public OptionalInt tier(AgentId person) {
        for (int i = 0; i < tiers.size(); i++) {
            if (tiers.get(i).contains(person)) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.empty();
    }

    private static Set<AgentId> copy(Set<AgentId> people) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(people));
    }
}

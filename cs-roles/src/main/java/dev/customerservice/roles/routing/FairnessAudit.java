package dev.customerservice.roles.routing;

import static java.util.Comparator.comparing;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.metrics.statistics.Balance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How evenly work was spread over the time people were there for it: units assigned ÷ available hours, person by person.
 *
 * @param perHour the units an hour of each person, sorted by id
 * @param balance Gini and Jain index of these; undefined when nobody got anything
 * @param range the greatest less the least, 0 for nobody
 * @param leftOut who was not available at all, sorted by id
 */
public record FairnessAudit(Map<AgentId, Double> perHour, Balance balance, double range, List<AgentId> leftOut) {

    private static final double BILLION = 1e9;
    private static final double NANOS_AN_HOUR = 3_600_000_000_000.0;

    /** Copies everything, keeping the order. */
    public FairnessAudit {
        perHour = Collections.unmodifiableMap(new LinkedHashMap<>(perHour));
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Looks at what candidates were assigned.
     *
     * @param candidates the candidates, each once
     * @return the audit of those who were available
     */
    public static FairnessAudit of(Collection<Candidate> candidates) {
        Map<AgentId, Double> rates = new LinkedHashMap<>();
        List<AgentId> absent = new ArrayList<>();
        List<Candidate> sorted = candidates.stream()
                .sorted(comparing(candidate -> candidate.agent().value()))
                .toList();
        for (Candidate candidate : sorted) {
            Duration available = candidate.availableTime();
            if (available.isZero()) {
                absent.add(candidate.agent());
            } else {
                // In billionths of a unit first, so that counts over one hour stay whole numbers.
                double hours = available.toNanos() / NANOS_AN_HOUR;
                rates.put(candidate.agent(), Units.of(candidate.assigned(), "assigned") / hours);
            }
        }
        Balance balance =
                Balance.of(rates.values().stream().mapToLong(Math::round).toArray());
        rates.replaceAll((agent, rate) -> rate / BILLION);
        double range = rates.isEmpty() ? 0 : Collections.max(rates.values()) - Collections.min(rates.values());
        return new FairnessAudit(rates, balance, range, absent);
    }
}

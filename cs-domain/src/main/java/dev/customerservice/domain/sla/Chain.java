package dev.customerservice.domain.sla;

import dev.customerservice.domain.ticket.SlaMetricId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Metrics of which some come after others: puts each behind those it waits for. */
final class Chain {
    private final Collection<SlaMetric> metrics;
    private final Set<SlaMetric> ordered = new LinkedHashSet<>();

    private Chain(Collection<SlaMetric> metrics) {
        this.metrics = metrics;
    }

    /**
     * Sorts metrics, changing their order only where one would come before what it waits for.
     *
     * @param metrics distinct metrics
     * @return the same metrics
     * @throws SlaException if some wait for each other in a circle
     */
    static List<SlaMetric> inOrder(Collection<SlaMetric> metrics) {
        Chain chain = new Chain(metrics);
        metrics.forEach(metric -> chain.add(metric, new ArrayList<>()));
        return List.copyOf(chain.ordered);
    }

    private void add(SlaMetric metric, List<SlaMetricId> waiting) {
        if (ordered.contains(metric)) {
            return;
        }
        waiting.add(metric.id());
        metric.after().ifPresent(before -> {
            SlaException.check(
                    !waiting.contains(before),
                    SlaFault.CIRCULAR_CHAIN,
                    "The metrics (%s) must not come after each other in a circle.\nMaybe let the first of them come after none.",
                    waiting.stream().map(SlaMetricId::value).collect(Collectors.joining(" after ")) + " after "
                            + before.value());
            metrics.stream()
                    .filter(candidate -> candidate.id().equals(before))
                    .forEach(candidate -> add(candidate, new ArrayList<>(waiting)));
        });
        ordered.add(metric);
    }
}

package dev.customerservice.domain.sla;

import dev.customerservice.domain.ticket.SlaMetricId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Metrics of which some come after others: puts each behind those it waits for. */
final class Chain {
    private final Collection<SlaMetric> metrics;
    private final List<SlaMetric> ordered = new ArrayList<>();

    private Chain(Collection<SlaMetric> metrics) {
        this.metrics = metrics;
    }

    /**
     * Sorts metrics, changing their order only where one would come before what it waits for.
     *
     * @param metrics some metrics
     * @return the same metrics, each once
     * @throws SlaException if some wait for each other in a circle
     */
    static List<SlaMetric> inOrder(Collection<SlaMetric> metrics) {
        Chain chain = new Chain(metrics);
        for (SlaMetric metric : metrics) {
            chain.add(metric, new ArrayList<>());
        }
        return List.copyOf(chain.ordered);
    }

    private void add(SlaMetric metric, List<SlaMetricId> waiting) {
        if (ordered.contains(metric)) {
            return;
        }
        waiting.add(metric.id());
        if (metric.after().isPresent()) {
            addBefore(metric.after().get(), waiting);
        }
        ordered.add(metric);
    }

    private void addBefore(SlaMetricId before, List<SlaMetricId> waiting) {
        if (waiting.contains(before)) {
            throw new SlaException(
                    SlaFault.CIRCULAR_CHAIN,
                    "The metrics (" + waiting.stream().map(SlaMetricId::value).collect(Collectors.joining(" after "))
                            + " after " + before.value() + ") must not come after each other in a circle.\n"
                            + "Maybe let the first of them come after none.");
        }
        for (SlaMetric candidate : metrics) {
            if (candidate.id().equals(before)) {
                add(candidate, new ArrayList<>(waiting));
            }
        }
    }
}

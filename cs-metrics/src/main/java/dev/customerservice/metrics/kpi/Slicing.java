package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Facet;
import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.facts.When;
import java.util.List;

/** By what facts are cut: a moment, stretches of time that rise and do not overlap, and combinations of facets. */
final class Slicing<F extends Fact> {
    final When<F> when;
    final long[] starts;
    final long[] ends;
    final List<List<Facet<?>>> groupings;

    Slicing(When<F> when, long[] starts, long[] ends, List<List<Facet<?>>> groupings) {
        this.when = when;
        this.starts = starts;
        this.ends = ends;
        this.groupings = List.copyOf(groupings);
    }
}

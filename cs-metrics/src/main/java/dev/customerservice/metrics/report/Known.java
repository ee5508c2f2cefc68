package dev.customerservice.metrics.report;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.kpi.Cohort;
import dev.customerservice.metrics.kpi.Kpi;
import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * What a report was given: without it a count of nothing and a count that nobody made look the same.
 *
 * @param extracted the kinds that were looked for
 * @param found the kinds of which there was at least one
 */
record Known(Set<Class<?>> extracted, Set<Class<?>> found) implements Serializable {
    static final Known NOTHING = new Known(Set.of(), Set.of());

    /** Keeps unmodifiable copies that can be serialized. */
    Known {
        extracted = ImmutableSet.copyOf(extracted);
        found = ImmutableSet.copyOf(found);
    }

    static Known of(Facts facts, List<Kpi<?, ?>> bases) {
        ImmutableSet.Builder<Class<?>> extracted = ImmutableSet.builder();
        ImmutableSet.Builder<Class<?>> found = ImmutableSet.builder();
        for (Kpi<?, ?> base : bases) {
            if (facts.has(base.cohort().kind())) {
                extracted.add(base.cohort().kind());
            }
            if (facts.count(base.cohort().kind()) > 0) {
                found.add(base.cohort().kind());
            }
        }
        if (facts.count(TicketFacts.class) > 0) {
            found.add(TicketFacts.class);
        }
        return new Known(extracted.build(), found.build());
    }

    Known plus(Known other) {
        return new Known(Sets.union(extracted, other.extracted), Sets.union(found, other.found));
    }

    /** Facts that were extracted and are none count 0; without any ticket, or never asked for, they are unknown. */
    boolean isAbsent(Cohort<?> cohort) {
        boolean isStock = cohort instanceof Cohort.Stock;
        boolean none = isStock || !found.contains(cohort.kind());
        return (none && !found.contains(TicketFacts.class)) || !(isStock || extracted.contains(cohort.kind()));
    }
}

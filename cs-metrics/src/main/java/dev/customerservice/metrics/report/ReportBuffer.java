package dev.customerservice.metrics.report;

import dev.customerservice.metrics.facts.Facts;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * A report that is still being counted: a mutable place for one thread, shard or partition of an engine.
 *
 * <p>Laws: which part counts which facts, in which order, and how the parts are merged changes nothing. Measures that look at the other
 * tickets of a customer need all tickets of a customer in one {@link Facts}, linked.
 */
public final class ReportBuffer implements Serializable {
    private static final long serialVersionUID = 1;

    private final Measures measures;
    private final Slots slots;
    private final transient List<Grouping> groupings;
    private final transient Pass pass;
    private final Instant asOf;
    private Known known = Known.NOTHING;

    ReportBuffer(Measures measures, Slots slots, List<List<Dimension<?>>> cuts, Instant asOf) {
        this.measures = measures;
        this.slots = slots;
        this.asOf = asOf;
        this.groupings = cuts.stream()
                .map(dimensions ->
                        new Grouping(dimensions, slots.size(), measures.bases().size()))
                .toList();
        this.pass = new Pass(measures, slots, groupings);
    }

    /**
     * Counts facts.
     *
     * @param facts some of the facts, as of the instant of this buffer
     * @return this buffer
     * @throws IllegalArgumentException when they are as of another instant
     */
    public ReportBuffer add(Facts facts) {
        if (!facts.asOf().equals(asOf)) {
            throw new IllegalArgumentException("Facts as of " + facts.asOf() + " must not be counted in a report as of "
                    + asOf + ".\nMaybe extract all of them up to the same instant.");
        }
        pass.read(facts);
        known = known.plus(Known.of(facts, measures.bases()));
        return this;
    }

    /**
     * Counts what another part has counted.
     *
     * @param part the report of the other part, built to the same period, measures and dimensions, as of the same instant
     * @return this buffer
     * @throws IllegalArgumentException when it was built otherwise
     */
    public ReportBuffer merge(KpiReport part) {
        List<Cut> cuts = part.cuts();
        boolean isSame = asOf.equals(part.asOf())
                && slots.isSame(part.slots())
                && measures.isSame(part.asked())
                && groupings.stream()
                        .map(Grouping::dimensions)
                        .toList()
                        .equals(cuts.stream().map(Cut::dimensions).toList());
        if (!isSame) {
            throw new IllegalArgumentException("Report (" + part + ") must be built like the one it is merged into: "
                    + slots.period(0) + ", as of " + asOf + ".\nMaybe build all parts with one builder.");
        }
        for (int i = 0; i < cuts.size(); i++) {
            groupings.get(i).merge(cuts.get(i), measures.bases());
        }
        known = known.plus(part.known());
        return this;
    }

    /** {@return the report over all that was counted so far; the buffer can go on} */
    public KpiReport report() {
        return report(false);
    }

    KpiReport last() {
        return report(true);
    }

    private KpiReport report(boolean last) {
        List<Cut> cuts = groupings.stream()
                .map(grouping -> grouping.settled(last, measures.bases()))
                .toList();
        return new KpiReport(measures, slots, cuts, asOf, known);
    }

    private Object writeReplace() {
        return new Sent(report());
    }

    /** What it is serialized as: what it has counted. */
    private record Sent(KpiReport report) implements Serializable {
        private Object readResolve() {
            return report.buffer();
        }
    }
}

package dev.customerservice.metrics.report;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.kpi.Cohort;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Measures over a period, in total and by dimension. Built in one pass over the facts of each cohort; immutable then.
 *
 * <p>A count over facts that were not extracted, or over no ticket at all, is no data with the reason no_facts. A period that begins after
 * the last known instant is no data with the reason not_yet; one that has not ended by then holds what is known so far, also of the stock
 * at its end: see {@link Slice#isComplete()}.
 *
 * <pre>{@code
 * Facts facts = Facts.of(histories, FactExtractor.asOf(Instant.parse("2026-04-01T00:00:00Z")));
 * KpiReport march = KpiReport.over(Period.month(2026, Month.MARCH, ZoneOffset.UTC))
 *         .measure(TicketKpis.firstReplyTime().median())
 *         .collect(facts);
 * Measurement<Duration> median = march.value(TicketKpis.firstReplyTime().median());
 * }</pre>
 */
public final class KpiReport implements Serializable {
    private static final long serialVersionUID = 1;

    /** Why a measure of a period that begins after the last known instant is no data. */
    public static final Absence NOT_YET = new Absence("not_yet");

    private final Measures measures;
    private final Slots slots;

    @SuppressWarnings("serial") // a serializable list
    private final List<Cut> cuts;

    private final Instant asOf;
    private final Known known;

    KpiReport(Measures measures, Slots slots, List<Cut> cuts, Instant asOf, Known known) {
        this.measures = measures;
        this.slots = slots;
        this.cuts = cuts;
        this.asOf = asOf;
        this.known = known;
    }

    /**
     * Begins a report.
     *
     * @param period what it covers
     * @return a builder
     */
    public static Builder over(Period period) {
        return new Builder(period);
    }

    /** {@return what it covers} */
    public Period period() {
        return slots.period(0);
    }

    /** {@return the instant up to which the facts are known; a period that ends later is not complete} */
    public Instant asOf() {
        return asOf;
    }

    /** {@return the measures in the order in which they were asked for} */
    public List<Kpi<?, ?>> measures() {
        return measures.all();
    }

    /** {@return the report over all facts as a slice without dimensions} */
    public Slice total() {
        return slice(cuts.get(0), List.of());
    }

    /**
     * Reads a measure over all facts.
     *
     * @param kpi a measure of this report, or another view of one
     * @param <V> what it measures
     * @return the value, or why there is none
     */
    public <V> Measurement<V> value(Kpi<?, V> kpi) {
        return total().value(kpi);
    }

    /**
     * Reads a measure for each part of the period.
     *
     * @param kpi a measure of this report, or another view of one
     * @param <V> what it measures
     * @return the values in order of time, empty unless the report was cut with {@code every}
     */
    public <V> List<Measurement<V>> series(Kpi<?, V> kpi) {
        return total().series().stream().map(part -> part.value(kpi)).toList();
    }

    /**
     * Compares a measure over all facts with the period before.
     *
     * @param kpi a measure of this report, or another view of one
     * @param <V> what it measures
     * @return the values of both periods
     */
    public <V> Comparison<V> comparison(Kpi<?, V> kpi) {
        return total().comparison(kpi);
    }

    /**
     * Looks at one team.
     *
     * @param team the team
     * @return its slice, without data when it never occurred
     */
    public Slice at(TeamId team) {
        return at(Dimension.TEAM, team);
    }

    /**
     * Looks at one agent.
     *
     * @param agent the agent
     * @return the agent's slice, without data when it never occurred
     */
    public Slice at(AgentId agent) {
        return at(Dimension.AGENT, agent);
    }

    /**
     * Looks at one priority.
     *
     * @param priority the priority
     * @return its slice, without data when it never occurred
     */
    public Slice at(Priority priority) {
        return at(Dimension.PRIORITY, priority);
    }

    /**
     * Looks at one channel.
     *
     * @param channel the channel
     * @return its slice, without data when it never occurred
     */
    public Slice at(Channel channel) {
        return at(Dimension.CHANNEL, channel);
    }

    /**
     * Looks at one value of a dimension.
     *
     * @param dimension a dimension of this report
     * @param value the value
     * @param <D> the values of the dimension
     * @return its slice, without data when it never occurred
     */
    public <D> Slice at(Dimension<D> dimension, D value) {
        return slice(cut(List.of(dimension)), List.of(Optional.of(value)));
    }

    /**
     * Lists the slices of a dimension, or of a combination that was asked for as such.
     *
     * @param dimensions the dimensions of one {@code by(...)}
     * @return one slice for each combination of values that occurred, in the order of the values, those without a value last
     */
    public List<Slice> slices(Dimension<?>... dimensions) {
        Cut cut = cut(List.of(dimensions));
        return cut.values().stream().map(values -> slice(cut, values)).toList();
    }

    private Cut cut(List<Dimension<?>> dimensions) {
        for (Cut cut : cuts) {
            if (cut.dimensions().equals(dimensions)) {
                return cut;
            }
        }
        throw new IllegalArgumentException(
                "Dimensions (" + dimensions + ") must be asked for before the facts are read: "
                        + cuts.stream().map(Cut::dimensions).toList() + ".\nMaybe add by(...) with them.");
    }

    private Slice slice(Cut cut, List<Optional<?>> values) {
        Settled cell = cut.find(values).orElseGet(() -> Settled.empty(slots.size(), measures.bases()));
        return new Slice(this, cut.dimensions(), values, cell, 0);
    }

    /**
     * Merges the report over other facts, such as those of another shard. Which part counted what changes nothing, as long as no
     * fact was counted twice.
     *
     * @param other the other part, built to the same period, measures and dimensions, as of the same instant
     * @return the report over the facts of both
     * @throws IllegalArgumentException when it was built otherwise
     */
    public KpiReport merge(KpiReport other) {
        return buffer().merge(other).last();
    }

    /** A buffer that has counted what this report has. */
    ReportBuffer buffer() {
        List<List<Dimension<?>>> asked = cuts.stream().map(Cut::dimensions).toList();
        return new ReportBuffer(measures, slots, asked, asOf).merge(this);
    }

    Measures asked() {
        return measures;
    }

    Slots slots() {
        return slots;
    }

    /** What it was sliced by, all facts together first. */
    List<Cut> cuts() {
        return cuts;
    }

    Known known() {
        return known;
    }

    /** The period before and its parts, where they were asked for. */
    boolean hasPrevious() {
        return slots.tops() > 1;
    }

    List<Integer> partsOf(int slot) {
        for (int top = 0; top < slots.tops(); top++) {
            if (slots.whole(top) == slot) {
                return IntStream.rangeClosed(1, slots.parts(top))
                        .map(part -> slot + part)
                        .boxed()
                        .toList();
            }
        }
        return List.of();
    }

    int slotBefore(int slot) {
        if (slot != 0 || slots.tops() < 2) {
            throw new IllegalArgumentException(
                    "The period before " + slots.period(slot)
                            + " must be asked for before the facts are read.\nMaybe add againstPrevious(), and compare whole periods.");
        }
        return slots.whole(1);
    }

    <V> Measurement<V> value(Kpi<?, V> kpi, Settled cell, int slot) {
        int base = measures.index(kpi);
        if (known.isAbsent(kpi.cohort())) {
            return Measurement.noData(Absence.NO_FACTS, LeftOut.none());
        }
        if (!hasBegun(kpi.cohort(), slots.period(slot).startInclusive())) {
            return Measurement.noData(NOT_YET, LeftOut.none());
        }
        return Measures.read(kpi, cell.state(slot, base));
    }

    /** What stands at the very start is known at the start, all else only after it. */
    private boolean hasBegun(Cohort<?> cohort, Instant start) {
        boolean isOpening = cohort instanceof Cohort.Stock stock && (stock.border() == Cohort.Border.OPENING);
        return isOpening ? !start.isAfter(asOf) : start.isBefore(asOf);
    }

    /** {@return the period, the instant and the ids of the measures; no content} */
    @Override
    public String toString() {
        return "KpiReport[" + period() + ", as of " + asOf + ", "
                + measures().stream().map(Kpi::id).toList() + "]";
    }

    /** Says what to measure and how to slice it, then reads the facts; for one thread. */
    public static final class Builder implements Serializable {
        private static final long serialVersionUID = 1;

        private final Period period;
        private final Measures measures = new Measures();

        @SuppressWarnings("serial") // an array list
        private final List<List<Dimension<?>>> groupings = new ArrayList<>(List.of(List.of()));

        private @Nullable Granularity parts;
        private boolean againstPrevious;

        private Builder(Period period) {
            this.period = period;
        }

        /**
         * Adds measures. Views of one base, such as two percentiles of one time, share one state.
         *
         * @param kpis the measures; equal ids must mean equal definitions
         * @return this builder
         * @throws IllegalArgumentException when two measures with one id differ
         */
        public Builder measure(Kpi<?, ?>... kpis) {
            return measure(List.of(kpis));
        }

        /**
         * Adds measures.
         *
         * @param kpis the measures; equal ids must mean equal definitions
         * @return this builder
         * @throws IllegalArgumentException when two measures with one id differ
         */
        public Builder measure(List<? extends Kpi<?, ?>> kpis) {
            kpis.forEach(measures::add);
            return this;
        }

        /**
         * Slices by a dimension, or by a combination of several; call it again for another slicing.
         *
         * @param dimensions the dimensions whose values are combined
         * @return this builder
         */
        public Builder by(Dimension<?>... dimensions) {
            List<Dimension<?>> combination = List.of(dimensions);
            if (!groupings.contains(combination)) {
                groupings.add(combination);
            }
            return this;
        }

        /**
         * Cuts the period into parts, for series.
         *
         * @param unit the parts
         * @return this builder
         */
        public Builder every(Granularity unit) {
            parts = unit;
            return this;
        }

        /**
         * Measures the period before too, for comparisons.
         *
         * @return this builder
         */
        public Builder againstPrevious() {
            againstPrevious = true;
            return this;
        }

        /**
         * Reads the facts.
         *
         * @param facts the facts
         * @return the report over them
         */
        public KpiReport collect(Facts facts) {
            return buffer(facts.asOf()).add(facts).last();
        }

        /**
         * Opens a place to count in for one of several parts: a thread, a shard, a partition of an engine.
         *
         * @param asOf the instant up to which all facts are known
         * @return a buffer without facts; this builder can open more
         */
        public ReportBuffer buffer(Instant asOf) {
            List<Period> tops = againstPrevious ? List.of(period, period.previous()) : List.of(period);
            Granularity unit = parts;
            Slots slots = new Slots(
                    tops,
                    tops.stream()
                            .map(top -> unit == null ? List.<Period>of() : top.split(unit))
                            .toList());
            return new ReportBuffer(measures.copy(), slots, List.copyOf(groupings), asOf);
        }

        /**
         * Packs what this report reads into columns, beside the rows. That takes as long as reading the rows a few times, so it pays for facts
         * that many reports read.
         *
         * @param facts the facts
         * @return the same facts, with columns of each kind that this report reads from then on
         */
        public Facts pack(Facts facts) {
            return new Packing(measures.bases(), groupings).pack(facts);
        }
    }
}

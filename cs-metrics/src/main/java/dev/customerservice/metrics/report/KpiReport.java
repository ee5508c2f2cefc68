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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Measures over a period, in total and by dimension. Built in one pass over the facts of each cohort; immutable then.
 *
 * <p>A count over facts that were not extracted, or over no ticket at all, is no data with the reason no_facts. A period that begins after
 * the last known instant is no data with the reason not_yet; one that has not ended by then holds what is known so far, also of the stock
 * at its end: see {@link Slice#isComplete()}.
 */
public final class KpiReport {
    /** Why a measure of a period that begins after the last known instant is no data. */
    public static final Absence NOT_YET = new Absence("not_yet");

    private final Measures measures;
    private final Slots slots;
    private final List<Grouping> groupings;
    private final Instant asOf;
    private final Set<Class<?>> absent;

    private KpiReport(Measures measures, Slots slots, List<Grouping> groupings, Instant asOf, Set<Class<?>> absent) {
        this.measures = measures;
        this.slots = slots;
        this.groupings = groupings;
        this.asOf = asOf;
        this.absent = absent;
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
        return slice(groupings.get(0), List.of());
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
        return slice(grouping(List.of(dimension)), List.of(Optional.of(value)));
    }

    /**
     * Lists the slices of a dimension, or of a combination that was asked for as such.
     *
     * @param dimensions the dimensions of one {@code by(...)}
     * @return one slice for each combination of values that occurred, in the order of the values, those without a value last
     */
    public List<Slice> slices(Dimension<?>... dimensions) {
        Grouping grouping = grouping(List.of(dimensions));
        return grouping.keys().stream()
                .sorted(IN_ORDER)
                .map(values -> slice(grouping, values))
                .toList();
    }

    private static final Comparator<List<Optional<?>>> IN_ORDER = (one, other) -> {
        for (int i = 0; i < one.size(); i++) {
            int order = compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    };

    /** Comparable values by their own order, all others by their text. */
    private static int compare(Optional<?> one, Optional<?> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isEmpty(), other.isEmpty());
        }
        Object left = one.get();
        Object right = other.get();
        if (left instanceof Comparable<?> && left.getClass() == right.getClass()) {
            // values of one class compare with each other
            @SuppressWarnings("unchecked")
            Comparable<Object> comparable = (Comparable<Object>) left;
            return comparable.compareTo(right);
        }
        return left.toString().compareTo(right.toString());
    }

    private Grouping grouping(List<Dimension<?>> dimensions) {
        for (Grouping grouping : groupings) {
            if (grouping.dimensions().equals(dimensions)) {
                return grouping;
            }
        }
        throw new IllegalArgumentException(
                "Dimensions (" + dimensions + ") must be asked for before the facts are read: "
                        + groupings.stream().map(Grouping::dimensions).toList() + ".\nMaybe add by(...) with them.");
    }

    private Slice slice(Grouping grouping, List<Optional<?>> values) {
        Cell cell = grouping.find(values).orElseGet(() -> Cell.empty(slots.size(), measures.bases()));
        return new Slice(this, grouping.dimensions(), values, cell, 0);
    }

    Slots slots() {
        return slots;
    }

    /** What it was sliced by, all facts together first. */
    List<List<Dimension<?>>> cuts() {
        return groupings.stream().map(Grouping::dimensions).toList();
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

    <V> Measurement<V> value(Kpi<?, V> kpi, Cell cell, int slot) {
        int base = measures.index(kpi);
        if (absent.contains(kpi.cohort().kind())) {
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
    public static final class Builder {
        private final Period period;
        private final Measures measures = new Measures();
        private final List<List<Dimension<?>>> groupings = new ArrayList<>(List.of(List.of()));
        private Optional<Granularity> parts = Optional.empty();
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
            parts = Optional.of(unit);
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
            Measures asked = measures.copy();
            List<Period> tops = againstPrevious ? List.of(period, period.previous()) : List.of(period);
            Slots slots = new Slots(
                    tops,
                    tops.stream()
                            .map(top -> parts.map(top::split).orElse(List.of()))
                            .toList());
            List<Grouping> cells = groupings.stream()
                    .map(dimensions -> new Grouping(dimensions, () -> Cell.empty(slots.size(), asked.bases())))
                    .toList();
            new Pass(asked, slots, cells).read(facts);
            Set<Class<?>> absent = new HashSet<>();
            for (Kpi<?, ?> base : asked.bases()) {
                if (isAbsent(base.cohort(), facts)) {
                    absent.add(base.cohort().kind());
                }
            }
            return new KpiReport(asked, slots, cells, facts.asOf(), absent);
        }

        /** Facts that were extracted and are none count 0; without any ticket, or never asked for, they are unknown. */
        private static boolean isAbsent(Cohort<?> cohort, Facts facts) {
            boolean isStock = cohort instanceof Cohort.Stock;
            boolean none = isStock || facts.rows(cohort.kind()).isEmpty();
            return (none && facts.tickets().isEmpty()) || !(isStock || facts.has(cohort.kind()));
        }
    }
}

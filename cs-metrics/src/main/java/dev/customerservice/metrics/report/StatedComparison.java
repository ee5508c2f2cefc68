package dev.customerservice.metrics.report;

import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.sla.SlaPlan;
import dev.customerservice.domain.sla.SlaReading;
import dev.customerservice.domain.sla.SlaReadings;
import dev.customerservice.domain.ticket.StatedValues;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a vendor or a log states about the clocks of its tickets, beside what a plan reads from their events: where the two disagree, and
 * which other way of counting would give the stated number.
 *
 * <p>A cause is found by trying: the same reading is counted in each of the ways of {@link Why}, and the first that gives what is stated is
 * named. That is a strong hint for one ticket and next to a proof for a thousand.
 *
 * <pre>{@code
 * StatedComparison comparison = StatedComparison.with(plan)
 *         .length("reply_time_business", SlaMetric.FIRST_REPLY)
 *         .collect(List.of(history), Instant.parse("2026-04-01T00:00:00Z"));
 * Map<StatedComparison.Why, Long> reasons = comparison.counts();
 * }</pre>
 *
 * @param lines every stated value that was compared, by ticket in the order of the histories
 */
public record StatedComparison(List<Line> lines) {
    /** How a stated value and ours come together; the first way that fits is named. */
    public enum Why {
        /** They are the same, within the tolerance. */
        AGREES,
        /** The plan has no such clock for the ticket, or it never started. */
        NO_CLOCK,
        /** The stated value counts round the clock, ours the open time less the pauses. */
        ROUND_THE_CLOCK,
        /** The stated value counts open time while the clock was paused, too. */
        PAUSES_COUNTED,
        /** The stated value is of another cycle of the clock: of an earlier one, or only of the newest. */
        OTHER_CYCLE,
        /** The stated value is of all cycles of the clock together. */
        ALL_CYCLES,
        /** The stated value counts round the clock from the creation of the ticket, ours from the start of the clock. */
        SINCE_CREATION,
        /** None of these ways gives the stated value. */
        UNEXPLAINED
    }

    /** One stated value of one ticket. */
    public sealed interface Line {
        /** {@return which ticket} */
        TicketId ticket();

        /** {@return the name under which the value is stated, as in {@link StatedValues}} */
        String name();

        /** {@return how it and ours come together} */
        Why why();
    }

    /**
     * A stated length beside the counted time of the newest cycle.
     *
     * @param ticket which ticket
     * @param name the name under which the length is stated
     * @param stated the length stated
     * @param ours the length counted, empty without a clock
     * @param why how they come together
     */
    public record Length(TicketId ticket, String name, Duration stated, Optional<Duration> ours, Why why)
            implements Line {}

    /**
     * A stated verdict beside ours: whether any cycle was ever late.
     *
     * @param ticket which ticket
     * @param name the name under which the verdict is stated
     * @param stated whether a breach is stated
     * @param ours whether there was one, empty without a clock
     * @param why how they come together
     */
    public record Breach(TicketId ticket, String name, boolean stated, Optional<Boolean> ours, Why why)
            implements Line {}

    /** Keeps an unmodifiable copy. */
    public StatedComparison {
        lines = List.copyOf(lines);
    }

    /**
     * Begins a comparison with what a plan reads.
     *
     * @param plan the plan, such as that of the vendor's own policies
     * @return a builder that compares nothing yet, with a tolerance of a minute
     */
    public static Builder with(SlaPlan plan) {
        return new Builder(plan);
    }

    /** {@return the lines whose values disagree} */
    public List<Line> differing() {
        return lines.stream().filter(line -> line.why() != Why.AGREES).toList();
    }

    /** {@return the number of lines of each kind, those without a line left out, in the order of {@link Why}} */
    public Map<Why, Long> counts() {
        Map<Why, Long> counts = new EnumMap<>(Why.class);
        lines.forEach(line -> counts.merge(line.why(), 1L, Long::sum));
        return Collections.unmodifiableMap(counts);
    }

    /** Says which stated values belong to which clock, then compares; for one thread. */
    public static final class Builder {
        private final SlaPlan plan;
        private final Map<String, SlaMetric> lengths = new LinkedHashMap<>();
        private final Map<String, SlaMetric> breaches = new LinkedHashMap<>();
        private Duration tolerance = Duration.ofMinutes(1);

        private Builder(SlaPlan plan) {
            this.plan = plan;
        }

        /**
         * Compares a stated length with the counted time of a clock.
         *
         * @param name the name under which the length is stated, such as {@code reply_time_business}
         * @param metric the clock
         * @return this builder
         */
        public Builder length(String name, SlaMetric metric) {
            lengths.put(name, metric);
            return this;
        }

        /**
         * Compares a stated verdict with whether a clock was ever late.
         *
         * @param name the name under which a breach is stated, such as {@code reply_time_breached}
         * @param metric the clock
         * @return this builder
         */
        public Builder breach(String name, SlaMetric metric) {
            breaches.put(name, metric);
            return this;
        }

        /**
         * Says how far off a length may be and still agree.
         *
         * @param tolerance a minute unless given, since most vendors count in whole minutes; must not be negative
         * @return this builder
         */
        public Builder within(Duration tolerance) {
            if (tolerance.isNegative()) {
                throw new IllegalArgumentException(
                        "Tolerance (" + tolerance + ") must not be negative.\nMaybe zero was meant.");
            }
            this.tolerance = tolerance;
            return this;
        }

        /**
         * Compares what the tickets state; a value that a ticket does not state gives no line.
         *
         * @param histories the tickets
         * @param asOf the instant up to which both count
         * @return the comparison
         */
        public StatedComparison collect(Iterable<TicketHistory> histories, Instant asOf) {
            List<Line> lines = new ArrayList<>();
            for (TicketHistory history : histories) {
                SlaReadings readings = plan.read(history, asOf);
                lengths.forEach((name, metric) -> history.stated()
                        .duration(name)
                        .ifPresent(stated -> lines.add(length(history, name, started(readings, metric), stated))));
                breaches.forEach((name, metric) -> history.stated()
                        .verdict(name)
                        .ifPresent(stated -> lines.add(breach(history, name, started(readings, metric), stated))));
            }
            return new StatedComparison(lines);
        }

        private static List<SlaReading> started(SlaReadings readings, SlaMetric metric) {
            return readings.cycles(metric).stream()
                    .filter(reading -> reading.startedAt().isPresent())
                    .toList();
        }

        private Line length(TicketHistory history, String name, List<SlaReading> cycles, Duration stated) {
            if (cycles.isEmpty()) {
                return new Length(history.id(), name, stated, Optional.empty(), Why.NO_CLOCK);
            }
            SlaReading newest = cycles.get(cycles.size() - 1);
            return new Length(
                    history.id(), name, stated, Optional.of(newest.elapsed()), why(history, cycles, newest, stated));
        }

        private Why why(TicketHistory history, List<SlaReading> cycles, SlaReading newest, Duration stated) {
            if (isNear(newest.elapsed(), stated)) {
                return Why.AGREES;
            }
            if (isNear(newest.wallElapsed(), stated)) {
                return Why.ROUND_THE_CLOCK;
            }
            if (isNear(newest.elapsed().plus(newest.paused()), stated)) {
                return Why.PAUSES_COUNTED;
            }
            if (cycles.stream().anyMatch(cycle -> isNear(cycle.elapsed(), stated))) {
                return Why.OTHER_CYCLE;
            }
            Duration all = cycles.stream().map(SlaReading::elapsed).reduce(Duration.ZERO, Duration::plus);
            if (isNear(all, stated)) {
                return Why.ALL_CYCLES;
            }
            Instant end = newest.startedAt().orElseThrow().plus(newest.wallElapsed());
            Instant created = history.events().get(0).at();
            return isNear(Duration.between(created, end), stated) ? Why.SINCE_CREATION : Why.UNEXPLAINED;
        }

        private boolean isNear(Duration one, Duration other) {
            return one.minus(other).abs().compareTo(tolerance) <= 0;
        }

        private static Line breach(TicketHistory history, String name, List<SlaReading> cycles, boolean stated) {
            if (cycles.isEmpty()) {
                return new Breach(history.id(), name, stated, Optional.empty(), Why.NO_CLOCK);
            }
            boolean ours = cycles.stream().anyMatch(Builder::wasLate);
            return new Breach(history.id(), name, stated, Optional.of(ours), why(cycles, ours, stated));
        }

        private static boolean wasLate(SlaReading cycle) {
            return cycle.breachedAt().isPresent() || !cycle.priorBreaches().isEmpty();
        }

        /** The other ways count more time than ours, so they make a clock late that is not, and never the other way round. */
        private static Why why(List<SlaReading> cycles, boolean ours, boolean stated) {
            SlaReading newest = cycles.get(cycles.size() - 1);
            if (ours == stated) {
                return Why.AGREES;
            }
            // What the pauses alone bring about, the wall clock brings about all the more.
            if (stated && isLate(newest, newest.elapsed().plus(newest.paused()))) {
                return Why.PAUSES_COUNTED;
            }
            if (stated && isLate(newest, newest.wallElapsed())) {
                return Why.ROUND_THE_CLOCK;
            }
            return !stated && !wasLate(newest) ? Why.OTHER_CYCLE : Why.UNEXPLAINED;
        }

        private static boolean isLate(SlaReading cycle, Duration counted) {
            return cycle.target()
                    .filter(target -> counted.compareTo(target) > 0)
                    .isPresent();
        }
    }
}

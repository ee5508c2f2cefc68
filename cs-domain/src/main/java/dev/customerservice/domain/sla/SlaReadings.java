package dev.customerservice.domain.sla;

import static com.google.common.base.Preconditions.checkArgument;

import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.SlaPolicyId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All readings of one history at one instant: every promised cycle of every clock. Immutable and thread-safe. */
public final class SlaReadings {
    private final List<SlaReading> readings;

    SlaReadings(List<SlaReading> readings) {
        this.readings = List.copyOf(readings);
    }

    /** {@return every reading: by policy in the order of the book, by metric, by cycle} */
    public List<SlaReading> all() {
        return readings;
    }

    /**
     * The present cycle of a metric, where only one agreement holds.
     *
     * @param metric the metric
     * @return the last cycle
     * @throws IllegalArgumentException if nothing was promised for the metric, or by several policies; ask {@link #find}, or {@link
     *     #under} for the policy meant
     */
    public SlaReading get(SlaMetric metric) {
        Optional<SlaReading> found = find(metric);
        checkArgument(
                found.isPresent(),
                "The metric (%s) must be promised by a policy that applies.\nMaybe ask find(metric), or look at plan.match(history, asOf).",
                metric.id().value());
        return found.get();
    }

    /**
     * The present cycle of a metric, where at most one agreement holds.
     *
     * @param metric the metric
     * @return the last cycle, or the clock that has not started; empty if nothing was promised
     * @throws IllegalArgumentException if several policies promise the metric
     */
    public Optional<SlaReading> find(SlaMetric metric) {
        List<SlaReading> cycles = cycles(metric);
        if (cycles.isEmpty()) {
            return Optional.empty();
        }
        List<SlaReading> live = new ArrayList<>();
        for (SlaReading reading : cycles) {
            if (reading.cancelReason().isEmpty()) {
                live.add(reading);
            }
        }
        if (live.size() > 1 && overlapping(live)) {
            refuseSeveral(live);
        }
        List<SlaReading> among = live.isEmpty() ? cycles : live;
        return Optional.of(among.get(among.size() - 1));
    }

    private static void refuseSeveral(List<SlaReading> live) {
        Set<SlaPolicyId> policies = live.stream().map(SlaReading::policy).collect(Collectors.toSet());
        if (policies.size() > 1) {
            throw new IllegalArgumentException(
                    "The metric (" + live.get(0).metric().value() + ") must be promised by one policy here, not by "
                            + policies.size() + ".\nMaybe ask under(policy) or cycles(metric).");
        }
    }

    /** Cycles of one clock follow each other, whatever policy each ended under; those of several agreements repeat a number. */
    private static boolean overlapping(List<SlaReading> cycles) {
        return cycles.stream().map(SlaReading::cycle).distinct().count() < cycles.size();
    }

    /**
     * Every cycle of a metric.
     *
     * @param metric the metric
     * @return its readings in order, empty if nothing was promised
     */
    public List<SlaReading> cycles(SlaMetric metric) {
        return cycles(metric.id());
    }

    /**
     * Every cycle of a metric.
     *
     * @param metric the name of the metric
     * @return its readings in order, empty if nothing was promised
     */
    public List<SlaReading> cycles(SlaMetricId metric) {
        List<SlaReading> cycles = new ArrayList<>();
        for (SlaReading reading : readings) {
            if (reading.metric().equals(metric)) {
                cycles.add(reading);
            }
        }
        return Collections.unmodifiableList(cycles);
    }

    /**
     * What one policy says.
     *
     * @param policy the policy
     * @return its readings alone
     */
    public SlaReadings under(SlaPolicyId policy) {
        return new SlaReadings(readings.stream()
                .filter(reading -> reading.policy().equals(policy))
                .toList());
    }

    /** {@return whether the other holds equal readings} */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SlaReadings that && readings.equals(that.readings);
    }

    @Override
    public int hashCode() {
        return readings.hashCode();
    }

    /** {@return the readings} */
    @Override
    public String toString() {
        return "SlaReadings" + readings;
    }
}

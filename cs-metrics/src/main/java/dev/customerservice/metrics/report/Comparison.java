package dev.customerservice.metrics.report;

import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.Change;
import dev.customerservice.metrics.statistics.DurationDistribution;
import dev.customerservice.metrics.statistics.Geometric;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.NetScore;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.metrics.statistics.Shares;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A measure in two periods. The absolute change of a share is in points of the share (0.02 is two percentage points),
 * of a length in seconds; the relative change is the absolute one over the size of the earlier value.
 *
 * @param previous the earlier value
 * @param current the later value
 * @param <V> what was measured
 */
public record Comparison<V>(Measurement<V> previous, Measurement<V> current) {
    /** {@return current less previous, or why there is none} */
    public Measurement<Double> absolute() {
        OptionalDouble before = number(previous);
        OptionalDouble after = number(current);
        if (before.isEmpty() || after.isEmpty()) {
            return Measurement.noData(missing(), LeftOut.none());
        }
        return Measurement.value(after.getAsDouble() - before.getAsDouble(), current.n(), LeftOut.none());
    }

    /** {@return the absolute change over the size of the previous value, or why there is none; from 0 there is none} */
    public Measurement<Double> relative() {
        Measurement<Double> change = absolute();
        OptionalDouble before = number(previous);
        if (number(current).isPresent() && before.isPresent() && before.getAsDouble() == 0) {
            return Measurement.noData(Absence.FROM_ZERO, LeftOut.none());
        }
        return change.map(points -> points / Math.abs(before.orElseThrow()));
    }

    private Absence missing() {
        if (previous instanceof Measurement.NoData<V> none) {
            return none.reason();
        }
        return current instanceof Measurement.NoData<V> none ? none.reason() : Absence.MISSING;
    }

    /**
     * Tells the change from chance, for shares and net scores of different facts in both periods.
     *
     * @param confidence the two-sided confidence of the interval, above 0 and below 1
     * @return the difference with its interval and test, or empty where a value is missing or of another kind
     */
    public Optional<Change> change(double confidence) {
        Object before = previous.amount().map(Object.class::cast).orElse("");
        Object after = current.amount().map(Object.class::cast).orElse("");
        if (before instanceof Ratio earlier && after instanceof Ratio later) {
            return earlier.isShare() && later.isShare() ? Shares.change(earlier, later, confidence) : Optional.empty();
        }
        return before instanceof NetScore earlier && after instanceof NetScore later
                ? later.changeFrom(earlier, confidence)
                : Optional.empty();
    }

    /**
     * Tells the change of lengths of time from chance, on their logarithms, since such lengths are skewed: of a measure that collects them,
     * such as {@code firstReplyTime()} itself and not its median.
     *
     * @return by which factor the geometric mean changed, with Welch's t test, or empty where a value is missing or of another kind
     */
    public Optional<Geometric.Shift> shift() {
        Object before = previous.amount().map(Object.class::cast).orElse("");
        Object after = current.amount().map(Object.class::cast).orElse("");
        return before instanceof DurationDistribution earlier && after instanceof DurationDistribution later
                ? Optional.of(Geometric.of(later).changeFrom(Geometric.of(earlier)))
                : Optional.empty();
    }

    private static OptionalDouble number(Measurement<?> measurement) {
        return Amounts.number(measurement);
    }
}

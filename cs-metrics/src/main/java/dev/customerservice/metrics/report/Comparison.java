package dev.customerservice.metrics.report;

import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.Distribution;
import dev.customerservice.metrics.statistics.DurationMean;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Ratio;
import java.time.Duration;
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

    private static OptionalDouble number(Measurement<?> measurement) {
        Object amount = measurement.amount().map(Object.class::cast).orElse("");
        if (amount instanceof Ratio ratio) {
            return ratio.value();
        }
        if (amount instanceof Number number) {
            return OptionalDouble.of(number.doubleValue());
        }
        if (amount instanceof DurationMean mean) {
            return mean.count() == 0 ? OptionalDouble.empty() : OptionalDouble.of(seconds(mean.total()) / mean.count());
        }
        if (amount instanceof Distribution numbers) {
            return numbers.mean();
        }
        return amount instanceof Duration length ? OptionalDouble.of(seconds(length)) : OptionalDouble.empty();
    }

    private static double seconds(Duration length) {
        return length.getSeconds() + length.getNano() / 1e9;
    }
}

package dev.customerservice.metrics.report;

import dev.customerservice.metrics.statistics.ConfidenceInterval;
import dev.customerservice.metrics.statistics.Distribution;
import dev.customerservice.metrics.statistics.DurationDistribution;
import dev.customerservice.metrics.statistics.DurationHistogram;
import dev.customerservice.metrics.statistics.DurationMean;
import dev.customerservice.metrics.statistics.DurationRatio;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.MoneyMean;
import dev.customerservice.metrics.statistics.NetScore;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.metrics.statistics.SurvivalCurve;
import dev.customerservice.metrics.statistics.TimeSplit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a measurement says as one number: lengths in seconds, shares from 0 to 1, distributions as their mean, curves as their median. */
final class Amounts {
    private static final int MONEY_SCALE = 6;
    private static final BigDecimal MEDIAN = new BigDecimal("0.5");

    private Amounts() {}

    static OptionalDouble number(Measurement<?> measurement) {
        Object amount = measurement.amount().map(Object.class::cast).orElse("");
        if (amount instanceof Ratio ratio) {
            return ratio.value();
        }
        if (amount instanceof Number number) {
            return OptionalDouble.of(number.doubleValue());
        }
        if (amount instanceof NetScore score) {
            return score.value();
        }
        if (amount instanceof Distribution numbers) {
            return numbers.mean();
        }
        if (amount instanceof DurationRatio ratio) {
            return ratio.value();
        }
        if (amount instanceof TimeSplit split) {
            return split.total().value();
        }
        if (amount instanceof MoneyMean mean) {
            return mean.amount(MONEY_SCALE, RoundingMode.HALF_EVEN).stream()
                    .mapToDouble(Number::doubleValue)
                    .findFirst();
        }
        return length(amount);
    }

    private static OptionalDouble length(Object amount) {
        if (amount instanceof DurationMean mean) {
            return mean.count() == 0 ? OptionalDouble.empty() : OptionalDouble.of(seconds(mean.total()) / mean.count());
        }
        if (amount instanceof DurationDistribution lengths) {
            return length(lengths.mean());
        }
        if (amount instanceof DurationHistogram lengths) {
            return length(lengths.mean());
        }
        if (amount instanceof SurvivalCurve curve) {
            return curve.reach(MEDIAN).filter(SurvivalCurve.Reach::reached).stream()
                    .mapToDouble(reach -> seconds(reach.length()))
                    .findFirst();
        }
        return amount instanceof Duration length ? OptionalDouble.of(seconds(length)) : OptionalDouble.empty();
    }

    /** The interval of a share or a net score; others have none of their own. */
    static Optional<ConfidenceInterval> interval(Measurement<?> measurement, double confidence) {
        Object amount = measurement.amount().map(Object.class::cast).orElse("");
        if (amount instanceof Ratio ratio && ratio.isShare()) {
            return ratio.interval(confidence);
        }
        return amount instanceof NetScore score ? score.interval(confidence) : Optional.empty();
    }

    private static double seconds(Duration length) {
        return length.getSeconds() + length.getNano() / 1e9;
    }
}

package dev.customerservice.metrics.statistics;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A difference between two samples, with what chance alone would make of it.
 *
 * @param difference the later figure less the earlier one
 * @param interval where the true difference lies
 * @param z the difference in units of its standard error, empty where that is 0
 * @param pValue how often chance alone gives a difference as large, on either side; empty where z is
 */
public record Change(double difference, ConfidenceInterval interval, OptionalDouble z, OptionalDouble pValue) {
    static Change of(double difference, double error, double confidence, double least, double most) {
        double reach = ProportionInterval.z(confidence) * error;
        return of(
                difference,
                new ConfidenceInterval(
                        Math.max(least, difference - reach), Math.min(most, difference + reach), confidence),
                error);
    }

    static Change of(double difference, ConfidenceInterval interval, double error) {
        if (!(error > 0)) {
            return new Change(difference, interval, OptionalDouble.empty(), OptionalDouble.empty());
        }
        double z = difference / error;
        return new Change(difference, interval, OptionalDouble.of(z), OptionalDouble.of(twoSided(z)));
    }

    private static double twoSided(double z) {
        return Math.min(1, 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z)));
    }
}

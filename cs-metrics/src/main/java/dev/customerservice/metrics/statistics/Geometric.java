package dev.customerservice.metrics.statistics;

import java.io.Serializable;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The centre and spread of numbers that are skewed to the right, such as handle times: of their logarithms, read back as numbers.
 *
 * @param logarithms the moments of the natural logarithms
 * @param leftOut how many numbers were zero or below, which have no logarithm
 */
public record Geometric(Moments logarithms, long leftOut) implements Serializable {
    /**
     * Summarizes numbers.
     *
     * @param numbers finite numbers
     * @return their geometric summary
     */
    public static Geometric of(double... numbers) {
        Moments moments = Moments.none();
        long leftOut = 0;
        for (double number : numbers) {
            if (number > 0 || Double.isNaN(number)) {
                moments = moments.plus(Math.log(number));
            } else {
                leftOut++;
            }
        }
        return new Geometric(moments, leftOut);
    }

    /**
     * Summarizes lengths of time, in seconds.
     *
     * @param lengths the lengths
     * @return their geometric summary
     */
    public static Geometric of(DurationDistribution lengths) {
        OrderedCounts counts = lengths.counts();
        Moments moments = Moments.none();
        long leftOut = 0;
        for (int place = 0; place < counts.distinct(); place++) {
            if (counts.value(place) > 0) {
                double logarithm = Math.log(counts.value(place) / 1e9);
                moments = moments.plus(new Moments(counts.count(place), logarithm, 0, logarithm, logarithm));
            } else {
                leftOut += counts.count(place);
            }
        }
        return new Geometric(moments, leftOut);
    }

    /** {@return the geometric mean, or empty where no number is above zero} */
    public OptionalDouble mean() {
        return logarithms.count() == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.exp(logarithms.mean()));
    }

    /** {@return the geometric standard deviation, a factor from 1 on, or empty for fewer than two numbers above zero} */
    public OptionalDouble standardDeviation() {
        return logarithms.count() < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        Math.exp(Math.sqrt(logarithms.sampleVariance().orElseThrow())));
    }

    /**
     * Compares with earlier numbers: Welch's t test on the logarithms.
     *
     * @param before the summary of the earlier numbers
     * @return how the geometric mean changed, or with empty figures where one side has fewer than two numbers or no spread
     */
    public Shift changeFrom(Geometric before) {
        Moments earlier = before.logarithms;
        if (earlier.count() < 2 || logarithms.count() < 2) {
            return new Shift(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
        }
        double mine = logarithms.sampleVariance().orElseThrow() / logarithms.count();
        double theirs = earlier.sampleVariance().orElseThrow() / earlier.count();
        OptionalDouble factor = OptionalDouble.of(Math.exp(logarithms.mean() - earlier.mean()));
        if (!(mine + theirs > 0)) {
            return new Shift(factor, OptionalDouble.empty(), OptionalDouble.empty());
        }
        double t = (logarithms.mean() - earlier.mean()) / Math.sqrt(mine + theirs);
        double freedom = (mine + theirs)
                * (mine + theirs)
                / (mine * mine / (logarithms.count() - 1) + theirs * theirs / (earlier.count() - 1));
        double p = 2 * TDistribution.of(freedom).survivalProbability(Math.abs(t));
        return new Shift(factor, OptionalDouble.of(t), OptionalDouble.of(Math.min(1, p)));
    }

    /**
     * A change of a geometric mean.
     *
     * @param factor the later mean over the earlier one
     * @param t Welch's t
     * @param pValue how often chance alone gives a t as large, on either side
     */
    public record Shift(OptionalDouble factor, OptionalDouble t, OptionalDouble pValue) implements Serializable {}
}

package dev.customerservice.metrics.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The share of good answers less the share of bad ones: what NPS, net satisfaction and net sentiment are.
 *
 * <p>Value = (positive - negative) / n, from -1 to 1, undefined for no answer; as points it is a hundred times that. Parts of a whole
 * add up, because their counts do.
 *
 * @param positive how many answers are good, such as promoters
 * @param neutral how many are neither
 * @param negative how many are bad, such as detractors
 */
public record NetScore(long positive, long neutral, long negative) implements Additive<NetScore> {
    private static final double ADDED_EACH = 0.75;
    private static final double ADDED = 3;
    private static final int MOST_LIKELY = 10;
    private static final int PROMOTER = 9;
    private static final int PASSIVE = 7;

    /** Checks that the counts are counts. */
    public NetScore {
        if (positive < 0 || neutral < 0 || negative < 0) {
            throw new IllegalArgumentException("Counts (" + positive + ", " + neutral + ", " + negative
                    + ") must not be negative.\nMaybe they are differences.");
        }
    }

    /**
     * Answers to how likely one is to recommend: 9 and 10 promote, 7 and 8 are passive, 0 to 6 detract (Reichheld 2003).
     *
     * @param rating 0 to 10
     * @param answers how many gave it, not negative
     * @return their score, to be added up with {@link #plus}
     */
    public static NetScore ofRecommendation(int rating, long answers) {
        if (rating < 0 || rating > MOST_LIKELY) {
            throw new IllegalArgumentException(
                    "Rating (" + rating
                            + ") must lie between 0 and 10.\nMaybe it belongs to another survey; a missing answer is none at all.");
        }
        return rating >= PROMOTER
                ? new NetScore(answers, 0, 0)
                : rating >= PASSIVE ? new NetScore(0, answers, 0) : new NetScore(0, 0, answers);
    }

    /** {@return the number of answers} */
    public long count() {
        return Math.addExact(Math.addExact(positive, neutral), negative);
    }

    /** {@return the score from -1 to 1, or empty for no answer} */
    public OptionalDouble value() {
        return count() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) (positive - negative) / count());
    }

    /**
     * Presents the score as points.
     *
     * @param scale the number of decimals
     * @param rounding how the last decimal is found; use one that treats both signs alike, such as HALF_EVEN or HALF_UP
     * @return -100 to 100, computed from the exact score, or empty for no answer
     */
    public Optional<BigDecimal> points(int scale, RoundingMode rounding) {
        return count() == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(positive - negative)
                        .scaleByPowerOfTen(2)
                        .divide(BigDecimal.valueOf(count()), scale, rounding));
    }

    /**
     * Pools two scores.
     *
     * @param other the answers of another part of the whole
     * @return the score of both parts together
     */
    @Override
    public NetScore plus(NetScore other) {
        return new NetScore(
                Math.addExact(positive, other.positive),
                Math.addExact(neutral, other.neutral),
                Math.addExact(negative, other.negative));
    }

    /**
     * Bounds the score behind the answers by the adjusted Wald interval: ¾ added to the good and to the bad answers and 3 to all
     * (Rocks 2016, The American Statistician), within [-1, 1]. It has a width also where all answers are alike, and of one
     * answer may not reach the score seen.
     *
     * @param confidence the two-sided confidence, above 0 and below 1
     * @return the interval of the score from -1 to 1, or empty for no answer
     */
    public Optional<ConfidenceInterval> interval(double confidence) {
        return count() == 0
                ? Optional.empty()
                : Optional.of(wald(positive + ADDED_EACH, negative + ADDED_EACH, count() + ADDED, confidence));
    }

    /** {@return the middle of the adjusted interval, nearer to 0 than the score; empty for no answer} */
    public OptionalDouble adjustedValue() {
        return count() == 0 ? OptionalDouble.empty() : OptionalDouble.of((positive - negative) / (count() + ADDED));
    }

    /**
     * Bounds the score by Wald's formula, for comparison with other systems: too short for few answers, and without width where all
     * are alike.
     *
     * @param confidence the two-sided confidence, above 0 and below 1
     * @return the interval of the score from -1 to 1, or empty for no answer
     */
    public Optional<ConfidenceInterval> waldInterval(double confidence) {
        return count() == 0
                ? Optional.empty()
                : Optional.of(wald((double) positive, (double) negative, (double) count(), confidence));
    }

    private static ConfidenceInterval wald(double good, double bad, double all, double confidence) {
        ConfidenceInterval.requireConfidence(confidence);
        double centre = (good - bad) / all;
        double reach = ProportionInterval.z(confidence) * Math.sqrt(variance(good, bad, all) / all);
        return new ConfidenceInterval(Math.max(-1, centre - reach), Math.min(1, centre + reach), confidence);
    }

    /** {@return the variance of one answer that counts 1, 0 or -1, or empty for no answer} */
    public OptionalDouble variance() {
        return count() == 0 ? OptionalDouble.empty() : OptionalDouble.of(errorSquared() * count());
    }

    private static double variance(double good, double bad, double all) {
        double mean = (good - bad) / all;
        return Math.max(0, (good + bad) / all - mean * mean);
    }

    private double errorSquared() {
        return variance((double) positive, (double) negative, (double) count()) / count();
    }

    /**
     * Compares this score with an earlier one of other people.
     *
     * @param before the earlier score
     * @param confidence the two-sided confidence of the interval, above 0 and below 1
     * @return the change with its interval and its z test from unpooled variances, or empty where a score is undefined
     */
    public Optional<Change> changeFrom(NetScore before, double confidence) {
        ConfidenceInterval.requireConfidence(confidence);
        if (count() == 0 || before.count() == 0) {
            return Optional.empty();
        }
        double change = value().getAsDouble() - before.value().getAsDouble();
        double error = Math.sqrt(errorSquared() + before.errorSquared());
        return Optional.of(Change.of(change, error, confidence, -2, 2));
    }

    /** {@return the score with its interval at 95 %} */
    @Override
    public String toString() {
        return value().isEmpty()
                ? "no answer"
                : String.format(Locale.ROOT, "%.3f", value().getAsDouble())
                        + interval(Ratio.DEFAULT_CONFIDENCE)
                                .map(bounds -> " " + bounds)
                                .orElse("");
    }
}

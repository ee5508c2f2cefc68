package dev.customerservice.metrics.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** Comparisons of two shares of different people or tickets. */
public final class Shares {
    /** Two probabilities that differ by less than this part count as equal in Fisher's test, as in R. */
    private static final double RELATIVE_TIE = 1e-7;

    /** Chances below it are as good as none; those that a double can still hold would hardly shrink any more. */
    private static final double LEAST = Double.MIN_NORMAL;

    private Shares() {}

    /**
     * Compares two shares: Newcombe's hybrid score interval (1998, method 10) of the difference, and the z test with the pooled share.
     *
     * @param before the earlier share
     * @param after the later share
     * @param confidence the two-sided confidence of the interval, above 0 and below 1
     * @return the later share less the earlier one, or empty where one of the two is undefined
     */
    public static Optional<Change> change(Ratio before, Ratio after, double confidence) {
        ConfidenceInterval.requireConfidence(confidence);
        if (!before.isShare() || !after.isShare()) {
            return Optional.empty();
        }
        double earlier = before.value().orElseThrow();
        double later = after.value().orElseThrow();
        ConfidenceInterval ofEarlier = before.interval(confidence).orElseThrow();
        ConfidenceInterval ofLater = after.interval(confidence).orElseThrow();
        double difference = later - earlier;
        double down = Math.hypot(later - ofLater.low(), ofEarlier.high() - earlier);
        double up = Math.hypot(ofLater.high() - later, earlier - ofEarlier.low());
        Ratio pooled = before.plus(after);
        double share = pooled.value().orElseThrow();
        double rest = pooled.complement().value().orElseThrow();
        double error = Math.sqrt(share * rest * (1.0 / before.denominator() + 1.0 / after.denominator()));
        return Optional.of(Change.of(
                difference,
                new ConfidenceInterval(Math.max(-1, difference - down), Math.min(1, difference + up), confidence),
                error));
    }

    /**
     * Computes how many to look at so that a share is known closely enough: n0 = z² p (1 - p) / e², corrected for a small whole to
     * n0 / (1 + (n0 - 1) / N) and rounded up once, from decimals.
     *
     * @param halfWidth how far the share may lie from the true one, above 0 and below 1
     * @param expected the share that is expected, 0 to 1; 0.5 is the most careful guess
     * @param confidence the two-sided confidence, above 0 and below 1
     * @param whole how many there are, not negative
     * @return the number to look at, never more than there are
     * @throws IllegalArgumentException when an argument is outside its range
     */
    public static long sampleSize(BigDecimal halfWidth, BigDecimal expected, double confidence, long whole) {
        ConfidenceInterval.requireConfidence(confidence);
        if (halfWidth.signum() <= 0
                || halfWidth.compareTo(BigDecimal.ONE) >= 0
                || expected.signum() < 0
                || expected.compareTo(BigDecimal.ONE) > 0
                || whole < 0) {
            throw new IllegalArgumentException(
                    "Half-width (" + halfWidth + ") must be above 0 and below 1, the expected share ("
                            + expected + ") from 0 to 1 and the whole (" + whole
                            + ") not negative.\nMaybe shares were given in percent.");
        }
        BigDecimal z = BigDecimal.valueOf(ProportionInterval.z(confidence));
        BigDecimal unlimited = z.multiply(z)
                .multiply(expected)
                .multiply(BigDecimal.ONE.subtract(expected))
                .divide(halfWidth.multiply(halfWidth), MathContext.DECIMAL128);
        BigDecimal all = BigDecimal.valueOf(whole);
        BigDecimal rest = all.add(unlimited).subtract(BigDecimal.ONE);
        return rest.signum() <= 0
                ? whole
                : unlimited
                        .multiply(all)
                        .divide(rest, MathContext.DECIMAL128)
                        .setScale(0, RoundingMode.CEILING)
                        .min(all)
                        .longValueExact();
    }

    /**
     * How often chance alone gives counts at least as unlikely, the totals being what they are: Fisher's exact test, two-sided, for
     * counts too small for the z test. Chances are summed from the likeliest count outwards, as far as a double holds them; the work
     * grows with the root of the counts.
     *
     * @param before the earlier share
     * @param after the later share
     * @return the probability, or empty where one of the two is undefined
     */
    public static Optional<Double> fisherPValue(Ratio before, Ratio after) {
        if (!before.isShare() || !after.isShare()) {
            return Optional.empty();
        }
        Ratio pooled = before.plus(after);
        long least = Math.max(0, pooled.numerator() - after.denominator());
        long most = Math.min(pooled.numerator(), before.denominator());
        long usual = Math.round(pooled.numerator() * (before.denominator() / (double) pooled.denominator()));
        long start = Math.max(least, Math.min(most, usual));
        double observed = 1;
        for (long k = start; k < before.numerator() && observed > LEAST; k++) {
            observed *= toNext(k, before, after, pooled);
        }
        for (long k = start; k > before.numerator() && observed > LEAST; k--) {
            observed /= toNext(k - 1, before, after, pooled);
        }
        double limit = observed * (1 + RELATIVE_TIE);
        double all = 1;
        double sum = limit >= 1 ? 1 : 0;
        double chance = 1;
        for (long k = start; k < most && chance > LEAST; k++) {
            chance *= toNext(k, before, after, pooled);
            all += chance;
            sum += chance <= limit ? chance : 0;
        }
        chance = 1;
        for (long k = start; k > least && chance > LEAST; k--) {
            chance /= toNext(k - 1, before, after, pooled);
            all += chance;
            sum += chance <= limit ? chance : 0;
        }
        return Optional.of(sum / all);
    }

    /** How much more likely one more of the earlier successes is, the totals being what they are. */
    private static double toNext(long k, Ratio before, Ratio after, Ratio pooled) {
        double others = after.denominator() - (pooled.numerator() - (double) k) + 1;
        return (pooled.numerator() - k) / (k + 1.0) * ((before.denominator() - k) / others);
    }
}

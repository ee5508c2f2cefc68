package dev.customerservice.metrics.statistics;

import dev.customerservice.domain.text.Decimals;
import dev.customerservice.domain.text.Shown;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Which quantile, and by which definition: p as the decimal that was written, so that 0.3 is not 0.299…
 *
 * @param p the share of values at or below it, 0 to 1
 * @param type how it is read off the sorted values
 */
public record Quantile(BigDecimal p, QuantileType type) implements Serializable {
    /** The middle value, or the mean of the two middle ones. */
    public static final Quantile MEDIAN = new Quantile(new BigDecimal("0.5"), QuantileType.LINEAR);

    private static final BigDecimal PARTS = BigDecimal.valueOf(24);

    /** Checks the share. */
    public Quantile {
        Decimals.require("quantile", p);
        if (p.signum() < 0 || p.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("Quantile (" + Shown.of(p)
                    + ") must lie between 0 and 1.\nMaybe a percentile was meant: Quantile.percentile(" + Shown.of(p)
                    + ").");
        }
        p = p.stripTrailingZeros();
    }

    /**
     * Names a quantile of type 7.
     *
     * @param p the share as written, for example {@code "0.9"}
     * @return the quantile at that share
     * @throws IllegalArgumentException when it is no number from 0 to 1, or longer than 40 digits
     */
    public static Quantile of(String p) {
        return new Quantile(Decimals.parse("quantile", p), QuantileType.LINEAR);
    }

    /**
     * Names a percentile of type 7.
     *
     * @param percent 0 to 100
     * @return the quantile at that many hundredths
     */
    public static Quantile percentile(int percent) {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("Percentile (" + percent
                    + ") must lie between 0 and 100.\nMaybe Quantile.of(\"0.999\") was meant.");
        }
        return new Quantile(BigDecimal.valueOf(percent, 2), QuantileType.LINEAR);
    }

    /**
     * Chooses another definition.
     *
     * @param type the definition
     * @return the quantile at the same share by that definition
     */
    public Quantile by(QuantileType type) {
        return new Quantile(p, type);
    }

    /**
     * {@return the name in ids: {@code p90}, {@code median}, {@code p99_9}, with the type behind it unless it is type 7}
     */
    public String id() {
        BigDecimal percent = p.scaleByPowerOfTen(2);
        String name = equals(MEDIAN)
                ? "median"
                : "p" + percent.stripTrailingZeros().toPlainString().replace('.', '_');
        return type == QuantileType.LINEAR ? name : name + "_" + type.name().toLowerCase(Locale.ROOT);
    }

    /** Where the quantile of n values lies: between two neighbours, counted from 0, with the weight of the upper one. */
    Position in(long n) {
        BigDecimal place24 = p.multiply(PARTS).multiply(BigDecimal.valueOf(n)).add(type.shift24(p));
        long whole = place24.divide(PARTS, 0, RoundingMode.FLOOR).longValueExact();
        BigDecimal weight24 = type.weight24(whole, place24.subtract(PARTS.multiply(BigDecimal.valueOf(whole))));
        return new Position(clamp(whole - 1, n), clamp(whole, n), weight24);
    }

    private static long clamp(long index, long n) {
        return Math.max(0, Math.min(n - 1, index));
    }

    record Position(long lower, long upper, BigDecimal weight24) {
        /** Between two longs, rounded down to the unit. */
        long between(long low, long high) {
            return BigDecimal.valueOf(high)
                    .subtract(BigDecimal.valueOf(low))
                    .multiply(weight24)
                    .divide(PARTS, 0, RoundingMode.FLOOR)
                    .add(BigDecimal.valueOf(low))
                    .longValueExact();
        }

        double between(double low, double high) {
            double weight = weight24.doubleValue() / 24;
            return Math.max(low, Math.min(high, low * (1 - weight) + high * weight));
        }
    }
}

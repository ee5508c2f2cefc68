package dev.customerservice.metrics.statistics;

import java.math.BigDecimal;

/**
 * How a sample quantile is read off the sorted values: the nine definitions of Hyndman and Fan (The American
 * Statistician, 1996), by name; {@link #number()} is theirs.
 *
 * <p>The quantile at p of n values lies at position {@code n p + m}; each type has its own m, and its own rule for a
 * position between two values. Positions beyond an end read the end.
 */
public enum QuantileType {
    /** Type 1: the smallest value with at least a share p at or below it; SQL {@code PERCENTILE_DISC}. */
    NEAREST_RANK(1),
    /** Type 2: as type 1, with the mean of two values where the share is met exactly. */
    NEAREST_RANK_AVERAGED(2),
    /** Type 3: the value nearest to position {@code n p}, the even one of two. */
    NEAREST_EVEN(3),
    /** Type 4: linear between the points of the empirical distribution. */
    LINEAR_DISTRIBUTION(4),
    /** Type 5: linear, knots half-way up the steps; Hazen. */
    HAZEN(5),
    /** Type 6: linear over n + 1; Weibull, {@code PERCENTILE.EXC}, Minitab, SPSS. */
    WEIBULL(6),
    /** Type 7, the default: linear over n - 1; SQL {@code PERCENTILE_CONT}, {@code PERCENTILE.INC}, R, numpy. */
    LINEAR(7),
    /** Type 8: about median-unbiased for any distribution; what Hyndman recommends. */
    MEDIAN_UNBIASED(8),
    /** Type 9: about unbiased for normal values. */
    NORMAL_UNBIASED(9);

    private final int number;

    QuantileType(int number) {
        this.number = number;
    }

    /** {@return the number of Hyndman and Fan, 1 to 9} */
    public int number() {
        return number;
    }

    /**
     * Finds a type by the number of Hyndman and Fan.
     *
     * @param number 1 to 9
     * @return the type of that number
     */
    public static QuantileType of(int number) {
        if (number < 1 || number > 9) {
            throw new IllegalArgumentException(
                    "Quantile type (" + number + ") must be 1 to 9.\nMaybe 7 was meant, the default of most packages.");
        }
        return values()[number - 1];
    }

    /** 24 m, an integer combination of p for each of the nine types. */
    BigDecimal shift24(BigDecimal p) {
        return switch (this) {
            case NEAREST_RANK, NEAREST_RANK_AVERAGED, LINEAR_DISTRIBUTION -> BigDecimal.ZERO;
            case NEAREST_EVEN -> BigDecimal.valueOf(-12);
            case HAZEN -> BigDecimal.valueOf(12);
            case WEIBULL -> p.multiply(BigDecimal.valueOf(24));
            case LINEAR -> BigDecimal.ONE.subtract(p).multiply(BigDecimal.valueOf(24));
            case MEDIAN_UNBIASED -> p.add(BigDecimal.ONE).multiply(BigDecimal.valueOf(8));
            case NORMAL_UNBIASED -> p.multiply(BigDecimal.valueOf(6)).add(BigDecimal.valueOf(9));
        };
    }

    /** 24 times the weight of the upper neighbour, from 24 times the fraction behind the whole position. */
    BigDecimal weight24(long whole, BigDecimal fraction24) {
        boolean onStep = fraction24.signum() == 0;
        return switch (this) {
            case NEAREST_RANK -> BigDecimal.valueOf(onStep ? 0 : 24);
            case NEAREST_RANK_AVERAGED -> BigDecimal.valueOf(onStep ? 12 : 24);
            case NEAREST_EVEN -> BigDecimal.valueOf(onStep && whole % 2 == 0 ? 0 : 24);
            default -> fraction24;
        };
    }
}

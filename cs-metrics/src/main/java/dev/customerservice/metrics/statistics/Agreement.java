package dev.customerservice.metrics.statistics;

import java.util.OptionalDouble;

/**
 * How far two people who judge the same things agree: a square table of counts, one row for each verdict of the first, one column for
 * each of the second, in the same order.
 *
 * <p>Kappa = (observed - expected) / (1 - expected): 1 where they always agree, 0 where they agree as often as chance would make them,
 * undefined where chance alone would make them agree always.
 */
public final class Agreement {
    /** What a disagreement costs. */
    public enum Weights {
        /** All disagreements are alike: for verdicts without an order. */
        NONE,
        /** A disagreement costs its distance. */
        LINEAR,
        /** A disagreement costs the square of its distance. */
        QUADRATIC
    }

    private final long[][] table;
    private final double total;

    private Agreement(long[][] table) {
        this.table = table;
        long sum = 0;
        for (long[] row : table) {
            for (long count : row) {
                sum = Math.addExact(sum, count);
            }
        }
        this.total = sum;
    }

    /**
     * Takes the table of two judges.
     *
     * @param table counts by verdict of the first and of the second, square, not negative
     * @return their agreement
     */
    public static Agreement of(long[][] table) {
        long[][] copy = new long[table.length][];
        for (int i = 0; i < table.length; i++) {
            copy[i] = table[i].clone();
            if (copy[i].length != table.length) {
                throw new IllegalArgumentException("Row (" + i + ") of a table of verdicts must have " + table.length
                        + " columns.\nMaybe a verdict that one of them never gave was left out.");
            }
            for (long count : copy[i]) {
                if (count < 0) {
                    throw new IllegalArgumentException(
                            "Count (" + count + ") must not be negative.\nMaybe it is a difference.");
                }
            }
        }
        return new Agreement(copy);
    }

    /** {@return the share of things on which both give the same verdict, or empty where nothing was judged} */
    public OptionalDouble observed() {
        return total == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - cost(Weights.NONE));
    }

    /** {@return the share on which chance would make them agree, from how often each gives each verdict; empty where nothing was judged} */
    public OptionalDouble expected() {
        return total == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - chanceCost(Weights.NONE));
    }

    /**
     * Cohen's kappa (1960; weighted 1968).
     *
     * @param weights what a disagreement costs
     * @return kappa, at most 1, or empty where it is undefined
     */
    public OptionalDouble kappa(Weights weights) {
        double chance = total == 0 ? 0 : chanceCost(weights);
        return chance == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - cost(weights) / chance);
    }

    /**
     * Gwet's AC1 (2008), which stays sensible where nearly all verdicts are the same and kappa falls to 0.
     *
     * @return AC1, at most 1, or empty where nothing was judged or only one verdict exists
     */
    public OptionalDouble ac1() {
        if (total == 0 || table.length < 2) {
            return OptionalDouble.empty();
        }
        double chance = 0;
        for (int verdict = 0; verdict < table.length; verdict++) {
            double share = (row(verdict) + column(verdict)) / (2 * total);
            chance += share * (1 - share) / (table.length - 1);
        }
        return OptionalDouble.of((1 - cost(Weights.NONE) - chance) / (1 - chance));
    }

    private double cost(Weights weights) {
        double cost = 0;
        for (int i = 0; i < table.length; i++) {
            for (int j = 0; j < table.length; j++) {
                cost += weight(weights, i, j) * table[i][j];
            }
        }
        return cost / total;
    }

    private double chanceCost(Weights weights) {
        double cost = 0;
        for (int i = 0; i < table.length; i++) {
            for (int j = 0; j < table.length; j++) {
                cost += weight(weights, i, j) * (row(i) / total) * (column(j) / total);
            }
        }
        return cost;
    }

    private double weight(Weights weights, int i, int j) {
        double distance = Math.abs(i - j) / Math.max(1.0, table.length - 1.0);
        return switch (weights) {
            case NONE -> i == j ? 0 : 1;
            case LINEAR -> distance;
            case QUADRATIC -> distance * distance;
        };
    }

    private double row(int verdict) {
        double sum = 0;
        for (long count : table[verdict]) {
            sum += count;
        }
        return sum;
    }

    private double column(int verdict) {
        double sum = 0;
        for (long[] row : table) {
            sum += row[verdict];
        }
        return sum;
    }
}

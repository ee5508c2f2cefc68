package dev.customerservice.metrics.report;

import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.statistics.Measurement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A figure that another system shows beside every variant that it may be: which definition are its users used to, and how far off are the
 * others.
 *
 * @param shown the figure of the other system: shares from 0 to 1, lengths in seconds, net scores from -1 to 1
 * @param lines the variants, the nearest first, those without a figure last; equally near ones in the order in which they were given
 */
public record VendorDifference(double shown, List<Line> lines) {
    /**
     * One variant.
     *
     * @param id its definition
     * @param measured its value
     * @param difference its figure less the one shown; empty without a figure
     */
    public record Line(String id, Measurement<?> measured, OptionalDouble difference) {
        /** How far off it is, whichever way. */
        private double distance() {
            return difference.isPresent() ? Math.abs(difference.getAsDouble()) : Double.POSITIVE_INFINITY;
        }

        /**
         * Asks whether it may be the figure shown.
         *
         * @param tolerance how far off rounding may bring it, such as 0.0005 for a percentage with one decimal
         * @return whether the difference is not above the tolerance
         */
        public boolean explains(double tolerance) {
            return distance() <= tolerance;
        }
    }

    /** Keeps an unmodifiable copy. */
    public VendorDifference {
        lines = List.copyOf(lines);
    }

    /**
     * Holds variants against a figure.
     *
     * @param slice a slice of a report that measures them, over the same period and tickets as the other system
     * @param variants the variants
     * @param shown the figure of the other system
     * @return the variants by their distance from it
     */
    public static VendorDifference of(Slice slice, List<? extends Kpi<?, ?>> variants, double shown) {
        if (!Double.isFinite(shown)) {
            throw new IllegalArgumentException("Figure (" + shown
                    + ") must be a number.\nMaybe the other system shows a dash: that is no figure.");
        }
        List<Line> lines = new ArrayList<>();
        for (Kpi<?, ?> kpi : variants) {
            Measurement<?> measured = slice.value(kpi);
            OptionalDouble figure = Amounts.number(measured);
            OptionalDouble difference =
                    figure.isPresent() ? OptionalDouble.of(figure.getAsDouble() - shown) : OptionalDouble.empty();
            lines.add(new Line(kpi.id(), measured, difference));
        }
        lines.sort(Comparator.comparingDouble(Line::distance));
        return new VendorDifference(shown, lines);
    }
}

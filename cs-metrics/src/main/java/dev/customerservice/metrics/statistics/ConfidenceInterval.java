package dev.customerservice.metrics.statistics;

import java.io.Serializable;
import java.util.Locale;

/**
 * Where the true figure lies, with a stated confidence; both ends belong to it.
 *
 * @param low the lower end
 * @param high the upper end, not below the lower one
 * @param confidence the two-sided confidence, above 0 and below 1
 */
public record ConfidenceInterval(double low, double high, double confidence) implements Serializable {
    /** Checks the order of the ends and the confidence. */
    public ConfidenceInterval {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "Interval (" + low + " to " + high + ") must have its ends in order.\nMaybe they were swapped.");
        }
        requireConfidence(confidence);
    }

    static void requireConfidence(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("Confidence (" + confidence
                    + ") must lie above 0 and below 1.\nMaybe it was given in percent: 95 % is 0.95.");
        }
    }

    /** {@return the distance between the ends} */
    public double width() {
        return high - low;
    }

    /**
     * Asks whether a figure is compatible with the observations.
     *
     * @param figure the figure
     * @return true when it lies between the ends or on one of them
     */
    public boolean contains(double figure) {
        return low <= figure && figure <= high;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "[%.3f, %.3f]", low, high);
    }
}

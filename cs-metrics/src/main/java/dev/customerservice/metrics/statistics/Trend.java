package dev.customerservice.metrics.statistics;

import java.io.Serializable;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The straight line that lies closest to figures taken at equal distances, by least squares. The first figure stands at 0, the next at 1.
 *
 * @param count how many figures there are, at least two
 * @param start where the line begins, at 0
 * @param slope by how much it rises from one figure to the next
 * @param residuals the sum of squared distances of the figures from the line
 */
public record Trend(int count, double start, double slope, double residuals) implements Serializable {

    /**
     * Fits the line.
     *
     * @param figures finite figures in order, at least two
     * @return the line closest to them
     * @throws IllegalArgumentException when there are fewer than two
     */
    public static Trend of(double... figures) {
        if (figures.length < 2) {
            throw new IllegalArgumentException("Figures (" + figures.length
                    + ") of a trend must be at least two.\nMaybe wait for the next period.");
        }
        double middle = (figures.length - 1) / 2.0;
        double mean = Moments.of(figures).mean();
        double across = 0;
        for (int i = 0; i < figures.length; i++) {
            across += (i - middle) * (figures[i] - mean);
        }
        double slope = across / spread(figures.length);
        double start = mean - slope * middle;
        double residuals = 0;
        for (int i = 0; i < figures.length; i++) {
            double distance = figures[i] - start - slope * i;
            residuals += distance * distance;
        }
        return new Trend(figures.length, start, slope, residuals);
    }

    /**
     * Reads the line.
     *
     * @param position the place of a figure, 0 for the first, count for the one after the last
     * @return the figure on the line there
     */
    public double at(double position) {
        return start + slope * position;
    }

    /**
     * Bounds a single figure to come, if the line goes on and figures scatter around it alike and independently.
     *
     * @param position the place of the figure
     * @param confidence the two-sided confidence, above 0 and below 1
     * @return the prediction interval by Student's t, or empty for fewer than three figures
     */
    public Optional<ConfidenceInterval> prediction(double position, double confidence) {
        ConfidenceInterval.requireConfidence(confidence);
        if (count < 3) {
            return Optional.empty();
        }
        double t = -TDistribution.of(count - 2.0).inverseCumulativeProbability((1 - confidence) / 2);
        double away = position - (count - 1) / 2.0;
        double variance = residuals / (count - 2) * (1 + 1.0 / count + away * away / spread(count));
        double reach = t * Math.sqrt(variance);
        return Optional.of(new ConfidenceInterval(at(position) - reach, at(position) + reach, confidence));
    }

    /** The sum of squared distances of the places from their middle. */
    private static double spread(int count) {
        return ((double) count * count - 1) * count / 12;
    }
}

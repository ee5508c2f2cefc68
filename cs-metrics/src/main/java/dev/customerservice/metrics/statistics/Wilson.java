package dev.customerservice.metrics.statistics;

/** Wilson's score interval without cancellation. */
final class Wilson {
    private Wilson() {}

    static ConfidenceInterval interval(long successes, long trials, double confidence) {
        ConfidenceInterval.requireConfidence(confidence);
        double z = NormalQuantile.at(0.5 + confidence / 2);
        return new ConfidenceInterval(low(successes, trials, z), 1 - low(trials - successes, trials, z), confidence);
    }

    /**
     * The smaller root of (n + z²) p² - (2x + z²) p + x²/n = 0. The larger root is a sum of positive terms; the smaller
     * one follows from their product, so that nearly equal numbers are never subtracted.
     */
    private static double low(long successes, long trials, double z) {
        double x = successes;
        double n = trials;
        double half = z * z / 2;
        double larger = x + half + z * Math.sqrt(x * ((trials - successes) / n) + half / 2);
        return x / larger * (x / n);
    }
}

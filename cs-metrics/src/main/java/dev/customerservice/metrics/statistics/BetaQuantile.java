package dev.customerservice.metrics.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;

/** The quantile of the beta distribution to full double precision. */
final class BetaQuantile {
    private static final int POLISHING_STEPS = 8;

    private BetaQuantile() {}

    /** The library searches to an absolute error of about 1e-9; Newton's steps from there gain the rest for small shares too. */
    static double at(double probability, double alpha, double beta) {
        // of two whole numbers the library takes 1 - x for exact, which it is not for a small x
        BetaDistribution distribution = BetaDistribution.of(Math.nextUp(alpha), beta);
        double at = distribution.inverseCumulativeProbability(probability);
        for (int step = 0; step < POLISHING_STEPS && at > 0 && at < 1; step++) {
            double density = distribution.density(at);
            double next = at - (distribution.cumulativeProbability(at) - probability) / density;
            if (!(density > 0) || !(next > 0 && next < 1) || next == at) {
                break;
            }
            at = next;
        }
        return at;
    }
}

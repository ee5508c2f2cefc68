package dev.customerservice.roles.quality;

import dev.customerservice.metrics.statistics.ConfidenceInterval;
import dev.customerservice.metrics.statistics.Moments;
import dev.customerservice.metrics.statistics.Ratio;
import java.util.Optional;

/** Where the mean behind a few scores from 0 to 1 lies, also when all of them are alike. */
final class Bounds {

    private Bounds() {}

    /**
     * Bounds a mean at 95 % by Student's t; scores that are all alike have no spread for it to work with, and two equal scores
     * would be certain. Then at most q = 1 − 0.05^(1/n) of all contacts can have another score, which may be any from 0 to 1.
     */
    static Optional<ConfidenceInterval> of(Moments scores) {
        return scores.meanInterval(Ratio.DEFAULT_CONFIDENCE)
                .map(interval -> interval.width() > 0 ? interval : alike(scores.mean(), scores.count()));
    }

    private static ConfidenceInterval alike(double score, long count) {
        double others = 1 - Math.pow(1 - Ratio.DEFAULT_CONFIDENCE, 1.0 / count);
        return new ConfidenceInterval(score - others * score, score + others * (1 - score), Ratio.DEFAULT_CONFIDENCE);
    }
}

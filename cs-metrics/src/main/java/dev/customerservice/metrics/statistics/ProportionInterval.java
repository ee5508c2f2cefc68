package dev.customerservice.metrics.statistics;

/**
 * How the interval of a share is found from its counts.
 *
 * <p>All but {@link #WALD} keep close to the confidence they state; how close, for small counts, is measured in the tests of this
 * library. All lie within [0, 1].
 */
public enum ProportionInterval {
    /** Wilson's score interval (1927), the default: accurate on average, never empty, also for 0 and for all. */
    WILSON {
        @Override
        double low(long successes, long trials, double confidence) {
            double z = z(confidence);
            double half = z * z / 2;
            double x = successes;
            double n = trials;
            double larger = x + half + z * Math.sqrt(x * ((trials - successes) / n) + half / 2);
            return x / larger * (x / n);
        }

        @Override
        double high(long successes, long trials, double confidence) {
            if (successes == trials) {
                return 1;
            }
            double z = z(confidence);
            double half = z * z / 2;
            double x = successes;
            double n = trials;
            double larger = x + half + z * Math.sqrt(x * ((trials - successes) / n) + half / 2);
            return larger / (n + 2 * half);
        }
    },
    /** Wilson's interval with a correction for the steps of counts (Newcombe 1998): wider. */
    WILSON_CONTINUITY {
        @Override
        double low(long successes, long trials, double confidence) {
            if (successes == 0) {
                return 0;
            }
            double z = z(confidence);
            double n = trials;
            double share = successes / n;
            double root = z * z - 2 - 1 / n + 4 * share * (n * (1 - share) + 1);
            return Math.max(0, (2.0 * successes + z * z - 1 - z * Math.sqrt(root)) / (2 * (n + z * z)));
        }

        @Override
        double high(long successes, long trials, double confidence) {
            if (successes == trials) {
                return 1;
            }
            double z = z(confidence);
            double n = trials;
            double share = successes / n;
            double root = z * z + 2 - 1 / n + 4 * share * (trials - successes - 1.0);
            return (2.0 * successes + z * z + 1 + z * Math.sqrt(root)) / (2 * (n + z * z));
        }
    },
    /** Adds z²/2 successes and as many failures before Wald's formula (Agresti and Coull 1998). */
    AGRESTI_COULL {
        @Override
        double low(long successes, long trials, double confidence) {
            double z = z(confidence);
            double moreTrials = trials + z * z;
            double share = (successes + z * z / 2) / moreTrials;
            return Math.max(0, share - z * Math.sqrt(share * (1 - share) / moreTrials));
        }

        @Override
        double high(long successes, long trials, double confidence) {
            double z = z(confidence);
            double moreTrials = trials + z * z;
            double share = (successes + z * z / 2) / moreTrials;
            return share + z * Math.sqrt(share * (1 - share) / moreTrials);
        }
    },
    /** The equal-tailed interval of a Bayesian who starts from Beta(½, ½), closed at 0 and at all. */
    JEFFREYS {
        @Override
        double low(long successes, long trials, double confidence) {
            return successes == 0
                    ? 0
                    : BetaQuantile.at((1 - confidence) / 2, successes + 0.5, trials - successes + 0.5);
        }

        @Override
        double high(long successes, long trials, double confidence) {
            return successes == trials
                    ? 1
                    : BetaQuantile.at((1 + confidence) / 2, successes + 0.5, trials - successes + 0.5);
        }
    },
    /** Never covers less than it states, and often more (Clopper and Pearson 1934). */
    CLOPPER_PEARSON {
        @Override
        double low(long successes, long trials, double confidence) {
            return successes == 0
                    ? 0
                    : BetaQuantile.at((1 - confidence) / 2, (double) successes, (double) (trials - successes + 1));
        }

        @Override
        double high(long successes, long trials, double confidence) {
            return successes == trials
                    ? 1
                    : BetaQuantile.at((1 + confidence) / 2, successes + 1.0, (double) (trials - successes));
        }
    },
    /** The textbook formula, for comparison with other systems only: far too short for small counts and shares near 0 or 1. */
    WALD {
        @Override
        double low(long successes, long trials, double confidence) {
            double share = (double) successes / trials;
            return Math.max(0, share - z(confidence) * Math.sqrt(share * (1 - share) / trials));
        }

        @Override
        double high(long successes, long trials, double confidence) {
            double share = (double) successes / trials;
            return share + z(confidence) * Math.sqrt(share * (1 - share) / trials);
        }
    };

    /**
     * Bounds the share behind counts.
     *
     * @param successes what is counted, 0 to the number of trials
     * @param trials what it is counted over, above 0
     * @param confidence the two-sided confidence, above 0 and below 1
     * @return the interval
     * @throws IllegalArgumentException when the counts form no share
     */
    public ConfidenceInterval of(long successes, long trials, double confidence) {
        ConfidenceInterval.requireConfidence(confidence);
        if (trials <= 0 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException("Share (" + successes + "/" + trials
                    + ") must be a part of something.\nMaybe it counts events over tickets.");
        }
        double low = low(successes, trials, confidence);
        double high = Math.min(1, high(successes, trials, confidence));
        // beyond 2^53 trials a double no longer tells all from all but one
        return new ConfidenceInterval(Math.min(low, high), high, confidence);
    }

    /** The lower end; for Wilson the smaller root follows from the product of both, so that nearly equal numbers are never subtracted. */
    abstract double low(long successes, long trials, double confidence);

    /** The upper end by a formula of its own: a small share of many trials keeps its digits, which the difference to 1 would lose. */
    abstract double high(long successes, long trials, double confidence);

    static double z(double confidence) {
        // of the tail, whose digits the middle would lose for a confidence near 1
        return -NormalQuantile.at((1 - confidence) / 2);
    }
}

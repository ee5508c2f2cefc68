package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.ReviewFacts;
import dev.customerservice.metrics.facts.When;
import dev.customerservice.metrics.statistics.Distribution;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.metrics.statistics.ReviewScore;
import java.util.Locale;
import java.util.Optional;

/** The measures of reviewed work. */
public final class QualityKpis {
    private static final Cohort<ReviewFacts> BY_REVIEW = Cohort.of(ReviewFacts.class, When.begun("review"));

    private QualityKpis() {}

    /**
     * Collects the scores of reviews.
     *
     * @param rule what a critical item without points does
     * @return the distribution of their scores, each from 0 to 100
     */
    public static FormulaKpi<ReviewFacts, Distribution> scores(ReviewScore.Critical rule) {
        return FormulaKpi.of(
                        "review_score.critical_" + rule.name().toLowerCase(Locale.ROOT),
                        Unit.POINTS,
                        BY_REVIEW,
                        new Formula.Sum<>(new Score(rule), Filter.every()))
                .ranging("0 to 100")
                .judged(
                        Direction.HIGHER_IS_BETTER,
                        "Σ weight × points / most points over the items that apply; what does not apply leaves both sums.");
    }

    /** {@return the share of reviews in which a critical item has no points} */
    public static FormulaKpi<ReviewFacts, Ratio> criticalFailures() {
        return FormulaKpi.of(
                        "critical_failures",
                        Unit.SHARE,
                        BY_REVIEW,
                        new Formula.Share<>(Failed.COLUMN.yes(), Filter.every()))
                .judged(Direction.LOWER_IS_BETTER, "COPC keeps critical errors apart from all others.");
    }

    private record Score(ReviewScore.Critical rule) implements AmountColumn<ReviewFacts, Distribution> {
        @Override
        public String id() {
            return "score of the review";
        }

        @Override
        public Distribution none() {
            return Distribution.empty();
        }

        @Override
        public Optional<Distribution> of(ReviewFacts review) {
            return ReviewScore.of(review.items(), rule).value().stream()
                    .mapToObj(score -> Distribution.times(score, 1))
                    .findFirst();
        }
    }

    private enum Failed implements FlagColumn<ReviewFacts> {
        COLUMN;

        @Override
        public String id() {
            return "a critical item has no points";
        }

        @Override
        public Answer of(ReviewFacts review) {
            return Answer.of(
                    ReviewScore.of(review.items(), ReviewScore.Critical.ZEROES).failed());
        }
    }
}

package dev.customerservice.metrics.kpi;

import dev.customerservice.domain.survey.SurveyScale;
import dev.customerservice.metrics.facts.SurveyFacts;
import dev.customerservice.metrics.statistics.Absence;
import java.util.Locale;
import java.util.OptionalInt;

/** The columns of surveys. */
final class SurveyColumns {
    private static final Answer NOT_RATED = Answer.unknown(Absence.MISSING);

    private SurveyColumns() {}

    record Named(String survey) implements FlagColumn<SurveyFacts> {
        @Override
        public String id() {
            return "named " + survey;
        }

        @Override
        public Answer of(SurveyFacts fact) {
            return Answer.of(fact.survey().equals(survey));
        }
    }

    record Rating() implements NumberColumn<SurveyFacts> {
        @Override
        public String id() {
            return "rating";
        }

        @Override
        public long of(SurveyFacts fact) {
            OptionalInt rating = fact.rating();
            return rating.isEmpty() ? ABSENT : rating.getAsInt();
        }
    }

    record Is(SurveyScale.Verdict verdict) implements FlagColumn<SurveyFacts> {
        @Override
        public String id() {
            return verdict.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public Answer of(SurveyFacts fact) {
            OptionalInt rating = fact.rating();
            return rating.isEmpty() ? NOT_RATED : Answer.of(fact.scale().verdict(rating.getAsInt()) == verdict);
        }
    }

    /** At one of the best, or one of the worst, points of its scale. */
    record Box(int points, boolean best) implements FlagColumn<SurveyFacts> {
        Box {
            if (points < 1) {
                throw new IllegalArgumentException(
                        "Number of points (" + points + ") must be 1 or more.\nMaybe the top box was meant: 1.");
            }
        }

        @Override
        public String id() {
            return "at one of the " + points + (best ? " best" : " worst") + " points";
        }

        @Override
        public Answer of(SurveyFacts fact) {
            OptionalInt rating = fact.rating();
            if (rating.isEmpty()) {
                return NOT_RATED;
            }
            SurveyScale scale = fact.scale();
            boolean atTheTop = (scale.direction() == SurveyScale.Direction.HIGHER_IS_BETTER) == best;
            return Answer.of(
                    atTheTop
                            ? rating.getAsInt() > scale.highest() - points
                            : rating.getAsInt() < scale.lowest() + points);
        }
    }

    /** On one certain scale; unknown for another, so that its ratings are left out with the reason. */
    record On(SurveyScale scale) implements FlagColumn<SurveyFacts> {
        private static final Answer OTHER = Answer.unknown(SurveyKpis.OTHER_SCALE);

        @Override
        public String id() {
            return "on the scale " + scale.lowest() + " to " + scale.highest();
        }

        @Override
        public Answer of(SurveyFacts fact) {
            return fact.scale().equals(scale) ? Answer.YES : OTHER;
        }
    }
}

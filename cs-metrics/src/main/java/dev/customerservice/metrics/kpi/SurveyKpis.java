package dev.customerservice.metrics.kpi;

import dev.customerservice.domain.survey.SurveyScale;
import dev.customerservice.metrics.facts.SurveyFacts;
import dev.customerservice.metrics.facts.When;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.Distribution;
import dev.customerservice.metrics.statistics.Ratio;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The measures of surveys. Each reads the surveys of one name; a survey without a rating is left out as missing and never
 * counts as a bad one.
 */
public final class SurveyKpis {
    /** The name of the satisfaction survey when none is named. */
    public static final String CSAT = "csat";

    private static final Cohort<SurveyFacts> BY_ANSWER = Cohort.of(SurveyFacts.class, When.begun());

    private SurveyKpis() {}

    /** {@return the share of ratings of the survey {@code csat} that are satisfied by the cut of their scale} */
    public static FormulaKpi<SurveyFacts, Ratio> csat() {
        return csat(CSAT);
    }

    /**
     * Measures satisfaction as the share of satisfied ratings.
     *
     * @param survey the name of the survey
     * @return the share of ratings at or beyond the cut of their scale
     */
    public static FormulaKpi<SurveyFacts, Ratio> csat(String survey) {
        FormulaKpi<SurveyFacts, Ratio> kpi = FormulaKpi.of(
                id(survey, ""),
                Unit.SHARE,
                BY_ANSWER,
                new Formula.Share<>(new Is(SurveyScale.Verdict.SATISFIED).yes(), new Named(survey).yes()));
        return kpi.defined(kpi.definition()
                .withDirection(Direction.HIGHER_IS_BETTER)
                .withSource("Top-box share; the cut belongs to the scale (Formbricks, Zendesk: 4 and 5 of 5).")
                .withSynonyms(Map.of("Zendesk", "Satisfaction score", "Freshdesk", "CSAT score")));
    }

    /**
     * Measures the share of dissatisfied ratings.
     *
     * @param survey the name of the survey
     * @return the share of ratings at or beyond the lower cut of their scale
     */
    public static FormulaKpi<SurveyFacts, Ratio> dissatisfied(String survey) {
        FormulaKpi<SurveyFacts, Ratio> kpi = FormulaKpi.of(
                id(survey, ".dissatisfied"),
                Unit.SHARE,
                BY_ANSWER,
                new Formula.Share<>(new Is(SurveyScale.Verdict.DISSATISFIED).yes(), new Named(survey).yes()));
        return kpi.defined(kpi.definition().withDirection(Direction.LOWER_IS_BETTER));
    }

    /**
     * Collects the ratings themselves, for means, medians and boxes.
     *
     * @param survey the name of the survey
     * @return the distribution of the points chosen
     */
    public static FormulaKpi<SurveyFacts, Distribution> ratings(String survey) {
        return FormulaKpi.of(
                id(survey, ".ratings"),
                Unit.POINTS,
                BY_ANSWER,
                new Formula.Numbers<>(new Rating(), new Named(survey).yes()));
    }

    /**
     * Measures the mean rating in points of the scale.
     *
     * @param survey the name of the survey
     * @return the mean of the points chosen
     */
    public static Kpi<SurveyFacts, Double> mean(String survey) {
        return ratings(survey).as("mean", all -> all.mean().orElseThrow());
    }

    /**
     * Measures the mean rating on a scale from 0 to 100: (mean - lowest) / (highest - lowest) times 100.
     *
     * @param survey the name of the survey
     * @param scale the scale of all its ratings
     * @return the rescaled mean, 100 for the highest point
     */
    public static Kpi<SurveyFacts, Double> meanOfHundred(String survey, SurveyScale scale) {
        double range = scale.highest() - scale.lowest();
        return ratings(survey)
                .as(
                        "mean_of_100_from_" + Ids.part(scale.lowest() + "_to_" + scale.highest()),
                        all -> (all.mean().orElseThrow() - scale.lowest()) / range * 100);
    }

    private static String id(String survey, String suffix) {
        return (survey.equals(CSAT) ? CSAT : "csat." + Ids.part(survey)) + suffix;
    }

    private record Named(String survey) implements FlagColumn<SurveyFacts> {
        @Override
        public String id() {
            return "surveys named " + survey;
        }

        @Override
        public Answer of(SurveyFacts fact) {
            return Answer.of(fact.survey().equals(survey));
        }
    }

    private record Rating() implements NumberColumn<SurveyFacts> {
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

    private record Is(SurveyScale.Verdict verdict) implements FlagColumn<SurveyFacts> {
        private static final Answer NOT_RATED = Answer.unknown(Absence.MISSING);

        @Override
        public String id() {
            return verdict.name();
        }

        @Override
        public Answer of(SurveyFacts fact) {
            OptionalInt rating = fact.rating();
            return rating.isEmpty() ? NOT_RATED : Answer.of(fact.scale().verdict(rating.getAsInt()) == verdict);
        }
    }
}

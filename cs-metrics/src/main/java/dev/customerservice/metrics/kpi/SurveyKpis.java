package dev.customerservice.metrics.kpi;

import dev.customerservice.domain.survey.SurveyScale;
import dev.customerservice.metrics.facts.SurveyFacts;
import dev.customerservice.metrics.facts.When;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.Distribution;
import dev.customerservice.metrics.statistics.NetScore;
import dev.customerservice.metrics.statistics.Ratio;
import java.util.Map;
import java.util.Optional;

/**
 * The measures of surveys. Each reads the surveys of one name; a survey without a rating is left out as missing and never
 * counts as a bad one.
 */
public final class SurveyKpis {
    /** The name of the satisfaction survey when none is named. */
    public static final String CSAT = "csat";

    /** The name of the survey that asks customers whether they would recommend, when none is named. */
    public static final String NPS = "nps";

    /** The name of the survey that asks employees whether they would recommend the employer. */
    public static final String ENPS = "enps";

    /** The name of the survey that asks how easy it was, when none is named. */
    public static final String CES = "ces";

    /** The name under which the tone of messages is kept as ratings of the scale {@link #TONE}. */
    public static final String SENTIMENT = "sentiment";

    /** The scale of recommendation, 0 to 10: promoters from 9, detractors up to 6. */
    public static final SurveyScale RECOMMENDATION =
            new SurveyScale(0, 10, SurveyScale.Direction.HIGHER_IS_BETTER, 9, Optional.of(6));

    /** The scale of effort 2.0, "it was made easy", 1 to 7: easy from 5, hard up to 3. */
    public static final SurveyScale EFFORT_2 =
            new SurveyScale(1, 7, SurveyScale.Direction.HIGHER_IS_BETTER, 5, Optional.of(3));

    /** The scale of effort 1.0, "how much effort", 1 to 5, lower is better: easy up to 2, hard from 4. */
    public static final SurveyScale EFFORT_1 =
            new SurveyScale(1, 5, SurveyScale.Direction.LOWER_IS_BETTER, 2, Optional.of(4));

    /** The scale of tone: -1 negative, 0 neutral, 1 positive. */
    public static final SurveyScale TONE =
            new SurveyScale(-1, 1, SurveyScale.Direction.HIGHER_IS_BETTER, 1, Optional.of(-1));

    /** Why an answer is left out of a score that is defined on one scale only. */
    public static final Absence OTHER_SCALE = new Absence("other_scale");

    private static final Cohort<SurveyFacts> BY_ANSWER = Cohort.of(SurveyFacts.class, When.begun("answer_or_sending"));

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
                new Formula.Share<>(new SurveyColumns.Is(SurveyScale.Verdict.SATISFIED).yes(), named(survey)));
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
                new Formula.Share<>(new SurveyColumns.Is(SurveyScale.Verdict.DISSATISFIED).yes(), named(survey)));
        return kpi.judged(Direction.LOWER_IS_BETTER, "The other end of the same scale; what lies between is neutral.");
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
                        new Formula.Numbers<>(new SurveyColumns.Rating(), named(survey)))
                .ranging("the points of the scale")
                .judged(Direction.NEITHER, "The points as chosen; the scale says which end is good.");
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

    /**
     * Measures satisfaction less dissatisfaction.
     *
     * @param survey the name of the survey
     * @return the satisfied less the dissatisfied ratings over all, by the cuts of their scale
     */
    public static FormulaKpi<SurveyFacts, NetScore> net(String survey) {
        return net(id(survey, ".net"), named(survey))
                .judged(
                        Direction.HIGHER_IS_BETTER,
                        "(satisfied - dissatisfied) / n, as Help Scout and FreeScout; unrounded.")
                .called("Help Scout", "Happiness score");
    }

    /**
     * Measures the share of the best points of a scale.
     *
     * @param survey the name of the survey
     * @param points how many points, 1 for the top box
     * @return the share of ratings at one of them
     */
    public static FormulaKpi<SurveyFacts, Ratio> topBox(String survey, int points) {
        return share(id(survey, ".top_" + points), new SurveyColumns.Box(points, true).yes(), named(survey))
                .judged(Direction.HIGHER_IS_BETTER, "Common.");
    }

    /**
     * Measures the share of the worst points of a scale.
     *
     * @param survey the name of the survey
     * @param points how many points, 1 for the bottom box
     * @return the share of ratings at one of them
     */
    public static FormulaKpi<SurveyFacts, Ratio> bottomBox(String survey, int points) {
        return share(id(survey, ".bottom_" + points), new SurveyColumns.Box(points, false).yes(), named(survey))
                .judged(Direction.LOWER_IS_BETTER, "Common.");
    }

    /** {@return the net promoter score of customers: promoters less detractors over all answers of the survey {@code nps}} */
    public static FormulaKpi<SurveyFacts, NetScore> nps() {
        return nps(NPS);
    }

    /** {@return the net promoter score of employees, of the survey {@code enps}; never in one sum with that of customers} */
    public static FormulaKpi<SurveyFacts, NetScore> enps() {
        return nps(ENPS);
    }

    /**
     * Measures the net promoter score of a survey on the scale {@link #RECOMMENDATION}; answers on another are left out as
     * {@link #OTHER_SCALE}.
     *
     * @param survey the name of the survey
     * @return promoters less detractors over all answers
     */
    public static FormulaKpi<SurveyFacts, NetScore> nps(String survey) {
        return nps(survey, RECOMMENDATION);
    }

    /**
     * Measures the net promoter score of a survey on a scale of one's own, such as 1 to 10; figures of two scales are not comparable.
     *
     * @param survey the name of the survey
     * @param scale the scale, whose cuts say who is a promoter and who a detractor; answers on another are left out as
     *     {@link #OTHER_SCALE}
     * @return promoters less detractors over all answers
     */
    public static FormulaKpi<SurveyFacts, NetScore> nps(String survey, SurveyScale scale) {
        return net(Ids.part(survey), named(survey).and(new SurveyColumns.On(scale).yes()))
                .judged(Direction.HIGHER_IS_BETTER, "Reichheld: 9 and 10 less 0 to 6; no answer is no detractor.");
    }

    /**
     * Collects the ratings of ease in points of their scale; see {@link #EFFORT_1} and {@link #EFFORT_2}, whose directions differ.
     *
     * @param survey the name of the survey
     * @return the distribution of the points chosen; its mean is the customer effort score
     */
    public static FormulaKpi<SurveyFacts, Distribution> effort(String survey) {
        return FormulaKpi.of(
                        Ids.part(survey) + ".points",
                        Unit.POINTS,
                        BY_ANSWER,
                        new Formula.Numbers<>(new SurveyColumns.Rating(), named(survey)))
                .ranging("the points of the scale")
                .judged(Direction.NEITHER, "CES 2.0: 7 is easy; CES 1.0: 1 is easy. The scale knows which.");
    }

    /**
     * Measures the share that found it easy.
     *
     * @param survey the name of the survey
     * @return the share of ratings at or beyond the easy cut of their scale
     */
    public static FormulaKpi<SurveyFacts, Ratio> easy(String survey) {
        return share(Ids.part(survey) + ".easy", verdict(SurveyScale.Verdict.SATISFIED), named(survey))
                .judged(
                        Direction.HIGHER_IS_BETTER,
                        "5 to 7 of 7 (Zonka); 6 and 7 in the index of CYS: the scale has the cut.");
    }

    /**
     * Measures the share that found it hard.
     *
     * @param survey the name of the survey
     * @return the share of ratings at or beyond the hard cut of their scale
     */
    public static FormulaKpi<SurveyFacts, Ratio> hard(String survey) {
        return share(Ids.part(survey) + ".hard", verdict(SurveyScale.Verdict.DISSATISFIED), named(survey))
                .judged(Direction.LOWER_IS_BETTER, "The other end of the same scale.");
    }

    /**
     * Measures ease less effort.
     *
     * @param survey the name of the survey
     * @return the easy less the hard ratings over all
     */
    public static FormulaKpi<SurveyFacts, NetScore> netEasy(String survey) {
        return net(Ids.part(survey) + ".net", named(survey))
                .judged(Direction.HIGHER_IS_BETTER, "The index of CYS, from -100 to 100 when shown.");
    }

    /** {@return the share of messages with a positive tone} */
    public static FormulaKpi<SurveyFacts, Ratio> positiveTone() {
        return share("sentiment.positive", verdict(SurveyScale.Verdict.SATISFIED), named(SENTIMENT))
                .judged(Direction.HIGHER_IS_BETTER, "Positive / all, neutral ones included.");
    }

    /** {@return the positive less the negative messages over all; no net promoter score, whatever it looks like} */
    public static FormulaKpi<SurveyFacts, NetScore> netTone() {
        return net("sentiment.net", named(SENTIMENT))
                .judged(Direction.HIGHER_IS_BETTER, "(positive - negative) / all.");
    }

    /**
     * Measures how many answer: complete answers over surveys delivered, both of the surveys sent in the period.
     *
     * @param survey the name of the survey
     * @return the share of delivered surveys with a rating, dated by the sending
     */
    public static FormulaKpi<SurveyFacts, Ratio> responseRate(String survey) {
        return response(survey, "", SurveyStage.COMPLETE.yes(), SurveyStage.BOUNCED.no());
    }

    /**
     * Measures how many answer at all.
     *
     * @param survey the name of the survey
     * @return the share of delivered surveys with an answer, be it without a rating
     */
    public static FormulaKpi<SurveyFacts, Ratio> responseRateWithPartial(String survey) {
        return response(survey, ".with_partial", SurveyStage.ANSWERED.yes(), SurveyStage.BOUNCED.no());
    }

    /**
     * Measures how many of all that were sent answer.
     *
     * @param survey the name of the survey
     * @return the share of sent surveys with a rating, those that came back undelivered counted
     */
    public static FormulaKpi<SurveyFacts, Ratio> responseRateOfSent(String survey) {
        return response(survey, ".of_sent", SurveyStage.COMPLETE.yes(), Filter.every());
    }

    private static FormulaKpi<SurveyFacts, Ratio> response(
            String survey, String suffix, Filter<SurveyFacts> of, Filter<SurveyFacts> among) {
        return FormulaKpi.of(
                        "response_rate." + Ids.part(survey) + suffix,
                        Unit.SHARE,
                        Cohort.of(SurveyFacts.class, SurveyStage.SENT),
                        new Formula.Share<>(of, named(survey).and(among)))
                .judged(
                        Direction.HIGHER_IS_BETTER,
                        "Numerator and denominator are one cohort: answers in a period over surveys sent in it pass 100 %.");
    }

    private static FormulaKpi<SurveyFacts, NetScore> net(String id, Filter<SurveyFacts> among) {
        Formula<SurveyFacts, NetScore> formula = new Formula.Sum<>(
                new Amounts.Net<>(verdict(SurveyScale.Verdict.SATISFIED), verdict(SurveyScale.Verdict.DISSATISFIED)),
                among);
        return FormulaKpi.of(id, Unit.SCORE, BY_ANSWER, formula).ranging("-1 to 1");
    }

    private static FormulaKpi<SurveyFacts, Ratio> share(String id, Filter<SurveyFacts> of, Filter<SurveyFacts> among) {
        return FormulaKpi.of(id, Unit.SHARE, BY_ANSWER, new Formula.Share<>(of, among));
    }

    private static Filter<SurveyFacts> named(String survey) {
        return new SurveyColumns.Named(survey).yes();
    }

    private static Filter<SurveyFacts> verdict(SurveyScale.Verdict verdict) {
        return new SurveyColumns.Is(verdict).yes();
    }

    private static String id(String survey, String suffix) {
        return (survey.equals(CSAT) ? CSAT : "csat." + Ids.part(survey)) + suffix;
    }
}

package dev.customerservice.examples;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.examples.report.Block;
import dev.customerservice.examples.report.Block.Cell;
import dev.customerservice.examples.report.Block.Intervals;
import dev.customerservice.examples.report.Block.Tone;
import dev.customerservice.examples.report.Block.Words;
import dev.customerservice.examples.report.DemoReport.Series;
import dev.customerservice.examples.report.DemoReport.Timeline;
import dev.customerservice.examples.report.Figure;
import dev.customerservice.examples.report.Page.Card;
import dev.customerservice.examples.team.ExampleTeam;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.PanelAgreement;
import dev.customerservice.roles.catalogue.Scale;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.quality.AgreementStatistic;
import dev.customerservice.roles.quality.Calibration;
import dev.customerservice.roles.quality.QualityReview;
import dev.customerservice.roles.quality.QualityStanding;
import dev.customerservice.roles.quality.Scorecard;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How well the team serves, by reviewed contacts: nobody stands above somebody whose interval overlaps. */
final class TeamQuality {
    /** From here on reviewers judge alike enough, after Krippendorff. */
    private static final BigDecimal ALIKE = new BigDecimal("0.8");

    private final ExampleTeam.Quality quality;
    private final Scorecard scorecard;
    private final Map<AgentId, Scorecard.Summary> byAgent = new LinkedHashMap<>();
    private final Scorecard.Summary all;

    TeamQuality(ExampleTeam example) {
        this.quality = example.quality();
        this.scorecard = example.playbook().scorecard(quality.scorecard());
        for (String agent : new TreeSet<>(
                quality.reviews().stream().map(review -> review.agent().value()).toList())) {
            List<QualityReview> own = quality.reviews().stream()
                    .filter(review -> review.agent().value().equals(agent))
                    .toList();
            byAgent.put(AgentId.of(agent), scorecard.summary(own, quality.passMark()));
        }
        this.all = scorecard.summary(quality.reviews(), quality.passMark());
    }

    Card card() {
        return Card.of("Quality", "mean of the reviewed contacts", mean(all));
    }

    private static Figure mean(Scorecard.Summary summary) {
        Measurement<Double> mean = summary.mean();
        return summary.interval().isEmpty()
                ? Figures.of(Figure.Unit.RATIO, mean)
                : Figures.within(
                        Figure.Unit.RATIO,
                        mean.orElseThrow(),
                        summary.interval().get().low(),
                        summary.interval().get().high(),
                        mean.n());
    }

    List<Block> blocks() {
        return List.of(intervals(), standing(), coaching(), calibration());
    }

    private Block intervals() {
        return new Intervals(
                "quality",
                "Quality of contacts",
                "Mean score of the reviewed contacts of each person, with the 95 % interval by Student's t.",
                new Timeline(
                        "",
                        byAgent.keySet().stream().map(AgentId::value).toList(),
                        List.of(new Series(
                                "Mean score",
                                null,
                                byAgent.values().stream().map(TeamQuality::mean).toList()))));
    }

    private Block standing() {
        QualityStanding standing = scorecard.standing(quality.reviews());
        List<List<Cell>> rows = new ArrayList<>();
        byAgent.forEach((agent, summary) -> rows.add(List.of(
                Cell.of(agent.value()),
                Cell.of(TeamPage.share(summary.passed())),
                Cell.of(TeamPage.share(summary.critical())),
                Cell.of(
                        standing.tier(agent).isPresent()
                                ? "tier " + standing.tier(agent).getAsInt()
                                : "too few reviews"))));
        return new Words(
                "standing",
                "Who can be told apart",
                standing.tiers().size() == 1
                        ? "All intervals hang together: nobody is above anybody else."
                        : standing.tiers().size() + " tiers: within one, nobody is above anybody else.",
                false,
                List.of("Person", "Passed", "Critical failures", "Standing"),
                rows,
                "Nothing was reviewed.");
    }

    private Block coaching() {
        List<Reason> signals = scorecard.coaching(quality.reviews(), quality.coachingMark());
        return new Words(
                "coaching",
                "What to coach",
                "Criteria whose whole interval lies below " + percent(quality.coachingMark()) + ".",
                false,
                List.of("Person", "What the reviewers looked for", "Mean"),
                signals.stream()
                        .map(signal -> List.of(
                                Cell.of(signal.about().map(Subject::id).orElse("")),
                                Cell.of(scorecard
                                        .assessment()
                                        .criterion(signal.where())
                                        .statement()),
                                Cell.of(estimate(
                                        Objects.requireNonNull(signal.values().get("mean"), "mean")))))
                        .toList(),
                "Nobody is surely below the mark in any criterion.");
    }

    static Figure estimate(Detail detail) {
        Detail.Estimate estimate = (Detail.Estimate) detail;
        return Figures.within(
                Figure.Unit.RATIO,
                estimate.value(),
                estimate.low().doubleValue(),
                estimate.high().doubleValue(),
                estimate.sampleSize());
    }

    private Block calibration() {
        Calibration session = Calibration.of(
                Scale.AGREEMENT,
                quality.calibration(),
                quality.agreed(),
                AgreementStatistic.krippendorff(PanelAgreement.Level.ORDINAL));
        List<List<Cell>> rows = new ArrayList<>();
        session.biases()
                .forEach((reviewer, bias) -> rows.add(List.of(
                        Cell.of(reviewer.value()),
                        Cell.of(bias.mean().map(TeamQuality::signed).orElse("nothing judged")),
                        Cell.of(
                                bias.isCertain() ? "judges differently" : "nobody can tell yet",
                                bias.isCertain() ? Tone.BAD : Tone.WAIT))));
        String agreement = session.agreement()
                .amount()
                .map(alpha -> round(BigDecimal.valueOf(alpha)).toPlainString())
                .orElse("undefined");
        return new Words(
                "calibration",
                "Do reviewers judge alike?",
                quality.agreed().size() + " contacts judged by all reviewers: Krippendorff's alpha (ordinal) is "
                        + agreement + "; " + ALIKE.toPlainString() + " is asked for. "
                        + (session.isReady(ALIKE)
                                ? "Single reviews can be relied on."
                                : "Not yet ready: " + why(session) + "."),
                false,
                List.of("Reviewer", "Above the agreed points by", "Bias"),
                rows,
                "No contact was judged by all.");
    }

    private static String why(Calibration session) {
        return session.problems(ALIKE).stream()
                .map(reason -> reason.about().map(about -> about.id() + " ").orElse("") + TeamPage.words(reason.code()))
                .collect(Collectors.joining(", "));
    }

    private static String signed(double points) {
        BigDecimal rounded = round(BigDecimal.valueOf(points));
        return (rounded.signum() > 0 ? "+" : "") + rounded.toPlainString() + " points";
    }

    private static BigDecimal round(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_EVEN);
    }

    static String percent(BigDecimal share) {
        return share.multiply(new BigDecimal(100), MathContext.DECIMAL64)
                        .stripTrailingZeros()
                        .toPlainString() + " %";
    }
}

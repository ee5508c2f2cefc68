package dev.customerservice.roles.quality;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.metrics.statistics.ConfidenceInterval;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Moments;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.roles.catalogue.Scale;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reviewers who judged the same contacts, compared with each other and with the points they then agreed on.
 *
 * @param agreement how far they agree; no data where that is undefined
 * @param biases by how much each reviewer judges differently from the agreed points, in their order
 */
public record Calibration(Measurement<Double> agreement, Map<AgentId, Bias> biases) {

    /** Copies the biases, keeping their order. */
    public Calibration {
        biases = Collections.unmodifiableMap(new LinkedHashMap<>(biases));
    }

    /**
     * How one reviewer differs from the agreed points.
     *
     * @param mean the mean signed distance in points of the scale, above zero for a generous reviewer; empty when nothing was judged
     * @param interval where it lies at 95 % by Student's t; empty for fewer than two contacts
     * @param contacts how many contacts were judged
     */
    public record Bias(Optional<Double> mean, Optional<ConfidenceInterval> interval, long contacts) {

        /** The fewest distances of one sign that a sign test tells from chance: 2 · 0.5⁶ is below 0.05. */
        private static final long ENOUGH_ALIKE = 6;

        /**
         * {@return whether the reviewer is surely more generous or stricter: the interval lies on one side of zero, and where all distances
         * are alike there are at least six}
         */
        public boolean isCertain() {
            return interval.filter(bounds -> !bounds.contains(0) && (bounds.width() > 0 || contacts >= ENOUGH_ALIKE))
                    .isPresent();
        }
    }

    /**
     * Compares reviewers.
     *
     * @param scale the scale of the points
     * @param byReviewer the points of each reviewer, of equal length, in the same order of contacts; empty where a reviewer did not
     *     judge
     * @param agreed the points they agreed on afterwards, one for each contact
     * @param statistic how agreement is measured
     * @return the calibration
     * @throws IllegalArgumentException when a list is of another length or a point is not on the scale
     */
    public static Calibration of(
            Scale scale,
            Map<AgentId, List<OptionalInt>> byReviewer,
            List<Integer> agreed,
            AgreementStatistic statistic) {
        agreed.forEach(scale::require);
        AgreementStatistic.Panel panel = new AgreementStatistic.Panel(scale, List.copyOf(byReviewer.values()));
        Map<AgentId, Bias> biases = new LinkedHashMap<>();
        byReviewer.forEach((reviewer, points) -> {
            if (points.size() != agreed.size()) {
                throw new IllegalArgumentException("points of " + reviewer.value() + " (" + points.size() + ") must be "
                        + agreed.size() + ", one for each contact agreed on\nMaybe leave some empty.");
            }
            Moments distances = Moments.none();
            for (int i = 0; i < points.size(); i++) {
                if (points.get(i).isPresent()) {
                    distances = distances.plus((double) points.get(i).getAsInt() - agreed.get(i));
                }
            }
            biases.put(
                    reviewer,
                    new Bias(
                            distances.count() == 0 ? Optional.empty() : Optional.of(distances.mean()),
                            distances.meanInterval(Ratio.DEFAULT_CONFIDENCE),
                            distances.count()));
        });
        return new Calibration(statistic.of(panel), biases);
    }

    /**
     * Looks for what speaks against letting these reviewers judge on their own.
     *
     * @param threshold the least agreement wanted
     * @return {@code AGREEMENT_UNDEFINED} or {@code AGREEMENT_TOO_LOW}, and {@code REVIEWER_BIASED} for each certain bias; empty when
     *     they are ready
     */
    public List<Reason> problems(BigDecimal threshold) {
        List<Reason> problems = new ArrayList<>();
        Optional<Double> figure = agreement.amount();
        if (figure.isEmpty()) {
            problems.add(Reason.rule("AGREEMENT_UNDEFINED"));
        } else if (figure.get() < threshold.doubleValue()) {
            problems.add(Reason.rule("AGREEMENT_TOO_LOW")
                    .withValue("agreement", new Detail.Quantity(BigDecimal.valueOf(figure.get()), "agreement"))
                    .withValue("threshold", new Detail.Quantity(threshold, "agreement")));
        }
        biases.forEach((reviewer, bias) -> {
            if (bias.isCertain()) {
                problems.add(Reason.rule("REVIEWER_BIASED")
                        .withAbout(Subject.person(reviewer))
                        .withValue(
                                "mean",
                                new Detail.Quantity(
                                        BigDecimal.valueOf(bias.mean().orElseThrow()), "points")));
            }
        });
        return List.copyOf(problems);
    }

    /**
     * Asks whether these reviewers may judge on their own.
     *
     * @param threshold the least agreement wanted
     * @return whether there are no problems
     */
    public boolean isReady(BigDecimal threshold) {
        return problems(threshold).isEmpty();
    }
}

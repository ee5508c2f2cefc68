package dev.customerservice.roles.quality;

import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.Agreement;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.PanelAgreement;
import dev.customerservice.roles.catalogue.Scale;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How far reviewers agree, as one figure.
 *
 * <p>Laws: the order of reviewers and contacts is nothing; reviewers who all agree, and not always on the same, give 1; without
 * anything judged twice there is no data. A statistic that corrects for chance also has none where only one point was ever given.
 */
@FunctionalInterface
public interface AgreementStatistic {

    /** Why there is no figure: nothing was judged twice, nobody could have disagreed, or the statistic does not fit the panel. */
    Absence UNDEFINED = new Absence("agreement_undefined");

    /**
     * Measures the agreement.
     *
     * @param panel who gave which point to what
     * @return the figure, at most 1, with the number of contacts; no data where it is undefined
     */
    Measurement<Double> of(Panel panel);

    /**
     * The points that reviewers gave to the same contacts.
     *
     * @param scale the scale of the points
     * @param byReviewer one list for each reviewer, of equal length, in the same order of contacts; empty where a reviewer did not
     *     judge
     */
    record Panel(Scale scale, List<List<OptionalInt>> byReviewer) {
        /** Copies the points and refuses lists of different length and points that are not on the scale. */
        public Panel {
            byReviewer = byReviewer.stream().map(List::copyOf).toList();
            int contacts = byReviewer.isEmpty() ? 0 : byReviewer.get(0).size();
            for (List<OptionalInt> points : byReviewer) {
                if (points.size() != contacts) {
                    throw new IllegalArgumentException("points of a reviewer (" + points.size() + ") must be "
                            + contacts + ", as many as of the first\nMaybe leave those empty that were not judged.");
                }
                points.forEach(point -> point.ifPresent(scale::require));
            }
        }

        private int contacts() {
            return byReviewer.isEmpty() ? 0 : byReviewer.get(0).size();
        }

        private long[][] counts() {
            long[][] counts = new long[contacts()][scale.points().size()];
            for (List<OptionalInt> points : byReviewer) {
                for (int contact = 0; contact < points.size(); contact++) {
                    if (points.get(contact).isPresent()) {
                        counts[contact][position(points.get(contact).getAsInt())]++;
                    }
                }
            }
            return counts;
        }

        private long[][] table() {
            long[][] table = new long[scale.points().size()][scale.points().size()];
            for (int contact = 0; contact < contacts(); contact++) {
                OptionalInt one = byReviewer.get(0).get(contact);
                OptionalInt other = byReviewer.get(1).get(contact);
                if (one.isPresent() && other.isPresent()) {
                    table[position(one.getAsInt())][position(other.getAsInt())]++;
                }
            }
            return table;
        }

        private int position(int level) {
            return scale.points().stream().map(Scale.Point::level).toList().indexOf(level);
        }
    }

    /** {@return the share of pairs of reviewers who give the same point, mean over the contacts judged twice} */
    static AgreementStatistic percent() {
        return panel ->
                measurement(panel, PanelAgreement.ofCounts(panel.counts()).observed());
    }

    /**
     * Cohen's kappa of two reviewers.
     *
     * @param weights what a disagreement costs, by the places of the points on the scale
     * @return kappa; no data for a panel of more or fewer than two
     */
    static AgreementStatistic cohen(Agreement.Weights weights) {
        return panel -> measurement(
                panel,
                panel.byReviewer().size() == 2 ? Agreement.of(panel.table()).kappa(weights) : OptionalDouble.empty());
    }

    /** {@return Fleiss' kappa; no data unless all contacts were judged by equally many} */
    static AgreementStatistic fleiss() {
        return panel ->
                measurement(panel, PanelAgreement.ofCounts(panel.counts()).fleiss());
    }

    /** {@return Gwet's AC1, which does not fall when nearly all points are the same} */
    static AgreementStatistic gwetAc1() {
        return panel ->
                measurement(panel, PanelAgreement.ofCounts(panel.counts()).ac1());
    }

    /**
     * Krippendorff's alpha, for any number of reviewers with gaps.
     *
     * @param level what the distance between two points means
     * @return alpha
     */
    static AgreementStatistic krippendorff(PanelAgreement.Level level) {
        return panel -> measurement(
                panel,
                PanelAgreement.ofRatings(panel.byReviewer().stream()
                                .map(points -> points.stream()
                                        .map(point -> point.isPresent()
                                                ? OptionalDouble.of(point.getAsInt())
                                                : OptionalDouble.empty())
                                        .toList())
                                .toList())
                        .alpha(level));
    }

    private static Measurement<Double> measurement(Panel panel, OptionalDouble figure) {
        return figure.isPresent()
                ? Measurement.value(figure.getAsDouble(), panel.contacts(), LeftOut.none())
                : Measurement.noData(UNDEFINED, LeftOut.none());
    }
}

package dev.customerservice.metrics.report;

import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.statistics.Change;
import dev.customerservice.metrics.statistics.FalseDiscovery;
import dev.customerservice.metrics.statistics.Geometric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How measures or slices changed, many at once. Of twenty in which nothing changed, one looks changed at 5 %: so the number of
 * comparisons is stated, and each p value has one beside it that allows for all of them.
 *
 * @param lines one for each, in their order
 * @param comparisons how many of them were tested
 * @param confidence the two-sided confidence of the intervals
 */
public record Changes(List<Line> lines, int comparisons, double confidence) {
    /** The label of a measure, where several are compared. */
    public static final String KPI = "kpi";

    /**
     * One comparison.
     *
     * @param labels the value of each dimension, or the measure
     * @param comparison the values of both periods
     * @param change the difference with its interval and test, for shares and net scores; for lengths of time see {@link Comparison#shift()}
     * @param adjusted the p value adjusted for all comparisons (Benjamini and Hochberg 1995), empty where there was no test
     */
    public record Line(
            Map<String, String> labels, Comparison<?> comparison, Optional<Change> change, OptionalDouble adjusted) {
        /**
         * Asks whether chance is a poor explanation.
         *
         * @param rate how many of the changes called so may be none on average, such as 0.05
         * @return whether the adjusted p value is not above the rate
         */
        public boolean isSignificant(double rate) {
            return adjusted.isPresent() && adjusted.getAsDouble() <= rate;
        }
    }

    /** Keeps an unmodifiable copy. */
    public Changes {
        lines = List.copyOf(lines);
    }

    /**
     * Compares each slice with the period before.
     *
     * @param kpi a measure of the report
     * @param slices slices of a report that also measured the period before
     * @param confidence the two-sided confidence of the intervals, above 0 and below 1
     * @return the changes
     */
    public static Changes of(Kpi<?, ?> kpi, List<Slice> slices, double confidence) {
        List<Map<String, String>> labels = slices.stream().map(Slice::labels).toList();
        return of(
                labels,
                slices.stream()
                        .<Comparison<?>>map(slice -> slice.comparison(kpi))
                        .toList(),
                confidence);
    }

    /**
     * Compares each measure of a slice with the period before.
     *
     * @param kpis measures of the report, which are the labels under {@link #KPI}
     * @param slice a slice of a report that also measured the period before
     * @param confidence the two-sided confidence of the intervals, above 0 and below 1
     * @return the changes
     */
    public static Changes of(List<? extends Kpi<?, ?>> kpis, Slice slice, double confidence) {
        List<Map<String, String>> labels =
                kpis.stream().map(kpi -> Map.of(KPI, kpi.id())).toList();
        return of(labels, kpis.stream().<Comparison<?>>map(slice::comparison).toList(), confidence);
    }

    private static Changes of(
            List<Map<String, String>> labels, List<? extends Comparison<?>> compared, double confidence) {
        List<Optional<Change>> changes = new ArrayList<>();
        List<Double> tests = new ArrayList<>();
        for (Comparison<?> comparison : compared) {
            changes.add(comparison.change(confidence));
            pValue(comparison, confidence).ifPresent(tests::add);
        }
        List<Double> adjusted = FalseDiscovery.adjust(tests);
        List<Line> lines = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < compared.size(); i++) {
            boolean tested = pValue(compared.get(i), confidence).isPresent();
            OptionalDouble own = tested ? OptionalDouble.of(adjusted.get(next++)) : OptionalDouble.empty();
            lines.add(new Line(labels.get(i), compared.get(i), changes.get(i), own));
        }
        return new Changes(lines, tests.size(), confidence);
    }

    private static OptionalDouble pValue(Comparison<?> comparison, double confidence) {
        return comparison
                .change(confidence)
                .map(Change::pValue)
                .or(() -> comparison.shift().map(Geometric.Shift::pValue))
                .orElse(OptionalDouble.empty());
    }
}

package dev.customerservice.metrics.report;

import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.statistics.Change;
import dev.customerservice.metrics.statistics.FalseDiscovery;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.metrics.statistics.Shares;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Where to improve: which slices hold a share down, such as the categories that customers are dissatisfied with. Each slice is compared
 * with all others together. That a slice lies lower does not say why, and of many slices some lie lower by chance: the p values allow for
 * all of them.
 *
 * @param lines one for each slice that counts anything, the one that costs the whole most first, of equal ones in the order of the slices
 * @param whole the share of all slices together
 * @param confidence the two-sided confidence of the intervals
 */
public record Drivers(List<Line> lines, Ratio whole, double confidence) {
    /**
     * One slice beside all others.
     *
     * @param labels the value of each dimension
     * @param share the share of the slice
     * @param others the share of all other slices together
     * @param difference the share of the slice less that of the others, with its interval and test
     * @param gain by how much the whole would rise if the slice had the share of the others: (others - slice) x size of the slice / size of
     *     the whole; below 0 where the slice holds it up
     * @param adjusted the p value adjusted for all slices (Benjamini and Hochberg 1995), empty where there was no test
     */
    public record Line(
            Map<String, String> labels,
            Ratio share,
            Ratio others,
            Change difference,
            double gain,
            OptionalDouble adjusted) {
        /**
         * Asks whether chance is a poor explanation.
         *
         * @param rate how many of the slices called so may be none on average, such as 0.05
         * @return whether the adjusted p value is not above the rate
         */
        public boolean isSignificant(double rate) {
            return adjusted.isPresent() && adjusted.getAsDouble() <= rate;
        }
    }

    /** Keeps an unmodifiable copy. */
    public Drivers {
        lines = List.copyOf(lines);
    }

    /**
     * Compares each slice with all others.
     *
     * @param kpi a share of the report, better when it is higher
     * @param slices the slices of one grouping, which no fact is in twice
     * @param confidence the two-sided confidence of the intervals, above 0 and below 1
     * @return the slices, those that cost most first; none where fewer than two count anything
     * @throws IllegalArgumentException when the measure is a rate that may be above 1
     */
    public static Drivers of(Kpi<?, Ratio> kpi, List<Slice> slices, double confidence) {
        List<Ratio> shares = new ArrayList<>();
        Ratio whole = Ratio.of(0, 0);
        for (Slice slice : slices) {
            Ratio share = slice.value(kpi).amount().orElse(Ratio.of(0, 0));
            if (share.denominator() > 0 && !share.isShare()) {
                throw new IllegalArgumentException(
                        "Measure (" + kpi.id() + ") must be a share.\nMaybe it counts several for one.");
            }
            shares.add(share);
            whole = whole.plus(share);
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            Ratio share = shares.get(i);
            Ratio others = Ratio.of(whole.numerator() - share.numerator(), whole.denominator() - share.denominator());
            Map<String, String> labels = slices.get(i).labels();
            double size = share.denominator() / (double) whole.denominator();
            Shares.change(others, share, confidence)
                    .map(change -> new Line(
                            labels, share, others, change, (0 - change.difference()) * size, OptionalDouble.empty()))
                    .ifPresent(lines::add);
        }
        lines.sort(Comparator.comparing(Line::gain, Comparator.reverseOrder()));
        return new Drivers(adjusted(lines), whole, confidence);
    }

    private static List<Line> adjusted(List<Line> lines) {
        List<Line> tested = lines.stream()
                .filter(line -> line.difference.pValue().isPresent())
                .toList();
        List<Double> adjusted = FalseDiscovery.adjust(tested.stream()
                .map(line -> line.difference.pValue().getAsDouble())
                .collect(Collectors.toList()));
        return lines.stream()
                .map(line -> new Line(
                        line.labels,
                        line.share,
                        line.others,
                        line.difference,
                        line.gain,
                        tested.contains(line)
                                ? OptionalDouble.of(adjusted.get(tested.indexOf(line)))
                                : OptionalDouble.empty()))
                .toList();
    }
}

package dev.customerservice.metrics.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What is left of small p values when many comparisons were made. */
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /**
     * Adjusts the p values of all comparisons that were made (Benjamini and Hochberg 1995): of the comparisons whose adjusted value is at
     * most q, a share of at most q is expected to be false.
     *
     * @param pValues one for each comparison, 0 to 1
     * @return the adjusted values in the same order, none below its own p value
     */
    public static List<Double> adjust(List<Double> pValues) {
        int n = pValues.size();
        List<Integer> falling = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparing(pValues::get, Comparator.reverseOrder()))
                .toList();
        List<Double> adjusted = new ArrayList<>(Collections.nCopies(n, 1.0));
        double least = 1;
        for (int i = 0; i < n; i++) {
            double p = pValues.get(falling.get(i));
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException(
                        "P value (" + p + ") must lie between 0 and 1.\nMaybe it is a z value.");
            }
            least = Math.min(least, Math.max(p, p * n / (n - i)));
            adjusted.set(falling.get(i), least);
        }
        return Collections.unmodifiableList(adjusted);
    }
}

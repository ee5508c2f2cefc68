package dev.customerservice.metrics.report;

import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.metrics.statistics.Strata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A share over many slices, under the three names of what is often all called the average.
 *
 * @param labels the value of each slice
 * @param strata the share of each slice, 0 of 0 where it has none
 */
public record SliceRates(List<String> labels, Strata strata) {
    /** Checks that each slice has a share. */
    public SliceRates {
        labels = List.copyOf(labels);
        if (labels.size() != strata.shares().size()) {
            throw new IllegalArgumentException("Labels (" + labels.size() + ") must be one for each of the "
                    + strata.shares().size() + " shares.\nMaybe a slice without data was left out: it is 0 of 0.");
        }
    }

    /**
     * Reads a share in each slice of one dimension.
     *
     * @param kpi a share of the report
     * @param slices the slices
     * @return the shares
     */
    public static SliceRates of(Kpi<?, Ratio> kpi, List<Slice> slices) {
        List<String> labels = new ArrayList<>();
        List<Ratio> shares = new ArrayList<>();
        for (Slice slice : slices) {
            Measurement<Ratio> share = slice.value(kpi);
            labels.add(String.join(", ", slice.labels().values()));
            shares.add(share.amount().orElse(Ratio.of(0, 0)));
        }
        return new SliceRates(labels, new Strata(shares));
    }

    /** {@return all that is counted over all that it is counted over: the share of the whole} */
    public Ratio pooled() {
        return strata.pooled();
    }

    /** {@return the mean of the shares, each slice counting alike; empty for none} */
    public OptionalDouble meanOfRates() {
        return strata.meanOfRates();
    }

    /**
     * Weighs the shares by one mix for everybody, so that teams with different work compare.
     *
     * @param mix the weight of each slice by its label; a slice that it does not name has none
     * @return the share that the mix would have, empty where no slice with data has a weight
     */
    public OptionalDouble standardised(Map<String, Double> mix) {
        return strata.standardised(
                labels.stream().map(label -> mix.getOrDefault(label, 0.0)).toList());
    }
}

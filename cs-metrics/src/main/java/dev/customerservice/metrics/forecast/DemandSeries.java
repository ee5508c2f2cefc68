package dev.customerservice.metrics.forecast;

import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.report.Slice;
import dev.customerservice.metrics.statistics.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How much came in, part by part, without a gap.
 *
 * @param periods the parts, oldest first
 * @param values how much came in each
 * @param season after how many parts the pattern repeats, such as 7 for days; 1 for none
 */
public record DemandSeries(List<Period> periods, List<Double> values, int season) {
    /** Checks that each part has a value, and keeps unmodifiable copies. */
    public DemandSeries {
        periods = List.copyOf(periods);
        values = List.copyOf(values);
        if (periods.size() != values.size() || season < 1) {
            throw new IllegalArgumentException(
                    "Series (" + values.size() + " values of " + periods.size()
                            + " periods, season " + season
                            + ") must have one value for each period and a season of 1 or more.\nMaybe an empty period was left out: it counts 0.");
        }
    }

    /**
     * Reads the series of a count off a report that was cut with {@code every}. Parts that had not ended when the facts were read are left
     * off its end, for they would look like a fall in demand.
     *
     * @param report the report
     * @param count a count that it measures
     * @param season after how many parts the pattern repeats; 1 for none
     * @return the series
     */
    public static DemandSeries of(KpiReport report, Kpi<?, Long> count, int season) {
        return of(report.total(), count, season);
    }

    /**
     * Reads the series of a count off a slice, such as one team or channel.
     *
     * @param slice the slice of a report that was cut with {@code every}
     * @param count a count that it measures
     * @param season after how many parts the pattern repeats; 1 for none
     * @return the series of its complete parts, up to the first without a value
     */
    public static DemandSeries of(Slice slice, Kpi<?, Long> count, int season) {
        List<Period> periods = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (Slice part : slice.series()) {
            Measurement<Long> measured = part.value(count);
            Optional<Long> amount = measured.amount();
            if (!part.isComplete() || amount.isEmpty()) {
                break;
            }
            periods.add(part.period());
            values.add((double) amount.get());
        }
        return new DemandSeries(periods, values, season);
    }

    /**
     * Looks at the beginning.
     *
     * @param size how many values, from 0 to all
     * @return the series up to there
     */
    public DemandSeries first(int size) {
        return new DemandSeries(periods.subList(0, size), values.subList(0, size), season);
    }
}

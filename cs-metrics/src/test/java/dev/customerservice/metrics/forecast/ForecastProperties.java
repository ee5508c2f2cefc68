package dev.customerservice.metrics.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ForecastProperties {
    private static final double CLOSE = 1e-9;

    @Provide
    static Arbitrary<List<Double>> histories() {
        return Arbitraries.doubles()
                .between(1, 500)
                .ofScale(2)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Provide
    static Arbitrary<ForecastModel> models() {
        return Arbitraries.of(ForecastModel.candidates(5));
    }

    @Property(tries = 300)
    void theSameHistoryGivesTheSameForecastAndALongerOneBeginsWithTheShorter(
            @ForAll("histories") List<Double> history, @ForAll("models") ForecastModel model) {
        List<Double> week = model.forecast(history, 3).amount().orElse(List.of());
        List<Double> month = model.forecast(history, 12).amount().orElse(List.of());

        assertEquals(
                month, model.forecast(new ArrayList<>(history), 12).amount().orElse(List.of()));
        assertEquals(week, month.subList(0, week.size()));
    }

    /** Stopping after some values and going on from the state there changes nothing. */
    @Property(tries = 200)
    void aRunOfHoltWintersGoesOnFromItsEnd(
            @ForAll("histories") List<Double> before, @ForAll("histories") List<Double> after, @ForAll boolean adds) {
        HoltWinters model = (adds ? HoltWinters.additive(3) : HoltWinters.multiplicative(3))
                .withShares(new HoltWinters.Shares(0.4, 0.1, 0.2))
                .withInitial(new HoltWinters.State(200, 1, List.of(1.0, 1.25, 0.75)));
        HoltWinters.Smoothed first = model.smooth(before).orElseThrow();
        List<Double> all = new ArrayList<>(before);
        all.addAll(after);
        HoltWinters resumed = model.withInitial(first.end());

        assertEquals(
                model.forecast(all, 7).orElseThrow(), resumed.forecast(after, 7).orElseThrow());
        assertEquals(
                model.smooth(all).orElseThrow().fitted().subList(before.size(), all.size()),
                resumed.smooth(after).orElseThrow().fitted());
    }

    @Property(tries = 200)
    void whatNeverChangesIsForecastToStay(
            @ForAll @DoubleRange(min = 1, max = 1000) double value,
            @ForAll @IntRange(min = 15, max = 40) int length,
            @ForAll("models") ForecastModel model) {
        List<Double> next =
                model.forecast(Collections.nCopies(length, value), 7).orElseThrow();

        next.forEach(one -> assertEquals(value, one, value * CLOSE));
    }

    @Property(tries = 200)
    void theUnitDoesNotMatter(@ForAll("histories") List<Double> history, @ForAll("models") ForecastModel model) {
        List<Double> dozens = history.stream().map(value -> value / 8).toList();
        List<Double> ones = model.forecast(history, 6).amount().orElse(List.of());
        List<Double> eights = model.forecast(dozens, 6).amount().orElse(List.of());

        assertEquals(ones.size(), eights.size());
        for (int i = 0; i < ones.size(); i++) {
            assertEquals(ones.get(i) / 8, eights.get(i), 1e-6 * Math.max(1, Math.abs(ones.get(i))));
        }
    }

    @Property(tries = 100)
    void thePartsOfASeriesAddUpToIt(@ForAll("histories") List<Double> values) {
        Stl.of(values, 5).ifPresent(parts -> {
            for (int i = 0; i < values.size(); i++) {
                double sum = parts.trend().get(i)
                        + parts.season().get(i)
                        + parts.remainder().get(i);
                assertEquals(values.get(i), sum, CLOSE * 1000);
            }
        });
    }

    /** Adds up the chance of each count, one after the other. */
    private static CountRange summed(List<Double> chances, double confidence) {
        double tail = (1 - confidence) / 2;
        double sum = 0;
        long low = -1;
        for (int count = 0; count < chances.size(); count++) {
            sum += chances.get(count);
            if (low < 0 && sum >= tail) {
                low = count;
            }
            if (sum >= 1 - tail) {
                return new CountRange(low, count, confidence);
            }
        }
        throw new AssertionError("too few counts");
    }

    @Property(tries = 200)
    void aPoissonRangeIsWhatTheSumOfItsChancesGives(
            @ForAll @DoubleRange(min = 0.01, max = 60) double mean,
            @ForAll @DoubleRange(min = 0.5, max = 0.99) double confidence) {
        List<Double> chances = new ArrayList<>();
        double chance = Math.exp(-mean);
        for (int count = 0; count < 400; count++) {
            chances.add(chance);
            chance *= mean / (count + 1);
        }

        assertEquals(summed(chances, confidence), CountRange.poisson(mean, confidence));
    }

    @Property(tries = 200)
    void soIsANegativeBinomialOneAndItIsNotNarrower(
            @ForAll @DoubleRange(min = 0.5, max = 40) double mean,
            @ForAll @DoubleRange(min = 1.1, max = 4) double dispersion,
            @ForAll @DoubleRange(min = 0.5, max = 0.99) double confidence) {
        double variance = mean * dispersion;
        double size = mean * mean / (variance - mean);
        double success = mean / variance;
        List<Double> chances = new ArrayList<>();
        double chance = Math.pow(success, size);
        for (int count = 0; count < 2000; count++) {
            chances.add(chance);
            chance *= (count + size) / (count + 1) * (1 - success);
        }
        CountRange wide = CountRange.negativeBinomial(mean, variance, confidence);
        CountRange usual = CountRange.poisson(mean, confidence);

        assertEquals(summed(chances, confidence), wide);
        assertTrue(wide.high() - wide.low() >= usual.high() - usual.low() - 1, wide + " and " + usual);
    }

    @Property(tries = 200)
    void errorsAreWhatTheirNamesSay(
            @ForAll("histories") List<Double> actual, @ForAll @DoubleRange(min = -5, max = 5) double off) {
        List<Double> forecast = actual.stream().map(value -> value + off).toList();
        ForecastError error = ForecastError.of(actual, forecast, OptionalDouble.of(2));

        assertEquals(Math.abs(off), error.mae().orElseThrow(), CLOSE);
        assertEquals(off * actual.size(), error.bias().orElseThrow(), CLOSE * actual.size());
        assertEquals(off, error.meanBias().orElseThrow(), CLOSE);
        assertEquals(error.mape(), error.strictMape(), "no value is 0");
        assertEquals(Math.abs(off) / 2, error.mase().orElseThrow(), CLOSE);
        assertTrue(error.wape().orElseThrow() >= 0);
    }
}

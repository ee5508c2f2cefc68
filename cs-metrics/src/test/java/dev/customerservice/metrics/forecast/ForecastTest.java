package dev.customerservice.metrics.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.metrics.report.Granularity;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.statistics.Measurement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final List<Double> WEEK = List.of(100.0, 120.0, 90.0, 80.0, 110.0, 30.0, 20.0);

    /** Weeks of one pattern on a rising line. */
    private static List<Double> rising(int days, double perDay) {
        return IntStream.range(0, days)
                .mapToObj(day -> WEEK.get(day % 7) + perDay * day)
                .toList();
    }

    private static DemandSeries series(List<Double> values) {
        LocalDate first = LocalDate.of(2026, 1, 5);
        List<Period> days =
                Period.between(first, first.plusDays(values.size()), UTC).split(Granularity.DAY);
        return new DemandSeries(days, values, 7);
    }

    private static void near(List<Double> expected, List<Double> got, double allowed) {
        assertEquals(expected.size(), got.size());
        for (int i = 0; i < got.size(); i++) {
            assertEquals(expected.get(i), got.get(i), allowed, "value " + i);
        }
    }

    @Test
    void theNaiveModelsRepeat() {
        assertEquals(List.of(20.0, 20.0), new SeasonalNaive(1).forecast(WEEK, 2).orElseThrow());
        assertEquals(WEEK, new SeasonalNaive(7).forecast(rising(28, 0), 7).orElseThrow());
        assertThrows(IllegalArgumentException.class, () -> new SeasonalNaive(0));
        assertThrows(IllegalArgumentException.class, () -> new SeasonalNaive(1).forecast(WEEK, 0));
    }

    @Test
    void aShortHistoryIsNoForecastAndNoZero() {
        for (ForecastModel model : ForecastModel.candidates(7)) {
            Measurement<List<Double>> none = model.forecast(List.of(), 3);
            assertEquals(ForecastModel.TOO_SHORT, ((Measurement.NoData<?>) none).reason(), model.id());
        }
        assertTrue(HoltWinters.additive(7).forecast(WEEK, 1).amount().isEmpty());
    }

    @Test
    void smoothingFollowsByItsShare() {
        // level 10, then 10 + 0.5 * 10 = 15, then 15 + 0.5 * (30 - 15) = 22.5
        assertEquals(
                List.of(22.5, 22.5),
                ExponentialSmoothing.of(0.5)
                        .forecast(List.of(10.0, 20.0, 30.0), 2)
                        .orElseThrow());
        assertEquals(
                List.of(30.0),
                ExponentialSmoothing.fitted()
                        .forecast(List.of(10.0, 20.0, 30.0), 1)
                        .orElseThrow());
        assertThrows(IllegalArgumentException.class, () -> ExponentialSmoothing.of(1.01));
        assertThrows(IllegalArgumentException.class, () -> ExponentialSmoothing.of(-0.01));
    }

    @Test
    void smoothingGoesOnFromAKnownLevel() {
        ExponentialSmoothing half = ExponentialSmoothing.of(0.5);

        // level 30, then 30 - 0.5 * 20 = 20
        assertEquals(
                List.of(20.0), half.startingAt(30).forecast(List.of(10.0), 1).orElseThrow());
        assertEquals(
                half.forecast(List.of(10.0, 20.0, 30.0, 5.0), 1).orElseThrow(),
                half.startingAt(22.5).forecast(List.of(5.0), 1).orElseThrow());
        assertEquals(
                List.of(7.0),
                ExponentialSmoothing.of(0)
                        .startingAt(7)
                        .forecast(List.of(1.0), 1)
                        .orElseThrow());
        assertEquals("exponential_smoothing.0.5.from.7.0", half.startingAt(7).id());
        // the best share from level 0 is the largest, since the series never comes back to it
        assertEquals(
                List.of(100.0),
                ExponentialSmoothing.fitted()
                        .startingAt(0)
                        .forecast(List.of(100.0, 100.0, 100.0), 1)
                        .orElseThrow());
    }

    @Test
    void holtWintersContinuesWhatItIsMadeFor() {
        List<Double> history = rising(70, 2);
        List<Double> future = rising(84, 2).subList(70, 84);
        HoltWinters.State start = new HoltWinters.State(-2, 2, WEEK);
        HoltWinters exact =
                HoltWinters.additive(7).withInitial(start).withShares(new HoltWinters.Shares(0.3, 0.1, 0.2));
        List<Double> grown = IntStream.range(0, 84)
                .mapToObj(day -> (10 + day) * (1 + (day % 7) / 10.0))
                .toList();
        List<Double> swings =
                IntStream.range(0, 7).mapToObj(day -> 1 + day / 10.0).toList();
        HoltWinters growing = HoltWinters.multiplicative(7)
                .withInitial(new HoltWinters.State(9, 1, swings))
                .withShares(new HoltWinters.Shares(0.3, 0.1, 0.2));

        near(future, exact.forecast(history, 14).orElseThrow(), 1e-9);
        near(grown.subList(70, 84), growing.forecast(grown.subList(0, 70), 14).orElseThrow(), 1e-9);
    }

    @Test
    void holtWintersStepsByTheTextbook() {
        // one step of season 2 from level 10, trend 1, season (2, -2), shares 0.5 each, value 15:
        // level 0.5 (15 - 2) + 0.5 (11) = 12; trend 0.5 (12 - 10) + 0.5 = 1.5; season 0.5 (15 - 11) + 0.5 * 2 = 3
        HoltWinters model = HoltWinters.additive(2)
                .withInitial(new HoltWinters.State(10, 1, List.of(2.0, -2.0)))
                .withShares(new HoltWinters.Shares(0.5, 0.5, 0.5));

        assertEquals(
                List.of(12 + 1.5 - 2, 12 + 3.0 + 3),
                model.forecast(List.of(15.0), 2).orElseThrow());
        assertEquals(
                new HoltWinters.Smoothed(List.of(13.0), new HoltWinters.State(12, 1.5, List.of(-2.0, 3.0))),
                model.smooth(List.of(15.0)).orElseThrow());
    }

    @Test
    void aModelThatMultipliesSaysWhereItsLevelFellToZero() {
        HoltWinters model = HoltWinters.multiplicative(2).withShares(new HoltWinters.Shares(1, 1, 1));
        Measurement<List<Double>> none = model.forecast(List.of(4.0, 4.0, 1.0, 23.0), 2);

        assertEquals(ForecastModel.NOT_POSITIVE, ((Measurement.NoData<?>) none).reason());
    }

    @Test
    void noForecastIsMadeFromWhatIsNoNumber() {
        List<Double> broken = new ArrayList<>(rising(28, 0));
        broken.set(9, Double.NaN);

        for (ForecastModel model : ForecastModel.candidates(7)) {
            assertThrows(IllegalArgumentException.class, () -> model.forecast(broken, 1), model.id());
        }
        assertThrows(IllegalArgumentException.class, () -> ForecastError.of(broken, rising(28, 0), 1));
        assertThrows(IllegalArgumentException.class, () -> ForecastError.of(rising(28, 0), broken, 1));
    }

    @Test
    void aCountOfNoneIsNoneHoweverItScatters() {
        assertEquals(new CountRange(0, 0, 0.95), CountRange.negativeBinomial(0, 4, 0.95));
        assertThrows(IllegalArgumentException.class, () -> CountRange.negativeBinomial(-1, 4, 0.95));
        assertThrows(
                IllegalArgumentException.class, () -> CountRange.negativeBinomial(1, Double.POSITIVE_INFINITY, 0.95));
        assertThrows(IllegalArgumentException.class, () -> CountRange.poisson(Double.POSITIVE_INFINITY, 0.95));
    }

    @Test
    void aModelThatMultipliesRefusesZeros() {
        List<Double> closed = new ArrayList<>(rising(28, 0));
        closed.set(3, 0.0);
        Measurement<List<Double>> none = HoltWinters.multiplicative(7).forecast(closed, 1);

        assertEquals(ForecastModel.NOT_POSITIVE, ((Measurement.NoData<?>) none).reason());
        assertThrows(IllegalArgumentException.class, () -> HoltWinters.additive(1));
        assertThrows(IllegalArgumentException.class, () -> new HoltWinters.Shares(2, 0, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> HoltWinters.additive(7).withInitial(new HoltWinters.State(1, 0, List.of(1.0))));
        assertEquals(HoltWinters.Kind.ADDITIVE, HoltWinters.additive(7).kind());
    }

    @Test
    void stlTakesASeriesApart() {
        List<Double> values = rising(56, 1);
        Stl parts = Stl.of(values, 7).orElseThrow();
        double mean = WEEK.stream().mapToDouble(value -> value).average().orElseThrow();
        for (int i = 0; i < values.size(); i++) {
            double sum = parts.trend().get(i)
                    + parts.season().get(i)
                    + parts.remainder().get(i);
            assertEquals(values.get(i), sum, 1e-9, "the parts add up");
            assertEquals(WEEK.get(i % 7) - mean, parts.season().get(i), 1e-6, "season at " + i);
            assertEquals(mean + i, parts.trend().get(i), 1e-6, "trend at " + i);
        }
        assertEquals(Optional.empty(), Stl.of(WEEK, 7));
        assertThrows(IllegalArgumentException.class, () -> Stl.of(WEEK, 1));
        near(WEEK, new StlForecast(7).forecast(rising(56, 0), 7).orElseThrow(), 1e-6);
        assertThrows(IllegalArgumentException.class, () -> new StlForecast(1));
    }

    @Test
    void errorsAreAbsentWhereTheyAreUndefined() {
        ForecastError error = ForecastError.of(List.of(10.0, 0.0, 30.0), List.of(12.0, 1.0, 27.0), 1);

        assertEquals(2, error.mae().orElseThrow());
        assertEquals(0, error.bias().orElseThrow());
        assertEquals(6.0 / 40, error.wape().orElseThrow(), 1e-15);
        assertEquals((0.2 + 0.1) / 2, error.mape().orElseThrow(), 1e-15);
        assertEquals(1, error.mapeSkipped());
        assertEquals(OptionalDouble.empty(), error.strictMape(), "one value is 0");
        assertEquals(2.0 / 20, error.mase().orElseThrow(), 1e-15);
        assertEquals((4.0 + 1 + 9) / 40, error.dispersion().orElseThrow(), 1e-15);
        assertEquals(
                OptionalDouble.empty(),
                ForecastError.of(List.of(0.0), List.of(1.0), 1).wape());
        assertEquals(
                OptionalDouble.empty(),
                ForecastError.of(List.of(5.0, 5.0), List.of(1.0, 1.0), 1).mase());
        assertThrows(IllegalArgumentException.class, () -> ForecastError.of(List.of(1.0), List.of(), 1));
        assertThrows(IllegalArgumentException.class, () -> ForecastError.naive(WEEK, 0));
    }

    @Test
    void theRangeIsAsWideAsPastErrors() {
        ForecastError scattered = ForecastError.of(List.of(10.0, 10.0), List.of(0.0, 20.0), 1);
        assertEquals(10, scattered.dispersion().orElseThrow());
        assertEquals(CountRange.negativeBinomial(10, 100, 0.95), scattered.range(10, 0.95));
        assertEquals(new CountRange(0, 0, 0.95), scattered.range(-3, 0.95));
        ForecastError unknown = ForecastError.of(List.of(), List.of(), 1);
        assertEquals(OptionalDouble.empty(), unknown.dispersion());
        assertEquals(CountRange.poisson(10, 0.95), unknown.range(10, 0.95));
    }

    @Test
    void theBacktestSeesNothingOfTheFuture() {
        List<Integer> seen = new ArrayList<>();
        ForecastModel spy = new ForecastModel() {
            @Override
            public String id() {
                return "spy";
            }

            @Override
            public Measurement<List<Double>> forecast(List<Double> history, int horizon) {
                seen.add(history.size());
                return new SeasonalNaive(7).forecast(history, horizon);
            }
        };
        ForecastError error =
                Backtest.rolling(series(rising(35, 0)), 14, 7).errors(spy).orElseThrow();

        assertEquals(IntStream.rangeClosed(14, 28).boxed().toList(), seen);
        assertEquals(15 * 7, error.count());
        assertEquals(0, error.mae().orElseThrow());
    }

    @Test
    void theModelIsChosenByErrorsThatWereMade() {
        Backtest weeks = Backtest.rolling(series(rising(70, 0)), 28, 7);

        assertEquals(
                "seasonal_naive.7",
                weeks.best(ForecastModel.candidates(7)).orElseThrow().id());
        assertTrue(weeks.errors(new SeasonalNaive(1)).orElseThrow().mae().orElseThrow() > 10);
        assertEquals(Optional.empty(), weeks.best(List.of(new SeasonalNaive(40))));
        assertThrows(IllegalArgumentException.class, () -> Backtest.rolling(series(WEEK), 7, 1));
    }

    @Test
    void aCountIsBoundedAsCountsScatter() {
        // P(X <= 4) = 0.0293, P(X <= 3) = 0.0103; P(X <= 17) = 0.9857, P(X <= 16) = 0.9730 for a mean of 10
        assertEquals(new CountRange(4, 17, 0.95), CountRange.poisson(10, 0.95));
        assertEquals(new CountRange(0, 0, 0.95), CountRange.poisson(0, 0.95));
        assertEquals(17, CountRange.poisson(10, 0.4, 0.975).high());
        assertEquals(4, CountRange.poisson(10, 0.025, 0.6).low());
        assertEquals(0.5, CountRange.poisson(10, 0.25, 0.75).confidence());
        assertThrows(IllegalArgumentException.class, () -> CountRange.poisson(10, 0.9, 0.1));
        assertThrows(IllegalArgumentException.class, () -> CountRange.poisson(10, 1.0));
        assertEquals(CountRange.poisson(10, 0.9), CountRange.negativeBinomial(10, 8, 0.9));
        // one success at a chance of 1/11: geometric, P(X <= k) = 1 - (10/11)^(k + 1)
        assertEquals(new CountRange(0, 38, 0.95), CountRange.negativeBinomial(10, 110, 0.95));
        assertThrows(IllegalArgumentException.class, () -> CountRange.poisson(-1, 0.95));
        assertThrows(IllegalArgumentException.class, () -> new CountRange(3, 2, 0.95));
        assertFalse(CountRange.negativeBinomial(1e6, 4e6, 0.95).low() < 990_000);
    }

    @Test
    void aSeriesHasAValueForEachPeriod() {
        DemandSeries week = series(WEEK);

        assertEquals(List.of(100.0, 120.0), week.first(2).values());
        assertThrows(IllegalArgumentException.class, () -> new DemandSeries(week.periods(), List.of(1.0), 7));
    }
}

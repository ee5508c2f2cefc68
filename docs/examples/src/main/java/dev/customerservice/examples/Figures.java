package dev.customerservice.examples;

import dev.customerservice.examples.report.Figure;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.kpi.Unit;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.ConfidenceInterval;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.metrics.statistics.SurvivalCurve;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes down what the library measured. Nothing is computed here but the unit that a page can draw. */
final class Figures {
    private Figures() {}

    /** {@return the measurement of a measure as the report writes it} */
    static Figure of(Kpi<?, ?> kpi, Measurement<?> measured) {
        return of(unit(kpi.definition().unit()), measured);
    }

    /** {@return a measurement in a unit as the report writes it} */
    static Figure of(Figure.Unit unit, Measurement<?> measured) {
        if (measured instanceof Measurement.NoData<?> none) {
            return new Figure.Missing(unit, none.reason().code(), leftOut(none.leftOut()));
        }
        Object amount = measured.orElseThrow();
        if (amount instanceof Ratio ratio) {
            return share(unit, ratio, measured);
        }
        if (amount instanceof SurvivalCurve.Reach reach) {
            return new Figure.Known(
                    unit,
                    seconds(reach.length()),
                    measured.n(),
                    null,
                    null,
                    null,
                    null,
                    reach.reached() ? null : true,
                    leftOut(measured.leftOut()));
        }
        Number value = amount instanceof Duration length ? seconds(length) : (Number) amount;
        return plain(unit, value, measured.n(), leftOut(measured.leftOut()));
    }

    /** {@return a number without an interval} */
    static Figure plain(Figure.Unit unit, Number value, long n, SortedMap<String, Long> leftOut) {
        return new Figure.Known(unit, value, n, null, null, null, null, null, leftOut);
    }

    /** {@return a number with the ends of its interval} */
    static Figure within(Figure.Unit unit, Number value, double low, double high, long n) {
        return new Figure.Known(unit, value, n, null, null, low, high, null, new TreeMap<>());
    }

    private static Figure share(Figure.Unit unit, Ratio ratio, Measurement<?> measured) {
        Optional<ConfidenceInterval> interval = ratio.interval();
        return new Figure.Known(
                unit,
                ratio.value().orElseThrow(),
                measured.n(),
                ratio.numerator(),
                ratio.denominator(),
                interval.map(ConfidenceInterval::low).orElse(null),
                interval.map(ConfidenceInterval::high).orElse(null),
                null,
                leftOut(measured.leftOut()));
    }

    /** {@return an answer that may be empty as a measurement} */
    static <V> Measurement<V> measured(Optional<V> answer, long n) {
        return answer.isPresent()
                ? Measurement.value(answer.get(), n, LeftOut.none())
                : Measurement.noData(Absence.NOTHING_COUNTED, LeftOut.none());
    }

    static double seconds(Duration length) {
        return length.getSeconds() + length.getNano() / 1e9;
    }

    static Figure.Unit unit(Unit unit) {
        return switch (unit) {
            case SHARE, RATE, SCORE -> Figure.Unit.RATIO;
            case COUNT, POINTS, MONEY -> Figure.Unit.COUNT;
            case DURATION -> Figure.Unit.SECONDS;
        };
    }

    private static SortedMap<String, Long> leftOut(LeftOut all) {
        SortedMap<String, Long> byCode = new TreeMap<>();
        all.counts().forEach((reason, count) -> byCode.put(reason.code(), count));
        return byCode;
    }
}

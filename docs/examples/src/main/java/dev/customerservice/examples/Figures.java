package dev.customerservice.examples;

import dev.customerservice.examples.report.Figure;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.kpi.Unit;
import dev.customerservice.metrics.statistics.ConfidenceInterval;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Ratio;
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
        Number value = amount instanceof Duration length ? seconds(length) : (Number) amount;
        return new Figure.Known(unit, value, measured.n(), null, null, null, null, leftOut(measured.leftOut()));
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
                leftOut(measured.leftOut()));
    }

    static double seconds(Duration length) {
        return length.getSeconds() + length.getNano() / 1e9;
    }

    private static Figure.Unit unit(Unit unit) {
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

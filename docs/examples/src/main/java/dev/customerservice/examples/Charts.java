package dev.customerservice.examples;

import dev.customerservice.examples.report.ControlChart;
import dev.customerservice.examples.report.ControlChart.Point;
import dev.customerservice.examples.report.ControlChart.Rule;
import dev.customerservice.examples.report.DemoReport.Series;
import dev.customerservice.examples.report.DemoReport.Timeline;
import dev.customerservice.examples.report.Figure;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.report.Granularity;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.report.Slice;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.PChart;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.metrics.statistics.SurvivalCurve;
import dev.customerservice.metrics.statistics.XmrChart;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Charts that ask whether a figure is what it seems: what open tickets do to a median, and what is more than noise. */
final class Charts {
    private static final int LAST_WEEKS = 13;
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final double SIGMAS = 3;
    private static final int RUN = 8;

    private final KpiReport weekly;
    private final Measures measures;

    Charts(KpiReport weekly, Measures measures) {
        this.weekly = weekly;
        this.measures = measures;
    }

    /** {@return the time to resolution of the last weeks, seen through the resolved tickets alone and through all} */
    Timeline lasting(Facts facts) {
        LocalDate end = weekly.period().untilExclusive();
        LocalDate start = end.minusWeeks(LAST_WEEKS);
        LocalDate from =
                start.isBefore(weekly.period().from()) ? weekly.period().from() : start;
        Kpi<?, SurvivalCurve> lasting = measures.lasting;
        List<Slice> weeks = KpiReport.over(
                        Period.between(from, end, weekly.period().zone()))
                .measure(lasting)
                .every(Granularity.WEEK)
                .collect(facts)
                .total()
                .series();
        List<Measurement<SurvivalCurve>> curves =
                weeks.stream().map(week -> week.value(lasting)).toList();
        return new Timeline(
                "The last weeks by the week of opening, in " + measures.clock
                        + ". A median of the resolved alone forgets those that still wait; Kaplan and Meier count them.",
                weeks.stream().map(week -> ReportMaker.label(week.period())).toList(),
                List.of(
                        seen(
                                "Mean, resolved only",
                                curves,
                                Figure.Unit.SECONDS,
                                curve -> curve.ended().mean().toDuration()),
                        seen(
                                "Median, resolved only",
                                curves,
                                Figure.Unit.SECONDS,
                                curve -> curve.ended().median()),
                        seen("Median, open ones counted", curves, Figure.Unit.SECONDS, curve -> curve.reach(HALF)),
                        seen(
                                "Still open",
                                curves,
                                Figure.Unit.COUNT,
                                curve -> Optional.of(curve.running().count()))));
    }

    private Series seen(
            String name,
            List<Measurement<SurvivalCurve>> curves,
            Figure.Unit unit,
            Function<SurvivalCurve, Optional<?>> view) {
        return new Series(
                name,
                measures.lasting.id(),
                curves.stream().map(curve -> seen(curve, unit, view)).toList());
    }

    private static Figure seen(
            Measurement<SurvivalCurve> measured, Figure.Unit unit, Function<SurvivalCurve, Optional<?>> view) {
        Measurement<Optional<?>> viewed = measured.map(view);
        boolean isEmpty = viewed.amount().filter(Optional::isEmpty).isPresent();
        return Figures.of(
                unit,
                isEmpty
                        ? Measurement.noData(Absence.NOTHING_COUNTED, LeftOut.none())
                        : viewed.map(Optional::orElseThrow));
    }

    /** {@return the charts of the weeks that are over} */
    List<ControlChart> control() {
        List<Slice> weeks = weekly.total().series().stream()
                .filter(week -> week.isComplete() && week.period().unit().isPresent())
                .toList();
        return List.of(
                individuals("control-volume", "Is demand changing?", weeks, measures.opened, Long::doubleValue),
                individuals(
                        "control-reply",
                        "Is the first reply changing?",
                        weeks,
                        measures.firstReply,
                        length -> Figures.seconds(length)),
                shares("control-attainment", "Are promises kept as before?", weeks, measures.repliedOnTime));
    }

    private static <V> ControlChart individuals(
            String id, String title, List<Slice> weeks, Kpi<?, V> kpi, ToDoubleFunction<V> number) {
        List<Slice> known = weeks.stream()
                .filter(week -> week.value(kpi).amount().isPresent())
                .toList();
        XmrChart chart = XmrChart.of(known.stream()
                .map(week -> number.applyAsDouble(week.value(kpi).orElseThrow()))
                .toList());
        List<Integer> outside = chart.outside();
        List<Integer> runs = chart.runs();
        List<Point> points = new ArrayList<>();
        for (int at = 0; at < known.size(); at++) {
            int place = at;
            List<Rule> rules = new ArrayList<>();
            if (outside.contains(place)) {
                rules.add(Rule.OUTSIDE);
            }
            if (runs.stream().anyMatch(start -> start <= place && place < start + RUN)) {
                rules.add(Rule.RUN);
            }
            points.add(new Point(
                    ReportMaker.label(known.get(at).period()),
                    Figures.of(kpi, known.get(at).value(kpi)),
                    orNull(chart.lower()),
                    orNull(chart.upper()),
                    rules));
        }
        return new ControlChart(
                id,
                title,
                "Weeks that are over, between the limits of their own noise (XmR chart).",
                kpi.id(),
                orNull(chart.centre()),
                points);
    }

    private static ControlChart shares(String id, String title, List<Slice> weeks, Kpi<?, Ratio> kpi) {
        List<Slice> known = weeks.stream()
                .filter(week -> week.value(kpi).amount().isPresent())
                .toList();
        PChart chart = PChart.of(
                known.stream().map(week -> week.value(kpi).orElseThrow()).toList(), SIGMAS);
        List<Point> points = new ArrayList<>();
        for (int at = 0; at < known.size(); at++) {
            PChart.Point point = chart.points().get(at);
            points.add(new Point(
                    ReportMaker.label(known.get(at).period()),
                    Figures.of(kpi, known.get(at).value(kpi)),
                    point.low(),
                    point.high(),
                    point.outside() ? List.of(Rule.OUTSIDE) : List.of()));
        }
        return new ControlChart(
                id,
                title,
                "Share of each week that is over, between limits for its own number of tickets (p chart, 3 sigma).",
                kpi.id(),
                chart.centre().isPresent() ? chart.centre().getAsDouble() : null,
                points);
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}

package dev.customerservice.examples;

import dev.customerservice.examples.report.Figure;
import dev.customerservice.examples.report.Forecast;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.TurnFacts;
import dev.customerservice.metrics.facts.When;
import dev.customerservice.metrics.kpi.Cohort;
import dev.customerservice.metrics.kpi.Filter;
import dev.customerservice.metrics.kpi.Formula;
import dev.customerservice.metrics.kpi.FormulaKpi;
import dev.customerservice.metrics.kpi.Unit;
import dev.customerservice.metrics.report.Dimension;
import dev.customerservice.metrics.report.Granularity;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.statistics.Ratio;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * How many messages of customers want an answer in an hour to come: the forecast of the date, times the share of the hour in the same
 * weekday of the last weeks.
 */
final class HourlyDemand {
    /** Each time a customer begins to wait for a reply. */
    static final FormulaKpi<TurnFacts, Long> TURNS = FormulaKpi.of(
            "customer_turns",
            Unit.COUNT,
            Cohort.of(TurnFacts.class, When.begun()),
            new Formula.Count<>(Filter.every()));

    private static final int WEEKS = 13;
    private static final int HOURS = 24;

    private final ZoneId zone;
    private final Forecast forecast;
    private final KpiReport recent;
    private final Dimension<Integer> hourOfWeek;
    private final Dimension<Integer> weekday;

    HourlyDemand(Facts facts, Period period) {
        this.zone = period.zone();
        this.forecast = Forecasts.days(
                KpiReport.over(period).measure(TURNS).every(Granularity.DAY).collect(facts), TURNS);
        this.hourOfWeek = Dimension.ofFacts(
                "hour_of_week",
                TurnFacts.class,
                turn -> Optional.of(day(turn.at().atZone(zone)) * HOURS
                        + turn.at().atZone(zone).getHour()),
                String::valueOf);
        this.weekday = Dimension.ofFacts(
                "weekday", TurnFacts.class, turn -> Optional.of(day(turn.at().atZone(zone))), String::valueOf);
        this.recent = KpiReport.over(
                        Period.between(period.untilExclusive().minusWeeks(WEEKS), period.untilExclusive(), zone))
                .measure(TURNS)
                .by(hourOfWeek)
                .by(weekday)
                .collect(facts);
    }

    private static int day(ZonedDateTime local) {
        return local.getDayOfWeek().getValue();
    }

    Forecast forecast() {
        return forecast;
    }

    /** {@return what is forecast for a date, with its range; empty where the forecast does not reach} */
    Optional<Figure.Known> expected(LocalDate date) {
        int place = forecast.labels().indexOf(date.toString()) - forecast.past().size();
        return place < 0
                ? Optional.empty()
                : Optional.of((Figure.Known) forecast.ahead().get(place));
    }

    /** {@return what is expected in an hour of a date} */
    double expected(LocalDate date, int hour) {
        Ratio share = Ratio.of(
                recent.at(hourOfWeek, date.getDayOfWeek().getValue() * HOURS + hour)
                        .value(TURNS)
                        .amount()
                        .orElse(0L),
                recent.at(weekday, date.getDayOfWeek().getValue())
                        .value(TURNS)
                        .amount()
                        .orElse(0L));
        double ofDate =
                expected(date).map(figure -> figure.value().doubleValue()).orElse(0.0);
        return ofDate * share.value().orElse(0);
    }
}

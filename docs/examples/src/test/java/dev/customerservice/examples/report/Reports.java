package dev.customerservice.examples.report;

import dev.customerservice.examples.report.DemoReport.Breach;
import dev.customerservice.examples.report.DemoReport.Column;
import dev.customerservice.examples.report.DemoReport.Grid;
import dev.customerservice.examples.report.DemoReport.Headline;
import dev.customerservice.examples.report.DemoReport.Link;
import dev.customerservice.examples.report.DemoReport.Problem;
import dev.customerservice.examples.report.DemoReport.Row;
import dev.customerservice.examples.report.DemoReport.Segment;
import dev.customerservice.examples.report.DemoReport.Series;
import dev.customerservice.examples.report.DemoReport.Source;
import dev.customerservice.examples.report.DemoReport.Span;
import dev.customerservice.examples.report.DemoReport.Table;
import dev.customerservice.examples.report.DemoReport.Timeline;
import dev.customerservice.examples.report.Figure.Known;
import dev.customerservice.examples.report.Figure.Missing;
import dev.customerservice.examples.report.Figure.Unit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Small reports written by hand, so that a test of the page needs no log. */
final class Reports {
    static final String EVIL =
            "<script>document.title='broken'</script><img src=x onerror=\"document.title='broken'\">";
    private static final SortedMap<String, Long> NOTHING = new TreeMap<>();

    private Reports() {}

    static DemoReport small() {
        Figure late = new Known(
                Unit.RATIO, 0.875, 8, 7L, 8L, 0.5291, 0.9776, null, new TreeMap<>(Map.of("still_running", 2L)));
        Figure silent = new Missing(Unit.RATIO, "nothing_counted", NOTHING);
        Figure hour = new Known(Unit.SECONDS, 5400.5, 8, null, null, null, null, null, NOTHING);
        Timeline weeks = new Timeline(
                "note",
                List.of("2025-W01", "2025-W02"),
                List.of(
                        new Series("Opened", "created", List.of(count(5), count(3))),
                        new Series("Solved", null, List.of(count(4), count(2)))));
        Breach breach = breach(
                "T-1",
                EVIL,
                List.of(
                        new Segment("2025-01-06T09:00:00Z", "2025-01-06T12:00:00Z", "COUNTED", null),
                        new Segment("2025-01-06T12:00:00Z", "2025-01-06T15:00:00Z", "PAUSED", null),
                        new Segment("2025-01-06T15:00:00Z", "2025-01-07T09:00:00Z", "CLOSED", null),
                        new Segment("2025-01-07T09:00:00Z", "2025-01-08T09:00:00Z", "HOLIDAY", EVIL)));
        return new DemoReport(
                "Desk " + EVIL,
                List.of(new Link("team.html", EVIL)),
                new Source("log.csv", 40, 8, 3, 1, List.of(new Problem(7, EVIL, EVIL))),
                "Europe/London",
                new Span("2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z", "2025"),
                "2026-01-01T00:00:00Z",
                List.of(
                        new Headline("created", "Tickets opened", "in the period", count(8)),
                        new Headline("first_reply_time.p50", "First reply", EVIL, hour),
                        new Headline("sla_attainment", "On time", "of all clocks", late),
                        new Headline("csat", "Satisfied", "ratings", silent)),
                weeks,
                new Timeline(
                        "note",
                        List.of("2025-01-01", "2025-01-02"),
                        List.of(new Series("Open tickets", null, List.of(count(2), count(6))))),
                new Timeline(
                        "note",
                        List.of("2025-W01", "2025-W02"),
                        List.of(new Series(
                                "Median", null, List.of(hour, new Missing(Unit.SECONDS, "no_facts", NOTHING))))),
                new Timeline(
                        "note",
                        List.of("2025-W01", "2025-W02"),
                        List.of(
                                new Series("Mean", null, List.of(hour, hour)),
                                new Series("Median", null, List.of(hour, silentTime())),
                                new Series("Counted", null, List.of(hour, moreThanAnHour())),
                                new Series("Still open", null, List.of(count(0), count(1))))),
                List.of(control()),
                forecast(),
                new Timeline(
                        "note",
                        List.of("urgent", EVIL),
                        List.of(new Series("First reply", "csat", List.of(late, silent)))),
                new Timeline(
                        "note", List.of("under 1 day"), List.of(new Series("Open tickets", null, List.of(count(1))))),
                new Timeline("note", List.of("2025-01"), List.of(new Series("Satisfied", "csat", List.of(silent)))),
                new Grid("note", List.of("Monday"), List.of("00", "01"), List.of(List.of(count(3), count(5)))),
                new Table(
                        List.of(new Column("Opened", "created"), new Column("On time", EVIL)),
                        List.of(new Row(EVIL, List.of(count(8), late)))),
                List.of(breach),
                List.of(breach("T-2", EVIL, List.of())),
                List.of(new Definition(
                        "csat",
                        "Satisfied",
                        EVIL,
                        EVIL,
                        "share",
                        "0 to 1",
                        "higher is better",
                        EVIL,
                        "no data: nothing_counted",
                        EVIL,
                        new TreeMap<>(Map.of("Vendor", EVIL)))));
    }

    private static Figure silentTime() {
        return new Missing(Unit.SECONDS, "nothing_counted", NOTHING);
    }

    private static Figure moreThanAnHour() {
        return new Known(Unit.SECONDS, 3600, 8, null, null, null, null, true, NOTHING);
    }

    private static ControlChart control() {
        return new ControlChart(
                "control-volume",
                "Is demand changing?",
                EVIL,
                "created",
                4.0,
                List.of(
                        new ControlChart.Point("2025-W01", count(5), 1.5, 6.5, List.of()),
                        new ControlChart.Point("2025-W02", count(9), 1.5, 6.5, List.of(ControlChart.Rule.OUTSIDE))));
    }

    private static Forecast forecast() {
        return new Forecast(
                EVIL,
                "created",
                null,
                List.of("2025-W01", "2025-W02", "2025-W03"),
                List.of(count(5), count(3)),
                List.of(new Known(Unit.NUMBER, 4.5, 8, null, null, 1.0, 9.0, null, NOTHING)),
                List.of(
                        new Forecast.Tried("naive", true, 8, 1.5, 0.25, -2.0, 0.9),
                        new Forecast.Tried(EVIL, false, 0, null, null, null, null)));
    }

    private static Figure count(long value) {
        return new Known(Unit.COUNT, value, value, null, null, null, null, null, NOTHING);
    }

    private static Breach breach(String ticket, String subject, List<Segment> segments) {
        return new Breach(
                ticket,
                subject,
                "billing",
                "high",
                "resolution",
                "standard",
                "2025-01-06T09:00:00Z",
                "2025-01-06T11:00:00Z",
                "2025-01-08T09:00:00Z",
                7200,
                10800,
                3600,
                segments);
    }
}

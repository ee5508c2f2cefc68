package dev.customerservice.examples;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.exchange.LoadOutcome;
import dev.customerservice.domain.exchange.LogSurvey;
import dev.customerservice.domain.exchange.ScannedLog;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.sla.SlaPlan;
import dev.customerservice.examples.report.Definition;
import dev.customerservice.examples.report.DemoReport;
import dev.customerservice.examples.report.DemoReport.Column;
import dev.customerservice.examples.report.DemoReport.Grid;
import dev.customerservice.examples.report.DemoReport.Headline;
import dev.customerservice.examples.report.DemoReport.Link;
import dev.customerservice.examples.report.DemoReport.Problem;
import dev.customerservice.examples.report.DemoReport.Row;
import dev.customerservice.examples.report.DemoReport.Series;
import dev.customerservice.examples.report.DemoReport.Source;
import dev.customerservice.examples.report.DemoReport.Span;
import dev.customerservice.examples.report.DemoReport.Table;
import dev.customerservice.examples.report.DemoReport.Timeline;
import dev.customerservice.examples.report.Figure;
import dev.customerservice.metrics.facts.FactExtractor;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.SlaFacts;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.kpi.BacklogKpis;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.report.Dimension;
import dev.customerservice.metrics.report.Granularity;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.report.Slice;
import dev.customerservice.metrics.statistics.Measurement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The river, end to end: histories and a plan become facts, facts become reports, and every figure of the report is what
 * a measure of the library says.
 */
final class ReportMaker {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final int HOURS = 24;
    private static final int TRACED = 8;
    private static final int LISTED = 20;
    private static final Dimension<TeamId> TEAM = Dimension.TEAM.latest();

    private final Inputs inputs;
    private final ZoneId zone;
    private final SlaPlan plan;
    private final Measures measures;

    ReportMaker(Inputs inputs) {
        Optional<BusinessCalendar> desk = inputs.calendars().stream().findFirst();
        this.inputs = inputs;
        this.zone = desk.map(BusinessCalendar::zone)
                .or(() -> inputs.mapping().time().zone())
                .orElse(ZoneId.of("UTC"));
        this.plan = inputs.policies().resolve(CalendarBook.of(inputs.calendars()));
        this.measures = new Measures(desk, inputs.mapping().survey().map(LogSurvey::name));
    }

    Loaded load(ScannedLog log) {
        Instant asOf = log.latest().orElse(Instant.EPOCH);
        Facts.Builder tickets = Facts.builder(FactExtractor.asOf(asOf).with(plan));
        LoadOutcome outcome = log.forEach(tickets::add);
        Facts facts = tickets.build().surveys(outcome.surveys()).linked();
        LocalDate end = LocalDate.ofInstant(asOf, zone).plusDays(1);
        return new Loaded(log, outcome, facts, period(facts, end));
    }

    Measures measures() {
        return measures;
    }

    DemoReport report(Loaded loaded, List<Link> pages) {
        Facts facts = loaded.facts();
        Optional<Period> dated = loaded.dated();
        Period period = dated.orElse(Period.between(LocalDate.EPOCH, LocalDate.EPOCH, zone));
        KpiReport weekly = KpiReport.over(period)
                .measure(measures.headline().stream().map(Measures.Named::kpi).toList())
                .measure(measures.resolution, measures.ages)
                .every(Granularity.WEEK)
                .collect(facts);
        KpiReport groups = KpiReport.over(period)
                .measure(measures.byTeam().stream().map(Measures.Named::kpi).toList())
                .by(Dimension.PRIORITY)
                .by(TEAM)
                .collect(facts);
        Breaches breaches = new Breaches(plan, loaded.log(), facts);
        Charts charts = new Charts(weekly, measures);
        return new DemoReport(
                inputs.title(),
                pages,
                source(loaded.outcome()),
                zone.getId(),
                dated.map(ReportMaker::span).orElse(null),
                dated.isPresent() ? facts.asOf().toString() : null,
                headline(weekly),
                series("Tickets by week.", weekly, named(measures.opened, "Opened"), named(measures.solved, "Solved")),
                series("Tickets not solved, at the end of each week.", weekly, named(measures.backlog, "Open tickets")),
                series(
                        "In " + measures.clock + ", by the week in which the ticket was opened.",
                        weekly,
                        named(measures.resolution, "Median"),
                        named(measures.resolutionP90, "90th percentile")),
                charts.lasting(facts),
                charts.control(),
                Forecasts.weeks(weekly, measures.opened),
                attainment(groups),
                ageing(weekly),
                series(
                        "Share of satisfied answers by month, with its 95 % interval.",
                        KpiReport.over(period)
                                .measure(measures.satisfied)
                                .every(Granularity.MONTH)
                                .collect(facts),
                        named(measures.satisfied, "Satisfied")),
                arrivals(period, facts),
                teams(groups),
                breaches.worst(SlaFacts.Outcome.BREACHED, TRACED, true),
                breaches.worst(SlaFacts.Outcome.RUNNING_LATE, LISTED, false),
                definitions());
    }

    /** From the date of the first ticket to the last date that the log speaks about. */
    private Optional<Period> period(Facts facts, LocalDate untilExclusive) {
        return facts.tickets().stream()
                .map(TicketFacts::at)
                .min(Comparator.naturalOrder())
                .map(first -> Period.between(LocalDate.ofInstant(first, zone), untilExclusive, zone));
    }

    private static Span span(Period period) {
        return new Span(
                period.startInclusive().toString(),
                period.endExclusive().toString(),
                DATE.format(period.from()) + " to "
                        + DATE.format(period.untilExclusive().minusDays(1)));
    }

    private Source source(LoadOutcome log) {
        List<Problem> problems = log.failures().stream()
                .limit(LISTED)
                .map(failure -> new Problem(failure.row(), failure.column().orElse(null), failure.detail()))
                .toList();
        return new Source(
                inputs.file(),
                log.summary().rows(),
                log.summary().tickets(),
                log.surveys().stream()
                        .filter(survey -> survey.rating().isPresent())
                        .count(),
                log.failures().size(),
                problems);
    }

    private List<Headline> headline(KpiReport report) {
        return measures.headline().stream()
                .map(named -> new Headline(
                        named.kpi().id(),
                        named.label(),
                        named.note(),
                        Figures.of(named.kpi(), report.value(named.kpi()))))
                .toList();
    }

    private static Measures.Named named(Kpi<?, ?> kpi, String name) {
        return new Measures.Named(kpi, name, "");
    }

    private static Timeline series(String note, KpiReport report, Measures.Named... shown) {
        List<Slice> parts = report.total().series();
        List<String> labels = parts.stream().map(part -> label(part.period())).toList();
        return new Timeline(note, labels, columns(parts, List.of(shown)));
    }

    /** A week that the period cuts off is named by its first date. */
    static String label(Period part) {
        return part.unit().isPresent() ? part.label() : part.from().toString();
    }

    private static List<Series> columns(List<Slice> slices, List<Measures.Named> shown) {
        return shown.stream()
                .map(named -> new Series(named.label(), named.kpi().id(), column(slices, named.kpi())))
                .toList();
    }

    private static List<Figure> column(List<Slice> slices, Kpi<?, ?> kpi) {
        return slices.stream().map(slice -> Figures.of(kpi, slice.value(kpi))).toList();
    }

    private Timeline attainment(KpiReport report) {
        List<Slice> slices = new ArrayList<>(report.slices(Dimension.PRIORITY));
        Collections.reverse(slices);
        return new Timeline(
                "Share of targets met, by the priority when the clock started, with its 95 % interval.",
                slices.stream().map(slice -> label(slice, Dimension.PRIORITY)).toList(),
                columns(
                        slices,
                        List.of(
                                named(measures.repliedOnTime, "First reply"),
                                named(measures.resolvedOnTime, "Resolution"))));
    }

    private static String label(Slice slice, Dimension<?> dimension) {
        return slice.labels().getOrDefault(dimension.id(), Slice.NONE);
    }

    private Timeline ageing(KpiReport report) {
        Measurement<List<Long>> ages = report.value(measures.ages);
        List<String> labels = ageLabels(BacklogKpis.DEFAULT_AGE_EDGES);
        List<Figure> counts = IntStream.range(0, labels.size())
                .mapToObj(at -> Figures.of(Figure.Unit.COUNT, ages.map(all -> all.get(at))))
                .toList();
        return new Timeline(
                "Tickets open at the end of the period, by time since they were opened.",
                labels,
                List.of(new Series("Open tickets", measures.ages.id(), counts)));
    }

    private static List<String> ageLabels(List<Duration> edges) {
        List<String> labels = new ArrayList<>();
        labels.add("under " + days(edges.get(0)));
        for (int i = 1; i < edges.size(); i++) {
            labels.add(edges.get(i - 1).toDays() + " to " + days(edges.get(i)));
        }
        labels.add(days(edges.get(edges.size() - 1)) + " and more");
        return labels;
    }

    private static String days(Duration length) {
        return length.toDays() == 1 ? "1 day" : length.toDays() + " days";
    }

    private Grid arrivals(Period period, Facts facts) {
        Dimension<Integer> hourOfWeek = Dimension.ofFacts(
                "hour_of_week", TicketFacts.class, ticket -> Optional.of(hourOfWeek(ticket.at())), String::valueOf);
        KpiReport report =
                KpiReport.over(period).measure(measures.opened).by(hourOfWeek).collect(facts);
        List<List<Figure>> cells = new ArrayList<>();
        for (int day = 0; day < DayOfWeek.values().length; day++) {
            List<Figure> row = new ArrayList<>();
            for (int hour = 0; hour < HOURS; hour++) {
                row.add(Figures.of(
                        measures.opened,
                        report.at(hourOfWeek, day * HOURS + hour).value(measures.opened)));
            }
            cells.add(row);
        }
        return new Grid(
                "Tickets opened by weekday and hour, " + zone.getId() + ".",
                Arrays.stream(DayOfWeek.values())
                        .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                        .toList(),
                IntStream.range(0, HOURS)
                        .mapToObj(hour -> String.format(Locale.ROOT, "%02d", hour))
                        .toList(),
                cells);
    }

    private int hourOfWeek(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        return (local.getDayOfWeek().getValue() - 1) * HOURS + local.getHour();
    }

    private Table teams(KpiReport report) {
        List<Measures.Named> shown = measures.byTeam();
        List<Row> rows = report.slices(TEAM).stream()
                .sorted(Comparator.comparing((Slice slice) ->
                                slice.value(measures.opened).amount().orElse(0L))
                        .reversed())
                .map(slice -> new Row(
                        label(slice, TEAM),
                        shown.stream()
                                .map(named -> Figures.of(named.kpi(), slice.value(named.kpi())))
                                .toList()))
                .toList();
        return new Table(
                shown.stream()
                        .map(named -> new Column(named.label(), named.kpi().id()))
                        .toList(),
                rows);
    }

    private List<Definition> definitions() {
        return measures.defined().stream()
                .map(named -> Definition.of(named.kpi(), named.label()))
                .toList();
    }
}

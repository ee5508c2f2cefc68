package dev.customerservice.examples.guide;

import static dev.customerservice.metrics.kpi.SurveyKpis.csat;
import static dev.customerservice.metrics.kpi.TicketKpis.firstReplyTime;
import static dev.customerservice.metrics.kpi.TicketKpis.volume;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.Month.MARCH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.MessageAdded;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.metrics.facts.FactExtractor;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.forecast.Backtest;
import dev.customerservice.metrics.forecast.CountRange;
import dev.customerservice.metrics.forecast.DemandSeries;
import dev.customerservice.metrics.forecast.ForecastError;
import dev.customerservice.metrics.forecast.ForecastModel;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.kpi.TicketKpis;
import dev.customerservice.metrics.report.Changes;
import dev.customerservice.metrics.report.Comparison;
import dev.customerservice.metrics.report.Dimension;
import dev.customerservice.metrics.report.Granularity;
import dev.customerservice.metrics.report.KpiGoal;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.report.ReportTable;
import dev.customerservice.metrics.report.Scoreboard;
import dev.customerservice.metrics.report.Slice;
import dev.customerservice.metrics.report.StakeholderReview;
import dev.customerservice.metrics.report.VegaLite;
import dev.customerservice.metrics.statistics.Goal;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Ratio;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The snippets of docs/guide/reports.md, with what they give. */
class ReportsGuideTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static TicketHistory ticket(String id, Channel channel, String at, Duration toReply) {
        TicketId ticket = TicketId.of(id);
        Instant created = Instant.parse(at);
        return TicketHistory.of(
                new TicketCreated(
                        EventHead.of(ticket, created, Actor.customer("c-" + id)),
                        TicketDetails.builder().channel(channel).build()),
                MessageAdded.of(EventHead.of(ticket, created.plus(toReply), Actor.agent("ana")), Audience.CUSTOMER));
    }

    private static Facts facts() {
        List<TicketHistory> histories = List.of(
                ticket("1", Channel.EMAIL, "2026-02-27T16:00:00Z", Duration.ofHours(1)),
                ticket("2", Channel.EMAIL, "2026-03-06T16:30:00Z", Duration.ofHours(65)),
                ticket("3", Channel.CHAT, "2026-03-09T09:00:00Z", Duration.ofMinutes(2)),
                ticket("4", Channel.CHAT, "2026-03-09T09:30:00Z", Duration.ofMinutes(4)));
        // region reports-facts
        Instant asOf = Instant.parse("2026-04-01T00:00:00Z");
        Facts facts = Facts.of(histories, FactExtractor.asOf(asOf)).linked();
        // endregion
        return facts;
    }

    @Test
    void totalsSlicesSeriesAndChange() {
        Facts facts = facts();
        // region reports-read
        Kpi<TicketFacts, Duration> median = firstReplyTime().median();
        KpiReport march = KpiReport.over(Period.month(2026, MARCH, LONDON))
                .measure(volume(), median, csat())
                .by(Dimension.CHANNEL)
                .every(Granularity.WEEK)
                .againstPrevious()
                .collect(facts);
        Measurement<Duration> overall = march.value(median);
        Measurement<Duration> chat = march.at(Channel.CHAT).value(median);
        List<Slice> weeks = march.total().series();
        Comparison<Long> change = march.comparison(volume());
        // endregion
        assertEquals(Duration.ofMinutes(4), overall.orElseThrow());
        assertEquals(Duration.ofMinutes(3), chat.orElseThrow());
        assertEquals(6, weeks.size());
        assertEquals(2L, change.absolute().orElseThrow().longValue());
        assertTrue(march.value(csat()) instanceof Measurement.NoData<Ratio>);
    }

    @Test
    void theSameTimeOnOtherClocks() {
        Facts facts = facts();
        // region reports-clock
        BusinessCalendar office = BusinessCalendar.builder()
                .id("office")
                .zone(LONDON)
                .hours(WeeklyHours.of(MONDAY, FRIDAY, "09:00-17:00"))
                .build();
        Kpi<TicketFacts, Duration> open = firstReplyTime().on("office", office).max();
        Kpi<TicketFacts, Ratio> withinAnHour =
                firstReplyTime().on("office", office).within(Duration.ofHours(1));
        // endregion
        KpiReport march = KpiReport.over(Period.month(2026, MARCH, LONDON))
                .measure(open, withinAnHour)
                .collect(facts);
        assertEquals(Duration.ofMinutes(60), march.value(open).orElseThrow());
        assertEquals(Ratio.of(3, 3), march.value(withinAnHour).orElseThrow());
    }

    @Test
    void oneMeasureInAStream() {
        List<TicketFacts> tickets = facts().tickets();
        // region reports-stream
        Measurement<Duration> slowest =
                tickets.stream().collect(firstReplyTime().max().collector());
        // endregion
        assertEquals(Duration.ofHours(65), slowest.orElseThrow());
    }

    @Test
    void anOwnDimension() {
        Facts facts = facts();
        // region reports-dimension
        Dimension<Integer> hour = Dimension.ofFacts(
                "hour",
                TicketFacts.class,
                ticket -> Optional.of(ticket.at().atZone(LONDON).getHour()),
                String::valueOf);
        KpiReport byHour = KpiReport.over(Period.month(2026, MARCH, LONDON))
                .measure(TicketKpis.volume())
                .by(hour)
                .collect(facts);
        // endregion
        assertEquals(2L, byHour.at(hour, 9).value(TicketKpis.volume()).orElseThrow());
    }

    @Test
    void goalsChangesAndAReview() {
        Facts facts = facts();
        // region reports-review
        KpiReport march = KpiReport.over(Period.month(2026, MARCH, LONDON))
                .measure(volume(), firstReplyTime().median(), csat())
                .by(Dimension.CHANNEL)
                .againstPrevious()
                .collect(facts);
        KpiGoal faster =
                new KpiGoal(firstReplyTime().median(), new Goal(3600, 600)); // seconds: from an hour to ten minutes
        Scoreboard scoreboard = Scoreboard.of(march.total(), List.of(faster));
        Changes channels = Changes.of(csat(), march.slices(Dimension.CHANNEL), 0.95);
        StakeholderReview review = StakeholderReview.of(march, List.of(faster));
        // endregion
        assertEquals(Scoreboard.Standing.MET, scoreboard.lines().get(0).standing());
        assertEquals(0, channels.comparisons());
        assertEquals(3, review.definitions().size());
    }

    @Test
    void tablesAndCharts() {
        KpiReport march = KpiReport.over(Period.month(2026, MARCH, LONDON))
                .measure(volume())
                .every(Granularity.WEEK)
                .collect(facts());
        // region reports-export
        ReportTable table = ReportTable.of(march);
        String csv = table.toCsv(); // no cell is a formula
        List<Map<String, Object>> tree = table.toTree(); // for any JSON library
        Map<String, Object> chart = VegaLite.series(volume(), march.total());
        // endregion
        assertTrue(csv.startsWith("kpi,from,until,zone,complete,value"));
        assertEquals(7, tree.size());
        assertEquals(2, ((List<?>) chart.get("layer")).size());
    }

    @Test
    void demandAndItsForecast() {
        KpiReport report = KpiReport.over(Period.between(LocalDate.of(2026, 2, 2), LocalDate.of(2026, 3, 30), LONDON))
                .measure(volume())
                .every(Granularity.DAY)
                .collect(facts());
        // region reports-forecast
        DemandSeries days = DemandSeries.of(report, volume(), 7); // days of which the pattern repeats each week
        Backtest past = Backtest.rolling(days, 28, 7); // from the 28th day on, a week ahead
        ForecastModel best = past.best(ForecastModel.candidates(7)).orElseThrow();
        ForecastError error = past.errors(best).orElseThrow(); // mae, bias, wape, mape, mase
        List<Double> week = best.forecast(days.values(), 7).orElseThrow();
        CountRange monday = CountRange.poisson(Math.max(0, week.get(0)), 0.95);
        // endregion
        assertEquals(56, days.values().size());
        assertTrue(error.mae().isPresent());
        assertEquals(0, monday.low());
    }
}

package dev.customerservice.examples.house;

import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.exchange.LoadedLog;
import dev.customerservice.domain.exchange.LogColumn;
import dev.customerservice.domain.exchange.LogMapping;
import dev.customerservice.domain.exchange.LogReader;
import dev.customerservice.domain.exchange.LogShape;
import dev.customerservice.domain.exchange.Vendor;
import dev.customerservice.domain.exchange.VendorExport;
import dev.customerservice.domain.json.JsonFormat;
import dev.customerservice.domain.json.JsonFormat3;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.sla.SlaPlan;
import dev.customerservice.domain.sla.SlaPolicy;
import dev.customerservice.domain.sla.SlaReading;
import dev.customerservice.domain.sla.SlaTarget;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.MessageAdded;
import dev.customerservice.domain.ticket.StatusCategory;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.metrics.facts.FactExtractor;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.kpi.TicketKpis;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.report.StatedComparison;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.roles.role.JobRole;
import dev.customerservice.roles.role.Team;
import dev.customerservice.roles.role.TeamMember;
import dev.customerservice.roles.staffing.ErlangC;
import dev.customerservice.roles.staffing.ServiceLevelGoal;
import dev.customerservice.roles.staffing.Workload;
import java.io.IOException;
import java.io.StringReader;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The types at which a reader enters show an example in their javadoc, and each such example is a part of this class. */
class EntryTypesTest {
    private static final Pattern EXAMPLE = Pattern.compile("(?s)<pre>\\{@code\\n(.*?)\\n \\* \\}</pre>");
    private static final Pattern STAR = Pattern.compile("(?m)^ \\* ?");

    private static BusinessCalendar london() {
        // region BusinessCalendar
        BusinessCalendar london = BusinessCalendar.builder()
                .id("london")
                .zone("Europe/London")
                .hours(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-17:30"))
                .build();
        Instant due = london.plus(Instant.parse("2026-03-06T17:00:00Z"), Duration.ofHours(1)); // Monday, 09:30
        // endregion
        assertEquals(Instant.parse("2026-03-09T09:30:00Z"), due);
        return london;
    }

    private static TicketHistory history() {
        // region TicketHistory
        TicketId id = TicketId.of("T-1");
        Instant at = Instant.parse("2026-03-02T09:00:00Z");
        TicketHistory history = TicketHistory.of(
                new TicketCreated(EventHead.of(id, at, Actor.customer("c-1")), TicketDetails.none()),
                MessageAdded.of(EventHead.of(id, at.plusSeconds(600), Actor.agent("ana")), Audience.CUSTOMER));
        // endregion
        assertEquals(2, history.length());
        return history;
    }

    private static SlaPolicy gold() {
        // region SlaPolicy
        SlaPolicy gold = SlaPolicy.builder()
                .id("gold")
                .addTarget(
                        SlaTarget.of(SlaMetric.FIRST_REPLY, Duration.ofHours(1)).during("london"))
                .build();
        // endregion
        return gold;
    }

    @Test
    void aPlanReadsAHistory() {
        BusinessCalendar london = london();
        SlaPolicy gold = gold();
        TicketHistory history = history();
        // region SlaPlan
        SlaPlan plan = gold.resolve(CalendarBook.of(london));
        SlaReading reply =
                plan.read(history, Instant.parse("2026-03-02T12:00:00Z")).get(SlaMetric.FIRST_REPLY);
        Duration taken = reply.elapsed(); // ten minutes
        // endregion
        assertEquals(Duration.ofMinutes(10), taken);
        // region StatedComparison
        StatedComparison comparison = StatedComparison.with(plan)
                .length("reply_time_business", SlaMetric.FIRST_REPLY)
                .collect(List.of(history), Instant.parse("2026-04-01T00:00:00Z"));
        Map<StatedComparison.Why, Long> reasons = comparison.counts();
        // endregion
        assertEquals(Map.of(), reasons);
    }

    @Test
    void aLogIsRead() throws IOException {
        String csv = "number,updated,state\nINC1,2026-03-02T09:00:00Z,New\n";
        // region LogReader
        LogMapping mapping = LogMapping.builder()
                .shape(LogShape.EVENT_PER_ROW)
                .putColumn(LogColumn.TICKET, "number")
                .putColumn(LogColumn.AT, "updated")
                .putColumn(LogColumn.STATUS, "state")
                .putStatus("New", StatusCategory.NEW)
                .build();
        LoadedLog log = LogReader.of(mapping).read(new StringReader(csv));
        // endregion
        assertEquals(1, log.histories().size());
    }

    @Test
    void anExportIsRead() throws IOException {
        String json = "{\"tickets\": [{\"id\": 1, \"created_at\": \"2026-03-02T09:00:00Z\"}]}";
        // region Vendor
        Map<String, Object> document = new ObjectMapper().readValue(json, new TypeReference<>() {});
        VendorExport export = Vendor.ZENDESK.read(document);
        // endregion
        assertEquals(1, export.histories().size());
    }

    @Test
    void aPolicyIsWrittenAndRead() {
        SlaPolicy gold = gold();
        // region JsonFormat
        JsonFormat format = JsonFormat3.standard();
        String json = format.write(gold);
        SlaPolicy again = format.read(json, SlaPolicy.class);
        // endregion
        assertEquals(gold, again);
    }

    @Test
    void factsAreReported() {
        List<TicketHistory> histories = List.of(history());
        // region KpiReport
        Facts facts = Facts.of(histories, FactExtractor.asOf(Instant.parse("2026-04-01T00:00:00Z")));
        KpiReport march = KpiReport.over(Period.month(2026, Month.MARCH, ZoneOffset.UTC))
                .measure(TicketKpis.firstReplyTime().median())
                .collect(facts);
        Measurement<Duration> median = march.value(TicketKpis.firstReplyTime().median());
        // endregion
        assertEquals(Duration.ofMinutes(10), median.orElseThrow());
    }

    @Test
    void agentsAreCounted() {
        // region ErlangC
        Workload calls = Workload.of(100, Duration.ofMinutes(30), Duration.ofMinutes(3));
        int agents = ErlangC.model().agents(calls, ServiceLevelGoal.of("80% in 20s")); // 14
        // endregion
        assertEquals(14, agents);
    }

    @Test
    void aTeamIsWrittenDown() {
        AgentId ana = AgentId.of("ana");
        AgentId mara = AgentId.of("mara");
        // region Team
        Team team =
                Team.of(TeamId.of("harbour"), TeamMember.of(mara, JobRole.LEAD), TeamMember.of(ana, JobRole.ASSOCIATE));
        // endregion
        assertEquals(2, team.members().size());
    }

    @Test
    void everyExampleOfAnEntryTypeIsCompiled() {
        Map<String, List<Snippet>> regions = Snippet.regions(Reactor.read(Reactor.root()
                        .resolve("docs/examples/src/test/java/dev/customerservice/examples/house/EntryTypesTest.java")))
                .stream()
                .collect(groupingBy(Snippet::name));
        Set<String> shown = new TreeSet<>();
        Stream.of("cs-domain", "cs-metrics", "cs-roles")
                .flatMap(module -> Reactor.javaFiles(Reactor.root().resolve(module), "main").stream())
                .forEach(file -> {
                    String type = file.toFile().getName().replace(".java", "");
                    List<String> examples = EXAMPLE.matcher(Reactor.read(file))
                            .results()
                            .map((MatchResult found) ->
                                    STAR.matcher(found.group(1)).replaceAll(""))
                            .toList();
                    if (regions.containsKey(type)) {
                        shown.add(type);
                        assertEquals(
                                regions.get(type).stream().map(Snippet::text).toList(), examples, type);
                    }
                });
        assertEquals(new TreeSet<>(regions.keySet()), shown);
        assertEquals(11, shown.size());
    }
}

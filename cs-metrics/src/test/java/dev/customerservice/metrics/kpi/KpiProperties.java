package dev.customerservice.metrics.kpi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.sla.SlaPolicy;
import dev.customerservice.domain.sla.SlaTarget;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.StatedValues;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.metrics.facts.Backlog;
import dev.customerservice.metrics.facts.BacklogFacts;
import dev.customerservice.metrics.facts.FactExtractor;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.Milestone;
import dev.customerservice.metrics.facts.ResolutionRule;
import dev.customerservice.metrics.facts.SlaFacts;
import dev.customerservice.metrics.facts.SolveFacts;
import dev.customerservice.metrics.facts.StatusSet;
import dev.customerservice.metrics.facts.StayFacts;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.facts.TurnFacts;
import dev.customerservice.metrics.report.Dimension;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.report.Slice;
import dev.customerservice.metrics.statistics.DurationDistribution;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.metrics.testing.AccumulatorLaws;
import dev.customerservice.metrics.testing.TicketHistories;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class KpiProperties {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    static final BusinessCalendar OFFICE = BusinessCalendar.builder()
            .id("office")
            .zone(ROME)
            .hours(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-17:00"))
            .build();
    static final PriorityTargets TARGETS = PriorityTargets.of(
            "hours", Map.of(Priority.HIGH, Duration.ofHours(8), Priority.NORMAL, Duration.ofHours(40)));

    private static final List<Kpi<TicketFacts, ?>> OF_TICKETS = List.of(
            TicketKpis.volume(),
            TicketKpis.firstReplyTime(),
            TicketKpis.firstReplyTime().percentile(90),
            TicketKpis.firstResolutionTime().on("office", OFFICE).mean(),
            TicketKpis.fullResolutionTime().netOf(StatusSet.WAITING).median(),
            TicketKpis.fullResolutionTime().within(TARGETS),
            TicketKpis.fullResolutionTime().within(TARGETS.atCreation()),
            TicketKpis.resolutionTime(ResolutionRule.LAST_EVENT),
            TicketKpis.time("worked", Milestone.STATED_OPENED, Milestone.FIRST_WORKED)
                    .asSigned(),
            TicketKpis.resolvedTickets(),
            TicketKpis.reopenRate(),
            TicketKpis.reopensPerResolvedTicket(),
            TicketKpis.reopens(),
            TicketKpis.handoffs(Handoffs.BY_AGENT),
            TicketKpis.handoffRate(Handoffs.BY_TEAM),
            TicketKpis.handedOffTickets(Handoffs.BY_ACTOR),
            TicketKpis.firstContactResolution(Duration.ofDays(7)),
            TicketKpis.firstContactResolutionByFields(),
            TicketKpis.oneTouch(OneTouch.EXACTLY_ONE),
            TicketKpis.resolvedWithReplies(0),
            TicketKpis.total("stated_reopens", TicketColumns.statedCount(StatedValues.REOPENINGS)),
            TicketKpis.share(
                    "stated_met",
                    TicketColumns.statedVerdict(StatedValues.SLA_MET).yes(),
                    TicketColumns.kept()));

    @Provide
    static Arbitrary<List<TicketHistory>> histories() {
        return TicketHistories.some();
    }

    @Provide
    static Arbitrary<Kpi<TicketFacts, ?>> ticketKpis() {
        return Arbitraries.of(OF_TICKETS);
    }

    @Property(tries = 400)
    void everyTicketMeasureIsACommutativeMonoid(
            @ForAll("histories") List<TicketHistory> histories,
            @ForAll("ticketKpis") Kpi<TicketFacts, ?> kpi,
            @ForAll long seed) {
        AccumulatorLaws.check(kpi, facts(histories).tickets(), seed);
    }

    @Property(tries = 200)
    void soIsEveryMeasureOfOtherFacts(@ForAll("histories") List<TicketHistory> histories, @ForAll long seed) {
        Facts facts = facts(histories);

        AccumulatorLaws.check(TicketKpis.nextReplyTime(), facts.rows(TurnFacts.class), seed);
        AccumulatorLaws.check(TicketKpis.resolutions(), facts.rows(SolveFacts.class), seed);
        AccumulatorLaws.check(BacklogKpis.transferredIn(), facts.rows(StayFacts.class), seed);
        AccumulatorLaws.check(BacklogKpis.backlogAge(), facts.openAt(TicketHistories.AS_OF, Backlog.unsolved()), seed);
        for (Kpi<SlaFacts, ?> kpi : List.<Kpi<SlaFacts, ?>>of(
                SlaKpis.slaAttainment(SlaMetric.RESOLUTION),
                SlaKpis.slaAttainmentByElapsed(SlaMetric.RESOLUTION.id()),
                SlaKpis.slaAttainmentOfStopped(SlaMetric.FIRST_REPLY.id()),
                SlaKpis.slaBreaches(SlaMetric.RESOLUTION.id()))) {
            AccumulatorLaws.check(kpi, facts.rows(SlaFacts.class), seed);
        }
    }

    @Property(tries = 200)
    void sharesLieWithinZeroAndOneAndDoNotChangeWhenEverythingIsDoubled(
            @ForAll("histories") List<TicketHistory> histories, @ForAll("ticketKpis") Kpi<TicketFacts, ?> kpi) {
        List<TicketFacts> once = facts(histories).tickets();
        List<TicketFacts> twice = new ArrayList<>(once);
        twice.addAll(once);
        Measurement<?> single = once.stream().collect(kpi.collector());
        Measurement<?> doubled = twice.stream().collect(kpi.collector());

        assertEquals(2 * single.n(), doubled.n());
        assertEquals(2 * single.leftOut().total(), doubled.leftOut().total());
        if (single instanceof Measurement.Value<?> value
                && value.value() instanceof Ratio ratio
                && doubled instanceof Measurement.Value<?> more
                && more.value() instanceof Ratio both) {
            assertEquals(ratio.value(), both.value());
            assertTrue(kpi.definition().unit() != Unit.SHARE || ratio.isShare(), kpi + " " + ratio);
        }
        if (single instanceof Measurement.Value<?> value
                && value.value() instanceof DurationDistribution lengths
                && doubled instanceof Measurement.Value<?> more
                && more.value() instanceof DurationDistribution both) {
            assertEquals(lengths.mean().toDuration(), both.mean().toDuration());
        }
    }

    @Property(tries = 200)
    void everyTicketIsEitherCountedOrLeftOutOfATime(@ForAll("histories") List<TicketHistory> histories) {
        List<TicketFacts> tickets = facts(histories).tickets();
        Measurement<DurationDistribution> times =
                tickets.stream().collect(TicketKpis.fullResolutionTime().collector());

        assertEquals(tickets.size(), times.n() + times.leftOut().total());
    }

    @Property(tries = 200)
    void businessTimeIsNotAboveCalendarTimeNorNetAboveGross(@ForAll("histories") List<TicketHistory> histories) {
        TicketTimes wall = TicketKpis.firstResolutionTime();
        for (TicketFacts ticket : facts(histories).tickets()) {
            long calendar = wall.column().nanos(ticket);
            long business = wall.on("office", OFFICE).column().nanos(ticket);
            long net =
                    wall.on("office", OFFICE).netOf(StatusSet.WAITING).column().nanos(ticket);

            assertTrue(business <= calendar, ticket + " " + business + " > " + calendar);
            assertTrue(net <= business, ticket + " " + net + " > " + business);
            assertTrue(calendar == DurationColumn.ABSENT || net >= 0, ticket + " " + net);
        }
    }

    @Property(tries = 300)
    void theBacklogBalancesInTotalAndForEachTeam(
            @ForAll("histories") List<TicketHistory> histories,
            @ForAll @IntRange(max = 40) int fromDay,
            @ForAll @IntRange(max = 40) int days) {
        LocalDate from = LocalDate.of(2026, 9, 28).plusDays(Math.min(fromDay, 39));
        LocalDate until = LocalDate.of(2026, 11, 9);
        LocalDate end = from.plusDays(days).isBefore(until) ? from.plusDays(days) : until;
        KpiReport report = KpiReport.over(Period.between(from, end, ZoneId.of("UTC")))
                .measure(
                        BacklogKpis.backlog(Backlog.unsolved(), Cohort.Border.OPENING),
                        BacklogKpis.backlog(),
                        BacklogKpis.created(),
                        BacklogKpis.reopened(),
                        BacklogKpis.resolved(),
                        BacklogKpis.removed(),
                        BacklogKpis.transferredIn(),
                        BacklogKpis.transferredOut(),
                        BacklogKpis.netChange())
                .by(Dimension.TEAM)
                .collect(facts(histories));

        if (!histories.isEmpty() && !facts(histories).tickets().isEmpty()) {
            balance(report.total());
            report.slices(Dimension.TEAM).forEach(KpiProperties::balance);
            long teams = report.slices(Dimension.TEAM).stream()
                    .mapToLong(team -> team.value(BacklogKpis.backlog()).orElseThrow())
                    .sum();
            assertEquals(report.value(BacklogKpis.backlog()).orElseThrow(), teams);
            assertEquals(
                    count(report.total(), BacklogKpis.created())
                            + count(report.total(), BacklogKpis.reopened())
                            - count(report.total(), BacklogKpis.resolved()),
                    count(report.total(), BacklogKpis.netChange()));
        }
    }

    private static void balance(Slice slice) {
        assertEquals(
                count(slice, BacklogKpis.backlog()),
                count(slice, BacklogKpis.backlog(Backlog.unsolved(), Cohort.Border.OPENING))
                        + count(slice, BacklogKpis.created())
                        + count(slice, BacklogKpis.reopened())
                        + count(slice, BacklogKpis.transferredIn())
                        - count(slice, BacklogKpis.transferredOut())
                        - count(slice, BacklogKpis.resolved())
                        - count(slice, BacklogKpis.removed()),
                slice.toString());
    }

    private static long count(Slice slice, Kpi<?, Long> kpi) {
        return slice.value(kpi).orElseThrow();
    }

    @Property(tries = 200)
    void theStocksOfTwoSidesAgreeWithAWalkOverEveryTicket(
            @ForAll("histories") List<TicketHistory> histories, @ForAll @IntRange(max = 60000) int minute) {
        Instant at = TicketHistories.START.plus(Duration.ofMinutes(minute));
        Facts facts = facts(histories);
        long openAt = histories.stream()
                .filter(history -> history.at(at)
                        .filter(ticket -> !ticket.status().isDone() && !ticket.deleted())
                        .isPresent())
                .count();
        long openBefore = histories.stream()
                .filter(history -> history.at(at.minusNanos(1))
                        .filter(ticket -> !ticket.status().isDone() && !ticket.deleted())
                        .isPresent())
                .count();

        assertEquals(
                openAt, facts.openAt(at, Backlog.unsolved().on(Backlog.Side.AT)).size());
        assertEquals(openBefore, facts.openAt(at, Backlog.unsolved()).size());
    }

    @Property(tries = 200)
    void theLastUpdateOfWhatIsOpenIsItsLastEventByThen(
            @ForAll("histories") List<TicketHistory> histories, @ForAll @IntRange(max = 60000) int minute) {
        Instant at = TicketHistories.START.plus(Duration.ofMinutes(minute));
        Map<TicketId, TicketHistory> byId = new HashMap<>();
        histories.forEach(history -> byId.put(history.id(), history));
        Backlog created = Backlog.between(Milestone.CREATED, Milestone.RESOLVED);
        for (Backlog rule : List.of(Backlog.unsolved(), created)) {
            for (Backlog.Side side : Backlog.Side.values()) {
                for (BacklogFacts open : facts(histories).openAt(at, rule.on(side))) {
                    Instant last = Objects.requireNonNull(byId.get(open.ticket())).events().stream()
                            .map(TicketEvent::at)
                            .filter(event -> side == Backlog.Side.AT ? !event.isAfter(at) : event.isBefore(at))
                            .reduce(Instant.MIN, (one, other) -> one.isAfter(other) ? one : other);
                    assertEquals(last, open.updatedAt());
                    assertEquals(
                            Duration.between(last, at),
                            List.of(open).stream()
                                    .collect(BacklogKpis.backlogAgeSinceUpdate()
                                            .max()
                                            .collector())
                                    .orElseThrow());
                }
            }
        }
    }

    @Property(tries = 200)
    void theLastCycleAndTheWorstOfAllAreThoseOfItsTicketAndMetric(@ForAll("histories") List<TicketHistory> histories) {
        SlaPolicy policy = SlaPolicy.builder()
                .id("all")
                .addTarget(SlaTarget.of(SlaMetric.NEXT_REPLY, Duration.ofHours(1)))
                .addTarget(SlaTarget.of(SlaMetric.RESOLUTION, Duration.ofHours(8)))
                .build();
        Facts facts = Facts.of(
                histories, FactExtractor.asOf(TicketHistories.AS_OF).with(policy.resolve(CalendarBook.of(OFFICE))));
        Map<List<Object>, List<SlaFacts>> clocks = facts.rows(SlaFacts.class).stream()
                .collect(Collectors.groupingBy(clock -> List.of(clock.ticket(), clock.metric())));
        clocks.values().forEach(KpiProperties::assertCycles);
        for (SlaMetric metric : List.of(SlaMetric.NEXT_REPLY, SlaMetric.RESOLUTION)) {
            List<List<SlaFacts>> own = clocks.values().stream()
                    .filter(cycles -> cycles.get(0).metric().equals(metric.id()))
                    .toList();
            long late = own.stream()
                    .filter(cycles -> cycles.stream().anyMatch(KpiProperties::isLate))
                    .count();
            long met = own.stream()
                    .map(cycles -> cycles.get(0).overall())
                    .filter(SlaFacts.Outcome.MET::equals)
                    .count();
            assertEquals(
                    late + met == 0 ? Optional.empty() : Optional.of(Ratio.of(met, late + met)),
                    facts.rows(SlaFacts.class).stream()
                            .collect(SlaKpis.slaNeverBreached(metric.id()).collector())
                            .amount());
        }
    }

    private static boolean isLate(SlaFacts cycle) {
        return cycle.outcome() == SlaFacts.Outcome.BREACHED || cycle.outcome() == SlaFacts.Outcome.RUNNING_LATE;
    }

    private static void assertCycles(List<SlaFacts> cycles) {
        List<SlaFacts.Outcome> worstFirst = List.of(
                SlaFacts.Outcome.BREACHED,
                SlaFacts.Outcome.RUNNING_LATE,
                SlaFacts.Outcome.RUNNING,
                SlaFacts.Outcome.MET,
                SlaFacts.Outcome.CANCELLED);
        List<SlaFacts.Outcome> there = cycles.stream().map(SlaFacts::outcome).toList();
        SlaFacts.Outcome worst =
                worstFirst.stream().filter(there::contains).findFirst().orElseThrow();
        Instant start =
                cycles.stream().map(SlaFacts::at).max(Comparator.naturalOrder()).orElseThrow();
        assertEquals(1, cycles.stream().filter(SlaFacts::isLast).count());
        assertEquals(
                start,
                cycles.stream()
                        .filter(SlaFacts::isLast)
                        .findFirst()
                        .orElseThrow()
                        .at());
        cycles.forEach(cycle -> assertEquals(worst, cycle.overall()));
    }

    @Property(tries = 200)
    void teamsOfAReportAddUpToItsTotal(@ForAll("histories") List<TicketHistory> histories) {
        KpiReport report = KpiReport.over(Period.year(2026, ROME))
                .measure(TicketKpis.volume(), TicketKpis.reopens())
                .by(Dimension.TEAM)
                .by(Dimension.TEAM.latest(), Dimension.PRIORITY)
                .collect(facts(histories));

        for (Kpi<TicketFacts, Long> kpi : List.of(TicketKpis.volume(), TicketKpis.reopens())) {
            Optional<Long> total = report.value(kpi).amount();
            assertEquals(total.orElse(0L), sum(report.slices(Dimension.TEAM), kpi));
            assertEquals(total.orElse(0L), sum(report.slices(Dimension.TEAM.latest(), Dimension.PRIORITY), kpi));
        }
        long byTeam = histories.stream()
                .filter(history -> history.until(TicketHistories.AS_OF).isPresent())
                .filter(history -> history.events().get(0) instanceof TicketCreated created
                        && created.details().team().equals(Optional.of(TeamId.of("team-1"))))
                .count();
        assertEquals(
                byTeam,
                report.at(TeamId.of("team-1"))
                        .value(TicketKpis.volume())
                        .amount()
                        .orElse(0L));
    }

    private static long sum(List<Slice> slices, Kpi<TicketFacts, Long> kpi) {
        return slices.stream()
                .mapToLong(slice -> slice.value(kpi).amount().orElse(0L))
                .sum();
    }

    static Facts facts(List<TicketHistory> histories) {
        SlaPolicy policy = SlaPolicy.builder()
                .id("all")
                .addTarget(
                        SlaTarget.of(SlaMetric.FIRST_REPLY, Duration.ofHours(1)).during("office"))
                .addTarget(
                        SlaTarget.of(SlaMetric.RESOLUTION, Duration.ofHours(8)).during("office"))
                .build();
        FactExtractor extractor =
                FactExtractor.asOf(TicketHistories.AS_OF).with(policy.resolve(CalendarBook.of(OFFICE)));
        return Facts.of(histories, extractor).linked();
    }
}

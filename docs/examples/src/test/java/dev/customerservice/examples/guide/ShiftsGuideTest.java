package dev.customerservice.examples.guide;

import static dev.customerservice.metrics.kpi.TicketKpis.volume;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.domain.sla.EscalationLadder;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import dev.customerservice.metrics.facts.FactExtractor;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.forecast.DemandSeries;
import dev.customerservice.metrics.forecast.SeasonalNaive;
import dev.customerservice.metrics.report.Dimension;
import dev.customerservice.metrics.report.Granularity;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.shift.Availability;
import dev.customerservice.roles.shift.Availability.Absence;
import dev.customerservice.roles.shift.Coverage;
import dev.customerservice.roles.shift.Coverage.Gap;
import dev.customerservice.roles.shift.CoverageModel;
import dev.customerservice.roles.shift.CoverageModel.Season;
import dev.customerservice.roles.shift.CoverageModel.Station;
import dev.customerservice.roles.shift.Handoff;
import dev.customerservice.roles.shift.OnCallSchedule;
import dev.customerservice.roles.shift.Requirement;
import dev.customerservice.roles.shift.Roster;
import dev.customerservice.roles.shift.RosterPlan;
import dev.customerservice.roles.shift.RosterPlan.Opening;
import dev.customerservice.roles.shift.RosterRule;
import dev.customerservice.roles.shift.Rotation;
import dev.customerservice.roles.shift.Shift;
import dev.customerservice.roles.shift.ShiftPattern;
import dev.customerservice.roles.shift.ShiftPlan;
import dev.customerservice.roles.shift.ShiftPlanner;
import dev.customerservice.roles.shift.ShiftPlanner.Candidate;
import dev.customerservice.roles.staffing.ErlangC;
import dev.customerservice.roles.staffing.ServiceLevelGoal;
import dev.customerservice.roles.staffing.StaffingPlan;
import dev.customerservice.roles.staffing.Workload;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The snippets of docs/guide/shifts.md, with what they give. */
class ShiftsGuideTest {

    // region shifts-given
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final RoleId SUPPORT = RoleId.of("support");
    private static final AgentId ANA = AgentId.of("ana");
    private static final AgentId BEN = AgentId.of("ben");
    private static final AgentId CHI = AgentId.of("chi");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 23);
    private static final Interval YEAR =
            new Interval(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));
    // endregion

    /** Three weeks of tickets from 8 to 18 o'clock, fewer on weekends. */
    private static Facts facts() {
        int[] perHour = {10, 20, 40, 50, 40, 30, 40, 30, 20, 10};
        List<TicketHistory> histories = new ArrayList<>();
        for (LocalDate date = MONDAY.minusDays(21); date.isBefore(MONDAY); date = date.plusDays(1)) {
            int part = date.getDayOfWeek().getValue() > 5 ? 4 : 1;
            for (int hour = 0; hour < perHour.length; hour++) {
                for (int i = 0; i < perHour[hour] / part; i++) {
                    Instant at = date.atTime(8 + hour, i % 60).atZone(LONDON).toInstant();
                    TicketId ticket = TicketId.of("t" + histories.size());
                    histories.add(TicketHistory.of(new TicketCreated(
                            EventHead.of(ticket, at, Actor.customer("c")),
                            TicketDetails.builder().build())));
                }
            }
        }
        return Facts.of(
                        histories,
                        FactExtractor.asOf(MONDAY.atStartOfDay(LONDON).toInstant()))
                .linked();
    }

    private static StaffingPlan staffing() {
        Facts facts = facts();
        // region shifts-demand
        Dimension<Integer> hour = Dimension.ofFacts(
                "hour",
                TicketFacts.class,
                ticket -> Optional.of(ticket.at().atZone(LONDON).getHour()),
                String::valueOf);
        KpiReport report = KpiReport.over(Period.between(MONDAY.minusDays(21), MONDAY, LONDON))
                .measure(volume())
                .by(hour)
                .every(Granularity.DAY)
                .collect(facts);
        DemandSeries days = DemandSeries.of(report, volume(), 7);
        double monday =
                new SeasonalNaive(7).forecast(days.values(), 1).orElseThrow().get(0); // 290 tickets
        double all = report.total().value(volume()).orElseThrow();
        List<Double> hours = new ArrayList<>(); // 10, 20, 40, 50 …
        for (int h = 8; h < 18; h++) {
            hours.add(monday * report.at(hour, h).value(volume()).orElseThrow() / all);
        }
        // endregion
        assertEquals(290, monday, 1e-9);
        assertEquals(
                List.of(10L, 20L, 40L, 50L),
                hours.stream().limit(4).map(Math::round).toList());
        // region shifts-staffing
        StaffingPlan plan = StaffingPlan.builder()
                .startInclusive(MONDAY.atTime(8, 0).atZone(LONDON).toInstant())
                .workloads(Workload.series(hours, Duration.ofHours(1), Duration.ofMinutes(6)))
                .model(ErlangC.model())
                .goal(ServiceLevelGoal.of("80% in 60s"))
                .build();
        Requirement requirement = plan.requiredOnDuty(); // 3, 4, 7, 8 … people
        // endregion
        assertEquals(10, requirement.needs().size());
        assertEquals(
                List.of(3, 4, 7, 8),
                requirement.needs().stream()
                        .limit(4)
                        .map(Requirement.Need::people)
                        .toList());
        return plan;
    }

    private static RosterPlan planned(Requirement requirement, Interval day) {
        // region shifts-plan
        List<Candidate> candidates = new ArrayList<>();
        for (String hours : List.of("08:00-16:30", "08:30-17:00", "09:30-18:00", "10:00-14:00")) {
            for (int rest = 3; rest <= 5; rest++) {
                ShiftPattern pattern = ShiftPattern.daily(hours + ", break after " + rest + " h", LONDON, hours);
                candidates.add(Candidate.of(
                        hours.startsWith("10")
                                ? pattern
                                : pattern.withBreak(Duration.ofHours(rest), Duration.ofMinutes(30)),
                        day));
            }
        }
        ShiftPlan plan = ShiftPlanner.builtIn().plan(new ShiftPlanner.Task(requirement, candidates));
        boolean best = plan instanceof ShiftPlan.Optimal;
        // endregion
        assertTrue(best);
        assertTrue(plan.shifts().size() >= 8);
        // region shifts-roster
        RosterPlan.Task.Builder task = RosterPlan.Task.builder()
                .startInclusive(MONDAY)
                .endExclusive(MONDAY.plusDays(7))
                .rules(RosterRule.europeanUnion());
        plan.shifts().forEach(shift -> task.addOpenings(new Opening(SUPPORT, shift)));
        for (int i = 0; i < plan.shifts().size(); i++) {
            task.addPeople(Availability.always(AgentId.of("agent-" + i), LONDON));
        }
        RosterPlan given = RosterPlan.fill(task.build());
        boolean complete = given.unfilled().isEmpty();
        // endregion
        assertTrue(complete);
        return given;
    }

    @Test
    void fromTicketsToARoster() {
        Requirement requirement = staffing().requiredOnDuty();
        Interval day = new Interval(
                MONDAY.atTime(8, 0).atZone(LONDON).toInstant(),
                MONDAY.atTime(18, 0).atZone(LONDON).toInstant());
        RosterPlan given = planned(requirement, day);
        Roster roster = given.roster();
        // region shifts-gaps
        Coverage planned = roster.coverage(requirement, day);
        boolean covered = planned.gaps().isEmpty();
        AgentId ill = roster.onDutyAt(day.startInclusive()).iterator().next();
        Availability away = Availability.always(ill, LONDON)
                .withAbsences(Absence.dates(MONDAY, MONDAY.plusDays(2), Absence.Kind.SICKNESS));
        Coverage today = roster.withPeople(List.of(away)).coverage(requirement, day);
        List<Gap> gaps = today.gaps(); // each with its time, how many are missing, and why: ABSENCE
        Duration missing = today.shortfall(); // summed over people
        // endregion
        assertTrue(covered);
        assertEquals(Set.of(Coverage.Cause.ABSENCE), gaps.get(0).causes());
        assertEquals(missing, gaps.stream().map(Gap::time).reduce(Duration.ZERO, Duration::plus));
        // region shifts-onduty
        Instant ten = MONDAY.atTime(10, 0).atZone(LONDON).toInstant();
        Set<AgentId> now = roster.agents(SUPPORT, ten); // a Roster is an OnDuty
        IntervalSet planOfOne = roster.present(ill); // what adherence is measured against
        // endregion
        assertTrue(now.size() >= 5);
        assertTrue(planOfOne.total().compareTo(Duration.ofHours(8)) == 0);
    }

    @Test
    void theClock() {
        // region shifts-clock
        Shift night = Shift.of(LocalDate.of(2026, 10, 24), "22:00-06:00", BERLIN);
        Duration elapsed = night.elapsed(); // PT9H: the night of the clock change
        Shift late = Shift.of(LocalDate.of(2026, 10, 24), "13:00-21:00", BERLIN);
        Duration rest = late.restUntil(Shift.of(LocalDate.of(2026, 10, 25), "07:00-15:00", BERLIN)); // PT11H
        // endregion
        assertEquals(Duration.ofHours(9), elapsed);
        assertEquals(Duration.ofHours(11), rest);
    }

    @Test
    void rules() {
        Roster roster = Roster.of(
                new Roster.Duty(ANA, SUPPORT, Shift.of(MONDAY, "14:00-22:00", LONDON)),
                new Roster.Duty(ANA, SUPPORT, Shift.of(MONDAY.plusDays(1), "06:00-14:00", LONDON)));
        // region shifts-rules
        List<RosterRule> rules = new ArrayList<>(RosterRule.europeanUnion());
        rules.add(new RosterRule.DatesInARow(6));
        rules.add(line -> List.of()); // a rule of your own sees one person's line
        List<RosterRule.Violation> broken = roster.violations(rules, MONDAY, MONDAY.plusDays(7));
        String first = broken.get(0).reason().toString(); // … about person:ana by daily-rest: found = PT8H …
        double evenness = roster.weekends().balance().jain().orElse(1);
        // endregion
        assertTrue(first.startsWith("ROSTER_RULE_BROKEN about person:ana by daily-rest: found = PT8H"));
        assertEquals(3, broken.size());
        assertEquals(1, evenness);
    }

    @Test
    void aroundTheClock() {
        // region shifts-sun
        CoverageModel sun = CoverageModel.followTheSun(
                Station.of(ShiftPattern.daily("Berlin", BERLIN, "08:00-16:00")),
                Station.of(ShiftPattern.daily("New York", ZoneId.of("America/New_York"), "09:00-17:00")),
                Station.of(ShiftPattern.daily("Singapore", ZoneId.of("Asia/Singapore"), "07:00-15:00")));
        Coverage year = sun.aroundTheClock(YEAR);
        Duration nobody = year.shortfall(); // an hour a day in winter, two in summer and while clocks differ
        List<Season> odd = sun.seasons(Requirement.of(YEAR, 1), YEAR).stream()
                .filter(Season::isBetweenChanges)
                .toList(); // 8 to 29 March, 25 October to 1 November
        // endregion
        assertEquals(2, odd.size());
        assertEquals(
                List.of(
                        new Interval(Instant.parse("2026-03-08T07:00:00Z"), Instant.parse("2026-03-29T01:00:00Z")),
                        new Interval(Instant.parse("2026-10-25T01:00:00Z"), Instant.parse("2026-11-01T06:00:00Z"))),
                odd.stream().map(Season::during).toList());
        assertEquals(Duration.ofHours(603), nobody);
        // region shifts-handoff
        CoverageModel site = CoverageModel.singleSite(
                Station.of(ShiftPattern.daily("early", BERLIN, "06:00-14:15")),
                Station.of(ShiftPattern.daily("late", BERLIN, "14:00-22:15")),
                Station.of(ShiftPattern.daily("night", BERLIN, "22:00-06:00")));
        Handoff.Terms terms = new Handoff.Terms(Duration.ofMinutes(15), Handoff.Transfer.ACKNOWLEDGED);
        List<Reason> tooShort = site.handoffs(YEAR).stream()
                .flatMap(handoff -> handoff.missed(terms).stream())
                .toList(); // OVERLAP_TOO_SHORT, each morning
        // endregion
        assertEquals(365, tooShort.size());
    }

    @Test
    void onCall() {
        LocalDateTime anchor = LocalDateTime.of(2026, 1, 31, 9, 0);
        Interval weekend = new Interval(Instant.parse("2026-03-28T00:00:00Z"), Instant.parse("2026-03-30T00:00:00Z"));
        // region shifts-oncall
        Rotation months = Rotation.of(anchor, BERLIN, Rotation.Unit.MONTH, ANA, BEN, CHI);
        Rotation.Turn turn = months.turnAt(Instant.parse("2026-03-15T12:00:00Z")); // Ben, 28 February to 31 March
        OnCallSchedule first = OnCallSchedule.of(RoleId.of("first"), months)
                .withOverrides(OnCallSchedule.Change.replace(weekend, BEN, ANA))
                .withArranged(new OnCallSchedule.Arranged(
                        new Interval(
                                weekend.endExclusive(), weekend.endExclusive().plusSeconds(3600)),
                        Set.of()));
        IntervalSet open = first.gaps(YEAR); // the hour arranged for nobody
        OnCallSchedule second = OnCallSchedule.of(RoleId.of("second"), months.withParticipants(CHI));
        Set<AgentId> called = EscalationLadder.of("first", "second")
                .climb(OnCallSchedule.all(List.of(first, second)), weekend.endExclusive())
                .orElseThrow()
                .agents(); // Chi: the empty step is skipped
        // endregion
        assertEquals(BEN, turn.person());
        assertEquals(Duration.ofHours(1), open.total());
        assertEquals(Set.of(ANA), first.onCallAt(weekend.startInclusive()));
        assertEquals(Set.of(CHI), called);
    }
}

package dev.customerservice.examples.readme;

import static dev.customerservice.domain.sla.SlaMetric.FIRST_REPLY;
import static dev.customerservice.domain.sla.SlaMetric.RESOLUTION;
import static dev.customerservice.domain.ticket.Priority.HIGH;
import static dev.customerservice.domain.ticket.StatusCategory.ON_HOLD;
import static dev.customerservice.domain.ticket.StatusCategory.PENDING;
import static dev.customerservice.domain.ticket.TicketCondition.priorityAtLeast;
import static dev.customerservice.domain.ticket.TicketCondition.tier;
import static dev.customerservice.metrics.kpi.SlaKpis.slaAttainment;
import static dev.customerservice.metrics.kpi.SurveyKpis.csat;
import static dev.customerservice.metrics.kpi.TicketKpis.firstContactResolution;
import static dev.customerservice.metrics.kpi.TicketKpis.firstReplyTime;
import static dev.customerservice.roles.routing.RoutingPolicy.leastOccupied;
import static dev.customerservice.roles.routing.RoutingPolicy.requireSkills;
import static dev.customerservice.roles.routing.RoutingPolicy.stickyOwner;
import static dev.customerservice.roles.routing.RoutingPolicy.withinCapacity;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.Duration.ofHours;
import static java.time.Month.OCTOBER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.Holiday;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.party.ServiceTier;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.sla.SlaPlan;
import dev.customerservice.domain.sla.SlaPolicy;
import dev.customerservice.domain.sla.SlaReading;
import dev.customerservice.domain.sla.SlaState;
import dev.customerservice.domain.sla.SlaTarget;
import dev.customerservice.domain.survey.SurveyResponse;
import dev.customerservice.domain.survey.SurveyScale;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.MessageAdded;
import dev.customerservice.domain.ticket.Requester;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.metrics.facts.FactExtractor;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.report.Dimension;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.roles.routing.Candidate;
import dev.customerservice.roles.routing.Routing;
import dev.customerservice.roles.routing.RoutingPolicy;
import dev.customerservice.roles.routing.RoutingTeam;
import dev.customerservice.roles.routing.WorkItem;
import dev.customerservice.roles.skill.Skill;
import dev.customerservice.roles.staffing.ErlangC;
import dev.customerservice.roles.staffing.ServiceLevelGoal;
import dev.customerservice.roles.staffing.Shrinkage;
import dev.customerservice.roles.staffing.Workload;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The snippets of the README, with what they give. */
class ReadmeTest {
    private static final TeamId TEAM = TeamId.of("tier-1");
    private static final Instant FRI_2026_10_23_1400 = Instant.parse("2026-10-23T13:00:00Z");

    private static BusinessCalendar london() {
        return BusinessCalendar.builder()
                .id("london")
                .zone(ZoneId.of("Europe/London"))
                .hours(WeeklyHours.of(MONDAY, FRIDAY, "09:00-17:30"))
                .build();
    }

    private static SlaPolicy gold() {
        return SlaPolicy.builder()
                .id("gold")
                .addTarget(SlaTarget.of(RESOLUTION, Duration.ofHours(8)).during("london"))
                .build();
    }

    private static TicketHistory history(String id, Duration toSolution) {
        TicketId ticket = TicketId.of(id);
        Actor ana = Actor.agent("ana");
        return TicketHistory.of(
                new TicketCreated(
                        EventHead.of(ticket, FRI_2026_10_23_1400, Actor.customer("c-" + id)),
                        TicketDetails.builder()
                                .priority(HIGH)
                                .team(TEAM)
                                .requester(
                                        Requester.of(CustomerId.of("c-" + id)).withTier(ServiceTier.of("gold")))
                                .build()),
                MessageAdded.of(EventHead.of(ticket, FRI_2026_10_23_1400.plusSeconds(600), ana), Audience.CUSTOMER),
                new StatusChanged(EventHead.of(ticket, FRI_2026_10_23_1400.plus(toSolution), ana), Status.SOLVED));
    }

    @Test
    void aFirstDueTimeInTenLines() {
        // spotless:off
        // region first
        BusinessCalendar london = BusinessCalendar.builder()
                .id("london")
                .zone("Europe/London")
                .hours(WeeklyHours.of(MONDAY, FRIDAY, "09:00-17:30"))
                .build();
        SlaTarget eightHours = SlaTarget.of(RESOLUTION, Duration.ofHours(8)).during("london");
        SlaPlan plan = SlaPolicy.builder().id("standard").addTarget(eightHours).build().resolve(CalendarBook.of(london));
        EventHead head = EventHead.of(TicketId.of("T-1"), Instant.parse("2026-12-24T14:00:00Z"), Actor.customer("c-1"));
        TicketHistory history = TicketHistory.of(new TicketCreated(head, TicketDetails.none()));
        System.out.println(plan.read(history, head.at()).get(RESOLUTION).dueAt().orElseThrow()); // 2026-12-25T13:30:00Z
        // endregion
        // spotless:on
        assertEquals(
                Optional.of(Instant.parse("2026-12-25T13:30:00Z")),
                plan.read(history, head.at()).get(RESOLUTION).dueAt());
    }

    @Test
    void openHoursAcrossAClockChange() {
        Instant received = FRI_2026_10_23_1400;
        Instant solved = Instant.parse("2026-10-26T14:00:00Z");
        // region calendar
        BusinessCalendar london = BusinessCalendar.builder()
                .id("london")
                .zone(ZoneId.of("Europe/London"))
                .hours(WeeklyHours.of(MONDAY, FRIDAY, "09:00-17:30"))
                .addHoliday(Holiday.on(LocalDate.of(2026, 12, 25), "Christmas Day"))
                .build();
        Instant due = london.plus(received, Duration.ofHours(8)); // eight open hours later
        Duration worked = london.between(received, solved); // open time only
        // endregion
        assertEquals(Instant.parse("2026-10-26T13:30:00Z"), due);
        assertEquals(Duration.ofMinutes(510), worked);
    }

    @Test
    void aPolicyReadsAHistory() {
        BusinessCalendar london = london();
        TicketHistory history = history("T-1", Duration.ofDays(3));
        Instant asOf = FRI_2026_10_23_1400.plus(Duration.ofHours(1));
        // region policy
        SlaPolicy gold = SlaPolicy.builder()
                .id("gold")
                .appliesTo(tier("gold").and(priorityAtLeast(HIGH)))
                .addTarget(SlaTarget.of(FIRST_REPLY, Duration.ofHours(1)).during("london"))
                .addTarget(SlaTarget.of(RESOLUTION, Duration.ofHours(8))
                        .during("london")
                        .pausedWhile(PENDING, ON_HOLD))
                .build();
        SlaPlan plan = gold.resolve(CalendarBook.of(london)); // a missing calendar fails here, by name
        SlaReading reading = plan.read(history, asOf).get(RESOLUTION); // state, elapsed, remaining, dueAt, nextChangeAt
        String why = plan.explain(reading).toText(); // every stretch that counted, paused or was closed
        // endregion
        assertEquals(SlaState.RUNNING, reading.state());
        assertEquals(Optional.of(Instant.parse("2026-10-26T13:30:00Z")), reading.dueAt());
        assertEquals(Optional.of(Duration.ofHours(7)), reading.remaining());
        assertTrue(why.endsWith("counted PT1H, remaining PT7H"), why);
    }

    @Test
    void aReportOverOctober() {
        BusinessCalendar london = london();
        SlaPlan plan = gold().resolve(CalendarBook.of(london));
        Instant asOf = Instant.parse("2026-11-10T00:00:00Z");
        List<TicketHistory> histories =
                List.of(history("T-1", Duration.ofHours(1)), history("T-2", Duration.ofHours(90)));
        List<SurveyResponse> responses = List.of(SurveyResponse.builder()
                .survey("csat")
                .scale(SurveyScale.satisfaction(5))
                .ticket(TicketId.of("T-1"))
                .answeredAt(FRI_2026_10_23_1400.plus(Duration.ofHours(2)))
                .rating(5)
                .build());
        FactExtractor extractor = FactExtractor.asOf(asOf).with(plan);
        TeamId team = TEAM;
        // region report
        KpiReport october = KpiReport.over(Period.month(2026, OCTOBER, london.zone()))
                .measure(firstReplyTime().percentile(90), slaAttainment(RESOLUTION))
                .measure(firstContactResolution(Duration.ofDays(7)), csat())
                .by(Dimension.TEAM)
                .collect(Facts.of(histories, extractor).surveys(responses).linked());
        Measurement<Ratio> met =
                october.at(team).value(slaAttainment(RESOLUTION)); // value with counts, or NoData(reason)
        // endregion
        assertEquals(Ratio.of(1, 2), met.orElseThrow());
        assertEquals(Ratio.of(1, 1), october.value(csat()).orElseThrow());
        assertEquals(
                Duration.ofMinutes(10),
                october.value(firstReplyTime().percentile(90)).orElseThrow());
        assertEquals(
                Ratio.of(2, 2),
                october.value(firstContactResolution(Duration.ofDays(7))).orElseThrow());
    }

    @Test
    void peopleAndRouting() {
        Workload calls = Workload.of(100, Duration.ofMinutes(30), Duration.ofMinutes(3));
        Instant asOf = Instant.parse("2026-10-05T09:00:00Z");
        AgentId ana = AgentId.of("ana");
        Skill german = Skill.of("German", Skill.Family.LANGUAGE);
        RoutingTeam team = RoutingTeam.of(
                Candidate.builder().agent(ana).capacity(3).knows(german, 2).build());
        Set<AgentId> onDuty = Set.of(ana);
        WorkItem work = WorkItem.builder()
                .id(TicketId.of("T-1"))
                .queuedAt(asOf)
                .channel(Channel.EMAIL)
                .needs(german, 1)
                .build();
        // region people
        int agents = ErlangC.model()
                .require(calls, ServiceLevelGoal.of("80% in 20s"), Shrinkage.of("0.30"))
                .scheduled(); // 20 people, in exact decimals
        RoutingPolicy policy = requireSkills()
                .then(withinCapacity())
                .then(stickyOwner(ofHours(4)))
                .then(leastOccupied())
                .named("sticky-then-idle");
        Routing decision = policy.route(work, team.onDuty(onDuty), asOf); // Assigned or Unassigned
        String who = decision.explain().toText(); // each candidate with the reason
        // endregion
        assertEquals(20, agents);
        assertEquals(Optional.of(ana), decision.agent());
        assertTrue(who.startsWith("sticky-then-idle: ana"));
    }
}

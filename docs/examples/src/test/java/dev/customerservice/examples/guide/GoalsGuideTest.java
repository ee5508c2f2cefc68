package dev.customerservice.examples.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.metrics.kpi.Direction;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.kpi.Unit;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.roles.catalogue.Catalogue;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Finding;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.performance.Expectation;
import dev.customerservice.roles.performance.PeopleKpis;
import dev.customerservice.roles.performance.PerformanceReview;
import dev.customerservice.roles.performance.PerformanceReview.Ask;
import dev.customerservice.roles.performance.PerformanceReview.Item;
import dev.customerservice.roles.performance.PerformanceStandard;
import dev.customerservice.roles.performance.PersonFacts;
import dev.customerservice.roles.performance.SuccessionPlan;
import dev.customerservice.roles.plan.ActionPlan;
import dev.customerservice.roles.plan.ActionStep;
import dev.customerservice.roles.plan.GoalProgress;
import dev.customerservice.roles.plan.JourneyMap;
import dev.customerservice.roles.plan.ServiceDesignMap;
import dev.customerservice.roles.plan.ServicePlan;
import dev.customerservice.roles.plan.SmartGoal;
import dev.customerservice.roles.plan.StretchPolicy;
import dev.customerservice.roles.plan.Toolkit;
import dev.customerservice.roles.practice.Cadence;
import dev.customerservice.roles.practice.Practice;
import dev.customerservice.roles.role.JobRole;
import dev.customerservice.roles.role.Team;
import dev.customerservice.roles.role.TeamMember;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The snippets of docs/guide/people.md on performance, goals and plans, with what they give. */
class GoalsGuideTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final AgentId ANA = AgentId.of("ana");
    private static final AgentId CHI = AgentId.of("chi");
    private static final AgentId MARA = AgentId.of("mara");
    private static final Instant MARCH_16TH = Instant.parse("2026-03-16T09:00:00Z");
    private static final List<BigDecimal> MONTHS_OF_2025 = Stream.of(
                    "0.60", "0.61", "0.60", "0.62", "0.63", "0.62", "0.63", "0.64", "0.63", "0.65", "0.64", "0.65")
            .map(BigDecimal::new)
            .toList();

    private static SmartGoal goal() {
        // region people-goal
        SmartGoal goal = SmartGoal.builder()
                .id("fcr-2026")
                .owner(MARA)
                .specific(new SmartGoal.Specific("ask", "A question is answered the first time."))
                .measurable(new SmartGoal.Measurable(
                        "first_contact_resolution",
                        Unit.SHARE,
                        Direction.HIGHER_IS_BETTER,
                        MONTHS_OF_2025,
                        new BigDecimal("0.69")))
                .achievable(new SmartGoal.Achievable(List.of("fcr-2025")))
                .relevant("loyalty")
                .timeBound(new SmartGoal.TimeBound(
                        LocalDate.of(2025, 12, 31), LocalDate.of(2026, 6, 30), Cadence.each(Cadence.Unit.MONTH)))
                .build();
        // endregion
        return goal;
    }

    @Test
    void achievableAndStillAChallenge() {
        SmartGoal goal = goal();
        // region people-stretch
        List<Reason> missing = goal.problems(); // none: all five facets are there
        Finding stretch = StretchPolicy.standard().judge(goal); // met: 4/3 of the best half-year so far
        // endregion
        assertEquals(List.of(), missing);
        assertEquals(true, stretch.isMet());
    }

    @Test
    void progressByTheInterval() {
        SmartGoal goal = goal();
        Measurement<Ratio> measured = Measurement.value(Ratio.of(571, 850), 850, LeftOut.none());
        // region people-progress
        Period march = Period.month(2026, Month.MARCH, BERLIN);
        GoalProgress progress = goal.progress(march, measured); // report.value(firstContactResolution())
        GoalProgress.State state = progress.state(); // UNDECIDED: 0.672 is above the line of 0.67, but not surely
        // endregion
        assertEquals(GoalProgress.State.UNDECIDED, state);
    }

    @Test
    void peopleAdvancing() {
        Team harbour = Team.of(
                TeamId.of("harbour"),
                TeamMember.of(MARA, JobRole.LEAD),
                TeamMember.of(ANA, JobRole.ASSOCIATE).withManager(MARA),
                TeamMember.of(CHI, JobRole.ASSOCIATE).withManager(MARA));
        EvidenceLog log = EvidenceLog.of(Evidence.of("p1", "person.advanced", MARCH_16TH, Subject.person(CHI)));
        Catalogue<Practice> practices = Catalogue.of(List.of());
        // region people-advancement
        Period quarter = Period.quarter(2026, 1, BERLIN);
        List<PersonFacts> people = PersonFacts.of(log, harbour, quarter, practices);
        Kpi<PersonFacts, Ratio> headline = PeopleKpis.advancementRate();
        Measurement<Ratio> rate = people.stream().collect(headline.collector()); // one of two reports
        // endregion
        assertEquals(0.5, rate.orElseThrow().value().orElseThrow(), 1e-12);
    }

    @Test
    void standardsAndReviews() {
        // region people-standard
        PerformanceStandard satisfied = PerformanceStandard.builder()
                .id("associate-csat")
                .title("Satisfied customers")
                .appliesTo(Subject.role(JobRole.ASSOCIATE.id()))
                .area("satisfaction")
                .kpi("csat")
                .good(new BigDecimal("0.80"))
                .exceptional(new BigDecimal("0.90"))
                .build();
        Optional<PerformanceStandard.Level> level = satisfied
                .rate(Detail.Estimate.of(Ratio.of(45, 52)).orElseThrow())
                .level(); // empty: 0.865 [0.747, 0.933] may be anything
        // endregion
        assertEquals(Optional.empty(), level);

        EvidenceLog log = EvidenceLog.empty();
        PerformanceReview review = PerformanceReview.builder()
                .person(ANA)
                .period(Period.quarter(2026, 1, BERLIN))
                .addItems(new Item(Ask.KEEP, "listens", "Stays with it.", List.of("q1")))
                .addItems(new Item(Ask.CHANGE, "interrupts", "Let them end.", List.of("q2")))
                .discussedAt(MARCH_16TH)
                .build();
        // region people-surprise
        List<Reason> surprises = review.surprises(log); // UNANNOUNCED: nobody has said so before
        // endregion
        assertEquals("UNANNOUNCED", surprises.get(0).code());
    }

    @Test
    void expectationsAndSuccessors() {
        Instant now = MARCH_16TH;
        // region people-expectation
        Expectation hour = Expectation.builder()
                .id("answers-within-the-hour")
                .of(Subject.person(ANA))
                .statement("Answers within the hour.")
                .reason("Customers leave the page after an hour.")
                .documentedAt(now)
                .build();
        List<Reason> notUnderstood = Expectation.unacknowledged(List.of(hour), now); // NOT_ACKNOWLEDGED by Ana
        // endregion
        assertEquals("NOT_ACKNOWLEDGED", notUnderstood.get(0).code());

        LocalDate today = LocalDate.of(2026, 3, 16);
        Team harbour = Team.of(TeamId.of("harbour"), TeamMember.of(MARA, JobRole.LEAD));
        EvidenceLog log = EvidenceLog.of(Evidence.of("x1", "exposure.given", MARCH_16TH, Subject.person(ANA))
                .withDetail("area", "CHANGE")
                .withDetail("hours", new Detail.Span(Duration.ofHours(2))));
        // region people-succession
        SuccessionPlan plan = SuccessionPlan.builder()
                .addCriticalRoles(JobRole.LEAD.id())
                .addCandidates(
                        new SuccessionPlan.Candidate(ANA, JobRole.LEAD.id(), Optional.of(LocalDate.of(2026, 9, 1))))
                .build();
        List<Reason> fragile = plan.singlePointsOfFailure(harbour, today); // nobody could lead tomorrow
        List<String> unseen = plan.notYetMet(ANA, log); // TRAIN_NEW, DAILY_DEMANDS, PLANNING
        // endregion
        assertEquals("SINGLE_POINT_OF_FAILURE about role:lead", fragile.get(0).toString());
        assertEquals(List.of("TRAIN_NEW", "DAILY_DEMANDS", "PLANNING"), unseen);
    }

    @Test
    void whatCustomersGoThrough() {
        // region people-journey
        JourneyMap journey = JourneyMap.builder()
                .addStages(new JourneyMap.Stage(
                        "ask",
                        List.of("looks for an answer"),
                        List.of(new JourneyMap.Touchpoint("chat", Channel.CHAT)),
                        List.of(new JourneyMap.PainPoint("waits", 4, Optional.of("chat")))))
                .build();
        ServiceDesignMap design = ServiceDesignMap.builder()
                .addSteps(new ServiceDesignMap.Step(
                        "answer",
                        Set.of("chat"),
                        Optional.of(TeamId.of("front")),
                        Optional.of(Channel.CHAT),
                        Optional.of("help desk"),
                        Set.of()))
                .build();
        List<Reason> gaps = design.alignment(journey); // PAIN_UNANSWERED: nobody does anything about waiting
        // endregion
        assertEquals(
                "PAIN_UNANSWERED about pain-point:waits by ask", gaps.get(0).toString());
        assertEquals(1, gaps.size());
    }

    @Test
    void whatIsDoneWhen() {
        ActionStep articles = step("articles", 1, 10);
        ActionStep bot = step("bot", 13, 20).withNeeds("articles").withAffects(TeamId.of("it"));
        EvidenceLog log = EvidenceLog.empty();
        Instant now = Instant.parse("2026-04-13T09:00:00Z");
        // region people-actions
        ActionPlan spring =
                ActionPlan.builder().id("spring").addSteps(articles, bot).build();
        List<ActionStep> decisive = spring.criticalPath();
        List<ActionPlan.StepReading> standing = spring.read(log, now, BERLIN); // articles OVERDUE, bot AT_RISK
        // endregion
        assertEquals(List.of(articles, bot), decisive);
        assertEquals(ActionPlan.State.AT_RISK, standing.get(1).state());

        TeamId front = TeamId.of("front");
        TeamId legal = TeamId.of("legal");
        // region people-toolkit
        Toolkit toolkit = Toolkit.builder()
                .addHandoffs(Toolkit.Handoff.of(front, legal, "threat", Duration.ofHours(4)))
                .addEnds(front)
                .build();
        List<Reason> lost = toolkit.problems(); // DEAD_END about team:legal
        // endregion
        assertEquals("DEAD_END about team:legal", lost.get(0).toString());

        // region people-plan
        ServicePlan plan = ServicePlan.builder()
                .id("plan-2026")
                .addGoals(goal())
                .actions(spring)
                .toolkit(toolkit)
                .build();
        List<Reason> problems = plan.problems(Set.of("first_contact_resolution"));
        // endregion
        assertFalse(problems.isEmpty());
    }

    private static ActionStep step(String id, int from, int due) {
        return ActionStep.builder()
                .id(id)
                .objective("loyalty")
                .owner(MARA)
                .start(LocalDate.of(2026, 4, from))
                .due(LocalDate.of(2026, 4, due))
                .measured(Cadence.each(Cadence.Unit.WEEK))
                .customerBenefit("An answer at once.")
                .teamBenefit("Fewer repeated questions.")
                .effort(BigDecimal.ONE)
                .impact(BigDecimal.ONE)
                .build();
    }
}

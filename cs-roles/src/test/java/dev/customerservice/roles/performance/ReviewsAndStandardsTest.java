package dev.customerservice.roles.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.metrics.kpi.Direction;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.metrics.statistics.XmrChart;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.performance.Feedback.Tone;
import dev.customerservice.roles.performance.PerformanceReview.Ask;
import dev.customerservice.roles.performance.PerformanceReview.Item;
import dev.customerservice.roles.performance.PerformanceStandard.Level;
import dev.customerservice.roles.performance.PerformanceStandard.Verdict;
import dev.customerservice.roles.performance.SuccessionPlan.Bench;
import dev.customerservice.roles.performance.SuccessionPlan.Candidate;
import dev.customerservice.roles.role.JobRole;
import dev.customerservice.roles.role.Team;
import dev.customerservice.roles.role.TeamMember;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Standards by intervals, expectations with reasons, reviews without surprises, and who could take over. */
class ReviewsAndStandardsTest {

    private static final Period QUARTER = Period.quarter(2026, 1, ZoneOffset.UTC);
    private static final Instant FEBRUARY = Instant.parse("2026-02-10T12:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-02T12:00:00Z");
    private static final AgentId MARA = AgentId.of("mara");
    private static final AgentId ANA = AgentId.of("ana");
    private static final AgentId BEN = AgentId.of("ben");
    private static final Team HARBOUR = Team.of(
            TeamId.of("harbour"),
            TeamMember.of(MARA, JobRole.LEAD),
            TeamMember.of(ANA, JobRole.ASSOCIATE).withManager(MARA),
            TeamMember.of(BEN, JobRole.ASSOCIATE).withManager(MARA));
    private static final PerformanceStandard CSAT = PerformanceStandard.builder()
            .id("associate-csat")
            .title("Satisfied customers")
            .appliesTo(Subject.role(JobRole.ASSOCIATE.id()))
            .area("satisfaction")
            .weight(new BigDecimal("0.6"))
            .kpi("csat")
            .good(new BigDecimal("0.8"))
            .exceptional(new BigDecimal("0.9"))
            .minimumSample(30)
            .build();
    private static final PerformanceStandard SPEED = PerformanceStandard.builder()
            .id("associate-speed")
            .title("Quick answers")
            .appliesTo(Subject.role(JobRole.ASSOCIATE.id()))
            .area("speed")
            .weight(new BigDecimal("0.4"))
            .kpi("first_reply_time.p90")
            .direction(Direction.LOWER_IS_BETTER)
            .good(new BigDecimal("60"))
            .exceptional(new BigDecimal("30"))
            .build();

    @Test
    @Tag("S0-28")
    void anIntervalAcrossACutIsUndecided() {
        assertEquals(
                Optional.of(Level.GOOD),
                CSAT.rate(estimate("0.85", "0.81", "0.89", 200)).level());
        assertEquals(
                Optional.of(Level.EXCEPTIONAL),
                CSAT.rate(estimate("0.95", "0.9", "0.98", 200)).level());
        assertEquals(
                Optional.of(Level.BELOW),
                CSAT.rate(estimate("0.7", "0.6", "0.79", 200)).level());
        Verdict across = CSAT.rate(estimate("0.85", "0.79", "0.91", 200));
        assertEquals(Optional.empty(), across.level());
        assertEquals(new Verdict(Level.BELOW, Level.EXCEPTIONAL), across);
        assertEquals(new Verdict(Level.BELOW, Level.EXCEPTIONAL), CSAT.rate(estimate("0.95", "0.92", "0.98", 29)));
        assertEquals(
                Optional.of(Level.EXCEPTIONAL),
                SPEED.rate(estimate("25", "20", "30", 9)).level());
        assertEquals(new Verdict(Level.BELOW, Level.GOOD), SPEED.rate(estimate("55", "45", "61", 9)));
        assertThrows(IllegalArgumentException.class, () -> CSAT.withExceptional(new BigDecimal("0.8")));
        assertThrows(IllegalArgumentException.class, () -> SPEED.withExceptional(new BigDecimal("60")));
        assertThrows(IllegalArgumentException.class, () -> SPEED.withDirection(Direction.HIGHER_IS_BETTER));
        assertThrows(IllegalArgumentException.class, () -> SPEED.withDirection(Direction.NEITHER));
    }

    @Test
    @Tag("S1-23")
    void theWeightsOfARoleAreOneTogether() {
        assertEquals(List.of(), PerformanceStandard.problems(List.of(CSAT, SPEED)));
        Reason off = PerformanceStandard.problems(List.of(CSAT, SPEED.withWeight(new BigDecimal("0.39"))))
                .get(0);
        assertEquals("WEIGHTS_NOT_ONE about role:associate: sum = 0.99 weight", off.toString());
        assertThrows(IllegalArgumentException.class, () -> CSAT.withWeight(BigDecimal.ZERO));
        assertThrows(IllegalArgumentException.class, () -> CSAT.withWeight(BigDecimal.TEN));
    }

    @Test
    @Tag("S2-16")
    void aTeamIsWatchedByItsOwnLimits() {
        PerformanceStandard team = CSAT.withAppliesTo(Subject.team(HARBOUR.id()));
        XmrChart steady = XmrChart.of(List.of(0.84, 0.86, 0.85, 0.84, 0.86, 0.85));
        assertEquals(List.of(), steady.outside());
        XmrChart fallen = XmrChart.of(List.of(0.84, 0.86, 0.85, 0.84, 0.86, 0.85, 0.85, 0.84, 0.86, 0.6));
        assertEquals(List.of(9), fallen.outside());
        assertEquals(
                Optional.of(Level.BELOW),
                team.rate(estimate("0.6", "0.5", "0.7", 90)).level());
    }

    @Test
    @Tag("S0-29")
    void anExpectationHasAReasonAndIsUnderstood() {
        Expectation expectation = Expectation.builder()
                .id("x1")
                .of(Subject.person(ANA))
                .statement("Answers within the hour.")
                .reason("Customers leave the page after an hour.")
                .documentedAt(FEBRUARY)
                .build();
        Expectation later = expectation.withId("x2").withAcknowledgedAt(FEBRUARY.plusSeconds(60));
        assertEquals(
                List.of("x1"),
                Expectation.unacknowledged(List.of(later, expectation), APRIL).stream()
                        .map(Reason::where)
                        .toList());
        assertEquals(
                2,
                Expectation.unacknowledged(List.of(later, expectation), FEBRUARY)
                        .size());
        assertEquals(List.of(), Expectation.unacknowledged(List.of(expectation), FEBRUARY.minusSeconds(1)));
        assertThrows(IllegalArgumentException.class, () -> expectation.withReason(" "));
        assertThrows(IllegalArgumentException.class, () -> expectation.withStatement(""));
        assertThrows(IllegalArgumentException.class, () -> expectation.withAcknowledgedAt(FEBRUARY.minusSeconds(1)));
    }

    @Test
    @Tag("S0-25")
    void theWayOfFeedbackFollowsTheLines() {
        assertEquals(Feedback.Direction.DOWNWARD, feedback(MARA, ANA).direction(HARBOUR));
        assertEquals(Feedback.Direction.UPWARD, feedback(ANA, MARA).direction(HARBOUR));
        assertEquals(Feedback.Direction.PEER, feedback(ANA, BEN).direction(HARBOUR));
        assertEquals(Feedback.Direction.ACROSS, feedback(ANA, AgentId.of("zoe")).direction(HARBOUR));
        assertEquals(
                Feedback.Direction.ACROSS,
                feedback(AgentId.of("zoe"), AgentId.of("yan")).direction(HARBOUR));
        Evidence evidence = new Feedback(
                        "f",
                        ANA,
                        BEN,
                        FEBRUARY,
                        Tone.POSITIVE,
                        "listens",
                        Optional.of("b"),
                        Optional.of(TicketId.of("t")))
                .toEvidence(HARBOUR);
        assertEquals(Optional.of("PEER"), evidence.text("direction"));
        assertEquals(Optional.of("b"), evidence.answers());
        assertEquals(Optional.of("t"), evidence.text("work"));
        assertFalse(feedback(ANA, BEN).toString().contains("ana"));
        assertThrows(IllegalArgumentException.class, () -> feedback(ANA, ANA));
        assertThrows(IllegalArgumentException.class, () -> Feedback.of("f", ANA, BEN, FEBRUARY, Tone.POSITIVE, " "));
    }

    @Test
    void feedbackComesAfterWhatItAnswers() {
        Evidence later = Evidence.of("b", "behaviour.observed", FEBRUARY.plusSeconds(1), Subject.person(BEN));
        Feedback early = feedback(MARA, BEN).withAnswers("b");
        assertEquals(
                "GIVEN_BEFORE_OBSERVED",
                early.problems(EvidenceLog.of(later)).get(0).code());
        assertEquals(
                "BEHAVIOUR_UNKNOWN", early.problems(EvidenceLog.empty()).get(0).code());
        Evidence before = Evidence.of("b", "behaviour.observed", FEBRUARY, Subject.person(BEN));
        assertEquals(List.of(), early.problems(EvidenceLog.of(before)));
        assertEquals(List.of(), feedback(MARA, BEN).problems(EvidenceLog.empty()));
    }

    @Test
    @Tag("S0-21")
    void aReviewSaysWhatToKeepAndWhatToChange() {
        PerformanceReview review = review(Level.GOOD);
        assertThrows(
                IllegalArgumentException.class,
                () -> review.withItems(review.items().get(0)));
        assertThrows(
                IllegalArgumentException.class,
                () -> review.withItems(review.items().get(1)));
        assertThrows(IllegalArgumentException.class, () -> new Item(Ask.KEEP, "listens", "Good.", List.of()));
        EvidenceLog log = EvidenceLog.of(
                Evidence.of("seen-1", "behaviour.observed", FEBRUARY, Subject.person(ANA)),
                Evidence.of("seen-2", "behaviour.observed", APRIL, Subject.person(ANA)));
        assertEquals(
                List.of("EVIDENCE_AFTER_PERIOD about evidence:seen-2 by interrupts"),
                review.problems(log).stream().map(Reason::toString).toList());
        assertEquals(2, review.problems(EvidenceLog.empty()).size());
        assertFalse(review.items().get(0).toString().contains("calm"));
    }

    @Test
    @Tag("S0-24")
    void nothingInAReviewIsHeardForTheFirstTime() {
        Evidence corrective = Feedback.of("f1", MARA, ANA, FEBRUARY, Tone.CORRECTIVE, "interrupts")
                .toEvidence(HARBOUR);
        Evidence praise = Feedback.of("f2", MARA, ANA, FEBRUARY, Tone.POSITIVE, "interrupts")
                .toEvidence(HARBOUR);
        Evidence tooLate = Feedback.of("f3", MARA, ANA, APRIL, Tone.CORRECTIVE, "interrupts")
                .toEvidence(HARBOUR);
        assertEquals(List.of(), review(Level.BELOW).surprises(EvidenceLog.of(corrective)));
        assertEquals(
                List.of("UNANNOUNCED", "RATING_BELOW_SIGNALS"),
                review(Level.BELOW).surprises(EvidenceLog.of(praise, tooLate)).stream()
                        .map(Reason::code)
                        .toList());
        assertEquals(
                List.of("UNANNOUNCED"),
                review(Level.GOOD).surprises(EvidenceLog.empty()).stream()
                        .map(Reason::code)
                        .toList());
    }

    @Test
    @Tag("S0-05")
    void whoStandsReadyForACriticalRole() {
        LocalDate today = LocalDate.of(2026, 3, 1);
        SuccessionPlan plan = SuccessionPlan.builder()
                .addCriticalRoles(JobRole.LEAD.id(), JobRole.ENGINEER.id())
                .addCandidates(
                        new Candidate(BEN, JobRole.LEAD.id(), Optional.empty()),
                        new Candidate(ANA, JobRole.LEAD.id(), Optional.of(today.plusDays(1))))
                .build();
        assertEquals(new Bench(List.of(), List.of(ANA, BEN)), plan.bench(JobRole.LEAD.id(), today));
        assertEquals(new Bench(List.of(ANA), List.of(BEN)), plan.bench(JobRole.LEAD.id(), today.plusDays(1)));
        assertEquals(
                List.of("SINGLE_POINT_OF_FAILURE about role:lead"),
                plan.singlePointsOfFailure(HARBOUR, today).stream()
                        .map(Reason::toString)
                        .toList());
        assertEquals(List.of(), plan.singlePointsOfFailure(HARBOUR, today.plusDays(1)));
        assertEquals(List.of(JobRole.ENGINEER.id()), plan.uncovered());
        assertThrows(
                IllegalArgumentException.class,
                () -> plan.withCandidates(
                        plan.candidates().get(0), plan.candidates().get(0)));
    }

    @Test
    @Tag("S4-11")
    @Tag("S4-12")
    void leadersOfTomorrowSeeAllOfLeading() {
        SuccessionPlan plan =
                SuccessionPlan.builder().addCriticalRoles(JobRole.LEAD.id()).build();
        EvidenceLog log = EvidenceLog.of(
                exposure("x1", "CHANGE", "PT2H30M"),
                exposure("x2", "CHANGE", "PT1H"),
                exposure("x3", "PLANNING", "PT4H"),
                Evidence.of("n1", "successor.named", FEBRUARY, Subject.person(ANA))
                        .withDetail("role", "lead"),
                Evidence.of("n2", "successor.named", FEBRUARY, Subject.person(BEN))
                        .withDetail("role", "lead"),
                Evidence.of("a1", "person.advanced", FEBRUARY.plusSeconds(9), Subject.person(ANA))
                        .withDetail("to", "lead")
                        .withDetail("leadsOwnTeam", true));
        assertEquals(
                Map.of("CHANGE", Duration.ofMinutes(210), "PLANNING", Duration.ofHours(4)), plan.exposure(ANA, log));
        assertEquals(List.of("TRAIN_NEW", "DAILY_DEMANDS"), plan.notYetMet(ANA, log));
        assertEquals(SuccessionPlan.SIDES_OF_LEADING, plan.notYetMet(BEN, log));
        assertEquals(Ratio.of(1, 2), plan.arrivals(QUARTER, log));
        assertEquals(Ratio.of(0, 0), plan.arrivals(QUARTER.previous(), log));
        assertEquals(List.of(ANA), plan.leadersOfOwnTeams(log));
        assertEquals(List.of(), plan.leadersOfOwnTeams(EvidenceLog.empty()));
    }

    @Test
    @Tag("S4-12")
    void whoWasNamedAfterwardsDidNotArrive() {
        SuccessionPlan plan =
                SuccessionPlan.builder().addCriticalRoles(JobRole.LEAD.id()).build();
        for (long after : new long[] {-1, 0, 1}) {
            EvidenceLog log = EvidenceLog.of(
                    Evidence.of("n", "successor.named", FEBRUARY.plusSeconds(after), Subject.person(ANA))
                            .withDetail("role", "lead"),
                    Evidence.of("m", "successor.named", FEBRUARY.plusSeconds(60), Subject.person(ANA))
                            .withDetail("role", "lead"),
                    Evidence.of("a", "person.advanced", FEBRUARY, Subject.person(ANA))
                            .withDetail("to", "lead"));
            assertEquals(Ratio.of(after > 0 ? 0 : 1, 1), plan.arrivals(QUARTER, log));
        }
    }

    private static Evidence exposure(String id, String area, String hours) {
        return Evidence.of(id, "exposure.given", FEBRUARY, Subject.person(ANA))
                .withDetail("area", area)
                .withDetail("hours", new Detail.Span(Duration.parse(hours)));
    }

    private static PerformanceReview review(Level rating) {
        return PerformanceReview.builder()
                .person(ANA)
                .period(QUARTER)
                .addItems(
                        new Item(Ask.KEEP, "listens", "Stays calm.", List.of("seen-1")),
                        new Item(Ask.CHANGE, "interrupts", "Lets customers end.", List.of("seen-2")))
                .rating(rating)
                .discussedAt(APRIL)
                .build();
    }

    private static Feedback feedback(AgentId from, AgentId to) {
        return Feedback.of("f", from, to, FEBRUARY, Tone.CORRECTIVE, "interrupts");
    }

    private static Detail.Estimate estimate(String value, String low, String high, long sample) {
        return new Detail.Estimate(new BigDecimal(value), new BigDecimal(low), new BigDecimal(high), sample, "share");
    }
}

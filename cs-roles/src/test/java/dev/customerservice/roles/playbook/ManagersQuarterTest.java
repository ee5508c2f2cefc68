package dev.customerservice.roles.playbook;

import static dev.customerservice.roles.playbook.Standard.ANA;
import static dev.customerservice.roles.playbook.Standard.BEN;
import static dev.customerservice.roles.playbook.Standard.BERLIN;
import static dev.customerservice.roles.playbook.Standard.CHI;
import static dev.customerservice.roles.playbook.Standard.DEE;
import static dev.customerservice.roles.playbook.Standard.PLAYBOOK;
import static dev.customerservice.roles.playbook.Standard.TEAM_OF_MARA;
import static dev.customerservice.roles.playbook.Standard.local;
import static dev.customerservice.roles.playbook.Standard.noon;
import static dev.customerservice.roles.playbook.StandardPlaybook.FEEDBACK_WITHIN_THREE_DAYS;
import static dev.customerservice.roles.playbook.StandardPlaybook.ONE_TO_ONE;
import static dev.customerservice.roles.playbook.StandardPlaybook.PERFORMANCE_DISCUSSION;
import static dev.customerservice.roles.playbook.StandardPlaybook.PERFORMANCE_DISCUSSION_EACH_QUARTER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.statistics.ConfidenceInterval;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.practice.Practice;
import dev.customerservice.roles.practice.PracticeReading;
import dev.customerservice.roles.practice.PracticeReading.State;
import dev.customerservice.roles.practice.PracticeReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A manager's first quarter of 2026: who was talked with, who was given feedback, and when. */
class ManagersQuarterTest {

    private static final Period QUARTER = Period.quarter(2026, 1, BERLIN);
    private static final Instant APRIL_1ST = noon("2026-04-01");

    @Test
    @Tag("S0-23")
    void discussionsByTheRollingReading() {
        PracticeReport report = read(PERFORMANCE_DISCUSSION, discussions());
        assertEquals("2026-05-27 NOT_YET_DUE", only(report, ANA));
        assertEquals("2026-03-15 OVERDUE", only(report, BEN));
        assertEquals(17, report.of(BEN).get(0).daysPastDue());
        assertEquals("2026-05-02 NOT_YET_DUE", only(report, DEE));
        assertEquals("2026-04-30 NOT_APPLICABLE", only(report, CHI));
        Ratio onTime = report.onTime(QUARTER).orElseThrow();
        assertEquals(Ratio.of(2, 3), onTime);
        interval(0.208, 0.939, onTime);
        assertEquals(List.of(BEN), report.overduePeople());
    }

    @Test
    @Tag("S0-23")
    void discussionsByTheCalendarReading() {
        PracticeReport report = read(PERFORMANCE_DISCUSSION_EACH_QUARTER, discussions());
        Ratio held = report.onTime(QUARTER).orElseThrow();
        assertEquals(Ratio.of(2, 4), held);
        interval(0.150, 0.850, held);
        assertEquals(List.of(BEN, DEE), report.overduePeople());
    }

    @Test
    @Tag("S0-04")
    void oneToOnes() {
        Practice talk = PLAYBOOK.practice(ONE_TO_ONE);
        PracticeReport report = read(
                ONE_TO_ONE,
                EvidenceLog.of(
                        talk.done("t1", noon("2026-03-05"), ANA),
                        talk.done("t2", noon("2026-03-17"), BEN),
                        talk.done("t3", noon("2026-03-10"), CHI),
                        talk.done("t4", noon("2026-03-26"), DEE)));
        assertEquals("2026-03-19 OVERDUE", only(report, ANA));
        assertEquals(13, report.of(ANA).get(0).daysPastDue());
        assertEquals("2026-03-31 DUE_IN_GRACE", only(report, BEN));
        assertEquals(1, report.of(BEN).get(0).daysPastDue());
        assertEquals("2026-04-09 NOT_YET_DUE", only(report, DEE));
        assertEquals(State.NOT_APPLICABLE, report.of(CHI).get(0).state());
        assertEquals(List.of(ANA), report.overduePeople());
        assertEquals(Ratio.of(2, 3), report.coverage().orElseThrow());
    }

    @Test
    @Tag("S0-22")
    void feedbackOnTwelveBehaviours() {
        EvidenceLog log = EvidenceLog.empty();
        for (int i = 1; i <= 12; i++) {
            Instant seen = local("2026-02-%02dT10:00".formatted(i));
            log = log.plus(Evidence.of("b" + i, "behaviour.observed", seen, Subject.person(ANA))
                    .withBasis(Evidence.Basis.TESTIMONY));
            if (i <= 11) {
                Instant given = seen.plus(i <= 10 ? Duration.ofDays(2) : Duration.ofDays(4));
                log = log.plus(Evidence.of("f" + i, "feedback.given", given, Subject.person(ANA))
                        .withAnswers("b" + i));
            }
        }
        PracticeReport report = read(FEEDBACK_WITHIN_THREE_DAYS, log);
        Ratio onTime = report.onTime(QUARTER).orElseThrow();
        assertEquals(Ratio.of(10, 12), onTime);
        interval(0.552, 0.953, onTime);
        assertEquals(1, report.overdue().size());
        assertEquals(
                1,
                report.readings().stream()
                        .filter(reading -> reading.state() == State.DONE_LATE)
                        .count());
    }

    private static EvidenceLog discussions() {
        return EvidenceLog.of(
                discussed(ANA, "2025-11-30"),
                discussed(ANA, "2026-02-27"),
                discussed(CHI, "2025-10-31"),
                discussed(CHI, "2026-01-30"),
                discussed(BEN, "2025-12-15"));
    }

    private static Evidence discussed(AgentId person, String date) {
        return PLAYBOOK.practice(PERFORMANCE_DISCUSSION).done(person.value() + date, noon(date), person);
    }

    private static PracticeReport read(String practice, EvidenceLog log) {
        return PLAYBOOK.practice(practice).read(log, TEAM_OF_MARA, APRIL_1ST, BERLIN);
    }

    private static String only(PracticeReport report, AgentId person) {
        PracticeReading reading = report.of(person).get(0);
        return reading.due().orElseThrow().date() + " " + reading.state();
    }

    private static void interval(double low, double high, Ratio share) {
        ConfidenceInterval found = share.interval().orElseThrow();
        assertEquals(low, found.low(), 0.0005);
        assertEquals(high, found.high(), 0.0005);
    }
}

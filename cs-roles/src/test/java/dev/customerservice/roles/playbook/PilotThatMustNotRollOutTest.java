package dev.customerservice.roles.playbook;

import static dev.customerservice.roles.playbook.Standard.BERLIN;
import static dev.customerservice.roles.playbook.Standard.PLAYBOOK;
import static dev.customerservice.roles.playbook.Standard.codes;
import static dev.customerservice.roles.playbook.Standard.texts;
import static dev.customerservice.roles.playbook.StandardPlaybook.TECHNOLOGY_PILOT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.metrics.statistics.Change;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.metrics.statistics.Shares;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.procedure.ProcedureReading;
import dev.customerservice.roles.procedure.ProcedureReading.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A chatbot pilot: success is shown, but customers are less satisfied, and that is certain. */
@Tag("S2-21")
class PilotThatMustNotRollOutTest {

    private static final Subject BOT = Subject.of("tool", "chatbot");
    private static final Instant START = Instant.parse("2026-02-02T08:00:00Z");
    private static final Ratio BASELINE = Ratio.of(1710, 1900);

    private static final EvidenceLog BEGUN = EvidenceLog.of(
            happened("p0", "pilot.proposed", 0),
            happened("n0", "customer-need.linked", 0),
            happened("c1", "pilot.criterion", 0).withDetail("role", "SUCCESS"),
            happened("c2", "pilot.criterion", 0).withDetail("role", "GUARDRAIL"),
            happened("s0", "pilot.started", 0));
    private static final EvidenceLog DAY_14 = BEGUN.plus(resolved(14, 96, 300, 0.270, 0.375));
    private static final EvidenceLog DAY_21 =
            DAY_14.plus(resolved(21, 138, 400, 0.3001, 0.3929), satisfied(21, 176, 204, -0.0373, -0.0927, 0.0058));
    private static final EvidenceLog DAY_35 = DAY_21.plus(
            happened("a", "agent-impact.assessed", 30),
            happened("early", "approval.granted", 30),
            resolved(35, 300, 800, 0.342, 0.409),
            satisfied(35, 504, 600, -0.06, -0.0939, -0.0293));

    @Test
    void onDay14ThePointAloneWouldPass() {
        ProcedureReading reading = read(DAY_14, 14);
        assertEquals(List.of("CRITERIA", "PILOTING"), reading.passed());
        assertEquals(List.of("INCONCLUSIVE"), codes(reading.refusal("SUCCESS")));
        assertTrue(reading.gate("SUCCESS").finding().isUnknown());
        assertEquals(List.of("EVIDENCE_MISSING"), codes(reading.refusal("GUARDRAIL")));
        assertEquals(
                List.of(
                        "PREDECESSOR_OPEN about tool:chatbot by ROLL_OUT: gate = AGENTS_HEARD",
                        "PREDECESSOR_OPEN about tool:chatbot by ROLL_OUT: gate = GUARDRAIL",
                        "PREDECESSOR_OPEN about tool:chatbot by ROLL_OUT: gate = SUCCESS"),
                texts(reading.refusal("ROLL_OUT")).stream().sorted().toList());
        assertEquals(Optional.empty(), reading.outcome());
    }

    @Test
    void onDay21ThePilotGoesOn() {
        ProcedureReading reading = read(DAY_21, 21);
        assertTrue(reading.isPassed("SUCCESS"));
        assertEquals(List.of("INCONCLUSIVE"), codes(reading.refusal("GUARDRAIL")));
        assertEquals(Optional.empty(), reading.outcome());
    }

    @Test
    void onDay35ItMustNotRollOut() {
        ProcedureReading reading = read(DAY_35, 35);
        assertEquals(Optional.of(new Outcome("NO_GO", "GUARDRAIL", day(35))), reading.outcome());
        assertTrue(reading.isPassed("SUCCESS"));
        assertTrue(reading.isPassed("AGENTS_HEARD"));
        assertFalse(reading.isPassed("ROLL_OUT"));
        assertEquals(List.of("NOT_SATISFIED"), codes(reading.refusal("GUARDRAIL")));
        Reason looks = reading.notes().stream()
                .filter(note -> note.where().equals("SUCCESS"))
                .findFirst()
                .orElseThrow();
        assertEquals("REPEATED_LOOKS about tool:chatbot by SUCCESS: looks = 3 looks", looks.toString());
        assertEquals(Reason.Severity.ADVICE, looks.severity());
    }

    @Test
    void betterFiguresAfterwardsNeedANewCase() {
        EvidenceLog later = DAY_35.plus(compared(60, estimate(930, 1000))).plus(happened("s9", "approval.granted", 61));
        ProcedureReading closed = read(later, 62);
        assertEquals("NO_GO", closed.outcome().orElseThrow().name());
        assertEquals(List.of("CASE_CLOSED"), codes(closed.refusal("ROLL_OUT")));
        ProcedureReading again = read(later.plus(happened("p1", "pilot.proposed", 70)), 70);
        assertEquals(List.of(), again.passed());
        assertEquals("p1", again.opening().id());
    }

    @Test
    void aSignatureCountsWhenItsGateIsOpen() {
        EvidenceLog good = DAY_21.plus(
                happened("a", "agent-impact.assessed", 30),
                happened("early", "approval.granted", 30),
                compared(35, estimate(930, 1000)));
        ProcedureReading waiting = read(good, 36);
        assertEquals(List.of("ROLL_OUT"), waiting.open());
        assertEquals(List.of("EVIDENCE_MISSING"), codes(waiting.refusal("ROLL_OUT")));
        ProcedureReading out = read(good.plus(happened("signed", "approval.granted", 37)), 37);
        assertEquals("ROLLED_OUT", out.outcome().orElseThrow().name());
    }

    private static ProcedureReading read(EvidenceLog log, int day) {
        return PLAYBOOK.procedure(TECHNOLOGY_PILOT)
                .read(log, BOT, day(day), BERLIN)
                .orElseThrow();
    }

    private static Evidence resolved(int day, long confirmed, long sessions, double low, double high) {
        Detail.Estimate estimate =
                Detail.Estimate.of(Ratio.of(confirmed, sessions)).orElseThrow();
        check(estimate, (double) confirmed / sessions, low, high);
        return happened("r" + day, "kpi.measured", day)
                .withDetail("kpi", "self_service.confirmed")
                .withDetail("estimate", estimate);
    }

    private static Evidence satisfied(int day, long satisfied, long answers, double value, double low, double high) {
        Detail.Estimate estimate = estimate(satisfied, answers);
        check(estimate, value, low, high);
        return compared(day, estimate);
    }

    private static Detail.Estimate estimate(long satisfied, long answers) {
        Change change =
                Shares.change(BASELINE, Ratio.of(satisfied, answers), 0.95).orElseThrow();
        return Detail.Estimate.of(change, answers, "share");
    }

    private static Evidence compared(int day, Detail.Estimate estimate) {
        return happened("c" + day, "kpi.compared", day)
                .withDetail("kpi", "csat")
                .withDetail("difference", estimate);
    }

    private static void check(Detail.Estimate estimate, double value, double low, double high) {
        assertEquals(value, estimate.value().doubleValue(), 0.00005);
        assertEquals(low, estimate.low().doubleValue(), 0.0005);
        assertEquals(high, estimate.high().doubleValue(), 0.0005);
    }

    private static Evidence happened(String id, String kind, int day) {
        return Evidence.of(id, kind, day(day), BOT);
    }

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }
}

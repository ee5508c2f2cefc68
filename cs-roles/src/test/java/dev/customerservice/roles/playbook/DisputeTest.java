package dev.customerservice.roles.playbook;

import static dev.customerservice.roles.playbook.Standard.BERLIN;
import static dev.customerservice.roles.playbook.Standard.CASE;
import static dev.customerservice.roles.playbook.Standard.PLAYBOOK;
import static dev.customerservice.roles.playbook.Standard.codes;
import static dev.customerservice.roles.playbook.Standard.local;
import static dev.customerservice.roles.playbook.Standard.texts;
import static dev.customerservice.roles.playbook.StandardPlaybook.DISPUTE;
import static dev.customerservice.roles.playbook.StandardPlaybook.DISPUTE_BILLING;
import static dev.customerservice.roles.playbook.StandardPlaybook.DISPUTE_CONDUCT;
import static dev.customerservice.roles.playbook.StandardPlaybook.DISPUTE_DELIVERY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.procedure.Gate;
import dev.customerservice.roles.procedure.ProcedureReading;
import dev.customerservice.roles.procedure.ProcedureReading.Outcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A dispute is heard, acknowledged and answered with options before anybody decides; authority comes before agreement. */
class DisputeTest {

    private static final EvidenceLog OPENED = EvidenceLog.of(
            at("opened", "dispute.opened", "08:30"),
            at("early1", "option.offered", "08:40"),
            at("early2", "option.offered", "08:45"),
            at("heard", "dispute.heard", "09:00").withBasis(Evidence.Basis.TESTIMONY),
            at("acknowledged", "dispute.acknowledged", "09:10").withBasis(Evidence.Basis.TESTIMONY));
    private static final EvidenceLog OFFERED =
            OPENED.plus(at("o1", "option.offered", "09:20"), at("o2", "option.offered", "09:30"));
    private static final EvidenceLog ASKED =
            OFFERED.plus(at("decided", "authority.decided", "10:00").withDetail("verdict", "NEEDS_APPROVAL"));

    @Test
    @Tag("S2-13")
    void optionsOfferedTooEarlyDoNotCount() {
        ProcedureReading reading = read(OPENED, "09:15");
        assertEquals(List.of("LISTENED", "ACKNOWLEDGED"), reading.passed());
        assertEquals(
                "EVIDENCE_MISSING by option.offered: by = associate, found = 0 evidence, gate = OPTIONS, needed = 2 evidence",
                reading.refusal("OPTIONS").get(0).toString());
        ProcedureReading before = read(OPENED, "08:50");
        assertEquals(List.of("PREDECESSOR_OPEN"), codes(before.refusal("OPTIONS")));
        assertTrue(read(OFFERED, "09:30").isPassed("OPTIONS"));
    }

    @Test
    @Tag("S2-13")
    @Tag("S2-36")
    void whoHasNoAuthorityIsToldWhomToAsk() {
        ProcedureReading reading = read(ASKED, "10:05");
        assertEquals(List.of("AUTHORITY"), reading.open());
        assertTrue(reading.gate("AUTHORITY").finding().isUnknown(), "an approval may still come");
        assertEquals(
                List.of(
                        "NOT_SATISFIED by authority.decided: IS = ALLOWED, ask = lead, by = associate, gate = AUTHORITY",
                        "EVIDENCE_MISSING by approval.granted: ask = lead, by = associate, found = 0 evidence, "
                                + "gate = AUTHORITY, needed = 1 evidence"),
                texts(reading.refusal("AUTHORITY")));
    }

    @Test
    @Tag("S2-13")
    void anAgreementEndsIt() {
        EvidenceLog allowed =
                ASKED.plus(at("again", "authority.decided", "14:00").withDetail("verdict", "ALLOWED"));
        EvidenceLog agreed = allowed.plus(at("yes", "dispute.answered", "14:10").withDetail("accepted", true));
        assertEquals(
                Optional.of(new Outcome("AGREED", "AGREEMENT", local("2026-03-23T14:10"))),
                read(agreed, "15:00").outcome());
        EvidenceLog refused = allowed.plus(at("no", "dispute.answered", "14:10").withDetail("accepted", false));
        assertEquals("ESCALATED", read(refused, "15:00").outcome().orElseThrow().name());
        assertEquals(List.of("AGREEMENT"), read(allowed, "15:00").open());
    }

    @Test
    @Tag("S2-35")
    void fourHoursToListen() {
        EvidenceLog silent = EvidenceLog.of(at("opened", "dispute.opened", "08:30"));
        assertEquals(List.of(), read(silent, "12:30").overdue());
        assertEquals(List.of("LISTENED"), read(silent, "12:31").overdue());
    }

    @Test
    @Tag("S2-15")
    void eachTypeHasGatesOfItsOwn() {
        assertEquals(List.of("LISTENED", "ACKNOWLEDGED", "OPTIONS", "AUTHORITY", "AGREEMENT"), gates(DISPUTE));
        assertEquals(
                List.of("LISTENED", "ACKNOWLEDGED", "CHECKED", "OPTIONS", "AUTHORITY", "AGREEMENT"),
                gates(DISPUTE_BILLING));
        assertEquals(gates(DISPUTE_BILLING), gates(DISPUTE_DELIVERY));
        assertEquals("HEARD", gates(DISPUTE_CONDUCT).get(2));
        assertEquals(
                "P2D",
                PLAYBOOK.procedure(DISPUTE_DELIVERY)
                        .gate("CHECKED")
                        .within()
                        .orElseThrow()
                        .toString());
    }

    private static List<String> gates(String procedure) {
        return PLAYBOOK.procedure(procedure).gates().stream().map(Gate::id).toList();
    }

    private static Evidence at(String id, String kind, String time) {
        return Evidence.of(id, kind, local("2026-03-23T" + time), CASE);
    }

    private static ProcedureReading read(EvidenceLog log, String time) {
        return PLAYBOOK.procedure(DISPUTE)
                .read(log, CASE, local("2026-03-23T" + time), BERLIN)
                .orElseThrow();
    }
}

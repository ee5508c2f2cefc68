package dev.customerservice.roles.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.json.JsonFormat2;
import dev.customerservice.domain.money.Money;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.roles.authority.AuthorityDecision;
import dev.customerservice.roles.authority.AuthorityLimit;
import dev.customerservice.roles.authority.AuthorityPolicy;
import dev.customerservice.roles.authority.AuthorityRequest;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.json.PlaybookReader;
import dev.customerservice.roles.performance.Feedback;
import dev.customerservice.roles.playbook.Playbook;
import dev.customerservice.roles.procedure.ProcedureReading;
import dev.customerservice.roles.role.JobRole;
import dev.customerservice.roles.role.Team;
import dev.customerservice.roles.role.TeamMember;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What authority, performance and plan write into the log is what the standard playbook reads. */
class PlanTemplateTest {

    private static final Playbook STANDARD =
            PlaybookReader.of(JsonFormat2.standard()).standard();
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant OPENED = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-20T08:00:00Z");
    private static final AgentId ANA = AgentId.of("ana");
    private static final AgentId MARA = AgentId.of("mara");
    private static final Subject PLAN = Subject.of("plan", "plan-2026");
    private static final EvidenceLog HEARD = EvidenceLog.of(
            Evidence.of("o", "plan.opened", OPENED, PLAN),
            input("sales"),
            input("product"),
            input("finance"),
            Evidence.of("c", "customer-voice.heard", OPENED, PLAN),
            Evidence.of("t", "team-voice.heard", OPENED, PLAN));

    @Test
    @Tag("S0-42")
    @Tag("S0-44")
    void aWrittenPlanPassesEightOfNineGates() {
        ProcedureReading reading = read(ServicePlanTest.WHOLE);
        assertEquals(
                List.of(
                        "VISION_POLICY",
                        "GOALS",
                        "JOURNEY_AND_DESIGN_MAPS",
                        "ASSESS",
                        "ACTION_PLAN",
                        "KPIS",
                        "SKILLS",
                        "TOOLKIT"),
                reading.passed());
        assertEquals(List.of("EVOLVE"), reading.open());
    }

    @Test
    @Tag("S0-42")
    void measuresAreNotChosenBeforeGoals() {
        ProcedureReading reading = read(ServicePlanTest.WHOLE.withGoals());
        assertTrue(reading.passed().contains("VISION_POLICY"));
        assertEquals("PREDECESSOR_OPEN", reading.refusal("KPIS").get(0).code());
    }

    @Test
    void theLogSpeaksTheWordsOfThePlaybook() {
        Team team = Team.of(
                TeamId.of("harbour"),
                TeamMember.of(MARA, JobRole.LEAD),
                TeamMember.of(ANA, JobRole.ASSOCIATE).withManager(MARA));
        AuthorityPolicy policy =
                AuthorityPolicy.of(team, List.of(AuthorityLimit.permission(Subject.person(MARA), "refund")));
        AuthorityRequest request = AuthorityRequest.of("r1", MARA, "refund", Money.of("80", "EUR"), OPENED)
                .withOn(Subject.of("case", "c1"));
        AuthorityDecision used = policy.decide(request, EvidenceLog.empty());
        AuthorityDecision approved =
                policy.approve(request.withBy(Subject.person(ANA)), MARA, LATER, EvidenceLog.empty());
        Evidence feedback = new Feedback(
                        "f",
                        MARA,
                        ANA,
                        LATER,
                        Feedback.Tone.POSITIVE,
                        "listens",
                        Optional.empty(),
                        Optional.of(TicketId.of("t1")))
                .toEvidence(team);
        EvidenceLog log = HEARD.plus(used.toEvidence())
                .plus(approved.toEvidence())
                .plus(feedback)
                .plus(ServicePlanTest.WHOLE.evidence(LATER, BERLIN));
        assertEquals(
                List.of(),
                log.problems(STANDARD.kinds()).stream().map(Reason::toString).toList());
    }

    private static ProcedureReading read(ServicePlan plan) {
        EvidenceLog log = HEARD.plus(plan.evidence(LATER, BERLIN));
        return STANDARD.procedure(plan.template())
                .read(log, PLAN, LATER, BERLIN)
                .orElseThrow();
    }

    private static Evidence input(String department) {
        return Evidence.of("i-" + department, "input.given", OPENED, PLAN).withDetail("department", department);
    }
}

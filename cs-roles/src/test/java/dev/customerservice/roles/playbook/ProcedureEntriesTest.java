package dev.customerservice.roles.playbook;

import static dev.customerservice.roles.playbook.Standard.ANA;
import static dev.customerservice.roles.playbook.Standard.BEN;
import static dev.customerservice.roles.playbook.Standard.CASE;
import static dev.customerservice.roles.playbook.Standard.HARBOUR;
import static dev.customerservice.roles.playbook.Standard.MARA;
import static dev.customerservice.roles.playbook.Standard.TEAM;
import static dev.customerservice.roles.playbook.Standard.codes;
import static dev.customerservice.roles.playbook.Standard.happened;
import static dev.customerservice.roles.playbook.Standard.hour;
import static dev.customerservice.roles.playbook.Standard.read;
import static dev.customerservice.roles.playbook.Standard.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.procedure.Procedure;
import dev.customerservice.roles.procedure.ProcedureReading;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each standard procedure keeps the order that its source asks for. */
class ProcedureEntriesTest {

    private static final Subject PERSON = Subject.person(ANA);
    private static final Subject PLAN = Subject.of("plan", "2026");

    @Test
    @Tag("S0-10")
    void aChangeIsToldWithAllItsParts() {
        EvidenceLog log = EvidenceLog.of(happened("change.announced", 0, CASE, TEAM));
        for (String part : List.of("REASON", "APPROACH", "MILESTONE_REWARD", "QUESTION_CHANNEL")) {
            log = log.plus(part("change.part", part, CASE));
        }
        ProcedureReading early =
                read(StandardPlaybook.CHANGE_COMMUNICATION, log.plus(happened("change.released", 2, CASE)), CASE, 3);
        assertEquals(
                List.of(
                        "NOT_COVERED by change.part: by = lead, gate = PREPARED, missing = PRECEDENT, PERSONAL_BENEFIT"),
                texts(early.refusal("PREPARED")));
        assertEquals(List.of("PREDECESSOR_OPEN"), codes(early.refusal("RELEASE")));

        EvidenceLog told = log.plus(
                part("change.part", "PRECEDENT", CASE),
                part("change.part", "PERSONAL_BENEFIT", CASE),
                happened("change.released", 4, CASE),
                happened("change.struggling", 5, CASE, PERSON).withBasis(Evidence.Basis.TESTIMONY),
                happened("change.settled", 6, CASE));
        ProcedureReading waiting = read(StandardPlaybook.CHANGE_COMMUNICATION, told, CASE, 7);
        assertEquals(
                List.of("AWAITING_ANSWER by change.struggling: by = lead, gate = FOLLOW_UP, "
                        + "open = change.struggling@5 about case:c1, person:ana"),
                texts(waiting.refusal("FOLLOW_UP")));
        EvidenceLog followed = told.plus(happened("change.followed-up", 8, CASE, PERSON));
        assertEquals(
                Procedure.DONE,
                read(StandardPlaybook.CHANGE_COMMUNICATION, followed, CASE, 8)
                        .outcome()
                        .orElseThrow()
                        .name());
    }

    @Test
    @Tag("S0-14")
    void leadersStandTogetherBeforeASensitiveChange() {
        EvidenceLog log = EvidenceLog.of(
                happened("change.announced", 0, CASE),
                asked("leader.asked", 1, MARA),
                asked("leader.asked", 1, BEN),
                asked("leader.acknowledged", 2, MARA));
        ProcedureReading one = read(StandardPlaybook.SENSITIVE_CHANGE, log, CASE, 3);
        assertEquals(List.of("AWAITING_ANSWER"), codes(one.refusal("LEADERS_UNITED")));
        EvidenceLog united = log.plus(asked("leader.acknowledged", 3, BEN), asked("question.raised", 3, BEN));
        ProcedureReading question = read(StandardPlaybook.SENSITIVE_CHANGE, united, CASE, 4);
        assertEquals(List.of("LEADERS_UNITED"), question.passed());
        EvidenceLog answered = united.plus(asked("question.answered", 4, BEN));
        assertEquals(
                List.of("RELEASE"),
                read(StandardPlaybook.SENSITIVE_CHANGE, answered, CASE, 5).open());
        EvidenceLog reopened = answered.plus(asked("question.raised", 6, MARA), happened("change.released", 7, CASE));
        ProcedureReading shut = read(StandardPlaybook.SENSITIVE_CHANGE, reopened, CASE, 8);
        assertEquals(
                List.of("STANDING_GATE_FAILS about case:c1 by RELEASE: gate = QUESTIONS_ANSWERED"),
                texts(shut.refusal("RELEASE")));
        assertTrue(read(StandardPlaybook.SENSITIVE_CHANGE, reopened.plus(asked("question.answered", 9, MARA)), CASE, 9)
                .isPassed("RELEASE"));
    }

    @Test
    @Tag("S0-26")
    void nobodyExpectsWhatPeopleAreNotComfortableWith() {
        EvidenceLog log = EvidenceLog.of(
                happened("practice.proposed", 0, CASE),
                happened("practice.taught", 1, CASE),
                happened("practice.expected", 2, CASE));
        ProcedureReading reading = read(StandardPlaybook.PRACTICE_ROLLOUT, log, CASE, 3);
        assertEquals(List.of("TAUGHT"), reading.passed());
        assertEquals(List.of("PREDECESSOR_OPEN"), codes(reading.refusal("EXPECTED")));
        assertEquals(List.of("TOO_FEW_DISTINCT"), codes(reading.refusal("COMFORTABLE")));
        EvidenceLog comfortable = log;
        for (AgentId person : List.of(ANA, BEN, MARA)) {
            comfortable =
                    comfortable.plus(asked("practice.comfortable", 4, person).withBasis(Evidence.Basis.TESTIMONY));
        }
        assertEquals(
                List.of("EXPECTED"),
                read(StandardPlaybook.PRACTICE_ROLLOUT, comfortable, CASE, 5).open());
    }

    @Test
    @Tag("S0-30")
    void accountabilityComesLast() {
        EvidenceLog log = EvidenceLog.of(
                happened("expectation.acknowledged", -100, CASE),
                happened("expectation.missed", 0, CASE, PERSON),
                happened("accountability.held", 1, CASE, PERSON));
        ProcedureReading reading = read(StandardPlaybook.EXPECTATION_GAP, log, CASE, 2);
        assertEquals(List.of(), reading.passed());
        assertEquals(
                "PREDECESSOR_OPEN about case:c1 by ACCOUNTABILITY: gate = RESOURCED",
                reading.refusal("ACCOUNTABILITY").get(0).toString());
        EvidenceLog clear = log.plus(happened("expectation.clear", 3, CASE), happened("resource.confirmed", 4, CASE));
        assertEquals(
                List.of("CLEAR", "ACKNOWLEDGED", "RESOURCED"),
                read(StandardPlaybook.EXPECTATION_GAP, clear, CASE, 5).passed(),
                "an acknowledgement from before counts");
    }

    @Test
    @Tag("S0-33")
    void figuresExemptNobody() {
        EvidenceLog log = EvidenceLog.of(
                happened("incident.reported", 0, CASE).withBasis(Evidence.Basis.TESTIMONY),
                happened("incident.examined", 1, CASE));
        ProcedureReading plain = read(StandardPlaybook.CONDUCT_INCIDENT, log, CASE, 2);
        EvidenceLog star = log.plus(happened("kpi.measured", 1, CASE).withDetail("kpi", "csat"));
        assertEquals(
                plain.gates(),
                read(StandardPlaybook.CONDUCT_INCIDENT, star, CASE, 2).gates());
        EvidenceLog exempted = log.plus(happened("incident.handled", 3, CASE).withDetail("reason", "PERFORMANCE"));
        assertEquals(
                List.of("EVIDENCE_PRESENT"),
                codes(read(StandardPlaybook.CONDUCT_INCIDENT, exempted, CASE, 4).refusal("HANDLED")));
        EvidenceLog acted = log.plus(happened("incident.handled", 3, CASE).withDetail("reason", "WARNING"));
        assertTrue(read(StandardPlaybook.CONDUCT_INCIDENT, acted, CASE, 4).isPassed("HANDLED"));
        assertEquals(
                List.of("HANDLED"),
                read(StandardPlaybook.CONDUCT_INCIDENT, log, CASE, 24 * 11).overdue());
    }

    @Test
    @Tag("S0-36")
    void anAbusiveContactIsHandedOverAtOnce() {
        EvidenceLog log =
                EvidenceLog.of(happened("contact.abusive", 0, CASE, PERSON).withBasis(Evidence.Basis.TESTIMONY));
        ProcedureReading open = read(StandardPlaybook.ABUSIVE_CONTACT, log, CASE, 0);
        assertEquals(hour(0).plusSeconds(900), open.gate("HANDED_OVER").dueAt().orElseThrow());
        assertTrue(texts(open.refusal("HANDED_OVER")).get(0).contains("ask = lead"));
        EvidenceLog over = log.plus(happened("contact.handed-over", 0, CASE, PERSON));
        assertEquals(
                List.of("PROTECTED"),
                read(StandardPlaybook.ABUSIVE_CONTACT, over, CASE, 0).open());
    }

    @Test
    @Tag("S0-38")
    void nobodyDecidesBeforeHearing() {
        EvidenceLog log = EvidenceLog.of(
                happened("conflict.opened", 0, CASE).withBasis(Evidence.Basis.TESTIMONY),
                happened("fact.established", 0, CASE),
                happened("conflict.decided", 1, CASE));
        ProcedureReading reading = read(StandardPlaybook.CONFLICT, log, CASE, 2);
        assertEquals(List.of("PREDECESSOR_OPEN"), codes(reading.refusal("DECISION")));
        EvidenceLog heard = log.plus(
                happened("statement.given", 3, CASE, PERSON).withBasis(Evidence.Basis.TESTIMONY),
                happened("conflict.decided", 4, CASE));
        assertEquals(
                List.of("HEARD", "ESTABLISHED", "DECISION"),
                read(StandardPlaybook.CONFLICT, heard, CASE, 5).passed());
    }

    @Test
    @Tag("S0-39")
    void aDecisionNeedsSomethingObjective() {
        EvidenceLog log = EvidenceLog.of(
                happened("conflict.opened", 0, CASE).withBasis(Evidence.Basis.TESTIMONY),
                happened("statement.given", 1, CASE).withBasis(Evidence.Basis.TESTIMONY),
                happened("fact.established", 1, CASE).withBasis(Evidence.Basis.TESTIMONY));
        assertEquals(
                List.of("EVIDENCE_MISSING"),
                codes(read(StandardPlaybook.CONFLICT, log, CASE, 2).refusal("ESTABLISHED")));
    }

    @Test
    @Tag("S0-42")
    void nineStepsInTheirOrder() {
        EvidenceLog log = EvidenceLog.of(happened("plan.opened", 0, PLAN), part("plan.part", "KPIS", PLAN));
        ProcedureReading empty = read(StandardPlaybook.SERVICE_PLAN_NINE_STEPS, log, PLAN, 1);
        assertEquals(9, empty.gates().size());
        assertEquals(List.of("PREDECESSOR_OPEN about plan:2026 by KPIS: gate = GOALS"), texts(empty.refusal("KPIS")));
        EvidenceLog four = visionAndInput(log, 3)
                .plus(
                        happened("goal.set", 2, PLAN),
                        part("plan.part", "JOURNEY", PLAN),
                        part("plan.part", "DESIGN", PLAN));
        ProcedureReading reading = read(StandardPlaybook.SERVICE_PLAN_NINE_STEPS, four, PLAN, 3);
        assertEquals(List.of("VISION_POLICY", "GOALS", "JOURNEY_AND_DESIGN_MAPS", "KPIS"), reading.passed());
        assertEquals(Ratio.of(4, 9), reading.progress());
        assertEquals(
                List.of("PREDECESSOR_OPEN about plan:2026 by ACTION_PLAN: gate = ASSESS"),
                texts(reading.refusal("ACTION_PLAN")));
    }

    @Test
    @Tag("S0-44")
    void severalDepartmentsGiveTheirInput() {
        EvidenceLog two = visionAndInput(EvidenceLog.of(happened("plan.opened", 0, PLAN)), 2);
        assertEquals(
                List.of("TOO_FEW_DISTINCT by input.given: by = head, gate = VISION_POLICY, needed = 3 department, "
                        + "seen = sales1, sales2"),
                texts(read(StandardPlaybook.SERVICE_PLAN_NINE_STEPS, two, PLAN, 9)
                        .refusal("VISION_POLICY")));
    }

    @Test
    @Tag("S0-57")
    void workBeginsWhenEveryTeamHasSigned() {
        Subject other = Subject.team(TeamId.of("dock"));
        EvidenceLog log = EvidenceLog.of(
                happened("plan.opened", 0, PLAN),
                Evidence.of("a1", "alignment.asked", hour(1), PLAN, Subject.team(HARBOUR)),
                Evidence.of("a2", "alignment.asked", hour(1), PLAN, other),
                Evidence.of("s1", "alignment.signed", hour(2), PLAN, Subject.team(HARBOUR)));
        assertEquals(
                List.of(
                        "AWAITING_ANSWER by alignment.asked: by = lead, gate = SIGNED, open = a2 about plan:2026, team:dock"),
                texts(read(StandardPlaybook.ACTION_PLAN_START, log, PLAN, 3).refusal("SIGNED")));
        EvidenceLog signed = log.plus(Evidence.of("s2", "alignment.signed", hour(4), PLAN, other));
        assertEquals(
                List.of("STARTED"),
                read(StandardPlaybook.ACTION_PLAN_START, signed, PLAN, 4).open());
    }

    @Test
    @Tag("S1-03")
    void fiveStepsOnTheSameEngine() {
        EvidenceLog log = EvidenceLog.of(happened("plan.opened", 0, PLAN));
        for (String part : List.of("TEAM", "TRAINING", "SHIFTS", "KPIS", "MANAGER_ROLE", "TECHNOLOGY")) {
            assertTrue(read(StandardPlaybook.SERVICE_PLAN_FIVE_STEPS, log, PLAN, 9)
                    .outcome()
                    .isEmpty());
            log = log.plus(part("plan.part", part, PLAN));
        }
        assertEquals(
                Ratio.of(5, 5),
                read(StandardPlaybook.SERVICE_PLAN_FIVE_STEPS, log, PLAN, 9).progress());
    }

    @Test
    @Tag("S1-11")
    @Tag("S1-33")
    void aLevelWithNobodyOnDutyIsSkipped() {
        EvidenceLog log = EvidenceLog.of(happened("escalation.raised", 0, CASE));
        assertEquals(
                List.of("ENGINEER"),
                read(StandardPlaybook.ESCALATION, log, CASE, 2).overdue());
        EvidenceLog skipped = log.plus(happened("escalation.skipped", 1, CASE).withDetail("level", "engineer"));
        ProcedureReading lead = read(StandardPlaybook.ESCALATION, skipped, CASE, 1);
        assertEquals(List.of("LEAD"), lead.open());
        assertTrue(texts(lead.refusal("LEAD")).get(0).contains("ask = head"));
        EvidenceLog solved = skipped.plus(
                happened("escalation.taken", 2, CASE).withDetail("level", "lead"),
                happened("escalation.solved", 3, CASE));
        assertTrue(read(StandardPlaybook.ESCALATION, solved, CASE, 3).outcome().isPresent());
    }

    @Test
    @Tag("S2-06")
    void aJobIsDescribedBeforeItIsPublished() {
        EvidenceLog log = EvidenceLog.of(
                happened("job.opened", 0, CASE),
                part("job.part", "ROLE", CASE),
                part("job.part", "ATTRIBUTES", CASE),
                happened("job.published", 2, CASE));
        ProcedureReading reading = read(StandardPlaybook.JOB_OPENING, log, CASE, 3);
        assertTrue(texts(reading.refusal("DESCRIBED")).get(0).endsWith("missing = SKILLS"));
        assertEquals(List.of("PREDECESSOR_OPEN"), codes(reading.refusal("PUBLISH")));
    }

    @Test
    @Tag("S2-10")
    @Tag("S2-34")
    void aSurgeEndsWhenTheLoadIsSurelyBelowOne() {
        EvidenceLog log = EvidenceLog.of(
                happened("surge.opened", 0, TEAM), happened("surge.pool", 0, TEAM), load(1, "0.95", "0.85", "1.05"));
        ProcedureReading reading = read(StandardPlaybook.SURGE, log, TEAM, 2);
        assertEquals(List.of("POOL"), reading.passed());
        assertEquals(List.of("INCONCLUSIVE"), codes(reading.refusal("CALM")));
        assertTrue(read(StandardPlaybook.SURGE, log.plus(load(3, "0.8", "0.7", "0.9")), TEAM, 3)
                .outcome()
                .isPresent());
    }

    private static EvidenceLog visionAndInput(EvidenceLog log, int departments) {
        EvidenceLog more = log.plus(
                Evidence.of("v", "document.approved", hour(1), PLAN).withDetail("kind", "VISION"),
                Evidence.of("p", "document.approved", hour(1), PLAN).withDetail("kind", "POLICY"));
        for (int i = 1; i <= departments; i++) {
            more = more.plus(Evidence.of("i" + i, "input.given", hour(1), PLAN).withDetail("department", "sales" + i));
        }
        return more;
    }

    private static Evidence load(int hour, String value, String low, String high) {
        return happened("surge.load", hour, TEAM)
                .withDetail(
                        "load",
                        new Detail.Estimate(
                                new BigDecimal(value), new BigDecimal(low), new BigDecimal(high), 50, "load"));
    }

    private static Evidence part(String kind, String part, Subject about) {
        return Evidence.of(kind + part, kind, hour(1), about).withDetail("part", part);
    }

    private static Evidence asked(String kind, long hour, AgentId person) {
        return Evidence.of(kind + person.value() + hour, kind, hour(hour), CASE, Subject.person(person));
    }
}

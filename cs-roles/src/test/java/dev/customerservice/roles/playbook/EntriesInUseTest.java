package dev.customerservice.roles.playbook;

import static dev.customerservice.roles.playbook.Standard.ANA;
import static dev.customerservice.roles.playbook.Standard.BEN;
import static dev.customerservice.roles.playbook.Standard.BERLIN;
import static dev.customerservice.roles.playbook.Standard.CASE;
import static dev.customerservice.roles.playbook.Standard.DEE;
import static dev.customerservice.roles.playbook.Standard.PLAYBOOK;
import static dev.customerservice.roles.playbook.Standard.TEAM;
import static dev.customerservice.roles.playbook.Standard.TEAM_OF_MARA;
import static dev.customerservice.roles.playbook.Standard.codes;
import static dev.customerservice.roles.playbook.Standard.happened;
import static dev.customerservice.roles.playbook.Standard.hour;
import static dev.customerservice.roles.playbook.Standard.noon;
import static dev.customerservice.roles.playbook.Standard.read;
import static dev.customerservice.roles.playbook.Standard.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.roles.assessment.Assessment;
import dev.customerservice.roles.assessment.AssessmentReading;
import dev.customerservice.roles.assessment.Criterion;
import dev.customerservice.roles.assessment.Rating;
import dev.customerservice.roles.evidence.Condition;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.practice.Practice;
import dev.customerservice.roles.practice.Practice.Participant;
import dev.customerservice.roles.practice.PracticeReading;
import dev.customerservice.roles.practice.PracticeReading.State;
import dev.customerservice.roles.practice.PracticeReport;
import dev.customerservice.roles.procedure.ProcedureReading;
import dev.customerservice.roles.role.JobRole;
import dev.customerservice.roles.role.Team;
import dev.customerservice.roles.role.TeamMember;
import dev.customerservice.roles.skill.Skill;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The standard entries answer what the statements behind them ask beyond a due date. */
class EntriesInUseTest {

    private static final Instant APRIL_1ST = noon("2026-04-01");

    @Test
    @Tag("S0-18")
    void aSkillWithoutACurrentJobAidIsFound() {
        Practice review = PLAYBOOK.practice(StandardPlaybook.JOB_AID_REVIEWED);
        Subject process = Subject.of("skill", Skill.PROCESS_DESIGN.id());
        Subject product = Subject.of("skill", Skill.PRODUCT_KNOWLEDGE.id());
        Subject calm = Subject.of("skill", Skill.CALM.id());
        EvidenceLog log = EvidenceLog.of(
                review.done("e1", noon("2025-09-30"), Subject.of("job-aid", "refunds"), process),
                review.done("e2", noon("2025-12-01"), Subject.of("job-aid", "parcels"), product));
        PracticeReport bySkill = review.withAbout("skill")
                .readAbout(
                        log,
                        List.of(Participant.of(process), Participant.of(product), Participant.of(calm)),
                        APRIL_1ST,
                        BERLIN,
                        CalendarBook.of(List.of()));
        assertEquals(
                List.of(List.of(process), List.of(calm)),
                bySkill.overdue().stream().map(PracticeReading::about).toList(),
                "one aid is stale, one was never written");
    }

    @Test
    @Tag("S0-36")
    void nobodyOnDutyIsNoSilence() {
        Subject person = Subject.person(ANA);
        EvidenceLog log =
                EvidenceLog.of(happened("contact.abusive", 0, CASE, person).withBasis(Evidence.Basis.TESTIMONY));
        ProcedureReading late = read(StandardPlaybook.ABUSIVE_CONTACT, log, CASE, 1);
        assertEquals(List.of("HANDED_OVER"), late.overdue());
        assertTrue(texts(late.refusal("HANDED_OVER")).get(0).contains("ask = lead"));
        EvidenceLog ended = log.plus(happened("contact.ended", 1, CASE, person));
        ProcedureReading next = read(StandardPlaybook.ABUSIVE_CONTACT, ended, CASE, 1);
        assertEquals(List.of("PROTECTED"), next.open());
        assertEquals(List.of(), ended.problems(PLAYBOOK.kinds()));
    }

    @Test
    @Tag("S1-18")
    void whoTookPartInADrillAndHowSoonSomebodyActed() {
        Practice drill = PLAYBOOK.practice(StandardPlaybook.CRISIS_DRILL);
        EvidenceLog log = EvidenceLog.of(drill.done("d1", noon("2026-02-10"), TEAM, Subject.person(ANA))
                .withDetail("timeToFirstAction", new Detail.Span(Duration.ofMinutes(7))));
        assertEquals(List.of(), log.problems(PLAYBOOK.kinds()));
        PracticeReport byPerson = drill.withAbout("person").read(log, TEAM_OF_MARA, noon("2026-03-31"), BERLIN);
        assertEquals(
                List.of(ANA),
                byPerson.readings().stream()
                        .filter(each -> each.state() == State.DONE_ON_TIME)
                        .flatMap(each -> each.person().stream())
                        .toList());
        Condition quick = Condition.compare("drill.held", "timeToFirstAction", Condition.Operator.AT_MOST, "PT5M");
        assertTrue(quick.test(log, TEAM, APRIL_1ST).isNotMet());
        EvidenceLog better = log.plus(drill.done("d2", noon("2026-03-20"), TEAM)
                .withDetail("timeToFirstAction", new Detail.Span(Duration.ofMinutes(4))));
        assertTrue(quick.test(better, TEAM, APRIL_1ST).isMet());
        EvidenceLog told =
                EvidenceLog.of(drill.done("d3", noon("2026-03-20"), TEAM).withBasis(Evidence.Basis.TESTIMONY));
        assertTrue(
                drill.read(told, TEAM_OF_MARA, noon("2026-03-31"), BERLIN)
                        .readings()
                        .get(0)
                        .lastAt()
                        .isEmpty(),
                "a drill is seen, not told");
    }

    @Test
    @Tag("S2-04")
    void recognitionNamesTheWorkThatOthersCanLearnFrom() {
        Practice recognition = PLAYBOOK.practice(StandardPlaybook.RECOGNITION_GIVEN);
        Evidence bare = recognition.done("r1", noon("2026-03-02"), ANA);
        assertEquals(
                List.of("MISSING_DETAIL about evidence:r1 by recognition.given: name = work"),
                texts(EvidenceLog.of(bare).problems(PLAYBOOK.kinds())));
        EvidenceLog log = EvidenceLog.of(
                bare.withDetail("work", "t-17"),
                recognition.done("r2", noon("2026-03-09"), BEN).withDetail("work", "t-4"));
        assertEquals(List.of(), log.problems(PLAYBOOK.kinds()));
        assertEquals(
                List.of("t-17", "t-4"),
                log.of("recognition.given").stream()
                        .map(each -> each.text("work").orElseThrow())
                        .toList(),
                "the exemplars");
    }

    @Test
    @Tag("S2-07")
    void aCertificateInOneSkillRenewsNoOther() {
        Practice renewal = PLAYBOOK.practice(StandardPlaybook.RECERTIFICATION_DUE);
        EvidenceLog log = EvidenceLog.of(
                certificate("c1", "calm", "2025-03-10", "2026-03-10"),
                certificate("c2", "empathy", "2026-02-20", "2027-02-20"));
        assertEquals(
                List.of(ANA), renewal.read(log, TEAM_OF_MARA, APRIL_1ST, BERLIN).overduePeople());
        EvidenceLog renewed = log.plus(certificate("c3", "calm", "2026-03-10", "2027-03-10"));
        PracticeReport report = renewal.read(renewed, TEAM_OF_MARA, APRIL_1ST, BERLIN);
        assertEquals(List.of(), report.overduePeople());
        assertEquals(
                List.of(State.DONE_ON_TIME, State.NOT_YET_DUE, State.NOT_YET_DUE),
                report.of(ANA).stream().map(PracticeReading::state).toList());
    }

    @Test
    @Tag("S0-64")
    void theReviewIsHeldEachYear() {
        Practice held = PLAYBOOK.practice(StandardPlaybook.EVOLUTION_REVIEW_HELD);
        EvidenceLog log = EvidenceLog.of(held.done("e", noon("2025-11-05"), TEAM));
        assertEquals(
                State.DONE_ON_TIME,
                held.read(log, TEAM_OF_MARA, noon("2025-12-31"), BERLIN)
                        .readings()
                        .get(0)
                        .state());
        assertEquals(
                State.OVERDUE,
                held.read(log, TEAM_OF_MARA, noon("2027-01-01"), BERLIN)
                        .readings()
                        .get(0)
                        .state());
    }

    @Test
    @Tag("S2-37")
    void purposesWithoutAToolAreListed() {
        Assessment purposes = PLAYBOOK.assessment(StandardPlaybook.TECHNOLOGY_PURPOSES);
        EvidenceLog log = EvidenceLog.of(
                happened("tool.in-use", 0, TEAM, Subject.of("tool", "chatbot")).withDetail("purpose", "IMMEDIATE"),
                happened("tool.in-use", 1, TEAM, Subject.of("tool", "crm")).withDetail("purpose", "RECORDS"));
        AssessmentReading reading = purposes.read(log, TEAM, hour(2));
        assertEquals(
                List.of("personal", "engagement"),
                reading.missing().stream().map(Criterion::id).toList());
        assertEquals(List.of("EVIDENCE_MISSING", "EVIDENCE_MISSING"), codes(reading.reasons()));
    }

    @Test
    @Tag("S2-23")
    @Tag("S2-28")
    void howManyAnsweredAndWhetherItSurelyGotWorse() {
        Assessment pulse = PLAYBOOK.assessment(StandardPlaybook.PULSE);
        List<Rating> spring = answers(pulse, hour(1), 4, 5, 4, 5, 4);
        List<Rating> autumn = answers(pulse, hour(20), 3, 4, 4, 5, 4);
        List<Rating> winter = answers(pulse, hour(40), 2, 1, 2, 1, 2);
        Set<AgentId> asked = Set.of(rater(0), rater(1), rater(2), rater(3), rater(4), DEE);
        assertEquals(Ratio.of(5, 6), pulse.response(spring, asked, TEAM, hour(2)));
        assertEquals(Ratio.of(0, 6), pulse.response(spring, asked, TEAM, hour(0)), "nobody had answered yet");
        assertEquals(Ratio.of(0, 6), pulse.response(spring, asked, CASE, hour(2)), "about something else");
        assertEquals(Ratio.of(0, 1), pulse.response(spring, Set.of(DEE), TEAM, hour(2)));

        AssessmentReading before = pulse.read(EvidenceLog.empty(), spring, TEAM, hour(2));
        AssessmentReading.Result safe = result(before, "safe-to-share");
        assertEquals(new BigDecimal("0.85"), safe.value().orElseThrow());
        assertEquals(0.6800, safe.low().orElseThrow().doubleValue(), 0.0001, "0.85 − 2.7764 · 0.13693 / √5");
        assertEquals(1, safe.high().orElseThrow().doubleValue(), "cut at the end of the scale");
        assertEquals(
                List.of(),
                pulse.read(EvidenceLog.empty(), autumn, TEAM, hour(21)).regressionsSince(before, BigDecimal.ZERO),
                "lower, and within what five people differ by");
        assertEquals(
                List.of("CRITERION_FELL", "CRITERION_FELL", "CRITERION_FELL"),
                codes(pulse.read(EvidenceLog.empty(), winter, TEAM, hour(41))
                        .regressionsSince(before, BigDecimal.ZERO)));
    }

    /** Whoever leads is nobody's peer: the coverage of a team in which all peers talk is 1. */
    @Test
    @Tag("S0-25")
    void peersReportToTheSameManager() {
        Practice peers = PLAYBOOK.practice(StandardPlaybook.PEER_FEEDBACK);
        EvidenceLog log = EvidenceLog.of(said("f1", ANA, BEN), said("f2", BEN, DEE), said("f3", DEE, ANA));
        PracticeReport report = peers.read(log, TEAM_OF_MARA, noon("2026-03-31"), BERLIN);
        assertEquals(
                Set.of("ana ben", "ana chi", "ana dee", "ben chi", "ben dee", "chi dee"),
                report.readings().stream()
                        .map(each -> each.about().get(0).id() + " "
                                + each.about().get(1).id())
                        .collect(Collectors.toSet()));
        assertEquals(Ratio.of(3, 3), report.coverage().orElseThrow(), "Chi has left");
        Team flat = TEAM_OF_MARA.withMembers(TeamMember.of(ANA, JobRole.ASSOCIATE), TeamMember.of(BEN, JobRole.LEAD));
        assertEquals(
                1, peers.read(log, flat, noon("2026-03-31"), BERLIN).readings().size(), "without lines all are peers");
        Team two = flat.withMembers(
                TeamMember.of(ANA, JobRole.ASSOCIATE).withManager(DEE),
                TeamMember.of(BEN, JobRole.LEAD).withManager(AgentId.of("zoe")));
        assertEquals(List.of(), peers.read(log, two, noon("2026-03-31"), BERLIN).readings());
        assertEquals(
                10,
                peers.withBy("anyone")
                        .read(log, TEAM_OF_MARA, noon("2026-03-31"), BERLIN)
                        .readings()
                        .size(),
                "anybody with anybody");
    }

    private static Evidence said(String id, AgentId from, AgentId to) {
        return Evidence.of(id, "feedback.given", noon("2026-03-03"), Subject.person(to))
                .withBy(from)
                .withDetail("direction", "PEER");
    }

    private static AssessmentReading.Result result(AssessmentReading reading, String criterion) {
        return reading.results().stream()
                .filter(each -> each.criterion().id().equals(criterion))
                .findFirst()
                .orElseThrow();
    }

    private static List<Rating> answers(Assessment pulse, Instant at, int... scores) {
        List<Rating> ratings = new ArrayList<>();
        for (Criterion criterion : pulse.criteria()) {
            for (int i = 0; i < scores.length; i++) {
                ratings.add(Rating.of(pulse, criterion.id(), TEAM, rater(i), scores[i], at));
            }
        }
        return ratings;
    }

    private static AgentId rater(int number) {
        return AgentId.of("r" + number);
    }

    private static Evidence certificate(String id, String skill, String granted, String expires) {
        return Evidence.of(id, "certificate.granted", noon(granted), Subject.person(ANA))
                .withDetail("skill", skill)
                .withDetail("expires", new Detail.Moment(noon(expires)));
    }
}

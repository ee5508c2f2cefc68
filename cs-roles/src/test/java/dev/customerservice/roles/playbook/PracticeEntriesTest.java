package dev.customerservice.roles.playbook;

import static dev.customerservice.roles.playbook.Standard.ANA;
import static dev.customerservice.roles.playbook.Standard.BEN;
import static dev.customerservice.roles.playbook.Standard.BERLIN;
import static dev.customerservice.roles.playbook.Standard.DEE;
import static dev.customerservice.roles.playbook.Standard.MARA;
import static dev.customerservice.roles.playbook.Standard.PLAYBOOK;
import static dev.customerservice.roles.playbook.Standard.TEAM;
import static dev.customerservice.roles.playbook.Standard.TEAM_OF_MARA;
import static dev.customerservice.roles.playbook.Standard.noon;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.practice.Cadence;
import dev.customerservice.roles.practice.Practice;
import dev.customerservice.roles.practice.Practice.Participant;
import dev.customerservice.roles.practice.PracticeReading;
import dev.customerservice.roles.practice.PracticeReading.State;
import dev.customerservice.roles.practice.PracticeReport;
import dev.customerservice.roles.role.JobRole;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each standard practice is due when its source, or its example, says. */
class PracticeEntriesTest {

    private static final Instant APRIL_1ST = noon("2026-04-01");
    private static final Subject DEES = Subject.person(DEE);

    @ParameterizedTest
    @CsvSource({
        "vision-repeated, 2026-03-05, 2026-03-31",
        "progress-reported, 2026-03-05, 2026-03-31",
        "ideas-invited, 2026-03-05, 2026-03-31",
        "evolution-review-held, 2026-03-05, 2026-12-31",
        "training-session, 2026-03-05, 2026-03-31",
        "trend-review, 2026-03-05, 2026-03-31",
        "team-meeting, 2026-03-05, 2026-03-08",
        "engagement-activity, 2026-03-05, 2026-03-31",
        "stakeholder-review, 2026-03-05, 2026-03-31",
        "insight-report, 2026-03-05, 2026-03-31",
        "crisis-drill, 2026-03-05, 2026-03-31",
        "benchmark-study, 2026-03-05, 2026-12-31",
        "retrospective, 2026-03-05, 2026-03-31"
    })
    @Tag("S0-09")
    @Tag("S0-37")
    @Tag("S1-18")
    @Tag("S1-34")
    @Tag("S1-39")
    @Tag("S2-18")
    @Tag("S2-22")
    @Tag("S2-23")
    @Tag("S2-29")
    @Tag("S4-04")
    void whatATeamDoesInEachWindow(String id, LocalDate done, LocalDate due) {
        Practice practice = PLAYBOOK.practice(id);
        EvidenceLog log = EvidenceLog.of(practice.done("e", noon(done.toString()), TEAM));
        PracticeReading reading = practice.read(log, TEAM_OF_MARA, noon(done.toString()), BERLIN)
                .readings()
                .get(0);
        assertEquals(due, reading.due().orElseThrow().date());
        assertEquals(State.DONE_ON_TIME, reading.state());
        PracticeReport later = practice.read(log, TEAM_OF_MARA, noon("2028-02-01"), BERLIN);
        assertEquals(State.OVERDUE, later.readings().get(0).state());
        assertEquals(practice.advice(), later.coverage().amount().isEmpty(), "advice has no ratio");
    }

    @ParameterizedTest
    @CsvSource({
        "career-interest-asked, 2026-02-20, 2027-02-20",
        "growth-offered, 2026-02-20, 2027-02-20",
        "coping-session, 2026-02-20, 2026-05-20",
        "recognition-given, 2026-02-20, 2026-05-20",
        "pay-benchmarked, 2026-02-20, 2027-02-20",
        "training-completed, 2026-02-20, 2027-02-20",
        "skill-practised, 2026-02-20, 2026-03-20",
        "time-management-checked, 2026-02-20, 2026-03-20",
        "quality-review, 2026-02-20, 2026-02-28"
    })
    @Tag("S0-05")
    @Tag("S0-19")
    @Tag("S0-67")
    @Tag("S2-04")
    @Tag("S2-07")
    @Tag("S2-08")
    @Tag("S2-19")
    @Tag("S2-27")
    @Tag("S4-08")
    void whatEachPersonGetsAgain(String id, LocalDate done, LocalDate due) {
        Practice practice = PLAYBOOK.practice(id);
        EvidenceLog log = EvidenceLog.of(practice.done("e", noon(done.toString()), ANA));
        PracticeReading reading = practice.read(log, TEAM_OF_MARA, noon(done.toString()), BERLIN)
                .of(ANA)
                .get(0);
        assertEquals(due, reading.due().orElseThrow().date());
    }

    @ParameterizedTest
    @CsvSource({
        "personality-assessment, 90",
        "core-values-shared, 30",
        "strengths-known, 60",
        "mentor-assigned, 7",
        "screening-done, 0",
        "training-given, 14"
    })
    @Tag("S0-04")
    @Tag("S0-06")
    @Tag("S0-16")
    @Tag("S0-67")
    void whatANewPersonGetsOnce(String id, long graceDays) {
        Practice practice = PLAYBOOK.practice(id);
        LocalDate last = LocalDate.of(2026, 2, 2).plusDays(graceDays);
        assertEquals(State.OVERDUE, ofDee(practice, EvidenceLog.empty(), last.plusDays(1)));
        assertTrue(ofDee(practice, EvidenceLog.empty(), last) != State.OVERDUE);
        EvidenceLog done = EvidenceLog.of(practice.done("e", noon("2026-02-02"), DEE));
        assertEquals(State.DONE_ON_TIME, ofDee(practice, done, last.plusDays(100)));
    }

    @Test
    @Tag("S0-04")
    void aPersonalityRecordNeedsConsent() {
        Evidence without = Evidence.of("e", "personality.assessed", APRIL_1ST, DEES);
        assertEquals(
                List.of("MISSING_DETAIL about evidence:e by personality.assessed: name = consent"),
                EvidenceLog.of(without).problems(PLAYBOOK.kinds()).stream()
                        .map(Object::toString)
                        .toList());
        Practice assessment = PLAYBOOK.practice(StandardPlaybook.PERSONALITY_ASSESSMENT);
        assertEquals(
                State.OVERDUE,
                ofDee(assessment, EvidenceLog.of(without.withDetail("consent", false)), LocalDate.of(2026, 6, 1)));
    }

    @Test
    @Tag("S0-07")
    void theVisionIsExplainedToEachRole() {
        Practice vision = PLAYBOOK.practice(StandardPlaybook.ROLE_VISION_EXPLAINED);
        EvidenceLog log = EvidenceLog.of(
                vision.done("v1", noon("2026-01-07"), Subject.role(JobRole.ASSOCIATE.id())),
                vision.done("v2", noon("2024-01-07"), Subject.role(JobRole.LEAD.id())));
        assertEquals(
                Ratio.of(1, 3),
                vision.read(log, TEAM_OF_MARA, APRIL_1ST, BERLIN).coverage().orElseThrow());
    }

    @Test
    @Tag("S0-12")
    void askingFirstIsAdvice() {
        Practice coaching = PLAYBOOK.practice(StandardPlaybook.COACHING_BY_QUESTIONS);
        EvidenceLog log = EvidenceLog.of(Evidence.of("p", "problem.raised", noon("2026-03-20"), Subject.person(ANA))
                .withBasis(Evidence.Basis.TESTIMONY));
        PracticeReport report = coaching.read(log, TEAM_OF_MARA, APRIL_1ST, BERLIN);
        assertEquals(List.of(ANA), report.overduePeople());
        assertTrue(report.coverage().amount().isEmpty());
        assertTrue(report.onTime(Period.quarter(2026, 1, BERLIN)).amount().isEmpty());
    }

    @Test
    @Tag("S0-13")
    void threeMessagesForFourGroups() {
        Practice messages = PLAYBOOK.practice(StandardPlaybook.MESSAGES_DELIVERED);
        EvidenceLog log = EvidenceLog.empty();
        for (String topic : List.of("hours", "move", "tool")) {
            for (String team : List.of("a", "b", "c", "d")) {
                log = log.plus(message("message.planned", topic, team, "first"));
                if (!(topic + team).equals("hoursd")) {
                    log = log.plus(message(
                                    "message.delivered",
                                    topic,
                                    team,
                                    (topic + team).equals("toolc") ? "other" : "first")
                            .withBy(team.equals("a") ? MARA : BEN));
                }
            }
        }
        List<Participant> pairs = log.of("message.planned").stream()
                .map(each -> Participant.of(
                        each.subject("topic").orElseThrow(),
                        each.subject("team").orElseThrow()))
                .toList();
        PracticeReport report = messages.readAbout(log, pairs, APRIL_1ST, BERLIN, CalendarBook.of(List.of()));
        assertEquals(12, report.readings().size());
        assertEquals(
                List.of(List.of(Subject.of("topic", "hours"), Subject.team(TeamId.of("d")))),
                report.undelivered().stream().map(PracticeReading::about).toList());
        assertEquals(
                List.of(Subject.of("topic", "tool")),
                List.copyOf(report.divergent().keySet()));
        assertEquals(
                2,
                report.speakers()
                        .getOrDefault(Subject.of("topic", "move"), java.util.Collections.emptySortedSet())
                        .size());
    }

    @Test
    @Tag("S0-18")
    void aJobAidGoesStaleAfterHalfAYear() {
        Practice review = PLAYBOOK.practice(StandardPlaybook.JOB_AID_REVIEWED);
        Subject refunds = Subject.of("job-aid", "refunds");
        Subject parcels = Subject.of("job-aid", "parcels");
        EvidenceLog log = EvidenceLog.of(
                review.done("e1", noon("2025-09-30"), refunds), review.done("e2", noon("2025-12-01"), parcels));
        PracticeReport report = review.readAbout(
                log,
                List.of(Participant.of(refunds), Participant.of(parcels)),
                APRIL_1ST,
                BERLIN,
                CalendarBook.of(List.of()));
        assertEquals(
                List.of(List.of(refunds)),
                report.overdue().stream().map(PracticeReading::about).toList());
    }

    @Test
    @Tag("S0-25")
    @Tag("S0-27")
    void feedbackBetweenPeersAndUpwards() {
        EvidenceLog log = EvidenceLog.of(
                feedback("f1", ANA, BEN, "PEER"), feedback("f2", BEN, ANA, "PEER"), feedback("f3", ANA, DEE, "PEER"));
        PracticeReport peers =
                PLAYBOOK.practice(StandardPlaybook.PEER_FEEDBACK).read(log, TEAM_OF_MARA, noon("2026-03-31"), BERLIN);
        assertEquals(Ratio.of(1, 2), peers.reciprocity().orElseThrow());
        Practice upward = PLAYBOOK.practice(StandardPlaybook.UPWARD_FEEDBACK);
        PracticeReport none = upward.read(log, TEAM_OF_MARA, noon("2026-03-31"), BERLIN);
        assertEquals(1, none.readings().size(), "the manager only");
        assertEquals(
                List.of(MARA),
                none.undelivered().stream()
                        .map(each -> each.person().orElseThrow())
                        .toList());
        PracticeReport some =
                upward.read(log.plus(feedback("f4", BEN, MARA, "UPWARD")), TEAM_OF_MARA, noon("2026-03-31"), BERLIN);
        assertEquals(State.DONE_ON_TIME, some.readings().get(0).state());
    }

    @Test
    @Tag("S0-31")
    void whatWasPromisedIsDueWhenItSays() {
        Practice promise = PLAYBOOK.practice(StandardPlaybook.DELIVERABLE_ON_TIME);
        EvidenceLog log = EvidenceLog.of(
                Evidence.of("p", "deliverable.promised", noon("2026-03-01"), Subject.person(ANA))
                        .withDetail("due", new Detail.Moment(noon("2026-03-10"))),
                promise.done("d", noon("2026-03-10"), ANA).withAnswers("p"));
        assertEquals(
                Ratio.of(1, 1),
                promise.read(log, TEAM_OF_MARA, APRIL_1ST, BERLIN)
                        .onTime(Period.quarter(2026, 1, BERLIN))
                        .orElseThrow());
    }

    @Test
    @Tag("S0-45")
    void anOlderSignatureDoesNotCountForANewVersion() {
        Practice signed = PLAYBOOK.practice(StandardPlaybook.ALIGNMENT_SIGNED);
        Subject sales = Subject.of("department", "sales");
        Subject legal = Subject.of("department", "legal");
        EvidenceLog log = EvidenceLog.of(
                signed.done("old", noon("2026-01-05"), sales),
                Evidence.of("v2", "document.approved", noon("2026-03-10"), sales, legal),
                signed.done("new", noon("2026-03-12"), legal));
        PracticeReport report = signed.readAbout(
                log,
                List.of(Participant.of(sales), Participant.of(legal)),
                APRIL_1ST,
                BERLIN,
                CalendarBook.of(List.of()));
        assertEquals(Ratio.of(1, 2), report.coverage().orElseThrow());
        assertEquals(List.of(sales), report.overdue().get(0).about());
    }

    @Test
    @Tag("S0-49")
    void aGoalIsMeasuredEachMonth() {
        Practice measured = PLAYBOOK.practice(StandardPlaybook.GOAL_MEASURED);
        Subject goal = Subject.of("goal", "fcr");
        EvidenceLog log = EvidenceLog.of(
                measured.done("m1", noon("2026-01-31"), goal), measured.done("m2", noon("2026-03-15"), goal));
        PracticeReport report = measured.readAbout(
                log, List.of(Participant.of(goal)), noon("2026-06-30"), BERLIN, CalendarBook.of(List.of()));
        assertEquals(
                Ratio.of(0, 2),
                report.onTime(Period.year(2026, BERLIN)).orElseThrow(),
                "28 February and 15 April were missed");
    }

    @Test
    @Tag("S1-34")
    void monthlyOrQuarterlyIsTheTeamsChoice() {
        Practice review = PLAYBOOK.practice(StandardPlaybook.STAKEHOLDER_REVIEW);
        assertEquals(
                Cadence.each(Cadence.Unit.MONTH),
                review.adopting(Cadence.each(Cadence.Unit.MONTH)).cadence());
    }

    @ParameterizedTest
    @CsvSource({
        "reward-exceptional, standard.exceeded, 2026-03-10, 2026-04-09",
        "surge-recognised, surge.duty, 2026-03-10, 2026-03-17",
        "vision-acknowledged, vision.stated, 2026-03-10, 2026-04-09"
    })
    @Tag("S2-08")
    @Tag("S2-34")
    @Tag("S4-10")
    void whatFollowsSomethingAboutAPerson(String id, String trigger, String at, LocalDate due) {
        Practice practice = PLAYBOOK.practice(id);
        EvidenceLog log = EvidenceLog.of(Evidence.of("t", trigger, noon(at), Subject.person(ANA)));
        PracticeReading open =
                practice.read(log, TEAM_OF_MARA, APRIL_1ST, BERLIN).of(ANA).get(0);
        assertEquals(due, open.due().orElseThrow().date());
        PracticeReading done = practice.read(
                        log.plus(practice.done("d", noon(due.toString()), ANA)),
                        TEAM_OF_MARA,
                        noon("2026-05-01"),
                        BERLIN)
                .of(ANA)
                .get(0);
        assertEquals(State.DONE_ON_TIME, done.state());
    }

    @Test
    @Tag("S2-24")
    void departmentsThatNeverMeetAreListed() {
        Practice liaison = PLAYBOOK.practice(StandardPlaybook.LIAISON_MEETING);
        Subject billing = Subject.of("department", "billing");
        Subject logistics = Subject.of("department", "logistics");
        Subject service = Subject.of("department", "service");
        EvidenceLog log = EvidenceLog.of(liaison.done("e", noon("2026-02-02"), service, billing));
        PracticeReport report = liaison.readAbout(
                log,
                List.of(Participant.of(billing, service), Participant.of(logistics, service)),
                noon("2026-03-31"),
                BERLIN,
                CalendarBook.of(List.of()));
        assertEquals(
                List.of(List.of(logistics, service)),
                report.undelivered().stream().map(PracticeReading::about).toList());
    }

    @Test
    @Tag("S2-30")
    void aMilestoneIsCelebratedWithinAWeek() {
        Practice celebrated = PLAYBOOK.practice(StandardPlaybook.ACHIEVEMENT_CELEBRATED);
        EvidenceLog log = EvidenceLog.of(Evidence.of("m", "milestone.reached", noon("2026-03-20"), TEAM));
        PracticeReading reading =
                celebrated.read(log, TEAM_OF_MARA, APRIL_1ST, BERLIN).readings().get(0);
        assertEquals(State.OVERDUE, reading.state());
        assertEquals(5, reading.daysPastDue());
    }

    @Test
    @Tag("S2-31")
    void managersLearnToo() {
        PracticeReport report = PLAYBOOK.practice(StandardPlaybook.MANAGER_LEARNING)
                .read(EvidenceLog.empty(), TEAM_OF_MARA, APRIL_1ST, BERLIN);
        assertEquals(
                List.of(MARA),
                report.readings().stream()
                        .map(each -> each.person().orElseThrow())
                        .toList());
    }

    @Test
    @Tag("S2-32")
    void aBrokenAssumptionCallsForARevision() {
        Practice revised = PLAYBOOK.practice(StandardPlaybook.STRATEGY_REVISED);
        Subject goal = Subject.of("goal", "fcr");
        EvidenceLog log = EvidenceLog.of(Evidence.of("b", "assumption.broken", noon("2026-03-10"), goal));
        PracticeReading reading = revised.readAbout(
                        log, List.of(Participant.of(goal)), APRIL_1ST, BERLIN, CalendarBook.of(List.of()))
                .readings()
                .get(0);
        assertEquals(LocalDate.of(2026, 4, 9), reading.due().orElseThrow().date());
    }

    private static State ofDee(Practice practice, EvidenceLog log, LocalDate date) {
        return practice.read(log, TEAM_OF_MARA, noon(date.toString()), BERLIN)
                .of(DEE)
                .get(0)
                .state();
    }

    private static Evidence message(String kind, String topic, String team, String wording) {
        return Evidence.of(
                        kind + topic + team,
                        kind,
                        noon("2026-03-02"),
                        Subject.of("topic", topic),
                        Subject.team(TeamId.of(team)))
                .withDetail("wording", wording);
    }

    private static Evidence feedback(String id, AgentId from, AgentId to, String direction) {
        return Evidence.of(id, "feedback.given", noon("2026-03-03"), Subject.person(to))
                .withBy(from)
                .withDetail("direction", direction);
    }
}

package dev.customerservice.examples.guide;

import static dev.customerservice.roles.playbook.StandardPlaybook.CRISIS_DRILL;
import static dev.customerservice.roles.playbook.StandardPlaybook.DISPUTE;
import static dev.customerservice.roles.playbook.StandardPlaybook.FEEDBACK_WITHIN_THREE_DAYS;
import static dev.customerservice.roles.playbook.StandardPlaybook.ONE_TO_ONE;
import static dev.customerservice.roles.playbook.StandardPlaybook.STAKEHOLDER_REVIEW;
import static dev.customerservice.roles.playbook.StandardPlaybook.TEAM_MATURITY;
import static dev.customerservice.roles.playbook.StandardPlaybook.TECHNOLOGY_PILOT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.json.JsonFormat2;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.roles.assessment.Assessment;
import dev.customerservice.roles.assessment.AssessmentReading;
import dev.customerservice.roles.assessment.Criterion;
import dev.customerservice.roles.assessment.Rating;
import dev.customerservice.roles.evidence.Condition;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Finding;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.json.PlaybookReader;
import dev.customerservice.roles.playbook.Playbook;
import dev.customerservice.roles.playbook.StandardPlaybook;
import dev.customerservice.roles.practice.Cadence;
import dev.customerservice.roles.practice.Practice;
import dev.customerservice.roles.practice.PracticeReading;
import dev.customerservice.roles.practice.PracticeReport;
import dev.customerservice.roles.procedure.Gate;
import dev.customerservice.roles.procedure.Procedure;
import dev.customerservice.roles.procedure.ProcedureReading;
import dev.customerservice.roles.role.JobRole;
import dev.customerservice.roles.role.Team;
import dev.customerservice.roles.role.TeamMember;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The snippets of docs/guide/practices.md, with what they give. */
class PracticesGuideTest {

    // region practices-given
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final AgentId MARA = AgentId.of("mara");
    private static final AgentId ANA = AgentId.of("ana");
    private static final AgentId BEN = AgentId.of("ben");
    private static final Subject TEAM = Subject.team(TeamId.of("harbour"));
    private static final Subject BOT = Subject.of("tool", "chatbot");
    private static final Playbook playbook =
            PlaybookReader.of(JsonFormat2.standard()).standard();
    private static final Team harbour = Team.of(
            TeamId.of("harbour"),
            TeamMember.of(MARA, JobRole.LEAD),
            TeamMember.of(ANA, JobRole.ASSOCIATE).withManager(MARA),
            TeamMember.of(BEN, JobRole.ENGINEER).withManager(MARA));
    private static final Instant now = at("2026-04-01T12:00");
    // endregion

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    @Test
    void thePlaybook() {
        // region practices-playbook
        Playbook standard = PlaybookReader.of(JsonFormat2.standard()).standard();
        // endregion
        assertEquals(49, standard.practices().ids().size());
    }

    @Test
    void whoIsOverdueForAOneToOne() {
        EvidenceLog log = talks();
        // region practices-overdue
        PracticeReport talks = playbook.practice(ONE_TO_ONE).read(log, harbour, now, BERLIN);
        List<AgentId> overdue = talks.overduePeople(); // Ana, since 19 March
        // endregion
        assertEquals(List.of(ANA), overdue);
    }

    private static EvidenceLog talks() {
        // region practices-log
        Practice oneToOne = playbook.practice(ONE_TO_ONE);
        EvidenceLog log = EvidenceLog.of(
                oneToOne.done("e1", at("2026-03-05T10:00"), ANA), oneToOne.done("e2", at("2026-03-20T10:00"), BEN));
        // endregion
        return log;
    }

    @Test
    void wasFeedbackInTime() {
        Practice feedback = playbook.practice(FEEDBACK_WITHIN_THREE_DAYS);
        EvidenceLog log = EvidenceLog.of(
                Evidence.of("b", "behaviour.observed", at("2026-03-27T16:00"), Subject.person(ANA)),
                feedback.done("f", at("2026-03-30T17:00"), ANA));
        // region practices-feedback
        PracticeReport report = feedback.read(log, harbour, now, BERLIN);
        PracticeReading late = report.readings().get(0); // DONE_LATE
        Duration delay = late.lateBy(); // PT1H, although 72 hours had not passed
        Measurement<Ratio> onTime = report.onTime(Period.quarter(2026, 1, BERLIN)); // 0/1
        // endregion
        assertEquals(PracticeReading.State.DONE_LATE, late.state());
        assertEquals(Duration.ofHours(1), delay);
        assertEquals(Ratio.of(0, 1), onTime.orElseThrow());
    }

    @Test
    void mayTheBotRollOut() {
        EvidenceLog log = EvidenceLog.of(
                Evidence.of("p", "pilot.proposed", at("2026-03-02T09:00"), BOT),
                Evidence.of("n", "customer-need.linked", at("2026-03-02T09:00"), BOT),
                Evidence.of("c1", "pilot.criterion", at("2026-03-02T09:00"), BOT)
                        .withDetail("role", "SUCCESS"),
                Evidence.of("c2", "pilot.criterion", at("2026-03-02T09:00"), BOT)
                        .withDetail("role", "GUARDRAIL"),
                Evidence.of("s", "pilot.started", at("2026-03-03T09:00"), BOT),
                Evidence.of("m", "kpi.measured", at("2026-03-17T09:00"), BOT)
                        .withDetail("kpi", "self_service.confirmed")
                        .withDetail(
                                "estimate",
                                Detail.Estimate.of(Ratio.of(96, 300)).orElseThrow()));
        // region practices-pilot
        Procedure procedure = playbook.procedure(TECHNOLOGY_PILOT);
        ProcedureReading pilot = procedure.read(log, BOT, now, BERLIN).orElseThrow();
        List<Reason> notYet = pilot.refusal("ROLL_OUT"); // three gates before it are open
        List<Reason> because = pilot.refusal("SUCCESS"); // INCONCLUSIVE: 0.32 [0.270, 0.375] against 0.3
        // endregion
        assertEquals(3, notYet.size());
        assertEquals("INCONCLUSIVE", because.get(0).code());
    }

    @Test
    void whichStageIsTheTeamAt() {
        EvidenceLog log = EvidenceLog.of(
                Evidence.of("1", "purpose.written", at("2026-01-07T09:00"), TEAM),
                Evidence.of("2", "roster.published", at("2026-01-07T09:00"), TEAM),
                Evidence.of("3", "channel.opened", at("2026-01-07T09:00"), TEAM),
                Evidence.of("4", "tool.in-use", at("2026-01-07T09:00"), TEAM),
                Evidence.of("5", "strategy.approved", at("2026-02-07T09:00"), TEAM));
        // region practices-stage
        AssessmentReading reading = playbook.assessment(TEAM_MATURITY).read(log, TEAM, now);
        Optional<String> stage = reading.level().map(Assessment.Level::id); // creating
        List<Criterion> next = reading.nextSteps(); // consistent-basics first: it weighs most
        // endregion
        assertEquals(Optional.of("creating"), stage);
        assertEquals(
                List.of("consistent-basics", "talent", "training-programme"),
                next.stream().map(Criterion::id).toList());
    }

    @Test
    void whatEvidenceShows() {
        EvidenceLog log = EvidenceLog.of(
                Evidence.of("d", "drill.held", at("2026-02-10T09:00"), TEAM).withBasis(Evidence.Basis.HEARSAY));
        // region practices-condition
        Condition drilled = Condition.exists("drill.held").withWithin(Duration.ofDays(90));
        Finding finding = drilled.test(log, TEAM, now); // unknown: hearsay alone shows nothing
        List<Reason> missing = finding.reasons(); // EVIDENCE_MISSING by drill.held
        // endregion
        assertTrue(finding.isUnknown());
        assertEquals("EVIDENCE_MISSING", missing.get(0).code());
    }

    @Test
    void aRemarkIsTakenBack() {
        // region practices-retract
        Evidence remark = Evidence.of("e7", "behaviour.observed", at("2026-03-27T16:00"), Subject.person(ANA));
        EvidenceLog log = EvidenceLog.of(remark, remark.retraction("e8", at("2026-03-29T09:00")));
        int today = log.asOf(now).of("behaviour.observed").size(); // 0
        int saturday = log.asOf(at("2026-03-28T09:00")).of("behaviour.observed").size(); // 1
        // endregion
        assertEquals(0, today);
        assertEquals(1, saturday);
    }

    @Test
    void aPracticeOfOnesOwn() {
        // region practices-own
        Practice review = Practice.builder()
                .id("refund-review")
                .title("Refunds looked through")
                .statement("Look through last week's refunds together.")
                .addAbout("team")
                .cadence(Cadence.each(Cadence.Unit.WEEK))
                .build();
        Playbook ours = playbook.withPractices(playbook.practices().with(review));
        // endregion
        PracticeReport report =
                ours.practice("refund-review").read(EvidenceLog.of(review.done("e", now, TEAM)), harbour, now, BERLIN);
        assertEquals(
                PracticeReading.State.DONE_ON_TIME, report.readings().get(0).state());
    }

    @Test
    void aCadenceOfOnesOwn() {
        CalendarId germany = CalendarId.of("germany");
        CalendarBook calendars = CalendarBook.of(BusinessCalendar.builder()
                .id(germany)
                .zone(BERLIN)
                .hours(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-18:00"))
                .build());
        // region practices-cadence
        Practice monthly = playbook.practice(STAKEHOLDER_REVIEW).adopting(Cadence.each(Cadence.Unit.MONTH));
        Practice drill = playbook.practice(CRISIS_DRILL).withCadence(Cadence.every(java.time.Period.ofMonths(2)));
        Practice feedback = playbook.practice(FEEDBACK_WITHIN_THREE_DAYS);
        Practice inWorkingDays = feedback.withCadence(feedback.cadence().withWorkingDays(germany));
        // endregion
        assertEquals(Cadence.each(Cadence.Unit.MONTH), monthly.cadence());
        assertEquals(
                LocalDate.of(2026, 6, 1),
                drill.cadence().due(now, BERLIN, calendars).date());
        assertEquals(
                at("2026-04-06T12:00"),
                inWorkingDays.cadence().due(now, BERLIN, calendars).at().toInstant());
    }

    @Test
    void anAssessmentOfOnesOwn() {
        // region practices-assessment
        Assessment pulse = Assessment.builder()
                .id("our-pulse")
                .title("Our pulse")
                .subject("team")
                .anonymityFloor(5)
                .addCriteria(
                        Criterion.rated("morale", "team", "I like to come to work."),
                        Criterion.rated("safe-to-share", "team", "I can say what I think.")
                                .withWeight(new BigDecimal("2")))
                .build();
        List<Rating> ratings = List.of(Rating.of(pulse, "morale", TEAM, ANA, 4, now));
        AssessmentReading reading = pulse.read(EvidenceLog.empty(), ratings, TEAM, now);
        Measurement<BigDecimal> score = reading.score(); // no data: one voice stays hidden
        // endregion
        assertTrue(score.amount().isEmpty());
        assertEquals("ANONYMITY_FLOOR", reading.reasons().get(0).code());
    }

    @Test
    void aProcedureOfOnesOwn() {
        // region practices-procedure
        Procedure callBack = Procedure.builder()
                .id("call-back")
                .title("A customer is called back")
                .subject("case")
                .opens("call-back.promised")
                .addGates(
                        Gate.of("PREPARED", "The case was read", Condition.exists("case.read")),
                        Gate.of("CALLED", "The customer was called", Condition.exists("customer.called"))
                                .withWithin(Gate.Limit.parse("P1D")))
                .build();
        // endregion
        Subject c1 = Subject.of("case", "c1");
        EvidenceLog log = EvidenceLog.of(
                Evidence.of("1", "call-back.promised", at("2026-03-30T10:00"), c1),
                Evidence.of("2", "customer.called", at("2026-03-30T11:00"), c1));
        ProcedureReading reading = callBack.read(log, c1, now, BERLIN).orElseThrow();
        assertEquals(List.of(), reading.passed());
        assertEquals("PREDECESSOR_OPEN", reading.refusal("CALLED").get(0).code());
    }

    @Test
    void aDispute() {
        Subject c1 = Subject.of("case", "c1");
        EvidenceLog log = EvidenceLog.of(
                Evidence.of("1", "dispute.opened", at("2026-03-30T10:00"), c1),
                Evidence.of("2", "option.offered", at("2026-03-30T10:05"), c1));
        // region practices-dispute
        ProcedureReading dispute =
                playbook.procedure(DISPUTE).read(log, c1, now, BERLIN).orElseThrow();
        List<String> open = dispute.open(); // LISTENED: options offered before do not count
        List<String> late = dispute.overdue(); // LISTENED, after four hours
        // endregion
        assertEquals(List.of("LISTENED"), open);
        assertEquals(List.of("LISTENED"), late);
    }

    @Test
    void aPlaybookOfOnesOwnFiles() throws IOException {
        Path folder = folder();
        // region practices-files
        PlaybookReader reader = PlaybookReader.of(JsonFormat2.standard().strict());
        List<Path> files = Stream.of("evidence-kinds.json", "practices.json", "assessments.json", "procedures.json")
                .map(folder::resolve)
                .toList();
        Playbook ours = reader.read(files).orElseThrow();
        Playbook all = playbook.plus(ours);
        List<Reason> lost = all.problems(StandardPlaybook.kpis()); // none: every name leads somewhere
        // endregion
        assertEquals(List.of(), lost);
        Evidence review = all.practice("refund-review").done("e1", at("2026-03-30T10:00"), TEAM);
        assertEquals(
                List.of("MISSING_DETAIL about evidence:e1 by refunds.reviewed: name = refunds"),
                texts(EvidenceLog.of(review).problems(all.kinds())));
        Evidence whole = review.withDetail("refunds", Detail.count(12, "refunds"));
        EvidenceLog log = EvidenceLog.of(
                whole,
                Evidence.of("e2", "kpi.measured", at("2026-03-30T10:00"), TEAM)
                        .withDetail("kpi", "csat")
                        .withDetail(
                                "estimate",
                                Detail.Estimate.of(Ratio.of(80, 100)).orElseThrow()));
        assertEquals(List.of(), log.problems(all.kinds()));
        assertEquals(
                PracticeReading.State.DONE_ON_TIME,
                all.practice("refund-review")
                        .read(log, harbour, now, BERLIN)
                        .readings()
                        .get(0)
                        .state());
        AssessmentReading desk = all.assessment("refund-desk").read(log, TEAM, now);
        assertEquals(Optional.of("started"), desk.level().map(Assessment.Level::id));
        assertEquals(
                List.of("sure"), desk.nextSteps().stream().map(Criterion::id).toList());
        Subject c1 = Subject.of("case", "c1");
        EvidenceLog calls = EvidenceLog.of(
                Evidence.of("1", "call-back.promised", at("2026-03-30T10:00"), c1),
                Evidence.of("2", "case.read", at("2026-03-30T10:30"), c1).withBasis(Evidence.Basis.TESTIMONY),
                Evidence.of("3", "customer.called", at("2026-03-30T11:00"), c1).withDetail("reached", false));
        assertEquals(
                "NOT_REACHED",
                all.procedure("call-back")
                        .read(calls, c1, now, BERLIN)
                        .orElseThrow()
                        .outcome()
                        .orElseThrow()
                        .name());
        assertThrows(IllegalArgumentException.class, () -> all.plus(ours), "an entry is there once");
    }

    @Test
    void aMistakeInAFileHasItsPlace() throws IOException {
        Map<String, String> misspelt = Map.of(
                "practices.json",
                Files.readString(folder().resolve("practices.json")).replace("grace", "graze"));
        PlaybookReader reader = PlaybookReader.of(JsonFormat2.standard().strict());
        // region practices-failures
        PlaybookReader.Outcome outcome = reader.read(misspelt);
        List<PlaybookReader.Failure> failures = outcome.failures(); // practices.json /entries/0/cadence/graze
        // endregion
        assertEquals("/entries/0/cadence/graze", failures.get(0).pointer());
        assertFalse(outcome.playbook().practices().find("refund-review").isPresent());
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(PracticesGuideTest.class.getResource("/ours"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> texts(List<Reason> reasons) {
        return reasons.stream().map(Reason::toString).toList();
    }
}

package dev.customerservice.roles.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.practice.Cadence.Unit;
import dev.customerservice.roles.practice.Practice.Participant;
import dev.customerservice.roles.practice.Practice.Proof;
import dev.customerservice.roles.practice.PracticeReading.State;
import dev.customerservice.roles.role.JobRole;
import dev.customerservice.roles.role.Team;
import dev.customerservice.roles.role.TeamMember;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PracticeTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final AgentId MARA = AgentId.of("mara");
    private static final AgentId ANA = AgentId.of("ana");
    private static final AgentId BEN = AgentId.of("ben");
    private static final LocalDate APRIL_1ST = LocalDate.of(2026, 4, 1);
    private static final dev.customerservice.metrics.report.Period FIRST_QUARTER =
            dev.customerservice.metrics.report.Period.quarter(2026, 1, BERLIN);

    private static final Team TEAM = Team.of(
            TeamId.of("harbour"),
            TeamMember.of(MARA, JobRole.LEAD),
            TeamMember.of(ANA, JobRole.ASSOCIATE).withManager(MARA),
            TeamMember.of(BEN, JobRole.ENGINEER).withManager(MARA).withJoinedOn(LocalDate.of(2026, 3, 2)));

    private static final Practice TALK = Practice.builder()
            .id("one-to-one")
            .title("One-to-one")
            .statement("Meet each person alone.")
            .addAbout("person")
            .by("manager")
            .cadence(Cadence.every(Period.ofDays(14)).withGrace(Period.ofDays(2)))
            .build();

    @Test
    void aPracticeWithoutDetailsIsShownByItsName() {
        assertEquals(Proof.of(Practice.DONE).withWhere("practice", "one-to-one"), TALK.evidence());
        Evidence done = TALK.done("e", noon(APRIL_1ST), ANA);
        assertEquals(Optional.of("one-to-one"), done.text("practice"));
        assertEquals(Practice.DONE, done.kind());
        Practice own = TALK.withEvidence(Proof.of("talk.held").withWhere("alone", "true"));
        assertEquals(
                Optional.of(new Detail.Flag(true)),
                own.done("e", noon(APRIL_1ST), ANA).detail("alone", Detail.Flag.class));
        assertEquals(TALK, Practice.builder().from(TALK).build());
        assertThrows(IllegalArgumentException.class, () -> TALK.withAbout());
    }

    @Test
    void rollingCountsFromTheLastTime() {
        EvidenceLog log = talks("2026-03-05", "2026-03-17");
        assertEquals(
                List.of("ana NOT_YET_DUE 2026-03-31 0", "ben OVERDUE 2026-03-16 15"), states(TALK, log, "2026-03-31"));
        assertEquals(
                List.of("ana DUE_IN_GRACE 2026-03-31 1", "ben OVERDUE 2026-03-16 16"), states(TALK, log, "2026-04-01"));
        assertEquals(
                List.of("ana DUE_IN_GRACE 2026-03-31 2", "ben OVERDUE 2026-03-16 17"), states(TALK, log, "2026-04-02"));
        assertEquals(List.of("ana OVERDUE 2026-03-31 3", "ben OVERDUE 2026-03-16 18"), states(TALK, log, "2026-04-03"));
        PracticeReport report = TALK.read(log, TEAM, noon(LocalDate.of(2026, 4, 3)), BERLIN);
        assertEquals(List.of(BEN, ANA), report.overduePeople(), "longest overdue first");
        assertEquals(Ratio.of(0, 2), report.coverage().orElseThrow());
        // Ana: due 19 March, done on the 17th; Ben: due on the 16th, two weeks after joining
        assertEquals(Ratio.of(1, 3), report.onTime(FIRST_QUARTER).orElseThrow());
        assertEquals(
                "OVERDUE about person:ben by one-to-one: due = Moment[value=2026-03-15T23:00:00Z], late = 18 days",
                report.overdue().get(0).reason().toString());
        assertEquals("PracticeReport[one-to-one, 2 readings, 2 overdue, 2026-04-03]", report.toString());
    }

    @Test
    void somebodyWhoWasAlwaysThereAndNeverMetIsOverdue() {
        PracticeReport report = TALK.read(EvidenceLog.empty(), TEAM, noon(APRIL_1ST), BERLIN);
        PracticeReading ana = report.of(ANA).get(0);
        assertEquals(State.OVERDUE, ana.state());
        assertEquals(Optional.empty(), ana.due());
        assertEquals(0, ana.daysPastDue());
        assertEquals("OVERDUE about person:ana by one-to-one", ana.reason().toString());
        assertEquals(List.of(), report.of(MARA), "nobody in the team could hold it with her");
        assertEquals(2, report.undelivered().size());
    }

    @Test
    void whoeverHasLeftOrNotYetJoinedIsNotConcerned() {
        Team later = Team.of(
                TeamId.of("harbour"),
                TeamMember.of(ANA, JobRole.ASSOCIATE).withLeftOn(LocalDate.of(2026, 3, 16)),
                TeamMember.of(BEN, JobRole.ENGINEER).withJoinedOn(LocalDate.of(2026, 5, 1)));
        PracticeReport report = TALK.read(talks("2026-02-27"), later, noon(APRIL_1ST), BERLIN);
        assertEquals(
                List.of(State.NOT_APPLICABLE, State.NOT_APPLICABLE),
                report.readings().stream().map(PracticeReading::state).toList());
        assertEquals(absent(Absence.NOTHING_COUNTED), report.coverage());
        assertEquals(List.of(), report.undelivered());
        // due on 13 March, when Ana was still there
        assertEquals(Ratio.of(0, 1), report.onTime(FIRST_QUARTER).orElseThrow());
    }

    @Test
    void aWindowThatWasMissedStaysOverdueUntilMadeGood() {
        Practice drill = practice("crisis-drill", Cadence.each(Unit.QUARTER)).withAbout("team");
        EvidenceLog log = EvidenceLog.of(drill.done("d1", noon(LocalDate.of(2025, 11, 3)), Subject.team(TEAM.id())));
        assertEquals(State.DONE_ON_TIME, only(drill, log, "2025-11-04").state());
        assertEquals(State.NOT_YET_DUE, only(drill, log, "2026-02-01").state());
        assertEquals(State.OVERDUE, only(drill, log, "2026-04-01").state());
        assertEquals(1, only(drill, log, "2026-04-01").daysPastDue());
        Practice gentle = drill.withCadence(drill.cadence().withGrace(Period.ofDays(5)));
        assertEquals(State.DUE_IN_GRACE, only(gentle, log, "2026-04-05").state());
        assertEquals(State.OVERDUE, only(gentle, log, "2026-04-06").state());
        EvidenceLog good = log.plus(drill.done("d2", noon(LocalDate.of(2026, 4, 3)), Subject.team(TEAM.id())));
        assertEquals(State.DONE_ON_TIME, only(drill, good, "2026-04-06").state());
        PracticeReport report = drill.read(good, TEAM, noon(LocalDate.of(2026, 7, 1)), BERLIN);
        assertEquals(Ratio.of(0, 1), report.onTime(FIRST_QUARTER).orElseThrow());
        assertEquals(
                Ratio.of(2, 4),
                report.onTime(dev.customerservice.metrics.report.Period.between(
                                LocalDate.of(2025, 7, 1), LocalDate.of(2026, 7, 1), BERLIN))
                        .orElseThrow());
    }

    @Test
    void aWindowMayAskForMoreThanOne() {
        Practice twice =
                practice("twice", new Cadence.Each(Unit.MONTH, 2, Cadence.once().terms()));
        EvidenceLog one = EvidenceLog.of(twice.done("e1", noon(LocalDate.of(2026, 3, 3)), ANA));
        EvidenceLog both = one.plus(twice.done("e2", noon(LocalDate.of(2026, 3, 9)), ANA));
        assertEquals(State.OVERDUE, state(twice, one, ANA, "2026-04-02"));
        assertEquals(State.NOT_YET_DUE, state(twice, one, ANA, "2026-03-31"));
        assertEquals(State.DONE_ON_TIME, state(twice, both, ANA, "2026-03-31"));
        assertEquals(State.NOT_YET_DUE, state(twice, both, ANA, "2026-04-02"));
        EvidenceLog madeGood = one.plus(twice.done("e3", noon(LocalDate.of(2026, 4, 1)), ANA));
        assertEquals(State.NOT_YET_DUE, state(twice, madeGood, ANA, "2026-04-02"), "the missing one came in April");
    }

    @Test
    void onceIsDueOnJoiningPlusGrace() {
        Practice screening = practice("screening-done", Cadence.once().withGrace(Period.ofDays(10)));
        assertEquals(State.NOT_YET_DUE, state(screening, EvidenceLog.empty(), BEN, "2026-03-02"));
        assertEquals(State.DUE_IN_GRACE, state(screening, EvidenceLog.empty(), BEN, "2026-03-12"));
        assertEquals(State.OVERDUE, state(screening, EvidenceLog.empty(), BEN, "2026-03-13"));
        EvidenceLog before = EvidenceLog.of(screening.done("e", noon(LocalDate.of(2026, 2, 1)), BEN));
        assertEquals(State.DONE_ON_TIME, state(screening, before, BEN, "2026-03-13"));
        EvidenceLog after = EvidenceLog.of(screening.done("e", noon(LocalDate.of(2026, 3, 4)), BEN));
        assertEquals(State.DONE_LATE, state(screening, after, BEN, "2026-03-13"));
    }

    @Test
    void aPromiseIsDueWhenItSays() {
        Practice delivered = practice("deliverable-on-time", Cadence.by("deliverable.promised", "due"))
                .withEvidence(Proof.of("deliverable.done"));
        Instant due = noon(LocalDate.of(2026, 3, 10));
        Evidence promise =
                Evidence.of("p", "deliverable.promised", noon(LocalDate.of(2026, 3, 1)), Subject.person(ANA));
        EvidenceLog promised = EvidenceLog.of(promise.withDetail("due", new Detail.Moment(due)));
        Evidence done = Evidence.of("d", "deliverable.done", due.plusSeconds(1), Subject.person(ANA));
        assertEquals(State.DONE_LATE, state(delivered, promised.plus(done), ANA, "2026-03-13"));
        assertEquals(State.OVERDUE, state(delivered, promised, ANA, "2026-03-13"));
        assertEquals(
                Optional.of("p"),
                delivered.read(promised, TEAM, due, BERLIN).readings().get(0).trigger());
        assertEquals(
                List.of(),
                delivered.read(EvidenceLog.of(promise), TEAM, due, BERLIN).readings(),
                "no promise, nothing to keep");
        assertEquals(
                absent(Absence.NOTHING_COUNTED),
                delivered
                        .read(EvidenceLog.of(promise), TEAM, noon(APRIL_1ST), BERLIN)
                        .onTime(FIRST_QUARTER));
    }

    @Test
    void messagesReachEveryGroupInTheSameWords() {
        Practice delivered = practice("messages-delivered", Cadence.after("message.planned", Period.ofDays(7)))
                .withAbout("topic", "team")
                .withEvidence(new Proof(
                        "message.delivered",
                        new java.util.TreeMap<>(),
                        Evidence.Basis.TESTIMONY,
                        Optional.of("wording"),
                        Optional.empty()));
        EvidenceLog log = EvidenceLog.empty();
        for (String topic : List.of("move", "tool", "hours")) {
            for (String team : List.of("a", "b", "c", "d")) {
                log = log.plus(message("message.planned", topic, team, "first", 1));
                if (!topic.equals("hours") || team.equals("a")) {
                    log = log.plus(message(
                                    "message.delivered",
                                    topic,
                                    team,
                                    topic.equals("tool") && team.equals("d") ? "other" : "first",
                                    2)
                            .withBy(team.equals("a") ? MARA : ANA));
                }
            }
        }
        List<Participant> all = log.of("message.planned").stream()
                .map(planned -> Participant.of(
                        planned.subject("topic").orElseThrow(),
                        planned.subject("team").orElseThrow()))
                .toList();
        PracticeReport report = delivered.readAbout(log, all, noon(APRIL_1ST), BERLIN, CalendarBook.of(List.of()));
        assertEquals(12, report.readings().size());
        assertEquals(
                List.of("[topic:hours, team:b]", "[topic:hours, team:c]", "[topic:hours, team:d]"),
                report.undelivered().stream()
                        .map(reading -> reading.about().toString())
                        .toList());
        assertEquals(Set.of(Subject.of("topic", "tool")), report.divergent().keySet());
        assertEquals(
                Set.of(new Detail.Text("first"), new Detail.Text("other")),
                report.divergent().get(Subject.of("topic", "tool")));
        assertEquals(
                Set.of(Subject.person(MARA), Subject.person(ANA)),
                report.speakers().get(Subject.of("topic", "move")));
        assertEquals(Set.of(Subject.person(MARA)), report.speakers().get(Subject.of("topic", "hours")));
        assertEquals(Ratio.of(9, 12), report.coverage().orElseThrow());
        Team a = Team.of(TeamId.of("a"));
        assertEquals(
                3, delivered.read(log, a, noon(APRIL_1ST), BERLIN).readings().size(), "one team's own messages");
    }

    @Test
    void pairsMayServeEachOther() {
        Practice peer = practice("peer-feedback", Cadence.each(Unit.QUARTER))
                .withAbout("person", "person")
                .withEvidence(Proof.of("feedback.given").withWhere("direction", "PEER"));
        EvidenceLog log = EvidenceLog.of(
                feedback("f1", ANA, BEN),
                feedback("f2", BEN, ANA),
                feedback("f3", ANA, MARA),
                feedback("f4", ANA, MARA),
                feedback("f5", MARA, ANA).withDetail("direction", "DOWNWARD"));
        PracticeReport report = peer.read(log, TEAM, noon(LocalDate.of(2026, 3, 31)), BERLIN);
        assertEquals(3, report.readings().size(), "three people, three pairs");
        assertEquals(Ratio.of(1, 2), report.reciprocity().orElseThrow());
        assertEquals(
                List.of("[person:ben, person:mara]"),
                report.undelivered().stream()
                        .map(reading -> reading.about().toString())
                        .toList());
        assertEquals(
                absent(Absence.NOTHING_COUNTED),
                peer.read(EvidenceLog.empty(), TEAM, noon(APRIL_1ST), BERLIN).reciprocity());
    }

    @Test
    void someThingsAreForManagersOnly() {
        Practice learning =
                practice("manager-learning", Cadence.each(Unit.QUARTER)).withAmong(Practice.Among.MANAGERS);
        PracticeReport report = learning.read(EvidenceLog.empty(), TEAM, noon(APRIL_1ST), BERLIN);
        assertEquals(
                List.of(MARA),
                report.readings().stream()
                        .flatMap(reading -> reading.person().stream())
                        .toList());
    }

    @Test
    void aCertificateIsRenewedByTheNext() {
        Practice renewal = practice("recertification-due", Cadence.by("certificate.granted", "expires"))
                .withEvidence(Proof.of("certificate.granted"));
        EvidenceLog log = EvidenceLog.of(certificate("c1", "2025-03-01"));
        assertEquals(State.OVERDUE, state(renewal, log, ANA, "2026-03-02"), "it does not renew itself");
        EvidenceLog renewed = log.plus(certificate("c2", "2026-02-20"));
        assertEquals(
                List.of(State.DONE_ON_TIME, State.NOT_YET_DUE),
                renewal.read(renewed, TEAM, noon(APRIL_1ST), BERLIN).of(ANA).stream()
                        .map(PracticeReading::state)
                        .toList());
    }

    @Test
    void whatIsFollowedByItsDetailIsAnsweredByTheSame() {
        Practice renewal = practice("recertification-due", Cadence.by("certificate.granted", "expires"))
                .withEvidence(Proof.of("certificate.granted").withPer("skill"));
        EvidenceLog log = EvidenceLog.of(
                certificate("c1", "2025-03-01").withDetail("skill", "calm"),
                certificate("c2", "2026-02-20").withDetail("skill", "empathy"),
                certificate("c3", "2025-02-21"),
                certificate("c4", "2026-02-21"));
        assertEquals(
                Set.of("c1 OVERDUE", "c2 NOT_YET_DUE", "c3 DONE_ON_TIME", "c4 NOT_YET_DUE"),
                renewal.read(log, TEAM, noon(APRIL_1ST), BERLIN).of(ANA).stream()
                        .map(reading -> reading.trigger().orElseThrow() + " " + reading.state())
                        .collect(Collectors.toSet()));
        String message = String.valueOf(assertThrows(
                        IllegalArgumentException.class,
                        () -> practice("talk", Cadence.every(Period.ofDays(7)))
                                .withEvidence(Proof.of("talk.held").withPer("skill")))
                .getMessage());
        assertTrue(message.startsWith("per (skill) of practice talk must be a detail"), message);
        assertEquals(
                "b",
                Proof.of("a").withPer("b").withWhere("c", "d").per().orElseThrow(),
                "a demand keeps what is followed");
    }

    private static Evidence certificate(String id, String granted) {
        LocalDate date = LocalDate.parse(granted);
        return Evidence.of(id, "certificate.granted", noon(date), Subject.person(ANA))
                .withDetail("expires", new Detail.Moment(noon(date.plusYears(1))));
    }

    @Test
    void aboutRolesEachRoleHeldCounts() {
        Practice vision = practice("role-vision-explained", Cadence.every(Period.ofYears(1)))
                .withAbout("role");
        EvidenceLog log =
                EvidenceLog.of(vision.done("v", noon(LocalDate.of(2026, 1, 7)), Subject.role(JobRole.LEAD.id())));
        assertEquals(
                Ratio.of(1, 3),
                vision.read(log, TEAM, noon(APRIL_1ST), BERLIN).coverage().orElseThrow());
    }

    @Test
    void adviceHasNoRatio() {
        PracticeReport report = TALK.withAdvice(true).read(talks("2026-03-17"), TEAM, noon(APRIL_1ST), BERLIN);
        assertEquals(absent(new Absence("advice_only")), report.coverage());
        assertEquals(absent(new Absence("advice_only")), report.onTime(FIRST_QUARTER));
        assertEquals(2, report.readings().size());
    }

    @Test
    void aTeamCannotTellItsAccounts() {
        Practice review = practice("account-review", Cadence.each(Unit.QUARTER)).withAbout("account");
        String message = String.valueOf(assertThrows(
                        IllegalArgumentException.class,
                        () -> review.read(EvidenceLog.empty(), TEAM, noon(APRIL_1ST), BERLIN))
                .getMessage());
        assertTrue(message.contains("readAbout"), message);
        PracticeReport report = review.readAbout(
                EvidenceLog.empty(),
                List.of(new Participant(List.of(Subject.of("account", "acme")), Optional.empty(), Optional.empty())),
                noon(APRIL_1ST),
                BERLIN,
                CalendarBook.of(List.of()));
        assertEquals(1, report.readings().size());
        assertEquals(Optional.empty(), report.readings().get(0).person());
    }

    @Test
    void aTeamAdoptsAnAcceptedCadence() {
        Practice review =
                practice("stakeholder-review", Cadence.each(Unit.QUARTER)).withAlternatives(Cadence.each(Unit.MONTH));
        assertEquals(
                Cadence.each(Unit.MONTH),
                review.adopting(Cadence.each(Unit.MONTH)).cadence());
        assertEquals(review, review.adopting(Cadence.each(Unit.QUARTER)));
        assertThrows(IllegalArgumentException.class, () -> review.adopting(Cadence.each(Unit.YEAR)));
    }

    private static Practice practice(String id, Cadence cadence) {
        return Practice.builder()
                .id(id)
                .title(id)
                .statement(id)
                .addAbout("person")
                .cadence(cadence)
                .build();
    }

    private static Evidence message(String kind, String topic, String team, String wording, int day) {
        return Evidence.of(
                        kind + topic + team,
                        kind,
                        noon(LocalDate.of(2026, 3, day)),
                        Subject.of("topic", topic),
                        Subject.team(TeamId.of(team)))
                .withDetail("wording", wording);
    }

    private static Evidence feedback(String id, AgentId from, AgentId to) {
        return Evidence.of(id, "feedback.given", noon(LocalDate.of(2026, 3, 3)), Subject.person(to))
                .withBy(from)
                .withDetail("direction", "PEER");
    }

    private static EvidenceLog talks(String... dates) {
        EvidenceLog log = EvidenceLog.empty();
        for (String date : dates) {
            log = log.plus(TALK.done("t" + date, noon(LocalDate.parse(date)), ANA));
        }
        return log;
    }

    private static List<String> states(Practice practice, EvidenceLog log, String date) {
        return practice.read(log, TEAM, noon(LocalDate.parse(date)), BERLIN).readings().stream()
                .map(reading -> reading.person().orElseThrow().value() + " " + reading.state() + " "
                        + reading.due().orElseThrow().date() + " " + reading.daysPastDue())
                .toList();
    }

    private static State state(Practice practice, EvidenceLog log, AgentId person, String date) {
        return practice.read(log, TEAM, noon(LocalDate.parse(date)), BERLIN)
                .of(person)
                .get(0)
                .state();
    }

    private static PracticeReading only(Practice practice, EvidenceLog log, String date) {
        return practice.read(log, TEAM, noon(LocalDate.parse(date)), BERLIN)
                .readings()
                .get(0);
    }

    private static Instant noon(LocalDate date) {
        return date.atTime(12, 0).atZone(BERLIN).toInstant();
    }

    private static Measurement<Ratio> absent(Absence reason) {
        return Measurement.noData(reason, LeftOut.none());
    }
}

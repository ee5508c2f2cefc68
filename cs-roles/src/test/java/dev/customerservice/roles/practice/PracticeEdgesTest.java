package dev.customerservice.roles.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.practice.Practice.Participant;
import dev.customerservice.roles.practice.PracticeReading.State;
import dev.customerservice.roles.role.JobRole;
import dev.customerservice.roles.role.Team;
import dev.customerservice.roles.role.TeamMember;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is concerned by what, where somebody joins, leaves or is of another team. */
class PracticeEdgesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final CalendarBook NONE = CalendarBook.of(List.of());
    private static final AgentId ANA = AgentId.of("ana");
    private static final AgentId BEN = AgentId.of("ben");
    private static final AgentId ZOE = AgentId.of("zoe");

    @Test
    void onlyWhatIsDueInThePeriodCounts() {
        Practice talk = practice(Cadence.every(Period.ofDays(14)), "person");
        EvidenceLog log = EvidenceLog.of(talk.done("e", noon("2026-02-02"), ANA));
        PracticeReport report =
                talk.readAbout(log, List.of(Participant.of(Subject.person(ANA))), noon("2026-06-01"), BERLIN, NONE);
        assertEquals(
                Optional.of(Ratio.of(0, 1)),
                report.onTime(month(Month.FEBRUARY)).amount(),
                "due on the 16th");
        assertTrue(report.onTime(month(Month.JANUARY)).amount().isEmpty());
        assertTrue(report.onTime(month(Month.MARCH)).amount().isEmpty());
    }

    @Test
    void aWindowConcernsWhoWasThereInIt() {
        Practice talk = practice(Cadence.each(Cadence.Unit.MONTH), "person");
        Participant ana = new Participant(
                List.of(Subject.person(ANA)),
                Optional.of(LocalDate.of(2026, 2, 28)),
                Optional.of(LocalDate.of(2026, 4, 1)));
        PracticeReport report = talk.readAbout(EvidenceLog.empty(), List.of(ana), noon("2026-06-01"), BERLIN, NONE);
        assertTrue(report.onTime(month(Month.JANUARY)).amount().isEmpty(), "not yet there");
        assertEquals(
                Optional.of(Ratio.of(0, 1)),
                report.onTime(month(Month.FEBRUARY)).amount(),
                "there for a day");
        assertEquals(
                Optional.of(Ratio.of(0, 1)), report.onTime(month(Month.MARCH)).amount());
        assertTrue(report.onTime(month(Month.APRIL)).amount().isEmpty(), "no longer there");
        Practice often = practice(Cadence.every(Period.ofDays(14)), "person");
        Participant gone = new Participant(
                List.of(Subject.person(ANA)),
                Optional.of(LocalDate.of(2026, 3, 20)),
                Optional.of(LocalDate.of(2026, 4, 3)));
        assertTrue(
                often.readAbout(EvidenceLog.empty(), List.of(gone), noon("2026-06-01"), BERLIN, NONE)
                        .onTime(month(Month.APRIL))
                        .amount()
                        .isEmpty(),
                "due on the date after the last");
    }

    @Test
    void aPairIsThereWhileBothAre() {
        Practice pairs = practice(Cadence.every(Period.ofDays(14)), "person", "person");
        Team team = Team.of(
                TeamId.of("harbour"),
                TeamMember.of(ANA, JobRole.ASSOCIATE)
                        .withJoinedOn(LocalDate.of(2026, 1, 5))
                        .withLeftOn(LocalDate.of(2026, 5, 1)),
                TeamMember.of(BEN, JobRole.ASSOCIATE)
                        .withJoinedOn(LocalDate.of(2026, 2, 2))
                        .withLeftOn(LocalDate.of(2026, 6, 1)));
        PracticeReading february = pairs.read(EvidenceLog.empty(), team, noon("2026-02-10"), BERLIN)
                .readings()
                .get(0);
        assertEquals(LocalDate.of(2026, 2, 16), february.due().orElseThrow().date(), "two weeks after the later");
        assertEquals(State.NOT_YET_DUE, february.state());
        assertEquals(State.NOT_APPLICABLE, only(pairs, team, "2026-02-01"));
        assertEquals(State.OVERDUE, only(pairs, team, "2026-04-30"));
        assertEquals(State.NOT_APPLICABLE, only(pairs, team, "2026-05-01"), "the earlier has left");
        assertEquals("anyone", pairs.by());
        EvidenceLog log = EvidenceLog.of(
                pairs.done("e1", noon("2026-02-10"), Subject.person(ANA), Subject.person(BEN), Subject.team(team.id())),
                pairs.done("e2", noon("2026-02-24"), Subject.person(ANA), Subject.team(team.id())));
        PracticeReading met =
                pairs.read(log, team, noon("2026-02-25"), BERLIN).readings().get(0);
        assertEquals(Optional.of(noon("2026-02-10")), met.lastAt(), "one alone is no pair");
    }

    @Test
    void ofWhatIsPlannedForPeopleATeamReadsItsOwn() {
        Practice told = practice(Cadence.after("message.planned", Period.ofDays(7)), "topic", "person");
        Team team = Team.of(TeamId.of("harbour"), TeamMember.of(ANA, JobRole.ASSOCIATE));
        EvidenceLog log = EvidenceLog.of(planned("p1", ANA), planned("p2", ZOE));
        assertEquals(
                List.of(List.of(Subject.of("topic", "hours"), Subject.person(ANA))),
                told.read(log, team, noon("2026-03-01"), BERLIN).readings().stream()
                        .map(PracticeReading::about)
                        .toList());
    }

    @Test
    void whatIsNotYetDueForTheFirstTimeIsLeftOut() {
        Practice talk = practice(Cadence.every(Period.ofDays(14)), "person");
        Participant ana = Participant.of(Subject.person(ANA));
        Participant ben =
                new Participant(List.of(Subject.person(BEN)), Optional.of(LocalDate.of(2026, 3, 1)), Optional.empty());
        EvidenceLog log = EvidenceLog.of(talk.done("e", noon("2026-03-02"), ANA));
        PracticeReport report = talk.readAbout(log, List.of(ana, ben), noon("2026-03-03"), BERLIN, NONE);
        assertEquals(Ratio.of(1, 1), report.coverage().orElseThrow());
        PracticeReport later = talk.readAbout(log, List.of(ana, ben), noon("2026-03-16"), BERLIN, NONE);
        assertEquals(Ratio.of(1, 2), later.coverage().orElseThrow());
        PracticeReport late = talk.readAbout(log, List.of(ana, ben), noon("2026-03-17"), BERLIN, NONE);
        assertEquals(Ratio.of(0, 2), late.coverage().orElseThrow());
    }

    private static State only(Practice practice, Team team, String date) {
        return practice.read(EvidenceLog.empty(), team, noon(date), BERLIN)
                .readings()
                .get(0)
                .state();
    }

    private static Evidence planned(String id, AgentId person) {
        return Evidence.of(
                id, "message.planned", noon("2026-02-20"), Subject.of("topic", "hours"), Subject.person(person));
    }

    private static Practice practice(Cadence cadence, String... about) {
        return Practice.builder()
                .id("talk")
                .title("Talk")
                .statement("Talk.")
                .addAbout(about)
                .cadence(cadence)
                .build();
    }

    private static dev.customerservice.metrics.report.Period month(Month month) {
        return dev.customerservice.metrics.report.Period.month(2026, month, BERLIN);
    }

    private static Instant noon(String date) {
        return LocalDate.parse(date).atTime(12, 0).atZone(BERLIN).toInstant();
    }
}

package dev.customerservice.roles.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.metrics.facts.FactExtractor;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.kpi.Direction;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.report.Dimension;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.report.Scoreboard;
import dev.customerservice.metrics.statistics.ConfidenceInterval;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.metrics.statistics.SurvivalCurve;
import dev.customerservice.roles.catalogue.Catalogue;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.performance.Feedback.Tone;
import dev.customerservice.roles.performance.PersonFacts.Figure;
import dev.customerservice.roles.practice.Cadence;
import dev.customerservice.roles.practice.Practice;
import dev.customerservice.roles.role.JobRole;
import dev.customerservice.roles.role.Team;
import dev.customerservice.roles.role.TeamMember;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The first quarter of 2026 in team Harbour, as its manager Mara would be asked about it. */
class PeopleOfAQuarterTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Period QUARTER = Period.quarter(2026, 1, BERLIN);
    private static final AgentId MARA = AgentId.of("mara");
    private static final AgentId ANA = AgentId.of("ana");
    private static final AgentId BEN = AgentId.of("ben");
    private static final AgentId CHI = AgentId.of("chi");
    private static final AgentId DEE = AgentId.of("dee");
    private static final Team HARBOUR = Team.of(
            TeamId.of("harbour"),
            TeamMember.of(MARA, JobRole.LEAD),
            TeamMember.of(ANA, JobRole.ASSOCIATE).withManager(MARA),
            TeamMember.of(BEN, JobRole.ASSOCIATE).withManager(MARA),
            TeamMember.of(CHI, JobRole.ASSOCIATE).withManager(MARA).withLeftOn(LocalDate.of(2026, 3, 16)),
            TeamMember.of(DEE, JobRole.ASSOCIATE).withManager(MARA).withJoinedOn(LocalDate.of(2026, 2, 2)));
    private static final Practice WITHIN_THREE_DAYS = Practice.builder()
            .id("feedback-within-three-days")
            .title("Feedback on behaviour within three days")
            .statement("Give feedback on a behaviour while it is remembered.")
            .addAbout("person")
            .by("manager")
            .cadence(Cadence.after("behaviour.observed", java.time.Period.ofDays(3)))
            .evidence(Practice.Proof.of(Feedback.GIVEN))
            .build();
    private static final Catalogue<Practice> PRACTICES = Catalogue.of(List.of(WITHIN_THREE_DAYS));

    @Test
    @Tag("S0-32")
    void advancingIsTheHeadline() {
        Evidence promotion = Evidence.of("p1", "person.advanced", at(3, 16), Subject.person(CHI))
                .withDetail("from", "associate")
                .withDetail("to", "engineer");
        List<PersonFacts> rows = PersonFacts.of(EvidenceLog.of(promotion), HARBOUR, QUARTER, PRACTICES);
        assertEquals(
                List.of(ANA, BEN, CHI, DEE, MARA),
                rows.stream().map(PersonFacts::person).toList());
        assertEquals(
                List.of(90L, 90L, 74L, 58L, 90L),
                rows.stream().map(row -> row.number(Figure.PRESENT_DAYS)).toList());
        Ratio rate = measure(rows, PeopleKpis.advancementRate()).orElseThrow();
        assertEquals(Ratio.of(90, 312), rate);
        assertEquals(15.0 / 52, rate.value().orElseThrow(), 1e-15);
        assertEquals("advancement_rate", PeopleKpis.ofManager().get(0).id());
        assertEquals(7, PeopleKpis.ofManager().stream().map(Kpi::id).distinct().count());
    }

    @Test
    @Tag("S1-28")
    @Tag("S1-32")
    void peopleAreReportedAsEverythingElse() {
        Evidence promotion = Evidence.of("p1", "person.advanced", at(3, 16), Subject.person(CHI));
        List<PersonFacts> rows = PersonFacts.of(EvidenceLog.of(promotion), HARBOUR, QUARTER, PRACTICES);
        Facts facts =
                Facts.of(List.of(), FactExtractor.asOf(QUARTER.endExclusive())).with(PersonFacts.class, rows);
        KpiReport scoreboard = KpiReport.over(QUARTER)
                .measure(PeopleKpis.ofManager())
                .by(Dimension.AGENT)
                .collect(facts);
        assertEquals("advancement_rate", scoreboard.measures().get(0).id());
        assertEquals(
                Ratio.of(90, 312),
                scoreboard.value(PeopleKpis.advancementRate()).orElseThrow());
        assertEquals(
                Ratio.of(90, 74),
                scoreboard.at(CHI).value(PeopleKpis.advancementRate()).orElseThrow());
    }

    @Test
    @Tag("S0-32")
    @Tag("S1-32")
    void theScorecardOfAManagerBeginsWithWhoAdvances() {
        Evidence promotion = Evidence.of("p1", "person.advanced", at(3, 16), Subject.person(CHI));
        List<PersonFacts> rows = PersonFacts.of(EvidenceLog.of(promotion), HARBOUR, QUARTER, PRACTICES);
        KpiReport report = KpiReport.over(QUARTER)
                .measure(PeopleKpis.ofManager())
                .collect(Facts.of(List.of(), FactExtractor.asOf(QUARTER.endExclusive()))
                        .with(PersonFacts.class, rows));
        List<PerformanceStandard> standards = List.of(
                standard("missed", "attrition.regretted", "0.1", "0", "0.5", Direction.LOWER_IS_BETTER),
                standard("advance", "advancement_rate", "0.1", "0.25", "0.2", Direction.HIGHER_IS_BETTER),
                standard("feedback", "feedback_on_time", "0.8", "0.95", "0.3", Direction.HIGHER_IS_BETTER));
        Scoreboard scorecard = PeopleKpis.scorecard(report.total(), standards, PeopleKpis.ofManager());
        assertEquals(
                List.of("advancement_rate MET", "attrition.regretted MET", "feedback_on_time NO_DATA"),
                scorecard.lines().stream()
                        .map(line -> line.id() + " " + line.standing())
                        .toList());
        assertEquals(
                Ratio.of(90, 312), scorecard.lines().get(0).measured().amount().orElseThrow());
        IllegalArgumentException unknown = assertThrows(
                IllegalArgumentException.class, () -> PeopleKpis.scorecard(report.total(), standards, List.of()));
        assertTrue(String.valueOf(unknown.getMessage()).startsWith("kpi (advancement_rate) of standard advance must"));
    }

    private static PerformanceStandard standard(
            String id, String kpi, String good, String exceptional, String weight, Direction direction) {
        return PerformanceStandard.builder()
                .id(id)
                .title(id)
                .appliesTo(Subject.of("role", "lead"))
                .area("people")
                .kpi(kpi)
                .good(new BigDecimal(good))
                .exceptional(new BigDecimal(exceptional))
                .weight(new BigDecimal(weight))
                .direction(direction)
                .build();
    }

    /** Friday to Wednesday is five dates and three working days. */
    @Test
    void workingDaysAreThoseOfTheCalendar() {
        Practice working =
                WITHIN_THREE_DAYS.withCadence(WITHIN_THREE_DAYS.cadence().withWorkingDays(CalendarId.of("office")));
        CalendarBook office = CalendarBook.of(BusinessCalendar.builder()
                .id("office")
                .zone(BERLIN)
                .hours(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00-18:00"))
                .build());
        Evidence seen = Evidence.of("b1", "behaviour.observed", at(1, 9), Subject.person(ANA));
        Evidence told = Feedback.of("f1", MARA, ANA, at(1, 14), Tone.POSITIVE, "listens")
                .withAnswers("b1")
                .toEvidence(HARBOUR);
        EvidenceLog log = EvidenceLog.of(seen, told);
        assertEquals(
                Ratio.of(1, 1),
                measure(
                                PersonFacts.of(log, HARBOUR, QUARTER, Catalogue.of(List.of(working)), office),
                                PeopleKpis.feedbackOnTime())
                        .orElseThrow());
        assertEquals(
                Ratio.of(0, 1),
                measure(PersonFacts.of(log, HARBOUR, QUARTER, PRACTICES), PeopleKpis.feedbackOnTime())
                        .orElseThrow());
    }

    @Test
    @Tag("S0-22")
    @Tag("S2-05")
    void feedbackInTimeAndItsTone() {
        List<Evidence> log = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            AgentId person = List.of(ANA, BEN, CHI).get(i % 3);
            log.add(Evidence.of("b" + i, "behaviour.observed", at(1, 5 + i), Subject.person(person)));
            if (i < 11) {
                Tone tone = i < 8 ? Tone.POSITIVE : Tone.CORRECTIVE;
                Instant given = i < 10 ? at(1, 8 + i) : at(1, 8 + i).plusSeconds(3600);
                log.add(Feedback.of("f" + i, MARA, person, given, tone, "listens")
                        .withAnswers("b" + i)
                        .toEvidence(HARBOUR));
            }
        }
        List<PersonFacts> rows = PersonFacts.of(EvidenceLog.of(log), HARBOUR, QUARTER, PRACTICES);
        Ratio onTime = measure(rows, PeopleKpis.feedbackOnTime()).orElseThrow();
        assertEquals(Ratio.of(10, 12), onTime);
        ConfidenceInterval interval = onTime.interval().orElseThrow();
        assertEquals(0.552, interval.low(), 0.0005);
        assertEquals(0.953, interval.high(), 0.0005);
        assertEquals(
                Ratio.of(8, 3), measure(rows, PeopleKpis.positiveToCorrective()).orElseThrow());
        List<PersonFacts> unknown =
                PersonFacts.of(EvidenceLog.of(log), HARBOUR, QUARTER, Catalogue.of(List.<Practice>of()));
        assertTrue(measure(unknown, PeopleKpis.feedbackOnTime()).amount().isEmpty(), "nothing was due");
    }

    @Test
    @Tag("S2-09")
    void whoLeavesAndWhoIsMissed() {
        Evidence moved =
                Evidence.of("l1", "person.left", at(3, 16), Subject.person(CHI)).withDetail("regretted", true);
        Evidence after = Evidence.of("l2", "person.left", at(4, 1), Subject.person(BEN));
        Evidence manager = Evidence.of("l3", "person.left", at(3, 1), Subject.person(MARA));
        List<PersonFacts> rows = PersonFacts.of(EvidenceLog.of(moved, after, manager), HARBOUR, QUARTER, PRACTICES);
        assertEquals(Ratio.of(90, 312), measure(rows, PeopleKpis.attrition()).orElseThrow());
        assertEquals(
                Ratio.of(90, 312),
                measure(rows, PeopleKpis.regrettedAttrition()).orElseThrow());
        List<PersonFacts> plain =
                PersonFacts.of(EvidenceLog.of(moved.withDetail("regretted", false)), HARBOUR, QUARTER, PRACTICES);
        assertEquals(
                Ratio.of(0, 312),
                measure(plain, PeopleKpis.regrettedAttrition()).orElseThrow());
    }

    /** Chi leaves after 42 days, Dee stays on; the rest have no joining date, or one that has not come yet. */
    @Test
    void whoIsStillThereIsNotTakenForGone() {
        LocalDate february = LocalDate.of(2026, 2, 2);
        Team team = Team.of(
                TeamId.of("harbour"),
                TeamMember.of(ANA, JobRole.ASSOCIATE).withLeftOn(february.plusDays(1)),
                TeamMember.of(BEN, JobRole.ASSOCIATE).withJoinedOn(february.plusDays(60)),
                TeamMember.of(CHI, JobRole.ASSOCIATE).withJoinedOn(february).withLeftOn(february.plusDays(42)),
                TeamMember.of(DEE, JobRole.ASSOCIATE).withJoinedOn(february));
        assertEquals(
                List.of(new SurvivalCurve.Step(Duration.ofDays(42), 0.5)),
                PeopleKpis.tenure(team, february.plusDays(42)).steps());
        assertEquals(List.of(), PeopleKpis.tenure(team, february.plusDays(41)).steps(), "nobody has left yet");
    }

    private static Measurement<Ratio> measure(List<PersonFacts> rows, Kpi<PersonFacts, Ratio> kpi) {
        return rows.stream().collect(kpi.collector());
    }

    private static Instant at(int month, int day) {
        return LocalDate.of(2026, month, day).atTime(9, 0).atZone(BERLIN).toInstant();
    }
}

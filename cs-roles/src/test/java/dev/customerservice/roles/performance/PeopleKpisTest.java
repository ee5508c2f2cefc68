package dev.customerservice.roles.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.metrics.facts.Attributes;
import dev.customerservice.metrics.facts.ReviewFacts;
import dev.customerservice.metrics.kpi.Accumulator;
import dev.customerservice.metrics.kpi.Direction;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.kpi.QualityKpis;
import dev.customerservice.metrics.kpi.State;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.metrics.statistics.ReviewScore;
import dev.customerservice.metrics.statistics.SurvivalCurve;
import dev.customerservice.roles.catalogue.Catalogue;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.performance.Feedback.Tone;
import dev.customerservice.roles.performance.PersonFacts.Figure;
import dev.customerservice.roles.practice.Cadence;
import dev.customerservice.roles.practice.Practice;
import dev.customerservice.roles.role.JobRole;
import dev.customerservice.roles.role.Team;
import dev.customerservice.roles.role.TeamMember;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each measure of people on a small log of March, and the laws of their sums. */
class PeopleKpisTest {

    private static final Period MARCH = Period.month(2026, Month.MARCH, ZoneOffset.UTC);
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final AgentId MARA = AgentId.of("mara");
    private static final AgentId ANA = AgentId.of("ana");
    private static final AgentId BEN = AgentId.of("ben");
    private static final AgentId CHI = AgentId.of("chi");
    private static final Team HARBOUR = Team.of(
            TeamId.of("harbour"),
            TeamMember.of(MARA, JobRole.LEAD),
            TeamMember.of(ANA, JobRole.ASSOCIATE).withManager(MARA),
            TeamMember.of(BEN, JobRole.ASSOCIATE).withManager(MARA),
            TeamMember.of(CHI, JobRole.ASSOCIATE).withManager(MARA));
    private int number;

    @Test
    @Tag("S0-25")
    @Tag("S0-27")
    void feedbackBetweenPeersAndUpwards() {
        List<PersonFacts> rows = rows(
                feedback(ANA, BEN), feedback(BEN, ANA), feedback(BEN, CHI), feedback(CHI, MARA), feedback(MARA, ANA));
        assertEquals(Ratio.of(1, 2), measure(rows, PeopleKpis.reciprocity()).orElseThrow());
        assertEquals(
                Ratio.of(3, 4), measure(rows, PeopleKpis.peerFeedbackRate()).orElseThrow());
        assertEquals(
                Ratio.of(1, 4), measure(rows, PeopleKpis.upwardFeedbackRate()).orElseThrow());
        assertEquals(List.of(), PeopleKpis.underused(rows));
        List<PersonFacts> silent = rows(feedback(MARA, ANA));
        assertTrue(measure(silent, PeopleKpis.reciprocity()).amount().isEmpty(), "no pairs, no data");
        assertEquals(
                List.of("PEER", "UPWARD"),
                PeopleKpis.underused(silent).stream().map(Reason::where).toList());
        assertEquals(List.of(), PeopleKpis.underused(List.of()));
    }

    @Test
    @Tag("S0-27")
    void conflictsThatPeopleEndThemselves() {
        List<PersonFacts> rows = rows(
                event("conflict.closed", ANA).withDetail("withoutManager", true),
                Evidence.of("both", "conflict.closed", NOON, Subject.person(ANA), Subject.person(BEN)));
        assertEquals(
                Ratio.of(1, 2), measure(rows, PeopleKpis.selfSolvedConflicts()).orElseThrow());
    }

    @Test
    @Tag("S0-03")
    @Tag("S0-17")
    void developmentIsSharedOutAndMentoringIsDevelopment() {
        List<PersonFacts> rows = rows(
                hours("development.invested", ANA, 180, "PROFESSIONAL"),
                hours("development.invested", BEN, 60, "PERSONAL"),
                hours("mentoring.given", CHI, 120, "any"),
                hours("development.invested", MARA, 120, "PROFESSIONAL"));
        assertEquals(180, row(rows, ANA).number(Figure.PROFESSIONAL_MINUTES));
        assertEquals(60, row(rows, BEN).number(Figure.PERSONAL_MINUTES));
        assertEquals(120, row(rows, CHI).number(Figure.PROFESSIONAL_MINUTES), "the mentor learns too");
        assertEquals(
                Ratio.of(480, 4), measure(rows, PeopleKpis.developmentMinutes()).orElseThrow());
        assertEquals(0.1875, PeopleKpis.developmentEquity(rows).orElseThrow(), 1e-12);
        assertEquals(OptionalDouble.empty(), PeopleKpis.developmentEquity(rows()), "nobody got any");
        List<PersonFacts> even = rows(
                hours("mentoring.given", ANA, 60, ""),
                hours("mentoring.given", BEN, 60, ""),
                hours("mentoring.given", CHI, 60, ""),
                hours("mentoring.given", MARA, 60, ""));
        assertEquals(0, PeopleKpis.developmentEquity(even).orElseThrow(), 1e-12);
    }

    @Test
    @Tag("S0-11")
    void ideasAndOppositionAreHeardAndAnswered() {
        Evidence idea = event("idea.raised", ANA).withBy(ANA);
        Evidence second = event("idea.raised", ANA).withBy(ANA);
        Evidence adopted = event("idea.adopted", ANA).withAnswers(idea.id());
        Evidence dissent = event("dissent.recorded", BEN).withBy(BEN);
        List<PersonFacts> rows = rows(idea, second, adopted, dissent);
        assertEquals(
                Ratio.of(2, 4), measure(rows, PeopleKpis.ideaParticipation()).orElseThrow());
        assertEquals(Ratio.of(1, 2), measure(rows, PeopleKpis.ideaAdoption()).orElseThrow());
        Evidence answered = Evidence.of("a", "idea.answered", NOON.plusSeconds(3600), Subject.person(ANA))
                .withAnswers(idea.id());
        SurvivalCurve curve = PeopleKpis.ideaResponse(EvidenceLog.of(idea, second, answered), NOON.plusSeconds(7200));
        assertEquals(1, curve.steps().size());
        assertEquals(0.5, curve.steps().get(0).survival(), 1e-12, "the open one is not dropped");
    }

    @Test
    @Tag("S0-34")
    void badBehaviourIsCountedByPeople() {
        List<PersonFacts> rows =
                rows(event("incident.reported", ANA), event("incident.reported", ANA), event("incident.reported", BEN));
        assertEquals(Ratio.of(2, 4), measure(rows, PeopleKpis.conductSpread()).orElseThrow());
    }

    @Test
    @Tag("S0-31")
    void promisesKeptInTime() {
        Practice promise = Practice.builder()
                .id("deliverable-on-time")
                .title("Promises are kept")
                .statement("Deliver when it was said.")
                .addAbout("person")
                .cadence(Cadence.by("deliverable.promised", "due"))
                .evidence(Practice.Proof.of("deliverable.done"))
                .build();
        Evidence kept = event("deliverable.promised", ANA).withDetail("due", new Detail.Moment(NOON.plusSeconds(60)));
        Evidence broken = event("deliverable.promised", BEN).withDetail("due", new Detail.Moment(NOON.plusSeconds(60)));
        Evidence done = event("deliverable.done", ANA).withAnswers(kept.id());
        List<PersonFacts> rows =
                PersonFacts.of(EvidenceLog.of(kept, broken, done), HARBOUR, MARCH, Catalogue.of(List.of(promise)));
        assertEquals(
                Ratio.of(1, 2), measure(rows, PeopleKpis.deliverablesOnTime()).orElseThrow());
        assertTrue(measure(rows(), PeopleKpis.deliverablesOnTime()).amount().isEmpty(), "no promise, no data");
    }

    @Test
    @Tag("S2-26")
    @Tag("S2-03")
    void whereTheTimeOfALeaderGoes() {
        List<PersonFacts> rows = rows(
                hours("time.spent", MARA, 720, "STRATEGIC"),
                hours("time.spent", MARA, 240, "OPERATIONAL"),
                hours("time.spent", MARA, 150, "QUEUE"));
        assertEquals(
                Ratio.of(720, 960),
                measure(rows, PeopleKpis.strategicTimeShare()).orElseThrow());
        assertEquals(
                150,
                rows.stream().collect(PeopleKpis.ownQueueMinutes().collector()).orElseThrow());
        assertTrue(measure(rows(), PeopleKpis.strategicTimeShare()).amount().isEmpty());
    }

    @Test
    @Tag("S0-19")
    void standingStillIsKnownOnlyOfThoseOfWhomAnythingIs() {
        Evidence old =
                Evidence.of("t1", "training.completed", Instant.parse("2025-03-01T09:00:00Z"), Subject.person(ANA));
        List<PersonFacts> rows = rows(old, event("skill.assessed", BEN));
        assertEquals(396, row(rows, ANA).number(Figure.DAYS_SINCE_GROWTH));
        assertEquals(
                Ratio.of(1, 2), measure(rows, PeopleKpis.stagnationShare(365)).orElseThrow());
        assertEquals(
                Ratio.of(0, 2), measure(rows, PeopleKpis.stagnationShare(396)).orElseThrow(), "not more than 396");
        assertFalse(row(rows, CHI).numbers().containsKey(Figure.DAYS_SINCE_GROWTH));
        assertFalse(row(rows, ANA).toString().contains("ana"), "nobody is named");
    }

    @Test
    @Tag("S0-19")
    void whatIsFoundAgainIsNoGrowth() {
        Instant lastYear = Instant.parse("2025-03-01T09:00:00Z");
        Evidence first = level("s1", lastYear, 3);
        Evidence failed = event("training.completed", ANA).withDetail("passed", false);
        Evidence again = level("s2", NOON, 3);
        Evidence lower = level("s3", NOON, 2);
        assertEquals(396, row(rows(first, failed, again, lower), ANA).number(Figure.DAYS_SINCE_GROWTH));
        assertEquals(22, row(rows(first, level("s4", NOON, 4)), ANA).number(Figure.DAYS_SINCE_GROWTH));
        assertEquals(
                22,
                row(rows(first, event("training.completed", ANA).withDetail("passed", true)), ANA)
                        .number(Figure.DAYS_SINCE_GROWTH));
        Evidence certificate = Evidence.of("c1", "certificate.granted", lastYear, Subject.person(ANA))
                .withDetail("skill", "calm");
        Evidence renewed = event("certificate.granted", ANA).withDetail("skill", "calm");
        Evidence other = event("certificate.granted", ANA).withDetail("skill", "empathy");
        assertEquals(396, row(rows(certificate, renewed), ANA).number(Figure.DAYS_SINCE_GROWTH));
        assertEquals(22, row(rows(certificate, other), ANA).number(Figure.DAYS_SINCE_GROWTH));
        Evidence moved = event("person.moved", ANA);
        assertEquals(22, row(rows(certificate, moved), ANA).number(Figure.DAYS_SINCE_GROWTH));
    }

    /** Whoever is gone from the first of the month on has left in that month, and is nobody of it. */
    @Test
    @Tag("S2-09")
    void whoLeavesOnTheFirstDateIsNotLost() {
        LocalDate first = LocalDate.of(2026, 3, 1);
        Team team = HARBOUR.withMembers(HARBOUR.members().stream()
                .map(member -> member.person().equals(CHI) ? member.withLeftOn(first) : member)
                .toList());
        Evidence left =
                Evidence.of("l", "person.left", first.atTime(9, 0).toInstant(ZoneOffset.UTC), Subject.person(CHI));
        List<PersonFacts> rows = PersonFacts.of(
                EvidenceLog.of(left, event("idea.raised", ANA).withBy(ANA)),
                team,
                MARCH,
                Catalogue.of(List.<Practice>of()));
        assertEquals(4, rows.size());
        assertEquals(Ratio.of(31, 62), measure(rows, PeopleKpis.attrition()).orElseThrow());
        assertEquals(
                Ratio.of(1, 3), measure(rows, PeopleKpis.ideaParticipation()).orElseThrow(), "three were there");
        assertEquals(
                Ratio.of(0, 3), measure(rows, PeopleKpis.peerFeedbackRate()).orElseThrow());
        assertEquals(
                Ratio.of(0, 3), measure(rows, PeopleKpis.developmentMinutes()).orElseThrow());
        assertEquals(
                OptionalDouble.of(0),
                PeopleKpis.developmentEquity(List.of(
                        with(row(rows, ANA), Figure.PERSONAL_MINUTES, 60),
                        with(row(rows, BEN), Figure.PERSONAL_MINUTES, 60),
                        row(rows, CHI))));
        List<PersonFacts> before = PersonFacts.of(EvidenceLog.empty(), team, MARCH, Catalogue.of(List.<Practice>of()));
        assertEquals(3, before.size(), "of whom nothing is told there is no row");
    }

    @Test
    @Tag("S2-05")
    @Tag("S2-03")
    void nothingToCompareWithIsNoFigure() {
        List<PersonFacts> rows = rows(feedback(MARA, ANA), feedback(MARA, BEN));
        assertTrue(measure(rows, PeopleKpis.positiveToCorrective()).amount().isEmpty());
        assertEquals(1, row(rows, ANA).number(Figure.POSITIVE));
        assertEquals(0, row(rows, ANA).number(Figure.CORRECTIVE));
        assertTrue(
                Stream.<ReviewFacts>of()
                        .collect(QualityKpis.scores(ReviewScore.Critical.ZEROES).collector())
                        .amount()
                        .isEmpty(),
                "a leader whom nobody reviewed has no score, not 0");
    }

    @Test
    void whatEachMeasureIsCalled() {
        Map<String, Kpi<PersonFacts, ?>> kpis = new TreeMap<>();
        for (Kpi<PersonFacts, ?> kpi : List.<Kpi<PersonFacts, ?>>of(
                PeopleKpis.advancementRate(),
                PeopleKpis.attrition(),
                PeopleKpis.regrettedAttrition(),
                PeopleKpis.feedbackOnTime(),
                PeopleKpis.positiveToCorrective(),
                PeopleKpis.peerFeedbackRate(),
                PeopleKpis.upwardFeedbackRate(),
                PeopleKpis.reciprocity(),
                PeopleKpis.selfSolvedConflicts(),
                PeopleKpis.deliverablesOnTime(),
                PeopleKpis.ideaAdoption(),
                PeopleKpis.ideaParticipation(),
                PeopleKpis.conductSpread(),
                PeopleKpis.strategicTimeShare(),
                PeopleKpis.developmentMinutes(),
                PeopleKpis.ownQueueMinutes(),
                PeopleKpis.stagnationShare(365))) {
            kpis.put(kpi.id(), kpi);
        }
        assertEquals(17, kpis.size(), "no two alike");
        Map<Direction, Set<String>> ways = new EnumMap<>(Direction.class);
        kpis.forEach((id, kpi) -> ways.computeIfAbsent(kpi.definition().direction(), any -> new TreeSet<>())
                .add(id));
        assertEquals(
                Set.of("attrition", "attrition.regretted", "conduct_spread", "stagnation.after_365_days"),
                ways.get(Direction.LOWER_IS_BETTER));
        assertEquals(
                Set.of(
                        "conflicts_self_solved",
                        "development_minutes",
                        "feedback_positive_to_corrective",
                        "idea_adoption",
                        "own_queue_minutes",
                        "strategic_time"),
                ways.get(Direction.NEITHER));
        kpis.values().stream()
                .filter(kpi -> kpi.definition().direction() != Direction.NEITHER)
                .forEach(kpi ->
                        assertNotEquals("Own definition.", kpi.definition().source(), kpi.id()));
        assertTrue(PeopleKpis.advancementRate()
                .definition()
                .formula()
                .contains("advanced / mean number of direct reports"));
        assertTrue(PeopleKpis.conductSpread().definition().formula().contains("had an incident"));
        assertTrue(PeopleKpis.conductSpread().definition().formula().contains("was there"));
    }

    @Test
    void aRowIsGroupedByPersonAndTeamAndByNothingElse() {
        PersonFacts ana = row(rows(), ANA);
        assertEquals(Optional.of(ANA), ana.as().agent());
        assertEquals(Optional.of(HARBOUR.id()), ana.as().team());
        assertEquals(Optional.empty(), ana.as().status());
        assertEquals(Optional.empty(), ana.as().priority());
        assertEquals(Optional.empty(), ana.as().channel());
        assertEquals(Optional.empty(), ana.as().category());
        assertEquals(Attributes.none().requester(), ana.as().requester());
        assertEquals(Set.of(), ana.as().tags());
        assertEquals(Map.of(), ana.as().fields());
        assertEquals(ana.as(), ana.latest());
        assertEquals(MARCH.startInclusive(), ana.at());
        assertEquals(MARCH.endExclusive(), ana.asOf());
        assertEquals(31, ana.daysOfPeriod());
        assertEquals("PersonFacts[" + MARCH + ", " + ana.numbers().size() + " numbers]", ana.toString());
    }

    @Test
    void whatIsCountedAndWhatIsNot() {
        Instant april = MARCH.endExclusive();
        Evidence late = Evidence.of("late", "recognition.given", april, Subject.person(ANA));
        List<PersonFacts> rows = rows(
                event("recognition.given", ANA),
                late,
                event("incident.reported", ANA),
                event("conflict.closed", BEN).withDetail("withoutManager", false),
                event("idea.adopted", ANA).withAnswers("unknown"),
                hours("development.invested", ANA, 30, "PERSONAL"),
                hours("development.invested", ANA, 20, "PROFESSIONAL"),
                hours("time.spent", ANA, 10, "OPERATIONAL"),
                event("time.spent", ANA).withDetail("nature", "QUEUE"),
                Feedback.of("c", MARA, ANA, NOON, Tone.CORRECTIVE, "listens").toEvidence(HARBOUR));
        Map<Figure, Long> numbers = row(rows, ANA).numbers();
        assertEquals(1, numbers.get(Figure.RECOGNITIONS), "April is not March");
        assertEquals(1, numbers.get(Figure.INCIDENTS));
        assertEquals(0, numbers.get(Figure.IDEAS_ADOPTED));
        assertEquals(30, numbers.get(Figure.PERSONAL_MINUTES));
        assertEquals(20, numbers.get(Figure.PROFESSIONAL_MINUTES));
        assertEquals(10, numbers.get(Figure.OPERATIONAL_MINUTES));
        assertEquals(0, numbers.get(Figure.QUEUE_MINUTES), "no length, no time");
        assertEquals(1, numbers.get(Figure.CORRECTIVE));
        assertEquals(0, numbers.get(Figure.POSITIVE));
        assertEquals(1, row(rows, BEN).number(Figure.CONFLICTS));
        assertEquals(0, row(rows, BEN).number(Figure.CONFLICTS_SELF_SOLVED));
    }

    private static Evidence level(String id, Instant at, long level) {
        return Evidence.of(id, "skill.assessed", at, Subject.person(ANA))
                .withDetail("skill", "empathy")
                .withDetail("level", Detail.count(level, "level"));
    }

    @Property
    void partsMergeToTheWhole(@ForAll("people") List<PersonFacts> rows, @ForAll @IntRange(max = 8) int cut) {
        int at = Math.min(cut, rows.size());
        for (Kpi<PersonFacts, Ratio> kpi : PeopleKpis.ofManager()) {
            assertMerges(kpi.accumulator(), rows.subList(0, at), rows.subList(at, rows.size()));
        }
    }

    @Property
    void moreAdvancingNeverLowersTheRateAndNobodyPresentAddsNothing(@ForAll("people") List<PersonFacts> rows) {
        Ratio before = sum(rows, PeopleKpis.advancementRate());
        List<PersonFacts> more = rows.stream()
                .map(row -> with(row, Figure.ADVANCED, row.number(Figure.ADVANCED) + 1))
                .toList();
        Ratio after = sum(more, PeopleKpis.advancementRate());
        assertEquals(before.denominator(), after.denominator());
        assertTrue(after.numerator() >= before.numerator());
        List<PersonFacts> absent = new ArrayList<>(rows);
        absent.add(new PersonFacts(AgentId.of("new"), HARBOUR.id(), Optional.of(MARA), MARCH, Map.of()));
        assertEquals(before, sum(absent, PeopleKpis.advancementRate()));
    }

    private static <S extends State<S>> void assertMerges(
            Accumulator<PersonFacts, S, Ratio> accumulator, List<PersonFacts> some, List<PersonFacts> others) {
        List<PersonFacts> all = new ArrayList<>(others);
        all.addAll(some);
        S merged = state(accumulator, some).merge(state(accumulator, others));
        assertEquals(accumulator.result(state(accumulator, all)), accumulator.result(merged));
    }

    private static <S extends State<S>> S state(
            Accumulator<PersonFacts, S, Ratio> accumulator, List<PersonFacts> rows) {
        S state = accumulator.empty();
        for (PersonFacts row : rows) {
            state = accumulator.add(state, row);
        }
        return state;
    }

    private static PersonFacts with(PersonFacts row, Figure figure, long number) {
        Map<Figure, Long> numbers = new EnumMap<>(Figure.class);
        numbers.putAll(row.numbers());
        numbers.put(figure, number);
        return new PersonFacts(row.person(), row.team(), row.manager(), row.period(), numbers);
    }

    private static Ratio sum(List<PersonFacts> rows, Kpi<PersonFacts, Ratio> kpi) {
        return rows.stream().collect(kpi.collector()).amount().orElse(Ratio.of(0, 0));
    }

    private static Measurement<Ratio> measure(List<PersonFacts> rows, Kpi<PersonFacts, Ratio> kpi) {
        return rows.stream().collect(kpi.collector());
    }

    private static PersonFacts row(List<PersonFacts> rows, AgentId person) {
        return rows.stream()
                .filter(row -> row.person().equals(person))
                .findFirst()
                .orElseThrow();
    }

    private List<PersonFacts> rows(Evidence... log) {
        return PersonFacts.of(EvidenceLog.of(log), HARBOUR, MARCH, Catalogue.of(List.<Practice>of()));
    }

    private Evidence feedback(AgentId from, AgentId to) {
        number++;
        return Feedback.of("f" + number, from, to, NOON, Tone.POSITIVE, "listens")
                .toEvidence(HARBOUR);
    }

    private Evidence event(String kind, AgentId person) {
        number++;
        return Evidence.of("e" + number, kind, NOON, Subject.person(person));
    }

    private Evidence hours(String kind, AgentId person, long minutes, String nature) {
        return event(kind, person)
                .withDetail("hours", new Detail.Span(Duration.ofMinutes(minutes)))
                .withDetail("nature", nature);
    }

    @Provide
    Arbitrary<List<PersonFacts>> people() {
        return Arbitraries.maps(
                        Arbitraries.of(Figure.class), Arbitraries.longs().between(0, 40))
                .map(numbers -> new PersonFacts(
                        AgentId.of("p" + numbers.hashCode()),
                        HARBOUR.id(),
                        numbers.size() % 3 == 0 ? Optional.empty() : Optional.of(MARA),
                        MARCH,
                        numbers))
                .list()
                .ofMaxSize(8);
    }
}

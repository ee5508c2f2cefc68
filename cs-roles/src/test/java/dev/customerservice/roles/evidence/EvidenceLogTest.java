package dev.customerservice.roles.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.roles.catalogue.Catalogue;
import dev.customerservice.roles.evidence.EvidenceLog.FollowUp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EvidenceLogTest {

    private static final AgentId ANA = AgentId.of("ana");
    private static final Subject PERSON = Subject.person(ANA);
    private static final Subject TEAM = Subject.team(TeamId.of("harbour"));
    private static final Instant MONDAY = Instant.parse("2026-03-23T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-24T09:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-03-25T09:00:00Z");

    private static final Evidence TALK = Evidence.of("e1", "one-to-one.held", MONDAY, PERSON);
    private static final Evidence DRILL = Evidence.of("e2", "drill.held", TUESDAY, TEAM, PERSON);

    @Test
    void keepsWhatHappenedInOrder() {
        EvidenceLog log = EvidenceLog.of(DRILL, TALK, TALK);
        assertEquals(List.of(TALK, DRILL), log.evidence());
        assertEquals(2, log.version());
        assertEquals(log, EvidenceLog.empty().plus(TALK).plus(DRILL));
        assertEquals(log.hashCode(), EvidenceLog.of(TALK, DRILL).hashCode());
        assertNotEquals(log, EvidenceLog.of(TALK));
        assertEquals(List.of(DRILL), log.of("drill.held"));
        assertEquals(List.of(), log.of("drill"));
        assertEquals(List.of(DRILL), log.about(TEAM).evidence());
        assertEquals(List.of(TALK, DRILL), log.about(PERSON).evidence());
        assertSame(EvidenceLog.empty(), log.about(Subject.of("person", "ben")));
        assertEquals(Optional.of(TALK), log.find("e1"));
        assertEquals(Optional.empty(), log.find("e3"));
        assertEquals("EvidenceLog[2 recorded]", log.toString());
    }

    @Test
    void anIdStandsForOneEvidence() {
        EvidenceLog log = EvidenceLog.of(TALK);
        String message = String.valueOf(assertThrows(
                        IllegalArgumentException.class, () -> log.plus(Evidence.of("e1", "drill.held", MONDAY, TEAM)))
                .getMessage());
        assertTrue(message.startsWith("evidence (e1) must be in the log once\nMaybe "), message);
    }

    @Test
    void whatWasRecordedLaterIsNotKnownEarlier() {
        Evidence late = TALK.withRecordedAt(WEDNESDAY);
        EvidenceLog log = EvidenceLog.of(late, DRILL);
        assertEquals(List.of(DRILL), log.asOf(TUESDAY).evidence());
        assertEquals(List.of(late, DRILL), log.asOf(WEDNESDAY).evidence());
        assertEquals(log.asOf(TUESDAY), log.asOf(WEDNESDAY).asOf(TUESDAY));
        assertEquals(List.of(TALK, DRILL), log.asHappened().asOf(TUESDAY).evidence());
        assertEquals(
                List.of(DRILL), log.between(new Interval(TUESDAY, WEDNESDAY)).evidence());
        assertEquals(List.of(late), log.between(new Interval(MONDAY, TUESDAY)).evidence());
        assertEquals(List.of(DRILL), log.since(TUESDAY).evidence());
    }

    @Test
    void aRetractionHidesFromItsOwnInstantOn() {
        Evidence retraction = TALK.retraction("r1", WEDNESDAY);
        EvidenceLog log = EvidenceLog.of(TALK, DRILL, retraction);
        assertEquals(List.of(DRILL, retraction), log.evidence());
        assertEquals(List.of(), log.of("one-to-one.held"));
        assertEquals(List.of(TALK, DRILL), log.asOf(TUESDAY).evidence());
        assertEquals(List.of(TALK), log.asOf(TUESDAY).of("one-to-one.held"));
        assertEquals(List.of(), log.between(new Interval(MONDAY, TUESDAY)).of("one-to-one.held"));
        assertEquals(List.of(), log.since(MONDAY).about(PERSON).of("one-to-one.held"));
        assertEquals(3, log.version());

        Evidence mistaken = retraction.retraction("r2", WEDNESDAY.plusSeconds(60));
        assertEquals(List.of(TALK), log.plus(mistaken).of("one-to-one.held"));
        Evidence elsewhere =
                Evidence.of("r3", Evidence.RETRACTED, WEDNESDAY, TEAM).withAnswers("e1");
        assertEquals(List.of(), EvidenceLog.of(TALK, elsewhere).about(PERSON).of("one-to-one.held"));
    }

    @Test
    void answersServeWhatTheyNameElseTheOldestOpenOne() {
        Evidence first = question("q1", MONDAY);
        Evidence second = question("q2", MONDAY.plusSeconds(60));
        Evidence third = question("q3", WEDNESDAY);
        Evidence named = answer("a1", TUESDAY).withAnswers("q2");
        Evidence unnamed = answer("a2", TUESDAY.plusSeconds(60));
        Evidence tooMany = answer("a3", TUESDAY.plusSeconds(120));
        Evidence twice = answer("a4", WEDNESDAY).withAnswers("q2");
        Evidence elsewhere = Evidence.of("a5", "question.answered", WEDNESDAY.plusSeconds(60), TEAM);
        EvidenceLog log = EvidenceLog.of(
                third, unnamed, first, twice, second, named, tooMany, elsewhere, answer("a0", MONDAY.minusSeconds(1)));
        List<FollowUp> found = log.followUps("question.raised", "question.answered");
        assertEquals(
                List.of(
                        new FollowUp(first, Optional.of(unnamed)),
                        new FollowUp(second, Optional.of(named)),
                        new FollowUp(third, Optional.empty())),
                found);
        assertEquals(
                Optional.of(Duration.ofDays(1).plusSeconds(60)), found.get(0).delay());
        assertEquals(Optional.empty(), found.get(2).delay());
    }

    @Test
    void anAnswerIsNeverBeforeWhatItNames() {
        Evidence first = question("q1", TUESDAY);
        EvidenceLog log = EvidenceLog.of(first, answer("a1", MONDAY).withAnswers("q1"));
        assertEquals(
                List.of(new FollowUp(first, Optional.empty())), log.followUps("question.raised", "question.answered"));
    }

    @Test
    void evidenceIsComparedWithItsKind() {
        EvidenceKind drill = EvidenceKind.builder()
                .id("drill.held")
                .title("Drill held")
                .addSubjects("team")
                .must("timeToFirstAction", EvidenceKind.Type.SPAN)
                .may("participants", EvidenceKind.Type.QUANTITY)
                .tolerance(Duration.ofHours(12))
                .build();
        Catalogue<EvidenceKind> kinds = Catalogue.of(List.of(drill));
        Evidence good = drill.record("g", MONDAY, TEAM)
                .withDetail("timeToFirstAction", new Detail.Span(Duration.ofMinutes(4)))
                .withDetail("participants", Detail.count(7, "people"));
        assertEquals(List.of(), EvidenceLog.of(good).problems(kinds));
        assertEquals(List.of(), EvidenceLog.of(good).backdated(kinds));
        Evidence bad = DRILL.withDetail("participants", "many")
                .withDetail("fire", true)
                .withRecordedAt(WEDNESDAY);
        EvidenceLog log = EvidenceLog.of(bad, TALK.withRecordedAt(WEDNESDAY));
        assertEquals(
                List.of(
                        "UNKNOWN_KIND about evidence:e1 by one-to-one.held",
                        "SUBJECT_TYPE about evidence:e2 by drill.held: name = person",
                        "UNDECLARED_DETAIL about evidence:e2 by drill.held: name = fire",
                        "DETAIL_TYPE about evidence:e2 by drill.held: name = participants",
                        "MISSING_DETAIL about evidence:e2 by drill.held: name = timeToFirstAction"),
                log.problems(kinds).stream().map(Reason::toString).toList());
        assertEquals(
                List.of("BACKDATED about evidence:e2 by drill.held: recordedAfter = PT24H, tolerance = PT12H"),
                log.backdated(kinds).stream().map(Reason::toString).toList());
        assertEquals(
                new EvidenceKind.Rule(EvidenceKind.Type.SPAN, true),
                drill.details().get("timeToFirstAction"));
        assertEquals(Evidence.Basis.OBJECTIVE, drill.basis());
        assertEquals(drill, EvidenceKind.builder().from(drill).build());
    }

    @Test
    void whatIsSensitiveIsNotHandedOn() {
        EvidenceKind talk = EvidenceKind.builder()
                .id("one-to-one.held")
                .title("A one-to-one was held")
                .addSubjects("person")
                .build();
        EvidenceKind confidence = talk.withId("confidence.stated").withSensitive(true);
        Evidence stated = Evidence.of("e9", "confidence.stated", TUESDAY, PERSON);
        EvidenceLog log = EvidenceLog.of(TALK, DRILL, stated);
        assertEquals(
                EvidenceLog.of(TALK), log.shareable(Catalogue.of(List.of(talk, confidence))), "an unknown kind stays");
        assertEquals(EvidenceLog.empty(), log.shareable(Catalogue.of(List.of())));
    }

    /** A note may be written down two days later unless its kind says otherwise; a moment more is told. */
    @Test
    void twoDaysLateIsNotBackdated() {
        Catalogue<EvidenceKind> kinds = Catalogue.of(List.of(EvidenceKind.builder()
                .id("one-to-one.held")
                .title("A one-to-one was held")
                .build()));
        Instant later = MONDAY.plus(Duration.ofDays(2));
        assertEquals(List.of(), EvidenceLog.of(TALK.withRecordedAt(later)).backdated(kinds));
        assertEquals(
                1,
                EvidenceLog.of(TALK.withRecordedAt(later.plusNanos(1)))
                        .backdated(kinds)
                        .size());
    }

    @Test
    void aConditionOnDetailsFindsTheirEvidence() {
        Evidence positive = TALK.withDetail("tone", "POSITIVE");
        EvidenceLog log = EvidenceLog.of(positive, DRILL);
        assertEquals(
                List.of(positive), log.of("one-to-one.held", Map.of("tone", "POSITIVE"), Evidence.Basis.TESTIMONY));
        assertEquals(List.of(), log.of("one-to-one.held", Map.of("tone", "CORRECTIVE"), Evidence.Basis.TESTIMONY));
        Condition both = Condition.all(
                new Condition.Exists(
                        "kpi.measured",
                        new TreeMap<>(Map.of("kpi", "csat")),
                        1,
                        Optional.empty(),
                        Evidence.Basis.TESTIMONY),
                new Condition.None("incident.reported", new TreeMap<>(Map.of("kpi", "nps")), Optional.empty()));
        assertEquals(Set.of("csat", "nps"), both.asksFor("kpi"));
        assertTrue(Subject.of("person", "a").compareTo(Subject.of("person", "b")) < 0);
        assertTrue(Subject.of("person", "b").compareTo(Subject.of("team", "a")) < 0);
    }

    @Test
    void evidenceSaysWhoAndHow() {
        Evidence remark = TALK.withBy(ANA)
                .withBasis(Evidence.Basis.TESTIMONY)
                .withDetail("tone", "POSITIVE")
                .withDetail("work", new Detail.Text("t-1"));
        assertEquals(Optional.of(PERSON), remark.by());
        assertEquals(Optional.of(PERSON), remark.subject("person"));
        assertEquals(Optional.empty(), remark.subject("team"));
        assertEquals(Optional.of("POSITIVE"), remark.text("tone"));
        assertEquals(Optional.empty(), remark.detail("tone", Detail.Flag.class));
        assertEquals(Set.of("tone", "work"), remark.details().keySet());
        assertEquals("Evidence[e1, one-to-one.held, 2026-03-23T09:00:00Z]", remark.toString());
        assertTrue(Evidence.Basis.TESTIMONY.isAtLeast(Evidence.Basis.TESTIMONY));
        assertTrue(!Evidence.Basis.HEARSAY.isAtLeast(Evidence.Basis.TESTIMONY));
    }

    @Test
    void refusesWhatCannotHaveHappened() {
        assertThrows(IllegalArgumentException.class, () -> Evidence.of(" ", "k", MONDAY, TEAM));
        assertThrows(IllegalArgumentException.class, () -> Evidence.of("e", " ", MONDAY, TEAM));
        assertThrows(IllegalArgumentException.class, () -> Evidence.of("e", "k", MONDAY));
        assertThrows(IllegalArgumentException.class, () -> DRILL.withRecordedAt(MONDAY));
        assertEquals(TUESDAY, DRILL.withRecordedAt(TUESDAY).recordedAt());
    }

    private static Evidence question(String id, Instant at) {
        return Evidence.of(id, "question.raised", at, PERSON);
    }

    private static Evidence answer(String id, Instant at) {
        return Evidence.of(id, "question.answered", at, PERSON);
    }
}

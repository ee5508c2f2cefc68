package dev.customerservice.roles.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.roles.evidence.Condition;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.procedure.Gate.Counting;
import dev.customerservice.roles.procedure.Gate.Limit;
import dev.customerservice.roles.procedure.ProcedureReading.Outcome;
import dev.customerservice.roles.procedure.ProcedureReading.Passage;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProcedureTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Subject CASE = Subject.of("case", "c1");
    private static final Instant NINE = Instant.parse("2026-03-28T08:00:00Z");

    private static final Procedure PAPER = Procedure.builder()
            .id("paper")
            .title("A paper is written, read and signed")
            .subject("case")
            .opens("case.opened")
            .addOutcomes("SIGNED", "DROPPED")
            .addGates(
                    Gate.of("WRITTEN", "The paper is written", Condition.exists("written"))
                            .withBy("associate")
                            .withWithin(Limit.parse("P1D")),
                    Gate.of("READ", "Two have read it", Condition.exists("read").withCount(2))
                            .withStanding(true),
                    Gate.of(
                                    "SIGNED",
                                    "The head has signed",
                                    Condition.compare("signed", "yes", Condition.Operator.IS, "true"))
                            .withBy("head")
                            .withEscalatesTo("board")
                            .withOtherwise("DROPPED")
                            .withEnds("SIGNED"))
            .build();

    @Test
    void gatesPassInOrder() {
        EvidenceLog log = EvidenceLog.of(opened(0), happened("w", "written", 1));
        ProcedureReading reading = read(log, 2);
        assertEquals(List.of("WRITTEN"), reading.passed());
        assertEquals(List.of("READ"), reading.open());
        assertTrue(reading.isPassed("WRITTEN"));
        assertEquals(Optional.of(at(1)), reading.gate("WRITTEN").passedAt());
        assertEquals(Ratio.of(1, 3), reading.progress());
        assertEquals(List.of(), reading.refusal("WRITTEN"));
        assertEquals(
                List.of("EVIDENCE_MISSING by read: found = 0 evidence, gate = READ, needed = 2 evidence"),
                texts(reading.refusal("READ")));
        assertEquals(
                List.of("PREDECESSOR_OPEN about case:c1 by SIGNED: gate = READ"), texts(reading.refusal("SIGNED")));
        assertEquals(Optional.empty(), reading.outcome());
    }

    @Test
    void workDoneOutOfOrderHasToBeDoneAgain() {
        EvidenceLog log = EvidenceLog.of(
                opened(0), happened("r1", "read", 1), happened("w", "written", 2), happened("r2", "read", 3));
        assertEquals(List.of("WRITTEN"), read(log, 4).passed());
        assertEquals(
                List.of("WRITTEN", "READ"),
                read(log.plus(happened("r3", "read", 4)), 4).passed());
        Procedure lenient = PAPER.withGates(
                PAPER.gates().get(0),
                PAPER.gates().get(1).withCounts(Counting.ANY_TIME),
                PAPER.gates().get(2));
        assertEquals(
                List.of("WRITTEN", "READ"),
                lenient.read(log, CASE, at(4), BERLIN).orElseThrow().passed());
    }

    @Test
    void anOutcomeIsFinal() {
        EvidenceLog signed = toReading().plus(signed("s", 5, true));
        assertEquals(
                Optional.of(new Outcome("SIGNED", "SIGNED", at(5))),
                read(signed, 6).outcome());
        assertEquals(List.of(), read(signed, 6).open());
        EvidenceLog dropped = toReading().plus(signed("s", 5, false)).plus(signed("again", 6, true));
        ProcedureReading reading = read(dropped, 7);
        assertEquals(Optional.of(new Outcome("DROPPED", "SIGNED", at(5))), reading.outcome());
        assertEquals(
                List.of(
                        "NOT_SATISFIED by signed: IS = true, ask = board, by = head, gate = SIGNED, yes = Flag[value=false]"),
                texts(reading.refusal("SIGNED")));
        EvidenceLog early = EvidenceLog.of(opened(0), happened("w", "written", 1), signed("s", 2, false));
        assertEquals(Optional.empty(), read(early, 3).outcome(), "the gate is not reached yet");
    }

    @Test
    void afterTheEndEverythingElseIsClosed() {
        Procedure either = PAPER.withGates(
                PAPER.gates().get(0),
                PAPER.gates().get(2).withId("DECIDED"),
                PAPER.gates().get(1).withAfter(Set.of("WRITTEN")));
        EvidenceLog log = EvidenceLog.of(opened(0), happened("w", "written", 1), signed("s", 2, true));
        ProcedureReading reading = either.read(log, CASE, at(5), BERLIN).orElseThrow();
        assertEquals(
                List.of("CASE_CLOSED about case:c1 by READ: at = Moment[value=" + at(2) + "], outcome = SIGNED"),
                texts(reading.refusal("READ")));
    }

    @Test
    void aStandingGateMustStillHold() {
        EvidenceLog fallen = toReading().plus(happened("r2", "read", 3).retraction("gone", at(5)));
        EvidenceLog log = fallen.plus(signed("s", 6, true));
        ProcedureReading reading = read(log, 7);
        assertEquals(List.of("WRITTEN", "READ"), reading.passed(), "what has passed stays passed");
        assertEquals(
                List.of("STANDING_GATE_FAILS about case:c1 by SIGNED: gate = READ"), texts(reading.refusal("SIGNED")));
        ProcedureReading mended = read(log.plus(happened("r9", "read", 8)), 9);
        assertEquals(Optional.of(new Outcome("SIGNED", "SIGNED", at(8))), mended.outcome());
    }

    @Test
    void aStandingGateThatSurelyFailsTakesItsWayOut() {
        Condition fine = Condition.compare("figure", "x", Condition.Operator.AT_LEAST, "1");
        Procedure watched = Procedure.builder()
                .from(PAPER)
                .gates(List.of(
                        Gate.of("FINE", "The figure is fine", fine)
                                .withStanding(true)
                                .withOtherwise("DROPPED"),
                        Gate.of("END", "Done", Condition.exists("written")).withEnds("SIGNED")))
                .build();
        EvidenceLog log = EvidenceLog.of(
                opened(0),
                happened("f1", "figure", 1).withDetail("x", Detail.count(2, "things")),
                happened("f2", "figure", 2).withDetail("x", Detail.count(0, "things")),
                happened("w", "written", 3));
        ProcedureReading reading = watched.read(log, CASE, at(4), BERLIN).orElseThrow();
        assertEquals(List.of("FINE"), reading.passed());
        assertEquals(Optional.of(new Outcome("DROPPED", "FINE", at(2))), reading.outcome());
    }

    @Test
    void withoutOutcomesAllGatesAreTheEnd() {
        Procedure plain = Procedure.builder()
                .from(PAPER)
                .outcomes(Set.of())
                .gates(List.of(
                        Gate.of("A", "A", Condition.exists("written")), Gate.of("B", "B", Condition.exists("read"))))
                .build();
        EvidenceLog log = EvidenceLog.of(opened(0), happened("w", "written", 1), happened("r", "read", 1));
        assertEquals(
                Optional.of(new Outcome(Procedure.DONE, "B", at(1))),
                plain.read(log, CASE, at(1), BERLIN).orElseThrow().outcome());
        assertEquals(
                Optional.empty(),
                plain.read(log, CASE, at(1).minusNanos(1), BERLIN).orElseThrow().outcome());
    }

    @Test
    void casesFollowEachOther() {
        EvidenceLog first = toReading().plus(signed("s", 5, true));
        Evidence early = Evidence.of("o2", "case.opened", at(2), CASE);
        Evidence late = Evidence.of("o3", "case.opened", at(6), CASE);
        Evidence other = Evidence.of("o4", "case.opened", at(3), Subject.of("case", "c2"));
        Evidence nothing = Evidence.of("o5", "case.opened", at(3), Subject.of("person", "ana"));
        List<ProcedureReading> cases = PAPER.cases(first.plus(early, late, other, nothing), at(9), BERLIN);
        assertEquals(
                List.of("o", "o4", "o3"),
                cases.stream().map(reading -> reading.opening().id()).toList());
        assertEquals(
                List.of("CASE_STILL_OPEN about evidence:o2 by paper"),
                texts(cases.get(0).notes()));
        assertEquals(List.of(), cases.get(2).passed(), "evidence from before the opening does not count");
        assertEquals("o3", read(first.plus(early, late), 9).opening().id());
        assertEquals(Optional.empty(), PAPER.read(EvidenceLog.empty(), CASE, at(9), BERLIN));
    }

    @Test
    void aLocalDayIsNotTwentyFourHours() {
        // clocks go forward in the night after the opening
        EvidenceLog late = EvidenceLog.of(opened(0), happened("w", "written", 24));
        Passage written = read(late, 30).gate("WRITTEN");
        assertEquals(Optional.of(at(23)), written.dueAt());
        assertTrue(written.isLate(at(30)));
        assertTrue(written.isPassed());
        assertEquals(List.of("WRITTEN"), read(late, 30).overdue());
        EvidenceLog waiting = EvidenceLog.of(opened(0));
        assertEquals(List.of(), read(waiting, 23).overdue());
        assertFalse(read(waiting, 23).gate("WRITTEN").isLate(at(23)));
        assertEquals(List.of("WRITTEN"), read(waiting, 24).overdue());
        assertEquals(at(24), Limit.parse("PT24H").endFrom(at(0), BERLIN));
        assertEquals(Optional.empty(), read(waiting, 24).gate("READ").dueAt());
    }

    @Test
    void limitsAreWrittenAsTheyAreRead() {
        for (String text : List.of("P1D", "PT24H", "P1DT4H", "P1M2D")) {
            assertEquals(text, Limit.parse(text).toString());
        }
        assertEquals(new Limit(Period.ofDays(1), Duration.ofHours(4)), Limit.parse("P1DT4H"));
        for (String text : List.of("P0D", "PT0S", "P-1D", "PT-1H", "1D", "", "T4H")) {
            assertThrows(IllegalArgumentException.class, () -> Limit.parse(text), text);
        }
    }

    @Test
    void whatIsWrittenDownInTheEveningCountsFromTheMorning() {
        EvidenceLog log = EvidenceLog.of(
                opened(0).withRecordedAt(at(20)),
                happened("w", "written", 1).withRecordedAt(at(20)),
                happened("r1", "read", 2).withRecordedAt(at(20)),
                happened("r2", "read", 3).withRecordedAt(at(20)));
        assertEquals(Optional.empty(), PAPER.read(log, CASE, at(19), BERLIN));
        assertEquals(List.of("WRITTEN", "READ"), read(log, 20).passed());
        assertEquals(Optional.of(at(3)), read(log, 20).gate("READ").passedAt());
    }

    @Test
    void looksAreCounted() {
        Procedure pilot = Procedure.builder()
                .from(PAPER)
                .outcomes(Set.of("SIGNED"))
                .gates(List.of(Gate.of(
                                "FINE",
                                "The figure is fine",
                                Condition.compare("figure", "x", Condition.Operator.AT_LEAST, "0.5"))
                        .withEnds("SIGNED")))
                .build();
        Detail wide = new Detail.Estimate(
                new java.math.BigDecimal("0.5"), java.math.BigDecimal.ZERO, java.math.BigDecimal.ONE, 9, "share");
        EvidenceLog log = EvidenceLog.of(
                opened(0),
                happened("f1", "figure", 1).withDetail("x", wide),
                happened("f2", "figure", 2).withDetail("x", wide));
        ProcedureReading reading = pilot.read(log, CASE, at(3), BERLIN).orElseThrow();
        assertEquals(List.of("REPEATED_LOOKS about case:c1 by FINE: looks = 2 looks"), texts(reading.notes()));
        assertEquals(Reason.Severity.ADVICE, reading.notes().get(0).severity());
        assertEquals("INCONCLUSIVE", reading.refusal("FINE").get(0).code());
        assertEquals(
                List.of(), pilot.read(log, CASE, at(1), BERLIN).orElseThrow().notes());
    }

    @Test
    void refusesGatesThatCannotPass() {
        Gate written = PAPER.gates().get(0);
        refused("must be at least one", () -> PAPER.withGates());
        refused("must be named once", () -> PAPER.withGates(written, written));
        refused("outcome (GONE)", () -> PAPER.withGates(written.withEnds("GONE")));
        refused(
                "outcome (GONE)",
                () -> PAPER.withGates(written.withEnds("SIGNED").withOtherwise("GONE")));
        refused("must be reached by a gate that ends", () -> PAPER.withGates(written));
        refused(
                "gate (GONE) of procedure paper must be one of",
                () -> PAPER.withGates(written.withAfter(Set.of("GONE"))));
        refused(
                "gates (WRITTEN after LAST after WRITTEN)",
                () -> PAPER.withGates(
                        written.withAfter(Set.of("LAST")),
                        written.withId("LAST").withAfter(Set.of("WRITTEN"))));
        refused(
                "gate (READ) of procedure paper must not come after WRITTEN, which ends the case",
                () -> PAPER.withGates(
                        written.withEnds("SIGNED"),
                        PAPER.gates().get(1),
                        PAPER.gates().get(2)));
        refused(
                "gate (LAST) of procedure paper must not come after NEXT",
                () -> PAPER.withGates(
                        written.withEnds("SIGNED").withOtherwise("DROPPED"),
                        written.withId("NEXT").withEnds("DROPPED").withAfter(Set.of()),
                        written.withId("LAST").withAfter(Set.of("NEXT", "WRITTEN"))));
        refused(
                "outcome (DROPPED) of procedure paper must be reached by a gate",
                () -> PAPER.withGates(written.withEnds("SIGNED")));
        refused("gate (GONE) must be one of", () -> PAPER.gate("GONE"));
        assertEquals(Set.of("WRITTEN"), PAPER.before(PAPER.gate("READ")));
        assertEquals(Set.of(), PAPER.before(written));
        assertEquals(PAPER, Procedure.builder().from(PAPER).build());
        assertEquals(written, Gate.builder().from(written).build());
    }

    private static void refused(String rule, org.junit.jupiter.api.function.Executable call) {
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, call).getMessage());
        assertTrue(message.contains(rule) && message.contains("\nMaybe "), message);
    }

    private static EvidenceLog toReading() {
        return EvidenceLog.of(
                opened(0), happened("w", "written", 1), happened("r1", "read", 2), happened("r2", "read", 3));
    }

    private static Evidence signed(String id, int hour, boolean yes) {
        return happened(id, "signed", hour).withDetail("yes", yes);
    }

    private static Evidence opened(int hour) {
        return happened("o", "case.opened", hour);
    }

    private static Evidence happened(String id, String kind, int hour) {
        return Evidence.of(id, kind, at(hour), CASE);
    }

    private static Instant at(int hour) {
        return NINE.plus(Duration.ofHours(hour));
    }

    private static ProcedureReading read(EvidenceLog log, int hour) {
        return PAPER.read(log, CASE, at(hour), BERLIN).orElseThrow();
    }

    private static List<String> texts(List<Reason> reasons) {
        return reasons.stream().map(Reason::toString).toList();
    }
}

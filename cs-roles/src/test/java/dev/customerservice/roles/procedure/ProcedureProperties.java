package dev.customerservice.roles.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.roles.evidence.Condition;
import dev.customerservice.roles.evidence.Condition.Operator;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.procedure.ProcedureReading.Passage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of procedures, on random cases through gates of every kind. */
class ProcedureProperties {

    private static final ZoneId UTC = ZoneOffset.UTC;
    private static final Subject CASE = Subject.of("case", "c1");
    private static final Subject OTHER = Subject.of("case", "c2");
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private static final Procedure MIXED = Procedure.builder()
            .id("mixed")
            .title("Mixed")
            .subject("case")
            .opens("open")
            .addOutcomes("GOOD", "BAD")
            .addGates(
                    Gate.of("A", "A", Condition.exists("a")),
                    Gate.of("B", "B", Condition.exists("b").withCount(2)).withAfter(Set.of("A")),
                    Gate.of("C", "C", Condition.none("c"))
                            .withAfter(Set.of("A"))
                            .withStanding(true),
                    Gate.of("D", "D", Condition.exists("a").withWithin(Duration.ofHours(30)))
                            .withAfter(Set.of("B", "C"))
                            .withCounts(Gate.Counting.ANY_TIME),
                    Gate.of("E", "E", Condition.compare("d", "x", Operator.AT_LEAST, "100"))
                            .withAfter(Set.of("D"))
                            .withOtherwise("BAD")
                            .withEnds("GOOD"))
            .build();

    @Property(tries = 300)
    void noGatePassesBeforeThoseItComesAfter(
            @ForAll("evidence") List<Evidence> evidence, @ForAll @IntRange(max = 200) int hour) {
        for (ProcedureReading reading : MIXED.cases(EvidenceLog.of(evidence), at(hour), UTC)) {
            for (Passage passage : reading.gates()) {
                passage.passedAt()
                        .ifPresent(passed -> MIXED.before(passage.gate()).forEach(before -> {
                            Optional<Instant> earlier = reading.gate(before).passedAt();
                            assertTrue(earlier.isPresent() && !earlier.get().isAfter(passed));
                        }));
            }
            assertTrue(reading.outcome().isEmpty() || reading.open().isEmpty());
        }
    }

    @Property(tries = 300)
    void aPrefixGivesTheEarlierReading(
            @ForAll("evidence") List<Evidence> evidence, @ForAll @IntRange(max = 200) int hour) {
        List<Evidence> prefix =
                evidence.stream().filter(each -> !each.at().isAfter(at(hour))).toList();
        assertEquals(
                MIXED.cases(EvidenceLog.of(prefix), at(hour), UTC),
                MIXED.cases(EvidenceLog.of(evidence), at(hour), UTC));
    }

    @Property(tries = 300)
    void whatHasPassedStaysPassedAndAnOutcomeIsFinal(
            @ForAll("evidence") List<Evidence> evidence,
            @ForAll @IntRange(max = 200) int hour,
            @ForAll @IntRange(max = 60) int later) {
        EvidenceLog log = EvidenceLog.of(evidence);
        List<ProcedureReading> before = MIXED.cases(log, at(hour), UTC);
        List<ProcedureReading> after = MIXED.cases(log, at(hour + later), UTC);
        for (int i = 0; i < before.size(); i++) {
            assertTrue(after.get(i).passed().containsAll(before.get(i).passed()));
            if (before.get(i).outcome().isPresent()) {
                assertEquals(before.get(i).outcome(), after.get(i).outcome());
                assertEquals(before.get(i).passed(), after.get(i).passed());
            }
        }
    }

    @Property(tries = 300)
    void otherCasesChangeNothing(
            @ForAll("evidence") List<Evidence> evidence, @ForAll("evidence") List<Evidence> others) {
        List<Evidence> both = new ArrayList<>(evidence);
        for (Evidence each : others) {
            both.add(new Evidence(
                    "other" + each.id(),
                    each.kind(),
                    Set.of(OTHER),
                    each.by(),
                    each.at(),
                    each.recordedAt(),
                    each.basis(),
                    each.details(),
                    each.answers()));
        }
        assertEquals(
                MIXED.read(EvidenceLog.of(evidence), CASE, at(200), UTC),
                MIXED.read(EvidenceLog.of(both), CASE, at(200), UTC));
    }

    @Property(tries = 40)
    void passingIsFoundOnTheFinestClock(@ForAll("evidence") List<Evidence> evidence) {
        // the oracle looks at every hour, and at the nanosecond before, whether anything changed
        EvidenceLog log = EvidenceLog.of(evidence);
        Optional<ProcedureReading> end = MIXED.read(log, CASE, at(200), UTC);
        for (int hour = 0; hour <= 200 && end.isPresent(); hour++) {
            Instant now = at(hour);
            Optional<ProcedureReading> reading = MIXED.read(log, CASE, now, UTC);
            if (reading.isPresent() && reading.get().opening().equals(end.get().opening())) {
                assertEquals(
                        end.get().gates().stream()
                                .filter(each -> each.passedAt()
                                        .filter(at -> !at.isAfter(now))
                                        .isPresent())
                                .map(each -> each.gate().id())
                                .toList(),
                        reading.get().passed());
            }
        }
    }

    @Provide
    Arbitrary<List<Evidence>> evidence() {
        return Combinators.combine(
                        Arbitraries.of("open", "a", "a", "b", "b", "b", "c", "d"),
                        Arbitraries.integers().between(0, 120))
                .as((kind, hour) ->
                        Evidence.of("?", kind, at(hour), CASE).withDetail("x", Detail.count(hour * 2L, "things")))
                .list()
                .ofMinSize(4)
                .ofMaxSize(25)
                .map(list -> {
                    List<Evidence> numbered = new ArrayList<>();
                    for (Evidence each : list) {
                        numbered.add(Evidence.of("e" + numbered.size(), each.kind(), each.at(), CASE)
                                .withDetail("x", each.detail("x", Detail.class).orElseThrow()));
                    }
                    return numbered;
                });
    }

    private static Instant at(int hour) {
        return START.plus(Duration.ofHours(hour));
    }
}

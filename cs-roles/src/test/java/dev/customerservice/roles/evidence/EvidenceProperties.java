package dev.customerservice.roles.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.roles.evidence.Condition.Operator;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of the log and of the condition language. */
class EvidenceProperties {

    private static final Subject TEAM = Subject.of("team", "harbour");
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant END = START.plus(Duration.ofHours(1_000));

    @Property(tries = 400)
    void theOrderOfAddingNeverMatters(@ForAll("evidence") List<Evidence> evidence, @ForAll Random random) {
        List<Evidence> shuffled = new ArrayList<>(evidence);
        Collections.shuffle(shuffled, random);
        assertEquals(EvidenceLog.of(evidence), EvidenceLog.of(shuffled));
        int half = shuffled.size() / 2;
        assertEquals(
                EvidenceLog.of(evidence),
                EvidenceLog.of(shuffled.subList(0, half)).plus(shuffled.subList(half, shuffled.size())));
    }

    @Property(tries = 400)
    void whatWasKnownStaysKnown(
            @ForAll("evidence") List<Evidence> evidence,
            @ForAll @IntRange(max = 200) int hour,
            @ForAll @IntRange(max = 200) int other) {
        EvidenceLog log = EvidenceLog.of(evidence);
        EvidenceLog known = log.asOf(at(hour));
        assertEquals(known, known.asOf(at(hour)), "idempotent");
        assertEquals(log.asOf(at(Math.min(hour, other))), log.asOf(at(hour)).asOf(at(other)));
        List<Evidence> earlier = evidence.stream()
                .filter(each -> !each.recordedAt().isAfter(at(hour)))
                .toList();
        assertEquals(EvidenceLog.of(earlier), known, "nothing later changes it");
        assertTrue(known.evidence().stream().noneMatch(each -> each.recordedAt().isAfter(at(hour))));
    }

    @Property(tries = 400)
    void findingsFollowKleeneAndDeMorgan(
            @ForAll("evidence") List<Evidence> evidence,
            @ForAll("conditions") Condition one,
            @ForAll("conditions") Condition other) {
        EvidenceLog log = EvidenceLog.of(evidence);
        assertEquals(
                state(Condition.not(Condition.all(one, other)), log),
                state(Condition.any(Condition.not(one), Condition.not(other)), log));
        assertEquals(
                state(Condition.not(Condition.any(one, other)), log),
                state(Condition.all(Condition.not(one), Condition.not(other)), log));
        assertEquals(state(one, log), state(Condition.not(Condition.not(one)), log));
        assertEquals(state(Condition.all(one, other), log), state(Condition.all(other, one), log));
    }

    @Property(tries = 400)
    void aGrowingConditionNeverLeavesMet(
            @ForAll("evidence") List<Evidence> evidence,
            @ForAll("conditions") Condition condition,
            @ForAll @IntRange(max = 40) int first) {
        List<Evidence> kept = evidence.stream()
                .filter(each -> !each.kind().equals(Evidence.RETRACTED))
                .toList();
        EvidenceLog part = EvidenceLog.of(kept.subList(0, Math.min(first, kept.size())));
        if (condition.isGrowing() && condition.test(part, TEAM, END).isMet()) {
            assertTrue(condition.test(EvidenceLog.of(kept), TEAM, END).isMet());
        }
    }

    @Property(tries = 400)
    void betweenTurningPointsNothingChanges(
            @ForAll("evidence") List<Evidence> evidence,
            @ForAll("conditions") Condition condition,
            @ForAll @IntRange(max = 400) int hour) {
        EvidenceLog log = EvidenceLog.of(evidence).asHappened();
        Instant instant = at(hour).plusSeconds(1);
        Instant before = Optional.ofNullable(condition.turningPoints(log, TEAM).floor(instant))
                .orElse(START);
        if (!before.isAfter(instant) && !before.isBefore(START)) {
            assertEquals(state(condition.test(log, TEAM, before)), state(condition.test(log, TEAM, instant)));
        }
    }

    @Property(tries = 400)
    void aWiderIntervalNeverDecidesMore(
            @ForAll @IntRange(min = -50, max = 50) int value,
            @ForAll @IntRange(max = 30) int below,
            @ForAll @IntRange(max = 30) int above,
            @ForAll @IntRange(max = 30) int wider,
            @ForAll @IntRange(min = -50, max = 50) int bound,
            @ForAll Operator op) {
        Condition.Compare condition = Condition.compare("k", "x", op, String.valueOf(bound));
        Finding narrow = condition.test(measured(value, value - below, value + above), TEAM, END);
        Finding wide = condition.test(measured(value, value - below - wider, value + above + wider), TEAM, END);
        if (narrow.isUnknown()) {
            assertTrue(wide.isUnknown());
        }
        assertFalse(narrow.isMet() && wide.isNotMet());
        assertFalse(narrow.isNotMet() && wide.isMet());
    }

    @Property(tries = 400)
    void everyAnswerServesOneOpeningAtMost(@ForAll("evidence") List<Evidence> evidence) {
        List<EvidenceLog.FollowUp> pairs = EvidenceLog.of(evidence).followUps("a", "b");
        List<String> answers = pairs.stream()
                .flatMap(each -> each.answer().stream())
                .map(Evidence::id)
                .toList();
        assertEquals(answers.size(), answers.stream().distinct().count());
        assertTrue(pairs.stream()
                .allMatch(each -> each.delay().map(delay -> !delay.isNegative()).orElse(true)));
        assertEquals(EvidenceLog.of(evidence).of("a").size(), pairs.size());
    }

    @Provide
    Arbitrary<List<Evidence>> evidence() {
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c", Evidence.RETRACTED),
                        Arbitraries.integers().between(0, 150),
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.of(Evidence.Basis.class),
                        Arbitraries.of("x", "y", "z"),
                        Arbitraries.integers().between(0, 40))
                .as((kind, hour, delay, basis, word, target) -> {
                    Evidence happened = Evidence.of("?", kind, at(hour), TEAM)
                            .withRecordedAt(at(hour + delay))
                            .withBasis(basis)
                            .withDetail("word", word)
                            .withDetail("number", Detail.count(hour, "things"));
                    return target < 20 || kind.equals(Evidence.RETRACTED)
                            ? happened.withAnswers("e" + target)
                            : happened;
                })
                .list()
                .ofMaxSize(40)
                .map(EvidenceProperties::numbered);
    }

    private static List<Evidence> numbered(List<Evidence> evidence) {
        List<Evidence> numbered = new ArrayList<>();
        for (Evidence each : evidence) {
            numbered.add(new Evidence(
                    "e" + numbered.size(),
                    each.kind(),
                    each.about(),
                    each.by(),
                    each.at(),
                    each.recordedAt(),
                    each.basis(),
                    each.details(),
                    each.answers()));
        }
        return numbered;
    }

    @Provide
    Arbitrary<Condition> conditions() {
        Arbitrary<String> kinds = Arbitraries.of("a", "b", "c");
        Arbitrary<Condition> leaves = Arbitraries.oneOf(
                Combinators.combine(kinds, Arbitraries.integers().between(1, 3))
                        .as((kind, count) -> Condition.exists(kind).withCount(count)),
                kinds.map(kind -> Condition.exists(kind).withWhere("word", "x")),
                kinds.map(kind -> Condition.exists(kind).withWithin(Duration.ofHours(40))),
                kinds.map(kind -> new Condition.None(kind, new TreeMap<>(), Optional.of(Duration.ofHours(30)))),
                kinds.map(Condition::none),
                Combinators.combine(kinds, kinds)
                        .as((kind, by) -> new Condition.Followed(kind, by, Optional.of(Duration.ofHours(20)))),
                kinds.map(kind -> Condition.compare(kind, "number", Operator.AT_LEAST, "50")),
                kinds.map(kind -> Condition.covers(kind, "word", "x", "y")),
                kinds.map(kind -> Condition.distinct(kind, "word", 2)));
        return Arbitraries.lazyOf(
                () -> leaves,
                () -> leaves,
                () -> Combinators.combine(leaves, leaves).as(Condition::all),
                () -> Combinators.combine(leaves, leaves).as(Condition::any),
                () -> leaves.map(Condition::not));
    }

    private static EvidenceLog measured(int value, int low, int high) {
        return EvidenceLog.of(Evidence.of("e", "k", START, TEAM)
                .withDetail(
                        "x",
                        new Detail.Estimate(
                                BigDecimal.valueOf(value),
                                BigDecimal.valueOf(low),
                                BigDecimal.valueOf(high),
                                99,
                                "points")));
    }

    private static String state(Condition condition, EvidenceLog log) {
        return state(condition.test(log, TEAM, END));
    }

    private static String state(Finding finding) {
        return finding.isMet() ? "met" : finding.isNotMet() ? "not met" : "unknown";
    }

    private static Instant at(int hour) {
        return START.plus(Duration.ofHours(hour));
    }
}

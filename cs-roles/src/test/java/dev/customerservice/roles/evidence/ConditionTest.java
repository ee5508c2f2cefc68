package dev.customerservice.roles.evidence;

import static dev.customerservice.roles.evidence.Condition.Operator.ABOVE;
import static dev.customerservice.roles.evidence.Condition.Operator.AT_LEAST;
import static dev.customerservice.roles.evidence.Condition.Operator.AT_MOST;
import static dev.customerservice.roles.evidence.Condition.Operator.BELOW;
import static dev.customerservice.roles.evidence.Condition.Operator.IS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.metrics.statistics.Change;
import dev.customerservice.metrics.statistics.ConfidenceInterval;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.roles.evidence.Condition.Operator;
import dev.customerservice.roles.evidence.Evidence.Basis;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ConditionTest {

    private static final Subject TEAM = Subject.team(TeamId.of("harbour"));
    private static final Instant MONDAY = Instant.parse("2026-03-23T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-24T09:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-03-25T09:00:00Z");
    private static final Condition MET = Condition.none("nothing");
    private static final Condition NOT_MET = Condition.not(MET);
    private static final Condition UNKNOWN = Condition.exists("nothing");

    @Test
    void existsIsMetOrUnknown() {
        EvidenceLog log = log(at("a", MONDAY), at("b", TUESDAY).withDetail("skillsChecked", true));
        assertEquals(Finding.met(List.of("a", "b")), ask(Condition.exists("k"), log));
        assertEquals(Finding.met(List.of("a", "b")), ask(Condition.exists("k").withCount(2), log));
        assertEquals(
                "EVIDENCE_MISSING by k: found = 2 evidence, needed = 3 evidence",
                why(Condition.exists("k").withCount(3), log));
        assertEquals(Finding.met(List.of("b")), ask(Condition.exists("k").withWhere("skillsChecked", "true"), log));
        assertTrue(ask(Condition.exists("k").withWhere("skillsChecked", "false"), log)
                .isUnknown());
        assertTrue(Condition.exists("k").test(log, TEAM, MONDAY.minusNanos(1)).isUnknown());
        assertTrue(Condition.exists("k")
                .test(log, Subject.person(AgentId.of("ana")), WEDNESDAY)
                .isUnknown());
    }

    @Test
    void evidenceLapsesWhenItsWindowIsOver() {
        EvidenceLog log = log(at("a", MONDAY));
        Condition fresh = Condition.exists("k").withWithin(Duration.ofDays(1));
        assertTrue(fresh.test(log, TEAM, TUESDAY.minusNanos(1)).isMet());
        assertTrue(fresh.test(log, TEAM, TUESDAY).isUnknown());
        assertEquals(List.of(MONDAY, TUESDAY), List.copyOf(fresh.turningPoints(log, TEAM)));
        Condition quiet = new Condition.None("k", new TreeMap<>(), Optional.of(Duration.ofDays(1)));
        assertTrue(quiet.test(log, TEAM, TUESDAY.minusNanos(1)).isNotMet());
        assertTrue(quiet.test(log, TEAM, TUESDAY).isMet());
        assertEquals(List.of(MONDAY, TUESDAY), List.copyOf(quiet.turningPoints(log, TEAM)));
        assertEquals("EVIDENCE_PRESENT by k: count = 1 evidence", why(Condition.none("k"), log));
    }

    @Test
    @Tag("S0-39")
    void hearsayAloneShowsNothing() {
        EvidenceLog hearsay = log(at("a", MONDAY).withBasis(Basis.HEARSAY).withDetail("accepted", true));
        EvidenceLog testimony = log(at("a", MONDAY).withBasis(Basis.TESTIMONY).withDetail("accepted", true));
        for (Condition condition : List.of(
                Condition.exists("k"),
                Condition.compare("k", "accepted", IS, "true"),
                Condition.covers("k", "accepted", "true"),
                Condition.distinct("k", "team", 1),
                Condition.not(Condition.none("k")))) {
            assertFalse(ask(condition, hearsay).isMet(), condition.toString());
            assertTrue(ask(condition, testimony).isMet(), condition.toString());
        }
        assertTrue(ask(Condition.exists("k").objective(), testimony).isUnknown());
        assertTrue(ask(Condition.exists("k").objective(), log(at("a", MONDAY))).isMet());
    }

    @Test
    void followedWaitsForEachAnswer() {
        Condition.Followed answered = Condition.followed("k", "a");
        Evidence question = at("q", MONDAY);
        Evidence answer = Evidence.of("x", "a", TUESDAY, TEAM);
        assertEquals(Finding.met(List.of()), ask(answered, EvidenceLog.empty()));
        assertEquals("AWAITING_ANSWER by k: open = q about team:harbour", why(answered, log(question)));
        assertEquals(Finding.met(List.of("x")), ask(answered, log(question, answer)));
        Condition inADay = new Condition.Followed("k", "a", Optional.of(Duration.ofDays(1)));
        assertEquals(Finding.met(List.of("x")), ask(inADay, log(question, answer)));
        assertEquals(
                "UNANSWERED by k: late = q about team:harbour",
                why(inADay, log(question, Evidence.of("x", "a", TUESDAY.plusNanos(1), TEAM))));
        assertTrue(inADay.test(log(question), TEAM, TUESDAY).isUnknown());
        assertTrue(inADay.test(log(question), TEAM, TUESDAY.plusNanos(1)).isNotMet());
        assertEquals(
                List.of(MONDAY, TUESDAY, TUESDAY.plusNanos(1)),
                List.copyOf(inADay.turningPoints(log(question, answer), TEAM)));
    }

    @Test
    void theLatestDetailIsCompared() {
        EvidenceLog log = log(
                at("a", MONDAY).withDetail("verdict", "ALLOWED"),
                at("b", TUESDAY).withDetail("verdict", "DENIED"),
                at("c", WEDNESDAY));
        Condition.Compare allowed = Condition.compare("k", "verdict", IS, "ALLOWED");
        assertEquals(Finding.met(List.of("a")), allowed.test(log, TEAM, MONDAY));
        assertEquals("NOT_SATISFIED by k: IS = ALLOWED", why(allowed, log));
        assertEquals(
                "EVIDENCE_MISSING by k: detail = amount", why(Condition.compare("k", "amount", AT_MOST, "5"), log));
        assertTrue(ask(allowed.withWhere("verdict", "ALLOWED"), log).isMet());
        assertThrows(IllegalArgumentException.class, () -> Condition.compare("k", "verdict", AT_LEAST, "ALLOWED"));
    }

    @Test
    void everyTypeThatHasAnOrderIsCompared() {
        assertEquals(List.of(IS, AT_LEAST, AT_MOST), holding(Detail.count(5, "people"), "5.0"));
        assertEquals(List.of(AT_LEAST, ABOVE), holding(Detail.count(6, "people"), "5"));
        assertEquals(List.of(AT_MOST, BELOW), holding(Detail.count(4, "people"), "5"));
        assertEquals(List.of(AT_MOST, BELOW), holding(new Detail.Span(Duration.ofMinutes(4)), "PT5M"));
        assertEquals(List.of(AT_LEAST, ABOVE), holding(new Detail.Moment(TUESDAY), MONDAY.toString()));
        assertEquals(List.of(IS), holding(new Detail.Text("5"), "5"));
        assertEquals(List.of(), holding(new Detail.Flag(true), "5"));
        assertEquals(List.of(), holding(Detail.count(5, "people"), "PT5M"));
        assertEquals(
                "NOT_SATISFIED by k: ABOVE = 5, x = 4 people",
                why(
                        Condition.compare("k", "x", ABOVE, "5"),
                        log(at("a", MONDAY).withDetail("x", Detail.count(4, "people")))));
    }

    @Test
    void anEstimateIsComparedWithItsWholeInterval() {
        assertEquals(Finding.met(List.of("e")), estimated("0.31", "0.30", "0.40", "0.30"));
        assertEquals("INCONCLUSIVE", code(estimated("0.32", "0.27", "0.375", "0.30")));
        assertTrue(estimated("0.32", "0.27", "0.375", "0.30").isUnknown());
        assertEquals("NOT_SATISFIED", code(estimated("0.2", "0.1", "0.29", "0.30")));
        assertTrue(estimated("0.2", "0.1", "0.29", "0.30").isNotMet());
        Detail share = estimate("0.5", "0.4", "0.6");
        assertEquals(List.of(AT_LEAST), holding(share, "0.4"));
        assertEquals(List.of(AT_LEAST, ABOVE), holding(share, "0.39"));
        assertEquals(List.of(AT_MOST), holding(share, "0.6"));
        assertEquals(List.of(IS, AT_LEAST, AT_MOST), holding(estimate("0.5", "0.5", "0.5"), "0.50"));
        assertTrue(ask(Condition.compare("k", "x", IS, "0.45"), with(share)).isUnknown());
        assertTrue(ask(Condition.compare("k", "x", IS, "0.61"), with(share)).isNotMet());
        assertTrue(ask(Condition.compare("k", "x", IS, "half"), with(share)).isNotMet());
        assertEquals(
                "SAMPLE_TOO_SMALL by k: AT_LEAST = 0.3, minimumSample = 301 observations, "
                        + "x = 0.5 [0.4, 0.6] share, n = 300",
                why(Condition.compare("k", "x", AT_LEAST, "0.3").withMinimumSample(301), with(share)));
        assertTrue(ask(Condition.compare("k", "x", AT_LEAST, "0.3").withMinimumSample(300), with(share))
                .isMet());
        assertEquals(
                1, Condition.any(UNKNOWN, Condition.compare("k", "x", IS, "1")).looks(with(share), TEAM));
        assertEquals(0, Condition.exists("k").looks(with(share), TEAM));
    }

    @Test
    void measuredFiguresBecomeEstimates() {
        Detail.Estimate share = Detail.Estimate.of(Ratio.of(96, 300)).orElseThrow();
        assertEquals(0.32, share.value().doubleValue());
        assertEquals(0.270, share.low().doubleValue(), 0.0005);
        assertEquals(0.375, share.high().doubleValue(), 0.0005);
        assertEquals(300, share.sampleSize());
        assertEquals(Optional.empty(), Detail.Estimate.of(Ratio.of(0, 0)));
        Change change = new Change(
                -0.06, new ConfidenceInterval(-0.0939, -0.0293, 0.95), OptionalDouble.empty(), OptionalDouble.empty());
        assertEquals(estimate("-0.06", "-0.0939", "-0.0293"), Detail.Estimate.of(change, 300, "share"));
    }

    @Test
    void coversNamesWhatIsMissing() {
        EvidenceLog log = log(
                at("a", MONDAY).withDetail("area", "CHANGE"),
                at("b", TUESDAY).withDetail("area", "PLANNING"),
                at("c", TUESDAY).withDetail("area", "OTHER"));
        assertEquals(
                "NOT_COVERED by k: missing = TRAIN_NEW",
                why(Condition.covers("k", "area", "CHANGE", "TRAIN_NEW", "PLANNING"), log));
        assertEquals(Finding.met(List.of("a", "b")), ask(Condition.covers("k", "area", "PLANNING", "CHANGE"), log));
    }

    @Test
    void distinctCountsPeopleSubjectsOrValues() {
        EvidenceLog log = log(
                at("a", MONDAY).withBy(AgentId.of("ana")).withDetail("department", "sales"),
                at("b", TUESDAY).withBy(AgentId.of("ben")).withDetail("department", "sales"),
                at("c", WEDNESDAY));
        assertTrue(ask(Condition.distinct("k", "by", 2), log).isMet());
        assertEquals(
                "TOO_FEW_DISTINCT by k: needed = 3 by, seen = person:ana, person:ben",
                why(Condition.distinct("k", "by", 3), log));
        assertEquals(
                "TOO_FEW_DISTINCT by k: needed = 2 department, seen = sales",
                why(Condition.distinct("k", "department", 2), log));
        assertTrue(ask(Condition.distinct("k", "team", 1), log).isMet());
    }

    @Test
    void connectivesAreThoseOfKleene() {
        List<Condition> values = List.of(NOT_MET, UNKNOWN, MET);
        for (int a = 0; a < 3; a++) {
            assertEquals(state(values.get(2 - a)), state(Condition.not(values.get(a))));
            for (int b = 0; b < 3; b++) {
                assertEquals(state(values.get(Math.min(a, b))), state(Condition.all(values.get(a), values.get(b))));
                assertEquals(state(values.get(Math.max(a, b))), state(Condition.any(values.get(a), values.get(b))));
            }
        }
        assertEquals("met", state(Condition.all()));
        assertEquals("not met", state(Condition.any()));
        EvidenceLog log = log(at("a", MONDAY));
        assertEquals("CONDITION_HOLDS: evidence = a", why(Condition.not(Condition.exists("k")), log));
        assertEquals(
                List.of("EVIDENCE_PRESENT", "EVIDENCE_MISSING"),
                ask(Condition.any(Condition.none("k"), UNKNOWN), log).reasons().stream()
                        .map(Reason::code)
                        .toList());
    }

    @Test
    void aConditionTellsWhatItReads() {
        Condition condition = Condition.all(
                Condition.exists("a").withWhere("x", "1"),
                Condition.any(Condition.compare("b", "y", IS, "1").withWhere("z", "2"), Condition.followed("c", "d")),
                Condition.not(Condition.covers("a", "w", "1")),
                Condition.distinct("e", "by", 2),
                Condition.none("f"));
        assertEquals(
                Map.of(
                        "a", Set.of("w", "x"),
                        "b", Set.of("y", "z"),
                        "c", Set.of(),
                        "d", Set.of(),
                        "e", Set.of(),
                        "f", Set.of()),
                condition.reads());
        assertFalse(condition.isGrowing());
        assertTrue(Condition.all(Condition.exists("a"), Condition.any(Condition.distinct("a", "by", 1)))
                .isGrowing());
        assertTrue(Condition.covers("a", "b", "c").isGrowing());
        assertFalse(Condition.exists("a").withWithin(Duration.ofDays(1)).isGrowing());
        assertFalse(Condition.not(Condition.exists("a")).isGrowing());
        assertEquals(
                List.of(MONDAY),
                List.copyOf(Condition.all(Condition.covers("k", "a", "b"), Condition.exists("other"))
                        .turningPoints(log(at("a", MONDAY)), TEAM)));
    }

    @Test
    void factoriesWriteWhatTheRecordsHold() {
        TreeMap<String, String> anywhere = new TreeMap<>();
        Condition exists = new Condition.Exists("k", anywhere, 1, Optional.empty(), Basis.TESTIMONY);
        assertEquals(exists, Condition.exists("k"));
        assertEquals(new Condition.Covers("k", anywhere, "d", List.of("a", "a")), Condition.covers("k", "d", "a"));
        assertEquals(new Condition.Distinct("k", anywhere, "by", 2), Condition.distinct("k", "by", 2));
        assertEquals(
                new Condition.All(List.of(new Condition.Not(exists), new Condition.Any(List.of()))),
                Condition.all(Condition.not(exists), Condition.any()));
    }

    @Test
    void findingsKeepTheirReasons() {
        Reason reason = Reason.rule("EVIDENCE_MISSING");
        assertEquals(new Finding.Unknown(List.of(reason)), Finding.unknown(reason));
        assertEquals(new Finding.NotMet(List.of(reason)), Finding.notMet(reason));
        assertEquals(List.of("a", "b"), new Finding.Met(List.of("a", "b", "a")).evidence());
        assertEquals(List.of(), Finding.met(List.of("a")).reasons());
        assertEquals(Finding.unknown(reason), Finding.unknown(reason).negated());
    }

    @Test
    void refusesWhatNoEvidenceCouldMeet() {
        assertThrows(IllegalArgumentException.class, () -> Condition.exists("k").withCount(0));
        assertThrows(IllegalArgumentException.class, () -> Condition.exists("k").withWithin(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> Condition.distinct("k", "by", 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Condition.Followed("k", "a", Optional.of(Duration.ofDays(-1))));
    }

    private static Finding estimated(String value, String low, String high, String bound) {
        return ask(
                Condition.compare("k", "x", AT_LEAST, bound),
                log(at("e", MONDAY).withDetail("x", estimate(value, low, high))));
    }

    private static Detail.Estimate estimate(String value, String low, String high) {
        return new Detail.Estimate(new BigDecimal(value), new BigDecimal(low), new BigDecimal(high), 300, "share");
    }

    private static EvidenceLog with(Detail detail) {
        return log(at("a", MONDAY).withDetail("x", detail));
    }

    private static List<Operator> holding(Detail detail, String value) {
        return Stream.of(Operator.values())
                .filter(op -> ask(Condition.compare("k", "x", op, value), with(detail))
                        .isMet())
                .toList();
    }

    private static Evidence at(String id, Instant at) {
        return Evidence.of(id, "k", at, TEAM);
    }

    private static EvidenceLog log(Evidence... evidence) {
        return EvidenceLog.of(evidence);
    }

    private static Finding ask(Condition condition, EvidenceLog log) {
        return condition.test(log, TEAM, WEDNESDAY);
    }

    private static String state(Condition condition) {
        Finding finding = ask(condition, EvidenceLog.empty());
        return finding.isMet() ? "met" : finding.isNotMet() ? "not met" : "unknown";
    }

    private static String why(Condition condition, EvidenceLog log) {
        return ask(condition, log).reasons().get(0).toString();
    }

    private static String code(Finding finding) {
        return finding.reasons().get(0).code();
    }
}

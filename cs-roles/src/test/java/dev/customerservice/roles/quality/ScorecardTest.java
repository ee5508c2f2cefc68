package dev.customerservice.roles.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.json.JsonFormat2;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.metrics.facts.ReviewFacts;
import dev.customerservice.metrics.kpi.QualityKpis;
import dev.customerservice.metrics.statistics.ConfidenceInterval;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.metrics.statistics.ReviewScore;
import dev.customerservice.roles.assessment.Assessment;
import dev.customerservice.roles.assessment.Criterion;
import dev.customerservice.roles.catalogue.Scale;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.json.PlaybookReader;
import dev.customerservice.roles.quality.Scorecard.Score;
import dev.customerservice.roles.quality.Scorecard.Summary;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Scoring a contact, what a critical failure does to it, and what a few reviews do not say. */
class ScorecardTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final AgentId ANA = AgentId.of("ana");
    private static final AgentId BEN = AgentId.of("ben");
    private static final Scale YES_NO =
            Scale.builder().id("yes-no").addPoint(0, "no").addPoint(1, "yes").build();
    static final Scorecard CONTACT = Scorecard.builder()
            .id("contact-quality")
            .title("Quality of a contact")
            .addSources("S2-35", "S1-17")
            .assessment(Assessment.builder()
                    .id("contact-quality")
                    .title("Quality of a contact")
                    .subject("contact")
                    .addCriteria(
                            Criterion.rated("listening", "soft", "The agent listened.")
                                    .withWeight(new BigDecimal("2")),
                            Criterion.rated("empathy", "soft", "The agent felt with the customer."),
                            Criterion.rated("tone", "soft", "The tone suited the channel."),
                            Criterion.rated("data-protection", "hard", "No data were given away.")
                                    .withScale(YES_NO)
                                    .withCritical(true))
                    .build())
            .build();

    @Test
    @Tag("S2-35")
    @Tag("S0-66")
    void aContactIsScoredByItsWeights() {
        Score score = CONTACT.score(review(5, 4, 3, 1));
        assertEquals(0, new BigDecimal("0.85").compareTo(score.score().orElseThrow()), "(2·1 + 0.75 + 0.5 + 1) / 5");
        assertFalse(score.isCriticalFailure());
        assertEquals("tone", score.reading().weakest().orElseThrow().id());
    }

    @Test
    @Tag("S1-17")
    void whatDoesNotApplyLeavesBothSums() {
        QualityReview chat = review(5, 4, 3, 1)
                .withScores(Map.of("listening", 5, "empathy", 4, "data-protection", 1))
                .withNotApplicable("tone");
        assertEquals(
                0,
                new BigDecimal("0.9375").compareTo(CONTACT.score(chat).score().orElseThrow()));
        QualityReview nothing =
                chat.withScores(Map.of()).withNotApplicable("listening", "empathy", "tone", "data-protection");
        Score none = CONTACT.score(nothing);
        assertEquals(Optional.empty(), none.score().amount());
        assertFalse(none.isCriticalFailure());
    }

    @Test
    @Tag("S0-66")
    @Tag("S1-17")
    @Tag("S2-35")
    void theStandardScorecardKnowsMannerAndAnswer() {
        Scorecard standard =
                PlaybookReader.of(JsonFormat2.standard()).standard().scorecard("contact-quality");
        QualityReview chat = review(1, 1, 1, 1)
                .withScores(Map.of(
                        "listening",
                        5,
                        "empathy",
                        5,
                        "patience",
                        5,
                        "tone",
                        5,
                        "correctness",
                        5,
                        "completeness",
                        3,
                        "data-protection",
                        1))
                .withNotApplicable("formal-greeting");
        Score score = standard.score(chat);
        assertEquals(11.0 / 12, score.score().orElseThrow().doubleValue(), 1e-12, "(9 + 0.5 · 2 + 1) / 12");
        assertEquals("completeness", score.reading().weakest().orElseThrow().id());
        Map<String, Integer> leaked = new HashMap<>(chat.scores());
        leaked.put("data-protection", 0);
        assertTrue(standard.score(chat.withScores(leaked)).isCriticalFailure());
    }

    @Test
    void aCriticalFailureKeepsBothScores() {
        QualityReview leak = review(5, 5, 5, 0);
        Score zero = CONTACT.score(leak);
        assertTrue(zero.isCriticalFailure());
        assertEquals(0, zero.score().orElseThrow().signum());
        assertEquals(
                0, new BigDecimal("0.8").compareTo(zero.scoreIgnoringCritical().orElseThrow()));
        assertEquals("data-protection", zero.criticalFailures().get(0).id());
        assertEquals(
                0,
                new BigDecimal("0.4")
                        .compareTo(CONTACT.withCriticalCap(new BigDecimal("0.4"))
                                .score(leak)
                                .score()
                                .orElseThrow()));
        assertEquals(
                zero.scoreIgnoringCritical(),
                CONTACT.withCriticalCap(BigDecimal.ONE).score(leak).score());
        assertThrows(IllegalArgumentException.class, () -> CONTACT.withCriticalCap(new BigDecimal("40")));
        assertThrows(IllegalArgumentException.class, () -> CONTACT.withCriticalBelow(new BigDecimal("-1")));
    }

    @Test
    @Tag("S3-07")
    void whatCannotBeReviewedIsRefused() {
        QualityReview review = review(5, 4, 3, 1);
        assertThrows(IllegalArgumentException.class, () -> review.withReviewer(ANA), "own work");
        assertThrows(
                IllegalArgumentException.class, () -> review.withNotApplicable("tone"), "rated and not applicable");
        assertThrows(IllegalArgumentException.class, () -> CONTACT.score(review.withScorecard("other")));
        assertThrows(IllegalArgumentException.class, () -> CONTACT.score(review.withScores(Map.of("charm", 3))));
        assertThrows(
                IllegalArgumentException.class, () -> CONTACT.score(review.withScores(Map.of("data-protection", 3))));
        Scorecard chats = CONTACT.withAppliesTo(Channel.CHAT);
        assertThrows(IllegalArgumentException.class, () -> chats.score(review));
        assertThrows(IllegalArgumentException.class, () -> chats.score(review.withChannel(Channel.EMAIL)));
        assertTrue(
                chats.score(review.withChannel(Channel.CHAT)).score().amount().isPresent());
        assertFalse(review.blind());
    }

    @Test
    @Tag("S2-19")
    void aFewReviewsSayLittle() {
        Summary five = CONTACT.summary(
                List.of(
                        review(5, 5, 5, 1),
                        review(4, 4, 4, 1),
                        review(3, 3, 3, 1),
                        review(5, 5, 5, 0),
                        review(2, 3, 4, 1)),
                new BigDecimal("0.7"));
        assertEquals(Ratio.of(2, 5), five.passed());
        assertEquals(Ratio.of(1, 5), five.critical());
        assertEquals(5, five.mean().n());
        assertTrue(five.interval().orElseThrow().width() > 0.6);
        Summary nothing = CONTACT.summary(List.of(), BigDecimal.ONE);
        assertEquals(Optional.empty(), nothing.mean().amount());
        assertEquals(Optional.empty(), nothing.interval());
        assertEquals(Ratio.of(0, 0), nothing.passed());
    }

    @Test
    @Tag("S1-28")
    void nobodyStandsAboveSomebodyWhoseIntervalOverlaps() {
        AgentId chi = AgentId.of("chi");
        List<QualityReview> reviews = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            reviews.add(of(ANA, BEN, 5, 5, i % 2 == 0 ? 5 : 4));
            reviews.add(of(BEN, ANA, 5, 4, i % 2 == 0 ? 5 : 4));
            reviews.add(of(chi, ANA, 1, 1, i % 2 == 0 ? 2 : 1));
        }
        reviews.add(of(AgentId.of("dee"), ANA, 5, 5, 5));
        QualityStanding standing = CONTACT.standing(reviews);
        assertEquals(List.of(Set.of(ANA, BEN), Set.of(chi)), standing.tiers());
        assertEquals(Set.of(AgentId.of("dee")), standing.untold(), "one review is no interval");
        assertEquals(OptionalInt.of(2), standing.tier(chi));
        assertEquals(OptionalInt.empty(), standing.tier(AgentId.of("dee")));
        QualityStanding chain = QualityStanding.of(Map.of(
                ANA,
                interval(0.8, 0.9),
                BEN,
                interval(0.6, 0.81),
                chi,
                interval(0.5, 0.61),
                AgentId.of("dee"),
                interval(0.1, 0.4)));
        assertEquals(2, chain.tiers().size(), "overlap reaches on");
        assertEquals(
                2,
                QualityStanding.of(Map.of(ANA, interval(0.8, 0.9), BEN, interval(0.1, 0.2)))
                        .tiers()
                        .size());
        assertEquals(List.of(), QualityStanding.of(Map.of()).tiers());
    }

    /** Equal scores leave room: at most 1 − 0.05^(1/n) of all contacts are others, which could be 0 or 1. */
    @Test
    @Tag("S1-28")
    @Tag("S2-19")
    void equalScoresAreNotCertain() {
        List<QualityReview> twice =
                List.of(of(ANA, BEN, 5, 5, 5), of(ANA, BEN, 5, 5, 5), of(BEN, ANA, 5, 5, 4), of(BEN, ANA, 5, 5, 4));
        assertEquals(List.of(Set.of(ANA, BEN)), CONTACT.standing(twice).tiers());
        ConfidenceInterval two =
                CONTACT.summary(twice.subList(0, 2), BigDecimal.ONE).interval().orElseThrow();
        assertEquals(Math.sqrt(0.05), two.low(), 1e-12);
        assertEquals(1, two.high(), 1e-12);
        ConfidenceInterval low =
                CONTACT.summary(twice.subList(2, 4), BigDecimal.ONE).interval().orElseThrow();
        assertEquals(0.95 * Math.sqrt(0.05), low.low(), 1e-12);
        assertEquals(0.95 + (1 - Math.sqrt(0.05)) * 0.05, low.high(), 1e-12);
        List<QualityReview> cold = Collections.nCopies(2, of(ANA, BEN, 5, 2, 5));
        assertEquals(List.of(), CONTACT.coaching(cold, new BigDecimal("0.5")), "two of two is little");
        assertEquals(
                List.of("empathy"),
                CONTACT.coaching(Collections.nCopies(12, of(ANA, BEN, 5, 2, 5)), new BigDecimal("0.5")).stream()
                        .map(Reason::where)
                        .toList(),
                "0.25 + 0.2209 · 0.75 is below a half");
        assertEquals(List.of(), CONTACT.coaching(Collections.nCopies(7, of(ANA, BEN, 5, 2, 5)), new BigDecimal("0.5")));
    }

    @Test
    void whereNothingFailsCriticallyNoMeasureDoes() {
        Scorecard lenient = CONTACT.withCriticalBelow(BigDecimal.ZERO);
        QualityReview leak = review(5, 5, 5, 0);
        assertFalse(lenient.score(leak).isCriticalFailure());
        assertEquals(
                80,
                Stream.of(leak.toFacts(lenient, NOON))
                        .collect(QualityKpis.scores(ReviewScore.Critical.ZEROES).collector())
                        .orElseThrow()
                        .mean()
                        .orElseThrow(),
                1e-9);
    }

    @Test
    void coachingNeedsCertainty() {
        List<QualityReview> reviews = Stream.of(1, 2, 1, 1, 2)
                .map(empathy -> of(ANA, BEN, 5, empathy, 4))
                .toList();
        List<Reason> signals = CONTACT.coaching(reviews, new BigDecimal("0.6"));
        assertEquals(1, signals.size());
        assertEquals("empathy", signals.get(0).where());
        assertEquals(Reason.Severity.ADVICE, signals.get(0).severity());
        assertEquals(
                5,
                ((Detail.Estimate) signals.get(0).values().getOrDefault("mean", new Detail.Flag(false))).sampleSize());
        assertEquals(List.of(), CONTACT.coaching(reviews.subList(0, 1), new BigDecimal("0.6")));
        assertEquals(List.of(), CONTACT.coaching(reviews, new BigDecimal("0.2")), "the interval reaches over the mark");
    }

    @Test
    void reviewsAreFactsForTheMeasures() {
        ReviewFacts fact = review(5, 5, 5, 0).toFacts(CONTACT, NOON);
        assertEquals(ANA, fact.agent());
        assertEquals(
                0,
                Stream.of(fact)
                        .collect(QualityKpis.scores(ReviewScore.Critical.ZEROES).collector())
                        .orElseThrow()
                        .mean()
                        .orElseThrow());
        assertEquals(
                Ratio.of(1, 1),
                Stream.of(fact)
                        .collect(QualityKpis.criticalFailures().collector())
                        .orElseThrow());
        assertEquals(
                80,
                Stream.of(fact)
                        .collect(QualityKpis.scores(ReviewScore.Critical.COUNTS_ONLY)
                                .collector())
                        .orElseThrow()
                        .mean()
                        .orElseThrow(),
                1e-9);
    }

    private static Optional<ConfidenceInterval> interval(double low, double high) {
        return Optional.of(new ConfidenceInterval(low, high, 0.95));
    }

    static QualityReview review(int listening, int empathy, int tone, int safe) {
        return of(ANA, BEN, listening, empathy, tone)
                .withScores(Map.of("listening", listening, "empathy", empathy, "tone", tone, "data-protection", safe));
    }

    private static QualityReview of(AgentId agent, AgentId reviewer, int listening, int empathy, int tone) {
        return QualityReview.builder()
                .id("r")
                .scorecard("contact-quality")
                .ticket(TicketId.of("t-1"))
                .agent(agent)
                .reviewer(reviewer)
                .reviewedAt(NOON)
                .putScore("listening", listening)
                .putScore("empathy", empathy)
                .putScore("tone", tone)
                .putScore("data-protection", 1)
                .build();
    }
}

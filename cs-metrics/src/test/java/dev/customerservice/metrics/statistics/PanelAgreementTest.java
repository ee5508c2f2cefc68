package dev.customerservice.metrics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.customerservice.metrics.statistics.PanelAgreement.Level;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Agreement of many judges on published data and on the cases without an answer. */
class PanelAgreementTest {
    private static final double EXACT = 1e-12;
    private static final int NONE = -1;

    /** Four judges and twelve things with gaps, from Krippendorff (2011). */
    private static final PanelAgreement GAPS = ratings(new int[][] {
        {1, 2, 3, 3, 2, 1, 4, 1, 2, NONE, NONE, NONE},
        {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NONE, 3},
        {NONE, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NONE},
        {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NONE}
    });

    @Test
    void fleissOnFourteenJudges() {
        PanelAgreement agreement = PanelAgreement.ofCounts(new long[][] {
            {0, 0, 0, 0, 14}, {0, 2, 6, 4, 2}, {0, 0, 3, 5, 6}, {0, 3, 9, 2, 0}, {2, 2, 8, 1, 1},
            {7, 7, 0, 0, 0}, {3, 2, 6, 3, 0}, {2, 5, 3, 2, 2}, {6, 5, 2, 1, 0}, {0, 2, 2, 3, 7}
        });
        assertEquals(0.378021978021978, agreement.observed().orElseThrow(), EXACT);
        assertEquals(0.20993070442195524, agreement.fleiss().orElseThrow(), EXACT);
    }

    @Test
    void alphaOfEachLevelWithGaps() {
        assertEquals(0.7434210526315789, GAPS.alpha(Level.NOMINAL).orElseThrow(), EXACT);
        assertEquals(0.8153875037548813, GAPS.alpha(Level.ORDINAL).orElseThrow(), EXACT);
        assertEquals(0.849107142857143, GAPS.alpha(Level.INTERVAL).orElseThrow(), 1e-6);
        assertEquals(0.7974027747116121, GAPS.alpha(Level.RATIO).orElseThrow(), EXACT);
    }

    @Test
    void ac1StaysSensibleWhereKappaFalls() {
        PanelAgreement skewed = PanelAgreement.ofCounts(IntStream.range(0, 20)
                .mapToObj(i -> new long[] {i == 0 ? 1 : 2, i == 0 ? 1 : 0})
                .toArray(long[][]::new));
        assertEquals(0.95, skewed.observed().orElseThrow(), EXACT);
        assertEquals((0.95 - 0.95125) / (1 - 0.95125), skewed.fleiss().orElseThrow(), EXACT);
        double chance = 2 * 0.975 * 0.025;
        assertEquals((0.95 - chance) / (1 - chance), skewed.ac1().orElseThrow(), EXACT);
    }

    /** Shares 1/2, 1/6 and 1/3 give a chance of 11/36; what nobody judged changes nothing. */
    @Test
    void ac1OfThreeVerdictsByHand() {
        long[][] counts = {{2, 0, 0}, {1, 1, 0}, {0, 0, 2}};
        assertEquals(0.52, PanelAgreement.ofCounts(counts).ac1().orElseThrow(), EXACT);
        long[][] withUnjudged = {{2, 0, 0}, {0, 0, 0}, {1, 1, 0}, {0, 0, 2}};
        assertEquals(0.52, PanelAgreement.ofCounts(withUnjudged).ac1().orElseThrow(), EXACT);
    }

    @Test
    void countsAreRatingsFromOneOn() {
        PanelAgreement counted = PanelAgreement.ofCounts(new long[][] {{2, 0, 1}, {0, 3, 0}, {1, 0, 2}});
        PanelAgreement rated = PanelAgreement.ofRatings(List.of(
                List.of(OptionalDouble.of(1), OptionalDouble.of(2), OptionalDouble.of(1)),
                List.of(OptionalDouble.of(1), OptionalDouble.of(2), OptionalDouble.of(3)),
                List.of(OptionalDouble.of(3), OptionalDouble.of(2), OptionalDouble.of(3))));
        for (Level level : Level.values()) {
            assertEquals(rated.alpha(level), counted.alpha(level), level.name());
        }
        assertEquals(rated.fleiss(), counted.fleiss());
        assertEquals(rated.ac1(), counted.ac1());
    }

    @Test
    void withoutVariationThereIsNoChanceToCorrectFor() {
        PanelAgreement same = PanelAgreement.ofCounts(new long[][] {{3, 0}, {3, 0}, {3, 0}});
        assertEquals(OptionalDouble.of(1), same.observed());
        assertEquals(OptionalDouble.empty(), same.fleiss());
        assertEquals(OptionalDouble.empty(), same.alpha(Level.NOMINAL));
        assertEquals(OptionalDouble.of(1), same.ac1(), "both verdicts exist");
        PanelAgreement single = ratings(new int[][] {{2, 2}, {2, 2}});
        assertEquals(OptionalDouble.empty(), single.ac1(), "only one verdict exists");
    }

    @Test
    void whatWasJudgedOnceSaysNothing() {
        PanelAgreement once = ratings(new int[][] {{1, NONE, 2}, {NONE, 2, NONE}});
        assertEquals(OptionalDouble.empty(), once.observed());
        assertEquals(OptionalDouble.empty(), once.fleiss());
        assertEquals(OptionalDouble.empty(), once.ac1());
        assertEquals(OptionalDouble.empty(), once.alpha(Level.INTERVAL));
        assertEquals(
                OptionalDouble.empty(), PanelAgreement.ofCounts(new long[0][0]).observed());
        assertEquals(OptionalDouble.empty(), PanelAgreement.ofRatings(List.of()).alpha(Level.NOMINAL));
    }

    @Test
    void fleissAsksForEqualNumbersOfJudges() {
        PanelAgreement unequal = PanelAgreement.ofCounts(new long[][] {{3, 0}, {1, 1}});
        assertEquals(OptionalDouble.empty(), unequal.fleiss());
        assertEquals(0.5, unequal.observed().orElseThrow(), EXACT);
    }

    @Test
    void alphaByHand() {
        PanelAgreement two = PanelAgreement.ofCounts(new long[][] {{2, 0}, {1, 1}, {0, 2}});
        double observed = 1.0;
        double expected = 3.0 * 3;
        assertEquals(1 - (6 - 1) * observed / expected, two.alpha(Level.NOMINAL).orElseThrow(), EXACT);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> PanelAgreement.ofCounts(new long[][] {{1, 2}, {3}}));
        assertThrows(IllegalArgumentException.class, () -> PanelAgreement.ofCounts(new long[][] {{1, -2}}));
        assertThrows(
                IllegalArgumentException.class,
                () -> PanelAgreement.ofRatings(List.of(List.of(OptionalDouble.of(1)), List.of())));
        assertThrows(
                IllegalArgumentException.class,
                () -> PanelAgreement.ofRatings(List.of(List.of(OptionalDouble.of(Double.NaN)))));
        assertThrows(
                IllegalArgumentException.class,
                () -> ratings(new int[][] {{-2, 1}, {-2, 1}}).alpha(Level.RATIO));
    }

    static PanelAgreement ratings(int[][] byJudge) {
        return PanelAgreement.ofRatings(IntStream.range(0, byJudge.length)
                .mapToObj(judge -> IntStream.of(byJudge[judge])
                        .mapToObj(rating -> rating == NONE ? OptionalDouble.empty() : OptionalDouble.of(rating))
                        .toList())
                .toList());
    }
}

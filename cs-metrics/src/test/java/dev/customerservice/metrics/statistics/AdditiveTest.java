package dev.customerservice.metrics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.money.Money;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The values that add up, and the figures of one fact. */
class AdditiveTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private static Mix mix(Map<String, Long> counts) {
        return new Mix(new TreeMap<>(counts));
    }

    @Test
    void timeOverTimeIsPooledAndNotAveraged() {
        DurationRatio calm = new DurationRatio(HOUR, HOUR.multipliedBy(8));
        DurationRatio busy = new DurationRatio(HOUR, HOUR);

        assertEquals(2.0 / 9, calm.plus(busy).value().orElseThrow(), 1e-15);
        assertTrue(DurationRatio.NONE.value().isEmpty());
        assertFalse(DurationRatio.NONE.isDefined());
        assertEquals(calm, calm.plus(DurationRatio.NONE));
        assertThrows(IllegalArgumentException.class, () -> new DurationRatio(HOUR.negated(), HOUR));
    }

    @Test
    void aMillionYearsOfWorkStillAddUp() {
        Duration long1 = Duration.ofDays(365_000_000L);
        DurationRatio all = new DurationRatio(long1, long1).plus(new DurationRatio(Duration.ZERO, long1));

        assertEquals(0.5, all.value().orElseThrow());
    }

    @Test
    void lostTimeGrossesUpAndAppliesInTurn() {
        TimeSplit lost = new TimeSplit(
                new TreeMap<>(Map.of("break", HOUR, "training", HOUR.multipliedBy(2))), HOUR.multipliedBy(10));

        assertEquals(0.3, lost.total().value().orElseThrow(), 1e-15);
        assertEquals(0.1, lost.share("break").value().orElseThrow(), 1e-15);
        assertEquals(1 - 0.9 * 0.8, lost.successive().orElseThrow(), 1e-15);
        assertEquals(1 / 0.7, lost.grossUp().orElseThrow(), 1e-15);
        assertEquals(OptionalDouble.empty(), TimeSplit.NONE.successive());
        assertTrue(new TimeSplit(new TreeMap<>(Map.of("all", HOUR)), HOUR)
                .grossUp()
                .isEmpty());
        assertEquals(0.3, lost.plus(lost).total().value().orElseThrow(), 1e-15);
    }

    @Test
    void aMixIsRankedBySizeThenByName() {
        Mix mix = mix(Map.of("bug", 5L, "login", 10L, "billing", 5L));

        assertEquals(
                List.of("login", "billing", "bug"),
                mix.ranking().stream().map(Mix.Rank::name).toList());
        assertEquals(Ratio.of(15, 20), mix.ranking().get(1).upTo());
        assertEquals(mix(Map.of("bug", 5L)), mix(Map.of("bug", 5L, "none", 0L)));
        assertThrows(IllegalArgumentException.class, () -> mix(Map.of("bug", -1L)));
    }

    @Test
    void whoCarriesNothingCountsInTheBalance() {
        Mix work = mix(Map.of("ana", 10L));

        assertEquals(1, work.balance().jain().orElseThrow(), 1e-12);
        assertEquals(0.5, work.balance(List.of("ana", "ben")).jain().orElseThrow(), 1e-12);
    }

    @Test
    void impossibleCountsOfCustomersAreRefused() {
        assertEquals(Ratio.of(80, 100), Retention.ofCounts(100, 90, 10));
        assertThrows(IllegalArgumentException.class, () -> Retention.ofCounts(100, 5, 6));
        assertThrows(IllegalArgumentException.class, () -> Retention.ofCounts(10, 12, 0));
        assertEquals(1 - Math.pow(0.95, 12), Retention.churnOver(0.05, 12), 1e-15);
        assertEquals(0, Retention.churnOver(1, 0));
        assertThrows(IllegalArgumentException.class, () -> Retention.churnOver(5, 12));
        assertThrows(IllegalArgumentException.class, () -> Retention.churnOver(0.5, -1));
    }

    @Test
    void aGoalBelowTheBaselineIsMetFromAbove() {
        Goal faster = new Goal(60, 30);

        assertEquals(0.5, faster.progress(45).orElseThrow());
        assertTrue(faster.isMet(30));
        assertFalse(faster.isMet(31));
        assertTrue(new Goal(30, 60).isMet(61));
        assertTrue(new Goal(30, 30).progress(40).isEmpty());
        assertThrows(IllegalArgumentException.class, () -> new Goal(Double.NaN, 1));
    }

    @Test
    void itemsThatDoNotApplyLeaveBothSums() {
        ReviewScore.Item good = new ReviewScore.Item(1, OptionalDouble.of(4), 5, false);
        ReviewScore.Item absent = new ReviewScore.Item(9, OptionalDouble.empty(), 5, true);
        ReviewScore.Item failed = new ReviewScore.Item(1, OptionalDouble.of(0), 5, true);

        assertEquals(
                OptionalDouble.of(80),
                ReviewScore.of(List.of(good, absent), ReviewScore.Critical.ZEROES)
                        .value());
        assertEquals(
                new ReviewScore(OptionalDouble.of(0), true),
                ReviewScore.of(List.of(good, failed), ReviewScore.Critical.ZEROES));
        assertEquals(
                new ReviewScore(OptionalDouble.of(40), false),
                ReviewScore.of(List.of(good, failed), ReviewScore.Critical.COUNTS_ONLY));
        assertEquals(
                OptionalDouble.empty(),
                ReviewScore.of(List.of(), ReviewScore.Critical.ZEROES).value());
        assertThrows(IllegalArgumentException.class, () -> new ReviewScore.Item(1, OptionalDouble.of(6), 5, false));
    }

    @Test
    void moneyForEachIsShownFromTheExactQuotient() {
        Currency yen = Currency.getInstance("JPY");
        MoneyMean mean = new MoneyMean(new Money(100, yen), 2).plus(new MoneyMean(new Money(1, yen), 1));

        assertEquals(
                "33.67", mean.amount(2, RoundingMode.HALF_EVEN).orElseThrow().toPlainString());
        assertFalse(new MoneyMean(Money.zero(yen), 0).isDefined());
        assertThrows(
                IllegalArgumentException.class,
                () -> mean.plus(new MoneyMean(Money.zero(Currency.getInstance("EUR")), 0)));
    }

    @Test
    void aRateIsShownForARoundNumber() {
        assertEquals(2.5, Ratio.of(250, 10_000).per(100).orElseThrow());
        assertTrue(Ratio.of(1, 0).per(100).isEmpty());
        assertFalse(Ratio.of(0, 0).isDefined());
    }
}

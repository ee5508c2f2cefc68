package dev.customerservice.metrics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;

class StatisticsProperties {
    @Property
    void everyIntervalMirrorsAndGrowsWithItsConfidence(
            @ForAll ProportionInterval method,
            @ForAll @LongRange(max = 1_000_000) long successes,
            @ForAll @LongRange(max = 1_000_000) long failures,
            @ForAll @DoubleRange(min = 0.5, max = 0.98) double confidence) {
        Assume.that(successes + failures > 0);
        ConfidenceInterval bounds = method.of(successes, successes + failures, confidence);
        ConfidenceInterval mirror = method.of(failures, successes + failures, confidence);
        ConfidenceInterval wider = method.of(successes, successes + failures, confidence + 0.01);
        assertTrue(0 <= bounds.low() && bounds.high() <= 1);
        assertEquals(1 - bounds.low(), mirror.high(), 1e-12);
        assertTrue(wider.low() <= bounds.low() + 1e-15 && bounds.high() <= wider.high() + 1e-15);
    }

    @Property
    void clopperAndPearsonLeaveATailOfAtMostHalfTheRest(
            @ForAll @IntRange(min = 1, max = 40) int trials, @ForAll @IntRange(max = 40) int some) {
        int successes = Math.min(some, trials);
        double low =
                ProportionInterval.CLOPPER_PEARSON.of(successes, trials, 0.95).low();
        double tail = 0;
        double probability = Math.pow(1 - low, trials);
        for (int x = 0; x <= trials; x++) {
            tail += x >= successes ? probability : 0;
            probability *= (double) (trials - x) / (x + 1) * (low / (1 - low));
        }
        assertEquals(successes == 0 ? 1 : 0.025, tail, 1e-9);
    }

    @Property
    void splitsOfASampleMergeToTheSameMoments(
            @ForAll @Size(max = 30) List<@DoubleRange(min = -1e6, max = 1e6) Double> numbers,
            @ForAll @IntRange(max = 30) int cut) {
        int at = Math.min(cut, numbers.size());
        Moments whole = moments(numbers);
        Moments parts = moments(numbers.subList(0, at)).plus(moments(numbers.subList(at, numbers.size())));
        assertEquals(whole.count(), parts.count());
        assertEquals(whole.mean(), parts.mean(), 1e-9 * (1 + Math.abs(whole.mean())));
        assertEquals(whole.squares(), parts.squares(), 1e-9 * (1 + whole.squares()));
        assertEquals(whole.least(), parts.least());
    }

    private static Moments moments(List<Double> numbers) {
        return Moments.of(numbers.stream().mapToDouble(number -> number).toArray());
    }

    @Property
    void curvesMergeAndWithoutAnythingRunningAreWhatIsSeen(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 12) Integer> ended,
            @ForAll @Size(max = 20) List<@IntRange(min = 1, max = 12) Integer> running,
            @ForAll @IntRange(max = 13) int at) {
        SurvivalCurve curve = SurvivalCurve.of(days(ended), days(running));
        SurvivalCurve merged = SurvivalCurve.of(days(ended), DurationDistribution.empty())
                .plus(SurvivalCurve.of(DurationDistribution.empty(), days(running)));
        assertEquals(curve, merged);
        double naive = (double) ended.stream().filter(day -> day > at).count() / ended.size();
        double seen = SurvivalCurve.of(days(ended), DurationDistribution.empty())
                .survivalAt(Duration.ofDays(at))
                .orElseThrow();
        assertEquals(naive, seen, 1e-12);
        assertTrue(curve.survivalAt(Duration.ofDays(at)).orElseThrow() >= naive - 1e-12);
    }

    private static DurationDistribution days(List<Integer> days) {
        return DurationDistribution.of(days.stream().map(Duration::ofDays).toList());
    }

    /** Every way to choose the first sample out of both is as likely as any other. */
    @Property(tries = 100)
    void theExactRankTestCountsOutEveryOrder(
            @ForAll @Size(min = 2, max = 7) @UniqueElements List<@IntRange(max = 100) Integer> numbers,
            @ForAll @IntRange(min = 1, max = 6) int first) {
        int m = Math.min(first, numbers.size() - 1);
        double u = u(numbers, (1 << m) - 1);
        double middle = m * (numbers.size() - m) / 2.0;
        int all = 0;
        int asFar = 0;
        for (int chosen = 0; chosen < 1 << numbers.size(); chosen++) {
            if (Integer.bitCount(chosen) == m) {
                all++;
                asFar += Math.abs(u(numbers, chosen) - middle) >= Math.abs(u - middle) ? 1 : 0;
            }
        }
        RankTest test = RankTest.of(array(numbers.subList(0, m)), array(numbers.subList(m, numbers.size())));
        assertEquals(u, test.u());
        assertEquals((double) asFar / all, test.pValue().orElseThrow(), 1e-12);
    }

    private static double u(List<Integer> numbers, int chosen) {
        double u = 0;
        for (int i = 0; i < numbers.size(); i++) {
            for (int j = 0; j < numbers.size(); j++) {
                boolean pair = (chosen >> i & 1) == 1 && (chosen >> j & 1) == 0;
                u += pair && numbers.get(i) > numbers.get(j) ? 1 : 0;
            }
        }
        return u;
    }

    private static double[] array(List<Integer> numbers) {
        return numbers.stream().mapToDouble(number -> number).toArray();
    }

    @Property
    void balanceAsksForNoOrderAndStaysInItsRange(
            @ForAll @Size(min = 1, max = 12) List<@LongRange(max = 1_000) Long> loads) {
        Assume.that(loads.stream().anyMatch(load -> load > 0));
        List<Long> reversed = new ArrayList<>(loads);
        Collections.reverse(reversed);
        Balance balance = Balance.of(loads.stream().mapToLong(load -> load).toArray());
        assertEquals(
                balance, Balance.of(reversed.stream().mapToLong(load -> load).toArray()));
        double gini = 0;
        double sum = 0;
        for (long one : loads) {
            sum += one;
            for (long other : loads) {
                gini += Math.abs(one - other);
            }
        }
        assertEquals(gini / (2 * loads.size() * sum), balance.gini().orElseThrow(), 1e-12);
        assertTrue(balance.jain().orElseThrow() >= 1.0 / loads.size() - 1e-12
                && balance.jain().orElseThrow() <= 1 + 1e-12);
    }

    @Property
    void adjustedValuesNeverFallAndKeepTheOrder(
            @ForAll @Size(max = 15) List<@DoubleRange(min = 0, max = 1) Double> pValues) {
        List<Double> adjusted = FalseDiscovery.adjust(pValues);
        for (int i = 0; i < pValues.size(); i++) {
            assertTrue(adjusted.get(i) >= pValues.get(i) && adjusted.get(i) <= 1);
            for (int j = 0; j < pValues.size(); j++) {
                assertTrue(pValues.get(i) > pValues.get(j) || adjusted.get(i) <= adjusted.get(j));
            }
        }
    }
}

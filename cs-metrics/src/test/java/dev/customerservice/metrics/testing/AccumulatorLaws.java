package dev.customerservice.metrics.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.kpi.Accumulator;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.kpi.State;
import dev.customerservice.metrics.statistics.Measurement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The laws of {@link Accumulator}, to be called from a property with generated facts. */
public final class AccumulatorLaws {
    private AccumulatorLaws() {}

    /**
     * Checks every law on some facts.
     *
     * @param kpi the measure
     * @param facts the facts
     * @param seed chooses the split and the order
     * @param <F> the facts it counts
     */
    public static <F extends Fact> void check(Kpi<F, ?> kpi, List<F> facts, long seed) {
        laws(kpi.accumulator(), facts, seed);
        Measurement<?> whole = facts.stream().collect(kpi.collector());
        assertEquals(whole, facts.parallelStream().collect(kpi.collector()), "a parallel stream");
    }

    private static <F, S extends State<S>, V> void laws(Accumulator<F, S, V> accumulator, List<F> facts, long seed) {
        Random random = new Random(seed);
        List<F> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, random);
        int first = random.nextInt(facts.size() + 1);
        int second = first + random.nextInt(facts.size() - first + 1);
        S a = fold(accumulator, shuffled.subList(0, first));
        S b = fold(accumulator, shuffled.subList(first, second));
        S c = buffered(accumulator, shuffled.subList(second, shuffled.size()));
        S whole = fold(accumulator, facts);

        assertEquals(whole, a.merge(b).merge(c), "any partition and order");
        assertEquals(a.merge(b).merge(c), a.merge(b.merge(c)), "associative");
        assertEquals(a.merge(b), b.merge(a), "commutative");
        assertEquals(a, a.merge(accumulator.empty()), "the empty state on the right");
        assertEquals(a, accumulator.empty().merge(a), "the empty state on the left");
        assertEquals(whole, buffered(accumulator, facts), "the buffer");
        assertEquals(accumulator.result(whole), accumulator.result(a.merge(b).merge(c)), "the result");
        for (F fact : facts) {
            int times = random.nextInt(4);
            assertEquals(
                    fold(accumulator, Collections.nCopies(times, fact)),
                    accumulator.add(accumulator.empty(), fact, times),
                    "adding a number of equal facts");
            assertEquals(
                    accumulator.add(a, fact),
                    a.merge(accumulator.add(accumulator.empty(), fact)),
                    "adding is merging a singleton");
        }
    }

    private static <F, S extends State<S>> S fold(Accumulator<F, S, ?> accumulator, List<F> facts) {
        S state = accumulator.empty();
        for (F fact : facts) {
            state = accumulator.add(state, fact);
        }
        return state;
    }

    private static <F, S extends State<S>> S buffered(Accumulator<F, S, ?> accumulator, List<F> facts) {
        Accumulator.Buffer<F, S> buffer = accumulator.buffer();
        Accumulator.Buffer<F, S> other = accumulator.buffer();
        facts.subList(0, facts.size() / 2).forEach(fact -> {
            other.add(fact);
            buffer.addAgain(fact, other);
        });
        buffer.merge(fold(accumulator, facts.subList(facts.size() / 2, facts.size())));
        return buffer.state();
    }
}

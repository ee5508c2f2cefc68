package dev.customerservice.domain.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.domain.time.EpochNanos;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class BreachQueueProperties {
    private static final long BEGIN = EpochNanos.of(Instant.parse("2026-03-23T00:00:00Z"));
    private static final long HOUR = 3_600_000_000_000L;

    enum What {
        SCHEDULE,
        REMOVE,
        DRAIN,
        ASK
    }

    record Step(What what, int clock, long at) {}

    /** The slow, obvious queue: a sorted set of pairs and a map from each clock to its pair. */
    private static final class SortedPairs {
        private record Pair(long dueAt, int clock) {}

        private final TreeSet<Pair> sorted =
                new TreeSet<>(Comparator.comparingLong(Pair::dueAt).thenComparingInt(Pair::clock));
        private final Map<Integer, Pair> byClock = new HashMap<>();

        void schedule(int clock, long dueAt) {
            remove(clock);
            Pair pair = new Pair(dueAt, clock);
            byClock.put(clock, pair);
            sorted.add(pair);
        }

        boolean remove(int clock) {
            Pair known = byClock.remove(clock);
            return known != null && sorted.remove(known);
        }

        List<Integer> dueUntil(long until) {
            List<Integer> due = new ArrayList<>();
            while (!sorted.isEmpty() && sorted.first().dueAt() <= until) {
                due.add(sorted.first().clock());
                remove(sorted.first().clock());
            }
            return due;
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Long> instants = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.longs().between(BEGIN, BEGIN + 1000 * HOUR)),
                Tuple.of(3, Arbitraries.integers().between(0, 3).map(i -> BEGIN + i * HOUR)),
                Tuple.of(3, Arbitraries.longs().between(BEGIN, BEGIN + 90_000_000_000L)),
                Tuple.of(1, Arbitraries.longs().between(EpochNanos.MIN, EpochNanos.MAX)),
                Tuple.of(1, Arbitraries.of(EpochNanos.MIN, EpochNanos.MAX)));
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(8, Arbitraries.just(What.SCHEDULE)),
                                Tuple.of(2, Arbitraries.just(What.REMOVE)),
                                Tuple.of(1, Arbitraries.just(What.DRAIN)),
                                Tuple.of(2, Arbitraries.just(What.ASK))),
                        Arbitraries.integers().between(0, 40),
                        instants)
                .as(Step::new)
                .list()
                .ofMaxSize(120);
    }

    @Property(tries = 2000)
    void answersAsASortedSetDoes(@ForAll("steps") List<Step> steps) {
        compare(steps);
    }

    /** Clocks that move so often that the places they left outnumber them many times. */
    @Property(tries = 60)
    void answersAsASortedSetDoesThroughoutALongLife(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        What[] whats = What.values();
        long now = BEGIN;
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            What what = random.nextInt(10) == 0 ? whats[random.nextInt(whats.length)] : What.SCHEDULE;
            now += random.nextLong(HOUR / 10);
            long at = what == What.DRAIN ? now : now + (random.nextLong(HOUR) << random.nextInt(9)) - HOUR / 4;
            steps.add(new Step(what, random.nextInt(200), at));
        }
        compare(steps);
    }

    private static void compare(List<Step> steps) {
        BreachQueue queue = BreachQueue.empty();
        SortedPairs obvious = new SortedPairs();
        for (Step step : steps) {
            switch (step.what()) {
                case SCHEDULE -> {
                    queue.scheduleNanos(step.clock(), step.at());
                    obvious.schedule(step.clock(), step.at());
                }
                case REMOVE -> assertEquals(obvious.remove(step.clock()), queue.remove(step.clock()));
                case DRAIN -> assertEquals(obvious.dueUntil(step.at()), drained(queue, step.at()));
                case ASK -> {
                    assertEquals(
                            obvious.sorted.stream().findFirst().map(pair -> EpochNanos.toInstant(pair.dueAt())),
                            queue.nextDueAt());
                    assertEquals(
                            Optional.ofNullable(obvious.byClock.get(step.clock()))
                                    .map(pair -> EpochNanos.toInstant(pair.dueAt())),
                            queue.dueAt(step.clock()));
                }
            }
            assertEquals(obvious.sorted.size(), queue.size());
        }
        assertEquals(obvious.dueUntil(EpochNanos.MAX), drained(queue, EpochNanos.MAX));
        assertEquals(0, queue.size());
    }

    @Property(tries = 300)
    void drainingInPartsIsDrainingAtOnce(@ForAll("steps") List<Step> steps, @ForAll("steps") List<Step> parts) {
        BreachQueue atOnce = BreachQueue.empty();
        BreachQueue inParts = BreachQueue.empty();
        steps.forEach(step -> {
            atOnce.scheduleNanos(step.clock(), step.at());
            inParts.scheduleNanos(step.clock(), step.at());
        });
        List<Integer> drained = new ArrayList<>();
        parts.stream().mapToLong(Step::at).sorted().forEach(at -> drained.addAll(drained(inParts, at)));
        drained.addAll(drained(inParts, EpochNanos.MAX));
        assertEquals(drained(atOnce, EpochNanos.MAX), drained);
    }

    private static List<Integer> drained(BreachQueue queue, long until) {
        List<Integer> clocks = new ArrayList<>();
        queue.dueUntil(EpochNanos.toInstant(until), clocks::add);
        return clocks;
    }
}

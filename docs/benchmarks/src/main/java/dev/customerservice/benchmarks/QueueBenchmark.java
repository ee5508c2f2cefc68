package dev.customerservice.benchmarks;

import dev.customerservice.domain.sla.BreachQueue;
import dev.customerservice.domain.time.EpochNanos;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A million clocks over thirty days scheduled, a million of them moved, all taken out in order; beside a
 * {@link PriorityQueue} that leaves stale entries in and skips them, since removing one would look at all.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class QueueBenchmark {
    private static final int CLOCKS = 1_000_000;
    private static final long SPAN = 30L * 86_400 * 1_000_000_000L;
    private static final Instant BEGIN = Instant.parse("2026-03-23T00:00:00Z");

    private final long[] due = new long[CLOCKS];
    private final int[] moved = new int[CLOCKS];
    private final long[] movedTo = new long[CLOCKS];

    private record Entry(long due, int clock) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byDue = Long.compare(due, other.due);
            return byDue != 0 ? byDue : Integer.compare(clock, other.clock);
        }
    }

    /** Draws the due times. */
    public QueueBenchmark() {
        SplittableRandom random = new SplittableRandom(9);
        long begin = EpochNanos.of(BEGIN);
        for (int i = 0; i < CLOCKS; i++) {
            due[i] = begin + random.nextLong(SPAN);
            moved[i] = random.nextInt(CLOCKS);
            movedTo[i] = begin + random.nextLong(SPAN);
        }
    }

    /** {@return a sum that depends on the order, of the queue of the library} */
    @Benchmark
    @OperationsPerInvocation(CLOCKS)
    public long breachQueue() {
        BreachQueue queue = BreachQueue.empty();
        for (int i = 0; i < CLOCKS; i++) {
            queue.scheduleNanos(i, due[i]);
        }
        for (int i = 0; i < CLOCKS; i++) {
            queue.scheduleNanos(moved[i], movedTo[i]);
        }
        long[] sum = new long[1];
        queue.dueUntil(BEGIN.plusNanos(SPAN), clock -> sum[0] = 31 * sum[0] + clock);
        return sum[0];
    }

    /** {@return the same sum, of a priority queue} */
    @Benchmark
    @OperationsPerInvocation(CLOCKS)
    public long priorityQueue() {
        PriorityQueue<Entry> queue = new PriorityQueue<>();
        long[] present = due.clone();
        for (int i = 0; i < CLOCKS; i++) {
            queue.add(new Entry(due[i], i));
        }
        for (int i = 0; i < CLOCKS; i++) {
            present[moved[i]] = movedTo[i];
            queue.add(new Entry(movedTo[i], moved[i]));
        }
        long sum = 0;
        for (Entry entry = queue.poll(); entry != null; entry = queue.poll()) {
            if (present[entry.clock()] == entry.due()) {
                sum = 31 * sum + entry.clock();
            }
        }
        return sum;
    }

    /**
     * Runs both in turn, if they agree.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        QueueBenchmark contenders = new QueueBenchmark();
        if (contenders.breachQueue() != contenders.priorityQueue()) {
            throw new IllegalStateException("The two queues give different orders.");
        }
        new InTurn(CLOCKS, 2)
                .add("PriorityQueue, stale entries skipped", contenders::priorityQueue)
                .add("BreachQueue", contenders::breachQueue)
                .print(System.out);
    }
}

package dev.customerservice.benchmarks;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.sla.BreachQueue;
import dev.customerservice.domain.time.EpochNanos;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.SplittableRandom;
import org.openjdk.jol.info.GraphLayout;

/** What a compiled calendar of forty years and a queue of a million clocks retain, counted by JOL. */
public final class Footprint {
    private static final int CLOCKS = 1_000_000;

    private Footprint() {}

    /**
     * Prints the bytes.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        BusinessCalendar calendar = CalendarBenchmark.calendar();
        print("calendar, not asked yet", bytes(calendar));
        calendar.between(Instant.parse("2005-01-02T00:00:00Z"), Instant.parse("2044-12-31T00:00:00Z"));
        long all = bytes(calendar);
        print("calendar, compiled for forty years", all);
        print("of it the rules of its zone, which the JDK holds anyway", all - bytesWithout(calendar));
        calendar.plus(Instant.parse("2005-01-02T00:00:00Z"), Duration.ofHours(8));
        print("the same after whole seconds were added", bytes(calendar));

        SplittableRandom random = new SplittableRandom(9);
        long begin = EpochNanos.of(Instant.parse("2026-03-23T00:00:00Z"));
        long span = Duration.ofDays(30).toNanos();
        BreachQueue queue = BreachQueue.empty();
        print("queue, empty", bytes(queue));
        for (int i = 0; i < CLOCKS; i++) {
            queue.scheduleNanos(i, begin + random.nextLong(span));
        }
        print("queue of a million clocks", bytes(queue));
        for (int i = 0; i < CLOCKS; i++) {
            queue.scheduleNanos(random.nextInt(CLOCKS), begin + random.nextLong(span));
        }
        print("the same after a million moves", bytes(queue));
    }

    private static long bytes(Object root) {
        return GraphLayout.parseInstance(root).totalSize();
    }

    private static long bytesWithout(BusinessCalendar calendar) {
        return GraphLayout.parseInstance(calendar)
                .subtract(GraphLayout.parseInstance(
                        calendar.zone(), calendar.zone().getRules()))
                .totalSize();
    }

    private static void print(String what, long bytes) {
        System.out.printf(Locale.ROOT, "%-58s %,12d B%n", what, bytes);
    }
}

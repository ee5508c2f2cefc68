package dev.customerservice.roles.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.metrics.kpi.ServiceLevel.Abandons;
import dev.customerservice.metrics.statistics.DurationDistribution;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.SurvivalCurve;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A queue run contact by contact, seeded, against the integrals of Erlang A: within five standard errors and a little. */
class ErlangASimulationTest {

    private static final int CONTACTS = 400_000;
    private static final double HANDLE = 180;
    private static final double THRESHOLD = 20;

    /** What one run counted; each contact waits its turn in order, so its wait is known when it arrives. */
    private static final class Run {
        private long waited;
        private long gaveUp;
        private long gaveUpWithin;
        private long answeredWithin;
        private double waits;
        private final DurationDistribution.Builder ended = DurationDistribution.builder();
        private final DurationDistribution.Builder running = DurationDistribution.builder();

        Run(double load, int agents, double patience, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            PriorityQueue<Double> free = new PriorityQueue<>();
            for (int i = 0; i < agents; i++) {
                free.add(0.0);
            }
            double now = 0;
            for (int i = 0; i < CONTACTS; i++) {
                now += exponential(random, HANDLE / load);
                double offered = Math.max(0, free.element() - now);
                double willing = exponential(random, patience);
                double wait = Math.min(offered, willing);
                waited += offered > 0 ? 1 : 0;
                waits += wait;
                if (willing < offered) {
                    gaveUp++;
                    gaveUpWithin += wait <= THRESHOLD ? 1 : 0;
                    ended.addNanos((long) (wait * 1e9));
                } else {
                    free.remove();
                    free.add(now + wait + exponential(random, HANDLE));
                    answeredWithin += wait <= THRESHOLD ? 1 : 0;
                    running.addNanos((long) (wait * 1e9));
                }
            }
        }

        private static double exponential(SplittableRandom random, double mean) {
            return -mean * Math.log(1 - random.nextDouble());
        }

        Measurement<Duration> patience() {
            return ErlangA.patience(SurvivalCurve.of(ended.build(), running.build()));
        }
    }

    @Test
    void aBusyQueueBehavesAsForeseen() {
        compare(10, 11, 120, 42);
    }

    @Test
    void anOverloadedQueueBehavesAsForeseen() {
        compare(12, 9, 60, 43);
    }

    @Test
    void aQuietQueueBehavesAsForeseen() {
        compare(20, 26, 300, 44);
    }

    private static void compare(double load, int agents, int patience, long seed) {
        Run run = new Run(load, agents, patience, seed);
        Workload work = Workload.of(BigDecimal.valueOf(load), Duration.ofMinutes(3), Duration.ofMinutes(3));
        QueueOutlook outlook = ErlangA.of(Duration.ofSeconds(patience)).outlook(work, agents, Duration.ofSeconds(20));
        double close = 0.006;
        assertEquals((double) run.waited / CONTACTS, outlook.probabilityOfWait(), close);
        assertEquals((double) run.gaveUp / CONTACTS, outlook.probabilityOfAbandonment(), close);
        assertEquals((double) run.answeredWithin / CONTACTS, outlook.answeredWithin(), close);
        assertEquals((double) run.gaveUpWithin / CONTACTS, outlook.abandonedWithin(), close);
        assertEquals(
                (double) run.answeredWithin / (CONTACTS - run.gaveUpWithin),
                outlook.serviceLevel(Abandons.IGNORED).orElseThrow(),
                close);
        double mean = outlook.meanWaitSeconds().orElseThrow();
        assertEquals(run.waits / CONTACTS, mean, 0.05 * mean + 0.02);
        assertEquals(patience, run.patience().orElseThrow().toMillis() / 1000.0, 0.05 * patience);
    }
}

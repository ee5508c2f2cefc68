package dev.customerservice.roles.staffing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The service level of Erlang A never falls, to 1e-12, in the threshold or the agents, for large groups and hours. */
class ErlangAMonotoneTest {

    private static final double[] LOADS = {0.5, 10, 300, 2000, 20_000};
    private static final int[] PATIENCES = {5, 120, 600, 100_000};

    @Test
    void inTheThreshold() {
        for (double load : LOADS) {
            for (int patience : PATIENCES) {
                for (double share : new double[] {0.5, 0.95, 1, 1.002, 1.2}) {
                    int agents = Math.max(1, (int) (load * share));
                    double before = 0;
                    for (int seconds = 0; seconds <= 7200; seconds = seconds < 30 ? seconds + 3 : seconds * 5 / 4) {
                        double now = level(load, patience, agents, seconds);
                        assertTrue(now >= before - 1e-12, load + " " + patience + " " + agents + " " + seconds);
                        before = now;
                    }
                }
            }
        }
    }

    @Test
    void inTheAgents() {
        for (double load : LOADS) {
            for (int patience : PATIENCES) {
                for (int seconds : new int[] {0, 20, 600, 3600}) {
                    double before = 0;
                    int from = Math.max(0, (int) (load - 3 * Math.sqrt(load)));
                    for (int agents = from; agents <= load + 3 * Math.sqrt(load) + 3; agents += load > 1000 ? 7 : 1) {
                        double now = level(load, patience, agents, seconds);
                        assertTrue(now >= before - 1e-12, load + " " + patience + " " + agents + " " + seconds);
                        before = now;
                    }
                }
            }
        }
    }

    private static double level(double load, int patience, int agents, int seconds) {
        Workload work = Workload.of(BigDecimal.valueOf(load), Duration.ofMinutes(5), Duration.ofMinutes(5));
        return ErlangA.of(Duration.ofSeconds(patience))
                .outlook(work, agents, Duration.ofSeconds(seconds))
                .serviceLevel();
    }
}

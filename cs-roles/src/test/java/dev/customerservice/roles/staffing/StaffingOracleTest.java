package dev.customerservice.roles.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The models beside sums over states, for a few dozen queues that stay the same. */
class StaffingOracleTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static Workload load(double erlangs) {
        return Workload.ofLoad(BigDecimal.valueOf(erlangs));
    }

    private static Duration hours(double hours) {
        return Duration.ofNanos(Math.round(hours * HOUR.toNanos()));
    }

    @Test
    void theModelsAreSumsOverStates() {
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            double load = 0.1 + 40 * random.nextDouble();
            int agents = 1 + random.nextInt(60);
            double patience = 0.05 + 5 * random.nextDouble();
            double threshold = random.nextDouble();
            String queue = load + " Erlang, " + agents + " agents";
            double blocked = Oracle.blocking(agents, load);
            assertEquals(
                    blocked,
                    ErlangB.model().outlook(load(load), agents, HOUR).probabilityOfBlocking(),
                    1e-12 * blocked,
                    queue);
            if (agents > load) {
                double waiting = blocked / (1 - load / agents * (1 - blocked));
                QueueOutlook endless = ErlangC.model().outlook(load(load), agents, hours(threshold));
                assertEquals(waiting, endless.probabilityOfWait(), 1e-12, queue);
                assertEquals(
                        1 - waiting * Math.exp(-(agents - load) * threshold), endless.serviceLevel(), 1e-11, queue);
                assertEquals(load / agents, endless.occupancy(), 1e-12, queue);
            }
            double[] expected = Oracle.patient(load, agents, patience, threshold);
            QueueOutlook patient = ErlangA.of(hours(patience)).outlook(load(load), agents, hours(threshold));
            assertEquals(expected[0], patient.probabilityOfWait(), 1e-9, queue);
            assertEquals(expected[1], patient.probabilityOfAbandonment(), 1e-9, queue);
            assertEquals(expected[2], patient.answeredWithin(), 1e-9, queue);
            assertEquals(
                    expected[1] * patience * 3600, patient.meanWaitSeconds().orElseThrow(), 1e-5, queue);
            assertEquals(load * (1 - expected[1]) / agents, patient.occupancy(), 1e-9, queue);
            double use = agents * 2.5 * random.nextDouble();
            assertEquals(
                    Oracle.full(use, agents, 1, 1.7, 2.5),
                    BalancedChat.ofPaces("1", "1.7", "2.5")
                            .outlook(load(use), agents, HOUR)
                            .probabilityOfWait(),
                    1e-9,
                    queue);
        }
    }

    /** The number found keeps the goal and one fewer does not, for each model and small and large loads. */
    @Test
    void theNumberFoundIsTheLeast() {
        Random random = new Random(8);
        for (int i = 0; i < 40; i++) {
            Workload work = load(Math.pow(10, 4 * random.nextDouble() - 1));
            ServiceLevelGoal goal = ServiceLevelGoal.of(
                            BigDecimal.valueOf(1 + random.nextInt(98), 2), hours(0.3 * random.nextDouble()))
                    .withMaxOccupancy(BigDecimal.valueOf(60 + random.nextInt(40), 2));
            for (StaffingModel model : new StaffingModel[] {
                ErlangB.model(), ErlangC.model(), ErlangA.of(HOUR), BalancedChat.ofPaces("1", "1.5")
            }) {
                int agents = model.agents(work, goal);
                String asked = model + ", " + work.offeredLoad() + " Erlang, " + goal;
                assertTrue(goal.isMetBy(model.outlook(work, agents, goal.threshold())), asked);
                assertTrue(agents == 1 || !goal.isMetBy(model.outlook(work, agents - 1, goal.threshold())), asked);
                model.fractionalAgents(work, goal)
                        .ifPresent(least -> assertTrue(least > agents - 1 && least <= agents, asked));
            }
        }
    }
}

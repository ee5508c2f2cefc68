package dev.customerservice.roles.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.roles.matching.Matching;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What a widely used open-source library answers wrongly, measured with pyworkforce 0.5.4, and the right answers. */
class KnownDefectsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration THREE_MINUTES = Duration.ofMinutes(3);
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    /** Its ceiling over binary fractions schedules one too many: 31, 61, 121, 231, 241, 251. */
    @Test
    void shrinkageIsDividedExactly() {
        Shrinkage shrinkage = Shrinkage.of("0.3");
        Map.of(21, 30, 42, 60, 84, 120, 161, 230, 168, 240, 175, 250)
                .forEach((onDuty, scheduled) -> assertEquals(scheduled, shrinkage.scheduled(onDuty)));
    }

    /** Its occupancy step asks for 8, 4 and 2. */
    @Test
    void occupancyIsDividedExactly() {
        Map.of("6.3", 7, "2.7", 3, "0.9", 1).forEach((load, agents) -> {
            Workload work = Workload.ofLoad(new BigDecimal(load));
            ServiceLevelGoal goal = ServiceLevelGoal.of("1% in 24h").withMaxOccupancy(new BigDecimal("0.9"));
            assertEquals(agents, work.agentsAt(new BigDecimal("0.9")));
            assertEquals(agents, ErlangC.model().agents(work, goal));
            StaffingModel byOutlooks = (offered, n, within) -> ErlangC.model().outlook(offered, n, within);
            assertEquals(agents, byOutlooks.agents(work, goal), "a rounded occupancy must not miss an exact limit");
        });
    }

    /** Its service level falls from 0.9394 at 5 minutes to 0.1206 at 20, 40 and 60. */
    @Test
    void aLongThresholdIsNotWorseThanAShortOne() {
        Workload work = Workload.of(24, MINUTE, MINUTE);
        ErlangA patient = ErlangA.of(Duration.ofMinutes(10));
        for (int minutes : new int[] {5, 20, 40, 60}) {
            assertEquals(
                    0.9394,
                    patient.outlook(work, 23, Duration.ofMinutes(minutes)).serviceLevel(),
                    5e-5);
        }
    }

    /** With 300 positions and an hour it had not ended after 100 seconds. */
    @Test
    void manyAgentsAndAnHourAreAnsweredAtOnce() {
        Workload work = Workload.of(300, MINUTE, MINUTE);
        QueueOutlook outlook = ErlangA.of(Duration.ofMinutes(10)).outlook(work, 300, Duration.ofHours(1));
        assertTrue(outlook.serviceLevel() > 0.98);
    }

    /** Its guide lets five agents answer eight contacts at once, counting a flexible one once for each skill. */
    @Test
    void aFlexibleAgentIsInOnePlaceAtATime() {
        List<String> contacts = List.of("b1", "b2", "b3", "b4", "b5", "t1", "t2", "t3");
        Map<String, Integer> agents = Map.of("flexible", 3, "billing", 2);
        Matching<String, String> seats = Matching.best(
                contacts,
                agents.keySet(),
                (contact, group) ->
                        contact.startsWith("b") || group.equals("flexible") ? OptionalInt.of(0) : OptionalInt.empty(),
                agents::get);
        assertEquals(5, seats.pairs().size());
        assertEquals(3, seats.unmatched().size());
    }

    /** It begins at round(load + 1), and so answers 12, 2 and 4. */
    @Test
    void theSearchLeavesNobodyOut() {
        ServiceLevelGoal easy = ServiceLevelGoal.of("10% in 10m");
        assertEquals(11, ErlangC.model().agents(Workload.of(106, HALF_HOUR, THREE_MINUTES), easy));
        assertEquals(1, ErlangC.model().agents(Workload.of(5, HALF_HOUR, THREE_MINUTES), easy));
        assertEquals(3, ErlangC.model().agents(Workload.of(25, HALF_HOUR, THREE_MINUTES), easy));
    }
}

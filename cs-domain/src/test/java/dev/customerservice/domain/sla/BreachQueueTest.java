package dev.customerservice.domain.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.time.EpochNanos;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BreachQueueTest {
    private static final Instant MONDAY_NINE = Instant.parse("2026-03-23T09:00:00Z");

    private final BreachQueue queue = BreachQueue.empty();

    private List<Integer> dueUntil(Instant until) {
        List<Integer> clocks = new ArrayList<>();
        queue.dueUntil(until, clocks::add);
        return clocks;
    }

    @Test
    void clocksComeOutWhenTheyAreDueAndNotBefore() {
        queue.schedule(7, MONDAY_NINE.plusSeconds(60));
        queue.schedule(3, MONDAY_NINE);
        assertEquals(List.of(), dueUntil(MONDAY_NINE.minusNanos(1)));
        assertEquals(List.of(3), dueUntil(MONDAY_NINE));
        assertEquals(List.of(), dueUntil(MONDAY_NINE.plusSeconds(60).minusNanos(1)));
        assertEquals(List.of(7), dueUntil(MONDAY_NINE.plusSeconds(60)));
        assertEquals(0, queue.size());
    }

    @Test
    void aNanosecondDecidesAndAtOneInstantTheNumber() {
        queue.schedule(1, MONDAY_NINE.plusNanos(1));
        queue.schedule(9, MONDAY_NINE);
        queue.schedule(4, MONDAY_NINE);
        assertEquals(List.of(4, 9, 1), dueUntil(MONDAY_NINE.plusSeconds(1)));
    }

    @Test
    void aMovedClockComesOutOnce() {
        queue.schedule(1, MONDAY_NINE);
        queue.schedule(1, MONDAY_NINE.plusSeconds(3600));
        assertEquals(1, queue.size());
        assertEquals(Optional.of(MONDAY_NINE.plusSeconds(3600)), queue.dueAt(1));
        assertEquals(List.of(), dueUntil(MONDAY_NINE));
        assertEquals(List.of(1), dueUntil(MONDAY_NINE.plusSeconds(3600)));
    }

    @Test
    void aRemovedClockDoesNotComeOut() {
        queue.schedule(1, MONDAY_NINE);
        assertTrue(queue.remove(1));
        assertFalse(queue.remove(1));
        assertFalse(queue.remove(1_000_000));
        assertFalse(queue.remove(-1));
        assertEquals(Optional.empty(), queue.dueAt(1));
        assertEquals(List.of(), dueUntil(Instant.parse("2199-12-31T00:00:00Z")));
    }

    @Test
    void aTimerIsSetToTheNextDueTime() {
        assertEquals(Optional.empty(), queue.nextDueAt());
        queue.schedule(1, Instant.parse("2031-01-01T00:00:00Z"));
        assertEquals(Optional.of(Instant.parse("2031-01-01T00:00:00Z")), queue.nextDueAt());
        queue.schedule(2, MONDAY_NINE.plusSeconds(9));
        queue.schedule(3, MONDAY_NINE.plusSeconds(5));
        assertEquals(Optional.of(MONDAY_NINE.plusSeconds(5)), queue.nextDueAt());
        assertEquals(List.of(3, 2, 1), dueUntil(Instant.parse("2031-01-01T00:00:00Z")));
    }

    @Test
    void manyClocksOfOneInstantAreAskedForAndComeOutInTheOrderOfTheirNumbers() {
        List<Integer> numbers = IntStream.range(0, 500).boxed().toList();
        numbers.forEach(clock -> queue.schedule(499 - clock, MONDAY_NINE.plusSeconds(3600)));
        assertEquals(Optional.of(MONDAY_NINE.plusSeconds(3600)), queue.nextDueAt());
        queue.schedule(500, MONDAY_NINE);
        assertEquals(Optional.of(MONDAY_NINE), queue.nextDueAt());
        assertEquals(List.of(500), dueUntil(MONDAY_NINE));
        assertEquals(numbers, dueUntil(MONDAY_NINE.plusSeconds(3600)));
    }

    @Test
    void whatIsScheduledWhileDrainingComesOutInTheSameDrainIfItIsDue() {
        queue.schedule(1, MONDAY_NINE);
        List<Integer> clocks = new ArrayList<>();
        queue.dueUntil(MONDAY_NINE.plusSeconds(10), clock -> {
            clocks.add(clock);
            if (clocks.size() == 1) {
                queue.schedule(1, MONDAY_NINE.plusSeconds(5));
                queue.schedule(2, MONDAY_NINE.minusSeconds(5));
                queue.schedule(3, MONDAY_NINE.plusSeconds(11));
            }
        });
        assertEquals(List.of(1, 2, 1), clocks);
        assertEquals(1, queue.size());
    }

    @Test
    void theEdgesOfTheRangeAndOfTheNumbersBelongToIt() {
        queue.scheduleNanos(0, EpochNanos.MAX);
        queue.scheduleNanos(63, EpochNanos.MIN);
        assertFalse(queue.remove(64), "one beyond the highest number that there is room for");
        assertEquals(Optional.empty(), queue.dueAt(64));
        assertEquals(List.of(63), dueUntil(EpochNanos.toInstant(EpochNanos.MIN)));
        assertEquals(List.of(0), dueUntil(EpochNanos.toInstant(EpochNanos.MAX)));
        queue.schedule(0, MONDAY_NINE);
        assertTrue(queue.remove(0));
    }

    /** Whatever lists the queue makes, they begin at multiples of some power of two from the begin of the range. */
    @Test
    void whatIsDueAtTheBeginOfAListIsDueThen() {
        for (int bits = 20; bits < 60; bits++) {
            long at = EpochNanos.MIN + (1L << bits);
            queue.scheduleNanos(bits, at);
            assertEquals(List.of(), dueUntil(EpochNanos.toInstant(at - 1)));
            assertEquals(List.of(bits), dueUntil(EpochNanos.toInstant(at)));
        }
    }

    @Test
    void refusesWhatIsNoClockAndNoInstantOfTheRange() {
        assertThrows(IllegalArgumentException.class, () -> queue.schedule(-1, MONDAY_NINE));
        assertThrows(IllegalArgumentException.class, () -> queue.scheduleNanos(1, Long.MIN_VALUE));
        assertThrows(IllegalArgumentException.class, () -> queue.schedule(1, Instant.parse("2200-01-01T00:00:01Z")));
    }
}

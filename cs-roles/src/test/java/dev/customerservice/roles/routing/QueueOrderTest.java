package dev.customerservice.roles.routing;

import static dev.customerservice.roles.routing.Desk.ANA;
import static dev.customerservice.roles.routing.Desk.MONDAY_NOON;
import static dev.customerservice.roles.routing.Desk.person;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.ticket.Priority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is served first. */
class QueueOrderTest {

    private static final WorkItem OLD_LOW = work("old-low", 120, Priority.LOW).build();
    private static final WorkItem OLD = work("old", 61, Priority.NORMAL).build();
    private static final WorkItem HIGH = work("high", 0, Priority.HIGH).build();
    private static final WorkItem URGENT = work("urgent", 0, Priority.URGENT).build();
    private static final WorkItem NEW = work("new", 0, Priority.NORMAL).build();

    private static WorkItem.Builder work(String id, int minutesWaited, Priority priority) {
        return Desk.work(id)
                .queuedAt(MONDAY_NOON.minus(Duration.ofMinutes(minutesWaited)))
                .priority(priority);
    }

    private static List<String> sorted(QueueOrder order, WorkItem... works) {
        List<WorkItem> queue = new ArrayList<>(List.of(works));
        List<String> ids = ids(order.sort(queue, MONDAY_NOON));
        Collections.reverse(queue);
        assertEquals(ids, ids(order.sort(queue, MONDAY_NOON)), "the order of the input does not matter");
        return ids;
    }

    private static List<String> ids(List<WorkItem> works) {
        return works.stream().map(work -> work.id().value()).toList();
    }

    /** Ten ranks are an hour: normal work that has waited 61 minutes comes before high work that has just come, not before urgent work; low work makes up for twenty ranks in two. */
    @Test
    void anHourMakesUpForTenRanks() {
        assertEquals(
                List.of("urgent", "old", "old-low", "high", "new"),
                sorted(QueueOrder.standard(), OLD_LOW, HIGH, NEW, OLD, URGENT));
        assertEquals(
                List.of("high", "nearly"),
                sorted(
                        QueueOrder.standard(),
                        work("nearly", 59, Priority.NORMAL).build(),
                        HIGH));
    }

    /** Of work that weighs as much, what is due first is first, then what is older, then the lower id. */
    @Test
    void whatWeighsAsMuchIsServedByDueTimeThenAgeThenId() {
        WorkItem due = work("due", 60, Priority.NORMAL)
                .dueAt(MONDAY_NOON.plusSeconds(60))
                .build();
        WorkItem later = work("later", 0, Priority.HIGH)
                .dueAt(MONDAY_NOON.plusSeconds(61))
                .build();
        WorkItem older = work("z-older", 60, Priority.NORMAL).build();
        WorkItem same = work("a-same", 0, Priority.HIGH).build();
        WorkItem twin = work("b-same", 0, Priority.HIGH).build();
        assertEquals(
                List.of("due", "later", "z-older", "a-same", "b-same"),
                sorted(QueueOrder.standard(), twin, same, later, older, due));
        WorkItem nano = same.withQueuedAt(MONDAY_NOON.minusNanos(1));
        assertEquals(List.of("a-same", "z-older"), sorted(QueueOrder.standard(), older, nano));
    }

    @Test
    void strictPriorityCanStarve() {
        assertEquals(
                List.of("urgent", "high", "old", "new", "old-low"),
                sorted(QueueOrder.byPriority(), OLD_LOW, HIGH, NEW, OLD, URGENT));
    }

    @Test
    void ageAloneAsksForNoPriority() {
        assertEquals(
                List.of("old-low", "old", "high", "new", "urgent"),
                sorted(QueueOrder.byAge(), URGENT, NEW, HIGH, OLD, OLD_LOW));
    }

    @Test
    void whatWasPromisedComesBeforeWhatWasNot() {
        WorkItem soon = NEW.withDueAt(MONDAY_NOON);
        WorkItem later = HIGH.withDueAt(MONDAY_NOON.plusNanos(1));
        assertEquals(
                List.of("new", "high", "old-low", "urgent"),
                sorted(QueueOrder.byDueTime(), later, URGENT, OLD_LOW, soon));
        assertEquals(List.of("high", "new"), sorted(QueueOrder.byPriority().then(QueueOrder.byDueTime()), soon, later));
    }

    @Test
    void anotherExchangeRateIsAnotherOrder() {
        QueueOrder impatient = QueueOrder.aging(Duration.ofMinutes(3));
        assertEquals(
                List.of("old", "urgent"),
                sorted(impatient, URGENT, work("old", 61, Priority.NORMAL).build()));
        assertEquals(
                List.of("urgent", "half"),
                sorted(impatient, work("half", 59, Priority.NORMAL).build(), URGENT));
        List<WorkItem> byHand = new ArrayList<>(List.of(HIGH, URGENT, OLD));
        byHand.sort(impatient.then(QueueOrder.byDueTime()).at(MONDAY_NOON));
        assertEquals(List.of("old", "urgent", "high"), ids(byHand));
        assertThrows(IllegalArgumentException.class, () -> QueueOrder.aging(Duration.ZERO));
        assertThrows(
                IllegalArgumentException.class,
                () -> QueueOrder.aging(Duration.ofMinutes(1).negated()));
        assertTrue(String.valueOf(assertThrows(
                                IllegalArgumentException.class,
                                () -> QueueOrder.byAge().sort(List.of(NEW, NEW), MONDAY_NOON))
                        .getMessage())
                .startsWith("work (new) must be in the queue once"));
    }

    /** Whoever becomes free gets what has waited longest, and not what came last. */
    @Test
    void aFreedAgentGetsTheOldest() {
        RoutingTeam one = RoutingTeam.of(person(ANA, 1).build());
        Drain drain = RoutingPolicy.withinCapacity()
                .drain(List.of(NEW, OLD, work("newer", 1, Priority.NORMAL).build()), one, MONDAY_NOON);
        assertEquals(List.of(OLD), drain.assigned().stream().map(Routing::work).toList());
        assertEquals(
                List.of("newer", "new"),
                ids(drain.left().stream().map(Routing::work).toList()));
    }
}

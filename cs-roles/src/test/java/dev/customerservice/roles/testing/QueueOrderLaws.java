package dev.customerservice.roles.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.roles.routing.QueueOrder;
import dev.customerservice.roles.routing.WorkItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What every {@link QueueOrder} keeps; implement it in a test to prove an order of one's own. */
public interface QueueOrderLaws {

    /** {@return the order to prove} */
    QueueOrder order();

    /** {@return the queues to prove it with} */
    @Provide
    default Arbitrary<List<WorkItem>> queues() {
        return Desks.queues();
    }

    @Property(tries = 200)
    default void theOrderOfTheInputDoesNotMatter(@ForAll("queues") List<WorkItem> queue, @ForAll long seed) {
        List<WorkItem> sorted = order().sort(queue, Desks.NOW);
        assertEquals(new HashSet<>(queue), new HashSet<>(sorted));
        assertEquals(queue.size(), sorted.size());
        List<WorkItem> shuffled = new ArrayList<>(queue);
        Collections.shuffle(shuffled, new Random(seed));
        assertEquals(sorted, order().sort(shuffled, Desks.NOW));
    }

    @Property(tries = 200)
    default void itIsATotalOrder(@ForAll("queues") List<WorkItem> queue) {
        Comparator<WorkItem> first = order().at(Desks.NOW);
        for (WorkItem a : queue) {
            assertEquals(0, first.compare(a, a));
            for (WorkItem b : queue) {
                assertEquals(Integer.signum(first.compare(a, b)), -Integer.signum(first.compare(b, a)));
                for (WorkItem c : queue) {
                    assertTrue(
                            first.compare(a, b) > 0 || first.compare(b, c) > 0 || first.compare(a, c) <= 0,
                            () -> a.id() + ", " + b.id() + ", " + c.id() + " go in a circle");
                }
            }
        }
    }
}

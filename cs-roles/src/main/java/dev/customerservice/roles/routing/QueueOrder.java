package dev.customerservice.roles.routing;

import static java.util.Comparator.comparing;

import dev.customerservice.domain.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Says which work is served first.
 *
 * <p>What it leaves equal is served by age, then by id, so the order of the input never matters. Laws: the answer is a total order of the
 * work and depends on the arguments only. {@code QueueOrderLaws} in the test-jar checks them.
 */
@FunctionalInterface
public interface QueueOrder {

    /**
     * Compares work at an instant.
     *
     * @param now the instant
     * @return the comparator that puts first what is served first
     */
    Comparator<WorkItem> at(Instant now);

    /**
     * Puts a queue in order.
     *
     * @param queue the work, each once, in any order
     * @param now the instant
     * @return the work in the order in which it is served
     * @throws IllegalArgumentException when a piece of work is given twice
     */
    default List<WorkItem> sort(Collection<WorkItem> queue, Instant now) {
        Set<TicketId> seen = new HashSet<>(2 * queue.size());
        for (WorkItem work : queue) {
            if (!seen.add(work.id())) {
                throw new IllegalArgumentException("work (" + work.id().value()
                        + ") must be in the queue once\nMaybe it was queued again when it was declined.");
            }
        }
        return Queued.sort(queue, this, now);
    }

    /** {@return the order in which an hour of waiting weighs as much as ten ranks of priority, then by due time} */
    static QueueOrder standard() {
        return aging(Duration.ofMinutes(6)).then(byDueTime());
    }

    /**
     * Lets waiting time make up for priority, so that nothing starves: whatever comes later than the difference of ranks times the step is served
     * after it, however urgent.
     *
     * @param rankWorth how much waiting one rank of priority is worth, longer than zero
     * @return the order by rank × that time + time waited, the most first
     * @throws IllegalArgumentException when the time is not longer than zero
     */
    static QueueOrder aging(Duration rankWorth) {
        if (rankWorth.isNegative() || rankWorth.isZero()) {
            throw new IllegalArgumentException("rankWorth (" + rankWorth
                    + ") must be longer than zero\nMaybe byAge(), where priority counts for nothing.");
        }
        return new Queued.Aging(rankWorth);
    }

    /** {@return the order by priority, the most urgent first; it can starve what is not urgent} */
    static QueueOrder byPriority() {
        return now -> comparing(WorkItem::priority).reversed();
    }

    /** {@return the order by due time, what is due first first, what was not promised last} */
    static QueueOrder byDueTime() {
        return new Queued.ByDueTime();
    }

    /** {@return the order by age, the oldest first} */
    static QueueOrder byAge() {
        return now -> comparing(WorkItem::queuedAt);
    }

    /**
     * Settles with another order what this one leaves equal.
     *
     * @param next the other order
     * @return this order, then the other
     */
    default QueueOrder then(QueueOrder next) {
        return new Queued.Sequence(this, next);
    }
}

package dev.customerservice.domain.sla;

import dev.customerservice.domain.time.EpochNanos;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * The clocks of a desk in the order in which they come due, for a timer that must never look at all of them.
 *
 * <p>A clock is a number from 0 that the caller gives, such as the position in a list; numbers near each other keep the queue small, for
 * it takes some 20 bytes for each number up to the highest. The order is exact to the nanosecond: by due time, then by number.
 * Scheduling and removing take about the same time however many clocks there are. Mutable; it belongs to one thread, and knows no time but what it is told.
 *
 * <pre>{@code
 * BreachQueue queue = BreachQueue.empty();
 * queue.schedule(clock, dueAt);
 * queue.dueUntil(now, due -> notify(due));
 * }</pre>
 */
public interface BreachQueue {
    /** {@return a queue without clocks} */
    static BreachQueue empty() {
        return new BucketQueue();
    }

    /** {@return how many clocks are in the queue} */
    int size();

    /**
     * Puts a clock into the queue, or moves it to another due time.
     *
     * @param clock its number, from 0
     * @param dueAt when it comes due, past or future
     */
    void schedule(int clock, Instant dueAt);

    /**
     * Puts a clock into the queue, or moves it to another due time: {@link #schedule} in epoch nanoseconds.
     *
     * @param clock its number, from 0
     * @param dueAt when it comes due, in the range of {@link EpochNanos}
     */
    void scheduleNanos(int clock, long dueAt);

    /**
     * Takes a clock out of the queue.
     *
     * @param clock its number
     * @return whether it was there
     */
    boolean remove(int clock);

    /**
     * Asks for a clock.
     *
     * @param clock its number
     * @return when it comes due, empty if it is not in the queue
     */
    Optional<Instant> dueAt(int clock);

    /** {@return when the first clock comes due, empty if there is none: the instant to set a timer to} */
    Optional<Instant> nextDueAt();

    /**
     * Takes out every clock that has come due, in order, and hands each to the caller, who may schedule it or others again meanwhile.
     *
     * @param untilInclusive the present instant, say; what comes due at it has come due
     * @param action what is done with the number of each clock
     */
    void dueUntil(Instant untilInclusive, IntConsumer action);
}

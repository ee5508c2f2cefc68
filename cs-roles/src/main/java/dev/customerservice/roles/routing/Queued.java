package dev.customerservice.roles.routing;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A piece of work with what decides its place in a queue, worked out once. */
record Queued(WorkItem work, long seconds, int nanos) {

    private static final Comparator<WorkItem> BY_AGE =
            comparing(WorkItem::queuedAt).thenComparing(work -> work.id().value());

    static List<WorkItem> sort(Collection<WorkItem> queue, QueueOrder order, Instant now) {
        QueueOrder first = order instanceof Sequence sequence ? sequence.first() : order;
        if (!(first instanceof Aging aging)) {
            return queue.stream().sorted(order.at(now).thenComparing(BY_AGE)).toList();
        }
        Comparator<WorkItem> rest =
                order instanceof Sequence sequence ? sequence.next().at(now).thenComparing(BY_AGE) : BY_AGE;
        Map<Integer, Duration> heads = new HashMap<>();
        Queued[] queued = new Queued[queue.size()];
        int size = 0;
        for (WorkItem work : queue) {
            Instant since = aging.since(work, heads);
            queued[size++] = new Queued(work, since.getEpochSecond(), since.getNano());
        }
        Arrays.sort(queued, (one, other) -> {
            int bySeconds = Long.compare(one.seconds, other.seconds);
            int bySince = bySeconds != 0 ? bySeconds : Integer.compare(one.nanos, other.nanos);
            return bySince != 0 ? bySince : rest.compare(one.work, other.work);
        });
        return Arrays.stream(queued).map(Queued::work).toList();
    }

    /** As if what is urgent had waited longer. */
    record Aging(Duration rankWorth) implements QueueOrder {

        private Instant since(WorkItem work, Map<Integer, Duration> heads) {
            return work.queuedAt().minus(heads.computeIfAbsent(work.priority().rank(), rankWorth::multipliedBy));
        }

        @Override
        public Comparator<WorkItem> at(Instant now) {
            Map<Integer, Duration> heads = new HashMap<>();
            return comparing(work -> since(work, heads));
        }
    }

    /** What was promised first is first. */
    record ByDueTime() implements QueueOrder {
        @Override
        public Comparator<WorkItem> at(Instant now) {
            return comparing(work -> work.dueAt().orElse(null), nullsLast(naturalOrder()));
        }
    }

    /** An order, and another for what it leaves equal. */
    record Sequence(QueueOrder first, QueueOrder next) implements QueueOrder {
        @Override
        public Comparator<WorkItem> at(Instant now) {
            return first.at(now).thenComparing(next.at(now));
        }
    }
}

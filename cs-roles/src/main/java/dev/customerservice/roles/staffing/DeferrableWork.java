package dev.customerservice.roles.staffing;

import dev.customerservice.domain.text.Shown;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * Work that can wait until it is due, such as e-mail: it needs hours, not a queue formula.
 *
 * <p>What is due first is done first. Then all is done in time if it can be at all: for every span from when some work came to when some is
 * due, the work that came and is due within it is at most the time available within it. Several people may share a batch.
 *
 * @param batches the work, in any order
 */
public record DeferrableWork(List<Batch> batches) {

    /** Copies the batches. */
    public DeferrableWork {
        batches = List.copyOf(batches);
    }

    /**
     * Work that came together and is due together.
     *
     * @param id its name
     * @param fromInclusive when it can be begun
     * @param due when it must be done, after that
     * @param work how much person-time it takes, not negative
     */
    public record Batch(String id, Instant fromInclusive, Instant due, Duration work) {
        /** Refuses work that is due before it came, and work below zero. */
        public Batch {
            if (!fromInclusive.isBefore(due)) {
                throw new IllegalArgumentException("due (" + due + ") of batch " + Shown.of(id) + " must be after "
                        + fromInclusive + "\nMaybe the two were swapped.");
            }
            if (work.isNegative()) {
                throw new IllegalArgumentException("work (" + work + ") of batch " + Shown.of(id)
                        + " must not be negative\nMaybe a sign slipped in.");
            }
        }

        /**
         * Counts contacts as work.
         *
         * @param id its name
         * @param fromInclusive when it can be begun
         * @param due when it must be done
         * @param contacts how many, 0 or more; a backlog, or a forecast with fractions
         * @param handleTime how long one takes
         * @return the batch, its work rounded up to a whole nanosecond
         */
        public static Batch of(
                String id, Instant fromInclusive, Instant due, BigDecimal contacts, Duration handleTime) {
            BigDecimal nanos = contacts.multiply(BigDecimal.valueOf(handleTime.toNanos()));
            return new Batch(
                    id,
                    fromInclusive,
                    due,
                    Duration.ofNanos(nanos.setScale(0, RoundingMode.CEILING).longValueExact()));
        }
    }

    /**
     * People with time for such work.
     *
     * @param during when
     * @param people how many, 0 or more
     */
    public record Capacity(Interval during, int people) {
        /** Refuses a negative number. */
        public Capacity {
            if (people < 0) {
                throw new IllegalArgumentException(
                        "people (" + people + ") must not be negative\nMaybe a shortfall was meant.");
            }
        }
    }

    /**
     * What became of one batch.
     *
     * @param batch the batch
     * @param finishedAt when its last part is done; empty when the capacity ends before
     * @param late how much of it is not done when it is due
     */
    public record Outcome(Batch batch, Optional<Instant> finishedAt, Duration late) {}

    /**
     * What became of all work.
     *
     * @param outcomes one for each batch, by due time
     * @param unused the person-time that nothing was left for
     */
    public record Filling(List<Outcome> outcomes, Duration unused) {
        /** Copies the outcomes. */
        public Filling {
            outcomes = List.copyOf(outcomes);
        }

        /** {@return whether everything is done when it is due} */
        public boolean isFeasible() {
            return outcomes.stream().allMatch(outcome -> outcome.late().isZero());
        }
    }

    /**
     * Names the work.
     *
     * @param batches the work, in any order
     * @return all of it
     */
    public static DeferrableWork of(Batch... batches) {
        return new DeferrableWork(List.of(batches));
    }

    /** {@return the person-time it takes in all} */
    public Duration total() {
        return batches.stream().map(Batch::work).reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * Fills the capacity by earliest due date; work that is late already goes on, before what is due later.
     *
     * @param capacity who has time when; where spans overlap, people add up
     * @return what is done when, and what is late
     */
    public Filling fill(List<Capacity> capacity) {
        List<Batch> order = batches.stream()
                .sorted(Comparator.comparing(Batch::due)
                        .thenComparing(Batch::fromInclusive)
                        .thenComparing(Batch::id))
                .toList();
        TreeSet<Instant> edges = new TreeSet<>();
        capacity.forEach(each -> {
            edges.add(each.during().startInclusive());
            edges.add(each.during().endExclusive());
        });
        order.forEach(batch -> {
            edges.add(batch.fromInclusive());
            edges.add(batch.due());
        });
        int count = order.size();
        Duration[] left = order.stream().map(Batch::work).toArray(Duration[]::new);
        Duration[] late = left.clone();
        List<Optional<Instant>> finished = new ArrayList<>();
        order.forEach(
                batch -> finished.add(batch.work().isZero() ? Optional.of(batch.fromInclusive()) : Optional.empty()));
        Duration unused = Duration.ZERO;
        for (Instant start : edges) {
            Instant end = edges.higher(start);
            if (end == null) {
                break;
            }
            int people = capacity.stream()
                    .filter(each -> each.during().contains(start))
                    .mapToInt(Capacity::people)
                    .sum();
            Duration time = Duration.between(start, end).multipliedBy(people);
            Duration used = Duration.ZERO;
            for (int i = 0; i < count; i++) {
                if (order.get(i).fromInclusive().isAfter(start) || left[i].isZero()) {
                    continue;
                }
                Duration spent = least(left[i], time.minus(used));
                used = used.plus(spent);
                left[i] = left[i].minus(spent);
                if (left[i].isZero() && !spent.isZero()) {
                    finished.set(i, Optional.of(start.plus(used.dividedBy(people))));
                }
            }
            for (int i = 0; i < count; i++) {
                if (!order.get(i).due().isBefore(end)) {
                    late[i] = left[i];
                }
            }
            unused = unused.plus(time.minus(used));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            outcomes.add(new Outcome(order.get(i), finished.get(i), late[i]));
        }
        return new Filling(outcomes, unused);
    }

    /**
     * Finds how many people must be there in all open time for everything to be done when it is due.
     *
     * @param open when people work on it
     * @return the least whole number, or empty where some work has no open time before it is due
     */
    public OptionalInt peopleNeeded(IntervalSet open) {
        long people = 0;
        for (Batch first : batches) {
            for (Batch last : batches) {
                if (!first.fromInclusive().isBefore(last.due())) {
                    continue;
                }
                BigDecimal demand = nanos(batches.stream()
                        .filter(batch -> !batch.fromInclusive().isBefore(first.fromInclusive())
                                && !batch.due().isAfter(last.due()))
                        .map(Batch::work)
                        .reduce(Duration.ZERO, Duration::plus));
                if (demand.signum() == 0) {
                    continue;
                }
                BigDecimal time = nanos(open.within(new Interval(first.fromInclusive(), last.due()))
                        .total());
                if (time.signum() == 0) {
                    return OptionalInt.empty();
                }
                people = Math.max(
                        people, demand.divide(time, 0, RoundingMode.CEILING).longValueExact());
            }
        }
        return OptionalInt.of(Math.toIntExact(people));
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static BigDecimal nanos(Duration time) {
        return BigDecimal.valueOf(time.getSeconds()).movePointRight(9).add(BigDecimal.valueOf(time.getNano()));
    }
}

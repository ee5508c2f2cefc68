package dev.customerservice.metrics.facts;

import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.domain.time.EpochNanos;
import java.io.Serializable;
import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One row of the stays of a ticket, which share what they have in common. */
record Stay(Stays all, int index) implements StayFacts {
    @Override
    public Instant at() {
        return all.at[index];
    }

    @Override
    public Attributes as() {
        return all.as[index];
    }

    @Override
    public Instant asOf() {
        return all.asOf;
    }

    @Override
    public Attributes latest() {
        return all.as[all.as.length - 1];
    }

    @Override
    public TicketId ticket() {
        return all.ticket;
    }

    @Override
    public Instant createdAt() {
        return all.at[0];
    }

    @Override
    public Status status() {
        return all.status(index);
    }

    @Override
    public Optional<Instant> until() {
        return index + 1 < all.at.length ? Optional.of(all.at[index + 1]) : Optional.ofNullable(all.removedAt);
    }

    @Override
    public Began began() {
        if (index == 0) {
            return Began.CREATED;
        }
        boolean wasDone = all.status(index - 1).isDone();
        boolean isDone = all.status(index).isDone();
        if (wasDone == isDone) {
            return Began.MOVED;
        }
        return isDone ? Began.RESOLVED : Began.REOPENED;
    }

    @Override
    public Ended ended() {
        if (index + 1 == all.at.length) {
            return all.removedAt == null ? Ended.STILL_THERE : Ended.REMOVED;
        }
        boolean isDone = all.status(index).isDone();
        boolean willBeDone = all.status(index + 1).isDone();
        if (isDone == willBeDone) {
            return Ended.MOVED;
        }
        return willBeDone ? Ended.RESOLVED : Ended.REOPENED;
    }

    @Override
    public boolean statusSet() {
        return all.statusSet[index];
    }

    @Override
    public Optional<Attributes> before() {
        return index == 0 ? Optional.empty() : Optional.of(all.as[index - 1]);
    }

    @Override
    public Optional<Attributes> after() {
        return index + 1 == all.at.length ? Optional.empty() : Optional.of(all.as[index + 1]);
    }

    @Override
    public List<Instant> updates() {
        long from = EpochNanos.of(at());
        long end = index + 1 < all.at.length ? EpochNanos.of(all.at[index + 1]) : Long.MAX_VALUE;
        return Stream.concat(
                        Stream.of(at()),
                        Arrays.stream(all.updates)
                                .filter(nanos -> nanos >= from && nanos < end)
                                .mapToObj(EpochNanos::toInstant))
                .toList();
    }

    /** Equal are the same stays of equal lives, compared column by column: the rows of a list refer to the list. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Stay that && index == that.index && all.isSame(that.all);
    }

    @Override
    public int hashCode() {
        return 31 * at().hashCode() + ticket().hashCode();
    }

    @Override
    public String toString() {
        return "Stay[" + ticket().value() + ", " + at() + ", " + status() + "]";
    }

    /** The stays of a ticket in columns; a row is made when it is asked for. */
    static final class Stays extends AbstractList<StayFacts> implements Serializable {
        private static final long serialVersionUID = 1;

        private final TicketId ticket;
        private final Instant asOf;
        private final @Nullable Instant removedAt;
        private final Instant[] at;
        private final Recorded[] as;
        private final boolean[] statusSet;
        /** When what began no stay was done, in nanoseconds since 1970. */
        private final long[] updates;

        Stays(
                TicketId ticket,
                Instant asOf,
                @Nullable Instant removedAt,
                List<Instant> at,
                List<Recorded> as,
                List<Boolean> statusSet,
                List<Instant> updates) {
            this.ticket = ticket;
            this.asOf = asOf;
            this.removedAt = removedAt;
            this.at = at.toArray(new Instant[0]);
            this.as = as.toArray(new Recorded[0]);
            this.statusSet = new boolean[this.at.length];
            this.updates = updates.stream().mapToLong(EpochNanos::of).toArray();
            for (int i = 0; i < this.at.length; i++) {
                this.statusSet[i] = statusSet.get(i);
            }
        }

        private Status status(int index) {
            return Objects.requireNonNull(as[index].inStatus(), "Each stay has its status.");
        }

        private boolean isSame(Stays that) {
            return ticket.equals(that.ticket)
                    && asOf.equals(that.asOf)
                    && Objects.equals(removedAt, that.removedAt)
                    && Arrays.equals(at, that.at)
                    && Arrays.equals(as, that.as)
                    && Arrays.equals(statusSet, that.statusSet)
                    && Arrays.equals(updates, that.updates);
        }

        @Override
        public StayFacts get(int index) {
            return new Stay(this, Objects.checkIndex(index, at.length));
        }

        @Override
        public int size() {
            return at.length;
        }
    }
}

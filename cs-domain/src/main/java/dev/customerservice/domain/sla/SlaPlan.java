package dev.customerservice.domain.sla;

import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.ticket.TicketCursor;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.domain.time.EpochNanos;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Policies with their calendars looked up, ready to read histories.
 *
 * <p>A reading is a pure function of the history and the instant; nothing else goes in, and events after the instant have not
 * happened. Immutable and thread-safe.
 */
public final class SlaPlan {
    private final SlaBook book;
    private final List<Lane> lanes;

    private SlaPlan(SlaBook book, List<Lane> lanes) {
        this.book = book;
        this.lanes = lanes;
    }

    static SlaPlan of(SlaBook book, CalendarBook calendars) {
        List<Lane> lanes = book.matching() == Matching.FIRST
                ? List.of(new Lane(book.policies(), book, calendars))
                : book.policies().stream()
                        .map(policy -> new Lane(List.of(policy), book, calendars))
                        .toList();
        return new SlaPlan(book, lanes);
    }

    /** {@return the policies this plan was made of} */
    public SlaBook book() {
        return book;
    }

    /**
     * Reads every clock of a ticket.
     *
     * @param history what happened
     * @param asOf the instant of the reading; events at it have happened, later ones have not
     * @return the readings; none if the ticket does not exist yet or nothing is promised
     * @throws IllegalArgumentException if the instant lies outside the years 1900 to 2199
     */
    public SlaReadings read(TicketHistory history, Instant asOf) {
        EpochNanos.of(asOf);
        List<SlaReading> readings = new ArrayList<>();
        boolean several = book.matching() == Matching.ALL;
        for (Replay replay : replay(history, asOf)) {
            replay.readings(history.id(), several, asOf, readings);
        }
        return new SlaReadings(readings);
    }

    /**
     * Says which policies were asked and which holds.
     *
     * @param history what happened
     * @param asOf the instant
     * @return one answer where the first match counts, else one for each policy; none before the creation
     */
    public List<PolicyMatch> match(TicketHistory history, Instant asOf) {
        TicketCursor cursor = history.cursor();
        List<Replay> replays = lanes.stream().map(Replay::new).toList();
        boolean created = advance(history, asOf, cursor, replays);
        Instant asked = book.adopt() == Adopt.WHEN_EFFECTIVE || !created
                ? asOf
                : cursor.event().at();
        return created
                ? replays.stream()
                        .map(replay -> replay.lane.match(
                                cursor, cursor.event(), replay.policy, EpochNanos.toInstant(replay.since), asked))
                        .toList()
                : List.of();
    }

    /**
     * Finds where a matrix of goals has a hole, over the whole history.
     *
     * @param history what happened
     * @return each event after which a policy in force promised nothing for a metric that it names, in order; none after the ticket
     *     was merged or deleted
     */
    public List<GoalGap> gaps(TicketHistory history) {
        List<GoalGap> gaps = new ArrayList<>();
        TicketCursor cursor = history.cursor();
        List<Replay> replays = lanes.stream().map(Replay::new).toList();
        while (cursor.next() && !cursor.deleted() && cursor.mergedInto().isEmpty()) {
            for (Replay replay : replays) {
                replay.apply(cursor);
                replay.gaps(cursor, gaps);
            }
        }
        return List.copyOf(gaps);
    }

    /**
     * Finds pauses during which a message of the customer waited for an answer.
     *
     * <p>To give such time no credit at all, let a target be paused only {@code while} a status holds {@code and not}
     * {@link dev.customerservice.domain.ticket.Attribute#AWAITING_REPLY}.
     *
     * @param history what happened
     * @param asOf the instant
     * @return each stretch, by clock and cycle
     */
    public List<DoubtfulPause> doubtfulPauses(TicketHistory history, Instant asOf) {
        return PauseAudit.of(history, read(history, asOf), asOf);
    }

    /** The policies that held at some time. */
    Set<SlaPolicy> held(TicketHistory history, Instant asOf) {
        List<Replay> replays = replay(history, asOf);
        return replays.stream().flatMap(replay -> replay.held.stream()).collect(Collectors.toSet());
    }

    /**
     * Expands a reading to its full explanation.
     *
     * @param reading a reading of this library
     * @return the trace, empty if the clock has not started
     */
    public SlaTrace explain(SlaReading reading) {
        return Tracing.of(reading);
    }

    private List<Replay> replay(TicketHistory history, Instant asOf) {
        List<Replay> replays = new ArrayList<>(lanes.size());
        for (Lane lane : lanes) {
            replays.add(new Replay(lane));
        }
        advance(history, asOf, history.cursor(), replays);
        return replays;
    }

    private static boolean advance(TicketHistory history, Instant asOf, TicketCursor cursor, List<Replay> replays) {
        int last = -1;
        while (last + 1 < history.events().size()
                && !history.events().get(last + 1).at().isAfter(asOf)) {
            last++;
            long at = EpochNanos.of(history.events().get(last).at());
            for (Replay replay : replays) {
                replay.passTo(at, cursor);
            }
            cursor.next();
            for (Replay replay : replays) {
                replay.apply(cursor);
            }
        }
        for (Replay replay : replays) {
            replay.passTo(EpochNanos.of(asOf), cursor);
        }
        return last >= 0;
    }

    /** The clocks of one lane while a history is replayed. */
    private static final class Replay {
        private final Lane lane;
        private final List<Clock> clocks;
        private final Set<SlaPolicy> held = new HashSet<>(2);
        private int policy = -1;
        private long since;
        private int change;
        private boolean created;

        Replay(Lane lane) {
            this.lane = lane;
            this.clocks = new ArrayList<>(lane.metrics().size());
            for (SlaMetric metric : lane.metrics()) {
                clocks.add(new Clock(metric));
            }
        }

        /** Lets versions that become effective by an instant take over from those in force. */
        void passTo(long at, TicketCursor cursor) {
            while (change < lane.changes().length && lane.changes()[change] <= at) {
                long now = lane.changes()[change++];
                if (created) {
                    hold(now, lane.policyAt(now, cursor, cursor.event(), policy));
                    for (int i = 0; i < clocks.size(); i++) {
                        clocks.get(i).promise(now, lane.promise(policy, i, cursor, cursor.event()));
                    }
                }
            }
        }

        private void hold(long at, int next) {
            since = created && next == policy ? since : at;
            policy = next;
            created = true;
            if (next >= 0) {
                held.add(lane.policy(next));
            }
        }

        void apply(TicketCursor cursor) {
            hold(
                    EpochNanos.of(cursor.event().at()),
                    lane.policyAfter(cursor, cursor.event(), cursor.position(), policy));
            for (int i = 0; i < clocks.size(); i++) {
                Promise promise = lane.promise(policy, i, cursor, cursor.event());
                clocks.get(i).apply(cursor, cursor.event(), cursor.position(), promise);
            }
        }

        void gaps(TicketCursor cursor, List<GoalGap> gaps) {
            for (int i = 0; i < clocks.size(); i++) {
                if (lane.target(policy, i) != null && lane.promise(policy, i, cursor, cursor.event()) == null) {
                    SlaPolicy inForce = lane.policy(policy);
                    gaps.add(new GoalGap(
                            cursor.position(),
                            inForce.id(),
                            inForce.version(),
                            lane.metrics().get(i).id()));
                }
            }
        }

        void readings(TicketId ticket, boolean several, Instant asOf, List<SlaReading> readings) {
            for (int i = 0; i < clocks.size(); i++) {
                SlaMetric metric = lane.metrics().get(i);
                CycleReading.Frame frame = new CycleReading.Frame(ticket, metric.id(), several, asOf);
                boolean any = false;
                for (Cycle cycle : clocks.get(i).cycles()) {
                    @Nullable Promise promise = cycle.promise;
                    if (promise != null) {
                        readings.add(CycleReading.of(cycle, promise, frame));
                        any = true;
                    }
                }
                SlaTarget target = created ? lane.target(policy, i) : null;
                if (!any && target != null && clocks.get(i).cycles().isEmpty()) {
                    readings.add(CycleReading.notStarted(lane.policy(policy), target, frame));
                }
            }
        }
    }
}

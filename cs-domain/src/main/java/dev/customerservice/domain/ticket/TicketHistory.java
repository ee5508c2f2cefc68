package dev.customerservice.domain.ticket;

import dev.customerservice.domain.time.EpochNanos;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that happened to one ticket, in order: the only source of what a ticket is, was, and what its clocks say.
 *
 * <p>Events are ordered by their instant; at one instant the order of the list counts. The position of an event in the list is its
 * number, which traces give as the cause. Immutable and thread-safe.
 *
 * <pre>{@code
 * TicketId id = TicketId.of("T-1");
 * Instant at = Instant.parse("2026-03-02T09:00:00Z");
 * TicketHistory history = TicketHistory.of(
 *         new TicketCreated(EventHead.of(id, at, Actor.customer("c-1")), TicketDetails.none()),
 *         MessageAdded.of(EventHead.of(id, at.plusSeconds(600), Actor.agent("ana")), Audience.CUSTOMER));
 * }</pre>
 */
public final class TicketHistory {
    private final List<TicketEvent> events;
    /** The instant and the traits of each event in turn, since whoever walks through a history asks for both. */
    private final long[] steps;

    private final StatedValues stated;

    private TicketHistory(List<TicketEvent> events, long[] steps, StatedValues stated) {
        this.events = events;
        this.steps = steps;
        this.stated = stated;
    }

    /**
     * Takes events as the history of their ticket.
     *
     * @param events the events in order, the creation first
     * @return the history
     * @throws IllegalArgumentException if they are not a possible history; {@link #check(List, Workflow)} says so as a value
     */
    public static TicketHistory of(List<? extends TicketEvent> events) {
        HistoryCheck check = check(events, Workflow.anyChange());
        if (check instanceof HistoryCheck.Accepted accepted) {
            return accepted.history();
        }
        throw new IllegalArgumentException(((HistoryCheck.Refused) check).detail()
                + "\nMaybe sort the events by their instant, or ask TicketHistory.check for the position.");
    }

    /**
     * Takes events as the history of their ticket.
     *
     * @param events the events in order, the creation first
     * @return the history
     * @throws IllegalArgumentException if they are not a possible history
     */
    public static TicketHistory of(TicketEvent... events) {
        return of(List.of(events));
    }

    /**
     * Judges whether events are a possible history.
     *
     * @param events the events in order
     * @param workflow decides which changes of status are possible
     * @return the history, or why there is none and at which event
     */
    public static HistoryCheck check(List<? extends TicketEvent> events, Workflow workflow) {
        return new HistoryJudge(workflow).judge(List.copyOf(events));
    }

    static TicketHistory accepted(List<TicketEvent> events, long[] traits) {
        long[] steps = new long[2 * traits.length];
        for (int position = 0; position < traits.length; position++) {
            steps[2 * position] = EpochNanos.of(events.get(position).at());
            steps[2 * position + 1] = traits[position];
        }
        return new TicketHistory(events, steps, StatedValues.none());
    }

    /** {@return which ticket} */
    public TicketId id() {
        return events.get(0).head().ticket();
    }

    /** {@return the events in order, never empty} */
    public List<TicketEvent> events() {
        return events;
    }

    /** {@return how many events there are} */
    public int length() {
        return steps.length / 2;
    }

    /**
     * When an event happened, in the primitive form.
     *
     * @param position the position of the event, from 0
     * @return its instant as {@link EpochNanos}
     */
    public long epochNanosAt(int position) {
        return steps[2 * position];
    }

    /**
     * What is true of the ticket after an event, in the primitive form.
     *
     * @param position the position of the event, from 0
     * @return its {@link Traits}
     */
    public long traitsAt(int position) {
        return steps[2 * position + 1];
    }

    /** {@return what the log itself states about the ticket, nothing unless given} */
    public StatedValues stated() {
        return stated;
    }

    /**
     * The same history with what its log states beside the events.
     *
     * @param values the stated values
     * @return a copy
     */
    public TicketHistory stating(StatedValues values) {
        return new TicketHistory(events, steps, values);
    }

    /**
     * This history with one more event.
     *
     * @param event what happened next, not before the last event
     * @return a longer history
     * @throws IllegalArgumentException if the event cannot come next
     */
    public TicketHistory plus(TicketEvent event) {
        List<TicketEvent> longer = new ArrayList<>(events);
        longer.add(event);
        return of(longer).stating(stated);
    }

    /** {@return the ticket after the last event} */
    public Ticket latest() {
        TicketCursor cursor = cursor();
        while (cursor.next()) {
            // the cursor does the work
        }
        return cursor.snapshot();
    }

    /**
     * The ticket as it stood at an instant, the events of that instant included.
     *
     * @param asOf the instant
     * @return the ticket, empty before its creation
     */
    public Optional<Ticket> at(Instant asOf) {
        return until(asOf).map(TicketHistory::latest);
    }

    /**
     * The part of this history that has happened by an instant, the events of that instant included.
     *
     * @param asOf the instant
     * @return the shorter history, empty before the creation
     */
    public Optional<TicketHistory> until(Instant asOf) {
        int count = events.size();
        while (count > 0 && events.get(count - 1).at().isAfter(asOf)) {
            count--;
        }
        if (count == events.size()) {
            return Optional.of(this);
        }
        return count == 0
                ? Optional.empty()
                : Optional.of(new TicketHistory(events.subList(0, count), Arrays.copyOf(steps, 2 * count), stated));
    }

    /** {@return a cursor before the first event} */
    public TicketCursor cursor() {
        return new TicketFold(events);
    }

    /** {@return whether the other is a history of equal events and stated values} */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TicketHistory that && events.equals(that.events) && stated.equals(that.stated);
    }

    @Override
    public int hashCode() {
        return 31 * events.hashCode() + stated.hashCode();
    }

    /** {@return the ticket, the number of events and their span; no content} */
    @Override
    public String toString() {
        return "TicketHistory[" + id().value() + ", " + events.size() + " events, "
                + events.get(0).at() + " to " + events.get(events.size() - 1).at() + "]";
    }
}

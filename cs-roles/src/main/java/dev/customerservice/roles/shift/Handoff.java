package dev.customerservice.roles.shift;

import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One leaves and another goes on: how long both are there, and what became of the open work.
 *
 * @param from who leaves: a person or a station
 * @param to who goes on
 * @param at when the first leaves
 * @param overlap how long both are there; negative is how long nobody is
 * @param work what became of each piece of work that was open then
 */
public record Handoff(Subject from, Subject to, Instant at, Duration overlap, Map<TicketId, Transfer> work) {

    private static final Comparator<TicketId> BY_ID = Comparator.comparing(TicketId::value);

    /** Copies the work. */
    public Handoff {
        Map<TicketId, Transfer> sorted = new TreeMap<>(BY_ID);
        sorted.putAll(work);
        work = Collections.unmodifiableMap(sorted);
    }

    /** How far a piece of open work came, in order. */
    public enum Transfer {
        /** It was left behind. */
        LEFT_BEHIND,
        /** It was given to somebody who goes on. */
        TRANSFERRED,
        /** Whoever got it has said so. */
        ACKNOWLEDGED
    }

    /**
     * What a good handoff keeps.
     *
     * @param minimumOverlap how long both must be there, zero or more
     * @param transfer how far each piece of open work must come
     */
    public record Terms(Duration minimumOverlap, Transfer transfer) {
        /** Refuses a negative overlap. */
        public Terms {
            if (minimumOverlap.isNegative()) {
                throw new IllegalArgumentException("minimumOverlap (" + minimumOverlap
                        + ") must not be negative\nMaybe zero, where one may leave as the other comes.");
            }
        }
    }

    /**
     * Adds what became of the open work.
     *
     * @param open each piece of work that was open, with how far it came
     * @return this handoff with that work
     */
    public Handoff withWork(Map<TicketId, Transfer> open) {
        return new Handoff(from, to, at, overlap, open);
    }

    /**
     * Finds the work that did not come far enough.
     *
     * @param terms what a good handoff keeps
     * @return the open work, sorted by id
     */
    public Set<TicketId> unfinished(Terms terms) {
        Set<TicketId> left = new TreeSet<>(BY_ID);
        work.forEach((ticket, transfer) -> {
            if (transfer.compareTo(terms.transfer()) < 0) {
                left.add(ticket);
            }
        });
        return Collections.unmodifiableSet(left);
    }

    /**
     * Holds the handoff to its terms.
     *
     * @param terms what a good handoff keeps
     * @return {@code NOBODY_TAKES_OVER} or {@code OVERLAP_TOO_SHORT}, and {@code WORK_NOT_TRANSFERRED} or {@code WORK_NOT_ACKNOWLEDGED},
     *     each with the figures; empty when all is well
     */
    public List<Reason> missed(Terms terms) {
        List<Reason> missed = new ArrayList<>();
        if (overlap.compareTo(terms.minimumOverlap()) < 0) {
            missed.add(reason(overlap.isNegative() ? "NOBODY_TAKES_OVER" : "OVERLAP_TOO_SHORT")
                    .withValue("overlap", new Detail.Span(overlap))
                    .withValue("minimum", new Detail.Span(terms.minimumOverlap())));
        }
        int left = unfinished(terms).size();
        if (left > 0) {
            missed.add(
                    reason(terms.transfer() == Transfer.ACKNOWLEDGED ? "WORK_NOT_ACKNOWLEDGED" : "WORK_NOT_TRANSFERRED")
                            .withValue("open", Detail.count(work.size(), "tickets"))
                            .withValue("left", Detail.count(left, "tickets")));
        }
        return List.copyOf(missed);
    }

    private Reason reason(String code) {
        return Reason.rule(code).withAbout(from).withWhere(to.toString()).withValue("at", new Detail.Moment(at));
    }

    /** Somebody who is there for a while. */
    record Turn(Subject who, Interval during) {}

    /** Each turn that ends in the window goes to the freshest who stays longer, else to the next to come; the last turns have no successor. */
    static List<Handoff> among(List<Turn> turns, Interval window) {
        List<Turn> sorted = turns.stream()
                .sorted(Comparator.comparing((Turn turn) -> turn.during().startInclusive())
                        .thenComparing(turn -> turn.during().endExclusive())
                        .thenComparing(Turn::who))
                .toList();
        List<Handoff> handoffs = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Turn leaving = sorted.get(i);
            Instant end = leaving.during().endExclusive();
            int next = successor(sorted, i, end);
            if (next >= 0 && window.contains(end)) {
                Turn staying = sorted.get(next);
                handoffs.add(new Handoff(
                        leaving.who(),
                        staying.who(),
                        end,
                        Duration.between(staying.during().startInclusive(), end),
                        Map.of()));
            }
        }
        handoffs.sort(Comparator.comparing(Handoff::at).thenComparing(Handoff::from));
        return List.copyOf(handoffs);
    }

    private static int successor(List<Turn> sorted, int leaving, Instant end) {
        int first = leaving + 1;
        while (first < sorted.size()
                && !sorted.get(first).during().startInclusive().isAfter(end)) {
            first++;
        }
        for (int i = first - 1; i >= 0; i--) {
            if (sorted.get(i).during().endExclusive().isAfter(end)) {
                return i;
            }
        }
        return first < sorted.size() ? first : -1;
    }
}

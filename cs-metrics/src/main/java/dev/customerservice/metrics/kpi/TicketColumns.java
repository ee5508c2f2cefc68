package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Milestone;
import dev.customerservice.metrics.facts.Moment;
import dev.customerservice.metrics.facts.StatusSet;
import dev.customerservice.metrics.facts.StayFacts;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.statistics.Absence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The columns of tickets that need a name or a choice; {@link TicketNumber} has the plain counters. */
public final class TicketColumns {
    private TicketColumns() {}

    /** {@return the filter of tickets that were neither merged nor deleted} */
    public static Filter<TicketFacts> kept() {
        return new Kept().yes();
    }

    /**
     * Reads a counter that the log itself states.
     *
     * @param name the name under which it is stated
     * @return the column; a ticket whose log does not state it has no number
     */
    public static NumberColumn<TicketFacts> statedCount(String name) {
        return new StatedCount(name);
    }

    /**
     * Reads a verdict that the log itself states.
     *
     * @param name the name under which it is stated
     * @return the column; a ticket whose log does not state it gives no answer
     */
    public static FlagColumn<TicketFacts> statedVerdict(String name) {
        return new StatedVerdict(name);
    }

    /**
     * Counts the events that set one of some statuses, be it to what it was.
     *
     * @param statuses the statuses
     * @return the column
     */
    public static NumberColumn<TicketFacts> settings(StatusSet statuses) {
        return new Settings(statuses);
    }

    /**
     * Counts the pairs of successive events that set the status, the first to one of some statuses and the second to one
     * of some others.
     *
     * @param from the statuses before
     * @param to the statuses after
     * @return the column
     */
    public static NumberColumn<TicketFacts> transitions(StatusSet from, StatusSet to) {
        return new Transitions(from, to);
    }

    /**
     * Asks whether the customer came back about something else within a window after a milestone.
     *
     * @param after the milestone
     * @param windowInclusive the length of the window; a contact at its very end is within
     * @return the column; unknown while the window is open, or when contacts are not linked
     */
    public static FlagColumn<TicketFacts> contactWithin(Milestone after, Duration windowInclusive) {
        return new ContactWithin(after, windowInclusive);
    }

    private record Kept() implements FlagColumn<TicketFacts> {
        @Override
        public String id() {
            return "neither merged nor deleted";
        }

        @Override
        public Answer of(TicketFacts fact) {
            return Answer.of(fact.removedAt().isEmpty());
        }
    }

    private record StatedCount(String name) implements NumberColumn<TicketFacts> {
        @Override
        public String id() {
            return "stated_" + name;
        }

        @Override
        public long of(TicketFacts fact) {
            return fact.stated().count(name).orElse(ABSENT);
        }
    }

    private record StatedVerdict(String name) implements FlagColumn<TicketFacts> {
        private static final Answer NOT_STATED = Answer.unknown(Absence.MISSING);

        @Override
        public String id() {
            return "stated_" + name;
        }

        @Override
        public Answer of(TicketFacts fact) {
            return fact.stated().verdict(name).map(Answer::of).orElse(NOT_STATED);
        }
    }

    private record Settings(StatusSet statuses) implements NumberColumn<TicketFacts> {
        @Override
        public String id() {
            return "events that set " + statuses;
        }

        @Override
        public long of(TicketFacts fact) {
            long count = 0;
            List<StayFacts> stays = fact.stays();
            for (int i = 0; i < stays.size(); i++) {
                StayFacts stay = stays.get(i);
                count += stay.statusSet() && statuses.contains(stay.status()) ? 1 : 0;
            }
            return count;
        }
    }

    private record Transitions(StatusSet from, StatusSet to) implements NumberColumn<TicketFacts> {
        @Override
        public String id() {
            return "changes from " + from + " to " + to;
        }

        @Override
        public long of(TicketFacts fact) {
            long count = 0;
            boolean fromThere = false;
            List<StayFacts> stays = fact.stays();
            for (int i = 0; i < stays.size(); i++) {
                StayFacts stay = stays.get(i);
                if (stay.statusSet()) {
                    count += fromThere && to.contains(stay.status()) ? 1 : 0;
                    fromThere = from.contains(stay.status());
                }
            }
            return count;
        }
    }

    private record ContactWithin(Milestone after, Duration window) implements FlagColumn<TicketFacts> {
        private static final Answer NOT_LINKED = Answer.unknown(Absence.NOT_LINKED);
        private static final Answer WINDOW_OPEN = Answer.unknown(Absence.WINDOW_OPEN);
        private static final Answer NO_MILESTONE = Answer.unknown(Absence.MISSING);

        @Override
        public String id() {
            return "new contact within " + window + " after " + after.id();
        }

        @Override
        public Answer of(TicketFacts fact) {
            Optional<? extends Moment> moment = after.of(fact);
            if (moment.isEmpty()) {
                return NO_MILESTONE;
            }
            if (!fact.linked()) {
                return NOT_LINKED;
            }
            Instant end = moment.get().at().plus(window);
            if (!end.isBefore(fact.asOf())) {
                return WINDOW_OPEN;
            }
            return Answer.of(fact.nextContact(moment.get().at())
                    .filter(next -> !next.isAfter(end))
                    .isPresent());
        }
    }
}

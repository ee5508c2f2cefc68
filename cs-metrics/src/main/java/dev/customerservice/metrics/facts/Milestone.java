package dev.customerservice.metrics.facts;

import dev.customerservice.domain.ticket.StatedValues;
import java.util.List;
import java.util.Optional;

/**
 * A named moment in the life of a ticket: what a measure counts from, counts to, or is dated by. Data, so that two
 * measures can be compared.
 */
public sealed interface Milestone extends When<TicketFacts>
        permits TicketMoment, Milestone.Entry, Milestone.Stated, Milestone.OrElse {
    /** Its creation. */
    Milestone CREATED = TicketMoment.CREATED;

    /** Its first reply. */
    Milestone FIRST_REPLY = TicketMoment.FIRST_REPLY;

    /** The first time an agent had it. */
    Milestone FIRST_ASSIGNED = TicketMoment.FIRST_ASSIGNED;

    /** The first time it became solved, else closed. */
    Milestone FIRST_RESOLVED = resolved(ResolutionRule.FIRST_ENTRY);

    /** Its resolution by {@link ResolutionRule#LAST_ENTRY_IF_RESOLVED_NOW}. */
    Milestone RESOLVED = resolved(ResolutionRule.LAST_ENTRY_IF_RESOLVED_NOW);

    /** The first time it was in any status other than new. */
    Milestone FIRST_WORKED = first(StatusSet.NEW.complement());

    /** The opening that the log itself states. */
    Milestone STATED_OPENED = stated(StatedValues.OPENED);

    /** The resolution that the log itself states. */
    Milestone STATED_RESOLVED = stated(StatedValues.RESOLVED);

    /** The closing that the log itself states. */
    Milestone STATED_CLOSED = stated(StatedValues.CLOSED);

    /**
     * Names the resolution by a rule.
     *
     * @param rule which of several solutions counts
     * @return the milestone
     */
    static Milestone resolved(ResolutionRule rule) {
        return switch (rule) {
            case LAST_ENTRY_IF_RESOLVED_NOW -> new Entry(Pick.LAST_IF_THERE_NOW, StatusSet.DONE);
            case LAST_EVENT -> either(lastEvent(StatusSet.SOLVED), lastEvent(StatusSet.CLOSED));
            case FIRST_ENTRY -> first(StatusSet.DONE);
            case STATED -> STATED_RESOLVED;
        };
    }

    /**
     * Names the first time that a ticket was in one of some statuses.
     *
     * @param statuses the statuses
     * @return the milestone
     */
    static Milestone first(StatusSet statuses) {
        return new Entry(Pick.FIRST, statuses);
    }

    /**
     * Names the last event that set one of some statuses, be it to what it was.
     *
     * @param statuses the statuses
     * @return the milestone
     */
    static Milestone lastEvent(StatusSet statuses) {
        return new Entry(Pick.LAST_EVENT, statuses);
    }

    /**
     * Names an instant that the log itself states.
     *
     * @param name the name under which it is stated
     * @return the milestone
     */
    static Milestone stated(String name) {
        return new Stated(name);
    }

    /**
     * Falls back to another milestone.
     *
     * @param preferred the milestone to take where there is one
     * @param other the milestone for tickets without it
     * @return the milestone that is the first of the two that a ticket has
     */
    static Milestone either(Milestone preferred, Milestone other) {
        return new OrElse(preferred, other);
    }

    /** Which of several entries is meant. */
    enum Pick {
        /** The first one. */
        FIRST,
        /** The last one from outside the statuses, if the ticket is among them now. */
        LAST_IF_THERE_NOW,
        /** The last event that set one of the statuses, also from within. */
        LAST_EVENT
    }

    /**
     * An entry into one of some statuses.
     *
     * @param pick which of several entries
     * @param statuses the statuses
     */
    record Entry(Pick pick, StatusSet statuses) implements Milestone {
        @Override
        public String id() {
            return switch (pick) {
                        case FIRST -> "first_";
                        case LAST_IF_THERE_NOW -> "last_";
                        case LAST_EVENT -> "last_set_";
                    }
                    + statuses.id();
        }

        @Override
        public Optional<? extends Moment> of(TicketFacts fact) {
            List<StayFacts> stays = fact.stays();
            return switch (pick) {
                case FIRST -> first(stays);
                case LAST_IF_THERE_NOW -> lastIfThereNow(stays);
                case LAST_EVENT -> lastEvent(stays);
            };
        }

        private Optional<StayFacts> first(List<StayFacts> stays) {
            for (int i = 0; i < stays.size(); i++) {
                if (statuses.contains(stays.get(i).status())) {
                    return Optional.of(stays.get(i));
                }
            }
            return Optional.empty();
        }

        private Optional<StayFacts> lastIfThereNow(List<StayFacts> stays) {
            int entry = stays.size();
            while (entry > 0 && statuses.contains(stays.get(entry - 1).status())) {
                entry--;
            }
            return entry == stays.size() ? Optional.empty() : Optional.of(stays.get(entry));
        }

        private Optional<StayFacts> lastEvent(List<StayFacts> stays) {
            for (int i = stays.size() - 1; i >= 0; i--) {
                StayFacts stay = stays.get(i);
                if (stay.statusSet() && statuses.contains(stay.status())) {
                    return Optional.of(stay);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * An instant that the log itself states.
     *
     * @param name the name under which it is stated
     */
    record Stated(String name) implements Milestone {
        @Override
        public String id() {
            return "stated_" + name;
        }

        @Override
        public Optional<? extends Moment> of(TicketFacts fact) {
            return fact.stated().moment(name).map(at -> new StatedMoment(at, fact.stays()));
        }
    }

    /**
     * A milestone, or another for tickets without it.
     *
     * @param preferred the milestone to take where there is one
     * @param other the milestone for the rest
     */
    record OrElse(Milestone preferred, Milestone other) implements Milestone {
        @Override
        public String id() {
            return preferred.id() + "_or_" + other.id();
        }

        @Override
        public Optional<? extends Moment> of(TicketFacts fact) {
            Optional<? extends Moment> found = preferred.of(fact);
            return found.isPresent() ? found : other.of(fact);
        }
    }
}

package dev.customerservice.metrics.facts;

import java.io.Serializable;

/**
 * What counts as open at an instant, and on which side of it. Data, so that two measures can be compared.
 *
 * <p>{@link Side#AT} t counts what began by t and ended after it, which goes with flows over (from, to]. {@link Side#BEFORE}
 * t counts what began before t and ended at t or later: the stock at the border of half-open periods.
 */
public sealed interface Backlog extends Serializable {
    /** Which side of the instant is looked at. */
    enum Side {
        /** Began at or before the instant, ended after it. */
        AT,
        /** Began before the instant, ended at it or after it. */
        BEFORE
    }

    /** {@return the side of the instant} */
    Side side();

    /**
     * Takes the other look.
     *
     * @param side the side of the instant
     * @return the same rule on that side
     */
    Backlog on(Side side);

    /** {@return the name in ids} */
    String id();

    /** {@return what is not done, with gaps where a ticket was done and reopened later, {@link Side#BEFORE}} */
    static Backlog unsolved() {
        return new ByStatus(StatusSet.DONE.complement(), Side.BEFORE);
    }

    /**
     * Counts the tickets in some statuses.
     *
     * @param statuses the statuses that count as open
     * @return the rule, {@link Side#BEFORE}
     */
    static Backlog in(StatusSet statuses) {
        return new ByStatus(statuses, Side.BEFORE);
    }

    /**
     * Counts the tickets between two milestones, whatever happened in between.
     *
     * @param from where a ticket begins to count
     * @param until where it ceases to count; a ticket without it counts on
     * @return the rule, {@link Side#BEFORE}
     */
    static Backlog between(Milestone from, Milestone until) {
        return new ByMilestone(from, until, Side.BEFORE);
    }

    /**
     * Open while in some statuses.
     *
     * @param statuses the statuses that count as open
     * @param side the side of the instant
     */
    record ByStatus(StatusSet statuses, Side side) implements Backlog {
        @Override
        public Backlog on(Side other) {
            return new ByStatus(statuses, other);
        }

        @Override
        public String id() {
            return (statuses.equals(StatusSet.DONE.complement()) ? "" : "_in_" + statuses.id())
                    + (side == Side.BEFORE ? "" : "_at");
        }
    }

    /**
     * Open between two milestones.
     *
     * @param from where a ticket begins to count
     * @param until where it ceases to count
     * @param side the side of the instant
     */
    record ByMilestone(Milestone from, Milestone until, Side side) implements Backlog {
        @Override
        public Backlog on(Side other) {
            return new ByMilestone(from, until, other);
        }

        @Override
        public String id() {
            return "_from_" + from.id() + "_until_" + until.id() + (side == Side.BEFORE ? "" : "_at");
        }
    }
}

package dev.customerservice.roles.routing;

import dev.customerservice.domain.party.RoleId;
import dev.customerservice.domain.text.Shown;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Says who gets a piece of work: it takes from a shortlist all who should not, and of those who are left the one who has waited longest for
 * work gets it (never assigned first, then the oldest last assignment, then the id).
 *
 * <p>A policy of one's own is a lambda: {@code among -> among.keep("NO_DUTCH", candidate -> candidate.skills().containsKey(dutch))}. The
 * policies below are values from which an index is made, so that work is routed without looking at everybody; where a lambda takes part,
 * everybody is looked at. The answers are the same.
 *
 * <p>Laws: a policy never puts anybody on the list, gives each whom it drops one reason, depends on the list only and not on its order, and
 * asking twice asks once. Besides, somebody dropped never comes back because others get work: this is what makes a drain leave nobody waiting
 * for whom there is somebody. {@code then} is associative, and {@link #anyone()} is neutral to it. {@code RoutingPolicyLaws} in the test-jar
 * checks them for any policy.
 */
@FunctionalInterface
public interface RoutingPolicy {

    /**
     * Takes from a shortlist all who should not get the work.
     *
     * @param among the list, which knows the work and the instant
     * @return the list of those who may still get it
     */
    Shortlist narrow(Shortlist among);

    /** {@return what this policy is called in explanations; {@code policy} unless it has a name} */
    default String name() {
        return "policy";
    }

    /**
     * Decides who gets one piece of work.
     *
     * @param work the work
     * @param team who there is
     * @param now the instant of the decision
     * @return who gets it, or that nobody does; it explains itself when asked
     */
    default Routing route(WorkItem work, RoutingTeam team, Instant now) {
        return drain(List.of(work), team, now).routings().get(0);
    }

    /**
     * Hands out a queue in the standard order.
     *
     * @param queue the work that waits, each once, in any order
     * @param team who there is
     * @param now the instant at which it is handed out
     * @return a decision for each piece of work, in the order of {@link QueueOrder#standard()}
     * @throws IllegalArgumentException when a piece of work is given twice
     */
    default Drain drain(Collection<WorkItem> queue, RoutingTeam team, Instant now) {
        return drain(queue, QueueOrder.standard(), team, now);
    }

    /**
     * Hands out a queue, so that nothing waits for which there is somebody.
     *
     * <p>For a queue of n and a team of m it takes about (n + k) log m steps, where k is how often people are looked at again because of work of
     * another kind, plus m steps for each kind of work; with a policy that has no index n times m.
     *
     * @param queue the work that waits, each once, in any order
     * @param order who is served first
     * @param team who there is
     * @param now the instant at which it is handed out
     * @return a decision for each piece of work, in the order in which they were made
     * @throws IllegalArgumentException when a piece of work is given twice
     */
    default Drain drain(Collection<WorkItem> queue, QueueOrder order, RoutingTeam team, Instant now) {
        return Journal.drain(this, order.sort(queue, now), team, now);
    }

    /**
     * Goes on with another policy.
     *
     * @param next what looks at those whom this one leaves
     * @return the policy that keeps whom both keep, one after the other
     */
    default RoutingPolicy then(RoutingPolicy next) {
        return Term.Sequence.of(this, next);
    }

    /**
     * Asks another policy where this one finds nobody.
     *
     * @param other what looks at the whole list again
     * @return the policy that keeps whom this one keeps, or whom the other keeps when that is nobody; reasons are those of the last asked,
     *     save that where nobody is found, who was refused by this one for a time only keeps that reason
     */
    default RoutingPolicy orElse(RoutingPolicy other) {
        return new Term.Fallback(this, other);
    }

    /**
     * Gives it a name, which explanations show.
     *
     * @param name the name, not blank
     * @return the same policy under that name
     * @throws IllegalArgumentException when the name is blank
     */
    default RoutingPolicy named(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name (" + Shown.of(name)
                    + ") must not be blank\nMaybe say what is special, such as sticky-then-idle.");
        }
        return new Term.Named(this, name);
    }

    /** {@return the policy that drops nobody} */
    static RoutingPolicy anyone() {
        return new Term.Sequence(List.of());
    }

    /** {@return the policy that drops who lacks a skill ({@code SKILL_MISSING}) or a level ({@code SKILL_TOO_LOW}) that the work needs} */
    static RoutingPolicy requireSkills() {
        return new Filters.Skilled("requireSkills", SkillRings.strict());
    }

    /**
     * Asks for fewer skills the longer the work waits.
     *
     * @param rings what is asked after which time
     * @return the policy that drops as {@link #requireSkills()} does, by the ring that the waiting time has reached
     */
    static RoutingPolicy rings(SkillRings rings) {
        return new Filters.Skilled("rings", rings);
    }

    /**
     * Minds capacity.
     *
     * @return the policy that drops who has no room in all ({@code NO_CAPACITY}) or in the channel ({@code CHANNEL_FULL}), holds work of an
     *     exclusive channel ({@code EXCLUSIVE_WORK}), or would get such work beside other live work ({@code LIVE_WORK})
     */
    static RoutingPolicy withinCapacity() {
        return new Filters.Capable();
    }

    /**
     * Minds authority.
     *
     * @return the policy that drops who may not take work so urgent ({@code ABOVE_AUTHORITY}) or is not permitted what it needs
     *     ({@code NOT_PERMITTED})
     */
    static RoutingPolicy withinAuthority() {
        return new Filters.Authorised();
    }

    /**
     * Keeps work to some job roles.
     *
     * @param roles the roles
     * @return the policy that drops everybody else ({@code OTHER_ROLE})
     */
    static RoutingPolicy inRole(RoleId... roles) {
        return new Filters.InRole(Set.of(roles));
    }

    /**
     * Spares those who have just come on duty.
     *
     * @param warmUp how much they may hold
     * @return the policy that drops who would hold more ({@code WARMING_UP})
     */
    static RoutingPolicy warmingUp(WarmUp warmUp) {
        return new Filters.Warm(warmUp);
    }

    /**
     * Sends work to its owner.
     *
     * @param waitLimit how long it waits for an owner who is on duty and busy; not negative
     * @return the policy that keeps the owner alone ({@code NOT_THE_OWNER}); nobody ({@code OWNER_AWAITED}) while the owner lacks room only and
     *     the limit is not reached; everybody when there is no owner, or the owner is off duty or unfit
     * @throws IllegalArgumentException when the limit is negative
     */
    static RoutingPolicy stickyOwner(Duration waitLimit) {
        return new Sticky(waitLimit);
    }

    /** {@return the policy that keeps those with the lowest load ÷ capacity ({@code MORE_OCCUPIED}); no capacity comes last} */
    static RoutingPolicy leastOccupied() {
        return Orders.LEAST_OCCUPIED;
    }

    /** {@return the policy that keeps those with the least load in units ({@code MORE_LOADED})} */
    static RoutingPolicy leastLoaded() {
        return Orders.LEAST_LOADED;
    }

    /** {@return the policy that keeps those with the most units free ({@code LESS_SPARE})} */
    static RoutingPolicy mostSpare() {
        return Orders.MOST_SPARE;
    }

    /** {@return the policy that keeps the one who has waited longest for work ({@code ASSIGNED_LATER})} */
    static RoutingPolicy longestSinceAssigned() {
        return Orders.LONGEST_SINCE_ASSIGNED;
    }

    /** {@return the policy that keeps those with the highest sum of levels in the skills the work needs ({@code LESS_SKILLED})} */
    static RoutingPolicy bestSkilled() {
        return Orders.BEST_SKILLED;
    }

    /**
     * Shares work out by entitlement.
     *
     * @return the policy that keeps those with the lowest assigned units ÷ (entitlement × available time) ({@code HAD_MORE}); who has no
     *     entitlement or no available time comes last
     */
    static RoutingPolicy fairShare() {
        return Orders.FAIR_SHARE;
    }
}

package dev.customerservice.domain.sla;

import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.ticket.SlaPolicyId;
import dev.customerservice.domain.ticket.Ticket;
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.time.EpochNanos;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Policies of which at most one holds for a ticket at a time, and the clocks that any of them promises. */
final class Lane {
    private final List<SlaPolicy> policies;
    private final Rematch rematch;
    private final Adopt adopt;
    private final long[] changes;
    private final List<SlaMetric> metrics;
    /** By policy and metric: one promise for each goal of the target, empty where the policy does not name the metric. */
    private final List<List<List<Promise>>> promises;

    Lane(List<SlaPolicy> policies, SlaBook book, CalendarBook calendars) {
        this.policies = policies;
        this.rematch = book.rematch();
        this.adopt = book.adopt();
        this.changes = adopt == Adopt.WHEN_EFFECTIVE && rematch != Rematch.EXPLICIT
                ? policies.stream()
                        .flatMap(policy ->
                                Stream.concat(policy.effectiveFrom().stream(), policy.effectiveUntil().stream()))
                        .mapToLong(EpochNanos::of)
                        .sorted()
                        .distinct()
                        .toArray()
                : new long[0];
        Set<SlaMetric> distinct = new LinkedHashSet<>();
        for (SlaPolicy policy : policies) {
            policy.targets().forEach(target -> distinct.add(target.metric()));
        }
        this.metrics = List.copyOf(distinct);
        this.promises = policies.stream()
                .map(policy -> metrics.stream()
                        .map(metric -> promisesOf(policy, metric, calendars))
                        .toList())
                .toList();
    }

    private static List<Promise> promisesOf(SlaPolicy policy, SlaMetric metric, CalendarBook calendars) {
        List<Promise> promises = new ArrayList<>();
        for (SlaTarget target : policy.targets()) {
            if (target.metric().equals(metric)) {
                for (Goal goal : target.goals()) {
                    promises.add(Promise.of(policy, target, goal.within(), calendars));
                }
            }
        }
        return promises;
    }

    List<SlaMetric> metrics() {
        return metrics;
    }

    /**
     * The policy in force after an event.
     *
     * @return its place in the lane, -1 if none holds
     */
    int policyAfter(Ticket ticket, TicketEvent event, int position, int before) {
        int applied = appliedTo(ticket);
        if (applied >= 0) {
            return applied;
        }
        boolean match = switch (rematch) {
            case ON_CHANGE -> true;
            case AT_CREATION -> position == 0;
            case EXPLICIT -> false;
        };
        if (!match) {
            return before;
        }
        return matching(ticket, event, event.at(), before, false);
    }

    /** The instants at which a version becomes or ceases to be effective and tickets take notice, ascending. */
    long[] changes() {
        return changes;
    }

    /** The policy in force after versions have changed at an instant without an event; the last event is given. */
    int policyAt(long change, Ticket ticket, TicketEvent event, int before) {
        int applied = appliedTo(ticket);
        return applied >= 0
                ? applied
                : matching(ticket, event, EpochNanos.toInstant(change), before, rematch == Rematch.AT_CREATION);
    }

    private int matching(Ticket ticket, TicketEvent event, Instant at, int before, boolean sameOnly) {
        @Nullable SlaPolicyId present = before < 0 ? null : policies.get(before).id();
        for (int i = 0; i < policies.size(); i++) {
            SlaPolicy policy = policies.get(i);
            boolean same = policy.id().equals(present);
            boolean eligible = (adopt == Adopt.NEVER && same) ? i == before : policy.isEffectiveAt(at);
            if (eligible && (same || !sameOnly) && policy.appliesTo().holds(ticket, event)) {
                return i;
            }
        }
        return -1;
    }

    private int appliedTo(Ticket ticket) {
        Optional<SlaPolicyId> applied = ticket.appliedPolicy();
        if (applied.isEmpty()) {
            return -1;
        }
        for (int i = 0; i < policies.size(); i++) {
            SlaPolicy policy = policies.get(i);
            if (policy.id().equals(applied.get())
                    && policy.version().equals(ticket.appliedPolicyVersion().orElse(""))) {
                return i;
            }
        }
        return -1;
    }

    @Nullable
    Promise promise(int policy, int metric, Ticket ticket, TicketEvent event) {
        if (policy < 0) {
            return null;
        }
        List<Promise> candidates = promises.get(policy).get(metric);
        if (candidates.isEmpty()) {
            return null;
        }
        List<Goal> goals = candidates.get(0).target().goals();
        for (int i = 0; i < goals.size(); i++) {
            if (goals.get(i).when().holds(ticket, event)) {
                return candidates.get(i);
            }
        }
        return null;
    }

    SlaPolicy policy(int policy) {
        return policies.get(policy);
    }

    /** The target of a policy for a metric, met by a goal or not. */
    @Nullable
    SlaTarget target(int policy, int metric) {
        return policy >= 0 && !promises.get(policy).get(metric).isEmpty()
                ? promises.get(policy).get(metric).get(0).target()
                : null;
    }

    PolicyMatch match(Ticket ticket, TicketEvent event, int inForce, Instant since, Instant at) {
        boolean explicit = appliedTo(ticket) >= 0;
        List<PolicyMatch.Attempt> tried = new ArrayList<>();
        if (!explicit) {
            for (SlaPolicy policy : policies) {
                Optional<TicketCondition> failing = firstFailing(policy.appliesTo(), ticket, event);
                boolean effective = policy.isEffectiveAt(at);
                tried.add(new PolicyMatch.Attempt(policy.id(), policy.version(), effective, failing));
                if (effective && failing.isEmpty()) {
                    break;
                }
            }
        }
        Optional<SlaPolicy> policy = inForce < 0 ? Optional.empty() : Optional.of(policies.get(inForce));
        return new PolicyMatch(policy.map(SlaPolicy::id), policy.map(SlaPolicy::version), since, explicit, tried);
    }

    private static Optional<TicketCondition> firstFailing(TicketCondition condition, Ticket ticket, TicketEvent event) {
        if (condition.holds(ticket, event)) {
            return Optional.empty();
        }
        if (condition instanceof TicketCondition.AllOf all) {
            for (TicketCondition part : all.parts()) {
                Optional<TicketCondition> failing = firstFailing(part, ticket, event);
                if (failing.isPresent()) {
                    return failing;
                }
            }
        }
        return Optional.of(condition);
    }
}

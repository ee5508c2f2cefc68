package dev.customerservice.domain.sla;

import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.SlaPolicyId;
import dev.customerservice.domain.ticket.Ticket;
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.ticket.TicketCursor;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.time.EpochNanos;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Policies of which at most one holds for a ticket at a time, and the clocks that any of them promises. */
final class Lane {
    private final List<SlaPolicy> policies;
    private final Rematch rematch;
    private final Adopt adopt;
    private final long[] changes;
    private final long[] effectiveFrom;
    private final long[] effectiveUntil;
    private final List<SlaMetric> metrics;
    /** By policy and metric: one promise for each goal of the target, empty where the policy does not name the metric. */
    private final List<List<List<Promise>>> promises;

    private final int[][] predecessors;
    private final int firstPolicy;
    private final int firstClock;
    private final Leaves leaves;

    /**
     * Prepares a lane.
     *
     * @param policies its policies
     * @param book how one is chosen
     * @param calendars where the calendars are looked up
     * @param firstPolicy the place of its first policy in the plan
     * @param firstClock the place of its first clock in the plan
     * @param leaves the leaves of the plan
     */
    Lane(
            List<SlaPolicy> policies,
            SlaBook book,
            CalendarBook calendars,
            int firstPolicy,
            int firstClock,
            Leaves leaves) {
        this.policies = policies;
        this.firstPolicy = firstPolicy;
        this.firstClock = firstClock;
        this.leaves = leaves;
        this.rematch = book.rematch();
        this.adopt = book.adopt();
        this.effectiveFrom = new long[policies.size()];
        this.effectiveUntil = new long[policies.size()];
        for (int i = 0; i < policies.size(); i++) {
            effectiveFrom[i] = nanos(policies.get(i).effectiveFrom(), Long.MIN_VALUE);
            effectiveUntil[i] = nanos(policies.get(i).effectiveUntil(), Long.MAX_VALUE);
        }
        this.changes =
                adopt == Adopt.WHEN_EFFECTIVE && rematch != Rematch.EXPLICIT ? terms(List.of(this)) : new long[0];
        this.metrics = metricsOf(policies);
        List<List<List<Promise>>> byPolicy = new ArrayList<>();
        for (SlaPolicy policy : policies) {
            List<List<Promise>> byMetric = new ArrayList<>();
            for (SlaMetric metric : metrics) {
                byMetric.add(promisesOf(policy, metric, calendars));
            }
            byPolicy.add(byMetric);
        }
        this.promises = byPolicy;
        this.predecessors = predecessors();
    }

    /** {@return the policies of which at most one holds at a time: all of a book, or the versions of each policy} */
    static List<List<SlaPolicy>> groups(SlaBook book) {
        if (book.matching() == Matching.FIRST) {
            return List.of(book.policies());
        }
        Map<SlaPolicyId, List<SlaPolicy>> versions = new LinkedHashMap<>();
        for (SlaPolicy policy : book.policies()) {
            versions.computeIfAbsent(policy.id(), any -> new ArrayList<>()).add(policy);
        }
        return List.copyOf(versions.values());
    }

    /** An instant that no event can reach is as good as none. */
    private static long nanos(Optional<Instant> bound, long none) {
        if (bound.isEmpty()) {
            return none;
        }
        Instant at = bound.get();
        return at.isBefore(EpochNanos.toInstant(EpochNanos.MIN))
                ? Long.MIN_VALUE
                : at.isAfter(EpochNanos.toInstant(EpochNanos.MAX)) ? Long.MAX_VALUE : EpochNanos.of(at);
    }

    /** {@return the metrics that any of some policies names, each a clock, and each behind those it comes after} */
    static List<SlaMetric> metricsOf(List<SlaPolicy> policies) {
        List<SlaMetric> metrics = new ArrayList<>();
        for (SlaPolicy policy : policies) {
            metrics.addAll(policy.metrics());
        }
        return Chain.inOrder(metrics);
    }

    /** By policy, and at the end for none, and by metric: the place of the metric that comes before, -1 if there is none. */
    private int[][] predecessors() {
        int[][] places = new int[policies.size() + 1][metrics.size()];
        for (int policy = 0; policy < places.length; policy++) {
            for (int metric = 0; metric < metrics.size(); metric++) {
                places[policy][metric] = predecessor(policy, metric);
            }
        }
        return places;
    }

    private int predecessor(int policy, int metric) {
        Optional<SlaMetricId> before = metrics.get(metric).after();
        int found = -1;
        for (int place = metrics.size() - 1; place >= 0 && before.isPresent(); place--) {
            if (metrics.get(place).id().equals(before.get())) {
                if (policy < policies.size() && target(policy, place) != null) {
                    return place;
                }
                found = place;
            }
        }
        return found;
    }

    /**
     * The metric that comes before another: as the policy in force defines it, else as any policy of the lane does.
     *
     * @return its place in the lane, -1 if none comes before or no policy names it
     */
    int before(int policy, int metric) {
        return predecessors[policy < 0 ? policies.size() : policy][metric];
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

    /** {@return the place of the first clock of this lane in the plan} */
    int firstClock() {
        return firstClock;
    }

    List<SlaMetric> metrics() {
        return metrics;
    }

    /**
     * The policy in force after an event.
     *
     * @return its place in the lane, -1 if none holds
     */
    int policyAfter(Situation situation, long at, int position, int before) {
        int applied = appliedIn(situation);
        if (applied >= 0) {
            return applied;
        }
        boolean match = switch (rematch) {
            case ON_CHANGE -> true;
            case AT_CREATION -> position == 0;
            case EXPLICIT -> false;
        };
        return match ? matching(situation, at, before) : before;
    }

    /** {@return the instants at which the term of a policy of some lanes begins or ends, ascending} */
    static long[] terms(List<Lane> lanes) {
        SortedSet<Long> terms = new TreeSet<>();
        for (Lane lane : lanes) {
            for (int i = 0; i < lane.policies.size(); i++) {
                terms.add(lane.effectiveFrom[i]);
                terms.add(lane.effectiveUntil[i]);
            }
        }
        terms.remove(Long.MIN_VALUE);
        terms.remove(Long.MAX_VALUE);
        long[] ascending = new long[terms.size()];
        int place = 0;
        for (long term : terms) {
            ascending[place++] = term;
        }
        return ascending;
    }

    /** The instants at which a version becomes or ceases to be effective and tickets take notice, ascending. */
    long[] changes() {
        return changes;
    }

    /** The policy in force after versions have changed at an instant without an event. */
    int policyAt(long change, Situation situation, int before) {
        int applied = appliedIn(situation);
        if (applied >= 0) {
            return applied;
        }
        return rematch == Rematch.AT_CREATION
                ? version(situation, change, before)
                : matching(situation, change, before);
    }

    /** The policy matched at the creation stays in force, and stays in the version it has where no other takes over. */
    private int version(Situation situation, long at, int before) {
        for (int i = 0; i < policies.size(); i++) {
            boolean fits = i == before || situation.fits(firstPolicy + i);
            if (fits && isVersionOf(i, before) && isEffective(i, at)) {
                return i;
            }
        }
        return before;
    }

    private int appliedIn(Situation situation) {
        int place = situation.applied() - firstPolicy;
        return place < policies.size() ? place : -1;
    }

    private int matching(Situation situation, long at, int before) {
        boolean keeps = adopt == Adopt.NEVER && before >= 0 && situation.fits(firstPolicy + before);
        for (int i = 0; i < policies.size(); i++) {
            boolean eligible = (keeps && isVersionOf(i, before)) ? i == before : isEffective(i, at);
            if (eligible && situation.fits(firstPolicy + i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isEffective(int policy, long at) {
        return effectiveFrom[policy] <= at && at < effectiveUntil[policy];
    }

    private boolean isVersionOf(int policy, int other) {
        return other >= 0
                && policies.get(policy).id().equals(policies.get(other).id());
    }

    /** {@return whatever any policy may promise for a metric of the lane} */
    List<Promise> promisesFor(int metric) {
        List<Promise> all = new ArrayList<>();
        for (List<List<Promise>> ofPolicy : promises) {
            all.addAll(ofPolicy.get(metric));
        }
        return all;
    }

    /** {@return what a policy of the lane promises for each of its metrics, all null where none is in force} */
    @Nullable
    Promise[] promises(int policy, Situation situation) {
        return policy < 0 ? new Promise[metrics.size()] : situation.promises(firstPolicy + policy, this);
    }

    @Nullable
    Promise[] promised(int policyOfPlan, long[] word) {
        @Nullable Promise[] promised = new Promise[metrics.size()];
        for (int i = 0; i < promised.length; i++) {
            List<Promise> candidates = promises.get(policyOfPlan - firstPolicy).get(i);
            for (int goal = candidates.size() - 1; goal >= 0; goal--) {
                Promise candidate = candidates.get(goal);
                if (leaves.holds(candidate.target().goals().get(goal).when(), word)) {
                    promised[i] = candidate;
                }
            }
        }
        return promised;
    }

    List<SlaPolicy> policies() {
        return policies;
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

    PolicyMatch match(TicketCursor ticket, Situation situation, int inForce, Instant since, Instant at) {
        TicketEvent event = ticket.event();
        boolean explicit = appliedIn(situation) >= 0;
        List<PolicyMatch.Attempt> tried = new ArrayList<>();
        if (!explicit) {
            boolean keeps = adopt == Adopt.NEVER && inForce >= 0 && situation.fits(firstPolicy + inForce);
            for (int i = 0; i < policies.size(); i++) {
                SlaPolicy policy = policies.get(i);
                Optional<TicketCondition> failing = firstFailing(policy.appliesTo(), ticket, event);
                boolean effective = policy.isEffectiveAt(at);
                tried.add(new PolicyMatch.Attempt(policy.id(), policy.version(), effective, failing));
                boolean eligible = (keeps && isVersionOf(i, inForce)) ? i == inForce : effective;
                if (eligible && failing.isEmpty()) {
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

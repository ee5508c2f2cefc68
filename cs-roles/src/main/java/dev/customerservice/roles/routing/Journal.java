package dev.customerservice.roles.routing;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What was handed out in one go, so that each decision can be made again. */
final class Journal {

    private final RoutingPolicy policy;
    private final RoutingTeam team;
    private final Instant now;
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(int place, WorkItem work) {}

    private Journal(RoutingPolicy policy, RoutingTeam team, Instant now) {
        this.policy = policy;
        this.team = team;
        this.now = now;
    }

    static Drain drain(RoutingPolicy policy, List<WorkItem> queue, RoutingTeam team, Instant now) {
        Journal journal = new Journal(policy, team, now);
        Floor floor = new Floor(team, now);
        Finder finder = Finder.of(policy, floor);
        List<Routing> routings = new ArrayList<>(queue.size());
        for (WorkItem work : queue) {
            Demand demand = floor.demand(work);
            Seat seat = finder.find(demand);
            Routing.Grounds grounds = new Routing.Grounds(journal, journal.entries.size(), work);
            if (seat == null) {
                routings.add(new Routing.Unassigned(work, grounds));
            } else {
                floor.take(seat, demand);
                journal.entries.add(new Entry(seat.place, work));
                routings.add(new Routing.Assigned(work, seat.agent(), grounds));
            }
        }
        return new Drain(Collections.unmodifiableList(routings), floor.team());
    }

    Instant now() {
        return now;
    }

    /** Makes a decision again, looking at everybody. */
    Routing.Explanation explain(int before, WorkItem work) {
        Floor floor = new Floor(team, now);
        for (Entry entry : entries.subList(0, before)) {
            floor.take(floor.seats()[entry.place()], floor.demand(entry.work()));
        }
        Shortlist left = policy.narrow(floor.shortlist(floor.demand(work), true));
        Seat chosen = Floor.first(left.kept());
        Map<AgentId, Reason> dropped = left.dropped();
        Map<AgentId, Reason> verdicts = new LinkedHashMap<>();
        for (Seat seat : floor.seats()) {
            Reason reason = dropped.get(seat.agent());
            verdicts.put(seat.agent(), reason != null ? reason : kept(seat, seat.equals(chosen)));
        }
        return new Routing.Explanation(
                policy.name(), Optional.ofNullable(chosen).map(Seat::agent), verdicts);
    }

    private static Reason kept(Seat seat, boolean isChosen) {
        Reason reason = Shortlist.about(isChosen ? "CHOSEN" : "LATER_IN_TURN", seat)
                .withValue("load", Filters.units(seat.load))
                .withValue("capacity", Filters.units(seat.capacity));
        return seat.view()
                .lastAssignedAt()
                .map(last -> reason.withValue("lastAssigned", new Detail.Moment(last)))
                .orElse(reason);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Journal that
                && policy.equals(that.policy)
                && now.equals(that.now)
                && team.equals(that.team)
                && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
        return Objects.hash(policy, now, entries.size());
    }
}

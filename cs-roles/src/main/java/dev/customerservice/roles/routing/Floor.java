package dev.customerservice.roles.routing;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.roles.skill.SkillId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A team while work is handed out at one instant. */
final class Floor {

    private static final Comparator<Candidate> IN_TURN = comparing(
                    (Candidate candidate) -> candidate.lastAssignedAt().orElse(Instant.MIN))
            .thenComparingLong(Candidate::lastAssignedSequence);

    private final RoutingTeam team;
    private final Instant now;
    private final Seat[] seats;
    private final Map<AgentId, Seat> byAgent;
    private final Map<Channel, Optional<long[]>> limits = new HashMap<>();
    private final Map<SkillId, Map<Integer, BitSet>> holders = new HashMap<>();
    private long nextTurn;
    private long sequence;

    Floor(RoutingTeam team, Instant now) {
        this.team = team;
        this.now = now;
        List<Candidate> candidates = team.candidates();
        seats = new Seat[candidates.size()];
        byAgent = new HashMap<>(2 * seats.length);
        for (int place = 0; place < seats.length; place++) {
            Candidate candidate = candidates.get(place);
            seats[place] = new Seat(candidate, place);
            byAgent.put(candidate.agent(), seats[place]);
            if (candidate.lastAssignedAt().filter(now::equals).isPresent()) {
                sequence = Math.max(sequence, candidate.lastAssignedSequence());
            }
        }
        Seat[] inTurn = seats.clone();
        Arrays.sort(inTurn, comparing(Seat::fixed, IN_TURN).thenComparingInt(seat -> seat.place));
        for (Seat seat : inTurn) {
            seat.turn = nextTurn++;
        }
    }

    Instant now() {
        return now;
    }

    Seat[] seats() {
        return seats;
    }

    @Nullable
    Seat find(AgentId agent) {
        return byAgent.get(agent);
    }

    Demand demand(WorkItem work) {
        long weight = Units.of(team.capacityPolicy().weight(work, WorkState.ACTIVE), "weight");
        return new Demand(work, weight, now, limits(work.channel()));
    }

    void take(Seat seat, Demand demand) {
        seat.take(demand, nextTurn++, ++sequence);
    }

    /** Everybody on duty who has not declined the work. */
    Shortlist shortlist(Demand demand, boolean explained) {
        return Shortlist.of(this, demand, explained);
    }

    /** The places of those who have a skill at a level, found once. */
    BitSet holders(SkillId skill, int level) {
        return holders.computeIfAbsent(skill, any -> new HashMap<>()).computeIfAbsent(level, least -> {
            BitSet places = new BitSet(seats.length);
            for (Seat seat : seats) {
                if (seat.level(skill) >= least && seat.fixed().skills().containsKey(skill)) {
                    places.set(seat.place);
                }
            }
            return places;
        });
    }

    RoutingTeam team() {
        return RoutingTeam.of(Arrays.stream(seats).map(Seat::view).toList()).withCapacityPolicy(team.capacityPolicy());
    }

    private long @Nullable [] limits(Channel channel) {
        return limits.computeIfAbsent(channel, this::limitsOf).orElse(null);
    }

    private Optional<long[]> limitsOf(Channel channel) {
        long[] units = new long[seats.length];
        boolean any = false;
        for (Seat seat : seats) {
            Optional<BigDecimal> limit = team.capacityPolicy().limit(seat.fixed(), channel);
            any |= limit.isPresent();
            units[seat.place] =
                    limit.map(value -> Units.of(value, "channelLimit")).orElse(Long.MAX_VALUE);
        }
        return any ? Optional.of(units) : Optional.empty();
    }

    /** Who is first in turn; null when there is nobody. */
    static @Nullable Seat first(List<Seat> kept) {
        return kept.stream().min(comparingLong(seat -> seat.turn)).orElse(null);
    }
}

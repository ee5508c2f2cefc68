package dev.customerservice.roles.routing;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.roles.skill.SkillId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
    private final Map<SkillId, Integer[]> levels = new HashMap<>();
    private final Map<SkillId, Map<Integer, BitSet>> holders = new HashMap<>();
    private final BitSet present;
    private final List<Consumer<Seat>> listeners = new ArrayList<>();
    private final Map<Channel, Lane> lanes = new HashMap<>();
    private final List<Channel> channels = new ArrayList<>();
    private @Nullable Lane lastLane;
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
            seats[place] = new Seat(candidate, place, this);
            byAgent.put(candidate.agent(), seats[place]);
            if (candidate.lastAssignedAt().filter(now::equals).isPresent()) {
                sequence = Math.max(sequence, candidate.lastAssignedSequence());
            }
        }
        present = new BitSet(seats.length);
        for (Seat seat : seats) {
            present.set(seat.place, seat.fixed().onDuty());
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

    /** Some places as they stand in turn. */
    List<Seat> inTurn(BitSet places) {
        return places.stream()
                .mapToObj(place -> seats[place])
                .sorted(comparingLong(seat -> seat.turn))
                .toList();
    }

    /** The places of those on duty. */
    BitSet present() {
        return present;
    }

    /** Tells when somebody takes work. */
    void whenTaken(Consumer<Seat> listener) {
        listeners.add(listener);
    }

    @Nullable
    Seat find(AgentId agent) {
        return byAgent.get(agent);
    }

    Demand demand(WorkItem work) {
        long weight = Units.of(team.capacityPolicy().weight(work, WorkState.ACTIVE), "weight");
        return new Demand(work, weight, now, lane(work.channel()));
    }

    void take(Seat seat, Demand demand) {
        seat.take(demand, nextTurn++, ++sequence);
        for (Consumer<Seat> listener : listeners) {
            listener.accept(seat);
        }
    }

    /** Everybody on duty who has not declined the work. */
    Shortlist shortlist(Demand demand, boolean explained) {
        return Shortlist.of(this, demand, explained);
    }

    /** The places of those who have a skill at a level, found once. */
    BitSet holders(SkillId skill, int level) {
        return holders.computeIfAbsent(skill, any -> new HashMap<>()).computeIfAbsent(level, least -> {
            BitSet places = new BitSet(seats.length);
            Integer[] found = levels().get(skill);
            for (int place = 0; found != null && place < found.length; place++) {
                places.set(place, found[place] != null && found[place] >= least);
            }
            return places;
        });
    }

    private Map<SkillId, Integer[]> levels() {
        if (levels.isEmpty()) {
            for (Seat seat : seats) {
                seat.fixed()
                        .skills()
                        .forEach((skill, level) ->
                                levels.computeIfAbsent(skill, any -> new Integer[seats.length])[seat.place] = level);
            }
        }
        return levels;
    }

    RoutingTeam team() {
        return RoutingTeam.of(this, team.capacityPolicy());
    }

    /** A channel with its number and, by the places of the seats, its limits where there are any. */
    @SuppressWarnings("ArrayRecordComponent") // shared on purpose: it is made once a channel
    record Lane(Channel channel, int number, long @Nullable [] limits) {}

    private Lane lane(Channel channel) {
        Lane known = lastLane;
        if (known == null || !channel.equals(known.channel())) {
            known = lanes.get(channel);
            if (known == null) {
                known = new Lane(channel, number(channel), limitsOf(channel));
                lanes.put(channel, known);
            }
            lastLane = known;
        }
        return known;
    }

    /** The number under which seats keep their load of a channel. */
    int number(Channel channel) {
        int number = channels.indexOf(channel);
        if (number < 0) {
            number = channels.size();
            channels.add(channel);
        }
        return number;
    }

    List<Channel> channels() {
        return channels;
    }

    private long @Nullable [] limitsOf(Channel channel) {
        long[] units = new long[seats.length];
        boolean any = false;
        for (Seat seat : seats) {
            Optional<BigDecimal> limit = team.capacityPolicy().limit(seat.fixed(), channel);
            any |= limit.isPresent();
            units[seat.place] =
                    limit.map(value -> Units.of(value, "channelLimit")).orElse(Long.MAX_VALUE);
        }
        return any ? units : null;
    }

    /** Who is first in turn; null when there is nobody. */
    static @Nullable Seat first(List<Seat> kept) {
        return kept.stream().min(comparingLong(seat -> seat.turn)).orElse(null);
    }
}

package dev.customerservice.roles.routing;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.Channel.Synchrony;
import dev.customerservice.roles.skill.SkillId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One candidate while work is handed out. */
final class Seat {

    final int place;
    final long capacity;
    final double share;
    long load;
    long assigned;
    /** Who has waited longest for work is first; no two are the same. */
    long turn;

    boolean isLive;
    boolean isExclusive;

    private final Candidate start;
    private final Floor floor;
    private long[] channelLoads = {};
    private @Nullable Instant lastAt;
    private long lastSequence;
    private @Nullable Candidate view;

    Seat(Candidate start, int place, Floor floor) {
        this.start = start;
        this.place = place;
        this.floor = floor;
        this.capacity = Units.of(start.capacity(), "capacity");
        this.load = Units.of(start.load(), "load");
        this.assigned = Units.of(start.assigned(), "assigned");
        this.share = Units.of(start.entitlement(), "entitlement")
                * (double) start.availableTime().toMillis();
        this.view = start;
        this.lastAt = start.lastAssignedAt().orElse(null);
        this.lastSequence = start.lastAssignedSequence();
        start.channelLoads()
                .forEach((channel, units) -> hold(channel, floor.number(channel), Units.of(units, "channelLoad")));
    }

    AgentId agent() {
        return start.agent();
    }

    /** What never changes while work is handed out. */
    Candidate fixed() {
        return start;
    }

    int level(SkillId skill) {
        return start.skills().getOrDefault(skill, 0);
    }

    long loadOf(int channel) {
        return channel < channelLoads.length ? channelLoads[channel] : 0;
    }

    void take(Demand demand, long newTurn, long sequence) {
        load = Math.addExact(load, demand.weight());
        assigned = Math.addExact(assigned, demand.weight());
        hold(demand.lane().channel(), demand.lane().number(), demand.weight());
        turn = newTurn;
        lastAt = demand.now();
        lastSequence = sequence;
        view = null;
    }

    private void hold(Channel channel, int number, long units) {
        if (number >= channelLoads.length) {
            channelLoads = Arrays.copyOf(channelLoads, number + 1);
        }
        channelLoads[number] = Math.addExact(channelLoads[number], units);
        isLive |= units > 0 && channel.synchrony() != Synchrony.DEFERRED;
        isExclusive |= units > 0 && channel.synchrony() == Synchrony.EXCLUSIVE;
    }

    /** The candidate as it is now. */
    Candidate view() {
        Candidate present = view;
        if (present == null) {
            Map<Channel, BigDecimal> loads = new HashMap<>();
            for (int number = 0; number < channelLoads.length; number++) {
                if (channelLoads[number] > 0) {
                    loads.put(floor.channels().get(number), Units.toDecimal(channelLoads[number]));
                }
            }
            Candidate.Builder builder = Candidate.builder().from(start);
            present = builder.load(Units.toDecimal(load))
                    .assigned(Units.toDecimal(assigned))
                    .channelLoads(loads)
                    .lastAssignedAt(Optional.ofNullable(lastAt))
                    .lastAssignedSequence(lastSequence)
                    .build();
            view = present;
        }
        return present;
    }
}

package dev.customerservice.roles.routing;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.roles.skill.Skill;
import dev.customerservice.roles.skill.SkillId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** Somebody who may get work, with what is known of that person at one instant. */
@Value.Immutable
public interface Candidate extends WithCandidate {

    /** {@return who it is} */
    AgentId agent();

    /** {@return the job role; empty when it does not matter} */
    Optional<RoleId> role();

    /** {@return the level in each skill; a skill without an entry is not known} */
    Map<SkillId, Integer> skills();

    /** {@return whether this person is on duty and ready, true unless said otherwise} */
    @Value.Default
    default boolean onDuty() {
        return true;
    }

    /** {@return since when on duty; empty when that does not matter} */
    Optional<Instant> onDutySince();

    /** {@return how many units of work this person can hold at once} */
    BigDecimal capacity();

    /** {@return how many units of one channel this person can hold at once; a channel without an entry has no limit of its own} */
    Map<Channel, BigDecimal> channelLimits();

    /** {@return how many units of work this person holds; it may exceed the capacity} */
    @Value.Default
    default BigDecimal load() {
        return BigDecimal.ZERO;
    }

    /** {@return the part of the load that is of each channel, as far as it is known} */
    Map<Channel, BigDecimal> channelLoads();

    /** {@return when this person got work last; empty when never} */
    Optional<Instant> lastAssignedAt();

    /** {@return the place among several assignments of the same instant, later ones higher} */
    @Value.Default
    default long lastAssignedSequence() {
        return 0;
    }

    /** {@return the most urgent work this person may take; empty when there is no limit} */
    Optional<Priority> highestPriority();

    /** {@return what this person is permitted to do, as actions of authority limits} */
    Set<String> permissions();

    /** {@return the units of work assigned in the time over which shares are compared} */
    @Value.Default
    default BigDecimal assigned() {
        return BigDecimal.ZERO;
    }

    /** {@return how long this person was available in that time, an hour unless said otherwise} */
    @Value.Default
    default Duration availableTime() {
        return Duration.ofHours(1);
    }

    /** {@return how large this person's share should be beside others, 1 unless said otherwise} */
    @Value.Default
    default BigDecimal entitlement() {
        return BigDecimal.ONE;
    }

    /** {@return the capacity less the load, 0 when the load exceeds it} */
    default BigDecimal spare() {
        return capacity().subtract(load()).max(BigDecimal.ZERO);
    }

    /** {@return whether the load exceeds the capacity, as it may after assignments by hand or reopening} */
    default boolean isOverloaded() {
        return load().compareTo(capacity()) > 0;
    }

    /**
     * Refuses what cannot be.
     *
     * @throws IllegalArgumentException when an amount is negative or finer than a billionth, or the channels hold more than the load
     */
    @Value.Check
    default void check() {
        String of = " of " + agent().value();
        Units.require(capacity(), "capacity" + of);
        Units.require(load(), "load" + of);
        Units.require(assigned(), "assigned" + of);
        Units.require(entitlement(), "entitlement" + of);
        if (availableTime().isNegative()) {
            throw new IllegalArgumentException("availableTime" + of + " (" + availableTime()
                    + ") must not be negative\nMaybe the ends are swapped.");
        }
        channelLimits().values().forEach(limit -> Units.require(limit, "channelLimit" + of));
        if (!channelLoads().isEmpty()) {
            BigDecimal sum = BigDecimal.ZERO;
            for (BigDecimal part : channelLoads().values()) {
                Units.require(part, "channelLoad" + of);
                sum = sum.add(part);
            }
            if (sum.compareTo(load()) > 0) {
                throw new IllegalArgumentException("load" + of + " (" + load()
                        + ") must be at least that of its channels (" + sum + ")\nMaybe set both.");
            }
        }
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects what is known of a candidate. */
    final class Builder extends ImmutableCandidate.Builder {
        Builder() {}

        /**
         * Adds a skill.
         *
         * @param skill the skill
         * @param level the level, on the scale of the skill
         * @return this builder
         * @throws IllegalArgumentException when the level is no point of the skill's scale
         */
        public Builder knows(Skill skill, int level) {
            return putSkill(skill.skillId(), skill.scale().require(level));
        }

        /**
         * Sets how many units of work this person can hold at once.
         *
         * @param units the number, not negative
         * @return this builder
         */
        public Builder capacity(int units) {
            return capacity(BigDecimal.valueOf(units));
        }
    }
}

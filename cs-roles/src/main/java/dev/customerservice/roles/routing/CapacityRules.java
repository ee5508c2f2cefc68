package dev.customerservice.roles.routing;

import dev.customerservice.domain.text.Decimals;
import dev.customerservice.domain.ticket.Channel;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * Weights of work by channel and by how it is held, and limits by channel, written down.
 *
 * <p>The most specific rule wins: channel and state, then the state, then the channel, else a factor of 1. A candidate's own limit wins over
 * that of everybody.
 */
@Value.Immutable
public interface CapacityRules extends WithCapacityRules, CapacityPolicy {

    /** {@return the factors by which the weight of a piece of work is multiplied, none given twice} */
    List<Factor> factors();

    /** {@return how many units of one channel anybody can hold at once, unless the candidate has a limit of the own} */
    Map<Channel, BigDecimal> channelLimits();

    /**
     * A factor for some work.
     *
     * @param channel the channel it is for; empty for every channel
     * @param state how the work is held; empty for every way
     * @param factor what its weight is multiplied by, 0 or more
     */
    record Factor(Optional<Channel> channel, Optional<WorkState> state, BigDecimal factor) {
        /** Refuses a negative factor. */
        public Factor {
            Units.require(factor, "factor");
        }

        private boolean isFor(Optional<Channel> asked, Optional<WorkState> held) {
            return channel.equals(asked) && state.equals(held);
        }
    }

    @Override
    default BigDecimal weight(WorkItem work, WorkState state) {
        Optional<Channel> channel = Optional.of(work.channel());
        Optional<WorkState> held = Optional.of(state);
        return factor(channel, held)
                .or(() -> factor(Optional.empty(), held))
                .or(() -> factor(channel, Optional.empty()))
                .or(() -> factor(Optional.empty(), Optional.empty()))
                .map(factor -> work.weight().multiply(factor))
                .orElse(work.weight());
    }

    @Override
    default Optional<BigDecimal> limit(Candidate candidate, Channel channel) {
        return CapacityPolicy.super
                .limit(candidate, channel)
                .or(() -> Optional.ofNullable(channelLimits().get(channel)));
    }

    private Optional<BigDecimal> factor(Optional<Channel> channel, Optional<WorkState> state) {
        for (Factor factor : factors()) {
            if (factor.isFor(channel, state)) {
                return Optional.of(factor.factor());
            }
        }
        return Optional.empty();
    }

    /**
     * Refuses two factors for the same work.
     *
     * @throws IllegalArgumentException when a channel and state have two factors, or a limit is negative
     */
    @Value.Check
    default void check() {
        Set<List<Optional<?>>> seen = new HashSet<>();
        for (Factor factor : factors()) {
            if (!seen.add(List.of(factor.channel(), factor.state()))) {
                throw new IllegalArgumentException(
                        "factor (" + factor.factor()
                                + ") must be the only one for its channel and state\nMaybe one of the two is for a state only.");
            }
        }
        channelLimits().values().forEach(limit -> Units.require(limit, "channelLimit"));
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects factors and limits. */
    final class Builder extends ImmutableCapacityRules.Builder {
        Builder() {}

        /**
         * Weighs all work held in some way.
         *
         * @param state how it is held
         * @param factor what its weight is multiplied by, as a decimal such as {@code 0.5}
         * @return this builder
         */
        public Builder weigh(WorkState state, String factor) {
            return addFactors(new Factor(Optional.empty(), Optional.of(state), Decimals.parse("factor", factor)));
        }

        /**
         * Weighs all work of a channel.
         *
         * @param channel the channel
         * @param factor what its weight is multiplied by, as a decimal such as {@code 0.5}
         * @return this builder
         */
        public Builder weigh(Channel channel, String factor) {
            return addFactors(new Factor(Optional.of(channel), Optional.empty(), Decimals.parse("factor", factor)));
        }

        /**
         * Weighs the work of a channel held in some way.
         *
         * @param channel the channel
         * @param state how it is held
         * @param factor what its weight is multiplied by, as a decimal such as {@code 0.5}
         * @return this builder
         */
        public Builder weigh(Channel channel, WorkState state, String factor) {
            return addFactors(new Factor(Optional.of(channel), Optional.of(state), Decimals.parse("factor", factor)));
        }
    }
}

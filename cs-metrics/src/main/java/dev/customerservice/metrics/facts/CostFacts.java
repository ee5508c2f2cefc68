package dev.customerservice.metrics.facts;

import dev.customerservice.domain.money.Money;
import dev.customerservice.domain.party.TeamId;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was spent from an instant on, and the contacts that it paid for: pay, benefits, contractors, facilities, telephone, licences,
 * training and travel together. {@link #at()} is where its time begins.
 *
 * @param at where its time begins
 * @param team the team that spent it, if it is for one
 * @param cost the money, not negative
 * @param contacts how many contacts it paid for, not negative
 * @param asOf the instant up to which things are known
 */
public record CostFacts(Instant at, Optional<TeamId> team, Money cost, long contacts, Instant asOf) implements Fact {
    /** Refuses negative amounts. */
    public CostFacts {
        if (cost.signum() < 0 || contacts < 0) {
            throw new IllegalArgumentException("Cost (" + cost + " for " + contacts
                    + " contacts) must not be negative.\nMaybe a refund was booked: take it off before.");
        }
    }

    @Override
    public Attributes as() {
        return new LiveAttributes(Attributes.none(), Optional.empty(), team, Optional.empty(), Optional.empty());
    }

    @Override
    public Attributes latest() {
        return as();
    }

    private Object writeReplace() {
        return new Sent(at, team.orElse(null), cost, contacts, asOf);
    }

    /** What it is serialized as, because an {@link Optional} cannot be. */
    private record Sent(Instant at, @Nullable TeamId team, Money cost, long contacts, Instant asOf)
            implements Serializable {
        private Object readResolve() {
            return new CostFacts(at, Optional.ofNullable(team), cost, contacts, asOf);
        }
    }
}

package dev.customerservice.metrics.facts;

import dev.customerservice.domain.party.TeamId;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/**
 * What was spent from an instant on, and the contacts that it paid for: pay, benefits, contractors, facilities, telephone, licences,
 * training and travel together. {@link #at()} is where its time begins.
 *
 * @param at where its time begins
 * @param team the team that spent it, if it is for one
 * @param currency the currency; two currencies never add
 * @param minorUnits the amount in the smallest unit of the currency, such as cents, not negative
 * @param contacts how many contacts it paid for, not negative
 * @param asOf the instant up to which things are known
 */
public record CostFacts(
        Instant at, Optional<TeamId> team, Currency currency, long minorUnits, long contacts, Instant asOf)
        implements Fact {
    /** Refuses negative amounts. */
    public CostFacts {
        if (minorUnits < 0 || contacts < 0) {
            throw new IllegalArgumentException("Cost (" + minorUnits + " for " + contacts
                    + " contacts) must not be negative.\nMaybe a refund was booked: take it off before.");
        }
    }

    @Override
    public Attributes as() {
        return new LiveAttributes(
                Attributes.none(), Optional.empty(), team, Optional.empty(), Optional.empty());
    }

    @Override
    public Attributes latest() {
        return as();
    }
}

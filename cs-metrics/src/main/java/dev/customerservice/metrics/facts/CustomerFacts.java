package dev.customerservice.metrics.facts;

import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.metrics.MetricsStyle;
import dev.customerservice.metrics.statistics.WeightedScore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** One customer over one stretch of time. {@link #at()} is its start, so a period counts the stretches that begin in it. */
@Value.Immutable
@SuppressWarnings("serial") // of the hidden implementation: both ends have the same library
@MetricsStyle
public interface CustomerFacts extends Fact, WithCustomerFacts {
    /** {@return which customer} */
    @Value.Redacted
    CustomerId customer();

    /** {@return the stretch of time} */
    Interval window();

    /** {@return whether it was a customer when the stretch began} */
    boolean atStart();

    /** {@return whether it was a customer when the stretch ended; empty while that is not known} */
    Optional<Boolean> atEnd();

    /** {@return how often it contacted the team} */
    @Value.Default
    default long contacts() {
        return 0;
    }

    /** {@return how often it used the help centre} */
    @Value.Default
    default long visits() {
        return 0;
    }

    /** {@return how many tickets it opened} */
    @Value.Default
    default long tickets() {
        return 0;
    }

    /** {@return the parts of its health, such as use, tickets and payments, each from 0 to 100; empty where nobody judged it} */
    List<WeightedScore.Component> health();

    @Override
    Instant asOf();

    @Override
    default Instant at() {
        return window().startInclusive();
    }

    @Override
    default Attributes as() {
        return LiveAttributes.ofCustomer(Optional.of(customer()));
    }

    @Override
    default Attributes latest() {
        return as();
    }

    /**
     * Makes facts of who was a customer at both ends of a stretch.
     *
     * @param window the stretch
     * @param atStart the customers at its start
     * @param atEnd the customers at its end
     * @param asOf the instant up to which things are known; by then an end that has not come is unknown
     * @return one fact for each of them
     */
    static List<CustomerFacts> over(Interval window, Set<CustomerId> atStart, Set<CustomerId> atEnd, Instant asOf) {
        Set<CustomerId> all = new LinkedHashSet<>(atStart);
        all.addAll(atEnd);
        boolean over = !window.endExclusive().isAfter(asOf);
        List<CustomerFacts> facts = new ArrayList<>();
        for (CustomerId customer : all) {
            facts.add(builder()
                    .customer(customer)
                    .window(window)
                    .atStart(atStart.contains(customer))
                    .atEnd(over ? Optional.of(atEnd.contains(customer)) : Optional.empty())
                    .asOf(asOf)
                    .build());
        }
        return Collections.unmodifiableList(facts);
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link CustomerFacts}. */
    final class Builder extends ImmutableCustomerFacts.Builder {
        Builder() {}
    }
}

package dev.customerservice.metrics.facts;

import dev.customerservice.domain.selfservice.SelfServiceVisit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One attempt of a customer to help themselves. {@link #at()} is its start.
 *
 * @param visit the attempt
 * @param asOf the instant up to which things are known
 */
public record VisitFacts(SelfServiceVisit visit, Instant asOf) implements Fact {
    /**
     * Makes facts of the attempts that ended by an instant.
     *
     * @param visits the attempts
     * @param asOf the instant up to which things are known
     * @return one fact for each, in their order
     */
    public static List<VisitFacts> of(Iterable<? extends SelfServiceVisit> visits, Instant asOf) {
        List<VisitFacts> facts = new ArrayList<>();
        for (SelfServiceVisit visit : visits) {
            if (!visit.interval().endExclusive().isAfter(asOf)) {
                facts.add(new VisitFacts(visit, asOf));
            }
        }
        return Collections.unmodifiableList(facts);
    }

    @Override
    public Instant at() {
        return visit.interval().startInclusive();
    }

    @Override
    public Attributes as() {
        return LiveAttributes.ofCustomer(visit.customer());
    }

    @Override
    public Attributes latest() {
        return as();
    }

    /** Names what is safe to show: no customer. */
    @Override
    public String toString() {
        return "VisitFacts[" + visit.place() + " " + visit.outcome() + " at " + at() + "]";
    }
}

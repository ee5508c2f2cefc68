package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.CustomerFacts;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** The counters that every customer has over a stretch of time. */
// the functions are method references and lambdas without state
@SuppressWarnings("ImmutableEnumChecker")
public enum CustomerNumber implements NumberColumn<CustomerFacts> {
    /** Contacts with the team. */
    CONTACTS(CustomerFacts::contacts),
    /** Visits of the help centre. */
    VISITS(CustomerFacts::visits),
    /** Tickets opened. */
    TICKETS(CustomerFacts::tickets);

    private final ToLongFunction<CustomerFacts> number;

    CustomerNumber(ToLongFunction<CustomerFacts> number) {
        this.number = number;
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public long of(CustomerFacts fact) {
        return number.applyAsLong(fact);
    }
}

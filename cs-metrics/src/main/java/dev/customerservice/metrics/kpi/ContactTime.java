package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.ContactFacts;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;

/** The times that every contact has. */
// the functions are method references and lambdas without state
@SuppressWarnings("ImmutableEnumChecker")
public enum ContactTime implements DurationColumn<ContactFacts> {
    /** In the queue, until the answer or until the customer left. */
    WAIT(ContactFacts::waited),
    /** Talking or writing. */
    TALK(ContactFacts::talk),
    /** On hold. */
    HOLD(ContactFacts::hold),
    /** Work after the customer had left. */
    WRAP(ContactFacts::wrap),
    /** Talk, hold and wrap together. */
    HANDLE(contact -> contact.talk().plus(contact.hold()).plus(contact.wrap()));

    private final Function<ContactFacts, Duration> length;

    ContactTime(Function<ContactFacts, Duration> length) {
        this.length = length;
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT) + " time";
    }

    @Override
    public long nanos(ContactFacts contact) {
        return length.apply(contact).toNanos();
    }
}

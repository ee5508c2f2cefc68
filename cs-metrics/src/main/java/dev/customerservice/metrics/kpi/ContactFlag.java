package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.ContactFacts;
import dev.customerservice.metrics.statistics.Absence;
import java.util.Locale;
import java.util.function.Function;

/** The questions that every contact answers. */
// the functions are method references and lambdas without state
@SuppressWarnings("ImmutableEnumChecker")
public enum ContactFlag implements FlagColumn<ContactFacts> {
    /** An agent answered it. */
    ANSWERED(contact -> Answer.of(contact.outcome() == ContactFacts.Outcome.ANSWERED)),
    /** The customer left the queue. */
    ABANDONED(contact -> Answer.of(contact.outcome() == ContactFacts.Outcome.ABANDONED)),
    /** It came to the queue and was not sent elsewhere. */
    OFFERED(contact -> Answer.of(contact.outcome() != ContactFacts.Outcome.REDIRECTED)),
    /** The customer was put on hold. */
    HELD(contact -> Answer.of(!contact.hold().isZero())),
    /** More than one agent had it. */
    TRANSFERRED(contact -> Answer.of(contact.agents() > 1)),
    /** Its matter was settled in it, the first about it; unknown where nobody said. */
    SETTLED_AT_FIRST(contact -> settled(contact, ContactFacts.Settled.AT_FIRST_CONTACT)),
    /** Its matter was settled, then or later; unknown where nobody said. */
    SETTLED(contact -> contact.settled()
            .map(how -> Answer.of(how == ContactFacts.Settled.AT_FIRST_CONTACT || how == ContactFacts.Settled.LATER))
            .orElseGet(ContactFlag::missing)),
    /** Its matter could have been settled at first; unknown where nobody said. */
    POSSIBLE_AT_FIRST(contact ->
            settled(contact, ContactFacts.Settled.NOT_POSSIBLE_AT_FIRST).not());

    private final Function<ContactFacts, Answer> answer;

    ContactFlag(Function<ContactFacts, Answer> answer) {
        this.answer = answer;
    }

    private static Answer settled(ContactFacts contact, ContactFacts.Settled as) {
        return contact.settled().map(how -> Answer.of(how == as)).orElseGet(ContactFlag::missing);
    }

    private static Answer missing() {
        return Answer.unknown(Absence.MISSING);
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public Answer of(ContactFacts contact) {
        return answer.apply(contact);
    }
}

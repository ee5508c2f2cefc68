package dev.customerservice.domain.sla;

import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.ticket.TicketCondition.AllOf;
import dev.customerservice.domain.ticket.TicketCondition.AnyOf;
import dev.customerservice.domain.ticket.TicketCondition.AtLeast;
import dev.customerservice.domain.ticket.TicketCondition.Happened;
import dev.customerservice.domain.ticket.TicketCondition.Is;
import dev.customerservice.domain.ticket.TicketCondition.Not;

/** Compares conditions by their form: what it says is so, is so; what it does not say may be so all the same. */
final class Implication {
    private Implication() {}

    /** Whether the second condition holds whenever the first does. */
    static boolean holds(TicketCondition first, TicketCondition second) {
        if (first.equals(second) || isAlways(second) || isNever(first)) {
            return true;
        }
        if (first instanceof AnyOf any) {
            return any.parts().stream().allMatch(part -> holds(part, second));
        }
        if (second instanceof AllOf all) {
            return all.parts().stream().allMatch(part -> holds(first, part));
        }
        if (first instanceof AllOf all && all.parts().stream().anyMatch(part -> holds(part, second))) {
            return true;
        }
        if (second instanceof AnyOf any) {
            return any.parts().stream().anyMatch(part -> holds(first, part));
        }
        if (first instanceof Not one && second instanceof Not other) {
            return holds(other.part(), one.part());
        }
        if (first instanceof Is one && second instanceof Is other) {
            return one.attribute().equals(other.attribute()) && other.values().containsAll(one.values());
        }
        return first instanceof AtLeast one
                && second instanceof AtLeast other
                && one.priority().isAtLeast(other.priority());
    }

    static boolean isAlways(TicketCondition condition) {
        return (condition instanceof AllOf all && all.parts().stream().allMatch(Implication::isAlways))
                || (condition instanceof AnyOf any && any.parts().stream().anyMatch(Implication::isAlways))
                || (condition instanceof Not not && isNever(not.part()));
    }

    static boolean isNever(TicketCondition condition) {
        return (condition instanceof AnyOf any && any.parts().stream().allMatch(Implication::isNever))
                || (condition instanceof AllOf all && all.parts().stream().anyMatch(Implication::isNever))
                || (condition instanceof Not not && isAlways(not.part()))
                || (condition instanceof Is is && is.values().isEmpty());
    }

    /** Whether a condition asks for an event rather than a state. */
    static boolean asksWhatHappened(TicketCondition condition) {
        if (condition instanceof Happened) {
            return true;
        }
        if (condition instanceof AllOf all) {
            return all.parts().stream().anyMatch(Implication::asksWhatHappened);
        }
        if (condition instanceof AnyOf any) {
            return any.parts().stream().anyMatch(Implication::asksWhatHappened);
        }
        return condition instanceof Not not && asksWhatHappened(not.part());
    }
}

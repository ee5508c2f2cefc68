package dev.customerservice.domain.ticket;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Decides which changes of status are allowed.
 *
 * <p>Laws: the same arguments give the same answer; the answer names the statuses that were asked about; staying in a status is
 * always allowed, which the factories of this interface keep.
 */
@FunctionalInterface
public interface Workflow {
    /**
     * Judges a change of status.
     *
     * @param ticket the ticket before the change
     * @param to the status asked for
     * @return allowed, or refused with the reason
     */
    Transition check(Ticket ticket, Status to);

    /** {@return a workflow that allows every change} */
    static Workflow anyChange() {
        return AnyChange.ALLOWED;
    }

    /**
     * A workflow that allows what a table of categories says.
     *
     * @param allowed for each category the categories that may follow it; a category that is no key may not be left
     * @return the workflow
     */
    static Workflow ofCategories(Map<StatusCategory, Set<StatusCategory>> allowed) {
        Map<StatusCategory, Set<StatusCategory>> table = new EnumMap<>(StatusCategory.class);
        allowed.forEach((from, to) -> table.put(from, Set.copyOf(to)));
        return (ticket, to) -> {
            Status from = ticket.status();
            boolean fits = from.equals(to)
                    || table.getOrDefault(from.category(), Set.of()).contains(to.category());
            return fits
                    ? new Transition.Allowed(from, to)
                    : new Transition.Refused(
                            from, to, "The status " + from.name() + " must not be followed by " + to.name() + ".");
        };
    }

    /**
     * The workflow most help desks start from: every change but two, since nothing becomes new again and what is closed for good
     * stays closed.
     *
     * @return the workflow
     */
    static Workflow standard() {
        Map<StatusCategory, Set<StatusCategory>> allowed = new EnumMap<>(StatusCategory.class);
        for (StatusCategory from : StatusCategory.values()) {
            if (from != StatusCategory.CLOSED) {
                Set<StatusCategory> to = EnumSet.allOf(StatusCategory.class);
                if (from != StatusCategory.NEW) {
                    to.remove(StatusCategory.NEW);
                }
                allowed.put(from, to);
            }
        }
        return ofCategories(allowed);
    }

    /**
     * A workflow that allows only what both allow.
     *
     * @param other the second workflow, asked only if this one allows the change
     * @return the workflow
     */
    default Workflow and(Workflow other) {
        return (ticket, to) -> {
            Transition first = check(ticket, to);
            return first instanceof Transition.Allowed ? other.check(ticket, to) : first;
        };
    }
}

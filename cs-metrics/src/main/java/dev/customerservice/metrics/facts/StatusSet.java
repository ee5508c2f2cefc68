package dev.customerservice.metrics.facts;

import com.google.common.collect.Sets;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusCategory;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A named set of statuses, by what they mean, by what they are called, or both: what pauses, what is done.
 *
 * @param id the name in ids, lower-case words joined by underscores
 * @param categories the meanings in it
 * @param names the names of single statuses in it, whatever they mean
 * @param inverted whether it holds all statuses but these
 */
public record StatusSet(String id, Set<StatusCategory> categories, Set<String> names, boolean inverted)
        implements Serializable {
    /** No status at all. */
    public static final StatusSet NONE = new StatusSet("none", Set.of(), Set.of(), false);

    /** Solved or closed. */
    public static final StatusSet DONE = of("done", StatusCategory.SOLVED, StatusCategory.CLOSED);

    /** Solved, not closed. */
    public static final StatusSet SOLVED = of("solved", StatusCategory.SOLVED);

    /** Closed. */
    public static final StatusSet CLOSED = of("closed", StatusCategory.CLOSED);

    /** Waiting for the customer. */
    public static final StatusSet PENDING = of("pending", StatusCategory.PENDING);

    /** Waiting for somebody: the customer or a third party. */
    public static final StatusSet WAITING = of("waiting", StatusCategory.PENDING, StatusCategory.ON_HOLD);

    /** Nobody has worked on it. */
    public static final StatusSet NEW = of("new", StatusCategory.NEW);

    /** Keeps unmodifiable copies. */
    public StatusSet {
        categories = Sets.immutableEnumSet(categories);
        names = Set.copyOf(names);
    }

    /**
     * Names all statuses of some meanings.
     *
     * @param id the name in ids
     * @param categories the meanings
     * @return the set of all statuses that mean one of them
     */
    public static StatusSet of(String id, StatusCategory... categories) {
        return new StatusSet(id, Set.of(categories), Set.of(), false);
    }

    /**
     * Names single statuses.
     *
     * @param id the name in ids
     * @param names the names of the statuses
     * @return the set of the statuses with these names
     */
    public static StatusSet named(String id, String... names) {
        return new StatusSet(id, Set.of(), Set.of(names), false);
    }

    /** {@return the set of all statuses that are not in this one} */
    public StatusSet complement() {
        return new StatusSet(inverted ? id.substring("not_".length()) : "not_" + id, categories, names, !inverted);
    }

    /** {@return whether no status is in it} */
    public boolean isEmpty() {
        return !inverted && categories.isEmpty() && names.isEmpty();
    }

    /**
     * Asks for one status.
     *
     * @param status the status
     * @return whether it is in the set
     */
    public boolean contains(Status status) {
        return (categories.contains(status.category()) || names.contains(status.name())) != inverted;
    }

    @Override
    public String toString() {
        Set<String> parts = new TreeSet<>(names);
        EnumSet<StatusCategory> sorted = EnumSet.noneOf(StatusCategory.class);
        sorted.addAll(categories);
        String all = sorted.stream().map(Enum::name).collect(Collectors.joining(", "))
                + (parts.isEmpty() || sorted.isEmpty() ? "" : ", ")
                + String.join(", ", parts);
        return (inverted ? "not " : "") + "(" + all + ")";
    }
}

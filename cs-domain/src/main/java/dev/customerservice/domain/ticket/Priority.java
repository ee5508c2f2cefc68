package dev.customerservice.domain.ticket;

import dev.customerservice.domain.text.NotBlank;
import java.io.Serializable;

/**
 * How urgent a ticket is: a name as shown, and a rank that orders it.
 *
 * <p>The order is by rank, a higher rank is more urgent. The constants leave room between their ranks for a caller's own
 * priorities.
 *
 * @param name the name as shown, not blank
 * @param rank the place in the order, higher is more urgent
 */
public record Priority(String name, int rank) implements Comparable<Priority>, Serializable {
    /** Can wait. */
    public static final Priority LOW = new Priority("low", 10);
    /** The usual case. */
    public static final Priority NORMAL = new Priority("normal", 20);
    /** Before the usual case. */
    public static final Priority HIGH = new Priority("high", 30);
    /** Now. */
    public static final Priority URGENT = new Priority("urgent", 40);

    /** Refuses a blank name. */
    public Priority {
        NotBlank.require("The name of a priority", name);
    }

    /**
     * A priority with a name and rank of the caller's own.
     *
     * @param name the name as shown, not blank
     * @param rank the place in the order, higher is more urgent
     * @return the priority
     */
    public static Priority of(String name, int rank) {
        return new Priority(name, rank);
    }

    /**
     * Whether this is at least as urgent as another priority.
     *
     * @param other the priority compared with
     * @return true if this rank is not below the other
     */
    public boolean isAtLeast(Priority other) {
        return rank >= other.rank;
    }

    /** Orders by rank, the less urgent first, then by name so that the order agrees with {@code equals}. */
    @Override
    public int compareTo(Priority other) {
        int byRank = Integer.compare(rank, other.rank);
        return byRank != 0 ? byRank : name.compareTo(other.name);
    }
}

package dev.customerservice.domain.sla;

import static com.google.common.base.Preconditions.checkArgument;

import dev.customerservice.domain.calendar.CalendarBook;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.immutables.value.Value;

/**
 * The policies of an organization in order, and how one is chosen.
 *
 * <p>An event that puts a policy on a ticket beats the book's own choice. Immutable and thread-safe.
 */
@Value.Immutable
public interface SlaBook extends WithSlaBook {
    /** {@return the policies in order, each id and version once} */
    List<SlaPolicy> policies();

    /** {@return how many may hold for one ticket, the first that fits unless given} */
    @Value.Default
    default Matching matching() {
        return Matching.FIRST;
    }

    /** {@return when they are matched, at every event unless given} */
    @Value.Default
    default Rematch rematch() {
        return Rematch.ON_CHANGE;
    }

    /** {@return when a ticket comes under a newer version of its policy, at the next match unless given} */
    @Value.Default
    default Adopt adopt() {
        return Adopt.AT_NEXT_MATCH;
    }

    /** Refuses two policies of one id and version, and metrics that come after each other in a circle. */
    @Value.Check
    default void check() {
        Set<List<String>> seen = new HashSet<>();
        for (SlaPolicy policy : policies()) {
            checkArgument(
                    seen.add(List.of(policy.id().value(), policy.version())),
                    "The policy (%s, version %s) must be in the book once.",
                    policy.id().value(),
                    policy.version());
        }
        for (List<SlaPolicy> group : Lane.groups(this)) {
            Lane.metricsOf(group);
        }
    }

    /**
     * A book of policies, of which the first that fits holds.
     *
     * @param policies the policies in order
     * @return the book
     */
    static SlaBook of(SlaPolicy... policies) {
        return of(List.of(policies));
    }

    /**
     * A book of policies, of which the first that fits holds.
     *
     * @param policies the policies in order
     * @return the book
     */
    static SlaBook of(List<SlaPolicy> policies) {
        return builder().policies(policies).build();
    }

    /**
     * Looks up every calendar once and prepares the policies for reading histories.
     *
     * @param calendars where the calendars are looked up
     * @return the plan
     * @throws dev.customerservice.domain.calendar.UnknownCalendarException if a calendar is not in the book of calendars
     * @throws IllegalArgumentException if cycles are owned by more than 64 attributes
     */
    default SlaPlan resolve(CalendarBook calendars) {
        return SlaPlan.of(this, calendars);
    }

    /**
     * Looks for what is allowed and most likely not meant, such as a policy that no ticket can reach.
     *
     * @param calendars where the calendars are looked up
     * @param from the instant from which on the promises shall hold
     * @return the findings, policy by policy; an empty list proves nothing
     * @throws dev.customerservice.domain.calendar.UnknownCalendarException if a calendar is not in the book of calendars
     */
    default List<LintFinding> lint(CalendarBook calendars, Instant from) {
        return Lint.of(this, calendars, from);
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link SlaBook}. */
    final class Builder extends ImmutableSlaBook.Builder {
        Builder() {}
    }
}

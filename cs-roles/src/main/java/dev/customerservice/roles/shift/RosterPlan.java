package dev.customerservice.roles.shift;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.roles.shift.RosterRule.Violation;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.immutables.value.Value;

/**
 * Shifts given to people by name, so that no rule is broken, and the shifts that nobody could be given.
 *
 * @param roster the shifts given, with what is known of the people
 * @param unfilled the shifts that are left, in the order of their starts, each with what stands against each person
 */
public record RosterPlan(Roster roster, List<Unfilled> unfilled) {

    /** Copies the shifts that are left. */
    public RosterPlan {
        unfilled = List.copyOf(unfilled);
    }

    /**
     * A shift to be given to one person.
     *
     * @param role in which role
     * @param shift when
     */
    public record Opening(RoleId role, Shift shift) {}

    /**
     * A shift that nobody could be given; its time is not covered.
     *
     * @param opening the shift
     * @param obstacles what each person of the role would break by it, sorted by id; empty when nobody may work in the role
     */
    public record Unfilled(Opening opening, Map<AgentId, List<Violation>> obstacles) {
        /** Copies the obstacles. */
        public Unfilled {
            obstacles = Collections.unmodifiableMap(new LinkedHashMap<>(obstacles));
        }
    }

    /**
     * Gives shifts to people.
     *
     * <p>Shifts are given date by date, by the best matching of shifts and people: as many shifts as possible, then what people wish for, then
     * whoever has worked least against the contract and had the fewest nights and weekends. A shift that is left takes another's place if
     * that one can move on, over a few moves. What the plan gives breaks no rule; that no other plan would leave fewer shifts is not
     * proven.
     *
     * @param task what is to be given to whom
     * @return the plan; the same task gives the same plan
     */
    public static RosterPlan fill(Task task) {
        return new RosterFilling(task).fill();
    }

    /** What is to be given to whom. */
    @Value.Immutable
    public interface Task extends WithTask {
        /** {@return the shifts to be given, in any order} */
        List<Opening> openings();

        /** {@return the people, each once} */
        List<Availability> people();

        /** {@return the rules that hold besides availability and that nobody is at two places, none unless given} */
        List<RosterRule> rules();

        /** {@return the first date of the period over which the rules are read} */
        LocalDate startInclusive();

        /** {@return the date after the last} */
        LocalDate endExclusive();

        /** {@return who may work in which role; everybody in each unless given} */
        @Value.Default
        default BiPredicate<AgentId, RoleId> mayWork() {
            return (person, role) -> true;
        }

        /** Refuses a period that ends before it starts. */
        @Value.Check
        default void check() {
            if (endExclusive().isBefore(startInclusive())) {
                throw new IllegalArgumentException("period (" + startInclusive() + " to " + endExclusive()
                        + ") must not end before it starts\nMaybe the two are swapped.");
            }
        }

        /** {@return an empty builder} */
        static Builder builder() {
            return new Builder();
        }

        /** Collects what is to be given to whom. */
        final class Builder extends ImmutableTask.Builder {
            Builder() {}
        }
    }
}

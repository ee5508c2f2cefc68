package dev.customerservice.roles.shift;

import dev.customerservice.domain.time.Interval;
import dev.customerservice.roles.shift.ShiftPlanner.Candidate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What a {@link ShiftPlanner} found, and what is proven about it. */
public sealed interface ShiftPlan {

    /** {@return how many people work each candidate, in the order of the task; those chosen for nobody are left out} */
    Map<Candidate, Integer> people();

    /** {@return every shift of the plan, as often as people work it, to be given to people by name} */
    default List<Shift> shifts() {
        List<Shift> shifts = new ArrayList<>();
        people().forEach((candidate, count) -> {
            for (int i = 0; i < count; i++) {
                shifts.addAll(candidate.shifts());
            }
        });
        return List.copyOf(shifts);
    }

    /**
     * No plan costs less.
     *
     * @param people how many people work each candidate
     * @param cost what they cost
     */
    record Optimal(Map<Candidate, Integer> people, long cost) implements ShiftPlan {
        /** Copies the people. */
        public Optimal {
            people = Collections.unmodifiableMap(new LinkedHashMap<>(people));
        }
    }

    /**
     * The requirement is covered; a cheaper plan may exist, but not below the bound.
     *
     * @param people how many people work each candidate
     * @param cost what they cost
     * @param lowerBound what every plan costs at least
     */
    record Feasible(Map<Candidate, Integer> people, long cost, long lowerBound) implements ShiftPlan {
        /** Copies the people. */
        public Feasible {
            people = Collections.unmodifiableMap(new LinkedHashMap<>(people));
        }

        /** {@return by how much of the bound the plan may be too dear, cost / bound − 1; empty where the bound is 0} */
        public OptionalDouble gap() {
            return lowerBound == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of((cost - lowerBound) / (double) lowerBound);
        }
    }

    /**
     * The requirement cannot be covered, even if every candidate is worked by as many as may be.
     *
     * @param shortages the times that stay short, in order
     */
    record Infeasible(List<Shortage> shortages) implements ShiftPlan {
        /** Copies the shortages. */
        public Infeasible {
            shortages = List.copyOf(shortages);
        }

        @Override
        public Map<Candidate, Integer> people() {
            return Map.of();
        }
    }

    /**
     * A time that stays short.
     *
     * @param during when
     * @param required how many people are needed
     * @param possible how many there can be at most
     */
    record Shortage(Interval during, int required, int possible) {}
}

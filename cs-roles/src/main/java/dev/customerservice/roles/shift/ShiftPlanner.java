package dev.customerservice.roles.shift;

import dev.customerservice.domain.text.Shown;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses how many people work which shifts, so that a requirement is covered at least cost (Dantzig 1954).
 *
 * <p>Laws: the same task gives the same plan; a plan that is {@link ShiftPlan.Optimal} or {@link ShiftPlan.Feasible} covers the requirement and
 * keeps the limit of each candidate; no plan costs less than a lower bound; {@link ShiftPlan.Infeasible} names at least one time that even all
 * candidates together do not cover.
 */
@FunctionalInterface
public interface ShiftPlanner {

    /**
     * Plans.
     *
     * @param task what is needed and what may be chosen
     * @return the plan, with what is proven about it
     */
    ShiftPlan plan(Task task);

    /**
     * Shifts that one person would work, to be chosen for none, one or several people.
     *
     * @param id the name, once in a task
     * @param shifts the shifts of one person
     * @param cost what one person costs, 0 or more, in any unit
     * @param most how many people may work it, 0 or more
     */
    record Candidate(String id, List<Shift> shifts, long cost, int most) {
        /** Refuses a negative cost or limit. */
        public Candidate {
            shifts = List.copyOf(shifts);
            if (cost < 0 || most < 0) {
                throw new IllegalArgumentException("candidate (" + Shown.of(id) + ", cost " + cost + ", most " + most
                        + ") must not have a negative cost or limit\nMaybe leave it out.");
            }
        }

        /**
         * Shifts that any number of people may work, at the cost of the minutes worked.
         *
         * @param id the name, once in a task
         * @param shifts the shifts of one person
         * @return the candidate
         */
        public static Candidate of(String id, List<Shift> shifts) {
            long minutes = shifts.stream()
                    .mapToLong(shift -> shift.worked().toMinutes())
                    .sum();
            return new Candidate(id, shifts, minutes, Integer.MAX_VALUE);
        }

        /**
         * The shifts of a pattern in a window, as {@link #of(String, List)} takes them.
         *
         * @param pattern the pattern, whose id is that of the candidate
         * @param window the window
         * @return the candidate
         */
        public static Candidate of(ShiftPattern pattern, Interval window) {
            return of(pattern.id(), pattern.shifts(window));
        }

        /**
         * Takes another cost.
         *
         * @param other what one person costs, 0 or more
         * @return this candidate at that cost
         */
        public Candidate withCost(long other) {
            return new Candidate(id, shifts, other, most);
        }

        /**
         * Takes another limit.
         *
         * @param other how many people may work it, 0 or more
         * @return this candidate with that limit
         */
        public Candidate withMost(int other) {
            return new Candidate(id, shifts, cost, other);
        }

        /** {@return the instants at which one person is there} */
        public IntervalSet present() {
            List<Interval> pieces = new ArrayList<>();
            shifts.forEach(shift -> pieces.addAll(shift.pieces()));
            return IntervalSet.of(pieces);
        }
    }

    /**
     * What is needed and what may be chosen.
     *
     * @param requirement how many people are needed when
     * @param candidates what may be chosen, each id once
     */
    record Task(Requirement requirement, List<Candidate> candidates) {
        /** Refuses two candidates of one name. */
        public Task {
            candidates = List.copyOf(candidates);
            Set<String> ids = new HashSet<>();
            for (Candidate candidate : candidates) {
                if (!ids.add(candidate.id())) {
                    throw new IllegalArgumentException(
                            "candidate (" + candidate.id() + ") must be given once\nMaybe raise its limit.");
                }
            }
        }
    }

    /**
     * {@return the planner of the library: exact where its search ends, and otherwise the best plan found with a proven lower bound}
     *
     * <p>It solves the linear relaxation by the simplex method on its dual, takes a bound from it in whole numbers, rounds and improves,
     * and branches on what is left, the most promising part first, up to a fixed number of parts. Where every candidate is one stretch of
     * time without breaks, the relaxation is whole already (the matrix is totally unimodular) and no branch is needed.
     */
    static ShiftPlanner builtIn() {
        return builtIn(2000);
    }

    /**
     * The planner of the library with another limit of its search.
     *
     * @param parts how many parts of the search it may look at, at least 1
     * @return the planner
     */
    static ShiftPlanner builtIn(int parts) {
        if (parts < 1) {
            throw new IllegalArgumentException("parts (" + parts + ") must be at least 1\nMaybe 2000.");
        }
        return task -> CoverProblem.of(task).plan(parts);
    }
}

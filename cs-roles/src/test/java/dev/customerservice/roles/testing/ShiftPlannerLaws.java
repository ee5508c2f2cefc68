package dev.customerservice.roles.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.time.Interval;
import dev.customerservice.roles.shift.Coverage;
import dev.customerservice.roles.shift.Requirement;
import dev.customerservice.roles.shift.Shift;
import dev.customerservice.roles.shift.ShiftPlan;
import dev.customerservice.roles.shift.ShiftPlanner;
import dev.customerservice.roles.shift.ShiftPlanner.Candidate;
import dev.customerservice.roles.shift.ShiftPlanner.Task;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What every {@link ShiftPlanner} keeps; implement it in a test to prove a planner of one's own. */
public interface ShiftPlannerLaws {

    /** Midnight before the first hour of every task. */
    LocalDateTime START = LocalDate.of(2025, 6, 2).atStartOfDay();

    /** How many hours every task has. */
    int HOURS = 8;

    /** {@return the planner to prove} */
    ShiftPlanner planner();

    @Property(tries = 200)
    default void thePlanCoversWithinTheLimits(@ForAll("tasks") Task task) {
        ShiftPlan plan = planner().plan(task);
        assertEquals(plan, planner().plan(task));
        if (plan instanceof ShiftPlan.Infeasible infeasible) {
            assertFalse(infeasible.shortages().isEmpty());
            infeasible.shortages().forEach(shortage -> {
                long able = task.candidates().stream()
                        .filter(each ->
                                each.present().contains(shortage.during().startInclusive()))
                        .mapToLong(Candidate::most)
                        .sum();
                assertEquals(able, shortage.possible());
                assertTrue(shortage.possible() < shortage.required());
            });
            return;
        }
        List<Coverage.Presence> present = new ArrayList<>();
        long cost = 0;
        for (var chosen : plan.people().entrySet()) {
            assertTrue(chosen.getValue() > 0
                    && chosen.getValue() <= chosen.getKey().most());
            cost += chosen.getValue() * chosen.getKey().cost();
            chosen.getKey()
                    .present()
                    .intervals()
                    .forEach(interval -> present.add(new Coverage.Presence(interval, chosen.getValue())));
        }
        assertEquals(
                List.of(),
                Coverage.of(task.requirement(), present, hours(0, HOURS)).gaps());
        if (plan instanceof ShiftPlan.Feasible feasible) {
            assertEquals(cost, feasible.cost());
            assertTrue(feasible.lowerBound() < cost);
        } else {
            assertEquals(cost, ((ShiftPlan.Optimal) plan).cost());
        }
    }

    /** {@return tasks of eight hours with up to six candidates, of which some have breaks and limits} */
    @Provide
    default Arbitrary<Task> tasks() {
        Arbitrary<List<Integer>> needs =
                Arbitraries.integers().between(0, 4).list().ofSize(HOURS);
        Arbitrary<List<Candidate>> candidates = Combinators.combine(
                        Arbitraries.integers().between(0, (1 << HOURS) - 1),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of(1, 2, 5, Integer.MAX_VALUE))
                .as((present, cost, most) -> new Candidate("", shifts(present), cost, most))
                .list()
                .ofMaxSize(6)
                .map(list -> {
                    List<Candidate> named = new ArrayList<>();
                    list.forEach(each ->
                            named.add(new Candidate("c" + named.size(), each.shifts(), each.cost(), each.most())));
                    return named;
                });
        return Combinators.combine(needs, candidates).as((people, choice) -> {
            List<Requirement.Need> all = new ArrayList<>();
            people.forEach(number -> all.add(new Requirement.Need(hours(all.size(), all.size() + 1), number)));
            return new Task(new Requirement(all), choice);
        });
    }

    /**
     * Makes a shift of each hour.
     *
     * @param present a bit for each hour
     * @return the shifts
     */
    static List<Shift> shifts(int present) {
        List<Shift> shifts = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            if ((present >> hour & 1) == 1) {
                shifts.add(new Shift(START.plusHours(hour), START.plusHours(hour + 1L), ZoneOffset.UTC, List.of()));
            }
        }
        return shifts;
    }

    /**
     * Takes some hours of the task.
     *
     * @param from the first hour
     * @param to the hour after the last
     * @return their time
     */
    static Interval hours(int from, int to) {
        return new Interval(
                START.plusHours(from).toInstant(ZoneOffset.UTC),
                START.plusHours(to).toInstant(ZoneOffset.UTC));
    }
}

package dev.customerservice.examples.solvers;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.CountableValueRange;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeFactory;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import ai.timefold.solver.core.api.score.calculator.EasyScoreCalculator;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import dev.customerservice.roles.shift.ShiftPlan;
import dev.customerservice.roles.shift.ShiftPlanner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Plans by Timefold's local search, with an easy score calculator and the default moves; it proves no bound.
 *
 * @param search how long it searches
 */
public record TimefoldShiftPlanner(Duration search) implements ShiftPlanner {

    /** One candidate and how many people work it. */
    @PlanningEntity
    public static class Choice {
        /** The place of the candidate in the task. */
        @PlanningId
        public int number;

        /** The rows it covers. */
        public int[] rows = {};

        /** What one person costs. */
        public long cost;

        /** How many people may work it. */
        public int most;

        /** How many people work it. */
        @PlanningVariable
        public @Nullable Integer people;
    }

    /** The whole task. */
    @PlanningSolution
    public static class Cover {
        /** How many people each row needs. */
        public int[] needs = {};

        /** The candidates. */
        @PlanningEntityCollectionProperty
        public List<Choice> choices = List.of();

        /** People missing or too many, then cost. */
        @PlanningScore
        public @Nullable HardSoftLongScore score;

        /** {@return how many people a candidate can be of use with} */
        @ValueRangeProvider
        public CountableValueRange<Integer> people() {
            int largest = 0;
            for (int need : needs) {
                largest = Math.max(largest, need);
            }
            return ValueRangeFactory.createIntValueRange(0, largest + 1);
        }
    }

    /** Counts the people missing, then the cost. */
    public static class Score implements EasyScoreCalculator<Cover, HardSoftLongScore> {
        @Override
        public HardSoftLongScore calculateScore(Cover cover) {
            int[] open = cover.needs.clone();
            long cost = 0;
            long wrong = 0;
            for (Choice choice : cover.choices) {
                int people = choice.people == null ? 0 : choice.people;
                cost += people * choice.cost;
                wrong += Math.max(0, people - choice.most);
                for (int row : choice.rows) {
                    open[row] -= people;
                }
            }
            for (int left : open) {
                wrong += Math.max(0, left);
            }
            return HardSoftLongScore.of(-wrong, -cost);
        }
    }

    @Override
    public ShiftPlan plan(Task task) {
        Rows rows = Rows.of(task);
        if (!rows.shortages().isEmpty()) {
            return new ShiftPlan.Infeasible(rows.shortages());
        }
        SolverConfig config = new SolverConfig()
                .withSolutionClass(Cover.class)
                .withEntityClasses(Choice.class)
                .withEasyScoreCalculatorClass(Score.class)
                .withTerminationSpentLimit(search);
        Cover solved = SolverFactory.<Cover>create(config).buildSolver().solve(cover(task, rows));
        if (solved.score == null || !solved.score.isFeasible()) {
            throw new IllegalStateException("No cover was found within " + search + ".");
        }
        int[] people = solved.choices.stream()
                .mapToInt(choice -> choice.people == null ? 0 : choice.people)
                .toArray();
        Map<Candidate, Integer> chosen = Rows.chosen(task, people);
        return new ShiftPlan.Feasible(chosen, Rows.cost(chosen), 0);
    }

    private static Cover cover(Task task, Rows rows) {
        Cover cover = new Cover();
        cover.needs = rows.needs().values().stream().mapToInt(Integer::intValue).toArray();
        cover.choices = new ArrayList<>();
        List<BitSet> covering = List.copyOf(rows.needs().keySet());
        for (Candidate candidate : task.candidates()) {
            Choice choice = new Choice();
            int number = cover.choices.size();
            choice.number = number;
            choice.cost = candidate.cost();
            choice.most = candidate.most();
            choice.rows = IntStream.range(0, covering.size())
                    .filter(row -> covering.get(row).get(number))
                    .toArray();
            cover.choices.add(choice);
        }
        return cover;
    }
}

package peers;

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
import dev.customerservice.domain.time.Interval;
import dev.customerservice.roles.shift.Requirement;
import dev.customerservice.roles.shift.Requirement.Need;
import dev.customerservice.roles.shift.ShiftPattern;
import dev.customerservice.roles.shift.ShiftPlan;
import dev.customerservice.roles.shift.ShiftPlanner;
import dev.customerservice.roles.shift.ShiftPlanner.Candidate;
import dev.customerservice.roles.shift.ShiftPlanner.Task;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

/**
 * A week of half hours covered by sixty weekly patterns: the planner of the library, ojAlgo's integer solver and Timefold's local search, in
 * one run on the same numbers.
 */
public final class ShiftPeers {
    private static final int HALVES = 336;
    private static final LocalDate MONDAY = LocalDate.of(2025, 6, 2);
    private static final Interval WEEK = new Interval(
            MONDAY.atStartOfDay().toInstant(ZoneOffset.UTC),
            MONDAY.plusDays(7).atStartOfDay().toInstant(ZoneOffset.UTC));
    private static final Duration SEARCH = Duration.ofSeconds(20);
    private static final Duration MOST = Duration.ofSeconds(120);

    private ShiftPeers() {}

    /** One pattern and how many people work it, as Timefold wants it. */
    @PlanningEntity
    public static class Choice {
        /** Its number. */
        @PlanningId
        public int number;

        /** The half hours of one person. */
        public boolean[] present = {};

        /** What one person costs. */
        public long cost;

        /** How many people work it. */
        @PlanningVariable
        public Integer people;
    }

    /** The whole task, as Timefold wants it. */
    @PlanningSolution
    public static class Week {
        /** How many people each half hour needs. */
        public int[] need = {};

        /** The patterns. */
        @PlanningEntityCollectionProperty
        public List<Choice> choices = List.of();

        /** People missing, then cost. */
        @PlanningScore
        public HardSoftLongScore score;

        /** {@return how many people may work a pattern} */
        @ValueRangeProvider
        public CountableValueRange<Integer> people() {
            return ValueRangeFactory.createIntValueRange(0, 41);
        }
    }

    /** Counts the people missing, then the cost. */
    public static class Score implements EasyScoreCalculator<Week, HardSoftLongScore> {
        @Override
        public HardSoftLongScore calculateScore(Week week) {
            int[] open = week.need.clone();
            long cost = 0;
            for (Choice choice : week.choices) {
                if (choice.people != null && choice.people > 0) {
                    cost += choice.people * choice.cost;
                    for (int half = 0; half < open.length; half++) {
                        open[half] -= choice.present[half] ? choice.people : 0;
                    }
                }
            }
            long missing = 0;
            for (int left : open) {
                missing += Math.max(0, left);
            }
            return HardSoftLongScore.of(-missing, -cost);
        }
    }

    private static int[] needs(long seed) {
        Random random = new Random(seed);
        int[] needs = new int[HALVES];
        for (int half = 0; half < HALVES; half++) {
            double hour = half % 48 / 2.0;
            double curve = 4
                    + 22 * Math.exp(-(hour - 10.5) * (hour - 10.5) / 8)
                    + 15 * Math.exp(-(hour - 16) * (hour - 16) / 10);
            double day = half / 48 >= 5 ? 0.55 : 1 + (half / 48 == 0 ? 0.2 : 0);
            needs[half] = (int) Math.round(curve * day * (0.9 + 0.2 * random.nextDouble()));
        }
        return needs;
    }

    /** Twelve starts on five sets of five days; with unlike costs nights and weekends are dearer. */
    private static List<Candidate> candidates(boolean unlike) {
        List<Candidate> candidates = new ArrayList<>();
        for (int start = 0; start < 24; start += 2) {
            for (DayOfWeek first : List.of(
                    DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY, DayOfWeek.SUNDAY)) {
                String hours = String.format(Locale.ROOT, "%02d:00-%02d:30", start, (start + 8) % 24);
                ShiftPattern pattern = ShiftPattern.weekly(
                                first + " " + hours, ZoneOffset.UTC, hours, first, first.plus(4))
                        .withBreak(Duration.ofMinutes(unlike ? 180 + 30L * (start / 2 % 4) : 240), Duration.ofMinutes(30));
                long cost = 2400;
                if (unlike) {
                    cost += (start >= 18 || start < 6 ? 600 : 0) + (first == DayOfWeek.MONDAY ? 0 : 250) + 7L * start;
                }
                candidates.add(Candidate.of(pattern, WEEK).withCost(cost));
            }
        }
        return candidates;
    }

    private static Interval half(int number) {
        return new Interval(
                WEEK.startInclusive().plus(Duration.ofMinutes(30L * number)),
                WEEK.startInclusive().plus(Duration.ofMinutes(30L * number + 30)));
    }

    private static String library(int[] needs, List<Candidate> candidates) {
        List<Need> all = new ArrayList<>();
        for (int half = 0; half < HALVES; half++) {
            all.add(new Need(half(half), needs[half]));
        }
        ShiftPlan plan = ShiftPlanner.builtIn().plan(new Task(new Requirement(all), candidates));
        if (plan instanceof ShiftPlan.Feasible feasible) {
            return "cost " + feasible.cost() + ", proven at least " + feasible.lowerBound();
        }
        return plan instanceof ShiftPlan.Optimal optimal ? "cost " + optimal.cost() + ", proven best" : plan.toString();
    }

    private static String ojAlgo(int[] needs, List<Candidate> candidates) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        model.options.time_abort = MOST.toMillis();
        model.options.time_suffice = MOST.toMillis();
        List<Expression> rows = new ArrayList<>();
        for (int half = 0; half < HALVES; half++) {
            rows.add(model.newExpression("half " + half).lower(needs[half]));
        }
        for (Candidate candidate : candidates) {
            var column = model.newVariable(candidate.id()).lower(0).integer(true).weight(candidate.cost());
            for (int half = 0; half < HALVES; half++) {
                if (candidate.present().contains(half(half).startInclusive())) {
                    rows.get(half).set(column, 1);
                }
            }
        }
        Optimisation.Result result = model.minimise();
        return "cost " + Math.round(result.getValue()) + ", " + result.getState();
    }

    private static String timefold(int[] needs, List<Candidate> candidates) {
        Week week = new Week();
        week.need = needs;
        week.choices = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Choice choice = new Choice();
            choice.number = week.choices.size();
            choice.cost = candidate.cost();
            choice.present = new boolean[HALVES];
            for (int half = 0; half < HALVES; half++) {
                choice.present[half] = candidate.present().contains(half(half).startInclusive());
            }
            week.choices.add(choice);
        }
        SolverConfig config = new SolverConfig()
                .withSolutionClass(Week.class)
                .withEntityClasses(Choice.class)
                .withEasyScoreCalculatorClass(Score.class)
                .withTerminationSpentLimit(SEARCH);
        Week solved = SolverFactory.<Week>create(config).buildSolver().solve(week);
        return "cost " + -solved.score.softScore() + ", " + -solved.score.hardScore() + " half hours missing, no bound";
    }

    private static void timed(String name, Supplier<String> contender) {
        long start = System.nanoTime();
        String answer = contender.get();
        System.out.printf(Locale.ROOT, "%-10s %8.2f s  %s%n", name, (System.nanoTime() - start) / 1e9, answer);
    }

    /**
     * Runs the three on equal and unlike costs, two weeks of each; the first week warms the machine.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        for (boolean unlike : new boolean[] {false, true}) {
            for (long seed = 1; seed <= 2; seed++) {
                int[] needs = needs(seed);
                List<Candidate> candidates = candidates(unlike);
                System.out.println((unlike ? "unlike costs" : "equal costs") + ", week " + seed);
                timed("library", () -> library(needs, candidates));
                timed("ojAlgo", () -> ojAlgo(needs, candidates));
                timed("Timefold", () -> timefold(needs, candidates));
            }
        }
    }
}

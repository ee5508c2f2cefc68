package peers;

import dev.customerservice.domain.time.Interval;
import dev.customerservice.examples.solvers.OjAlgoShiftPlanner;
import dev.customerservice.examples.solvers.TimefoldShiftPlanner;
import dev.customerservice.roles.shift.Coverage;
import dev.customerservice.roles.shift.Coverage.Presence;
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

/**
 * A week of half hours covered by sixty weekly patterns: the planner of the library, ojAlgo's integer solver and Timefold's local search, in
 * one run on the same numbers, each behind {@code ShiftPlanner}; a plan that leaves anybody missing stops the run.
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

    private static Task task(int[] needs, List<Candidate> candidates) {
        List<Need> all = new ArrayList<>();
        for (int half = 0; half < HALVES; half++) {
            all.add(new Need(half(half), needs[half]));
        }
        return new Task(new Requirement(all), candidates);
    }

    private static void timed(String name, ShiftPlanner planner, Task task) {
        long start = System.nanoTime();
        ShiftPlan plan = planner.plan(task);
        double seconds = (System.nanoTime() - start) / 1e9;
        List<Presence> present = plan.shifts().stream()
                .flatMap(shift -> shift.present().intervals().stream())
                .map(interval -> new Presence(interval, 1))
                .toList();
        if (!Coverage.of(task.requirement(), present, WEEK).shortfall().isZero()) {
            throw new IllegalStateException(name + " does not cover the week.");
        }
        String answer = plan instanceof ShiftPlan.Feasible feasible
                ? "cost " + feasible.cost() + ", at least " + feasible.lowerBound() + " proven"
                : "cost " + ((ShiftPlan.Optimal) plan).cost() + ", proven best";
        System.out.printf(Locale.ROOT, "%-10s %8.2f s  %s%n", name, seconds, answer);
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
                Task task = task(needs, candidates(unlike));
                System.out.println((unlike ? "unlike costs" : "equal costs") + ", week " + seed);
                timed("library", ShiftPlanner.builtIn(), task);
                timed("ojAlgo", new OjAlgoShiftPlanner(MOST), task);
                timed("Timefold", new TimefoldShiftPlanner(SEARCH), task);
            }
        }
    }
}

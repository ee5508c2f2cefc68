package dev.customerservice.roles.shift;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Branch and bound on a {@link CoverProblem}: the part with the least bound first, every relaxation rounded to a plan. */
final class CoverSearch {

    private static final double WHOLE = 1e-6;

    /** A part of the search: all plans between two bounds. */
    private static final class Part {
        private final int[] least;
        private final int[] most;
        private final long bound;
        private final int number;

        Part(int[] least, int[] most, long bound, int number) {
            this.least = least;
            this.most = most;
            this.bound = bound;
            this.number = number;
        }
    }

    private final CoverProblem problem;
    private final Relaxation relaxation;
    private final PriorityQueue<Part> open = new PriorityQueue<>(
            Comparator.comparingLong((Part part) -> part.bound).thenComparingInt(part -> -part.number));
    private int[] best;
    private long bestCost;
    private int numbered;

    CoverSearch(CoverProblem problem) {
        this.problem = problem;
        this.relaxation = new Relaxation(problem);
        this.best = new Rounding(problem, new int[problem.cost.length]).plan();
        this.bestCost = cost(best);
    }

    /** {@return what every plan costs at least, after a look at so many parts; the cost of the best plan where it is the best of all} */
    long run(int parts) {
        open.add(new Part(new int[problem.cost.length], problem.most.clone(), 0, numbered++));
        for (int looked = 0; looked < parts && bound() < bestCost; looked++) {
            look(open.remove());
        }
        return bound();
    }

    private long bound() {
        return open.isEmpty() ? bestCost : Math.min(bestCost, open.element().bound);
    }

    /** {@return how many people each column has in the best plan found} */
    int[] people() {
        return best.clone();
    }

    /** {@return what the best plan found costs} */
    long cost() {
        return bestCost;
    }

    private void look(Part part) {
        long bound = Math.max(part.bound, relaxation.solve(part.least, part.most));
        if (bound >= bestCost) {
            return;
        }
        round(part, 1 - WHOLE);
        round(part, 0.5);
        round(part, WHOLE);
        if (bound >= bestCost) {
            return;
        }
        int column = branching(part);
        if (column < 0) {
            return;
        }
        int split = part.least[column] + (int) Math.floor(relaxation.people[column] + WHOLE);
        split = Math.min(split, part.most[column] - 1);
        int[] below = part.most.clone();
        below[column] = split;
        int[] above = part.least.clone();
        above[column] = split + 1;
        open.add(new Part(part.least, below, bound, numbered++));
        open.add(new Part(above, part.most, bound, numbered++));
    }

    /** The column that is least whole, else any that is still open: rounding of floating point may hide a half. */
    private int branching(Part part) {
        int column = -1;
        double least = 2;
        for (int j = 0; j < problem.cost.length; j++) {
            if (part.least[j] < part.most[j]) {
                double rest = relaxation.people[j] - Math.floor(relaxation.people[j] + WHOLE);
                double distance = Math.abs(rest - 0.5);
                if (distance < least) {
                    least = distance;
                    column = j;
                }
            }
        }
        return column;
    }

    private void round(Part part, double up) {
        int[] start = new int[problem.cost.length];
        for (int j = 0; j < start.length; j++) {
            int rounded = (int) Math.floor(relaxation.people[j] + up);
            start[j] = Math.min(problem.most[j], part.least[j] + rounded);
        }
        int[] plan = new Rounding(problem, start).plan();
        long cost = cost(plan);
        if (cost < bestCost) {
            best = plan;
            bestCost = cost;
        }
    }

    private long cost(int[] plan) {
        long cost = 0;
        for (int j = 0; j < plan.length; j++) {
            cost += plan[j] * problem.cost[j];
        }
        return cost;
    }
}

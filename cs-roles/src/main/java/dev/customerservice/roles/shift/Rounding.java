package dev.customerservice.roles.shift;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Makes a plan out of any numbers: fills what is short, takes away what is of no use, and exchanges one for a cheaper one. */
final class Rounding {

    private final CoverProblem problem;
    private final int[] people;
    private final int[] spare;
    private final Integer[] dearestFirst;

    Rounding(CoverProblem problem, int[] start) {
        this.problem = problem;
        this.people = new int[start.length];
        this.spare = new int[problem.need.length];
        for (int row = 0; row < spare.length; row++) {
            spare[row] = -problem.need[row];
        }
        for (int j = 0; j < people.length; j++) {
            change(j, start[j]);
        }
        this.dearestFirst = IntStream.range(0, people.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer j) -> problem.cost[j]).reversed())
                .toArray(Integer[]::new);
    }

    /** {@return people of each column that cover every row within the limits, which must be possible} */
    int[] plan() {
        fill();
        do {
            dropUseless();
        } while (exchange());
        return people;
    }

    private void change(int column, int by) {
        people[column] += by;
        for (int row : problem.rowsOf[column]) {
            spare[row] += by;
        }
    }

    /** Takes again and again the column that fills most open rows for its cost. */
    private void fill() {
        while (true) {
            int best = -1;
            double bestWorth = 0;
            for (int j = 0; j < people.length; j++) {
                if (people[j] < problem.most[j]) {
                    int open = 0;
                    for (int row : problem.rowsOf[j]) {
                        open += spare[row] < 0 ? 1 : 0;
                    }
                    double worth = open / (problem.cost[j] + 1e-3);
                    if (worth > bestWorth) {
                        bestWorth = worth;
                        best = j;
                    }
                }
            }
            if (best < 0) {
                return;
            }
            change(best, 1);
        }
    }

    private void dropUseless() {
        for (int j : dearestFirst) {
            int useless = people[j];
            for (int row : problem.rowsOf[j]) {
                useless = Math.min(useless, spare[row]);
            }
            if (useless > 0) {
                change(j, -useless);
            }
        }
    }

    private boolean exchange() {
        for (int j : dearestFirst) {
            if (people[j] == 0) {
                continue;
            }
            change(j, -1);
            int[] open = Arrays.stream(problem.rowsOf[j])
                    .filter(row -> spare[row] < 0)
                    .toArray();
            int[] able = open.length == 0 ? new int[0] : problem.columnsOf[open[0]];
            for (int other : able) {
                if (problem.cost[other] < problem.cost[j]
                        && people[other] < problem.most[other]
                        && Arrays.stream(open).allMatch(row -> Arrays.binarySearch(problem.rowsOf[other], row) >= 0)) {
                    change(other, 1);
                    return true;
                }
            }
            change(j, 1);
        }
        return false;
    }
}

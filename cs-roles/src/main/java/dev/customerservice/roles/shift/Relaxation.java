package dev.customerservice.roles.shift;

import java.util.Arrays;

/**
 * The linear relaxation of a {@link CoverProblem} between bounds, by the simplex method on its dual.
 *
 * <p>The dual asks for prices of people at each row, so that no column costs less than the prices it earns. Bounds of the search change the
 * goal of the dual only and never what is allowed, so that every search part starts from the prices of the one before. The bound is not
 * taken from floating point: the prices are cut to whole multiples of a small unit, and what they then prove is computed exactly.
 */
final class Relaxation {

    private static final double ZERO = 1e-9;
    private static final int REBUILD_AFTER = 500;
    private static final int STALLED = 50;
    private static final int LARGEST_SCALE = 30;

    private final CoverProblem problem;
    private final int rows;
    private final int columns;

    /** The columns of the tableau: a price of each row, a discount of each column, a slack of each column, and the right side. */
    private final double[][] tableau;

    private final double[] goal;
    private final int[] basis;
    private final double[] reduced;
    private int pivots;

    /** How many people each column has in the relaxation, beyond its lower bound. */
    final double[] people;

    Relaxation(CoverProblem problem) {
        this.problem = problem;
        this.rows = problem.need.length;
        this.columns = problem.cost.length;
        this.tableau = new double[columns][rows + 2 * columns + 1];
        this.goal = new double[rows + 2 * columns];
        this.reduced = new double[rows + 2 * columns];
        this.basis = new int[columns];
        this.people = new double[columns];
        for (int j = 0; j < columns; j++) {
            basis[j] = slack(j);
        }
        fill();
    }

    private int discount(int column) {
        return rows + column;
    }

    private int slack(int column) {
        return rows + columns + column;
    }

    private void fill() {
        for (int j = 0; j < columns; j++) {
            Arrays.fill(tableau[j], 0);
            for (int row : problem.rowsOf[j]) {
                tableau[j][row] = 1;
            }
            tableau[j][discount(j)] = -1;
            tableau[j][slack(j)] = 1;
            tableau[j][tableau[j].length - 1] = problem.cost[j];
        }
    }

    /**
     * Solves the relaxation between bounds.
     *
     * @param least the least people of each column
     * @param most the most people of each column
     * @return the least cost that any plan between the bounds can have, rounded up to a whole number; the largest number when there is none
     */
    long solve(int[] least, int[] most) {
        for (int row = 0; row < rows; row++) {
            int open = problem.need[row];
            int reachable = 0;
            for (int column : problem.columnsOf[row]) {
                open -= least[column];
                reachable += most[column] - least[column];
            }
            if (reachable < open) {
                return Long.MAX_VALUE;
            }
            goal[row] = open;
        }
        for (int j = 0; j < columns; j++) {
            goal[discount(j)] = least[j] - most[j];
        }
        if (pivots > REBUILD_AFTER) {
            rebuild();
        }
        price();
        maximise();
        for (int j = 0; j < columns; j++) {
            people[j] = Math.max(0, -reduced[slack(j)]);
        }
        return bound(least, most);
    }

    private void price() {
        System.arraycopy(goal, 0, reduced, 0, goal.length);
        for (int i = 0; i < columns; i++) {
            double worth = goal[basis[i]];
            if (worth != 0) {
                double[] line = tableau[i];
                for (int k = 0; k < reduced.length; k++) {
                    reduced[k] -= worth * line[k];
                }
            }
        }
    }

    /** The largest gain enters; after some pivots without progress the first gain does, which never goes round in circles (Bland 1977). */
    private void maximise() {
        int stalled = 0;
        while (true) {
            int entering = entering(stalled > STALLED);
            if (entering < 0) {
                return;
            }
            int leaving = leaving(entering);
            if (leaving < 0) {
                return;
            }
            stalled = tableau[leaving][reduced.length] > ZERO ? 0 : stalled + 1;
            pivot(leaving, entering);
            double gain = reduced[entering];
            for (int k = 0; k < reduced.length; k++) {
                reduced[k] -= gain * tableau[leaving][k];
            }
            reduced[entering] = 0;
        }
    }

    private int entering(boolean first) {
        int best = -1;
        for (int k = 0; k < reduced.length; k++) {
            if (reduced[k] > ZERO && (best < 0 || reduced[k] > reduced[best])) {
                best = k;
                if (first) {
                    return best;
                }
            }
        }
        return best;
    }

    private int leaving(int entering) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < columns; i++) {
            double slope = tableau[i][entering];
            if (slope > ZERO) {
                double ratio = Math.max(0, tableau[i][reduced.length]) / slope;
                if (ratio < least - ZERO || (ratio < least + ZERO && (best < 0 || basis[i] < basis[best]))) {
                    least = Math.min(least, ratio);
                    best = i;
                }
            }
        }
        return best;
    }

    private void pivot(int leaving, int entering) {
        double[] line = tableau[leaving];
        double by = line[entering];
        for (int k = 0; k < line.length; k++) {
            line[k] /= by;
        }
        for (int i = 0; i < columns; i++) {
            double times = tableau[i][entering];
            if (i != leaving && times != 0) {
                double[] other = tableau[i];
                for (int k = 0; k < line.length; k++) {
                    other[k] -= times * line[k];
                }
            }
        }
        basis[leaving] = entering;
        pivots++;
    }

    /** Computes the tableau of the present basis anew, so that errors of rounding do not add up; without success it starts from the slacks. */
    private void rebuild() {
        int[] wanted = basis.clone();
        fill();
        boolean[] placed = new boolean[columns];
        boolean sound = true;
        for (int variable : wanted) {
            int best = -1;
            for (int i = 0; i < columns; i++) {
                if (!placed[i] && (best < 0 || Math.abs(tableau[i][variable]) > Math.abs(tableau[best][variable]))) {
                    best = i;
                }
            }
            sound &= Math.abs(tableau[best][variable]) > ZERO;
            if (sound) {
                pivot(best, variable);
                placed[best] = true;
            }
        }
        for (int i = 0; i < columns && sound; i++) {
            sound = tableau[i][reduced.length] > -ZERO;
        }
        if (!sound) {
            fill();
            for (int j = 0; j < columns; j++) {
                basis[j] = slack(j);
            }
        }
        pivots = 0;
    }

    /** What the prices prove, in whole numbers: prices cut to multiples of a unit, and discounts as large as the prices then need. */
    private long bound(int[] least, int[] most) {
        double largest = 1;
        for (int j = 0; j < columns; j++) {
            largest += (double) problem.cost[j] * Math.max(1, problem.most[j]);
        }
        for (int row = 0; row < rows; row++) {
            largest += problem.need[row];
        }
        int scale = Math.max(0, Math.min(LARGEST_SCALE, 60 - Math.getExponent(largest * columns)));
        long[] price = new long[rows];
        for (int i = 0; i < columns; i++) {
            if (basis[i] < rows) {
                price[basis[i]] = (long) Math.floor(Math.max(0, tableau[i][reduced.length]) * (1L << scale));
            }
        }
        long proven = 0;
        for (int row = 0; row < rows; row++) {
            proven = Math.addExact(proven, Math.multiplyExact(price[row], (long) goal[row]));
        }
        long fixed = 0;
        for (int j = 0; j < columns; j++) {
            long earned = 0;
            for (int row : problem.rowsOf[j]) {
                earned = Math.addExact(earned, price[row]);
            }
            long discount = Math.max(0, earned - (problem.cost[j] << scale));
            proven = Math.subtractExact(proven, Math.multiplyExact(discount, (long) most[j] - least[j]));
            fixed += problem.cost[j] * least[j];
        }
        return fixed + Math.max(0, -Math.floorDiv(-proven, 1L << scale));
    }
}

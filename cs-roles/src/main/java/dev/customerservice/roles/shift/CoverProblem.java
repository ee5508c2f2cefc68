package dev.customerservice.roles.shift;

import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.roles.shift.Coverage.Stretch;
import dev.customerservice.roles.shift.ShiftPlan.Shortage;
import dev.customerservice.roles.shift.ShiftPlanner.Candidate;
import dev.customerservice.roles.shift.ShiftPlanner.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A task as numbers: rows are times with a requirement, columns are candidates.
 *
 * <p>Times that the same candidates cover are one row, a row that another one implies is left out, and so is a column that another one
 * replaces at no more cost.
 */
final class CoverProblem {

    /** Rows and columns are compared in pairs up to this many; beyond, the search sees them all. */
    private static final int MOST_COMPARED = 3000;

    private final List<Candidate> candidates;
    private final List<Shortage> shortages;

    /** How many people each row needs. */
    final int[] need;

    /** The rows of each column and the columns of each row, ascending; both empty for a column left out. */
    final int[][] rowsOf;

    final int[][] columnsOf;

    /** The cost of each column, divided by what all costs have in common. */
    final long[] cost;

    /** The most that each column can be of use. */
    final int[] most;

    private final long unit;

    private CoverProblem(List<Candidate> candidates, List<BitSet> rows, int[] need, List<Shortage> shortages) {
        this.candidates = candidates;
        this.shortages = shortages;
        int columns = candidates.size();
        List<Integer> kept = keptRows(rows, need);
        this.need = kept.stream().mapToInt(row -> need[row]).toArray();
        BitSet[] byColumn = new BitSet[columns];
        Arrays.setAll(byColumn, j -> new BitSet());
        for (int i = 0; i < kept.size(); i++) {
            for (int j : rows.get(kept.get(i)).stream().toArray()) {
                byColumn[j].set(i);
            }
        }
        this.unit = Math.max(1, candidates.stream().mapToLong(Candidate::cost).reduce(0, CoverProblem::commonDivisor));
        this.cost = candidates.stream()
                .mapToLong(candidate -> candidate.cost() / unit)
                .toArray();
        this.most = new int[columns];
        for (int j = 0; j < columns; j++) {
            int useful = byColumn[j].stream().map(row -> this.need[row]).max().orElse(0);
            most[j] = Math.min(candidates.get(j).most(), useful);
        }
        dropReplaced(byColumn);
        this.rowsOf = new int[columns][];
        Arrays.setAll(rowsOf, j -> byColumn[j].stream().toArray());
        this.columnsOf = new int[this.need.length][];
        Arrays.setAll(columnsOf, i -> columnsWith(byColumn, i));
    }

    private static int[] columnsWith(BitSet[] byColumn, int row) {
        BitSet columns = new BitSet();
        for (int j = 0; j < byColumn.length; j++) {
            columns.set(j, byColumn[j].get(row));
        }
        return columns.stream().toArray();
    }

    static CoverProblem of(Task task) {
        List<Candidate> candidates = task.candidates();
        long[][] present = new long[candidates.size()][];
        Arrays.setAll(present, j -> candidates.get(j).present().toEpochNanos());
        Map<BitSet, Integer> needs = new LinkedHashMap<>();
        List<Shortage> shortages = new ArrayList<>();
        for (Stretch stretch : stretches(task.requirement(), present)) {
            long at = EpochNanos.of(stretch.during().startInclusive());
            BitSet covering = new BitSet();
            long possible = 0;
            for (int j = 0; j < present.length; j++) {
                int found = Arrays.binarySearch(present[j], at);
                // Even at an opening, and as -(place) - 1 between an opening and its closing.
                if (found % 2 == 0 && candidates.get(j).most() > 0) {
                    covering.set(j);
                    possible += candidates.get(j).most();
                }
            }
            if (possible < stretch.required()) {
                addShortage(shortages, new Shortage(stretch.during(), stretch.required(), (int) possible));
            }
            needs.merge(covering, stretch.required(), Math::max);
        }
        return new CoverProblem(
                candidates,
                List.copyOf(needs.keySet()),
                needs.values().stream().mapToInt(Integer::intValue).toArray(),
                shortages);
    }

    /** The times with a requirement, cut wherever a candidate comes or leaves. */
    private static List<Stretch> stretches(Requirement requirement, long[][] present) {
        if (requirement.needs().isEmpty()) {
            return List.of();
        }
        Instant start = Instant.MAX;
        Instant end = Instant.MIN;
        for (Requirement.Need need : requirement.needs()) {
            start = need.during().startInclusive().isBefore(start)
                    ? need.during().startInclusive()
                    : start;
            end = need.during().endExclusive().isAfter(end) ? need.during().endExclusive() : end;
        }
        TreeSet<Instant> cuts = new TreeSet<>();
        for (long[] edges : present) {
            for (long edge : edges) {
                cuts.add(EpochNanos.toInstant(edge));
            }
        }
        List<Stretch> stretches = new ArrayList<>();
        for (Stretch stretch :
                Coverage.of(requirement, List.of(), new Interval(start, end)).stretches()) {
            Instant from = stretch.during().startInclusive();
            List<Instant> inside =
                    new ArrayList<>(cuts.subSet(from, false, stretch.during().endExclusive(), false));
            inside.add(stretch.during().endExclusive());
            for (Instant cut : inside) {
                if (stretch.required() > 0) {
                    stretches.add(new Stretch(new Interval(from, cut), stretch.required(), 0, 0));
                }
                from = cut;
            }
        }
        return stretches;
    }

    private static void addShortage(List<Shortage> shortages, Shortage next) {
        int last = shortages.size() - 1;
        if (last >= 0
                && shortages.get(last).required() == next.required()
                && shortages.get(last).possible() == next.possible()
                && shortages
                        .get(last)
                        .during()
                        .endExclusive()
                        .equals(next.during().startInclusive())) {
            Interval joined = new Interval(
                    shortages.get(last).during().startInclusive(), next.during().endExclusive());
            shortages.set(last, new Shortage(joined, next.required(), next.possible()));
        } else {
            shortages.add(next);
        }
    }

    /** A row is implied by one whose candidates all cover it and that needs as many. */
    private static List<Integer> keptRows(List<BitSet> rows, int[] need) {
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            boolean implied = false;
            for (int other = 0; other < rows.size() && !implied && rows.size() <= MOST_COMPARED; other++) {
                implied = other != i && need[other] >= need[i] && isWithin(rows.get(other), rows.get(i));
            }
            if (!implied) {
                kept.add(i);
            }
        }
        return kept;
    }

    /** A column is replaced by one that covers as much, costs no more and may be worked by as many as are of use. */
    private void dropReplaced(BitSet[] byColumn) {
        int columns = byColumn.length;
        for (int j = 0; j < columns && columns <= MOST_COMPARED; j++) {
            for (int other = 0; other < columns; other++) {
                boolean replaces = other != j
                        && !byColumn[j].isEmpty()
                        && candidates.get(other).most() >= useful(byColumn[other])
                        && cost[other] <= cost[j]
                        && isWithin(byColumn[j], byColumn[other])
                        && (cost[other] < cost[j] || !byColumn[j].equals(byColumn[other]) || other < j);
                if (replaces) {
                    byColumn[j] = new BitSet();
                    most[j] = 0;
                }
            }
        }
    }

    private int useful(BitSet rows) {
        return rows.stream().map(row -> need[row]).max().orElse(0);
    }

    private static boolean isWithin(BitSet small, BitSet large) {
        BitSet rest = (BitSet) small.clone();
        rest.andNot(large);
        return rest.isEmpty();
    }

    private static long commonDivisor(long one, long other) {
        long a = one;
        long b = other;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }

    ShiftPlan plan(int parts) {
        if (!shortages.isEmpty()) {
            return new ShiftPlan.Infeasible(shortages);
        }
        CoverSearch search = new CoverSearch(this);
        long bound = search.run(parts);
        int[] chosen = search.people();
        Map<Candidate, Integer> people = new LinkedHashMap<>();
        for (int j = 0; j < chosen.length; j++) {
            if (chosen[j] > 0) {
                people.put(candidates.get(j), chosen[j]);
            }
        }
        return bound == search.cost()
                ? new ShiftPlan.Optimal(people, bound * unit)
                : new ShiftPlan.Feasible(people, search.cost() * unit, bound * unit);
    }
}

package dev.customerservice.examples.solvers;

import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import dev.customerservice.roles.shift.Requirement;
import dev.customerservice.roles.shift.ShiftPlan.Shortage;
import dev.customerservice.roles.shift.ShiftPlanner.Candidate;
import dev.customerservice.roles.shift.ShiftPlanner.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A task as solvers want it: for each set of candidates that cover some time, the most people that any such time needs. */
record Rows(Map<BitSet, Integer> needs, List<Shortage> shortages) {

    static Rows of(Task task) {
        List<IntervalSet> present =
                task.candidates().stream().map(Candidate::present).toList();
        TreeSet<Instant> cuts = new TreeSet<>();
        present.forEach(set -> set.intervals().forEach(interval -> add(cuts, interval)));
        task.requirement().needs().forEach(need -> add(cuts, need.during()));
        Map<BitSet, Integer> needs = new LinkedHashMap<>();
        List<Shortage> shortages = new ArrayList<>();
        for (Instant from : cuts) {
            Instant until = cuts.higher(from);
            int required = required(task.requirement(), from);
            if (until == null || required == 0) {
                continue;
            }
            BitSet covering = new BitSet();
            long possible = 0;
            for (int j = 0; j < present.size(); j++) {
                if (present.get(j).contains(from)) {
                    covering.set(j);
                    possible += task.candidates().get(j).most();
                }
            }
            if (possible < required) {
                shortages.add(new Shortage(new Interval(from, until), required, (int) possible));
            }
            needs.merge(covering, required, Math::max);
        }
        return new Rows(needs, shortages);
    }

    private static void add(TreeSet<Instant> cuts, Interval interval) {
        cuts.add(interval.startInclusive());
        cuts.add(interval.endExclusive());
    }

    private static int required(Requirement requirement, Instant at) {
        return requirement.needs().stream()
                .filter(need -> need.during().contains(at))
                .mapToInt(Requirement.Need::people)
                .sum();
    }

    /** How many people each candidate has that has any. */
    static Map<Candidate, Integer> chosen(Task task, int[] people) {
        Map<Candidate, Integer> chosen = new LinkedHashMap<>();
        for (int j = 0; j < people.length; j++) {
            if (people[j] > 0) {
                chosen.put(task.candidates().get(j), people[j]);
            }
        }
        return chosen;
    }

    static long cost(Map<Candidate, Integer> chosen) {
        return chosen.entrySet().stream()
                .mapToLong(each -> each.getKey().cost() * each.getValue())
                .sum();
    }
}

package dev.customerservice.examples.solvers;

import dev.customerservice.roles.shift.ShiftPlan;
import dev.customerservice.roles.shift.ShiftPlanner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Plans by ojAlgo's integer programming.
 *
 * @param most how long it may search
 */
public record OjAlgoShiftPlanner(Duration most) implements ShiftPlanner {

    @Override
    public ShiftPlan plan(Task task) {
        Rows rows = Rows.of(task);
        if (!rows.shortages().isEmpty()) {
            return new ShiftPlan.Infeasible(rows.shortages());
        }
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        model.options.time_abort = most.toMillis();
        model.options.time_suffice = most.toMillis();
        List<Variable> columns = new ArrayList<>();
        for (Candidate candidate : task.candidates()) {
            columns.add(model.newVariable(candidate.id())
                    .lower(0)
                    .upper(candidate.most())
                    .integer(true)
                    .weight(candidate.cost()));
        }
        rows.needs().forEach((covering, need) -> {
            var row = model.newExpression("row " + covering).lower(need);
            covering.stream().forEach(j -> row.set(columns.get(j), 1));
        });
        Optimisation.Result result = model.minimise();
        if (!result.getState().isFeasible()) {
            throw new IllegalStateException("No cover was found within " + most + ".");
        }
        int[] people = new int[columns.size()];
        for (int j = 0; j < people.length; j++) {
            people[j] = Math.toIntExact(Math.round(result.doubleValue(j)));
        }
        Map<Candidate, Integer> chosen = Rows.chosen(task, people);
        return result.getState().isOptimal()
                ? new ShiftPlan.Optimal(chosen, Rows.cost(chosen))
                : new ShiftPlan.Feasible(chosen, Rows.cost(chosen), 0);
    }
}

package dev.customerservice.roles.json;

import dev.customerservice.domain.json.JsonForm;
import dev.customerservice.roles.evidence.Condition;
import dev.customerservice.roles.practice.Cadence;
import java.util.List;
import java.util.stream.Stream;

/** Service plans, and the goals, maps, actions and toolkits in them, as JSON; cadences and conditions look as in a playbook. */
public final class PlanJson {

    private PlanJson() {}

    /**
     * What teaches a format to read and write service plans and their parts.
     *
     * @return the forms, with which a format also knows {@code ServicePlan}, {@code SmartGoal}, {@code JourneyMap},
     *     {@code ServiceDesignMap}, {@code ActionPlan} and {@code Toolkit}
     */
    public static List<JsonForm<?>> forms() {
        List<JsonForm<?>> own = List.of(
                Forms.SKILL,
                Forms.through(
                        Cadence.class,
                        PracticeJson.CadenceJson.class,
                        PracticeJson.CadenceJson::of,
                        PracticeJson.CadenceJson::toCadence),
                Forms.through(Condition.class, ConditionJson.class, ConditionJson::of, ConditionJson::toCondition));
        return Stream.concat(own.stream(), FieldOrders.PLAN.stream()).toList();
    }
}

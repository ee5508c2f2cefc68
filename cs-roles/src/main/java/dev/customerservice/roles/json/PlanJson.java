package dev.customerservice.roles.json;

import dev.customerservice.domain.json.JsonFormat2;
import dev.customerservice.roles.evidence.Condition;
import dev.customerservice.roles.practice.Cadence;

/** Service plans, and the goals, maps, actions and toolkits in them, as JSON; cadences and conditions look as in a playbook. */
public final class PlanJson {

    private PlanJson() {}

    /**
     * Teaches a format to read and write service plans and their parts.
     *
     * @param format the format of the domain
     * @return the same format that also knows {@code ServicePlan}, {@code SmartGoal}, {@code JourneyMap}, {@code ServiceDesignMap},
     *     {@code ActionPlan} and {@code Toolkit}
     */
    public static JsonFormat2 format(JsonFormat2 format) {
        return format.with(new Forms("customer-service-plans", format)
                .add(
                        Cadence.class,
                        PracticeJson.CadenceJson.class,
                        PracticeJson.CadenceJson::of,
                        PracticeJson.CadenceJson::toCadence)
                .add(Condition.class, ConditionJson.class, ConditionJson::of, ConditionJson::toCondition)
                .module());
    }
}

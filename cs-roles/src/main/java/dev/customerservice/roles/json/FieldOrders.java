package dev.customerservice.roles.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.customerservice.domain.json.JsonForm;
import dev.customerservice.roles.plan.ActionPlan;
import dev.customerservice.roles.plan.ActionStep;
import dev.customerservice.roles.plan.JourneyMap;
import dev.customerservice.roles.plan.ServiceDesignMap;
import dev.customerservice.roles.plan.ServicePlan;
import dev.customerservice.roles.plan.SmartGoal;
import dev.customerservice.roles.plan.Toolkit;
import dev.customerservice.roles.routing.Overflow;
import dev.customerservice.roles.shift.CoverageModel;
import dev.customerservice.roles.skill.Training;
import dev.customerservice.roles.staffing.HiringPlan;
import dev.customerservice.roles.staffing.ServiceLevelGoal;
import dev.customerservice.roles.staffing.Shrinkage;
import dev.customerservice.roles.staffing.StaffingPlan;
import dev.customerservice.roles.staffing.Workload;
import java.util.List;

/** The fields of types that are bound field by field, in the order in which they are written: the methods of a class have none that lasts. */
final class FieldOrders {
    static final List<JsonForm<?>> PLAN = List.of(
            JsonForm.annotated(ServicePlan.class, Plan.class),
            JsonForm.annotated(ActionPlan.class, Actions.class),
            JsonForm.annotated(ActionStep.class, Step.class),
            JsonForm.annotated(ServiceDesignMap.class, Design.class),
            JsonForm.annotated(SmartGoal.class, Goal.class),
            JsonForm.annotated(JourneyMap.class, Journey.class),
            JsonForm.annotated(Toolkit.class, Tools.class));

    static final List<JsonForm<?>> WORKFORCE = List.of(
            JsonForm.annotated(CoverageModel.class, Coverage.class),
            JsonForm.annotated(HiringPlan.class, Hiring.class),
            JsonForm.annotated(Training.class, Course.class),
            JsonForm.annotated(Overflow.class, Flow.class),
            JsonForm.annotated(ServiceLevelGoal.class, Level.class),
            JsonForm.annotated(Shrinkage.class, Losses.class),
            JsonForm.annotated(StaffingPlan.class, Staffing.class),
            JsonForm.annotated(Workload.class, Load.class));

    private FieldOrders() {}

    @JsonPropertyOrder({
        "id",
        "documents",
        "objectives",
        "stakeholders",
        "journey",
        "design",
        "goals",
        "actions",
        "kpis",
        "skills",
        "toolkit",
        "technology",
        "values",
        "template"
    })
    private interface Plan {}

    @JsonPropertyOrder({"id", "steps"})
    private interface Actions {}

    @JsonPropertyOrder({
        "id",
        "objective",
        "owner",
        "start",
        "due",
        "success",
        "measured",
        "customer_benefit",
        "team_benefit",
        "needs",
        "effort",
        "impact",
        "affects"
    })
    private interface Step {}

    @JsonPropertyOrder({"steps"})
    private interface Design {}

    @JsonPropertyOrder({"id", "owner", "specific", "measurable", "achievable", "relevant", "time_bound", "assumptions"})
    private interface Goal {}

    @JsonPropertyOrder({"stages"})
    private interface Journey {}

    @JsonPropertyOrder({"handoffs", "ends", "triggers", "departments"})
    private interface Tools {}

    @JsonPropertyOrder({"kind", "stations"})
    private interface Coverage {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonPropertyOrder({"start", "people", "monthly_attrition", "recruiting", "ramp", "trainings", "needs"})
    private interface Hiring {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonPropertyOrder({"id", "title", "sources", "advice", "teaches", "hours", "pass_mark", "form", "needs"})
    private interface Course {}

    @JsonPropertyOrder({"steps"})
    private interface Flow {}

    @JsonPropertyOrder({
        "rule",
        "share",
        "max_occupancy",
        "max_mean_wait",
        "max_probability_of_wait",
        "max_abandonment",
        "max_blocking"
    })
    private interface Level {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonPropertyOrder({"losses", "composition"})
    private interface Losses {}

    @JsonPropertyOrder({"start_inclusive", "workloads", "model", "goal", "shrinkage"})
    private interface Staffing {}

    @JsonPropertyOrder({"arrivals", "interval", "handle_time"})
    private interface Load {}
}

package dev.customerservice.roles.json;

import dev.customerservice.domain.json.JsonForm;
import dev.customerservice.roles.routing.CapacityRules;
import dev.customerservice.roles.routing.SkillRings;
import dev.customerservice.roles.routing.SurgePlan;
import dev.customerservice.roles.shift.Availability;
import dev.customerservice.roles.shift.OnCallSchedule;
import dev.customerservice.roles.shift.Roster;
import dev.customerservice.roles.shift.RosterRule;
import dev.customerservice.roles.shift.Rotation;
import dev.customerservice.roles.shift.ShiftPattern;
import dev.customerservice.roles.staffing.StaffingModel;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is written down about staffing, shifts and routing, as JSON; patterns, people, rules and schedules look as in a roster file.
 *
 * <p>A roster rule or a staffing model of one's own is code and has no form: writing it is refused.
 */
public final class WorkforceJson {

    private WorkforceJson() {}

    /**
     * What teaches a format to read and write what is written down about work.
     *
     * @return the forms, with which a format also knows {@code ShiftPattern}, {@code Availability}, {@code Roster} as a file,
     *     {@code RosterRule}, {@code Rotation}, {@code OnCallSchedule}, {@code CoverageModel} and {@code Handoff.Terms}; {@code Workload},
     *     {@code ServiceLevelGoal}, {@code Shrinkage}, {@code StaffingModel}, {@code StaffingPlan} and {@code HiringPlan};
     *     {@code CapacityRules}, {@code SkillRings}, {@code WarmUp}, {@code Overflow} and {@code SurgePlan}
     */
    public static List<JsonForm<?>> forms() {
        List<JsonForm<?>> own = List.of(
                Forms.SKILL,
                Forms.text(Period.class, Period::toString, Period::parse),
                Forms.through(
                        ShiftPattern.class,
                        RosterJson.PatternJson.class,
                        RosterJson.PatternJson::of,
                        RosterJson.PatternJson::toPattern),
                Forms.through(
                        Availability.class,
                        RosterJson.PersonJson.class,
                        RosterJson.PersonJson::of,
                        RosterJson.PersonJson::toAvailability),
                JsonForm.of(
                        Roster.class, RosterJson.Written::of, tree -> RosterReader.whole(tree.as(RosterJson.class))),
                Forms.through(RosterRule.class, DutyRulesJson.class, DutyRulesJson::of, DutyRulesJson::toRule),
                Forms.through(
                        Rotation.class,
                        OnCallJson.RotationJson.class,
                        OnCallJson.RotationJson::of,
                        form -> form.toRotation()),
                Forms.through(OnCallSchedule.class, OnCallJson.class, OnCallJson::of, OnCallJson::toSchedule),
                Forms.through(
                        StaffingModel.class,
                        RoutingJson.ModelJson.class,
                        RoutingJson.ModelJson::of,
                        form -> form.toModel()),
                Forms.through(
                        CapacityRules.class,
                        RoutingJson.CapacityJson.class,
                        RoutingJson.CapacityJson::of,
                        RoutingJson.CapacityJson::toRules),
                Forms.through(
                        SkillRings.class,
                        RoutingJson.RingsJson.class,
                        RoutingJson.RingsJson::of,
                        form -> form.toRings()),
                Forms.through(
                        SurgePlan.class, RoutingJson.SurgeJson.class, RoutingJson.SurgeJson::of, form -> form.toPlan()),
                // Why somebody is away may be their health.
                JsonForm.redacting(Availability.Absence.Kind.class, kind -> "other"));
        return Stream.concat(own.stream(), FieldOrders.WORKFORCE.stream()).toList();
    }
}

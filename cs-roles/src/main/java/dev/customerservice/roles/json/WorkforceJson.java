package dev.customerservice.roles.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.customerservice.domain.json.JsonFormat2;
import dev.customerservice.roles.routing.CapacityRules;
import dev.customerservice.roles.routing.SkillRings;
import dev.customerservice.roles.routing.SurgePlan;
import dev.customerservice.roles.shift.Availability;
import dev.customerservice.roles.shift.OnCallSchedule;
import dev.customerservice.roles.shift.Roster;
import dev.customerservice.roles.shift.RosterRule;
import dev.customerservice.roles.shift.Rotation;
import dev.customerservice.roles.shift.ShiftPattern;
import dev.customerservice.roles.skill.Training;
import dev.customerservice.roles.staffing.HiringPlan;
import dev.customerservice.roles.staffing.Shrinkage;
import dev.customerservice.roles.staffing.StaffingModel;
import java.time.Period;

/**
 * What is written down about staffing, shifts and routing, as JSON; patterns, people, rules and schedules look as in a roster file.
 *
 * <p>A roster rule or a staffing model of one's own is code and has no form: writing it is refused.
 */
public final class WorkforceJson {

    private WorkforceJson() {}

    /**
     * Teaches a format to read and write what is written down about work.
     *
     * @param format the format of the domain
     * @return the same format that also knows {@code ShiftPattern}, {@code Availability}, {@code Roster} as a file, {@code RosterRule},
     *     {@code Rotation}, {@code OnCallSchedule}, {@code CoverageModel} and {@code Handoff.Terms}; {@code Workload}, {@code ServiceLevelGoal},
     *     {@code Shrinkage}, {@code StaffingModel}, {@code StaffingPlan} and {@code HiringPlan}; {@code CapacityRules}, {@code SkillRings},
     *     {@code WarmUp}, {@code Overflow} and {@code SurgePlan}
     */
    public static JsonFormat2 format(JsonFormat2 format) {
        ObjectMapper mapper = PlaybookReader.forms(format);
        Forms forms = new Forms("customer-service-workforce", format)
                .text(Period.class, Period::parse)
                .add(
                        ShiftPattern.class,
                        RosterJson.PatternJson.class,
                        RosterJson.PatternJson::of,
                        RosterJson.PatternJson::toPattern)
                .add(
                        Availability.class,
                        RosterJson.PersonJson.class,
                        RosterJson.PersonJson::of,
                        RosterJson.PersonJson::toAvailability)
                .add(
                        Roster.class,
                        RosterJson.class,
                        roster -> RosterJson.of(roster, mapper),
                        new RosterReader(mapper)::whole)
                .add(RosterRule.class, DutyRulesJson.class, DutyRulesJson::of, DutyRulesJson::toRule)
                .add(
                        Rotation.class,
                        OnCallJson.RotationJson.class,
                        OnCallJson.RotationJson::of,
                        form -> form.toRotation())
                .add(OnCallSchedule.class, OnCallJson.class, OnCallJson::of, OnCallJson::toSchedule)
                .add(
                        StaffingModel.class,
                        RoutingJson.ModelJson.class,
                        RoutingJson.ModelJson::of,
                        form -> form.toModel())
                .add(
                        CapacityRules.class,
                        RoutingJson.CapacityJson.class,
                        RoutingJson.CapacityJson::of,
                        RoutingJson.CapacityJson::toRules)
                .add(SkillRings.class, RoutingJson.RingsJson.class, RoutingJson.RingsJson::of, form -> form.toRings())
                .add(SurgePlan.class, RoutingJson.SurgeJson.class, RoutingJson.SurgeJson::of, form -> form.toPlan());
        for (Class<?> type : new Class<?>[] {HiringPlan.class, Shrinkage.class, Training.class}) {
            forms.module().setMixInAnnotation(type, WithoutNothing.class);
        }
        return format.with(forms.module());
    }

    /** Lists without entries say nothing. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private interface WithoutNothing {}
}

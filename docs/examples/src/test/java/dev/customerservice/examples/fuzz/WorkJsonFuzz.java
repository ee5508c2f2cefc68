package dev.customerservice.examples.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.domain.json.JsonFormatException;
import dev.customerservice.domain.testing.BothFormats;
import dev.customerservice.roles.json.PlanJson;
import dev.customerservice.roles.json.PlaybookReader;
import dev.customerservice.roles.json.RosterReader;
import dev.customerservice.roles.json.WorkforceJson;
import dev.customerservice.roles.plan.ServicePlan;
import dev.customerservice.roles.routing.CapacityRules;
import dev.customerservice.roles.routing.Overflow;
import dev.customerservice.roles.routing.SkillRings;
import dev.customerservice.roles.routing.SurgePlan;
import dev.customerservice.roles.routing.WarmUp;
import dev.customerservice.roles.shift.Availability;
import dev.customerservice.roles.shift.CoverageModel;
import dev.customerservice.roles.shift.Handoff;
import dev.customerservice.roles.shift.OnCallSchedule;
import dev.customerservice.roles.shift.Roster;
import dev.customerservice.roles.shift.RosterRule;
import dev.customerservice.roles.shift.Rotation;
import dev.customerservice.roles.shift.ShiftPattern;
import dev.customerservice.roles.staffing.HiringPlan;
import dev.customerservice.roles.staffing.ServiceLevelGoal;
import dev.customerservice.roles.staffing.Shrinkage;
import dev.customerservice.roles.staffing.StaffingModel;
import dev.customerservice.roles.staffing.StaffingPlan;
import dev.customerservice.roles.staffing.Workload;
import java.util.List;
import java.util.Map;

/** Any text as a written value of the people side: a playbook with its skills, a roster, a plan, or what is written about work. */
public final class WorkJsonFuzz {
    private static final BothFormats FORMAT =
            BothFormats.STANDARD.with(PlanJson.forms()).with(WorkforceJson.forms());
    private static final List<Class<?>> TYPES = List.of(
            Playbook.class,
            RosterFile.class,
            ServicePlan.class,
            ShiftPattern.class,
            Availability.class,
            RosterRule.class,
            Rotation.class,
            OnCallSchedule.class,
            CoverageModel.class,
            Handoff.Terms.class,
            Roster.class,
            Workload.class,
            ServiceLevelGoal.class,
            Shrinkage.class,
            StaffingModel.class,
            StaffingPlan.class,
            HiringPlan.class,
            CapacityRules.class,
            SkillRings.class,
            WarmUp.class,
            Overflow.class,
            SurgePlan.class);

    /** Stands for a file that a reader of its own reads. */
    private record Playbook() {}

    /** Stands for a file that a reader of its own reads. */
    private record RosterFile() {}

    private WorkJsonFuzz() {}

    /**
     * Reads a written value.
     *
     * @param data the type and the text
     */
    public static void fuzzerTestOneInput(byte[] data) {
        Input input = Input.of(data);
        Class<?> type = input.oneOf(TYPES);
        if (type == Playbook.class) {
            Map<String, String> files = Map.of("file", input.text());
            same(
                    PlaybookReader.of(FORMAT.two()).read(files).failures(),
                    PlaybookReader.of(FORMAT.three()).read(files).failures());
        } else if (type == RosterFile.class) {
            same(
                    RosterReader.of(FORMAT.two()).read("file", input.text()).failures(),
                    RosterReader.of(FORMAT.three()).read("file", input.text()).failures());
        } else {
            written(type, input.text());
        }
    }

    /** Where a text is no JSON at all, one of the two may stop at something else that is wrong before. */
    private static void same(List<PlaybookReader.Failure> first, List<PlaybookReader.Failure> second) {
        if (!isNoJson(first) && !isNoJson(second)) {
            assertEquals(first, second);
        }
        assertEquals(first.isEmpty(), second.isEmpty());
    }

    private static boolean isNoJson(List<PlaybookReader.Failure> failures) {
        return failures.stream().anyMatch(failure -> failure.rule().contains("well-formed"));
    }

    private static void written(Class<?> type, String json) {
        Object value;
        try {
            value = FORMAT.read(json, type);
        } catch (JsonFormatException e) {
            return;
        }
        String text = FORMAT.write(value);
        assertEquals(text, FORMAT.write(FORMAT.read(text, type)), "read again it is the same");
    }
}

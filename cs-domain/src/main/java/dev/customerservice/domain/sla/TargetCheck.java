package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.SlaException.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a target must be to be computed. */
final class TargetCheck {
    private TargetCheck() {}

    static void refuse(SlaTarget target) {
        StatusOverlap.refuse(target.metric());
        if (target.retarget() == Retarget.PROPORTIONAL) {
            refuseProportion(target);
        }
        refuseLevels(target);
    }

    private static void refuseProportion(SlaTarget target) {
        String metric = target.metric().id().value();
        for (TargetTime time : times(target)) {
            check(
                    time instanceof TargetTime.OpenTime || time instanceof TargetTime.WallTime,
                    SlaFault.PROPORTION_OF_RULE,
                    "The target for %s must be a plain duration to be carried over in proportion.\nMaybe use KEEP_ELAPSED.",
                    metric);
        }
        for (TargetTime time : times(target)) {
            check(
                    !time.length().orElseThrow().isZero(),
                    SlaFault.PROPORTION_OF_ZERO,
                    "The target (PT0S) for %s must be above zero to be carried over in proportion.",
                    metric);
        }
    }

    private static void refuseLevels(SlaTarget target) {
        Set<Integer> seen = new HashSet<>();
        for (Escalation level : target.escalations()) {
            check(
                    seen.add(level.level()),
                    SlaFault.BAD_ESCALATION,
                    "The level (%s) of escalation must stand once in the target for %s.",
                    level.level(),
                    target.metric().id().value());
            check(
                    !(level.when() instanceof EscalationTime.Percent) || hasOnlyLengths(target),
                    SlaFault.PERCENT_OF_RULE,
                    "The level (%s) of escalation must not be a percentage of a target that is no duration."
                            + "\nMaybe use an offset from the due time.",
                    level.level());
        }
    }

    private static boolean hasOnlyLengths(SlaTarget target) {
        for (TargetTime time : times(target)) {
            if (time.length().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    static boolean countsWorkingDays(SlaTarget target) {
        for (TargetTime time : times(target)) {
            if (time instanceof TargetTime.WorkingDays || time instanceof TargetTime.EndOfWorkingDay) {
                return true;
            }
        }
        for (Escalation level : target.escalations()) {
            if (level.when() instanceof EscalationTime.WorkingDayOffset) {
                return true;
            }
        }
        return false;
    }

    private static List<TargetTime> times(SlaTarget target) {
        List<TargetTime> times = new ArrayList<>();
        for (Goal goal : target.goals()) {
            if (goal.within() instanceof TargetTime.ByHoursOfStart byHours) {
                times.add(byHours.inside());
                times.add(byHours.outside());
            } else {
                times.add(goal.within());
            }
        }
        return times;
    }
}

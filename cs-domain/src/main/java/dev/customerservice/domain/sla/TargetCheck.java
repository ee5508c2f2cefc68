package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.SlaException.check;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
        check(
                times(target).allMatch(TargetCheck::isPlain),
                SlaFault.PROPORTION_OF_RULE,
                "The target for %s must be a plain duration to be carried over in proportion.\nMaybe use KEEP_ELAPSED.",
                metric);
        check(
                times(target).noneMatch(time -> time.length().orElseThrow().isZero()),
                SlaFault.PROPORTION_OF_ZERO,
                "The target (PT0S) for %s must be above zero to be carried over in proportion.",
                metric);
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
                    !(level.when() instanceof EscalationTime.Percent)
                            || times(target).allMatch(time -> time.length().isPresent()),
                    SlaFault.PERCENT_OF_RULE,
                    "The level (%s) of escalation must not be a percentage of a target that is no duration."
                            + "\nMaybe use an offset from the due time.",
                    level.level());
        }
    }

    static boolean countsWorkingDays(SlaTarget target) {
        Predicate<TargetTime> counts =
                time -> time instanceof TargetTime.WorkingDays || time instanceof TargetTime.EndOfWorkingDay;
        return times(target).anyMatch(counts)
                || target.escalations().stream()
                        .anyMatch(level -> level.when() instanceof EscalationTime.WorkingDayOffset);
    }

    private static boolean isPlain(TargetTime time) {
        return time instanceof TargetTime.OpenTime || time instanceof TargetTime.WallTime;
    }

    private static Stream<TargetTime> times(SlaTarget target) {
        return target.goals().stream()
                .map(Goal::within)
                .flatMap(time -> time instanceof TargetTime.ByHoursOfStart byHours
                        ? Stream.of(byHours.inside(), byHours.outside())
                        : Stream.of(time));
    }
}

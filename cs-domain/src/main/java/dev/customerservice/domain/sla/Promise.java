package dev.customerservice.domain.sla;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.CalendarTimeline;
import dev.customerservice.domain.calendar.WorkingDays;
import dev.customerservice.domain.time.EpochNanos;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was promised for one metric from some event on: a time on a clock, under a version of a policy.
 *
 * @param policy the policy
 * @param target the target of the policy for the metric
 * @param within what is promised, never by the hours of the start
 * @param nanos its length in nanoseconds, {@link #RULE} for one that is no duration
 * @param time the clock it is counted on
 * @param days the dates of that clock, where it has dates
 * @param outside what is promised to a cycle that starts outside hours, if that is something else
 * @param agreed whether the due date was set by hand
 */
record Promise(
        SlaPolicy policy,
        SlaTarget target,
        TargetTime within,
        long nanos,
        BusinessTime time,
        @Nullable WorkingDays days,
        @Nullable Outside outside,
        boolean agreed) {
    static final long RULE = -1;

    /** Not of all parts: a policy is long, and what it promises for one metric seldom differs in less than its length. */
    @Override
    public int hashCode() {
        return 31 * target.metric().id().hashCode() + Long.hashCode(nanos);
    }

    /**
     * What is promised instead to a cycle that starts outside hours.
     *
     * @param hours the hours, on whatever clock the promise itself is counted
     * @param promise what is promised outside them
     */
    record Outside(BusinessTime hours, Promise promise) {}

    static Promise of(SlaPolicy policy, SlaTarget target, TargetTime within, CalendarBook calendars) {
        BusinessTime time =
                target.calendar().isPresent() ? calendars.get(target.calendar().get()) : BusinessTime.always();
        WorkingDays days = target.countsWorkingDays() ? daysOf(target, time) : null;
        if (within instanceof TargetTime.ByHoursOfStart byHours) {
            Promise outside = of(policy, target, byHours.outside(), time, days, null);
            return of(policy, target, byHours.inside(), time, days, new Outside(time, outside));
        }
        return of(policy, target, within, time, days, null);
    }

    private static Promise of(
            SlaPolicy policy,
            SlaTarget target,
            TargetTime within,
            BusinessTime time,
            @Nullable WorkingDays days,
            @Nullable Outside outside) {
        BusinessTime counted = within instanceof TargetTime.WallTime ? BusinessTime.always() : time;
        long nanos = within.length().isPresent() ? within.length().get().toNanos() : RULE;
        return new Promise(policy, target, within, nanos, counted, days, outside, false);
    }

    private static WorkingDays daysOf(SlaTarget target, BusinessTime time) {
        if (time instanceof BusinessCalendar calendar) {
            return calendar.workingDays();
        }
        if (time instanceof CalendarTimeline timeline) {
            Set<ZoneId> zones = new HashSet<>();
            for (CalendarTimeline.Version version : timeline.versions()) {
                zones.add(version.time() instanceof BusinessCalendar calendar ? calendar.zone() : ZoneOffset.UTC);
            }
            if (zones.size() == 1 && !zones.contains(ZoneOffset.UTC)) {
                return WorkingDays.of(timeline, zones.iterator().next());
            }
        }
        throw new SlaException(
                SlaFault.DAYS_ON_COMBINATION,
                "The target for " + target.metric().id().value()
                        + " must count working days on a calendar, not on a combination of several or of several zones."
                        + "\nMaybe name the calendar whose dates are meant.");
    }

    /** Whether it is a duration, so that elapsed and remaining time add up to it. */
    boolean isDuration() {
        return nanos != RULE;
    }

    /** What this is to a cycle that starts at an instant. */
    Promise startingAt(long start) {
        return outside == null || outside.hours().isOpen(EpochNanos.toInstant(start)) ? this : outside.promise();
    }

    /** The same counted on another clock, unless it is counted on none but its own. */
    Promise on(BusinessTime other) {
        return within instanceof TargetTime.WallTime
                ? this
                : new Promise(policy, target, within, nanos, other, days, outside, agreed);
    }

    /** The same with a due date set by hand. */
    Promise agreedOn(Instant due) {
        return new Promise(policy, target, TargetTime.at(due), RULE, time, days, null, true);
    }

    /** Whether the other promises as much, on whatever clock. */
    boolean sameLength(Promise other) {
        return nanos == other.nanos && ((isPlain() && other.isPlain()) || within.equals(other.within));
    }

    private boolean isPlain() {
        return isDuration() && !(within instanceof TargetTime.OpenThenWallTime);
    }

    /** Whether a change from this to another is a retarget: the time or the clock differs, whatever policy says so. */
    boolean differsFrom(Promise other) {
        return !sameLength(other) || !time.equals(other.time);
    }
}

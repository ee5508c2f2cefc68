package dev.customerservice.domain.sla;

import dev.customerservice.domain.calendar.BusinessTime;
import java.time.Duration;

/**
 * What was promised for one metric from some event on: a time on a clock, under a version of a policy.
 *
 * @param policy the policy
 * @param target the target of the policy for the metric
 * @param within the time promised
 * @param nanos the same in nanoseconds
 * @param time the clock it is counted on
 */
record Promise(SlaPolicy policy, SlaTarget target, Duration within, long nanos, BusinessTime time) {
    /** Whether a change from this to another is a retarget: the time or the clock differs, whatever policy says so. */
    boolean differsFrom(Promise other) {
        return nanos != other.nanos || !time.equals(other.time);
    }
}

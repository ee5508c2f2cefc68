package dev.customerservice.domain.sla;

import java.time.Duration;

/** When a level of escalation is reached, measured on the clock of its target. Immutable. */
public sealed interface EscalationTime {
    /**
     * When a share of the target is used up, rounded up to whole seconds of counted time.
     *
     * @param percent the share in percent, from 1; above 100 is after the due time
     */
    record Percent(int percent) implements EscalationTime {
        /** Refuses less than one percent. */
        public Percent {
            SlaException.check(
                    percent >= 1,
                    SlaFault.BAD_ESCALATION,
                    "The share (%s %%) of an escalation must be 1 percent or more.",
                    percent);
        }
    }

    /**
     * Some open time from the due time. Pauses are not looked at: they have moved the due time already.
     *
     * @param fromDue how much, negative for before
     */
    record OpenOffset(Duration fromDue) implements EscalationTime {}

    /**
     * Some time of the wall clock from the due time.
     *
     * @param fromDue how much, negative for before
     */
    record WallOffset(Duration fromDue) implements EscalationTime {}

    /**
     * The same local time some working days from the due time; outside the hours it is the next opening, or the last closing if it
     * lies before the due time.
     *
     * @param days how many working days, negative for before
     */
    record WorkingDayOffset(int days) implements EscalationTime {}
}

package dev.customerservice.domain.sla;

/** What a change of the target does to a cycle that is open. */
public enum Retarget {
    /** The new target is compared with all that was counted so far; the due time may come to lie in the past. */
    KEEP_ELAPSED,
    /** The cycle counts from zero again, from the instant of the change. */
    RESTART,
    /**
     * The fraction of the old target that is used up is used up of the new one too, rounded down to whole seconds. A used-up target
     * stays used up.
     */
    PROPORTIONAL
}

package dev.customerservice.domain.sla;

/** Why a cycle ended without being completed. */
public enum CancelReason {
    /** The ticket was merged into another. */
    MERGED,
    /** The ticket was deleted. */
    DELETED,
    /** No policy in force promises the metric any more; promised again, the cycle is open as if nothing had been withdrawn. */
    POLICY_REMOVED,
    /** The cancel condition of the metric held. */
    CONDITION
}

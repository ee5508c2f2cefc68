package dev.customerservice.domain.sla;

import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.SlaPolicyId;
import java.util.Optional;

/**
 * Something in a book of policies that is allowed and most likely not meant.
 *
 * @param kind what it is
 * @param policy the policy
 * @param version its version
 * @param metric the metric, if it is about a target
 * @param detail the values concerned, in words
 */
public record LintFinding(Kind kind, SlaPolicyId policy, String version, Optional<SlaMetricId> metric, String detail) {
    /** What is most likely not meant. */
    public enum Kind {
        /** Every ticket that fits the policy fits an earlier one, or no ticket fits it. */
        UNREACHABLE_POLICY,
        /** Every ticket that fits the goal fits an earlier one of the same target. */
        UNREACHABLE_GOAL,
        /** The clock may be stopped and paused by the same state of a ticket; it is stopped then. */
        STOP_AND_PAUSE_OVERLAP,
        /**
         * The target is zero, which only an end at the start or before the hours meets; it has passed at the instant asked about; or it is
         * more than the calendar ever gives from there, so that it has no due time.
         */
        TARGET_NEVER_MET,
        /** The first reply may take longer than the resolution. */
        REPLY_SLOWER_THAN_RESOLUTION,
        /** No goal holds for some tickets, so that nothing is promised to them. */
        HOLE_IN_MATRIX,
        /** A policy or goal asks for something that has just happened, so that it holds at one event only. */
        HAPPENING_IN_MATCH,
        /** A clock comes after a metric for which the policy has no target, so that it never starts or knows no due time before it. */
        MISSING_MILESTONE,
        /** An internal agreement or a contract with a supplier allows more time than the agreement with the customer. */
        UNDERPINNING_TOO_SLOW
    }
}

package dev.customerservice.domain.sla;

import static com.google.common.base.Preconditions.checkArgument;

import dev.customerservice.domain.ticket.TicketCondition;
import java.time.Duration;

/**
 * One row of a matrix of targets: how long something may take when a condition holds.
 *
 * @param when the condition, asked again at each event
 * @param within how long it may take, zero or more
 */
public record Goal(TicketCondition when, Duration within) {
    /** Refuses a negative duration. */
    public Goal {
        checkArgument(
                !within.isNegative(), "The target (%s) must not be negative.\nMaybe write PT0S for at once.", within);
    }
}

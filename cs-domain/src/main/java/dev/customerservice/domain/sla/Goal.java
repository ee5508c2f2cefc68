package dev.customerservice.domain.sla;

import dev.customerservice.domain.ticket.TicketCondition;
import java.time.Duration;

/**
 * One row of a matrix of targets: how long something may take when a condition holds.
 *
 * @param when the condition, asked again at each event
 * @param within how long it may take, or by when it must be done
 */
public record Goal(TicketCondition when, TargetTime within) {
    /**
     * A row with a duration of open time.
     *
     * @param when the condition, asked again at each event
     * @param within how long it may take, zero or more
     */
    public Goal(TicketCondition when, Duration within) {
        this(when, TargetTime.of(within));
    }
}

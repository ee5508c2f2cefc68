package dev.customerservice.domain.sla;

import dev.customerservice.domain.ticket.DueDateSet;
import dev.customerservice.domain.ticket.SlaMetricId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event as the clocks of a plan see it.
 *
 * @param at when it happened
 * @param position its position in the history
 * @param situation how the ticket stands after it
 * @param status the name of the status after it
 * @param owners who owns the ticket after it, for each attribute of the plan that owns cycles
 * @param fieldInstants what the custom fields of the plan hold from which clocks count, see {@link FieldInstant}
 * @param dueDate the due date it sets by hand, if it does
 */
record Moment(
        long at,
        int position,
        Situation situation,
        String status,
        List<Optional<String>> owners,
        List<Long> fieldInstants,
        @Nullable DueDateSet dueDate) {
    boolean setsDueDateOf(SlaMetricId metric) {
        return dueDate != null && dueDate.metric().equals(metric);
    }
}

package dev.customerservice.domain.ticket;

import java.time.Instant;
import java.util.Optional;

/**
 * A due date was agreed by hand for one metric, or withdrawn.
 *
 * @param head which ticket, when and by whom
 * @param metric the metric it holds for
 * @param due the instant agreed on, empty if it was withdrawn
 */
public record DueDateSet(EventHead head, SlaMetricId metric, Optional<Instant> due) implements TicketEvent {
    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.dueDateSet(this);
    }
}

package dev.customerservice.domain.sla;

import static dev.customerservice.domain.ticket.StatusCategory.CLOSED;
import static dev.customerservice.domain.ticket.StatusCategory.ON_HOLD;
import static dev.customerservice.domain.ticket.StatusCategory.PENDING;
import static dev.customerservice.domain.ticket.StatusCategory.SOLVED;
import static dev.customerservice.domain.ticket.TicketCondition.always;
import static dev.customerservice.domain.ticket.TicketCondition.happened;
import static dev.customerservice.domain.ticket.TicketCondition.is;
import static dev.customerservice.domain.ticket.TicketCondition.not;
import static dev.customerservice.domain.ticket.TicketCondition.status;

import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.Happening;
import dev.customerservice.domain.ticket.TicketCondition;
import java.util.List;

/** The definitions behind the constants of {@link SlaMetric}. */
final class StandardMetrics {
    private static final TicketCondition DONE = status(SOLVED, CLOSED);
    private static final TicketCondition REPLY = happened(Happening.REPLY);

    static final SlaMetric FIRST_REPLY = SlaMetric.builder()
            .id("first_reply")
            .start(is(Attribute.CONTACTED))
            .stop(DONE)
            .finish(REPLY)
            .build();
    static final SlaMetric NEXT_REPLY = SlaMetric.builder()
            .id("next_reply")
            .start(is(Attribute.AWAITING_NEXT_REPLY).and(is(Attribute.REPLIED)).and(not(DONE)))
            .stop(not(is(Attribute.AWAITING_NEXT_REPLY)).or(DONE))
            .again(Again.NEW_CYCLE)
            .build();
    static final SlaMetric PERIODIC_UPDATE = SlaMetric.builder()
            .id("periodic_update")
            .start(REPLY.and(not(DONE)))
            .stop(DONE)
            .reset(REPLY)
            .again(Again.NEW_CYCLE)
            .discardsEmptyCycles(true)
            .build();
    static final SlaMetric PAUSABLE_UPDATE = SlaMetric.builder()
            .from(PERIODIC_UPDATE)
            .id("pausable_update")
            .pausedWhile(status(PENDING))
            .build();
    static final SlaMetric RESOLUTION =
            SlaMetric.builder().id("resolution").start(always()).stop(DONE).build();
    static final SlaMetric REQUESTER_WAIT = SlaMetric.builder()
            .from(RESOLUTION)
            .id("requester_wait")
            .pausedWhile(status(PENDING))
            .build();
    static final SlaMetric AGENT_WORK = SlaMetric.builder()
            .from(RESOLUTION)
            .id("agent_work")
            .pausedWhile(status(PENDING, ON_HOLD))
            .build();
    static final SlaMetric TIME_TO_OWN = SlaMetric.builder()
            .id("time_to_own")
            .start(always())
            .stop(DONE)
            .finish(is(Attribute.ASSIGNED))
            .build();
    static final SlaMetric GROUP_OWNERSHIP = SlaMetric.builder()
            .id("group_ownership")
            .start(is(Attribute.IN_TEAM).and(not(DONE)))
            .stop(not(is(Attribute.IN_TEAM)).or(DONE))
            .again(Again.NEW_CYCLE)
            .owner(Attribute.TEAM)
            .build();

    static final List<SlaMetric> ALL = List.of(
            FIRST_REPLY,
            NEXT_REPLY,
            PERIODIC_UPDATE,
            PAUSABLE_UPDATE,
            REQUESTER_WAIT,
            AGENT_WORK,
            RESOLUTION,
            TIME_TO_OWN,
            GROUP_OWNERSHIP);

    private StandardMetrics() {}
}

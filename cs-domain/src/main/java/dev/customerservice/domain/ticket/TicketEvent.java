package dev.customerservice.domain.ticket;

import java.time.Instant;

/**
 * Something that happened to a ticket. The family is closed; {@link Marked} carries what it cannot foresee.
 *
 * <p>An event says what is true from its instant on. It names its author with the kind they had then, so that a history can be
 * judged again years later without asking anybody. Events are immutable and thread-safe.
 */
public sealed interface TicketEvent
        permits TicketCreated,
                MessageAdded,
                StatusChanged,
                Reopened,
                PriorityChanged,
                CategoryChanged,
                AssigneeChanged,
                TeamChanged,
                RequesterChanged,
                TagsChanged,
                FieldChanged,
                Escalated,
                Linked,
                Split,
                Merged,
                Deleted,
                SlaApplied,
                DueDateSet,
                Marked,
                KeptEvent {

    /** {@return which ticket, when and by whom} */
    EventHead head();

    /** {@return when it happened} */
    default Instant at() {
        return head().at();
    }

    /**
     * Calls the method of a handler that fits this event.
     *
     * @param handler the handler
     * @param <R> what the handler makes of an event
     * @return what the handler returned
     */
    <R> R accept(Handler<R> handler);

    /**
     * One method for each kind of event, so that a new kind cannot be forgotten in silence.
     *
     * @param <R> what the handler makes of an event
     */
    interface Handler<R> {
        /**
         * Handles this kind of event.
         *
         * @param event the event
         * @return what the handler makes of it
         */
        R ticketCreated(TicketCreated event);

        /**
         * Handles this kind of event.
         *
         * @param event the event
         * @return what the handler makes of it
         */
        R messageAdded(MessageAdded event);

        /**
         * Handles this kind of event.
         *
         * @param event the event
         * @return what the handler makes of it
         */
        R statusChanged(StatusChanged event);

        /**
         * Handles this kind of event.
         *
         * @param event the event
         * @return what the handler makes of it
         */
        R reopened(Reopened event);

        /**
         * Handles this kind of event.
         *
         * @param event the event
         * @return what the handler makes of it
         */
        R priorityChanged(PriorityChanged event);

        /**
         * Handles this kind of event.
         *
         * @param event the event
         * @return what the handler makes of it
         */
        R categoryChanged(CategoryChanged event);

        /**
         * Handles this kind of event.
         *
         * @param event the event
         * @return what the handler makes of it
         */
        R assigneeChanged(AssigneeChanged event);

        /**
         * Handles this kind of event.
         *
         * @param event the event
         * @return what the handler makes of it
         */
        R teamChanged(TeamChanged event);

        /**
         * Handles this kind of event.
         *
         * @param event the event
         * @return what the handler makes of it
         */
        R requesterChanged(RequesterChanged event);

        /**
         * Handles this kind of event.
         *
         * @param event the event
         * @return what the handler makes of it
         */
        R tagsChanged(TagsChanged event);

        /**
         * Handles this kind of event.
         *
         * @param event the event
         * @return what the handler makes of it
         */
        R fieldChanged(FieldChanged event);

        /**
         * Handles this kind of event.
         *
         * @param event the event
         * @return what the handler makes of it
         */
        R escalated(Escalated event);

        /**
         * Handles this kind of event.
         *
         * @param event the event
         * @return what the handler makes of it
         */
        R linked(Linked event);

        /**
         * Handles this kind of event.
         *
         * @param event the event
         * @return what the handler makes of it
         */
        R split(Split event);

        /**
         * Handles this kind of event.
         *
         * @param event the event
         * @return what the handler makes of it
         */
        R merged(Merged event);

        /**
         * Handles this kind of event.
         *
         * @param event the event
         * @return what the handler makes of it
         */
        R deleted(Deleted event);

        /**
         * Handles this kind of event.
         *
         * @param event the event
         * @return what the handler makes of it
         */
        R slaApplied(SlaApplied event);

        /**
         * Handles this kind of event.
         *
         * @param event the event
         * @return what the handler makes of it
         */
        R dueDateSet(DueDateSet event);

        /**
         * Handles this kind of event.
         *
         * @param event the event
         * @return what the handler makes of it
         */
        R marked(Marked event);

        /**
         * Handles this kind of event.
         *
         * @param event the event
         * @return what the handler makes of it
         */
        R keptEvent(KeptEvent event);
    }
}

/**
 * Tickets as histories: what happened, in order, and what it adds up to.
 *
 * <p>A {@link dev.customerservice.domain.ticket.TicketHistory} is a checked list of {@link
 * dev.customerservice.domain.ticket.TicketEvent}s; a {@link dev.customerservice.domain.ticket.Ticket} is such a history folded up to a
 * moment. A {@link dev.customerservice.domain.ticket.TicketCondition} asks about both and can be stored. Nothing here knows a clock,
 * a calendar or a promise.
 *
 * <pre>{@code
 * TicketId id = TicketId.of("T-1");
 * TicketHistory history = TicketHistory.of(
 *     new TicketCreated(EventHead.of(id, monday, Actor.customer("c-7")), TicketDetails.none()),
 *     MessageAdded.of(EventHead.of(id, tuesday, Actor.agent("ana")), Audience.CUSTOMER));
 * }</pre>
 */
@DomainStyle
@NullMarked
package dev.customerservice.domain.ticket;

import dev.customerservice.domain.DomainStyle;
import org.jspecify.annotations.NullMarked;

/**
 * Live calls and chats, and what agents do between them.
 *
 * <p>A {@link dev.customerservice.domain.contact.Contact} is made of stretches: queue, talk, hold, wrap. A conversation that stays
 * open for days is a ticket, not a contact. An {@link dev.customerservice.domain.contact.AgentActivity} says what an agent did when no
 * contact tells.
 *
 * <pre>{@code
 * Contact call = Contact.builder().id(ContactId.of("c-1")).channel(Channel.PHONE)
 *     .addSegment(ContactSegment.queue(new Interval(nine, nineTwenty)))
 *     .addSegment(ContactSegment.of(TALK, new Interval(nineTwenty, halfPastNine), AgentId.of("ana"))).build();
 * }</pre>
 */
@DomainStyle
@NullMarked
package dev.customerservice.domain.contact;

import dev.customerservice.domain.DomainStyle;
import org.jspecify.annotations.NullMarked;

package dev.customerservice.domain.ticket;

import dev.customerservice.domain.party.ActorKind;
import dev.customerservice.domain.party.Language;
import java.util.Optional;

/**
 * Somebody wrote or said something; who did, and who may read it, decides whether it is a reply.
 *
 * @param head which ticket, when and by whom
 * @param audience who may read it
 * @param channel the channel of this message, if it differs or is known
 * @param language the language of this message, if known
 * @param template the name of the canned reply it was made from, if it was and that is known
 */
public record MessageAdded(
        EventHead head,
        Audience audience,
        Optional<Channel> channel,
        Optional<Language> language,
        Optional<String> template)
        implements TicketEvent {
    /**
     * A message of which only the audience is known.
     *
     * @param head which ticket, when and by whom
     * @param audience who may read it
     * @return the event
     */
    public static MessageAdded of(EventHead head, Audience audience) {
        return new MessageAdded(head, audience, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The same message, made from a canned reply.
     *
     * @param name the name of the canned reply, such as that of a macro
     * @return a copy
     */
    public MessageAdded withTemplate(String name) {
        return new MessageAdded(head, audience, channel, language, Optional.of(name));
    }

    /** {@return whether this is a reply: written by a human agent, readable for the customer} */
    public boolean isReply() {
        return audience == Audience.CUSTOMER && head.by().kind() == ActorKind.AGENT;
    }

    /** {@return whether a customer wrote it to the team} */
    public boolean isFromCustomer() {
        return audience == Audience.CUSTOMER && head.by().kind() == ActorKind.CUSTOMER;
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.messageAdded(this);
    }
}

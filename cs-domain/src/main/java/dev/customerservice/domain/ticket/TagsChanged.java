package dev.customerservice.domain.ticket;

import java.util.Set;

/**
 * Tags were added, removed, or both; what is in both sets is added.
 *
 * @param head which ticket, when and by whom
 * @param added the tags put on
 * @param removed the tags taken off
 */
public record TagsChanged(EventHead head, Set<String> added, Set<String> removed) implements TicketEvent {
    /** Keeps unmodifiable copies. */
    public TagsChanged {
        added = Set.copyOf(added);
        removed = Set.copyOf(removed);
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.tagsChanged(this);
    }
}

package dev.customerservice.domain.sla;

import dev.customerservice.domain.ticket.Happening;
import dev.customerservice.domain.ticket.TicketCursor;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.Traits;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a history and says how the ticket stands after each event, as far as a plan asks.
 *
 * <p>It looks at the ticket itself only where an event may have changed what {@link Traits} do not
 * tell.
 */
final class Walk {
    private static final long DUE_DATE = Traits.of(Happening.DUE_DATE_SET);

    private final Situations situations;
    private final TicketHistory history;
    private final @Nullable String[] owners;
    private Situation situation;
    private @Nullable TicketCursor cursor;

    Walk(SlaPlan plan, TicketHistory history) {
        this.situations = plan.situations();
        this.history = history;
        this.owners = new String[plan.owners().size()];
        this.situation = plan.nothing();
    }

    /** Goes to the next event, and says how the ticket stands after it. */
    Situation next(int position) {
        long traits = history.traitsAt(position);
        situation = (traits & situations.looking()) == 0
                ? situations.after(situation, traits)
                : situations.after(situation, traits, cursorAt(position), owners);
        return situation;
    }

    /** {@return whether an event with these traits sets a due date by hand} */
    static boolean setsDueDate(long traits) {
        return (traits & DUE_DATE) != 0;
    }

    /** {@return the ticket after an event, from now on until a later one is asked for} */
    TicketCursor cursorAt(int position) {
        TicketCursor moving = cursor == null ? history.cursor() : cursor;
        cursor = moving;
        while (moving.position() < position) {
            moving.next();
        }
        return moving;
    }

    /** {@return who owns the ticket now, by the place of an attribute of the plan} */
    @Nullable
    String owner(int attribute) {
        return owners[attribute];
    }
}

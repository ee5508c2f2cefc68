package dev.customerservice.metrics.facts;

import dev.customerservice.domain.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds at which of some rising instants each item was open; the instants that one stretch covers lie side by side. */
final class OpenItems {
    private final List<Instant> rising;
    private final boolean before;
    private final List<List<BacklogFacts>> rows = new ArrayList<>();

    private OpenItems(List<Instant> rising, Backlog.Side side) {
        this.rising = rising;
        this.before = side == Backlog.Side.BEFORE;
        for (int i = 0; i < rising.size(); i++) {
            if (i > 0 && rising.get(i).isBefore(rising.get(i - 1))) {
                throw new IllegalArgumentException("Instant (" + rising.get(i)
                        + ") must not lie before the one before it.\nMaybe sort the instants.");
            }
            rows.add(new ArrayList<>());
        }
    }

    /** What was open by a rule at rising instants: one fact for each open ticket, with the attributes of that instant. */
    static List<List<BacklogFacts>> of(Facts facts, List<Instant> rising, Backlog rule) {
        OpenItems open = new OpenItems(rising, rule.side());
        if (rule instanceof Backlog.ByStatus byStatus) {
            for (StayFacts stay : facts.rows(StayFacts.class)) {
                if (byStatus.statuses().contains(stay.status())) {
                    open.add(stay.ticket(), stay, stay.at(), stay.until(), stay.createdAt(), at -> stay);
                }
            }
        } else if (rule instanceof Backlog.ByMilestone between) {
            for (TicketFacts ticket : facts.tickets()) {
                Optional<? extends Moment> from = between.from().of(ticket);
                if (from.isPresent()) {
                    Instant since = from.get().at();
                    Optional<Instant> until = between.until().of(ticket).map(Moment::at);
                    open.add(ticket.ticket(), ticket, since, until, since, at -> open.visible(ticket.stays(), at));
                }
            }
        }
        return open.rows;
    }

    private void add(
            TicketId ticket,
            Fact of,
            Instant from,
            Optional<Instant> until,
            Instant since,
            Function<Instant, StayFacts> stays) {
        int end = until.isPresent() ? first(until.get()) : rising.size();
        for (int i = first(from); i < end; i++) {
            Instant at = rising.get(i);
            StayFacts stay = stays.apply(at);
            rows.get(i).add(new BacklogRow(ticket, at, stay.as(), since, updated(stay, at), of));
        }
    }

    /** The last stay that had begun as far as it was visible at an instant; the first where its ticket is said to be older than its creation. */
    private StayFacts visible(List<StayFacts> stays, Instant at) {
        int last = 0;
        while (last + 1 < stays.size() && isVisible(stays.get(last + 1).at(), at)) {
            last++;
        }
        return stays.get(last);
    }

    private Instant updated(StayFacts stay, Instant at) {
        Instant last = stay.at();
        for (Instant update : stay.updates()) {
            last = isVisible(update, at) ? update : last;
        }
        return last;
    }

    private boolean isVisible(Instant happened, Instant at) {
        return before ? happened.isBefore(at) : !happened.isAfter(at);
    }

    /** The first instant at which what happens at the given instant is visible: from it on, or only after it. */
    private int first(Instant happened) {
        int low = 0;
        int high = rising.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isVisible(happened, rising.get(middle))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}

package dev.customerservice.domain.exchange;

import dev.customerservice.domain.ticket.StatedValues;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A log that has been read but not yet turned into histories: they are made one at a time, so a log takes a fraction of the memory
 * that its histories would. Whoever goes through it twice gets equal histories twice. Immutable, and thread-safe.
 */
public final class ScannedLog {
    private final Scan scan;
    private final long rows;
    private final Optional<Instant> latest;
    private final Failures failures;

    ScannedLog(LogMapping mapping, LogTable table, long rows, Failures failures) {
        this.scan = Scan.of(mapping, table, failures);
        this.rows = rows;
        this.latest = scan.columns().times.latest(eventTimes(mapping), scan.order());
        this.failures = failures;
    }

    /** The columns whose times become the times of events. */
    private static Set<String> eventTimes(LogMapping mapping) {
        Set<String> names = new LinkedHashSet<>();
        mapping.column(LogColumn.AT).ifPresent(names::add);
        if (mapping.shape() == LogShape.TICKET_PER_ROW) {
            mapping.stated().stream()
                    .filter(column -> column.name().equals(StatedValues.OPENED))
                    .forEach(column -> names.add(column.column()));
            mapping.milestones().forEach(milestone -> names.add(milestone.column()));
        }
        return names;
    }

    /** {@return the latest time of anything that the log says happened, empty if it says nothing} */
    public Optional<Instant> latest() {
        return latest;
    }

    /**
     * Makes the histories one after another.
     *
     * @param each is given each history, in the order the tickets first appear
     * @return what the log gave besides, the same at each call
     */
    public LoadOutcome forEach(Consumer<? super TicketHistory> each) {
        Failures found = failures.copy();
        HistoryWriter writer = new HistoryWriter(scan, found);
        long tickets = 0;
        for (int code = 1; code < scan.order().tickets(); code++) {
            Optional<TicketHistory> history = writer.write(code);
            if (history.isPresent()) {
                tickets++;
                each.accept(history.get());
            }
        }
        return new LoadOutcome(writer.surveys(), found.inOrder(), summary(tickets, found));
    }

    /**
     * Makes the history of one ticket.
     *
     * @param id the ticket
     * @return its history, empty if the log has none
     */
    public Optional<TicketHistory> history(TicketId id) {
        int code = scan.table().tickets().code(id.value());
        return code == Dictionary.MISSING ? Optional.empty() : new HistoryWriter(scan, new Failures()).write(code);
    }

    /** {@return all histories and what the log gave besides} */
    public LoadedLog load() {
        List<TicketHistory> histories = new ArrayList<>();
        LoadOutcome outcome = forEach(histories::add);
        return new LoadedLog(histories, outcome.surveys(), outcome.failures(), outcome.summary());
    }

    private LoadSummary summary(long tickets, Failures found) {
        Map<String, ColumnValues> values = new RawValues(scan.mapping()).count(scan.table());
        return new LoadSummary(
                rows,
                found.rowsLeftOut(),
                tickets,
                scan.order().rowsOutOfOrder(),
                scan.order().ticketsOutOfOrder(),
                scan.order().duplicates(),
                scan.columns().times.ambiguous(),
                values);
    }

    /** {@return the number of rows; no content} */
    @Override
    public String toString() {
        return "ScannedLog[" + rows + " rows]";
    }
}

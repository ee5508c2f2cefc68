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
    private final LogMapping mapping;
    private final LogTable table;
    private final long rows;
    private final RowOrder order;
    private final LogColumns columns;
    private final StatedReader stated;
    private final Optional<Instant> latest;
    private final Failures failures;

    private ScannedLog(
            LogMapping mapping, LogTable table, long rows, LogTimes times, RowOrder order, Failures failures) {
        this.mapping = mapping;
        this.table = table;
        this.rows = rows;
        this.order = order;
        this.columns = new LogColumns(mapping, table, times, failures);
        this.stated = new StatedReader(mapping, table, times, order, failures);
        this.latest = times.latest(eventTimes(mapping), order);
        this.failures = failures;
    }

    static ScannedLog of(LogMapping mapping, LogTable table, long rows, Failures failures) {
        LogTimes times = new LogTimes(mapping, table, failures);
        RowOrder order = RowOrder.of(mapping, table, times, failures);
        return new ScannedLog(mapping, table, rows, times, order, failures);
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
        HistoryWriter writer = new HistoryWriter(mapping, table, columns, stated, found);
        long tickets = 0;
        for (int code = 1; code < order.tickets(); code++) {
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
        int code = table.dictionary(table.index(mapping.column(LogColumn.TICKET).orElseThrow()))
                .code(id.value());
        return code == Dictionary.MISSING
                ? Optional.empty()
                : new HistoryWriter(mapping, table, columns, stated, new Failures()).write(code);
    }

    /** {@return all histories and what the log gave besides} */
    public LoadedLog load() {
        List<TicketHistory> histories = new ArrayList<>();
        LoadOutcome outcome = forEach(histories::add);
        return new LoadedLog(histories, outcome.surveys(), outcome.failures(), outcome.summary());
    }

    private LoadSummary summary(long tickets, Failures found) {
        Map<String, ColumnValues> values = new RawValues(mapping).count(table);
        return new LoadSummary(
                rows,
                found.rowsLeftOut(),
                tickets,
                order.rowsOutOfOrder(),
                order.ticketsOutOfOrder(),
                order.duplicates(),
                columns.times.ambiguous(),
                values);
    }

    /** {@return the number of rows; no content} */
    @Override
    public String toString() {
        return "ScannedLog[" + rows + " rows]";
    }
}

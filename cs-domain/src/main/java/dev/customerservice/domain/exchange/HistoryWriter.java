package dev.customerservice.domain.exchange;

import dev.customerservice.domain.survey.SurveyResponse;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.HistoryCheck;
import dev.customerservice.domain.ticket.StatedValues;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.domain.ticket.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the ordered rows of each ticket into its history, its stated values and its survey responses. */
final class HistoryWriter {
    private final LogMapping mapping;
    private final LogTable table;
    private final LogColumns columns;
    private final RowOrder order;
    private final StatedReader statedReader;
    private final Failures failures;
    private final RowWriter writer;
    private final SurveyWriter surveys;
    private final Status initialStatus;

    /** The stated values that say when a ticket was done. */
    private final List<StatedColumn> ends;

    HistoryWriter(Scan scan, Failures failures) {
        this.mapping = scan.mapping();
        this.table = scan.table();
        this.columns = scan.columns();
        this.order = scan.order();
        this.statedReader = scan.stated();
        this.failures = failures;
        writer = new RowWriter(mapping, table, columns);
        surveys = new SurveyWriter(mapping, columns, writer.picture());
        initialStatus = mapping.initialStatus().map(this::status).orElse(Status.NEW);
        ends = mapping.stated().stream()
                .filter(column -> column.name().equals(StatedValues.RESOLVED)
                        || column.name().equals(StatedValues.CLOSED))
                .toList();
    }

    List<SurveyResponse> surveys() {
        return surveys.responses();
    }

    /** The history of the ticket with a code; none if it has no rows, or if they are refused. */
    Optional<TicketHistory> write(int code) {
        int start = order.start(code);
        int end = order.end(code);
        if (start == end) {
            return Optional.empty();
        }
        TicketId id = TicketId.of(table.tickets().text(code));
        StatedValues stated = statedReader.read(start, end);
        writer.clear();
        if (mapping.shape() == LogShape.TICKET_PER_ROW) {
            writeTicket(id, stated, start, end);
        } else {
            writeRows(id, stated, start, end);
        }
        return check(stated, end);
    }

    private Status status(String name) {
        return mapping.status(name).orElseThrow();
    }

    private Optional<TicketHistory> check(StatedValues stated, int end) {
        if (writer.events().isEmpty()) {
            return Optional.empty();
        }
        int row = order.row(end - 1);
        HistoryCheck check = TicketHistory.check(writer.events(), Workflow.anyChange());
        Optional<TicketHistory> history = Optional.empty();
        if (check instanceof HistoryCheck.Accepted accepted) {
            history = Optional.of(accepted.history().stating(stated));
        } else if (check instanceof HistoryCheck.Refused refused) {
            failures.leaveOut(table.rowNumber(row), null, LoadFault.IMPOSSIBLE_HISTORY, refused.detail());
        }
        Optional<Instant> opened = stated.moment(StatedValues.OPENED);
        for (StatedColumn column : ends) {
            Optional<Instant> done = stated.moment(column.name());
            if (opened.isPresent() && done.isPresent() && done.get().isBefore(opened.get())) {
                reportDoneEarly(row, column.column());
            }
        }
        return history;
    }

    private void reportDoneEarly(int row, @Nullable String column) {
        failures.add(
                table.rowNumber(row),
                column,
                LoadFault.CLOSED_BEFORE_OPENED,
                "The ticket must not be done before it was opened.");
    }

    private void writeRows(TicketId id, StatedValues stated, int start, int end) {
        int first = order.row(start);
        Instant firstAt = at(first);
        Optional<Instant> opened = stated.moment(StatedValues.OPENED);
        boolean openedEarlier = opened.isPresent() && opened.get().isBefore(firstAt);
        boolean snapshots = mapping.shape() == LogShape.SNAPSHOT_PER_ROW;
        Status status = initialStatus;
        Status firstStatus = columns.status.at(first);
        if (snapshots && !openedEarlier && firstStatus != null) {
            status = firstStatus;
        }
        TicketDetails details = writer.picture().begin(first, status, !openedEarlier && writer.assigns(first));
        Instant createdAt = openedEarlier ? opened.get() : firstAt;
        EventHead creation = writer.head(id, createdAt, writer.creator(first, !openedEarlier), first);
        writer.events().add(new TicketCreated(creation, details));
        surveys.begin(id);
        Instant opening = opened.or(() -> creation(start, end)).orElse(firstAt);
        for (int position = start; position < end; position++) {
            int row = order.row(position);
            Instant at = at(row);
            LogActivity activity = columns.activity.at(row);
            writer.begin(id, at, row, activity);
            if (row != first || openedEarlier) {
                writer.change(row);
            }
            if (activity != null) {
                writer.write(activity, row);
            }
            Status next = columns.status.at(row);
            if (next != null && (!snapshots || !next.equals(status))) {
                status = next;
                writer.events().add(new StatusChanged(writer.head(), next));
                if (next.isDone() && at.isBefore(opening)) {
                    reportDoneEarly(row, mapping.columns().get(LogColumn.STATUS));
                }
            }
            surveys.row(row, at);
        }
        surveys.end();
    }

    private Optional<Instant> creation(int start, int end) {
        for (int position = start; position < end && !columns.activity.isAbsent(); position++) {
            if (columns.activity.at(order.row(position)) == LogActivity.CREATION) {
                return Optional.of(at(order.row(position)));
            }
        }
        return Optional.empty();
    }

    private Instant at(int row) {
        Instant at = columns.at.at(row);
        if (at == null) {
            throw new IllegalStateException("The rows of a ticket must have their times.");
        }
        return at;
    }

    /** What one row tells of a whole ticket, besides its creation. */
    private record Step(Instant at, LogMilestone milestone) {}

    private void writeTicket(TicketId id, StatedValues stated, int start, int end) {
        int row = order.row(end - 1);
        for (int position = start; position + 1 < end; position++) {
            if (!table.sameRow(order.row(position), row)) {
                failures.leaveOut(
                        table.rowNumber(order.row(position)),
                        null,
                        LoadFault.REPEATED_TICKET,
                        "The ticket must have one row; its last one was taken.");
            }
        }
        Optional<Instant> opened = stated.moment(StatedValues.OPENED);
        if (opened.isEmpty()) {
            failures.leaveOut(
                    table.rowNumber(row), null, LoadFault.MISSING_TIME, "The row must say when the ticket was opened.");
            return;
        }
        List<Step> steps = steps(row, opened.get());
        Status last = columns.status.at(row);
        boolean undated =
                steps.stream().noneMatch(step -> step.milestone().status().isPresent());
        Instant changed = columns.at.at(row);
        Status first = last != null && undated && changed == null && !last.isDone() ? last : initialStatus;
        TicketDetails details = writer.picture().begin(row, first, true);
        writer.events().add(new TicketCreated(writer.head(id, opened.get(), writer.creator(row, true), row), details));
        Status status = first;
        Instant latest = opened.get();
        for (Step step : steps) {
            latest = step.at();
            if (step.milestone().status().isPresent()) {
                status = status(step.milestone().status().get());
                writer.begin(id, latest, row, columns.activity.at(row));
                writer.events().add(new StatusChanged(writer.head(), status));
            } else {
                LogActivity activity = step.milestone().activity().orElseThrow();
                writer.begin(id, latest, row, activity);
                writer.write(activity, row);
            }
        }
        if (last != null && !last.equals(status)) {
            writeLastStatus(id, row, last, latest, changed);
        }
        surveys.begin(id);
        surveys.row(row, changed == null || changed.isBefore(latest) ? latest : changed);
        surveys.end();
    }

    private void writeLastStatus(TicketId id, int row, Status last, Instant latest, @Nullable Instant changed) {
        if (changed != null && !changed.isBefore(latest)) {
            writer.begin(id, changed, row, columns.activity.at(row));
            writer.events().add(new StatusChanged(writer.head(), last));
        } else {
            failures.add(
                    table.rowNumber(row),
                    mapping.columns().get(LogColumn.STATUS),
                    LoadFault.STATUS_WITHOUT_TIME,
                    "The status (" + last.name() + ") must come with the time it was taken.");
        }
    }

    private List<Step> steps(int row, Instant opened) {
        List<Step> steps = new ArrayList<>();
        for (LogMilestone milestone : mapping.milestones()) {
            Instant at = columns.times.column(milestone.column()).at(row);
            if (at == null) {
                continue;
            }
            if (at.isBefore(opened)) {
                reportDoneEarly(row, milestone.column());
            } else {
                steps.add(new Step(at, milestone));
            }
        }
        steps.sort(Comparator.comparing(Step::at));
        return steps;
    }
}

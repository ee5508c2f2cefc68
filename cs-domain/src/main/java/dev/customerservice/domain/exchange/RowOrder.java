package dev.customerservice.domain.exchange;

import com.google.common.primitives.Longs;
import dev.customerservice.domain.time.EpochNanos;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rows of each ticket side by side, each ticket's in the order of its time, its ordering columns and the file. */
final class RowOrder {
    private static final int SHORT_RUN = 16;

    private final LogTable table;
    private final int[] rows;
    private final int[] starts;
    private final List<long[]> keys = new ArrayList<>();
    private final List<IntColumn> keyCodes = new ArrayList<>();
    private long rowsOutOfOrder;
    private long ticketsOutOfOrder;
    private long duplicates;

    private RowOrder(LogTable table, int[] rows, int[] starts) {
        this.table = table;
        this.rows = rows;
        this.starts = starts;
    }

    /** Groups and sorts the rows that can be used; each other row has been reported already or is here. */
    static RowOrder of(LogMapping mapping, LogTable table, LogTimes times, Failures failures) {
        int ticket = table.ticketColumn();
        boolean[] usable = usable(mapping, table, times, failures, ticket);
        int[] starts = new int[table.dictionary(ticket).size() + 1];
        for (int row = 0; row < table.size(); row++) {
            if (usable[row]) {
                starts[table.code(ticket, row) + 1]++;
            }
        }
        for (int code = 0; code + 1 < starts.length; code++) {
            starts[code + 1] += starts[code];
        }
        int[] rows = new int[starts[starts.length - 1]];
        int[] next = starts.clone();
        for (int row = 0; row < table.size(); row++) {
            if (usable[row]) {
                rows[next[table.code(ticket, row)]++] = row;
            }
        }
        RowOrder order = new RowOrder(table, rows, starts);
        order.sort(mapping, times);
        return order;
    }

    private static boolean[] usable(LogMapping mapping, LogTable table, LogTimes times, Failures failures, int ticket) {
        boolean[] usable = new boolean[table.size()];
        boolean timed = mapping.shape() != LogShape.TICKET_PER_ROW;
        String timeColumn = mapping.columns().getOrDefault(LogColumn.AT, "");
        Decoded<Instant> at = timed ? times.column(timeColumn) : Decoded.absent();
        for (int row = 0; row < usable.length; row++) {
            if (table.code(ticket, row) == Dictionary.MISSING) {
                failures.leaveOut(
                        table.rowNumber(row),
                        table.names().get(ticket),
                        LoadFault.MISSING_ID,
                        "The row must name its ticket.");
            } else if (timed && at.at(row) == null) {
                if (table.code(table.index(timeColumn), row) == Dictionary.MISSING) {
                    failures.add(
                            table.rowNumber(row), timeColumn, LoadFault.MISSING_TIME, "The row must have its time.");
                }
                failures.leaveOut(table.rowNumber(row));
            } else {
                usable[row] = true;
            }
        }
        return usable;
    }

    /** The number of codes of tickets; a code may have no usable row. */
    int tickets() {
        return starts.length - 1;
    }

    int start(int ticket) {
        return starts[ticket];
    }

    int end(int ticket) {
        return starts[ticket + 1];
    }

    /** The number of rows that can be used. */
    int size() {
        return rows.length;
    }

    int row(int position) {
        return rows[position];
    }

    long rowsOutOfOrder() {
        return rowsOutOfOrder;
    }

    long ticketsOutOfOrder() {
        return ticketsOutOfOrder;
    }

    long duplicates() {
        return duplicates;
    }

    private void sort(LogMapping mapping, LogTimes times) {
        mapping.column(LogColumn.AT).ifPresent(name -> addTimeKey(name, times));
        for (String name : mapping.orderBy()) {
            if (isTime(mapping, name)) {
                addTimeKey(name, times);
            } else {
                addTextKey(name);
            }
        }
        for (int ticket = 0; ticket < tickets(); ticket++) {
            int late = countLate(starts[ticket], starts[ticket + 1]);
            if (late > 0) {
                rowsOutOfOrder += late;
                ticketsOutOfOrder++;
                sort(starts[ticket], starts[ticket + 1]);
            }
            countDuplicates(starts[ticket], starts[ticket + 1]);
        }
    }

    private static boolean isTime(LogMapping mapping, String name) {
        return mapping.column(LogColumn.AT).equals(Optional.of(name))
                || mapping.stated().stream()
                        .anyMatch(stated -> stated.kind() == StatedColumn.Kind.MOMENT
                                && stated.column().equals(name));
    }

    private void addTimeKey(String name, LogTimes times) {
        int column = table.index(name);
        Decoded<Instant> instants = times.column(name);
        long[] byCode = new long[table.dictionary(column).size()];
        byCode[Dictionary.MISSING] = Long.MIN_VALUE;
        for (int code = 1; code < byCode.length; code++) {
            Instant instant = instants.of(code);
            byCode[code] = instant == null ? Long.MIN_VALUE : EpochNanos.of(instant);
        }
        keys.add(byCode);
        keyCodes.add(table.codes(column));
    }

    /** Numbers are ordered as numbers where all texts of the column are, and as texts otherwise. */
    private void addTextKey(String name) {
        int column = table.index(name);
        Dictionary dictionary = table.dictionary(column);
        long[] byCode = new long[dictionary.size()];
        byCode[Dictionary.MISSING] = Long.MIN_VALUE;
        boolean numbers = true;
        boolean[] kept = table.keptCodes(column);
        for (int code = 1; code < byCode.length && numbers; code++) {
            Long number = Longs.tryParse(dictionary.text(code));
            numbers = number != null || !kept[code];
            byCode[code] = number == null ? 0 : number;
        }
        if (!numbers) {
            Integer[] byText = new Integer[byCode.length - 1];
            Arrays.setAll(byText, i -> i + 1);
            String[] texts = new String[byCode.length];
            Arrays.setAll(texts, dictionary::text);
            Arrays.sort(byText, (a, b) -> texts[a].compareTo(texts[b]));
            for (int rank = 0; rank < byText.length; rank++) {
                byCode[byText[rank]] = rank;
            }
        }
        keys.add(byCode);
        keyCodes.add(table.codes(column));
    }

    private int compare(int row, int other) {
        for (int i = 0; i < keys.size(); i++) {
            long[] byCode = keys.get(i);
            IntColumn codes = keyCodes.get(i);
            int compared = Long.compare(byCode[codes.at(row)], byCode[codes.at(other)]);
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    private int countLate(int start, int end) {
        int late = 0;
        for (int i = start + 1, latest = start; i < end; i++) {
            if (compare(rows[i], rows[latest]) < 0) {
                late++;
            } else {
                latest = i;
            }
        }
        return late;
    }

    private void sort(int start, int end) {
        Integer[] sorted = new Integer[end - start];
        Arrays.setAll(sorted, i -> rows[start + i]);
        Arrays.sort(sorted, this::compare);
        for (int i = 0; i < sorted.length; i++) {
            rows[start + i] = sorted[i];
        }
    }

    private void countDuplicates(int start, int end) {
        int from = start;
        for (int to = start + 1; to <= end; to++) {
            if (to == end || compare(rows[to], rows[from]) != 0) {
                duplicates += to - from <= SHORT_RUN ? compareEach(from, to) : compareAtOnce(from, to);
                from = to;
            }
        }
    }

    private int compareEach(int from, int to) {
        int found = 0;
        for (int i = from + 1; i < to; i++) {
            for (int j = from; j < i; j++) {
                if (table.sameRow(rows[i], rows[j])) {
                    found++;
                    break;
                }
            }
        }
        return found;
    }

    private int compareAtOnce(int from, int to) {
        Set<List<Integer>> different = new HashSet<>();
        for (int i = from; i < to; i++) {
            different.add(table.rowCodes(rows[i]));
        }
        return to - from - different.size();
    }
}

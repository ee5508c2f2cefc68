package dev.customerservice.domain.exchange;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The mapped columns of a log: a number for each field, a dictionary for each column. Other columns are never kept. */
final class LogTable {
    /** What decoding puts where it could not read a character. */
    private static final char UNREADABLE = '\uFFFD';

    private final ImmutableList<String> names;
    private final ImmutableMap<String, Integer> indexes;
    private final Dictionary[] dictionaries;
    private final IntColumn[] codes;
    private final IntColumn rowNumbers = new IntColumn();
    private final int ticketColumn;
    private int size;

    LogTable(LogMapping mapping) {
        names = ImmutableList.copyOf(columnsOf(mapping));
        Map<String, Integer> byName = new LinkedHashMap<>();
        names.forEach(name -> byName.put(name, byName.size()));
        indexes = ImmutableMap.copyOf(byName);
        dictionaries = new Dictionary[names.size()];
        Arrays.setAll(dictionaries, i -> new Dictionary(mapping.missing()));
        codes = new IntColumn[names.size()];
        Arrays.setAll(codes, i -> new IntColumn());
        ticketColumn = index(mapping.column(LogColumn.TICKET).orElseThrow());
    }

    /** The names of all columns that a mapping reads, each once. */
    private static Set<String> columnsOf(LogMapping mapping) {
        Set<String> columns = new LinkedHashSet<>(mapping.columns().values());
        columns.addAll(mapping.fields().values());
        columns.addAll(mapping.orderBy());
        mapping.stated().forEach(stated -> columns.add(stated.column()));
        mapping.milestones().forEach(milestone -> columns.add(milestone.column()));
        return columns;
    }

    List<String> names() {
        return names;
    }

    int index(String name) {
        Integer index = indexes.get(name);
        if (index == null) {
            throw new IllegalStateException("The column (" + name + ") must be one of the table's.");
        }
        return index;
    }

    /** The column that names the ticket of a row. */
    int ticketColumn() {
        return ticketColumn;
    }

    /** The names of the tickets. */
    Dictionary tickets() {
        return dictionaries[ticketColumn];
    }

    int size() {
        return size;
    }

    int code(int column, int row) {
        return codes[column].at(row);
    }

    IntColumn codes(int column) {
        return codes[column];
    }

    Dictionary dictionary(int column) {
        return dictionaries[column];
    }

    int rowNumber(int row) {
        return rowNumbers.at(row);
    }

    /** Sets a field of the row that is being read. */
    void set(int column, char[] buffer, int offset, int length) {
        codes[column].set(size, dictionaries[column].add(buffer, offset, length));
    }

    /** Keeps the row that was being read; without this call the next row takes its place. */
    void keep(int rowNumber) {
        rowNumbers.set(size, rowNumber);
        size++;
    }

    /** Ends the reading. */
    void settle() {
        for (int column = 0; column < codes.length; column++) {
            dictionaries[column].settle(column == ticketColumn);
        }
    }

    /** Takes each field that its bytes or its charset spoilt as missing: two texts that lost a letter may look like one. */
    void leaveOutUnreadable(Failures failures) {
        for (int column = 0; column < codes.length; column++) {
            boolean[] unreadable = dictionaries[column].with(UNREADABLE);
            for (int row = 0; row < size && unreadable.length > 0; row++) {
                if (unreadable[code(column, row)]) {
                    failures.add(
                            rowNumber(row),
                            names.get(column),
                            LoadFault.UNREADABLE_TEXT,
                            "The text ("
                                    + Failures.length(dictionaries[column].text(code(column, row)))
                                    + ") must be in the charset in which the log is read, UTF-8 unless a reader brings another.");
                    codes[column].set(row, Dictionary.MISSING);
                }
            }
        }
    }

    /** The codes of a column that stand in a kept row; a row that was left out may have brought others. */
    boolean[] keptCodes(int column) {
        boolean[] kept = new boolean[dictionaries[column].size()];
        for (int row = 0; row < size; row++) {
            kept[code(column, row)] = true;
        }
        return kept;
    }

    boolean sameRow(int row, int other) {
        for (IntColumn column : codes) {
            if (column.at(row) != column.at(other)) {
                return false;
            }
        }
        return true;
    }

    List<Integer> rowCodes(int row) {
        return Arrays.stream(codes).map(column -> column.at(row)).toList();
    }
}

package dev.customerservice.domain.exchange;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a log held, in numbers.
 *
 * @param rows the number of rows below the header
 * @param rowsLeftOut the number of rows that could not be used, each with its failure
 * @param tickets the number of tickets that have a history
 * @param rowsOutOfOrder the number of rows that stand behind a later row of their ticket; they were sorted
 * @param ticketsOutOfOrder the number of tickets with such a row
 * @param duplicateRows the number of rows that equal an earlier one of their ticket in every column that the mapping names; they are
 *     kept
 * @param ambiguousTimes the number of local times that happened twice, as the clocks were put back; the first pass was taken
 * @param values the raw values of each column that holds words, by the name of the column
 */
public record LoadSummary(
        long rows,
        long rowsLeftOut,
        long tickets,
        long rowsOutOfOrder,
        long ticketsOutOfOrder,
        long duplicateRows,
        long ambiguousTimes,
        Map<String, ColumnValues> values) {
    /** Keeps an unmodifiable copy in its order. */
    public LoadSummary {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}

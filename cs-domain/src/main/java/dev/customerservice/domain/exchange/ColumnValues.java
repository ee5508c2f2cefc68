package dev.customerservice.domain.exchange;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The raw values of one column and how many rows hold each.
 *
 * @param counts the number of rows by value, in the order the values first appear
 * @param missing the number of rows without a value
 * @param unknown the number of rows by value, of the values that the mapping gives no meaning
 * @param beyond the number of rows whose value is not listed, since the column has more than {@link #LIMIT} different ones
 */
public record ColumnValues(Map<String, Long> counts, long missing, Map<String, Long> unknown, long beyond) {
    /** The greatest number of different values listed: {@value}. */
    public static final int LIMIT = 1_000;

    /** Keeps unmodifiable copies in their order. */
    public ColumnValues {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        unknown = Collections.unmodifiableMap(new LinkedHashMap<>(unknown));
    }
}

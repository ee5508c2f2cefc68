package dev.customerservice.domain.exchange;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what could not be taken, and shows raw values only where they cannot be personal. */
final class Failures {
    private static final Pattern TIME_LIKE = Pattern.compile("\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}[0-9TZ:., +-]{0,30}");
    private static final int LONGEST_WORD = 60;

    /** How many failures of one fault and column are told one by one; of the others the number is told. */
    static final int MOST_OF_A_KIND = 10_000;

    private final List<LoadFailure> found = new ArrayList<>();
    private final Map<Kind, Beyond> kinds = new LinkedHashMap<>();
    private final BitSet leftOut = new BitSet();

    /** What the failures have in common that are counted together. */
    private record Kind(LoadFault fault, Optional<String> column) {}

    /** How many there are of a kind, and which rows are no longer told one by one. */
    private static final class Beyond {
        private long count;
        private long firstRow;
        private long lastRow;
        private int ofLastRow;

        Beyond copy() {
            Beyond copy = new Beyond();
            copy.count = count;
            copy.firstRow = firstRow;
            copy.lastRow = lastRow;
            copy.ofLastRow = ofLastRow;
            return copy;
        }

        boolean isFull(long row) {
            count++;
            if (count <= MOST_OF_A_KIND) {
                return false;
            }
            firstRow = count == MOST_OF_A_KIND + 1L ? row : firstRow;
            ofLastRow = lastRow == row ? ofLastRow + 1 : 1;
            lastRow = row;
            return true;
        }

        void withdraw(long row) {
            if (lastRow == row) {
                count -= ofLastRow;
                ofLastRow = 0;
            }
        }
    }

    /** What was found so far, to go on from there. */
    Failures copy() {
        Failures copy = new Failures();
        copy.found.addAll(found);
        kinds.forEach((kind, beyond) -> copy.kinds.put(kind, beyond.copy()));
        copy.leftOut.or(leftOut);
        return copy;
    }

    void add(long row, @Nullable String column, LoadFault fault, String detail) {
        Kind kind = new Kind(fault, Optional.ofNullable(column));
        if (!kinds.computeIfAbsent(kind, any -> new Beyond()).isFull(row)) {
            found.add(new LoadFailure(row, kind.column(), fault, detail));
        }
    }

    /** Takes back what was said last of the row that is being read. */
    void withdraw(long row) {
        kinds.values().forEach(beyond -> beyond.withdraw(row));
        while (!found.isEmpty() && found.get(found.size() - 1).row() == row) {
            LoadFailure last = found.remove(found.size() - 1);
            requireNonNull(kinds.get(new Kind(last.fault(), last.column()))).count--;
        }
    }

    /** The row as a whole cannot be used. */
    void leaveOut(long row, @Nullable String column, LoadFault fault, String detail) {
        leaveOut(row);
        add(row, column, fault, detail);
    }

    /** The row as a whole cannot be used, as has been said already. */
    void leaveOut(long row) {
        leftOut.set((int) row);
    }

    long rowsLeftOut() {
        return leftOut.cardinality();
    }

    List<LoadFailure> inOrder() {
        List<LoadFailure> all = new ArrayList<>(found);
        kinds.forEach((kind, beyond) -> {
            if (beyond.count > MOST_OF_A_KIND) {
                all.add(new LoadFailure(
                        beyond.firstRow,
                        kind.column(),
                        kind.fault(),
                        "From this row on the fault occurs " + (beyond.count - MOST_OF_A_KIND)
                                + " times more; the first " + MOST_OF_A_KIND + " are told one by one."));
            }
        });
        all.sort(Comparator.comparingLong(LoadFailure::row));
        return all;
    }

    /** A word of a column that holds words: shown unless it looks like something else. */
    static String word(String text) {
        return text.length() > LONGEST_WORD || text.indexOf('@') >= 0 ? length(text) : text;
    }

    /** A time: shown if it starts like a date and holds nothing but what times are made of. */
    static String time(String text) {
        return TIME_LIKE.matcher(text).matches() ? text : length(text);
    }

    /** Any other text: never shown. */
    static String length(String text) {
        return text.length() + " characters";
    }
}

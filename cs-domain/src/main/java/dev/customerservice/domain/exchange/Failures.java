package dev.customerservice.domain.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what could not be taken, and shows raw values only where they cannot be personal. */
final class Failures {
    private static final Pattern TIME_LIKE = Pattern.compile("\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}[0-9TZ:., +-]{0,30}");
    private static final int LONGEST_WORD = 60;

    private final List<LoadFailure> found = new ArrayList<>();
    private final Set<Long> leftOut = new HashSet<>();

    /** What was found so far, to go on from there. */
    Failures copy() {
        Failures copy = new Failures();
        copy.found.addAll(found);
        copy.leftOut.addAll(leftOut);
        return copy;
    }

    void add(long row, @Nullable String column, LoadFault fault, String detail) {
        found.add(new LoadFailure(row, Optional.ofNullable(column), fault, detail));
    }

    /** Takes back what was said last of the row that is being read. */
    void withdraw(long row) {
        while (!found.isEmpty() && found.get(found.size() - 1).row() == row) {
            found.remove(found.size() - 1);
        }
    }

    /** The row as a whole cannot be used. */
    void leaveOut(long row, @Nullable String column, LoadFault fault, String detail) {
        leftOut.add(row);
        add(row, column, fault, detail);
    }

    /** The row as a whole cannot be used, as has been said already. */
    void leaveOut(long row) {
        leftOut.add(row);
    }

    long rowsLeftOut() {
        return leftOut.size();
    }

    List<LoadFailure> inOrder() {
        found.sort(Comparator.comparingLong(LoadFailure::row));
        return found;
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

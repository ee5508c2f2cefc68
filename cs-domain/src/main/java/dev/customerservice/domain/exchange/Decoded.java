package dev.customerservice.domain.exchange;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One column with a meaning for each of its numbers, found once for each different text. */
final class Decoded<T> {
    private final IntColumn codes;
    private final @Nullable Object[] meanings;

    private Decoded(IntColumn codes, @Nullable Object[] meanings) {
        this.codes = codes;
        this.meanings = meanings;
    }

    /** A column that the log does not have. */
    static <T> Decoded<T> absent() {
        return new Decoded<>(new IntColumn(), new Object[0]);
    }

    static <T> Decoded<T> of(LogTable table, int column, Function<String, @Nullable T> meaning) {
        Dictionary dictionary = table.dictionary(column);
        @Nullable Object[] meanings = new Object[dictionary.size()];
        for (int code = 1; code < meanings.length; code++) {
            meanings[code] = meaning.apply(dictionary.text(code));
        }
        return new Decoded<>(table.codes(column), meanings);
    }

    <U> Decoded<U> map(Function<? super T, @Nullable U> view) {
        @Nullable Object[] viewed = new Object[meanings.length];
        for (int code = 0; code < meanings.length; code++) {
            T meaning = of(code);
            viewed[code] = meaning == null ? null : view.apply(meaning);
        }
        return new Decoded<>(codes, viewed);
    }

    /** Whether some text has a meaning of a kind. */
    boolean any(Predicate<? super T> kind) {
        for (int code = 1; code < meanings.length; code++) {
            T meaning = of(code);
            if (meaning != null && kind.test(meaning)) {
                return true;
            }
        }
        return false;
    }

    boolean isAbsent() {
        return meanings.length == 0;
    }

    /** The meaning of a row's field, null where it is missing or has none. */
    @Nullable
    T at(int row) {
        return meanings.length == 0 ? null : of(codes.at(row));
    }

    /** The meaning of a number. */
    @SuppressWarnings("unchecked")
    @Nullable
    T of(int code) {
        return (T) meanings[code];
    }

    /** Reports each row whose field is there and has no meaning. */
    Decoded<T> reporting(
            LogTable table, int column, LoadFault fault, UnaryOperator<String> sentence, Failures failures) {
        boolean complete = true;
        for (int code = 1; code < meanings.length; code++) {
            complete &= meanings[code] != null;
        }
        for (int row = 0; row < table.size() && !complete; row++) {
            int code = codes.at(row);
            if (code != Dictionary.MISSING && meanings[code] == null) {
                failures.add(
                        table.rowNumber(row),
                        table.names().get(column),
                        fault,
                        sentence.apply(table.dictionary(column).text(code)));
            }
        }
        return this;
    }
}

package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.When;
import dev.customerservice.metrics.statistics.Absence;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Columns of equal size by what they hold. */
@SuppressWarnings("serial") // linked hash maps
final class PackedColumns implements Serializable {
    private static final long serialVersionUID = 1;

    private final int size;
    private final Map<Key, PackedColumn> columns = new LinkedHashMap<>();
    private final Map<CodeKey, Codes> codes = new LinkedHashMap<>();

    PackedColumns(int size) {
        this.size = size;
    }

    /** What is read as what; one object may be a length and a question at once. */
    enum Role {
        MOMENT,
        NUMBER,
        LENGTH,
        FLAG,
        CODE
    }

    private record Key(Role role, Object column) implements Serializable {}

    private record CodeKey(String facet, When<?> when) implements Serializable {}

    /** A dictionary, and the place in it for each fact. */
    record Codes(List<Optional<?>> values, PackedColumn places) implements Serializable {
        Optional<?> at(int row) {
            return values.get((int) places.value(row));
        }

        /** The value of a step of the places. */
        Optional<?> ofStep(long step) {
            return values.get((int) places.value(step));
        }

        private Object writeReplace() {
            return new SentCodes(
                    Arrays.asList(
                            values.stream().map(value -> value.orElse(null)).toArray()),
                    places);
        }
    }

    /** What codes are serialized as, because an {@link Optional} cannot be. */
    private record SentCodes(List<@Nullable Object> values, PackedColumn places) implements Serializable {
        private Object readResolve() {
            List<Optional<?>> dictionary = new ArrayList<>();
            for (Object value : values) {
                dictionary.add(Optional.ofNullable(value));
            }
            return new Codes(List.copyOf(dictionary), places);
        }
    }

    int size() {
        return size;
    }

    int count() {
        return columns.size() + codes.size();
    }

    PackedColumns copy() {
        PackedColumns copy = new PackedColumns(size);
        copy.columns.putAll(columns);
        copy.codes.putAll(codes);
        return copy;
    }

    /** The same columns, narrow ones side by side in words as soon as there are some. */
    PackedColumns inWords() {
        int narrow = Stream.concat(
                        columns.values().stream(), codes.values().stream().map(Codes::places))
                .mapToInt(PackedColumn::narrow)
                .sum();
        if (narrow < PackedWords.WORTHWHILE) {
            return copy();
        }
        PackedColumns packed = new PackedColumns(size);
        PackedWords words = new PackedWords();
        codes.forEach((key, own) -> packed.codes.put(key, new Codes(own.values, own.places.in(words))));
        columns.forEach((key, column) -> packed.columns.put(key, column.in(words)));
        return packed;
    }

    /** The columns of both, one behind the other; a column that one of them lacks is left out. */
    PackedColumns plus(PackedColumns other) {
        PackedColumns both = new PackedColumns(Math.addExact(size, other.size));
        columns.forEach((key, mine) -> {
            PackedColumn theirs = other.columns.get(key);
            if (theirs != null) {
                both.put(
                        key.role,
                        key.column,
                        row -> row < size ? mine.value(row) : theirs.value(row - size),
                        row -> row < size ? mine.absence(row) : theirs.absence(row - size));
            }
        });
        codes.forEach((key, mine) -> {
            Codes theirs = other.codes.get(key);
            if (theirs != null) {
                both.putValues(key.facet, key.when, row -> row < size ? mine.at(row) : theirs.at(row - size));
            }
        });
        return both;
    }

    @Nullable
    PackedColumn find(Role role, Object column) {
        return columns.get(new Key(role, column));
    }

    @Nullable
    Codes codes(String facet, When<?> when) {
        return codes.get(new CodeKey(facet, when));
    }

    void put(Role role, Object column, IntToLongFunction values, IntFunction<Absence> why) {
        PackedColumn.of(size, values, why).ifPresent(packed -> columns.put(new Key(role, column), packed));
    }

    void putCodes(String facet, When<?> when, List<?> dictionary, IntUnaryOperator place) {
        List<Optional<?>> values = new ArrayList<>(dictionary.size() + 1);
        values.add(Optional.empty());
        dictionary.forEach(value -> values.add(Optional.of(value)));
        PackedColumn places = PackedColumn.of(size, row -> place.applyAsInt(row) + 1L, row -> Absence.MISSING)
                .orElseThrow();
        if (size > 0 && (places.least() < 0 || places.value(places.last()) > dictionary.size())) {
            throw new IllegalArgumentException("Places of " + facet + " must lie in a dictionary of "
                    + dictionary.size() + " values, or be -1.\nMaybe they count from 1.");
        }
        codes.put(new CodeKey(facet, when), new Codes(List.copyOf(values), places));
    }

    void putValues(String facet, When<?> when, IntFunction<? extends Optional<?>> values) {
        Map<Optional<?>, Integer> places = new HashMap<>();
        List<Optional<?>> dictionary = new ArrayList<>();
        PackedColumn packed = PackedColumn.of(
                        size,
                        row -> places.computeIfAbsent(values.apply(row), value -> {
                            dictionary.add(value);
                            return places.size();
                        }),
                        row -> Absence.MISSING)
                .orElseThrow();
        codes.put(new CodeKey(facet, when), new Codes(List.copyOf(dictionary), packed));
    }
}

package dev.customerservice.roles.json;

import dev.customerservice.domain.json.JsonTree;
import dev.customerservice.domain.text.Decimals;
import dev.customerservice.domain.text.Shown;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The outside of a playbook file, and how its simple values are read; what a record lacks in the file is null. */
record PlaybookJson(@Nullable String format, String kind, List<JsonTree> entries) {

    static final Set<String> KINDS = Set.of(
            "evidence-kind", "skill", "practice", "assessment", "procedure", "training", "scorecard", "standard");

    void check() {
        if (!PlaybookReader.FORMAT.equals(format)) {
            throw new IllegalArgumentException(
                    "format (" + format + ") must be " + PlaybookReader.FORMAT + "\nMaybe it is another kind of file.");
        }
        if (kind == null || entries == null || !KINDS.contains(kind)) {
            throw new IllegalArgumentException("kind (" + kind + ") must be one of "
                    + KINDS.stream().sorted().toList() + ", with entries\nMaybe it is misspelt.");
        }
    }

    static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    static <K, V> Map<K, V> map(@Nullable Map<K, V> map) {
        return map == null ? Map.of() : map;
    }

    static <T> T need(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException("field (" + field + ") must be given\nMaybe it is misspelt.");
        }
        return value;
    }

    static <T> Optional<T> parsed(@Nullable String text, Function<String, T> parser) {
        return Optional.ofNullable(text).map(parser);
    }

    static Period period(String text) {
        return iso("period", text, Period::parse, "P14D for two weeks or P1M for a month");
    }

    static Duration duration(String text) {
        return iso("duration", text, Duration::parse, "PT4H for four hours or P30D for 720");
    }

    private static <T> T iso(String noun, String text, Function<String, T> parser, String hint) {
        try {
            return parser.apply(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    noun + " (" + Shown.of(text) + ") must be an ISO-8601 " + noun + "\nMaybe " + hint + ".", e);
        }
    }

    /** What was wrong in a part of an entry, with the place of that part. */
    static final class Misplaced extends IllegalArgumentException {
        private static final long serialVersionUID = 1;
        private final String pointer;

        Misplaced(String pointer, IllegalArgumentException cause) {
            super(cause.getMessage(), cause);
            this.pointer = pointer + (cause instanceof Misplaced deeper ? deeper.pointer : "");
        }

        String pointer() {
            return pointer;
        }
    }

    /** Reads the parts of a field one by one, so that what is wrong in one has its place. */
    static <J, T> List<T> each(String field, @Nullable List<J> parts, Function<J, T> reader) {
        List<T> read = new ArrayList<>();
        for (J part : list(parts)) {
            try {
                read.add(reader.apply(part));
            } catch (IllegalArgumentException e) {
                throw new Misplaced("/" + field + "/" + read.size(), e);
            }
        }
        return read;
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E label(String label, Class<E> type) {
        for (E each : type.getEnumConstants()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(label)) {
                return each;
            }
        }
        throw new IllegalArgumentException("label (" + Shown.of(label) + ") must be one of "
                + List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT) + "\nMaybe it is misspelt.");
    }

    static <E extends Enum<E>> Map<String, E> labels(@Nullable Map<String, String> labels, Class<E> type) {
        Map<String, E> read = new TreeMap<>();
        map(labels).forEach((name, label) -> read.put(name, label(label, type)));
        return read;
    }

    /** The texts that details must have: a word, true or false, or a number. */
    static SortedMap<String, String> texts(@Nullable Map<String, Object> where) {
        if (where == null) {
            return Collections.emptySortedMap();
        }
        SortedMap<String, String> read = new TreeMap<>();
        where.forEach((name, value) -> read.put(name, text(value)));
        return read;
    }

    static String text(Object scalar) {
        if (scalar instanceof BigDecimal number) {
            return Decimals.require("number", number).stripTrailingZeros().toPlainString();
        }
        if (scalar instanceof String || scalar instanceof Boolean || scalar instanceof Number) {
            return scalar.toString();
        }
        throw new IllegalArgumentException(
                "value must be a word, true or false, or a number\nMaybe write several conditions.");
    }
}

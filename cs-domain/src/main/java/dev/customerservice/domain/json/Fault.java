package dev.customerservice.domain.json;

import com.google.common.primitives.Primitives;
import dev.customerservice.domain.json.JsonFormatException.Reason;
import dev.customerservice.domain.text.Shown;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a major of Jackson says of a refusal, in words that are neither's.
 *
 * @param kind what it found wrong
 * @param pointer where
 * @param detail the words of Jackson or of this library, never shown unless they are a rule of ours
 * @param target the type that was wanted, if there was one
 * @param known the fields known there
 * @param value what stood there, if it was a text or a number
 * @param cause what one of our types threw, if it did
 */
record Fault(
        Kind kind,
        String pointer,
        @Nullable String detail,
        @Nullable Class<?> target,
        @Nullable Collection<?> known,
        @Nullable Object value,
        @Nullable Throwable cause) {

    private static final String COMPLETE = "must be complete and of the type it has in the format.";

    /** What Jackson found wrong. */
    enum Kind {
        SYNTAX,
        LIMIT,
        FIELD,
        LABEL,
        VALUE,
        NOTHING,
        OTHER
    }

    /** A step of a path, which is a name or an index. */
    static String step(@Nullable String name, int index) {
        return name == null ? "/" + index : JsonFormatException.step(name);
    }

    /** Whether the name of a map's entry was refused, whose path ends at the map. */
    static boolean isKey(String message) {
        return message.startsWith("Cannot deserialize Map key");
    }

    JsonFormatException refusal() {
        if (cause instanceof JsonFormatException inner) {
            return inner.below(pointer);
        }
        return switch (kind) {
            // The majors of Jackson notice it in different values, but on the same line.
            case SYNTAX -> new JsonFormatException(Reason.NOT_JSON, "", "must be well-formed JSON (" + detail + ").");
            case LIMIT ->
                refuse(
                        Reason.TOO_LARGE,
                        "must be within the limits: " + JsonFormat.DEEPEST + " levels, " + JsonFormat.LONGEST
                                + " characters, " + JsonFormat.MOST_TOKENS + " tokens, values of "
                                + JsonFormat.LONGEST_VALUE + ", names of " + JsonFormat.LONGEST_NAME
                                + " and numbers of "
                                + JsonFormat.MOST_DIGITS + " characters.");
            case FIELD ->
                refuse(Reason.UNKNOWN_FIELD, "must not be there; the fields known here are " + sorted(known) + ".");
            case LABEL -> refuse(Reason.UNKNOWN_LABEL, "must have one of the labels of its kind as type.");
            case NOTHING -> refuse(Reason.INCOMPLETE, "must be there, not null.");
            case VALUE, OTHER -> ofValue();
        };
    }

    private static List<String> sorted(@Nullable Collection<?> names) {
        return names == null
                ? List.of()
                : names.stream().map(String::valueOf).sorted().toList();
    }

    private JsonFormatException ofValue() {
        if (kind == Kind.VALUE && target != null && target.isEnum()) {
            return refuse(
                    Reason.UNKNOWN_WORD,
                    "must be one of "
                            + Arrays.stream(target.getEnumConstants())
                                    .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                                    .toList()
                            + ".");
        }
        if (detail != null && detail.startsWith("must ")) {
            return refuse(Reason.WRONG_TYPE, detail);
        }
        if (cause instanceof NumberFormatException) {
            return refuse(Reason.WRONG_TYPE, Numbers.RULE);
        }
        if (cause instanceof IllegalArgumentException refused) {
            return refuse(
                    Reason.NOT_ALLOWED, "must be allowed: " + Shown.sentence(String.valueOf(refused.getMessage())));
        }
        if (cause instanceof IllegalStateException incomplete) {
            return refuse(Reason.INCOMPLETE, "must be complete: " + incomplete.getMessage() + ".");
        }
        return target == null ? refuse(Reason.INCOMPLETE, COMPLETE) : ofType(Primitives.wrap(target));
    }

    private JsonFormatException ofType(Class<?> type) {
        if (type == Integer.class || type == Long.class) {
            return refuse(Reason.WRONG_TYPE, "must be a whole number.");
        }
        if (type == Boolean.class) {
            return refuse(Reason.WRONG_TYPE, "must be true or false.");
        }
        if (type == String.class) {
            return refuse(Reason.WRONG_TYPE, "must be a text.");
        }
        if (Collection.class.isAssignableFrom(type)) {
            return refuse(Reason.WRONG_TYPE, "must be a list in square brackets.");
        }
        return Map.class.isAssignableFrom(type)
                ? refuse(Reason.WRONG_TYPE, "must be an object of names and values.")
                : refuse(Reason.INCOMPLETE, COMPLETE);
    }

    private JsonFormatException refuse(Reason reason, String rule) {
        return new JsonFormatException(reason, pointer, rule, value == null ? null : String.valueOf(value), cause);
    }
}

package dev.customerservice.domain.exchange;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place in a document, with the way to it; what is not as it should be is reported there. */
final class JsonPlace {
    private static final TimeParser TIMES =
            TimeParser.of(LogTime.builder().zone(ZoneOffset.UTC).build());
    private static final Duration LONGEST = Duration.ofDays(36_525);
    private static final int MOST_DIGITS = 19;
    private static final Pattern DIGITS = Pattern.compile("-?\\d{1,18}");

    private final @Nullable Object value;
    private final String pointer;
    private final List<ExportFailure> failures;

    private JsonPlace(@Nullable Object value, String pointer, List<ExportFailure> failures) {
        this.value = value;
        this.pointer = pointer;
        this.failures = failures;
    }

    static JsonPlace root(Map<String, ?> document) {
        return new JsonPlace(document, "", new ArrayList<>());
    }

    String pointer() {
        return pointer;
    }

    List<ExportFailure> failures() {
        return failures;
    }

    void fail(LoadFault fault, String detail) {
        failures.add(new ExportFailure(pointer, fault, detail));
    }

    boolean isMissing() {
        return value == null || (value instanceof String text && text.isBlank());
    }

    boolean isText() {
        return value instanceof String;
    }

    boolean isObject() {
        return value instanceof Map<?, ?>;
    }

    boolean isList() {
        return value instanceof List<?>;
    }

    /** The place under a name; a place without a value if there is none. */
    JsonPlace at(String name) {
        Object child = value instanceof Map<?, ?> map ? map.get(name) : null;
        return new JsonPlace(child, pointer + "/" + name.replace("~", "~0").replace("/", "~1"), failures);
    }

    /** The names and places of an object; none if it is missing. */
    List<Map.Entry<String, JsonPlace>> fields() {
        List<Map.Entry<String, JsonPlace>> fields = new ArrayList<>();
        if (value instanceof Map<?, ?> map) {
            for (Object name : map.keySet()) {
                fields.add(Map.entry(String.valueOf(name), at(String.valueOf(name))));
            }
        } else if (!isMissing()) {
            fail(LoadFault.BAD_VALUE, "The value must be an object.");
        }
        return fields;
    }

    /** The places of a list; none if it is missing. */
    List<JsonPlace> items() {
        List<JsonPlace> items = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object item : list) {
                items.add(new JsonPlace(item, pointer + "/" + items.size(), failures));
            }
        } else if (!isMissing()) {
            fail(LoadFault.BAD_VALUE, "The value must be a list.");
        }
        return items;
    }

    /** A text, or a whole number or a truth value as text. */
    Optional<String> text() {
        if (isMissing()) {
            return Optional.empty();
        }
        if (value instanceof String || value instanceof Boolean) {
            return Optional.of(value.toString().strip());
        }
        return whole().map(String::valueOf);
    }

    Optional<Long> whole() {
        if (isMissing()) {
            return Optional.empty();
        }
        Long number = exact(value);
        if (number == null) {
            fail(LoadFault.BAD_VALUE, "The value must be a whole number of at most " + MOST_DIGITS + " digits.");
        }
        return Optional.ofNullable(number);
    }

    /** Never writes out a number before its size is known: 1e1000000000 is a short text. */
    private static @Nullable Long exact(@Nullable Object number) {
        if (number instanceof Integer || number instanceof Long || number instanceof Short) {
            return ((Number) number).longValue();
        }
        if (number instanceof String text) {
            return DIGITS.matcher(text.strip()).matches() ? Long.valueOf(text.strip()) : null;
        }
        if (number instanceof BigInteger big) {
            return big.bitLength() < Long.SIZE ? big.longValue() : null;
        }
        if (number instanceof Double || number instanceof Float) {
            double real = ((Number) number).doubleValue();
            return real == Math.rint(real) && Math.abs(real) < 1L << 53 ? (long) real : null;
        }
        if (number instanceof BigDecimal decimal) {
            long digits = (long) decimal.precision() - decimal.scale();
            if (decimal.signum() == 0) {
                return 0L;
            }
            if (digits < 1 || digits > MOST_DIGITS || Math.abs((long) decimal.scale()) > 2 * MOST_DIGITS) {
                return null;
            }
            BigInteger floor = decimal.toBigInteger();
            boolean isWhole = decimal.compareTo(new BigDecimal(floor)) == 0;
            return isWhole && floor.bitLength() < Long.SIZE ? floor.longValue() : null;
        }
        return null;
    }

    Optional<Boolean> flag() {
        if (isMissing()) {
            return Optional.empty();
        }
        String text = String.valueOf(value);
        boolean yes = text.equals("true") || text.equals("1");
        if (!yes && !text.equals("false") && !text.equals("0")) {
            fail(LoadFault.BAD_VALUE, "The value must be true or false.");
            return Optional.empty();
        }
        return Optional.of(yes);
    }

    /** A length in whole units, not below zero. */
    Optional<Duration> length(Duration unit) {
        Optional<Long> count = whole();
        boolean fits = count.isEmpty() || (count.get() >= 0 && count.get() <= LONGEST.dividedBy(unit));
        if (!fits) {
            fail(LoadFault.BAD_VALUE, "The length must be from 0 to 100 years.");
            return Optional.empty();
        }
        return count.map(unit::multipliedBy);
    }

    /** An instant in ISO-8601; without an offset it is one of UTC. */
    Optional<Instant> instant() {
        if (isMissing()) {
            return Optional.empty();
        }
        TimeParser.Reading reading = value instanceof String text ? TIMES.parse(text.strip()) : TimeParser.Reading.BAD;
        return instant(reading, "be written in ISO-8601");
    }

    /** An instant as seconds of the epoch, or in ISO-8601. */
    Optional<Instant> epochSeconds() {
        if (isMissing() || value instanceof String) {
            return instant();
        }
        Long seconds = exact(value);
        boolean far = seconds != null && Math.abs(seconds) > Integer.MAX_VALUE * 4L;
        TimeParser.Reading reading = TimeParser.Reading.BAD;
        if (far) {
            reading = TimeParser.Reading.OUT_OF_RANGE;
        } else if (seconds != null) {
            reading = TIMES.parse(Instant.ofEpochSecond(seconds).toString());
        }
        return instant(reading, "be whole seconds of the epoch");
    }

    private Optional<Instant> instant(TimeParser.Reading reading, String form) {
        reading.fault()
                .ifPresent(fault -> fail(
                        fault,
                        fault == LoadFault.TIME_OUT_OF_RANGE
                                ? "The time must lie in the years 1900 to 2199."
                                : "The time must " + form + "."));
        return Optional.ofNullable(reading.fault().isPresent() ? null : reading.instant());
    }
}

package dev.customerservice.domain.json;

import com.google.common.collect.ImmutableList;
import dev.customerservice.domain.time.EpochNanos;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;

/**
 * A JDK type that is text on the wire and nothing else: a number is never taken for a time.
 *
 * @param type the type
 * @param rule what a text must be, a phrase that starts with must
 * @param parsing the reading, which may refuse by an exception
 * @param <T> the type
 */
record IsoText<T>(Class<T> type, String rule, Function<String, T> parsing) {
    private static final Duration LONGEST = Duration.ofDays(36_525);
    private static final int LONGEST_TEXT = 64;

    static final ImmutableList<IsoText<?>> ALL = ImmutableList.of(
            new IsoText<>(
                    Instant.class,
                    "must be an instant of the years 1900 to 2199 in ISO-8601, such as 2026-11-02T09:00:00Z.",
                    IsoText::instant),
            new IsoText<>(
                    Duration.class,
                    "must be a duration of hours, minutes and seconds in ISO-8601, at most 100 years, such as PT8H.",
                    IsoText::duration),
            new IsoText<>(LocalDate.class, "must be a date in ISO-8601, such as 2026-12-25.", LocalDate::parse),
            new IsoText<>(ZoneId.class, "must be the name of a time zone, such as Europe/London.", ZoneId::of));

    /** The value of a text, empty where the rule refuses it. */
    Optional<T> parse(String text) {
        if (text.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        try {
            return Optional.of(parsing.apply(text));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Instant instant(String text) {
        return EpochNanos.toInstant(EpochNanos.of(Instant.parse(text)));
    }

    private static Duration duration(String text) {
        if (text.indexOf('D') >= 0 || text.indexOf('d') >= 0) {
            throw new IllegalArgumentException("The duration must not count days, which may mean working days.");
        }
        Duration duration = Duration.parse(text);
        if (duration.abs().compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("The duration must be at most 100 years.");
        }
        return duration;
    }
}

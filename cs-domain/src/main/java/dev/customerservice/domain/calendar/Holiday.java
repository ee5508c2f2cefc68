package dev.customerservice.domain.calendar;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whole dates without hours; it beats weekly hours and overrides.
 *
 * <p>It empties its own dates only: a night that began the evening before ends at midnight.
 *
 * @param firstInclusive the first closed date
 * @param lastInclusive the last closed date, not before the first
 * @param name what people call it
 */
public record Holiday(LocalDate firstInclusive, LocalDate lastInclusive, Optional<String> name)
        implements Serializable {
    /**
     * Checks the order of the dates.
     *
     * @throws IllegalArgumentException if the last date lies before the first
     */
    public Holiday {
        if (lastInclusive.isBefore(firstInclusive)) {
            throw new IllegalArgumentException("The last date (" + lastInclusive
                    + ") of a holiday must not be before its first (" + firstInclusive + ").\n"
                    + "Maybe the two were swapped.");
        }
    }

    /**
     * Closes one date.
     *
     * @param date the closed date
     * @param name what people call it
     * @return the holiday of that date
     */
    public static Holiday on(LocalDate date, String name) {
        return between(date, date, name);
    }

    /**
     * Closes one date that has no name.
     *
     * @param date the closed date
     * @return the holiday of that date
     */
    public static Holiday on(LocalDate date) {
        return new Holiday(date, date, Optional.empty());
    }

    /**
     * Closes a run of dates.
     *
     * @param firstInclusive the first closed date
     * @param lastInclusive the last closed date
     * @param name what people call it
     * @return the holiday of these dates
     */
    public static Holiday between(LocalDate firstInclusive, LocalDate lastInclusive, String name) {
        return new Holiday(firstInclusive, lastInclusive, Optional.of(name));
    }

    private Object writeReplace() {
        return new Sent(firstInclusive, lastInclusive, name.orElse(null));
    }

    /** What it is serialized as, because an {@link Optional} cannot be. */
    private record Sent(
            LocalDate firstInclusive,
            LocalDate lastInclusive,
            @Nullable String name) implements Serializable {
        private Object readResolve() {
            return new Holiday(firstInclusive, lastInclusive, Optional.ofNullable(name));
        }
    }
}

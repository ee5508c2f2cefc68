package dev.customerservice.domain.calendar;

import dev.customerservice.domain.text.Shown;
import java.io.Serializable;

/**
 * The name by which policies refer to a calendar.
 *
 * @param value the name, such as {@code london}; not blank
 */
public record CalendarId(String value) implements Serializable, Comparable<CalendarId> {
    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public CalendarId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("The id (" + Shown.of(value)
                    + ") of a calendar must not be blank.\nMaybe name it after its site: london.");
        }
    }

    /**
     * Names a calendar.
     *
     * @param value the name; not blank
     * @return the id of that name
     */
    public static CalendarId of(String value) {
        return new CalendarId(value);
    }

    @Override
    public int compareTo(CalendarId other) {
        return value.compareTo(other.value);
    }

    /** {@return the name itself} */
    @Override
    public String toString() {
        return value;
    }
}

package dev.customerservice.domain.calendar;

import dev.customerservice.domain.text.Shown;
import java.util.List;
import java.util.stream.Collectors;

/** Says that a calendar was asked for which is not in the book. */
public final class UnknownCalendarException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final CalendarId id;

    @SuppressWarnings("serial") // List.copyOf gives a serializable list
    private final List<CalendarId> known;

    UnknownCalendarException(CalendarId id, List<CalendarId> known) {
        super("Calendar (" + Shown.of(id) + ") is not in the book (known: "
                + Shown.sentence(known.stream().map(CalendarId::value).collect(Collectors.joining(", "))) + ").\n"
                + "Maybe add it with CalendarBook.of(...) or with(...).");
        this.id = id;
        this.known = List.copyOf(known);
    }

    /** {@return the id that was asked for} */
    public CalendarId id() {
        return id;
    }

    /** {@return the ids in the book, in ascending order} */
    public List<CalendarId> known() {
        return known;
    }
}

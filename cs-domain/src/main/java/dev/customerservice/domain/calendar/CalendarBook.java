package dev.customerservice.domain.calendar;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The calendars that policies may name, by id. Immutable. */
public final class CalendarBook {
    private final SortedMap<CalendarId, BusinessTime> calendars;

    private CalendarBook(SortedMap<CalendarId, BusinessTime> calendars) {
        this.calendars = calendars;
    }

    /**
     * Gathers calendars under their own ids.
     *
     * @param calendars the calendars, each id once
     * @return the book that holds them
     * @throws IllegalArgumentException if two have the same id
     */
    public static CalendarBook of(BusinessCalendar... calendars) {
        return of(List.of(calendars));
    }

    /**
     * Gathers calendars under their own ids.
     *
     * @param calendars the calendars, each id once
     * @return the book that holds them
     * @throws IllegalArgumentException if two have the same id
     */
    public static CalendarBook of(Collection<BusinessCalendar> calendars) {
        SortedMap<CalendarId, BusinessTime> byId = new TreeMap<>();
        for (BusinessCalendar calendar : calendars) {
            if (byId.put(calendar.id(), calendar) != null) {
                throw new IllegalArgumentException("The id (" + calendar.id()
                        + ") of a calendar must be in the book once.\nMaybe one of the two is an older version.");
            }
        }
        return new CalendarBook(byId);
    }

    /**
     * Adds open time under an id of its own, such as the union of several calendars; an entry of that id is replaced.
     *
     * @param id the name that policies use
     * @param time the open time
     * @return the book that holds it too
     */
    public CalendarBook with(CalendarId id, BusinessTime time) {
        SortedMap<CalendarId, BusinessTime> more = new TreeMap<>(calendars);
        more.put(id, time);
        return new CalendarBook(more);
    }

    /**
     * Looks a calendar up.
     *
     * @param id its name
     * @return the open time of that name
     * @throws UnknownCalendarException if the book does not hold it
     */
    public BusinessTime get(CalendarId id) {
        BusinessTime found = calendars.get(id);
        if (found == null) {
            throw new UnknownCalendarException(id, List.copyOf(calendars.keySet()));
        }
        return found;
    }

    /**
     * Asks whether the book holds a calendar.
     *
     * @param id its name
     * @return whether {@link #get} would find it
     */
    public boolean contains(CalendarId id) {
        return calendars.containsKey(id);
    }

    /** {@return the ids in the book, in ascending order} */
    public SortedSet<CalendarId> ids() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(calendars.keySet()));
    }
}

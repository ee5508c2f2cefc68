package dev.customerservice.domain.calendar;

import dev.customerservice.domain.text.Shown;
import java.io.Serializable;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hours of one date on the wall clock, half-open and in whole minutes, such as {@code 09:00-17:30}.
 *
 * <p>The end of the date is 24:00 in text and {@link LocalTime#MIDNIGHT} as {@code closeExclusive}. A night is two
 * ranges that meet at midnight, {@code 22:00-24:00} and {@code 00:00-06:00}, because they belong to two dates.
 *
 * @param openInclusive the opening, a whole minute
 * @param closeExclusive the closing, a whole minute after the opening; midnight is that of the end of the date
 */
public record LocalTimeRange(LocalTime openInclusive, LocalTime closeExclusive) implements Serializable {
    private static final String END_OF_DATE = "24:00";
    private static final int OPEN_LENGTH = 5;

    /**
     * Checks both times.
     *
     * @throws CalendarException if one is no whole minute, or the opening is not before the closing
     */
    public LocalTimeRange {
        if (openInclusive.toNanoOfDay() % 60_000_000_000L != 0 || closeExclusive.toNanoOfDay() % 60_000_000_000L != 0) {
            throw new CalendarException(
                    CalendarFault.BAD_TIME,
                    "The hours (" + openInclusive + "-" + closeExclusive + ") must open and close at whole minutes.\n"
                            + "Maybe 23:59:59 stands for 24:00.");
        }
        if (!closeExclusive.equals(LocalTime.MIDNIGHT) && !openInclusive.isBefore(closeExclusive)) {
            throw notPositive(openInclusive + "-" + closeExclusive);
        }
    }

    private static CalendarException notPositive(String text) {
        return new CalendarException(
                CalendarFault.INTERVAL_NOT_POSITIVE,
                "The hours (" + Shown.of(text) + ") must open before they close.\n"
                        + "Maybe a night is meant: write it as two ranges that meet at midnight, 22:00-24:00 and"
                        + " 00:00-06:00.");
    }

    /**
     * Reads the text form {@code HH:MM-HH:MM}, two digits each; 24:00 is a closing only.
     *
     * @param text such as {@code 09:00-17:30}
     * @return the range that it names
     * @throws CalendarException if the text has another form, or the opening is not before the closing
     */
    public static LocalTimeRange parse(String text) {
        boolean ranges = text.length() == 2 * OPEN_LENGTH + 1 && text.charAt(OPEN_LENGTH) == '-';
        LocalTime open = ranges ? time(text.substring(0, OPEN_LENGTH)) : null;
        String closing = ranges ? text.substring(OPEN_LENGTH + 1) : "";
        LocalTime close = closing.equals(END_OF_DATE) ? LocalTime.MIDNIGHT : time(closing);
        if (open == null || close == null) {
            throw new CalendarException(
                    CalendarFault.BAD_TIME,
                    "The hours (" + Shown.of(text) + ") must have the form HH:MM-HH:MM.\n"
                            + "Maybe a leading zero is missing, or 24:00 stands as an opening.");
        }
        if (closing.equals("00:00")) {
            throw notPositive(text);
        }
        return new LocalTimeRange(open, close);
    }

    /** Reads HH:MM by hand: hours are the first thing many programs write down, and patterns are slow to start. */
    private static @Nullable LocalTime time(String text) {
        if (text.length() != OPEN_LENGTH || text.charAt(2) != ':') {
            return null;
        }
        int hour = twoDigits(text, 0);
        int minute = twoDigits(text, 3);
        return hour < 0 || hour > 23 || minute < 0 || minute > 59 ? null : LocalTime.of(hour, minute);
    }

    private static int twoDigits(String text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : 10 * tens + ones;
    }

    int openSecond() {
        return openInclusive.toSecondOfDay();
    }

    int closeSecond() {
        return closeExclusive.equals(LocalTime.MIDNIGHT) ? 24 * 60 * 60 : closeExclusive.toSecondOfDay();
    }

    static List<LocalTimeRange> parseAll(String... texts) {
        List<LocalTimeRange> ranges = new ArrayList<>();
        for (String text : texts) {
            ranges.add(parse(text));
        }
        return ranges;
    }

    /** Sorts the ranges of one date and joins those that touch; refuses those that overlap. */
    static List<LocalTimeRange> joined(List<LocalTimeRange> ranges) {
        if (ranges.size() < 2) {
            return List.copyOf(ranges);
        }
        List<LocalTimeRange> sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparing(LocalTimeRange::openInclusive));
        List<LocalTimeRange> joined = new ArrayList<>();
        for (LocalTimeRange range : sorted) {
            LocalTimeRange last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && range.openSecond() < last.closeSecond()) {
                throw new CalendarException(
                        CalendarFault.INTERVALS_OVERLAP,
                        "The hours (" + range + ") must not overlap the hours (" + last + ") of the same date.\n"
                                + "Maybe one of them replaces the other.");
            }
            if (last != null && range.openSecond() == last.closeSecond()) {
                joined.set(joined.size() - 1, new LocalTimeRange(last.openInclusive, range.closeExclusive));
            } else {
                joined.add(range);
            }
        }
        return List.copyOf(joined);
    }

    /** {@return the text form, which {@link #parse} reads} */
    @Override
    public String toString() {
        return openInclusive + "-" + (closeExclusive.equals(LocalTime.MIDNIGHT) ? END_OF_DATE : closeExclusive);
    }
}

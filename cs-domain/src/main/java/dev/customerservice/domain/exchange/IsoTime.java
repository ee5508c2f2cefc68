package dev.customerservice.domain.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads a time in ISO-8601, in its extended or its basic form: a date, or a date and a time of at least hours and minutes with up to nine
 * digits of a fraction behind a point or a comma. The date and the time may be parted by a blank.
 */
final class IsoTime {
    private final String text;
    private int at;
    private boolean failed;

    private IsoTime(String text) {
        this.text = text;
    }

    /**
     * What a text says.
     *
     * @param time the time; midnight where only the date is stated
     * @param offset the offset, if the text states one
     * @param startOfDate whether the first moment of the date is meant: the text is a date alone, or midnight as the end of the date before
     */
    record Reading(LocalDateTime time, @Nullable ZoneOffset offset, boolean startOfDate) {}

    /** The time that a text states, null where it states none. */
    static @Nullable Reading read(String text) {
        try {
            return new IsoTime(text).read();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private @Nullable Reading read() {
        int year = digits(4);
        boolean extended = skip('-');
        int month = digits(2);
        failed |= extended && !skip('-');
        LocalDate date = LocalDate.of(year, month, digits(2));
        if (at == text.length()) {
            return failed ? null : new Reading(date.atStartOfDay(), null, true);
        }
        failed |= !skip('T') && !skip('t') && !skip(' ');
        int hour = digits(2);
        failed |= extended && !skip(':');
        int minute = digits(2);
        boolean seconds = extended ? skip(':') : isDigit();
        int second = seconds ? digits(2) : 0;
        int nano = seconds && (skip('.') || skip(',')) ? fraction() : 0;
        ZoneOffset offset = at == text.length() ? null : offset();
        if (failed || at != text.length()) {
            return null;
        }
        boolean endOfDay = hour == 24 && minute == 0 && second == 0 && nano == 0;
        return endOfDay
                ? new Reading(date.plusDays(1).atStartOfDay(), offset, true)
                : new Reading(date.atTime(LocalTime.of(hour, minute, second, nano)), offset, false);
    }

    private @Nullable ZoneOffset offset() {
        if (skip('Z') || skip('z')) {
            return ZoneOffset.UTC;
        }
        boolean behind = skip('-');
        failed |= !behind && !skip('+');
        int hours = digits(2);
        boolean extended = skip(':');
        int minutes = extended || isDigit() ? digits(2) : 0;
        int seconds = (extended ? skip(':') : isDigit()) ? digits(2) : 0;
        if (failed) {
            return null;
        }
        return behind
                ? ZoneOffset.ofHoursMinutesSeconds(-hours, -minutes, -seconds)
                : ZoneOffset.ofHoursMinutesSeconds(hours, minutes, seconds);
    }

    private boolean isDigit() {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private boolean skip(char expected) {
        boolean there = at < text.length() && text.charAt(at) == expected;
        at += there ? 1 : 0;
        return there;
    }

    private int digits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            failed |= !isDigit();
            value = failed ? 1 : value * 10 + text.charAt(at++) - '0';
        }
        return value;
    }

    private int fraction() {
        int first = at;
        int nano = 0;
        while (at - first < 9 && isDigit()) {
            nano = nano * 10 + text.charAt(at++) - '0';
        }
        failed |= at == first;
        for (int i = at - first; i < 9; i++) {
            nano *= 10;
        }
        return nano;
    }
}

package dev.customerservice.domain.calendar;

import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * When one site is open, as people write it down, and the open time that follows from it.
 *
 * <p>The hours of a date, in this order: a holiday leaves none; else an override replaces the weekly hours and weekly
 * breaks; else the weekly hours less the weekly breaks; in both cases less the breaks of that date. Each boundary becomes
 * an instant first (a time that a clock change skips moves later by the length of the gap, a repeated time means its first
 * pass), then intervals are joined and taken away, and what would leave the date is cut off.
 *
 * <p>Refused when built, with a {@link CalendarException}: a zone that is no IANA name, no hours at all, breaks that
 * overlap, a date overridden twice, and hours that never leave any open time. Immutable.
 *
 * <pre>{@code
 * BusinessCalendar london = BusinessCalendar.builder()
 *         .id("london")
 *         .zone("Europe/London")
 *         .hours(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-17:30"))
 *         .build();
 * Instant due = london.plus(Instant.parse("2026-03-06T17:00:00Z"), Duration.ofHours(1)); // Monday, 09:30
 * }</pre>
 */
@Value.Immutable
@SuppressWarnings("serial") // of the hidden implementation: both ends have the same library
public interface BusinessCalendar extends BusinessTime, WithBusinessCalendar {
    /** {@return a builder; {@code id} and {@code zone} are required} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return the name by which policies refer to it} */
    CalendarId id();

    /** {@return the IANA zone in which its dates and times are read} */
    ZoneId zone();

    /** {@return the hours that recur each week; none unless given} */
    @Value.Default
    default WeeklyHours hours() {
        return WeeklyHours.closed();
    }

    /** {@return the breaks, weekly and dated} */
    List<Break> breaks();

    /** {@return the dates with other hours than the weekly ones, each date once} */
    List<DateOverride> overrides();

    /** {@return the dates without hours; where two hold the same date, the first names it} */
    List<Holiday> holidays();

    /** {@return the open time compiled from all of this; it answers every question that this calendar is asked} */
    @Value.Derived
    @Value.Auxiliary
    default BusinessTime openTime() {
        return new CompiledTime(new DateHours(this));
    }

    /** {@return the working days of this calendar in its own zone} */
    @Value.Derived
    @Value.Auxiliary
    default WorkingDays workingDays() {
        return WorkingDays.of(openTime(), zone());
    }

    /**
     * Looks up the hours of one date.
     *
     * @param date a date of this zone within the range of {@link EpochNanos}
     * @return its open time as instants; empty if it is no working date
     * @throws IllegalArgumentException if the date lies outside the range
     */
    default IntervalSet hoursOn(LocalDate date) {
        ZonedDateTime midnight = ZonedDateTime.of(date, LocalTime.MIDNIGHT, zone());
        ZonedDateTime nextMidnight = ZonedDateTime.of(date.plusDays(1), LocalTime.MIDNIGHT, zone());
        return openIntervals(new Interval(midnight.toInstant(), nextMidnight.toInstant()));
    }

    @Override
    default long openNanosBefore(long epochNanos) {
        return openTime().openNanosBefore(epochNanos);
    }

    @Override
    default long plusNanos(long epochNanos, long openNanos) {
        return openTime().plusNanos(epochNanos, openNanos);
    }

    @Override
    default long minusNanos(long epochNanos, long openNanos) {
        return openTime().minusNanos(epochNanos, openNanos);
    }

    @Override
    default Duration between(Instant startInclusive, Instant endExclusive) {
        return openTime().between(startInclusive, endExclusive);
    }

    @Override
    default Instant plus(Instant at, Duration openTime) {
        return openTime().plus(at, openTime);
    }

    @Override
    default Instant minus(Instant at, Duration openTime) {
        return openTime().minus(at, openTime);
    }

    @Override
    default boolean isOpen(Instant at) {
        return openTime().isOpen(at);
    }

    @Override
    default Optional<Instant> nextClosing(Instant at) {
        return openTime().nextClosing(at);
    }

    @Override
    default IntervalSet openIntervals(Interval window) {
        return openTime().openIntervals(window);
    }

    @Override
    default List<CalendarSegment> segments(Interval window) {
        return openTime().segments(window);
    }

    /** Writes a calendar down. {@code from} takes everything over from another; {@code add} then appends. */
    final class Builder extends ImmutableBusinessCalendar.Builder {
        Builder() {}

        /**
         * Names the calendar.
         *
         * @param id the name by which policies refer to it; not blank
         * @return this builder
         */
        public Builder id(String id) {
            return id(CalendarId.of(id));
        }

        /**
         * Sets the zone by its name.
         *
         * @param id an IANA zone name, such as {@code Europe/London}
         * @return this builder
         * @throws CalendarException if there is no such zone
         */
        public Builder zone(String id) {
            return zone(WallClock.zone(id));
        }

        /**
         * Adds the holidays of some years.
         *
         * @param source where they come from
         * @param firstYear the first year
         * @param lastYear the last year, included
         * @return this builder
         */
        public Builder addHolidays(HolidaySource source, int firstYear, int lastYear) {
            return addAllHolidays(source.in(firstYear, lastYear));
        }
    }
}

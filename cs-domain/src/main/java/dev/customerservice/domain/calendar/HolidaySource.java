package dev.customerservice.domain.calendar;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where holidays come from, year by year: a library, a file, a company's own list.
 *
 * <p>A calendar is written down for good, so it takes the holidays of the years that are named when it is built and never
 * asks again: {@code BusinessCalendar.builder()....addHolidays(source, 2024, 2030)}.
 *
 * <p>Laws: the answer depends on the year only, and each holiday in it has a date in that year.
 */
@FunctionalInterface
public interface HolidaySource {
    /**
     * Looks up one year.
     *
     * @param year the year, as in the ISO calendar
     * @return the holidays with a date in it, in any order; empty if there are none
     */
    List<Holiday> in(int year);

    /**
     * Looks up a run of years.
     *
     * @param firstYear the first year
     * @param lastYear the last year, included
     * @return the holidays with a date in one of them, each once, year by year
     * @throws IllegalArgumentException if the last year lies before the first
     */
    default List<Holiday> in(int firstYear, int lastYear) {
        if (lastYear < firstYear) {
            throw new IllegalArgumentException("The last year (" + lastYear
                    + ") of holidays must not be before the first (" + firstYear + ").\nMaybe the two were swapped.");
        }
        return IntStream.rangeClosed(firstYear, lastYear)
                .boxed()
                .flatMap(year -> in(year).stream())
                .distinct()
                .toList();
    }

    /**
     * Adds another source, as for the extra holidays of one site.
     *
     * @param more the other source
     * @return the source of the holidays of both; of equal holidays one
     */
    default HolidaySource and(HolidaySource more) {
        return year -> Stream.concat(in(year).stream(), more.in(year).stream())
                .distinct()
                .toList();
    }

    /**
     * Makes a source of a list that is at hand, such as a file that has been read.
     *
     * @param holidays the holidays of any years
     * @return the source that finds the holidays of a year in it
     */
    static HolidaySource of(Collection<Holiday> holidays) {
        List<Holiday> known = List.copyOf(holidays);
        return year -> known.stream()
                .filter(holiday -> holiday.firstInclusive().getYear() <= year
                        && holiday.lastInclusive().getYear() >= year)
                .toList();
    }
}

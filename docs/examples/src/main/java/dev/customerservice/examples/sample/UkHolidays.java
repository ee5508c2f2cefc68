package dev.customerservice.examples.sample;

import java.time.LocalDate;
import java.util.Set;

/** The bank holidays of England and Wales in the year of the sample. */
final class UkHolidays {
    static final Set<LocalDate> DATES = Set.of(
            LocalDate.of(2025, 1, 1),
            LocalDate.of(2025, 4, 18),
            LocalDate.of(2025, 4, 21),
            LocalDate.of(2025, 5, 5),
            LocalDate.of(2025, 5, 26),
            LocalDate.of(2025, 8, 25),
            LocalDate.of(2025, 12, 25),
            LocalDate.of(2025, 12, 26));

    private UkHolidays() {}
}

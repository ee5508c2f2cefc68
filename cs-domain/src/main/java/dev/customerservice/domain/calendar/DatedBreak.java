package dev.customerservice.domain.calendar;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A break on one date, whether its hours are weekly ones or an override.
 *
 * @param date the date
 * @param range the hours taken out
 * @param name what people call it
 */
public record DatedBreak(LocalDate date, LocalTimeRange range, Optional<String> name) implements Break {
    @Override
    public DatedBreak named(String newName) {
        return new DatedBreak(date, range, Optional.of(newName));
    }
}

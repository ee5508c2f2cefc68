package dev.customerservice.domain.calendar;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;

/**
 * A break on the same weekdays of every week; a date override replaces it together with the hours of its date.
 *
 * @param days the weekdays, in ascending order and each once
 * @param range the hours taken out
 * @param name what people call it
 */
public record WeeklyBreak(List<DayOfWeek> days, LocalTimeRange range, Optional<String> name) implements Break {
    /** Sorts the weekdays. */
    public WeeklyBreak {
        days = days.stream().distinct().sorted().toList();
    }

    @Override
    public WeeklyBreak named(String newName) {
        return new WeeklyBreak(days, range, Optional.of(newName));
    }
}

package dev.customerservice.domain.calendar;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    private Object writeReplace() {
        return new Sent(days, range, name.orElse(null));
    }

    /** What it is serialized as, because an {@link Optional} cannot be. */
    private record Sent(
            List<DayOfWeek> days,
            LocalTimeRange range,
            @Nullable String name) implements Serializable {
        private Object readResolve() {
            return new WeeklyBreak(days, range, Optional.ofNullable(name));
        }
    }
}

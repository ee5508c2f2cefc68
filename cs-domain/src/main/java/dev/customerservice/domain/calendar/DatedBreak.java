package dev.customerservice.domain.calendar;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    private Object writeReplace() {
        return new Sent(date, range, name.orElse(null));
    }

    /** What it is serialized as, because an {@link Optional} cannot be. */
    private record Sent(
            LocalDate date, LocalTimeRange range, @Nullable String name) implements Serializable {
        private Object readResolve() {
            return new DatedBreak(date, range, Optional.ofNullable(name));
        }
    }
}

package dev.customerservice.domain.exchange;

import java.time.ZoneId;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How a log writes its times: in ISO-8601 unless a pattern is given, and in which zone where the text itself does not say.
 *
 * <p>A local time that a change of clocks skips is refused. One that happens twice is taken at its first pass and counted. A date
 * alone is the first moment of that date in the zone.
 *
 * <p>In ISO-8601 the extended and the basic form are read, with a blank or a {@code T} between date and time, seconds or none, a fraction
 * of one to nine digits behind a point or a comma, and with {@code Z}, an offset or none; {@code T24:00:00} is the end of its date.
 * Immutable and thread-safe.
 */
@Value.Immutable
public interface LogTime extends WithLogTime {
    /** {@return the pattern of {@link java.time.format.DateTimeFormatter} with English names, ISO-8601 if there is none} */
    Optional<String> pattern();

    /** {@return the zone of times whose text has no offset; such times cannot be read if there is none} */
    Optional<ZoneId> zone();

    /** Refuses a pattern that cannot be read, and one that has no offset where no zone is given. */
    @Value.Check
    default void check() {
        TimeParser.of(this);
    }

    /** {@return times in ISO-8601 that carry their offset} */
    static LogTime iso() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link LogTime}. */
    final class Builder extends ImmutableLogTime.Builder {
        Builder() {}
    }
}

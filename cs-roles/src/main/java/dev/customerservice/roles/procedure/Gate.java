package dev.customerservice.roles.procedure;

import dev.customerservice.domain.text.Shown;
import dev.customerservice.roles.evidence.Condition;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** One step of a procedure that must not be taken before its condition is met. */
@Value.Immutable
public interface Gate extends WithGate {

    /** {@return the name of the gate within its procedure, in upper case with underscores} */
    String id();

    /** {@return what has been done when it has passed} */
    String title();

    /** {@return the id of the job role whose task it is; empty when it is nobody's in particular} */
    @Value.Default
    default String by() {
        return "";
    }

    /** {@return the gates that must have passed before; empty for the one written before it} */
    Optional<Set<String>> after();

    /** {@return what must be true} */
    Condition requires();

    /** {@return whether it must still be true whenever a later gate passes} */
    @Value.Default
    default boolean standing() {
        return false;
    }

    /** {@return how long it may take, from the opening or the last gate before it; empty for any time} */
    Optional<Limit> within();

    /** {@return which evidence counts; since the gates before it unless said otherwise} */
    @Value.Default
    default Counting counts() {
        return Counting.SINCE_PREDECESSORS;
    }

    /** {@return the outcome that ends the case when the condition is surely not met; empty when the case waits} */
    Optional<String> otherwise();

    /** {@return the outcome that ends the case when this gate has passed; empty when it goes on} */
    Optional<String> ends();

    /** {@return the id of the job role to ask when it does not pass; empty when there is none} */
    Optional<String> escalatesTo();

    /** Which evidence counts for a gate. */
    enum Counting {
        /** Only what happened when the gates before it had passed: work done out of order has to be done again. */
        SINCE_PREDECESSORS,
        /** Evidence of any age, as for a document that may be older than the case. */
        ANY_TIME
    }

    /**
     * How long a gate may take: {@code P1D} is until the same local time of the next day, {@code PT24H} is 24 elapsed hours, and
     * {@code P1DT4H} adds the one to the other.
     *
     * @param dates the local calendar part
     * @param time the elapsed part
     */
    record Limit(Period dates, Duration time) {
        /** Refuses a limit that is over at once. */
        public Limit {
            if (dates.isNegative() || time.isNegative() || (dates.isZero() && time.isZero())) {
                throw new IllegalArgumentException(
                        "within (" + dates + ", " + time + ") must be longer than zero\nMaybe PT4H or P1D.");
            }
        }

        /**
         * Reads an ISO-8601 text.
         *
         * @param text a period, a duration, or one after the other, for example {@code P1D}, {@code PT24H} or {@code P1DT4H}
         * @return the limit
         * @throws IllegalArgumentException when it is no such text or not longer than zero
         */
        public static Limit parse(String text) {
            int time = text.indexOf('T');
            try {
                return time < 0
                        ? new Limit(Period.parse(text), Duration.ZERO)
                        : new Limit(
                                time == 1 ? Period.ZERO : Period.parse(text.substring(0, time)),
                                Duration.parse("P" + text.substring(time)));
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(
                        "within (" + Shown.of(text) + ") must be an ISO-8601 period or duration\nMaybe P1D or PT4H.",
                        e);
            }
        }

        /**
         * Finds the end.
         *
         * @param start when the time starts
         * @param zone the zone whose dates and times count
         * @return the last instant in time
         */
        public Instant endFrom(Instant start, ZoneId zone) {
            return start.atZone(zone)
                    .toLocalDateTime()
                    .plus(dates)
                    .atZone(zone)
                    .toInstant()
                    .plus(time);
        }

        @Override
        public String toString() {
            if (time.isZero()) {
                return dates.toString();
            }
            return dates.isZero()
                    ? time.toString()
                    : dates.toString() + time.toString().substring(1);
        }
    }

    /**
     * Writes a gate after the one before it.
     *
     * @param id its name
     * @param title what has been done when it has passed
     * @param requires what must be true
     * @return the gate
     */
    static Gate of(String id, String title, Condition requires) {
        return builder().id(id).title(title).requires(requires).build();
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a gate. */
    final class Builder extends ImmutableGate.Builder {
        Builder() {}
    }
}

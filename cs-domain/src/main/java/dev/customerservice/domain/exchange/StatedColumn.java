package dev.customerservice.domain.exchange;

import static com.google.common.base.Preconditions.checkArgument;

import dev.customerservice.domain.text.NotBlank;
import dev.customerservice.domain.ticket.StatedValues;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * A column in which a log states something about a ticket itself, such as a running counter or its own verdict; it is kept in {@link
 * StatedValues} and changes no event. Immutable and thread-safe.
 */
@Value.Immutable
public interface StatedColumn extends WithStatedColumn {
    /** {@return the name the value is kept under, such as {@link StatedValues#OPENED}} */
    String name();

    /** {@return the name of the column in the file} */
    String column();

    /** {@return what kind of value it holds} */
    Kind kind();

    /** {@return which of the values that the rows of a ticket state is kept, the last unless given} */
    @Value.Default
    default Take take() {
        return Take.LAST;
    }

    /** {@return the unit of a duration that is written as a number; without one a duration is read in ISO-8601} */
    Optional<ChronoUnit> unit();

    /** {@return the words for yes, {@code true} unless given} */
    @Value.Default
    default Set<String> yes() {
        return Set.of("true");
    }

    /** {@return the words for no, {@code false} unless given} */
    @Value.Default
    default Set<String> no() {
        return Set.of("false");
    }

    /** Refuses blank names, a unit beside anything but a duration, and a verdict of which the greatest is asked. */
    @Value.Check
    default void check() {
        NotBlank.require("The name of a stated value", name());
        checkArgument(!column().isBlank(), "The column of the stated value %s must not be blank.", name());
        checkArgument(
                unit().isEmpty() || kind() == Kind.DURATION,
                "The unit of the stated value %s must stand beside a duration only.",
                name());
        checkArgument(
                unit().isEmpty() || !unit().get().isDateBased() || unit().get() == ChronoUnit.DAYS,
                "The unit of the stated value %s must have an exact length.\nMaybe state it in hours.",
                name());
        checkArgument(
                kind() == Kind.COUNT || take() != Take.ROWS,
                "The stated value %s must be a count, as it counts rows.",
                name());
        checkArgument(
                kind() != Kind.VERDICT || take() == Take.LAST || take() == Take.FIRST,
                "The stated verdict %s must be the first or the last, as verdicts have no order.",
                name());
    }

    /**
     * The last value of a column.
     *
     * @param name the name the value is kept under
     * @param kind what kind of value it holds
     * @param column the name of the column in the file
     * @return the stated column
     */
    static StatedColumn of(String name, Kind kind, String column) {
        return builder().name(name).kind(kind).column(column).build();
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** What kind of value a column holds. */
    enum Kind {
        /** An instant, written as the other times of the log. */
        MOMENT,
        /** A whole number. */
        COUNT,
        /** A yes or no. */
        VERDICT,
        /** A length of time, in which a day is 24 hours. */
        DURATION
    }

    /** Which of the values that the rows of a ticket state is kept; rows that state none are passed over. */
    enum Take {
        /** The one of the last row. */
        LAST,
        /** The one of the first row. */
        FIRST,
        /** The greatest. */
        MAX,
        /** The least. */
        MIN,
        /** The number of rows that state one, whatever it is. */
        ROWS
    }

    /** Builds {@link StatedColumn}. */
    final class Builder extends ImmutableStatedColumn.Builder {
        Builder() {}
    }
}

package dev.customerservice.domain.ticket;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a log itself states about a ticket, beside what follows from its events.
 *
 * <p>Help desks export running counters, times of their own and verdicts on service levels that need not agree with the history.
 * They are kept under their names and are never mixed with derived values: a measure says which of the two it reads. Immutable and
 * thread-safe.
 */
public final class StatedValues implements Serializable {
    /** The name under which a log's own opening time is kept: {@value}. */
    public static final String OPENED = "opened";
    /** The name under which a log's own resolution time is kept: {@value}. */
    public static final String RESOLVED = "resolved";
    /** The name under which a log's own closing time is kept: {@value}. */
    public static final String CLOSED = "closed";
    /** The name under which a log's own count of reopenings is kept: {@value}. */
    public static final String REOPENINGS = "reopenings";
    /** The name under which a log's own count of reassignments is kept: {@value}. */
    public static final String REASSIGNMENTS = "reassignments";
    /** The name under which a log's own verdict on its service level is kept: {@value}. */
    public static final String SLA_MET = "sla_met";

    private static final StatedValues NONE = new StatedValues(new Serializable[0]);

    /** Names and values in turn, by kind and name. A log has one of these for each ticket, and four maps would be most of its size. */
    private static final long serialVersionUID = 1;

    private final Serializable[] entries;

    private StatedValues(Serializable[] entries) {
        this.entries = entries;
    }

    /** {@return no stated values} */
    public static StatedValues none() {
        return NONE;
    }

    /** {@return an empty builder} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return the stated instants by name} */
    public Map<String, Instant> moments() {
        return all(Instant.class);
    }

    /** {@return the stated counters by name} */
    public Map<String, Long> counts() {
        return all(Long.class);
    }

    /** {@return the stated yes-or-no answers by name} */
    public Map<String, Boolean> verdicts() {
        return all(Boolean.class);
    }

    /** {@return the stated durations by name, such as a target} */
    public Map<String, Duration> durations() {
        return all(Duration.class);
    }

    /**
     * A stated instant.
     *
     * @param name the name it is kept under
     * @return the instant, empty if the log does not state it
     */
    public Optional<Instant> moment(String name) {
        return find(Instant.class, name);
    }

    /**
     * A stated counter.
     *
     * @param name the name it is kept under
     * @return the counter, empty if the log does not state it
     */
    public Optional<Long> count(String name) {
        return find(Long.class, name);
    }

    /**
     * A stated yes-or-no answer.
     *
     * @param name the name it is kept under
     * @return the answer, empty if the log does not state it
     */
    public Optional<Boolean> verdict(String name) {
        return find(Boolean.class, name);
    }

    /**
     * A stated duration.
     *
     * @param name the name it is kept under
     * @return the duration, empty if the log does not state it
     */
    public Optional<Duration> duration(String name) {
        return find(Duration.class, name);
    }

    private <T> Map<String, T> all(Class<T> kind) {
        Map<String, T> all = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            if (kind.isInstance(entries[i + 1])) {
                all.put((String) entries[i], kind.cast(entries[i + 1]));
            }
        }
        return Collections.unmodifiableMap(all);
    }

    private <T> Optional<T> find(Class<T> kind, String name) {
        for (int i = 0; i < entries.length; i += 2) {
            if (kind.isInstance(entries[i + 1]) && entries[i].equals(name)) {
                return Optional.of(kind.cast(entries[i + 1]));
            }
        }
        return Optional.empty();
    }

    /** {@return whether the other states the same} */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StatedValues that && Arrays.equals(entries, that.entries);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(entries);
    }

    /** {@return all that is stated; a log states times, counts and verdicts, no names of people} */
    @Override
    public String toString() {
        return "StatedValues[moments=" + moments() + ", counts=" + counts() + ", verdicts=" + verdicts()
                + ", durations=" + durations() + "]";
    }

    /** Builds {@link StatedValues}; what is put under a name again takes the place of the earlier value of its kind. */
    public static final class Builder {
        private static final int TYPICAL = 16;

        private Serializable[] entries = new Serializable[TYPICAL];
        private int size;

        private Builder() {}

        /**
         * States an instant.
         *
         * @param name the name it is kept under
         * @param moment the instant
         * @return this builder
         */
        public Builder putMoment(String name, Instant moment) {
            return put(name, moment);
        }

        /**
         * States a counter.
         *
         * @param name the name it is kept under
         * @param count the counter
         * @return this builder
         */
        public Builder putCount(String name, long count) {
            return put(name, count);
        }

        /**
         * States a yes-or-no answer.
         *
         * @param name the name it is kept under
         * @param verdict the answer
         * @return this builder
         */
        public Builder putVerdict(String name, boolean verdict) {
            return put(name, verdict);
        }

        /**
         * States a duration.
         *
         * @param name the name it is kept under
         * @param duration the duration
         * @return this builder
         */
        public Builder putDuration(String name, Duration duration) {
            return put(name, duration);
        }

        /** {@return what was stated} */
        public StatedValues build() {
            return size == 0 ? NONE : new StatedValues(Arrays.copyOf(entries, size));
        }

        private Builder put(String name, Serializable value) {
            Objects.requireNonNull(name, "name");
            int at = size;
            while (at > 0 && !isBefore(at - 2, name, value)) {
                at -= 2;
            }
            boolean isThere = at < size && entries[at].equals(name) && rank(entries[at + 1]) == rank(value);
            if (!isThere) {
                if (size == entries.length) {
                    entries = Arrays.copyOf(entries, size * 2);
                }
                System.arraycopy(entries, at, entries, at + 2, size - at);
                size += 2;
            }
            entries[at] = name;
            entries[at + 1] = value;
            return this;
        }

        private boolean isBefore(int at, String name, Object value) {
            int order = Integer.compare(rank(entries[at + 1]), rank(value));
            return order < 0 || (order == 0 && ((String) entries[at]).compareTo(name) < 0);
        }

        private static int rank(Object value) {
            if (value instanceof Instant) {
                return 0;
            }
            if (value instanceof Long) {
                return 1;
            }
            return value instanceof Boolean ? 2 : 3;
        }
    }
}

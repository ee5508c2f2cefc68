package dev.customerservice.metrics.statistics;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a measure found: a {@link Value}, or {@link NoData} with the reason; never 0, -1 or NaN in its place.
 *
 * @param <V> what was measured, for example {@link Ratio} or {@link java.time.Duration}
 */
public sealed interface Measurement<V> {
    /** {@return what was not counted, by reason} */
    LeftOut leftOut();

    /** {@return the number of observations behind the value, 0 without data} */
    long n();

    /** {@return the amount, or empty without data} */
    Optional<V> amount();

    /**
     * Looks at the same observations in another way.
     *
     * @param view the function from this amount to the other one
     * @param <W> what the view shows
     * @return the viewed value, or the same absence of data
     */
    <W> Measurement<W> map(Function<? super V, ? extends W> view);

    /**
     * Insists on a value.
     *
     * @return the amount
     * @throws NoSuchElementException without data; the message names the reason
     */
    default V orElseThrow() {
        return amount().orElseThrow(() -> new NoSuchElementException(this + "."));
    }

    /**
     * A measured value.
     *
     * @param value what was measured
     * @param n the number of observations behind it
     * @param leftOut what was not counted, by reason
     * @param <V> what was measured
     */
    record Value<V>(V value, long n, LeftOut leftOut) implements Measurement<V> {
        @Override
        public Optional<V> amount() {
            return Optional.of(value);
        }

        @Override
        public <W> Measurement<W> map(Function<? super V, ? extends W> view) {
            return new Value<>(view.apply(value), n, leftOut);
        }

        @Override
        public String toString() {
            return value + ", n = " + n + (leftOut.total() == 0 ? "" : ", left out: " + leftOut);
        }
    }

    /**
     * The absence of a value.
     *
     * @param reason why there is none
     * @param leftOut what was not counted, by reason
     * @param <V> what would have been measured
     */
    record NoData<V>(Absence reason, LeftOut leftOut) implements Measurement<V> {
        @Override
        public long n() {
            return 0;
        }

        @Override
        public Optional<V> amount() {
            return Optional.empty();
        }

        @Override
        public <W> Measurement<W> map(Function<? super V, ? extends W> view) {
            return new NoData<>(reason, leftOut);
        }

        @Override
        public String toString() {
            return "no data: " + reason + (leftOut.total() == 0 ? "" : ", left out: " + leftOut);
        }
    }

    /**
     * Reports a value.
     *
     * @param value what was measured
     * @param n the number of observations behind it
     * @param leftOut what was not counted, by reason
     * @param <V> what was measured
     * @return the value
     */
    static <V> Measurement<V> value(V value, long n, LeftOut leftOut) {
        return new Value<>(value, n, leftOut);
    }

    /**
     * Reports that there is no value.
     *
     * @param reason why there is none
     * @param leftOut what was not counted, by reason
     * @param <V> what would have been measured
     * @return the absence
     */
    static <V> Measurement<V> noData(Absence reason, LeftOut leftOut) {
        return new NoData<>(reason, leftOut);
    }
}

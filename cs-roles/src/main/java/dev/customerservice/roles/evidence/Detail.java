package dev.customerservice.roles.evidence;

import dev.customerservice.domain.text.Shown;
import dev.customerservice.metrics.statistics.Change;
import dev.customerservice.metrics.statistics.ConfidenceInterval;
import dev.customerservice.metrics.statistics.Ratio;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One typed value of an evidence or a reason: a yes or no, a number, a number with its interval, a word or a time. */
public sealed interface Detail {

    /**
     * Counts something.
     *
     * @param number how many
     * @param unit what was counted, for example {@code profiles}
     * @return the number as a quantity of that unit
     */
    static Quantity count(long number, String unit) {
        return new Quantity(BigDecimal.valueOf(number), unit);
    }

    /**
     * A yes or no.
     *
     * @param value the answer
     */
    record Flag(boolean value) implements Detail {}

    /**
     * A number that is exactly known.
     *
     * @param value the number; equal numbers are equal quantities, however many zeros they are written with
     * @param unit what one of it is, not blank; for money the ISO 4217 code
     */
    record Quantity(BigDecimal value, String unit) implements Detail {
        /** Refuses a number without a unit. */
        public Quantity {
            requireUnit(unit);
            value = plain(value);
        }

        @Override
        public String toString() {
            return value.toPlainString() + " " + unit;
        }
    }

    /**
     * A number that was measured, with the interval it lies in.
     *
     * <p>A claim about it holds only when it holds for the whole interval.
     *
     * @param value the best single value
     * @param low the lower end of the interval, at most {@code value}
     * @param high the upper end of the interval, at least {@code value}
     * @param sampleSize how many observations stand behind it, never negative; for a difference the smaller sample
     * @param unit what one of it is, not blank
     */
    record Estimate(BigDecimal value, BigDecimal low, BigDecimal high, long sampleSize, String unit) implements Detail {

        /**
         * Takes over a measured share with its interval at 95 %.
         *
         * @param share the counts
         * @return the share with the Wilson interval; empty when the counts form no share
         */
        public static Optional<Estimate> of(Ratio share) {
            return share.interval()
                    .map(interval -> of(share.value().orElseThrow(), interval, share.denominator(), "share"));
        }

        /**
         * Takes over a measured difference of two samples.
         *
         * @param change the difference with its interval
         * @param sampleSize the size of the smaller sample
         * @param unit what one of it is, not blank
         * @return the difference as an estimate
         */
        public static Estimate of(Change change, long sampleSize, String unit) {
            return of(change.difference(), change.interval(), sampleSize, unit);
        }

        private static Estimate of(double value, ConfidenceInterval interval, long sampleSize, String unit) {
            return new Estimate(
                    BigDecimal.valueOf(value),
                    BigDecimal.valueOf(Math.min(interval.low(), value)),
                    BigDecimal.valueOf(Math.max(interval.high(), value)),
                    sampleSize,
                    unit);
        }

        /** Refuses an interval that does not hold its value. */
        public Estimate {
            requireUnit(unit);
            if (low.compareTo(value) > 0 || value.compareTo(high) > 0) {
                throw new IllegalArgumentException("value (" + Shown.of(value) + ") must lie in its interval ["
                        + Shown.of(low) + ", " + Shown.of(high) + "]\nMaybe the two ends are swapped.");
            }
            if (sampleSize < 0) {
                throw new IllegalArgumentException(
                        "sampleSize (" + sampleSize + ") must not be negative\nMaybe give 0 when it is not known.");
            }
            value = plain(value);
            low = plain(low);
            high = plain(high);
        }

        @Override
        public String toString() {
            return value.toPlainString() + " [" + low.toPlainString() + ", " + high.toPlainString() + "] " + unit
                    + ", n = " + sampleSize;
        }
    }

    /**
     * A word or a sentence; its {@code toString} tells only the length, so that nobody's words reach a log by accident.
     *
     * @param value the text
     */
    record Text(String value) implements Detail {
        @Override
        public String toString() {
            return "Text[" + value.length() + " characters]";
        }
    }

    /**
     * A point in time.
     *
     * @param value the instant
     */
    record Moment(Instant value) implements Detail {}

    /**
     * An amount of time.
     *
     * @param value the duration
     */
    record Span(Duration value) implements Detail {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    private static void requireUnit(String unit) {
        if (unit.isBlank()) {
            throw new IllegalArgumentException(
                    "unit (" + Shown.of(unit) + ") must not be blank\nMaybe say what was counted, for example people.");
        }
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }
}

package dev.customerservice.examples.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** One measured number with all that stands behind it, or the reason why there is none. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Figure {
    /** How a value is to be read. */
    enum Unit {
        /** A number of things. */
        COUNT,
        /** A share from 0 to 1, or a rate. */
        RATIO,
        /** A number that is neither a count nor a share. */
        NUMBER,
        /** Seconds of the clock that the definition names. */
        SECONDS
    }

    /** {@return how the value is to be read} */
    Unit unit();

    /** {@return what was not counted, by reason code} */
    SortedMap<String, Long> leftOut();

    /**
     * A measured number.
     *
     * @param unit how the value is to be read
     * @param value the number, not rounded
     * @param n how many observations stand behind it
     * @param numerator what is counted, for a ratio
     * @param denominator what it is counted over, for a ratio
     * @param low the lower end of the 95 % interval, where there is one
     * @param high the upper end of the 95 % interval, where there is one
     * @param moreThan whether it is only known to be more than the value; absent when it is the value
     * @param leftOut what was not counted, by reason code
     */
    record Known(
            Unit unit,
            Number value,
            long n,
            @Nullable Long numerator,
            @Nullable Long denominator,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Boolean moreThan,
            SortedMap<String, Long> leftOut)
            implements Figure {}

    /**
     * The absence of a number.
     *
     * @param unit how a value would be read
     * @param noData the code of the reason
     * @param leftOut what was not counted, by reason code
     */
    record Missing(Unit unit, String noData, SortedMap<String, Long> leftOut) implements Figure {}
}

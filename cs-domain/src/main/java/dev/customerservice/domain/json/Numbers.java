package dev.customerservice.domain.json;

import dev.customerservice.domain.json.JsonFormatException.Reason;
import java.math.BigDecimal;

/** Decimal numbers that can be written out, so that no short text stands for a gigabyte of digits. */
final class Numbers {
    static final String RULE =
            "must be a number of at most " + JsonFormat.MOST_DIGITS + " digits, before and after the point together.";

    private Numbers() {}

    /** The refusal of a number that Jackson itself gives up, such as one whose exponent is beyond those of a BigDecimal. */
    static JsonFormatException refusal() {
        return new JsonFormatException(Reason.WRONG_TYPE, "", RULE);
    }

    static boolean isWritable(BigDecimal number) {
        // long: a scale near the ends of int must not overflow.
        long scale = number.scale();
        long digits = scale > 0 ? Math.max(number.precision(), scale) : number.precision() - scale;
        return digits <= JsonFormat.MOST_DIGITS;
    }
}

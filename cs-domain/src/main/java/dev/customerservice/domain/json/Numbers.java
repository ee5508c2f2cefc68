package dev.customerservice.domain.json;

import dev.customerservice.domain.json.JsonFormatException.Reason;
import dev.customerservice.domain.text.Decimals;

/** The refusal of numbers that are too long, as JSON states it. */
final class Numbers {
    static final String RULE = Decimals.RULE + ".";

    private Numbers() {}

    /** The refusal of a number that Jackson itself gives up, such as one whose exponent is beyond those of a BigDecimal. */
    static JsonFormatException refusal() {
        return new JsonFormatException(Reason.WRONG_TYPE, "", RULE);
    }
}

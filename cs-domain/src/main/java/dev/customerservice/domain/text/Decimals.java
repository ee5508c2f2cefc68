package dev.customerservice.domain.text;

import java.math.BigDecimal;

/** Decimal numbers of a length that people write, so that no text stands for a gigabyte of digits and none takes long to read. */
public final class Decimals {
    /** The digits that a number may have, written out without an exponent, and the characters of its text. */
    public static final int MOST_DIGITS = 40;

    /** What a number must be, a phrase that starts with must. */
    public static final String RULE =
            "must be a number of at most " + MOST_DIGITS + " digits, before and after the point together";

    private static final int MOST_BITS = 133; // of the largest number of 40 digits

    private Decimals() {}

    /**
     * Reads a number.
     *
     * @param noun what it is, for the message
     * @param text the number with a point, such as {@code 0.30}
     * @return the number, with the decimals that were written
     * @throws IllegalArgumentException when it is none, or longer than 40 characters or, written out, 40 digits
     */
    public static BigDecimal parse(String noun, String text) {
        if (text.length() > MOST_DIGITS) {
            throw new IllegalArgumentException(
                    noun + " (" + Shown.of(text) + ") " + RULE + "\nMaybe it is another field.");
        }
        try {
            return require(noun, new BigDecimal(text));
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(
                    noun + " (" + text + ") must be a number\nMaybe write it with a point, like 0.80.", noNumber);
        }
    }

    /**
     * Checks a number.
     *
     * @param noun what it is, for the message
     * @param number the number
     * @return the same number
     * @throws IllegalArgumentException when it has more than 40 digits, written out
     */
    public static BigDecimal require(String noun, BigDecimal number) {
        if (!isWritable(number)) {
            throw new IllegalArgumentException(noun + " (" + Shown.of(number) + ") " + RULE
                    + "\nMaybe round it; or its exponent is a typing error.");
        }
        return number;
    }

    /**
     * Asks whether a number can be written out, before any digit is.
     *
     * @param number the number
     * @return whether it has at most 40 digits without an exponent
     */
    public static boolean isWritable(BigDecimal number) {
        if (number.unscaledValue().bitLength() > MOST_BITS) {
            return false;
        }
        // long: a scale near the ends of int must not overflow.
        long scale = number.scale();
        return (scale > 0 ? Math.max(number.precision(), scale) : number.precision() - scale) <= MOST_DIGITS;
    }
}

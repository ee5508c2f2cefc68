package dev.customerservice.domain.text;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Iterator;

/** How a value that was given stands in the message that refuses it: as it is if it is short, else its beginning and how much there is. */
public final class Shown {
    private static final int LONGEST = 80;
    private static final int LONGEST_LIST = 500;
    private static final int TOLD = 20; // how much room the number of characters has

    private Shown() {}

    /**
     * Shows a value.
     *
     * @param value the value; a decimal is shown without an exponent as far as it has a length that people write, and of a collection
     *     each value
     * @return its text if that has at most 80 characters, else 60 of them and their number; of a collection as many values as have room
     *     in 500 characters, and how many more there are
     */
    public static String of(Object value) {
        if (value instanceof BigDecimal number) {
            return number(number);
        }
        return value instanceof Collection<?> values ? list(values) : cut(value.toString(), LONGEST);
    }

    /**
     * Shows a sentence or a path, which may be longer.
     *
     * @param text the text
     * @return the text if it has at most 500 characters, else 480 of them and their number
     */
    public static String sentence(String text) {
        return cut(text, LONGEST_LIST);
    }

    private static String list(Collection<?> values) {
        StringBuilder text = new StringBuilder("[");
        int left = values.size();
        for (Iterator<?> all = values.iterator(); all.hasNext() && text.length() < LONGEST_LIST; left--) {
            Object value = all.next();
            text.append(text.length() == 1 ? "" : ", ")
                    .append(value instanceof BigDecimal number ? number(number) : cut(String.valueOf(value), LONGEST));
        }
        return text.append(left == 0 ? "]" : ", … " + left + " more]").toString();
    }

    private static String number(BigDecimal number) {
        if (Decimals.isWritable(number)) {
            return number.toPlainString();
        }
        // The digits of a long number take longer to write than they are worth.
        int bits = number.unscaledValue().bitLength();
        return bits <= LONGEST * 3 ? cut(number.toString(), LONGEST) : "a number of " + bits + " bits";
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - TOLD;
        // Half of a surrogate pair is no character.
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…, "
                + text.length() + " characters";
    }
}

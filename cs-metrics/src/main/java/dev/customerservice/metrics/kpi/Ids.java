package dev.customerservice.metrics.kpi;

import dev.customerservice.domain.text.LowerCase;
import java.util.regex.Pattern;

/** The shape of ids. */
final class Ids {
    /** Never gives back what it has read, so that its depth does not grow with the text. */
    static final Pattern VALID = Pattern.compile("[a-z][a-z0-9]*+([_.][a-z0-9]++)*+");

    private Ids() {}

    /** A part of an id out of any text: what does not fit becomes an underscore. */
    static String part(String text) {
        String part = LowerCase.of(text).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        return part.isEmpty() ? "x" : part;
    }
}

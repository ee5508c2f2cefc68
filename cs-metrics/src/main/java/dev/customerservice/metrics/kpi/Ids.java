package dev.customerservice.metrics.kpi;

import java.util.Locale;
import java.util.regex.Pattern;

/** The shape of ids. */
final class Ids {
    static final Pattern VALID = Pattern.compile("[a-z][a-z0-9]*([_.][a-z0-9]+)*");

    private Ids() {}

    /** A part of an id out of any text: what does not fit becomes an underscore. */
    static String part(String text) {
        String part =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        return part.isEmpty() ? "x" : part;
    }
}

package dev.customerservice.metrics.kpi;

import java.util.regex.Pattern;

/** The shape of ids. */
final class Ids {
    static final Pattern VALID = Pattern.compile("[a-z][a-z0-9]*([_.][a-z0-9]+)*");

    private Ids() {}
}

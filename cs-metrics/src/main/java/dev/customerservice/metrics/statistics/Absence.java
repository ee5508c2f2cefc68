package dev.customerservice.metrics.statistics;

import dev.customerservice.domain.text.Shown;
import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * Why there is no number, or why an observation was left out of one: a stable code in snake_case.
 *
 * <p>The constants are the reasons that the library gives; a rule of your own gives its own code.
 *
 * @param code the stable code, lower-case words joined by underscores
 */
public record Absence(String code) implements Comparable<Absence>, Serializable {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*+(_[a-z0-9]++)*+");

    /** The input holds no fact of the kind that the measure reads. */
    public static final Absence NO_FACTS = new Absence("no_facts");

    /** Facts were read, but none of them counts: the quotient would be 0/0. */
    public static final Absence NOTHING_COUNTED = new Absence("nothing_counted");

    /** The moment or the value that the measure reads is not there. */
    public static final Absence MISSING = new Absence("missing");

    /** The end lies before the start and the measure is not declared signed. */
    public static final Absence NEGATIVE = new Absence("negative");

    /** It had not ended at the instant of evaluation, so its length is only known to be longer. */
    public static final Absence STILL_RUNNING = new Absence("still_running");

    /** The observation was called off before it could be judged. */
    public static final Absence CANCELLED = new Absence("cancelled");

    /** The contacts of the customers were not linked, so what came next is unknown. */
    public static final Absence NOT_LINKED = new Absence("not_linked");

    /** The window after it was still open at the instant of evaluation. */
    public static final Absence WINDOW_OPEN = new Absence("window_open");

    /** The comparison is with zero, which has no relative change. */
    public static final Absence FROM_ZERO = new Absence("from_zero");

    /** Checks the code. */
    public Absence {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("Absence code (" + Shown.of(code)
                    + ") must be lower-case words joined by underscores." + "\nMaybe 'no_answer' was meant.");
        }
    }

    @Override
    public int compareTo(Absence other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}

package dev.customerservice.roles.evidence;

import dev.customerservice.domain.text.Shown;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Why an answer is what it is: a code to act on, whom it is about, and the figures that led to it.
 *
 * <p>Values hold ids, counts and times, never a person's words; its {@code toString} therefore shows them.
 *
 * @param code what was found, in upper case with underscores, for example {@code TOO_MANY_PROFILES}
 * @param severity whether a rule is broken or an advice is given
 * @param about the person, team or role it is about, when it is about one
 * @param where the rule, criterion or field that spoke; empty when nobody named it
 * @param values the figures behind it by name, sorted by name
 */
public record Reason(
        String code, Severity severity, Optional<Subject> about, String where, SortedMap<String, Detail> values) {

    private static final Pattern UPPER_SNAKE = Pattern.compile("[A-Z][A-Z0-9]*+(_[A-Z0-9]++)*+");

    /** Refuses a code that is not in upper case with underscores, and copies the values. */
    public Reason {
        if (!UPPER_SNAKE.matcher(code).matches()) {
            throw new IllegalArgumentException("code (" + Shown.of(code)
                    + ") must be in upper case with underscores\nMaybe write it like TOO_MANY_PROFILES.");
        }
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** How much a reason weighs. */
    public enum Severity {
        /** A rule is broken. */
        RULE,
        /** Something would be better otherwise; it never enters a score. */
        ADVICE
    }

    /**
     * Says that a rule is broken.
     *
     * @param code what was found
     * @return a reason of severity {@code RULE} without values
     * @throws IllegalArgumentException when the code is not in upper case with underscores
     */
    public static Reason rule(String code) {
        return new Reason(code, Severity.RULE, Optional.empty(), "", Collections.emptySortedMap());
    }

    /**
     * Gives an advice.
     *
     * @param code what was found
     * @return a reason of severity {@code ADVICE} without values
     * @throws IllegalArgumentException when the code is not in upper case with underscores
     */
    public static Reason advice(String code) {
        return new Reason(code, Severity.ADVICE, Optional.empty(), "", Collections.emptySortedMap());
    }

    /**
     * Says whom it is about.
     *
     * @param subject the person, team, role or profile
     * @return this reason about that subject
     */
    public Reason withAbout(Subject subject) {
        return new Reason(code, severity, Optional.of(subject), where, values);
    }

    /**
     * Says which rule, criterion or field spoke.
     *
     * @param place its name
     * @return this reason spoken there
     */
    public Reason withWhere(String place) {
        return new Reason(code, severity, about, place, values);
    }

    /**
     * Adds a figure, or replaces the one of the same name.
     *
     * @param name what the figure is, for example {@code limit}
     * @param value the figure
     * @return this reason with the figure
     */
    public Reason withValue(String name, Detail value) {
        SortedMap<String, Detail> more = new TreeMap<>(values);
        more.put(name, value);
        return new Reason(code, severity, about, where, more);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(code);
        about.ifPresent(subject -> text.append(" about ").append(subject));
        if (!where.isEmpty()) {
            text.append(" by ").append(where);
        }
        String separator = ": ";
        for (var value : values.entrySet()) {
            text.append(separator).append(value.getKey()).append(" = ").append(shown(value.getValue()));
            separator = ", ";
        }
        return text.toString();
    }

    private static String shown(Detail detail) {
        return detail instanceof Detail.Text text ? text.value() : detail.toString();
    }
}

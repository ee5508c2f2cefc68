package dev.customerservice.domain.sla;

import dev.customerservice.domain.text.NotBlank;
import dev.customerservice.domain.text.Shown;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From which instant a cycle counts, whatever event starts it.
 *
 * <p>An instant in the past reaches back, and pauses since then are honoured; until one in the future the cycle is open and counts
 * nothing. The instant is taken when the cycle starts and stays, whatever changes later. Equal if the names are. Immutable and
 * thread-safe.
 */
public final class Anchor {
    private static final String FIELD_PREFIX = "field.";

    /** The event at which the start condition held. */
    public static final Anchor TRIGGER = new Anchor("trigger");
    /** The creation of the ticket, for the first cycle. */
    public static final Anchor CREATION = new Anchor("creation");
    /**
     * The due time of what came before, met or missed.
     *
     * <p>For a metric that comes {@link SlaMetric#after() after} another that is the due time of its last cycle, and holds for the first
     * cycle: time lost there is lost here. For any other metric it is the due time of its own last cycle, if that lies ahead: done early,
     * the next period begins no earlier; done late, it begins with its trigger.
     */
    public static final Anchor PREVIOUS_DUE = new Anchor("previous_due");

    private final String name;

    private Anchor(String name) {
        this.name = name;
    }

    /**
     * The instant that a custom field holds, for the first cycle: text in ISO-8601 with an offset, such as {@code 2026-03-02T09:00:00Z}.
     *
     * <p>As long as the field holds no such text the clock does not start, and its reading says why.
     *
     * @param field the name of the field, not blank
     * @return the anchor, named {@code field.} and the name of the field
     */
    public static Anchor field(String field) {
        NotBlank.require("The name of a field", field);
        return new Anchor(FIELD_PREFIX + field);
    }

    /**
     * Finds an anchor by its name.
     *
     * @param name the name of a constant of this class in lower case, or {@code field.} and the name of a custom field
     * @return the anchor
     * @throws IllegalArgumentException if there is none
     */
    public static Anchor parse(String name) {
        if (name.startsWith(FIELD_PREFIX)) {
            return field(name.substring(FIELD_PREFIX.length()));
        }
        return switch (name) {
            case "trigger" -> TRIGGER;
            case "creation" -> CREATION;
            case "previous_due" -> PREVIOUS_DUE;
            default ->
                throw new IllegalArgumentException("The anchor (" + Shown.of(name)
                        + ") must be trigger, creation, previous_due or a field.\nMaybe write field." + Shown.of(name)
                        + " for a custom field.");
        };
    }

    /** {@return the name, which is also its stored form} */
    public String name() {
        return name;
    }

    /** {@return the name of the custom field, empty for all other anchors} */
    public Optional<String> field() {
        return name.startsWith(FIELD_PREFIX) ? Optional.of(name.substring(FIELD_PREFIX.length())) : Optional.empty();
    }

    /** {@return whether the other is an anchor of the same name} */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Anchor that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** {@return the name} */
    @Override
    public String toString() {
        return name;
    }
}

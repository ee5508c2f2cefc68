package dev.customerservice.domain.json;

import dev.customerservice.domain.text.Shown;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON text that is not what it must be, with the place and the rule. Its message and its causes do not show what stood there, which
 * could be personal data; {@link #value()} does, and so does the rule of a type itself ({@link Reason#NOT_ALLOWED}).
 */
public final class JsonFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String pointer;
    private final String rule;
    private final transient @Nullable String value;

    JsonFormatException(Reason reason, String pointer, String rule) {
        this(reason, pointer, rule, null, null);
    }

    JsonFormatException(Reason reason, String pointer, String rule, @Nullable String value, @Nullable Throwable cause) {
        super("The JSON value at " + (pointer.isEmpty() ? "the root" : Shown.sentence(pointer)) + " " + rule, cause);
        this.reason = reason;
        this.pointer = pointer;
        this.rule = rule;
        this.value = value;
    }

    /** The same refusal, seen from further out. */
    JsonFormatException below(String outer) {
        return outer.isEmpty() ? this : new JsonFormatException(reason, outer + pointer, rule, value, getCause());
    }

    /** A name or an index as one step of a JSON pointer. */
    static String step(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** {@return what is wrong, a word that stays the same from version to version} */
    public Reason reason() {
        return reason;
    }

    /** {@return where, as a JSON pointer, empty for the root} */
    public String pointer() {
        return pointer;
    }

    /** {@return what must hold there, a phrase that starts with must} */
    public String rule() {
        return rule;
    }

    /** {@return the text or number that was refused, where it is known; it may be personal data} */
    public Optional<String> value() {
        return Optional.ofNullable(value);
    }

    /** What can be wrong with a JSON text. */
    public enum Reason {
        /** The text is not well-formed JSON. */
        NOT_JSON("The text is not well-formed JSON.", "Look at the line and column that the message names."),
        /** The text is beyond a limit. */
        TOO_LARGE("The text is beyond a limit.", "Split it; JsonFormat names the limits."),
        /** A field is there that nobody knows. */
        UNKNOWN_FIELD("A field is there that nobody knows.", "Correct its name; the message lists those known there."),
        /** The label of a kind is not known. */
        UNKNOWN_LABEL("The label of a kind is missing or not known.", "Give type one of the labels in the message."),
        /** A word is none of those that may stand there. */
        UNKNOWN_WORD("A word is none of those that may stand there.", "Use one of the words in the message."),
        /** The value has another type. */
        WRONG_TYPE("The value has another type or form.", "Write it in the form that the message names."),
        /** Something that must be there is missing. */
        INCOMPLETE("Something that must be there is missing.", "Add it; nothing is taken for granted but defaults."),
        /** The value is of the right form and refused by its own rules. */
        NOT_ALLOWED("The value breaks a rule of its own type.", "Follow the rule after \"must be allowed\"."),
        /** Code is named that is not bound to the reader. */
        NOT_BOUND("Code is named that is not bound to the reader.", "Bind it: format.binding(name, test)."),
        /** The value cannot be written. */
        NO_FORM("A value is to be written that has no form in JSON.", "Write what it was made of instead.");

        private final String cause;
        private final String remedy;

        Reason(String cause, String remedy) {
            this.cause = cause;
            this.remedy = remedy;
        }

        /** {@return what has happened, in a sentence} */
        public String cause() {
            return cause;
        }

        /** {@return what to do about it, in a sentence} */
        public String remedy() {
            return remedy;
        }
    }
}

package dev.customerservice.domain.json;

/** A JSON text that is not what it must be, with the place and the rule; it never shows the text itself. */
public final class JsonFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String pointer;

    /**
     * A refusal.
     *
     * @param pointer where, as a JSON pointer
     * @param rule what must hold there, a phrase that starts with must
     * @param cause what Jackson said
     */
    JsonFormatException(String pointer, String rule, Throwable cause) {
        super("The JSON value at " + (pointer.isEmpty() ? "the root" : pointer) + " " + rule, cause);
        this.pointer = pointer;
    }

    /** {@return where, as a JSON pointer, empty for the root} */
    public String pointer() {
        return pointer;
    }
}

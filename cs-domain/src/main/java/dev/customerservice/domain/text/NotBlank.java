package dev.customerservice.domain.text;

/** Names and identities that must say something; a message is made only for one that is refused. */
public final class NotBlank {
    private NotBlank() {}

    /**
     * Checks a text.
     *
     * @param noun what it is, for the message
     * @param text the text
     * @throws IllegalArgumentException when it is empty or holds blanks only
     */
    public static void require(String noun, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(noun + " (" + Shown.of(text) + ") must not be blank.");
        }
    }
}

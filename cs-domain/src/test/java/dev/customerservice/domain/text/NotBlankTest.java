package dev.customerservice.domain.text;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class NotBlankTest {
    @Test
    void aTextThatSaysNothingIsRefusedByItsNoun() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> NotBlank.require("The team id", " \t"));
        assertEquals("The team id ( \t) must not be blank.", refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> NotBlank.require("The team id", ""));
        assertDoesNotThrow(() -> NotBlank.require("The team id", " x"));
    }

    @Test
    void manyBlanksAreCutInTheMessage() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> NotBlank.require("The team id", " ".repeat(100)));
        assertEquals("The team id (" + " ".repeat(60) + "…, 100 characters) must not be blank.", refused.getMessage());
    }
}

package dev.customerservice.roles.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final Word DRILL = new Word("drill", "Crisis drill", List.of("S1-18"));
    private static final Word TALK = new Word("talk", "One-to-one", List.of("S0-04", "S0-02"));
    private static final Catalogue<Word> BOTH = Catalogue.of(List.of(TALK, DRILL));

    @Test
    void keepsTheOrderInWhichItWasWritten() {
        assertEquals(List.of("talk", "drill"), BOTH.ids());
        assertEquals(List.of(TALK, DRILL), BOTH.entries());
        assertEquals(List.of("S0-02", "S0-04", "S1-18"), List.copyOf(BOTH.sources()));
        assertEquals(BOTH, Catalogue.of(List.of(TALK)).with(DRILL));
        assertEquals(BOTH.hashCode(), Catalogue.of(List.of(TALK)).with(DRILL).hashCode());
        assertNotEquals(BOTH, Catalogue.of(List.of(DRILL, TALK)));
        assertFalse(DRILL.advice());
        assertEquals("Catalogue[talk, drill]", BOTH.toString());
    }

    @Test
    void findsAnEntryOrSaysWhichAreNear() {
        assertEquals(Optional.of(DRILL), BOTH.find("drill"));
        assertEquals(Optional.empty(), BOTH.find("drift"));
        assertEquals(DRILL, BOTH.get("drill"));
        assertEquals(
                "entry (drift) must be in the catalogue of 2\nMaybe one of [drill]?",
                assertThrows(IllegalArgumentException.class, () -> BOTH.get("drift"))
                        .getMessage());
        assertTrue(message(() -> BOTH.get("")).endsWith("one of [talk, drill]?"));
        assertTrue(message(() -> BOTH.get("x")).endsWith("one of [talk, drill]?"));
    }

    @Test
    void replacingIsSaid() {
        Word ours = new Word("drill", "Fire drill", List.of());
        assertTrue(message(() -> BOTH.with(ours)).contains("must be in the catalogue once"));
        assertEquals(List.of(TALK, ours), BOTH.replacing(ours).entries());
        assertEquals(Set.of("S0-02", "S0-04"), BOTH.replacing(ours).sources());
        assertThrows(IllegalArgumentException.class, () -> BOTH.replacing(new Word("other", "Other", List.of())));
    }

    @Test
    void refusesWhatNobodyCouldName() {
        assertTrue(message(() -> BOTH.with(new Word(" ", "Title", List.of()))).contains("must have an id"));
        assertTrue(message(() -> BOTH.with(new Word("id", "", List.of()))).contains("must have an id"));
    }

    private static String message(org.junit.jupiter.api.function.Executable call) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    private record Word(String id, String title, List<String> sources) implements Catalogue.Entry {}
}

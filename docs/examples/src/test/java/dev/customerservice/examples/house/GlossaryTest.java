package dev.customerservice.examples.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every term of the glossary stands once, and every type it names exists. */
class GlossaryTest {

    private static final List<List<String>> ROWS =
            PageTable.rows(Reactor.read(Reactor.root().resolve("docs/glossary.md")), 8);

    @Test
    void everyTypeExists() {
        Set<String> types =
                PageTable.libraryTypes().stream().map(PublicType::name).collect(Collectors.toSet());
        assertEquals(
                List.of(),
                ROWS.stream()
                        .flatMap(row -> PageTable.codes(row.get(2)).stream())
                        .filter(name -> !types.contains(name))
                        .toList());
    }

    @Test
    void everyTermHasATypeAndStandsOnce() {
        assertFalse(ROWS.isEmpty());
        assertEquals(
                List.of(),
                ROWS.stream()
                        .filter(row -> PageTable.codes(row.get(2)).isEmpty())
                        .toList());
        assertEquals(
                ROWS.size(), ROWS.stream().map(row -> row.get(0)).distinct().count());
    }
}

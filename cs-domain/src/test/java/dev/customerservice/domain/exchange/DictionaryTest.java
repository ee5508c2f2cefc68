package dev.customerservice.domain.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DictionaryTest {
    private static final int LONG = 30_000;

    private static int add(Dictionary dictionary, String text) {
        return dictionary.add(("<" + text + ">").toCharArray(), 1, text.length());
    }

    @Test
    void textsAreNumberedInTheOrderInWhichTheyAppear() {
        Dictionary dictionary = new Dictionary(Set.of());

        assertEquals(
                List.of(1, 1, 2, 1, 3),
                List.of(
                        add(dictionary, "Phone"),
                        add(dictionary, " Phone\t"),
                        add(dictionary, "Email"),
                        add(dictionary, "Phone"),
                        add(dictionary, "Phones")));
        assertEquals(4, dictionary.size());
        assertEquals("Email", dictionary.text(2));
        assertEquals(2, dictionary.code("Email"));
        assertEquals(Dictionary.MISSING, dictionary.code("Fax"));
    }

    @Test
    void wordsForAMissingValueHaveNoNumberOfTheirOwn() {
        Dictionary dictionary = new Dictionary(Set.of("?", "n/a"));

        assertEquals(
                List.of(Dictionary.MISSING, Dictionary.MISSING, Dictionary.MISSING, 1, Dictionary.MISSING),
                List.of(
                        add(dictionary, "?"),
                        add(dictionary, "n/a"),
                        add(dictionary, " "),
                        add(dictionary, "Phone"),
                        add(dictionary, "?")));
        assertEquals(2, dictionary.size());
        assertEquals("", dictionary.text(Dictionary.MISSING));
        assertEquals(Dictionary.MISSING, dictionary.code("?"));
        assertEquals("Phone", dictionary.text(1));
    }

    @Test
    void longAndShortTextsKeepTheirNumbersHoweverManyThereAre() {
        Dictionary dictionary = new Dictionary(Set.of("?"));
        List<String> texts = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            texts.add(i % 3 == 0 ? "x".repeat(LONG + i) : "text " + i);
        }
        texts.add("y".repeat(TableReader.LONGEST_FIELD));

        texts.forEach(text -> add(dictionary, text));
        dictionary.settle(true);

        assertEquals(texts.size() + 1, dictionary.size());
        for (int i = 0; i < texts.size(); i++) {
            assertEquals(texts.get(i), dictionary.text(i + 1));
            assertEquals(i + 1, dictionary.code(texts.get(i)));
        }
    }

    @Test
    void tellsWhichTextsHoldACharacter() {
        Dictionary dictionary = new Dictionary(Set.of("!"));
        add(dictionary, "Phone");
        add(dictionary, "wow!");

        assertArrayEquals(new boolean[] {false, false, true}, dictionary.with('!'));
        assertEquals(0, dictionary.with('?').length);
    }
}

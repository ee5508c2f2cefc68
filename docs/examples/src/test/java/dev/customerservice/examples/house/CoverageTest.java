package dev.customerservice.examples.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of coverage has every statement once, and what it calls built is there with its test. */
class CoverageTest {

    private static final String PAGE = Reactor.read(Reactor.root().resolve("docs/coverage.md"));
    private static final List<List<String>> ROWS = PageTable.rows(PAGE, 5);
    private static final Set<String> STATES = Set.of("built", "in part", "not built yet");

    @Test
    void everyStatementStandsOnceAndInOrder() {
        List<String> ids = Stream.of(
                        Map.entry(0, 69), Map.entry(1, 40), Map.entry(2, 39), Map.entry(3, 13), Map.entry(4, 12))
                .flatMap(text -> IntStream.rangeClosed(1, text.getValue())
                        .mapToObj(number -> "S%d-%02d".formatted(text.getKey(), number)))
                .toList();
        assertEquals(ids, ROWS.stream().map(row -> row.get(0)).toList());
        assertTrue(ROWS.stream().allMatch(row -> STATES.contains(row.get(2))));
    }

    @Test
    void whatIsBuiltNamesATypeAndATest() {
        assertEquals(
                List.of(),
                begun().stream()
                        .filter(row -> PageTable.codes(row.get(3)).isEmpty()
                                || PageTable.codes(row.get(4)).isEmpty())
                        .toList());
        assertEquals(
                List.of(),
                ROWS.stream()
                        .filter(row -> row.get(2).equals("not built yet"))
                        .filter(row -> !PageTable.codes(row.get(4)).isEmpty())
                        .toList());
    }

    @Test
    void everyTypeMemberAndTestExists() {
        Map<String, List<PublicType>> types =
                PageTable.libraryTypes().stream().collect(Collectors.groupingBy(PublicType::name));
        Set<String> tests = PageTable.testNames();
        List<String> missing = new ArrayList<>();
        for (List<String> row : begun()) {
            PageTable.codes(row.get(3)).stream()
                    .filter(name -> Character.isUpperCase(name.charAt(0)) && !exists(name, types))
                    .forEach(missing::add);
            PageTable.codes(row.get(4)).stream()
                    .filter(name -> !tests.contains(name))
                    .forEach(missing::add);
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void aNameThatIsGoneIsFound() {
        Map<String, List<PublicType>> types =
                PageTable.libraryTypes().stream().collect(Collectors.groupingBy(PublicType::name));
        assertTrue(exists("SkillMatrix", types));
        assertTrue(exists("SkillMatrix.gaps", types));
        assertFalse(exists("SkillMatrix.vanished", types));
        assertFalse(exists("Vanished", types));
        assertFalse(exists("ProfilePairing", types), "not public");
    }

    @Test
    void theCountsAreThoseOfTheRows() {
        String counts = "Today: %d built, %d in part, %d not built yet."
                .formatted(count("built"), count("in part"), count("not built yet"));
        assertTrue(PAGE.contains(counts), counts);
    }

    private static boolean exists(String name, Map<String, List<PublicType>> types) {
        int dot = name.indexOf('.');
        String member = name.substring(dot + 1);
        return types.getOrDefault(dot < 0 ? name : name.substring(0, dot), List.of()).stream()
                .anyMatch(type -> SourceRules.words(Reactor.read(type.file())).anyMatch(member::equals));
    }

    private static List<List<String>> begun() {
        return ROWS.stream().filter(row -> !row.get(2).equals("not built yet")).toList();
    }

    private static long count(String state) {
        return ROWS.stream().filter(row -> row.get(2).equals(state)).count();
    }
}

package dev.customerservice.examples.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.json.JsonFormat2;
import dev.customerservice.roles.catalogue.Catalogue;
import dev.customerservice.roles.json.PlaybookReader;
import dev.customerservice.roles.playbook.Playbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of coverage has every statement once, what it calls built is there, and its tests carry the id of the statement. */
class CoverageTest {

    private static final String PAGE = Reactor.read(Reactor.root().resolve("docs/coverage.md"));
    private static final List<List<String>> ROWS = PageTable.rows(PAGE, 5);
    private static final Set<String> STATES = Set.of("built", "in part", "advice", "not built yet");
    private static final Pattern TAG = Pattern.compile("@Tag\\(\"(S\\d-\\d\\d)\"\\)");
    private static final Pattern ENTRY = Pattern.compile("\\{\\s*\"id\": \"([^\"]+)\"");
    private static final Pattern ROW = Pattern.compile("(\\| (S\\d-\\d\\d) \\|.*\\| )[^|]* \\|");
    private static final int MOST_TYPES = 120;

    /** The statements of what is not built yet. */
    private static final Set<String> PENDING = Set.of();

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
    void whatIsBuiltNamesATypeOrEntryAndATest() {
        assertEquals(
                List.of(),
                begun().stream()
                        .filter(row -> PageTable.codes(row.get(3)).isEmpty()
                                || (PageTable.codes(row.get(4)).isEmpty()
                                        && !row.get(2).equals("advice")))
                        .toList());
        assertEquals(
                List.of(),
                ROWS.stream()
                        .filter(row -> row.get(2).equals("not built yet"))
                        .filter(row -> !PageTable.codes(row.get(4)).isEmpty())
                        .toList());
    }

    @Test
    void everyTypeMemberAndEntryExists() {
        Map<String, List<PublicType>> types =
                PageTable.libraryTypes().stream().collect(Collectors.groupingBy(PublicType::name));
        Set<String> entries = entries();
        List<String> missing = new ArrayList<>();
        for (List<String> row : begun()) {
            PageTable.codes(row.get(3)).stream()
                    .filter(name -> Character.isUpperCase(name.charAt(0))
                            ? !exists(name, types)
                            : name.contains("-") && !entries.contains(name))
                    .forEach(missing::add);
        }
        assertEquals(List.of(), missing);
        assertTrue(entries.contains("feedback-within-three-days"));
    }

    /** Skills are left out: they are constants, and rows name those. */
    @Test
    void sourcesOfEntriesAndRowsAgree() {
        Map<String, Set<String>> sources = sources();
        List<String> differing = new ArrayList<>();
        for (List<String> row : ROWS) {
            Set<String> named = new TreeSet<>(PageTable.codes(row.get(3)));
            sources.forEach((entry, statements) -> {
                if (named.contains(entry) != statements.contains(row.get(0))) {
                    differing.add(row.get(0) + " and " + entry);
                }
            });
        }
        assertEquals(List.of(), differing, "one names the other, which does not");
        assertTrue(sources.size() > 90);
    }

    /** With {@code -Dcoverage.write} the column is written anew from the tags; what carries a statement is for people to say. */
    @Test
    void theTestsOfAStatementAreThoseThatCarryItsTag() throws IOException {
        Map<String, Set<String>> tagged = tagged();
        if (System.getProperty("coverage.write") != null) {
            Files.writeString(Reactor.root().resolve("docs/coverage.md"), withTests(tagged));
            return;
        }
        List<String> differing = new ArrayList<>();
        for (List<String> row : ROWS) {
            Set<String> tests = tagged.getOrDefault(row.get(0), Set.of());
            if (!tests.equals(new TreeSet<>(PageTable.codes(row.get(4))))) {
                differing.add(row.get(0) + " is tagged in " + tests + ", the page names " + row.get(4));
            }
        }
        assertEquals(List.of(), differing, "-Dcoverage.write writes the column anew");
        assertEquals(
                List.of(),
                tagged.keySet().stream()
                        .filter(id -> ROWS.stream().noneMatch(row -> row.get(0).equals(id)))
                        .toList());
    }

    @Test
    void whatIsPendingIsKnownByName() {
        List<String> open = ROWS.stream()
                .filter(row -> row.get(2).equals("not built yet"))
                .map(row -> row.get(0))
                .toList();
        System.out.println("pending: " + String.join(", ", open));
        assertEquals(
                List.of(),
                open.stream().filter(id -> !PENDING.contains(id)).toList(),
                "only what is known to be missing may be missing");
    }

    @Test
    void thePeopleSideStaysSmall() {
        long types = PublicType.in(Reactor.javaFiles(Reactor.root().resolve("cs-roles"), "main")).stream()
                .filter(type -> type.file().getFileName().toString().equals(type.name() + ".java"))
                .count();
        assertTrue(types > 0 && types <= MOST_TYPES, types + " public types");
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
        String counts = "Today: %d built, %d in part, %d advice, %d not built yet."
                .formatted(count("built"), count("in part"), count("advice"), count("not built yet"));
        assertTrue(PAGE.contains(counts), counts);
    }

    private static boolean exists(String name, Map<String, List<PublicType>> types) {
        int dot = name.indexOf('.');
        String member = name.substring(dot + 1);
        return types.getOrDefault(dot < 0 ? name : name.substring(0, dot), List.of()).stream()
                .anyMatch(type -> SourceRules.words(Reactor.read(type.file())).anyMatch(member::equals));
    }

    private static String withTests(Map<String, Set<String>> tagged) {
        return PAGE.lines()
                .map(line -> {
                    Matcher row = ROW.matcher(line);
                    if (!row.matches()) {
                        return line;
                    }
                    Set<String> tests = tagged.getOrDefault(row.group(2), Set.of());
                    String names = tests.stream().map(test -> "`" + test + "`").collect(Collectors.joining(", "));
                    return row.group(1) + (tests.isEmpty() ? "–" : names) + " |";
                })
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static Map<String, Set<String>> tagged() {
        Map<String, Set<String>> tagged = new TreeMap<>();
        for (Path module : Reactor.modules()) {
            for (Path file : Reactor.javaFiles(module, "test")) {
                Matcher tag = TAG.matcher(Reactor.read(file));
                while (tag.find()) {
                    tagged.computeIfAbsent(tag.group(1), id -> new TreeSet<>())
                            .add(file.getFileName().toString().replace(".java", ""));
                }
            }
        }
        return tagged;
    }

    private static Set<String> entries() {
        Path folder = Reactor.root().resolve("cs-roles/src/main/resources/dev/customerservice/roles/playbook");
        Set<String> entries = new TreeSet<>();
        for (String file :
                List.of("practices", "assessments", "procedures", "trainings", "scorecards", "skills", "standards")) {
            Matcher entry = ENTRY.matcher(Reactor.read(folder.resolve(file + ".json")));
            while (entry.find()) {
                entries.add(entry.group(1));
            }
        }
        return entries;
    }

    private static Map<String, Set<String>> sources() {
        Playbook standard = PlaybookReader.of(JsonFormat2.standard()).standard();
        Map<String, Set<String>> sources = new TreeMap<>();
        for (Catalogue<?> catalogue : List.of(
                standard.practices(),
                standard.assessments(),
                standard.procedures(),
                standard.trainings(),
                standard.scorecards(),
                standard.standards())) {
            catalogue.entries().forEach(entry -> sources.put(entry.id(), Set.copyOf(entry.sources())));
        }
        return sources;
    }

    private static List<List<String>> begun() {
        return ROWS.stream().filter(row -> !row.get(2).equals("not built yet")).toList();
    }

    private static long count(String state) {
        return ROWS.stream().filter(row -> row.get(2).equals(state)).count();
    }
}

package dev.customerservice.examples.house;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every Java block of the README and the guides is a region of a source that the build compiles and tests. */
class DocumentationTest {

    private static final Pattern JSON = Pattern.compile("(?ms)^```json (\\S+)\n(.*?)^```");
    private static final Path README = Reactor.root().resolve("README.md");

    @TestFactory
    Stream<DynamicTest> blocksEqualTheirRegions() {
        Map<String, List<Snippet>> regions = regions();
        return pages().flatMap(page -> Snippet.blocks(Reactor.read(page)).stream()
                .map(block -> dynamicTest(
                        Reactor.root().relativize(page) + " " + block.name(), () -> check(block, regions))));
    }

    @Test
    void everyRegionIsShown() {
        Set<String> shown = pages().flatMap(page -> Snippet.blocks(Reactor.read(page)).stream())
                .map(Snippet::name)
                .collect(toSet());
        assertEquals(
                List.of(),
                regions().keySet().stream()
                        .filter(name -> !shown.contains(name))
                        .toList(),
                "regions that no page shows");
    }

    /** A json block with a name is a file of the examples, which a test reads. */
    @TestFactory
    Stream<DynamicTest> filesShownAreThoseThatAreRead() {
        Path files = Reactor.root().resolve("docs/examples/src/test/resources");
        return pages().flatMap(page -> JSON.matcher(Reactor.read(page))
                .results()
                .map(block -> dynamicTest(
                        Reactor.root().relativize(page) + " " + block.group(1),
                        () -> assertEquals(Reactor.read(files.resolve(block.group(1))), block.group(2)))));
    }

    @Test
    void theReadmeShowsCode() {
        assertFalse(Snippet.blocks(Reactor.read(README)).isEmpty());
    }

    @Test
    void aRegionLosesItsIndentAndNothingElse() {
        assertEquals(
                List.of(new Snippet("due", "Instant due = start;\n    deeper();\n\nlast();")), Snippet.regions("""
                        class Sample {
                            void sample() {
                                // region due
                                Instant due = start;
                                    deeper();

                                last();
                                // endregion
                            }
                        }
                        """));
    }

    @Test
    void blocksOfOtherLanguagesAreLeftAlone() {
        String page = """
                ```sh
                mvn verify
                ```
                ```java due
                last();
                ```
                ```java
                unnamed();
                ```
                ```
                plain
                ```
                """;
        assertEquals(List.of(new Snippet("due", "last();"), new Snippet("", "unnamed();")), Snippet.blocks(page));
    }

    @Test
    void whatIsOpenedMustBeClosed() {
        assertThrows(IllegalArgumentException.class, () -> Snippet.regions("// region due\nlast();\n"));
        assertThrows(IllegalArgumentException.class, () -> Snippet.blocks("```java due\nlast();\n"));
    }

    @Test
    void aBlockThatDiffersIsUnnamedOrUnknownFails() {
        Map<String, List<Snippet>> regions = Map.of(
                "due",
                List.of(new Snippet("due", "eight();")),
                "twice",
                List.of(new Snippet("twice", "a();"), new Snippet("twice", "a();")));
        check(new Snippet("due", "eight();"), regions);
        assertThrows(AssertionError.class, () -> check(new Snippet("due", "nine();"), regions));
        assertThrows(AssertionError.class, () -> check(new Snippet("", "eight();"), regions));
        assertThrows(AssertionError.class, () -> check(new Snippet("gone", "eight();"), regions));
        assertThrows(AssertionError.class, () -> check(new Snippet("twice", "a();"), regions));
    }

    private static void check(Snippet block, Map<String, List<Snippet>> regions) {
        assertFalse(block.name().isEmpty(), () -> "a java block must have a name: " + block.text());
        List<Snippet> sources = regions.getOrDefault(block.name(), List.of());
        assertEquals(1, sources.size(), () -> "exactly one region must be called " + block.name());
        assertEquals(sources.get(0).text(), block.text(), () -> "block " + block.name() + " must equal its region");
    }

    private static Stream<Path> pages() {
        return Stream.concat(Stream.of(README), Reactor.files(Reactor.root().resolve("docs/guide")).stream())
                .filter(page -> page.toString().endsWith(".md"));
    }

    private static Map<String, List<Snippet>> regions() {
        return Reactor.modules().stream()
                .filter(module -> module.startsWith(Reactor.root().resolve("docs")))
                .flatMap(module ->
                        Stream.of("main", "test").flatMap(sourceSet -> Reactor.javaFiles(module, sourceSet).stream()))
                // Those of EntryTypesTest are shown by javadoc.
                .filter(file -> !file.endsWith("DocumentationTest.java") && !file.endsWith("EntryTypesTest.java"))
                .flatMap(file -> Snippet.regions(Reactor.read(file)).stream())
                .collect(groupingBy(Snippet::name));
    }
}

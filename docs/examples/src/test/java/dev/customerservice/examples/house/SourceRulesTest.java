package dev.customerservice.examples.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The source rules hold for every module, and each one finds what breaks it. */
class SourceRulesTest {

    private static final Set<String> TEXTS = Set.of("java", "xml", "md", "js", "css", "html", "sh", "properties");
    private static final Path SAMPLE = Path.of("Sample.java");

    @Test
    void everyModuleIsRead() {
        assertFalse(Reactor.modules().isEmpty());
        assertTrue(Reactor.modules().stream()
                .noneMatch(module -> Reactor.javaFiles(module, "main").isEmpty()));
    }

    @Test
    void mainFilesAreShort() {
        assertNone(mainFiles().flatMap(file -> SourceRules.tooLong(shown(file), Reactor.read(file))));
    }

    @Test
    void nothingIsLeftUnfinished() {
        assertNone(inTexts(SourceRules::unfinished));
    }

    @Test
    void nothingIsTiedToAMachine() {
        assertNone(inTexts(SourceRules::tiedToAMachine));
    }

    @Test
    void everyPackageTellsItsStory() {
        assertNone(SourceRules.untoldPackages(mainFiles().toList()));
    }

    @Test
    void everyPublicTypeTellsWhatItIs() {
        assertNone(SourceRules.untold(PublicType.in(mainFiles().toList())));
    }

    @Test
    void everyPublicTypeIsNamedInATest() {
        Path examples = Reactor.root().resolve("docs/examples");
        Path benchmarks = Reactor.root().resolve("docs/benchmarks");
        assertNone(Reactor.modules().stream()
                .filter(module -> !module.equals(benchmarks))
                .flatMap(module -> {
                    Set<String> words = Stream.of(module, examples)
                            .flatMap(tested -> Reactor.javaFiles(tested, "test").stream())
                            .flatMap(file -> SourceRules.words(Reactor.read(file)))
                            .collect(Collectors.toSet());
                    return SourceRules.unnamed(PublicType.in(Reactor.javaFiles(module, "main")), words);
                }));
    }

    @Test
    void aLongFileIsFound() {
        assertEquals(0, SourceRules.tooLong(SAMPLE, "line\n".repeat(400)).count());
        assertEquals(1, SourceRules.tooLong(SAMPLE, "line\n".repeat(401)).count());
    }

    @Test
    void aMarkIsFoundWithItsLine() {
        assertEquals(
                List.of("Sample.java:2 (TO" + "DO) must not be left unfinished"),
                SourceRules.unfinished(SAMPLE, "int a;\n// TO" + "DO later\n").toList());
        assertEquals(1, SourceRules.unfinished(SAMPLE, "// X" + "XX later").count());
        assertEquals(
                0,
                SourceRules.unfinished(SAMPLE, "mastodon \"uuuu-MM-ddX" + "XX\"")
                        .count());
    }

    @Test
    void aMachinePathAndAHostAreFound() {
        assertEquals(
                1, SourceRules.tiedToAMachine(SAMPLE, "\"/ho" + "me/me/x\"").count());
        assertEquals(
                1,
                SourceRules.tiedToAMachine(SAMPLE, "https://repo.mav" + "en.org/x")
                        .count());
        assertEquals(
                0,
                SourceRules.tiedToAMachine(SAMPLE, "docs/work/x ../home/y /usr/bin/z")
                        .count());
    }

    @Test
    void anUntoldPackageIsFound() {
        Path told = Path.of("a", "A.java");
        Path story = Path.of("a", "package-info.java");
        assertEquals(0, SourceRules.untoldPackages(List.of(told, story)).count());
        assertEquals(
                1,
                SourceRules.untoldPackages(List.of(told, story, Path.of("b", "B.java")))
                        .count());
    }

    @Test
    void publicTypesAreFoundAtEveryDepth(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("Outer.java"), """
                /** Told. */
                public interface Outer {
                    record Implied() {}
                    /** Told. */
                    final class Open {
                        class Hidden {}
                        public static class Deep {}
                    }
                }
                final class Unseen {
                    public static class Within {}
                }
                """);
        List<PublicType> types = PublicType.in(List.of(file));
        assertEquals(
                Set.of("Outer", "Implied", "Open", "Deep"),
                types.stream().map(PublicType::name).collect(Collectors.toSet()));
        assertEquals(
                2,
                SourceRules.unnamed(
                                types,
                                SourceRules.words("Outer outer = new Open();").collect(Collectors.toSet()))
                        .count());
    }

    @Test
    void whatJavadocLeavesOutIsFound(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("Told.java"), """
                /**
                 * Told but for one component.
                 *
                 * @param first told
                 * @param <T> told
                 */
                public record Told<T>(T first, int second) implements Comparable<Told<T>> {
                    public static final int BARE = 1;
                    /** Told: the components are told above. */
                    public Told {}
                    /** {@return told} */
                    public int inline() { return 1; }
                    /** Tells neither. */
                    public int half(int argument) { return argument; }
                    @Override public int compareTo(Told<T> other) { return 0; }
                    int hidden() { return 1; }
                }
                """);
        assertEquals(
                List.of(
                        "Told must say what second is",
                        "BARE must have a javadoc comment",
                        "half must say what argument is",
                        "half must say what it returns"),
                PublicType.in(List.of(file)).get(0).untold());
    }

    private static Stream<Path> mainFiles() {
        return Reactor.modules().stream().flatMap(module -> Reactor.javaFiles(module, "main").stream());
    }

    private static Stream<String> inTexts(BiFunction<Path, String, Stream<String>> rule) {
        return Reactor.files(Reactor.root()).stream()
                .filter(file -> TEXTS.contains(file.toString().replaceFirst(".*\\.", "")) || file.endsWith(".ci/run"))
                .flatMap(file -> rule.apply(shown(file), Reactor.read(file)));
    }

    private static Path shown(Path file) {
        return Reactor.root().relativize(file);
    }

    private static void assertNone(Stream<String> findings) {
        List<String> found = findings.toList();
        assertTrue(found.isEmpty(), () -> String.join("\n", found));
    }
}

package dev.customerservice.examples.house;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/dependencies.md lists each dependency of each pom with its reason, and no other. */
class DependenciesPageTest {
    private static final String PAGE = Reactor.read(Reactor.root().resolve("docs/dependencies.md"));
    private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>(.*?)</dependency>");
    private static final Pattern EXCLUSIONS = Pattern.compile("(?s)<exclusions>.*?</exclusions>");
    private static final Pattern MANAGED = Pattern.compile("(?s)<dependencyManagement>.*?</dependencyManagement>");
    private static final Pattern GROUP = Pattern.compile("<groupId>(.*?)</groupId>");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(.*?)</artifactId>");

    private enum Use {
        REQUIRED("What the library needs"),
        OPTIONAL("What it works with"),
        BUILD("What builds and tests it");

        private final String heading;

        Use(String heading) {
            this.heading = heading;
        }

        static Use of(Path module, String dependency) {
            if (!module.getFileName().toString().matches("cs-(domain|metrics|roles)")
                    || dependency.contains("<scope>")) {
                return BUILD;
            }
            return dependency.contains("<optional>true") ? OPTIONAL : REQUIRED;
        }
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .findFirst()
                .map((MatchResult found) -> found.group(1))
                .orElseThrow();
    }

    /** The strongest use of each dependency that is not a module of the library itself. */
    private static Map<String, Use> declared() {
        Map<String, Use> declared = new TreeMap<>();
        for (Path module : Reactor.modules()) {
            String pom = EXCLUSIONS
                    .matcher(MANAGED.matcher(Reactor.read(module.resolve("pom.xml")))
                            .replaceAll(""))
                    .replaceAll("");
            DEPENDENCY
                    .matcher(pom)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .filter(dependency -> !dependency.contains("<groupId>dev.customerservice</groupId>"))
                    .forEach(dependency -> declared.merge(
                            first(GROUP, dependency) + ":" + first(ARTIFACT, dependency),
                            Use.of(module, dependency),
                            (one, other) -> one.compareTo(other) < 0 ? one : other));
        }
        return declared;
    }

    private static List<List<String>> rows(Use use) {
        int start = PAGE.indexOf("\n## " + use.heading + "\n");
        int end = PAGE.indexOf("\n## ", start + 4);
        return PageTable.rows(PAGE.substring(start, end < 0 ? PAGE.length() : end), 3);
    }

    private static Set<String> listed(Use use) {
        return rows(use).stream()
                .flatMap(row -> PageTable.codes(row.get(0)).stream())
                .collect(toCollection(TreeSet::new));
    }

    @Test
    void everyDependencyIsListedWhereItBelongs() {
        Map<String, Use> declared = declared();
        for (Use use : Use.values()) {
            Set<String> expected = declared.entrySet().stream()
                    .filter(entry -> entry.getValue() == use)
                    .map(Map.Entry::getKey)
                    .collect(toCollection(TreeSet::new));
            assertEquals(expected, listed(use), use.heading);
        }
    }

    @Test
    void everyOneHasALicenceAndAReason() {
        Stream<List<String>> rows = Arrays.stream(Use.values()).flatMap(use -> rows(use).stream());
        rows.forEach(row -> {
            assertFalse(row.get(1).isBlank(), row.get(0));
            assertFalse(row.get(2).isBlank(), row.get(0));
        });
    }
}

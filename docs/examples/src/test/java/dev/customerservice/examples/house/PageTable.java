package dev.customerservice.examples.house;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of a page, and the names in backticks that its cells hold. */
final class PageTable {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private PageTable() {}

    /** {@return the cells of each table row of a page that has this many columns, headings and rules left out} */
    static List<List<String>> rows(String page, int columns) {
        List<List<String>> rows = page.lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> Stream.of(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                        .map(String::strip)
                        .toList())
                .filter(cells -> cells.size() == columns)
                .toList();
        List<String> heading = rows.isEmpty() ? List.of() : rows.get(0);
        return rows.stream().filter(row -> !row.equals(heading)).toList();
    }

    /** {@return what a cell holds in backticks} */
    static List<String> codes(String cell) {
        return CODE.matcher(cell)
                .results()
                .map((MatchResult code) -> code.group(1))
                .toList();
    }

    /** {@return all public types of the three library modules, parsed once for all tests of pages} */
    static List<PublicType> libraryTypes() {
        return Parsed.TYPES;
    }

    /** {@return the names of all test classes, read from their files} */
    static Set<String> testNames() {
        return Reactor.modules().stream()
                .flatMap(module -> Reactor.javaFiles(module, "test").stream())
                .map(file -> file.toFile().getName().replace(".java", ""))
                .collect(Collectors.toSet());
    }

    /** Holds what is slow to find, from the first question on. */
    private static final class Parsed {
        static final List<PublicType> TYPES = PublicType.in(Stream.of("cs-domain", "cs-metrics", "cs-roles")
                .flatMap(module -> Reactor.javaFiles(Reactor.root().resolve(module), "main").stream())
                .toList());
    }
}

package dev.customerservice.examples.house;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.json.JsonFormat;
import dev.customerservice.domain.json.JsonFormat2;
import dev.customerservice.domain.json.JsonFormat3;
import dev.customerservice.roles.json.PlanJson;
import dev.customerservice.roles.json.WorkforceJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A golden file, as docs/wire-format.md lists it.
 *
 * @param name the name of the file
 * @param type the type that is written in it
 * @param text what stands in it
 */
record GoldenFile(String name, Class<?> type, String text) {
    /** The formats of both majors of Jackson, with all that the library knows. */
    static final List<JsonFormat> FORMATS = Stream.of(JsonFormat2.standard(), JsonFormat3.standard())
            .map(format -> format.with(PlanJson.forms()).with(WorkforceJson.forms()))
            .toList();

    private static final String PAGE = Reactor.read(Reactor.root().resolve("docs/wire-format.md"));

    /** {@return the rows of the table under a heading of the page} */
    static List<List<String>> rows(String heading) {
        int start = PAGE.indexOf("\n## " + heading + "\n");
        assertTrue(start >= 0, heading);
        int end = PAGE.indexOf("\n## ", start + 4);
        return PageTable.rows(PAGE.substring(start, end < 0 ? PAGE.length() : end), 2);
    }

    /** {@return the golden files that are there} */
    static List<Path> files() {
        return Stream.of("cs-domain", "cs-metrics", "cs-roles")
                .flatMap(module ->
                        Reactor.files(Reactor.root().resolve(module + "/src/test/resources/wire/v1")).stream())
                .toList();
    }

    /** {@return the golden files that the page lists} */
    static List<GoldenFile> all() {
        List<GoldenFile> all = new ArrayList<>();
        for (List<String> row : rows("Golden files")) {
            for (String name : PageTable.codes(row.get(0))) {
                all.add(new GoldenFile(name, type(PageTable.codes(row.get(1)).get(0)), text(name)));
            }
        }
        return all;
    }

    private static String text(String name) {
        return Reactor.read(files().stream()
                .filter(file -> file.endsWith(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name)));
    }

    private static Class<?> type(String name) {
        try {
            return name.endsWith("[]") ? WireTypes.named(name.replace("[]", "")).arrayType() : WireTypes.named(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}

package dev.customerservice.examples.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.json.JsonFormat;
import dev.customerservice.domain.json.JsonFormat2;
import dev.customerservice.domain.json.JsonFormat3;
import dev.customerservice.roles.json.PlanJson;
import dev.customerservice.roles.json.WorkforceJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each golden file is read and written alike by both majors of Jackson, and each public value type has one or a reason for none. */
class GoldenFilesTest {

    private static final String PAGE = Reactor.read(Reactor.root().resolve("docs/wire-format.md"));
    private static final List<JsonFormat> FORMATS = Stream.of(JsonFormat2.standard(), JsonFormat3.standard())
            .map(format -> format.with(PlanJson.forms()).with(WorkforceJson.forms()))
            .toList();

    private static List<List<String>> rows(String heading) {
        int start = PAGE.indexOf("\n## " + heading + "\n");
        assertTrue(start >= 0, heading);
        int end = PAGE.indexOf("\n## ", start + 4);
        return PageTable.rows(PAGE.substring(start, end < 0 ? PAGE.length() : end), 2);
    }

    private static List<Path> files() {
        return Stream.of("cs-domain", "cs-metrics", "cs-roles")
                .flatMap(module ->
                        Reactor.files(Reactor.root().resolve(module + "/src/test/resources/wire/v1")).stream())
                .toList();
    }

    private static Class<?> type(List<String> row) throws ClassNotFoundException {
        String name = PageTable.codes(row.get(1)).get(0);
        return name.endsWith("[]") ? WireTypes.named(name.replace("[]", "")).arrayType() : WireTypes.named(name);
    }

    @Test
    void everyGoldenFileIsReadAndWrittenAlikeByBoth() throws ClassNotFoundException {
        Set<String> listed = new TreeSet<>();
        for (List<String> row : rows("Golden files")) {
            for (String name : PageTable.codes(row.get(0))) {
                listed.add(name);
                Path file = files().stream()
                        .filter(each -> each.endsWith(name))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(name));
                for (JsonFormat format : FORMATS) {
                    assertEquals(Reactor.read(file), format.write(format.read(Reactor.read(file), type(row))), name);
                }
            }
        }
        assertEquals(
                files().stream()
                        .map(file -> file.getFileName().toString())
                        .collect(Collectors.toCollection(TreeSet::new)),
                listed);
    }

    @Test
    void everyPublicValueTypeHasAGoldenFileOrAReasonForNone() throws ClassNotFoundException {
        List<Class<?>> roots = new ArrayList<>();
        for (List<String> row : rows("Golden files")) {
            roots.add(type(row));
        }
        Set<String> stored =
                WireTypes.reachable(roots).stream().map(WireTypes::name).collect(Collectors.toSet());
        Set<String> excused = new TreeSet<>();
        rows("Without a stored form").forEach(row -> excused.addAll(PageTable.codes(row.get(0))));
        Set<String> used = new TreeSet<>();
        List<String> neither = new ArrayList<>();
        for (Class<?> type : WireTypes.all()) {
            String name = WireTypes.name(type);
            List<String> reasons = excused.stream()
                    .filter(excuse -> name.equals(excuse) || name.startsWith(excuse + "."))
                    .toList();
            if (!stored.contains(name)) {
                used.addAll(reasons);
                if (reasons.isEmpty()) {
                    neither.add(name);
                }
            }
        }
        assertEquals(List.of(), neither, "value types with neither a golden file nor a reason");
        assertEquals(excused, used, "reasons that nobody needs");
    }
}

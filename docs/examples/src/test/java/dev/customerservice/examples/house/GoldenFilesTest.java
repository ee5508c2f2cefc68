package dev.customerservice.examples.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.domain.json.JsonFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each golden file is read and written alike by both majors of Jackson, and each public value type has one or a reason for none. */
class GoldenFilesTest {

    @Test
    void everyGoldenFileIsReadAndWrittenAlikeByBoth() {
        Set<String> listed = new TreeSet<>();
        for (GoldenFile file : GoldenFile.all()) {
            listed.add(file.name());
            for (JsonFormat format : GoldenFile.FORMATS) {
                assertEquals(file.text(), format.write(format.read(file.text(), file.type())), file.name());
            }
        }
        assertEquals(
                GoldenFile.files().stream()
                        .map(file -> file.getFileName().toString())
                        .collect(Collectors.toCollection(TreeSet::new)),
                listed);
    }

    @Test
    void everyPublicValueTypeHasAGoldenFileOrAReasonForNone() throws ClassNotFoundException {
        List<Class<?>> roots = new ArrayList<>();
        GoldenFile.all().forEach(file -> roots.add(file.type()));
        Set<String> stored =
                WireTypes.reachable(roots).stream().map(WireTypes::name).collect(Collectors.toSet());
        Set<String> excused = new TreeSet<>();
        GoldenFile.rows("Without a stored form").forEach(row -> excused.addAll(PageTable.codes(row.get(0))));
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

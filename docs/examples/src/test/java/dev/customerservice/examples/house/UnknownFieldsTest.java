package dev.customerservice.examples.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.customerservice.domain.json.JsonFormat;
import dev.customerservice.domain.json.JsonFormat2;
import dev.customerservice.domain.json.JsonFormatException;
import dev.customerservice.domain.json.JsonFormatException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A field of a later version, anywhere in any file, changes nothing of what is read; a strict reader names it. */
class UnknownFieldsTest {
    private static final ObjectMapper JSON = JsonFormat2.standard().mapper(); // keeps each digit
    private static final String LATER = "zz_later";

    /** Objects whose names are the writer's own: a name more is an entry more. */
    private static final Set<String> MAPS = new TreeSet<>(Set.of(
            "activities",
            "actor_kinds",
            "audiences",
            "channels",
            "columns",
            "counts",
            "departments",
            "durations",
            "fields",
            "hours",
            "moments",
            "priorities",
            "statuses",
            "substitutes",
            "values",
            "verdicts",
            "weekly"));

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** The pointers of all objects. */
    private static List<String> objects(JsonNode node, String pointer) {
        List<String> found = new ArrayList<>();
        if (node.isObject()) {
            found.add(pointer);
            node.properties()
                    .forEach(each -> found.addAll(objects(
                            each.getValue(),
                            pointer + "/" + each.getKey().replace("~", "~0").replace("/", "~1"))));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            found.addAll(objects(node.get(i), pointer + "/" + i));
        }
        return found;
    }

    private static String withLater(GoldenFile file, String pointer) {
        JsonNode tree = tree(file.text());
        ObjectNode object = (ObjectNode) tree.at(pointer);
        object.set(LATER, tree("{\"deep\": [1, {\"none\": null}, \"text\"]}"));
        return tree.toString();
    }

    private static boolean isMap(String pointer) {
        return MAPS.contains(pointer.substring(pointer.lastIndexOf('/') + 1));
    }

    @Test
    void itIsPassedOver() {
        Set<String> maps = new TreeSet<>();
        for (GoldenFile file : GoldenFile.all()) {
            for (String pointer : objects(tree(file.text()), "")) {
                if (isMap(pointer)) {
                    maps.add(pointer.substring(pointer.lastIndexOf('/') + 1));
                } else {
                    String later = withLater(file, pointer);
                    for (JsonFormat format : GoldenFile.FORMATS) {
                        assertEquals(
                                file.text(),
                                format.write(format.read(later, file.type())),
                                file.name() + " " + pointer);
                    }
                }
            }
        }
        assertEquals(MAPS, maps, "maps that no golden file has");
    }

    @Test
    void aStrictReaderNamesIt() {
        for (GoldenFile file : GoldenFile.all()) {
            String pointer = objects(tree(file.text()), "").get(0);
            String later = withLater(file, pointer);
            for (JsonFormat format : GoldenFile.FORMATS) {
                assertEquals(file.text(), format.strict().write(format.strict().read(file.text(), file.type())));
                JsonFormatException refusal = assertThrows(
                        JsonFormatException.class, () -> format.strict().read(later, file.type()), file.name());
                assertEquals(Reason.UNKNOWN_FIELD, refusal.reason(), file.name());
                assertEquals(pointer + "/" + LATER, refusal.pointer(), file.name());
            }
        }
    }
}

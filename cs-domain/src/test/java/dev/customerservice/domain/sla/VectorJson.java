package dev.customerservice.domain.sla;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the plain parts of a case: texts, words of a list, and objects whose fields are all known. */
final class VectorJson {
    private VectorJson() {}

    /** Fails at a field that the format does not know, rather than skip it. */
    static void requireKnown(JsonNode object, Set<String> known) {
        object.properties().forEach(field -> {
            if (!known.contains(field.getKey())) {
                throw new AssertionError("The field " + field.getKey() + " is unknown to this runner.");
            }
        });
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    }

    /** A word of a list; the fallback where the field is absent, refused where it is another word. */
    static String word(JsonNode object, String field, String fallback, List<String> words) {
        if (!object.has(field)) {
            return fallback;
        }
        String word = object.get(field).asText();
        if (!words.contains(word)) {
            throw new VectorRefusal("unknown-option");
        }
        return word;
    }

    static boolean flag(JsonNode object, String field) {
        return word(object, field, "false", List.of("false", "true")).equals("true");
    }
}

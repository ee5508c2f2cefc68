package dev.customerservice.metrics.kpi;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Runs every reference case, and fails on any disagreement and any case of an unknown kind. The system property {@code vectors.dir} names another folder; relative paths count from the reactor root.
 */
@Tag("S0-53")
@Tag("S0-59")
@Tag("S1-25")
@Tag("S1-26")
@Tag("S1-27")
@Tag("S2-12")
class KpiVectorsTest {
    private static final String FILE = "kpi-vectors.json";

    @Test
    void everyCaseAgrees() throws IOException {
        JsonNode cases = read().get("cases");
        List<String> wrong = new ArrayList<>();
        for (JsonNode one : cases) {
            String disagreement = judge(one);
            if (disagreement != null) {
                wrong.add(one.get("id").asText() + ": " + disagreement);
            }
        }
        System.out.println(
                "vectors: " + (cases.size() - wrong.size()) + " agree, " + wrong.size() + " disagree, 0 skipped");
        assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
        assertTrue(!cases.isEmpty(), "no case was read");
    }

    private static JsonNode read() throws IOException {
        String folder = System.getProperty("vectors.dir");
        if (folder == null || folder.isEmpty()) {
            try (InputStream own = KpiVectorsTest.class.getResourceAsStream("/vectors/" + FILE)) {
                return new ObjectMapper().readTree(own);
            }
        }
        Path file =
                Path.of(System.getProperty("reactor.root", ".")).resolve(folder).resolve(FILE);
        return new ObjectMapper().readTree(Files.readAllBytes(file));
    }

    private static @Nullable String judge(JsonNode one) {
        JsonNode expect = one.get("expect");
        Map<String, Object> got;
        try {
            got = Vectors.run(one.get("kpi").asText(), one.get("inputs"), one.get("params"));
        } catch (IllegalArgumentException refusal) {
            return expect.has("error") ? null : "refused: " + refusal;
        } catch (RuntimeException | AssertionError failure) {
            return "failed: " + failure;
        }
        if (expect.has("error")) {
            return "must be refused, but gave " + got;
        }
        if (!got.keySet().equals(keys(expect).keySet())) {
            return "outputs " + got.keySet() + " instead of " + keys(expect).keySet();
        }
        for (Map.Entry<String, JsonNode> output : keys(expect).entrySet()) {
            if (!same(
                    new ObjectMapper().valueToTree(got.get(output.getKey())),
                    output.getValue(),
                    one.get("tolerance"))) {
                return output.getKey() + " is " + got.get(output.getKey()) + " instead of " + output.getValue();
            }
        }
        return null;
    }

    private static Map<String, JsonNode> keys(JsonNode node) {
        Map<String, JsonNode> keys = new TreeMap<>();
        node.properties().forEach(field -> keys.put(field.getKey(), field.getValue()));
        return keys;
    }

    private static boolean same(JsonNode got, JsonNode expected, JsonNode tolerance) {
        if (expected.isNumber() && got.isNumber()) {
            double allowed =
                    tolerance.get("abs").asDouble() + tolerance.get("rel").asDouble() * Math.abs(expected.asDouble());
            return Math.abs(got.asDouble() - expected.asDouble()) <= allowed;
        }
        if (expected.isContainerNode()) {
            if (got.size() != expected.size()) {
                return false;
            }
            if (expected.isObject()) {
                return keys(expected).entrySet().stream()
                        .allMatch(entry ->
                                got.has(entry.getKey()) && same(got.get(entry.getKey()), entry.getValue(), tolerance));
            }
            for (int i = 0; i < expected.size(); i++) {
                if (!same(got.get(i), expected.get(i), tolerance)) {
                    return false;
                }
            }
            return true;
        }
        return got.equals(expected);
    }
}

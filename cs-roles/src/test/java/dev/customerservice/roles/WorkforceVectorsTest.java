package dev.customerservice.roles;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Runs the reference cases of people and workforce, and fails on any disagreement and any case of an unknown kind. The system property
 * {@code vectors.dir} names another folder; relative paths count from the reactor root.
 */
class WorkforceVectorsTest {

    private static final String FILE = "workforce-vectors.json";
    private static final BigDecimal ABSOLUTE = new BigDecimal("1e-12");
    private static final BigDecimal RELATIVE = new BigDecimal("1e-9");

    @Test
    void everyCaseAgrees() throws IOException {
        JsonNode cases = read().get("cases");
        List<String> wrong = new ArrayList<>();
        for (JsonNode one : cases) {
            String disagreement = judge(one, one.get("op").asText());
            if (disagreement != null) {
                wrong.add(one.get("id").asText() + ": " + disagreement);
            }
        }
        System.out.println(
                "vectors: " + (cases.size() - wrong.size()) + " agree, " + wrong.size() + " disagree, 0 skipped");
        assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
        assertFalse(cases.isEmpty(), "no case was run");
    }

    private static JsonNode read() throws IOException {
        String folder = System.getProperty("vectors.dir");
        if (folder == null || folder.isEmpty()) {
            try (InputStream own = WorkforceVectorsTest.class.getResourceAsStream("/vectors/" + FILE)) {
                return new ObjectMapper().readTree(own);
            }
        }
        Path file =
                Path.of(System.getProperty("reactor.root", ".")).resolve(folder).resolve(FILE);
        return new ObjectMapper().readTree(Files.readAllBytes(file));
    }

    private static @Nullable String judge(JsonNode one, String kind) {
        JsonNode expected = one.get("expected");
        Map<String, @Nullable Object> got;
        try {
            got = run(kind, one.get("input"));
        } catch (IllegalArgumentException refusal) {
            return expected.path("error").asText().equals("INVALID_ARGUMENT")
                            && names(kind, refusal, expected.get("argument").asText())
                    ? null
                    : "refused: " + refusal;
        }
        if (expected.has("error")) {
            return "must be refused, but gave " + got;
        }
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            if (!got.containsKey(field.getKey())) {
                return "has no " + field.getKey();
            }
            JsonNode actual = new ObjectMapper().valueToTree(got.get(field.getKey()));
            if (!same(actual, field.getValue(), one.get("tolerance"))) {
                return field.getKey() + " is " + actual + " instead of " + field.getValue();
            }
        }
        return null;
    }

    private static Map<String, @Nullable Object> run(String kind, JsonNode input) {
        if (StaffingVectors.KINDS.contains(kind)) {
            return StaffingVectors.run(kind, input);
        }
        if (ForecastVectors.KINDS.contains(kind)) {
            return ForecastVectors.run(kind, input);
        }
        if (ShiftVectors.KINDS.contains(kind)) {
            return ShiftVectors.run(kind, input);
        }
        if (RoutingVectors.KINDS.contains(kind)) {
            return RoutingVectors.run(kind, input);
        }
        return PeopleVectors.run(kind, input);
    }

    /** A refusal begins with what it refuses. */
    private static boolean names(String kind, IllegalArgumentException refusal, String argument) {
        Map<String, List<String>> nouns =
                ForecastVectors.KINDS.contains(kind) ? ForecastVectors.NOUNS : StaffingVectors.NOUNS;
        return nouns.getOrDefault(argument, List.of(argument)).stream()
                .anyMatch(noun -> String.valueOf(refusal.getMessage()).startsWith(noun + " ("));
    }

    /** Decimals are texts in the file and must be close; everything else must be equal. */
    private static boolean same(JsonNode actual, JsonNode expected, @Nullable JsonNode tolerance) {
        if (expected.isTextual() && actual.isNumber()) {
            BigDecimal wanted = new BigDecimal(expected.asText());
            BigDecimal allowed = part(tolerance, "absolute", ABSOLUTE)
                    .max(part(tolerance, "relative", RELATIVE).multiply(wanted.abs()));
            return actual.decimalValue().subtract(wanted).abs().compareTo(allowed) <= 0;
        }
        if (expected.isArray() && actual.isArray()) {
            boolean close = expected.size() == actual.size();
            for (int i = 0; close && i < expected.size(); i++) {
                close = same(actual.get(i), expected.get(i), tolerance);
            }
            return close;
        }
        return (expected.isNumber() && actual.isNumber())
                ? actual.decimalValue().compareTo(expected.decimalValue()) == 0
                : actual.equals(expected);
    }

    private static BigDecimal part(@Nullable JsonNode tolerance, String name, BigDecimal usual) {
        return tolerance == null || !tolerance.has(name)
                ? usual
                : new BigDecimal(tolerance.get(name).asText());
    }
}

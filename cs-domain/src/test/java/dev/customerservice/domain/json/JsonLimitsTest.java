package dev.customerservice.domain.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.json.JsonFormatException.Reason;
import dev.customerservice.domain.sla.SlaPolicy;
import dev.customerservice.domain.testing.BothFormats;
import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.Priority;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each limit one below, at and one above it, with both majors of Jackson; docs/limits.md lists them. */
class JsonLimitsTest {
    private static final BothFormats FORMAT = BothFormats.STANDARD;

    private static void holds(Class<?> type, String below, String at, String above) {
        FORMAT.read(below, type);
        FORMAT.read(at, type);
        refused(Reason.TOO_LARGE, above, type);
    }

    private static JsonFormatException refused(Reason reason, String json, Class<?> type) {
        JsonFormatException refusal = assertThrows(JsonFormatException.class, () -> FORMAT.read(json, type));
        assertEquals(reason, refusal.reason(), refusal.getMessage());
        return refusal;
    }

    private static String nested(int levels) {
        return "[".repeat(levels) + "]".repeat(levels);
    }

    private static String text(int characters) {
        return "\"" + "a".repeat(characters) + "\"";
    }

    private static String named(int characters) {
        return "{" + text(characters) + ": 1}";
    }

    @Test
    void depth() {
        int most = JsonFormat.DEEPEST;
        holds(Object.class, nested(most - 1), nested(most), nested(most + 1));
    }

    @Test
    void lengthOfAValue() {
        int most = JsonFormat.LONGEST_VALUE;
        holds(CalendarId.class, text(most - 1), text(most), text(most + 1));
    }

    @Test
    void lengthOfAName() {
        int most = JsonFormat.LONGEST_NAME;
        holds(Object.class, named(most - 1), named(most), named(most + 1));
    }

    @Test
    void digitsOfANumber() {
        int most = JsonFormat.MOST_DIGITS;
        holds(BigDecimal.class, "1".repeat(most - 1), "1".repeat(most), "1".repeat(most + 1));
        assertEquals(new BigDecimal("1E+39"), FORMAT.read("1E+39", BigDecimal.class));
        refused(Reason.WRONG_TYPE, "1E+40", BigDecimal.class);
        assertEquals(new BigDecimal("1E-40"), FORMAT.read("1E-40", BigDecimal.class));
        refused(Reason.WRONG_TYPE, "1E-41", BigDecimal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000000000", "1e-1000000000", "1e2147483647", "1e-2147483647", "\"7\"", "true", "{}"})
    void whatIsNoDecimalOfThatSizeIsRefusedAtOnce(String number) {
        refused(Reason.WRONG_TYPE, number, BigDecimal.class);
        JsonFormatException rank =
                refused(Reason.WRONG_TYPE, "{\"name\": \"high\", \"rank\": " + number + "}", Priority.class);
        assertEquals("/rank", rank.pointer());
    }

    @Test
    void charactersAndTokensOfAText() {
        assertEquals(50_000_000, JsonFormat.LONGEST);
        assertEquals(10_000_000, JsonFormat.MOST_TOKENS);
        String padded = "1" + " ".repeat(JsonFormat.LONGEST - 1);
        assertEquals(1, FORMAT.read(padded.substring(0, JsonFormat.LONGEST - 1), Integer.class));
        assertEquals(1, FORMAT.read(padded, Integer.class));
        // The length is asked buffer by buffer, so a text is refused within one buffer of the limit.
        refused(Reason.TOO_LARGE, padded + " ".repeat(10_000), Integer.class);
        // Two tokens a pair of brackets.
        String many = "[" + "[],".repeat((JsonFormat.MOST_TOKENS - 4) / 2) + "[]]";
        for (JsonFormat format : new JsonFormat[] {JsonFormat2.standard(), JsonFormat3.standard()}) {
            assertEquals((JsonFormat.MOST_TOKENS - 2) / 2, format.read(many, int[][].class).length);
            assertEquals(
                    (JsonFormat.MOST_TOKENS - 2) / 2 - 1,
                    format.read(many.replaceFirst("\\[\\],", ""), int[][].class).length);
            JsonFormatException refusal = assertThrows(
                    JsonFormatException.class, () -> format.read(many.replaceFirst("\\[\\]", "[1]"), int[][].class));
            assertEquals(Reason.TOO_LARGE, refusal.reason());
        }
    }

    @Test
    void instantsAreOfTwoCenturiesAndDurationsUpToOne() {
        FORMAT.read("\"1900-01-01T00:00:00Z\"", Instant.class);
        refused(Reason.WRONG_TYPE, "\"1899-12-31T23:59:59.999999999Z\"", Instant.class);
        FORMAT.read("\"2199-12-31T23:59:59.999999999Z\"", Instant.class);
        refused(Reason.WRONG_TYPE, "\"2200-01-02T00:00:00Z\"", Instant.class);
        FORMAT.read("\"PT876599H59M59S\"", Duration.class);
        FORMAT.read("\"PT876600H\"", Duration.class);
        refused(Reason.WRONG_TYPE, "\"PT876600H0.000000001S\"", Duration.class);
        refused(Reason.WRONG_TYPE, "\"" + "0".repeat(65) + "\"", Instant.class);
    }

    @Test
    void aRefusedValueIsShownOnRequestOnly() {
        String canary = "jane.doe@example.org";
        JsonFormatException refusal =
                refused(Reason.UNKNOWN_WORD, "{\"id\": \"gold\", \"kind\": \"" + canary + "\"}", SlaPolicy.class);
        assertEquals(Optional.of(canary), refusal.value());
        StringWriter trace = new StringWriter();
        refusal.printStackTrace(new PrintWriter(trace));
        assertFalse(trace.toString().contains(canary), trace.toString());
    }

    @Test
    void everyReasonSaysWhatToDo() {
        for (Reason reason : Reason.values()) {
            assertTrue(reason.cause().endsWith("."), reason.name());
            assertTrue(reason.remedy().endsWith("."), reason.name());
        }
    }

    @Test
    void aTypeOfOnesOwnIsTaughtToBothAlike() {
        record Place(String name) {}
        JsonForm<Place> form =
                JsonForm.of(Place.class, Place::name, (JsonTree tree) -> new Place(tree.as(String.class)));
        assertEquals(Place.class, form.type());
        for (JsonFormat format : new JsonFormat[] {JsonFormat2.standard(), JsonFormat3.standard()}) {
            JsonFormat taught = format.with(java.util.List.of(form));
            assertEquals("\"Riga\"\n", taught.write(new Place("Riga")));
            assertEquals(new Place("Riga"), taught.read("\"Riga\"", Place.class));
        }
        assertEquals(Attribute.DONE, FORMAT.read(FORMAT.write(Attribute.DONE), Attribute.class));
    }
}

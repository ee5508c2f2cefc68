package dev.customerservice.domain.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.exchange.LogMapping;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What somebody reads who wrote a word wrongly: which one it is, and what may stand there. */
class JsonRefusalTest {
    private static String stored(String name) {
        try (InputStream stored =
                Objects.requireNonNull(JsonRefusalTest.class.getResourceAsStream("/wire/v1/" + name), name)) {
            return new String(stored.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void refuses(Class<?> type, String json, String pointer, String rule) {
        JsonFormatException refusal = assertThrows(
                JsonFormatException.class, () -> JsonFormat2.standard().read(json, type));
        assertEquals(pointer, refusal.pointer(), refusal.getMessage());
        assertTrue(String.valueOf(refusal.getMessage()).contains(rule), refusal.getMessage());
    }

    private static void refuses(String right, String wrong, String pointer, String rule) {
        String mapping = stored("log-mapping-events.json");
        assertTrue(mapping.contains(right), right);
        refuses(LogMapping.class, mapping.replace(right, wrong), pointer, rule);
    }

    @Test
    void aWrongKeyIsNamed() {
        refuses("\"ticket\" :", "\"titcket\" :", "/columns/titcket", "must be one of [ticket, at, activity,");
        refuses(
                BusinessCalendar.class,
                stored("business-calendar.json").replaceFirst("\"monday\" :", "\"funday\" :"),
                "/hours/funday",
                "must be one of [monday, tuesday,");
    }

    @Test
    void theWantedTypeIsNamed() {
        refuses("\"1 - High\" : 30", "\"1 - High\" : \"a\"", "/priorities/1 - High", "must be a whole number.");
        refuses("\"1 - High\" : 30", "\"1 - High\" : [1]", "/priorities/1 - High", "must be a whole number.");
        refuses("[ \"version\" ]", "{}", "/order_by", "must be a list in square brackets.");
        refuses("\"New\",", "[],", "/initial_status", "must be a text.");
        refuses("{\n    \"Phone\" : \"exclusive\"\n  }", "7", "/channels", "must be an object of names and values.");
    }

    @Test
    void aShapeIsNamedAsTheFileWritesIt() {
        refuses("\"at\" : \"time\",", "", "", "The mapping of shape event_per_row must name the column that holds at.");
    }
}

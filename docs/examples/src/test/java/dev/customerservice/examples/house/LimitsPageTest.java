package dev.customerservice.examples.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.domain.json.JsonFormat;
import dev.customerservice.domain.json.JsonFormatException.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** docs/limits.md names every limit with its number, and every reason for which a text is refused in the words of the library. */
class LimitsPageTest {

    private static final List<List<String>> ROWS =
            PageTable.rows(Reactor.read(Reactor.root().resolve("docs/limits.md")), 3);

    @Test
    void everyReasonIsListedInItsOwnWords() {
        List<List<String>> written = ROWS.stream()
                .filter(row -> row.get(0).startsWith("`"))
                .map(row -> List.of(row.get(0), row.get(1), row.get(2)))
                .toList();
        assertEquals(
                Arrays.stream(Reason.values())
                        .map(reason -> List.of("`" + reason.name() + "`", reason.cause(), reason.remedy()))
                        .toList(),
                written);
    }

    @Test
    void everyLimitHasItsNumber() throws IllegalAccessException {
        Map<String, String> limits = new TreeMap<>();
        for (var field : JsonFormat.class.getFields()) {
            limits.put(
                    "JsonFormat." + field.getName(), String.format(java.util.Locale.ROOT, "%,d", field.getInt(null)));
        }
        Map<String, String> written = new TreeMap<>();
        ROWS.forEach(row -> PageTable.codes(row.get(2)).stream()
                .filter(code -> code.matches("JsonFormat\\.[A-Z_]+"))
                .forEach(code -> written.put(code, row.get(1))));
        assertEquals(limits, written);
    }
}

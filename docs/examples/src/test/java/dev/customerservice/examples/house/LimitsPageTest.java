package dev.customerservice.examples.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.domain.json.JsonFormat;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/limits.md names every limit with its number. */
class LimitsPageTest {

    private static final List<List<String>> ROWS =
            PageTable.rows(Reactor.read(Reactor.root().resolve("docs/limits.md")), 3);

    /** The public limits of the library, and those that are tested without a constant to read. */
    private static Stream<Field> limits() {
        return Stream.concat(
                Arrays.stream(JsonFormat.class.getFields()),
                Arrays.stream(LimitsTest.class.getDeclaredFields())
                        .filter(field -> !Modifier.isPrivate(field.getModifiers())));
    }

    @Test
    void everyLimitHasItsNumber() throws IllegalAccessException {
        Map<String, String> limits = new TreeMap<>();
        for (Field field : limits().toList()) {
            limits.put(
                    field.getDeclaringClass().getSimpleName() + "." + field.getName(),
                    String.format(Locale.ROOT, "%,d", field.getInt(null)));
        }
        Map<String, String> written = new TreeMap<>();
        ROWS.forEach(row -> PageTable.codes(row.get(2)).forEach(code -> written.put(code, row.get(1))));
        assertEquals(limits, written);
    }
}

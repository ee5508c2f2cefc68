package dev.customerservice.examples.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SampleLogTest {
    private static final String CSV = SampleLog.csv();

    /** When this fails on purpose: run {@code SampleLog} with the path of the file as its argument. */
    @Test
    void theBundledFileIsWhatTheGeneratorWrites() throws IOException {
        try (InputStream in = SampleLog.class.getResourceAsStream("/sample/tickets.csv")) {
            assertEquals(new String(in.readAllBytes(), StandardCharsets.UTF_8), CSV);
        }
    }

    @Test
    void aYearIsLargeAndVariedEnoughToBeWorthReading() {
        List<String> lines = CSV.lines().toList();
        assertTrue(count(lines, ",created,") >= 2_000);
        assertTrue(count(lines, ",rated,") >= 300);
        assertTrue(count(lines, ",reopened,") >= 100);
        assertTrue(count(lines, ",escalated,") >= 10);
        assertTrue(count(lines, ",pending,") >= 500);
        assertTrue(count(lines, ",on_hold,") >= 100);
        assertEquals(Set.of("first-line", "billing", "technical", "key-accounts"), column(lines, "created", 9));
        assertEquals(Set.of("low", "normal", "high", "urgent"), column(lines, "created", 6));
        assertEquals(Set.of("email", "web", "chat", "phone"), column(lines, "created", 7));
        assertEquals(Set.of("1", "2", "3", "4", "5"), column(lines, "rated", 15));
    }

    @Test
    void rowsAreInOrderAndInsideTheYear() {
        List<String> lines = CSV.lines().toList();
        String before = SampleLog.START.toString();
        for (int i = 1; i < lines.size(); i++) {
            String at = lines.get(i).split(",", -1)[1];
            assertTrue(before.compareTo(at) <= 0, lines.get(i));
            before = at;
        }
        assertTrue(before.compareTo(SampleLog.END.toString()) < 0);
    }

    private static long count(List<String> lines, String part) {
        return lines.stream().filter(line -> line.contains(part)).count();
    }

    private static Set<String> column(List<String> lines, String event, int index) {
        return lines.stream()
                .map(line -> line.split(",", -1))
                .filter(fields -> fields[2].equals(event))
                .map(fields -> fields[index])
                .collect(Collectors.toSet());
    }
}

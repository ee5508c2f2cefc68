package dev.customerservice.domain.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpochNanosTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1900-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999999Z",
                "1970-01-01T00:00:00Z",
                "2026-11-22T10:11:12.000000001Z",
                "2199-12-31T23:59:59.999999999Z",
                "2200-01-01T00:00:00Z"
            })
    void instantsInRangeComeBackToTheNanosecond(String text) {
        Instant instant = Instant.parse(text);
        assertEquals(instant, EpochNanos.toInstant(EpochNanos.of(instant)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1899-12-31T23:59:59.999999999Z", "2200-01-01T00:00:00.000000001Z", "+53000-01-01T00:00:00Z"})
    void instantsOutOfRangeAreRefusedByName(String text) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> EpochNanos.of(Instant.parse(text)));
        assertTrue(
                String.valueOf(refused.getMessage()).startsWith("The instant (" + text + ") must lie in"),
                refused.getMessage());
        assertTrue(String.valueOf(refused.getMessage()).contains("\nMaybe "), refused.getMessage());
    }

    @Test
    void theWholeRangeIsLongerThanALongAndMeasuredExactly() {
        assertEquals(
                Duration.between(Instant.parse("1900-01-01T00:00:00Z"), Instant.parse("2200-01-01T00:00:00Z")),
                EpochNanos.between(EpochNanos.MIN, EpochNanos.MAX));
        assertEquals(
                Duration.between(Instant.parse("1900-01-01T00:00:00Z"), Instant.parse("2200-01-01T00:00:00Z"))
                        .minusNanos(1),
                EpochNanos.between(EpochNanos.MIN + 1, EpochNanos.MAX));
        assertEquals(Duration.ofNanos(3), EpochNanos.between(-1, 2));
    }
}

package dev.customerservice.roles.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void aLevelIsReadOnAnotherScale() {
        assertEquals(7, Scale.SFIA.points().size());
        assertEquals(OptionalInt.of(3), Scale.PROFICIENCY.levelOn(3, Scale.SFIA));
        assertEquals(
                OptionalInt.empty(),
                Scale.PROFICIENCY.levelOn(0, Scale.SFIA),
                "no skill is no level of responsibility");
        assertEquals(OptionalInt.empty(), Scale.AGREEMENT.levelOn(3, Scale.SFIA), "the scales are not mapped");
        assertThrows(IllegalArgumentException.class, () -> Scale.PROFICIENCY.levelOn(6, Scale.SFIA));
        Scale stars = Scale.builder()
                .id("stars")
                .addPoint(1, "one")
                .addPoint(5, "five")
                .build();
        assertEquals(
                OptionalInt.of(7),
                stars.withMappings(Map.of("sfia", Map.of(1, 2, 5, 7))).levelOn(5, Scale.SFIA));
        assertThrows(IllegalArgumentException.class, () -> stars.withMappings(Map.of("sfia", Map.of(1, 7, 5, 2))));
        assertThrows(IllegalArgumentException.class, () -> stars.withMappings(Map.of("sfia", Map.of(3, 7))));
        Scale beyond = stars.withMappings(Map.of("sfia", Map.of(5, 8)));
        assertThrows(IllegalArgumentException.class, () -> beyond.levelOn(5, Scale.SFIA));
    }

    @Test
    void theStandardScaleIsNoneAndTheFiveDreyfusStages() {
        assertEquals(0, Scale.PROFICIENCY.min());
        assertEquals(5, Scale.PROFICIENCY.max());
        assertEquals(6, Scale.PROFICIENCY.points().size());
        assertEquals("none", Scale.PROFICIENCY.label(0));
        assertEquals("competent", Scale.PROFICIENCY.label(3));
        assertEquals("expert", Scale.PROFICIENCY.label(5));
    }

    @Test
    void levelsMayHaveSteps() {
        Scale halves = Scale.builder()
                .id("review")
                .addPoint(0, "wrong")
                .addPoint(50, "partly")
                .addPoint(100, "right")
                .build();
        assertTrue(halves.has(50));
        assertFalse(halves.has(51));
        assertEquals(50, halves.require(50));
        assertEquals(
                "level (51) must be a point of scale review\nMaybe one of [0, 50, 100]?",
                assertThrows(IllegalArgumentException.class, () -> halves.require(51))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> halves.label(51));
    }

    @Test
    void refusesWhatCannotOrderTwoLevels() {
        refused("must be at least two", Scale.builder().id("one").addPoint(1, "only"));
        refused(
                "level (1) must be above",
                Scale.builder().id("flat").addPoint(1, "a").addPoint(1, "b"));
        refused(
                "level (1) must be above",
                Scale.builder().id("down").addPoint(2, "a").addPoint(1, "b"));
        refused("must not be blank", Scale.builder().id(" ").addPoint(1, "a").addPoint(2, "b"));
        assertThrows(IllegalArgumentException.class, () -> new Scale.Point(1, " "));
    }

    @Test
    void likeAnotherBut() {
        Scale renamed = Scale.PROFICIENCY.withId("ours");
        assertEquals(Scale.PROFICIENCY.points(), renamed.points());
        assertEquals(Scale.PROFICIENCY, Scale.builder().from(Scale.PROFICIENCY).build());
    }

    private static void refused(String rule, Scale.Builder builder) {
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, builder::build).getMessage());
        assertTrue(message.contains(rule), message);
        assertTrue(message.contains("\nMaybe "), message);
    }
}

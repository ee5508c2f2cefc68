package dev.customerservice.roles.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScaleTest {

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

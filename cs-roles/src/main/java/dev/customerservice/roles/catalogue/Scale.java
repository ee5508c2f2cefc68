package dev.customerservice.roles.catalogue;

import java.util.List;
import org.immutables.value.Value;

/**
 * An ordered list of named points on which a level is given; a higher level is always the better one.
 *
 * <p>Levels are whole numbers and need not follow each other without a step.
 */
@Value.Immutable
public interface Scale extends WithScale {

    /**
     * No skill, and above it the five stages of Dreyfus and Dreyfus ("A five-stage model of the mental activities
     * involved in directed skill acquisition", 1980): 0 none, 1 novice, 2 advanced beginner, 3 competent,
     * 4 proficient, 5 expert.
     */
    Scale PROFICIENCY = builder()
            .id("proficiency")
            .addPoint(0, "none")
            .addPoint(1, "novice")
            .addPoint(2, "advanced beginner")
            .addPoint(3, "competent")
            .addPoint(4, "proficient")
            .addPoint(5, "expert")
            .build();

    /** How far somebody agrees with a statement: 1 not at all, 2 hardly, 3 partly, 4 mostly, 5 fully. */
    Scale AGREEMENT = builder()
            .id("agreement")
            .addPoint(1, "not at all")
            .addPoint(2, "hardly")
            .addPoint(3, "partly")
            .addPoint(4, "mostly")
            .addPoint(5, "fully")
            .build();

    /** {@return the name by which entries refer to this scale, for example {@code proficiency}} */
    String id();

    /** {@return the points from the lowest to the highest level, at least two} */
    List<Point> points();

    /** {@return the lowest level of this scale} */
    default int min() {
        return points().get(0).level();
    }

    /** {@return the highest level of this scale} */
    default int max() {
        return points().get(points().size() - 1).level();
    }

    /**
     * Answers whether a level is one of the points.
     *
     * @param level the level asked about
     * @return true when this scale has a point with exactly this level
     */
    default boolean has(int level) {
        return points().stream().anyMatch(point -> point.level() == level);
    }

    /**
     * Puts a level into words.
     *
     * @param level a level of this scale
     * @return the label of the point with this level
     * @throws IllegalArgumentException when no point has this level
     */
    default String label(int level) {
        return points().stream()
                .filter(point -> point.level() == level)
                .map(Point::label)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(notAPoint(level)));
    }

    /**
     * Insists that a level belongs to this scale.
     *
     * @param level the level to insist on
     * @return the same level
     * @throws IllegalArgumentException when no point has this level
     */
    default int require(int level) {
        if (!has(level)) {
            throw new IllegalArgumentException(notAPoint(level));
        }
        return level;
    }

    private String notAPoint(int level) {
        return "level (" + level + ") must be a point of scale " + id() + "\nMaybe one of "
                + points().stream().map(Point::level).toList() + "?";
    }

    /**
     * Refuses a scale that could not order two levels.
     *
     * @throws IllegalArgumentException when the id is blank, when there are fewer than two points or when the levels do
     *     not rise
     */
    @Value.Check
    default void check() {
        if (id().isBlank()) {
            throw new IllegalArgumentException(
                    "scale id (" + id() + ") must not be blank\nMaybe name it after what it measures.");
        }
        if (points().size() < 2) {
            throw new IllegalArgumentException("points of scale " + id() + " (" + points().size()
                    + ") must be at least two\nMaybe add the lowest level, the one that means none.");
        }
        for (int i = 1; i < points().size(); i++) {
            int before = points().get(i - 1).level();
            int level = points().get(i).level();
            if (level <= before) {
                throw new IllegalArgumentException("level (" + level + ") must be above the level before it (" + before
                        + ")\nMaybe write the points of scale " + id() + " from low to high.");
            }
        }
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /**
     * One level and the word for it.
     *
     * @param level the number by which the level is compared
     * @param label what people call the level, not blank
     */
    record Point(int level, String label) {
        /** Refuses a label that says nothing. */
        public Point {
            if (label.isBlank()) {
                throw new IllegalArgumentException("label of level " + level + " (" + label
                        + ") must not be blank\nMaybe copy the level's usual name.");
            }
        }
    }

    /** Collects the points of a scale, from low to high. */
    final class Builder extends ImmutableScale.Builder {
        Builder() {}

        /**
         * Adds the next higher point.
         *
         * @param level the number by which the level is compared
         * @param label what people call the level
         * @return this builder
         */
        public Builder addPoint(int level, String label) {
            return addPoint(new Point(level, label));
        }
    }
}

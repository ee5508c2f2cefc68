package dev.customerservice.roles.catalogue;

import dev.customerservice.domain.text.Shown;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * An ordered list of named points on which a level is given; a higher level is always the better one.
 *
 * <p>Levels are whole numbers and need not follow each other without a step.
 */
@Value.Immutable
public interface Scale extends WithScale {

    /**
     * The seven levels of responsibility of SFIA, the Skills Framework for the Information Age: 1 follow, 2 assist, 3 apply, 4 enable,
     * 5 ensure and advise, 6 initiate and influence, 7 set strategy, inspire and mobilise.
     */
    Scale SFIA = builder()
            .id("sfia")
            .addPoint(1, "follow")
            .addPoint(2, "assist")
            .addPoint(3, "apply")
            .addPoint(4, "enable")
            .addPoint(5, "ensure, advise")
            .addPoint(6, "initiate, influence")
            .addPoint(7, "set strategy, inspire, mobilise")
            .build();

    /**
     * No skill, and above it the five stages of Dreyfus and Dreyfus ("A five-stage model of the mental activities
     * involved in directed skill acquisition", 1980): 0 none, 1 novice, 2 advanced beginner, 3 competent,
     * 4 proficient, 5 expert. Where it stands on {@link #SFIA} is this library's own reading; the levels 6 and 7 there are about influence,
     * which no skill reaches alone.
     */
    Scale PROFICIENCY = builder()
            .id("proficiency")
            .addPoint(0, "none")
            .addPoint(1, "novice")
            .addPoint(2, "advanced beginner")
            .addPoint(3, "competent")
            .addPoint(4, "proficient")
            .addPoint(5, "expert")
            .mapping("sfia", Map.of(1, 1, 2, 2, 3, 3, 4, 4, 5, 5))
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

    /** {@return what levels of this scale mean on others, by the id of the other scale; a level without a counterpart is left out} */
    Map<String, Map<Integer, Integer>> mappings();

    /**
     * Reads a level on another scale.
     *
     * @param level a level of this scale
     * @param other the other scale
     * @return the level it means there; empty when it has no counterpart or the scales are not mapped
     * @throws IllegalArgumentException when the level is no point of this scale, or what it is mapped to none of the other
     */
    default OptionalInt levelOn(int level, Scale other) {
        Integer there = mappings().getOrDefault(other.id(), Map.of()).get(require(level));
        return there == null ? OptionalInt.empty() : OptionalInt.of(other.require(there));
    }

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
     * @throws IllegalArgumentException when the id is blank, when there are fewer than two points, when the levels do
     *     not rise or when a mapping turns their order round
     */
    @Value.Check
    default void check() {
        if (id().isBlank()) {
            throw new IllegalArgumentException(
                    "scale id (" + Shown.of(id()) + ") must not be blank\nMaybe name it after what it measures.");
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
        checkMappings();
    }

    private void checkMappings() {
        mappings().forEach((other, levels) -> {
            int before = Integer.MIN_VALUE;
            for (Map.Entry<Integer, Integer> level : new TreeMap<>(levels).entrySet()) {
                require(level.getKey());
                if (level.getValue() < before) {
                    throw new IllegalArgumentException("mapping of scale " + id() + " to " + other + " (" + levels
                            + ") must not fall\nMaybe the other scale counts downwards.");
                }
                before = level.getValue();
            }
        });
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
                throw new IllegalArgumentException("label of level " + level + " (" + Shown.of(label)
                        + ") must not be blank\nMaybe copy the level's usual name.");
            }
        }
    }

    /** Collects the points of a scale, from low to high. */
    final class Builder extends ImmutableScale.Builder {
        Builder() {}

        /**
         * Says what levels of this scale mean on another.
         *
         * @param scale the id of the other scale
         * @param levels the level there by the level here; what is left out has no counterpart
         * @return this builder
         */
        public Builder mapping(String scale, Map<Integer, Integer> levels) {
            return putMapping(scale, Map.copyOf(levels));
        }

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

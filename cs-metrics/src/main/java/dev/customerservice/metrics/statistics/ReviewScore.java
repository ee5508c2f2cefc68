package dev.customerservice.metrics.statistics;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The score of one reviewed piece of work: Σ weight × points / most points over the items that apply, from 0 to 100.
 *
 * @param value the score; empty where no item with a weight applies
 * @param failed whether a critical item without points made it 0
 */
public record ReviewScore(OptionalDouble value, boolean failed) {
    /** What a critical item without points does. */
    public enum Critical {
        /** It makes the whole score 0. */
        ZEROES,
        /** It counts as any other item. */
        COUNTS_ONLY
    }

    /**
     * One item of a review.
     *
     * @param weight how much it counts, not negative
     * @param points the points given, empty where the item does not apply
     * @param most the most points it can have, above 0
     * @param critical whether having no points in it may fail the whole
     */
    public record Item(double weight, OptionalDouble points, double most, boolean critical) implements Serializable {
        /** Refuses points outside their range. */
        public Item {
            if (!(weight >= 0) || !(most > 0)) {
                throw new IllegalArgumentException(
                        "Item (weight " + weight + ", most " + most
                                + ") must have a weight that is not negative and most points above 0.\nMaybe the item does not apply.");
            }
            if (points.isPresent() && !(points.getAsDouble() >= 0 && points.getAsDouble() <= most)) {
                throw new IllegalArgumentException("Points (" + points.getAsDouble() + ") must be from 0 to " + most
                        + ".\nMaybe they belong to another item.");
            }
        }

        private Object writeReplace() {
            return new Sent(weight, points.isPresent() ? points.getAsDouble() : null, most, critical);
        }

        /** What it is serialized as, because an {@link OptionalDouble} cannot be. */
        private record Sent(double weight, @Nullable Double points, double most, boolean critical)
                implements Serializable {
            private Object readResolve() {
                return new Item(
                        weight, points == null ? OptionalDouble.empty() : OptionalDouble.of(points), most, critical);
            }
        }
    }

    /**
     * Scores a review.
     *
     * @param items its items
     * @param rule what a critical item without points does
     * @return the score; an item that does not apply is neither above nor below the line
     */
    public static ReviewScore of(List<Item> items, Critical rule) {
        List<WeightedScore.Component> components = new ArrayList<>();
        boolean failed = false;
        for (Item item : items) {
            OptionalDouble share = item.points().isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(100 * item.points().getAsDouble() / item.most());
            components.add(new WeightedScore.Component(item.weight(), share));
            failed |= rule == Critical.ZEROES
                    && item.critical()
                    && item.points().isPresent()
                    && item.points().getAsDouble() == 0;
        }
        OptionalDouble score = WeightedScore.of(components, 0).value();
        return new ReviewScore(failed && score.isPresent() ? OptionalDouble.of(0) : score, failed);
    }
}

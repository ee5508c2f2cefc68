package dev.customerservice.domain.survey;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The scale of a survey question: its points, which end is good, and which points count as satisfied or dissatisfied.
 *
 * <p>A scale without a cut cannot be built, so an answer never falls into a class by accident. Points between the two classes are
 * neutral.
 *
 * @param lowest the lowest point
 * @param highest the highest point, above the lowest
 * @param direction which end is good
 * @param satisfiedFrom the point of the satisfied class that is nearest to the middle
 * @param dissatisfiedFrom the point of the dissatisfied class that is nearest to the middle, if that class is used
 */
public record SurveyScale(
        int lowest, int highest, Direction direction, int satisfiedFrom, Optional<Integer> dissatisfiedFrom)
        implements Serializable {
    /** Which end of a scale is good. */
    public enum Direction {
        /** The highest point is best, as in most satisfaction surveys. */
        HIGHER_IS_BETTER,
        /** The lowest point is best, as in an effort survey that asks how hard it was. */
        LOWER_IS_BETTER
    }

    /** The class that an answer falls into. */
    public enum Verdict {
        /** At the good end. */
        SATISFIED,
        /** Neither. */
        NEUTRAL,
        /** At the bad end. */
        DISSATISFIED
    }

    /** Refuses an empty scale, cuts outside it and classes that overlap. */
    public SurveyScale {
        checkArgument(lowest < highest, "The highest point (%s) must be above the lowest (%s).", highest, lowest);
        checkPoint("cut of the satisfied class", satisfiedFrom, lowest, highest);
        if (dissatisfiedFrom.isPresent()) {
            int cut = dissatisfiedFrom.get();
            checkPoint("cut of the dissatisfied class", cut, lowest, highest);
            checkArgument(
                    direction == Direction.HIGHER_IS_BETTER ? cut < satisfiedFrom : cut > satisfiedFrom,
                    "The cut of the dissatisfied class (%s) must be on the bad side of that of the satisfied class (%s).",
                    cut,
                    satisfiedFrom);
        }
    }

    private static void checkPoint(String noun, int point, int lowest, int highest) {
        checkArgument(
                point >= lowest && point <= highest,
                "The %s (%s) must be a point from %s to %s.",
                noun,
                point,
                lowest,
                highest);
    }

    /**
     * The usual satisfaction scale from 1 to a number of points, higher is better, cut as most vendors cut it: 2: 2; 3: 3; 4: 3;
     * 5: 4; 6: 5; 7: 6; 10: 8. The dissatisfied class is what lies as far from the other end, without the middle point.
     *
     * @param points the number of points: 2 to 7, or 10
     * @return the scale
     * @throws IllegalArgumentException for another number, for which the cut must be given
     */
    public static SurveyScale satisfaction(int points) {
        int cut = switch (points) {
            case 2 -> 2;
            case 3 -> 3;
            case 4 -> 3;
            case 5 -> 4;
            case 6 -> 5;
            case 7 -> 6;
            case 10 -> 8;
            default ->
                throw new IllegalArgumentException("The number of points (" + points
                        + ") must be 2 to 7 or 10.\nMaybe state the cut with new SurveyScale(...).");
        };
        return new SurveyScale(1, points, Direction.HIGHER_IS_BETTER, cut, Optional.of(points + 1 - cut));
    }

    /**
     * The class that a rating falls into.
     *
     * @param rating a point of this scale
     * @return its class
     * @throws IllegalArgumentException if the rating is no point of the scale
     */
    public Verdict verdict(int rating) {
        checkPoint("rating", rating, lowest, highest);
        boolean higher = direction == Direction.HIGHER_IS_BETTER;
        if (higher ? rating >= satisfiedFrom : rating <= satisfiedFrom) {
            return Verdict.SATISFIED;
        }
        boolean bad = dissatisfiedFrom.isPresent()
                && (higher ? rating <= dissatisfiedFrom.get() : rating >= dissatisfiedFrom.get());
        return bad ? Verdict.DISSATISFIED : Verdict.NEUTRAL;
    }

    private Object writeReplace() {
        return new Sent(lowest, highest, direction, satisfiedFrom, dissatisfiedFrom.orElse(null));
    }

    /** What it is serialized as, because an {@link Optional} cannot be. */
    private record Sent(
            int lowest,
            int highest,
            Direction direction,
            int satisfiedFrom,
            @Nullable Integer dissatisfiedFrom) implements Serializable {
        private Object readResolve() {
            return new SurveyScale(lowest, highest, direction, satisfiedFrom, Optional.ofNullable(dissatisfiedFrom));
        }
    }
}

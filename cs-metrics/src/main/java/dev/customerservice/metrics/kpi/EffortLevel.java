package dev.customerservice.metrics.kpi;

import dev.customerservice.domain.survey.SurveyScale;
import dev.customerservice.domain.text.LowerCase;
import java.util.Optional;

/** The five verbal answers to how easy it was, as points of a scale. */
public enum EffortLevel {
    /** 1 point. */
    VERY_DIFFICULT,
    /** 2 points. */
    DIFFICULT,
    /** 3 points. */
    NEUTRAL,
    /** 4 points. */
    EASY,
    /** 5 points. */
    VERY_EASY;

    /** The scale of the points: easy from 4, hard up to 2. */
    public static final SurveyScale SCALE =
            new SurveyScale(1, 5, SurveyScale.Direction.HIGHER_IS_BETTER, 4, Optional.of(2));

    /** {@return the point of {@link #SCALE}, 1 to 5} */
    public int point() {
        return switch (this) {
            case VERY_DIFFICULT -> 1;
            case DIFFICULT -> 2;
            case NEUTRAL -> 3;
            case EASY -> 4;
            case VERY_EASY -> 5;
        };
    }

    /**
     * Reads an answer; case, blanks, dashes and underscores make no difference.
     *
     * @param label the answer, such as {@code Very easy}
     * @return the level
     * @throws IllegalArgumentException for any other label, which is never counted as the nearest one
     */
    public static EffortLevel parse(String label) {
        String name = LowerCase.of(label.strip()).replaceAll("[\\s_-]+", "_");
        for (EffortLevel level : values()) {
            if (LowerCase.of(level.name()).equals(name)) {
                return level;
            }
        }
        throw new IllegalArgumentException(
                "Effort label must be one of very difficult, difficult, neutral, easy and very easy."
                        + "\nMaybe the survey was asked in another language: map its labels first.");
    }
}

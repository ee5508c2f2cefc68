package dev.customerservice.domain.survey;

import static dev.customerservice.domain.survey.SurveyScale.Verdict.DISSATISFIED;
import static dev.customerservice.domain.survey.SurveyScale.Verdict.NEUTRAL;
import static dev.customerservice.domain.survey.SurveyScale.Verdict.SATISFIED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.survey.SurveyScale.Direction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SurveyTest {
    private static final Instant MON = Instant.parse("2026-03-02T09:00:00Z");

    private static List<SurveyScale.Verdict> verdicts(SurveyScale scale) {
        return IntStream.rangeClosed(scale.lowest(), scale.highest())
                .mapToObj(scale::verdict)
                .toList();
    }

    @Test
    @Tag("S1-24")
    void theUsualScalesAreCutAsVendorsCutThem() {
        assertEquals(List.of(DISSATISFIED, SATISFIED), verdicts(SurveyScale.satisfaction(2)));
        assertEquals(List.of(DISSATISFIED, NEUTRAL, SATISFIED), verdicts(SurveyScale.satisfaction(3)));
        assertEquals(
                List.of(DISSATISFIED, DISSATISFIED, NEUTRAL, SATISFIED, SATISFIED),
                verdicts(SurveyScale.satisfaction(5)));
        assertEquals(8, SurveyScale.satisfaction(10).satisfiedFrom());
        assertThrows(IllegalArgumentException.class, () -> SurveyScale.satisfaction(11));
    }

    @Test
    @Tag("S1-26")
    void effortMayBeBestAtTheLowEnd() {
        SurveyScale effort = new SurveyScale(1, 5, Direction.LOWER_IS_BETTER, 2, Optional.of(4));
        assertEquals(List.of(SATISFIED, SATISFIED, NEUTRAL, DISSATISFIED, DISSATISFIED), verdicts(effort));
    }

    @Test
    void whatIsNoScaleIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new SurveyScale(5, 5, Direction.HIGHER_IS_BETTER, 5, Optional.empty()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new SurveyScale(1, 5, Direction.HIGHER_IS_BETTER, 6, Optional.empty()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new SurveyScale(1, 5, Direction.HIGHER_IS_BETTER, 3, Optional.of(3)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new SurveyScale(1, 5, Direction.LOWER_IS_BETTER, 3, Optional.of(2)));
        IllegalArgumentException outside = assertThrows(
                IllegalArgumentException.class,
                () -> SurveyScale.satisfaction(5).verdict(0));
        assertEquals("The rating (0) must be a point from 1 to 5.", outside.getMessage());
    }

    @Test
    void aResponseKeepsSilenceApartFromARating() {
        SurveyResponse.Builder csat = SurveyResponse.builder()
                .survey("csat")
                .scale(SurveyScale.satisfaction(5))
                .sentAt(MON);
        assertTrue(csat.build().rating().isEmpty());
        SurveyResponse answered = csat.answeredAt(MON.plusSeconds(60))
                .rating(4)
                .comment("thank you, Jane")
                .build();
        assertEquals(Optional.of(4), answered.rating());
        assertFalse(answered.toString().contains("Jane"));
        assertThrows(IllegalArgumentException.class, () -> csat.rating(6).build());
        assertThrows(
                IllegalArgumentException.class,
                () -> csat.rating(4).answeredAt(MON.minusSeconds(1)).build());
        assertThrows(
                IllegalArgumentException.class,
                () -> SurveyResponse.builder()
                        .survey("csat")
                        .scale(SurveyScale.satisfaction(5))
                        .rating(4)
                        .build());
    }
}

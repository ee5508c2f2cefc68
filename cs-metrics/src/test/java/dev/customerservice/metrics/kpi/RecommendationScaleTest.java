package dev.customerservice.metrics.kpi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.domain.survey.SurveyResponse;
import dev.customerservice.domain.survey.SurveyScale;
import dev.customerservice.metrics.facts.SurveyFacts;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.NetScore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Recommendation goes from 0 to 10 unless a survey says otherwise, and the two are never mixed. */
class RecommendationScaleTest {

    private static final SurveyScale ONE_TO_TEN =
            new SurveyScale(1, 10, SurveyScale.Direction.HIGHER_IS_BETTER, 9, Optional.of(6));

    @Test
    @Tag("S1-25")
    void nineAndTenLessSixAndBelow() {
        Measurement<NetScore> usual =
                measure(SurveyKpis.nps(), answers(SurveyKpis.RECOMMENDATION, List.of(10, 9, 8, 7, 6, 0)));
        assertEquals(new NetScore(2, 2, 2), usual.orElseThrow());
        assertEquals(0, usual.leftOut().total());
    }

    @Test
    @Tag("S1-25")
    void oneToTenOnlyWhereItIsSaid() {
        List<SurveyFacts> answers = answers(ONE_TO_TEN, List.of(10, 9, 9, 8, 1));
        Measurement<NetScore> usual = measure(SurveyKpis.nps(), answers);
        assertEquals(Optional.empty(), usual.amount());
        assertEquals(5, usual.leftOut().total(), "of another scale");
        Measurement<NetScore> own = measure(SurveyKpis.nps("nps", ONE_TO_TEN), answers);
        assertEquals(new NetScore(3, 1, 1), own.orElseThrow());
        assertEquals(0, own.leftOut().total());
        assertEquals("nps", SurveyKpis.nps("nps", ONE_TO_TEN).id());
    }

    private static Measurement<NetScore> measure(Kpi<SurveyFacts, NetScore> kpi, List<SurveyFacts> facts) {
        return facts.stream().collect(kpi.collector());
    }

    private static List<SurveyFacts> answers(SurveyScale scale, List<Integer> ratings) {
        return new VectorTickets()
                .facts()
                .surveys(ratings.stream()
                        .map(rating -> SurveyResponse.builder()
                                .survey("nps")
                                .scale(scale)
                                .answeredAt(Instant.parse("2026-03-09T09:00:00Z"))
                                .rating(rating)
                                .build())
                        .toList())
                .rows(SurveyFacts.class);
    }
}

package dev.customerservice.examples.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A series between the limits of its own noise.
 *
 * @param id the place on the page
 * @param title the heading
 * @param note what is shown, in one line
 * @param kpi the id of the measure
 * @param centre the centre line; absent without data
 * @param points one for each part of the period that is over
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ControlChart(
        String id,
        String title,
        String note,
        String kpi,
        @Nullable Double centre,
        List<Point> points) {
    /** Which rule a point breaks. */
    public enum Rule {
        /** It lies outside the limits. */
        OUTSIDE,
        /** It is one of eight in a row on one side of the centre. */
        RUN
    }

    /**
     * A part of the period.
     *
     * @param label its name
     * @param figure what was measured
     * @param lower the lower limit; absent where there are too few points
     * @param upper the upper limit; absent where there are too few points
     * @param rules the rules it breaks
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Point(
            String label,
            Figure figure,
            @Nullable Double lower,
            @Nullable Double upper,
            List<Rule> rules) {}
}

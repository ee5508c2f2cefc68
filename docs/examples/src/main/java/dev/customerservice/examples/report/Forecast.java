package dev.customerservice.examples.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to expect, by the model that erred least on the past.
 *
 * @param note what is shown, in one line
 * @param kpi the id of the measure
 * @param noData why there is no forecast, the code of a reason; absent when there is one
 * @param labels the parts of the period, the past first
 * @param past what came; one figure for each of the first labels
 * @param ahead what is expected, with the range of 95 %; one figure for each of the labels after the past
 * @param tried the models, the chosen one first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Forecast(
        String note,
        String kpi,
        @Nullable String noData,
        List<String> labels,
        List<Figure> past,
        List<Figure> ahead,
        List<Tried> tried) {
    /**
     * How wrong a model was where the answer is known.
     *
     * @param model the id of the model
     * @param chosen whether it makes the forecast
     * @param count how many values it forecast; 0 when it could not
     * @param mae the mean absolute error
     * @param wape the sum of absolute errors over the sum of what came
     * @param bias the mean of forecast less what came
     * @param mase the mean absolute error over that of the naive forecast
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Tried(
            String model,
            boolean chosen,
            int count,
            @Nullable Double mae,
            @Nullable Double wape,
            @Nullable Double bias,
            @Nullable Double mase) {}
}

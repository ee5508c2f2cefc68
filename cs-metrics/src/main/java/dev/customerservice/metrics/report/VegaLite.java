package dev.customerservice.metrics.report;

import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.statistics.Ratio;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Charts of a report as specifications of Vega-Lite 5: maps and lists, which any JSON library writes. What is undefined is a gap, and
 * never a point at 0.
 */
public final class VegaLite {
    private static final String SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json";

    private VegaLite() {}

    /**
     * Draws a measure over time, with the band of its interval where it has one.
     *
     * @param kpi a measure of the report
     * @param slice a slice of a report that was cut with {@code every}
     * @return the specification
     */
    public static Map<String, Object> series(Kpi<?, ?> kpi, Slice slice) {
        List<Map<String, Object>> points = new ArrayList<>();
        for (Slice part : slice.series()) {
            Map<String, Object> point = point(kpi, part);
            point.put("date", part.period().from().toString());
            point.put("complete", part.isComplete());
            points.add(point);
        }
        Map<String, Object> x = axis("date", "temporal", "");
        return chart(
                kpi,
                points,
                List.of(
                        layer(
                                "errorband",
                                Map.of("x", x, "y", axis("low", "quantitative", ""), "y2", Map.of("field", "high"))),
                        layer("line", Map.of("x", x, "y", axis("value", "quantitative", kpi.id())))));
    }

    /**
     * Draws a measure of several slices side by side, with its interval where it has one.
     *
     * @param kpi a measure of the report
     * @param slices the slices
     * @return the specification
     */
    public static Map<String, Object> bars(Kpi<?, ?> kpi, List<Slice> slices) {
        List<Map<String, Object>> points = new ArrayList<>();
        for (Slice slice : slices) {
            Map<String, Object> point = point(kpi, slice);
            point.put("slice", String.join(", ", slice.labels().values()));
            points.add(point);
        }
        Map<String, Object> y = new LinkedHashMap<>(axis("slice", "nominal", ""));
        y.put("sort", points.stream().map(point -> point.get("slice")).toList());
        return chart(
                kpi,
                points,
                List.of(
                        layer("bar", Map.of("y", y, "x", axis("value", "quantitative", kpi.id()))),
                        layer(
                                "rule",
                                Map.of("y", y, "x", axis("low", "quantitative", ""), "x2", Map.of("field", "high")))));
    }

    private static Map<String, Object> point(Kpi<?, ?> kpi, Slice slice) {
        Map<String, Object> point = new LinkedHashMap<>();
        Amounts.number(slice.value(kpi)).ifPresent(value -> point.put("value", value));
        Amounts.interval(slice.value(kpi), Ratio.DEFAULT_CONFIDENCE).ifPresent(bounds -> {
            point.put("low", bounds.low());
            point.put("high", bounds.high());
        });
        point.put("n", slice.value(kpi).n());
        return point;
    }

    private static Map<String, Object> chart(
            Kpi<?, ?> kpi, List<Map<String, Object>> points, List<Map<String, Object>> layers) {
        Map<String, Object> chart = new LinkedHashMap<>();
        chart.put("$schema", SCHEMA);
        chart.put("description", kpi.id() + ": " + kpi.definition().formula());
        chart.put("data", Map.of("values", points));
        chart.put("layer", layers);
        return chart;
    }

    private static Map<String, Object> layer(String mark, Map<String, Object> encoding) {
        Map<String, Object> layer = new LinkedHashMap<>();
        layer.put("mark", mark);
        layer.put("encoding", new TreeMap<>(encoding));
        return layer;
    }

    private static Map<String, Object> axis(String field, String type, String title) {
        Map<String, Object> axis = new LinkedHashMap<>();
        axis.put("field", field);
        axis.put("type", type);
        if (!title.isEmpty()) {
            axis.put("title", title);
        }
        return axis;
    }
}

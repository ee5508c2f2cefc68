package dev.customerservice.metrics.report;

import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.statistics.ConfidenceInterval;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Ratio;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A report as one flat table: a row for each measure, slice and period. The same report gives the same rows in the same order.
 *
 * @param rows the rows
 */
public record ReportTable(List<Row> rows) {
    /** What a spreadsheet takes for the beginning of a formula. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    /**
     * One measure of one slice in one period.
     *
     * @param kpi the id of the measure
     * @param labels the value of each dimension, none for all facts together
     * @param period the period
     * @param complete whether it had ended when the facts were read
     * @param measured the value, or why there is none
     */
    public record Row(
            String kpi, Map<String, String> labels, Period period, boolean complete, Measurement<?> measured) {}

    /** Keeps an unmodifiable copy. */
    public ReportTable {
        rows = List.copyOf(rows);
    }

    /**
     * Lists everything that a report measured: the period before, if it was asked for, the period, and its parts.
     *
     * @param report the report
     * @return the table
     */
    public static ReportTable of(KpiReport report) {
        List<Row> rows = new ArrayList<>();
        for (Cut cut : report.cuts()) {
            List<Slice> slices = cut.dimensions().isEmpty()
                    ? List.of(report.total())
                    : report.slices(cut.dimensions().toArray(new Dimension<?>[0]));
            for (Slice slice : slices) {
                if (report.hasPrevious()) {
                    add(rows, report, slice.previous());
                }
                add(rows, report, slice);
                slice.series().forEach(part -> add(rows, report, part));
            }
        }
        return new ReportTable(rows);
    }

    private static void add(List<Row> rows, KpiReport report, Slice slice) {
        for (Kpi<?, ?> kpi : report.measures()) {
            rows.add(new Row(kpi.id(), slice.labels(), slice.period(), slice.isComplete(), slice.value(kpi)));
        }
    }

    /** {@return maps and lists of texts and numbers, which any JSON library writes; of undefined figures the key is absent} */
    public List<Map<String, Object>> toTree() {
        return rows.stream().map(ReportTable::tree).toList();
    }

    private static Map<String, Object> tree(Row row) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("kpi", row.kpi());
        if (!row.labels().isEmpty()) {
            tree.put("slice", row.labels());
        }
        tree.put("from", row.period().from().toString());
        tree.put("until", row.period().untilExclusive().toString());
        tree.put("zone", row.period().zone().getId());
        tree.put("complete", row.complete());
        figures(row.measured(), tree);
        return Collections.unmodifiableMap(tree);
    }

    private static void figures(Measurement<?> measured, Map<String, Object> tree) {
        Amounts.number(measured).ifPresent(value -> tree.put("value", value));
        if (measured.amount().orElse(null) instanceof Ratio ratio) {
            tree.put("numerator", ratio.numerator());
            tree.put("denominator", ratio.denominator());
        }
        Amounts.interval(measured, Ratio.DEFAULT_CONFIDENCE).ifPresent(bounds -> ends(bounds, tree));
        if (measured instanceof Measurement.NoData<?> none) {
            tree.put("noData", none.reason().code());
        }
        tree.put("n", measured.n());
        Map<String, Long> leftOut = new LinkedHashMap<>();
        measured.leftOut().counts().forEach((reason, count) -> leftOut.put(reason.code(), count));
        if (!leftOut.isEmpty()) {
            tree.put("leftOut", leftOut);
        }
    }

    private static void ends(ConfidenceInterval bounds, Map<String, Object> tree) {
        tree.put("low", bounds.low());
        tree.put("high", bounds.high());
    }

    /**
     * Writes the table as CSV by RFC 4180, with lines that end in CR LF. Texts that a spreadsheet would take for a formula get an
     * apostrophe before them.
     *
     * @return the text, its first line with the names of the columns; of undefined figures the cell is empty
     */
    public String toCsv() {
        Set<String> dimensions = new LinkedHashSet<>();
        rows.forEach(row -> dimensions.addAll(row.labels().keySet()));
        List<String> figures = List.of("value", "numerator", "denominator", "low", "high", "n", "noData");
        StringBuilder csv = new StringBuilder("kpi,from,until,zone,complete");
        dimensions.forEach(dimension -> csv.append(',').append(text(dimension)));
        csv.append(',').append(String.join(",", figures)).append(",leftOut\r\n");
        for (Row row : rows) {
            Map<String, Object> tree = tree(row);
            csv.append(text(row.kpi()));
            for (String column : List.of("from", "until", "zone", "complete")) {
                csv.append(',').append(tree.get(column));
            }
            for (String dimension : dimensions) {
                csv.append(',').append(text(row.labels().getOrDefault(dimension, "")));
            }
            for (String figure : figures) {
                csv.append(',').append(tree.getOrDefault(figure, ""));
            }
            csv.append(',').append(row.measured().leftOut().total()).append("\r\n");
        }
        return csv.toString();
    }

    private static String text(String cell) {
        String safe = !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        boolean plain =
                safe.chars().noneMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}

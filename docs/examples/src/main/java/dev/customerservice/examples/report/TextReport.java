package dev.customerservice.examples.report;

import dev.customerservice.examples.report.DemoReport.Breach;
import dev.customerservice.examples.report.DemoReport.Headline;
import dev.customerservice.examples.report.DemoReport.Row;
import dev.customerservice.examples.report.DemoReport.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The report for a terminal: its own words in plain ASCII so that they read the same in every one, and nothing that a terminal obeys. */
public final class TextReport {
    private static final int SHOWN = 5;
    private static final int TABLE_ROWS = 12;
    private static final int LABEL = 18;
    /** What a log brings must not move the cursor or speak to the terminal. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029]");
    /** From here on minutes are noise. */
    private static final long LONG_MINUTES = 6000;

    private TextReport() {}

    /**
     * Lays a report out in lines.
     *
     * @param report the report
     * @return the text, lines ended by a line feed
     */
    public static String of(DemoReport report) {
        StringBuilder text = new StringBuilder();
        DemoReport.Source source = report.source();
        line(
                text,
                "%s: %s",
                report.title(),
                report.period() == null
                        ? "no data: no dated ticket"
                        : report.period().label());
        line(
                text,
                "%,d rows of %s gave %,d tickets and %,d ratings; %s. Times in %s%s.",
                source.rows(),
                source.name(),
                source.tickets(),
                source.surveys(),
                source.problemCount() == 0
                        ? "every row could be used"
                        : String.format(
                                Locale.ROOT,
                                source.problemCount() == 1
                                        ? "%,d row or value could not be used"
                                        : "%,d rows or values could not be used",
                                source.problemCount()),
                report.zone(),
                report.asOf() == null ? "" : "; open clocks judged as of " + report.asOf());
        source.problems().stream().limit(SHOWN).forEach(problem -> problem(text, problem));
        line(text, "");
        for (Headline headline : report.headline()) {
            line(text, "  %-30s %14s   %s", headline.label(), text(headline.figure()), support(headline.figure()));
        }
        line(text, "");
        table(
                text,
                "Priority",
                report.attainment().series().stream().map(Series::name).toList(),
                rows(report.attainment()));
        table(
                text,
                "Team",
                report.teams().columns().stream().map(DemoReport.Column::label).toList(),
                report.teams().rows());
        table(text, "Age", report.ageing().series().stream().map(Series::name).toList(), rows(report.ageing()));
        String none = report.attainment().series().stream()
                .flatMap(series -> series.points().stream())
                .filter(Figure.Known.class::isInstance)
                .findAny()
                .map(judged -> "none")
                .orElse("no data: no clock was judged");
        breaches(text, "Worst breaches among settled tickets", report.worst(), none);
        breaches(text, "Late and still waiting", report.overdue(), none);
        return text.toString();
    }

    /** A problem of the whole file has no row. */
    private static void problem(StringBuilder text, DemoReport.Problem problem) {
        String place = problem.row() == 0
                ? ""
                : "row " + problem.row() + (problem.column() == null ? "" : ", " + problem.column()) + ": ";
        line(text, "  %s%s", place, problem.reason());
    }

    private static List<Row> rows(DemoReport.Timeline timeline) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < timeline.labels().size(); i++) {
            int at = i;
            rows.add(new Row(
                    timeline.labels().get(i),
                    timeline.series().stream().map(s -> s.points().get(at)).toList()));
        }
        return rows;
    }

    private static void table(StringBuilder text, String corner, List<String> columns, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int at = i;
            int widest = rows.stream()
                    .mapToInt(r -> text(r.figures().get(at)).length())
                    .max()
                    .orElse(0);
            widths.add(Math.max(widest, columns.get(i).length()));
        }
        int label = rows.stream()
                .mapToInt(row -> row.label().length())
                .reduce(LABEL, (widest, length) -> Math.max(widest, length));
        line(text, "  %s%s", padded(corner, label), cells(columns, widths));
        for (Row row : rows.subList(0, Math.min(TABLE_ROWS, rows.size()))) {
            List<String> cells = row.figures().stream().map(TextReport::text).toList();
            line(text, "  %s%s", padded(row.label(), label), cells(cells, widths));
        }
        if (rows.size() > TABLE_ROWS) {
            line(text, "  and %,d more", rows.size() - TABLE_ROWS);
        }
        line(text, "");
    }

    private static String padded(String label, int width) {
        return label + " ".repeat(Math.max(0, width - label.length()));
    }

    private static String cells(List<String> cells, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            int blanks = Math.max(0, widths.get(i) - cells.get(i).length());
            line.append("  ").append(" ".repeat(blanks)).append(cells.get(i));
        }
        return line.toString();
    }

    private static void breaches(StringBuilder text, String heading, List<Breach> breaches, String none) {
        line(text, "  %s: %s", heading, breaches.isEmpty() ? none : "");
        for (Breach breach : breaches.subList(0, Math.min(SHOWN, breaches.size()))) {
            line(
                    text,
                    "    %-12s %-14s %-10s %-14s %s over %s",
                    breach.ticket(),
                    words(breach.metric()),
                    breach.priority() == null ? "" : breach.priority(),
                    breach.team() == null ? "" : breach.team(),
                    duration(breach.overdueSeconds()),
                    duration(breach.targetSeconds()));
        }
        if (breaches.size() > SHOWN) {
            line(text, "    and %,d more", breaches.size() - SHOWN);
        }
        line(text, "");
    }

    private static String text(Figure figure) {
        if (figure instanceof Figure.Missing missing) {
            return "no data: " + words(missing.noData());
        }
        Figure.Known known = (Figure.Known) figure;
        return switch (known.unit()) {
            case COUNT -> String.format(Locale.ROOT, "%,d", known.value().longValue());
            case NUMBER -> String.format(Locale.ROOT, "%,.1f", known.value().doubleValue());
            case RATIO -> percent(known.value().doubleValue()) + " %";
            case SECONDS ->
                (known.moreThan() == null ? "" : "more than ")
                        + duration(known.value().doubleValue());
        };
    }

    private static String support(Figure figure) {
        List<String> parts = new ArrayList<>();
        if (figure instanceof Figure.Known known) {
            if (known.low() != null && known.high() != null) {
                parts.add("95 % interval " + percent(known.low()) + " to " + percent(known.high()) + " %");
            }
            if (known.numerator() != null) {
                parts.add(String.format(Locale.ROOT, "%,d of %,d", known.numerator(), known.denominator()));
            } else if (known.unit() != Figure.Unit.COUNT) {
                parts.add(String.format(Locale.ROOT, "n = %,d", known.n()));
            }
        }
        if (!figure.leftOut().isEmpty()) {
            parts.add(figure.leftOut().entrySet().stream()
                    .map(e -> String.format(Locale.ROOT, "%,d %s", e.getValue(), words(e.getKey())))
                    .collect(Collectors.joining(", ", "left out: ", "")));
        }
        return String.join("; ", parts);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", share * 100);
    }

    private static String duration(double seconds) {
        double size = Math.abs(seconds);
        long minutes = Math.round(size / 60);
        String sign = seconds < 0 ? "-" : "";
        if (Math.round(size) < 60) {
            return sign + Math.round(size) + " s";
        }
        if (minutes < 60) {
            return sign + minutes + " min";
        }
        if (minutes >= LONG_MINUTES) {
            return String.format(Locale.ROOT, "%s%,d h", sign, Math.round(size / 3600));
        }
        return sign + minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }

    private static String words(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void line(StringBuilder text, String format, Object... values) {
        String plain =
                CONTROL.matcher(String.format(Locale.ROOT, format, values)).replaceAll("?");
        text.append(plain.stripTrailing()).append('\n');
    }
}

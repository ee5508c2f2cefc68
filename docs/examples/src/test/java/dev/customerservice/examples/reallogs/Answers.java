package dev.customerservice.examples.reallogs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.customerservice.domain.exchange.ColumnValues;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.metrics.facts.FactExtractor;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.kpi.Cohort;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.kpi.TicketKpis;
import dev.customerservice.metrics.report.Dimension;
import dev.customerservice.metrics.report.Granularity;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.report.Slice;
import dev.customerservice.metrics.statistics.DurationDistribution;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Quantile;
import dev.customerservice.metrics.statistics.QuantileType;
import dev.customerservice.metrics.statistics.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Walks an answer file and compares each of its numbers with what the library measures. */
final class Answers {
    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d\\d)");
    private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d\\d)");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern AGE = Pattern.compile(
            "[\\[(<>]?=?(?:(?:lt|under|less_than|ge|over|from)_?)?(\\d+)_?d?(?:ays?)?.*(?:d|days?|\\)|\\+|inf)?");
    private static final Pattern BELOW = Pattern.compile("(?:<|lt|under|less_than).*");
    private static final List<String> AGE_STARTS = List.of("0", "1", "3", "7", "30");
    private static final Pattern PERCENTILE = Pattern.compile("p(\\d+)_(nearest_rank|linear)(?:_s)?");

    private final Figures figures;
    private final Facts facts;
    private final Map<String, TicketHistory> tickets;
    private final LocalDate earliest;
    private final LocalDate latest;
    private final Map<List<Object>, KpiReport> reports = new HashMap<>();
    private final Map<Dimension<?>, Set<String>> labels = new HashMap<>();
    private final List<String> disagreements = new ArrayList<>();
    private int compared;

    Answers(Figures figures, Facts facts) {
        this.figures = figures;
        this.facts = facts;
        this.tickets = figures.log().histories().stream()
                .collect(Collectors.toMap(history -> history.id().value(), Function.identity()));
        int[] years = facts.tickets().stream()
                .mapToInt(ticket -> ticket.at().atZone(ZoneOffset.UTC).getYear())
                .sorted()
                .toArray();
        this.earliest = LocalDate.of(years[0] - 1, 1, 1);
        this.latest = LocalDate.of(years[years.length - 1] + 2, 1, 1);
    }

    /** How many numbers were compared. */
    int compared() {
        return compared;
    }

    /** What differs, or is not known. */
    List<String> disagreements() {
        return disagreements;
    }

    void compare(JsonNode expected) {
        expected.properties().forEach(entry -> {
            if (entry.getKey().equals("examples")) {
                entry.getValue().forEach(this::compareTicket);
            } else {
                walk(List.of(entry.getKey()), List.of(), entry.getValue());
            }
        });
    }

    private void compareTicket(JsonNode example) {
        String id = example.path("number").asText(example.path("case_id").asText());
        example.properties().forEach(entry -> {
            if (!entry.getValue().asText().equals(id)) {
                List<String> names = List.of(entry.getKey());
                Optional<String> text = figures.text(Key.of(names), id);
                if (text.isPresent()) {
                    check(
                            names + " of " + id,
                            List.of(text.get()),
                            entry.getValue().asText());
                } else {
                    walk(names, List.of(id), entry.getValue());
                }
            }
        });
    }

    private void walk(List<String> names, List<String> labels, JsonNode node) {
        if (node.isObject()) {
            node.properties().forEach(entry -> {
                boolean label = isLabel(names, entry.getKey());
                walk(
                        label ? names : plus(names, entry.getKey()),
                        label ? plus(labels, entry.getKey()) : labels,
                        entry.getValue());
            });
        } else if (node.isArray()) {
            Iterator<String> starts = AGE_STARTS.iterator();
            node.forEach(element -> walk(names, plus(labels, starts.next()), element));
        } else {
            String what = names + (labels.isEmpty() ? "" : " of " + labels);
            try {
                check(what, values(names, labels), node.isNumber() ? node.decimalValue() : node.asText());
            } catch (IllegalArgumentException e) {
                disagreements.add(what + ": " + e.getMessage());
            }
        }
    }

    private static List<String> plus(List<String> some, String other) {
        List<String> more = new ArrayList<>(some);
        more.add(other);
        return List.copyOf(more);
    }

    private boolean isLabel(List<String> names, String text) {
        return text.equals("all")
                || DATE.matcher(text).matches()
                || MONTH.matcher(text).matches()
                || WEEK.matcher(text).matches()
                || YEAR.matcher(text).matches()
                || (isAge(Key.of(names)) && AGE.matcher(text).matches())
                || column(names)
                        .filter(column -> column.counts().containsKey(text))
                        .isPresent()
                || figures.dimensions().stream()
                        .anyMatch(dimension -> labelsOf(dimension).contains(text));
    }

    private static boolean isAge(Key key) {
        return key.has("aging", "ageing", "age", "ages");
    }

    /** The raw values of the column that a key such as rows per state names. */
    private Optional<ColumnValues> column(List<String> names) {
        String text = String.join("_", names);
        return !text.startsWith("rows_") && !text.startsWith("events_")
                ? Optional.empty()
                : figures.columns().entrySet().stream()
                        .filter(entry -> text.endsWith("_" + entry.getKey()))
                        .findFirst()
                        .map(entry -> figures.log().summary().values().get(entry.getValue()));
    }

    private Set<String> labelsOf(Dimension<?> dimension) {
        return labels.computeIfAbsent(dimension, any -> {
            Period always = Period.between(earliest, latest, ZoneOffset.UTC);
            KpiReport report = report(TicketKpis.volume(), facts, always, List.of(dimension), Optional.empty());
            return report.slices(dimension).stream()
                    .map(slice -> slice.labels().get(dimension.id()))
                    .collect(Collectors.toSet());
        });
    }

    /** What a number may be, by each reading of its key. */
    private List<?> values(List<String> names, List<String> labels) {
        Key key = Key.of(names);
        Optional<ColumnValues> column = column(names);
        if (column.isPresent() && labels.size() == 1) {
            return List.of(column.get().counts().get(labels.get(0)));
        }
        if (labels.isEmpty() && figures.loaded(key).isPresent()) {
            return List.of(figures.loaded(key).get());
        }
        List<Object> values = new ArrayList<>();
        for (Kpi<?, ?> kpi : figures.measures(key)) {
            values.add(value(kpi, key, labels));
        }
        if (values.isEmpty()) {
            throw new IllegalArgumentException("the key " + key + " is not known");
        }
        return values;
    }

    private Object value(Kpi<?, ?> kpi, Key key, List<String> labels) {
        ZoneId zone = figures.zone(key);
        Period period = Period.between(earliest, latest, zone);
        List<Dimension<?>> dimensions = new ArrayList<>();
        List<String> values = new ArrayList<>();
        int ageClass = -1;
        Facts scope = facts;
        for (String label : labels) {
            Optional<Period> named = period(label, zone, kpi.cohort() instanceof Cohort.Stock);
            if (named.isPresent()) {
                period = named.get();
            } else if (isAge(key) && AGE.matcher(label).matches()) {
                ageClass = ageClass(label);
            } else if (tickets.containsKey(label)) {
                scope = Facts.of(List.of(Objects.requireNonNull(tickets.get(label))), FactExtractor.asOf(facts.asOf()));
            } else if (!label.equals("all")) {
                dimensions.add(dimension(label));
                values.add(label);
            }
        }
        boolean part = period.unit().isPresent() && !(kpi.cohort() instanceof Cohort.Stock);
        KpiReport report = part
                ? report(kpi, scope, Period.between(earliest, latest, zone), dimensions, period.unit())
                : report(kpi, scope, period, dimensions, Optional.empty());
        Slice slice = slice(report, dimensions, values);
        Slice asked = part ? partOf(slice, period) : slice;
        return number(asked.value(kpi), key.statistic(), ageClass);
    }

    private static Slice slice(KpiReport report, List<Dimension<?>> dimensions, List<String> values) {
        if (dimensions.isEmpty()) {
            return report.total();
        }
        return report.slices(dimensions.toArray(new Dimension<?>[0])).stream()
                .filter(any -> List.copyOf(any.labels().values()).equals(values))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no " + values));
    }

    private static Slice partOf(Slice slice, Period period) {
        return slice.series().stream()
                .filter(part -> part.period().equals(period))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is nothing in " + period));
    }

    private static int ageClass(String label) {
        Matcher matcher = AGE.matcher(label);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("the age class " + label + " is not known");
        }
        int start = AGE_STARTS.indexOf(matcher.group(1));
        return BELOW.matcher(label).matches() ? start - 1 : start;
    }

    private Dimension<?> dimension(String label) {
        return figures.dimensions().stream()
                .filter(dimension -> labelsOf(dimension).contains(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no " + label));
    }

    private KpiReport report(
            Kpi<?, ?> kpi, Facts scope, Period period, List<Dimension<?>> dimensions, Optional<Granularity> parts) {
        return reports.computeIfAbsent(List.of(kpi.base().id(), scope, period, dimensions, parts), any -> {
            KpiReport.Builder builder = KpiReport.over(period).measure(kpi);
            parts.ifPresent(builder::every);
            return (dimensions.isEmpty() ? builder : builder.by(dimensions.toArray(new Dimension<?>[0])))
                    .collect(scope);
        });
    }

    private Optional<Period> period(String label, ZoneId zone, boolean stock) {
        Matcher date = DATE.matcher(label);
        if (date.matches()) {
            LocalDate day = LocalDate.parse(label);
            return Optional.of(stock ? Period.between(earliest, day, zone) : Period.day(day, zone));
        }
        Matcher month = MONTH.matcher(label);
        if (month.matches()) {
            return Optional.of(
                    Period.month(Integer.parseInt(month.group(1)), Month.of(Integer.parseInt(month.group(2))), zone));
        }
        Matcher week = WEEK.matcher(label);
        if (week.matches()) {
            return Optional.of(Period.isoWeek(Integer.parseInt(week.group(1)), Integer.parseInt(week.group(2)), zone));
        }
        return YEAR.matcher(label).matches()
                ? Optional.of(Period.year(Integer.parseInt(label), zone))
                : Optional.empty();
    }

    private static Object number(Measurement<?> measurement, String statistic, int ageClass) {
        if (measurement.amount().isEmpty()) {
            if (statistic.equals("n") || statistic.equals("num") || statistic.equals("den")) {
                return measurement.n();
            }
            throw new IllegalArgumentException("there is no value: " + measurement);
        }
        Object amount = measurement.amount().get();
        if (amount instanceof DurationDistribution all) {
            return statistic(all, statistic);
        }
        if (amount instanceof Ratio ratio) {
            return switch (statistic) {
                case "num" -> ratio.numerator();
                case "den" -> ratio.denominator();
                case "pct" -> ratio.percent(4, RoundingMode.HALF_EVEN).orElseThrow();
                default -> throw new IllegalArgumentException("a share has no " + statistic);
            };
        }
        if (amount instanceof List<?> classes && ageClass >= 0) {
            return classes.get(ageClass);
        }
        if (amount instanceof Long count
                && List.of("", "cases", "total", "count", "n").contains(statistic)) {
            return count;
        }
        throw new IllegalArgumentException("a " + amount.getClass().getSimpleName() + " has no " + statistic);
    }

    private static Object statistic(DurationDistribution all, String statistic) {
        Matcher percentile = PERCENTILE.matcher(statistic);
        if (percentile.matches()) {
            QuantileType type = percentile.group(2).equals("linear") ? QuantileType.LINEAR : QuantileType.NEAREST_RANK;
            Quantile quantile =
                    Quantile.percentile(Integer.parseInt(percentile.group(1))).by(type);
            return seconds(all.quantile(quantile).orElseThrow());
        }
        return switch (statistic) {
            case "n", "cases", "count" -> all.count();
            case "s", "sum_s", "total_s" -> seconds(all.total());
            case "mean_s" -> all.mean().seconds(3, RoundingMode.HALF_EVEN).orElseThrow();
            case "median_s" -> seconds(all.median().orElseThrow());
            case "min_s" -> seconds(all.min().orElseThrow());
            case "max_s" -> seconds(all.max().orElseThrow());
            default -> throw new IllegalArgumentException("a time has no " + statistic);
        };
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toSeconds()).add(BigDecimal.valueOf(duration.toNanosPart(), 9));
    }

    private void check(String what, List<?> found, Object expected) {
        compared++;
        for (Object value : found) {
            boolean same = (expected instanceof BigDecimal number && !(value instanceof String))
                    ? new BigDecimal(value.toString()).compareTo(number) == 0
                    : expected.equals(value);
            if (same) {
                return;
            }
        }
        disagreements.add(what + ": expected " + expected + ", found " + found);
    }
}

package dev.customerservice.benchmarks;

import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.Milestone;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.kpi.DurationKpi;
import dev.customerservice.metrics.kpi.Filter;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.kpi.NumberColumn;
import dev.customerservice.metrics.kpi.PackedFacts;
import dev.customerservice.metrics.kpi.PriorityTargets;
import dev.customerservice.metrics.kpi.TicketColumns;
import dev.customerservice.metrics.kpi.TicketKpis;
import dev.customerservice.metrics.kpi.TicketNumber;
import dev.customerservice.metrics.report.Dimension;
import dev.customerservice.metrics.report.Granularity;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.report.Slice;
import dev.customerservice.metrics.statistics.DurationHistogram;
import dev.customerservice.metrics.statistics.DurationMean;
import dev.customerservice.metrics.statistics.Quantile;
import dev.customerservice.metrics.statistics.Ratio;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jol.info.GraphLayout;

/**
 * Twelve measures of tickets in columns, by priority, channel and team and by ISO week, beside streams over objects. Every cell of both
 * must agree before anything is timed.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx3g")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class KpiBenchmark {
    /** What the tickets are told apart by. */
    public enum Cut {
        /** By priority, channel and team: 480 groups. */
        DIMENSIONS,
        /** By ISO week: 105 groups. */
        WEEKS
    }

    /** What is asked of the times besides their means. */
    public enum Percentiles {
        /** Nothing. */
        NONE,
        /** Medians and percentiles as they are. */
        EXACT,
        /** Percentiles off a histogram, within {@link DurationHistogram#RELATIVE_ERROR}. */
        APPROXIMATE
    }

    /** The most seconds to a first reply, from the most urgent priority down. */
    static final int[] TARGETS = {3600, 4 * 3600, 8 * 3600, 24 * 3600};

    private static final List<Priority> PRIORITIES =
            List.of(Priority.URGENT, Priority.HIGH, Priority.NORMAL, Priority.LOW);
    private static final List<Channel> CHANNELS =
            List.of(Channel.EMAIL, Channel.WEB, Channel.SOCIAL, Channel.MESSAGING, Channel.CHAT, Channel.PHONE);
    private static final List<TeamId> TEAMS = IntStream.range(0, KpiTable.TEAMS)
            .mapToObj(team -> TeamId.of("team-" + team))
            .toList();
    private static final long SECOND = 1_000_000_000L;
    private static final LocalDate FIRST_MONDAY =
            LocalDate.ofInstant(Instant.ofEpochSecond(KpiTable.START), ZoneOffset.UTC);
    private static final Period PERIOD =
            Period.between(FIRST_MONDAY, FIRST_MONDAY.plusWeeks(KpiTable.WEEKS), ZoneOffset.UTC);

    private static final NumberColumn<TicketFacts> RATING = TicketColumns.statedCount("csat");
    private static final PriorityTargets FIRST_REPLY_TARGETS = new PriorityTargets(
            "promised",
            Map.of(
                    Priority.URGENT, Duration.ofSeconds(TARGETS[0]),
                    Priority.HIGH, Duration.ofSeconds(TARGETS[1]),
                    Priority.NORMAL, Duration.ofSeconds(TARGETS[2]),
                    Priority.LOW, Duration.ofSeconds(TARGETS[3])),
            false);

    private static final int WARM_UP = 15;

    private final Facts facts;
    private final KpiStreams streams;

    /** What the times are asked for. */
    @Param({"NONE", "EXACT", "APPROXIMATE"})
    public Percentiles percentiles = Percentiles.NONE;

    /** Makes a million tickets, for JMH. */
    public KpiBenchmark() {
        this(KpiTable.of(1_000_000));
    }

    /**
     * Packs tickets.
     *
     * @param table the tickets
     */
    public KpiBenchmark(KpiTable table) {
        this.facts = Facts.of(packed(table));
        this.streams = new KpiStreams(table);
    }

    private static PackedFacts<TicketFacts> packed(KpiTable table) {
        return PackedFacts.builder(TicketFacts.class, table.rows(), PERIOD.endExclusive())
                .moment(Milestone.CREATED, row -> table.created()[row] * SECOND)
                .moment(Milestone.FIRST_REPLY, row -> after(table.created()[row], table.firstReply()[row]))
                .moment(Milestone.RESOLVED, row -> after(table.created()[row], table.resolution()[row]))
                .length(TicketKpis.firstReplyTime().column(), row -> nanos(table.firstReply()[row]))
                .length(TicketKpis.fullResolutionTime().column(), row -> nanos(table.resolution()[row]))
                .number(RATING, row -> table.csat()[row] == 0 ? PackedFacts.ABSENT : table.csat()[row])
                .number(TicketNumber.REOPENS, row -> table.reopens()[row])
                .number(TicketNumber.REPLIES, row -> table.replies()[row])
                .codes(Dimension.PRIORITY, Milestone.CREATED, PRIORITIES, row -> table.priority()[row])
                .codes(Dimension.CHANNEL, Milestone.CREATED, CHANNELS, row -> table.channel()[row])
                .codes(Dimension.TEAM, Milestone.CREATED, TEAMS, row -> table.team()[row])
                .build();
    }

    private static long after(long start, int seconds) {
        return seconds < 0 ? PackedFacts.ABSENT : (start + seconds) * SECOND;
    }

    private static long nanos(int seconds) {
        return seconds < 0 ? PackedFacts.ABSENT : seconds * SECOND;
    }

    /** A measure and how it is shown as a number: counts and shares as they are, times in seconds. */
    private record Asked<V>(Kpi<TicketFacts, V> kpi, Function<V, Double> number) {
        double of(Slice slice) {
            return slice.value(kpi).amount().map(number).orElse(Double.NaN);
        }
    }

    private static Asked<Ratio> share(String id, Filter<TicketFacts> of, Filter<TicketFacts> among) {
        return new Asked<>(
                TicketKpis.share(id, of, among), ratio -> ratio.value().orElseThrow());
    }

    private static List<Asked<?>> measures(Percentiles percentiles) {
        Filter<TicketFacts> solved = Filter.reached(Milestone.RESOLVED);
        List<Asked<?>> all = new ArrayList<>();
        all.add(new Asked<>(TicketKpis.volume(), Long::doubleValue));
        all.add(new Asked<>(TicketKpis.count("solved", solved), Long::doubleValue));
        times(all, TicketKpis.firstReplyTime(), percentiles, 50, 90, 99);
        times(all, TicketKpis.fullResolutionTime(), percentiles, 90);
        all.add(share("rated_well", RATING.atLeast(4), Filter.every()));
        all.add(share("once", TicketNumber.REPLIES.is(1).and(TicketNumber.REOPENS.is(0)), solved));
        all.add(share(
                "in_time",
                Filter.reached(Milestone.FIRST_REPLY)
                        .and(TicketKpis.firstReplyTime()
                                .keeps(FIRST_REPLY_TARGETS)
                                .yes()),
                Filter.every()));
        all.add(share("reopened", TicketNumber.REOPENS.atLeast(1), Filter.every()));
        return all;
    }

    private static void times(
            List<Asked<?>> all, DurationKpi<TicketFacts> time, Percentiles percentiles, int... percents) {
        if (percentiles == Percentiles.APPROXIMATE) {
            Kpi<TicketFacts, DurationHistogram> classes = time.approximate();
            all.add(new Asked<>(classes.as("mean", DurationHistogram::mean), KpiBenchmark::seconds));
            for (int percent : percents) {
                Quantile quantile = Quantile.percentile(percent);
                all.add(new Asked<>(
                        classes.as(
                                quantile.id(),
                                lengths -> lengths.quantile(quantile).orElseThrow()),
                        KpiBenchmark::seconds));
            }
        } else {
            all.add(new Asked<>(time.mean(), KpiBenchmark::seconds));
            for (int percent : percentiles == Percentiles.EXACT ? percents : new int[0]) {
                all.add(new Asked<>(time.percentile(percent), KpiBenchmark::seconds));
            }
        }
    }

    private static double seconds(DurationMean mean) {
        return seconds(mean.total()) / mean.count();
    }

    private static double seconds(Duration length) {
        return length.getSeconds() + length.getNano() / (double) SECOND;
    }

    private KpiReport report(Cut cut, List<Asked<?>> measures) {
        KpiReport.Builder report =
                KpiReport.over(PERIOD).measure(measures.stream().map(Asked::kpi).toList());
        if (cut == Cut.WEEKS) {
            report.every(Granularity.WEEK);
        } else {
            report.by(Dimension.PRIORITY, Dimension.CHANNEL, Dimension.TEAM);
        }
        return report.collect(facts);
    }

    private static List<Slice> slices(Cut cut, KpiReport report) {
        return cut == Cut.WEEKS
                ? report.total().series()
                : report.slices(Dimension.PRIORITY, Dimension.CHANNEL, Dimension.TEAM);
    }

    /**
     * Reads a report of the library, cell by cell.
     *
     * @param cut what the tickets are told apart by
     * @param asked what is asked of the times
     * @return the measures of each group; the group is three digits in hundreds of hundreds, or the number of its week
     */
    public Map<Integer, double[]> library(Cut cut, Percentiles asked) {
        Map<Integer, double[]> cells = new TreeMap<>();
        List<Asked<?>> measures = measures(asked);
        int week = 0;
        for (Slice slice : slices(cut, report(cut, measures))) {
            int group = cut == Cut.WEEKS
                    ? week++
                    : KpiStreams.group(
                            PRIORITIES.indexOf(slice.value(Dimension.PRIORITY).orElseThrow()),
                            CHANNELS.indexOf(slice.value(Dimension.CHANNEL).orElseThrow()),
                            TEAMS.indexOf(slice.value(Dimension.TEAM).orElseThrow()));
            cells.put(group, measures.stream().mapToDouble(one -> one.of(slice)).toArray());
        }
        return cells;
    }

    /**
     * Makes a report and reads all of it.
     *
     * @param cut what the tickets are told apart by
     * @param asked what is asked of the times
     * @return the sum of all numbers
     */
    public long run(Cut cut, Percentiles asked) {
        double sum = 0;
        List<Asked<?>> measures = measures(asked);
        for (Slice slice : slices(cut, report(cut, measures))) {
            for (Asked<?> one : measures) {
                sum += one.of(slice);
            }
        }
        return (long) sum;
    }

    /**
     * Compares all cells of two contenders.
     *
     * @param what what they computed
     * @param expected the cells of one
     * @param found the cells of the other
     * @param within the greatest relative difference
     */
    public static void check(
            String what, Map<Integer, double[]> expected, Map<Integer, double[]> found, double within) {
        double most = 0;
        int cells = 0;
        if (!expected.keySet().equals(found.keySet())) {
            throw new IllegalStateException(what + ": " + expected.keySet() + ", " + found.keySet());
        }
        for (Map.Entry<Integer, double[]> group : expected.entrySet()) {
            double[] one = group.getValue();
            double[] other = found.getOrDefault(group.getKey(), new double[0]);
            for (int i = 0; i < one.length; i++) {
                double difference = Math.abs(one[i] - other[i]) / Math.max(1e-9, Math.abs(one[i]));
                if (!(difference <= within)) {
                    throw new IllegalStateException(
                            what + ", group " + group.getKey() + ", measure " + i + ": " + one[i] + ", " + other[i]);
                }
                most = Math.max(most, difference);
                cells++;
            }
        }
        System.out.printf(Locale.ROOT, "%-60s %,d cells agree to %.1e%n", what, cells, most);
    }

    /** Compares the library with the streams, on both cuts. */
    public void checkStreams() {
        for (Cut cut : Cut.values()) {
            check("library and streams, " + cut, streams.cells(cut), library(cut, Percentiles.EXACT), 1e-12);
        }
    }

    /** Compares approximate percentiles with the exact ones, on both cuts. */
    public void checkApproximate() {
        for (Cut cut : Cut.values()) {
            check(
                    "approximate and exact percentiles, " + cut,
                    library(cut, Percentiles.EXACT),
                    library(cut, Percentiles.APPROXIMATE),
                    DurationHistogram.RELATIVE_ERROR);
        }
    }

    /** {@return the sum of all numbers of a report by priority, channel and team} */
    @Benchmark
    public long dimensions() {
        return run(Cut.DIMENSIONS, percentiles);
    }

    /** {@return the sum of all numbers of a report by week} */
    @Benchmark
    public long weeks() {
        return run(Cut.WEEKS, percentiles);
    }

    /** Prints what a report retains besides the columns, after all of it was read. */
    public void printMemory() {
        System.out.printf(Locale.ROOT, "columns: %,d B%n", bytes(facts));
        for (Cut cut : Cut.values()) {
            for (Percentiles asked : Percentiles.values()) {
                List<Asked<?>> measures = measures(asked);
                KpiReport report = report(cut, measures);
                slices(cut, report).forEach(slice -> measures.forEach(one -> one.of(slice)));
                long all = GraphLayout.parseInstance(report, facts).totalSize();
                System.out.printf(Locale.ROOT, "report by %s, percentiles %s: %,d B%n", cut, asked, all - bytes(facts));
            }
        }
    }

    private static long bytes(Object root) {
        return GraphLayout.parseInstance(root).totalSize();
    }

    /**
     * Makes reports until the compiler of the virtual machine is done with them; what it takes is not what a report takes.
     *
     * @param cut what the tickets are told apart by
     * @param asked what is asked of the times
     */
    public void warmUp(Cut cut, Percentiles asked) {
        for (int i = 0; i < WARM_UP; i++) {
            run(cut, asked);
        }
    }

    /**
     * Adds the library to a comparison.
     *
     * @param inTurn the comparison
     * @param cut what the tickets are told apart by
     * @param asked what is asked of the times
     */
    public void addTo(InTurn inTurn, Cut cut, Percentiles asked) {
        inTurn.add("library, " + cut + ", percentiles " + asked, () -> run(cut, asked));
    }

    /**
     * Compares with streams, cell by cell, and runs both in turn.
     *
     * @param arguments the number of tickets, 10 million without one
     */
    public static void main(String[] arguments) {
        int rows = arguments.length == 0 ? 10_000_000 : Integer.parseInt(arguments[0]);
        KpiBenchmark library = new KpiBenchmark(KpiTable.of(rows));
        library.checkStreams();
        library.checkApproximate();
        library.printMemory();
        for (Cut cut : Cut.values()) {
            for (Percentiles asked : Percentiles.values()) {
                library.warmUp(cut, asked);
            }
            InTurn inTurn = InTurn.ofProcess(rows, 2)
                    .add("streams, " + cut + ", percentiles EXACT", () -> library.streams.run(cut));
            for (Percentiles asked : Percentiles.values()) {
                library.addTo(inTurn, cut, asked);
            }
            inTurn.print(System.out);
        }
    }
}

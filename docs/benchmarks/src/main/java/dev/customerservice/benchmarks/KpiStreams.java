package dev.customerservice.benchmarks;

import dev.customerservice.benchmarks.KpiBenchmark.Cut;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What applications write: a record a ticket, the list of each group, and a stream over it for each measure. */
final class KpiStreams {
    private static final int WEEK = 7 * 86_400;

    private final KpiTable table;
    private List<Row> rows = List.of();

    private record Row(
            long created,
            int firstReply,
            int resolution,
            byte priority,
            byte channel,
            byte team,
            byte csat,
            byte reopens,
            byte replies) {
        int dimensions() {
            return group(priority, channel, team);
        }

        int week() {
            return (int) ((created - KpiTable.START) / WEEK);
        }
    }

    KpiStreams(KpiTable table) {
        this.table = table;
    }

    static int group(int priority, int channel, int team) {
        return (priority * 100 + channel) * 100 + team;
    }

    /** The records are made when they are first needed: they take more room than the columns. */
    private List<Row> rows() {
        if (rows.isEmpty()) {
            rows = IntStream.range(0, table.rows())
                    .mapToObj(row -> new Row(
                            table.created()[row],
                            table.firstReply()[row],
                            table.resolution()[row],
                            table.priority()[row],
                            table.channel()[row],
                            table.team()[row],
                            table.csat()[row],
                            table.reopens()[row],
                            table.replies()[row]))
                    .toList();
        }
        return rows;
    }

    Map<Integer, double[]> cells(Cut cut) {
        Function<Row, Integer> key = cut == Cut.WEEKS ? Row::week : Row::dimensions;
        return rows().stream()
                .collect(Collectors.groupingBy(
                        key, TreeMap::new, Collectors.collectingAndThen(Collectors.toList(), KpiStreams::measures)));
    }

    long run(Cut cut) {
        return (long) cells(cut).values().stream()
                .mapToDouble(cell -> Arrays.stream(cell).sum())
                .sum();
    }

    private static double[] measures(List<Row> group) {
        double[] replies = group.stream()
                .filter(row -> row.firstReply >= 0)
                .mapToDouble(Row::firstReply)
                .sorted()
                .toArray();
        double[] solutions = group.stream()
                .filter(row -> row.resolution >= 0)
                .mapToDouble(Row::resolution)
                .sorted()
                .toArray();
        return new double[] {
            group.size(),
            solutions.length,
            Arrays.stream(replies).average().orElse(Double.NaN),
            at(replies, 50),
            at(replies, 90),
            at(replies, 99),
            Arrays.stream(solutions).average().orElse(Double.NaN),
            at(solutions, 90),
            group.stream().filter(row -> row.csat >= 4).count()
                    / (double) group.stream().filter(row -> row.csat > 0).count(),
            group.stream()
                            .filter(row -> row.resolution >= 0 && row.replies == 1 && row.reopens == 0)
                            .count()
                    / (double) solutions.length,
            group.stream()
                            .filter(row -> row.firstReply >= 0 && row.firstReply <= KpiBenchmark.TARGETS[row.priority])
                            .count()
                    / (double) group.size(),
            group.stream().filter(row -> row.reopens > 0).count() / (double) group.size()
        };
    }

    /** Type 7, as most data bases compute it. */
    private static double at(double[] sorted, int percent) {
        double place = (sorted.length - 1) * (percent / 100.0);
        int below = (int) place;
        return below + 1 < sorted.length
                ? sorted[below] + (place - below) * (sorted[below + 1] - sorted[below])
                : sorted[below];
    }
}

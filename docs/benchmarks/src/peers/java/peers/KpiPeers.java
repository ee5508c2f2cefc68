package peers;

import dev.customerservice.benchmarks.InTurn;
import dev.customerservice.benchmarks.KpiBenchmark;
import dev.customerservice.benchmarks.KpiBenchmark.Cut;
import dev.customerservice.benchmarks.KpiBenchmark.Percentiles;
import dev.customerservice.benchmarks.KpiTable;
import java.sql.Array;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * The library beside DuckDB on one thread: the peers' table and their twelve measures, every cell compared first, then processor time of the
 * whole process in turn.
 *
 * <p>It stands in their package because their table and their query are visible there only.
 */
public final class KpiPeers {
    private static final String DIMENSIONS = "priority::int * 10000 + channel::int * 100 + team";
    private static final String WEEKS = "(epoch(date_trunc('week', created))::bigint - " + Data.T0 + ") // 604800";
    private static final String TIMES = "%s(first_reply, [0.5,0.9,0.99]) filter (where first_reply>=0), ";
    private static final String TIME = "%s(resolution, 0.9) filter (where resolution>=0), ";

    private final Statement sql;

    private KpiPeers(DuckDBConnection connection, Data data) throws SQLException {
        sql = connection.createStatement();
        sql.execute("set threads = 1");
        sql.execute("create table raw(created_s bigint, first_reply int, resolution int, priority tinyint, channel tinyint, "
                + "team tinyint, csat tinyint, reopens tinyint, replies tinyint)");
        try (DuckDBAppender rows = connection.createAppender("main", "raw")) {
            for (int i = 0; i < data.n; i++) {
                rows.beginRow();
                rows.append(data.created[i]);
                rows.append(data.firstReply[i]);
                rows.append(data.resolution[i]);
                rows.append(data.priority[i]);
                rows.append(data.channel[i]);
                rows.append(data.team[i]);
                rows.append(data.csat[i]);
                rows.append(data.reopens[i]);
                rows.append(data.replies[i]);
                rows.endRow();
            }
        }
        sql.execute("create table t as select make_timestamp(created_s*1000000) as created, * from raw");
        sql.execute("drop table raw");
    }

    /** Their own query, with the measures that are asked for. */
    private static String measures(Percentiles asked) {
        String quantile = asked == Percentiles.APPROXIMATE ? "approx_quantile" : "quantile_cont";
        return asked == Percentiles.NONE
                ? KpiBench.KPIS.replace(TIMES, "").replace(TIME, "")
                : String.format(KpiBench.KPIS, quantile, quantile);
    }

    private static String query(Cut cut, Percentiles asked) {
        return cut == Cut.WEEKS
                ? "select date_trunc('week',created) w," + measures(asked) + " from t group by all"
                : "select priority,channel,team," + measures(asked) + " from t group by all";
    }

    private long run(Cut cut, Percentiles asked) {
        try {
            return (long) KpiBench.drain(sql, query(cut, asked));
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Map<Integer, double[]> cells(Cut cut, Percentiles asked) throws SQLException {
        String group = cut == Cut.WEEKS ? WEEKS : DIMENSIONS;
        Map<Integer, double[]> cells = new TreeMap<>();
        try (ResultSet row = sql.executeQuery("select " + group + " g," + measures(asked) + " from t group by all")) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                List<Double> cell = new ArrayList<>();
                for (int column = 2; column <= columns; column++) {
                    add(row.getObject(column), cell);
                }
                cells.put(row.getInt(1), cell.stream().mapToDouble(Double::doubleValue).toArray());
            }
        }
        return cells;
    }

    private static void add(Object value, List<Double> cell) throws SQLException {
        if (value instanceof Array list) {
            for (Object one : (Object[]) list.getArray()) {
                add(one, cell);
            }
        } else {
            cell.add(((Number) value).doubleValue());
        }
    }

    /**
     * All contenders in turn, after their cells have been compared.
     *
     * @param arguments the number of rows, 10 million without one, and the cuts to time, all without one
     */
    public static void main(String[] arguments) throws Exception {
        List<Cut> cuts = arguments.length < 2
                ? List.of(Cut.values())
                : Arrays.stream(arguments).skip(1).map(Cut::valueOf).toList();
        Data data = new Data(arguments.length == 0 ? 10_000_000 : Integer.parseInt(arguments[0]));
        KpiBenchmark library = new KpiBenchmark(new KpiTable(
                data.created,
                data.firstReply,
                data.resolution,
                data.priority,
                data.channel,
                data.team,
                data.csat,
                data.reopens,
                data.replies));
        try (DuckDBConnection connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:")) {
            KpiPeers duckdb = new KpiPeers(connection, data);
            for (Cut cut : Cut.values()) {
                KpiBenchmark.check(
                        "DuckDB and library, no percentiles, " + cut,
                        duckdb.cells(cut, Percentiles.NONE),
                        library.library(cut, Percentiles.NONE),
                        1e-12);
                KpiBenchmark.check(
                        "DuckDB and library, exact percentiles, " + cut,
                        duckdb.cells(cut, Percentiles.EXACT),
                        library.library(cut, Percentiles.EXACT),
                        1e-12);
            }
            library.checkApproximate();
            for (Cut cut : cuts) {
                for (Percentiles asked : Percentiles.values()) {
                    library.warmUp(cut, asked);
                    InTurn inTurn = InTurn.ofProcess(data.n, 1)
                            .add("DuckDB, " + cut + ", percentiles " + asked, () -> duckdb.run(cut, asked));
                    library.addTo(inTurn, cut, asked);
                    inTurn.print(System.out);
                }
            }
        }
    }
}

package dev.customerservice.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.customerservice.examples.Demo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * The whole river on a real log, against only parsing the same file: process CPU time of load, clocks, measures, {@code report.json} and
 * {@code index.html}.
 *
 * <p>Both run in turn in one virtual machine; the median of five runs counts, after two that warm up.
 */
public final class LogPipeline {
    private static final int WARM_UP = 2;
    private static final int RUNS = 5;
    private static final String LOG = "servicenow-incidents";

    private LogPipeline() {}

    /**
     * Prints the cost of both and their ratio.
     *
     * @param arguments the folder that holds the real logs, and the folder of docs/examples
     * @throws IOException if the log cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        Path packed = Path.of(arguments[0], LOG, "incident_event_log.csv.gz");
        Path meaning = Path.of(arguments[1], "src", "main", "resources", "logs", LOG);
        Path folder = Files.createTempDirectory("log-pipeline");
        Path csv = folder.resolve("log.csv");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
            Files.copy(in, csv);
        }
        double[] parse = new double[RUNS];
        double[] whole = new double[RUNS];
        long records = 0;
        for (int run = -WARM_UP; run < RUNS; run++) {
            long start = cpuNanos();
            records = parse(csv);
            long parsed = cpuNanos();
            report(csv, meaning, folder.resolve("report"));
            long reported = cpuNanos();
            if (run >= 0) {
                parse[run] = (parsed - start) / 1e6;
                whole[run] = (reported - parsed) / 1e6;
            }
        }
        Arrays.sort(parse);
        Arrays.sort(whole);
        System.out.printf(
                Locale.ROOT,
                "%d records, heap at most %d MB, CPU ms, median (min-max) of %d runs after %d%n"
                        + "parse into CsvRecord    %7.0f (%.0f-%.0f)%n"
                        + "whole river             %7.0f (%.0f-%.0f)%n"
                        + "ratio                   %7.2f%n",
                records,
                Runtime.getRuntime().maxMemory() >> 20,
                RUNS,
                WARM_UP,
                parse[RUNS / 2],
                parse[0],
                parse[RUNS - 1],
                whole[RUNS / 2],
                whole[0],
                whole[RUNS - 1],
                whole[RUNS / 2] / parse[RUNS / 2]);
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long parse(Path csv) {
        long fields = 0;
        long records = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
            for (CsvRecord found : reader) {
                fields += found.getFieldCount();
                records++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (fields < records) {
            throw new IllegalStateException("The log has records without fields.");
        }
        return records;
    }

    private static void report(Path csv, Path meaning, Path out) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        int status = Demo.run(
                nowhere,
                System.err,
                "-Dinput=" + csv,
                "-Dmapping=" + meaning.resolve("mapping.json"),
                "-Dpolicies=" + meaning.resolve("policies.json"),
                "-Dcalendars=" + meaning.resolve("calendars.json"),
                "-Dout=" + out);
        if (status != 0) {
            throw new IllegalStateException("The demo ended with status " + status + ".");
        }
    }
}

package dev.customerservice.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/** Contenders run in turn in one virtual machine, by the processor time of the thread: what a busy machine still tells. */
public final class InTurn {
    private static final int RUNS = 5;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Map<String, LongSupplier> contenders = new LinkedHashMap<>();
    private final int operations;
    private final int warmUp;
    private final LongSupplier processorTime;

    /**
     * Prepares a comparison.
     *
     * @param operations how many operations a run of a contender does
     * @param warmUp how many runs of each are thrown away, enough for the compiler of the virtual machine to be done
     */
    public InTurn(int operations, int warmUp) {
        this(operations, warmUp, THREADS::getCurrentThreadCpuTime);
    }

    private InTurn(int operations, int warmUp, LongSupplier processorTime) {
        this.operations = operations;
        this.warmUp = warmUp;
        this.processorTime = processorTime;
    }

    /**
     * Prepares a comparison by the processor time of the whole process, for contenders that work in threads of their own; the collector of
     * the virtual machine counts too.
     *
     * @param operations how many operations a run of a contender does
     * @param warmUp how many runs of each are thrown away
     * @return the comparison
     */
    public static InTurn ofProcess(int operations, int warmUp) {
        return new InTurn(operations, warmUp, PROCESS::getProcessCpuTime);
    }

    /**
     * Adds a contender; its answer is kept so that its work cannot be left out.
     *
     * @param name its name
     * @param contender a run of it
     * @return this comparison
     */
    public InTurn add(String name, LongSupplier contender) {
        contenders.put(name, contender);
        return this;
    }

    /**
     * Prints the median, the lowest and the highest of five runs, in nanoseconds for each operation, and how often it goes into the first.
     *
     * @param out where to
     */
    public void print(PrintStream out) {
        Map<String, double[]> times = new LinkedHashMap<>();
        contenders.keySet().forEach(name -> times.put(name, new double[RUNS]));
        long kept = 0;
        for (int run = -warmUp; run < RUNS; run++) {
            for (Map.Entry<String, LongSupplier> contender : contenders.entrySet()) {
                long start = processorTime.getAsLong();
                kept += contender.getValue().getAsLong();
                double nanos = (processorTime.getAsLong() - start) / (double) operations;
                if (run >= 0) {
                    times.computeIfAbsent(contender.getKey(), name -> new double[RUNS])[run] = nanos;
                }
            }
        }
        double first = 0;
        for (Map.Entry<String, double[]> entry : times.entrySet()) {
            double[] sorted = entry.getValue();
            Arrays.sort(sorted);
            double median = sorted[RUNS / 2];
            first = first == 0 ? median : first;
            out.printf(
                    Locale.ROOT,
                    "%-40s %8.1f ns (%.1f-%.1f)  %6.1f x%n",
                    entry.getKey(),
                    median,
                    sorted[0],
                    sorted[RUNS - 1],
                    first / median);
        }
        out.println("(" + kept + ")");
    }
}

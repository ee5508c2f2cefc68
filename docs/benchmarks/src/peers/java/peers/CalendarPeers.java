package peers;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.Holiday;
import dev.customerservice.domain.calendar.WeeklyHours;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/**
 * The library as one more contender of the peers' own benchmark, by JMH or, in {@link #main}, by CPU time in turn.
 *
 * <p>It stands in their package because their references are visible there only.
 */
public class CalendarPeers extends BusinessTimeBench {
    private static final int ROUNDS = 9;
    private static final int WARM_UP = 3;
    private static final long WINDOW_NANOS = 40_000_000L;

    private final long[] startNanos = new long[N];
    private final long[] endNanos = new long[N];
    private final long[] workNanos = new long[N];
    private final Duration[] durations = new Duration[N];
    private BusinessCalendar calendar;

    @Setup
    public void setUpLibrary() {
        calendar = BusinessCalendar.builder()
                .id("new-york")
                .zone(Cal.ZONE)
                .hours(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-17:00"))
                .addAllHolidays(Cal.HOLIDAYS.stream().map(Holiday::on).toList())
                .build();
        for (int k = 0; k < N; k++) {
            startNanos[k] = as[k] * 1_000_000_000L;
            endNanos[k] = bs[k] * 1_000_000_000L;
            workNanos[k] = work[k] * 1_000_000_000L;
            durations[k] = Duration.ofSeconds(work[k]);
            check(Cal.between(as[k], bs[k]), calendar.between(a[k], b[k]).getSeconds(), "library between");
            check(Cal.add(as[k], work[k]), calendar.plus(a[k], durations[k]).getEpochSecond(), "library plus");
        }
    }

    @Benchmark
    public Instant add_refGuessInstant() {
        i = (i + 1) & (N - 1);
        return Instant.ofEpochSecond(Cal.addGuess(a[i].getEpochSecond(), durations[i].getSeconds()));
    }

    @Benchmark
    public Duration between_library() {
        i = (i + 1) & (N - 1);
        return calendar.between(a[i], b[i]);
    }

    @Benchmark
    public long between_libraryNanos() {
        i = (i + 1) & (N - 1);
        return calendar.openNanosBefore(endNanos[i]) - calendar.openNanosBefore(startNanos[i]);
    }

    @Benchmark
    public Instant add_library() {
        i = (i + 1) & (N - 1);
        return calendar.plus(a[i], durations[i]);
    }

    @Benchmark
    public long add_libraryNanos() {
        i = (i + 1) & (N - 1);
        return calendar.plusNanos(startNanos[i], workNanos[i]);
    }

    /**
     * Contenders in turn by the CPU time of this thread: for a machine too busy for wall-clock figures.
     *
     * @param arguments parts of the names of the contenders that run, all of them if there are none
     */
    public static void main(String[] arguments) {
        for (String span : new String[] {"1h", "1d", "1m", "1y", "10y"}) {
            CalendarPeers x = new CalendarPeers();
            x.span = span;
            x.setUp();
            x.setUpLibrary();
            Map<String, Supplier<Object>> contenders = new LinkedHashMap<>();
            contenders.put("between refIndex", x::between_refIndex);
            contenders.put("between refIndexInstant", x::between_refIndexInstant);
            contenders.put("between library", x::between_library);
            contenders.put("between libraryNanos", x::between_libraryNanos);
            contenders.put("between naive", x::between_naive);
            contenders.put("between businessCalendar4j", x::between_businessCalendar4j);
            contenders.put("plus refGuess", x::add_refGuess);
            contenders.put("plus refGuessInstant", x::add_refGuessInstant);
            contenders.put("plus refSearch", x::add_refSearch);
            contenders.put("plus refSearchInstant", x::add_refSearchInstant);
            contenders.put("plus library", x::add_library);
            contenders.put("plus libraryNanos", x::add_libraryNanos);
            contenders.put("plus naive", x::add_naive);
            contenders.put("plus jbpm", x::add_jbpm);
            contenders.keySet().removeIf(name -> arguments.length > 0 && Arrays.stream(arguments).noneMatch(name::contains));
            print(span, contenders);
        }
    }

    private static void print(String span, Map<String, Supplier<Object>> contenders) {
        Map<String, double[]> nanos = new LinkedHashMap<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (Map.Entry<String, Supplier<Object>> contender : contenders.entrySet()) {
                double one = nanosPerCall(contender.getValue());
                if (round >= 0) {
                    nanos.computeIfAbsent(contender.getKey(), name -> new double[ROUNDS])[round] = one;
                }
            }
        }
        nanos.forEach((name, values) -> {
            Arrays.sort(values);
            System.out.printf(
                    "%-4s %-28s %12.1f CPU ns (%.1f-%.1f)%n",
                    span, name, values[ROUNDS / 2], values[0], values[ROUNDS - 1]);
        });
    }

    private static double nanosPerCall(Supplier<Object> contender) {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long start = thread.getCurrentThreadCpuTime();
        long now = start;
        long calls = 0;
        long batch = 1;
        int hash = 0;
        while (now - start < WINDOW_NANOS) {
            for (long k = 0; k < batch; k++) {
                hash += contender.get().hashCode();
            }
            calls += batch;
            batch = Math.min(2 * batch, 20_000);
            now = thread.getCurrentThreadCpuTime();
        }
        if (hash == 42) {
            System.out.print(' ');
        }
        return (now - start) / (double) calls;
    }
}

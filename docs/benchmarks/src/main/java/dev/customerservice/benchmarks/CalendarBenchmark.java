package dev.customerservice.benchmarks;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.Holiday;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.time.EpochNanos;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Open time between two instants, open time added, and a calendar of forty years compiled, beside a walk over the days
 * with java.time. Monday to Friday 09:00 to 17:00 in New York, eleven holidays a year.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class CalendarBenchmark {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalTime OPEN = LocalTime.of(9, 0);
    private static final LocalTime CLOSE = LocalTime.of(17, 0);
    private static final int FIRST_YEAR = 2005;
    private static final int LAST_YEAR = 2044;
    private static final int QUESTIONS = 256;

    private static final Set<LocalDate> HOLIDAYS = new HashSet<>(IntStream.rangeClosed(FIRST_YEAR, LAST_YEAR)
            .boxed()
            .flatMap(CalendarBenchmark::holidays)
            .toList());

    /** How much wall time lies between the two instants. */
    @Param({"PT1H", "PT24H", "PT720H", "PT8760H", "PT87648H"})
    private String span = "PT1H";

    private final Instant[] starts = new Instant[QUESTIONS];
    private final Instant[] ends = new Instant[QUESTIONS];
    private final Duration[] work = new Duration[QUESTIONS];
    private BusinessCalendar calendar = calendar();
    private int question;

    /** Makes the benchmark; JMH calls it. */
    public CalendarBenchmark() {}

    private static Stream<LocalDate> holidays(int year) {
        return Stream.of(
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 1, 1).with(dayOfWeekInMonth(3, MONDAY)),
                LocalDate.of(year, 2, 1).with(dayOfWeekInMonth(3, MONDAY)),
                LocalDate.of(year, 5, 1).with(lastInMonth(MONDAY)),
                LocalDate.of(year, 6, 19),
                LocalDate.of(year, 7, 4),
                LocalDate.of(year, 9, 1).with(dayOfWeekInMonth(1, MONDAY)),
                LocalDate.of(year, 10, 1).with(dayOfWeekInMonth(2, MONDAY)),
                LocalDate.of(year, 11, 11),
                LocalDate.of(year, 11, 1).with(dayOfWeekInMonth(4, THURSDAY)),
                LocalDate.of(year, 12, 25));
    }

    /**
     * Writes the calendar down.
     *
     * @return a calendar that has not been asked yet
     */
    static BusinessCalendar calendar() {
        return BusinessCalendar.builder()
                .id("new-york")
                .zone(ZONE)
                .hours(WeeklyHours.of(MONDAY, FRIDAY, "09:00-17:00"))
                .addAllHolidays(HOLIDAYS.stream().map(Holiday::on).toList())
                .build();
    }

    /** Draws the questions and checks both contenders against each other. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(7);
        calendar = calendar();
        long first = LocalDate.of(2015, 1, 1).toEpochDay() * 24 * 60 * 60;
        for (int i = 0; i < QUESTIONS; i++) {
            starts[i] = calendar.nextOpening(Instant.ofEpochSecond(first + random.nextLong(2L * 365 * 24 * 60 * 60)))
                    .plusSeconds(random.nextLong(8L * 60 * 60));
            ends[i] = starts[i].plus(Duration.parse(span));
            work[i] = calendar.between(starts[i], ends[i]);
            if (!work[i].equals(walkedBetween(starts[i], ends[i]))
                    || !calendar.plus(starts[i], work[i].plusSeconds(60))
                            .equals(walkedPlus(starts[i], work[i].plusSeconds(60)))) {
                throw new IllegalStateException("The contenders disagree from " + starts[i] + " over " + span + ".");
            }
        }
    }

    private int next() {
        question = (question + 1) % QUESTIONS;
        return question;
    }

    /** {@return the open time between two instants} */
    @Benchmark
    public Duration between() {
        int i = next();
        return calendar.between(starts[i], ends[i]);
    }

    /** {@return the same in epoch nanoseconds} */
    @Benchmark
    public long betweenNanos() {
        int i = next();
        return calendar.openNanosBefore(EpochNanos.of(ends[i])) - calendar.openNanosBefore(EpochNanos.of(starts[i]));
    }

    /** {@return the same by a walk over the days} */
    @Benchmark
    public Duration betweenByWalk() {
        int i = next();
        return walkedBetween(starts[i], ends[i]);
    }

    /** {@return the instant by which some open time has passed} */
    @Benchmark
    public Instant plus() {
        int i = next();
        return calendar.plus(starts[i], work[i]);
    }

    /** {@return the same by a walk over the days} */
    @Benchmark
    public Instant plusByWalk() {
        int i = next();
        return walkedPlus(starts[i], work[i]);
    }

    /** {@return the open time of forty years, by a calendar that is compiled for the question} */
    @Benchmark
    public Duration fortyYearsCompiled() {
        return calendar().between(Instant.parse("2005-01-02T00:00:00Z"), Instant.parse("2044-12-31T00:00:00Z"));
    }

    /** {@return the same by a walk over the days} */
    @Benchmark
    public Duration fortyYearsByWalk() {
        return walkedBetween(Instant.parse("2005-01-02T00:00:00Z"), Instant.parse("2044-12-31T00:00:00Z"));
    }

    private static boolean isWorkday(LocalDate date) {
        return date.getDayOfWeek() != SATURDAY && date.getDayOfWeek() != SUNDAY && !HOLIDAYS.contains(date);
    }

    private static Duration walkedBetween(Instant start, Instant end) {
        Duration open = Duration.ZERO;
        LocalDate last = end.atZone(ZONE).toLocalDate();
        for (LocalDate date = start.atZone(ZONE).toLocalDate(); !date.isAfter(last); date = date.plusDays(1)) {
            if (isWorkday(date)) {
                Instant from = later(date.atTime(OPEN).atZone(ZONE).toInstant(), start);
                Instant closing = date.atTime(CLOSE).atZone(ZONE).toInstant();
                Instant to = closing.isAfter(end) ? end : closing;
                if (from.isBefore(to)) {
                    open = open.plus(Duration.between(from, to));
                }
            }
        }
        return open;
    }

    private static Instant walkedPlus(Instant start, Duration openTime) {
        Duration left = openTime;
        LocalDate date = start.atZone(ZONE).toLocalDate();
        while (true) {
            if (isWorkday(date)) {
                Instant from = later(date.atTime(OPEN).atZone(ZONE).toInstant(), start);
                Instant closing = date.atTime(CLOSE).atZone(ZONE).toInstant();
                if (from.isBefore(closing)) {
                    Duration open = Duration.between(from, closing);
                    if (open.compareTo(left) >= 0) {
                        return from.plus(left);
                    }
                    left = left.minus(open);
                }
            }
            date = date.plusDays(1);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

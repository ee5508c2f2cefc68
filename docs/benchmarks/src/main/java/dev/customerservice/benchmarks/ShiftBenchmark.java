package dev.customerservice.benchmarks;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.roles.shift.Coverage;
import dev.customerservice.roles.shift.CoverageModel;
import dev.customerservice.roles.shift.CoverageModel.Station;
import dev.customerservice.roles.shift.Requirement;
import dev.customerservice.roles.shift.Roster;
import dev.customerservice.roles.shift.Roster.Duty;
import dev.customerservice.roles.shift.Shift;
import dev.customerservice.roles.shift.ShiftPattern;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A year of follow-the-sun coverage for 500 people in three zones, five dates on and two off with starts a few minutes apart, beside the bare
 * sorting of the edges of their shifts.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class ShiftBenchmark {
    private static final int PEOPLE = 500;
    private static final LocalDate FIRST = LocalDate.of(2025, 12, 31);
    private static final LocalDate AFTER = LocalDate.of(2027, 1, 2);
    private static final Interval YEAR =
            new Interval(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));
    private static final Requirement REQUIREMENT = Requirement.of(YEAR, 100);
    private static final List<ZoneId> ZONES =
            List.of(ZoneId.of("Europe/Berlin"), ZoneId.of("America/New_York"), ZoneId.of("Asia/Singapore"));

    private Roster roster = Roster.of();
    private CoverageModel model = CoverageModel.followTheSun(Station.of(pattern(0)));
    private long[] edges = {};

    private static ShiftPattern pattern(int person) {
        int start = 7 * 60 + person * 7 % 180;
        int end = start + 8 * 60;
        String hours = String.format(Locale.ROOT, "%02d:%02d-%02d:%02d", start / 60, start % 60, end / 60, end % 60);
        ZoneId zone = ZONES.get(person % ZONES.size());
        return ShiftPattern.rotating("p" + person, zone, hours, FIRST.plusDays(person % 7), 5, 2);
    }

    /** Prepares the shifts, and stops if the ways to the coverage differ. */
    @Setup
    public void prepare() {
        List<Duty> duties = new ArrayList<>();
        List<Station> stations = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            stations.add(Station.of(pattern(person)));
            for (Shift shift : pattern(person).shifts(FIRST, AFTER)) {
                duties.add(new Duty(AgentId.of("p" + person), RoleId.of("support"), shift));
            }
        }
        roster = Roster.of(duties);
        model = CoverageModel.followTheSun(stations.toArray(new Station[0]));
        edges = new long[2 * duties.size()];
        for (int i = 0; i < duties.size(); i++) {
            Interval during = duties.get(i).shift().interval();
            edges[2 * i] = EpochNanos.of(during.startInclusive());
            edges[2 * i + 1] = EpochNanos.of(during.endExclusive());
        }
        Duration ofRoster = rosterCoverage().shortfall();
        if (ofRoster.isZero() || !ofRoster.equals(modelCoverage().shortfall())) {
            throw new IllegalStateException(
                    ofRoster + " is not " + modelCoverage().shortfall());
        }
    }

    /** {@return the edges of all shifts, sorted} */
    @Benchmark
    public long[] sortEdges() {
        long[] sorted = edges.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** {@return the coverage by a roster} */
    @Benchmark
    public Coverage rosterCoverage() {
        return roster.coverage(REQUIREMENT, YEAR);
    }

    /** {@return the coverage by the patterns of all people, from dates on} */
    @Benchmark
    public Coverage modelCoverage() {
        return model.coverage(REQUIREMENT, YEAR);
    }

    /**
     * Runs all in turn.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        ShiftBenchmark contenders = new ShiftBenchmark();
        contenders.prepare();
        System.out.println(contenders.edges.length + " edges, " + contenders.rosterCoverage());
        new InTurn(1, 30)
                .add("coverage by a roster, its gaps counted", () -> {
                    Coverage coverage = contenders.rosterCoverage();
                    return coverage.shortfall().toMinutes() + coverage.gaps().size();
                })
                .add("sorting the edges", () -> contenders.sortEdges()[1])
                .print(System.out);
        new InTurn(1, 30)
                .add("coverage by patterns, its gaps counted", () -> {
                    Coverage coverage = contenders.modelCoverage();
                    return coverage.shortfall().toMinutes() + coverage.gaps().size();
                })
                .add("sorting the edges", () -> contenders.sortEdges()[1])
                .print(System.out);
    }
}

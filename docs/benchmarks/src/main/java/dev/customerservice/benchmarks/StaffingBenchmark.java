package dev.customerservice.benchmarks;

import dev.customerservice.roles.staffing.ErlangA;
import dev.customerservice.roles.staffing.ErlangC;
import dev.customerservice.roles.staffing.ServiceLevelGoal;
import dev.customerservice.roles.staffing.Shrinkage;
import dev.customerservice.roles.staffing.StaffingRequirement;
import dev.customerservice.roles.staffing.Workload;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
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
 * The least number of agents for 80 % in 20 s at 180 s handle time: the search of the library, its full result, and the peers' reference, which
 * takes 1/B as a falling sum and carries it on.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class StaffingBenchmark {
    private static final ServiceLevelGoal GOAL = ServiceLevelGoal.of("80% in 20s");
    private static final Shrinkage SHRINKAGE = Shrinkage.of("0.30");
    private static final ErlangA PATIENT = ErlangA.of(Duration.ofMinutes(5));
    private static final double TARGET = 0.8;
    private static final double THRESHOLD = 20.0 / 180;

    /** The offered load in Erlang. */
    @Param({"10", "100", "1000", "10000"})
    public int erlangs;

    private double load;
    private Workload work = Workload.ofLoad(BigDecimal.ONE);

    /** Prepares the workload, and stops if the two searches differ. */
    @Setup
    public void prepare() {
        load = erlangs;
        work = Workload.of(10L * erlangs, Duration.ofMinutes(30), Duration.ofMinutes(3));
        if (search() != reference() || full().onDuty() != reference()) {
            throw new IllegalStateException(search() + " agents are not " + reference());
        }
    }

    /** {@return the answer of the reference} */
    @Benchmark
    public int reference() {
        return reference(load, TARGET, THRESHOLD);
    }

    private static int reference(double load, double target, double threshold) {
        int agents = (int) load + 1;
        double inverse = 1;
        double term = 1;
        for (int k = agents; k > 0; k--) {
            term *= k / load;
            inverse += term;
            if (term < inverse * 1e-17) {
                break;
            }
        }
        while (true) {
            double blocked = 1 / inverse;
            double waiting = agents * blocked / (agents - load * (1 - blocked));
            if (1 - waiting * Math.exp(-(agents - load) * threshold) >= target) {
                return agents;
            }
            agents++;
            inverse = 1 + inverse * agents / load;
        }
    }

    /** {@return the answer of the library alone} */
    @Benchmark
    public int search() {
        return ErlangC.model().agents(work, GOAL);
    }

    /** {@return the full result, with all measures and the people to schedule} */
    @Benchmark
    public StaffingRequirement full() {
        return ErlangC.model().require(work, GOAL, SHRINKAGE);
    }

    /** {@return the answer of Erlang A} */
    @Benchmark
    public int patient() {
        return PATIENT.agents(work, GOAL);
    }

    /**
     * Runs all in turn at each load, a thousand times a run.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        for (int erlangs : new int[] {10, 100, 1000, 10_000}) {
            StaffingBenchmark contenders = new StaffingBenchmark();
            contenders.erlangs = erlangs;
            contenders.prepare();
            System.out.println(erlangs + " Erlang: " + contenders.search() + " agents");
            new InTurn(1000, 20)
                    .add("reference, falling sum", () -> times(contenders::reference))
                    .add("library, search alone", () -> times(contenders::search))
                    .add(
                            "library, full result",
                            () -> times(() -> contenders.full().scheduled()))
                    .add("library, Erlang A", () -> times(contenders::patient))
                    .print(System.out);
        }
    }

    private interface Answer {
        int agents();
    }

    private static long times(Answer answer) {
        long sum = 0;
        for (int i = 0; i < 1000; i++) {
            sum += answer.agents();
        }
        return sum;
    }
}

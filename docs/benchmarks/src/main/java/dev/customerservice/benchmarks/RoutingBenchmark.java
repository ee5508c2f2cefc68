package dev.customerservice.benchmarks;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.roles.routing.Candidate;
import dev.customerservice.roles.routing.Drain;
import dev.customerservice.roles.routing.QueueOrder;
import dev.customerservice.roles.routing.Routing;
import dev.customerservice.roles.routing.RoutingPolicy;
import dev.customerservice.roles.routing.RoutingTeam;
import dev.customerservice.roles.routing.WorkItem;
import dev.customerservice.roles.skill.SkillId;
import dev.customerservice.roles.skill.SkillRequirement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
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
 * A queue handed out to a tenth as many agents with skills, by the index of the library and by scoring every pair: with the policy of the
 * library as a lambda, written by hand over maps of skills, and written by hand over arrays of levels.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class RoutingBenchmark {
    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    private static final int SKILLS = 40;
    private static final int CAPACITY = 12;
    private static final List<Priority> PRIORITIES =
            List.of(Priority.LOW, Priority.NORMAL, Priority.HIGH, Priority.URGENT);
    private static final RoutingPolicy POLICY =
            RoutingPolicy.requireSkills().then(RoutingPolicy.withinCapacity()).then(RoutingPolicy.leastOccupied());
    private static final RoutingPolicy LAMBDA = among -> POLICY.narrow(among.keep("NEVER", anybody -> true));

    /** How much work waits. */
    @Param({"10000"})
    public int works;

    private List<WorkItem> queue = List.of();
    private RoutingTeam team = RoutingTeam.of();
    private List<Map<SkillId, Integer>> skills = List.of();
    private int[][] levels = {};
    private final Map<SkillId, Integer> columns = new HashMap<>();

    /** Draws the queue and the team, and stops if two contenders give different answers. */
    @Setup
    public void prepare() {
        draw();
        long wanted = index();
        if (overMaps() != wanted || overArrays() != wanted) {
            throw new IllegalStateException("The contenders give different answers.");
        }
    }

    private void draw() {
        SplittableRandom random = new SplittableRandom(17);
        for (int skill = 0; skill < SKILLS; skill++) {
            columns.put(SkillId.of("skill-" + skill), skill);
        }
        List<Candidate> people = new ArrayList<>();
        skills = new ArrayList<>();
        levels = new int[works / 10][SKILLS];
        for (int agent = 0; agent < works / 10; agent++) {
            Map<SkillId, Integer> known = new HashMap<>();
            for (int i = 4 + random.nextInt(5); i > 0; i--) {
                int skill = random.nextInt(SKILLS);
                levels[agent][skill] = 1 + random.nextInt(5);
                known.put(SkillId.of("skill-" + skill), levels[agent][skill]);
            }
            skills.add(known);
            people.add(Candidate.builder()
                    .agent(AgentId.of("agent-%06d".formatted(agent)))
                    .skills(known)
                    .capacity(CAPACITY)
                    .build());
        }
        team = RoutingTeam.of(people);
        queue = new ArrayList<>();
        for (int work = 0; work < works; work++) {
            List<SkillRequirement> needs = new ArrayList<>();
            int first = random.nextInt(SKILLS);
            needs.add(need(first, 1 + random.nextInt(3)));
            if (random.nextInt(3) == 0) {
                needs.add(need((first + 1 + random.nextInt(3)) % SKILLS, 1));
            }
            queue.add(WorkItem.builder()
                    .id(TicketId.of("work-%06d".formatted(work)))
                    .queuedAt(NOW.minus(Duration.ofSeconds(random.nextInt(7200))))
                    .channel(Channel.EMAIL)
                    .priority(PRIORITIES.get(random.nextInt(PRIORITIES.size())))
                    .requires(needs)
                    .build());
        }
    }

    private static SkillRequirement need(int skill, int level) {
        return new SkillRequirement(SkillId.of("skill-" + skill), level, 1, 1, Optional.empty());
    }

    private static long sum(Drain drain) {
        long sum = 0;
        for (Routing routing : drain.routings()) {
            sum = 31 * sum
                    + routing.agent()
                            .map(agent -> 1 + Long.parseLong(agent.value(), 6, 12, 10))
                            .orElse(0L);
        }
        return sum;
    }

    /** {@return a sum of who gets what, by the index} */
    @Benchmark
    public long index() {
        return sum(POLICY.drain(queue, team, NOW));
    }

    /** {@return the same sum, by the policy of the library without an index} */
    @Benchmark
    public long lambda() {
        return sum(LAMBDA.drain(queue, team, NOW));
    }

    /** {@return the same sum, by a loop over everybody that looks skills up in maps} */
    @Benchmark
    public long overMaps() {
        int[] load = new int[skills.size()];
        long[] turn = new long[load.length];
        long taken = 0;
        long sum = 0;
        for (WorkItem work : QueueOrder.standard().sort(queue, NOW)) {
            int best = -1;
            double score = 0;
            for (int agent = 0; agent < load.length; agent++) {
                if (load[agent] + 1 <= CAPACITY && fits(work, skills.get(agent))) {
                    double occupied = (double) load[agent] / CAPACITY;
                    if (best < 0 || occupied < score || (occupied == score && turn[agent] < turn[best])) {
                        best = agent;
                        score = occupied;
                    }
                }
            }
            if (best >= 0) {
                load[best]++;
                turn[best] = ++taken;
            }
            sum = 31 * sum + best + 1;
        }
        return sum;
    }

    private static boolean fits(WorkItem work, Map<SkillId, Integer> known) {
        for (SkillRequirement need : work.requires()) {
            Integer level = known.get(need.skill());
            if (level == null || level < need.level()) {
                return false;
            }
        }
        return true;
    }

    /** {@return the same sum, by a loop over everybody that reads levels out of arrays} */
    @Benchmark
    public long overArrays() {
        int[] load = new int[levels.length];
        long[] turn = new long[load.length];
        long taken = 0;
        long sum = 0;
        for (WorkItem work : QueueOrder.standard().sort(queue, NOW)) {
            int[] column = new int[work.requires().size()];
            int[] least = new int[column.length];
            for (int i = 0; i < column.length; i++) {
                column[i] = Objects.requireNonNull(
                        columns.get(work.requires().get(i).skill()));
                least[i] = work.requires().get(i).level();
            }
            int best = -1;
            for (int agent = 0; agent < load.length; agent++) {
                if (load[agent] < CAPACITY
                        && fits(levels[agent], column, least)
                        && (best < 0
                                || load[agent] < load[best]
                                || (load[agent] == load[best] && turn[agent] < turn[best]))) {
                    best = agent;
                }
            }
            if (best >= 0) {
                load[best]++;
                turn[best] = ++taken;
            }
            sum = 31 * sum + best + 1;
        }
        return sum;
    }

    private static boolean fits(int[] levels, int[] column, int[] least) {
        for (int i = 0; i < column.length; i++) {
            if (levels[column[i]] < least[i]) {
                return false;
            }
        }
        return true;
    }

    /** {@return the length of one explanation, which looks at everybody again, after the queue was handed out} */
    @Benchmark
    public long explained() {
        Drain drain = POLICY.drain(queue, team, NOW);
        return drain.routings().get(works / 2).explain().toText().length();
    }

    private static RoutingBenchmark of(int works) {
        RoutingBenchmark contenders = new RoutingBenchmark();
        contenders.works = works;
        contenders.prepare();
        return contenders;
    }

    /** {@return a number of the queue in order, which every contender needs first} */
    private long order() {
        return QueueOrder.standard()
                .sort(queue, NOW)
                .get(works / 2)
                .id()
                .value()
                .hashCode();
    }

    private InTurn inTurn(int warmUp) {
        System.out.println(works + " works, " + works / 10 + " agents; a work:");
        return new InTurn(works, warmUp);
    }

    /**
     * Runs all in turn at four sizes, if they agree, after the virtual machine has seen each of them often; then the policy of the library with and
     * without its index.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        RoutingBenchmark small = of(2_500);
        for (int run = 0; run < 400; run++) {
            small.index();
            small.explained();
            small.overArrays();
            if (run % 20 == 0) {
                small.overMaps();
                small.lambda();
            }
        }
        for (int works : new int[] {2_500, 5_000, 10_000, 20_000}) {
            RoutingBenchmark contenders = of(works);
            contenders
                    .inTurn(3)
                    .add("scoring every pair, maps of skills", contenders::overMaps)
                    .add("scoring every pair, arrays", contenders::overArrays)
                    .add("this library, index", contenders::index)
                    .add("this library, index and one explanation", contenders::explained)
                    .add("putting the queue in order alone", contenders::order)
                    .print(System.out);
        }
        RoutingBenchmark contenders = of(10_000);
        contenders
                .inTurn(1)
                .add("this library, scoring every pair", contenders::lambda)
                .add("this library, index", contenders::index)
                .print(System.out);
    }
}

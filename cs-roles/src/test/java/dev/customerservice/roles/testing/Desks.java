package dev.customerservice.roles.testing;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.roles.routing.Candidate;
import dev.customerservice.roles.routing.CapacityPolicy;
import dev.customerservice.roles.routing.CapacityRules;
import dev.customerservice.roles.routing.RoutingTeam;
import dev.customerservice.roles.routing.WorkItem;
import dev.customerservice.roles.routing.WorkState;
import dev.customerservice.roles.skill.SkillId;
import dev.customerservice.roles.skill.SkillRequirement;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Small teams and queues in which everything that policies look at varies, and comes often enough to meet. */
public final class Desks {

    /** The instant at which work is handed out. */
    public static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private static final List<SkillId> SKILLS = List.of(SkillId.of("de"), SkillId.of("fr"), SkillId.of("billing"));
    private static final List<Channel> CHANNELS = List.of(Channel.EMAIL, Channel.CHAT, Channel.PHONE);
    private static final List<Priority> PRIORITIES =
            List.of(Priority.LOW, Priority.NORMAL, Priority.HIGH, Priority.URGENT);
    private static final List<BigDecimal> WEIGHTS =
            List.of(BigDecimal.ONE, new BigDecimal("0.5"), BigDecimal.valueOf(2), BigDecimal.ZERO);
    private static final CapacityPolicy RULES = CapacityRules.builder()
            .weigh(Channel.EMAIL, "0.3")
            .weigh(WorkState.PAUSED, "0")
            .putChannelLimit(Channel.CHAT, BigDecimal.valueOf(2))
            .build();

    private Desks() {}

    /** {@return teams of nobody to eight people} */
    public static Arbitrary<RoutingTeam> teams() {
        return Arbitraries.longs().map(Desks::team);
    }

    /**
     * Makes a team.
     *
     * @param seed what it is drawn from
     * @return a team of nobody to eight people, the same for the same seed
     */
    public static RoutingTeam team(long seed) {
        return team(new Random(seed));
    }

    /** {@return queues of nothing to twelve pieces of work} */
    public static Arbitrary<List<WorkItem>> queues() {
        return Arbitraries.longs().map(Desks::queue);
    }

    /**
     * Makes a queue.
     *
     * @param seed what it is drawn from
     * @return a queue of nothing to twelve pieces of work, the same for the same seed
     */
    public static List<WorkItem> queue(long seed) {
        return queue(new Random(seed));
    }

    private static RoutingTeam team(Random random) {
        List<Candidate> people = new ArrayList<>();
        int size = random.nextInt(9);
        for (int i = 0; i < size; i++) {
            people.add(candidate("a" + i, random));
        }
        return RoutingTeam.of(people).withCapacityPolicy(random.nextBoolean() ? RULES : CapacityPolicy.standard());
    }

    private static Candidate candidate(String id, Random random) {
        Map<SkillId, Integer> skills = new HashMap<>();
        SKILLS.forEach(skill -> {
            if (random.nextInt(3) > 0) {
                skills.put(skill, 1 + random.nextInt(3));
            }
        });
        int chats = random.nextInt(3);
        return Candidate.builder()
                .agent(AgentId.of(id))
                .role(RoleId.of(random.nextBoolean() ? "associate" : "engineer"))
                .skills(skills)
                .onDuty(random.nextInt(5) > 0)
                .onDutySince(maybe(random, NOW.minus(Duration.ofMinutes(random.nextInt(40)))))
                .capacity(BigDecimal.valueOf(random.nextInt(6)))
                .load(BigDecimal.valueOf(chats + random.nextInt(3)))
                .channelLoads(
                        chats == 0
                                ? Map.of()
                                : Map.of(
                                        random.nextInt(4) == 0 ? Channel.PHONE : Channel.CHAT,
                                        BigDecimal.valueOf(chats)))
                .channelLimits(random.nextInt(3) == 0 ? Map.of(Channel.EMAIL, new BigDecimal("1.5")) : Map.of())
                .lastAssignedAt(maybe(random, NOW.minus(Duration.ofMinutes(random.nextInt(3)))))
                .lastAssignedSequence(random.nextInt(2))
                .highestPriority(maybe(random, Priority.NORMAL))
                .permissions(random.nextBoolean() ? Set.of("refund") : Set.of())
                .assigned(BigDecimal.valueOf(random.nextInt(4)))
                .availableTime(Duration.ofHours(random.nextInt(4)))
                .entitlement(random.nextBoolean() ? BigDecimal.ONE : new BigDecimal("0.5"))
                .build();
    }

    private static List<WorkItem> queue(Random random) {
        List<WorkItem> works = new ArrayList<>();
        int size = random.nextInt(13);
        for (int i = 0; i < size; i++) {
            works.add(work("t" + i, random));
        }
        return works;
    }

    private static WorkItem work(String id, Random random) {
        List<SkillRequirement> needs = new ArrayList<>();
        SKILLS.forEach(skill -> {
            if (random.nextInt(3) == 0) {
                needs.add(new SkillRequirement(skill, 1 + random.nextInt(3), 1, 1, Optional.empty()));
            }
        });
        Set<AgentId> declined = new HashSet<>();
        while (random.nextInt(3) == 0) {
            declined.add(AgentId.of("a" + random.nextInt(8)));
        }
        Instant queuedAt = NOW.minus(Duration.ofMinutes(random.nextInt(60)));
        return WorkItem.builder()
                .id(TicketId.of(id))
                .queuedAt(queuedAt)
                .dueAt(maybe(random, queuedAt.plus(Duration.ofMinutes(random.nextInt(90)))))
                .channel(CHANNELS.get(random.nextInt(CHANNELS.size())))
                .priority(PRIORITIES.get(random.nextInt(PRIORITIES.size())))
                .requires(needs)
                .openToAll(needs.isEmpty())
                .weight(WEIGHTS.get(random.nextInt(WEIGHTS.size())))
                .owner(maybe(random, AgentId.of("a" + random.nextInt(9))))
                .permissions(random.nextInt(4) == 0 ? Set.of("refund") : Set.of())
                .declinedBy(declined)
                .build();
    }

    private static <T> Optional<T> maybe(Random random, T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }
}

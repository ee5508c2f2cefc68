package dev.customerservice.roles.routing;

import static dev.customerservice.roles.routing.Desk.ANA;
import static dev.customerservice.roles.routing.Desk.BEN;
import static dev.customerservice.roles.routing.Desk.BILLING;
import static dev.customerservice.roles.routing.Desk.CHI;
import static dev.customerservice.roles.routing.Desk.FRENCH;
import static dev.customerservice.roles.routing.Desk.GERMAN;
import static dev.customerservice.roles.routing.Desk.MONDAY_NOON;
import static dev.customerservice.roles.routing.Desk.codes;
import static dev.customerservice.roles.routing.Desk.person;
import static dev.customerservice.roles.routing.Desk.work;
import static dev.customerservice.roles.routing.RoutingPolicy.requireSkills;
import static dev.customerservice.roles.routing.RoutingPolicy.withinCapacity;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.RoleId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.routing.Overflow.Passage;
import dev.customerservice.roles.routing.Overflow.Step;
import dev.customerservice.roles.routing.SkillCoverage.Group;
import dev.customerservice.roles.routing.SurgePlan.Surge;
import dev.customerservice.roles.skill.SkillId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where work goes when a team does not suffice: on to others, to a reserve, or nowhere, and then it says so. */
class OverflowTest {

    private static final TeamId FIRST = TeamId.of("first-line");
    private static final TeamId SECOND = TeamId.of("second-line");
    private static final Overflow CHAIN = Overflow.from(FIRST).then(SECOND, Duration.ofMinutes(10));
    private static final RoutingPolicy POLICY = requireSkills().then(withinCapacity());
    private static final Candidate BUSY =
            person(ANA, 1).knows(GERMAN, 2).load(BigDecimal.ONE).build();
    private static final Candidate FREE = person(BEN, 1).knows(GERMAN, 2).build();

    @Test
    void theNextTeamIsAskedWhenTheTimeHasCome() {
        Map<TeamId, RoutingTeam> teams = Map.of(FIRST, RoutingTeam.of(BUSY), SECOND, RoutingTeam.of(FREE));
        WorkItem work = work("t1", GERMAN, 1).build();
        Instant ten = MONDAY_NOON.plus(Duration.ofMinutes(10));
        Passage waits = CHAIN.route(work, POLICY, teams, ten.minusNanos(1));
        assertEquals(List.of(FIRST), List.copyOf(waits.tries().keySet()));
        assertEquals(List.of(SECOND), waits.open());
        assertFalse(waits.isDeadEnd());
        Passage moved = CHAIN.route(work, POLICY, teams, ten);
        assertEquals(SECOND, moved.team());
        assertEquals(Optional.of(BEN), moved.routing().agent());
        assertEquals(List.of(), moved.open());
    }

    @Test
    void aRingThatOpensLaterIsWaitedFor() {
        Overflow alone = Overflow.from(FIRST);
        Candidate french = person(CHI, 1).knows(FRENCH, 2).build();
        Map<TeamId, RoutingTeam> teams = Map.of(FIRST, RoutingTeam.of(french), SECOND, RoutingTeam.of(FREE));
        SkillRings rings = SkillRings.of(
                SkillRings.Ring.strict(Duration.ofMinutes(5)),
                SkillRings.Ring.strict(Duration.ofMinutes(5)).withWaived(GERMAN.skillId()));
        RoutingPolicy widening = RoutingPolicy.rings(rings).then(withinCapacity());
        WorkItem german = work("t1", GERMAN, 1).build();
        assertFalse(alone.route(german, widening, teams, MONDAY_NOON).isDeadEnd());
        Reason refused = Objects.requireNonNull(alone.route(german, widening, teams, MONDAY_NOON)
                .routing()
                .explain()
                .verdicts()
                .get(CHI));
        assertEquals(new Detail.Span(Duration.ofMinutes(5)), refused.values().get("opensAfter"));
        assertEquals(
                List.of(SECOND),
                CHAIN.route(german, widening, teams, MONDAY_NOON).open());
        WorkItem billing = work("t2", BILLING, 1).build();
        assertTrue(alone.route(billing, widening, teams, MONDAY_NOON).isDeadEnd());
        Instant later = MONDAY_NOON.plus(Duration.ofMinutes(5));
        assertTrue(alone.route(german, widening, teams, later).routing().isAssigned());
        assertTrue(alone.route(billing, widening, teams, later).isDeadEnd());
    }

    @Test
    void whoIsBusyIsRememberedWhenAnotherPolicyFindsNobodyEither() {
        RoutingPolicy germans = requireSkills().then(withinCapacity());
        RoutingPolicy first = germans.orElse(RoutingPolicy.inRole(RoleId.of("engineer")));
        WorkItem german = work("t1", GERMAN, 1).build();
        Map<TeamId, RoutingTeam> teams = Map.of(FIRST, RoutingTeam.of(BUSY), SECOND, RoutingTeam.of(FREE));
        assertFalse(
                Overflow.from(FIRST).route(german, first, teams, MONDAY_NOON).isDeadEnd());
        assertEquals(
                List.of(SECOND), CHAIN.route(german, first, teams, MONDAY_NOON).open());
        RoutingPolicy turned = RoutingPolicy.inRole(RoleId.of("engineer")).orElse(germans);
        assertEquals(
                List.of(SECOND), CHAIN.route(german, turned, teams, MONDAY_NOON).open());
        WorkItem french = work("t2", FRENCH, 1).build();
        assertTrue(Overflow.from(FIRST).route(french, first, teams, MONDAY_NOON).isDeadEnd());
    }

    @Test
    void workThatNobodyCouldEverHoldIsADeadEnd() {
        WorkItem heavy = work("t1", GERMAN, 1).weight(BigDecimal.valueOf(2)).build();
        Map<TeamId, RoutingTeam> teams = Map.of(FIRST, RoutingTeam.of(BUSY), SECOND, RoutingTeam.of(FREE));
        Passage nowhere = CHAIN.route(heavy, POLICY, teams, MONDAY_NOON);
        assertTrue(nowhere.isDeadEnd());
        assertEquals(2, nowhere.tries().size());
        Candidate one = person(CHI, 9)
                .knows(GERMAN, 1)
                .putChannelLimit(Channel.EMAIL, BigDecimal.ONE)
                .build();
        assertTrue(Overflow.from(FIRST)
                .route(heavy, POLICY, Map.of(FIRST, RoutingTeam.of(one)), MONDAY_NOON)
                .isDeadEnd());
        Candidate two = one.withChannelLimits(Map.of(Channel.EMAIL, BigDecimal.valueOf(2)))
                .withLoad(BigDecimal.ONE)
                .withChannelLoads(Map.of(Channel.EMAIL, BigDecimal.ONE));
        assertFalse(Overflow.from(FIRST)
                .route(heavy, POLICY, Map.of(FIRST, RoutingTeam.of(two)), MONDAY_NOON)
                .isDeadEnd());
    }

    @Test
    void aTeamThatCannotServeIsPassedAtOnce() {
        WorkItem french = work("t1", FRENCH, 1).build();
        Candidate chi = person(CHI, 1).knows(FRENCH, 1).build();
        Map<TeamId, RoutingTeam> teams = Map.of(FIRST, RoutingTeam.of(BUSY), SECOND, RoutingTeam.of(chi));
        assertEquals(
                Optional.of(CHI),
                CHAIN.route(french, POLICY, teams, MONDAY_NOON).routing().agent());
        Passage nowhere = CHAIN.route(french.declined(CHI), POLICY, teams, MONDAY_NOON);
        assertTrue(nowhere.isDeadEnd());
        assertEquals(2, nowhere.tries().size());
        assertThrows(
                IllegalArgumentException.class,
                () -> CHAIN.route(french, POLICY, Map.of(FIRST, RoutingTeam.of(BUSY)), MONDAY_NOON));
    }

    @Test
    void aChainNeverTurnsBack() {
        assertThrows(IllegalArgumentException.class, () -> CHAIN.then(FIRST, Duration.ofMinutes(20)));
        assertThrows(IllegalArgumentException.class, () -> CHAIN.then(TeamId.of("duty"), Duration.ofMinutes(9)));
        assertThrows(IllegalArgumentException.class, () -> Overflow.builder().build());
        assertThrows(IllegalArgumentException.class, () -> new Step(FIRST, Duration.ofSeconds(-1)));
    }

    @Test
    void contactsOfTheSameMomentNeedAPersonEach() {
        SkillId german = GERMAN.skillId();
        SkillId french = FRENCH.skillId();
        SkillId billing = BILLING.skillId();
        Group both = new Group(Set.of(german, french), 2);
        SkillCoverage missing = SkillCoverage.of(
                Map.of(german, 2, french, 1, billing, 1), List.of(both, new Group(Set.of(billing), 3)));
        assertEquals(3, missing.served());
        assertEquals(1, missing.shortfall());
        assertEquals(new TreeSet<>(Set.of(french, german)), missing.deficient());
        assertEquals(2, missing.holders());
        assertFalse(missing.isFeasible());
        SkillCoverage enough = SkillCoverage.of(Map.of(german, 1, french, 1), List.of(both));
        assertTrue(enough.isFeasible());
        assertEquals(Set.of(), enough.deficient());
        RoutingTeam team = RoutingTeam.of(
                FREE, person(CHI, 1).knows(GERMAN, 1).onDuty(false).build());
        assertEquals(1, SkillCoverage.of(Map.of(german, 2), team).shortfall());
        assertThrows(IllegalArgumentException.class, () -> SkillCoverage.of(Map.of(german, -1), team));
        assertThrows(IllegalArgumentException.class, () -> new Group(Set.of(german), -1));
    }

    @Test
    void earlyLoginsShowInTheAudit() {
        RoutingTeam team = RoutingTeam.of(
                person(ANA, 9).assigned(BigDecimal.TEN).build(),
                person(BEN, 9)
                        .assigned(BigDecimal.valueOf(4))
                        .availableTime(Duration.ofMinutes(30))
                        .build(),
                person(CHI, 9).availableTime(Duration.ZERO).build());
        FairnessAudit audit = team.fairness();
        assertEquals(Map.of(ANA, 10.0, BEN, 8.0), audit.perHour());
        assertEquals(2, audit.range(), 1e-12);
        assertEquals(324.0 / 328, audit.balance().jain().orElseThrow(), 1e-12);
        assertEquals(List.of(CHI), audit.leftOut());
        assertEquals(0, FairnessAudit.of(List.of()).range());
    }

    @Test
    @Tag("S2-10")
    @Tag("S2-34")
    void aSurgeCallsTheReserveAndLetsTheRestWait() {
        SurgePlan plan = SurgePlan.builder()
                .id("outage")
                .waitingPerAgent(BigDecimal.valueOf(3))
                .oldestWait(Duration.ofMinutes(30))
                .arrivals(40)
                .ofOneIncident(3)
                .addReserve(BEN)
                .addPostponed(Channel.EMAIL)
                .build();
        RoutingTeam team = RoutingTeam.of(BUSY, FREE.withOnDuty(false));
        TicketId outage = TicketId.of("p1");
        List<WorkItem> queue = new ArrayList<>(List.of(
                work("t1").channel(Channel.CHAT).incident(outage).build(),
                work("t2").incident(outage).build()));
        Surge calm = plan.read(queue, team, 0, false, MONDAY_NOON);
        assertFalse(calm.isOn());
        assertEquals(queue, calm.queue());
        assertEquals(team, calm.team());
        assertEquals(Map.of(outage, queue), calm.incidents());
        queue.add(work("t3").priority(Priority.HIGH).incident(outage).build());
        queue.add(work("t4").dueAt(MONDAY_NOON.plusSeconds(3599)).build());
        Surge surge = plan.read(queue, team, 40, false, MONDAY_NOON.plus(Duration.ofMinutes(30)));
        assertEquals(List.of("WAITING_PER_AGENT", "OLDEST_WAIT", "ARRIVALS", "ONE_INCIDENT"), codes(surge.triggers()));
        assertEquals(
                2, surge.team().candidates().stream().filter(Candidate::onDuty).count());
        assertEquals(List.of(queue.get(1)), surge.postponed());
        assertEquals(3, surge.queue().size());
        List<WorkItem> two = queue.subList(0, 2);
        assertTrue(plan.read(two, team, 0, true, MONDAY_NOON).isOn(), "it goes on while a trigger is above half");
        assertFalse(plan.read(queue.subList(0, 1), team, 19, true, MONDAY_NOON).isOn());
        SurgePlan pairs = SurgePlan.builder().id("pairs").ofOneIncident(2).build();
        Surge half = pairs.read(queue.subList(0, 1), team, 0, true, MONDAY_NOON);
        assertEquals(List.of("ONE_INCIDENT"), codes(half.triggers()), "exactly half is not below half");
        assertEquals(Map.of(), half.incidents(), "one piece of work is no incident to join");
        assertFalse(pairs.read(queue.subList(0, 1), team, 0, false, MONDAY_NOON).isOn());
        assertThrows(
                IllegalArgumentException.class,
                () -> SurgePlan.builder().id("never").build());
        assertThrows(
                IllegalArgumentException.class,
                () -> SurgePlan.builder().id("always").ofOneIncident(1).build());
    }
}

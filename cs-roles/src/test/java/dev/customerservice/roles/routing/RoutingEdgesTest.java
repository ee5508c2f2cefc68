package dev.customerservice.roles.routing;

import static dev.customerservice.roles.routing.Desk.ANA;
import static dev.customerservice.roles.routing.Desk.BEN;
import static dev.customerservice.roles.routing.Desk.CHI;
import static dev.customerservice.roles.routing.Desk.FRENCH;
import static dev.customerservice.roles.routing.Desk.GERMAN;
import static dev.customerservice.roles.routing.Desk.MONDAY_NOON;
import static dev.customerservice.roles.routing.Desk.person;
import static dev.customerservice.roles.routing.Desk.why;
import static dev.customerservice.roles.routing.Desk.work;
import static dev.customerservice.roles.routing.RoutingPolicy.leastLoaded;
import static dev.customerservice.roles.routing.RoutingPolicy.requireSkills;
import static dev.customerservice.roles.routing.RoutingPolicy.stickyOwner;
import static dev.customerservice.roles.routing.RoutingPolicy.withinCapacity;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.Channel;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Routing at its ends: what is refused, what a list tells, and when two decisions are the same. */
class RoutingEdgesTest {

    private static final Candidate ONE = person(ANA, 2).knows(GERMAN, 2).build();
    private static final Candidate TWO = person(BEN, 2).knows(FRENCH, 2).build();
    private static final RoutingTeam TEAM = RoutingTeam.of(ONE, TWO);
    private static final Duration HOUR = Duration.ofHours(1);

    private static void refused(String message, Runnable asked) {
        String found = String.valueOf(
                assertThrows(IllegalArgumentException.class, asked::run).getMessage());
        assertTrue(found.startsWith(message), found);
    }

    @Test
    void workForAnybodyIsNeverAnAccident() {
        WorkItem open = work("t1").build();
        refused(
                "requires (0 skills) of work t1 must name a skill\nMaybe openToAll(true).",
                () -> open.withOpenToAll(false));
        WorkItem german = work("t2", GERMAN, 1).build();
        refused(
                "requires (1 skills) of work t2 must be empty when it is open to all\nMaybe openToAll(false).",
                () -> german.withOpenToAll(true));
        refused(
                "skill (german) of work t3 must be required once",
                () -> work("t3", GERMAN, 1).needs(GERMAN, 2).build());
        refused("weight (-1) must not be negative", () -> open.withWeight(BigDecimal.ONE.negate()));
        assertFalse(german.openToAll());
    }

    @Test
    void aListTellsWhoIsOnItAndWhyOthersAreNot() {
        Shortlist all = RoutingTeam.of(ONE, TWO, person(CHI, 1).onDuty(false).build())
                .shortlist(work("t1").build(), MONDAY_NOON);
        assertEquals(MONDAY_NOON, all.now());
        assertEquals("t1", all.work().id().value());
        assertEquals(List.of(ONE, TWO), all.candidates());
        assertEquals(Optional.of(TWO), all.find(BEN));
        assertEquals(Optional.empty(), all.find(CHI));
        assertEquals(List.of(CHI), List.copyOf(all.dropped().keySet()));
        assertEquals("Shortlist[work=t1, left=[ana, ben]]", all.toString());
        Shortlist nobody = all.nobody("CLOSED");
        assertTrue(nobody.isEmpty());
        assertFalse(all.isEmpty());
        assertEquals("CLOSED", Objects.requireNonNull(nobody.dropped().get(ANA)).code());
        assertEquals(
                "NOT_ON_DUTY", Objects.requireNonNull(nobody.dropped().get(CHI)).code());
        assertEquals(List.of(), nobody.lowest("HIGHER", Candidate::load).candidates());
        RoutingPolicy looks = among -> {
            assertEquals(Map.of(), among.keep("NO", anybody -> false).dropped(), "nobody asked for reasons");
            return among;
        };
        looks.then(withinCapacity()).drain(List.of(work("t1").build()), TEAM, MONDAY_NOON);
    }

    @Test
    void aNameIsGivenToReasonsThatHaveNone() {
        RoutingPolicy policy = withinCapacity()
                .then(among -> among.keep("NOT_BEN", who -> who.agent().equals(BEN)))
                .named("ben only");
        RoutingTeam full = RoutingTeam.of(
                ONE,
                TWO,
                person(CHI, 1).load(BigDecimal.ONE).build(),
                person(Desk.DEE, 1).onDuty(false).build());
        var verdicts =
                policy.route(work("t1").build(), full, MONDAY_NOON).explain().verdicts();
        assertEquals("ben only", Objects.requireNonNull(verdicts.get(ANA)).where());
        assertEquals("withinCapacity", Objects.requireNonNull(verdicts.get(CHI)).where());
        assertEquals("", Objects.requireNonNull(verdicts.get(Desk.DEE)).where());
    }

    @Test
    void theChosenComesFirstInTheText() {
        Routing routing = requireSkills().route(work("t1", FRENCH, 1).build(), TEAM, MONDAY_NOON);
        assertEquals("""
                requireSkills: ben
                  CHOSEN about person:ben: capacity = 2 units, load = 0 units
                  SKILL_MISSING about person:ana by requireSkills: needed = 1 level, skill = french""", routing.explain().toText());
        Routing third = requireSkills()
                .route(
                        work("t1", FRENCH, 1).build(),
                        RoutingTeam.of(ONE, TWO, person(CHI, 1).build()),
                        MONDAY_NOON);
        assertTrue(third.explain().toText().startsWith("requireSkills: ben\n  CHOSEN"));
    }

    @Test
    void aTeamIsAValue() {
        assertEquals(TEAM, RoutingTeam.of(TWO, ONE));
        assertEquals(TEAM.hashCode(), RoutingTeam.of(TWO, ONE).hashCode());
        assertNotEquals(TEAM, RoutingTeam.of(ONE));
        CapacityRules rules =
                CapacityRules.builder().weigh(Channel.EMAIL, "0.5").build();
        assertNotEquals(TEAM, TEAM.withCapacityPolicy(rules));
        assertEquals(TEAM.withCapacityPolicy(rules), RoutingTeam.of(ONE, TWO).withCapacityPolicy(rules));
        assertEquals("RoutingTeam[people=2, onDuty=1]", TEAM.onDuty(Set.of(ANA)).toString());
        assertEquals(Optional.empty(), TEAM.find(CHI));
        refused(
                "agent (ben) must be in the team",
                () -> RoutingTeam.of(ONE).plus((Routing.Assigned)
                        requireSkills().route(work("t1", FRENCH, 1).build(), TEAM, MONDAY_NOON)));
    }

    @Test
    void decisionsAreTheSameWhenTheyWereMadeOnTheSame() {
        List<WorkItem> queue = List.of(work("t1").build(), work("t2").build());
        Routing second =
                leastLoaded().drain(queue, TEAM, MONDAY_NOON).routings().get(1);
        Routing again = leastLoaded().drain(queue, TEAM, MONDAY_NOON).routings().get(1);
        assertEquals(second, again);
        assertEquals(second.hashCode(), again.hashCode());
        assertEquals(second.grounds(), again.grounds());
        assertEquals(
                "Grounds[at=2025-06-02T12:00:00Z, before=1]".length(),
                second.grounds().toString().length());
        assertNotEquals(
                second,
                leastLoaded()
                        .drain(queue, TEAM, MONDAY_NOON.plusNanos(1))
                        .routings()
                        .get(1));
        assertNotEquals(
                second,
                withinCapacity().drain(queue, TEAM, MONDAY_NOON).routings().get(1));
        RoutingTeam other = RoutingTeam.of(ONE, TWO.withCapacity(BigDecimal.TEN));
        assertNotEquals(
                second,
                leastLoaded().drain(queue, other, MONDAY_NOON).routings().get(1));
        List<WorkItem> longer = List.of(queue.get(0), queue.get(1), work("t3").build());
        assertNotEquals(
                second,
                leastLoaded().drain(longer, TEAM, MONDAY_NOON).routings().get(1),
                "another journal");
        assertNotEquals(second.grounds(), again.grounds().toString());
        assertNotEquals(
                second.grounds(),
                leastLoaded().drain(queue, TEAM, MONDAY_NOON).routings().get(0).grounds());
    }

    /** Terms in another order have no index and give what they say. */
    @Test
    void whateverComesFirstIsAskedFirst() {
        WorkItem hers = work("t1", FRENCH, 1).owner(ANA).build();
        Routing owned = stickyOwner(HOUR).then(requireSkills()).route(hers, TEAM, MONDAY_NOON);
        assertEquals(Optional.empty(), owned.agent(), "the owner alone is kept, and lacks the skill");
        assertEquals("SKILL_MISSING", why(owned, ANA));
        Routing twice = stickyOwner(HOUR)
                .then(stickyOwner(Duration.ZERO))
                .then(leastLoaded())
                .route(hers, TEAM, MONDAY_NOON);
        assertEquals(Optional.of(ANA), twice.agent());
        RoutingTeam uneven = RoutingTeam.of(ONE, TWO.withLoad(BigDecimal.ONE));
        assertEquals(
                Optional.empty(),
                leastLoaded()
                        .then(requireSkills())
                        .route(hers, uneven, MONDAY_NOON)
                        .agent());
        assertEquals(
                Optional.of(BEN),
                requireSkills()
                        .then(leastLoaded())
                        .then(stickyOwner(HOUR))
                        .route(hers, uneven, MONDAY_NOON)
                        .agent());
    }

    @Test
    void aThirdOfAWarmUpIsExact() {
        WarmUp warmUp = WarmUp.of(HOUR, "0.25");
        Candidate warm = person(ANA, 8)
                .onDutySince(MONDAY_NOON.minus(Duration.ofMinutes(20)))
                .load(BigDecimal.valueOf(3))
                .build();
        assertEquals(0, warmUp.allowed(warm, MONDAY_NOON).compareTo(BigDecimal.valueOf(4)));
        assertEquals(
                Optional.of(ANA),
                RoutingPolicy.warmingUp(warmUp)
                        .route(work("t1").build(), RoutingTeam.of(warm), MONDAY_NOON)
                        .agent());
    }

    @Test
    void aChainMayEndWithoutAnybody() {
        TeamId first = TeamId.of("first");
        TeamId second = TeamId.of("second");
        Overflow chain = Overflow.from(first).then(second, HOUR);
        WorkItem french = work("t1", FRENCH, 2).build();
        RoutingTeam germans = RoutingTeam.of(ONE);
        Overflow.Passage lost =
                chain.route(french, requireSkills(), Map.of(first, germans, second, germans), MONDAY_NOON);
        assertTrue(lost.isDeadEnd());
        assertEquals(second, lost.team());
        assertEquals(2, lost.tries().size());
        RoutingTeam busy = RoutingTeam.of(TWO.withLoad(BigDecimal.valueOf(2)));
        RoutingPolicy policy = requireSkills().then(withinCapacity());
        Overflow.Passage waits = chain.route(french, policy, Map.of(first, busy, second, germans), MONDAY_NOON);
        assertFalse(waits.isDeadEnd());
        assertEquals(List.of(second), waits.open());
        Overflow.Passage later =
                chain.route(french, policy, Map.of(first, busy, second, germans), MONDAY_NOON.plus(HOUR));
        assertFalse(later.isDeadEnd(), "somebody of the first team is merely busy");
        assertEquals(List.of(), later.open());
        Overflow.Passage found = chain.route(french, policy, Map.of(first, germans, second, TEAM), MONDAY_NOON);
        assertFalse(found.isDeadEnd());
        assertEquals(Optional.of(BEN), found.routing().agent());
        refused(
                "team (second) must be among those given",
                () -> chain.route(french, policy, Map.of(first, germans), MONDAY_NOON));
    }

    @Test
    void aSurgePlanMustBegin() {
        SurgePlan plan =
                SurgePlan.builder().id("p").arrivals(1).ofOneIncident(2).build();
        refused("plan (p) must have triggers above zero", () -> plan.withArrivals(0));
        refused("plan (p) must have triggers above zero", () -> plan.withOfOneIncident(1));
        refused("plan (p) must have triggers above zero", () -> plan.withOldestWait(Duration.ZERO));
        refused("plan (p) must have triggers above zero", () -> plan.withOldestWait(HOUR.negated()));
        refused("plan (p) must have triggers above zero", () -> plan.withWaitingPerAgent(BigDecimal.ZERO));
        for (SurgePlan alone : List.of(
                SurgePlan.builder().id("p").oldestWait(HOUR).build(),
                SurgePlan.builder().id("p").arrivals(9).build(),
                SurgePlan.builder().id("p").ofOneIncident(2).build())) {
            assertFalse(alone.read(List.of(), TEAM, 8, false, MONDAY_NOON).isOn());
        }
        SurgePlan each = SurgePlan.builder()
                .id("p")
                .waitingPerAgent(BigDecimal.ONE)
                .addReserve(BEN)
                .build();
        List<WorkItem> one = List.of(work("t1").build());
        assertTrue(each.read(one, TEAM, 0, false, MONDAY_NOON).isOn(), "the reserve does not count as on duty");
        assertFalse(each.withReserve(List.<AgentId>of())
                .read(one, TEAM, 0, false, MONDAY_NOON)
                .isOn());
        assertFalse(
                each.read(List.of(), RoutingTeam.of(), 0, false, MONDAY_NOON).isOn());
    }
}

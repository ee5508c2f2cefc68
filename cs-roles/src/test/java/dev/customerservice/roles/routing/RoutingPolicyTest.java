package dev.customerservice.roles.routing;

import static dev.customerservice.roles.routing.Desk.ANA;
import static dev.customerservice.roles.routing.Desk.BEN;
import static dev.customerservice.roles.routing.Desk.BILLING;
import static dev.customerservice.roles.routing.Desk.CHI;
import static dev.customerservice.roles.routing.Desk.DEE;
import static dev.customerservice.roles.routing.Desk.FRENCH;
import static dev.customerservice.roles.routing.Desk.GERMAN;
import static dev.customerservice.roles.routing.Desk.MONDAY_NOON;
import static dev.customerservice.roles.routing.Desk.codes;
import static dev.customerservice.roles.routing.Desk.person;
import static dev.customerservice.roles.routing.Desk.who;
import static dev.customerservice.roles.routing.Desk.why;
import static dev.customerservice.roles.routing.Desk.work;
import static dev.customerservice.roles.routing.RoutingPolicy.anyone;
import static dev.customerservice.roles.routing.RoutingPolicy.bestSkilled;
import static dev.customerservice.roles.routing.RoutingPolicy.fairShare;
import static dev.customerservice.roles.routing.RoutingPolicy.inRole;
import static dev.customerservice.roles.routing.RoutingPolicy.leastLoaded;
import static dev.customerservice.roles.routing.RoutingPolicy.leastOccupied;
import static dev.customerservice.roles.routing.RoutingPolicy.longestSinceAssigned;
import static dev.customerservice.roles.routing.RoutingPolicy.mostSpare;
import static dev.customerservice.roles.routing.RoutingPolicy.requireSkills;
import static dev.customerservice.roles.routing.RoutingPolicy.rings;
import static dev.customerservice.roles.routing.RoutingPolicy.stickyOwner;
import static dev.customerservice.roles.routing.RoutingPolicy.warmingUp;
import static dev.customerservice.roles.routing.RoutingPolicy.withinAuthority;
import static dev.customerservice.roles.routing.RoutingPolicy.withinCapacity;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.roles.role.JobRole;
import dev.customerservice.roles.routing.SkillRings.Ring;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RoutingPolicyTest {

    private static final Duration TWENTY_MINUTES = Duration.ofMinutes(20);

    @Test
    void everybodyIsTakenInTurnWhereNoPolicySpeaks() {
        RoutingTeam team = RoutingTeam.of(
                person(ANA, 9).lastAssignedAt(MONDAY_NOON.minusSeconds(60)).build(),
                person(BEN, 9).lastAssignedAt(MONDAY_NOON.minusSeconds(90)).build(),
                person(DEE, 9).build(),
                person(CHI, 9).build());
        List<WorkItem> queue = List.of(
                work("t1").build(),
                work("t2").build(),
                work("t3").build(),
                work("t4").build(),
                work("t5").build());
        assertEquals(
                List.of(CHI, DEE, BEN, ANA, CHI),
                anyone().drain(queue, team, MONDAY_NOON).assigned().stream()
                        .map(Routing.Assigned::to)
                        .toList());
    }

    @Test
    void assignmentsOfOneInstantAreTakenInTheirOrder() {
        RoutingTeam team = RoutingTeam.of(
                person(ANA, 9)
                        .lastAssignedAt(MONDAY_NOON)
                        .lastAssignedSequence(2)
                        .build(),
                person(BEN, 9)
                        .lastAssignedAt(MONDAY_NOON)
                        .lastAssignedSequence(1)
                        .build());
        Drain drain = anyone().drain(List.of(work("t1").build()), team, MONDAY_NOON);
        assertEquals(BEN, drain.assigned().get(0).to());
        assertEquals(3, drain.team().find(BEN).orElseThrow().lastAssignedSequence());
    }

    @Test
    void skillsAreMetAtTheirLevel() {
        RoutingTeam team = RoutingTeam.of(
                person(ANA, 9).knows(GERMAN, 3).build(),
                person(BEN, 9).knows(GERMAN, 1).build(),
                person(CHI, 9).knows(FRENCH, 3).build());
        Routing routing = requireSkills().route(work("t1", GERMAN, 2).build(), team, MONDAY_NOON);
        assertEquals(Optional.of(ANA), routing.agent());
        Map<AgentId, String> told = Map.of(
                ANA, "CHOSEN about person:ana: capacity = 9 units, load = 0 units",
                BEN,
                        "SKILL_TOO_LOW about person:ben by requireSkills: found = 1 level, needed = 2 level, skill = german",
                CHI, "SKILL_MISSING about person:chi by requireSkills: needed = 2 level, skill = german");
        routing.explain()
                .verdicts()
                .forEach((agent, reason) -> assertEquals(told.get(agent), reason.toString(), agent.value()));
        assertEquals(
                Optional.empty(), who(requireSkills(), work("t2", GERMAN, 4).build(), team));
    }

    @Test
    void nobodyOffDutyOrWhoDeclinedIsEverAsked() {
        RoutingTeam team = RoutingTeam.of(
                        person(ANA, 9).build(),
                        person(BEN, 9).build(),
                        person(CHI, 9).build())
                .onDuty(Set.of(BEN, CHI, DEE));
        Routing routing = anyone().route(work("t1").addDeclinedBy(BEN).build(), team, MONDAY_NOON);
        assertEquals(List.of("NOT_ON_DUTY", "DECLINED", "CHOSEN"), verdicts(routing));
        Routing nobody = anyone().route(work("t1").addDeclinedBy(BEN, CHI).build(), team, MONDAY_NOON);
        assertEquals(
                "[NOT_ON_DUTY: candidates = 1 people, DECLINED: candidates = 2 people]",
                nobody.reasons().toString());
        assertFalse(nobody.isAssigned());
        assertTrue(((Routing.Unassigned) nobody).isExhausted());
    }

    @Test
    void noTeamIsAReasonToo() {
        Routing nobody = anyone().route(work("t1").build(), RoutingTeam.of(), MONDAY_NOON);
        assertEquals(List.of("NO_CANDIDATES"), codes(nobody.reasons()));
        assertEquals(
                "anyone: nobody",
                anyone().named("anyone")
                        .route(nobody.work(), RoutingTeam.of(), MONDAY_NOON)
                        .explain()
                        .toText());
    }

    @Test
    void capacityIsMindedInAllAndByChannel() {
        RoutingTeam team = RoutingTeam.of(
                person(ANA, 2).load(new BigDecimal("1.5")).build(),
                person(BEN, 9)
                        .load(BigDecimal.valueOf(2))
                        .putChannelLoad(Channel.CHAT, BigDecimal.valueOf(2))
                        .putChannelLimit(Channel.CHAT, BigDecimal.valueOf(2))
                        .build(),
                person(CHI, 9)
                        .load(BigDecimal.ONE)
                        .putChannelLoad(Channel.PHONE, BigDecimal.ONE)
                        .build());
        Routing chat = withinCapacity().route(work("t1").channel(Channel.CHAT).build(), team, MONDAY_NOON);
        assertEquals(List.of("NO_CAPACITY", "CHANNEL_FULL", "EXCLUSIVE_WORK"), verdicts(chat));
        assertFalse(((Routing.Unassigned) chat).isExhausted());
        assertEquals(
                List.of("NO_CAPACITY", "LIVE_WORK", "EXCLUSIVE_WORK"),
                verdicts(
                        withinCapacity().route(work("t2").channel(Channel.PHONE).build(), team, MONDAY_NOON)));
        assertEquals(
                List.of("NO_CAPACITY", "CHOSEN", "EXCLUSIVE_WORK"),
                verdicts(withinCapacity().route(work("t3").build(), team, MONDAY_NOON)));
        WorkItem small = work("t4").weight(new BigDecimal("0.5")).build();
        assertEquals(Optional.of(ANA), who(withinCapacity(), small, team));
        assertEquals(
                "CHANNEL_FULL about person:ben by withinCapacity: capacity = 2 units, channel = chat, load = 2 units, weight = 1 units",
                String.valueOf(chat.explain().verdicts().get(BEN)));
        assertEquals(
                "NO_CAPACITY about person:ana by withinCapacity: capacity = 2 units, load = 1.5 units, weight = 1 units",
                String.valueOf(chat.explain().verdicts().get(ANA)));
    }

    @Test
    void oneCallFillsSomebodyForEverythingElse() {
        RoutingTeam team = RoutingTeam.of(person(ANA, 9).build());
        Drain drain = withinCapacity()
                .drain(
                        List.of(
                                work("t1").channel(Channel.PHONE).build(),
                                work("t2").channel(Channel.PHONE).build(),
                                work("t3").channel(Channel.CHAT).build(),
                                work("t4").build()),
                        team,
                        MONDAY_NOON);
        assertEquals(1, drain.assigned().size());
        drain.left().forEach(left -> assertEquals("EXCLUSIVE_WORK", why(left, ANA)));
        assertEquals(
                Map.of(Channel.PHONE, BigDecimal.ONE),
                drain.team().find(ANA).orElseThrow().channelLoads());
    }

    /** The associate reroutes what is beyond the own authority to an engineer who knows it. */
    @Test
    @Tag("S1-09")
    @Tag("S1-10")
    void urgentWorkGoesToAnEngineer() {
        RoutingTeam team = RoutingTeam.of(
                person(ANA, 9)
                        .role(JobRole.ASSOCIATE.id())
                        .highestPriority(Priority.NORMAL)
                        .build(),
                person(BEN, 9).role(JobRole.ENGINEER.id()).knows(BILLING, 2).build(),
                person(CHI, 9).role(JobRole.ENGINEER.id()).knows(FRENCH, 4).build());
        RoutingPolicy policy = inRole(JobRole.ASSOCIATE.id())
                .then(withinAuthority())
                .then(withinCapacity())
                .orElse(inRole(JobRole.ENGINEER.id()).then(requireSkills()).then(withinCapacity()));
        assertEquals(Optional.of(ANA), who(policy, work("t1", BILLING, 1).build(), team));
        WorkItem urgent = work("t2", BILLING, 1).priority(Priority.HIGH).build();
        assertEquals(Optional.of(BEN), who(policy, urgent, team));
        assertEquals(
                List.of("OTHER_ROLE", "CHOSEN", "SKILL_MISSING"), verdicts(policy.route(urgent, team, MONDAY_NOON)));
        assertEquals(
                "ABOVE_AUTHORITY about person:ana by withinAuthority: priority = high",
                String.valueOf(withinAuthority()
                        .route(urgent, team, MONDAY_NOON)
                        .explain()
                        .verdicts()
                        .get(ANA)));
        assertEquals(
                "inRole then withinAuthority then withinCapacity or else inRole then requireSkills then withinCapacity",
                policy.name());
    }

    @Test
    void whatItNeedsMustBePermitted() {
        RoutingTeam team = RoutingTeam.of(
                person(ANA, 9).addPermissions("refund").build(),
                person(BEN, 9).addPermissions("refund", "cancel").build());
        Routing routing = withinAuthority()
                .route(work("t1").addPermissions("refund", "cancel").build(), team, MONDAY_NOON);
        assertEquals(Optional.of(BEN), routing.agent());
        assertEquals(
                "NOT_PERMITTED about person:ana by withinAuthority: permission = cancel",
                String.valueOf(routing.explain().verdicts().get(ANA)));
    }

    @Test
    void theOwnerIsAwaitedForAWhile() {
        RoutingPolicy policy =
                withinCapacity().then(stickyOwner(TWENTY_MINUTES)).then(leastLoaded());
        WorkItem hers = work("t1").owner(ANA).build();
        RoutingTeam free = RoutingTeam.of(person(ANA, 1).build(), person(BEN, 1).build());
        assertEquals(Optional.of(ANA), who(policy, hers, free));
        assertEquals("NOT_THE_OWNER", why(policy.route(hers, free, MONDAY_NOON), BEN));

        RoutingTeam busy = RoutingTeam.of(
                person(ANA, 1).load(BigDecimal.ONE).build(), person(BEN, 1).build());
        Routing waits =
                policy.route(hers, busy, MONDAY_NOON.plus(TWENTY_MINUTES).minusNanos(1));
        assertEquals(List.of("NO_CAPACITY", "OWNER_AWAITED"), verdicts(waits));
        assertEquals(
                "OWNER_AWAITED about person:ben by stickyOwner: limit = PT20M",
                String.valueOf(waits.explain().verdicts().get(BEN)).replaceAll("Span\\[value=(.*)]", "$1"));
        assertFalse(((Routing.Unassigned) waits).isExhausted());
        Routing over = policy.route(hers, busy, MONDAY_NOON.plus(TWENTY_MINUTES));
        assertEquals(Optional.of(BEN), over.agent());
        assertEquals(List.of("CHOSEN", "NO_CAPACITY"), codes(over.reasons()));

        Routing away = policy.route(hers, busy.onDuty(Set.of(BEN)), MONDAY_NOON);
        assertEquals(Optional.of(BEN), away.agent());
        assertEquals(List.of("CHOSEN", "NOT_ON_DUTY"), codes(away.reasons()));
        assertEquals(Optional.of(BEN), who(policy, hers.declined(ANA), busy));
        assertEquals(Optional.of(BEN), who(policy, work("t2").build(), busy));
        assertEquals(Optional.of(BEN), who(policy, hers.withOwner(DEE), busy));
    }

    @Test
    void anOwnerWithoutTheSkillIsNotAwaited() {
        RoutingTeam team = RoutingTeam.of(
                person(ANA, 1).load(BigDecimal.ONE).build(),
                person(BEN, 1).knows(GERMAN, 1).build());
        RoutingPolicy policy = requireSkills().then(withinCapacity()).then(stickyOwner(TWENTY_MINUTES));
        assertEquals(
                Optional.of(BEN), who(policy, work("t1", GERMAN, 1).owner(ANA).build(), team));
        assertThrows(IllegalArgumentException.class, () -> stickyOwner(TWENTY_MINUTES.negated()));
        assertEquals("stickyOwner", stickyOwner(Duration.ZERO).name());
    }

    @Test
    void preferencesKeepTheBest() {
        RoutingTeam team = RoutingTeam.of(
                person(ANA, 10)
                        .load(BigDecimal.valueOf(4))
                        .knows(GERMAN, 2)
                        .knows(FRENCH, 2)
                        .build(),
                person(BEN, 4).load(BigDecimal.valueOf(2)).knows(GERMAN, 3).build(),
                person(CHI, 2).load(BigDecimal.valueOf(3)).knows(FRENCH, 4).build(),
                person(DEE, 0).lastAssignedAt(MONDAY_NOON).build());
        WorkItem both =
                work("t1", GERMAN, 1).needs(FRENCH, 1).addDeclinedBy(DEE).build();
        assertEquals(Optional.of(ANA), who(leastOccupied(), both, team));
        assertEquals(Optional.of(BEN), who(leastLoaded(), both, team));
        assertEquals(Optional.of(ANA), who(mostSpare(), both, team));
        assertEquals(Optional.of(ANA), who(longestSinceAssigned(), both, team));
        assertEquals(Optional.of(ANA), who(bestSkilled(), both, team));
        Routing routing = leastOccupied().route(work("t2").build(), team, MONDAY_NOON);
        assertEquals(
                "MORE_OCCUPIED about person:ben by leastOccupied: best = 0.4 share, own = 0.5 share",
                String.valueOf(routing.explain().verdicts().get(BEN)));
        assertEquals(
                "MORE_OCCUPIED about person:dee by leastOccupied: best = 0.4 share, own = no capacity",
                String.valueOf(routing.explain().verdicts().get(DEE)));
        assertEquals(
                "LESS_SKILLED about person:ben by bestSkilled: best = 4 levels, own = 3 levels",
                String.valueOf(bestSkilled()
                        .route(both, team, MONDAY_NOON)
                        .explain()
                        .verdicts()
                        .get(BEN)));
        assertEquals(
                "LESS_SPARE about person:chi by mostSpare: best = 6 units, own = 0 units",
                String.valueOf(mostSpare()
                        .route(both, team, MONDAY_NOON)
                        .explain()
                        .verdicts()
                        .get(CHI)));
        assertEquals(
                "MORE_LOADED about person:ana by leastLoaded: best = 0 units, own = 4 units",
                String.valueOf(leastLoaded()
                        .route(work("t3").build(), team, MONDAY_NOON)
                        .explain()
                        .verdicts()
                        .get(ANA)));
        Routing turn = longestSinceAssigned().route(work("t3").build(), team, MONDAY_NOON);
        assertEquals("ASSIGNED_LATER", why(turn, DEE));
        assertTrue(String.valueOf(turn.explain().verdicts().get(DEE)).contains("best = never"));
    }

    @Test
    void sharesFollowEntitlementAndPresence() {
        RoutingTeam team = RoutingTeam.of(
                person(ANA, 9).assigned(BigDecimal.valueOf(4)).build(),
                person(BEN, 9)
                        .assigned(BigDecimal.valueOf(6))
                        .availableTime(Duration.ofHours(2))
                        .build(),
                person(CHI, 9)
                        .assigned(BigDecimal.ONE)
                        .entitlement(new BigDecimal("0.2"))
                        .build(),
                person(DEE, 9).availableTime(Duration.ZERO).build());
        Routing routing = fairShare().route(work("t1").build(), team, MONDAY_NOON);
        assertEquals(Optional.of(BEN), routing.agent());
        assertEquals(
                "HAD_MORE about person:ana by fairShare: best = 3 units an hour, own = 4 units an hour",
                String.valueOf(routing.explain().verdicts().get(ANA)));
        assertTrue(String.valueOf(routing.explain().verdicts().get(DEE)).endsWith("own = no share"));
        Drain drain = fairShare()
                .drain(
                        List.of(
                                work("t1").build(),
                                work("t2").build(),
                                work("t3").build()),
                        team,
                        MONDAY_NOON);
        assertEquals(
                List.of(BEN, BEN, ANA),
                drain.assigned().stream().map(Routing.Assigned::to).toList());
        assertEquals(BigDecimal.valueOf(8), drain.team().find(BEN).orElseThrow().assigned());
    }

    @Test
    void ringsLetInMorePeople() {
        SkillRings rings = SkillRings.of(
                Ring.strict(TWENTY_MINUTES),
                Ring.strict(TWENTY_MINUTES).withLower(2).withSubstitutes(GERMAN.skillId(), FRENCH.skillId()),
                Ring.strict(TWENTY_MINUTES).withLower(2).withWaived(GERMAN.skillId()));
        RoutingTeam team = RoutingTeam.of(
                person(ANA, 9).knows(GERMAN, 3).build(),
                person(BEN, 9).knows(GERMAN, 1).build(),
                person(CHI, 9).knows(FRENCH, 1).build(),
                person(DEE, 9).build());
        WorkItem work = work("t1", GERMAN, 3).build();
        for (int ring = 1; ring <= 3; ring++) {
            Routing routing = rings(rings).route(work, team, MONDAY_NOON.plus(TWENTY_MINUTES.multipliedBy(ring - 1)));
            assertEquals(
                    List.of(
                                    List.of("CHOSEN", "SKILL_TOO_LOW", "SKILL_MISSING", "SKILL_MISSING"),
                                    List.of("CHOSEN", "LATER_IN_TURN", "LATER_IN_TURN", "SKILL_MISSING"),
                                    List.of("CHOSEN", "LATER_IN_TURN", "LATER_IN_TURN", "LATER_IN_TURN"))
                            .get(ring - 1),
                    verdicts(routing));
        }
        assertEquals(
                "SKILL_TOO_LOW about person:ben by rings: found = 1 level, needed = 3 level, opensAfter = PT20M, "
                        + "ring = 1 ring, skill = german",
                String.valueOf(rings(rings)
                        .route(work, team, MONDAY_NOON)
                        .explain()
                        .verdicts()
                        .get(BEN)));
        assertEquals(1, rings.levelIn(3, work.requires().get(0)));
        assertThrows(
                IllegalArgumentException.class,
                () -> SkillRings.of(Ring.strict(TWENTY_MINUTES).withLower(1), Ring.strict(TWENTY_MINUTES)));
        assertThrows(
                IllegalArgumentException.class,
                () -> SkillRings.of(
                        Ring.strict(TWENTY_MINUTES).withSubstitutes(GERMAN.skillId(), FRENCH.skillId()),
                        Ring.strict(TWENTY_MINUTES)));
        assertThrows(
                IllegalArgumentException.class,
                () -> SkillRings.of(
                        Ring.strict(TWENTY_MINUTES).withWaived(GERMAN.skillId()), Ring.strict(TWENTY_MINUTES)));
        assertThrows(IllegalArgumentException.class, () -> Ring.strict(Duration.ZERO));
        assertThrows(
                IllegalArgumentException.class,
                () -> Ring.strict(TWENTY_MINUTES).withLower(-1));
    }

    @Test
    void newcomersOnDutyGetTheirPartFirst() {
        WarmUp warmUp = WarmUp.of(TWENTY_MINUTES, "0.2");
        Candidate ana = person(ANA, 10).onDutySince(MONDAY_NOON).build();
        assertEquals(0, warmUp.allowed(ana, MONDAY_NOON).compareTo(BigDecimal.valueOf(2)));
        assertEquals(0, warmUp.allowed(ana, MONDAY_NOON.minusSeconds(1)).compareTo(BigDecimal.valueOf(2)));
        assertEquals(0, warmUp.allowed(ana, MONDAY_NOON.plusSeconds(600)).compareTo(BigDecimal.valueOf(6)));
        assertEquals(BigDecimal.TEN, warmUp.allowed(ana, MONDAY_NOON.plus(TWENTY_MINUTES)));
        assertEquals(BigDecimal.TEN, warmUp.allowed(ana.withOnDutySince(Optional.empty()), MONDAY_NOON));
        Drain drain = warmingUp(warmUp)
                .then(withinCapacity())
                .drain(
                        List.of(
                                work("t1").build(),
                                work("t2").build(),
                                work("t3").build()),
                        RoutingTeam.of(ana),
                        MONDAY_NOON);
        assertEquals(2, drain.assigned().size());
        assertEquals(
                "WARMING_UP about person:ana by warmingUp: allowed = 2 units, load = 2 units, weight = 1 units",
                String.valueOf(drain.left().get(0).explain().verdicts().get(ANA)));
        assertFalse(drain.left().get(0).isExhausted());
        assertThrows(IllegalArgumentException.class, () -> WarmUp.of(Duration.ZERO, "0.2"));
        assertThrows(IllegalArgumentException.class, () -> WarmUp.of(TWENTY_MINUTES, "1.01"));
        assertThrows(IllegalArgumentException.class, () -> WarmUp.of(TWENTY_MINUTES, "-0.01"));
    }

    @Test
    void aLambdaIsAPolicyUnderItsName() {
        RoutingPolicy quiet =
                among -> among.keep("TOO_LOUD", each -> each.load().signum() == 0);
        RoutingTeam team = RoutingTeam.of(
                person(ANA, 9).load(BigDecimal.ONE).build(), person(BEN, 9).build());
        Routing routing =
                quiet.named("quiet").then(withinCapacity()).route(work("t1").build(), team, MONDAY_NOON);
        assertEquals(
                "TOO_LOUD about person:ana by quiet",
                String.valueOf(routing.explain().verdicts().get(ANA)));
        assertEquals("quiet then withinCapacity", routing.explain().policy());
        assertEquals("policy", quiet.name());
        assertThrows(IllegalArgumentException.class, () -> quiet.named(" "));
        RoutingPolicy closed = among -> among.nobody("CLOSED");
        assertEquals(
                List.of("CLOSED"),
                codes(closed.route(work("t1").build(), team, MONDAY_NOON).reasons()));
        RoutingPolicy lowest = among -> among.lowest("MORE", Candidate::load);
        assertEquals(List.of("MORE", "CHOSEN"), verdicts(lowest.route(work("t1").build(), team, MONDAY_NOON)));
        assertEquals(Optional.empty(), who(lowest, work("t1").build(), RoutingTeam.of()));
    }

    @Test
    void aDecisionIsAValue() {
        RoutingTeam team = RoutingTeam.of(person(ANA, 2).build());
        WorkItem one = work("t1").build();
        WorkItem two = work("t2").build();
        Routing first = withinCapacity().route(one, team, MONDAY_NOON);
        assertEquals(first, withinCapacity().route(one, team, MONDAY_NOON));
        assertEquals(
                first.hashCode(), withinCapacity().route(one, team, MONDAY_NOON).hashCode());
        assertNotEquals(first, anyone().route(one, team, MONDAY_NOON));
        assertNotEquals(first, withinCapacity().route(one, team, MONDAY_NOON.plusSeconds(1)));
        assertNotEquals(first, withinCapacity().route(two, team, MONDAY_NOON));
        Drain drain = withinCapacity().drain(List.of(two, one), team, MONDAY_NOON);
        assertEquals(2, new HashSet<>(drain.routings()).size());
        assertEquals(MONDAY_NOON, drain.routings().get(0).at());
        Routing.Grounds grounds = drain.routings().get(1).grounds();
        assertEquals("Grounds[at=2026-03-02T12:00:00Z, before=1]", grounds.toString());
        assertEquals(
                "withinCapacity: ana\n  CHOSEN about person:ana: capacity = 2 units, lastAssigned = "
                        + "Moment[value=2026-03-02T12:00:00Z], load = 1 units",
                drain.routings().get(1).explain().toText());
    }

    @Test
    void whatIsGivenTwiceIsRefused() {
        WorkItem one = work("t1").build();
        assertThrows(
                IllegalArgumentException.class, () -> anyone().drain(List.of(one, one), RoutingTeam.of(), MONDAY_NOON));
        Candidate ana = person(ANA, 1).build();
        assertThrows(IllegalArgumentException.class, () -> RoutingTeam.of(ana, ana));
        Routing.Assigned assigned = (Routing.Assigned) anyone().route(one, RoutingTeam.of(ana), MONDAY_NOON);
        assertEquals(
                BigDecimal.ONE,
                RoutingTeam.of(ana).plus(assigned).candidates().get(0).load());
        assertThrows(IllegalArgumentException.class, () -> RoutingTeam.of().plus(assigned));
    }

    private static List<String> verdicts(Routing routing) {
        return codes(List.copyOf(routing.explain().verdicts().values()));
    }
}

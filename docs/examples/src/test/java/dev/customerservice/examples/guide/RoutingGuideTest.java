package dev.customerservice.examples.guide;

import static dev.customerservice.roles.routing.RoutingPolicy.inRole;
import static dev.customerservice.roles.routing.RoutingPolicy.leastOccupied;
import static dev.customerservice.roles.routing.RoutingPolicy.requireSkills;
import static dev.customerservice.roles.routing.RoutingPolicy.rings;
import static dev.customerservice.roles.routing.RoutingPolicy.stickyOwner;
import static dev.customerservice.roles.routing.RoutingPolicy.withinAuthority;
import static dev.customerservice.roles.routing.RoutingPolicy.withinCapacity;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.role.JobRole;
import dev.customerservice.roles.routing.Candidate;
import dev.customerservice.roles.routing.CapacityLedger;
import dev.customerservice.roles.routing.CapacityRules;
import dev.customerservice.roles.routing.Drain;
import dev.customerservice.roles.routing.FairnessAudit;
import dev.customerservice.roles.routing.Offer;
import dev.customerservice.roles.routing.Overflow;
import dev.customerservice.roles.routing.Routing;
import dev.customerservice.roles.routing.RoutingPolicy;
import dev.customerservice.roles.routing.RoutingTeam;
import dev.customerservice.roles.routing.SkillRings;
import dev.customerservice.roles.routing.SkillRings.Ring;
import dev.customerservice.roles.routing.WorkItem;
import dev.customerservice.roles.routing.WorkState;
import dev.customerservice.roles.skill.Skill;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The snippets of docs/guide/routing.md, with what they give. */
class RoutingGuideTest {

    // region routing-given
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final AgentId ANA = AgentId.of("ana");
    private static final AgentId BEN = AgentId.of("ben");
    private static final AgentId CHI = AgentId.of("chi");
    private static final Skill GERMAN = Skill.of("German", Skill.Family.LANGUAGE);
    private static final RoutingPolicy POLICY = requireSkills()
            .then(withinCapacity())
            .then(stickyOwner(ofHours(4)))
            .then(leastOccupied())
            .named("sticky-then-idle");
    private static final Candidate ANA_BUSY = Candidate.builder()
            .agent(ANA)
            .capacity(4)
            .load(BigDecimal.valueOf(3))
            .knows(GERMAN, 3)
            .build();
    private static final Candidate BEN_IDLE =
            Candidate.builder().agent(BEN).capacity(4).knows(GERMAN, 2).build();
    private static final Candidate CHI_WITHOUT_GERMAN =
            Candidate.builder().agent(CHI).capacity(4).build();
    private static final RoutingTeam TEAM = RoutingTeam.of(ANA_BUSY, BEN_IDLE, CHI_WITHOUT_GERMAN);
    // endregion

    private static WorkItem.Builder mail(String id) {
        return WorkItem.builder().id(TicketId.of(id)).queuedAt(NOON).channel(Channel.EMAIL);
    }

    @Test
    void explainThisAssignment() {
        Set<AgentId> onDuty = Set.of(ANA, BEN, CHI);
        Instant now = NOON;
        // region routing-decide
        WorkItem work = WorkItem.builder()
                .id(TicketId.of("T-17"))
                .queuedAt(now)
                .channel(Channel.EMAIL)
                .needs(GERMAN, 2)
                .build();
        RoutingPolicy policy = requireSkills()
                .then(withinCapacity())
                .then(stickyOwner(ofHours(4)))
                .then(leastOccupied())
                .named("sticky-then-idle");
        Routing decision = policy.route(work, TEAM.onDuty(onDuty), now); // Assigned(ben) or Unassigned
        String why = decision.explain().toText();
        // endregion
        assertEquals(BEN, decision.agent().orElseThrow());
        assertEquals("""
                sticky-then-idle: ben
                  CHOSEN about person:ben: capacity = 4 units, load = 0 units
                  MORE_OCCUPIED about person:ana by leastOccupied: best = 0 share, own = 0.75 share
                  SKILL_MISSING about person:chi by requireSkills: needed = 2 level, skill = german""", why);
        // region routing-nobody
        Routing nobody = policy.route(work, TEAM.onDuty(Set.of(CHI)), now);
        List<Reason> reasons = nobody.reasons(); // NOT_ON_DUTY: 2 people, SKILL_MISSING: 1 people
        // endregion
        assertEquals("[NOT_ON_DUTY: candidates = 2 people, SKILL_MISSING: candidates = 1 people]", reasons.toString());
        assertTrue(((Routing.Unassigned) nobody).isExhausted());
    }

    @Test
    void handOutAQueue() {
        List<WorkItem> queue = List.of(
                mail("T-1").needs(GERMAN, 3).build(),
                mail("T-2").openToAll(true).priority(Priority.HIGH).build(),
                mail("T-3").needs(GERMAN, 3).build());
        // region routing-drain
        Drain drain = POLICY.drain(queue, TEAM, NOON);
        List<Routing.Assigned> assigned = drain.assigned();
        List<Routing.Unassigned> left = drain.left(); // nobody could take these
        RoutingTeam after = drain.team();
        FairnessAudit fairness = after.fairness(); // Jain and Gini index of units an available hour
        // endregion
        assertEquals(
                List.of(BEN, ANA), assigned.stream().map(Routing.Assigned::to).toList());
        assertEquals(TicketId.of("T-3"), left.get(0).work().id());
        assertEquals(0.6667, fairness.balance().jain().orElseThrow(), 1e-3);
    }

    @Test
    void capacity() {
        WorkItem chat = mail("T-4").channel(Channel.CHAT).openToAll(true).build();
        // region routing-capacity
        CapacityRules rules = CapacityRules.builder()
                .weigh(Channel.EMAIL, "0.5")
                .weigh(WorkState.PAUSED, "0.25")
                .putChannelLimit(Channel.CHAT, BigDecimal.valueOf(3))
                .build();
        CapacityLedger ledger = CapacityLedger.of(rules).hold(ANA, chat, WorkState.ACTIVE);
        CapacityLedger silent = ledger.move(chat.id(), WorkState.PAUSED); // 0.25 units, not forgotten
        RoutingTeam team = silent.team(List.of(ANA_BUSY, BEN_IDLE));
        List<Reason> overloads = silent.overloads(List.of(ANA_BUSY, BEN_IDLE)); // nobody
        // endregion
        assertEquals(new BigDecimal("0.25"), team.find(ANA).orElseThrow().load());
        assertEquals(List.of(), overloads);
    }

    @Test
    void whenNobodyFits() {
        WorkItem work = mail("T-5").needs(GERMAN, 3).build();
        TeamId firstLine = TeamId.of("first-line");
        TeamId secondLine = TeamId.of("second-line");
        Map<TeamId, RoutingTeam> teams = Map.of(firstLine, RoutingTeam.of(BEN_IDLE), secondLine, TEAM);
        // region routing-rings
        SkillRings widening = SkillRings.of(
                Ring.strict(ofMinutes(10)),
                Ring.strict(ofMinutes(20)).withLower(1), // one level less will do
                Ring.strict(ofHours(1)).withLower(1).withWaived(GERMAN.skillId())); // anybody
        RoutingPolicy patient = rings(widening).then(withinCapacity()).then(leastOccupied());
        // endregion
        RoutingTeam ben = RoutingTeam.of(BEN_IDLE);
        assertFalse(patient.route(work, ben, NOON).isAssigned());
        assertTrue(patient.route(work, ben, NOON.plus(ofMinutes(10))).isAssigned());
        // region routing-escalate
        RoutingPolicy firstThenEngineers = inRole(JobRole.ASSOCIATE.id())
                .then(withinAuthority())
                .then(withinCapacity())
                .orElse(inRole(JobRole.ENGINEER.id()).then(requireSkills()).then(withinCapacity()));
        Overflow chain = Overflow.from(firstLine).then(secondLine, ofMinutes(15));
        Overflow.Passage passage =
                chain.route(work, POLICY, teams, NOON); // asks on at once where waiting does not help
        // endregion
        assertEquals(ANA, passage.routing().agent().orElseThrow());
        assertEquals(secondLine, passage.team());
        assertFalse(firstThenEngineers.route(work, TEAM, NOON).isAssigned());
        // region routing-offer
        Offer offer = Offer.of((Routing.Assigned) passage.routing(), ofMinutes(1));
        boolean open = offer.isOpenAt(NOON.plusSeconds(59));
        WorkItem back = offer.declined(); // never comes to ana again
        // endregion
        assertTrue(open);
        assertTrue(back.declinedBy().contains(ANA));
    }
}

package dev.customerservice.roles.routing;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.skill.Skill;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the tests of routing have in common. */
final class Desk {

    static final Instant MONDAY_NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final AgentId ANA = AgentId.of("ana");
    static final AgentId BEN = AgentId.of("ben");
    static final AgentId CHI = AgentId.of("chi");
    static final AgentId DEE = AgentId.of("dee");
    static final Skill GERMAN = Skill.of("German", Skill.Family.LANGUAGE);
    static final Skill FRENCH = Skill.of("French", Skill.Family.LANGUAGE);
    static final Skill BILLING = Skill.of("Billing", Skill.Family.PRODUCT);

    private Desk() {}

    /** Mail that anybody may take, since noon. */
    static WorkItem.Builder work(String id) {
        return WorkItem.builder()
                .id(TicketId.of(id))
                .queuedAt(MONDAY_NOON)
                .channel(Channel.EMAIL)
                .openToAll(true);
    }

    /** Mail that needs a skill, since noon. */
    static WorkItem.Builder work(String id, Skill skill, int level) {
        return work(id).openToAll(false).needs(skill, level);
    }

    static Candidate.Builder person(AgentId agent, int capacity) {
        return Candidate.builder().agent(agent).capacity(capacity);
    }

    static Optional<AgentId> who(RoutingPolicy policy, WorkItem work, RoutingTeam team) {
        return policy.route(work, team, MONDAY_NOON).agent();
    }

    static String why(Routing routing, AgentId agent) {
        Reason reason = routing.explain().verdicts().get(agent);
        return reason == null ? "not in the team" : reason.code();
    }

    static List<String> codes(List<Reason> reasons) {
        return reasons.stream().map(Reason::code).toList();
    }
}

package dev.customerservice.roles;

import com.fasterxml.jackson.databind.JsonNode;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.roles.routing.Candidate;
import dev.customerservice.roles.routing.FairnessAudit;
import dev.customerservice.roles.routing.RoutingPolicy;
import dev.customerservice.roles.routing.RoutingTeam;
import dev.customerservice.roles.routing.SkillCoverage;
import dev.customerservice.roles.routing.SkillRings;
import dev.customerservice.roles.routing.WorkItem;
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
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds library values out of the inputs of a routing case and asks the library; no formula stands here. */
final class RoutingVectors {

    static final Set<String> KINDS = Set.of("route", "bullseye_ring", "assignment_fairness", "skill_coverage");

    private static final Instant NOW = Instant.parse("2025-06-02T10:00:00Z");

    private RoutingVectors() {}

    static Map<String, @Nullable Object> run(String kind, JsonNode in) {
        Map<String, @Nullable Object> out = new HashMap<>();
        switch (kind) {
            case "route" -> route(in, out);
            case "bullseye_ring" -> {
                List<SkillRings.Ring> rings = new ArrayList<>();
                in.get("ringSeconds").forEach(lasts -> rings.add(SkillRings.Ring.strict(seconds(lasts))));
                out.put(
                        "ring",
                        SkillRings.of(rings.toArray(SkillRings.Ring[]::new)).ringAt(seconds(in.get("waitSeconds"))));
            }
            case "assignment_fairness" -> fairness(in, out);
            case "skill_coverage" -> coverage(in, out);
            default -> throw new AssertionError("unknown kind of case: " + kind);
        }
        return out;
    }

    private static void route(JsonNode in, Map<String, @Nullable Object> out) {
        List<Candidate> people = new ArrayList<>();
        for (JsonNode agent : in.get("agents")) {
            Map<SkillId, Integer> skills = new HashMap<>();
            agent.get("skills")
                    .properties()
                    .forEach(skill -> skills.put(
                            SkillId.of(skill.getKey()), skill.getValue().asInt()));
            people.add(Candidate.builder()
                    .agent(AgentId.of(agent.get("id").asText()))
                    .skills(skills)
                    .onDuty(agent.get("available").asBoolean())
                    .load(new BigDecimal(agent.get("load").asText()))
                    .capacity(new BigDecimal(agent.get("capacity").asText()))
                    .lastAssignedAt(Optional.of(agent.get("lastAssignedAt"))
                            .filter(at -> !at.isNull())
                            .map(at -> Instant.parse(at.asText())))
                    .build());
        }
        List<SkillRequirement> needs = new ArrayList<>();
        in.get("requiredSkills")
                .properties()
                .forEach(skill -> needs.add(new SkillRequirement(
                        SkillId.of(skill.getKey()), skill.getValue().asInt(), 1, 1, Optional.empty())));
        WorkItem work = WorkItem.builder()
                .id(TicketId.of("vector"))
                .queuedAt(NOW)
                .channel(Channel.EMAIL)
                .requires(needs)
                .openToAll(needs.isEmpty())
                .weight(new BigDecimal(in.get("workWeight").asText()))
                .build();
        RoutingPolicy policy = RoutingPolicy.requireSkills()
                .then(RoutingPolicy.withinCapacity())
                .then(preference(in.get("policy").asText()));
        out.put(
                "assignee",
                policy.route(work, RoutingTeam.of(people), NOW)
                        .agent()
                        .map(AgentId::value)
                        .orElse(null));
    }

    private static RoutingPolicy preference(String name) {
        return switch (name) {
            case "LONGEST_SINCE_ASSIGNED" -> RoutingPolicy.longestSinceAssigned();
            case "LEAST_LOAD" -> RoutingPolicy.leastLoaded();
            case "MOST_SPARE" -> RoutingPolicy.mostSpare();
            case "LOWEST_UTILISATION" -> RoutingPolicy.leastOccupied();
            case "BEST_SKILL" -> RoutingPolicy.bestSkilled();
            default -> throw new AssertionError("unknown policy: " + name);
        };
    }

    private static void fairness(JsonNode in, Map<String, @Nullable Object> out) {
        List<Candidate> people = new ArrayList<>();
        for (JsonNode count : in.get("counts")) {
            people.add(Candidate.builder()
                    .agent(AgentId.of("a" + people.size()))
                    .capacity(1)
                    .assigned(new BigDecimal(count.asText()))
                    .build());
        }
        FairnessAudit audit = FairnessAudit.of(people);
        out.put("jainIndex", orNull(audit.balance().jain()));
        out.put("gini", orNull(audit.balance().gini()));
        out.put("maxMinusMin", audit.range());
    }

    private static void coverage(JsonNode in, Map<String, @Nullable Object> out) {
        Map<SkillId, Integer> demand = new HashMap<>();
        in.get("simultaneousDemandBySkill")
                .properties()
                .forEach(skill ->
                        demand.put(SkillId.of(skill.getKey()), skill.getValue().asInt()));
        List<SkillCoverage.Group> groups = new ArrayList<>();
        for (JsonNode group : in.get("agentGroups")) {
            Set<SkillId> skills = new HashSet<>();
            group.get("skills").forEach(skill -> skills.add(SkillId.of(skill.asText())));
            groups.add(new SkillCoverage.Group(skills, group.get("count").asInt()));
        }
        SkillCoverage coverage = SkillCoverage.of(demand, groups);
        out.put("matched", coverage.served());
        out.put("shortfall", coverage.shortfall());
        out.put("feasible", coverage.isFeasible());
    }

    private static Duration seconds(JsonNode number) {
        return Duration.ofSeconds(number.asLong());
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}

package dev.customerservice.roles.json;

import static dev.customerservice.roles.json.PlaybookJson.label;
import static dev.customerservice.roles.json.PlaybookJson.list;
import static dev.customerservice.roles.json.PlaybookJson.map;
import static dev.customerservice.roles.json.PlaybookJson.need;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.roles.routing.CapacityRules;
import dev.customerservice.roles.routing.SkillRings;
import dev.customerservice.roles.routing.SurgePlan;
import dev.customerservice.roles.routing.WorkState;
import dev.customerservice.roles.skill.SkillId;
import dev.customerservice.roles.staffing.BalancedChat;
import dev.customerservice.roles.staffing.ErlangA;
import dev.customerservice.roles.staffing.ErlangB;
import dev.customerservice.roles.staffing.ErlangC;
import dev.customerservice.roles.staffing.StaffingModel;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the data of routing, and a staffing model, stand in a file. */
final class RoutingJson {

    private RoutingJson() {}

    /** A staffing model of the library. */
    record ModelJson(
            @Nullable String type,
            @Nullable Duration meanPatience,
            @Nullable List<BigDecimal> paces) {

        static ModelJson of(StaffingModel model) {
            if (model instanceof ErlangA patient) {
                return new ModelJson("erlang_a", patient.meanPatience(), null);
            }
            if (model instanceof BalancedChat chat) {
                return new ModelJson("balanced_chat", null, chat.paces());
            }
            if (model instanceof ErlangB || model instanceof ErlangC) {
                return new ModelJson(model instanceof ErlangB ? "erlang_b" : "erlang_c", null, null);
            }
            throw new IllegalArgumentException(
                    "model must be one of the library\nMaybe name it in code, where it is written.");
        }

        StaffingModel toModel() {
            return switch (need(type, "type")) {
                case "erlang_a" -> ErlangA.of(need(meanPatience, "mean_patience"));
                case "erlang_b" -> ErlangB.model();
                case "erlang_c" -> ErlangC.model();
                case "balanced_chat" -> new BalancedChat(need(paces, "paces"));
                default ->
                    throw new IllegalArgumentException("type (" + type
                            + ") must be one of [balanced_chat, erlang_a, erlang_b, erlang_c]\nMaybe it is misspelt.");
            };
        }
    }

    /** Weights and limits. */
    record CapacityJson(
            @Nullable List<FactorJson> factors, @Nullable List<LimitJson> limits) {

        static CapacityJson of(CapacityRules rules) {
            return new CapacityJson(
                    rules.factors().stream().map(FactorJson::of).toList(),
                    rules.channelLimits().entrySet().stream()
                            .map(each -> new LimitJson(each.getKey(), each.getValue()))
                            .sorted(Comparator.comparing(each -> String.valueOf(each.channel)))
                            .toList());
        }

        CapacityRules toRules() {
            CapacityRules.Builder rules = CapacityRules.builder();
            list(factors).forEach(each -> rules.addFactors(each.toFactor()));
            list(limits)
                    .forEach(each -> rules.putChannelLimit(need(each.channel, "channel"), need(each.units, "units")));
            return rules.build();
        }
    }

    /** A factor for a channel, a state or both. */
    record FactorJson(
            @Nullable Channel channel,
            @Nullable String state,
            @Nullable BigDecimal factor) {

        static FactorJson of(CapacityRules.Factor factor) {
            return new FactorJson(
                    factor.channel().orElse(null),
                    factor.state().map(PlaybookJson::name).orElse(null),
                    factor.factor());
        }

        CapacityRules.Factor toFactor() {
            return new CapacityRules.Factor(
                    Optional.ofNullable(channel),
                    Optional.ofNullable(state).map(text -> label(text, WorkState.class)),
                    need(factor, "factor"));
        }
    }

    /** The limit of a channel. */
    record LimitJson(@Nullable Channel channel, @Nullable BigDecimal units) {}

    /** Rings, a list. */
    record RingsJson(@Nullable List<RingJson> rings) {

        static RingsJson of(SkillRings rings) {
            return new RingsJson(rings.rings().stream().map(RingJson::of).toList());
        }

        SkillRings toRings() {
            return SkillRings.builder()
                    .addAllRings(list(rings).stream().map(RingJson::toRing).toList())
                    .build();
        }
    }

    /** What is asked for some time. */
    record RingJson(
            @Nullable Duration lasts,
            @Nullable Integer lower,
            @Nullable List<String> waived,
            @Nullable Map<String, List<String>> substitutes) {

        static RingJson of(SkillRings.Ring ring) {
            Map<String, List<String>> others = new TreeMap<>();
            ring.substitutes().forEach((skill, known) -> others.put(skill.value(), skills(known)));
            return new RingJson(
                    ring.lasts(),
                    ring.lower() == 0 ? null : ring.lower(),
                    ring.waived().isEmpty() ? null : skills(ring.waived()),
                    others.isEmpty() ? null : others);
        }

        private static List<String> skills(Collection<SkillId> skills) {
            return skills.stream().map(SkillId::value).sorted().toList();
        }

        SkillRings.Ring toRing() {
            Map<SkillId, Set<SkillId>> others = new HashMap<>();
            map(substitutes).forEach((skill, known) -> others.put(SkillId.of(skill), ids(known)));
            return new SkillRings.Ring(need(lasts, "lasts"), lower == null ? 0 : lower, ids(list(waived)), others);
        }

        private static Set<SkillId> ids(List<String> skills) {
            return skills.stream().map(SkillId::of).collect(Collectors.toSet());
        }
    }

    /** A surge plan. */
    record SurgeJson(
            @Nullable String id,
            @Nullable BigDecimal waitingPerAgent,
            @Nullable Duration oldestWait,
            @Nullable Long arrivals,
            @Nullable Integer ofOneIncident,
            @Nullable List<AgentId> reserve,
            @Nullable List<RingJson> rings,
            @Nullable List<Channel> postponed) {

        static SurgeJson of(SurgePlan plan) {
            return new SurgeJson(
                    plan.id(),
                    plan.waitingPerAgent().orElse(null),
                    plan.oldestWait().orElse(null),
                    plan.arrivals().isPresent() ? plan.arrivals().getAsLong() : null,
                    plan.ofOneIncident().isPresent() ? plan.ofOneIncident().getAsInt() : null,
                    plan.reserve().isEmpty()
                            ? null
                            : plan.reserve().stream()
                                    .sorted(Comparator.comparing(AgentId::value))
                                    .toList(),
                    plan.rings().map(rings -> RingsJson.of(rings).rings()).orElse(null),
                    plan.postponed().isEmpty()
                            ? null
                            : plan.postponed().stream()
                                    .sorted(Comparator.comparing(Channel::name))
                                    .toList());
        }

        SurgePlan toPlan() {
            SurgePlan.Builder plan = SurgePlan.builder();
            return plan.id(need(id, "id"))
                    .waitingPerAgent(Optional.ofNullable(waitingPerAgent))
                    .oldestWait(Optional.ofNullable(oldestWait))
                    .arrivals(arrivals == null ? OptionalLong.empty() : OptionalLong.of(arrivals))
                    .ofOneIncident(ofOneIncident == null ? OptionalInt.empty() : OptionalInt.of(ofOneIncident))
                    .addAllReserve(list(reserve))
                    .rings(Optional.ofNullable(rings).map(each -> new RingsJson(each).toRings()))
                    .addAllPostponed(list(postponed))
                    .build();
        }
    }
}

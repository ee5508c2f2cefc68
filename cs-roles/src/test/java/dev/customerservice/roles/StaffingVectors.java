package dev.customerservice.roles;

import com.fasterxml.jackson.databind.JsonNode;
import dev.customerservice.metrics.kpi.ServiceLevel;
import dev.customerservice.metrics.kpi.ServiceLevel.Abandons;
import dev.customerservice.roles.staffing.BalancedChat;
import dev.customerservice.roles.staffing.ErlangA;
import dev.customerservice.roles.staffing.ErlangB;
import dev.customerservice.roles.staffing.ErlangC;
import dev.customerservice.roles.staffing.QueueOutlook;
import dev.customerservice.roles.staffing.ServiceLevelGoal;
import dev.customerservice.roles.staffing.Shrinkage;
import dev.customerservice.roles.staffing.StaffingModel;
import dev.customerservice.roles.staffing.StaffingRequirement;
import dev.customerservice.roles.staffing.Workload;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds workloads, goals and models out of the inputs of a case and asks the library; no formula stands here. */
final class StaffingVectors {

    static final Set<String> KINDS = Set.of(
            "erlang_b",
            "required_servers_b",
            "erlang_c",
            "required_agents_c",
            "erlang_a",
            "required_agents_a",
            "shrinkage",
            "chat_balanced");

    /** How this library calls what the cases call otherwise, as its refusals name it. */
    static final Map<String, List<String>> NOUNS = Map.ofEntries(
            Map.entry("servers", List.of("agents")),
            Map.entry("offeredLoad", List.of("arrivals")),
            Map.entry("arrivalsPerInterval", List.of("arrivals")),
            Map.entry("arrivalsPerHour", List.of("arrivals")),
            Map.entry("intervalSeconds", List.of("interval")),
            Map.entry("ahtSeconds", List.of("handleTime")),
            Map.entry("meanPatienceSeconds", List.of("meanPatience")),
            Map.entry("thresholdSeconds", List.of("threshold")),
            Map.entry("targetServiceLevel", List.of("share")),
            Map.entry("maxAverageSpeedOfAnswerSeconds", List.of("maxMeanWait")),
            Map.entry("agentCompletionsPerHourByConcurrency", List.of("completions", "paces")),
            Map.entry("requiredOnDuty", List.of("onDuty")),
            Map.entry("components", List.of("share", "losses")));

    private StaffingVectors() {}

    static Map<String, @Nullable Object> run(String kind, JsonNode in) {
        Map<String, @Nullable Object> out = new HashMap<>();
        switch (kind) {
            case "erlang_b" ->
                out.put(
                        "blockingProbability",
                        ErlangB.model()
                                .outlook(load(in), in.get("servers").asInt(), Duration.ZERO)
                                .probabilityOfBlocking());
            case "required_servers_b" -> {
                StaffingRequirement requirement = require(
                        ErlangB.model(), load(in), goal(in, Duration.ZERO).build());
                out.put("servers", requirement.onDuty());
                out.put("blockingProbability", requirement.outlook().probabilityOfBlocking());
            }
            case "erlang_c" -> describe(outlook(ErlangC.model(), in), out);
            case "erlang_a" -> describe(outlook(patient(in), in), out);
            case "required_agents_c" -> {
                StaffingRequirement requirement = require(
                        ErlangC.model(),
                        work(in),
                        goal(in, time(in, "thresholdSeconds")).build());
                out.put("agents", requirement.onDuty());
                out.put("serviceLevelAtAgents", requirement.outlook().serviceLevel());
                out.put("serviceLevelAtOneFewer", requirement.oneFewer().serviceLevel());
            }
            case "required_agents_a" -> {
                StaffingRequirement requirement = require(
                        patient(in),
                        work(in),
                        goal(in, time(in, "thresholdSeconds")).build());
                out.put("agents", requirement.onDuty());
                out.put("serviceLevelServedOverOffered", requirement.outlook().serviceLevel());
                out.put("probabilityOfAbandonment", requirement.outlook().probabilityOfAbandonment());
            }
            case "shrinkage" -> shrinkage(in, out);
            case "chat_balanced" -> chat(in, out);
            default -> throw new AssertionError("unknown kind of case: " + kind);
        }
        return out;
    }

    private static void describe(QueueOutlook outlook, Map<String, @Nullable Object> out) {
        out.put("offeredLoad", outlook.workload().offeredLoad());
        out.put("stable", outlook.isStable());
        out.put("probabilityOfWait", outlook.probabilityOfWait());
        out.put("probabilityOfAbandonment", outlook.probabilityOfAbandonment());
        out.put("serviceLevel", outlook.serviceLevel());
        out.put("averageSpeedOfAnswerSeconds", orNull(outlook.meanWaitSeconds()));
        out.put("meanWaitAllSeconds", orNull(outlook.meanWaitSeconds()));
        out.put("meanWaitServedSeconds", orNull(outlook.meanWaitAnsweredSeconds()));
        out.put("meanWaitOfDelayedSeconds", orNull(outlook.meanWaitDelayedSeconds()));
        out.put("averageQueueLength", orNull(outlook.queueLength()));
        out.put("occupancy", outlook.occupancy());
        out.put("queueGrowthPerHour", orNull(outlook.queueGrowthPerHour()));
        out.put("serviceLevelServedOverOffered", orNull(outlook.serviceLevel(Abandons.NEGATIVE)));
        out.put("serviceLevelExcludingShortAbandons", orNull(outlook.serviceLevel(Abandons.IGNORED)));
        out.put("serviceLevelCountingShortAbandonsAsMet", orNull(outlook.serviceLevel(Abandons.POSITIVE)));
        out.put("probabilityWaitExceedsThreshold", outlook.waitsLonger());
    }

    private static void shrinkage(JsonNode in, Map<String, @Nullable Object> out) {
        Shrinkage.Builder losses = Shrinkage.builder();
        losses.composition(
                Shrinkage.Composition.valueOf(in.get("composition").asText().toUpperCase(Locale.ROOT)));
        in.get("components").forEach(share -> losses.unplanned("loss", share.asText()));
        Shrinkage shrinkage = losses.build();
        int onDuty = in.get("requiredOnDuty").asInt();
        out.put("availability", shrinkage.availability());
        out.put("scheduledExact", shrinkage.scheduledExact(BigDecimal.valueOf(onDuty)));
        out.put("scheduled", shrinkage.scheduled(onDuty));
    }

    private static void chat(JsonNode in, Map<String, @Nullable Object> out) {
        List<BigDecimal> completions = new ArrayList<>();
        in.get("agentCompletionsPerHourByConcurrency").forEach(pace -> completions.add(new BigDecimal(pace.asText())));
        QueueOutlook outlook = BalancedChat.ofCompletions(completions)
                .outlook(
                        Workload.atPace(number(in, "arrivalsPerHour"), completions.get(0), Duration.ofHours(1)),
                        in.get("agents").asInt(),
                        time(in, "thresholdSeconds"));
        describe(outlook, out);
        out.put("slots", outlook.places());
        out.put("maxThroughputPerHour", outlook.maxThroughputPerHour());
        out.put("meanChatsInService", outlook.meanInService());
        out.put("meanConcurrencyPerAgent", outlook.meanInServicePerAgent());
    }

    private static QueueOutlook outlook(StaffingModel model, JsonNode in) {
        return model.outlook(work(in), in.get("agents").asInt(), time(in, "thresholdSeconds"));
    }

    private static StaffingRequirement require(StaffingModel model, Workload work, ServiceLevelGoal goal) {
        return model.require(work, goal, Shrinkage.none());
    }

    private static ErlangA patient(JsonNode in) {
        return ErlangA.of(time(in, "meanPatienceSeconds"));
    }

    private static Workload load(JsonNode in) {
        return Workload.ofLoad(number(in, "offeredLoad"));
    }

    private static Workload work(JsonNode in) {
        return Workload.of(number(in, "arrivalsPerInterval"), time(in, "intervalSeconds"), time(in, "ahtSeconds"));
    }

    private static ServiceLevelGoal.Builder goal(JsonNode in, Duration threshold) {
        ServiceLevelGoal.Builder goal = ServiceLevelGoal.builder();
        goal.rule(ServiceLevel.within(threshold));
        if (in.has("targetServiceLevel")) {
            goal.share(number(in, "targetServiceLevel"));
        }
        if (in.has("maxOccupancy")) {
            goal.maxOccupancy(number(in, "maxOccupancy"));
        }
        if (in.has("maxAverageSpeedOfAnswerSeconds")) {
            goal.maxMeanWait(time(in, "maxAverageSpeedOfAnswerSeconds"));
        }
        if (in.has("maxProbabilityOfWait")) {
            goal.maxProbabilityOfWait(number(in, "maxProbabilityOfWait"));
        }
        if (in.has("maxAbandonment")) {
            goal.maxAbandonment(number(in, "maxAbandonment"));
        }
        if (in.has("maxBlocking")) {
            goal.maxBlocking(number(in, "maxBlocking"));
        }
        return goal;
    }

    private static BigDecimal number(JsonNode in, String field) {
        return new BigDecimal(in.get(field).asText());
    }

    private static Duration time(JsonNode in, String field) {
        return Duration.ofNanos(number(in, field).movePointRight(9).longValueExact());
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}

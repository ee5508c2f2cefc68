package dev.customerservice.roles.plan;

import static java.util.Comparator.comparingDouble;

import dev.customerservice.domain.text.Shown;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Ratio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** What customers go through, in their own order: what they do, where they meet the service, and what hurts. */
@Value.Immutable
public interface JourneyMap extends WithJourneyMap {

    /** {@return the stages in the order in which customers pass them, at least one} */
    List<Stage> stages();

    /**
     * One stretch of the journey.
     *
     * @param id the name by which goals and counts refer to it; not blank
     * @param activities what customers do there
     * @param touchpoints where they meet the service
     * @param painPoints what hurts
     */
    record Stage(String id, List<String> activities, List<Touchpoint> touchpoints, List<PainPoint> painPoints) {
        /** Refuses a stage without a name or in which nothing happens. */
        public Stage {
            activities = List.copyOf(activities);
            touchpoints = List.copyOf(touchpoints);
            painPoints = List.copyOf(painPoints);
            if (id.isBlank() || (activities.isEmpty() && touchpoints.isEmpty())) {
                throw new IllegalArgumentException("stage (" + Shown.of(id)
                        + ") must have a name and an activity or touchpoint\nMaybe join it with the stage before.");
            }
        }
    }

    /**
     * Where customers meet the service.
     *
     * @param id the name by which steps refer to it
     * @param channel how they talk there
     */
    record Touchpoint(String id, Channel channel) {}

    /**
     * Something that hurts.
     *
     * @param id the name by which steps and counts refer to it
     * @param severity how much, 1 (a nuisance) to 5 (customers leave)
     * @param at the touchpoint of the same stage where it hurts; empty when it is elsewhere
     */
    record PainPoint(String id, int severity, Optional<String> at) {
        /** Refuses a severity off its scale. */
        public PainPoint {
            if (severity < 1 || severity > 5) {
                throw new IllegalArgumentException("severity (" + severity + ") of pain point " + id
                        + " must be 1 to 5\nMaybe 3 for something in the middle.");
            }
        }
    }

    /**
     * The contacts that one stage causes.
     *
     * @param stage the stage; empty for contacts whose reason the map does not know
     * @param contacts how many
     * @param share their share of all contacts
     * @param upToHere the share of this driver and all larger ones, as in a Pareto chart
     */
    record Driver(Optional<String> stage, long contacts, Ratio share, Ratio upToHere) {}

    /**
     * A pain point with its weight.
     *
     * @param pain the pain point
     * @param weight frequency times severity times dissatisfaction; no data when nobody was asked
     */
    record Ranked(PainPoint pain, Measurement<Double> weight) {}

    /**
     * Finds which stages make customers contact the service.
     *
     * @param contacts how many contacts by reason: the id of a stage, touchpoint or pain point; any other reason is unknown
     * @return the drivers, the largest first, of equal ones the earlier stage; unknown reasons stay visible as one driver; empty
     *     when there are no contacts
     */
    default List<Driver> contactDrivers(Map<String, Long> contacts) {
        Map<String, String> stageOf = new HashMap<>();
        for (Stage stage : stages()) {
            stageOf.put(stage.id(), stage.id());
            stage.touchpoints().forEach(touchpoint -> stageOf.put(touchpoint.id(), stage.id()));
            stage.painPoints().forEach(pain -> stageOf.put(pain.id(), stage.id()));
        }
        Map<Optional<String>, Long> byStage = new LinkedHashMap<>();
        stages().forEach(stage -> byStage.put(Optional.of(stage.id()), 0L));
        contacts.forEach(
                (reason, count) -> byStage.merge(Optional.ofNullable(stageOf.get(reason)), count, Math::addExact));
        long all = byStage.values().stream().mapToLong(Long::longValue).sum();
        List<Driver> drivers = new ArrayList<>();
        long upToHere = 0;
        for (var entry : byStage.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .toList()) {
            upToHere += entry.getValue();
            drivers.add(new Driver(
                    entry.getKey(), entry.getValue(), Ratio.of(entry.getValue(), all), Ratio.of(upToHere, all)));
        }
        return List.copyOf(drivers);
    }

    /**
     * Ranks what hurts: frequency × severity × (1 − satisfaction).
     *
     * @param frequency how often each pain point was met, by its id; 0 when absent
     * @param satisfaction the satisfaction of those who met it, by its id
     * @return the pain points, the heaviest first, of equal ones in the order of the journey; those without a satisfaction last
     */
    default List<Ranked> rankedPainPoints(Map<String, Long> frequency, Map<String, Measurement<Ratio>> satisfaction) {
        Measurement<Ratio> notAsked = Measurement.noData(Absence.NO_FACTS, LeftOut.none());
        return stages().stream()
                .flatMap(stage -> stage.painPoints().stream())
                .map(pain -> new Ranked(
                        pain,
                        weight(
                                pain,
                                frequency.getOrDefault(pain.id(), 0L),
                                satisfaction.getOrDefault(pain.id(), notAsked))))
                .sorted(comparingDouble(ranked -> -ranked.weight().amount().orElse(-1.0)))
                .toList();
    }

    private static Measurement<Double> weight(PainPoint pain, long met, Measurement<Ratio> satisfaction) {
        Optional<Double> satisfied =
                satisfaction.amount().map(ratio -> ratio.value().orElse(Double.NaN));
        return satisfied.isPresent() && satisfied.get().isNaN()
                ? Measurement.noData(Absence.NOTHING_COUNTED, satisfaction.leftOut())
                : satisfaction.map(
                        ratio -> met * pain.severity() * (1 - ratio.value().orElseThrow()));
    }

    /**
     * Looks a touchpoint up.
     *
     * @param id its id
     * @return the touchpoint; empty when the journey has none of this id
     */
    default Optional<Touchpoint> touchpoint(String id) {
        return stages().stream()
                .flatMap(stage -> stage.touchpoints().stream())
                .filter(touchpoint -> touchpoint.id().equals(id))
                .findFirst();
    }

    /**
     * Refuses a journey that counts could not refer to.
     *
     * @throws IllegalArgumentException when there is no stage, an id is given twice, or a pain point is at a touchpoint that its
     *     stage does not have
     */
    @Value.Check
    default void check() {
        if (stages().isEmpty()) {
            throw new IllegalArgumentException(
                    "stages (0) must be at least one\nMaybe start with: looks for help, asks, gets an answer.");
        }
        Set<String> seen = new HashSet<>();
        for (Stage stage : stages()) {
            requireNew(stage.id(), seen);
            Set<String> here = new HashSet<>();
            for (Touchpoint touchpoint : stage.touchpoints()) {
                requireNew(touchpoint.id(), seen);
                here.add(touchpoint.id());
            }
            for (PainPoint pain : stage.painPoints()) {
                requireNew(pain.id(), seen);
                if (pain.at().filter(at -> !here.contains(at)).isPresent()) {
                    throw new IllegalArgumentException(
                            "touchpoint (" + pain.at().get() + ") of pain point " + pain.id() + " must be in stage "
                                    + stage.id() + "\nMaybe one of " + here + "?");
                }
            }
        }
    }

    private static void requireNew(String id, Set<String> seen) {
        if (!seen.add(id)) {
            throw new IllegalArgumentException("id (" + Shown.of(id)
                    + ") must be in the journey once\nMaybe put the name of the stage before it.");
        }
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the stages of a journey in order. */
    final class Builder extends ImmutableJourneyMap.Builder {
        Builder() {}
    }
}

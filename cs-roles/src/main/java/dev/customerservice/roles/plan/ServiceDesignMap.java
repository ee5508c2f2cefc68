package dev.customerservice.roles.plan;

import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.text.Shown;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.immutables.value.Value;

/** How the organisation serves the journey: which step serves which touchpoint, by whom, on which channel and with which system. */
@Value.Immutable
public interface ServiceDesignMap extends WithServiceDesignMap {

    /** {@return the steps in the order in which they are done} */
    List<Step> steps();

    /**
     * One step of the service.
     *
     * @param id its name; not blank
     * @param serves the touchpoints it serves
     * @param owner the team that answers for it; empty when nobody does
     * @param channel the channel on which it happens; empty when that is open
     * @param system the system that supports it; empty when there is none
     * @param answers the pain points it does something about
     */
    record Step(
            String id,
            Set<String> serves,
            Optional<TeamId> owner,
            Optional<Channel> channel,
            Optional<String> system,
            Set<String> answers) {
        /** Copies the sets and refuses a step without a name. */
        public Step {
            if (id.isBlank()) {
                throw new IllegalArgumentException("step (" + Shown.of(id)
                        + ") must have a name\nMaybe say what is done: answer, refund, call back.");
            }
            serves = Set.copyOf(serves);
            answers = Set.copyOf(answers);
        }
    }

    /**
     * Lays the map over a journey.
     *
     * @param journey the journey
     * @return for each touchpoint {@code NO_OWNER}, {@code NO_CHANNEL} (no serving step on the touchpoint's own channel) and
     *     {@code NO_SYSTEM}; then {@code PAIN_UNANSWERED} for each pain point and {@code ORPHAN_STEP} for each step that serves
     *     nothing of the journey; empty when the two are aligned
     */
    default List<Reason> alignment(JourneyMap journey) {
        List<Reason> problems = new ArrayList<>();
        for (JourneyMap.Stage stage : journey.stages()) {
            for (JourneyMap.Touchpoint touchpoint : stage.touchpoints()) {
                List<Step> serving = steps().stream()
                        .filter(step -> step.serves().contains(touchpoint.id()))
                        .toList();
                Subject about = Subject.of("touchpoint", touchpoint.id());
                require("NO_OWNER", about, stage, serving, step -> step.owner().isPresent(), problems);
                require(
                        "NO_CHANNEL",
                        about,
                        stage,
                        serving,
                        step -> step.channel()
                                .filter(touchpoint.channel()::equals)
                                .isPresent(),
                        problems);
                require(
                        "NO_SYSTEM",
                        about,
                        stage,
                        serving,
                        step -> step.system().isPresent(),
                        problems);
            }
        }
        for (JourneyMap.Stage stage : journey.stages()) {
            for (JourneyMap.PainPoint pain : stage.painPoints()) {
                Subject about = Subject.of("pain-point", pain.id());
                require(
                        "PAIN_UNANSWERED",
                        about,
                        stage,
                        steps(),
                        step -> step.answers().contains(pain.id()),
                        problems);
            }
        }
        for (Step step : steps()) {
            if (step.serves().stream().noneMatch(id -> journey.touchpoint(id).isPresent())) {
                problems.add(Reason.rule("ORPHAN_STEP").withAbout(Subject.of("step", step.id())));
            }
        }
        return List.copyOf(problems);
    }

    private static void require(
            String code,
            Subject about,
            JourneyMap.Stage stage,
            List<Step> steps,
            Predicate<Step> does,
            List<Reason> problems) {
        if (steps.stream().noneMatch(does)) {
            problems.add(Reason.rule(code).withAbout(about).withWhere(stage.id()));
        }
    }

    /**
     * Compares the channels that customers want with those that are offered.
     *
     * @param demand the contacts wanted on each channel
     * @return the share of the demand less the share of the steps, by channel; above zero where too little is offered. The gaps sum
     *     to 0. Empty when nothing is wanted or no step has a channel
     */
    default Map<Channel, Double> channelFit(Map<Channel, Long> demand) {
        Map<Channel, Long> offered = new LinkedHashMap<>();
        steps().forEach(step -> step.channel().ifPresent(channel -> offered.merge(channel, 1L, Long::sum)));
        double wanted = demand.values().stream().mapToLong(Long::longValue).sum();
        double steps = offered.values().stream().mapToLong(Long::longValue).sum();
        Map<Channel, Double> fit = new LinkedHashMap<>();
        if (wanted > 0 && steps > 0) {
            demand.forEach((channel, count) -> fit.merge(channel, count / wanted, Double::sum));
            offered.forEach((channel, count) -> fit.merge(channel, -count / steps, Double::sum));
        }
        return Collections.unmodifiableMap(fit);
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the steps of a service. */
    final class Builder extends ImmutableServiceDesignMap.Builder {
        Builder() {}
    }
}

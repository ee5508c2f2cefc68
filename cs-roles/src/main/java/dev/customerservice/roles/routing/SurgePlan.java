package dev.customerservice.roles.routing;

import static java.util.Comparator.comparing;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.text.Shown;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * What happens when more work comes than usual: when it begins, who is called, and what can wait.
 *
 * <p>It begins when one trigger is reached, and ends when all have fallen below half, so that it does not come and go with each contact.
 */
@Value.Immutable
public interface SurgePlan extends WithSurgePlan {

    /** {@return the name of the plan} */
    String id();

    /** {@return the waiting work for each person on duty from which it is a surge, the reserve not counted; empty when that does not count} */
    Optional<BigDecimal> waitingPerAgent();

    /** {@return how long the oldest work waits when it is a surge; empty when that does not count} */
    Optional<Duration> oldestWait();

    /** {@return the number of arrivals in an interval from which it is a surge, as the upper end of a forecast; empty when that does not count} */
    OptionalLong arrivals();

    /** {@return how much waiting work of one incident makes a surge; empty when that does not count} */
    OptionalInt ofOneIncident();

    /** {@return who is called, such as people of other teams who know the work} */
    Set<AgentId> reserve();

    /** {@return what is asked of people meanwhile; empty when nothing changes} */
    Optional<SkillRings> rings();

    /** {@return the channels whose work waits meanwhile, unless it is of high priority or due within the hour} */
    Set<Channel> postponed();

    /**
     * What a plan says at an instant.
     *
     * @param isOn whether there is a surge
     * @param triggers the triggers reached: {@code WAITING_PER_AGENT}, {@code OLDEST_WAIT}, {@code ARRIVALS}, {@code ONE_INCIDENT}
     * @param team the team that serves, with the reserve on duty in a surge
     * @param queue the work to hand out now
     * @param postponed the work that waits until it is over
     * @param incidents the waiting work of each incident that has more than one, sorted by id
     */
    record Surge(
            boolean isOn,
            List<Reason> triggers,
            RoutingTeam team,
            List<WorkItem> queue,
            List<WorkItem> postponed,
            Map<TicketId, List<WorkItem>> incidents) {
        /** Copies the lists. */
        public Surge {
            triggers = List.copyOf(triggers);
            queue = List.copyOf(queue);
            postponed = List.copyOf(postponed);
            incidents = Collections.unmodifiableMap(new LinkedHashMap<>(incidents));
        }
    }

    /**
     * Reads a situation.
     *
     * @param queue the work that waits
     * @param team who there is, the reserve among them
     * @param arrived how many arrived in the interval so far
     * @param wasOn whether there was a surge before
     * @param now the instant asked about
     * @return whether there is a surge, why, and what to do
     */
    default Surge read(Collection<WorkItem> queue, RoutingTeam team, long arrived, boolean wasOn, Instant now) {
        BigDecimal share = wasOn ? new BigDecimal("0.5") : BigDecimal.ONE;
        List<Reason> triggers = new ArrayList<>();
        Map<TicketId, List<WorkItem>> incidents = incidents(queue);
        BigDecimal waiting = BigDecimal.valueOf(queue.size());
        long present = team.candidates().stream()
                .filter(Candidate::onDuty)
                .filter(candidate -> !reserve().contains(candidate.agent()))
                .count();
        waitingPerAgent()
                .filter(limit -> queue.size() > 0
                        && waiting.compareTo(limit.multiply(share).multiply(BigDecimal.valueOf(present))) >= 0)
                .ifPresent(limit -> triggers.add(Reason.rule("WAITING_PER_AGENT")
                        .withWhere(id())
                        .withValue("waiting", Detail.count(queue.size(), "works"))
                        .withValue("onDuty", Detail.count(present, "people"))));
        Optional<Duration> oldest = queue.stream().map(work -> work.waited(now)).max(Duration::compareTo);
        oldestWait()
                .filter(limit -> oldest.filter(wait -> wait.compareTo(part(limit, wasOn)) >= 0)
                        .isPresent())
                .ifPresent(limit -> triggers.add(Reason.rule("OLDEST_WAIT")
                        .withWhere(id())
                        .withValue("waited", new Detail.Span(oldest.orElseThrow()))));
        if (arrivals().isPresent()
                && BigDecimal.valueOf(arrived).compareTo(part(arrivals().getAsLong(), share)) >= 0) {
            triggers.add(Reason.rule("ARRIVALS")
                    .withWhere(id())
                    .withValue("arrived", Detail.count(arrived, "works"))
                    .withValue("limit", Detail.count(arrivals().getAsLong(), "works")));
        }
        if (ofOneIncident().isPresent()) {
            BigDecimal limit = part(ofOneIncident().getAsInt(), share);
            incidents.forEach((incident, works) -> {
                if (BigDecimal.valueOf(works.size()).compareTo(limit) >= 0) {
                    triggers.add(Reason.rule("ONE_INCIDENT")
                            .withWhere(id())
                            .withAbout(Subject.of("ticket", incident.value()))
                            .withValue("waiting", Detail.count(works.size(), "works")));
                }
            });
        }
        boolean isOn = !triggers.isEmpty();
        List<WorkItem> later =
                isOn ? queue.stream().filter(work -> canWait(work, now)).toList() : List.of();
        List<WorkItem> first =
                queue.stream().filter(work -> !isOn || !canWait(work, now)).toList();
        incidents.values().removeIf(works -> works.size() < 2);
        return new Surge(isOn, triggers, isOn ? called(team) : team, first, later, incidents);
    }

    private boolean canWait(WorkItem work, Instant now) {
        return postponed().contains(work.channel())
                && !work.priority().isAtLeast(Priority.HIGH)
                && work.dueAt()
                        .filter(due -> due.isBefore(now.plus(Duration.ofHours(1))))
                        .isEmpty();
    }

    private RoutingTeam called(RoutingTeam team) {
        return RoutingTeam.of(team.candidates().stream()
                        .map(candidate ->
                                reserve().contains(candidate.agent()) ? candidate.withOnDuty(true) : candidate)
                        .toList())
                .withCapacityPolicy(team.capacityPolicy());
    }

    private static Map<TicketId, List<WorkItem>> incidents(Collection<WorkItem> queue) {
        Map<TicketId, List<WorkItem>> incidents = new TreeMap<>(comparing(TicketId::value));
        for (WorkItem work : queue) {
            work.incident()
                    .ifPresent(incident -> incidents
                            .computeIfAbsent(incident, any -> new ArrayList<>())
                            .add(work));
        }
        return incidents;
    }

    private static Duration part(Duration limit, boolean wasOn) {
        return wasOn ? limit.dividedBy(2) : limit;
    }

    private static BigDecimal part(long limit, BigDecimal share) {
        return BigDecimal.valueOf(limit).multiply(share).setScale(1, RoundingMode.UNNECESSARY);
    }

    /**
     * Refuses a plan that never begins.
     *
     * @throws IllegalArgumentException when there is no trigger, or one is not above zero
     */
    @Value.Check
    default void check() {
        if (waitingPerAgent().isEmpty()
                && oldestWait().isEmpty()
                && arrivals().isEmpty()
                && ofOneIncident().isEmpty()) {
            throw new IllegalArgumentException("plan (" + Shown.of(id())
                    + ") must have a trigger\nMaybe waitingPerAgent, as it needs no forecast.");
        }
        if (waitingPerAgent().filter(limit -> limit.signum() <= 0).isPresent()
                || oldestWait()
                        .filter(limit -> limit.isNegative() || limit.isZero())
                        .isPresent()
                || arrivals().orElse(1) < 1
                || ofOneIncident().orElse(2) < 2) {
            throw new IllegalArgumentException("plan (" + Shown.of(id())
                    + ") must have triggers above zero, and of one incident at least 2\nMaybe leave that trigger out.");
        }
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a plan. */
    final class Builder extends ImmutableSurgePlan.Builder {
        Builder() {}
    }
}

package dev.customerservice.roles.performance;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.role.Team;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.immutables.value.Value;

/** Who could take over which role, from when, and what they have seen of it. */
@Value.Immutable
public interface SuccessionPlan extends WithSuccessionPlan {

    /** The four sides of leading that a candidate should have met. */
    List<String> SIDES_OF_LEADING = List.of("CHANGE", "TRAIN_NEW", "DAILY_DEMANDS", "PLANNING");

    /** {@return the roles that must not stay empty} */
    Set<RoleId> criticalRoles();

    /** {@return who could take over what, each person once for a role} */
    List<Candidate> candidates();

    /**
     * Somebody who could take over a role.
     *
     * @param person the person
     * @param role the role
     * @param readyOn the first date on which the person could; empty when that is not known
     */
    record Candidate(AgentId person, RoleId role, Optional<LocalDate> readyOn) {}

    /**
     * Who stands ready for a role.
     *
     * @param readyNow those who could take over today, sorted by id
     * @param readyLater those who could later, or some day, sorted by id
     */
    record Bench(List<AgentId> readyNow, List<AgentId> readyLater) {}

    /**
     * Finds who stands ready.
     *
     * @param role the role
     * @param date today
     * @return the candidates, ready now and later
     */
    default Bench bench(RoleId role, LocalDate date) {
        return new Bench(people(role, date, true), people(role, date, false));
    }

    private List<AgentId> people(RoleId role, LocalDate date, boolean now) {
        return candidates().stream()
                .filter(candidate -> candidate.role().equals(role)
                        && candidate
                                        .readyOn()
                                        .filter(ready -> !ready.isAfter(date))
                                        .isPresent()
                                == now)
                .map(Candidate::person)
                .sorted(Comparator.comparing(AgentId::value))
                .toList();
    }

    /**
     * Finds the critical roles that hang on one person.
     *
     * @param team the team of that date
     * @param date today
     * @return {@code SINGLE_POINT_OF_FAILURE} for each critical role that one person holds and nobody is ready for, by role
     */
    default List<Reason> singlePointsOfFailure(Team team, LocalDate date) {
        return sortedRoles().stream()
                .filter(role -> team.members().stream()
                                        .filter(member -> member.role().id().equals(role))
                                        .count()
                                == 1
                        && bench(role, date).readyNow().isEmpty())
                .map(role -> Reason.rule("SINGLE_POINT_OF_FAILURE").withAbout(Subject.role(role)))
                .toList();
    }

    /** {@return the critical roles for which there is no candidate at all, by role} */
    default List<RoleId> uncovered() {
        return sortedRoles().stream()
                .filter(role ->
                        candidates().stream().noneMatch(each -> each.role().equals(role)))
                .toList();
    }

    private List<RoleId> sortedRoles() {
        return criticalRoles().stream()
                .sorted(Comparator.comparing(RoleId::value))
                .toList();
    }

    /**
     * Adds up what somebody has seen of leading.
     *
     * @param person the person
     * @param log what has happened
     * @return the hours by area, from evidence of kind {@code exposure.given}; areas never met are absent
     */
    default SortedMap<String, Duration> exposure(AgentId person, EvidenceLog log) {
        SortedMap<String, Duration> hours = new TreeMap<>();
        for (Evidence each : log.about(Subject.person(person)).of("exposure.given")) {
            each.text("area").ifPresent(area -> hours.merge(area, hours(each), Duration::plus));
        }
        return Collections.unmodifiableSortedMap(hours);
    }

    private static Duration hours(Evidence evidence) {
        return evidence.detail("hours", Detail.Span.class)
                .map(Detail.Span::value)
                .orElse(Duration.ZERO);
    }

    /**
     * Lists the sides of leading that a candidate has not met.
     *
     * @param person the person
     * @param log what has happened
     * @return those of {@link #SIDES_OF_LEADING} without exposure, in their order
     */
    default List<String> notYetMet(AgentId person, EvidenceLog log) {
        Set<String> met = exposure(person, log).keySet();
        return SIDES_OF_LEADING.stream().filter(side -> !met.contains(side)).toList();
    }

    /**
     * Measures how many of those named got there.
     *
     * @param period the period in which they advanced
     * @param log what has happened: {@code successor.named} with {@code role}, {@code person.advanced} with {@code to}
     * @return the people who advanced in the period to a role for which they had been named before, over the people named before its end
     */
    default Ratio arrivals(Period period, EvidenceLog log) {
        Map<List<String>, Instant> named = new HashMap<>();
        Set<List<String>> arrived = new HashSet<>();
        for (Evidence each : log.of("successor.named")) {
            if (each.at().isBefore(period.endExclusive())) {
                keyOf(each, "role").ifPresent(key -> named.putIfAbsent(key, each.at()));
            }
        }
        for (Evidence each : log.of("person.advanced")) {
            if (period.contains(each.at())) {
                keyOf(each, "to")
                        .filter(key -> Optional.ofNullable(named.get(key))
                                .filter(before -> !before.isAfter(each.at()))
                                .isPresent())
                        .ifPresent(arrived::add);
            }
        }
        return Ratio.of(arrived.size(), named.size());
    }

    private static Optional<List<String>> keyOf(Evidence evidence, String role) {
        return evidence.subject("person")
                .flatMap(person -> evidence.text(role).map(name -> List.of(person.id(), name)));
    }

    /**
     * Lists the former members who lead a team of their own: then the cycle is complete.
     *
     * @param log what has happened
     * @return the people advanced with {@code leadsOwnTeam}, each once, in the order in which it happened
     */
    default List<AgentId> leadersOfOwnTeams(EvidenceLog log) {
        return log.of("person.advanced").stream()
                .filter(each -> each.detail("leadsOwnTeam", Detail.Flag.class)
                        .filter(Detail.Flag::value)
                        .isPresent())
                .flatMap(each -> each.subject("person").stream())
                .map(person -> AgentId.of(person.id()))
                .distinct()
                .toList();
    }

    /**
     * Refuses a candidate who is named twice for one role.
     *
     * @throws IllegalArgumentException when one is
     */
    @Value.Check
    default void check() {
        Set<List<Object>> seen = new HashSet<>();
        for (Candidate candidate : candidates()) {
            if (!seen.add(List.of(candidate.person(), candidate.role()))) {
                throw new IllegalArgumentException(
                        "candidate (" + candidate.person().value() + ") for "
                                + candidate.role().value() + " must be named once\nMaybe another role was meant.");
            }
        }
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects roles and candidates. */
    final class Builder extends ImmutableSuccessionPlan.Builder {
        Builder() {}
    }
}

package dev.customerservice.roles.role;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.roles.evidence.Reason;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of the profiles a team needs are held, and what a policy says about it.
 *
 * <p>Advice and violations never change what is held: a profile held against a rule is still held.
 *
 * @param holders each profile needed with the people who hold it, in the order needed; nobody when it is missing
 * @param violations the rules broken
 * @param advice the suggestions to let one person hold one profile
 */
public record ProfileCoverage(Map<TeamProfile, Set<AgentId>> holders, List<Reason> violations, List<Reason> advice) {

    /** Copies everything, keeping the order. */
    public ProfileCoverage {
        Map<TeamProfile, Set<AgentId>> copy = new LinkedHashMap<>();
        holders.forEach(
                (profile, people) -> copy.put(profile, Collections.unmodifiableSet(new LinkedHashSet<>(people))));
        holders = Collections.unmodifiableMap(copy);
        violations = List.copyOf(violations);
        advice = List.copyOf(advice);
    }

    /** {@return the profiles needed, in the order of the team} */
    public List<TeamProfile> needed() {
        return List.copyOf(holders.keySet());
    }

    /** {@return the needed profiles that somebody holds} */
    public List<TeamProfile> held() {
        return needed().stream().filter(profile -> holderCount(profile) > 0).toList();
    }

    /** {@return the needed profiles that nobody holds} */
    public List<TeamProfile> missing() {
        return needed().stream().filter(profile -> holderCount(profile) == 0).toList();
    }

    /** {@return the profiles held as a share of the profiles needed; undefined (0/0) when none is needed} */
    public Ratio coverage() {
        return Ratio.of(held().size(), holders.size());
    }

    /** {@return the profiles that hang on one person, with that person} */
    public Map<TeamProfile, AgentId> single() {
        Map<TeamProfile, AgentId> single = new LinkedHashMap<>();
        holders.forEach((profile, people) -> {
            if (people.size() == 1) {
                single.put(profile, people.iterator().next());
            }
        });
        return Collections.unmodifiableMap(single);
    }

    /**
     * Computes how few people can cover all profiles needed: ceil(needed / limit).
     *
     * @param limit the largest number of profiles a person may hold, at least 1
     * @return the number of people; 0 when no profile is needed
     * @throws IllegalArgumentException when the limit is below 1
     */
    public int smallestTeam(int limit) {
        return ProfilePairing.groups(holders.size(), limit);
    }

    /**
     * Proposes who could hold what in the smallest team.
     *
     * <p>The profiles needed are divided into {@link #smallestTeam(int)} groups of at most {@code limit} such that the
     * number of pairs that go well together ({@link TeamProfile#pairsWith()}), less the number that conflict
     * ({@link TeamProfile#conflicts()}), is largest; of equal proposals the first in the order needed wins.
     *
     * @param limit the largest number of profiles a person may hold, at least 1
     * @return one group of profiles for each person; empty when no profile is needed
     * @throws IllegalArgumentException when the limit is below 1 or more than 16 profiles are needed
     */
    public List<List<TeamProfile>> pairing(int limit) {
        return ProfilePairing.best(needed(), limit);
    }

    private int holderCount(TeamProfile profile) {
        return holders.getOrDefault(profile, Set.of()).size();
    }
}

package dev.customerservice.roles.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.testing.ProfilePolicyLaws;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** Coverage grows with members and profiles; the smallest team covers everything and one person fewer cannot. */
class ProfileProperties {

    @Property(tries = 300)
    void coverageNeverFallsWhenSomebodyJoins(@ForAll("teams") Team team, @ForAll("teams") Team others) {
        List<TeamMember> more = new ArrayList<>(team.members());
        others.members().forEach(member -> more.add(member.withPerson(AgentId.of("new-" + more.size()))));
        ProfileCoverage before = team.profiles(ProfilePolicy.standard());
        ProfileCoverage after = team.withMembers(more).profiles(ProfilePolicy.standard());
        assertTrue(after.held().containsAll(before.held()));
        assertTrue(after.coverage().numerator() >= before.coverage().numerator());
    }

    @Property(tries = 300)
    void coverageNeverFallsWhenSomebodyTakesAProfile(
            @ForAll("teams") Team team, @ForAll("profiles") TeamProfile profile) {
        Team more = team.withMembers(team.members().stream()
                .map(member -> member.holds(profile)
                        ? member
                        : TeamMember.builder().from(member).addProfile(profile).build())
                .toList());
        assertTrue(more.profiles(ProfilePolicy.standard())
                .held()
                .containsAll(team.profiles(ProfilePolicy.standard()).held()));
    }

    @Property
    void everyProfileNeededIsHeldOrMissing(@ForAll("teams") Team team) {
        ProfileCoverage coverage = team.profiles(ProfilePolicy.standard());
        assertEquals(6, coverage.held().size() + coverage.missing().size());
        for (TeamProfile profile : coverage.needed()) {
            long holders = team.members().stream()
                    .filter(member -> member.profiles().contains(profile))
                    .count();
            assertEquals(holders > 0, coverage.held().contains(profile));
            assertEquals(holders == 1, coverage.single().containsKey(profile));
        }
    }

    @Property
    @Tag("S3-10")
    void theSmallestTeamCoversAllAndOneFewerNeverCan(
            @ForAll("neededProfiles") List<TeamProfile> needed, @ForAll @IntRange(min = 1, max = 8) int limit) {
        Team nobody = Team.of(TeamId.of("any")).withProfilesNeeded(needed);
        ProfileCoverage coverage = nobody.profiles(ProfilePolicy.atMost(limit));
        List<List<TeamProfile>> pairing = coverage.pairing(limit);
        int smallest = coverage.smallestTeam(limit);
        assertEquals(smallest, pairing.size());
        assertTrue((smallest - 1) * limit < needed.size());

        Team staffed = nobody.withMembers(IntStream.range(0, pairing.size())
                .mapToObj(i -> TeamMember.of(
                        AgentId.of("p" + i), JobRole.ASSOCIATE, pairing.get(i).toArray(TeamProfile[]::new)))
                .toList());
        ProfileCoverage covered = staffed.profiles(ProfilePolicy.atMost(limit));
        assertEquals(List.of(), covered.missing());
        assertEquals(List.of(), covered.violations());
    }

    @Property(tries = 300)
    @Tag("S3-11")
    void noOtherDivisionHasMorePairs(
            @ForAll("neededProfiles") List<TeamProfile> needed, @ForAll @IntRange(min = 1, max = 6) int limit) {
        ProfileCoverage coverage =
                Team.of(TeamId.of("any")).withProfilesNeeded(needed).profiles(ProfilePolicy.atMost(limit));
        int best = bestByTryingAll(needed, new ArrayList<>(), limit, coverage.smallestTeam(limit));
        assertEquals(
                best,
                coverage.pairing(limit).stream()
                        .mapToInt(ProfileProperties::weight)
                        .sum());
    }

    @Property(tries = 300)
    void everyPolicyKeepsTheLaws(
            @ForAll("teams") Team team,
            @ForAll("policies") ProfilePolicy policy,
            @ForAll("policies") ProfilePolicy other) {
        ProfilePolicyLaws.check(policy, other, team);
    }

    @Property
    @Tag("S3-13")
    void pairsAreCountedAsOneByOne(@ForAll("teams") Team team) {
        int counted = 0;
        for (int i = 0; i < team.members().size(); i++) {
            for (int j = i + 1; j < team.members().size(); j++) {
                counted++;
            }
        }
        assertEquals(counted, team.coordinationPairs());
    }

    @Property
    void adviceNeverBreaksARule(@ForAll("teams") Team team) {
        ProfileCoverage advised =
                team.profiles(ProfilePolicy.splitFromTeamSize(1).and(ProfilePolicy.splitAboveHours(Duration.ZERO)));
        assertEquals(List.of(), advised.violations());
        assertEquals(team.profiles(ProfilePolicy.atMost(6)).held(), advised.held());
    }

    private static int bestByTryingAll(List<TeamProfile> left, List<List<TeamProfile>> groups, int limit, int most) {
        if (left.isEmpty()) {
            return groups.stream().mapToInt(ProfileProperties::weight).sum();
        }
        int best = Integer.MIN_VALUE;
        TeamProfile next = left.get(0);
        List<TeamProfile> rest = left.subList(1, left.size());
        for (List<TeamProfile> group : List.copyOf(groups)) {
            if (group.size() < limit) {
                group.add(next);
                best = Math.max(best, bestByTryingAll(rest, groups, limit, most));
                group.remove(group.size() - 1);
            }
        }
        if (groups.size() < most) {
            groups.add(new ArrayList<>(List.of(next)));
            best = Math.max(best, bestByTryingAll(rest, groups, limit, most));
            groups.remove(groups.size() - 1);
        }
        return best;
    }

    private static int weight(List<TeamProfile> group) {
        int weight = 0;
        for (TeamProfile one : group) {
            for (TeamProfile other : group) {
                if (one.id().compareTo(other.id()) < 0) {
                    weight += (one.pairsWith(other) ? 1 : 0) - (one.conflictsWith(other) ? 1 : 0);
                }
            }
        }
        return weight;
    }

    @Provide
    Arbitrary<Team> teams() {
        return Teams.teams(9);
    }

    @Provide
    Arbitrary<TeamProfile> profiles() {
        return Arbitraries.of(TeamProfile.STANDARD);
    }

    /** Up to seven profiles that pair and conflict at random. */
    @Provide
    Arbitrary<List<TeamProfile>> neededProfiles() {
        Arbitrary<List<Integer>> relations =
                Arbitraries.integers().between(-1, 1).list().ofSize(49);
        return Combinators.combine(Arbitraries.integers().between(0, 7), relations)
                .as((size, relation) -> {
                    List<TeamProfile> needed = new ArrayList<>();
                    for (int i = 0; i < size; i++) {
                        TeamProfile.Builder profile =
                                TeamProfile.builder().id("t" + i).title("T" + i);
                        for (int j = 0; j < size; j++) {
                            if (i != j && relation.get(i * 7 + j) > 0) {
                                profile.addPairsWith("t" + j);
                            } else if (i != j && relation.get(i * 7 + j) < 0) {
                                profile.addConflicts("t" + j);
                            }
                        }
                        needed.add(profile.build());
                    }
                    return needed;
                });
    }

    @Provide
    Arbitrary<ProfilePolicy> policies() {
        Detail.Estimate drop = new Detail.Estimate(
                new BigDecimal("-0.2"), new BigDecimal("-0.3"), new BigDecimal("-0.1"), 100, "share");
        return Arbitraries.of(
                ProfilePolicy.standard(),
                ProfilePolicy.atMost(1),
                ProfilePolicy.splitFromTeamSize(3),
                ProfilePolicy.splitAboveHours(Duration.ofHours(4)),
                ProfilePolicy.splitWhenWeakerDrops(
                        new BigDecimal("0.05"),
                        (person, profile) -> profile.id().equals("analyst") ? Optional.empty() : Optional.of(drop)),
                ProfilePolicy.noOwnWorkReviewed().named("own-work"),
                ProfilePolicy.atMost(2).and(ProfilePolicy.noOwnWorkReviewed()));
    }
}

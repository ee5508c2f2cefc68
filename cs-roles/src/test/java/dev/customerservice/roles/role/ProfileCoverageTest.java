package dev.customerservice.roles.role;

import static dev.customerservice.roles.role.TeamProfile.ANALYST;
import static dev.customerservice.roles.role.TeamProfile.CUSTOMER_CHAMPION;
import static dev.customerservice.roles.role.TeamProfile.FIELD_EXPERT;
import static dev.customerservice.roles.role.TeamProfile.OPERATIONALIST;
import static dev.customerservice.roles.role.TeamProfile.QUALITY_CONTROLLER;
import static dev.customerservice.roles.role.TeamProfile.STRATEGIST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.metrics.statistics.Ratio;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProfileCoverageTest {

    private static final AgentId P1 = AgentId.of("p1");
    private static final AgentId P2 = AgentId.of("p2");

    /** The case team_profiles-001 of the workforce vectors: two people, two profiles each. */
    @Test
    void twoPeopleCoverFourOfSix() {
        Team team = Team.of(
                TeamId.of("team_profiles-001"),
                TeamMember.of(P1, JobRole.ASSOCIATE, CUSTOMER_CHAMPION, FIELD_EXPERT),
                TeamMember.of(P2, JobRole.LEAD, QUALITY_CONTROLLER, OPERATIONALIST));
        ProfileCoverage coverage = team.profiles(ProfilePolicy.atMost(2));
        assertEquals(List.of(), coverage.violations());
        assertEquals(List.of(STRATEGIST, ANALYST), coverage.missing());
        assertEquals(List.of(CUSTOMER_CHAMPION, FIELD_EXPERT, OPERATIONALIST, QUALITY_CONTROLLER), coverage.held());
        assertEquals(Ratio.of(4, 6), coverage.coverage());
        assertEquals(3, coverage.smallestTeam(2));
    }

    @Test
    void aProfileOfOnePersonIsSingle() {
        Team team = Team.of(
                TeamId.of("harbour"),
                TeamMember.of(P2, JobRole.ASSOCIATE, FIELD_EXPERT),
                TeamMember.of(P1, JobRole.ASSOCIATE, FIELD_EXPERT, ANALYST));
        ProfileCoverage coverage = team.profiles(ProfilePolicy.atMost(2));
        assertEquals(Map.of(ANALYST, P1), coverage.single());
        assertEquals(List.of(P1, P2), List.copyOf(coverage.holders().get(FIELD_EXPERT)));
        assertEquals(Set.of(), coverage.holders().get(STRATEGIST));
    }

    @Test
    void aTeamThatNeedsNothingHasNoShare() {
        ProfileCoverage coverage =
                Team.of(TeamId.of("harbour")).withProfilesNeeded().profiles(ProfilePolicy.standard());
        assertEquals(OptionalDouble.empty(), coverage.coverage().value());
        assertEquals(0, coverage.smallestTeam(2));
        assertEquals(List.of(), coverage.pairing(2));
    }

    @Test
    void smallestTeamByLimit() {
        ProfileCoverage six = coverageOf(TeamProfile.STANDARD);
        assertEquals(
                List.of(6, 3, 2, 2, 2, 1, 1),
                IntStream.rangeClosed(1, 7).mapToObj(six::smallestTeam).toList());
        assertEquals(1, six.smallestTeam(Integer.MAX_VALUE));
        assertThrows(IllegalArgumentException.class, () -> six.smallestTeam(0));
        assertThrows(IllegalArgumentException.class, () -> six.pairing(0));
    }

    @Test
    @Tag("S3-11")
    void threePeopleAsTheSourcePairsThem() {
        assertEquals(
                List.of(
                        List.of(CUSTOMER_CHAMPION, FIELD_EXPERT),
                        List.of(OPERATIONALIST, QUALITY_CONTROLLER),
                        List.of(STRATEGIST, ANALYST)),
                coverageOf(TeamProfile.STANDARD).pairing(2));
    }

    @Test
    @Tag("S3-11")
    void aPairThatConflictsIsAvoided() {
        assertEquals(
                List.of(List.of(FIELD_EXPERT, STRATEGIST), List.of(QUALITY_CONTROLLER, ANALYST)),
                coverageOf(List.of(FIELD_EXPERT, QUALITY_CONTROLLER, STRATEGIST, ANALYST))
                        .pairing(2));
    }

    @Test
    void sixteenProfilesCanBePairedAndSeventeenAreRefused() {
        List<TeamProfile> many = IntStream.range(0, 17)
                .mapToObj(i -> TeamProfile.builder()
                        .id("profile-" + i)
                        .title("Profile " + i)
                        .addPairsWith("profile-" + (i ^ 1))
                        .build())
                .toList();
        List<List<TeamProfile>> pairs = coverageOf(many.subList(0, 16)).pairing(2);
        assertEquals(8, pairs.size());
        assertTrue(pairs.stream().allMatch(pair -> pair.get(0).pairsWith(pair.get(1))));
        assertThrows(IllegalArgumentException.class, () -> coverageOf(many).pairing(2));
    }

    @Test
    void copiesWhatItIsGiven() {
        Map<TeamProfile, Set<AgentId>> holders = new HashMap<>(Map.of(ANALYST, Set.of(P1)));
        ProfileCoverage coverage = new ProfileCoverage(holders, List.of(), List.of());
        holders.clear();
        assertEquals(List.of(ANALYST), coverage.held());
        assertThrows(
                UnsupportedOperationException.class, () -> coverage.holders().clear());
        assertThrows(
                UnsupportedOperationException.class, () -> coverage.single().clear());
    }

    private static ProfileCoverage coverageOf(List<TeamProfile> needed) {
        Map<TeamProfile, Set<AgentId>> holders = new LinkedHashMap<>();
        needed.forEach(profile -> holders.put(profile, Set.of()));
        return new ProfileCoverage(holders, List.of(), List.of());
    }
}

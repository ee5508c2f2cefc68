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
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Reason;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProfilePolicyTest {

    private static final AgentId ANA = AgentId.of("ana");
    private static final AgentId BEN = AgentId.of("ben");

    @Test
    @Tag("S3-10")
    void onePersonMayActInTwoProfiles() {
        ProfilePolicy two = ProfilePolicy.atMost(2);
        assertEquals(List.of(), examine(two, member(CUSTOMER_CHAMPION, FIELD_EXPERT)));
        assertEquals(
                List.of("TOO_MANY_PROFILES about person:ana: held = 3 profiles, limit = 2 profiles"),
                examine(two, member(CUSTOMER_CHAMPION, FIELD_EXPERT, ANALYST)));
        assertThrows(IllegalArgumentException.class, () -> ProfilePolicy.atMost(0));
    }

    @Test
    @Tag("S3-10")
    void aPersonsOwnLimitGoesFirst() {
        ProfilePolicy two = ProfilePolicy.atMost(2);
        assertEquals(
                List.of("TOO_MANY_PROFILES about person:ana: held = 2 profiles, limit = 1 profiles"),
                examine(two, member(CUSTOMER_CHAMPION, FIELD_EXPERT).withProfileLimit(1)));
        assertEquals(
                List.of(),
                examine(two, member(CUSTOMER_CHAMPION, FIELD_EXPERT, ANALYST).withProfileLimit(3)));
    }

    @Test
    @Tag("S3-12")
    void adviceToSplitFromATeamSizeOn() {
        ProfilePolicy fromThree = ProfilePolicy.splitFromTeamSize(3);
        TeamMember both = member(CUSTOMER_CHAMPION, FIELD_EXPERT);
        assertEquals(List.of(), fromThree.examine(both, team(both, 2)));
        Reason advice = fromThree.examine(both, team(both, 3)).get(0);
        assertEquals(Reason.Severity.ADVICE, advice.severity());
        assertEquals(
                "TEAM_LARGE_ENOUGH_TO_SPLIT about person:ana: from = 3 people, held = 2 profiles, people = 3 people",
                advice.toString());
        TeamMember one = member(FIELD_EXPERT);
        assertEquals(List.of(), fromThree.examine(one, team(one, 9)));
        assertThrows(IllegalArgumentException.class, () -> ProfilePolicy.splitFromTeamSize(0));
    }

    @Test
    @Tag("S3-12")
    void aPairWhoseWeakerProfileTakesLittleTimeKeepsItsPlace() {
        TeamMember ben = TeamMember.builder()
                .person(BEN)
                .role(JobRole.LEAD)
                .holds(QUALITY_CONTROLLER, Duration.ofHours(14))
                .holds(OPERATIONALIST, Duration.ofHours(26))
                .build();
        assertEquals(
                List.of("TWO_PROFILES_TAKE_THEIR_TIME about person:ben: "
                        + "limit = PT12H, operationalist = PT26H, quality-controller = PT14H"),
                examine(ProfilePolicy.splitAboveHours(Duration.ofHours(12)), ben));
        assertEquals(List.of(), examine(ProfilePolicy.splitAboveHours(Duration.ofHours(16)), ben));
        assertEquals(
                List.of(),
                examine(ProfilePolicy.splitAboveHours(Duration.ofHours(14)), ben),
                "above, not at, the limit");
        assertEquals(
                List.of(),
                examine(
                        ProfilePolicy.splitAboveHours(Duration.ZERO),
                        ben.withWeeklyTime(Map.of(OPERATIONALIST, Duration.ofHours(40)))),
                "unknown time exceeds nothing");
        assertThrows(IllegalArgumentException.class, () -> ProfilePolicy.splitAboveHours(Duration.ofHours(-1)));
    }

    @Test
    @Tag("S3-12")
    void adviceToSplitWhenTheWeakerProfileCertainlyDropped() {
        TeamMember ana = member(CUSTOMER_CHAMPION, FIELD_EXPERT);
        Map<TeamProfile, Detail.Estimate> measured = Map.of(
                CUSTOMER_CHAMPION,
                change("-0.06", "-0.0939", "-0.0293"),
                FIELD_EXPERT,
                change("0.01", "-0.02", "0.04"));
        assertEquals(
                List.of("WEAKER_PROFILE_DROPPED about person:ana: accepted = 0.02 share, "
                        + "customer-champion = -0.06 [-0.0939, -0.0293] share, n = 600"),
                examine(dropsBy("0.02", measured), ana));
        assertEquals(
                List.of(), examine(dropsBy("0.03", measured), ana), "the interval reaches above the accepted drop");
        assertEquals(List.of(), examine(dropsBy("0.02", Map.of()), ana), "nothing was measured");
        assertEquals(
                List.of(), examine(dropsBy("0.02", measured), member(CUSTOMER_CHAMPION)), "there is nothing to split");
        assertThrows(IllegalArgumentException.class, () -> dropsBy("-0.02", measured));
    }

    @Test
    void ofTwoDropsTheLargerIsNamed() {
        Map<TeamProfile, Detail.Estimate> measured = Map.of(
                CUSTOMER_CHAMPION, change("-0.10", "-0.12", "-0.08"), FIELD_EXPERT, change("-0.20", "-0.30", "-0.10"));
        Reason advice = dropsBy("0", measured)
                .examine(member(CUSTOMER_CHAMPION, FIELD_EXPERT), team(member(ANALYST), 1))
                .get(0);
        assertTrue(advice.values().containsKey("field-expert"), advice::toString);
    }

    @Test
    @Tag("S3-07")
    void nobodyAloneReviewsTheOwnWork() {
        ProfilePolicy policy = ProfilePolicy.noOwnWorkReviewed();
        TeamMember ana = member(QUALITY_CONTROLLER, FIELD_EXPERT);
        assertEquals(
                List.of("OWN_WORK_REVIEWED about person:ana: judged = field-expert, judging = quality-controller"),
                examine(policy, ana));
        assertEquals(List.of(), examine(policy, member(QUALITY_CONTROLLER, OPERATIONALIST)));
        Team twoReviewers = Team.of(TeamId.of("harbour"), ana, TeamMember.of(BEN, JobRole.LEAD, QUALITY_CONTROLLER));
        assertEquals(List.of(), policy.examine(ana, twoReviewers), "they review each other");
    }

    @Test
    void theDefaultIsTwoAndAdviceFromEightPeopleOrSixteenHours() {
        ProfilePolicy policy = ProfilePolicy.standard();
        TeamMember busy = TeamMember.builder()
                .person(ANA)
                .role(JobRole.LEAD)
                .holds(QUALITY_CONTROLLER, Duration.ofHours(17))
                .holds(OPERATIONALIST, Duration.ofHours(17))
                .addProfile(STRATEGIST)
                .build();
        assertEquals(
                List.of("TOO_MANY_PROFILES", "TEAM_LARGE_ENOUGH_TO_SPLIT", "TWO_PROFILES_TAKE_THEIR_TIME"),
                codes(policy.examine(busy, team(busy, 8))));
        assertEquals(
                List.of("TOO_MANY_PROFILES", "TWO_PROFILES_TAKE_THEIR_TIME"),
                codes(policy.examine(busy, team(busy, 7))));
    }

    @Test
    void aNamedPolicySignsItsReasons() {
        ProfilePolicy inner = ProfilePolicy.atMost(1).named("one");
        ProfilePolicy outer = inner.and(ProfilePolicy.splitFromTeamSize(1)).named("harbour");
        TeamMember ana = member(CUSTOMER_CHAMPION, FIELD_EXPERT);
        assertEquals(
                List.of("one", "harbour"),
                outer.examine(ana, team(ana, 1)).stream().map(Reason::where).toList());
        assertThrows(IllegalArgumentException.class, () -> inner.named(" "));
    }

    private static ProfilePolicy dropsBy(String points, Map<TeamProfile, Detail.Estimate> measured) {
        return ProfilePolicy.splitWhenWeakerDrops(
                new BigDecimal(points), (person, profile) -> Optional.ofNullable(measured.get(profile)));
    }

    private static Detail.Estimate change(String value, String low, String high) {
        return new Detail.Estimate(new BigDecimal(value), new BigDecimal(low), new BigDecimal(high), 600, "share");
    }

    private static TeamMember member(TeamProfile... profiles) {
        return TeamMember.of(ANA, JobRole.ASSOCIATE, profiles);
    }

    private static Team team(TeamMember member, int size) {
        List<TeamMember> members = new ArrayList<>(List.of(member));
        while (members.size() < size) {
            members.add(TeamMember.of(AgentId.of("p" + members.size()), JobRole.ASSOCIATE));
        }
        return Team.builder().id(TeamId.of("harbour")).members(members).build();
    }

    private static List<String> examine(ProfilePolicy policy, TeamMember member) {
        return policy.examine(member, team(member, 1)).stream()
                .map(Reason::toString)
                .toList();
    }

    private static List<String> codes(List<Reason> reasons) {
        return reasons.stream().map(Reason::code).toList();
    }
}

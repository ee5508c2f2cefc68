package dev.customerservice.roles.role;

import static dev.customerservice.roles.role.TeamProfile.ANALYST;
import static dev.customerservice.roles.role.TeamProfile.CUSTOMER_CHAMPION;
import static dev.customerservice.roles.role.TeamProfile.FIELD_EXPERT;
import static dev.customerservice.roles.role.TeamProfile.OPERATIONALIST;
import static dev.customerservice.roles.role.TeamProfile.QUALITY_CONTROLLER;
import static dev.customerservice.roles.role.TeamProfile.STRATEGIST;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.skill.Skill;
import dev.customerservice.roles.skill.SkillMatrix;
import dev.customerservice.roles.skill.SkillMatrix.Assessed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A small team over one quarter: who joins, who leaves, what is covered and when to split. */
class TeamStoryTest {

    private static final AgentId MARA = AgentId.of("mara");
    private static final AgentId ANA = AgentId.of("ana");
    private static final AgentId BEN = AgentId.of("ben");
    private static final AgentId CHI = AgentId.of("chi");
    private static final AgentId DEE = AgentId.of("dee");

    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final LocalDate DEE_JOINS = LocalDate.of(2026, 2, 2);
    private static final LocalDate CHI_LEAVES = LocalDate.of(2026, 3, 16);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    private final TeamMember dee = TeamMember.of(DEE, JobRole.ASSOCIATE, ANALYST, OPERATIONALIST, CUSTOMER_CHAMPION)
            .withJoinedOn(DEE_JOINS);

    private final Team harbour = Team.of(
            TeamId.of("harbour"),
            TeamMember.of(MARA, JobRole.LEAD, STRATEGIST),
            TeamMember.of(ANA, JobRole.ASSOCIATE, CUSTOMER_CHAMPION, FIELD_EXPERT),
            TeamMember.builder()
                    .person(BEN)
                    .role(JobRole.LEAD)
                    .holds(QUALITY_CONTROLLER, Duration.ofHours(14))
                    .holds(OPERATIONALIST, Duration.ofHours(26))
                    .build(),
            TeamMember.of(CHI, JobRole.ASSOCIATE, FIELD_EXPERT).withLeftOn(CHI_LEAVES),
            dee);

    @Test
    void aQuarterOfTeamHarbour() {
        ProfilePolicy policy = ProfilePolicy.atMost(2);

        Team four = harbour.on(NEW_YEAR);
        assertEquals(Ratio.of(5, 6), four.profiles(policy).coverage());
        assertEquals(List.of(ANALYST), four.profiles(policy).missing());
        assertEquals(3, four.profiles(policy).smallestTeam(2));
        assertEquals(6, four.coordinationPairs());

        Team five = harbour.on(DEE_JOINS);
        assertEquals(Ratio.of(6, 6), five.profiles(policy).coverage());
        assertEquals(
                List.of("TOO_MANY_PROFILES about person:dee: held = 3 profiles, limit = 2 profiles"),
                texts(five.profiles(policy).violations()));
        assertEquals(10, five.coordinationPairs());

        Team corrected = harbour.withMembers(harbour.members().stream()
                .map(member -> member.equals(dee) ? dee.withProfiles(ANALYST, CUSTOMER_CHAMPION) : member)
                .toList());
        assertEquals(List.of(), corrected.on(DEE_JOINS).profiles(policy).violations());
        assertEquals(Ratio.of(6, 6), corrected.on(DEE_JOINS).profiles(policy).coverage());

        ProfileCoverage april = corrected.on(APRIL).profiles(policy);
        assertEquals(Ratio.of(6, 6), april.coverage());
        assertEquals(
                Set.of(STRATEGIST, QUALITY_CONTROLLER, OPERATIONALIST, ANALYST, FIELD_EXPERT),
                april.single().keySet());
        assertEquals(ANA, april.single().get(FIELD_EXPERT));
    }

    @Test
    @Tag("S3-12")
    void whenBenShouldHoldOneProfileOnly() {
        ProfileCoverage twelve = harbour.on(NEW_YEAR).profiles(ProfilePolicy.splitAboveHours(Duration.ofHours(12)));
        assertEquals(
                List.of("TWO_PROFILES_TAKE_THEIR_TIME about person:ben: "
                        + "limit = PT12H, operationalist = PT26H, quality-controller = PT14H"),
                texts(twelve.advice()));
        assertEquals(List.of(), twelve.violations());
        assertEquals(
                List.of(),
                harbour.on(NEW_YEAR)
                        .profiles(ProfilePolicy.splitAboveHours(Duration.ofHours(16)))
                        .advice());
    }

    @Test
    void threePeopleAreEnoughWhenTheyArePairedWell() {
        Team three = Team.of(
                TeamId.of("start-up"),
                TeamMember.of(ANA, JobRole.ASSOCIATE, CUSTOMER_CHAMPION, FIELD_EXPERT),
                TeamMember.of(BEN, JobRole.LEAD, QUALITY_CONTROLLER, OPERATIONALIST),
                TeamMember.of(CHI, JobRole.ASSOCIATE, STRATEGIST, ANALYST));
        ProfileCoverage coverage = three.profiles(ProfilePolicy.standard().and(ProfilePolicy.noOwnWorkReviewed()));
        assertEquals(List.of(), coverage.missing());
        assertEquals(List.of(), coverage.violations());
        assertEquals(List.of(), coverage.advice());
        assertEquals(3, coverage.smallestTeam(2));
    }

    @Test
    @Tag("S3-02")
    void whoCouldBecomeTheAnalyst() {
        Instant assessedAt = Instant.parse("2025-12-01T09:00:00Z");
        SkillMatrix matrix = SkillMatrix.of(
                List.of(ANA, CHI),
                List.of(
                        Assessed.of(ANA, Skill.DATA_ANALYSIS, 3, assessedAt),
                        Assessed.of(ANA, Skill.LOGICAL_THINKING, 4, assessedAt),
                        Assessed.of(CHI, Skill.LOGICAL_THINKING, 2, assessedAt)),
                assessedAt);
        assertEquals(
                List.of(
                        "BELOW_LEVEL about person:ana by data-analysis: assessed = 3 level, required = 4 level",
                        "NOT_ASSESSED about person:chi by data-analysis: required = 4 level",
                        "BELOW_LEVEL about person:chi by logical-thinking: assessed = 2 level, required = 3 level"),
                matrix.gaps(ANALYST.requirements()).stream()
                        .map(gap -> gap.reason().toString())
                        .toList());
    }

    private static List<String> texts(List<Reason> reasons) {
        return reasons.stream().map(Reason::toString).toList();
    }
}

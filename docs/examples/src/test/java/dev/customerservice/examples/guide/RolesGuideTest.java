package dev.customerservice.examples.guide;

import static dev.customerservice.roles.role.TeamProfile.ANALYST;
import static dev.customerservice.roles.role.TeamProfile.CUSTOMER_CHAMPION;
import static dev.customerservice.roles.role.TeamProfile.FIELD_EXPERT;
import static dev.customerservice.roles.role.TeamProfile.OPERATIONALIST;
import static dev.customerservice.roles.role.TeamProfile.QUALITY_CONTROLLER;
import static dev.customerservice.roles.role.TeamProfile.STRATEGIST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.roles.catalogue.Catalogue;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.matching.Matching;
import dev.customerservice.roles.role.JobRole;
import dev.customerservice.roles.role.ProfileCoverage;
import dev.customerservice.roles.role.ProfilePolicy;
import dev.customerservice.roles.role.Team;
import dev.customerservice.roles.role.TeamMember;
import dev.customerservice.roles.role.TeamProfile;
import dev.customerservice.roles.skill.Skill;
import dev.customerservice.roles.skill.SkillMatrix;
import dev.customerservice.roles.skill.SkillMatrix.Assessed;
import dev.customerservice.roles.skill.SkillMatrix.Gap;
import dev.customerservice.roles.skill.Training;
import dev.customerservice.roles.skill.TrainingPlan;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** The snippets of docs/guide/roles.md, with what they give. */
class RolesGuideTest {

    // region roles-given
    private static final AgentId MARA = AgentId.of("mara");
    private static final AgentId ANA = AgentId.of("ana");
    private static final AgentId BEN = AgentId.of("ben");
    private static final AgentId CHI = AgentId.of("chi");
    private static final AgentId DEE = AgentId.of("dee");
    private static final LocalDate FEBRUARY_2ND = LocalDate.of(2026, 2, 2);
    // endregion

    private static Team harbour() {
        // region roles-team
        TeamMember ana = TeamMember.of(ANA, JobRole.ASSOCIATE, CUSTOMER_CHAMPION, FIELD_EXPERT);
        TeamMember ben = TeamMember.builder()
                .person(BEN)
                .role(JobRole.LEAD)
                .holds(QUALITY_CONTROLLER, Duration.ofHours(14))
                .holds(OPERATIONALIST, Duration.ofHours(26))
                .build();
        TeamMember dee = TeamMember.of(DEE, JobRole.ASSOCIATE, ANALYST).withJoinedOn(FEBRUARY_2ND);
        Team harbour = Team.of(
                TeamId.of("harbour"),
                TeamMember.of(MARA, JobRole.LEAD, STRATEGIST),
                ana,
                ben,
                TeamMember.of(CHI, JobRole.ASSOCIATE, FIELD_EXPERT),
                dee);
        // endregion
        return harbour;
    }

    @Test
    void whatIsCovered() {
        Team harbour = harbour();
        // region roles-coverage
        ProfileCoverage january = harbour.on(LocalDate.of(2026, 1, 1)).profiles(ProfilePolicy.standard());
        Ratio share = january.coverage(); // 5/6
        List<TeamProfile> missing = january.missing(); // the analyst
        Set<TeamProfile> fragile = january.single().keySet(); // held by one person only
        // endregion
        assertEquals(Ratio.of(5, 6), share);
        assertEquals(List.of(ANALYST), missing);
        assertEquals(Set.of(CUSTOMER_CHAMPION, OPERATIONALIST, QUALITY_CONTROLLER, STRATEGIST), fragile);
        assertEquals(
                Ratio.of(6, 6),
                harbour.on(FEBRUARY_2ND).profiles(ProfilePolicy.standard()).coverage());
    }

    @Test
    void aRuleAndAnAdvice() {
        Team harbour = harbour();
        // region roles-policy
        ProfilePolicy policy = ProfilePolicy.atMost(2)
                .and(ProfilePolicy.noOwnWorkReviewed())
                .and(ProfilePolicy.splitAboveHours(Duration.ofHours(12)))
                .named("harbour-2026");
        ProfileCoverage coverage = harbour.profiles(policy);
        List<Reason> violations = coverage.violations(); // none
        Reason advice = coverage.advice().get(0);
        // endregion
        assertEquals(List.of(), violations);
        assertEquals(
                "TWO_PROFILES_TAKE_THEIR_TIME about person:ben by harbour-2026: "
                        + "limit = PT12H, operationalist = PT26H, quality-controller = PT14H",
                advice.toString());
    }

    @Test
    void aDropThatIsCertain() {
        Team harbour = harbour();
        BiFunction<AgentId, TeamProfile, Optional<Detail.Estimate>> change = (person, profile) -> person.equals(BEN)
                        && profile.id().equals("quality-controller")
                ? Optional.of(new Detail.Estimate(
                        new BigDecimal("-0.06"), new BigDecimal("-0.0939"), new BigDecimal("-0.0293"), 600, "share"))
                : Optional.empty();
        // region roles-drop
        ProfilePolicy watchful = ProfilePolicy.splitWhenWeakerDrops(new BigDecimal("0.02"), change);
        List<Reason> split = harbour.profiles(watchful).advice();
        // endregion
        assertEquals(
                List.of("WEAKER_PROFILE_DROPPED about person:ben: accepted = 0.02 share, "
                        + "quality-controller = -0.06 [-0.0939, -0.0293] share, n = 600"),
                split.stream().map(Reason::toString).toList());
    }

    @Test
    void howFewPeople() {
        ProfileCoverage coverage = harbour().profiles(ProfilePolicy.standard());
        // region roles-smallest
        int people = coverage.smallestTeam(2); // 3
        List<List<TeamProfile>> pairs = coverage.pairing(2);
        // endregion
        assertEquals(3, people);
        assertEquals(
                List.of(
                        List.of(CUSTOMER_CHAMPION, FIELD_EXPERT),
                        List.of(OPERATIONALIST, QUALITY_CONTROLLER),
                        List.of(STRATEGIST, ANALYST)),
                pairs);
    }

    @Test
    void whichRolesAreMissing() {
        Team harbour = harbour();
        // region roles-jobs
        List<Reason> rolesToAdd = harbour.missingRoles(); // none for five people with a lead
        List<Reason> unclear = harbour.responsibilityProblems(); // none: the lead answers for all of it
        long pairsOfPeople = harbour.coordinationPairs(); // 10
        // endregion
        assertEquals(List.of(), rolesToAdd);
        assertEquals(List.of(), unclear);
        assertEquals(10, pairsOfPeople);
    }

    @Test
    void whoCouldTakeTheMissingProfile() {
        Instant may = Instant.parse("2026-05-04T09:00:00Z");
        // region roles-skills
        List<Assessed> assessments = List.of(
                Assessed.of(ANA, Skill.DATA_ANALYSIS, 3, may),
                Assessed.of(ANA, Skill.LOGICAL_THINKING, 4, may),
                Assessed.of(CHI, Skill.LOGICAL_THINKING, 2, may));
        SkillMatrix matrix = SkillMatrix.of(List.of(ANA, CHI), assessments, may);
        List<Gap> gaps = matrix.gaps(ANALYST.requirements());
        // endregion
        assertEquals(
                List.of(
                        "BELOW_LEVEL about person:ana by data-analysis: assessed = 3 level, required = 4 level",
                        "NOT_ASSESSED about person:chi by data-analysis: required = 4 level",
                        "BELOW_LEVEL about person:chi by logical-thinking: assessed = 2 level, required = 3 level"),
                gaps.stream().map(gap -> gap.reason().toString()).toList());
        Catalogue<Training> trainings = Catalogue.of(List.of(
                training("reading-data", Skill.DATA_ANALYSIS, 0, 4, 6),
                training("thinking-aloud", Skill.LOGICAL_THINKING, 2, 3, 4)));
        EvidenceLog log = EvidenceLog.empty();
        // region roles-training
        TrainingPlan plan = TrainingPlan.recommend(gaps, trainings, log, Duration.ofHours(10));
        List<TrainingPlan.Step> first = plan.steps(); // Chi reads data for 6 hours, then thinks aloud for 4
        List<Reason> left = plan.left(); // BUDGET_SPENT: Ana still lacks a level
        // endregion
        assertEquals(
                List.of("reading-data", "thinking-aloud"),
                first.stream().map(step -> step.training().id()).toList());
        assertEquals(
                List.of(CHI, CHI), first.stream().map(TrainingPlan.Step::person).toList());
        assertEquals(List.of("BUDGET_SPENT"), left.stream().map(Reason::code).toList());
    }

    private static Training training(String id, Skill skill, int from, int to, int hours) {
        return Training.builder()
                .id(id)
                .title(id)
                .addTeaches(new Training.Lesson(skill.skillId(), from, to))
                .hours(Duration.ofHours(hours))
                .build();
    }

    @Test
    void whatExpiresSoon() {
        Instant may = Instant.parse("2026-05-04T09:00:00Z");
        Instant june = Instant.parse("2026-06-04T09:00:00Z");
        EvidenceLog log = EvidenceLog.of(Evidence.of("c1", "certificate.granted", may, Subject.person(ANA))
                .withDetail("skill", "de-escalation")
                .withDetail("level", Detail.count(3, "level"))
                .withDetail("expires", new Detail.Moment(june)));
        // region roles-expiring
        SkillMatrix matrix = SkillMatrix.of(List.of(ANA, CHI), log, may);
        List<Assessed> soon = matrix.expiring(june); // Ana's certificate
        // endregion
        assertEquals(List.of(ANA), soon.stream().map(Assessed::person).toList());
    }

    @Test
    void whoMayTakeTheJob() {
        Instant may = Instant.parse("2026-05-04T09:00:00Z");
        SkillMatrix matrix = SkillMatrix.of(
                List.of(ANA),
                List.of(Assessed.of(ANA, Skill.DECISION_MAKING, 4, may), Assessed.of(ANA, Skill.EMPATHY, 4, may)),
                may);
        Measurement<BigDecimal> score = Measurement.value(new BigDecimal("0.55"), 1, LeftOut.none());
        // region roles-eligible
        JobRole lead = JobRole.LEAD.withMindset(new JobRole.Mindset("mindset", new BigDecimal("0.60")));
        List<Reason> obstacles = lead.obstacles(ANA, matrix, score); // MINDSET_BELOW_MINIMUM: 0.55 of 0.60
        // endregion
        assertEquals(
                List.of("MINDSET_BELOW_MINIMUM"),
                obstacles.stream().map(Reason::code).toList());
    }

    @Test
    void whoMentorsWhom() {
        List<String> newcomers = List.of("eva", "fin", "gus");
        List<String> mentors = List.of("ana", "ben");
        Map<String, Integer> shared = Map.of("eva ana", 3, "eva ben", 1, "fin ana", 2);
        // region roles-mentors
        Matching<String, String> pairs = Matching.best(
                newcomers,
                mentors,
                (newcomer, mentor) -> {
                    Integer skills = shared.get(newcomer + " " + mentor);
                    return skills == null ? OptionalInt.empty() : OptionalInt.of(skills);
                },
                mentor -> 1);
        int found = pairs.pairs().size(); // 2: Eva with Ben, so that Fin has Ana
        // endregion
        assertEquals(2, found);
        assertEquals(1, pairs.unmatched().size(), "nobody shares a skill with Gus");
    }

    @Test
    void aPolicyOfOnesOwn() {
        // region roles-own
        ProfilePolicy leadsDoNotAnalyse =
                (member, team) -> member.role().id().equals(JobRole.LEAD.id()) && member.holds(ANALYST)
                        ? List.of(Reason.rule("LEAD_HOLDS_ANALYST").withAbout(Subject.person(member.person())))
                        : List.of();
        // endregion
        TeamMember mara = TeamMember.of(MARA, JobRole.LEAD, ANALYST);
        ProfileCoverage coverage = Team.of(TeamId.of("harbour"), mara).profiles(leadsDoNotAnalyse);
        assertEquals(
                List.of("LEAD_HOLDS_ANALYST about person:mara"),
                coverage.violations().stream().map(Reason::toString).toList());
        assertTrue(coverage.held().contains(ANALYST));
    }
}

package dev.customerservice.roles.role;

import static dev.customerservice.roles.role.TeamProfile.ANALYST;
import static dev.customerservice.roles.role.TeamProfile.FIELD_EXPERT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.OrganizationId;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.role.JobRole.Involvement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TeamTest {

    private static final TeamId HARBOUR = TeamId.of("harbour");
    private static final AgentId ANA = AgentId.of("ana");
    private static final AgentId BEN = AgentId.of("ben");
    private static final LocalDate JOINED = LocalDate.of(2026, 2, 2);
    private static final LocalDate LEFT = LocalDate.of(2026, 3, 16);

    @Test
    @Tag("S3-06")
    @Tag("S3-13")
    void pairsWhoMustAgree() {
        assertEquals(0, associates(0).coordinationPairs());
        assertEquals(0, associates(1).coordinationPairs());
        assertEquals(10, associates(5).coordinationPairs());
        assertEquals(45, associates(10).coordinationPairs());
    }

    @Test
    @Tag("S1-08")
    void aTeamOfFiveNeedsALeadButNoAnalyst() {
        assertEquals(
                List.of("ROLE_NOT_HELD about role:lead: ownPersonFrom = 4 people, people = 5 people"),
                texts(associates(5).missingRoles()));
        assertEquals(List.of(), associates(3).missingRoles());
        assertEquals(List.of(), associates(0).missingRoles());
    }

    @Test
    @Tag("S1-08")
    void aTeamOfThirtyNeedsAllSixAsAdvice() {
        List<Reason> missing = associates(30).missingRoles();
        assertEquals(
                List.of("engineer", "lead", "technical-account-manager", "operations-analyst", "head"),
                missing.stream()
                        .map(reason -> reason.about().orElseThrow().id())
                        .toList());
        assertTrue(missing.stream().allMatch(reason -> reason.severity() == Reason.Severity.ADVICE));
        assertEquals(
                List.of(Subject.role(RoleId.of("engineer"))),
                associates(30).withRolesNeeded(JobRole.ASSOCIATE, JobRole.ENGINEER).missingRoles().stream()
                        .map(reason -> reason.about().orElseThrow())
                        .toList());
    }

    @Test
    @Tag("S1-14")
    void theSixRolesTogetherHaveOneAccountableEach() {
        assertEquals(
                List.of(), holding(JobRole.STANDARD.toArray(JobRole[]::new)).responsibilityProblems());
    }

    @Test
    @Tag("S1-14")
    void withoutALeadNobodyAnswersForTheDailyRequests() {
        assertEquals(
                List.of(
                        "NO_ACCOUNTABLE about activity:complex-problems: responsible = engineer",
                        "NO_ACCOUNTABLE about activity:daily-requests: responsible = associate",
                        "NO_ACCOUNTABLE about activity:reroute-urgent: responsible = associate"),
                texts(holding(JobRole.ASSOCIATE, JobRole.ENGINEER).responsibilityProblems()));
    }

    @Test
    @Tag("S1-14")
    void twoRolesThatAnswerForOneThing() {
        JobRole captain = JobRole.LEAD.withId(RoleId.of("captain"));
        JobRole onlyHiring =
                captain.withResponsibilities(new JobRole.Responsibility("hiring", Involvement.ACCOUNTABLE));
        assertEquals(
                List.of("TWO_ACCOUNTABLE about activity:hiring: accountable = captain, lead"),
                texts(holding(JobRole.LEAD, onlyHiring).responsibilityProblems()));
        assertEquals(List.of(), holding(JobRole.LEAD, JobRole.LEAD).responsibilityProblems(), "one role, two people");
    }

    @Test
    void whoIsThereOnADate() {
        TeamMember ana = TeamMember.builder()
                .person(ANA)
                .role(JobRole.ASSOCIATE)
                .addProfile(FIELD_EXPERT)
                .joinedOn(JOINED)
                .leftOn(LEFT)
                .build();
        Team team = Team.of(HARBOUR, ana);
        assertFalse(ana.isPresentOn(JOINED.minusDays(1)));
        assertTrue(ana.isPresentOn(JOINED));
        assertTrue(ana.isPresentOn(LEFT.minusDays(1)));
        assertFalse(ana.isPresentOn(LEFT));
        assertEquals(List.of(ana), team.on(JOINED).members());
        assertEquals(List.of(), team.on(LEFT).members());
        assertEquals(Set.of(ANA), team.holders(FIELD_EXPERT));
        assertEquals(Set.of(), team.on(LEFT).holders(FIELD_EXPERT));
    }

    @Test
    void aProfileIsKnownByItsId() {
        TeamMember ana = TeamMember.of(ANA, JobRole.ASSOCIATE, ANALYST.withTitle("Data person"));
        assertTrue(ana.holds(ANALYST));
        assertEquals(
                List.of(ANALYST),
                Team.of(HARBOUR, ana).profiles(ProfilePolicy.atMost(1)).held());
    }

    @Test
    void refusesAMemberThatCannotBe() {
        TeamMember ana = TeamMember.of(ANA, JobRole.ASSOCIATE, ANALYST);
        refused("must be held once", () -> ana.withProfiles(ANALYST, ANALYST.withTitle("again")));
        refused(
                "must be for a profile held",
                () -> TeamMember.builder()
                        .from(ana)
                        .putWeeklyTime(FIELD_EXPERT, Duration.ofHours(1))
                        .build());
        refused(
                "must not be negative",
                () -> TeamMember.builder()
                        .from(ana)
                        .putWeeklyTime(ANALYST, Duration.ofHours(-1))
                        .build());
        refused("must be at least 1", () -> ana.withProfileLimit(0));
        refused("must not be before joinedOn", () -> ana.withJoinedOn(LEFT).withLeftOn(JOINED));
    }

    @Test
    void refusesATeamThatNamesSomethingTwice() {
        TeamMember ana = TeamMember.of(ANA, JobRole.ASSOCIATE);
        refused(
                "person (ana) of team harbour must be named once",
                () -> Team.of(HARBOUR, ana, ana.withRole(JobRole.LEAD)));
        Team team = Team.of(HARBOUR, ana, TeamMember.of(BEN, JobRole.LEAD));
        refused("profile (analyst)", () -> team.withProfilesNeeded(ANALYST, ANALYST));
        refused("role (lead)", () -> team.withRolesNeeded(JobRole.LEAD, JobRole.LEAD));
    }

    private static void refused(String rule, Executable making) {
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, making).getMessage());
        assertTrue(message.contains(rule), message);
        assertTrue(message.contains("\nMaybe "), message);
    }

    private static List<String> texts(List<Reason> reasons) {
        return reasons.stream().map(Reason::toString).toList();
    }

    private static Team associates(int number) {
        return holding(
                IntStream.range(0, number).mapToObj(i -> JobRole.ASSOCIATE).toArray(JobRole[]::new));
    }

    private static Team holding(JobRole... roles) {
        return Team.of(
                HARBOUR,
                IntStream.range(0, roles.length)
                        .mapToObj(i -> TeamMember.of(AgentId.of("p" + i), roles[i]))
                        .toArray(TeamMember[]::new));
    }

    @Test
    @Tag("S1-12")
    void accountsHaveAnOwnerAndACover() {
        OrganizationId acme = OrganizationId.of("acme");
        OrganizationId zeta = OrganizationId.of("zeta");
        AgentId tam = AgentId.of("tam");
        AgentId cover = AgentId.of("cover");
        TeamMember owner = TeamMember.of(tam, JobRole.TECHNICAL_ACCOUNT_MANAGER)
                .withAccounts(
                        new TeamMember.Account(acme, Optional.of(cover), 3),
                        new TeamMember.Account(zeta, Optional.empty(), 1));
        Team team = Team.of(TeamId.of("accounts"), owner, TeamMember.of(cover, JobRole.ASSOCIATE));
        assertEquals(Optional.of(tam), team.ownerOf(acme, Set.of(tam, cover)));
        assertEquals(Optional.of(cover), team.ownerOf(acme, Set.of(cover)));
        assertEquals(Optional.empty(), team.ownerOf(acme, Set.of()));
        assertEquals(Optional.empty(), team.ownerOf(zeta, Set.of(cover)));
        assertEquals(Optional.empty(), team.ownerOf(OrganizationId.of("nobody"), Set.of(tam)));
        assertEquals(4, team.portfolio(tam));
        assertEquals(0, team.portfolio(cover));
        assertEquals(
                List.of("NO_COVER about account:zeta: owner = tam"),
                team.accountsWithoutCover().stream().map(Reason::toString).toList());
        assertThrows(IllegalArgumentException.class, () -> new TeamMember.Account(acme, Optional.empty(), 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> owner.withAccounts(new TeamMember.Account(acme, Optional.of(tam), 1)));
        TeamMember.Account twice = new TeamMember.Account(acme, Optional.empty(), 1);
        assertThrows(IllegalArgumentException.class, () -> owner.withAccounts(twice, twice));
    }

    @Test
    @Tag("S1-12")
    void anAccountOfTwoOwnersIsLookedAfterByWhoeverIsThere() {
        OrganizationId acme = OrganizationId.of("acme");
        AgentId tam = AgentId.of("tam");
        AgentId tom = AgentId.of("tom");
        AgentId eva = AgentId.of("eva");
        Team team = Team.of(
                TeamId.of("accounts"),
                TeamMember.of(tam, JobRole.TECHNICAL_ACCOUNT_MANAGER)
                        .withAccounts(new TeamMember.Account(acme, Optional.of(eva), 1)),
                TeamMember.of(tom, JobRole.TECHNICAL_ACCOUNT_MANAGER)
                        .withAccounts(new TeamMember.Account(acme, Optional.empty(), 1)));
        assertEquals(Optional.of(tam), team.ownerOf(acme, Set.of(tam, tom, eva)));
        assertEquals(Optional.of(tom), team.ownerOf(acme, Set.of(tom, eva)), "an owner before a cover");
        assertEquals(Optional.of(eva), team.ownerOf(acme, Set.of(eva)));
    }

    @Test
    void peopleReportToAManager() {
        AgentId lead = AgentId.of("lead");
        AgentId ana = AgentId.of("ana");
        Team team = Team.of(
                TeamId.of("harbour"),
                TeamMember.of(lead, JobRole.LEAD),
                TeamMember.of(ana, JobRole.ASSOCIATE).withManager(lead));
        assertEquals(Set.of(ana), team.direct(lead));
        assertEquals(Set.of(), team.direct(ana));
        assertThrows(
                IllegalArgumentException.class,
                () -> TeamMember.of(ana, JobRole.ASSOCIATE).withManager(ana));
    }
}

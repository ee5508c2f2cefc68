package dev.customerservice.roles.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.money.Money;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.metrics.report.Granularity;
import dev.customerservice.roles.authority.AuthorityDecision.Allowed;
import dev.customerservice.roles.authority.AuthorityDecision.Recording;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.role.JobRole;
import dev.customerservice.roles.role.Team;
import dev.customerservice.roles.role.TeamMember;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where an amount, an account or a window could be taken for another. */
class AuthorityEdgesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final AgentId ANA = AgentId.of("ana");
    private static final AgentId BEN = AgentId.of("ben");
    private static final AgentId MARA = AgentId.of("mara");
    private static final Team HARBOUR = Team.of(
            TeamId.of("harbour"),
            TeamMember.of(ANA, JobRole.ASSOCIATE),
            TeamMember.of(BEN, JobRole.ASSOCIATE),
            TeamMember.of(MARA, JobRole.LEAD));
    private static final AuthorityLimit UNLIMITED = AuthorityLimit.permission(Subject.person(MARA), "refund")
            .withId("own")
            .withDelegable(true);
    private static final Delegation FORTY_EUROS = Delegation.builder()
            .id("peak")
            .delegator(MARA)
            .delegate(ANA)
            .of("own")
            .cap(Money.of("40", "EUR"))
            .during(new Interval(NOON, NOON.plusSeconds(3600)))
            .reason("peak")
            .build();

    /** A part with an amount of a right without one: what is no amount of that currency, the part does not cover. */
    @Test
    void aCapOfAPartHoldsForEveryCurrencyAndWithoutAnAmount() {
        AuthorityPolicy policy = AuthorityPolicy.of(HARBOUR, List.of(UNLIMITED), FORTY_EUROS);
        assertTrue(policy.decide(refund(ANA, "40", "EUR"), EvidenceLog.empty()).isAllowed());
        assertEquals(List.of("OVER_DELEGATED_CAP"), codes(policy, refund(ANA, "41", "EUR")));
        assertEquals(List.of("CURRENCY_MISMATCH"), codes(policy, refund(ANA, "500", "USD")));
        assertEquals(List.of("AMOUNT_MISSING"), codes(policy, AuthorityRequest.of("r1", ANA, "refund", NOON)));
        assertTrue(
                policy.decide(refund(MARA, "500", "USD"), EvidenceLog.empty()).isAllowed(), "the giver has no limit");
    }

    @Test
    void aPartInAnotherCurrencyIsNoPart() {
        AuthorityLimit aCase = UNLIMITED.withPerUse(Money.of("50", "EUR"));
        Delegation dollars = FORTY_EUROS.withCap(Money.of("40", "USD"));
        assertEquals(
                List.of("WIDER_THAN_DELEGATOR cap"),
                dollars.problems(aCase).stream()
                        .map(reason -> reason.code() + " " + reason.where())
                        .toList());
        assertEquals(List.of(), dollars.problems(UNLIMITED), "of no amount at all, any currency is a part");
        AuthorityLimit aMonth = UNLIMITED
                .withWindow(new AuthorityLimit.Window(Granularity.MONTH, BERLIN))
                .withCap(Money.of("50", "EUR"));
        Delegation each = FORTY_EUROS.withCap(Optional.empty()).withPerUse(Money.of("1", "USD"));
        assertEquals("perUse", each.problems(aMonth).get(0).where());
        assertEquals(List.of(), each.withPerUse(Money.of("1", "EUR")).problems(aMonth));
        assertThrows(IllegalArgumentException.class, () -> AuthorityPolicy.of(HARBOUR, List.of(aCase), dollars));
    }

    /** A bonus to Ben is a use of Ana's cap, not of his. */
    @Test
    void whatIsDoneToSomebodyIsNoUseOfTheirs() {
        AuthorityLimit bonus = AuthorityLimit.builder()
                .id("bonus")
                .holder(Subject.role(JobRole.ASSOCIATE.id()))
                .action("bonus")
                .cap(Money.of("100", "EUR"))
                .count(1)
                .each(Granularity.MONTH, BERLIN)
                .build();
        AuthorityPolicy policy = AuthorityPolicy.of(HARBOUR, List.of(bonus));
        AuthorityRequest toBen = AuthorityRequest.of("r1", ANA, "bonus", Money.of("90", "EUR"), NOON)
                .withOn(Subject.person(BEN));
        EvidenceLog log = record(policy.decide(toBen, EvidenceLog.empty()), EvidenceLog.empty());
        Evidence use = log.of(AuthorityDecision.USED).get(0);
        assertTrue(use.about().contains(Subject.person(BEN)));
        assertEquals(Optional.of("person:ana"), use.text("account"));
        AuthorityRequest byBen = toBen.withId("r2").withBy(Subject.person(BEN)).withOn(Subject.person(ANA));
        Allowed ben = assertInstanceOf(Allowed.class, policy.decide(byBen, log));
        assertEquals(1, ben.charge().use());
        assertEquals(Optional.of(Money.of("10", "EUR")), ben.charge().remaining());
        assertEquals("NEEDS_APPROVAL", policy.decide(toBen.withId("r3"), log).verdict());
        EvidenceLog byHand = EvidenceLog.of(Evidence.of("u", AuthorityDecision.USED, NOON, Subject.person(BEN))
                .withDetail("grant", "bonus"));
        assertEquals("NEEDS_APPROVAL", policy.decide(byBen, byHand).verdict(), "a use written without its account");
    }

    /** The March of Berlin begins and ends an hour earlier, and the day of the clock change has 23 hours. */
    @ParameterizedTest
    @CsvSource({
        "MONTH, 2026-02-28T22:59:59Z, 2026-02-28T23:00:00Z",
        "MONTH, 2026-03-31T21:59:59Z, 2026-03-31T22:00:00Z",
        "DAY, 2026-03-29T21:59:59Z, 2026-03-29T22:00:00Z",
        "DAY, 2026-03-28T22:59:59Z, 2026-03-28T23:00:00Z",
        "DAY, 2026-10-25T22:59:59Z, 2026-10-25T23:00:00Z",
        "WEEK, 2026-03-29T21:59:59Z, 2026-03-29T22:00:00Z",
        "YEAR, 2026-12-31T22:59:59Z, 2026-12-31T23:00:00Z"
    })
    void aWindowEndsWithTheLocalCalendar(Granularity unit, Instant last, Instant next) {
        AuthorityLimit once = AuthorityLimit.builder()
                .id("once")
                .holder(Subject.person(ANA))
                .action("refund")
                .count(1)
                .each(unit, BERLIN)
                .build();
        AuthorityPolicy policy = AuthorityPolicy.of(HARBOUR, List.of(once));
        AuthorityRequest request = refund(ANA, "1", "EUR").withAt(last);
        EvidenceLog log = record(policy.decide(request, EvidenceLog.empty()), EvidenceLog.empty());
        assertEquals(
                "NEEDS_APPROVAL",
                policy.decide(request.withId("r2").withAt(last.minusSeconds(60)), log)
                        .verdict());
        assertTrue(policy.decide(request.withId("r2").withAt(next), log).isAllowed());
    }

    @Test
    void amountsOfOneLimitAreOfOneCurrencyAndPositive() {
        AuthorityLimit.Window month = new AuthorityLimit.Window(Granularity.MONTH, BERLIN);
        AuthorityLimit limit = UNLIMITED.withWindow(month);
        assertThrows(IllegalArgumentException.class, () -> limit.withCap(Money.of("0", "EUR")));
        assertThrows(IllegalArgumentException.class, () -> limit.withCap(Money.of("-1", "EUR")));
        assertThrows(IllegalArgumentException.class, () -> limit.withCount(0));
        assertEquals(1, limit.withCount(1).count().orElseThrow());
        EvidenceLog dollars = EvidenceLog.of(Evidence.of("u", AuthorityDecision.USED, NOON, Subject.person(ANA))
                .withDetail("grant", "mine")
                .withDetail("amount", new Detail.Quantity(new BigDecimal("90"), "USD")));
        AuthorityLimit mine =
                limit.withId("mine").withHolder(Subject.person(ANA)).withCap(Money.of("40", "EUR"));
        Allowed allowed = assertInstanceOf(
                Allowed.class, AuthorityPolicy.of(HARBOUR, List.of(mine)).decide(refund(ANA, "40", "EUR"), dollars));
        assertEquals(2, allowed.charge().use(), "a use it was");
        assertEquals(Optional.of(Money.of("0", "EUR")), allowed.charge().remaining(), "of no euros");
    }

    @Test
    void aLineThatEndsNowhereIsDenied() {
        Subject bot = Subject.of("automation", "bot");
        AuthorityLimit limit = AuthorityLimit.builder()
                .holder(bot)
                .action("refund")
                .perUse(Money.of("5", "EUR"))
                .build();
        AuthorityPolicy policy = AuthorityPolicy.of(HARBOUR, List.of(limit));
        AuthorityDecision denied = policy.decide(refund(ANA, "6", "EUR").withBy(bot), EvidenceLog.empty());
        assertEquals("DENIED", denied.verdict());
        assertEquals(
                List.of("OVER_CASE_LIMIT", "NO_APPROVER"),
                denied.reasons().stream().map(Reason::code).toList());
    }

    @Test
    void twoRolesThatReportToEachOtherAreAskedOnce() {
        JobRole first = JobRole.LEAD.withId(RoleId.of("first")).withReportsTo(RoleId.of("second"));
        JobRole second = JobRole.LEAD.withId(RoleId.of("second")).withReportsTo(RoleId.of("first"));
        Team ring = HARBOUR.withRolesNeeded(first, second)
                .withMembers(TeamMember.of(ANA, first), TeamMember.of(BEN, second));
        AuthorityLimit limit = AuthorityLimit.builder()
                .id("five")
                .holder(Subject.role(first.id()))
                .action("refund")
                .perUse(Money.of("5", "EUR"))
                .build();
        AuthorityDecision asked =
                AuthorityPolicy.of(ring, List.of(limit)).decide(refund(ANA, "6", "EUR"), EvidenceLog.empty());
        assertEquals(
                List.of("OVER_CASE_LIMIT", "NO_APPROVER_WITH_ROOM"),
                asked.reasons().stream().map(Reason::code).toList());
        assertEquals(
                first.id(),
                assertInstanceOf(AuthorityDecision.NeedsApproval.class, asked).role(),
                "the last of the line");
    }

    /** Of two leads the one who asks cannot be the one who approves. */
    @Test
    void theOtherOfTwoOfOneRoleMayApprove() {
        AuthorityLimit day = AuthorityLimit.builder()
                .id("day")
                .holder(Subject.role(JobRole.LEAD.id()))
                .action("refund")
                .count(1)
                .each(Granularity.DAY, BERLIN)
                .approver(JobRole.LEAD.id())
                .build();
        Team two = HARBOUR.withMembers(TeamMember.of(MARA, JobRole.LEAD), TeamMember.of(BEN, JobRole.LEAD));
        for (Team team : List.of(two, two.withMembers(TeamMember.of(MARA, JobRole.LEAD)))) {
            AuthorityPolicy policy = AuthorityPolicy.of(team, List.of(day));
            EvidenceLog used =
                    record(policy.decide(refund(MARA, "6", "EUR"), EvidenceLog.empty()), EvidenceLog.empty());
            AuthorityDecision second = policy.decide(refund(MARA, "6", "EUR").withId("r2"), used);
            assertEquals("NEEDS_APPROVAL", second.verdict());
            assertEquals(
                    team.members().size() == 1,
                    second.reasons().stream().anyMatch(each -> each.code().equals("NO_APPROVER_WITH_ROOM")));
        }
    }

    @Test
    void eachAnswerHasItsWord() {
        TeamId legal = TeamId.of("legal");
        AuthorityPolicy policy = AuthorityPolicy.of(HARBOUR, List.of(UNLIMITED.withConsult(legal)));
        AuthorityDecision consult = policy.decide(refund(MARA, "6", "EUR"), EvidenceLog.empty());
        assertEquals("CONSULT", consult.verdict());
        assertEquals(
                List.of("authority.decided"),
                policy.approve(refund(ANA, "6", "EUR"), MARA, NOON, EvidenceLog.empty()).toEvidence().stream()
                        .map(Evidence::kind)
                        .toList(),
                "an approval that must be consulted on is none yet");
        AuthorityDecision allowed = policy.decide(refund(MARA, "6", "EUR").withConsulted(legal), EvidenceLog.empty());
        assertEquals("ALLOWED", allowed.verdict());
        assertEquals(List.of(), allowed.reasons());
        assertTrue(policy.decide(refund(ANA, "6", "EUR"), EvidenceLog.empty())
                .reasons()
                .toString()
                .contains("NO_GRANT"));
    }

    private static List<String> codes(AuthorityPolicy policy, AuthorityRequest request) {
        return policy.decide(request, EvidenceLog.empty()).reasons().stream()
                .map(Reason::code)
                .toList();
    }

    private static EvidenceLog record(AuthorityDecision decision, EvidenceLog log) {
        return assertInstanceOf(Recording.Recorded.class, decision.recordIn(log))
                .log();
    }

    private static AuthorityRequest refund(AgentId person, String amount, String currency) {
        return AuthorityRequest.of("r1", person, "refund", Money.of(amount, currency), NOON);
    }
}

package dev.customerservice.roles.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.money.Money;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.metrics.report.Granularity;
import dev.customerservice.roles.authority.AuthorityDecision.Allowed;
import dev.customerservice.roles.authority.AuthorityDecision.Charge;
import dev.customerservice.roles.authority.AuthorityDecision.Consult;
import dev.customerservice.roles.authority.AuthorityDecision.Denied;
import dev.customerservice.roles.authority.AuthorityDecision.NeedsApproval;
import dev.customerservice.roles.authority.AuthorityDecision.Recording;
import dev.customerservice.roles.authority.AuthorityLimit.Scope;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.role.JobRole;
import dev.customerservice.roles.role.Team;
import dev.customerservice.roles.role.TeamMember;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a limit covers, who holds it, what is charged first, and what the combinations of policies answer. */
class AuthorityPolicyTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final AgentId ANA = AgentId.of("ana");
    private static final AgentId BEN = AgentId.of("ben");
    private static final AgentId MARA = AgentId.of("mara");
    private static final AgentId OTA = AgentId.of("ota");
    private static final Subject ASSOCIATES = Subject.role(JobRole.ASSOCIATE.id());
    private static final Subject CASE = Subject.of("case", "17");
    private static final Team HARBOUR = Team.of(
            TeamId.of("harbour"),
            TeamMember.of(ANA, JobRole.ASSOCIATE),
            TeamMember.of(BEN, JobRole.ASSOCIATE),
            TeamMember.of(MARA, JobRole.LEAD),
            TeamMember.of(OTA, JobRole.OPERATIONS_ANALYST));
    private static final EvidenceLog NOTHING = EvidenceLog.empty();

    @Test
    @Tag("S1-13")
    void whoMayOnlyReadMayNotWrite() {
        Subject analysts = Subject.role(JobRole.OPERATIONS_ANALYST.id());
        AuthorityPolicy policy = AuthorityPolicy.of(
                HARBOUR,
                List.of(
                        AuthorityLimit.permission(analysts, "read-report"),
                        AuthorityLimit.permission(analysts, "read-ticket"),
                        AuthorityLimit.permission(ASSOCIATES, "reply")));
        assertTrue(policy.decide(ask(OTA, "read-report"), NOTHING).isAllowed());
        for (String writing : List.of("reply", "refund", "assign", "write-report")) {
            Denied denied = assertInstanceOf(Denied.class, policy.decide(ask(OTA, writing), NOTHING));
            assertEquals("NO_GRANT", denied.reasons().get(0).code());
            assertEquals(writing, denied.reasons().get(0).where());
        }
    }

    @Test
    @Tag("S0-62")
    void aWiderLimitChangesTheDecision() {
        AuthorityLimit usual = limit("usual", "50");
        AuthorityRequest eighty = ask(ANA, "refund", "80");
        AuthorityPolicy narrow = AuthorityPolicy.of(HARBOUR, List.of(usual));
        AuthorityPolicy empowered = AuthorityPolicy.of(HARBOUR, List.of(usual.withPerUse(eur("100"))));
        assertFalse(narrow.decide(eighty, NOTHING).isAllowed());
        assertTrue(empowered.decide(eighty, NOTHING).isAllowed());
    }

    @Test
    @Tag("S1-07")
    void somebodyMayHaveToBeAskedBefore() {
        TeamId legal = TeamId.of("legal");
        AuthorityPolicy policy =
                AuthorityPolicy.of(HARBOUR, List.of(limit("goodwill", "50").withConsult(legal)));
        AuthorityRequest request = ask(ANA, "refund", "20");
        Consult consult = assertInstanceOf(Consult.class, policy.decide(request, NOTHING));
        assertEquals(legal, consult.team());
        assertEquals("CONSULT_FIRST", consult.reasons().get(0).code());
        assertTrue(policy.decide(request.withConsulted(Set.of(legal)), NOTHING).isAllowed());
        AuthorityPolicy alsoFree =
                AuthorityPolicy.of(HARBOUR, List.of(limit("goodwill", "50").withConsult(legal), limit("free", "60")));
        assertEquals("free", allowed(alsoFree, request).charge().limit(), "more rights never take one away");
    }

    @Test
    void aScopeIsWhoseWorkItIs() {
        AuthorityRequest on = ask(ANA, "close").withOwner(BEN).withOn(CASE);
        assertEquals("OUT_OF_SCOPE", answer(Scope.OWN, on));
        assertEquals("ALLOWED", answer(Scope.TEAM, on));
        assertEquals("ALLOWED", answer(Scope.OWN, on.withOwner(ANA)));
        assertEquals("OUT_OF_SCOPE", answer(Scope.TEAM, on.withOwner(AgentId.of("stranger"))));
        assertEquals("OUT_OF_SCOPE", answer(Scope.TEAM, on.withOwner(Optional.empty())), "nobody owns it");
        assertEquals("ALLOWED", answer(Scope.ALL, on.withOwner(Optional.empty())));

        AuthorityPolicy oneCase = AuthorityPolicy.of(
                HARBOUR, List.of(AuthorityLimit.permission(ASSOCIATES, "close").withOnly(CASE)));
        assertTrue(oneCase.decide(on, NOTHING).isAllowed());
        assertFalse(oneCase.decide(on.withOn(Subject.of("case", "18")), NOTHING).isAllowed());
        assertFalse(oneCase.decide(on.withOn(Optional.empty()), NOTHING).isAllowed());
    }

    @Test
    void aLimitIsInForceFromItsStartUntilItsEnd() {
        AuthorityLimit march = limit("march", "50").withValidFrom(NOON).withValidUntil(NOON.plusSeconds(60));
        AuthorityPolicy policy = AuthorityPolicy.of(HARBOUR, List.of(march));
        AuthorityRequest request = ask(ANA, "refund", "20");
        assertTrue(policy.decide(request, NOTHING).isAllowed());
        for (Instant outside : List.of(NOON.minusNanos(1), NOON.plusSeconds(60))) {
            Denied denied = assertInstanceOf(Denied.class, policy.decide(request.withAt(outside), NOTHING));
            assertEquals(List.of("GRANT_NOT_IN_FORCE"), codes(denied));
        }
        assertTrue(march.isInForce(NOON));
        assertFalse(march.isInForce(NOON.plusSeconds(60)));
    }

    @Test
    void currenciesDoNotMix() {
        AuthorityPolicy policy = AuthorityPolicy.of(HARBOUR, List.of(limit("euros", "50")));
        AuthorityRequest dollars = ask(ANA, "refund", "20").withAmount(Money.of("20", "USD"));
        NeedsApproval answer = assertInstanceOf(NeedsApproval.class, policy.decide(dollars, NOTHING));
        assertEquals(List.of("CURRENCY_MISMATCH", "NO_APPROVER_WITH_ROOM"), codes(answer));
        Denied unsaid = assertInstanceOf(Denied.class, policy.decide(ask(ANA, "refund"), NOTHING));
        assertEquals(List.of("AMOUNT_MISSING"), codes(unsaid));
    }

    @Test
    void theSmallestLimitThatServesIsChargedAndOwnOnesFirst() {
        AuthorityLimit lead = AuthorityLimit.builder()
                .id("lead")
                .holder(Subject.role(JobRole.LEAD.id()))
                .action("refund")
                .perUse(eur("30"))
                .delegable(true)
                .build();
        Delegation delegation = Delegation.builder()
                .delegator(MARA)
                .delegate(ANA)
                .of("lead")
                .during(new Interval(NOON, NOON.plusSeconds(60)))
                .reason("peak")
                .build();
        AuthorityPolicy policy = AuthorityPolicy.of(
                HARBOUR, List.of(limit("large", "90"), limit("small", "40"), limit("twin", "40"), lead), delegation);
        Allowed twenty = allowed(policy, ask(ANA, "refund", "20"));
        assertEquals("small", twenty.charge().limit());
        assertEquals(
                List.of("small", "twin", "large", "lead from mara to ana"),
                List.copyOf(twenty.grounds().limits().keySet()));
        assertEquals("large", allowed(policy, ask(ANA, "refund", "60")).charge().limit());
        assertEquals(Optional.empty(), twenty.charge().remaining(), "there is no cap");
    }

    @Test
    void aTeamSharesItsCapAndARoleDoesNot() {
        AuthorityLimit pool = AuthorityLimit.builder()
                .id("pool")
                .holder(Subject.team(HARBOUR.id()))
                .action("refund")
                .cap(eur("100"))
                .each(Granularity.WEEK, ZoneOffset.UTC)
                .build();
        for (boolean shared : List.of(true, false)) {
            AuthorityPolicy policy = AuthorityPolicy.of(HARBOUR, List.of(shared ? pool : pool.withHolder(ASSOCIATES)));
            EvidenceLog after = record(policy.decide(ask(ANA, "refund", "80"), NOTHING), NOTHING);
            AuthorityDecision second = policy.decide(ask(BEN, "refund", "30").withId("r2"), after);
            assertEquals(!shared, second.isAllowed());
            AuthorityRequest nextWeek = ask(BEN, "refund", "30").withAt(NOON.plusSeconds(7 * 24 * 3600));
            assertTrue(policy.decide(nextWeek, after).isAllowed());
        }
    }

    @Test
    void bothOrEither() {
        AuthorityPolicy fifty = AuthorityPolicy.of(HARBOUR, List.of(limit("fifty", "50")));
        AuthorityPolicy eighty = AuthorityPolicy.of(HARBOUR, List.of(limit("eighty", "80")));
        AuthorityPolicy nothing = AuthorityPolicy.of(HARBOUR, List.of());
        AuthorityRequest sixty = ask(ANA, "refund", "60");
        assertEquals("NEEDS_APPROVAL", fifty.and(eighty).decide(sixty, NOTHING).verdict());
        assertEquals("NEEDS_APPROVAL", eighty.and(fifty).decide(sixty, NOTHING).verdict());
        assertEquals("DENIED", fifty.and(nothing).decide(sixty, NOTHING).verdict());
        assertEquals("ALLOWED", fifty.orElse(eighty).decide(sixty, NOTHING).verdict());
        assertEquals("ALLOWED", eighty.orElse(fifty).decide(sixty, NOTHING).verdict());
        assertEquals(
                "NEEDS_APPROVAL", nothing.orElse(fifty).decide(sixty, NOTHING).verdict());
        assertEquals(
                "NEEDS_APPROVAL", fifty.orElse(nothing).decide(sixty, NOTHING).verdict());
        Allowed both = allowed(fifty.and(eighty), ask(ANA, "refund", "20"));
        assertEquals(
                List.of("fifty", "eighty"),
                both.charges().stream().map(Charge::limit).toList());
        assertEquals(Set.of("fifty", "eighty"), both.grounds().limits().keySet());
    }

    @Test
    void twoDutiesOnOneThingStayInTwoHands() {
        AuthorityPolicy policy = AuthorityPolicy.of(
                        HARBOUR,
                        List.of(
                                AuthorityLimit.permission(ASSOCIATES, "enter-refund"),
                                AuthorityLimit.permission(ASSOCIATES, "pay-refund")))
                .withDutySeparation("enter-refund", "pay-refund");
        EvidenceLog entered = record(policy.decide(ask(ANA, "enter-refund").withOn(CASE), NOTHING), NOTHING);
        AuthorityRequest pay = ask(ANA, "pay-refund").withOn(CASE).withId("r2");
        Denied denied = assertInstanceOf(Denied.class, policy.decide(pay, entered));
        assertEquals(List.of("DUTY_SEPARATION"), codes(denied));
        assertTrue(policy.decide(pay.withBy(Subject.person(BEN)), entered).isAllowed());
        assertTrue(policy.decide(pay.withOn(Subject.of("case", "18")), entered).isAllowed());
        assertTrue(policy.decide(pay.withAction("enter-refund"), entered).isAllowed(), "the same duty again");
        EvidenceLog paid = record(policy.decide(pay, NOTHING), NOTHING);
        assertFalse(policy.decide(ask(ANA, "enter-refund").withOn(CASE), paid).isAllowed(), "in either order");
    }

    @Test
    void whatIsHandedOnMustBeAPartOfWhatOneHas() {
        AuthorityLimit own = AuthorityLimit.builder()
                .id("own")
                .holder(Subject.person(MARA))
                .action("refund")
                .perUse(eur("50"))
                .cap(eur("100"))
                .count(3)
                .scope(Scope.TEAM)
                .each(Granularity.MONTH, ZoneOffset.UTC)
                .delegable(true)
                .build();
        Delegation part = Delegation.builder()
                .delegator(MARA)
                .delegate(ANA)
                .of("own")
                .during(new Interval(NOON, NOON.plusSeconds(60)))
                .reason("peak")
                .build();
        assertEquals(List.of(), part.problems(own));
        assertEquals(List.of("NOT_DELEGABLE"), codes(part.problems(own.withDelegable(false))));
        Delegation wide =
                part.withPerUse(eur("51")).withCap(eur("101")).withCount(4).withScope(Scope.ALL);
        assertEquals(
                List.of("perUse", "cap", "count", "scope"),
                wide.problems(own).stream().map(Reason::where).toList());
        Delegation equal =
                part.withPerUse(eur("50")).withCap(eur("100")).withCount(3).withScope(Scope.TEAM);
        assertEquals(List.of(), equal.problems(own));
        assertEquals(1, part.withPerUse(Money.of("1", "USD")).problems(own).size(), "another currency is no part");

        assertThrows(IllegalArgumentException.class, () -> AuthorityPolicy.of(HARBOUR, List.of(own), wide));
        assertThrows(IllegalArgumentException.class, () -> AuthorityPolicy.of(HARBOUR, List.of(), part));
        assertThrows(
                IllegalArgumentException.class,
                () -> AuthorityPolicy.of(HARBOUR, List.of(own.withHolder(Subject.person(BEN))), part));
        assertThrows(IllegalArgumentException.class, () -> AuthorityPolicy.of(HARBOUR, List.of(own, own)));
        assertThrows(IllegalArgumentException.class, () -> part.withDelegate(MARA));
        assertThrows(IllegalArgumentException.class, () -> part.withReason(" "));
        assertThrows(IllegalArgumentException.class, () -> part.withCount(0));
    }

    @Test
    void aDelegationHasAnOwnCountForItsWholeTime() {
        AuthorityLimit own = AuthorityLimit.permission(Subject.person(MARA), "refund")
                .withId("own")
                .withDelegable(true);
        Delegation once = Delegation.builder()
                .delegator(MARA)
                .delegate(ANA)
                .of("own")
                .count(1)
                .during(new Interval(NOON, NOON.plusSeconds(60)))
                .reason("peak")
                .build();
        AuthorityPolicy policy = AuthorityPolicy.of(HARBOUR, List.of(own), once);
        EvidenceLog after = record(policy.decide(ask(ANA, "refund", "20"), NOTHING), NOTHING);
        assertEquals(2, after.of(AuthorityDecision.USED).size(), "charged to both");
        AuthorityDecision second = policy.decide(ask(ANA, "refund", "20").withId("r2"), after);
        assertEquals("OVER_DELEGATED_COUNT", second.reasons().get(0).code());
        assertEquals("NEEDS_APPROVAL", second.verdict());
    }

    @Test
    void whatCannotBeALimitIsRefused() {
        AuthorityLimit limit = limit("usual", "50");
        assertThrows(IllegalArgumentException.class, () -> limit.withHolder(CASE));
        assertThrows(IllegalArgumentException.class, () -> limit.withAction(" "));
        assertThrows(IllegalArgumentException.class, () -> limit.withPerUse(eur("0")));
        assertThrows(IllegalArgumentException.class, () -> limit.withCap(eur("100")), "no window");
        assertThrows(IllegalArgumentException.class, () -> limit.withCount(2), "no window");
        AuthorityLimit.Window month = new AuthorityLimit.Window(Granularity.MONTH, ZoneOffset.UTC);
        assertThrows(
                IllegalArgumentException.class, () -> limit.withWindow(month).withCap(Money.of("100", "USD")));
        assertThrows(IllegalArgumentException.class, () -> ask(ANA, "refund", "-1"));
        assertThrows(IllegalArgumentException.class, () -> ask(ANA, " "));
        assertEquals(
                "read by role:associate",
                AuthorityLimit.permission(ASSOCIATES, "read").id());
    }

    @Test
    void anAnswerIsEvidenceWhateverItIs() {
        AuthorityPolicy policy = AuthorityPolicy.of(HARBOUR, List.of(limit("usual", "50")));
        List<Evidence> refused =
                policy.decide(ask(ANA, "refund", "80").withOn(CASE), NOTHING).toEvidence();
        assertEquals(1, refused.size());
        assertEquals(Optional.of("NEEDS_APPROVAL"), refused.get(0).text("verdict"));
        assertEquals(Set.of(CASE, Subject.person(ANA)), refused.get(0).about());
        List<Evidence> used = policy.decide(ask(ANA, "refund", "20"), NOTHING).toEvidence();
        assertEquals(
                List.of("authority.decided", "authority.used"),
                used.stream().map(Evidence::kind).toList());
        assertEquals(Optional.of("usual"), used.get(1).text("grant"));
    }

    private static String answer(Scope scope, AuthorityRequest request) {
        AuthorityLimit limit = AuthorityLimit.permission(ASSOCIATES, "close").withScope(scope);
        AuthorityDecision decision = AuthorityPolicy.of(HARBOUR, List.of(limit)).decide(request, NOTHING);
        return decision.isAllowed() ? "ALLOWED" : decision.reasons().get(0).code();
    }

    private static Allowed allowed(AuthorityPolicy policy, AuthorityRequest request) {
        return assertInstanceOf(Allowed.class, policy.decide(request, NOTHING));
    }

    private static EvidenceLog record(AuthorityDecision decision, EvidenceLog log) {
        return assertInstanceOf(Recording.Recorded.class, decision.recordIn(log))
                .log();
    }

    private static AuthorityLimit limit(String id, String perUse) {
        return AuthorityLimit.builder()
                .id(id)
                .holder(ASSOCIATES)
                .action("refund")
                .perUse(eur(perUse))
                .build();
    }

    private static AuthorityRequest ask(AgentId person, String action) {
        return AuthorityRequest.of("r1", person, action, NOON);
    }

    private static AuthorityRequest ask(AgentId person, String action, String amount) {
        return AuthorityRequest.of("r1", person, action, eur(amount), NOON);
    }

    private static List<String> codes(AuthorityDecision decision) {
        return codes(decision.reasons());
    }

    private static List<String> codes(List<Reason> reasons) {
        return reasons.stream().map(Reason::code).toList();
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}

package dev.customerservice.roles.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import dev.customerservice.roles.authority.AuthorityDecision.Denied;
import dev.customerservice.roles.authority.AuthorityDecision.Grounds;
import dev.customerservice.roles.authority.AuthorityDecision.NeedsApproval;
import dev.customerservice.roles.authority.AuthorityDecision.Recording;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.role.JobRole;
import dev.customerservice.roles.role.Team;
import dev.customerservice.roles.role.TeamMember;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A dispute beyond the limit: Ana may concede 50 EUR a case and 200 EUR in six cases a month; Mara, her lead, 250 a case and 1,000 a
 * month, of which 920 are used in March.
 */
class DisputeBeyondTheLimitTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final AgentId ANA = AgentId.of("ana");
    private static final AgentId MARA = AgentId.of("mara");
    private static final RoleId LEAD = JobRole.LEAD.id();
    private static final RoleId HEAD = JobRole.HEAD.id();

    private static final AuthorityLimit ASSOCIATES = AuthorityLimit.builder()
            .id("associate-concession")
            .holder(Subject.role(JobRole.ASSOCIATE.id()))
            .action("concession")
            .perUse(eur("50"))
            .cap(eur("200"))
            .count(6)
            .each(Granularity.MONTH, BERLIN)
            .build();
    private static final AuthorityLimit LEADS = AuthorityLimit.builder()
            .id("lead-concession")
            .holder(Subject.role(LEAD))
            .action("concession")
            .perUse(eur("250"))
            .cap(eur("1000"))
            .each(Granularity.MONTH, BERLIN)
            .delegable(true)
            .build();
    private static final AuthorityLimit HEADS = AuthorityLimit.permission(Subject.role(HEAD), "concession");
    private static final Delegation TO_ANA = Delegation.builder()
            .id("mara-to-ana")
            .delegator(MARA)
            .delegate(ANA)
            .of("lead-concession")
            .perUse(eur("100"))
            .cap(eur("150"))
            .during(new Interval(at("2026-03-23T12:00"), at("2026-03-27T18:00")))
            .reason("Mara is at the stakeholder review")
            .build();
    private static final Team HARBOUR =
            Team.of(TeamId.of("harbour"), TeamMember.of(ANA, JobRole.ASSOCIATE), TeamMember.of(MARA, JobRole.LEAD));

    private final AuthorityPolicy before = AuthorityPolicy.of(HARBOUR, List.of(ASSOCIATES, LEADS, HEADS));
    private final AuthorityPolicy policy = AuthorityPolicy.of(HARBOUR, List.of(ASSOCIATES, LEADS, HEADS), TO_ANA);
    private EvidenceLog log = EvidenceLog.empty();
    private int number;

    DisputeBeyondTheLimitTest() {
        for (int i = 0; i < 4; i++) {
            use(before, MARA, i == 3 ? "170" : "250", "2026-03-02T09:00");
        }
        use(before, ANA, "45", "2026-03-03T09:00");
        use(before, ANA, "50", "2026-03-09T09:00");
        use(before, ANA, "40", "2026-03-12T09:00");
        use(before, ANA, "38", "2026-03-20T09:00");
    }

    @Test
    @Tag("S2-36")
    @Tag("S1-07")
    @Tag("S2-25")
    void theWholeStory() {
        NeedsApproval eighty = assertInstanceOf(NeedsApproval.class, ask(before, ANA, "80", "2026-03-23T10:00"));
        assertEquals(LEAD, eighty.role());
        assertEquals(List.of("OVER_CASE_LIMIT", "OVER_PERIOD_CAP"), codes(eighty));
        assertEquals(euros("50"), eighty.reasons().get(0).values().get("limit"));
        assertEquals(euros("27"), eighty.reasons().get(1).values().get("remaining"));

        NeedsApproval thirty = assertInstanceOf(NeedsApproval.class, ask(before, ANA, "30", "2026-03-23T10:30"));
        assertEquals(LEAD, thirty.role());
        assertEquals(List.of("OVER_PERIOD_CAP"), codes(thirty));
        assertEquals(euros("27"), thirty.reasons().get(0).values().get("remaining"));

        Delegation tooWide = TO_ANA.withPerUse(eur("300"));
        Reason wider = tooWide.problems(LEADS).get(0);
        assertEquals("WIDER_THAN_DELEGATOR", wider.code());
        assertEquals("perUse", wider.where());
        assertEquals(
                List.of(euros("300"), euros("250")), List.copyOf(wider.values().values()));
        assertThrows(
                IllegalArgumentException.class, () -> AuthorityPolicy.of(HARBOUR, List.of(ASSOCIATES, LEADS), tooWide));
        assertEquals(List.of(), TO_ANA.problems(LEADS));

        Allowed delegated = use(policy, ANA, "80", "2026-03-23T14:00");
        assertEquals("mara-to-ana", delegated.charge().limit());
        assertEquals(Optional.of(eur("70")), delegated.charge().remaining());
        assertEquals("lead-concession", delegated.charges().get(1).limit());
        assertEquals(Subject.person(MARA), delegated.charges().get(1).account());
        assertEquals(Optional.of(eur("0")), delegated.charges().get(1).remaining());

        Allowed own = use(policy, ANA, "20", "2026-03-24T09:00");
        assertEquals("associate-concession", own.charge().limit());
        assertEquals(Optional.of(eur("7")), own.charge().remaining());
        assertEquals(5, own.charge().use());

        NeedsApproval noRoom = assertInstanceOf(NeedsApproval.class, ask(policy, ANA, "20", "2026-03-24T11:00"));
        assertEquals(HEAD, noRoom.role(), "the lead has no room");
        assertEquals(List.of("OVER_PERIOD_CAP", "DELEGATOR_CAP"), codes(noRoom));
        assertEquals(euros("7"), noRoom.reasons().get(0).values().get("remaining"));
        assertEquals(euros("0"), noRoom.reasons().get(1).values().get("remaining"));

        Allowed last = use(policy, ANA, "7", "2026-03-24T12:00");
        assertEquals(Optional.of(eur("0")), last.charge().remaining());
        assertEquals(6, last.charge().use());

        AuthorityDecision nothingLeft = ask(policy, ANA, "5", "2026-03-25T09:00");
        assertTrue(codes(nothingLeft).containsAll(List.of("OVER_PERIOD_CAP", "OVER_PERIOD_COUNT")));
        Grounds lapsed = ask(policy, ANA, "5", "2026-03-27T18:00").grounds();
        assertEquals(
                List.of("DELEGATION_NOT_IN_FORCE", "DELEGATOR_CAP"),
                lapsed.limits().getOrDefault("mara-to-ana", List.of()).stream()
                        .map(Reason::code)
                        .toList());

        assertFalse(ask(policy, ANA, "45", "2026-03-31T23:59").isAllowed());
        assertEquals(Instant.parse("2026-03-31T22:30:00Z"), at("2026-04-01T00:30"));
        Allowed april = use(policy, ANA, "45", "2026-04-01T00:30");
        assertEquals(Optional.of(eur("155")), april.charge().remaining());
        assertEquals(1, april.charge().use());
    }

    @Test
    @Tag("S1-37")
    void aBotBeyondItsLimitIsNeverAllowed() {
        Subject bot = Subject.of("automation", "refund-bot");
        AuthorityLimit limit = AuthorityLimit.builder()
                .holder(bot)
                .action("refund")
                .perUse(eur("15"))
                .approver(LEAD)
                .build();
        AuthorityPolicy bots =
                AuthorityPolicy.of(HARBOUR, List.of(limit, AuthorityLimit.permission(Subject.role(LEAD), "refund")));
        AuthorityRequest fifteen = AuthorityRequest.of("b1", ANA, "refund", eur("15"), at("2026-03-23T10:00"))
                .withBy(bot);
        assertTrue(bots.decide(fifteen, log).isAllowed());
        NeedsApproval sixteen = assertInstanceOf(NeedsApproval.class, bots.decide(fifteen.withAmount(eur("16")), log));
        assertEquals(LEAD, sixteen.role());
        assertEquals(List.of("OVER_CASE_LIMIT"), codes(sixteen));
        AuthorityPolicy alone = AuthorityPolicy.of(HARBOUR, List.of(limit));
        assertEquals(
                List.of("OVER_CASE_LIMIT", "NO_APPROVER_WITH_ROOM"),
                codes(alone.decide(fifteen.withAmount(eur("16")), log)),
                "without anybody above it still is no");
    }

    @Test
    void anApprovalIsAUseOfTheApproversOwnLimit() {
        AuthorityRequest tenEuros = AuthorityRequest.of("case-9", ANA, "concession", eur("60"), at("2026-03-23T10:00"))
                .withOn(Subject.of("case", "9"));
        Allowed approval = assertInstanceOf(Allowed.class, before.approve(tenEuros, MARA, at("2026-03-23T11:00"), log));
        assertEquals(Optional.of(eur("20")), approval.charge().remaining());
        EvidenceLog approved = record(approval);
        var granted = approved.of(AuthorityDecision.APPROVED).get(0);
        assertEquals(Optional.of("case-9"), granted.text("request"));
        assertTrue(granted.about().contains(Subject.of("case", "9")));
        assertEquals(Optional.of(Subject.person(MARA)), granted.by());

        AuthorityRequest again = tenEuros.withId("case-10");
        AuthorityDecision full = before.approve(again, MARA, at("2026-03-23T12:00"), approved);
        assertEquals("OVER_PERIOD_CAP", full.reasons().get(0).code());
        AuthorityRequest own = tenEuros.withBy(Subject.person(MARA));
        AuthorityDecision self = before.approve(own, MARA, at("2026-03-23T12:00"), log);
        assertEquals(List.of("SELF_APPROVAL"), codes(self));
        assertInstanceOf(Denied.class, self);
    }

    @Test
    void aDecisionOnAnOlderLogIsRefused() {
        AuthorityDecision first = ask(before, ANA, "20", "2026-03-23T10:00");
        AuthorityDecision second = ask(before, ANA, "20", "2026-03-23T10:01");
        assertTrue(first.isAllowed() && second.isAllowed(), "both fit, but not one after the other");
        EvidenceLog after = record(first);
        Recording.Refused refused = assertInstanceOf(Recording.Refused.class, second.recordIn(after));
        assertEquals("STALE_DECISION", refused.reason().code());
        assertEquals(
                "STALE_DECISION",
                assertInstanceOf(Recording.Refused.class, first.recordIn(after))
                        .reason()
                        .code());
        AuthorityRequest same = first.grounds().request();
        Recording twice = before.decide(same.withAmount(eur("1")), after).recordIn(after);
        assertEquals(
                "ALREADY_RECORDED",
                assertInstanceOf(Recording.Refused.class, twice).reason().code());
    }

    private Allowed use(AuthorityPolicy by, AgentId person, String amount, String local) {
        Allowed allowed = assertInstanceOf(Allowed.class, ask(by, person, amount, local));
        log = record(allowed);
        return allowed;
    }

    private EvidenceLog record(AuthorityDecision decision) {
        return assertInstanceOf(Recording.Recorded.class, decision.recordIn(log))
                .log();
    }

    private AuthorityDecision ask(AuthorityPolicy by, AgentId person, String amount, String local) {
        number++;
        return by.decide(AuthorityRequest.of("r" + number, person, "concession", eur(amount), at(local)), log);
    }

    private static List<String> codes(AuthorityDecision decision) {
        return decision.reasons().stream().map(Reason::code).toList();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private static Detail euros(String amount) {
        return new Detail.Quantity(new BigDecimal(amount), "EUR");
    }
}

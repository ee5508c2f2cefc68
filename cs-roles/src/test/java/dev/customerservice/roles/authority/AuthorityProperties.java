package dev.customerservice.roles.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.money.Money;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.metrics.report.Granularity;
import dev.customerservice.roles.authority.AuthorityDecision.Recording;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.role.JobRole;
import dev.customerservice.roles.role.Team;
import dev.customerservice.roles.role.TeamMember;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Rights only add up, a delegation is never more than its giver has, and no order of steps carries anybody over a cap. */
class AuthorityProperties {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant MARCH = Instant.parse("2026-03-28T12:00:00Z");
    private static final AgentId ANA = AgentId.of("ana");
    private static final AgentId MARA = AgentId.of("mara");
    private static final Team TEAM = Team.of(
            TeamId.of("harbour"),
            TeamMember.of(ANA, JobRole.ASSOCIATE),
            TeamMember.of(AgentId.of("ben"), JobRole.ASSOCIATE),
            TeamMember.of(MARA, JobRole.LEAD));

    /** One step of somebody: decide a request on the log as it is, or record the oldest decision not yet recorded. */
    record Step(boolean decides, int person, int euros, int hour) {}

    @Property(tries = 500)
    @Tag("S2-36")
    void noOrderOfStepsCarriesAnybodyOverACap(
            @ForAll("limits") List<AuthorityLimit> limits, @ForAll("steps") List<Step> steps) {
        AuthorityPolicy policy = AuthorityPolicy.of(TEAM, limits, delegations(limits));
        EvidenceLog log = EvidenceLog.empty();
        Deque<AuthorityDecision> decided = new ArrayDeque<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step.decides()) {
                decided.add(policy.decide(request("r" + i, step), log));
            } else if (!decided.isEmpty()) {
                AuthorityDecision oldest = decided.poll();
                boolean stale = oldest.grounds().logVersion() != log.version();
                Recording recording = oldest.recordIn(log);
                assertEquals(stale, recording instanceof Recording.Refused);
                log = recording instanceof Recording.Recorded done ? done.log() : log;
            }
        }
        Map<String, AuthorityLimit> byId = new HashMap<>();
        limits.forEach(limit -> byId.put(limit.id(), limit));
        Map<String, Money> handedOn = new HashMap<>();
        Map<String, Money> sums = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (Evidence use : log.of(AuthorityDecision.USED)) {
            AuthorityLimit limit = byId.get(use.text("grant").orElseThrow());
            if (limit == null) {
                handedOn.merge(use.text("grant").orElseThrow(), amount(use), Money::plus);
                continue;
            }
            String account = limit.id() + use.about() + use.at().atZone(BERLIN).getMonth();
            Money amount = amount(use);
            Money sum = sums.getOrDefault(account, Money.of("0", "EUR")).plus(amount);
            int count = counts.getOrDefault(account, 0) + 1;
            sums.put(account, sum);
            counts.put(account, count);
            limit.cap().ifPresent(cap -> assertTrue(sum.compareTo(cap) <= 0));
            limit.perUse().ifPresent(most -> assertTrue(amount.compareTo(most) <= 0));
            limit.count().ifPresent(most -> assertTrue(count <= most));
        }
        handedOn.values().forEach(sum -> assertTrue(sum.compareTo(Money.of("40", "EUR")) <= 0, "handed on: " + sum));
    }

    private static Money amount(Evidence use) {
        return Money.of(
                use.detail("amount", Detail.Quantity.class)
                        .orElseThrow()
                        .value()
                        .toPlainString(),
                "EUR");
    }

    @Property
    void oneMoreRightNeverTakesOneAway(
            @ForAll("limits") List<AuthorityLimit> limits,
            @ForAll("limits") List<AuthorityLimit> more,
            @ForAll("step") Step step) {
        List<AuthorityLimit> all = new ArrayList<>(limits);
        more.forEach(limit -> all.add(limit.withId("more " + limit.id())));
        AuthorityRequest request = request("r", step);
        boolean before = AuthorityPolicy.of(TEAM, limits)
                .decide(request, EvidenceLog.empty())
                .isAllowed();
        boolean after = AuthorityPolicy.of(TEAM, all)
                .decide(request, EvidenceLog.empty())
                .isAllowed();
        assertTrue(after || !before);
        boolean none = AuthorityPolicy.of(TEAM, List.of())
                .decide(request, EvidenceLog.empty())
                .isAllowed();
        assertEquals(false, none);
    }

    @Property
    void whoeverIsAllowedByADelegationCouldHaveAskedTheGiver(
            @ForAll("limits") List<AuthorityLimit> limits, @ForAll("step") Step step) {
        List<AuthorityLimit> leads =
                limits.stream().filter(limit -> limit.delegable()).toList();
        AuthorityPolicy policy = AuthorityPolicy.of(TEAM, leads, delegations(leads));
        AuthorityRequest request = request("r", step).withBy(Subject.person(ANA));
        AuthorityRequest giver = request.withBy(Subject.person(MARA));
        if (policy.decide(request, EvidenceLog.empty()).isAllowed()) {
            assertTrue(policy.decide(giver, EvidenceLog.empty()).isAllowed());
        }
    }

    @Property
    void theOrderInWhichLimitsAreWrittenIsNothing(
            @ForAll("limits") List<AuthorityLimit> limits, @ForAll("step") Step step) {
        List<AuthorityLimit> reversed = new ArrayList<>(limits);
        java.util.Collections.reverse(reversed);
        AuthorityRequest request = request("r", step);
        assertEquals(
                AuthorityPolicy.of(TEAM, limits, delegations(limits)).decide(request, EvidenceLog.empty()),
                AuthorityPolicy.of(TEAM, reversed, delegations(limits)).decide(request, EvidenceLog.empty()));
    }

    @Property(tries = 200)
    void everyOrderOfTheSameRequestsKeepsTheCap(@ForAll("shuffled") List<Integer> amounts) {
        AuthorityLimit limit = AuthorityLimit.builder()
                .id("cap")
                .holder(Subject.person(ANA))
                .action("refund")
                .cap(Money.of("100", "EUR"))
                .each(Granularity.MONTH, BERLIN)
                .build();
        AuthorityPolicy policy = AuthorityPolicy.of(TEAM, List.of(limit));
        EvidenceLog log = EvidenceLog.empty();
        int spent = 0;
        for (int i = 0; i < amounts.size(); i++) {
            AuthorityDecision decision = policy.decide(
                    AuthorityRequest.of("r" + i, ANA, "refund", Money.of(amounts.get(i) + "", "EUR"), MARCH), log);
            assertEquals(spent + amounts.get(i) <= 100, decision.isAllowed(), "an amount is never reduced in silence");
            spent += decision.isAllowed() ? amounts.get(i) : 0;
            log = assertInstanceOf(Recording.Recorded.class, decision.recordIn(log))
                    .log();
        }
        assertTrue(spent <= 100);
    }

    private static AuthorityRequest request(String id, Step step) {
        AgentId person = TEAM.members().get(step.person()).person();
        return AuthorityRequest.of(
                id, person, "refund", Money.of(step.euros() + "", "EUR"), MARCH.plusSeconds(3600L * step.hour()));
    }

    private static Delegation[] delegations(List<AuthorityLimit> limits) {
        return limits.stream()
                .filter(AuthorityLimit::delegable)
                .map(limit -> Delegation.builder()
                        .delegator(MARA)
                        .delegate(ANA)
                        .of(limit.id())
                        .cap(Money.of("40", "EUR"))
                        .during(new Interval(MARCH.minusSeconds(1), MARCH.plusSeconds(3600 * 96)))
                        .reason("peak")
                        .build())
                .filter(delegation -> limits.stream()
                        .filter(limit -> limit.id().equals(delegation.of()))
                        .allMatch(limit -> delegation.problems(limit).isEmpty()))
                .toArray(Delegation[]::new);
    }

    @Provide
    Arbitrary<Step> step() {
        return Combinators.combine(
                        Arbitraries.of(true, true, false),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(1, 70),
                        Arbitraries.integers().between(0, 120))
                .as(Step::new);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step> either = step().flatMap(step -> Arbitraries.of(
                new Step(true, step.person(), step.euros(), step.hour()),
                new Step(false, step.person(), step.euros(), step.hour())));
        return either.list().ofMinSize(8).ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<Integer>> shuffled() {
        return Arbitraries.shuffle(60, 50, 50, 40, 10, 5);
    }

    @Provide
    Arbitrary<List<AuthorityLimit>> limits() {
        Arbitrary<AuthorityLimit> limit = Combinators.combine(
                        Arbitraries.of(
                                Subject.role(JobRole.ASSOCIATE.id()),
                                Subject.role(JobRole.LEAD.id()),
                                Subject.team(TEAM.id()),
                                Subject.person(ANA)),
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 150))
                .as((holder, perUse, count, cap) -> {
                    AuthorityLimit.Builder builder = AuthorityLimit.builder()
                            .holder(holder)
                            .action("refund")
                            .each(Granularity.MONTH, BERLIN)
                            .delegable(holder.equals(Subject.role(JobRole.LEAD.id())));
                    if (perUse > 0) {
                        builder.perUse(Money.of(perUse + "", "EUR"));
                    }
                    if (count > 0) {
                        builder.count(count);
                    }
                    if (cap > 0) {
                        builder.cap(Money.of(cap + "", "EUR"));
                    }
                    return builder.build();
                });
        return limit.list().ofMaxSize(4).map(list -> {
            List<AuthorityLimit> named = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                named.add(list.get(i).withId("limit-" + i));
            }
            return named;
        });
    }
}

package dev.customerservice.roles.authority;

import dev.customerservice.domain.money.Money;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.roles.authority.AuthorityDecision.Charge;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** One limit or delegation tried on one request: what it would charge, and why it would not serve. */
record Trial(
        String id,
        AuthorityLimit limit,
        boolean handedOn,
        Optional<Money> perUse,
        List<Charge> charges,
        List<Reason> reasons) {

    /** What approval can lift; anything else is not a question of how much. */
    private static final Set<String> APPROVABLE = Set.of(
            "OVER_CASE_LIMIT",
            "OVER_PERIOD_COUNT",
            "OVER_PERIOD_CAP",
            "OVER_DELEGATED_COUNT",
            "OVER_DELEGATED_CAP",
            "DELEGATOR_COUNT",
            "DELEGATOR_CAP",
            "CURRENCY_MISMATCH");

    static Trial of(AuthorityRequest request, AuthorityLimit limit, Subject account, boolean covered, Uses uses) {
        List<Reason> reasons = common(request, limit.id(), limit, covered);
        money(request, limit.id(), Stream.of(limit.perUse(), limit.cap()), limit.perUse(), reasons);
        Charge charge = charge(
                request, limit, account, uses, new Codes("OVER_PERIOD_COUNT", "OVER_PERIOD_CAP", limit.id()), reasons);
        return new Trial(limit.id(), limit, false, limit.perUse(), List.of(charge), List.copyOf(reasons));
    }

    static Trial of(
            AuthorityRequest request,
            Delegation delegation,
            AuthorityLimit limit,
            Subject giver,
            boolean covered,
            Uses uses) {
        Optional<Money> perUse = delegation.perUse().or(limit::perUse);
        List<Reason> reasons = common(request, delegation.id(), limit, covered);
        money(request, delegation.id(), Stream.of(perUse, delegation.cap(), limit.cap()), perUse, reasons);
        if (!delegation.during().contains(request.at())) {
            reasons.add(Reason.rule("DELEGATION_NOT_IN_FORCE")
                    .withWhere(delegation.id())
                    .withValue("from", new Detail.Moment(delegation.during().startInclusive()))
                    .withValue("until", new Detail.Moment(delegation.during().endExclusive())));
        }
        Charge taken = charge(
                request,
                new Bounds(delegation.id(), request.by(), delegation.count(), delegation.cap(), delegation.during()),
                uses,
                new Codes("OVER_DELEGATED_COUNT", "OVER_DELEGATED_CAP", delegation.id()),
                reasons);
        Charge given = charge(
                request, limit, giver, uses, new Codes("DELEGATOR_COUNT", "DELEGATOR_CAP", delegation.id()), reasons);
        return new Trial(delegation.id(), limit, true, perUse, List.of(taken, given), List.copyOf(reasons));
    }

    boolean serves() {
        return reasons.isEmpty();
    }

    boolean couldBeApproved() {
        return !serves() && reasons.stream().allMatch(reason -> APPROVABLE.contains(reason.code()));
    }

    Optional<TeamId> toAsk(AuthorityRequest request) {
        return limit.consult().filter(team -> !request.consulted().contains(team));
    }

    private static List<Reason> common(AuthorityRequest request, String id, AuthorityLimit limit, boolean covered) {
        List<Reason> reasons = new ArrayList<>();
        if (!limit.isInForce(request.at())) {
            reasons.add(Reason.rule("GRANT_NOT_IN_FORCE").withWhere(id));
        }
        if (!covered) {
            reasons.add(Reason.rule("OUT_OF_SCOPE").withWhere(id));
        }
        return reasons;
    }

    /** No amount is compared with one of another currency, whichever of the limits it would meet. */
    private static void money(
            AuthorityRequest request,
            String id,
            Stream<Optional<Money>> limits,
            Optional<Money> perUse,
            List<Reason> reasons) {
        List<Money> amounts = limits.flatMap(Optional::stream).toList();
        Optional<Money> asked = request.amount();
        if (!amounts.isEmpty() && asked.isEmpty()) {
            reasons.add(Reason.rule("AMOUNT_MISSING").withWhere(id));
        }
        Optional<Money> foreign = amounts.stream()
                .filter(amount ->
                        asked.filter(each -> !each.isSameCurrency(amount)).isPresent())
                .findFirst();
        if (foreign.isPresent()) {
            reasons.add(Reason.rule("CURRENCY_MISMATCH")
                    .withWhere(id)
                    .withValue("limit", Amounts.detail(foreign.get()))
                    .withValue("asked", Amounts.detail(asked.orElseThrow())));
        } else if (perUse.isPresent()
                && asked.filter(each -> each.compareTo(perUse.get()) > 0).isPresent()) {
            reasons.add(Reason.rule("OVER_CASE_LIMIT")
                    .withWhere(id)
                    .withValue("limit", Amounts.detail(perUse.get()))
                    .withValue("asked", Amounts.detail(asked.get())));
        }
    }

    private static Charge charge(
            AuthorityRequest request,
            AuthorityLimit limit,
            Subject account,
            Uses uses,
            Codes codes,
            List<Reason> reasons) {
        Optional<Interval> window = limit.window()
                .map(each -> Period.holding(request.at(), each.unit(), each.zone()))
                .map(period -> new Interval(period.startInclusive(), period.endExclusive()));
        Interval span = window.orElse(Uses.EVER);
        return charge(request, new Bounds(limit.id(), account, limit.count(), limit.cap(), span), uses, codes, reasons);
    }

    private static Charge charge(
            AuthorityRequest request, Bounds bounds, Uses uses, Codes codes, List<Reason> reasons) {
        long used = uses.count(bounds);
        if (bounds.count().isPresent() && used >= bounds.count().getAsInt()) {
            reasons.add(Reason.rule(codes.count())
                    .withWhere(codes.where())
                    .withValue("limit", Detail.count(bounds.count().getAsInt(), "uses"))
                    .withValue("used", Detail.count(used, "uses")));
        }
        Optional<Money> room = bounds.cap().map(cap -> cap.minus(uses.sum(bounds, cap)));
        Optional<Money> asked = request.amount()
                .filter(amount -> room.filter(amount::isSameCurrency).isPresent());
        if (asked.isPresent() && asked.get().compareTo(room.orElseThrow()) > 0) {
            reasons.add(Reason.rule(codes.cap())
                    .withWhere(codes.where())
                    .withValue("limit", Amounts.detail(bounds.cap().orElseThrow()))
                    .withValue("remaining", Amounts.detail(room.get())));
        }
        return new Charge(
                bounds.limit(),
                bounds.account(),
                used + 1,
                room.map(left -> asked.map(left::minus).orElse(left)));
    }

    /** What the use of one account may add up to in one span of time. */
    record Bounds(String limit, Subject account, OptionalInt count, Optional<Money> cap, Interval span) {}

    /** What an exceeded count and an exceeded cap are called, and where. */
    private record Codes(String count, String cap, String where) {}
}

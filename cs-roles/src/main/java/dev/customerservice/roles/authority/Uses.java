package dev.customerservice.roles.authority;

import dev.customerservice.domain.money.Money;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The uses that a log knows of, added up by limit, account and span of time. */
final class Uses {

    /** All of time that a log can hold. */
    static final Interval EVER = new Interval(Instant.MIN, Instant.MAX);

    private final List<Evidence> uses;

    Uses(EvidenceLog log) {
        this.uses = log.of(AuthorityDecision.USED);
    }

    long count(Trial.Bounds bounds) {
        return of(bounds).count();
    }

    /** Amounts of another currency cannot have been charged to this cap. */
    Money sum(Trial.Bounds bounds, Money cap) {
        return of(bounds)
                .flatMap(use -> use.detail("amount", Detail.Quantity.class).stream())
                .map(amount -> Amounts.of(amount, cap))
                .flatMap(Optional::stream)
                .reduce(Money.zero(cap.currency()), Money::plus);
    }

    /** What was done to a person is no use of that person, so a use that says whose it is counts for nobody else. */
    private static boolean isChargedTo(Subject account, Evidence use) {
        return use.text("account")
                .map(account.toString()::equals)
                .orElseGet(() -> use.about().contains(account));
    }

    private Stream<Evidence> of(Trial.Bounds bounds) {
        return uses.stream()
                .filter(use -> isChargedTo(bounds.account(), use)
                        && use.text("grant").filter(bounds.limit()::equals).isPresent()
                        && bounds.span().contains(use.at()));
    }
}

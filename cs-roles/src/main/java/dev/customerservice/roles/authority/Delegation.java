package dev.customerservice.roles.authority;

import dev.customerservice.domain.money.Money;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.text.Shown;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * A part of one's own limit, handed to somebody for a while; never more than one has oneself.
 *
 * <p>What is left out is as the delegator's. Count and cap of a delegation hold for its whole time, and each use is charged to the
 * delegator as well. A delegation cannot be handed on.
 */
@Value.Immutable
public interface Delegation extends WithDelegation {

    /** {@return the name by which decisions refer to it, by default limit, giver and taker} */
    @Value.Default
    default String id() {
        return of() + " from " + delegator().value() + " to " + delegate().value();
    }

    /** {@return who hands it on} */
    AgentId delegator();

    /** {@return who receives it} */
    AgentId delegate();

    /** {@return the id of the limit of which it is a part} */
    String of();

    /** {@return the largest amount of one use; empty for the delegator's} */
    Optional<Money> perUse();

    /** {@return how many uses in its whole time; empty for as many as the delegator has} */
    OptionalInt count();

    /** {@return the largest sum of amounts in its whole time; empty for as much as the delegator has} */
    Optional<Money> cap();

    /** {@return whose work it covers; empty for the delegator's} */
    Optional<AuthorityLimit.Scope> scope();

    /** {@return when it is in force, its end excluded} */
    Interval during();

    /** {@return why it was handed on, not blank} */
    String reason();

    /**
     * Compares it with the limit of which it is a part.
     *
     * @param limit the delegator's limit
     * @return {@code NOT_DELEGABLE}, and one {@code WIDER_THAN_DELEGATOR} for each dimension in which it is wider, named in
     *     {@link Reason#where()}; empty when it is a part of the limit
     */
    default List<Reason> problems(AuthorityLimit limit) {
        List<Reason> problems = new ArrayList<>();
        if (!limit.delegable()) {
            problems.add(Reason.rule("NOT_DELEGABLE")
                    .withAbout(Subject.of("delegation", id()))
                    .withWhere(limit.id()));
        }
        wider("perUse", perUse(), limit.perUse(), limit.cap()).ifPresent(problems::add);
        wider("cap", cap(), limit.cap(), limit.perUse()).ifPresent(problems::add);
        if (count().isPresent()
                && limit.count().isPresent()
                && count().getAsInt() > limit.count().getAsInt()) {
            problems.add(wider("count")
                    .withValue("delegated", Detail.count(count().getAsInt(), "uses"))
                    .withValue("delegator", Detail.count(limit.count().getAsInt(), "uses")));
        }
        if (scope().filter(scope -> scope.compareTo(limit.scope()) > 0).isPresent()) {
            problems.add(wider("scope"));
        }
        return List.copyOf(problems);
    }

    /** An amount of another currency than any of the limit's is no part of it. */
    private Optional<Reason> wider(
            String dimension, Optional<Money> mine, Optional<Money> theirs, Optional<Money> theirOther) {
        Optional<Money> like = theirs.or(() -> theirOther);
        if (mine.isEmpty() || like.isEmpty()) {
            return Optional.empty();
        }
        boolean fits = mine.get().isSameCurrency(like.get())
                && theirs.filter(most -> mine.get().compareTo(most) > 0).isEmpty();
        return fits
                ? Optional.empty()
                : Optional.of(wider(dimension)
                        .withValue("delegated", Amounts.detail(mine.get()))
                        .withValue("delegator", Amounts.detail(like.get())));
    }

    private Reason wider(String dimension) {
        return Reason.rule("WIDER_THAN_DELEGATOR")
                .withAbout(Subject.of("delegation", id()))
                .withWhere(dimension);
    }

    /**
     * Refuses a delegation to oneself, without a reason or without an amount.
     *
     * @throws IllegalArgumentException when it is
     */
    @Value.Check
    default void check() {
        if (delegator().equals(delegate())) {
            throw new IllegalArgumentException("delegation (" + Shown.of(id())
                    + ") must be to somebody else\nMaybe the limit should be wider instead.");
        }
        if (reason().isBlank()) {
            throw new IllegalArgumentException("reason (" + Shown.of(reason()) + ") of " + id()
                    + " must not be blank\nMaybe: on leave until Friday.");
        }
        Amounts.requirePositive(id(), perUse(), count(), cap());
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a delegation. */
    final class Builder extends ImmutableDelegation.Builder {
        Builder() {}
    }
}

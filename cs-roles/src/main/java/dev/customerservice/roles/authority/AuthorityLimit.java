package dev.customerservice.roles.authority;

import dev.customerservice.domain.money.Money;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.text.Shown;
import dev.customerservice.metrics.report.Granularity;
import dev.customerservice.roles.evidence.Subject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.immutables.value.Value;

/**
 * The right to do something, with or without limits; without any it is a plain permission.
 *
 * <p>A limit held by a role gives each member of the role a cap of their own; one held by a team is shared by its members.
 */
@Value.Immutable
public interface AuthorityLimit extends WithAuthorityLimit {

    /** Whose work the right covers. */
    enum Scope {
        /** What the person owns. */
        OWN,
        /** What somebody of the team owns. */
        TEAM,
        /** Everything. */
        ALL
    }

    /**
     * The calendar unit in which uses and amounts add up before they start again from nothing.
     *
     * @param unit the unit, for example a month
     * @param zone whose months they are
     */
    record Window(Granularity unit, ZoneId zone) {}

    /** {@return the name by which decisions and delegations refer to this limit, by default its action and holder} */
    @Value.Default
    default String id() {
        return action() + " by " + holder();
    }

    /** {@return who holds it: a {@code person}, {@code role}, {@code team} or {@code automation}} */
    Subject holder();

    /** {@return what may be done, lower-case words joined by hyphens, for example {@code refund}} */
    String action();

    /** {@return whose work it covers; everything unless said otherwise} */
    @Value.Default
    default Scope scope() {
        return Scope.ALL;
    }

    /** {@return the only thing it covers, for example one account; empty when the scope alone decides} */
    Optional<Subject> only();

    /** {@return the largest amount of one use, itself included; empty when there is none} */
    Optional<Money> perUse();

    /** {@return how many uses a window holds; empty when there is no limit} */
    OptionalInt count();

    /** {@return the largest sum of amounts in a window, itself included; empty when there is none} */
    Optional<Money> cap();

    /** {@return the window of count and cap; empty when there is neither} */
    Optional<Window> window();

    /** {@return the first instant at which it is in force; empty when it always was} */
    Optional<Instant> validFrom();

    /** {@return the first instant at which it is no longer in force; empty when no end is known} */
    Optional<Instant> validUntil();

    /** {@return the first role asked beyond the limit; empty for the role above the one who asks} */
    Optional<RoleId> approver();

    /** {@return the team that must be asked before each use; empty when nobody need be} */
    Optional<TeamId> consult();

    /** {@return whether its holder may hand a part of it on; not unless said otherwise} */
    @Value.Default
    default boolean delegable() {
        return false;
    }

    /**
     * Gives a plain permission, without amounts.
     *
     * @param holder who holds it
     * @param action what may be done
     * @return the limit that limits nothing
     */
    static AuthorityLimit permission(Subject holder, String action) {
        return builder().holder(holder).action(action).build();
    }

    /**
     * Answers whether it is in force.
     *
     * @param at the instant asked about
     * @return true from {@link #validFrom()} on until {@link #validUntil()}
     */
    default boolean isInForce(Instant at) {
        return validFrom().map(from -> !at.isBefore(from)).orElse(true)
                && validUntil().map(at::isBefore).orElse(true);
    }

    /**
     * Refuses a limit that could not be kept.
     *
     * @throws IllegalArgumentException when the holder is of another type, the action is blank, an amount or the count is not
     *     positive, the two amounts are of different currencies, or a count or cap has no window
     */
    @Value.Check
    default void check() {
        if (!Set.of("person", "role", "team", "automation").contains(holder().type())) {
            throw new IllegalArgumentException("holder (" + holder() + ") of limit " + id()
                    + " must be a person, role, team or automation\nMaybe Subject.role(id)?");
        }
        if (action().isBlank()) {
            throw new IllegalArgumentException(
                    "action (" + Shown.of(action()) + ") must not be blank\nMaybe name it like refund.");
        }
        Amounts.requirePositive(id(), perUse(), count(), cap());
        if ((count().isPresent() || cap().isPresent()) && window().isEmpty()) {
            throw new IllegalArgumentException("limit (" + Shown.of(id())
                    + ") with a count or cap must have a window\nMaybe each(Granularity.MONTH, zone).");
        }
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a limit. */
    final class Builder extends ImmutableAuthorityLimit.Builder {
        Builder() {}

        /**
         * Says after which calendar unit count and cap start again.
         *
         * @param unit the unit, for example a month
         * @param zone whose months they are
         * @return this builder
         */
        public Builder each(Granularity unit, ZoneId zone) {
            return window(new Window(unit, zone));
        }
    }
}

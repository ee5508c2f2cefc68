package dev.customerservice.roles.authority;

import dev.customerservice.domain.money.Money;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.text.Shown;
import dev.customerservice.roles.evidence.Subject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** Somebody wants to do something: who, what, for whom, how much and when. */
@Value.Immutable
public interface AuthorityRequest extends WithAuthorityRequest {

    /** {@return the identity of this request, used once} */
    String id();

    /** {@return who asks: a {@code person} or an {@code automation}} */
    Subject by();

    /** {@return what is to be done, for example {@code refund}} */
    String action();

    /** {@return what it is done to, for example the case or the account; empty when it is nothing in particular} */
    Optional<Subject> on();

    /** {@return the person whose work that is; empty when it is nobody's} */
    Optional<AgentId> owner();

    /** {@return the amount, above zero; empty when the action has none} */
    Optional<Money> amount();

    /** {@return when} */
    Instant at();

    /** {@return the teams that were asked already} */
    Set<TeamId> consulted();

    /** {@return the id of the request that this one approves; empty for a request of its own} */
    Optional<String> approves();

    /**
     * Asks for something that costs nothing.
     *
     * @param id the identity of the request
     * @param by the person who asks
     * @param action what is to be done
     * @param at when
     * @return the request
     */
    static AuthorityRequest of(String id, AgentId by, String action, Instant at) {
        return builder().id(id).by(Subject.person(by)).action(action).at(at).build();
    }

    /**
     * Asks for an amount.
     *
     * @param id the identity of the request
     * @param by the person who asks
     * @param action what is to be done
     * @param amount how much, above zero
     * @param at when
     * @return the request
     * @throws IllegalArgumentException when the amount is not positive
     */
    static AuthorityRequest of(String id, AgentId by, String action, Money amount, Instant at) {
        return of(id, by, action, at).withAmount(amount);
    }

    /**
     * Refuses a request without a name and an amount that is none.
     *
     * @throws IllegalArgumentException when the id or the action is blank or the amount is not positive
     */
    @Value.Check
    default void check() {
        if (id().isBlank() || action().isBlank()) {
            throw new IllegalArgumentException(
                    "request (" + Shown.of(id()) + ", " + Shown.of(action())
                            + ") must have an id and an action that are not blank\nMaybe take the id of the case and a number.");
        }
        if (amount().filter(amount -> amount.signum() <= 0).isPresent()) {
            throw new IllegalArgumentException("amount (" + amount().get() + ") of request " + id()
                    + " must be positive\nMaybe leave it out when the action has none.");
        }
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a request. */
    final class Builder extends ImmutableAuthorityRequest.Builder {
        Builder() {}
    }
}

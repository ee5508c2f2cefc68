package dev.customerservice.roles.plan;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.text.Shown;
import dev.customerservice.roles.evidence.Condition;
import dev.customerservice.roles.practice.Cadence;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.immutables.value.Value;

/** Something to be done: by whom, until when, what counts as success, how often that is measured, and who is better off. */
@Value.Immutable
public interface ActionStep extends WithActionStep {

    /** {@return the name by which other steps and evidence refer to it} */
    String id();

    /** {@return the id of the objective that it serves} */
    String objective();

    /** {@return who answers for it} */
    AgentId owner();

    /** {@return the first date of work on it} */
    LocalDate start();

    /** {@return the last date on which it may be done} */
    LocalDate due();

    /** {@return what must be shown about the subject {@code step} of this id for it to be done; by default that {@code step.done} is} */
    @Value.Default
    default Condition success() {
        return Condition.exists("step.done");
    }

    /** {@return how often its success is measured} */
    Cadence measured();

    /** {@return what the customer gains, not blank} */
    String customerBenefit();

    /** {@return what the team gains, not blank} */
    String teamBenefit();

    /** {@return the ids of the steps that must be done before} */
    Set<String> needs();

    /** {@return how much work it is, in any one unit for all steps, above zero} */
    BigDecimal effort();

    /** {@return how much it changes, in any one unit for all steps, not negative} */
    BigDecimal impact();

    /** {@return the teams that must agree before work begins} */
    Set<TeamId> affects();

    /** {@return the number of dates from the start to the due date, both included} */
    default long length() {
        return ChronoUnit.DAYS.between(start(), due()) + 1;
    }

    /** {@return impact / effort} */
    default BigDecimal worth() {
        return impact().divide(effort(), MathContext.DECIMAL128);
    }

    /**
     * Refuses a step that nobody gains from or that cannot be done in time.
     *
     * @throws IllegalArgumentException when a benefit is blank, the due date is before the start, the effort is not above zero, the
     *     impact is negative or the step needs itself
     */
    @Value.Check
    default void check() {
        if (customerBenefit().isBlank() || teamBenefit().isBlank()) {
            throw new IllegalArgumentException("step (" + Shown.of(id())
                    + ") must benefit the customer and the team\nMaybe it is not worth doing, if one gains nothing.");
        }
        if (due().isBefore(start())) {
            throw new IllegalArgumentException("due (" + due() + ") of step " + id() + " must not be before its start ("
                    + start() + ")\nMaybe the two dates are swapped.");
        }
        if (effort().signum() <= 0 || impact().signum() < 0) {
            throw new IllegalArgumentException("effort (" + Shown.of(effort()) + ") of step " + id()
                    + " must be above zero and its impact (" + Shown.of(impact())
                    + ") not negative\nMaybe both are points from 1 to 5.");
        }
        if (needs().contains(id())) {
            throw new IllegalArgumentException(
                    "step (" + Shown.of(id()) + ") must not need itself\nMaybe another step was meant.");
        }
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a step. */
    final class Builder extends ImmutableActionStep.Builder {
        Builder() {}
    }
}

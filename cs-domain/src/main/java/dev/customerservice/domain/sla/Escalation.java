package dev.customerservice.domain.sla;

import java.time.Duration;
import java.util.List;
import org.immutables.value.Value;

/**
 * One level of escalation of a target: when it is reached, and what shall happen then.
 *
 * <p>A level belongs to one target, so it can only speak of the clock of that target. It is computed with the due time and moves with
 * it; a paused clock without a due time has no level ahead. The library says when and what, the caller does it. Immutable.
 */
@Value.Immutable
public interface Escalation extends WithEscalation {
    /** {@return its number, from 1, once in a target; part of the key by which it fires once} */
    int level();

    /** {@return when it is reached} */
    EscalationTime when();

    /** {@return whether it waits for the next opening when it would be reached outside hours, no unless given} */
    @Value.Default
    default boolean onlyInsideHours() {
        return false;
    }

    /** {@return what shall happen, in order} */
    List<EscalationAction> actions();

    /** Refuses a level below 1. */
    @Value.Check
    default void check() {
        SlaException.check(
                level() >= 1, SlaFault.BAD_ESCALATION, "The level (%s) of an escalation must be 1 or more.", level());
    }

    /**
     * A level.
     *
     * @param level its number, from 1
     * @param when when it is reached
     * @param actions what shall happen, in order
     * @return the level
     */
    static Escalation of(int level, EscalationTime when, EscalationAction... actions) {
        return builder().level(level).when(when).addActions(actions).build();
    }

    /**
     * A level at a share of the target.
     *
     * @param level its number, from 1
     * @param percent the share in percent, from 1; above 100 is after the due time
     * @param actions what shall happen, in order
     * @return the level
     */
    static Escalation atPercent(int level, int percent, EscalationAction... actions) {
        return of(level, new EscalationTime.Percent(percent), actions);
    }

    /**
     * A level some open time before the due time.
     *
     * @param level its number, from 1
     * @param openTime how long before
     * @param actions what shall happen, in order
     * @return the level
     */
    static Escalation before(int level, Duration openTime, EscalationAction... actions) {
        return of(level, new EscalationTime.OpenOffset(openTime.negated()), actions);
    }

    /**
     * A level some open time after the due time.
     *
     * @param level its number, from 1
     * @param openTime how long after, zero for the due time itself
     * @param actions what shall happen, in order
     * @return the level
     */
    static Escalation after(int level, Duration openTime, EscalationAction... actions) {
        return of(level, new EscalationTime.OpenOffset(openTime), actions);
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link Escalation}. */
    final class Builder extends ImmutableEscalation.Builder {
        Builder() {}
    }
}

package dev.customerservice.domain.sla;

import static com.google.common.base.Preconditions.checkArgument;

import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.SlaPolicyId;
import dev.customerservice.domain.ticket.TicketCondition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * An agreement on service: for which tickets it holds, and what it promises for which metric.
 *
 * <p>A policy is pinned by its id and version; both are given by whoever writes it. It names calendars, which {@link #resolve} looks
 * up once. Immutable and thread-safe.
 *
 * <pre>{@code
 * SlaPolicy gold = SlaPolicy.builder()
 *         .id("gold")
 *         .addTarget(
 *                 SlaTarget.of(SlaMetric.FIRST_REPLY, Duration.ofHours(1)).during("london"))
 *         .build();
 * }</pre>
 */
@Value.Immutable
public interface SlaPolicy extends WithSlaPolicy {
    /** {@return which policy} */
    SlaPolicyId id();

    /** {@return which version of it, {@code "1"} unless given} */
    @Value.Default
    default String version() {
        return "1";
    }

    /** {@return with whom it was agreed, a service level agreement unless given} */
    @Value.Default
    default AgreementKind kind() {
        return AgreementKind.SLA;
    }

    /** {@return for which tickets it holds, for all unless given} */
    @Value.Default
    default TicketCondition appliesTo() {
        return TicketCondition.always();
    }

    /** {@return the first instant at which it may be matched, always unless given} */
    Optional<Instant> effectiveFrom();

    /** {@return the first instant at which it may be matched no more, never unless given} */
    Optional<Instant> effectiveUntil();

    /** {@return what it promises, each metric once} */
    List<SlaTarget> targets();

    /** Refuses a blank version, an end before the begin, two targets for one metric, a target that lacks the calendar it needs, and a circle. */
    @Value.Check
    default void check() {
        checkArgument(!version().isBlank(), "The version of policy %s must not be blank.", id().value());
        checkArgument(
                effectiveFrom().isEmpty()
                        || effectiveUntil().isEmpty()
                        || effectiveFrom().get().isBefore(effectiveUntil().get()),
                "The end of version %s of policy %s must come after its begin.",
                version(),
                id().value());
        Set<SlaMetricId> seen = new HashSet<>();
        for (SlaTarget target : targets()) {
            checkArgument(
                    seen.add(target.metric().id()),
                    "The metric (%s) must have one target in policy %s.\nMaybe join the two as goals of one target.",
                    target.metric().id().value(),
                    id().value());
            SlaException.check(
                    target.calendar().isPresent() || !target.needsCalendar(),
                    SlaFault.DAYS_NEED_CALENDAR,
                    "The target for %s must name a calendar to count working days or to ask for the hours.\nMaybe add during(calendar).",
                    target.metric().id().value());
        }
        Chain.inOrder(metrics());
    }

    /** {@return the metrics promised, each once, in the order of the targets} */
    default List<SlaMetric> metrics() {
        List<SlaMetric> metrics = new ArrayList<>();
        for (SlaTarget target : targets()) {
            metrics.add(target.metric());
        }
        return metrics;
    }

    /**
     * Asks whether this version may be matched at an instant.
     *
     * @param at the instant
     * @return whether it is effective then
     */
    default boolean isEffectiveAt(Instant at) {
        return effectiveFrom().filter(at::isBefore).isEmpty()
                && effectiveUntil().filter(end -> !at.isBefore(end)).isEmpty();
    }

    /**
     * Prepares this policy alone for reading histories.
     *
     * @param calendars where the calendars are looked up
     * @return the plan
     * @throws dev.customerservice.domain.calendar.UnknownCalendarException if a calendar is not in the book
     */
    default SlaPlan resolve(CalendarBook calendars) {
        return SlaBook.of(this).resolve(calendars);
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link SlaPolicy}. */
    final class Builder extends ImmutableSlaPolicy.Builder {
        Builder() {}

        /**
         * Names the policy.
         *
         * @param id the name, not blank
         * @return this builder
         */
        public Builder id(String id) {
            return id(SlaPolicyId.of(id));
        }
    }
}

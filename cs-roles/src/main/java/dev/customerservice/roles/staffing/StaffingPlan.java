package dev.customerservice.roles.staffing;

import dev.customerservice.domain.time.Interval;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.shift.Requirement;
import dev.customerservice.roles.staffing.DeferrableWork.Capacity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How many people are needed in each interval of a day or a week, from a forecast.
 *
 * <p>Each interval is taken as a steady state of its own, which holds where intervals are long against the handle time. Intervals follow one
 * another in elapsed time from an instant on, so a date with 23 or 25 hours simply has fewer or more of them.
 */
@Value.Immutable
public interface StaffingPlan extends WithStaffingPlan {

    /** {@return when the first interval begins} */
    Instant startInclusive();

    /** {@return what arrives, interval after interval} */
    List<Workload> workloads();

    /** {@return by which the requirement is found} */
    StaffingModel model();

    /** {@return what is to be kept in every interval} */
    ServiceLevelGoal goal();

    /** {@return how much of the scheduled time is not on duty, none unless said otherwise} */
    @Value.Default
    default Shrinkage shrinkage() {
        return Shrinkage.none();
    }

    /**
     * One interval of the plan.
     *
     * @param during when it is
     * @param requirement how many people it needs
     */
    record Slot(Interval during, StaffingRequirement requirement) {}

    /** {@return each interval with its requirement, in order; equal workloads are solved once} */
    @Value.Lazy
    default List<Slot> slots() {
        Map<Workload, StaffingRequirement> solved = new HashMap<>();
        List<Slot> slots = new ArrayList<>();
        Instant start = startInclusive();
        for (Workload work : workloads()) {
            Instant end = start.plus(work.interval());
            slots.add(new Slot(
                    new Interval(start, end),
                    solved.computeIfAbsent(work, each -> model().require(each, goal(), shrinkage()))));
            start = end;
        }
        return List.copyOf(slots);
    }

    /** {@return the largest number of people on duty in any interval, 0 for an empty plan} */
    default int peakOnDuty() {
        return slots().stream()
                .mapToInt(slot -> slot.requirement().onDuty())
                .max()
                .orElse(0);
    }

    /** {@return the time on duty that is needed in all: people times intervals} */
    default Duration onDutyTime() {
        return slots().stream()
                .map(slot ->
                        slot.during().duration().multipliedBy(slot.requirement().onDuty()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** {@return the time that must be scheduled, and paid, in all} */
    default Duration scheduledTime() {
        return slots().stream().map(slot -> slot.requirement().scheduledTime()).reduce(Duration.ZERO, Duration::plus);
    }

    /** {@return the people needed on duty over time, against which a roster with its breaks and absences is laid} */
    default Requirement requiredOnDuty() {
        return new Requirement(slots().stream()
                .map(slot ->
                        new Requirement.Need(slot.during(), slot.requirement().onDuty()))
                .toList());
    }

    /** {@return the people to schedule over time, what shrinkage takes included: what shifts are planned for before absences are known} */
    default Requirement requiredScheduled() {
        return new Requirement(slots().stream()
                .map(slot ->
                        new Requirement.Need(slot.during(), slot.requirement().scheduled()))
                .toList());
    }

    /**
     * Compares the plan with what people are contracted for.
     *
     * @param contracted the contracted time of all people over the same span
     * @return the scheduled time beyond it, zero where it suffices
     */
    default Duration overtime(Duration contracted) {
        Duration beyond = scheduledTime().minus(contracted);
        return beyond.isNegative() ? Duration.ZERO : beyond;
    }

    /**
     * Holds the plan to the rule that support is given without overtime.
     *
     * @param contracted the contracted time of all people over the same span
     * @return {@code OVERTIME_NEEDED} with the time required, contracted and beyond; empty where the contracts suffice
     */
    default Optional<Reason> withoutOvertime(Duration contracted) {
        Duration beyond = overtime(contracted);
        return beyond.isZero()
                ? Optional.empty()
                : Optional.of(Reason.rule("OVERTIME_NEEDED")
                        .withValue("required", new Detail.Span(scheduledTime()))
                        .withValue("contracted", new Detail.Span(contracted))
                        .withValue("overtime", new Detail.Span(beyond)));
    }

    /**
     * Finds who is left for work that can wait, once the queues have what they need.
     *
     * @param onDuty how many people are on duty in each interval, one number for each
     * @return the people beyond the requirement in each interval; 0 where there are none
     * @throws IllegalArgumentException when there are more or fewer numbers than intervals
     */
    default List<Capacity> spare(List<Integer> onDuty) {
        if (onDuty.size() != workloads().size()) {
            throw new IllegalArgumentException("onDuty (" + onDuty.size() + " numbers) must have one for each of the "
                    + workloads().size() + " intervals\nMaybe the plan covers another span.");
        }
        List<Capacity> spare = new ArrayList<>();
        for (int i = 0; i < onDuty.size(); i++) {
            Slot slot = slots().get(i);
            spare.add(new Capacity(
                    slot.during(),
                    Math.max(0, onDuty.get(i) - slot.requirement().onDuty())));
        }
        return List.copyOf(spare);
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a plan. */
    final class Builder extends ImmutableStaffingPlan.Builder {
        Builder() {}
    }
}

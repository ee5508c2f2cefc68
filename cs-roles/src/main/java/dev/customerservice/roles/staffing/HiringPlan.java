package dev.customerservice.roles.staffing;

import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.skill.RampCurve;
import dev.customerservice.roles.skill.SkillRequirement;
import dev.customerservice.roles.skill.Training;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.immutables.value.Value;

/**
 * Whom to hire by when, so that enough people are fully productive on the dates they are needed.
 *
 * <p>Of those there, the monthly attrition leaves with every whole month. A new person counts by the productivity of the week they are in,
 * and fully after the last of them; an offer goes out before the first day of work by the time that recruiting takes. All numbers are exact
 * decimals, so a ceiling never hires one person too many.
 */
@Value.Immutable
public interface HiringPlan extends WithHiringPlan {

    /** {@return the date from which it plans, the first on which an offer can go out} */
    LocalDate start();

    /** {@return how many fully productive people are there on that date, in full-time equivalents} */
    BigDecimal people();

    /** {@return the share of the people that leaves in a month, 0 or more and below 1} */
    @Value.Default
    default BigDecimal monthlyAttrition() {
        return BigDecimal.ZERO;
    }

    /** {@return how long it takes from the offer to the first day of work} */
    Period recruiting();

    /** {@return how productive a new person is, week after week; fully at once unless said otherwise} */
    @Value.Default
    default RampCurve ramp() {
        return RampCurve.NONE;
    }

    /** {@return what every new person is taught, in this order; its time is part of the ramp} */
    List<Training> trainings();

    /** {@return how many people are needed from which dates on} */
    List<Need> needs();

    /**
     * How many people are needed from a date on.
     *
     * @param on the date
     * @param people how many fully productive people, in full-time equivalents
     */
    record Need(LocalDate on, BigDecimal people) {}

    /**
     * People to hire together.
     *
     * @param need what they are hired for
     * @param people how many, after those that will have left by then
     * @param startOn their first day of work
     * @param offerBy the last date for the offer
     */
    record Hire(Need need, int people, LocalDate startOn, LocalDate offerBy) {}

    /** {@return whom to hire, by date of need; nobody for a need that is covered} */
    @Value.Lazy
    default List<Hire> hires() {
        List<Hire> hires = new ArrayList<>();
        needs().stream().sorted(Comparator.comparing(Need::on)).forEach(need -> {
            LocalDate startOn = need.on().minusWeeks(ramp().length());
            BigDecimal missing = need.people().subtract(productive(need.on(), hires));
            if (missing.signum() > 0) {
                int people = missing.divide(staying(startOn, need.on()), 0, RoundingMode.CEILING)
                        .intValueExact();
                hires.add(new Hire(need, people, startOn, startOn.minus(recruiting())));
            }
        });
        return List.copyOf(hires);
    }

    /**
     * Counts who is there on a date, by how much they get done.
     *
     * @param date the date, not before the start
     * @return the full-time equivalents of all people, with attrition and ramp
     */
    default BigDecimal productiveOn(LocalDate date) {
        return productive(date, hires());
    }

    /** {@return an {@code OFFER_TOO_LATE} for each group whose offer had to go out before the plan starts, with the days that are missing} */
    default List<Reason> findings() {
        return hires().stream()
                .filter(hire -> hire.offerBy().isBefore(start()))
                .map(hire -> Reason.rule("OFFER_TOO_LATE")
                        .withValue("people", Detail.count(hire.people(), "people"))
                        .withValue("late", Detail.count(ChronoUnit.DAYS.between(hire.offerBy(), start()), "days")))
                .toList();
    }

    /** {@return the time that teaching all new people takes them: people times the hours of every training} */
    default Duration trainingTime() {
        int people = hires().stream().mapToInt(Hire::people).sum();
        return trainings().stream()
                .map(Training::hours)
                .reduce(Duration.ZERO, Duration::plus)
                .multipliedBy(people);
    }

    /**
     * Finds what must be hired for, since it is not taught.
     *
     * @param requirements what the role needs
     * @return those that a person without any of these skills would not meet after the trainings, in the order given
     */
    default List<SkillRequirement> notTaught(Collection<SkillRequirement> requirements) {
        return requirements.stream()
                .filter(requirement -> {
                    int level = 0;
                    for (Training training : trainings()) {
                        level = training.levelAfter(requirement.skill(), level);
                    }
                    return level < requirement.level();
                })
                .toList();
    }

    private BigDecimal productive(LocalDate date, List<Hire> hires) {
        BigDecimal all = people().multiply(staying(start(), date));
        for (Hire hire : hires) {
            all = all.add(BigDecimal.valueOf(hire.people())
                    .multiply(ramp().on(hire.startOn(), date))
                    .multiply(staying(hire.startOn(), date)));
        }
        return all;
    }

    private BigDecimal staying(LocalDate from, LocalDate to) {
        long months = Math.max(0, ChronoUnit.MONTHS.between(from, to));
        return BigDecimal.ONE.subtract(monthlyAttrition()).pow((int) months);
    }

    /**
     * Refuses shares outside their range.
     *
     * @throws IllegalArgumentException when the attrition, the people or the time of recruiting is not as it must be
     */
    @Value.Check
    default void check() {
        if (monthlyAttrition().signum() < 0 || monthlyAttrition().compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException("monthlyAttrition (" + monthlyAttrition()
                    + ") must be 0 or more and below 1\nMaybe it was given in percent.");
        }
        if (people().signum() < 0 || recruiting().isNegative()) {
            throw new IllegalArgumentException("people (" + people() + ") and recruiting (" + recruiting()
                    + ") must not be negative\nMaybe a sign slipped in.");
        }
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a plan. */
    final class Builder extends ImmutableHiringPlan.Builder {
        Builder() {}

        /**
         * Adds a need.
         *
         * @param on the date from which on people are needed
         * @param people how many fully productive people
         * @return this builder
         */
        public Builder need(LocalDate on, long people) {
            return addNeeds(new Need(on, BigDecimal.valueOf(people)));
        }
    }
}

package dev.customerservice.roles.skill;

import dev.customerservice.domain.text.Decimals;
import dev.customerservice.domain.text.Shown;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * How productive somebody new is, week after week, until they are fully productive; exact decimals, so that no ceiling over them asks for
 * one person too many.
 *
 * @param weeks the productivity of the first, second, … week, each from 0 to 1 and none below the one before; after the last it is 1
 */
public record RampCurve(List<BigDecimal> weeks) {

    /** Fully productive from the first date on. */
    public static final RampCurve NONE = new RampCurve(List.of());

    /** Refuses a curve that falls or leaves 0 to 1. */
    public RampCurve {
        weeks = List.copyOf(weeks);
        BigDecimal before = BigDecimal.ZERO;
        for (BigDecimal pace : weeks) {
            Decimals.require("week", pace);
            if (pace.compareTo(before) < 0 || pace.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException("weeks (" + Shown.of(weeks)
                        + ") must not fall, and stay between 0 and 1\nMaybe it was given in percent.");
            }
            before = pace;
        }
    }

    /**
     * Writes a curve down.
     *
     * @param weeks the productivity of the first, second, … week as decimals such as {@code 0.25}
     * @return the curve
     * @throws IllegalArgumentException when one is no number from 0 to 1, longer than 40 digits, or below the one before
     */
    public static RampCurve of(String... weeks) {
        return new RampCurve(
                Arrays.stream(weeks).map(week -> Decimals.parse("week", week)).toList());
    }

    /** {@return how many weeks it takes until somebody is fully productive} */
    public int length() {
        return weeks.size();
    }

    /**
     * Reads the curve.
     *
     * @param firstDay the first date of work
     * @param date the date asked about
     * @return the productivity of that date, 0 before the first one
     */
    public BigDecimal on(LocalDate firstDay, LocalDate date) {
        if (date.isBefore(firstDay)) {
            return BigDecimal.ZERO;
        }
        long week = ChronoUnit.WEEKS.between(firstDay, date);
        return week < weeks.size() ? weeks.get((int) week) : BigDecimal.ONE;
    }

    /**
     * Counts heads by what they get done, as a staffing plan must.
     *
     * @param firstDays the first date of work of each person
     * @param date the date asked about
     * @return the full-time equivalents of these people on that date, at most their number
     */
    public BigDecimal effectiveHeads(Collection<LocalDate> firstDays, LocalDate date) {
        return firstDays.stream().map(firstDay -> on(firstDay, date)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

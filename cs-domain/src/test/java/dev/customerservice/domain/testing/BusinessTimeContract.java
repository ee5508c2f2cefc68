package dev.customerservice.domain.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.calendar.NoOpenTimeException;
import dev.customerservice.domain.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The laws of {@link BusinessTime} as a test of your own: implement it, give your open time, and it is tried with
 * thousands of awkward instants and durations.
 *
 * <pre>{@code
 * class HarbourHoursProperties implements BusinessTimeContract {
 *     public Arbitrary<BusinessTime> openTimes() {
 *         return Arbitraries.just(harbour);
 *     }
 * }
 * }</pre>
 */
public interface BusinessTimeContract {
    /** A search that crosses a closed stretch longer than this is refused. */
    Duration LONGEST_SEARCH = Duration.ofDays(3660);

    /** {@return the open time to prove, one or many} */
    @Provide
    Arbitrary<BusinessTime> openTimes();

    /** {@return the instants to try} */
    @Provide
    default Arbitrary<Instant> instants() {
        return Calendars.instants();
    }

    /** {@return the durations to try} */
    @Provide
    default Arbitrary<Duration> durations() {
        return Calendars.durations();
    }

    /**
     * Runs a law; a refused search is right only if ten years on one side do not hold the time.
     *
     * @param time the open time to prove
     * @param at where the searches of the law begin
     * @param openTime the longest of them
     * @param law the law
     */
    static void unlessSparse(BusinessTime time, Instant at, Duration openTime, Runnable law) {
        try {
            law.run();
        } catch (NoOpenTimeException e) {
            Duration around = openTime.plusNanos(1);
            assertTrue(
                    time.between(at, at.plus(LONGEST_SEARCH)).compareTo(around) < 0
                            || time.between(at.minus(LONGEST_SEARCH), at).compareTo(around) < 0,
                    e.getMessage());
        }
    }

    /**
     * See {@link BusinessTimeLaws#plusAndMinusAgreeWithBetween}.
     *
     * @param time the open time to prove
     * @param at any instant
     * @param openTime any duration, zero or more
     */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    default void plusAndMinusAgreeWithBetween(
            @ForAll("openTimes") BusinessTime time,
            @ForAll("instants") Instant at,
            @ForAll("durations") Duration openTime) {
        unlessSparse(time, at, openTime, () -> BusinessTimeLaws.plusAndMinusAgreeWithBetween(time, at, openTime));
    }

    /**
     * See {@link BusinessTimeLaws#plusIsMonotone}.
     *
     * @param time the open time to prove
     * @param at any instant
     * @param openTime any duration, zero or more
     * @param more how much later, or longer
     */
    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    default void plusIsMonotone(
            @ForAll("openTimes") BusinessTime time,
            @ForAll("instants") Instant at,
            @ForAll("durations") Duration openTime,
            @ForAll("durations") Duration more) {
        unlessSparse(time, at, openTime.plus(more), () -> BusinessTimeLaws.plusIsMonotone(time, at, openTime, more));
    }

    /**
     * See {@link BusinessTimeLaws#betweenIsAdditive}.
     *
     * @param time the open time to prove
     * @param first any instant
     * @param second any instant
     * @param third any instant
     */
    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    default void betweenIsAdditive(
            @ForAll("openTimes") BusinessTime time,
            @ForAll("instants") Instant first,
            @ForAll("instants") Instant second,
            @ForAll("instants") Instant third) {
        BusinessTimeLaws.betweenIsAdditive(time, first, second, third);
    }

    /**
     * See {@link BusinessTimeLaws#allFacesAgree}.
     *
     * @param time the open time to prove
     * @param start any instant
     * @param length any duration, zero or more
     */
    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    default void allFacesAgree(
            @ForAll("openTimes") BusinessTime time,
            @ForAll("instants") Instant start,
            @ForAll("durations") Duration length) {
        BusinessTimeLaws.allFacesAgree(time, new Interval(start, start.plus(length)));
    }

    /**
     * See {@link BusinessTimeLaws#combinesLikeSets}.
     *
     * @param time the open time to prove
     * @param other any other open time
     * @param instants any instants
     */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    default void combinesLikeSets(
            @ForAll("openTimes") BusinessTime time,
            @ForAll("others") BusinessTime other,
            @ForAll("moments") List<Instant> instants) {
        BusinessTimeLaws.combinesLikeSets(time, other, instants);
    }

    /** {@return the open time to combine it with} */
    @Provide
    default Arbitrary<BusinessTime> others() {
        return Calendars.openTimes();
    }

    /** {@return the instants at which combinations are looked at} */
    @Provide
    default Arbitrary<List<Instant>> moments() {
        return instants().list().ofSize(20);
    }
}

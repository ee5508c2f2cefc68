package dev.customerservice.domain.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Instants and durations on hours of whole seconds, which are answered in seconds, as their nanoseconds are. */
class WholeSecondsTest {
    /** Where the first table begins; what lies before it makes it grow. */
    private static final Instant ORIGIN = EpochNanos.toInstant(OpenIndex.ORIGIN);

    private static final Instant YEAR_2026 = Instant.parse("2026-01-01T00:00:00Z");
    /** Beyond the first table. */
    private static final Instant YEARS_ON = ORIGIN.plus(Duration.ofDays(2192));

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private static BusinessTime office() {
        return BusinessCalendar.builder()
                .id("office")
                .zone("America/New_York")
                .hours(WeeklyHours.of(MONDAY, FRIDAY, "09:00-17:00"))
                .build();
    }

    private static BusinessTime given(IntervalSet open) {
        return BusinessTime.of(window -> open);
    }

    private static IntervalSet open(List<Interval> intervals) {
        return IntervalSet.of(intervals);
    }

    private static Optional<Instant> answer(Supplier<Instant> question) {
        try {
            return Optional.of(question.get());
        } catch (NoOpenTimeException refused) {
            return Optional.empty();
        }
    }

    private static void same(BusinessTime time, Instant at, Duration amount) {
        long nanos = EpochNanos.of(at);
        String question = at + " and " + amount;
        Optional<Instant> later = answer(() -> time.plus(at, amount));
        Optional<Instant> earlier = answer(() -> time.minus(at, amount));
        assertEquals(answer(() -> EpochNanos.toInstant(time.plusNanos(nanos, amount.toNanos()))), later, question);
        assertEquals(answer(() -> EpochNanos.toInstant(time.minusNanos(nanos, amount.toNanos()))), earlier, question);
    }

    private static void sameAround(BusinessTime time, Instant at, Duration... amounts) {
        for (Duration amount : amounts) {
            for (int second = -1; second <= 1; second++) {
                same(time, at.plusSeconds(second), amount);
                same(time, at, amount.plusSeconds(second));
            }
        }
    }

    private static void sameFractions(BusinessTime time, Instant at, Duration amount) {
        for (int nanos : new int[] {-999_999_999, -1, 0, 1, 400_000_000, 999_999_999}) {
            for (int more : new int[] {-600_000_000, -1, 0, 1, 600_000_000, 999_999_999}) {
                same(time, at.plusNanos(nanos), amount.plusNanos(more));
            }
            Instant from = at.plusNanos(nanos);
            Instant to = from.plus(amount);
            assertEquals(
                    time.openNanosBefore(EpochNanos.of(to)) - time.openNanosBefore(EpochNanos.of(from)),
                    time.between(from, to).toNanos());
        }
    }

    @Test
    void hoursOfNoPatternGiveTheSameInSecondsAndNanoseconds() {
        SplittableRandom random = new SplittableRandom(20261122);
        for (int round = 0; round < 20; round++) {
            List<Interval> intervals = new ArrayList<>();
            Instant at = ORIGIN.plusSeconds(random.nextInt(-100_000_000, 100_000_000));
            for (int i = 0; i < 300; i++) {
                Instant opening = at.plusSeconds(random.nextInt(1, i % 50 == 0 ? 10_000_000 : 100_000));
                at = opening.plusSeconds(random.nextInt(1, i % 60 == 0 ? 1_000_000 : 40_000));
                intervals.add(new Interval(opening, at));
            }
            BusinessTime time = given(open(intervals));
            for (int i = 0; i < 300; i++) {
                Interval one = intervals.get(random.nextInt(intervals.size()));
                Instant asked = random.nextBoolean() ? one.startInclusive() : one.endExclusive();
                same(time, asked.plusSeconds(random.nextInt(-2, 3)), Duration.ofSeconds(random.nextInt(1, 5_000_000)));
                Interval other = intervals.get(random.nextInt(intervals.size()));
                if (other.startInclusive().isAfter(asked)) {
                    Duration all = time.between(asked, other.startInclusive());
                    sameAround(time, asked, all.plusSeconds(1), all.plus(other.duration()));
                    sameFractions(time, asked, all.plusSeconds(1));
                }
            }
        }
    }

    @Test
    void aMinuteOpenEachHourAfterAYearRoundTheClockIsFound() {
        List<Interval> intervals = new ArrayList<>();
        intervals.add(new Interval(ORIGIN.plus(DAY), ORIGIN.plus(Duration.ofDays(300))));
        for (int hour = 0; hour < 2000; hour++) {
            Instant opening = ORIGIN.plus(Duration.ofDays(301)).plus(HOUR.multipliedBy(hour));
            intervals.add(new Interval(opening, opening.plusSeconds(60)));
        }
        BusinessTime time = given(open(intervals));
        for (int minutes = 1; minutes < 2000; minutes += 7) {
            sameAround(time, ORIGIN.plus(Duration.ofDays(299)), DAY.plusMinutes(minutes), Duration.ofMinutes(minutes));
            sameAround(time, ORIGIN.plus(Duration.ofDays(385)), Duration.ofMinutes(minutes));
        }
    }

    @Test
    void hoursRoundTheClockGoOnWhereATableEnds() {
        BusinessTime time = given(open(List.of(new Interval(EpochNanos.toInstant(EpochNanos.MIN), YEARS_ON))));
        Instant begin = ORIGIN.minus(Duration.ofDays(5000));
        for (int day = 0; day < 5000; day += 37) {
            Instant at = begin.plus(Duration.ofDays(day)).plusSeconds(day);
            assertEquals(at.plus(HOUR), time.plus(at, HOUR));
            assertEquals(at.minus(HOUR), time.minus(at, HOUR));
            assertEquals(at.plus(DAY.multipliedBy(90)), time.plus(at, DAY.multipliedBy(90)));
            assertEquals(at.minus(DAY.multipliedBy(900)), time.minus(at, DAY.multipliedBy(900)));
        }
    }

    @Test
    void aTableEndsNoAnswerNeitherIn1985NorIn2054() {
        BusinessTime office = office();
        for (String end : List.of("1985-12-22T00:00:00Z", "2054-01-08T00:00:00Z", "1901-06-03T15:00:00Z")) {
            for (int day = -10; day <= 10; day++) {
                Instant at = Instant.parse(end).plus(Duration.ofDays(day)).plus(Duration.ofHours(15));
                sameAround(office, at, HOUR, Duration.ofHours(30), DAY.multipliedBy(100));
            }
        }
        Instant last = Instant.parse("2199-12-20T15:00:00Z");
        Instant first = Instant.parse("1900-01-10T15:00:00Z");
        Duration all = office.between(first, last);
        same(office, first, all);
        same(office, last, all);
        same(office, ORIGIN, office.between(ORIGIN, last));
        same(office, ORIGIN, office.between(first, ORIGIN));
    }

    @Test
    void hoursThatBeginWithinASecondKeepTheirFractions() {
        Instant opening = YEAR_2026.plusMillis(500);
        BusinessTime time = given(open(List.of(
                new Interval(opening, opening.plus(HOUR)),
                new Interval(opening.plus(DAY), opening.plus(DAY.plus(HOUR))))));
        assertEquals(opening.plus(Duration.ofMinutes(30)), time.plus(YEAR_2026, Duration.ofMinutes(30)));
        assertEquals(opening.plus(DAY).plusSeconds(1), time.plus(YEAR_2026, HOUR.plusSeconds(1)));
        assertEquals(opening.plus(HOUR).minusSeconds(1), time.minus(YEAR_2026.plus(DAY), Duration.ofSeconds(1)));
    }

    @Test
    void aFractionOfASecondInAQuestionIsKept() {
        BusinessTime office = office();
        Instant tenToClosing = Instant.parse("2026-11-23T21:50:00Z");
        Instant nextOpening = Instant.parse("2026-11-24T14:00:00Z");
        office.plus(nextOpening.plus(DAY.multipliedBy(400)), HOUR);
        assertEquals(
                nextOpening.plusMillis(1),
                office.plus(tenToClosing, Duration.ofMinutes(10).plusMillis(1)));
        assertEquals(nextOpening.plusMillis(1), office.plus(tenToClosing.plusMillis(1), Duration.ofMinutes(10)));
        assertEquals(tenToClosing.plusMillis(1), office.minus(nextOpening.plusMillis(1), Duration.ofMinutes(10)));
        assertEquals(
                tenToClosing.minusMillis(1),
                office.minus(nextOpening, Duration.ofMinutes(10).plusMillis(1)));
    }

    @Test
    void nothingToAddIsTheNextOpeningAndNothingToTakeTheLastClosing() {
        BusinessTime office = office();
        Instant saturday = Instant.parse("2026-11-21T12:00:00Z");
        assertEquals(Instant.parse("2026-11-23T14:00:00Z"), office.plus(saturday, Duration.ZERO));
        assertEquals(Instant.parse("2026-11-20T22:00:00Z"), office.minus(saturday, Duration.ZERO));
    }

    @Test
    void lessThanNothingIsRefused() {
        BusinessTime office = office();
        Duration negative = Duration.ofSeconds(-1);
        office.plus(YEAR_2026, HOUR);
        assertThrows(IllegalArgumentException.class, () -> office.plus(YEAR_2026, negative));
        assertThrows(IllegalArgumentException.class, () -> office.minus(YEAR_2026, negative));
    }

    @Test
    void noSearchCrossesElevenClosedYears() {
        Instant later = ORIGIN.plus(Duration.ofDays(11 * 365));
        BusinessTime time =
                given(open(List.of(new Interval(ORIGIN, ORIGIN.plus(HOUR)), new Interval(later, later.plus(HOUR)))));
        time.openNanosBefore(EpochNanos.of(later.plus(DAY)));
        assertEquals(ORIGIN.plus(HOUR), time.plus(ORIGIN, HOUR));
        assertThrows(NoOpenTimeException.class, () -> time.plus(ORIGIN, HOUR.plusSeconds(1)));
        assertThrows(NoOpenTimeException.class, () -> time.minus(later.plus(HOUR), HOUR.plusSeconds(1)));
    }

    @Test
    void secondsGiveWayToNanosecondsOnceHoursHaveFractions() {
        Instant halfPast = YEARS_ON.plusMillis(500);
        BusinessTime time = given(open(List.of(
                new Interval(ORIGIN.plus(DAY), ORIGIN.plus(DAY).plus(HOUR)),
                new Interval(
                        ORIGIN.plus(DAY.multipliedBy(2)),
                        ORIGIN.plus(DAY.multipliedBy(2)).plus(HOUR)),
                new Interval(halfPast, halfPast.plus(HOUR)))));
        Instant from = ORIGIN.plus(DAY).plusSeconds(600).plusNanos(1);
        assertEquals(from.plusSeconds(60), time.plus(from, Duration.ofSeconds(60)));
        assertEquals(Duration.ofSeconds(60), time.between(from, from.plusSeconds(60)));
        assertEquals(halfPast.plusSeconds(600).plusNanos(1), time.plus(from, HOUR.multipliedBy(2)));
        assertEquals(from, time.minus(halfPast.plusSeconds(600).plusNanos(1), HOUR.multipliedBy(2)));
        assertEquals(from.plusSeconds(60), time.plus(from, Duration.ofSeconds(60)));
        assertEquals(
                HOUR.multipliedBy(2).plusSeconds(60),
                time.between(from, halfPast.plusSeconds(660).plusNanos(1)));
    }

    @Test
    void noTimeLiesBetweenTwoInstantsInReverse() {
        BusinessTime office = office();
        Instant open = Instant.parse("2026-11-23T15:00:00Z");
        Instant closed = Instant.parse("2026-11-22T15:00:00.5Z");
        for (Instant end : List.of(open, closed)) {
            office.plus(end, DAY);
            assertEquals(Duration.ZERO, office.between(end, end));
            for (Duration step : List.of(Duration.ofNanos(1), Duration.ofSeconds(1), DAY)) {
                assertThrows(IllegalArgumentException.class, () -> office.between(end, end.minus(step)));
            }
        }
        Instant beforeTheStretch = Instant.parse("2019-06-03T15:00:00Z");
        assertThrows(IllegalArgumentException.class, () -> office().between(open, beforeTheStretch));
        Instant tooLate = Instant.parse("2200-01-01T00:00:01Z");
        assertThrows(IllegalArgumentException.class, () -> office.between(open, tooLate));
        assertThrows(IllegalArgumentException.class, () -> office.plus(tooLate, HOUR));
        assertThrows(IllegalArgumentException.class, () -> office.minus(tooLate, HOUR));
    }
}

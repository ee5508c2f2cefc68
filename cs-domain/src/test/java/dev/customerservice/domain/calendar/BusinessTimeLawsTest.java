package dev.customerservice.domain.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.customerservice.domain.testing.BusinessTimeContract;
import dev.customerservice.domain.testing.BusinessTimeLaws;
import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The shipped laws catch the mistakes that calendars are known for. */
class BusinessTimeLawsTest {
    private static final BusinessCalendar RIGHT = BusinessCalendar.builder()
            .id("right")
            .zone("UTC")
            .hours(WeeklyHours.of(MONDAY, FRIDAY, "09:00-17:00"))
            .build();
    private static final Instant MON_09_00 = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant MON_12_00 = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant TUE_12_00 = Instant.parse("2026-11-24T12:00:00Z");
    private static final Interval WEEK = new Interval(MON_09_00, MON_09_00.plus(Duration.ofDays(7)));
    private static final Duration TO_CLOSING = Duration.ofHours(5);

    /** A calendar with one mistake; what is not overridden is right. */
    private static class Wrong implements BusinessTime {
        private static final long serialVersionUID = 1;

        @Override
        public long openNanosBefore(long epochNanos) {
            return RIGHT.openNanosBefore(epochNanos);
        }

        @Override
        public long plusNanos(long epochNanos, long openNanos) {
            return RIGHT.plusNanos(epochNanos, openNanos);
        }

        @Override
        public long minusNanos(long epochNanos, long openNanos) {
            return RIGHT.minusNanos(epochNanos, openNanos);
        }

        @Override
        public boolean isOpen(Instant at) {
            return RIGHT.isOpen(at);
        }

        @Override
        public Optional<Instant> nextClosing(Instant at) {
            return RIGHT.nextClosing(at);
        }

        @Override
        public IntervalSet openIntervals(Interval window) {
            return RIGHT.openIntervals(window);
        }

        @Override
        public List<CalendarSegment> segments(Interval window) {
            return RIGHT.segments(window);
        }
    }

    private static void caught(Executable law) {
        assertThrows(AssertionError.class, law);
    }

    @Test
    void whatIsRightPasses() {
        Wrong nothing = new Wrong();
        assertDoesNotThrow(() -> {
            BusinessTimeLaws.plusAndMinusAgreeWithBetween(nothing, MON_12_00, TO_CLOSING);
            BusinessTimeLaws.plusIsMonotone(nothing, MON_12_00, TO_CLOSING, TO_CLOSING);
            BusinessTimeLaws.betweenIsAdditive(nothing, MON_09_00, MON_12_00, TUE_12_00);
            BusinessTimeLaws.allFacesAgree(nothing, WEEK);
            BusinessTimeLaws.combinesLikeSets(nothing, RIGHT, List.of(MON_09_00, MON_12_00));
        });
    }

    @Test
    void aDueTimeAtTheNextOpeningIsCaught() {
        caught(() -> BusinessTimeLaws.plusAndMinusAgreeWithBetween(
                new Wrong() {
                    @Override
                    public long plusNanos(long epochNanos, long openNanos) {
                        return RIGHT.plusNanos(RIGHT.plusNanos(epochNanos, openNanos), 0);
                    }
                },
                MON_12_00,
                TO_CLOSING));
    }

    @Test
    void wallTimeTakenForOpenTimeIsCaught() {
        Wrong wall = new Wrong() {
            @Override
            public long openNanosBefore(long epochNanos) {
                return epochNanos;
            }
        };
        caught(() -> BusinessTimeLaws.plusAndMinusAgreeWithBetween(wall, MON_12_00, Duration.ofHours(6)));
        caught(() -> BusinessTimeLaws.allFacesAgree(wall, WEEK));
    }

    @Test
    void minutesRoundedDownAreCaught() {
        Instant halfAMinute = MON_12_00.plusSeconds(30);
        caught(() -> BusinessTimeLaws.betweenIsAdditive(
                new Wrong() {
                    @Override
                    public Duration between(Instant startInclusive, Instant endExclusive) {
                        return Duration.ofMinutes(
                                RIGHT.between(startInclusive, endExclusive).toMinutes());
                    }
                },
                MON_12_00,
                halfAMinute,
                halfAMinute.plusSeconds(30)));
    }

    @Test
    void aDueTimeThatGoesBackIsCaught() {
        long noon = EpochNanos.of(MON_12_00);
        caught(() -> BusinessTimeLaws.plusIsMonotone(
                new Wrong() {
                    @Override
                    public long plusNanos(long epochNanos, long openNanos) {
                        return RIGHT.plusNanos(Math.min(epochNanos, noon), openNanos) - Math.max(0, epochNanos - noon);
                    }
                },
                MON_12_00,
                TO_CLOSING,
                Duration.ofMinutes(1)));
    }

    @Test
    void aClosingThatIsOpenIsCaught() {
        caught(() -> BusinessTimeLaws.allFacesAgree(
                new Wrong() {
                    @Override
                    public boolean isOpen(Instant at) {
                        return RIGHT.isOpenOrClosing(at);
                    }
                },
                WEEK));
    }

    @Test
    void aCombinationThatForgetsIsCaught() {
        caught(() -> BusinessTimeLaws.combinesLikeSets(
                new Wrong() {
                    @Override
                    public BusinessTime union(BusinessTime other) {
                        return this;
                    }
                },
                BusinessTime.always(),
                List.of(MON_09_00.minusSeconds(1))));
    }

    @Test
    void aRefusedSearchMustBeASparseOne() {
        Runnable refusing = () -> RIGHT.plusNanos(0, Long.MAX_VALUE);
        caught(() -> BusinessTimeContract.unlessSparse(RIGHT, MON_12_00, TO_CLOSING, refusing));
        assertDoesNotThrow(() ->
                BusinessTimeContract.unlessSparse(RIGHT, MON_12_00, BusinessTimeContract.LONGEST_SEARCH, refusing));
    }
}

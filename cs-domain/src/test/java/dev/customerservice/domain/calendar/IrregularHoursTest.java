package dev.customerservice.domain.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Hours of no pattern, asked at their very edges, against a walk over the plain list of their intervals. */
class IrregularHoursTest {
    private static final long LONGEST_GAP = Duration.ofDays(3660).toNanos();
    private static final long HOUR = Duration.ofHours(1).toNanos();
    private static final long DAY = 24 * HOUR;
    private static final long YEAR_2026 = nanos("2026-01-01T00:00:00Z");

    private static long nanos(String instant) {
        return EpochNanos.of(Instant.parse(instant));
    }

    /** Openings and closings in turn, and the slow, obvious answers. */
    private static final class Hours {
        private final long[] edges;

        private Hours(long... edges) {
            this.edges = edges;
        }

        BusinessTime compiled() {
            IntervalSet open = IntervalSet.ofEpochNanos(edges);
            return BusinessTime.of(window -> open);
        }

        OptionalLong plus(long at, long amount) {
            long left = amount;
            long reached = at;
            for (int i = 0; i < edges.length; i += 2) {
                long from = Math.max(edges[i], at);
                if (edges[i + 1] > at) {
                    if (from - LONGEST_GAP > reached) {
                        return OptionalLong.empty();
                    }
                    if (edges[i + 1] - from >= left) {
                        return OptionalLong.of(from + left);
                    }
                    left -= edges[i + 1] - from;
                    reached = edges[i + 1];
                }
            }
            return OptionalLong.empty();
        }

        OptionalLong minus(long at, long amount) {
            long left = amount;
            long reached = at;
            for (int i = edges.length - 2; i >= 0; i -= 2) {
                long to = Math.min(edges[i + 1], at);
                if (edges[i] < at) {
                    if (reached - LONGEST_GAP > to) {
                        return OptionalLong.empty();
                    }
                    if (to - edges[i] >= left) {
                        return OptionalLong.of(to - left);
                    }
                    left -= to - edges[i];
                    reached = edges[i];
                }
            }
            return OptionalLong.empty();
        }

        long between(long start, long end) {
            long sum = 0;
            for (int i = 0; i < edges.length; i += 2) {
                long from = Math.max(edges[i], start);
                long to = Math.min(edges[i + 1], end);
                sum += from < to ? to - from : 0;
            }
            return sum;
        }

        boolean isOpen(long at) {
            for (int i = 0; i < edges.length; i += 2) {
                if (edges[i] <= at && at < edges[i + 1]) {
                    return true;
                }
            }
            return false;
        }

        Optional<Instant> nextClosing(long at) {
            return LongStream.range(0, edges.length / 2)
                    .map(i -> edges[(int) (2 * i + 1)])
                    .filter(closing -> closing > at)
                    .limit(1)
                    .filter(closing -> closing - LONGEST_GAP <= at)
                    .mapToObj(EpochNanos::toInstant)
                    .findFirst();
        }
    }

    private static OptionalLong unlessRefused(LongSupplier search) {
        try {
            return OptionalLong.of(search.getAsLong());
        } catch (NoOpenTimeException e) {
            return OptionalLong.empty();
        }
    }

    /** All questions about some instants, with amounts that end at, just before and just after each other one. */
    private static void compare(Hours hours, Supplier<BusinessTime> time, List<Long> instants) {
        for (long at : instants) {
            String where = EpochNanos.toInstant(at).toString();
            assertEquals(hours.isOpen(at), time.get().isOpen(EpochNanos.toInstant(at)), where);
            assertEquals(hours.nextClosing(at), time.get().nextClosing(EpochNanos.toInstant(at)), where);
            assertEquals(hours.plus(at, 0), unlessRefused(() -> time.get().plusNanos(at, 0)), where);
            assertEquals(hours.minus(at, 0), unlessRefused(() -> time.get().minusNanos(at, 0)), where);
            for (long other : instants) {
                long start = Math.min(at, other);
                long end = Math.max(at, other);
                long open = hours.between(start, end);
                Interval window = new Interval(EpochNanos.toInstant(start), EpochNanos.toInstant(end));
                assertEquals(
                        Duration.ofNanos(open),
                        time.get().between(window.startInclusive(), window.endExclusive()),
                        where);
                assertEquals(
                        IntervalSet.ofEpochNanos(hours.edges).within(window),
                        time.get().openIntervals(window),
                        where);
                for (long amount = Math.max(1, open - 1); amount <= open + 1; amount++) {
                    long much = amount;
                    assertEquals(
                            hours.plus(start, much),
                            unlessRefused(() -> time.get().plusNanos(start, much)),
                            where);
                    assertEquals(
                            hours.minus(end, much),
                            unlessRefused(() -> time.get().minusNanos(end, much)),
                            where);
                }
            }
        }
    }

    private static List<Long> around(long... instants) {
        List<Long> near = new ArrayList<>();
        for (long at : instants) {
            for (long each = at - 1; each <= at + 1; each++) {
                if (each >= EpochNanos.MIN && each <= EpochNanos.MAX) {
                    near.add(each);
                }
            }
        }
        return near;
    }

    @Test
    void hoursFromANanosecondToDays() {
        long[] lengths = {1, 7, 1_000_000_000L, HOUR, 3 * DAY};
        for (long seed = 0; seed < 2; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            long[] edges = new long[32];
            long at = OpenIndex.ORIGIN - 40 * DAY;
            for (int i = 0; i < edges.length; i++) {
                at += lengths[random.nextInt(lengths.length)];
                edges[i] = at;
            }
            Hours hours = new Hours(edges);
            BusinessTime time = hours.compiled();
            compare(hours, () -> time, around(edges));
        }
    }

    @Test
    void aClosedStretchOf3660DaysIsCrossedAndOneNanosecondMoreIsNot() {
        long opening = YEAR_2026 + HOUR;
        Hours within = new Hours(YEAR_2026, opening, opening + LONGEST_GAP, opening + LONGEST_GAP + HOUR);
        Hours beyond = new Hours(YEAR_2026, opening, opening + LONGEST_GAP + 1, opening + LONGEST_GAP + HOUR);
        for (Hours hours : List.of(within, beyond)) {
            long[] edges = hours.edges;
            List<Long> instants = around(edges);
            instants.addAll(around(edges[0] - LONGEST_GAP, edges[3] + LONGEST_GAP, edges[3] - LONGEST_GAP));
            instants.addAll(around(EpochNanos.MIN, EpochNanos.MAX));
            compare(hours, hours::compiled, LongStream.of(edges).boxed().toList());
            BusinessTime asked = hours.compiled();
            compare(hours, () -> asked, instants);
        }
    }

    @Test
    void hoursThatBeginAndEndWhereTablesDo() {
        long slot = 1L << 46;
        long origin = OpenIndex.ORIGIN;
        Hours hours = new Hours(
                origin - 700 * slot,
                origin - 699 * slot,
                origin - slot,
                origin,
                origin + 5,
                origin + slot,
                origin + 511 * slot,
                origin + 513 * slot,
                origin + 640 * slot,
                origin + 900 * slot);
        compare(hours, hours::compiled, LongStream.of(hours.edges).boxed().toList());
        BusinessTime asked = hours.compiled();
        compare(hours, () -> asked, around(hours.edges));
    }

    @Test
    void hoursFarFromThePresentAreFound() {
        for (long opening : new long[] {nanos("1905-03-01T00:00:00Z"), nanos("2195-03-01T00:00:00Z")}) {
            Hours once = new Hours(opening, opening + HOUR);
            compare(once, once::compiled, List.of(EpochNanos.MIN, opening, opening + HOUR, YEAR_2026, EpochNanos.MAX));
            BusinessTime asked = once.compiled();
            compare(once, () -> asked, around(opening, opening + HOUR, YEAR_2026, EpochNanos.MIN, EpochNanos.MAX));
        }
        CalendarException never =
                assertThrows(CalendarException.class, () -> BusinessTime.of(window -> IntervalSet.empty()));
        assertEquals(CalendarFault.NO_OPEN_TIME, never.fault());
    }

    @Test
    void allThreeHundredYearsMayBeOneInterval() {
        BusinessTime.OpenIn always = IntervalSet::of;
        BusinessTime open = BusinessTime.of(always);
        Instant first = EpochNanos.toInstant(EpochNanos.MIN);
        Instant last = EpochNanos.toInstant(EpochNanos.MAX);
        for (Instant end : List.of(last, last.minusNanos(1), Instant.parse("2193-01-01T00:00:00Z"))) {
            assertEquals(Duration.between(first, end), open.between(first, end));
            assertEquals(Duration.between(first, end), BusinessTime.always().between(first, end));
            assertEquals(end, open.plus(first, Duration.between(first, end)));
            assertEquals(first, open.minus(end, Duration.between(first, end)));
        }
        assertEquals(Optional.empty(), open.nextClosing(first));
        assertEquals("given hours", open.toString());
        Interval window = new Interval(first, last);
        assertEquals(BusinessTime.always().segments(window), open.segments(window));
    }

    @Test
    void theRangeEndsWhereItSays() {
        BusinessTime always = BusinessTime.always();
        Instant first = EpochNanos.toInstant(EpochNanos.MIN);
        Instant last = EpochNanos.toInstant(EpochNanos.MAX);
        assertEquals(EpochNanos.MAX, always.plusNanos(EpochNanos.MAX - 5, 5));
        assertThrows(NoOpenTimeException.class, () -> always.plusNanos(EpochNanos.MAX - 5, 6));
        assertThrows(NoOpenTimeException.class, () -> always.plusNanos(EpochNanos.MAX, Long.MAX_VALUE));
        assertEquals(EpochNanos.MIN, always.minusNanos(EpochNanos.MIN + 5, 5));
        assertThrows(NoOpenTimeException.class, () -> always.minusNanos(EpochNanos.MIN + 5, 6));
        assertFalse(always.isOpen(last));
        assertEquals(Duration.ZERO, always.between(first, first));
        BusinessTime hours = new Hours(YEAR_2026, YEAR_2026 + HOUR).compiled();
        assertFalse(hours.isOpenOrClosing(first));
        assertThrows(NoOpenTimeException.class, () -> hours.plusNanos(YEAR_2026, Long.MAX_VALUE));
        assertThrows(NoOpenTimeException.class, () -> hours.minusNanos(YEAR_2026 + HOUR, Long.MAX_VALUE));
    }

    @Test
    void openingsAroundAClockChangeDoNotDependOnWhatWasAskedBefore() {
        ZoneId zone = ZoneId.of("America/New_York");
        for (LocalDate change : List.of(
                LocalDate.of(1955, 4, 24),
                LocalDate.of(1955, 9, 25),
                LocalDate.of(2026, 3, 8),
                LocalDate.of(2026, 11, 1))) {
            for (int hours = -120; hours <= 120; hours += 10) {
                BusinessCalendar calendar = BusinessCalendar.builder()
                        .id("new-york")
                        .zone(zone)
                        .hours(WeeklyHours.of(MONDAY, SUNDAY, "09:00-17:00"))
                        .build();
                calendar.isOpen(change.atStartOfDay(zone).toInstant().plus(Duration.ofHours(hours)));
                for (int days = -5; days <= 5; days++) {
                    LocalDate date = change.plusDays(days);
                    assertEquals(
                            date.atTime(9, 0).atZone(zone).toInstant(),
                            calendar.nextOpening(date.atStartOfDay(zone).toInstant()),
                            date + " after a question " + hours + " h from the change");
                }
            }
        }
    }

    /** Working dates, counted one by one. */
    @Test
    void workingDatesAreCountedThroughGapsAndToTheEnds() {
        long first = YEAR_2026 / DAY;
        long[] dates = {first, first + 1, first + 250, first + 3910, first + 3911, first + 3911 + 3661};
        long[] edges = LongStream.of(dates)
                .flatMap(date -> LongStream.of(date * DAY + 9 * HOUR, date * DAY + 17 * HOUR))
                .toArray();
        BusinessTime time = new Hours(edges).compiled();
        ZoneId zone = ZoneId.of("UTC");
        WorkingDays asked = WorkingDays.of(time, zone);
        for (long from : around(dates)) {
            LocalDate date = LocalDate.ofEpochDay(from);
            assertEquals(LongStream.of(dates).anyMatch(each -> each == from), asked.includes(date));
            for (int steps = 1; steps <= dates.length + 1; steps++) {
                int many = steps;
                for (WorkingDays days : List.of(asked, WorkingDays.of(time, zone))) {
                    assertEquals(
                            counted(dates, from, many),
                            unlessRefused(() -> days.plus(date, many).toEpochDay()));
                    assertEquals(
                            counted(dates, from, -many),
                            unlessRefused(() -> days.minus(date, many).toEpochDay()));
                }
            }
        }
    }

    private static OptionalLong counted(long[] dates, long from, int steps) {
        int direction = Integer.signum(steps);
        int left = Math.abs(steps);
        long last = from;
        for (long date = from + direction; Math.abs(date - last) <= 3660; date += direction) {
            long present = date;
            if (LongStream.of(dates).anyMatch(each -> each == present)) {
                last = date;
                left--;
                if (left == 0) {
                    return OptionalLong.of(date);
                }
            }
        }
        return OptionalLong.empty();
    }
}

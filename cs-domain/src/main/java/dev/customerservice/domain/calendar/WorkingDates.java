package dev.customerservice.domain.calendar;

import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.domain.time.Interval;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * The working dates of a stretch of dates in ascending order, so that a step of any length is one look-up. Dates are
 * counted from 1970-01-01.
 */
final class WorkingDates {
    /** As many dates without a working date end every search. */
    static final int LONGEST_GAP = 3660;

    private static final long DAY_NANOS = 24L * 60 * 60 * 1_000_000_000L;
    private static final int FIRST_DATE = (int) Math.floorDiv(EpochNanos.MIN, DAY_NANOS) - 1;
    private static final int END_DATE = (int) Math.floorDiv(EpochNanos.MAX, DAY_NANOS) + 2;
    private static final int FIRST_LENGTH = 400;

    private static final WorkingDates NONE = new WorkingDates(0, 0, new int[0]);

    private final int start;
    private final int end;
    private final int[] dates;

    /** Whether two working dates, or the last one and an end, lie so far apart that a search might have to stop. */
    private final boolean sparse;

    private WorkingDates(int start, int end, int[] dates) {
        this.start = start;
        this.end = end;
        this.dates = dates;
        boolean gap = end - start > LONGEST_GAP && dates.length == 0;
        for (int i = 0; i <= dates.length && dates.length > 0; i++) {
            gap |= (i == dates.length ? end : dates[i]) - (i == 0 ? start : dates[i - 1]) > LONGEST_GAP;
        }
        this.sparse = gap;
    }

    /** {@return the working dates of no date at all} */
    static WorkingDates none() {
        return NONE;
    }

    /** {@return these dates and about as many more, so that a date is covered} */
    WorkingDates covering(long date, BusinessTime time, WallClock clock) {
        int wanted = (int) Math.max(FIRST_DATE, Math.min(END_DATE - 1, date));
        if (start == end) {
            int from = Math.max(FIRST_DATE, wanted - FIRST_LENGTH / 2);
            int to = Math.min(END_DATE, wanted + FIRST_LENGTH / 2);
            return new WorkingDates(from, to, workingDates(from, to, time, clock));
        }
        if (wanted >= end) {
            int newEnd = Math.min(END_DATE, Math.max(wanted + 1, end + (end - start)));
            return new WorkingDates(start, newEnd, joined(dates, workingDates(end, newEnd, time, clock)));
        }
        int newStart = Math.max(FIRST_DATE, Math.min(wanted, start - (end - start)));
        return new WorkingDates(newStart, end, joined(workingDates(newStart, start, time, clock), dates));
    }

    private static int[] joined(int[] earlier, int[] later) {
        int[] all = Arrays.copyOf(earlier, earlier.length + later.length);
        System.arraycopy(later, 0, all, earlier.length, later.length);
        return all;
    }

    private static int[] workingDates(int first, int end, BusinessTime time, WallClock clock) {
        long[] open = time.openIntervals(new Interval(
                        EpochNanos.toInstant(begin(first, clock)), EpochNanos.toInstant(begin(end, clock))))
                .toEpochNanos();
        int[] found = new int[end - first];
        int size = 0;
        int edge = 0;
        long midnight = begin(first, clock);
        for (int date = first; date < end; date++) {
            long nextMidnight = begin(date + 1, clock);
            while (edge < open.length && open[edge + 1] <= midnight) {
                edge += 2;
            }
            if (midnight < nextMidnight && edge < open.length && open[edge] < nextMidnight) {
                found[size++] = date;
            }
            midnight = nextMidnight;
        }
        return Arrays.copyOf(found, size);
    }

    private static long begin(int date, WallClock clock) {
        return Math.max(EpochNanos.MIN, Math.min(EpochNanos.MAX, clock.instant(date, 0)));
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    boolean covers(long date) {
        return start <= date && date < end;
    }

    boolean contains(long date) {
        return Arrays.binarySearch(dates, (int) date) >= 0;
    }

    /** {@return whether more dates would not change the answer of {@link #step} from a covered date} */
    boolean decides(long date, int steps) {
        long target = target(date, steps);
        if (target >= dates.length) {
            return end == END_DATE
                    || end - (dates.length == 0 ? date : Math.max(date, dates[dates.length - 1])) > LONGEST_GAP;
        }
        if (target < 0) {
            return start == FIRST_DATE || (dates.length == 0 ? date : Math.min(date, dates[0])) - start > LONGEST_GAP;
        }
        return true;
    }

    /** {@return the working date so many steps away from a covered date, or empty if none is within the bounds} */
    OptionalLong step(long date, int steps) {
        long target = target(date, steps);
        if (target < 0 || target >= dates.length || (sparse && crossesGap(date, (int) target, steps))) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(dates[(int) target]);
    }

    private long target(long date, int steps) {
        int found = Arrays.binarySearch(dates, (int) date);
        int before = found >= 0 ? found : -found - 1;
        return steps < 0 ? (long) before + steps : (found >= 0 ? found + 1L : before) + steps - 1L;
    }

    private boolean crossesGap(long date, int target, int steps) {
        int direction = Integer.signum(steps);
        long last = date;
        for (int i = (int) target(date, direction); i != target + direction; i += direction) {
            if (Math.abs(dates[i] - last) > LONGEST_GAP) {
                return true;
            }
            last = dates[i];
        }
        return false;
    }
}

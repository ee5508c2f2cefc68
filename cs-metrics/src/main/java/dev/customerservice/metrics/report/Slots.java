package dev.customerservice.metrics.report;

import dev.customerservice.domain.time.EpochNanos;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The periods of a report, numbered: the whole and its parts, then the previous whole and its parts. */
@SuppressWarnings("serial") // array lists
final class Slots implements Serializable {
    private static final long serialVersionUID = 1;

    private final List<Period> periods = new ArrayList<>();
    private final List<Integer> wholes = new ArrayList<>();
    private final long[][] starts;
    private final long[] ends;

    Slots(List<Period> tops, List<List<Period>> parts) {
        starts = new long[tops.size()][];
        ends = new long[tops.size()];
        for (int top = 0; top < tops.size(); top++) {
            wholes.add(periods.size());
            periods.add(tops.get(top));
            periods.addAll(parts.get(top));
            ends[top] = EpochNanos.of(tops.get(top).endExclusive());
            starts[top] = parts.get(top).isEmpty()
                    ? new long[] {EpochNanos.of(tops.get(top).startInclusive())}
                    : parts.get(top).stream()
                            .mapToLong(part -> EpochNanos.of(part.startInclusive()))
                            .toArray();
        }
    }

    boolean isSame(Slots other) {
        return periods.equals(other.periods) && wholes.equals(other.wholes);
    }

    int size() {
        return periods.size();
    }

    Period period(int slot) {
        return periods.get(slot);
    }

    int whole(int top) {
        return wholes.get(top);
    }

    int tops() {
        return wholes.size();
    }

    /** The number of parts of each whole, 0 when it was not cut. */
    int parts(int top) {
        int next = top + 1 < wholes.size() ? wholes.get(top + 1) : periods.size();
        return next - wholes.get(top) - 1;
    }

    /** The whole that holds an instant, or -1. */
    int top(long at) {
        for (int top = 0; top < ends.length; top++) {
            if (at < ends[top] && starts[top].length > 0 && at >= starts[top][0]) {
                return top;
            }
        }
        return -1;
    }

    /** The last part of a whole that starts by an instant in it; parts of no length are skipped. */
    int part(int top, long at) {
        int place = Arrays.binarySearch(starts[top], at);
        int index = place >= 0 ? place : -place - 2;
        while (index + 1 < starts[top].length && starts[top][index + 1] == starts[top][index]) {
            index++;
        }
        return wholes.get(top) + 1 + index;
    }

    /** The number of parts of a whole given by its slot. */
    int partsOfWhole(int slot) {
        return parts(wholes.indexOf(slot));
    }

    /** All stretches that are not cut further, in the order of time. */
    List<Integer> leaves() {
        List<Integer> leaves = new ArrayList<>();
        for (int top = 0; top < tops(); top++) {
            int whole = whole(top);
            int parts = parts(top);
            IntStream.rangeClosed(parts == 0 ? 0 : 1, parts).forEach(part -> leaves.add(whole + part));
        }
        leaves.sort(Comparator.comparingLong(slot -> nanos(period(slot).startInclusive())));
        return leaves;
    }

    static long nanos(Instant at) {
        return EpochNanos.of(at);
    }
}

package dev.customerservice.domain.sla;

import java.util.Arrays;
import java.util.List;

/** Where the state of one cycle changed: the instant, the state from there on, the event, and the status if that paused it. */
final class Marks {
    private static final List<SpanKind> KINDS = List.of(SpanKind.values());
    private static final int KIND_BITS = 2;
    private static final String[] NO_STATUS = {};

    private int size;
    private long[] at;
    /** For each mark its cause, shifted, and its kind. */
    private int[] what;
    /** For each mark that pauses the status that does; shorter than the marks where the last ones do not. */
    private String[] status;

    Marks() {
        this.at = new long[2];
        this.what = new int[2];
        this.status = NO_STATUS;
    }

    private Marks(Marks from) {
        this.size = from.size;
        this.at = from.at.clone();
        this.what = from.what.clone();
        this.status = from.status.clone();
    }

    Marks copy() {
        return new Marks(this);
    }

    /** These marks as they were before an event: without the last one, if the event made it. */
    Marks before(int event) {
        if (size == 1 || cause(size - 1) != event) {
            return this;
        }
        Marks fewer = copy();
        fewer.size--;
        return fewer;
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    long at(int index) {
        return at[index];
    }

    SpanKind kind(int index) {
        return KINDS.get(what[index] & ((1 << KIND_BITS) - 1));
    }

    int cause(int index) {
        return what[index] >> KIND_BITS;
    }

    /** {@return the status that paused the cycle at a mark} */
    String status(int index) {
        return index < status.length ? status[index] : "";
    }

    /** {@return the state after the last mark} */
    SpanKind last() {
        return kind(size - 1);
    }

    /** From an instant on the cycle is in another state; a mark at the instant of the last one replaces it. */
    void add(long instant, SpanKind kind, int cause, String pausing) {
        if (size > 0 && last() == kind) {
            return;
        }
        if (size > 0 && at[size - 1] == instant) {
            size--;
            if (size > 0 && last() == kind) {
                return;
            }
        }
        if (size == at.length) {
            at = Arrays.copyOf(at, size * 2);
            what = Arrays.copyOf(what, size * 2);
        }
        if (kind == SpanKind.PAUSED) {
            status = size < status.length ? status : Arrays.copyOf(status, at.length);
            status[size] = pausing;
        }
        at[size] = instant;
        what[size++] = cause << KIND_BITS | KINDS.indexOf(kind);
    }
}

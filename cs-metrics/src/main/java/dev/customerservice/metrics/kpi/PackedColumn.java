package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.statistics.Absence;
import java.io.Serializable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One value for each fact, packed as whole steps from the least one in the narrowest array that holds them, or as some bits of words that
 * narrow columns share: 0 is the least value, -1 and below say why there is none.
 */
final class PackedColumn implements Serializable {
    private static final long serialVersionUID = 1;

    private static final int MOST_REASONS = 100;
    /** Above this, differences of steps that are absent and of bounds could leave the range of an int. */
    private static final int MOST_INT = Integer.MAX_VALUE - 2 * MOST_REASONS;

    private static final long LEAST_VALUE = Long.MIN_VALUE + MOST_REASONS + 1;

    /** Bytes, ints, longs or a field of words. */
    @SuppressWarnings("serial") // an array
    private final Object steps;

    private final long least;
    private final long unit;
    private final long last;

    @SuppressWarnings("serial") // a copy that can be sent
    private final List<Absence> reasons;

    /** Where there are values, as a narrow column beside a wide one, so that who asks only that need not read the wide one. */
    private final @Nullable PackedColumn presence;

    /** The least and the greatest step of each block of rows of a column that is not narrow. */
    private final long[] lowest;

    private final long[] highest;

    private PackedColumn(
            Object steps, long least, long unit, long last, List<Absence> reasons, @Nullable PackedColumn presence) {
        this.steps = steps;
        this.least = least;
        this.unit = unit;
        this.last = last;
        this.reasons = List.copyOf(reasons);
        this.presence = presence;
        int blocks = steps instanceof int[] || steps instanceof long[] ? (size() + Block.ROWS - 1) / Block.ROWS : 0;
        this.lowest = new long[blocks];
        this.highest = new long[blocks];
        for (int block = 0; block < blocks; block++) {
            bound(block);
        }
    }

    private void bound(int block) {
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        int end = Math.min(size(), (block + 1) * Block.ROWS);
        for (int row = block * Block.ROWS; row < end; row++) {
            long step = step(row);
            low = Math.min(low, step);
            high = Math.max(high, step);
        }
        lowest[block] = low;
        highest[block] = high;
    }

    private int size() {
        return steps instanceof int[] ints ? ints.length : steps instanceof long[] longs ? longs.length : 0;
    }

    /** Above this, differences of steps could leave the range of a long. */
    private static final long MOST_STEPS = 1L << 62;

    /** Empty where the values lie too far apart, or there are too many reasons, to be packed. */
    static Optional<PackedColumn> of(int size, IntToLongFunction values, IntFunction<Absence> why) {
        long[] raw = new long[size];
        List<Absence> reasons = new ArrayList<>();
        long least = Long.MAX_VALUE;
        long greatest = Long.MIN_VALUE;
        for (int row = 0; row < size; row++) {
            long value = values.applyAsLong(row);
            if (value == NumberColumn.ABSENT) {
                value += index(reasons, why.apply(row));
            } else {
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
            }
            raw[row] = value;
        }
        boolean none = greatest < least;
        long span = none ? 0 : greatest - least;
        if (reasons.size() > MOST_REASONS || least < LEAST_VALUE || span < 0) {
            return Optional.empty();
        }
        PackedColumn packed = pack(raw, none ? 0 : least, span, reasons);
        return packed.last > MOST_STEPS ? Optional.empty() : Optional.of(packed);
    }

    private static int index(List<Absence> reasons, Absence reason) {
        int known = reasons.indexOf(reason);
        if (known < 0) {
            reasons.add(reason);
        }
        return known < 0 ? reasons.size() - 1 : known;
    }

    private static PackedColumn pack(long[] raw, long least, long span, List<Absence> reasons) {
        long unit = unit(raw, least);
        long last = span / unit;
        for (int row = 0; row < raw.length; row++) {
            boolean absent = raw[row] < LEAST_VALUE;
            raw[row] = absent ? Long.MIN_VALUE - 1 - raw[row] : (raw[row] - least) / unit;
        }
        Object steps = narrowest(raw, last);
        PackedColumn presence = steps instanceof byte[] || reasons.isEmpty() ? null : presence(raw, reasons);
        return new PackedColumn(steps, least, unit, last, reasons, presence);
    }

    private static PackedColumn presence(long[] steps, List<Absence> reasons) {
        byte[] present = new byte[steps.length];
        for (int row = 0; row < steps.length; row++) {
            present[row] = (byte) Math.min(0, steps[row]);
        }
        return new PackedColumn(present, 0, 1, 0, reasons, null);
    }

    /** How many columns of bytes it consists of. */
    int narrow() {
        return steps instanceof byte[] ? 1 : presence == null ? 0 : presence.narrow();
    }

    /** The same column with what is narrow of it in words that it shares with others. */
    PackedColumn in(PackedWords words) {
        if (steps instanceof byte[] bytes) {
            return new PackedColumn(words.add(bytes, reasons.size(), (int) last), least, unit, last, reasons, null);
        }
        return presence == null ? this : new PackedColumn(steps, least, unit, last, reasons, presence.in(words));
    }

    /** The greatest step of which all values are whole numbers from the least one on. */
    private static long unit(long[] raw, long least) {
        long unit = 0;
        for (long value : raw) {
            long rest = value < LEAST_VALUE ? 0 : value - least;
            if (unit == 0 || rest % unit != 0) {
                unit = greatestDivisor(unit, rest);
            }
        }
        return unit == 0 ? 1 : unit;
    }

    private static long greatestDivisor(long one, long other) {
        return other == 0 ? one : greatestDivisor(other, one % other);
    }

    private static Object narrowest(long[] raw, long last) {
        if (last <= Byte.MAX_VALUE) {
            byte[] bytes = new byte[raw.length];
            for (int row = 0; row < raw.length; row++) {
                bytes[row] = (byte) raw[row];
            }
            return bytes;
        }
        if (last <= MOST_INT) {
            int[] ints = new int[raw.length];
            for (int row = 0; row < raw.length; row++) {
                ints[row] = (int) raw[row];
            }
            return ints;
        }
        return raw;
    }

    /** Whether its steps are longs. */
    boolean isWide() {
        return steps instanceof long[];
    }

    /** The words that it has some bits of, or null. */
    PackedWords.@Nullable Field field() {
        return steps instanceof PackedWords.Field field ? field : null;
    }

    /** A column with values at the same rows, and the same reasons where it has none: as narrow as there is one. */
    PackedColumn presence() {
        return presence == null ? this : presence;
    }

    /** The least step of a block of rows, below 0 where a value may be absent. */
    long lowest(int block) {
        return block < lowest.length ? lowest[block] : -reasons.size();
    }

    /** The greatest step of a block of rows. */
    long highest(int block) {
        return block < highest.length ? highest[block] : last;
    }

    /** Reads the steps of some rows, which are longs. */
    void read(int from, int count, long[] into) {
        System.arraycopy(steps, from, into, 0, count);
    }

    /** Reads the steps of some rows, which are bytes or ints. */
    void read(int from, int count, int[] into) {
        if (steps instanceof byte[] bytes) {
            widen(bytes, from, count, into);
        } else {
            System.arraycopy(steps, from, into, 0, count);
        }
    }

    private static void widen(byte[] bytes, int from, int count, int[] into) {
        for (int i = 0; i < count; i++) {
            into[i] = bytes[from + i];
        }
    }

    /** The value of a row, or {@link NumberColumn#ABSENT}. */
    long value(int row) {
        long step = step(row);
        return step < 0 ? NumberColumn.ABSENT : value(step);
    }

    /** Why a row has no value. */
    Absence absence(int row) {
        return reasons.get((int) (-1 - step(row)));
    }

    private long step(int row) {
        return steps instanceof int[] ints
                ? ints[row]
                : steps instanceof PackedWords.Field field
                        ? field.step(row)
                        : steps instanceof byte[] bytes ? bytes[row] : ((long[]) steps)[row];
    }

    /** The value of a step. */
    long value(long step) {
        return least + unit * step;
    }

    /** The first step whose value is not below a bound; one behind the last where all are below. */
    long firstFrom(long boundInclusive) {
        if (boundInclusive <= least) {
            return 0;
        }
        if (boundInclusive > value(last)) {
            return last + 1;
        }
        return (boundInclusive - least - 1) / unit + 1;
    }

    /** The last step whose value is not above a bound; -1 where all are above. */
    long lastUpTo(long boundInclusive) {
        return boundInclusive == Long.MAX_VALUE ? last : firstFrom(boundInclusive + 1) - 1;
    }

    long last() {
        return last;
    }

    long least() {
        return least;
    }

    long unit() {
        return unit;
    }

    List<Absence> reasons() {
        return reasons;
    }

    /** The sum of the values of some rows, given the sum of their steps. */
    BigInteger total(BigInteger sumOfSteps, long rows) {
        return BigInteger.valueOf(least)
                .multiply(BigInteger.valueOf(rows))
                .add(BigInteger.valueOf(unit).multiply(sumOfSteps));
    }
}

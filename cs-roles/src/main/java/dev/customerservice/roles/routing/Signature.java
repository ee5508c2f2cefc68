package dev.customerservice.roles.routing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What the terms of a policy look at in a piece of work, as numbers. */
final class Signature {

    private long[] numbers;
    private int size;

    Signature() {
        this(new long[8], 0);
    }

    private Signature(long[] numbers, int size) {
        this.numbers = numbers;
        this.size = size;
    }

    /** Things of any kind by number, equal things under the same. */
    static final class Numbering {
        private final Map<Object, Integer> numbers = new HashMap<>();

        int of(Object thing) {
            Integer known = numbers.get(thing);
            if (known == null) {
                known = numbers.size();
                numbers.put(thing, known);
            }
            return known;
        }
    }

    /** Begins anew, for the next piece of work. */
    void clear() {
        size = 0;
    }

    /** One to keep, as this one will be cleared. */
    Signature copy() {
        return new Signature(Arrays.copyOf(numbers, size), size);
    }

    void add(long number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Signature that && Arrays.equals(numbers, 0, size, that.numbers, 0, that.size);
    }

    @Override
    public int hashCode() {
        long hash = size;
        for (int i = 0; i < size; i++) {
            hash = 31 * hash + numbers[i] * 0x9E3779B97F4A7C15L;
        }
        return Long.hashCode(hash);
    }
}

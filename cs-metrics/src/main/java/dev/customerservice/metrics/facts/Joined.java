package dev.customerservice.metrics.facts;

import com.google.common.collect.Iterables;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/** Lists one after another, seen as one; nothing is copied, so rows that a list makes when asked need not be kept. */
final class Joined<E> extends AbstractList<E> {
    private final List<? extends List<? extends E>> parts;
    private final int[] ends;

    Joined(List<? extends List<? extends E>> parts) {
        this.parts = parts;
        ends = new int[parts.size()];
        int end = 0;
        for (int i = 0; i < ends.length; i++) {
            end += parts.get(i).size();
            ends[i] = end;
        }
    }

    @Override
    public E get(int index) {
        Objects.checkIndex(index, size());
        int place = Arrays.binarySearch(ends, index + 1);
        int part = place < 0 ? -place - 1 : place;
        while (part > 0 && ends[part - 1] > index) {
            part--;
        }
        return parts.get(part).get(index - (part == 0 ? 0 : ends[part - 1]));
    }

    @Override
    public Iterator<E> iterator() {
        return Iterables.<E>concat(parts).iterator();
    }

    @Override
    public int size() {
        return ends.length == 0 ? 0 : ends[ends.length - 1];
    }
}

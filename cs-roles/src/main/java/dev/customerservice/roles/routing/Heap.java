package dev.customerservice.roles.routing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The people for one kind of work in a heap, by the keys they had when they were put in; each row holds the keys and then the turn, which tells
 * the age of a row. A row out of date is put right when it comes to the top: keys only rise.
 */
final class Heap implements Index.Kind {

    private final Term.Filter[] aboutLoad;
    private final Term.Order[] orders;
    private final int width;
    private final Seat[] seats;
    private final long[] rows;
    private int size;

    Heap(Floor floor, BitSet places, Term.Filter[] aboutLoad, List<Term.Order> orders, Demand demand) {
        this.aboutLoad = aboutLoad;
        this.orders = orders.toArray(Term.Order[]::new);
        width = this.orders.length + 1;
        size = places.cardinality();
        seats = new Seat[size];
        rows = new long[size * width];
        int slot = 0;
        for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
            seats[slot] = floor.seats()[place];
            read(slot++, demand);
        }
        for (int parent = size / 2 - 1; parent >= 0; parent--) {
            sink(parent);
        }
    }

    @Override
    public @Nullable Seat first(Demand demand) {
        Set<?> declined = demand.work().declinedBy();
        List<Seat> aside = List.of();
        Seat found = null;
        while (found == null && size > 0) {
            Seat top = seats[0];
            if (!Index.hasRoom(aboutLoad, top, demand)) {
                removeTop();
            } else if (rows[width - 1] != top.turn) {
                read(0, demand);
                sink(0);
            } else if (!declined.isEmpty() && declined.contains(top.agent())) {
                aside = aside.isEmpty() ? new ArrayList<>() : aside;
                aside.add(top);
                removeTop();
            } else {
                found = top;
            }
        }
        for (Seat seat : aside) {
            seats[size] = seat;
            read(size, demand);
            rise(size++);
        }
        return found;
    }

    private void read(int slot, Demand demand) {
        int row = slot * width;
        for (int i = 0; i < orders.length; i++) {
            rows[row + i] = orders[i].key(demand, seats[slot]);
        }
        rows[row + orders.length] = seats[slot].turn;
    }

    private void removeTop() {
        size--;
        swap(0, size);
        sink(0);
    }

    private void sink(int from) {
        int slot = from;
        for (int child = 2 * slot + 1; child < size; child = 2 * slot + 1) {
            int least = child + 1 < size && isBefore(child + 1, child) ? child + 1 : child;
            if (!isBefore(least, slot)) {
                return;
            }
            swap(slot, least);
            slot = least;
        }
    }

    private void rise(int from) {
        int slot = from;
        while (slot > 0 && isBefore(slot, (slot - 1) / 2)) {
            swap(slot, (slot - 1) / 2);
            slot = (slot - 1) / 2;
        }
    }

    private boolean isBefore(int one, int other) {
        int a = one * width;
        int b = other * width;
        for (int i = 0; i < width; i++) {
            if (rows[a + i] != rows[b + i]) {
                return rows[a + i] < rows[b + i];
            }
        }
        return false;
    }

    private void swap(int one, int other) {
        Seat seat = seats[one];
        seats[one] = seats[other];
        seats[other] = seat;
        for (int i = 0; i < width; i++) {
            long key = rows[one * width + i];
            rows[one * width + i] = rows[other * width + i];
            rows[other * width + i] = key;
        }
    }
}

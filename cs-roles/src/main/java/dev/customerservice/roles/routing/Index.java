package dev.customerservice.roles.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Those who fit, for each kind of work in a heap by preference.
 *
 * <p>Works of one signature are alike to every term. While work is handed out, filters only turn from yes to no and keys only rise; so who is
 * refused leaves a heap for good, and a key that is out of date is put right when it comes to the top. Each assignment costs the logarithm of
 * the team, and once for each kind of work that looks at the same person.
 */
final class Index implements Finder {

    private final Floor floor;
    private final List<Term.Filter> filters;
    private final List<Term.Filter> aboutLoad;
    private final @Nullable Sticky sticky;
    private final Term.Order[] orders;
    private final Term[] looking;
    private final Map<List<Object>, Heap> heaps = new HashMap<>();

    Index(Floor floor, List<Term.Filter> filters, @Nullable Sticky sticky, List<Term.Order> orders) {
        this.floor = floor;
        this.filters = filters;
        this.aboutLoad = filters.stream().filter(Term.Filter::isAboutLoad).toList();
        this.sticky = sticky;
        this.orders = orders.toArray(Term.Order[]::new);
        List<Term> all = new ArrayList<>(filters);
        all.addAll(orders);
        this.looking = all.toArray(Term[]::new);
    }

    @Override
    public @Nullable Seat find(Demand demand) {
        Seat owner =
                sticky == null ? null : demand.work().owner().map(floor::find).orElse(null);
        if (sticky != null && owner != null && isListed(owner, demand)) {
            Term.Filter refuses = refusing(owner, demand);
            if (refuses == null) {
                return owner;
            }
            if (refuses.isAboutLoad() && sticky.waits(demand)) {
                return null;
            }
        }
        Object[] signature = new Object[looking.length];
        for (int i = 0; i < signature.length; i++) {
            signature[i] = looking[i].signature(demand);
        }
        List<Object> kind = Arrays.asList(signature);
        Heap heap = heaps.get(kind);
        if (heap == null) {
            heap = new Heap(demand);
            heaps.put(kind, heap);
        }
        return heap.first(demand);
    }

    private static boolean isListed(Seat seat, Demand demand) {
        return seat.fixed().onDuty() && !demand.work().declinedBy().contains(seat.agent());
    }

    private Term.@Nullable Filter refusing(Seat seat, Demand demand) {
        for (Term.Filter filter : filters) {
            if (!filter.accepts(demand, seat)) {
                return filter;
            }
        }
        return null;
    }

    private boolean hasRoom(Seat seat, Demand demand) {
        for (Term.Filter filter : aboutLoad) {
            if (!filter.accepts(demand, seat)) {
                return false;
            }
        }
        return true;
    }

    /** A heap of seats by the keys they had when they were put in; each row holds the keys and then the turn, which tells the age of a row. */
    private final class Heap {

        private final int width = orders.length + 1;
        private final Seat[] seats;
        private final long[] rows;
        private int size;

        Heap(Demand demand) {
            BitSet places = new BitSet();
            for (Seat seat : floor.seats()) {
                if (seat.fixed().onDuty()) {
                    places.set(seat.place);
                }
            }
            for (Term.Filter filter : filters) {
                filter.retain(places, demand, floor);
            }
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

        @Nullable
        Seat first(Demand demand) {
            Set<?> declined = demand.work().declinedBy();
            List<Seat> aside = List.of();
            Seat found = null;
            while (found == null && size > 0) {
                Seat top = seats[0];
                if (!hasRoom(top, demand)) {
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
}

package dev.customerservice.roles.routing;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some people in one line by preference, then by turn, for works to which the preferences are the same.
 *
 * <p>Who takes work goes to the end of those with the same new keys, since nobody has a later turn. For a piece of work the line is followed to
 * the first who fits; where those who fit are few, they are compared with each other instead. So a search takes at most twice as many steps as
 * fit, and about as many as there are people in the line for one who fits.
 */
final class Line {

    private final Seat[] seats;
    private final TreeMap<long[], Stretch> stretches = new TreeMap<>(Arrays::compare);
    private final long[][] keys;
    private final Stretch[] stretchOf;
    private final int[] next;
    private final int[] previous;

    /** Those who share all keys, linked from place to place in turn. */
    private static final class Stretch {
        private final long[] key;
        private int first = -1;
        private int last = -1;
        private boolean isListed = true;
        /** Where the last one went from here, which is where most go. */
        private @Nullable Stretch followed;

        Stretch(long[] key) {
            this.key = key;
        }

        Stretch follower(long[] wanted, Map<long[], Stretch> stretches) {
            Stretch known = followed;
            if (known == null || !known.isListed || !Arrays.equals(known.key, wanted)) {
                known = stretches.computeIfAbsent(wanted, Stretch::new);
                followed = known;
            }
            return known;
        }
    }

    Line(Seat[] seats, List<Seat> members, Function<Seat, long[]> keyOf) {
        this.seats = seats;
        this.keys = new long[seats.length][];
        this.stretchOf = new Stretch[seats.length];
        this.next = new int[seats.length];
        this.previous = new int[seats.length];
        for (Seat seat : members) {
            long[] key = keyOf.apply(seat);
            append(seat, key, stretches.computeIfAbsent(key, Stretch::new));
        }
    }

    private void append(Seat seat, long[] key, Stretch stretch) {
        int place = seat.place;
        keys[place] = key;
        stretchOf[place] = stretch;
        previous[place] = stretch.last;
        next[place] = -1;
        if (stretch.last < 0) {
            stretch.first = place;
        } else {
            next[stretch.last] = place;
        }
        stretch.last = place;
    }

    /** Puts somebody who has taken work where the new keys belong. */
    void move(Seat seat, long[] key) {
        int place = seat.place;
        Stretch stretch = stretchOf[place];
        int before = previous[place];
        int after = next[place];
        if (before < 0) {
            stretch.first = after;
        } else {
            next[before] = after;
        }
        if (after < 0) {
            stretch.last = before;
        } else {
            previous[after] = before;
        }
        append(seat, key, stretch.follower(key, stretches));
        if (stretch.first < 0) {
            stretches.remove(stretch.key);
            stretch.isListed = false;
        }
    }

    Index.Kind kind(BitSet places, Term.Filter[] aboutLoad) {
        return new Members(places, aboutLoad);
    }

    /** Those in the line who fit one kind of work; who has no room for it leaves for good. */
    private final class Members implements Index.Kind {

        private final BitSet places;
        private final Term.Filter[] aboutLoad;
        private int count;

        Members(BitSet places, Term.Filter[] aboutLoad) {
            this.places = places;
            this.aboutLoad = aboutLoad;
            this.count = places.cardinality();
        }

        @Override
        public @Nullable Seat first(Demand demand) {
            Set<?> declined = demand.work().declinedBy();
            int steps = count;
            for (Stretch stretch : stretches.values()) {
                for (int place = stretch.first; place >= 0; place = next[place]) {
                    if (steps-- <= 0) {
                        return compared(demand, declined);
                    }
                    if (places.get(place) && fits(seats[place], demand, declined)) {
                        return seats[place];
                    }
                }
            }
            return null;
        }

        private @Nullable Seat compared(Demand demand, Set<?> declined) {
            Seat best = null;
            for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
                Seat seat = seats[place];
                if (fits(seat, demand, declined) && (best == null || isBefore(seat, best))) {
                    best = seat;
                }
            }
            return best;
        }

        private boolean fits(Seat seat, Demand demand, Set<?> declined) {
            if (!Index.hasRoom(aboutLoad, seat, demand)) {
                places.clear(seat.place);
                count--;
                return false;
            }
            return declined.isEmpty() || !declined.contains(seat.agent());
        }

        private boolean isBefore(Seat one, Seat other) {
            int byKeys = Arrays.compare(keys[one.place], keys[other.place]);
            return byKeys != 0 ? byKeys < 0 : one.turn < other.turn;
        }
    }
}

package dev.customerservice.roles.routing;

import static java.util.Comparator.comparingInt;

import dev.customerservice.roles.skill.SkillId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Those who fit, for each kind of work, without looking at everybody for each piece of work.
 *
 * <p>Works of one signature are alike to every term. While work is handed out, filters only turn from yes to no and keys only rise, so who is
 * refused once is out for that kind of work. Where no preference looks at the work, all kinds that need a skill share a {@link Line}; else each
 * kind has a {@link Heap} of its own.
 */
final class Index implements Finder {

    private final Floor floor;
    private final List<Term.Filter> filters;
    private final Term.Filter[] aboutLoad;
    private final @Nullable Sticky sticky;
    private final List<Term.Order> orders;
    private final Term[] looking;
    private final Signature.Numbering numbers = new Signature.Numbering();
    private final boolean isByState;
    private final Term.OrderByState[] byState;
    private final Map<Optional<SkillId>, Line> lines = new HashMap<>();
    private final List<List<Line>> linesOf = new ArrayList<>();
    private final Map<Signature, Kind> kinds = new HashMap<>();
    private final Signature key = new Signature();

    /** The people for one kind of work. */
    @FunctionalInterface
    interface Kind {
        @Nullable
        Seat first(Demand demand);
    }

    Index(Floor floor, List<Term.Filter> filters, @Nullable Sticky sticky, List<Term.Order> orders) {
        this.floor = floor;
        this.filters = filters;
        this.aboutLoad = filters.stream().filter(Term.Filter::isAboutLoad).toArray(Term.Filter[]::new);
        this.sticky = sticky;
        this.orders = orders;
        this.looking = Stream.concat(filters.stream(), orders.stream())
                .filter(Term::isAboutWork)
                .toArray(Term[]::new);
        this.byState = orders.stream()
                .filter(Term.OrderByState.class::isInstance)
                .map(Term.OrderByState.class::cast)
                .toArray(Term.OrderByState[]::new);
        this.isByState = byState.length == orders.size();
        Arrays.stream(floor.seats()).forEach(seat -> linesOf.add(new ArrayList<>()));
        if (isByState) {
            floor.whenTaken(this::move);
        }
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
        key.clear();
        for (Term term : looking) {
            term.sign(demand, numbers, key);
        }
        Kind kind = kinds.get(key);
        if (kind == null) {
            kind = kind(demand);
            kinds.put(key.copy(), kind);
        }
        return kind.first(demand);
    }

    private Kind kind(Demand demand) {
        BitSet places = new BitSet(floor.seats().length);
        places.or(floor.present());
        for (Term.Filter filter : filters) {
            if (!filter.isAboutLoad()) {
                filter.retain(places, demand, floor);
            }
        }
        return isByState
                ? line(lead(demand)).kind(places, aboutLoad)
                : new Heap(floor, places, aboutLoad, orders, demand);
    }

    /** The skill with the fewest holders among those whom the work goes to; empty when there is none that all must have. */
    private Optional<SkillId> lead(Demand demand) {
        return filters.stream()
                .flatMap(filter -> filter.leads(demand))
                .min(comparingInt(
                        skill -> floor.holders(skill, Integer.MIN_VALUE).cardinality()));
    }

    private Line line(Optional<SkillId> lead) {
        return lines.computeIfAbsent(lead, skill -> {
            BitSet places = new BitSet();
            places.or(floor.present());
            skill.ifPresent(needed -> places.and(floor.holders(needed, Integer.MIN_VALUE)));
            List<Seat> members = floor.inTurn(places);
            Line line = new Line(floor.seats(), members, this::key);
            members.forEach(seat -> linesOf.get(seat.place).add(line));
            return line;
        });
    }

    private long[] key(Seat seat) {
        long[] key = new long[byState.length];
        for (int i = 0; i < key.length; i++) {
            key[i] = byState[i].key(seat);
        }
        return key;
    }

    private void move(Seat seat) {
        long[] key = key(seat);
        for (Line line : linesOf.get(seat.place)) {
            line.move(seat, key);
        }
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

    static boolean hasRoom(Term.Filter[] aboutLoad, Seat seat, Demand demand) {
        for (Term.Filter filter : aboutLoad) {
            if (!filter.accepts(demand, seat)) {
                return false;
            }
        }
        return true;
    }
}

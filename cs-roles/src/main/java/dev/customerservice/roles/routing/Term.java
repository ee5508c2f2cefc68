package dev.customerservice.roles.routing;

import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.skill.SkillId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A policy that comes with the library: a value from which an index can be made. */
interface Term extends RoutingPolicy {

    /** Whether a piece of work matters at all. */
    default boolean isAboutWork() {
        return false;
    }

    /** Writes down what such a term looks at in a piece of work; works alike in it are alike to the term. */
    default void sign(Demand demand, Signature.Numbering numbers, Signature signature) {
        // whatever the work is, it is the same to the term
    }

    /** Keeps candidates one by one, whoever else there is. */
    interface Filter extends Term {

        boolean accepts(Demand demand, Seat seat);

        Reason refusal(Demand demand, Seat seat);

        /** Whether taking work can turn the answer from yes to no; it never turns from no to yes. */
        default boolean isAboutLoad() {
            return false;
        }

        /** Skills that everybody has who is accepted. */
        default Stream<SkillId> leads(Demand demand) {
            return Stream.of();
        }

        /** Takes out of some places those who are not accepted. */
        default void retain(BitSet places, Demand demand, Floor floor) {
            for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
                if (!accepts(demand, floor.seats()[place])) {
                    places.clear(place);
                }
            }
        }

        @Override
        default Shortlist narrow(Shortlist among) {
            Demand demand = among.demand();
            return among.keep(
                    seat -> accepts(demand, seat), seat -> refusal(demand, seat).withWhere(name()), isAboutLoad());
        }
    }

    /** Keeps those with the lowest key, which never falls while work is taken. */
    interface Order extends Term {

        long key(Demand demand, Seat seat);

        String code();

        Detail shown(Demand demand, Seat seat);

        @Override
        default Shortlist narrow(Shortlist among) {
            Demand demand = among.demand();
            @Nullable Seat best = null;
            long lowest = Long.MAX_VALUE;
            for (Seat seat : among.kept()) {
                long key = key(demand, seat);
                if (best == null || key < lowest) {
                    best = seat;
                    lowest = key;
                }
            }
            if (best == null) {
                return among;
            }
            Seat first = best;
            long least = lowest;
            return among.keep(
                    seat -> key(demand, seat) == least,
                    seat -> Shortlist.about(code(), seat)
                            .withWhere(name())
                            .withValue("own", shown(demand, seat))
                            .withValue("best", shown(demand, first)),
                    false);
        }
    }

    /** A preference to which all work is the same. */
    interface OrderByState extends Order {

        long key(Seat seat);

        @Override
        default long key(Demand demand, Seat seat) {
            return key(seat);
        }
    }

    /** Terms one after the other; the parts are no sequences themselves. */
    record Sequence(List<RoutingPolicy> parts) implements RoutingPolicy {

        static RoutingPolicy of(RoutingPolicy first, RoutingPolicy next) {
            List<RoutingPolicy> parts = new ArrayList<>(parts(first));
            parts.addAll(parts(next));
            return new Sequence(List.copyOf(parts));
        }

        private static List<RoutingPolicy> parts(RoutingPolicy policy) {
            return policy instanceof Sequence sequence ? sequence.parts() : List.of(policy);
        }

        @Override
        public Shortlist narrow(Shortlist among) {
            Shortlist left = among;
            for (RoutingPolicy part : parts) {
                left = part.narrow(left);
            }
            return left;
        }

        @Override
        public String name() {
            return String.join(" then ", parts.stream().map(RoutingPolicy::name).toList());
        }
    }

    /** A second policy for work that the first finds nobody for. */
    record Fallback(RoutingPolicy first, RoutingPolicy other) implements RoutingPolicy {
        @Override
        public Shortlist narrow(Shortlist among) {
            Shortlist left = first.narrow(among);
            return left.isEmpty() ? other.narrow(among).remembering(left) : left;
        }

        @Override
        public String name() {
            return first.name() + " or else " + other.name();
        }
    }

    /** A policy under a name. */
    record Named(RoutingPolicy policy, String name) implements RoutingPolicy {
        @Override
        public Shortlist narrow(Shortlist among) {
            return policy.narrow(among).named(name, among);
        }
    }
}

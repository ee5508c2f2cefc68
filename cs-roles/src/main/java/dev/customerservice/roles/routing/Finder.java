package dev.customerservice.roles.routing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds who gets a piece of work; where a policy consists of built-in terms, without looking at everybody. */
@FunctionalInterface
interface Finder {

    @Nullable
    Seat find(Demand demand);

    static Finder of(RoutingPolicy policy, Floor floor) {
        if (policy instanceof Term.Named named) {
            return of(named.policy(), floor);
        }
        if (policy instanceof Term.Fallback fallback) {
            Finder first = of(fallback.first(), floor);
            Finder other = of(fallback.other(), floor);
            return demand -> {
                Seat found = first.find(demand);
                return found != null ? found : other.find(demand);
            };
        }
        Finder indexed = indexed(policy, floor);
        return indexed != null ? indexed : walk(policy, floor);
    }

    /** Everybody is looked at, for each piece of work. */
    static Finder walk(RoutingPolicy policy, Floor floor) {
        return demand ->
                Floor.first(policy.narrow(floor.shortlist(demand, false)).kept());
    }

    /** An index, if the policy is filters, then an owner at most, then preferences; else null. */
    private static @Nullable Finder indexed(RoutingPolicy policy, Floor floor) {
        List<Term.Filter> filters = new ArrayList<>();
        List<Term.Order> orders = new ArrayList<>();
        Sticky sticky = null;
        for (RoutingPolicy part : parts(policy)) {
            if (part instanceof Term.Order order) {
                orders.add(order);
            } else if (part instanceof Sticky owner && sticky == null && orders.isEmpty()) {
                sticky = owner;
            } else if (part instanceof Term.Filter filter && sticky == null && orders.isEmpty()) {
                filters.add(filter);
            } else {
                return null;
            }
        }
        return new Index(floor, filters, sticky, orders);
    }

    private static List<RoutingPolicy> parts(RoutingPolicy policy) {
        if (policy instanceof Term.Named named) {
            return parts(named.policy());
        }
        return policy instanceof Term.Sequence sequence
                ? sequence.parts().stream()
                        .flatMap(part -> parts(part).stream())
                        .toList()
                : List.of(policy);
    }
}

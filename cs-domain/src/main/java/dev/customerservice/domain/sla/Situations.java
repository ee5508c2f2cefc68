package dev.customerservice.domain.sla;

import static com.google.common.base.Preconditions.checkArgument;

import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.Happening;
import dev.customerservice.domain.ticket.SlaApplied;
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.ticket.TicketCursor;
import dev.customerservice.domain.ticket.Traits;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The situations a ticket can be in, as far as a plan asks; each is evaluated when it is met first.
 *
 * <p>The table is immutable and replaced as a whole. Two threads may both add to it; what one loses it finds again, so the race is
 * harmless. A table that has grown too large starts anew.
 */
final class Situations {
    private static final TicketCondition DELETED = TicketCondition.is(Attribute.DELETED);
    private static final TicketCondition MERGED = TicketCondition.is(Attribute.MERGED);
    private static final int LARGEST = 1 << 14;

    private final List<SlaPolicy> policies;
    private final List<SlaMetric> clocks;
    private final List<Attribute> owners;
    private final Leaves leaves;
    private final long looking;
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile @Nullable Situation[] table = new Situation[64];

    Situations(List<SlaPolicy> policies, List<SlaMetric> clocks, List<Attribute> owners) {
        checkArgument(
                owners.size() <= Long.SIZE,
                "The attributes that own cycles (%s) must be at most 64.\nMaybe read some of the policies by a plan of their own.",
                owners.size());
        this.policies = policies;
        this.clocks = clocks;
        this.owners = owners;
        this.leaves = new Leaves(conditions());
        long looking = leaves.looking() | Traits.of(Happening.POLICY_APPLIED, Happening.DUE_DATE_SET);
        for (Attribute owner : owners) {
            looking |= Leaves.changing(owner);
        }
        this.looking = looking;
    }

    private List<TicketCondition> conditions() {
        List<TicketCondition> all = new ArrayList<>(List.of(DELETED, MERGED));
        for (SlaPolicy policy : policies) {
            all.add(policy.appliesTo());
            for (SlaTarget target : policy.targets()) {
                for (Goal goal : target.goals()) {
                    all.add(goal.when());
                }
            }
        }
        for (SlaMetric metric : clocks) {
            all.addAll(List.of(
                    metric.start(),
                    metric.stop(),
                    metric.finish(),
                    metric.pausedWhile(),
                    metric.reset(),
                    metric.cancel()));
            if (metric.anchor().field().isPresent()) {
                all.add(readable(metric));
            }
        }
        return all;
    }

    Leaves leaves() {
        return leaves;
    }

    /** {@return the traits of events after which the ticket itself must be asked} */
    long looking() {
        return looking;
    }

    /** {@return the situation before the creation} */
    Situation none() {
        return of(new long[leaves.words() + 2]);
    }

    /** {@return the situation after an event that has changed nothing but traits} */
    Situation after(Situation before, long traits) {
        Situation known = before.follower(traits & leaves.asked());
        if (known != null) {
            return known;
        }
        Situation next = of(told(before, traits));
        before.isFollowedBy(next);
        return next;
    }

    private long[] told(Situation before, long traits) {
        long[] word = before.word().clone();
        leaves.tell(traits, word);
        word[word.length - 1] = 0;
        return word;
    }

    /**
     * Asks a ticket for what traits do not tell.
     *
     * @param before the situation after the event before
     * @param traits the traits after the event
     * @param cursor the ticket after the event
     * @param names the owners after the event before, brought up to date
     * @return the situation after the event
     */
    Situation after(Situation before, long traits, TicketCursor cursor, @Nullable String[] names) {
        long[] word = told(before, traits);
        leaves.ask(cursor, traits, word);
        if (cursor.event() instanceof SlaApplied applied) {
            word[leaves.words()] = placeOf(applied) + 1L;
        }
        for (int i = 0; i < names.length; i++) {
            String name = owners.get(i).of(cursor).orElse(null);
            boolean changed = cursor.position() > 0 && !Objects.equals(name, names[i]);
            word[word.length - 1] |= changed ? 1L << i : 0;
            names[i] = name;
        }
        return of(word);
    }

    private int placeOf(SlaApplied applied) {
        for (int i = 0; i < policies.size(); i++) {
            SlaPolicy policy = policies.get(i);
            if (policy.id().equals(applied.policy()) && policy.version().equals(applied.version())) {
                return i;
            }
        }
        return -1;
    }

    /** {@return the situation that a word describes} */
    Situation of(long[] word) {
        @Nullable Situation[] places = table;
        int hash = Situation.hash(word);
        for (int place = hash & (places.length - 1); ; place = (place + 1) & (places.length - 1)) {
            Situation known = places[place];
            if (known == null) {
                Situation next = evaluated(word.clone());
                table = with(places, next);
                return next;
            }
            if (known.hash() == hash && known.isOf(word)) {
                return known;
            }
        }
    }

    private static @Nullable Situation[] with(@Nullable Situation[] present, Situation next) {
        int used = 0;
        for (Situation known : present) {
            used += known == null ? 0 : 1;
        }
        boolean full = used >= LARGEST;
        boolean crowded = 2 * (used + 1) > present.length;
        @Nullable Situation[] places = new Situation[full ? 64 : crowded ? present.length * 2 : present.length];
        for (Situation known : present) {
            if (!full) {
                put(places, known);
            }
        }
        put(places, next);
        return places;
    }

    private static void put(@Nullable Situation[] places, @Nullable Situation situation) {
        if (situation != null) {
            int place = situation.hash() & (places.length - 1);
            while (places[place] != null) {
                place = (place + 1) & (places.length - 1);
            }
            places[place] = situation;
        }
    }

    private Situation evaluated(long[] word) {
        boolean deleted = leaves.holds(DELETED, word);
        int gone = deleted || leaves.holds(MERGED, word) ? Transitions.GONE : 0;
        int[] inputs = new int[clocks.size()];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = gone | inputs(clocks.get(i), word);
        }
        boolean[] fits = new boolean[policies.size()];
        for (int i = 0; i < fits.length; i++) {
            fits[i] = leaves.holds(policies.get(i).appliesTo(), word);
        }
        return new Situation(numbers.getAndIncrement(), word, deleted, (int) word[leaves.words()] - 1, inputs, fits);
    }

    private static TicketCondition readable(SlaMetric metric) {
        return FieldInstant.readable(metric.anchor().field().orElseThrow());
    }

    private int inputs(SlaMetric metric, long[] word) {
        return (leaves.holds(metric.start(), word) ? Transitions.START : 0)
                | (leaves.holds(metric.stop(), word) ? Transitions.STOP : 0)
                | (leaves.holds(metric.finish(), word) ? Transitions.FINISH : 0)
                | (leaves.holds(metric.reset(), word) ? Transitions.RESET : 0)
                | (leaves.holds(metric.cancel(), word) ? Transitions.CANCEL : 0)
                | (leaves.holds(metric.pausedWhile(), word) ? Situation.PAUSED : 0)
                | (metric.anchor().field().isEmpty() || leaves.holds(readable(metric), word) ? 0 : Situation.NO_FIELD);
    }
}

package dev.customerservice.domain.sla;

import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.Happening;
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.ticket.TicketCondition.AllOf;
import dev.customerservice.domain.ticket.TicketCondition.AnyOf;
import dev.customerservice.domain.ticket.TicketCondition.AtLeast;
import dev.customerservice.domain.ticket.TicketCondition.Happened;
import dev.customerservice.domain.ticket.TicketCondition.HasTag;
import dev.customerservice.domain.ticket.TicketCondition.Is;
import dev.customerservice.domain.ticket.TicketCondition.Not;
import dev.customerservice.domain.ticket.TicketCursor;
import dev.customerservice.domain.ticket.Traits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The distinct leaves of all conditions of a plan, and the word that decides them: first the traits that are asked for, then a bit for
 * each leaf that traits do not tell.
 *
 * <p>Those leaves are asked of the ticket itself, and only after events that can have changed their answer; for the value of an
 * attribute once, however many leaves compare it.
 */
final class Leaves {
    /** Any event: each has one of these traits. */
    private static final long ANY = -1;

    /** Which events can change an attribute that traits do not tell; the creation apart. */
    private static final Map<Attribute, Long> CHANGED_BY = Map.of(
            Attribute.STATUS, Traits.of(Happening.STATUS_SET),
            Attribute.PRIORITY, Traits.of(Happening.PRIORITY_SET),
            Attribute.CATEGORY, Traits.of(Happening.CATEGORY_SET),
            Attribute.ASSIGNEE, Traits.of(Happening.ASSIGNEE_SET),
            Attribute.TEAM, Traits.of(Happening.TEAM_SET),
            Attribute.CUSTOMER, Traits.of(Happening.REQUESTER_SET),
            Attribute.ORGANIZATION, Traits.of(Happening.REQUESTER_SET),
            Attribute.TIER, Traits.of(Happening.REQUESTER_SET),
            Attribute.LANGUAGE, Traits.of(Happening.REQUESTER_SET),
            Attribute.CHANNEL, 0L);

    private final Map<Object, Long> told = new HashMap<>();
    private final Map<Object, Integer> bits = new HashMap<>();
    private final List<TicketCondition> leaves;
    /** The bits of what holds until the opposite is seen; all others hold at their event only. */
    private final long[] levels;

    private final Value[] values;
    private final Other[] others;
    private final long asked;
    private final long looking;

    Leaves(List<TicketCondition> conditions) {
        Map<Object, TicketCondition> distinct = new LinkedHashMap<>();
        for (TicketCondition condition : conditions) {
            collect(condition, distinct);
        }
        leaves = List.copyOf(distinct.values());
        long asked = 0;
        for (TicketCondition leaf : leaves) {
            OptionalLong traits = Traits.deciding(leaf);
            if (traits.isPresent()) {
                told.put(key(leaf), traits.getAsLong());
                asked |= traits.getAsLong();
            } else {
                bits.put(key(leaf), Long.SIZE + bits.size());
            }
        }
        this.asked = asked;
        levels = new long[words()];
        levels[0] = ANY;
        Map<List<Object>, Value> byAttribute = new LinkedHashMap<>();
        List<Other> rest = new ArrayList<>();
        for (TicketCondition leaf : leaves) {
            Integer bit = bits.get(key(leaf));
            if (bit == null) {
                continue;
            }
            levels[bit >>> 6] |= leaf instanceof Happened ? 0 : 1L << bit;
            if (leaf instanceof Is is) {
                byAttribute
                        .computeIfAbsent(
                                List.of(is.attribute(), bit >>> 6), any -> new Value(is.attribute(), bit >>> 6))
                        .add(is, bit);
            } else {
                rest.add(new Other(leaf, bit));
            }
        }
        values = byAttribute.values().toArray(new Value[0]);
        others = rest.toArray(new Other[0]);
        long any = 0;
        for (Value value : values) {
            any |= value.changedBy;
        }
        for (Other other : others) {
            any |= other.changedBy;
        }
        looking = any;
    }

    /** What makes two leaves the same question. Of the common ones their parts: a record's own equality is linked at its first use. */
    private static Object key(TicketCondition leaf) {
        return leaf instanceof Is is
                ? List.of(is.attribute(), is.values())
                : leaf instanceof Happened happened ? List.of(happened.what(), happened.mark()) : leaf;
    }

    private static void collect(TicketCondition condition, Map<Object, TicketCondition> distinct) {
        if (condition instanceof AllOf every) {
            for (TicketCondition part : every.parts()) {
                collect(part, distinct);
            }
        } else if (condition instanceof AnyOf any) {
            for (TicketCondition part : any.parts()) {
                collect(part, distinct);
            }
        } else if (condition instanceof Not not) {
            collect(not.part(), distinct);
        } else {
            distinct.putIfAbsent(key(condition), condition);
        }
    }

    /** {@return the traits of events that can change an attribute that traits do not tell} */
    static long changing(Attribute attribute) {
        return Traits.of(Happening.CREATED) | CHANGED_BY.getOrDefault(attribute, Traits.of(Happening.FIELD_SET));
    }

    /** {@return the leaves in the order in which they were met} */
    List<TicketCondition> inOrder() {
        return leaves;
    }

    /** {@return how many longs the leaves take} */
    int words() {
        return 1 + (bits.size() + Long.SIZE - 1) / Long.SIZE;
    }

    /** {@return the traits that decide any leaf} */
    long asked() {
        return asked;
    }

    /** {@return the traits of events after which the ticket itself must be asked} */
    long looking() {
        return looking;
    }

    /** Brings the word of the event before up to date with the traits after the next, as far as they tell. */
    void tell(long traits, long[] word) {
        for (int i = 1; i < levels.length; i++) {
            word[i] &= levels[i];
        }
        word[0] = traits & asked;
    }

    /** Asks the ticket for what traits do not tell. */
    void ask(TicketCursor cursor, long traits, long[] word) {
        for (Value value : values) {
            if ((traits & value.changedBy) != 0) {
                value.read(cursor, word);
            }
        }
        for (Other other : others) {
            if ((traits & other.changedBy) != 0) {
                other.read(cursor, word);
            }
        }
    }

    /** The value of an attribute, which decides all leaves of one long of the word that compare it. */
    private static final class Value {
        private final Attribute attribute;
        private final long changedBy;
        private final int place;
        private long decided;
        private final Map<String, Long> holding = new HashMap<>();

        Value(Attribute attribute, int place) {
            this.attribute = attribute;
            this.changedBy = changing(attribute);
            this.place = place;
        }

        void add(Is leaf, int bit) {
            decided |= 1L << bit;
            leaf.values().forEach(value -> holding.merge(value, 1L << bit, (some, more) -> some | more));
        }

        void read(TicketCursor cursor, long[] word) {
            Optional<String> value = attribute.of(cursor);
            long holds = value.isEmpty() ? 0 : holding.getOrDefault(value.get(), 0L);
            word[place] = (word[place] & ~decided) | holds;
        }
    }

    /** A leaf of any other kind. */
    private static final class Other {
        private final TicketCondition leaf;
        private final long changedBy;
        private final int place;
        private final long bit;

        Other(TicketCondition leaf, int bit) {
            this.leaf = leaf;
            this.changedBy = changedBy(leaf);
            this.place = bit >>> 6;
            this.bit = 1L << bit;
        }

        private static long changedBy(TicketCondition leaf) {
            if (leaf instanceof Happened) {
                return Traits.of(Happening.MARKED);
            }
            return leaf instanceof HasTag
                    ? Traits.of(Happening.CREATED, Happening.TAGS_SET)
                    : leaf instanceof AtLeast ? changing(Attribute.PRIORITY) : ANY;
        }

        void read(TicketCursor cursor, long[] word) {
            boolean holds = leaf.holds(cursor, cursor.event());
            word[place] = holds ? word[place] | bit : word[place] & ~bit;
        }
    }

    /** Whether a condition made of these leaves holds. */
    boolean holds(TicketCondition condition, long[] word) {
        if (condition instanceof AllOf every) {
            for (TicketCondition part : every.parts()) {
                if (!holds(part, word)) {
                    return false;
                }
            }
            return true;
        }
        if (condition instanceof AnyOf any) {
            for (TicketCondition part : any.parts()) {
                if (holds(part, word)) {
                    return true;
                }
            }
            return false;
        }
        if (condition instanceof Not not) {
            return !holds(not.part(), word);
        }
        Object key = key(condition);
        Long traits = told.get(key);
        if (traits != null) {
            return (word[0] & traits) != 0;
        }
        Integer bit = bits.get(key);
        if (bit == null) {
            throw new IllegalStateException("A condition has a leaf that the plan was not told of: " + condition);
        }
        return (word[bit >>> 6] >>> bit & 1) != 0;
    }
}

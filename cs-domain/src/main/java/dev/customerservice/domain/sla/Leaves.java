package dev.customerservice.domain.sla;

import dev.customerservice.domain.ticket.AssigneeChanged;
import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.CategoryChanged;
import dev.customerservice.domain.ticket.Deleted;
import dev.customerservice.domain.ticket.Happening;
import dev.customerservice.domain.ticket.Merged;
import dev.customerservice.domain.ticket.MessageAdded;
import dev.customerservice.domain.ticket.PriorityChanged;
import dev.customerservice.domain.ticket.Reopened;
import dev.customerservice.domain.ticket.RequesterChanged;
import dev.customerservice.domain.ticket.SlaApplied;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TagsChanged;
import dev.customerservice.domain.ticket.TeamChanged;
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.ticket.TicketCondition.AllOf;
import dev.customerservice.domain.ticket.TicketCondition.AnyOf;
import dev.customerservice.domain.ticket.TicketCondition.AtLeast;
import dev.customerservice.domain.ticket.TicketCondition.Happened;
import dev.customerservice.domain.ticket.TicketCondition.HasTag;
import dev.customerservice.domain.ticket.TicketCondition.Is;
import dev.customerservice.domain.ticket.TicketCondition.Not;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketCursor;
import dev.customerservice.domain.ticket.TicketEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The distinct leaves of all conditions of a plan, each a bit of a word.
 *
 * <p>A ticket is asked only what an event can have changed, and for the value of an attribute once, however many leaves compare it.
 */
final class Leaves {
    private static final Set<Class<? extends TicketEvent>> MESSAGES = Set.of(MessageAdded.class);
    private static final Set<Class<? extends TicketEvent>> STATUSES = Set.of(StatusChanged.class, Reopened.class);
    private static final Set<Class<? extends TicketEvent>> REQUESTERS = Set.of(RequesterChanged.class);

    /** Which events can change an attribute after the creation; all of them, for attributes that are not here. */
    private static final Map<Attribute, Set<Class<? extends TicketEvent>>> CHANGED_BY = Map.ofEntries(
            Map.entry(Attribute.STATUS, STATUSES),
            Map.entry(Attribute.STATUS_CATEGORY, STATUSES),
            Map.entry(Attribute.DONE, STATUSES),
            Map.entry(Attribute.PRIORITY, Set.of(PriorityChanged.class)),
            Map.entry(Attribute.CATEGORY, Set.of(CategoryChanged.class)),
            Map.entry(Attribute.ASSIGNEE, Set.of(AssigneeChanged.class)),
            Map.entry(Attribute.ASSIGNED, Set.of(AssigneeChanged.class)),
            Map.entry(Attribute.TEAM, Set.of(TeamChanged.class)),
            Map.entry(Attribute.IN_TEAM, Set.of(TeamChanged.class)),
            Map.entry(Attribute.CUSTOMER, REQUESTERS),
            Map.entry(Attribute.ORGANIZATION, REQUESTERS),
            Map.entry(Attribute.TIER, REQUESTERS),
            Map.entry(Attribute.LANGUAGE, REQUESTERS),
            Map.entry(Attribute.CHANNEL, Set.of()),
            Map.entry(Attribute.CREATED_BY, Set.of()),
            Map.entry(Attribute.REPLIED, MESSAGES),
            Map.entry(Attribute.CONTACTED, MESSAGES),
            Map.entry(Attribute.CUSTOMER_WROTE, MESSAGES),
            Map.entry(Attribute.AWAITING_NEXT_REPLY, Set.of(MessageAdded.class, StatusChanged.class, Reopened.class)),
            Map.entry(Attribute.AWAITING_REPLY, Set.of(MessageAdded.class, StatusChanged.class, Reopened.class)),
            Map.entry(Attribute.POLICY_APPLIED, Set.of(SlaApplied.class)),
            Map.entry(Attribute.MERGED, Set.of(Merged.class)),
            Map.entry(Attribute.DELETED, Set.of(Deleted.class)));

    /** Which events can be of a kind; any of them, for kinds that are not here. */
    private static final Map<Happening, Set<Class<? extends TicketEvent>>> HAPPENS_AS = Map.of(
            Happening.REPLY, MESSAGES,
            Happening.CUSTOMER_MESSAGE, MESSAGES,
            Happening.BOT_MESSAGE, MESSAGES,
            Happening.NOTE, MESSAGES,
            Happening.STATUS_SET, STATUSES);

    private final Map<TicketCondition, Integer> bits = new LinkedHashMap<>();
    private final List<TicketCondition> leaves;
    /** The bits of what holds until the opposite is seen; all others hold at their event only. */
    private final long[] levels;

    private final Map<Class<?>, Asked> asked = new HashMap<>();
    private final Asked anything;

    Leaves(List<TicketCondition> conditions) {
        conditions.forEach(this::collect);
        leaves = List.copyOf(bits.keySet());
        levels = new long[words()];
        Map<List<Object>, Value> values = new LinkedHashMap<>();
        List<Other> others = new ArrayList<>();
        bits.forEach((leaf, bit) -> {
            levels[bit >>> 6] |= leaf instanceof Happened ? 0 : 1L << bit;
            if (leaf instanceof Is is) {
                values.computeIfAbsent(List.of(is.attribute(), bit >>> 6), any -> new Value(is.attribute(), bit >>> 6))
                        .add(is, bit);
            } else {
                others.add(new Other(leaf, bit));
            }
        });
        anything = new Asked(values.values().stream(), others.stream());
        for (Class<?> event : TicketEvent.class.getPermittedSubclasses()) {
            asked.put(
                    event,
                    new Asked(
                            values.values().stream().filter(value -> value.canChange(event)),
                            others.stream().filter(other -> other.canChange(event))));
        }
    }

    private void collect(TicketCondition condition) {
        if (condition instanceof AllOf every) {
            every.parts().forEach(this::collect);
        } else if (condition instanceof AnyOf any) {
            any.parts().forEach(this::collect);
        } else if (condition instanceof Not not) {
            collect(not.part());
        } else {
            bits.putIfAbsent(condition, bits.size());
        }
    }

    /** {@return the leaves in the order of their bits} */
    List<TicketCondition> inOrder() {
        return leaves;
    }

    /** {@return how many longs the leaves take} */
    int words() {
        return (bits.size() + Long.SIZE - 1) / Long.SIZE;
    }

    /** Brings the word of the event before up to date with the event that has just been applied. */
    void read(TicketCursor cursor, long[] word) {
        for (int i = 0; i < levels.length; i++) {
            word[i] &= levels[i];
        }
        asked.getOrDefault(cursor.event().getClass(), anything).read(cursor, word);
    }

    /** What is asked of a ticket after events of one class. */
    private static final class Asked {
        private final Value[] questions;
        private final Value[] values;
        private final Other[] others;

        Asked(Stream<Value> attributes, Stream<Other> others) {
            Map<Boolean, List<Value>> byKind =
                    attributes.collect(Collectors.partitioningBy(value -> value.attribute.answerBit() != 0));
            this.questions = byKind.getOrDefault(true, List.of()).toArray(Value[]::new);
            this.values = byKind.getOrDefault(false, List.of()).toArray(Value[]::new);
            this.others = others.toArray(Other[]::new);
        }

        void read(TicketCursor cursor, long[] word) {
            if (questions.length > 0) {
                int answers = Attribute.answers(cursor);
                for (Value question : questions) {
                    question.write((answers & question.answerBit) == 0 ? question.no : question.yes, word);
                }
            }
            for (Value value : values) {
                value.write(value.read(cursor), word);
            }
            for (Other other : others) {
                other.read(cursor, word);
            }
        }
    }

    /** The value of an attribute, which decides all leaves of one long of the word that compare it. */
    private static final class Value {
        private final Attribute attribute;
        private final int answerBit;
        private final int place;
        private long decided;
        private final Map<String, Long> holding = new HashMap<>();
        private long yes;
        private long no;

        Value(Attribute attribute, int place) {
            this.attribute = attribute;
            this.answerBit = attribute.answerBit();
            this.place = place;
        }

        void add(Is leaf, int bit) {
            decided |= 1L << bit;
            leaf.values().forEach(value -> holding.merge(value, 1L << bit, (some, more) -> some | more));
            yes = holding.getOrDefault("true", 0L);
            no = holding.getOrDefault("false", 0L);
        }

        boolean canChange(Class<?> event) {
            Set<Class<? extends TicketEvent>> known = CHANGED_BY.get(attribute);
            return event.equals(TicketCreated.class) || known == null || known.contains(event);
        }

        long read(TicketCursor cursor) {
            Optional<String> value = attribute.of(cursor);
            return value.isEmpty() ? 0 : holding.getOrDefault(value.get(), 0L);
        }

        void write(long holds, long[] word) {
            word[place] = (word[place] & ~decided) | holds;
        }
    }

    /** A leaf of any other kind. */
    private static final class Other {
        private final TicketCondition leaf;
        private final int place;
        private final long bit;

        Other(TicketCondition leaf, int bit) {
            this.leaf = leaf;
            this.place = bit >>> 6;
            this.bit = 1L << bit;
        }

        boolean canChange(Class<?> event) {
            if (leaf instanceof Happened happened) {
                Set<Class<? extends TicketEvent>> known = HAPPENS_AS.get(happened.what());
                return known == null || known.contains(event);
            }
            if (event.equals(TicketCreated.class)) {
                return true;
            }
            return leaf instanceof HasTag
                    ? event.equals(TagsChanged.class)
                    : !(leaf instanceof AtLeast) || event.equals(PriorityChanged.class);
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
        Integer bit = bits.get(condition);
        if (bit == null) {
            throw new IllegalStateException("A condition has a leaf that the plan was not told of: " + condition);
        }
        return (word[bit >>> 6] >>> bit & 1) != 0;
    }
}

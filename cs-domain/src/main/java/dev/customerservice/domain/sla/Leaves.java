package dev.customerservice.domain.sla;

import dev.customerservice.domain.ticket.AssigneeChanged;
import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.CategoryChanged;
import dev.customerservice.domain.ticket.Deleted;
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
import dev.customerservice.domain.ticket.TicketCondition.HasTag;
import dev.customerservice.domain.ticket.TicketCondition.Is;
import dev.customerservice.domain.ticket.TicketCondition.Not;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketCursor;
import dev.customerservice.domain.ticket.TicketEvent;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The distinct leaves of all conditions of a plan, each a bit of a word.
 *
 * <p>A leaf is asked once after an event, however many conditions it stands in, and only if the event can have changed it.
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

    private final Map<TicketCondition, Integer> bits = new LinkedHashMap<>();
    private final TicketCondition[] leaves;
    private final int[] all;
    private final Map<Class<?>, int[]> asked = new HashMap<>();

    Leaves(List<TicketCondition> conditions) {
        conditions.forEach(this::collect);
        leaves = bits.keySet().toArray(TicketCondition[]::new);
        all = IntStream.range(0, leaves.length).toArray();
        for (Class<?> event : TicketEvent.class.getPermittedSubclasses()) {
            asked.put(
                    event,
                    IntStream.of(all)
                            .filter(leaf -> canChange(leaves[leaf], event))
                            .toArray());
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

    private static boolean canChange(TicketCondition leaf, Class<?> event) {
        if (event.equals(TicketCreated.class)) {
            return true;
        }
        if (leaf instanceof Is is) {
            Set<Class<? extends TicketEvent>> known = CHANGED_BY.get(is.attribute());
            return known == null || known.contains(event);
        }
        if (leaf instanceof HasTag) {
            return event.equals(TagsChanged.class);
        }
        return !(leaf instanceof AtLeast) || event.equals(PriorityChanged.class);
    }

    /** {@return the leaves in the order of their bits} */
    List<TicketCondition> inOrder() {
        return List.of(leaves);
    }

    /** {@return how many longs the leaves take} */
    int words() {
        return (leaves.length + Long.SIZE - 1) / Long.SIZE;
    }

    /** Brings the word of the event before up to date with the event that has just been applied. */
    void read(TicketCursor cursor, long[] word) {
        TicketEvent event = cursor.event();
        for (int leaf : asked.getOrDefault(event.getClass(), all)) {
            long bit = 1L << leaf;
            if (leaves[leaf].holds(cursor, event)) {
                word[leaf >>> 6] |= bit;
            } else {
                word[leaf >>> 6] &= ~bit;
            }
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

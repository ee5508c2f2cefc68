package dev.customerservice.domain.ticket;

import dev.customerservice.domain.party.ActorKind;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What is true of a ticket after an event, as bits of a {@code long}: the answers that conditions ask for most.
 *
 * <p>A bit each for the yes and the no of every question of {@link Attribute}, for the category of the status, for the kind of the
 * creator and for the {@link Happening} that the event is. They are written down once when a {@link TicketHistory} is made, so that
 * whoever reads it for many conditions neither replays it nor compares text.
 */
public final class Traits {
    private static final int QUESTIONS = 11;
    private static final int YES = (1 << QUESTIONS) - 1;
    private static final List<Happening> MESSAGES =
            List.of(Happening.REPLY, Happening.CUSTOMER_MESSAGE, Happening.BOT_MESSAGE, Happening.NOTE);

    private static final Map<StatusCategory, Long> CATEGORIES = bits(2 * QUESTIONS, StatusCategory.class);
    private static final Map<ActorKind, Long> CREATORS = bits(2 * QUESTIONS + CATEGORIES.size(), ActorKind.class);
    private static final Map<Happening, Long> HAPPENINGS =
            bits(2 * QUESTIONS + CATEGORIES.size() + CREATORS.size(), Happening.class);
    private static final Map<Class<?>, Long> BY_TYPE = new HashMap<>();

    static {
        for (Map.Entry<Happening, Long> bit : HAPPENINGS.entrySet()) {
            for (Class<?> type : bit.getKey().types()) {
                BY_TYPE.put(type, bit.getValue());
            }
        }
    }

    private Traits() {}

    private static <E extends Enum<E>> Map<E, Long> bits(int first, Class<E> type) {
        Map<E, Long> bits = new EnumMap<>(type);
        for (E constant : EnumSet.allOf(type)) {
            bits.put(constant, 1L << (first + bits.size()));
        }
        return bits;
    }

    /** The traits of a ticket to which an event has just been applied. */
    static long of(Ticket ticket, TicketEvent event) {
        long yes = Attribute.answers(ticket);
        return yes
                | (~yes & YES) << QUESTIONS
                | CATEGORIES.getOrDefault(ticket.status().category(), 0L)
                | CREATORS.getOrDefault(ticket.createdBy().kind(), 0L)
                | of(event);
    }

    private static long of(TicketEvent event) {
        if (event instanceof MessageAdded) {
            for (Happening kind : MESSAGES) {
                if (kind.is(event)) {
                    return of(kind);
                }
            }
            return 0;
        }
        return BY_TYPE.getOrDefault(event.getClass(), 0L);
    }

    /**
     * The bits of events of some kinds.
     *
     * @param kinds the kinds
     * @return the bits, of which an event of one of these kinds has one
     */
    public static long of(Happening... kinds) {
        long bits = 0;
        for (Happening kind : kinds) {
            bits |= HAPPENINGS.getOrDefault(kind, 0L);
        }
        return bits;
    }

    /**
     * The bits that decide a condition.
     *
     * @param condition a condition that is not made of others
     * @return the bits of which traits have one exactly while the condition holds; empty if traits do not tell
     */
    public static OptionalLong deciding(TicketCondition condition) {
        if (condition instanceof TicketCondition.Happened happened
                && happened.mark().isEmpty()) {
            return OptionalLong.of(of(happened.what()));
        }
        if (!(condition instanceof TicketCondition.Is is)) {
            return OptionalLong.empty();
        }
        long yes = is.attribute().answerBit();
        if (yes != 0) {
            return OptionalLong.of(
                    (is.values().contains("true") ? yes : 0) | (is.values().contains("false") ? yes << QUESTIONS : 0));
        }
        if (is.attribute().equals(Attribute.STATUS_CATEGORY)) {
            return OptionalLong.of(named(CATEGORIES, is.values()));
        }
        return is.attribute().equals(Attribute.CREATED_BY)
                ? OptionalLong.of(named(CREATORS, is.values()))
                : OptionalLong.empty();
    }

    private static long named(Map<? extends Enum<?>, Long> bits, Set<String> labels) {
        long named = 0;
        for (Map.Entry<? extends Enum<?>, Long> bit : bits.entrySet()) {
            named |= labels.contains(bit.getKey().name().toLowerCase(Locale.ROOT)) ? bit.getValue() : 0;
        }
        return named;
    }
}

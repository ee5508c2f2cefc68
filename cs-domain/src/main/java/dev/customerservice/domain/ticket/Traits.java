package dev.customerservice.domain.ticket;

import com.google.common.collect.ImmutableMap;
import dev.customerservice.domain.party.ActorKind;
import java.util.Arrays;
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

    private static final ImmutableMap<StatusCategory, Long> CATEGORIES = bits(2 * QUESTIONS, StatusCategory.values());
    private static final ImmutableMap<ActorKind, Long> CREATORS =
            bits(2 * QUESTIONS + CATEGORIES.size(), ActorKind.values());
    private static final ImmutableMap<Happening, Long> HAPPENINGS =
            bits(2 * QUESTIONS + CATEGORIES.size() + CREATORS.size(), Happening.values());
    private static final Map<Class<?>, Long> BY_TYPE = new HashMap<>();

    static {
        HAPPENINGS.forEach((happening, bit) -> happening.types().forEach(type -> BY_TYPE.put(type, bit)));
    }

    private Traits() {}

    private static <E extends Enum<E>> ImmutableMap<E, Long> bits(int first, E[] constants) {
        ImmutableMap.Builder<E, Long> bits = ImmutableMap.builder();
        for (int i = 0; i < constants.length; i++) {
            bits.put(constants[i], 1L << (first + i));
        }
        return bits.buildOrThrow();
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
        return Arrays.stream(kinds)
                .mapToLong(kind -> HAPPENINGS.getOrDefault(kind, 0L))
                .sum();
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
        return bits.entrySet().stream()
                .filter(bit -> labels.contains(bit.getKey().name().toLowerCase(Locale.ROOT)))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}

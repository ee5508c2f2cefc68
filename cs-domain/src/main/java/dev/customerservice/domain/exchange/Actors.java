package dev.customerservice.domain.exchange;

import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.ActorKind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The actors of a log, one object for each of them. */
final class Actors {
    private static final String UNKNOWN = "unknown";

    private final Map<ActorKind, Map<String, Actor>> known = new EnumMap<>(ActorKind.class);

    Actor of(ActorKind kind, @Nullable String name) {
        return known.computeIfAbsent(kind, any -> new HashMap<>())
                .computeIfAbsent(name == null ? UNKNOWN : name, any -> create(kind, any));
    }

    private static Actor create(ActorKind kind, String name) {
        return switch (kind) {
            case CUSTOMER -> Actor.customer(name);
            case AGENT -> Actor.agent(name);
            case BOT -> Actor.bot(name);
            case AUTOMATION -> Actor.automation(name);
            case THIRD_PARTY -> Actor.thirdParty(name);
        };
    }

    /** The kind of actor that an activity has unless its row says otherwise. */
    static @Nullable ActorKind kindOf(@Nullable LogActivity activity) {
        if (activity == null) {
            return null;
        }
        return switch (activity) {
            case REPLY, NOTE -> ActorKind.AGENT;
            case CUSTOMER_MESSAGE -> ActorKind.CUSTOMER;
            case BOT_MESSAGE -> ActorKind.BOT;
            default -> null;
        };
    }
}

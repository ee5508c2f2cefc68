package dev.customerservice.domain.json;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.customerservice.domain.json.JsonFormatException.Reason;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.KeptEvent;
import dev.customerservice.domain.ticket.StatedValues;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.ticket.TicketHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Histories and their events, with the reader's choice for kinds that nobody knows here. */
final class EventForms {
    private static final String TYPE = "type";
    private static final String HEAD = "head";

    /** The kinds of event by their labels, as the annotations name them. */
    private static final ImmutableMap<String, Class<?>> KINDS = ImmutableMap.copyOf(Maps.transformValues(
            Maps.uniqueIndex(
                    ImmutableList.copyOf(requireNonNull(EventMixins.Events.class.getAnnotation(JsonSubTypes.class))
                            .value()),
                    JsonSubTypes.Type::name),
            JsonSubTypes.Type::value));

    private EventForms() {}

    static List<JsonForm<?>> of(UnknownEvents choice) {
        return List.of(
                JsonForm.reading(TicketEvent.class, tree -> event(tree, choice).orElseThrow(EventForms::unknown)),
                JsonForm.of(KeptEvent.class, Kept::of, EventForms::kept),
                // A history is its events, which are checked again when they are read, and what the source stated
                // beside them.
                JsonForm.of(TicketHistory.class, Stored::of, tree -> history(tree, choice)));
    }

    /** The refusal of an event of a kind that is not known; its place is said further out. */
    static JsonFormatException unknown() {
        return new JsonFormatException(
                Reason.UNKNOWN_LABEL,
                "/" + TYPE,
                "must be one of the kinds of event known here, " + KINDS.keySet() + ".");
    }

    private static Optional<TicketEvent> event(JsonTree tree, UnknownEvents choice) {
        String label = tree.required(TYPE, type -> type.as(String.class));
        Class<?> kind = KINDS.get(label);
        return kind == null ? choice.read(kept(tree)) : Optional.of((TicketEvent) tree.as(kind, TYPE));
    }

    private static KeptEvent kept(JsonTree tree) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (String name : tree.names()) {
            if (!name.equals(TYPE) && !name.equals(HEAD)) {
                tree.optional(name, part -> part.as(Object.class)).ifPresent(value -> content.put(name, value));
            }
        }
        return new KeptEvent(
                tree.required(HEAD, head -> head.as(EventHead.class)),
                tree.required(TYPE, type -> type.as(String.class)),
                content);
    }

    private static TicketHistory history(JsonTree tree, UnknownEvents choice) {
        tree.requireKnown("events", "moments", "counts", "verdicts", "durations");
        List<TicketEvent> events = tree.required(
                "events",
                list -> list.items(item -> event(item, choice)).stream()
                        .flatMap(Optional::stream)
                        .toList());
        return TicketHistory.of(events).stating(tree.as(Stated.class).toValues());
    }

    /** A kept event in a file. */
    @JsonPropertyOrder({TYPE, HEAD})
    record Kept(String type, EventHead head, @JsonAnyGetter Map<String, Object> content) {
        static Kept of(KeptEvent event) {
            return new Kept(event.label(), event.head(), event.content());
        }
    }

    /** A history in a file. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonPropertyOrder({"events", "moments", "counts", "verdicts", "durations"})
    record Stored(
            List<TicketEvent> events,
            Map<String, Instant> moments,
            Map<String, Long> counts,
            Map<String, Boolean> verdicts,
            Map<String, Duration> durations) {
        static Stored of(TicketHistory history) {
            StatedValues stated = history.stated();
            return new Stored(
                    history.events(), stated.moments(), stated.counts(), stated.verdicts(), stated.durations());
        }
    }

    /** What a history in a file states beside its events, which are read one by one. */
    record Stated(
            @Nullable Object events,
            @Nullable Map<String, Instant> moments,
            @Nullable Map<String, Long> counts,
            @Nullable Map<String, Boolean> verdicts,
            @Nullable Map<String, Duration> durations) {
        StatedValues toValues() {
            StatedValues.Builder stated = StatedValues.builder();
            orNone(moments).forEach(stated::putMoment);
            orNone(counts).forEach(stated::putCount);
            orNone(verdicts).forEach(stated::putVerdict);
            orNone(durations).forEach(stated::putDuration);
            return stated.build();
        }

        private static <T> Map<String, T> orNone(@Nullable Map<String, T> values) {
            return values == null ? Map.of() : values;
        }
    }
}

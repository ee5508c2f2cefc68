package dev.customerservice.domain.ticket;

import static com.google.common.base.Preconditions.checkArgument;

import dev.customerservice.domain.text.NotBlank;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An event of a kind that this version of the library does not know, kept so that nothing is lost when it is written again; it changes
 * nothing of the ticket, and no condition asks for it.
 *
 * @param head which ticket, when and by whom
 * @param label the label of its kind, as it was read, not blank
 * @param content what else it said: texts, numbers, true and false, lists and maps by name; fields that were null are left out
 */
public record KeptEvent(EventHead head, String label, Map<String, Object> content) implements TicketEvent {
    /** Refuses a blank label and keeps an unmodifiable copy of the content. */
    public KeptEvent {
        NotBlank.require("The label of an event", label);
        content = copy(content);
    }

    private static Map<String, Object> copy(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            if (value != null) {
                copy.put(String.valueOf(name), copy(value));
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    private static Object copy(Object value) {
        if (value instanceof Map<?, ?> map) {
            return copy(map);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(each -> copy.add(each == null ? each : copy(each)));
            return Collections.unmodifiableList(copy);
        }
        checkArgument(
                value instanceof String || value instanceof Number || value instanceof Boolean,
                "The content of an event must be texts, numbers, true and false, lists and maps.");
        return value;
    }

    /** {@return the event without its content, which may be personal data} */
    @Override
    public String toString() {
        return "KeptEvent[head=" + head + ", label=" + label + "]";
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.keptEvent(this);
    }
}

package dev.customerservice.domain.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.customerservice.domain.ticket.Ticket;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a format knows beside its standard.
 *
 * @param code code by the names it is stored by
 * @param forms forms of types
 */
record Setting(Map<String, Predicate<Ticket>> code, List<JsonForm<?>> forms) {
    static final Setting NONE = new Setting(ImmutableMap.of(), ImmutableList.of());

    Setting binding(String name, Predicate<Ticket> test) {
        return new Setting(
                ImmutableMap.<String, Predicate<Ticket>>builder()
                        .putAll(code)
                        .put(name, test)
                        .buildKeepingLast(),
                forms);
    }

    Setting with(List<JsonForm<?>> more) {
        return new Setting(
                code,
                ImmutableList.<JsonForm<?>>builder().addAll(forms).addAll(more).build());
    }

    /** The forms of the domain and those beside them. */
    List<JsonForm<?>> all() {
        return new Setting(code, Forms.of(code)).with(forms).forms();
    }

    static <T> List<T> and(List<T> list, T last) {
        return ImmutableList.<T>builder().addAll(list).add(last).build();
    }
}

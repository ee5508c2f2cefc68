package dev.customerservice.domain.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.customerservice.domain.json.JsonFormatException.Reason;
import dev.customerservice.domain.ticket.Ticket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a format knows beside its standard, and what both majors of Jackson do alike.
 *
 * @param code code by the names it is stored by
 * @param forms forms of types
 * @param isStrict whether fields that nobody knows are refused
 * @param unknown what becomes of events of kinds that nobody knows
 * @param ids what is written in place of the ids of people, empty if personal data is written as it is
 */
record Setting(
        Map<String, Predicate<Ticket>> code,
        List<JsonForm<?>> forms,
        boolean isStrict,
        UnknownEvents unknown,
        Optional<UnaryOperator<String>> ids) {
    static final Setting NONE =
            new Setting(ImmutableMap.of(), ImmutableList.of(), false, UnknownEvents.refuse(), Optional.empty());

    Setting binding(String name, Predicate<Ticket> test) {
        return new Setting(
                ImmutableMap.<String, Predicate<Ticket>>builder()
                        .putAll(code)
                        .put(name, test)
                        .buildKeepingLast(),
                forms,
                isStrict,
                unknown,
                ids);
    }

    Setting with(List<JsonForm<?>> more) {
        return new Setting(code, and(forms, more), isStrict, unknown, ids);
    }

    Setting strict() {
        return new Setting(code, forms, true, unknown, ids);
    }

    Setting unknownEvents(UnknownEvents choice) {
        return new Setting(code, forms, isStrict, choice, ids);
    }

    Setting redacted(UnaryOperator<String> pseudonyms) {
        return new Setting(code, forms, isStrict, unknown, Optional.of(pseudonyms));
    }

    /** The forms of the domain and those beside them; of two for a type the later counts, and those of a redaction come last. */
    List<JsonForm<?>> all() {
        List<JsonForm<?>> own = and(and(Forms.of(code), EventForms.of(unknown)), forms);
        List<JsonForm<?>> usual =
                own.stream().filter(form -> !form.isRedacting()).toList();
        return ids.map(pseudonyms -> and(
                        and(usual, Redaction.forms(pseudonyms)),
                        own.stream().filter(JsonForm::isRedacting).toList()))
                .orElse(usual);
    }

    private static List<JsonForm<?>> and(List<JsonForm<?>> list, List<JsonForm<?>> more) {
        return ImmutableList.<JsonForm<?>>builder().addAll(list).addAll(more).build();
    }

    static <T> List<T> and(List<T> list, T last) {
        return ImmutableList.<T>builder().addAll(list).add(last).build();
    }

    /** The limits of a text, as either major of Jackson is told of them. */
    static <B> B limit(
            B builder,
            ObjIntConsumer<B> depth,
            ObjLongConsumer<B> length,
            ObjLongConsumer<B> tokens,
            ObjIntConsumer<B> value,
            ObjIntConsumer<B> name,
            ObjIntConsumer<B> digits) {
        depth.accept(builder, JsonFormat.DEEPEST);
        length.accept(builder, JsonFormat.LONGEST);
        tokens.accept(builder, JsonFormat.MOST_TOKENS);
        value.accept(builder, JsonFormat.LONGEST_VALUE);
        name.accept(builder, JsonFormat.LONGEST_NAME);
        digits.accept(builder, JsonFormat.MOST_DIGITS);
        return builder;
    }

    /** A text as it is handed out: the same lines on every system, the last one ended too. */
    static String text(String written) {
        return written.replace("\r\n", "\n") + "\n";
    }

    /** What was read, which must be something, and so must be what is in it where it is an array. */
    static <T> T there(@Nullable T value) {
        if (value == null) {
            throw new JsonFormatException(Reason.INCOMPLETE, "", "must be there, not null.");
        }
        if (value instanceof Object[] array) {
            for (int i = 0; i < array.length; i++) {
                JsonTree.requireThere(String.valueOf(i), array[i]);
            }
        }
        return value;
    }
}

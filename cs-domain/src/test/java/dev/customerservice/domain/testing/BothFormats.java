package dev.customerservice.domain.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.domain.json.JsonForm;
import dev.customerservice.domain.json.JsonFormat;
import dev.customerservice.domain.json.JsonFormat2;
import dev.customerservice.domain.json.JsonFormat3;
import dev.customerservice.domain.json.JsonFormatException;
import dev.customerservice.domain.json.JsonFormatException.Reason;
import dev.customerservice.domain.json.UnknownEvents;
import dev.customerservice.domain.ticket.Ticket;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Both majors of Jackson at once: they must write the same text, and read the same value or refuse it in the same words.
 *
 * @param two a format of Jackson 2
 * @param three a format of Jackson 3 that knows the same
 */
public record BothFormats(JsonFormat two, JsonFormat three) {
    /** The standard of the domain. */
    public static final BothFormats STANDARD = new BothFormats(JsonFormat2.standard(), JsonFormat3.standard());

    /** What came of it: a value, or a refusal. */
    private record Answer<T>(Optional<T> value, Optional<JsonFormatException> refusal) {
        static <T> Answer<T> of(JsonFormat format, Function<JsonFormat, T> act) {
            try {
                return new Answer<>(Optional.of(act.apply(format)), Optional.empty());
            } catch (JsonFormatException e) {
                return new Answer<>(Optional.empty(), Optional.of(e));
            }
        }

        boolean isNoJson() {
            return refusal.filter(e -> e.reason() == Reason.NOT_JSON).isPresent();
        }

        String words() {
            return refusal.map(e -> e.reason() + " " + e.getMessage() + " " + e.value())
                    .orElse("none");
        }
    }

    /**
     * Binds code.
     *
     * @param name its name
     * @param test the test
     * @return a copy
     */
    public BothFormats binding(String name, Predicate<Ticket> test) {
        return new BothFormats(two.binding(name, test), three.binding(name, test));
    }

    /**
     * Adds forms.
     *
     * @param forms the forms
     * @return a copy
     */
    public BothFormats with(List<JsonForm<?>> forms) {
        return new BothFormats(two.with(forms), three.with(forms));
    }

    /**
     * Refuses what nobody knows.
     *
     * @return a copy
     */
    public BothFormats strict() {
        return new BothFormats(two.strict(), three.strict());
    }

    /**
     * Chooses what becomes of events of kinds that nobody knows.
     *
     * @param choice the choice
     * @return a copy
     */
    public BothFormats unknownEvents(UnknownEvents choice) {
        return new BothFormats(two.unknownEvents(choice), three.unknownEvents(choice));
    }

    /**
     * Writes no personal data.
     *
     * @param ids what is written in place of an id
     * @return a copy
     */
    public BothFormats redacted(UnaryOperator<String> ids) {
        return new BothFormats(two.redacted(ids), three.redacted(ids));
    }

    /**
     * Writes with both.
     *
     * @param value the value
     * @return the text
     */
    public String write(Object value) {
        return same(format -> format.write(value), Function.identity());
    }

    /**
     * Reads with both.
     *
     * @param json the text
     * @param type the type
     * @param <T> the type
     * @return the value
     */
    public <T> T read(String json, Class<T> type) {
        return same(format -> format.read(json, type), two::write);
    }

    /** Where a text is no JSON at all, one of the two may stop at something else that is wrong before. */
    private <T> T same(Function<JsonFormat, T> act, Function<T, String> text) {
        Answer<T> first = Answer.of(two, act);
        Answer<T> second = Answer.of(three, act);
        if ((first.isNoJson() && second.refusal().isPresent())
                || (second.isNoJson() && first.refusal().isPresent())) {
            throw first.refusal().orElseThrow();
        }
        assertEquals(first.words(), second.words());
        assertEquals(first.value().map(text), second.value().map(text));
        return first.value().orElseThrow(() -> first.refusal().orElseThrow());
    }
}

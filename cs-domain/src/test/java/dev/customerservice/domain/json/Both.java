package dev.customerservice.domain.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.domain.ticket.Ticket;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Both majors of Jackson at once: they must write the same text, and read the same value or refuse it in the same words. */
record Both(JsonFormat two, JsonFormat three) {
    static final Both STANDARD = new Both(JsonFormat2.standard(), JsonFormat3.standard());

    /** What came of it: a value, or a refusal. */
    private record Answer<T>(Optional<T> value, Optional<JsonFormatException> refusal) {
        static <T> Answer<T> of(JsonFormat format, Function<JsonFormat, T> act) {
            try {
                return new Answer<>(Optional.of(act.apply(format)), Optional.empty());
            } catch (JsonFormatException e) {
                return new Answer<>(Optional.empty(), Optional.of(e));
            }
        }

        String words() {
            return refusal.map(e -> e.reason() + " " + e.getMessage() + " " + e.value())
                    .orElse("none");
        }
    }

    Both binding(String name, Predicate<Ticket> test) {
        return new Both(two.binding(name, test), three.binding(name, test));
    }

    String write(Object value) {
        return same(format -> format.write(value), Function.identity());
    }

    <T> T read(String json, Class<T> type) {
        return same(format -> format.read(json, type), two::write);
    }

    private <T> T same(Function<JsonFormat, T> act, Function<T, String> text) {
        Answer<T> first = Answer.of(two, act);
        Answer<T> second = Answer.of(three, act);
        assertEquals(first.words(), second.words());
        assertEquals(first.value().map(text), second.value().map(text));
        return first.value().orElseThrow(() -> first.refusal().orElseThrow());
    }
}

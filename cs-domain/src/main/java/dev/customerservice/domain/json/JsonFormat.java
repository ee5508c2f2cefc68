package dev.customerservice.domain.json;

import dev.customerservice.domain.text.Decimals;
import dev.customerservice.domain.ticket.Ticket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Written values as JSON, the same text from either major of Jackson. Immutable and thread-safe.
 *
 * <p>What reads a format takes this type; who starts one says which Jackson is there: {@link JsonFormat2#standard()} or
 * {@link JsonFormat3#standard()}.
 *
 * <pre>{@code
 * JsonFormat format = JsonFormat3.standard();
 * String json = format.write(gold);
 * SlaPolicy again = format.read(json, SlaPolicy.class);
 * }</pre>
 */
public interface JsonFormat {

    /** How many levels deep a text may be at most. */
    int DEEPEST = 200;

    /** How many characters a text may have at most. */
    int LONGEST = 50_000_000;

    /** How many tokens (names, values and brackets) a text may have at most. */
    int MOST_TOKENS = 10_000_000;

    /** How many characters a single value may have at most. */
    int LONGEST_VALUE = 1_000_000;

    /** How many characters a single name may have at most. */
    int LONGEST_NAME = 1_000;

    /** How many digits a number may have at most, written out without an exponent. */
    int MOST_DIGITS = Decimals.MOST_DIGITS;

    /**
     * The same format that also reads conditions written in code.
     *
     * @param name the name that such a condition is stored by
     * @param test the test it stands for
     * @return a copy
     */
    JsonFormat binding(String name, Predicate<Ticket> test);

    /**
     * The same format that also knows other types.
     *
     * @param forms how each of them is written and read
     * @return a copy
     */
    JsonFormat with(List<JsonForm<?>> forms);

    /**
     * The same format that refuses fields nobody knows, which in a file that people write are typing errors. Without it they are passed
     * over, so that a text of a later version can be read.
     *
     * @return a copy
     */
    JsonFormat strict();

    /**
     * The same format with another choice for events of kinds that nobody knows; without one they are refused.
     *
     * @param choice what becomes of them
     * @return a copy
     */
    JsonFormat unknownEvents(UnknownEvents choice);

    /**
     * The same format that writes no personal data: neither subjects, custom fields, details of marks nor sources, and another word for
     * each id of a customer, an organization, an agent or a third party. What it writes can be read again; docs/wire-format.md lists the
     * fields.
     *
     * @param ids what is written in place of an id, always the same for the same, such as a keyed hash; the identity keeps the ids
     * @return a copy
     */
    JsonFormat redacted(UnaryOperator<String> ids);

    /**
     * Reads a written value.
     *
     * @param json the text
     * @param type the type of the value
     * @param <T> the type of the value
     * @return the value
     * @throws JsonFormatException if the text is no such value, with the place and the rule; null is none
     */
    <T> T read(String json, Class<T> type);

    /**
     * Reads a written value from a file in UTF-8.
     *
     * @param file the file
     * @param type the type of the value
     * @param <T> the type of the value
     * @return the value
     * @throws IOException if the file cannot be read
     * @throws JsonFormatException if the text is no such value, with the place and the rule
     */
    default <T> T read(Path file, Class<T> type) throws IOException {
        return read(Files.readString(file, StandardCharsets.UTF_8), type);
    }

    /**
     * Writes a value.
     *
     * @param value the value
     * @return its JSON text, indented, ending in a line feed
     * @throws JsonFormatException if the value holds what has no form
     */
    String write(Object value);
}

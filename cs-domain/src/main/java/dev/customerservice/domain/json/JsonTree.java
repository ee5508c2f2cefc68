package dev.customerservice.domain.json;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.customerservice.domain.json.JsonFormatException.Reason;
import dev.customerservice.domain.text.Shown;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A part of a JSON text that is well formed and not bound to a type yet, so that each part can be refused on its own. */
public final class JsonTree {
    private static final String OBJECT = "must be an object of names and values.";

    private final Node node;

    JsonTree(Node node) {
        this.node = node;
    }

    /** What a major of Jackson has read. */
    interface Node {
        <T> T as(Class<T> type);

        /** Binds this object to a member of a family, whose label is taken off. */
        <T> T as(Class<T> member, String label);

        boolean isObject();

        boolean isList();

        boolean isText();

        boolean isNull();

        /** Whether fields that nobody knows are refused. */
        boolean isStrict();

        int size();

        /** The names of an object, as they stand. */
        List<String> names();

        /** What stands under a name that is there. */
        Node get(String name);

        /** An item of a list. */
        Node get(int index);
    }

    /**
     * Binds this part to a type.
     *
     * @param type the type
     * @param <T> the type
     * @return the value
     * @throws JsonFormatException if it is no such value, with the place from here on
     */
    public <T> T as(Class<T> type) {
        return node.as(type);
    }

    /** Binds this object to a member of a family, whose label is taken off. */
    <T> T as(Class<T> member, String label) {
        return node.as(member, label);
    }

    boolean isObject() {
        return node.isObject();
    }

    boolean isList() {
        return node.isList();
    }

    boolean isText() {
        return node.isText();
    }

    int size() {
        return node.size();
    }

    /** The names of this object, as they stand. */
    List<String> names() {
        require(isObject(), Reason.WRONG_TYPE, OBJECT);
        return node.names();
    }

    boolean has(String name) {
        return isObject() && node.names().contains(name);
    }

    /** What a reader makes of the part under a name that must be there; what it refuses is said with the name. */
    <T> T required(String name, Function<JsonTree, T> reader) {
        return at(name, () -> {
            require(has(name) && !node.get(name).isNull(), Reason.INCOMPLETE, "must be there.");
            return reader.apply(new JsonTree(node.get(name)));
        });
    }

    /** What a reader makes of the part under a name, if there is one. */
    <T> Optional<T> optional(String name, Function<JsonTree, T> reader) {
        return has(name) && !node.get(name).isNull() ? Optional.of(required(name, reader)) : Optional.empty();
    }

    /** What a reader makes of each item of this list; what it refuses is said with the place. */
    <T> List<T> items(Function<JsonTree, T> reader) {
        require(isList(), Reason.WRONG_TYPE, "must be a list in square brackets.");
        List<T> items = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            JsonTree item = new JsonTree(node.get(i));
            items.add(at(String.valueOf(i), () -> reader.apply(item)));
        }
        return items;
    }

    /** What the items of this list, which must not be empty, amount to, the first alone and each with those before it. */
    <T> T fold(Function<JsonTree, T> first, BiFunction<T, JsonTree, T> next) {
        require(isList() && size() > 0, Reason.WRONG_TYPE, "must be a list in square brackets, not empty.");
        T whole = at("0", () -> first.apply(new JsonTree(node.get(0))));
        for (int i = 1; i < size(); i++) {
            T before = whole;
            JsonTree item = new JsonTree(node.get(i));
            whole = at(String.valueOf(i), () -> next.apply(before, item));
        }
        return whole;
    }

    /** Refuses fields that nobody knows where reading is strict, since in a written file they are typing errors. */
    void requireKnown(String... fields) {
        requireKnown(ImmutableSet.of(), fields);
    }

    void requireKnown(Set<String> more, String... fields) {
        require(isObject(), Reason.WRONG_TYPE, OBJECT);
        if (!node.isStrict()) {
            return;
        }
        Set<String> known = Sets.union(ImmutableSet.copyOf(fields), more);
        for (String name : node.names()) {
            at(name, () -> {
                require(
                        known.contains(name),
                        Reason.UNKNOWN_FIELD,
                        "must not be there; the fields known here are " + known + ".");
                return name;
            });
        }
    }

    /** Refuses a record of a file's form that lacks what it needs. */
    static void requireThere(String name, @Nullable Object value) {
        if (value == null) {
            throw new JsonFormatException(Reason.INCOMPLETE, JsonFormatException.step(name), "must be there.");
        }
    }

    static void require(boolean holds, Reason reason, String rule) {
        if (!holds) {
            throw new JsonFormatException(reason, "", rule);
        }
    }

    /** What a step makes; what it refuses is said with the name. */
    static <T> T at(String name, Supplier<T> step) {
        try {
            return allowed(step);
        } catch (JsonFormatException e) {
            throw e.below(JsonFormatException.step(name));
        }
    }

    /** What a step makes; what its types refuse is said in the words of a format, without the text that they saw. */
    static <T> T allowed(Supplier<T> step) {
        try {
            return step.get();
        } catch (JsonFormatException e) {
            throw e;
        } catch (NumberFormatException e) {
            throw Numbers.refusal();
        } catch (IllegalArgumentException e) {
            throw new JsonFormatException(
                    Reason.NOT_ALLOWED,
                    "",
                    "must be allowed: " + Shown.sentence(String.valueOf(e.getMessage())),
                    null,
                    e);
        } catch (IllegalStateException e) {
            throw new JsonFormatException(Reason.INCOMPLETE, "", "must be complete: " + e.getMessage() + ".", null, e);
        } catch (DateTimeException e) {
            throw new JsonFormatException(
                    Reason.WRONG_TYPE, "", "must be a date, a time, a period or a zone in ISO-8601.");
        }
    }
}

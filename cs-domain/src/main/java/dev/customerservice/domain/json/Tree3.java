package dev.customerservice.domain.json;

import com.google.common.collect.ImmutableList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;

/** A part of a text that Jackson 3 has read. */
final class Tree3 extends JsonTree {
    private final JsonNode node;
    private final DeserializationContext context;

    Tree3(JsonNode node, DeserializationContext context) {
        this.node = node;
        this.context = context;
    }

    @Override
    public <T> T as(Class<T> type) {
        try {
            return context.readTreeAsValue(node, type);
        } catch (JacksonException e) {
            throw JsonFormat3.refusal(e);
        }
    }

    @Override
    boolean isObject() {
        return node.isObject();
    }

    @Override
    boolean isList() {
        return node.isArray();
    }

    @Override
    boolean isText() {
        return node.isString();
    }

    @Override
    boolean isNull() {
        return node.isNull();
    }

    @Override
    int size() {
        return node.size();
    }

    @Override
    List<String> names() {
        return ImmutableList.copyOf(node.propertyNames());
    }

    @Override
    JsonTree get(String name) {
        return new Tree3(node.required(name), context);
    }

    @Override
    JsonTree get(int index) {
        return new Tree3(node.required(index), context);
    }
}

package dev.customerservice.domain.json;

import com.google.common.collect.ImmutableList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;

/** A part of a text that Jackson 3 has read. */
record Node3(JsonNode node, DeserializationContext context) implements JsonTree.Node {
    @Override
    public <T> T as(Class<T> type) {
        try {
            return context.readTreeAsValue(node, type);
        } catch (JacksonException e) {
            throw JsonFormat3.refusal(e);
        }
    }

    @Override
    public boolean isObject() {
        return node.isObject();
    }

    @Override
    public boolean isList() {
        return node.isArray();
    }

    @Override
    public boolean isText() {
        return node.isString();
    }

    @Override
    public boolean isNull() {
        return node.isNull();
    }

    @Override
    public int size() {
        return node.size();
    }

    @Override
    public List<String> names() {
        return ImmutableList.copyOf(node.propertyNames());
    }

    @Override
    public JsonTree.Node get(String name) {
        return new Node3(node.required(name), context);
    }

    @Override
    public JsonTree.Node get(int index) {
        return new Node3(node.required(index), context);
    }
}

package dev.customerservice.domain.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A part of a text that Jackson 2 has read. */
final class Tree2 extends JsonTree {
    private final JsonNode node;
    private final DeserializationContext context;

    Tree2(JsonNode node, DeserializationContext context) {
        this.node = node;
        this.context = context;
    }

    @Override
    public <T> T as(Class<T> type) {
        try {
            return context.readTreeAsValue(node, type);
        } catch (JsonProcessingException e) {
            throw JsonFormat2.refusal(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
        return node.isTextual();
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
        return ImmutableList.copyOf(node.fieldNames());
    }

    @Override
    JsonTree get(String name) {
        return new Tree2(node.required(name), context);
    }

    @Override
    JsonTree get(int index) {
        return new Tree2(node.required(index), context);
    }
}

package dev.customerservice.domain.json;

import com.google.common.collect.ImmutableList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

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
    public <T> T as(Class<T> member, String label) {
        ((ObjectNode) node).remove(label);
        try (JsonParser parser = node.traverse(context)) {
            parser.nextToken();
            return member.cast(context.findContextualValueDeserializer(context.constructType(member), null)
                    .deserialize(parser, context));
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
    public boolean isStrict() {
        return context.isEnabled(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
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

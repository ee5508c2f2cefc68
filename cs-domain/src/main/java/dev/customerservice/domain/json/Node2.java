package dev.customerservice.domain.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A part of a text that Jackson 2 has read. */
record Node2(JsonNode node, DeserializationContext context) implements JsonTree.Node {
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
    public <T> T as(Class<T> member, String label) {
        ((ObjectNode) node).remove(label);
        try (JsonParser parser = node.traverse(context.getParser().getCodec())) {
            parser.nextToken();
            return member.cast(context.findContextualValueDeserializer(context.constructType(member), null)
                    .deserialize(parser, context));
        } catch (JsonProcessingException e) {
            throw JsonFormat2.refusal(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
        return node.isTextual();
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
        return ImmutableList.copyOf(node.fieldNames());
    }

    @Override
    public JsonTree.Node get(String name) {
        return new Node2(node.required(name), context);
    }

    @Override
    public JsonTree.Node get(int index) {
        return new Node2(node.required(index), context);
    }
}

package dev.customerservice.domain.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.customerservice.domain.sla.TargetTime;
import dev.customerservice.domain.ticket.Ticket;
import dev.customerservice.domain.ticket.TicketCondition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What Jackson 2 cannot know of its own: texts, optional values and code bound by its name. */
final class Module2 extends SimpleModule {
    private static final long serialVersionUID = 1L;

    Module2(Map<String, Predicate<Ticket>> code) {
        super("customer-service");
        IsoText.ALL.forEach(this::addText);
        addSerializer(Optional.class, new OptionalWriter());
        addSerializer(Set.class, new SetWriter());
        addDeserializer(Optional.class, new OptionalReader(null));
        addSerializer(TargetTime.OpenTime.class, new OpenTimeWriter());
        addSerializer(TicketCondition.Code.class, new CodeWriter());
        addDeserializer(TicketCondition.Code.class, new CodeReader(code));
        Times2.addTo(this);
        setDeserializerModifier(new TargetReader2.Modifier());
    }

    private <T> void addText(IsoText<T> text) {
        addSerializer(text.type(), ToStringSerializer.instance);
        addDeserializer(text.type(), new TextReader<>(text));
    }

    private static final class TextReader<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient IsoText<T> text;

        TextReader(IsoText<T> text) {
            super(text.type());
            this.text = text;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                Optional<T> value = text.parse(parser.getText());
                if (value.isPresent()) {
                    return value.get();
                }
            }
            return context.reportInputMismatch(this, "%s", text.rule());
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class OptionalWriter extends JsonSerializer<Optional> {
        @Override
        public void serialize(Optional value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            if (value.isPresent()) {
                provider.defaultSerializeValue(value.get(), generator);
            } else {
                generator.writeNull();
            }
        }

        @Override
        public boolean isEmpty(SerializerProvider provider, Optional value) {
            return value.isEmpty();
        }
    }

    /** The common target is a text, such as PT8H, without a label. */
    private static final class OpenTimeWriter extends JsonSerializer<TargetTime.OpenTime> {
        @Override
        public void serialize(TargetTime.OpenTime value, JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            generator.writeString(value.toText());
        }

        @Override
        public void serializeWithType(
                TargetTime.OpenTime value, JsonGenerator generator, SerializerProvider provider, TypeSerializer type)
                throws IOException {
            serialize(value, generator, provider);
        }
    }

    /** Sets have no order of their own, so they are written sorted; the same value is always the same text. */
    @SuppressWarnings({"rawtypes", "unchecked"})
    private static final class SetWriter extends JsonSerializer<Set> {
        @Override
        public void serialize(Set value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeStartArray();
            List<Object> sorted = new ArrayList<>(value);
            sorted.sort(
                    sorted.stream().allMatch(Comparable.class::isInstance)
                            ? (Comparator) Comparator.naturalOrder()
                            : Comparator.comparing(String::valueOf));
            for (Object element : sorted) {
                provider.defaultSerializeValue(element, generator);
            }
            generator.writeEndArray();
        }

        @Override
        public boolean isEmpty(SerializerProvider provider, Set value) {
            return value.isEmpty();
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class OptionalReader extends JsonDeserializer<Optional> implements ContextualDeserializer {
        private final @Nullable JavaType content;

        OptionalReader(@Nullable JavaType content) {
            this.content = content;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            return new OptionalReader(context.getContextualType().containedTypeOrUnknown(0));
        }

        @Override
        public Optional deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Object value = content == null ? null : context.readValue(parser, content);
            return Optional.ofNullable(value);
        }

        @Override
        public Optional getNullValue(DeserializationContext context) {
            return Optional.empty();
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return Optional.empty();
        }
    }

    private static final class CodeWriter extends JsonSerializer<TicketCondition.Code> {
        @Override
        public void serialize(TicketCondition.Code value, JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            generator.writeStartObject();
            generator.writeStringField("type", "code");
            generator.writeStringField("name", value.name());
            generator.writeEndObject();
        }

        @Override
        public void serializeWithType(
                TicketCondition.Code value, JsonGenerator generator, SerializerProvider provider, TypeSerializer type)
                throws IOException {
            serialize(value, generator, provider);
        }
    }

    private static final class CodeReader extends StdScalarDeserializer<TicketCondition.Code> {
        private static final long serialVersionUID = 1L;

        private final transient Map<String, Predicate<Ticket>> code;

        CodeReader(Map<String, Predicate<Ticket>> code) {
            super(TicketCondition.Code.class);
            this.code = code;
        }

        @Override
        public TicketCondition.Code deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String name = null;
            for (JsonToken token = parser.currentToken();
                    token == JsonToken.FIELD_NAME || token == JsonToken.START_OBJECT;
                    token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    continue;
                }
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (!field.equals("name") || value != JsonToken.VALUE_STRING) {
                    throw JsonMappingException.from(parser, "must hold nothing but a name.");
                }
                name = parser.getText();
            }
            Predicate<Ticket> test = name == null ? null : code.get(name);
            if (name == null || test == null) {
                return context.reportInputMismatch(
                        this, "must name code that is bound to the reader %s.", code.keySet());
            }
            return new TicketCondition.Code(name, test);
        }
    }
}

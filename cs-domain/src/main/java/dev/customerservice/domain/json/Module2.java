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
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.customerservice.domain.text.Decimals;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Binds to Jackson 2 what it cannot know of its own: texts, optional values, sets and forms. */
final class Module2 extends SimpleModule {
    private static final long serialVersionUID = 1L;

    Module2(List<JsonForm<?>> forms) {
        super("customer-service");
        IsoText.ALL.forEach(this::addText);
        addSerializer(Optional.class, new OptionalWriter());
        addSerializer(Set.class, new SetWriter());
        addDeserializer(Optional.class, new OptionalReader(null));
        addDeserializer(BigDecimal.class, new NumberReader());
        addDeserializer(JsonTree.class, new FormReader<>(JsonForm.reading(JsonTree.class, tree -> tree)));
        forms.forEach(this::addForm);
    }

    private <T> void addText(IsoText<T> text) {
        addSerializer(text.type(), ToStringSerializer.instance);
        addDeserializer(text.type(), new TextReader<>(text));
    }

    private <T> void addForm(JsonForm<T> form) {
        if (form.isWritten()) {
            addSerializer(form.type(), new FormWriter<>(form));
        }
        if (form.isRead()) {
            addDeserializer(form.type(), new FormReader<>(form));
        }
        form.annotations().ifPresent(annotations -> setMixInAnnotation(form.type(), annotations));
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

    private static final class NumberReader extends StdScalarDeserializer<BigDecimal> {
        private static final long serialVersionUID = 1L;

        NumberReader() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken().isNumeric() && Decimals.isWritable(parser.getDecimalValue())) {
                return parser.getDecimalValue();
            }
            return context.reportInputMismatch(this, "%s", Numbers.RULE);
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

    @SuppressWarnings("rawtypes")
    private static final class SetWriter extends JsonSerializer<Set> {
        @Override
        public void serialize(Set value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(Forms.sorted(value), generator);
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

    private static final class FormWriter<T> extends JsonSerializer<T> {
        private final JsonForm<T> form;

        FormWriter(JsonForm<T> form) {
            this.form = form;
        }

        @Override
        public void serialize(T value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            try {
                provider.defaultSerializeValue(form.write(value), generator);
            } catch (JsonFormatException e) {
                throw JsonMappingException.from(generator, "The value has no form.", e);
            }
        }

        /** A form brings its own label, if it has one. */
        @Override
        public void serializeWithType(
                T value, JsonGenerator generator, SerializerProvider provider, TypeSerializer type) throws IOException {
            serialize(value, generator, provider);
        }
    }

    private static final class FormReader<T> extends JsonDeserializer<T> {
        private final JsonForm<T> form;

        FormReader(JsonForm<T> form) {
            this.form = form;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                return form.read(new JsonTree(new Node2(context.readTree(parser), context)));
            } catch (NumberFormatException e) {
                return context.reportInputMismatch(this, "%s", Numbers.RULE);
            } catch (JsonFormatException e) {
                throw JsonMappingException.from(parser, "The value is not allowed.", e);
            }
        }

        /** A form reads its own label, if it has one. */
        @Override
        public Object deserializeWithType(
                JsonParser parser, DeserializationContext context, TypeDeserializer typeDeserializer)
                throws IOException {
            return deserialize(parser, context);
        }
    }
}

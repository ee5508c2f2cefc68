package dev.customerservice.domain.json;

import dev.customerservice.domain.text.Decimals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** Binds to Jackson 3 what it cannot know of its own: texts, optional values, sets and forms. */
final class Module3 extends SimpleModule {
    private static final long serialVersionUID = 1L;

    Module3(List<JsonForm<?>> forms) {
        super("customer-service");
        IsoText.ALL.forEach(this::addText);
        addSerializer(Optional.class, new OptionalWriter());
        addSerializer(Set.class, new SetWriter());
        addDeserializer(Optional.class, new OptionalReader(null));
        addDeserializer(BigDecimal.class, new NumberReader());
        addDeserializer(String.class, new WordReader());
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
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                Optional<T> value = text.parse(parser.getString());
                if (value.isPresent()) {
                    return value.get();
                }
            }
            return context.reportInputMismatch(this, "%s", text.rule());
        }
    }

    /** Of its own this major loses its place behind a list in a list of texts, and tells of that instead. */
    private static final class WordReader extends StringDeserializer {
        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            return parser.currentToken() == JsonToken.START_ARRAY
                    ? context.reportInputMismatch(String.class, "%s", "must be a text.")
                    : super.deserialize(parser, context);
        }
    }

    private static final class NumberReader extends StdScalarDeserializer<BigDecimal> {
        private static final long serialVersionUID = 1L;

        NumberReader() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken().isNumeric() && Decimals.isWritable(parser.getDecimalValue())) {
                return parser.getDecimalValue();
            }
            return context.reportInputMismatch(this, "%s", Numbers.RULE);
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class OptionalWriter extends ValueSerializer<Optional> {
        @Override
        public void serialize(Optional value, JsonGenerator generator, SerializationContext context) {
            if (value.isPresent()) {
                context.writeValue(generator, value.get());
            } else {
                generator.writeNull();
            }
        }

        @Override
        public boolean isEmpty(SerializationContext context, Optional value) {
            return value.isEmpty();
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class SetWriter extends ValueSerializer<Set> {
        @Override
        public void serialize(Set value, JsonGenerator generator, SerializationContext context) {
            context.writeValue(generator, Forms.sorted(value));
        }

        @Override
        public boolean isEmpty(SerializationContext context, Set value) {
            return value.isEmpty();
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class OptionalReader extends ValueDeserializer<Optional> {
        private final @Nullable JavaType content;

        OptionalReader(@Nullable JavaType content) {
            this.content = content;
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            return new OptionalReader(context.getContextualType().containedTypeOrUnknown(0));
        }

        @Override
        public Optional deserialize(JsonParser parser, DeserializationContext context) {
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

    private static final class FormWriter<T> extends ValueSerializer<T> {
        private final JsonForm<T> form;

        FormWriter(JsonForm<T> form) {
            this.form = form;
        }

        @Override
        public void serialize(T value, JsonGenerator generator, SerializationContext context) {
            try {
                context.writeValue(generator, form.write(value));
            } catch (JsonFormatException e) {
                throw DatabindException.from(generator, "The value has no form.", e);
            }
        }

        /** A form brings its own label, if it has one. */
        @Override
        public void serializeWithType(
                T value, JsonGenerator generator, SerializationContext context, TypeSerializer type) {
            serialize(value, generator, context);
        }
    }

    private static final class FormReader<T> extends ValueDeserializer<T> {
        private final JsonForm<T> form;

        FormReader(JsonForm<T> form) {
            this.form = form;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            try {
                return form.read(new JsonTree(new Node3(context.readTree(parser), context)));
            } catch (NumberFormatException e) {
                return context.reportInputMismatch(this, "%s", Numbers.RULE);
            } catch (JsonFormatException e) {
                throw DatabindException.from(parser, "The value is not allowed.", e);
            }
        }

        /** A form reads its own label, if it has one. */
        @Override
        public Object deserializeWithType(
                JsonParser parser, DeserializationContext context, TypeDeserializer typeDeserializer) {
            return deserialize(parser, context);
        }
    }
}

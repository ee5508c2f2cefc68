package dev.customerservice.roles.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.customerservice.domain.json.JsonFormat2;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.roles.skill.SkillId;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A module of types that are written through records of the same fields as in a file, and of ids that are plain text. */
final class Forms {

    private final FormModule module;
    private final ObjectMapper mapper;

    Forms(String name, JsonFormat2 format) {
        this.module = new FormModule(name);
        this.mapper = PlaybookReader.forms(format);
        module.setMixInAnnotation(AgentId.class, Identity.class);
        module.setMixInAnnotation(SkillId.class, Identity.class);
    }

    SimpleModule module() {
        return module;
    }

    /** A type with a form, whose records and those nested in it leave out what is null. */
    <T, F> Forms add(Class<T> type, Class<F> form, Function<T, F> written, Function<F, T> read) {
        module.setMixInAnnotation(form, WithoutNulls.class);
        for (Class<?> nested : form.getDeclaredClasses()) {
            module.setMixInAnnotation(nested, WithoutNulls.class);
        }
        module.addSerializer(type, new Writer<>(written));
        module.readers.put(type, new Reader<>(mapper.readerFor(form), read));
        return this;
    }

    /** A type that is one text. */
    <T> Forms text(Class<T> type, Function<String, T> parser) {
        return add(type, String.class, Object::toString, parser);
    }

    /** Readers are named as annotations would be: what has a builder is read by that, whatever deserializers a module adds. */
    private static final class FormModule extends SimpleModule {
        private static final long serialVersionUID = 1L;

        private final transient Map<Class<?>, JsonDeserializer<?>> readers = new HashMap<>();

        FormModule(String name) {
            super(name, Version.unknownVersion());
        }

        @Override
        public void setupModule(SetupContext context) {
            super.setupModule(context);
            context.insertAnnotationIntrospector(new Readers(readers));
        }
    }

    private static final class Readers extends NopAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        private final transient Map<Class<?>, JsonDeserializer<?>> readers;

        Readers(Map<Class<?>, JsonDeserializer<?>> readers) {
            this.readers = readers;
        }

        @Override
        public @Nullable Object findDeserializer(Annotated annotated) {
            return annotated instanceof AnnotatedClass ? readers.get(annotated.getRawType()) : null;
        }
    }

    private static final class Writer<T, F> extends JsonSerializer<T> {
        private final Function<T, F> written;

        Writer(Function<T, F> written) {
            this.written = written;
        }

        @Override
        public void serialize(T value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            F form;
            try {
                form = written.apply(value);
            } catch (IllegalArgumentException e) {
                throw JsonMappingException.from(generator, "must have a form: " + e.getMessage(), e);
            }
            provider.defaultSerializeValue(form, generator);
        }
    }

    private static final class Reader<T, F> extends JsonDeserializer<T> {
        private final ObjectReader form;
        private final Function<F, T> read;

        Reader(ObjectReader form, Function<F, T> read) {
            this.form = form.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            F found = form.readValue(parser);
            try {
                return read.apply(found);
            } catch (RuntimeException e) {
                throw JsonMappingException.from(parser, "must be allowed: " + e.getMessage(), e);
            }
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private interface WithoutNulls {}

    private abstract static class Identity {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Object of(String value) {
            return value;
        }

        @JsonValue
        abstract String value();
    }
}

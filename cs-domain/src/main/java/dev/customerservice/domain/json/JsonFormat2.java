package dev.customerservice.domain.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.google.common.primitives.Primitives;
import dev.customerservice.domain.ticket.Ticket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Written values as JSON through Jackson 2. Immutable and thread-safe. */
public final class JsonFormat2 {
    private static final JsonFormat2 STANDARD = new JsonFormat2(Map.of(), List.of());
    private static final int DEEPEST = 200;
    private static final long LONGEST = 50_000_000;
    private static final String COMPLETE = "must be complete and of the type it has in the format.";

    private final Map<String, Predicate<Ticket>> code;
    private final List<Module> modules;
    private final ObjectMapper mapper;

    private JsonFormat2(Map<String, Predicate<Ticket>> code, List<Module> modules) {
        this.code = code;
        this.modules = modules;
        this.mapper = build(code).registerModules(modules);
    }

    /** {@return the format, with no code bound to names} */
    public static JsonFormat2 standard() {
        return STANDARD;
    }

    /**
     * The same format that also reads conditions written in code.
     *
     * @param name the name that such a condition is stored by
     * @param test the test it stands for
     * @return a copy
     */
    public JsonFormat2 binding(String name, Predicate<Ticket> test) {
        Map<String, Predicate<Ticket>> more = new LinkedHashMap<>(code);
        more.put(name, test);
        return new JsonFormat2(more, modules);
    }

    /**
     * The same format that also knows other types.
     *
     * @param module what reads and writes them
     * @return a copy
     */
    public JsonFormat2 with(Module module) {
        List<Module> more = new ArrayList<>(modules);
        more.add(module);
        return new JsonFormat2(code, List.copyOf(more));
    }

    /** {@return a mapper of the caller's own that reads and writes in this format} */
    public ObjectMapper mapper() {
        return mapper.copy();
    }

    /**
     * Reads a written value.
     *
     * @param json the text
     * @param type the type of the value
     * @param <T> the type of the value
     * @return the value
     * @throws JsonFormatException if the text is no such value, with the place and the rule
     */
    public <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw refusal(e);
        }
    }

    /**
     * Reads a written value from a file in UTF-8.
     *
     * @param file the file
     * @param type the type of the value
     * @param <T> the type of the value
     * @return the value
     * @throws IOException if the file cannot be read
     * @throws JsonFormatException if the text is no such value, with the place and the rule
     */
    public <T> T read(Path file, Class<T> type) throws IOException {
        return read(Files.readString(file, StandardCharsets.UTF_8), type);
    }

    /**
     * Writes a value.
     *
     * @param value the value
     * @return its JSON text, indented, ending in a line feed
     */
    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value).replace("\r\n", "\n") + "\n";
        } catch (JsonProcessingException e) {
            throw refusal(e);
        }
    }

    private static ObjectMapper build(Map<String, Predicate<Ticket>> code) {
        JsonMapper.Builder builder = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(DEEPEST)
                                .maxDocumentLength(LONGEST)
                                .build())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                        .build())
                .annotationIntrospector(new Introspector2())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
                .withConfigOverride(
                        Optional.class,
                        optional -> optional.setInclude(
                                JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS)))
                .withCoercionConfig(
                        LogicalType.Textual,
                        coercion -> Arrays.stream(CoercionInputShape.values())
                                .filter(shape -> shape != CoercionInputShape.EmptyString)
                                .forEach(shape -> coercion.setCoercion(shape, CoercionAction.Fail)))
                .addModule(new Module2(code));
        Mixins.byType().forEach(builder::addMixIn);
        return builder.build();
    }

    private static JsonFormatException refusal(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping)) {
            return new JsonFormatException("", "must be well-formed JSON (" + place(e) + ").", e);
        }
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : mapping.getPath()) {
            pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : escaped(step.getFieldName()));
        }
        if (isKey(mapping) && mapping instanceof InvalidFormatException key) {
            pointer.append('/').append(escaped(String.valueOf(key.getValue())));
        }
        return new JsonFormatException(pointer.toString(), rule(mapping), e);
    }

    /** Whether the name of a map's entry was refused, whose path ends at the map. */
    private static boolean isKey(JsonMappingException e) {
        return e.getOriginalMessage().startsWith("Cannot deserialize Map key");
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? "place unknown"
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String rule(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "must not be there; the fields known here are " + unknown.getKnownPropertyIds() + ".";
        }
        if (e instanceof InvalidTypeIdException) {
            return "must have one of the labels of its kind as type.";
        }
        if (e instanceof InvalidFormatException format
                && format.getTargetType() != null
                && format.getTargetType().isEnum()) {
            return "must be one of "
                    + Arrays.stream(format.getTargetType().getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                            .toList()
                    + ".";
        }
        if (e.getOriginalMessage().startsWith("must ")) {
            return e.getOriginalMessage();
        }
        if (e.getCause() instanceof IllegalArgumentException refused) {
            return "must be allowed: " + refused.getMessage();
        }
        if (e.getCause() instanceof IllegalStateException incomplete) {
            return "must be complete: " + incomplete.getMessage() + ".";
        }
        return e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
                ? ruleOf(Primitives.wrap(mismatch.getTargetType()))
                : COMPLETE;
    }

    private static String ruleOf(Class<?> type) {
        if (type == Integer.class || type == Long.class) {
            return "must be a whole number.";
        }
        if (type == Boolean.class) {
            return "must be true or false.";
        }
        if (type == String.class) {
            return "must be a text.";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "must be a list in square brackets.";
        }
        return Map.class.isAssignableFrom(type) ? "must be an object of names and values." : COMPLETE;
    }
}

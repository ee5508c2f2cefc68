package dev.customerservice.domain.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.google.common.base.Throwables;
import dev.customerservice.domain.ticket.Ticket;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Written values as JSON through Jackson 2. Immutable and thread-safe. */
public final class JsonFormat2 implements JsonFormat {
    private static final JsonFormat2 STANDARD = new JsonFormat2(Setting.NONE, List.of());

    private final Setting setting;
    private final List<Module> modules;
    private final ObjectMapper mapper;

    private JsonFormat2(Setting setting, List<Module> modules) {
        this.setting = setting;
        this.modules = modules;
        this.mapper = build(setting).registerModules(modules);
    }

    /** {@return the format, with no code bound to names} */
    public static JsonFormat2 standard() {
        return STANDARD;
    }

    @Override
    public JsonFormat2 binding(String name, Predicate<Ticket> test) {
        return new JsonFormat2(setting.binding(name, test), modules);
    }

    @Override
    public JsonFormat2 with(List<JsonForm<?>> forms) {
        return new JsonFormat2(setting.with(forms), modules);
    }

    @Override
    public JsonFormat2 strict() {
        return new JsonFormat2(setting.strict(), modules);
    }

    @Override
    public JsonFormat2 unknownEvents(UnknownEvents choice) {
        return new JsonFormat2(setting.unknownEvents(choice), modules);
    }

    @Override
    public JsonFormat2 redacted(UnaryOperator<String> ids) {
        return new JsonFormat2(setting.redacted(ids), modules);
    }

    /**
     * The same format that also knows what a module of the caller's own reads and writes.
     *
     * @param module the module
     * @return a copy
     */
    public JsonFormat2 with(Module module) {
        return new JsonFormat2(setting, Setting.and(modules, module));
    }

    /** {@return a mapper of the caller's own that reads and writes in this format} */
    public ObjectMapper mapper() {
        return mapper.copy();
    }

    @Override
    public <T> T read(String json, Class<T> type) {
        try {
            return Setting.there(mapper.readValue(json, type));
        } catch (JsonProcessingException e) {
            throw refusal(e);
        } catch (NumberFormatException e) {
            throw Numbers.refusal();
        }
    }

    @Override
    public String write(Object value) {
        try {
            return Setting.text(mapper.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw refusal(e);
        }
    }

    private static ObjectMapper build(Setting setting) {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(Setting.limit(
                                        StreamReadConstraints.builder(),
                                        StreamReadConstraints.Builder::maxNestingDepth,
                                        StreamReadConstraints.Builder::maxDocumentLength,
                                        StreamReadConstraints.Builder::maxTokenCount,
                                        StreamReadConstraints.Builder::maxStringLength,
                                        StreamReadConstraints.Builder::maxNameLength,
                                        StreamReadConstraints.Builder::maxNumberLength)
                                .build())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                        .build())
                .annotationIntrospector(new Introspector2(setting.all()))
                .accessorNaming(new Naming2())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, setting.isStrict())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
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
                .addModule(new Module2(setting.all()))
                .build();
    }

    static JsonFormatException refusal(JsonProcessingException e) {
        MismatchedInputException mismatch = e instanceof MismatchedInputException found ? found : null;
        return new Fault(
                        kind(e),
                        pointer(e),
                        Throwables.getRootCause(e) instanceof StreamReadException syntax
                                ? place(syntax)
                                : e.getOriginalMessage(),
                        mismatch == null ? null : mismatch.getTargetType(),
                        e instanceof UnrecognizedPropertyException unknown ? unknown.getKnownPropertyIds() : null,
                        e instanceof InvalidFormatException format ? format.getValue() : null,
                        e.getCause() instanceof JsonProcessingException ? null : e.getCause())
                .refusal();
    }

    private static Fault.Kind kind(JsonProcessingException e) {
        Throwable root = Throwables.getRootCause(e);
        if (root instanceof StreamConstraintsException) {
            return Fault.Kind.LIMIT;
        }
        if (!(e instanceof JsonMappingException) || root instanceof StreamReadException) {
            return Fault.Kind.SYNTAX;
        }
        if (e instanceof UnrecognizedPropertyException) {
            return Fault.Kind.FIELD;
        }
        if (e instanceof InvalidTypeIdException) {
            return Fault.Kind.LABEL;
        }
        if (e instanceof InvalidNullException) {
            return Fault.Kind.NOTHING;
        }
        return e instanceof InvalidFormatException ? Fault.Kind.VALUE : Fault.Kind.OTHER;
    }

    private static String pointer(JsonProcessingException e) {
        StringBuilder pointer = new StringBuilder();
        if (e instanceof JsonMappingException mapping) {
            for (JsonMappingException.Reference step : mapping.getPath()) {
                pointer.append(Fault.step(step.getFieldName(), step.getIndex()));
            }
        }
        if (e instanceof InvalidFormatException key && Fault.isKey(e.getOriginalMessage())) {
            pointer.append(JsonFormatException.step(String.valueOf(key.getValue())));
        }
        return pointer.toString();
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? "place unknown"
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }
}

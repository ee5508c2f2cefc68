package dev.customerservice.domain.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.google.common.base.Throwables;
import dev.customerservice.domain.ticket.Ticket;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Written values as JSON through Jackson 3. Immutable and thread-safe. */
public final class JsonFormat3 implements JsonFormat {
    private static final JsonFormat3 STANDARD = new JsonFormat3(Setting.NONE, List.of());

    private final Setting setting;
    private final List<JacksonModule> modules;
    private final JsonMapper mapper;

    private JsonFormat3(Setting setting, List<JacksonModule> modules) {
        this.setting = setting;
        this.modules = modules;
        this.mapper = build(setting).addModules(modules).build();
    }

    /** {@return the format, with no code bound to names} */
    public static JsonFormat3 standard() {
        return STANDARD;
    }

    @Override
    public JsonFormat3 binding(String name, Predicate<Ticket> test) {
        return new JsonFormat3(setting.binding(name, test), modules);
    }

    @Override
    public JsonFormat3 with(List<JsonForm<?>> forms) {
        return new JsonFormat3(setting.with(forms), modules);
    }

    @Override
    public JsonFormat3 strict() {
        return new JsonFormat3(setting.strict(), modules);
    }

    @Override
    public JsonFormat3 unknownEvents(UnknownEvents choice) {
        return new JsonFormat3(setting.unknownEvents(choice), modules);
    }

    @Override
    public JsonFormat3 redacted(UnaryOperator<String> ids) {
        return new JsonFormat3(setting.redacted(ids), modules);
    }

    /**
     * The same format that also knows what a module of the caller's own reads and writes.
     *
     * @param module the module
     * @return a copy
     */
    public JsonFormat3 with(JacksonModule module) {
        return new JsonFormat3(setting, Setting.and(modules, module));
    }

    /** {@return the mapper that reads and writes in this format} */
    public JsonMapper mapper() {
        return mapper;
    }

    @Override
    public <T> T read(String json, Class<T> type) {
        try {
            return Setting.there(mapper.readValue(json, type));
        } catch (JacksonException e) {
            throw refusal(e);
        } catch (NumberFormatException e) {
            throw Numbers.refusal();
        }
    }

    @Override
    public String write(Object value) {
        try {
            return Setting.text(mapper.writeValueAsString(value));
        } catch (JacksonException e) {
            throw refusal(e);
        }
    }

    private static JsonMapper.Builder build(Setting setting) {
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
                .annotationIntrospector(new Introspector3(setting.all()))
                .accessorNaming(new Naming3())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .changeDefaultVisibility(visible -> visible.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(EnumFeature.READ_ENUMS_USING_TO_STRING, EnumFeature.WRITE_ENUMS_USING_TO_STRING)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, setting.isStrict())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .changeDefaultPropertyInclusion(inclusion ->
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
                .addModule(new Module3(setting.all()));
    }

    static JsonFormatException refusal(JacksonException e) {
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
                        e.getCause() instanceof JacksonException ? null : e.getCause())
                .refusal();
    }

    private static Fault.Kind kind(JacksonException e) {
        Throwable root = Throwables.getRootCause(e);
        if (root instanceof StreamConstraintsException) {
            return Fault.Kind.LIMIT;
        }
        if (!(e instanceof DatabindException) || root instanceof StreamReadException) {
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

    private static String pointer(JacksonException e) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            pointer.append(Fault.step(step.getPropertyName(), step.getIndex()));
        }
        if (e instanceof InvalidFormatException key && Fault.isKey(e.getOriginalMessage())) {
            pointer.append(JsonFormatException.step(String.valueOf(key.getValue())));
        }
        return pointer.toString();
    }

    private static String place(JacksonException e) {
        return e.getLocation() == null
                ? "place unknown"
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }
}

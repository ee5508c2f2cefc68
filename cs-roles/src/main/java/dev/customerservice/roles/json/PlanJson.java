package dev.customerservice.roles.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.customerservice.domain.json.JsonFormat2;
import dev.customerservice.roles.evidence.Condition;
import dev.customerservice.roles.practice.Cadence;
import java.io.IOException;
import java.util.function.Function;

/** Service plans, and the goals, maps, actions and toolkits in them, as JSON; cadences and conditions look as in a playbook. */
public final class PlanJson {

    private PlanJson() {}

    /**
     * Teaches a format to read and write service plans and their parts.
     *
     * @param format the format of the domain
     * @return the same format that also knows {@code ServicePlan}, {@code SmartGoal}, {@code JourneyMap}, {@code ServiceDesignMap},
     *     {@code ActionPlan} and {@code Toolkit}
     */
    public static JsonFormat2 format(JsonFormat2 format) {
        SimpleModule module = new SimpleModule("customer-service-plans", Version.unknownVersion());
        ObjectMapper forms = PlaybookReader.forms(format);
        add(
                module,
                forms,
                Cadence.class,
                PracticeJson.CadenceJson.class,
                PracticeJson.CadenceJson::of,
                form -> form.toCadence());
        add(module, forms, Condition.class, ConditionJson.class, ConditionJson::of, ConditionJson::toCondition);
        for (Class<?> form : new Class<?>[] {PracticeJson.CadenceJson.class, ConditionJson.class}) {
            module.setMixInAnnotation(form, WithoutNulls.class);
        }
        for (Class<?> shape : ConditionJson.class.getDeclaredClasses()) {
            module.setMixInAnnotation(shape, WithoutNulls.class);
        }
        return format.with(module);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private interface WithoutNulls {}

    private static <T, F> void add(
            SimpleModule module,
            ObjectMapper forms,
            Class<T> type,
            Class<F> form,
            Function<T, F> written,
            Function<F, T> read) {
        module.addSerializer(type, new JsonSerializer<T>() {
            @Override
            public void serialize(T value, JsonGenerator generator, SerializerProvider provider) throws IOException {
                provider.defaultSerializeValue(written.apply(value), generator);
            }
        });
        module.addDeserializer(type, new JsonDeserializer<T>() {
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                return read.apply(forms.treeToValue(context.readTree(parser), form));
            }
        });
    }
}

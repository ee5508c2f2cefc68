package dev.customerservice.domain.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonPOJOBuilder;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** Tells Jackson 3 how written values are built, and that the names of constants are lower case. */
final class Introspector3 extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    private final ImmutableSet<Class<?>> withForm;

    /** An introspector that leaves types with a form of their own to it. */
    Introspector3(Collection<JsonForm<?>> forms) {
        this.withForm = forms.stream()
                .filter(JsonForm::isRead)
                .<Class<?>>map(JsonForm::type)
                .collect(ImmutableSet.toImmutableSet());
    }

    @Override
    public @Nullable Class<?> findPOJOBuilder(MapperConfig<?> config, AnnotatedClass type) {
        return type.getRawType().isInterface() && !withForm.contains(type.getRawType())
                ? WrittenType.of(type.getRawType()).map(WrittenType::builder).orElse(null)
                : super.findPOJOBuilder(config, type);
    }

    @Override
    public JsonPOJOBuilder.@Nullable Value findPOJOBuilderConfig(MapperConfig<?> config, AnnotatedClass type) {
        return isOurs(type) ? new JsonPOJOBuilder.Value("build", "") : super.findPOJOBuilderConfig(config, type);
    }

    private static boolean isOurs(AnnotatedClass type) {
        return WrittenType.of(type.getRawType()).isPresent();
    }

    /** A component must be there unless it may be absent; forms of files say themselves what they need. */
    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        return isNeeded(member) ? Boolean.TRUE : super.hasRequiredMarker(config, member);
    }

    /** Nothing is no part of a list or a map. */
    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated member) {
        return JsonSetter.Value.construct(isNeeded(member) ? Nulls.FAIL : null, Nulls.FAIL);
    }

    private static boolean isNeeded(Annotated member) {
        return member instanceof AnnotatedParameter part
                && WrittenType.isNeeded(part.getDeclaringClass(), part.getRawType());
    }

    @Override
    public String[] findEnumValues(MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
        for (int i = 0; i < constants.length; i++) {
            names[i] = constants[i].name().toLowerCase(Locale.ROOT);
        }
        return names;
    }
}

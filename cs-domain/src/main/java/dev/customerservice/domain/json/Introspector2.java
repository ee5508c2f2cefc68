package dev.customerservice.domain.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells Jackson 2 how written values are built, and that the names of constants are lower case. */
final class Introspector2 extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    private final ImmutableSet<Class<?>> withForm;

    /** An introspector that leaves types with a form of their own to it. */
    Introspector2(Collection<JsonForm<?>> forms) {
        this.withForm = forms.stream()
                .filter(JsonForm::isRead)
                .<Class<?>>map(JsonForm::type)
                .collect(ImmutableSet.toImmutableSet());
    }

    @Override
    public @Nullable Class<?> findPOJOBuilder(AnnotatedClass type) {
        return type.getRawType().isInterface() && !withForm.contains(type.getRawType())
                ? WrittenType.of(type.getRawType()).map(WrittenType::builder).orElse(null)
                : super.findPOJOBuilder(type);
    }

    @Override
    public JsonPOJOBuilder.@Nullable Value findPOJOBuilderConfig(AnnotatedClass type) {
        return isOurs(type) ? new JsonPOJOBuilder.Value("build", "") : super.findPOJOBuilderConfig(type);
    }

    private static boolean isOurs(AnnotatedClass type) {
        return WrittenType.of(type.getRawType()).isPresent();
    }

    /** A component must be there unless it may be absent; forms of files say themselves what they need. */
    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        return isNeeded(member) ? Boolean.TRUE : super.hasRequiredMarker(member);
    }

    /** Nothing is no part of a list or a map. */
    @Override
    public JsonSetter.Value findSetterInfo(Annotated member) {
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

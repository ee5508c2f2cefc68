package dev.customerservice.domain.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.introspect.VisibilityChecker;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells Jackson 2 how written values are built, and that the names of constants are lower case. */
final class Introspector2 extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Class<?> findPOJOBuilder(AnnotatedClass type) {
        return type.getRawType().isInterface()
                ? WrittenType.of(type.getRawType()).map(WrittenType::builder).orElse(null)
                : super.findPOJOBuilder(type);
    }

    @Override
    public JsonPOJOBuilder.@Nullable Value findPOJOBuilderConfig(AnnotatedClass type) {
        return isOurs(type) ? new JsonPOJOBuilder.Value("build", "") : super.findPOJOBuilderConfig(type);
    }

    @Override
    public VisibilityChecker<?> findAutoDetectVisibility(AnnotatedClass type, VisibilityChecker<?> checker) {
        return isOurs(type)
                ? checker.with(JsonAutoDetect.Visibility.NONE)
                : super.findAutoDetectVisibility(type, checker);
    }

    private static boolean isOurs(AnnotatedClass type) {
        return WrittenType.of(type.getRawType()).isPresent();
    }

    @Override
    public @Nullable PropertyName findNameForSerialization(Annotated member) {
        PropertyName name = wireName(member, 0);
        return name == null ? super.findNameForSerialization(member) : name;
    }

    @Override
    public @Nullable PropertyName findNameForDeserialization(Annotated member) {
        PropertyName name = wireName(member, 1);
        return name == null ? super.findNameForDeserialization(member) : name;
    }

    private static @Nullable PropertyName wireName(Annotated member, int parameters) {
        if (!(member instanceof AnnotatedMethod method) || method.getParameterCount() != parameters) {
            return null;
        }
        return WrittenType.of(method.getDeclaringClass())
                .flatMap(type -> type.wireName(method.getAnnotated()))
                .map(PropertyName::construct)
                .orElse(null);
    }

    @Override
    public String[] findEnumValues(MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
        for (int i = 0; i < constants.length; i++) {
            names[i] = constants[i].name().toLowerCase(Locale.ROOT);
        }
        return names;
    }
}

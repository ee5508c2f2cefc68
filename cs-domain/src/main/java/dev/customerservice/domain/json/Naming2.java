package dev.customerservice.domain.json;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AccessorNamingStrategy;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.DefaultAccessorNamingStrategy;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Tells Jackson 2 which accessors of a written type, and which methods of its builder, are properties. */
final class Naming2 extends DefaultAccessorNamingStrategy.Provider {
    private static final long serialVersionUID = 1L;

    @Override
    public AccessorNamingStrategy forPOJO(MapperConfig<?> config, AnnotatedClass type) {
        return WrittenType.of(type.getRawType())
                .<AccessorNamingStrategy>map(Written::new)
                .orElseGet(() -> super.forPOJO(config, type));
    }

    @Override
    public AccessorNamingStrategy forBuilder(MapperConfig<?> config, AnnotatedClass builder, BeanDescription type) {
        return WrittenType.of(builder.getRawType())
                .<AccessorNamingStrategy>map(Written::new)
                .orElseGet(() -> super.forBuilder(config, builder, type));
    }

    private static final class Written extends AccessorNamingStrategy.Base {
        private static final long serialVersionUID = 1L;

        private final transient WrittenType type;

        Written(WrittenType type) {
            this.type = type;
        }

        @Override
        public @Nullable String findNameForRegularGetter(AnnotatedMethod method, String name) {
            return property(method.getAnnotated());
        }

        @Override
        public @Nullable String findNameForMutator(AnnotatedMethod method, String name) {
            return property(method.getAnnotated());
        }

        private @Nullable String property(Method method) {
            return type.isProperty(method) ? method.getName() : null;
        }
    }
}

package dev.customerservice.examples.house;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The public value types of the library: records, and interfaces that have a builder; and which of them hold which. */
final class WireTypes {
    private static final String OURS = "dev.customerservice.";

    private WireTypes() {}

    /** {@return the name of a type as docs/wire-format.md writes it, such as {@code domain.sla.Goal}} */
    static String name(Class<?> type) {
        return type.getName().replace(OURS, "").replace('$', '.');
    }

    /** {@return a type by that name} */
    static Class<?> named(String name) throws ClassNotFoundException {
        int nested = name.split("\\.[A-Z]", 2)[0].length();
        int first = name.indexOf('.', nested + 1);
        return Class.forName(OURS
                + (first < 0
                        ? name
                        : name.substring(0, first) + name.substring(first).replace('.', '$')));
    }

    /** {@return all public value types of the three modules} */
    static List<Class<?>> all() {
        return Stream.of("cs-domain", "cs-metrics", "cs-roles")
                .map(module -> Reactor.root().resolve(module))
                .flatMap(module -> Reactor.javaFiles(module, "main").stream().map(file -> typeName(module, file)))
                .filter(name -> !name.endsWith("-info"))
                .flatMap(name -> withNested(load(name)))
                .filter(WireTypes::isValue)
                .toList();
    }

    private static String typeName(Path module, Path file) {
        String path = module.resolve("src/main/java").relativize(file).toString();
        return path.substring(0, path.length() - ".java".length())
                .replace('/', '.')
                .replace('\\', '.');
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, WireTypes.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<Class<?>> withNested(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                ? Stream.concat(
                        Stream.of(type),
                        Arrays.stream(type.getDeclaredClasses()).flatMap(WireTypes::withNested))
                : Stream.empty();
    }

    private static boolean isValue(Class<?> type) {
        return type.isRecord() || (type.isInterface() && hasBuilder(type));
    }

    private static boolean hasBuilder(Class<?> type) {
        return Arrays.stream(type.getDeclaredClasses())
                .anyMatch(nested -> nested.getSimpleName().equals("Builder"));
    }

    /** {@return these types and all that they hold, to any depth} */
    static Set<Class<?>> reachable(Collection<Class<?>> roots) {
        Set<Class<?>> seen = new HashSet<>();
        Deque<Type> left = new ArrayDeque<>(roots);
        while (!left.isEmpty()) {
            Type next = left.remove();
            if (next instanceof ParameterizedType generic) {
                left.add(generic.getRawType());
                left.addAll(List.of(generic.getActualTypeArguments()));
            } else if (next instanceof WildcardType wildcard) {
                left.addAll(List.of(wildcard.getUpperBounds()));
            } else if (next instanceof GenericArrayType array) {
                left.add(array.getGenericComponentType());
            } else if (next instanceof Class<?> type && seen.add(type)) {
                left.addAll(held(type));
            }
        }
        return seen;
    }

    private static List<Type> held(Class<?> type) {
        if (type.isArray()) {
            return List.of(type.getComponentType());
        }
        if (!type.getName().startsWith(OURS)) {
            return List.of();
        }
        Stream<Type> own = type.isRecord()
                ? Arrays.stream(type.getRecordComponents()).map(RecordComponent::getGenericType)
                : type.isInterface() && hasBuilder(type)
                        ? Arrays.stream(type.getMethods())
                                .filter(method -> method.getParameterCount() == 0 && !isStatic(method))
                                .map(Method::getGenericReturnType)
                        : Stream.empty();
        Stream<Type> kinds = type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()) : Stream.empty();
        return Stream.concat(own, kinds).toList();
    }

    private static boolean isStatic(Method method) {
        return Modifier.isStatic(method.getModifiers());
    }
}

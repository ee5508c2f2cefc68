package dev.customerservice.domain.json;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * A type that people write down: an interface with a nested builder. Its wire properties are what its builder can set, so nothing
 * that is derived is ever written.
 */
final class WrittenType {
    private static final String OURS = "dev.customerservice.";

    private final Class<?> type;
    private final Class<?> builder;

    private WrittenType(Class<?> type, Class<?> builder) {
        this.type = type;
        this.builder = builder;
    }

    /** The written type that a class is, implements or builds. */
    static Optional<WrittenType> of(Class<?> candidate) {
        if (candidate.getName().startsWith(OURS)) {
            Class<?> outer = candidate.getEnclosingClass();
            if (candidate.getSimpleName().equals("Builder") && outer != null) {
                return of(outer);
            }
            if (candidate.isInterface()) {
                return Arrays.stream(candidate.getDeclaredClasses())
                        .filter(nested -> nested.getSimpleName().equals("Builder"))
                        .findFirst()
                        .map(found -> new WrittenType(candidate, found));
            }
            return Arrays.stream(candidate.getInterfaces())
                    .map(WrittenType::of)
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        return Optional.empty();
    }

    Class<?> builder() {
        return builder;
    }

    /** Whether a component of a record must be there; the records that stand for a file's form say so themselves. */
    static boolean isNeeded(Class<?> declaring, Class<?> component) {
        return component != Optional.class && !declaring.getPackageName().endsWith(".json");
    }

    /** Whether a method is the accessor of a property or the method of the builder that sets it. */
    boolean isProperty(Method method) {
        Class<?>[] parameters = method.getParameterTypes();
        return parameters.length == 0
                ? accessor(method.getName()).isPresent() && isSettable(method.getName())
                : parameters.length == 1
                        && accessor(method.getName())
                                .filter(accessor -> sets(accessor, parameters[0]))
                                .isPresent();
    }

    private Optional<Method> accessor(String name) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == 0)
                .findFirst();
    }

    private boolean isSettable(String name) {
        return Arrays.stream(builder.getMethods())
                .anyMatch(method ->
                        method.getName().equals(name) && method.getParameterCount() == 1 && isProperty(method));
    }

    private static boolean sets(Method accessor, Class<?> parameter) {
        Class<?> wanted = accessor.getReturnType();
        if (wanted == Optional.class) {
            return parameter != Optional.class;
        }
        if (Iterable.class.isAssignableFrom(wanted)) {
            return parameter == Iterable.class;
        }
        return Map.class.isAssignableFrom(wanted) ? parameter == Map.class : parameter == wanted;
    }
}

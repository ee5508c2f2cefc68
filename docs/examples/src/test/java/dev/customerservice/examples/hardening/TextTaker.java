package dev.customerservice.examples.hardening;

import com.google.common.reflect.ClassPath;
import dev.customerservice.domain.money.Money;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.survey.SurveyScale;
import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.metrics.facts.Milestone;
import dev.customerservice.metrics.facts.StatusSet;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.kpi.Clock;
import dev.customerservice.metrics.kpi.Cohort;
import dev.customerservice.metrics.kpi.ContactTime;
import dev.customerservice.metrics.kpi.DurationColumn;
import dev.customerservice.metrics.kpi.Filter;
import dev.customerservice.metrics.kpi.Formula;
import dev.customerservice.metrics.kpi.NumberColumn;
import dev.customerservice.metrics.kpi.SerializableFunction;
import dev.customerservice.metrics.kpi.TicketNumber;
import dev.customerservice.metrics.statistics.Change;
import dev.customerservice.metrics.statistics.ConfidenceInterval;
import dev.customerservice.roles.assessment.Assessment;
import dev.customerservice.roles.assessment.Criterion;
import dev.customerservice.roles.evidence.Condition;
import dev.customerservice.roles.evidence.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A public method of the library that takes a text where others may write what they like.
 *
 * @param name its type, name and which of its arguments the text is
 * @param taking gives it the text, and what usually stands there as its other arguments
 */
record TextTaker(String name, Function<String, Object> taking) {
    private static final String OURS = "dev.customerservice.";

    /** What stands in the places where the text does not. */
    private static final Map<Class<?>, Object> USUAL = Map.ofEntries(
            Map.entry(String.class, "one"),
            Map.entry(String[].class, new String[] {"one"}),
            Map.entry(int.class, 1),
            Map.entry(long.class, 1L),
            Map.entry(boolean.class, true),
            Map.entry(BigDecimal.class, new BigDecimal("0.5")),
            Map.entry(Instant.class, Instant.parse("2026-11-02T09:00:00Z")),
            Map.entry(LocalDate.class, LocalDate.of(2026, 11, 2)),
            Map.entry(Duration.class, Duration.ofHours(1)),
            Map.entry(Period.class, Period.ofDays(1)),
            Map.entry(ZoneId.class, ZoneId.of("Europe/London")),
            Map.entry(List.class, List.of()),
            Map.entry(Map.class, Map.of()),
            Map.entry(Collection.class, List.of(Subject.of("person", "ana"))),
            Map.entry(Subject[].class, new Subject[] {Subject.of("person", "ana")}),
            Map.entry(Predicate.class, (Predicate<Object>) any -> true),
            Map.entry(SerializableFunction.class, (SerializableFunction<Object, Object>) any -> any),
            Map.entry(Class.class, TicketFacts.class),
            Map.entry(AgentId.class, AgentId.of("ana")),
            Map.entry(TeamId.class, TeamId.of("first")),
            Map.entry(Money.class, Money.of("1", "EUR")),
            Map.entry(Subject.class, Subject.of("person", "ana")),
            Map.entry(Condition.class, Condition.exists("one")),
            Map.entry(SlaMetric.class, SlaMetric.RESOLUTION),
            Map.entry(SurveyScale.class, SurveyScale.satisfaction(5)),
            Map.entry(Attribute.class, Attribute.PRIORITY),
            Map.entry(Channel.class, Channel.CHAT),
            Map.entry(Filter.class, Filter.every()),
            Map.entry(Clock.class, Clock.CALENDAR),
            Map.entry(StatusSet.class, StatusSet.DONE),
            Map.entry(Milestone.class, Milestone.CREATED),
            Map.entry(Cohort.class, Cohort.of(TicketFacts.class, Milestone.CREATED)),
            Map.entry(NumberColumn.class, TicketNumber.REPLIES),
            Map.entry(DurationColumn.class, ContactTime.WAIT),
            Map.entry(Formula.class, new Formula.Count<>(Filter.every())),
            Map.entry(
                    Change.class,
                    new Change(
                            0.1, new ConfidenceInterval(0, 0.2, 0.95), OptionalDouble.empty(), OptionalDouble.empty())),
            Map.entry(
                    Assessment.class,
                    Assessment.builder()
                            .id("quality")
                            .title("Quality")
                            .subject("contact")
                            .addCriteria(Criterion.rated("one", "soft", "The tone suited the channel."))
                            .build()));

    /** {@return all that are static, and those of builders, in the order of their names} */
    static List<TextTaker> all() {
        return types().flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> !method.getName().equals("valueOf")) // the JDK's, of constants
                .filter(method -> Modifier.isStatic(method.getModifiers()) || isOfABuilder(method))
                .flatMap(TextTaker::of)
                .sorted(Comparator.comparing(TextTaker::name))
                .toList();
    }

    private static Stream<Class<?>> types() {
        try {
            return ClassPath.from(TextTaker.class.getClassLoader()).getAllClasses().stream()
                    .filter(found -> Stream.of("domain.", "metrics.", "roles.")
                            .anyMatch(module -> found.getName().startsWith(OURS + module)))
                    .filter(found -> !found.getPackageName().endsWith(".testing")
                            && !found.getPackageName().endsWith(".text"))
                    .<Class<?>>map(found -> found.load())
                    .filter(type -> isPublic(type) && isMain(type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPublic(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return Modifier.isPublic(type.getModifiers()) && (outer == null || isPublic(outer));
    }

    private static boolean isMain(Class<?> type) {
        String place = type.getProtectionDomain().getCodeSource().getLocation().getPath();
        return !place.contains("test");
    }

    private static boolean isOfABuilder(Method method) {
        Class<?> builder = method.getDeclaringClass();
        return builder.getSimpleName().equals("Builder")
                && Stream.of(builder.getEnclosingClass().getMethods())
                        .anyMatch(start -> start.getName().equals("builder") && start.getParameterCount() == 0);
    }

    private static Stream<TextTaker> of(Method method) {
        Class<?>[] types = method.getParameterTypes();
        String name = method.getDeclaringClass().getName().replace(OURS, "") + "." + method.getName();
        return IntStream.range(0, types.length)
                .filter(place -> types[place] == String.class || types[place] == String[].class)
                .mapToObj(place -> new TextTaker(
                        name + "(" + types.length + ") " + place, text -> call(method, arguments(types, place, text))));
    }

    private static Object[] arguments(Class<?>[] types, int place, String text) {
        List<Object> arguments = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            Object given = types[i] == String.class ? text : new String[] {text};
            arguments.add(i == place ? given : usual(types[i]));
        }
        return arguments.toArray();
    }

    private static Object usual(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isArray() && type.getComponentType().isEnum()) {
            return Array.newInstance(type.getComponentType(), 0);
        }
        Object usual = USUAL.get(type);
        if (usual == null) {
            throw new AssertionError("A usual " + type + " must be known here");
        }
        return usual;
    }

    private static Object call(Method method, Object[] arguments) {
        try {
            Object on = Modifier.isStatic(method.getModifiers())
                    ? null
                    : method.getDeclaringClass()
                            .getEnclosingClass()
                            .getMethod("builder")
                            .invoke(null);
            return String.valueOf(method.invoke(on, arguments));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            if (e.getCause() instanceof Error thrown) {
                throw thrown;
            }
            throw new AssertionError(method.toString(), e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(method.toString(), e);
        }
    }
}

package dev.customerservice.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The rules of the house that can be read from class files; what generated classes may do is said at each rule. */
final class HouseRules {

    private static final String OURS = "dev.customerservice.";

    /** What a rule forbids, as patterns over the full name of a class or of a called member. */
    private static final Map<String, List<String>> FORBIDDEN = Map.of(
            "a clock",
            List.of(
                    "java\\.time\\..*\\.now\\(.*",
                    "java\\.time\\.(Clock|InstantSource)",
                    "java\\.lang\\.System\\.(currentTimeMillis|nanoTime)\\(\\)",
                    "java\\.util\\.(Date|Calendar|GregorianCalendar)"),
            "the default zone",
            List.of("java\\.time\\.ZoneId\\.systemDefault\\(\\)", "java\\.util\\.TimeZone\\.getDefault\\(\\)"),
            "the default locale",
            List.of(
                    "java\\.util\\.Locale\\.getDefault\\(.*",
                    "java\\.lang\\.String\\.(toLowerCase|toUpperCase)\\(\\)",
                    "java\\.lang\\.String\\.formatted\\(.*",
                    "java\\.lang\\.String\\.format\\(java\\.lang\\.String,.*",
                    "java\\.time\\.format\\.DateTimeFormatter\\.ofPattern\\(java\\.lang\\.String\\)",
                    "java\\.time\\.format\\.DateTimeFormatter\\.ofLocalized.*",
                    "java\\.time\\.format\\.DateTimeFormatterBuilder\\.toFormatter\\(\\)",
                    "java\\.text\\.NumberFormat\\.get\\w*Instance\\(\\)",
                    "java\\.text\\.DecimalFormat\\.<init>\\((java\\.lang\\.String)?\\)",
                    "java\\.util\\.Formatter\\.<init>\\(\\)"),
            "the default character set",
            List.of(
                    "java\\.nio\\.charset\\.Charset\\.defaultCharset\\(\\)",
                    "java\\.lang\\.String\\.getBytes\\(\\)",
                    "java\\.lang\\.String\\.<init>\\(\\[B\\)",
                    "java\\.io\\.(FileReader|FileWriter)\\.<init>\\(java\\.(io\\.File|lang\\.String)\\)",
                    "java\\.io\\.(InputStreamReader|OutputStreamWriter)\\.<init>\\([^,]*\\)"),
            "randomness",
            List.of(
                    "java\\.lang\\.Math\\.random\\(\\)",
                    "java\\.util\\.UUID\\.randomUUID\\(\\)",
                    "java\\.util\\.Collections\\.shuffle\\(.*",
                    "java\\.util\\.(Random|SplittableRandom)",
                    "java\\.util\\.random\\..*",
                    "java\\.util\\.concurrent\\.ThreadLocalRandom",
                    "java\\.security\\.SecureRandom"),
            "threads",
            List.of(
                    "java\\.lang\\.(Thread|ThreadLocal|InheritableThreadLocal)",
                    "java\\.util\\.(Timer|TimerTask)",
                    "java\\.util\\.concurrent\\.\\w*(Executor|Future|ForkJoin|Task)\\w*",
                    "java\\..*\\.(parallelStream|parallel)\\(\\)"),
            "logging and the console",
            List.of(
                    "java\\.util\\.logging\\..*",
                    "java\\.lang\\.System\\$Logger.*",
                    "java\\.lang\\.System\\.(out|err|in)",
                    "org\\.slf4j\\..*"),
            "the surrounding process",
            List.of(
                    "java\\.lang\\.System\\.(getProperty|getProperties|getenv|exit)\\(.*",
                    "java\\.util\\.ServiceLoader"));

    private static final Set<String> BANNED_LAST =
            Set.of("Impl", "Util", "Utils", "Helper", "Helpers", "Manager", "Service", "Dto", "Base");
    private static final Set<String> BANNED_FIRST = Set.of("Abstract", "Base");

    /** Libraries that one package of a module alone may touch. */
    private static final Map<String, List<String>> RESERVED =
            Map.of("json", List.of("com.fasterxml.", "tools.jackson."), "exchange", List.of("de.siegmar."));

    private HouseRules() {}

    /** Each package uses only packages named before it, and none is unnamed; the root package is open to all. */
    static ArchRule packagesFollow(String root, List<String> order) {
        return classes().should(new Check("use only packages that come before their own: " + order, (type, found) -> {
            String own = packageBelow(root, type);
            if (!own.isEmpty() && !order.contains(own)) {
                found.say("package " + own + " must be named in the order");
                return;
            }
            for (Dependency use : type.getDirectDependenciesFromSelf()) {
                JavaClass target = use.getTargetClass().getBaseComponentType();
                if (!isBelow(root, target)) {
                    continue;
                }
                String other = packageBelow(root, target);
                if (order.indexOf(other) > order.indexOf(own)) {
                    found.say(own + " must not use " + other + ": " + use.getDescription());
                }
            }
        }));
    }

    /** No package depends on itself through others, at any depth. */
    static ArchRule noCycles(String root) {
        return SlicesRuleDefinition.slices()
                .matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    /** Time, zone, locale and chance are arguments; nothing starts a thread or writes a log. */
    static ArchRule everythingIsAnArgument() {
        Map<String, Pattern> forbidden = FORBIDDEN.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> Pattern.compile(String.join("|", entry.getValue()))));
        return classes().should(new Check("be handed all they need", (type, found) -> {
            Stream<String> called = type.getAccessesFromSelf().stream()
                    .map(JavaAccess::getTarget)
                    .map(target -> target.getFullName());
            Stream<String> used = type.getDirectDependenciesFromSelf().stream()
                    .map(use -> use.getTargetClass().getBaseComponentType().getFullName());
            List<String> names = Stream.concat(called, used).distinct().toList();
            forbidden.forEach((what, pattern) -> names.stream()
                    .filter(name -> pattern.matcher(name).matches())
                    .forEach(name -> found.say("must not reach for " + what + ": " + name)));
        }));
    }

    /** Public signatures hold our own and JDK types; in {@code json} and {@code exchange} also those of their library. */
    static ArchRule jdkTypesInSignatures() {
        return classes().should(new Check("have JDK types in public signatures", (type, found) -> {
            if (!isPublic(type)) {
                return;
            }
            Stream<JavaClass> parents = Stream.concat(type.getInterfaces().stream(), type.getSuperclass().stream())
                    .map(JavaType::toErasure)
                    .filter(parent -> !isGenerated(parent));
            Stream<JavaClass> bounds =
                    type.getTypeParameters().stream().flatMap(parameter -> parameter.getAllInvolvedRawTypes().stream());
            Stream<JavaClass> members = type.getMembers().stream()
                    .filter(member -> isVisible(member.getModifiers()))
                    .flatMap(HouseRules::typesOf);
            Stream.of(parents, bounds, members)
                    .flatMap(Function.identity())
                    .map(JavaClass::getBaseComponentType)
                    .distinct()
                    .filter(used -> !mayShow(type, used))
                    .forEach(used -> found.say("must not show " + used.getName()));
        }));
    }

    /** Jackson is seen by {@code json} alone and FastCSV by {@code exchange} alone; generated glue is exempt. */
    static ArchRule librariesStayAtTheEdge() {
        return classes().should(new Check("leave Jackson to json and FastCSV to exchange", (type, found) -> {
            if (!isGenerated(type)) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(use -> RESERVED.entrySet().stream()
                                .anyMatch(entry -> startsWithAny(use.getTargetClass(), entry.getValue())
                                        && !packageNames(type).contains(entry.getKey())))
                        .forEach(use -> found.say(use.getDescription()));
            }
        }));
    }

    /** The members of a sealed family are records, enums, sealed interfaces, or final classes nobody outside can see. */
    static ArchRule sealedFamiliesAreRecords() {
        return classes().should(new Check("have records as members where they are sealed", (type, found) -> {
            Class<?> family = type.reflect();
            if (family.isSealed()) {
                Arrays.stream(family.getPermittedSubclasses())
                        .filter(member -> !isClosed(member))
                        .forEach(member -> found.say("member " + member.getName() + " must be a record"));
            }
        }));
    }

    /** Names are terms of the field: no technical suffixes, no {@code get} prefix. */
    static ArchRule namesAreTerms() {
        return classes().should(new Check("carry the field's own terms as names", (type, found) -> {
            if (isGenerated(type) || type.isAnonymousClass()) {
                return;
            }
            List<String> words = List.of(type.getSimpleName().split("(?<=[a-z0-9])(?=[A-Z])"));
            if (BANNED_FIRST.contains(words.get(0)) || BANNED_LAST.contains(words.get(words.size() - 1))) {
                found.say("must not be named " + type.getSimpleName());
            }
            type.getMethods().stream()
                    .filter(method -> method.getName().matches("get[A-Z].*") && !overridesForeign(method))
                    .forEach(method -> found.say(method.getName() + " must drop its get prefix"));
        }));
    }

    /** Every package says {@code @NullMarked} itself, as not all tools read it from the module. */
    static ArchRule packagesAreNullMarked() {
        return classes().should(new Check("be in a package marked @NullMarked", (type, found) -> {
            if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                found.say("package " + type.getPackageName() + " must be @NullMarked");
            }
        }));
    }

    /** What callers can hold never changes: public classes are final with final fields; builders, buffers and caches apart. */
    static ArchRule publicClassesAreImmutable() {
        return classes().should(new Check("never change once they are public", (type, found) -> {
            if (!isPublic(type) || type.isInterface() || isBuilder(type)) {
                return;
            }
            Set<JavaModifier> modifiers = type.getModifiers();
            boolean extensible = !modifiers.contains(JavaModifier.FINAL) && !type.isEnum();
            if (extensible
                    && !type.isAssignableTo(Throwable.class)
                    && !type.reflect().isSealed()) {
                found.say("must be final");
            }
            type.getFields().stream()
                    .filter(field -> !isFixed(field))
                    .forEach(field -> found.say("field " + field.getName() + " must be final"));
        }));
    }

    private static boolean isFixed(JavaField field) {
        Set<JavaModifier> modifiers = field.getModifiers();
        // A private volatile field can be a cache that is computed again at worst; a visible one cannot.
        boolean cache = modifiers.contains(JavaModifier.PRIVATE)
                && modifiers.contains(JavaModifier.VOLATILE)
                && !modifiers.contains(JavaModifier.STATIC);
        return modifiers.contains(JavaModifier.FINAL) || cache;
    }

    private static boolean isClosed(Class<?> member) {
        int modifiers = member.getModifiers();
        return member.isRecord()
                || member.isEnum()
                || (member.isInterface() && member.isSealed())
                || (Modifier.isFinal(modifiers) && !Modifier.isPublic(modifiers) && !Modifier.isProtected(modifiers));
    }

    private static boolean overridesForeign(JavaMethod method) {
        String[] parameters =
                method.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
        return Stream.concat(
                        method.getOwner().getAllRawSuperclasses().stream(),
                        method.getOwner().getAllRawInterfaces().stream())
                .filter(parent -> !parent.getName().startsWith(OURS))
                .anyMatch(parent ->
                        parent.tryGetMethod(method.getName(), parameters).isPresent());
    }

    private static boolean mayShow(JavaClass shower, JavaClass used) {
        return used.isPrimitive()
                || used.getName().startsWith("java.")
                || (used.getName().startsWith(OURS) && !isGenerated(used))
                || RESERVED.entrySet().stream()
                        .anyMatch(entry ->
                                packageNames(shower).contains(entry.getKey()) && startsWithAny(used, entry.getValue()));
    }

    private static Stream<JavaClass> typesOf(JavaMember member) {
        if (member instanceof JavaCodeUnit unit) {
            return Stream.concat(unit.getAllInvolvedRawTypes().stream(), unit.getThrowsClause().getTypes().stream());
        }
        return member.getAllInvolvedRawTypes().stream();
    }

    private static boolean isBuilder(JavaClass type) {
        String name = type.getSimpleName();
        return name.equals("Builder") || name.endsWith("Buffer") || isGenerated(type);
    }

    private static boolean isPublic(JavaClass type) {
        return isVisible(type.getModifiers())
                && type.getEnclosingClass().map(HouseRules::isPublic).orElse(true);
    }

    private static boolean isVisible(Set<JavaModifier> modifiers) {
        return !modifiers.contains(JavaModifier.SYNTHETIC)
                && (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED));
    }

    private static boolean isGenerated(JavaClass type) {
        Optional<JavaClass> outer = type.getEnclosingClass();
        return outer.isPresent()
                ? isGenerated(outer.get())
                : type.getSimpleName().matches("(Immutable|With)[A-Z].*")
                        && type.getName().startsWith(OURS);
    }

    private static boolean startsWithAny(JavaClass type, List<String> prefixes) {
        return prefixes.stream().anyMatch(type.getName()::startsWith);
    }

    private static List<String> packageNames(JavaClass type) {
        return List.of(type.getPackageName().split("\\."));
    }

    private static boolean isBelow(String root, JavaClass type) {
        return type.getPackageName().startsWith(root + ".");
    }

    private static String packageBelow(String root, JavaClass type) {
        return isBelow(root, type)
                ? type.getPackageName().substring(root.length() + 1).replaceFirst("\\..*", "")
                : "";
    }

    /** A condition that names the offending class before each finding. */
    private static final class Check extends ArchCondition<JavaClass> {

        private final Inspection inspection;

        Check(String description, Inspection inspection) {
            super(description);
            this.inspection = inspection;
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            inspection.inspect(
                    type, finding -> events.add(SimpleConditionEvent.violated(type, type.getName() + ": " + finding)));
        }
    }

    private interface Inspection {
        void inspect(JavaClass type, Findings findings);
    }

    private interface Findings {
        void say(String finding);
    }
}

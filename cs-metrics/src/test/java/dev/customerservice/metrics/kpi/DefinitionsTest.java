package dev.customerservice.metrics.kpi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.facts.Facts;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Writes {@code docs/definitions.md} out of the definitions and compares; {@code -Ddefinitions.write} stores it. */
class DefinitionsTest {
    private static final Path PAGE =
            Path.of(System.getProperty("reactor.root", "..")).resolve("docs/definitions.md");
    private static final Path SOURCES =
            Path.of(System.getProperty("reactor.root", "..")).resolve("cs-metrics/src/main/java");

    private static Map<String, List<Kpi<?, ?>>> chapters() {
        return KpiCatalogue.chapters();
    }

    @Test
    void thePageSaysWhatTheCodeSays() throws IOException {
        String page = page();
        if (System.getProperty("definitions.write") != null) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Files.readString(PAGE), "write it anew with -Ddefinitions.write");
    }

    @Test
    void everyIdStandsOnce() {
        List<String> ids =
                chapters().values().stream().flatMap(List::stream).map(Kpi::id).toList();

        assertEquals(ids.size(), Set.copyOf(ids).size(), ids.toString());
    }

    /** Every class of the package whose name ends in Kpis, so that a new family cannot be left out. */
    private static List<Class<?>> families() throws IOException, ReflectiveOperationException {
        Path sources = SOURCES.resolve(KpiCatalogue.class.getPackageName().replace('.', '/'));
        List<Class<?>> families = new ArrayList<>();
        try (Stream<Path> files = Files.list(sources)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                if (name.endsWith("Kpis")) {
                    families.add(Class.forName(KpiCatalogue.class.getPackageName() + "." + name));
                }
            }
        }
        assertTrue(families.contains(TicketKpis.class), families.toString());
        return families;
    }

    /** Methods that make any measure out of a filter or column of the caller. */
    private static final Set<String> MAKERS = Set.of("count", "total", "share", "time", "on");

    @Test
    void noMeasureIsForgotten() throws IOException, ReflectiveOperationException {
        Path source = SOURCES.resolve(KpiCatalogue.class.getName().replace('.', '/') + ".java");
        String catalogue = Files.readString(source);
        for (Class<?> family : families()) {
            Arrays.stream(family.getDeclaredMethods())
                    .filter(method -> Modifier.isPublic(method.getModifiers())
                            && Kpi.class.isAssignableFrom(method.getReturnType())
                            && !MAKERS.contains(method.getName()))
                    .map(method -> family.getSimpleName() + "." + method.getName() + "(")
                    .forEach(call -> assertTrue(catalogue.contains(call), call + "...) is not in the catalogue"));
        }
    }

    @Test
    void ofNothingEveryMeasureSaysWhatItsDefinitionPromises() {
        Facts nothing = new VectorTickets().facts();
        chapters().values().stream().flatMap(List::stream).forEach(kpi -> {
            boolean zero = kpi.definition().emptyCase().equals("0");
            assertEquals(zero, measured(kpi, nothing).equals("0, n = 0"), kpi.id() + ": " + measured(kpi, nothing));
        });
    }

    private static String measured(Kpi<?, ?> kpi, Facts facts) {
        return Stream.of(kpi).map(any -> collected(any, facts)).toList().get(0);
    }

    private static <F extends Fact> String collected(Kpi<F, ?> kpi, Facts facts) {
        return facts.rows(kpi.cohort().kind()).stream().collect(kpi.collector()).toString();
    }

    private static String page() {
        List<String> lines = new ArrayList<>(
                List.of(
                        "# Definitions",
                        "",
                        "What each measure means, generated from the code by `DefinitionsTest` and compared in the build. A time is one",
                        "measure with many views: `.p90`, `.median`, `.mean`, `.min`, `.max`, `.total`, `.count`, `.within_…`. Choices",
                        "show in the id: `.on_…` another clock, `.net_of_…` without the time in some statuses, `.by_…` dated by another",
                        "moment, `.signed` with negative lengths. Where a choice is a method's argument, one example stands here."));
        chapters().forEach((chapter, kpis) -> {
            lines.addAll(List.of("", "## " + chapter));
            kpis.forEach(kpi -> lines.addAll(section(kpi.definition())));
        });
        return String.join("\n", lines) + "\n";
    }

    private static List<String> section(KpiDefinition definition) {
        List<String> lines = new ArrayList<>(List.of(
                "",
                "### `" + definition.id() + "`",
                "",
                "- formula: " + definition.formula(),
                "- population: " + definition.population(),
                "- counted: " + definition.cohort(),
                "- unit and range: " + definition.unit() + ", " + definition.range() + "; " + definition.direction(),
                "- of nothing: " + definition.emptyCase(),
                "- source: " + definition.source()
                        + (definition.sourceKind() == SourceKind.SECONDARY ? " Secondary: figures of others." : "")));
        if (!definition.synonyms().isEmpty()) {
            lines.add("- called: "
                    + new TreeMap<>(definition.synonyms())
                            .entrySet().stream()
                                    .map(entry -> entry.getValue() + " (" + entry.getKey() + ")")
                                    .collect(Collectors.joining(", ")));
        }
        return lines;
    }
}

package dev.customerservice.examples.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The poms say what a registry asks of those who publish, and name no host that is not there. */
class PomsTest {
    private static final String PARENT = Reactor.read(Reactor.root().resolve("pom.xml"));
    private static final Pattern BUILD_OR_LATER = Pattern.compile("(?s)<(dependencies|build|profiles)>.*");

    private static String head(String pom) {
        return BUILD_OR_LATER.matcher(pom).replaceAll("");
    }

    @TestFactory
    Stream<DynamicTest> theParentSaysWhatAllShare() {
        return Stream.of(
                        "name",
                        "description",
                        "url",
                        "inceptionYear",
                        "licenses",
                        "developers",
                        "scm child.scm.connection.inherit.append.path=\"false\"",
                        "issueManagement",
                        "project.build.outputTimestamp")
                .map(element -> DynamicTest.dynamicTest(
                        element, () -> assertTrue(head(PARENT).contains("<" + element), element)));
    }

    @Test
    void everyModuleHasANameAndADescriptionOfItsOwn() {
        List<String> poms = Reactor.modules().stream()
                .map(module -> Reactor.read(module.resolve("pom.xml")))
                .toList();
        for (String element : List.of("name", "description")) {
            Pattern text = Pattern.compile("<" + element + ">([^<]+)</" + element + ">");
            long different = poms.stream()
                    .flatMap(pom -> text.matcher(head(pom)).results())
                    .map(found -> found.group(1))
                    .distinct()
                    .count();
            assertEquals(poms.size(), different, element);
        }
    }

    @Test
    void onlyTheThreeModulesOfTheLibraryArePublished() {
        for (Path module : Reactor.modules()) {
            boolean isLibrary = module.getFileName().toString().matches("cs-(domain|metrics|roles)");
            assertEquals(
                    !isLibrary,
                    Reactor.read(module.resolve("pom.xml")).contains("<maven.deploy.skip>true"),
                    module.toString());
        }
    }

    /** The only addresses are those of schemas and licences, and the one that says that there is none yet. */
    @Test
    void noHostIsInvented() {
        List<String> hosts = Pattern.compile("https?://[^/\"<]+")
                .matcher(PARENT)
                .results()
                .map(found -> found.group())
                .distinct()
                .toList();
        assertFalse(hosts.isEmpty());
        hosts.forEach(host -> assertTrue(
                List.of("http://maven.apache.org", "http://www.w3.org", "https://www.apache.org")
                                .contains(host)
                        || host.endsWith(".invalid")
                        || host.startsWith("https://(?!"),
                host));
    }
}

package dev.customerservice.examples.consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Programs that depend on the library compile without a warning and run, on either path, with either Jackson or none, in Java and Kotlin. */
class ConsumerTest {

    @TempDir
    Path folder;

    private Path compiled(Consumer consumer) throws IOException, InterruptedException {
        Path classes = folder.resolve(consumer.name());
        consumer.compile(classes);
        return classes;
    }

    @TestFactory
    Stream<DynamicTest> everyConsumerCompilesCleanAndPrintsWhatItShould() throws IOException {
        return Consumer.all().stream()
                .map(consumer -> DynamicTest.dynamicTest(consumer.name(), () -> {
                    String expected = Files.readString(consumer.source().resolve("expected.txt"));
                    assertEquals(expected, consumer.run(compiled(consumer), consumer.path()));
                }));
    }

    @Test
    void whoReadsNoJsonLoadsNoClassOfJacksonThoughBothAreThere() throws Exception {
        for (String name : List.of("plain", "everything")) {
            Consumer consumer = Consumer.named(name);
            List<String> loaded = consumer.run(compiled(consumer), consumer.fullPath(), "-Xlog:class+load:stdout")
                    .lines()
                    .toList();
            assertTrue(
                    loaded.stream().anyMatch(line -> line.contains(" dev.customerservice.")), "the log names classes");
            assertEquals(
                    List.of(),
                    loaded.stream()
                            .filter(line -> line.contains(" com.fasterxml.") || line.contains(" tools.jackson."))
                            .toList());
        }
    }

    /** Each is linked at its first call, for which every short program would wait. */
    @Test
    void aFirstDueTimeLinksNoLambdaOfTheLibrary() throws Exception {
        Consumer consumer = Consumer.named("plain");
        List<String> linked = consumer.run(compiled(consumer), consumer.path(), "-Xlog:class+load:stdout")
                .lines()
                .filter(line -> line.contains("$$Lambda"))
                .toList();
        assertTrue(linked.stream().anyMatch(line -> line.contains(" java.")), "the log names lambdas");
        assertEquals(
                List.of(),
                linked.stream()
                        .filter(line -> line.contains(" dev.customerservice."))
                        .toList());
    }

    @Test
    void kotlinRefusesNullWhereTheLibraryTakesNone() throws Exception {
        Consumer consumer = Consumer.named("kotlin-refused");
        List<String> lines = Files.readAllLines(consumer.source().resolve("Nulls.kt"));
        List<Integer> marked = IntStream.rangeClosed(1, lines.size())
                .filter(line -> lines.get(line - 1).endsWith("// refused"))
                .boxed()
                .toList();
        List<Integer> refused = Pattern.compile("Nulls\\.kt:(\\d+):\\d+: error:")
                .matcher(consumer.complaintsOfKotlin(folder.resolve(consumer.name())))
                .results()
                .map((MatchResult complaint) -> Integer.valueOf(complaint.group(1)))
                .toList();
        assertEquals(7, marked.size());
        assertEquals(marked, refused);
    }
}

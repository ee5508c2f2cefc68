package dev.customerservice.examples.consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Programs that depend on the library compile without a warning and run, on either path, with either Jackson or none. */
class ConsumerTest {

    @TempDir
    Path folder;

    private Path compiled(Consumer consumer) throws IOException {
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
}

package dev.customerservice.examples.consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /**
     * {@code -Dstart.pairs=15}: medians of that many alternated processes, which want a quiet machine. docs/benchmarks.md has the figures and
     * the goal, which is twice.
     */
    @ParameterizedTest
    @CsvSource({"calendar, 3", "plain, 6"})
    void startingCostsNotMuchMoreThanTheSameQuestionByHand(String name, double most) throws Exception {
        int pairs = Integer.getInteger("start.pairs", 0);
        assumeTrue(pairs > 0, "no number of pairs given; give -Dstart.pairs=15 on a quiet machine");
        Consumer ours = Consumer.named(name);
        Consumer byHand = Consumer.named("javatime");
        Path library = compiled(ours);
        Path hand = compiled(byHand);
        long[] first = new long[pairs];
        long[] second = new long[pairs];
        for (int i = 0; i < pairs; i++) {
            first[i] = nanos(ours, library);
            second[i] = nanos(byHand, hand);
        }
        Arrays.sort(first);
        Arrays.sort(second);
        double ratio = (double) first[pairs / 2] / second[pairs / 2];
        String figures = name + " " + first[pairs / 2] / 1_000_000 + " ms, by hand " + second[pairs / 2] / 1_000_000
                + " ms, ratio " + ratio;
        System.out.println(figures);
        assertTrue(ratio <= most, figures);
    }

    private static long nanos(Consumer consumer, Path classes) throws Exception {
        long start = System.nanoTime();
        consumer.run(classes, consumer.path());
        return System.nanoTime() - start;
    }
}

package dev.customerservice.examples.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.customerservice.examples.calendar.ICalendarFuzz;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every target takes its corpus, in which each finding of a fuzzer stays, and what is near it. {@code -Dfuzz.mutations=10000} goes
 * further; {@code -Pfuzz} lets a fuzzer look for what nobody thought of.
 */
class FuzzTargetsTest {
    private static final int MUTATIONS = Integer.getInteger("fuzz.mutations", 20);
    private static final long SEED = Long.getLong("fuzz.seed", 20_261_122L);

    private static final Map<String, Consumer<byte[]>> TARGETS = new TreeMap<>(Map.of(
            "LogFuzz", LogFuzz::fuzzerTestOneInput,
            "TextFuzz", TextFuzz::fuzzerTestOneInput,
            "VendorFuzz", VendorFuzz::fuzzerTestOneInput,
            "DomainJsonFuzz", DomainJsonFuzz::fuzzerTestOneInput,
            "WorkJsonFuzz", WorkJsonFuzz::fuzzerTestOneInput,
            "ICalendarFuzz", ICalendarFuzz::fuzzerTestOneInput));

    private static Map<String, byte[]> corpus(String target) {
        try (Stream<Path> files =
                Files.list(Path.of(Objects.requireNonNull(FuzzTargetsTest.class.getResource("/fuzz/" + target), target)
                        .toURI()))) {
            Map<String, byte[]> inputs = new TreeMap<>();
            for (Path file : files.toList()) {
                inputs.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
            }
            assertFalse(inputs.isEmpty(), target);
            return inputs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static void take(String target, String name, byte[] input) {
        try {
            Objects.requireNonNull(TARGETS.get(target)).accept(input);
        } catch (Throwable e) {
            throw new AssertionError(
                    name + " is not taken; in base 64: " + Base64.getEncoder().encodeToString(input), e);
        }
    }

    @TestFactory
    Stream<DynamicTest> itsCorpusIsTaken() {
        return TARGETS.keySet().stream()
                .map(target ->
                        dynamicTest(target, () -> corpus(target).forEach((name, input) -> take(target, name, input))));
    }

    @TestFactory
    Stream<DynamicTest> whatIsNearItsCorpusIsTaken() {
        return TARGETS.keySet().stream()
                .map(target -> dynamicTest(target, () -> {
                    Random random = new Random(SEED);
                    List<byte[]> inputs = List.copyOf(corpus(target).values());
                    Mutation mutation = new Mutation(random, inputs);
                    for (byte[] input : inputs) {
                        for (int i = 0; i < MUTATIONS; i++) {
                            byte[] mutated = mutation.of(input);
                            take(target, "mutation " + i, mutated);
                        }
                    }
                }));
    }
}

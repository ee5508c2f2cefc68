package dev.customerservice.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/**
 * What a short program takes from its start to its end with the library, beside the same question answered with java.time: medians of
 * processes that take turns, wall time. The arguments are the folder of the consumers and the number of pairs.
 */
final class StartUp {
    /** What an application has that depends on the domain and reads no JSON. */
    private static final Pattern NEEDED = Pattern.compile(".*/(guava|failureaccess)-[^/]*\\.jar|.*/cs-domain[/-].*");

    private StartUp() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path consumers = Path.of(args[0]);
        int pairs = Integer.parseInt(args[1]);
        Path folder = Files.createTempDirectory("start-up");
        Path byHand = compiled(consumers.resolve("javatime"), folder);
        for (String question : List.of("calendar", "plain")) {
            Path ours = compiled(consumers.resolve(question), folder);
            long[] library = new long[pairs];
            long[] hand = new long[pairs];
            for (int i = 0; i < pairs; i++) {
                library[i] = nanos(ours);
                hand[i] = nanos(byHand);
            }
            Arrays.sort(library);
            Arrays.sort(hand);
            System.out.printf(
                    Locale.ROOT,
                    "%-10s library %4d ms, by hand %4d ms, ratio %.2f%n",
                    question,
                    library[pairs / 2] / 1_000_000,
                    hand[pairs / 2] / 1_000_000,
                    (double) library[pairs / 2] / hand[pairs / 2]);
        }
    }

    private static String path() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry ->
                        NEEDED.matcher(Path.of(entry).toUri().getPath()).matches())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path compiled(Path source, Path folder) throws IOException {
        Path classes = Files.createDirectories(folder.resolve(String.valueOf(source.getFileName())));
        int code = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "-proc:none",
                        "-d",
                        classes.toString(),
                        "-cp",
                        path(),
                        source.resolve("consumer/Main.java").toString());
        if (code != 0) {
            throw new IllegalStateException("javac (" + code + ") must compile " + source + ".");
        }
        return classes;
    }

    private static long nanos(Path classes) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        path() + File.pathSeparator + classes,
                        "consumer.Main")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The program must end well.");
        }
        return System.nanoTime() - start;
    }
}

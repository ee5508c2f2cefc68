package dev.customerservice.examples.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A headless Chromium, the page in it, and the DOM after the scripts have run. */
public final class Browser {
    private Browser() {}

    /**
     * {@return the document as the browser built it; skips the test by name when there is no browser, and fails it when the page wrote
     * anything to the console, such as an error or a request that its policy refused}
     */
    public static Document open(Path page) throws IOException, InterruptedException {
        Optional<Path> chromium = find();
        boolean isRequired = Boolean.getBoolean("browser.required");
        assumeTrue(
                isRequired || chromium.isPresent(),
                "no Chromium found, so the page was not opened; give -Dchromium=PATH");
        Path profile = Files.createTempDirectory("chromium");
        Path dom = Files.createTempFile("page", ".html");
        Path log = Files.createTempFile("page", ".log");
        Process process = new ProcessBuilder(
                        chromium.orElseThrow(
                                        () -> new AssertionError("no Chromium found, but browser.required is true"))
                                .toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--enable-logging=stderr",
                        "--user-data-dir=" + profile,
                        "--virtual-time-budget=5000",
                        "--window-size=1280,1000",
                        "--dump-dom",
                        page.toUri().toString())
                .redirectOutput(dom.toFile())
                .redirectError(log.toFile())
                .start();
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("Chromium did not finish in 90 s");
        }
        try {
            List<String> console = Files.readString(log, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("CONSOLE"))
                    .toList();
            if (!console.isEmpty()) {
                throw new AssertionError("The page wrote to the console: " + console);
            }
            return Jsoup.parse(Files.readString(dom, StandardCharsets.UTF_8));
        } finally {
            Files.delete(dom);
            Files.delete(log);
            delete(profile);
        }
    }

    private static Optional<Path> find() {
        String given = System.getProperty("chromium", "");
        if (!given.isEmpty()) {
            return Optional.of(Path.of(given)).filter(Files::isExecutable);
        }
        List<String> names = List.of("chromium", "chromium-browser", "google-chrome");
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}

package dev.customerservice.examples.consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.roles.staffing.ErlangC;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * A program of somebody else's, which is compiled with every warning as an error and run in a process of its own.
 *
 * @param source its folder, whose name says which Jackson is there, or that it is written in Kotlin
 * @param isModule whether it lives on the module path, for which its folder has a {@code module-info.java}
 */
record Consumer(Path source, boolean isModule) {
    /** From this version on the virtual machine warns of what the compiler of Kotlin does inside. */
    private static final int WARNS_OF_KOTLIN = 24;

    private static final Path FOLDER =
            Path.of(Objects.requireNonNull(System.getProperty("reactor.root")), "docs/examples/src/consumers");
    private static final String DESCRIPTOR = "module-info.java";
    private static final List<Class<?>> MODULES = List.of(BusinessCalendar.class, Ratio.class, ErlangC.class);
    private static final String LIBRARIES = "(guava|failureaccess|commons-statistics|commons-numbers)-.*";
    private static final String JACKSON = "jackson-(annotations|core|databind)-";
    private static final String KOTLIN = "kotlin";
    private static final String KOTLIN_COMPILER = "(kotlin|kotlinx|annotations)-.*";

    /** Each that prints something on the class path, and on the module path too if it can be a module. */
    static List<Consumer> all() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(folder -> Files.exists(folder.resolve("expected.txt")))
                    .sorted()
                    .flatMap(folder -> Stream.of(false, true)
                            .filter(isModule -> !isModule || Files.exists(folder.resolve(DESCRIPTOR)))
                            .map(isModule -> new Consumer(folder, isModule)))
                    .toList();
        }
    }

    static Consumer named(String name) {
        return new Consumer(FOLDER.resolve(name), false);
    }

    String name() {
        return source.getFileName() + (isModule ? "-module" : "");
    }

    /** The jars that its name asks for: the library and what it needs, and a major of Jackson or none. */
    List<Path> path() {
        if (isKotlin()) {
            return pathWith("|kotlin-stdlib-.*");
        }
        String jackson = name().startsWith("jackson2")
                ? "|" + JACKSON + "2.*"
                : name().startsWith("jackson3") ? "|jackson-annotations-.*|" + JACKSON + "3.*" : "";
        return pathWith(jackson);
    }

    private boolean isKotlin() {
        return name().startsWith(KOTLIN);
    }

    /** Everything there is, both majors of Jackson too. */
    List<Path> fullPath() {
        return pathWith("|" + JACKSON + ".*");
    }

    private static List<Path> pathWith(String jackson) {
        Pattern wanted = Pattern.compile(LIBRARIES + jackson);
        List<Path> path = new ArrayList<>();
        for (Class<?> type : MODULES) {
            path.add(Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().getPath()));
        }
        jars(wanted).forEach(path::add);
        return path;
    }

    private static Stream<Path> jars(Pattern wanted) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry ->
                        wanted.matcher(String.valueOf(entry.getFileName())).matches());
    }

    private static boolean hasDescriptor(Path entry) {
        return Files.isRegularFile(entry) || Files.exists(entry.resolve("module-info.class"));
    }

    /** Compiles it without a word from the compiler. */
    void compile(Path classes) throws IOException, InterruptedException {
        Files.createDirectories(classes);
        if (isKotlin()) {
            assertEquals("", complaintsOfKotlin(classes));
        } else {
            compileJava(classes);
        }
    }

    /** Compiles it with the compiler of Kotlin and gives what that says. */
    String complaintsOfKotlin(Path classes) throws IOException, InterruptedException {
        List<Path> compiler = jars(Pattern.compile(KOTLIN_COMPILER)).toList();
        List<String> command = java("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        if (Runtime.version().feature() >= WARNS_OF_KOTLIN) {
            command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        }
        command.addAll(List.of("--class-path", joined(compiler)));
        command.addAll(List.of("org.jetbrains.kotlin.cli.jvm.K2JVMCompiler", "-no-stdlib", "-no-reflect", "-Werror"));
        command.addAll(List.of("-jvm-target", "17", "-cp", joined(path()), "-d", classes.toString()));
        command.add(source.toString());
        return said(command).text();
    }

    private void compileJava(Path classes) throws IOException {
        if (isModule) {
            assumeTrue(hasDescriptor(path().get(0)), "the library was compiled without its module descriptors");
        }
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-Xlint:all", "-Werror", "-proc:none"));
        arguments.addAll(
                List.of("-d", classes.toString(), isModule ? "--module-path" : "--class-path", joined(path())));
        if (isModule) {
            // Without it javac would take that of this test.
            arguments.addAll(List.of("--class-path", classes.toString()));
        }
        try (Stream<Path> files = Files.walk(source)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> isModule || !file.endsWith(DESCRIPTOR))
                    .forEach(file -> arguments.add(file.toString()));
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code = ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments.toArray(String[]::new));
        assertEquals("", said.toString(StandardCharsets.UTF_8));
        assertEquals(0, code);
    }

    /** Runs it and gives what it printed. */
    String run(Path classes, List<Path> path, String... options) throws IOException, InterruptedException {
        List<String> command = java(options);
        List<Path> whole = new ArrayList<>(path);
        whole.add(classes);
        command.addAll(
                isModule
                        ? List.of("--module-path", joined(whole), "--module", "consumer/consumer.Main")
                        : List.of("--class-path", joined(whole), "consumer.Main"));
        Said said = said(command);
        assertEquals(0, said.code(), said.text());
        return said.text();
    }

    private static List<String> java(String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        return command;
    }

    private record Said(int code, String text) {}

    private static Said said(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(1, TimeUnit.MINUTES);
        return new Said(process.exitValue(), printed.replace("\r\n", "\n"));
    }

    private static String joined(List<Path> path) {
        return String.join(File.pathSeparator, path.stream().map(Path::toString).toList());
    }
}

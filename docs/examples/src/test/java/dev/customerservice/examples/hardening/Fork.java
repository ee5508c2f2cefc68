package dev.customerservice.examples.hardening;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a main printed in a JVM of its own, on the class path of the tests.
 *
 * @param exit its exit value
 * @param text what it printed
 */
record Fork(int exit, String text) {
    static Fork of(List<String> options, Class<?> main) {
        return of(ProcessHandle.current().info().command().orElse("java"), options, main);
    }

    static Fork of(String java, List<String> options, Class<?> main) {
        List<String> command = new ArrayList<>(List.of(java, "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("It did not end: " + text);
            }
            return new Fork(process.exitValue(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}

package dev.customerservice.examples.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The whole project as files: what the tests about sources and pages read. */
final class Reactor {

    private static final Pattern MODULE = Pattern.compile("<module>(.*?)</module>");
    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".idea", ".settings", ".jqwik-database");

    private Reactor() {}

    /** {@return the folder of the parent pom, which Surefire hands over} */
    static Path root() {
        return Path.of(Objects.requireNonNull(System.getProperty("reactor.root"), "reactor.root"));
    }

    /** {@return the folders of all modules, in the order of the parent pom} */
    static List<Path> modules() {
        return MODULE.matcher(read(root().resolve("pom.xml")))
                .results()
                .map((MatchResult module) -> root().resolve(module.group(1)))
                .toList();
    }

    /** {@return the Java files of a source folder such as {@code main} or {@code test}; none where it is missing} */
    static List<Path> javaFiles(Path module, String sourceSet) {
        return files(module.resolve("src").resolve(sourceSet)).stream()
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    /** {@return all files below a folder that are neither built nor a tool's own, sorted} */
    static List<Path> files(Path folder) {
        List<Path> found = new ArrayList<>();
        if (Files.exists(folder)) {
            try {
                Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                        return isOurs(visited) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path visited, BasicFileAttributes attributes) {
                        if (isOurs(visited)) {
                            found.add(visited);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found.stream().sorted().toList();
    }

    /** {@return the text of a file} */
    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(Path file) {
        return !NOT_OURS.contains(Objects.toString(file.getFileName(), ""));
    }
}

package dev.customerservice.examples.house;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of the house that only the source shows; each returns what breaks it, one line a finding. */
final class SourceRules {

    static final int LONGEST_MAIN_FILE = 400;

    // Each pattern is written so that it does not match itself.
    private static final Pattern UNFINISHED = Pattern.compile("\\b(?:TO[D]O|FIX[M]E)\\b|(?://|\\*|#|<!--)\\s*X[X]X\\b");
    private static final Pattern MACHINE_PATH =
            Pattern.compile("(?<![\\w.~/-])/(?:home|work|root|Users|tmp|private|mnt)/|\\b[A-Z]:\\\\");
    private static final Pattern REGISTRY_HOST =
            Pattern.compile("repo1?\\.mave[n]\\.|artifactor[y]|nexu[s]\\.|jfro[g]|sonatyp[e]|localhost:[0-9]");
    private static final Pattern NOT_A_WORD = Pattern.compile("\\W+");

    private SourceRules() {}

    /** {@return the file if it is longer than a main file may be} */
    static Stream<String> tooLong(Path file, String text) {
        long lines = text.lines().count();
        return lines > LONGEST_MAIN_FILE
                ? Stream.of(file + " (" + lines + " lines) must have at most " + LONGEST_MAIN_FILE)
                : Stream.empty();
    }

    /** {@return the marks by which authors promise to finish something later} */
    static Stream<String> unfinished(Path file, String text) {
        return matches(UNFINISHED, file, text, "must not be left unfinished");
    }

    /** {@return the paths and hosts that exist on one machine or network only} */
    static Stream<String> tiedToAMachine(Path file, String text) {
        return Stream.concat(
                matches(MACHINE_PATH, file, text, "must not name a path of one machine"),
                matches(REGISTRY_HOST, file, text, "must not name a registry"));
    }

    /** {@return the folders with sources that have no package-info among them} */
    static Stream<String> untoldPackages(List<Path> files) {
        return files.stream().collect(Collectors.groupingBy(file -> file.resolveSibling(""))).entrySet().stream()
                .filter(entry -> entry.getValue().stream().noneMatch(file -> file.endsWith("package-info.java")))
                .filter(entry -> entry.getValue().stream().noneMatch(file -> file.endsWith("module-info.java")))
                .map(entry -> entry.getKey() + " must have a package-info.java");
    }

    /** {@return what the javadoc of public types and their public members leaves out} */
    static Stream<String> untold(List<PublicType> types) {
        return types.stream()
                .flatMap(type -> type.untold().stream()
                        .map(finding -> type.file().getFileName() + ": " + type.name() + ": " + finding));
    }

    /**
     * {@return the public types that no test names}
     *
     * <p>Builders are reached through {@code builder()} and annotations are read by tools, so both may go unnamed.
     */
    static Stream<String> unnamed(List<PublicType> types, Set<String> words) {
        return types.stream()
                .filter(type -> !type.annotation() && !type.name().equals("Builder"))
                .filter(type -> !words.contains(type.name()))
                .map(type -> type.file().getFileName() + ": " + type.name() + " must be named in a test");
    }

    /** {@return the words of a text} */
    static Stream<String> words(String text) {
        return NOT_A_WORD.splitAsStream(text);
    }

    private static Stream<String> matches(Pattern pattern, Path file, String text, String must) {
        return pattern.matcher(text).results().map(hit -> {
            long line = text.substring(0, hit.start()).lines().count();
            return file + ":" + Math.max(line, 1) + " (" + hit.group() + ") " + must;
        });
    }
}

package dev.customerservice.examples;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows how far a long file has been read, to people only: nothing is drawn into a log or a pipe. */
final class LoadBar {
    private static final long LONG_FILE_BYTES = 1L << 20;
    private static final int WIDTH = 80;

    private LoadBar() {}

    /** {@return the bytes of a file, with a bar while they are read if the file is long and a person watches} */
    static InputStream open(Path file, PrintStream err) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        if (Files.size(file) < LONG_FILE_BYTES || !isWatched()) {
            return bytes;
        }
        // A fixed width, because asking the terminal for its own loads native code.
        ProgressBarBuilder bar = ProgressBar.builder()
                .setTaskName("Reading")
                .setUnit(" MB", 1L << 20)
                .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH));
        return ProgressBar.wrap(bytes, bar.setInitialMax(Files.size(file)));
    }

    private static boolean isWatched() {
        return Optional.ofNullable(System.console()).map(LoadBar::isTerminal).orElse(false);
    }

    /** From JDK 22 on there is a console without a terminal too, and a question to tell them apart. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}

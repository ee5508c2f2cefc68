package dev.customerservice.examples;

import dev.customerservice.examples.report.DemoReport;
import dev.customerservice.examples.report.DemoReport.Link;
import dev.customerservice.examples.report.Page;
import dev.customerservice.examples.report.ReportFiles;
import dev.customerservice.examples.report.TextReport;
import dev.customerservice.examples.team.ExampleTeam;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Reads a ticket log, judges it, and writes what it found: a text to the terminal, {@code report.json} and a page.
 *
 * <p>{@code mvn -q -Pdemo} runs it on the bundled sample; {@code mvn -q -Pdemo -Dhelp} tells how to run it on another log.
 */
@Command(
        name = "mvn -q -Pdemo",
        description = "Reads a ticket log and reports on it: in the terminal, as report.json and as a page.",
        sortOptions = false,
        optionListHeading = "%n",
        footer = {
            "",
            "Without -Dinput it reads a bundled sample, which other policies or calendars may judge. A log of your own "
                    + "needs a mapping; policies and calendars are optional. The first calendar is the desk's own: "
                    + "durations are counted on it, and dates are read in its zone. Examples lie in "
                    + "docs/examples/src/main/resources."
        })
public final class Demo implements Callable<Integer> {
    private static final String OUT = "docs/examples/target/report";

    /** The pages about the invented desk, whose team and plans come with the sample. */
    private static final List<Link> SAMPLE_PAGES = List.of(
            new Link("index.html", "Report"), new Link("team.html", "Team"), new Link("workforce.html", "Workforce"));

    private final PrintStream out;
    private final PrintStream err;

    @Option(names = "-Dinput", paramLabel = "CSV", defaultValue = "${sys:input}", description = "The log, also as .gz.")
    private @Nullable Path input;

    @Option(
            names = "-Dmapping",
            paramLabel = "JSON",
            defaultValue = "${sys:mapping}",
            description = "What the columns and words of the log mean.")
    private @Nullable Path mapping;

    @Option(
            names = "-Dpolicies",
            paramLabel = "JSON",
            defaultValue = "${sys:policies}",
            description = "The book of service level policies.")
    private @Nullable Path policies;

    @Option(
            names = "-Dcalendars",
            paramLabel = "JSON",
            defaultValue = "${sys:calendars}",
            description = "The business calendars, a list.")
    private @Nullable Path calendars;

    @Option(
            names = "-Dout",
            paramLabel = "FOLDER",
            defaultValue = "${sys:out}",
            description = "Where to write; " + OUT + " unless given.")
    private @Nullable Path folder;

    @Option(names = "-Dhelp", usageHelp = true, description = "Shows this text.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean isHelp;

    private Demo(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the demo and ends the virtual machine with status 2 when an argument is wrong.
     *
     * @param arguments the options; those not given are taken from the system properties of the same name
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        boolean isHelp = System.getProperty("help") != null;
        int status = run(out, System.err, isHelp ? new String[] {"-Dhelp"} : arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    /**
     * Runs the demo.
     *
     * @param out where the report is printed
     * @param err where mistakes are named and progress is shown
     * @param arguments the options
     * @return 0, or 2 when an argument is wrong
     */
    public static int run(PrintStream out, PrintStream err, String... arguments) {
        Demo demo = new Demo(out, err);
        return new CommandLine(demo)
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((mistake, given) -> demo.refuse(String.valueOf(mistake.getMessage())))
                .setExecutionExceptionHandler((mistake, command, given) -> {
                    if (mistake instanceof IllegalArgumentException) {
                        return demo.refuse(String.valueOf(mistake.getMessage()));
                    }
                    if (mistake instanceof IOException) {
                        return demo.refuse("The files must be ones that can be read and written: " + mistake);
                    }
                    throw mistake;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        Path target = folder == null ? defaultFolder() : folder;
        if (Files.exists(target) && !Files.isDirectory(target)) {
            throw new IllegalArgumentException(
                    "The output (" + target + ") must be a folder.\nMaybe name the folder that the file lies in.");
        }
        Inputs inputs = Inputs.of(input, mapping, policies, calendars);
        ReportMaker maker = new ReportMaker(inputs);
        Loaded loaded = maker.load(inputs.scan(err));
        boolean isSample = inputs.log() == null;
        DemoReport report = maker.report(loaded, isSample ? SAMPLE_PAGES : List.of());
        ReportFiles files = ReportFiles.write(report, target);
        out.print(TextReport.of(report));
        out.println("  Written: " + files.json() + "\n           " + files.page());
        if (isSample) {
            Page team = new TeamPage(ExampleTeam.bundled(), loaded, maker.measures()).page(SAMPLE_PAGES);
            out.println("           " + ReportFiles.write(team, target, "team"));
            Page workforce = new WorkforcePage(loaded).page(SAMPLE_PAGES);
            out.println("           " + ReportFiles.write(workforce, target, "workforce"));
        }
        return 0;
    }

    /** The folder of the examples, from wherever Maven was called. */
    private static Path defaultFolder() {
        return Path.of(System.getProperty("maven.multiModuleProjectDirectory", ""))
                .resolve(OUT);
    }

    private int refuse(String message) {
        err.println(message.replace("\n", " "));
        return CommandLine.ExitCode.USAGE;
    }
}

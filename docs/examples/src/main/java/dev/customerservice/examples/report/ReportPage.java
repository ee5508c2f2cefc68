package dev.customerservice.examples.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The self-contained page around a {@code report.json}. The data lie in it as inert JSON, with every {@code <} written as
 * an escape, and the script enters text only as text; so no value of a log can become part of the page.
 */
final class ReportPage {
    private static final String ECHARTS = "/META-INF/resources/webjars/echarts/5.3.1/";
    private static final String DATA = "{{data}}";
    private static final Pattern SLOT = Pattern.compile("\\{\\{(\\w+)}}");

    private ReportPage() {}

    /** Writes the page around a report, which needs no other file and no network. */
    static void writeReport(Path file, String reportJson) throws IOException {
        Frame.REPORT.write(file, reportJson);
    }

    /** Writes the page around blocks, which needs no other file and no network. */
    static void writeBlocks(Path file, String pageJson) throws IOException {
        Frame.BLOCKS.write(file, pageJson);
    }

    /** A page without its data: a megabyte that is the same for every report, and so encoded once. */
    private static final class Frame {
        static final Frame REPORT = new Frame("report");
        static final Frame BLOCKS = new Frame("blocks");

        private final byte[] before;
        private final byte[] after;

        private Frame(String kind) {
            String page = page(kind);
            int data = page.indexOf(DATA);
            before = page.substring(0, data).getBytes(StandardCharsets.UTF_8);
            after = page.substring(data + DATA.length()).getBytes(StandardCharsets.UTF_8);
        }

        void write(Path file, String json) throws IOException {
            try (OutputStream out = Files.newOutputStream(file)) {
                out.write(before);
                out.write(json.replace("<", "\\u003c").getBytes(StandardCharsets.UTF_8));
                out.write(after);
            }
        }

        private static String page(String kind) {
            String licence = resource(ECHARTS + "NOTICE") + "\n" + resource(ECHARTS + "LICENSE") + "\n"
                    + resource(ECHARTS + "licenses/LICENSE-d3");
            Map<String, String> parts = Map.of(
                    "css",
                    resource("/report/page.css"),
                    "main",
                    resource("/report/" + kind + ".html"),
                    "licence",
                    "/*!\n" + licence.replace("*/", "* /") + "\n*/",
                    "echarts",
                    resource(ECHARTS + "dist/echarts.min.js").replace("</script", "<\\/script"),
                    "script",
                    resource("/report/figures.js")
                            + resource("/report/charts.js")
                            + resource("/report/frame.js")
                            + resource("/report/" + kind + ".js"));
            return SLOT.matcher(resource("/report/page.html"))
                    .replaceAll(slot -> Matcher.quoteReplacement(parts.getOrDefault(slot.group(1), slot.group())));
        }
    }

    private static String resource(String path) {
        try (InputStream in = ReportPage.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("Resource (" + path + ") must be on the class path.\n"
                        + "Maybe the charts' jar is missing there.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

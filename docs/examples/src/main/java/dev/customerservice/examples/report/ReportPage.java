package dev.customerservice.examples.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

    /** {@return the HTML text around a report, which needs no other file and no network} */
    static String html(String reportJson) {
        return Frame.REPORT.around(reportJson);
    }

    /** {@return the HTML text around a page of blocks, which needs no other file and no network} */
    static String blocks(String pageJson) {
        return Frame.BLOCKS.around(pageJson);
    }

    /** A page without its data: a megabyte that is the same for every report. */
    private record Frame(String before, String after) {
        static final Frame REPORT = of("report");
        static final Frame BLOCKS = of("blocks");

        String around(String json) {
            return before + json.replace("<", "\\u003c") + after;
        }

        private static Frame of(String kind) {
            String page = page(kind);
            int data = page.indexOf(DATA);
            return new Frame(page.substring(0, data), page.substring(data + DATA.length()));
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

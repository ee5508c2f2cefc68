package dev.customerservice.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {
    @TempDir
    Path folder;

    @Test
    void thePageShowsTheReportAndNothingOfItsTextIsMarkup() throws IOException, InterruptedException {
        ReportFiles files = ReportFiles.write(Reports.small(), folder);
        Document page = Browser.open(files.page());

        assertEquals("Desk " + Reports.EVIL, page.title());
        assertEquals("Desk " + Reports.EVIL, page.expectFirst("#title").text());
        assertEquals(3, page.select("script").size(), "the template's own scripts and no other");
        assertEquals(0, page.select("main img, header img").size());
        assertTrue(page.select("#overdue td").eachText().contains(Reports.EVIL), "a subject stays text");

        JsonNode json = new JsonMapper().readTree(files.json().toFile());
        PageNumbers.assertEqual(json, page);
        for (String chart : List.of("volume", "backlog", "resolution", "attainment", "ageing", "arrivals", "worst")) {
            assertTrue(page.select("#" + chart + " svg path").size() >= 3, chart + " is drawn");
        }
        assertEquals(
                "no data: nothing counted", page.select("#satisfaction .none").text());
        assertEquals(0, page.select("#satisfaction svg").size());
        assertTrue(
                aria(page, "volume").contains("Opened: 2025-W01 5, 2025-W02 3. Solved: 2025-W01 4, 2025-W02 2."),
                aria(page, "volume"));
    }

    @Test
    void thePageIsOneFileThatNeedsNoNetwork() throws IOException {
        String html =
                Files.readString(ReportFiles.write(Reports.small(), folder).page());
        Document page = Jsoup.parse(html);
        assertEquals(0, page.select("[src], [href], link, iframe, object").size(), "nothing is fetched");
        String policy =
                page.expectFirst("meta[http-equiv=Content-Security-Policy]").attr("content");
        assertTrue(policy.startsWith("default-src 'none'"), policy);
        assertTrue(html.contains("Apache License"), "the charts' licence is kept");
        assertFalse(html.contains("{{"), "every slot is filled");
        assertFalse(html.contains(Reports.EVIL), "data are escaped");
    }

    @Test
    void aPageThatComplainsIsFound() throws IOException {
        Path page = Files.writeString(folder.resolve("page.html"), "<script>missing();</script>");
        Error found = assertThrows(Error.class, () -> Browser.open(page));
        assertTrue(String.valueOf(found.getMessage()).contains("missing is not defined"), found.getMessage());
    }

    private static String aria(Document page, String chart) {
        Element drawn = page.expectFirst("#" + chart + " .chart");
        return drawn.attr("aria-label");
    }
}

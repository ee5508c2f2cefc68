package dev.customerservice.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Compares every figure and word that a page of blocks shows with its JSON file, place by place. */
public final class BlockNumbers {
    private BlockNumbers() {}

    public static void assertEqual(JsonNode json, Document page) {
        assertEquals(json.get("title").asText(), page.title());
        assertEquals(json.get("cards").size(), page.select("#headline .card").size());
        for (JsonNode block : json.get("blocks")) {
            String place = "#" + block.get("id").asText();
            List<String> expected = new ArrayList<>();
            switch (block.get("type").asText()) {
                case "words" -> block.get("rows").forEach(row -> row.forEach(cell -> expected.add(cell(cell))));
                case "expected" -> {
                    block.get("forecast").get("past").forEach(f -> expected.add(PageNumbers.written(f)));
                    block.get("forecast").get("ahead").forEach(f -> expected.add(PageNumbers.written(f)));
                }
                default ->
                    expected.addAll(PageNumbers.transposed(block.get("timeline").get("series")));
            }
            List<String> shown = block.get("type").asText().equals("words")
                    ? page.select(place + " tbody > tr > *").stream()
                            .map(BlockNumbers::shown)
                            .toList()
                    : PageNumbers.cells(page, place);
            assertEquals(expected, shown, place);
        }
        PageNumbers.definitionsAreOneClickAway(json, page);
    }

    private static String cell(JsonNode cell) {
        if (cell.has("figure")) {
            return PageNumbers.written(cell.get("figure"));
        }
        return (cell.get("text").asText() + " " + cell.path("under").asText("")).trim();
    }

    private static String shown(Element cell) {
        return cell.hasAttr("data-value") || cell.hasAttr("data-no-data") ? PageNumbers.shown(cell) : words(cell);
    }

    private static String words(Element cell) {
        Element under = cell.selectFirst(".under");
        String small = under == null ? "" : under.text();
        if (under != null) {
            under.remove();
        }
        return (cell.text() + " " + small).trim();
    }
}

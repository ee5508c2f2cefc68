package dev.customerservice.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.customerservice.examples.report.DemoReport.Timeline;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the script of a page finds in its JSON. */
class PageTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Timeline NOTHING = new Timeline("none", List.of(), List.of());
    private static final Figure MISSING = new Figure.Missing(Figure.Unit.COUNT, "no_observations", new TreeMap<>());

    @Test
    void eachBlockNamesTheWayItIsDrawn() {
        List<Block> blocks = List.of(
                new Block.Lines("a", "A", "", true, NOTHING, List.of(Block.Look.STEP)),
                new Block.Intervals("b", "B", "", NOTHING),
                new Block.Expected(
                        "c", "C", "", new Forecast("", "kpi", "too_short", List.of(), List.of(), List.of(), List.of())),
                new Block.Words("d", "D", "", false, List.of("x"), List.of(), "nothing to see to"));
        List<String> types = List.of("lines", "intervals", "expected", "words");
        Page page = new Page("team", "Title", "", "", "Europe/London", List.of(), List.of(), blocks, List.of());
        JsonNode written = JSON.valueToTree(page).get("blocks");
        for (int i = 0; i < types.size(); i++) {
            assertEquals(types.get(i), written.get(i).get("type").asText());
        }
    }

    @Test
    void aCellIsWordsOrAFigureAndSaysNothingOfWhatItHasNot() {
        JsonNode late = JSON.valueToTree(Block.Cell.of("late", Block.Tone.BAD).under("since Monday"));
        assertEquals("{\"text\":\"late\",\"tone\":\"BAD\",\"under\":\"since Monday\"}", late.toString());
        JsonNode figure = JSON.valueToTree(Block.Cell.of(MISSING));
        assertFalse(figure.has("text"));
        assertEquals("no_observations", figure.get("figure").get("noData").asText());
    }

    @Test
    void aCardShowsANumberOrAWord() {
        JsonNode number = JSON.valueToTree(Page.Card.of("Open", "now", MISSING));
        assertFalse(number.has("words"));
        JsonNode word = JSON.valueToTree(Page.Card.of("Stage", "all below it hold", "developing"));
        assertEquals("developing", word.get("words").asText());
        assertFalse(word.has("figure"));
    }
}

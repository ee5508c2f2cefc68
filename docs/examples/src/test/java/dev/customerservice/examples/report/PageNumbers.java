package dev.customerservice.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Compares every figure the page shows with {@code report.json}, place by place. */
public final class PageNumbers {
    private PageNumbers() {}

    public static void assertEqual(JsonNode report, Document page) {
        List<String> cards = new ArrayList<>();
        report.get("headline").forEach(h -> cards.add(h.get("id").asText() + " " + written(h.get("figure"))));
        List<String> shownCards = page.select("#headline .card").stream()
                .map(card -> card.attr("data-id") + " " + shown(card.expectFirst(".value")))
                .toList();
        assertEquals(cards, shownCards);

        for (String chart :
                List.of("volume", "backlog", "resolution", "lasting", "attainment", "ageing", "satisfaction")) {
            assertEquals(transposed(report.get(chart).get("series")), cells(page, "#" + chart), chart);
        }
        for (JsonNode control : report.get("control")) {
            List<String> points = new ArrayList<>();
            control.get("points").forEach(p -> points.add(written(p.get("figure"))));
            assertEquals(points, cells(page, "#" + control.get("id").asText()));
        }
        List<String> expected = new ArrayList<>();
        report.get("forecast").get("past").forEach(f -> expected.add(written(f)));
        report.get("forecast").get("ahead").forEach(f -> expected.add(written(f)));
        assertEquals(report.get("forecast").has("noData") ? List.of() : expected, cells(page, "#forecast"), "forecast");
        definitionsAreOneClickAway(report, page);
        List<String> arrivals = new ArrayList<>();
        report.get("arrivals").get("cells").forEach(row -> row.forEach(f -> arrivals.add(written(f))));
        assertEquals(arrivals, cells(page, "#arrivals"), "arrivals");
        List<String> teams = new ArrayList<>();
        report.get("teams").get("rows").forEach(row -> row.get("figures").forEach(f -> teams.add(written(f))));
        assertEquals(teams, cells(page, "#teams"), "teams");
        for (String list : List.of("worst", "overdue")) {
            List<String> breaches = new ArrayList<>();
            report.get(list).forEach(b -> breaches.add(number(b.get("overdueSeconds"))));
            assertEquals(breaches, cells(page, "#" + list), list);
        }
    }

    /** Each card leads to the definition of its measure, which stands on the page whole. */
    public static void definitionsAreOneClickAway(JsonNode report, Document page) {
        report.get("definitions").forEach(d -> {
            String id = "definition-" + d.get("id").asText().replaceAll("[^a-z0-9]+", "-");
            String text = page.expectFirst("#" + id + " + dd").text();
            for (String part : List.of("formula", "population", "unit", "emptyCase", "source")) {
                String shown = d.get(part).asText().replaceAll("\\s+", " ").trim();
                assertTrue(text.contains(shown), part + " of " + id + ": " + text);
            }
        });
        for (Element link : page.select("a.def")) {
            assertNotNull(page.getElementById(link.attr("href").substring(1)), link.outerHtml());
        }
    }

    static List<String> transposed(JsonNode series) {
        List<String> all = new ArrayList<>();
        int length = series.isEmpty() ? 0 : series.get(0).get("points").size();
        for (int i = 0; i < length; i++) {
            for (JsonNode one : series) {
                all.add(written(one.get("points").get(i)));
            }
        }
        return all;
    }

    static List<String> cells(Document page, String place) {
        return page.select(place + " td[data-value], " + place + " td[data-no-data]").stream()
                .map(PageNumbers::shown)
                .toList();
    }

    static String shown(Element cell) {
        return cell.hasAttr("data-value")
                ? Double.toString(Double.parseDouble(cell.attr("data-value")))
                : "no data: " + cell.attr("data-no-data");
    }

    static String written(JsonNode figure) {
        return figure.has("noData") ? "no data: " + figure.get("noData").asText() : number(figure.get("value"));
    }

    private static String number(JsonNode value) {
        return Double.toString(value.asDouble());
    }
}

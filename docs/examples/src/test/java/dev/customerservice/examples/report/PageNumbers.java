package dev.customerservice.examples.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

        for (String chart : List.of("volume", "backlog", "resolution", "attainment", "ageing", "satisfaction")) {
            assertEquals(transposed(report.get(chart).get("series")), cells(page, "#" + chart), chart);
        }
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

    private static List<String> transposed(JsonNode series) {
        List<String> all = new ArrayList<>();
        int length = series.isEmpty() ? 0 : series.get(0).get("points").size();
        for (int i = 0; i < length; i++) {
            for (JsonNode one : series) {
                all.add(written(one.get("points").get(i)));
            }
        }
        return all;
    }

    private static List<String> cells(Document page, String place) {
        return page.select(place + " td[data-value], " + place + " td[data-no-data]").stream()
                .map(PageNumbers::shown)
                .toList();
    }

    private static String shown(Element cell) {
        return cell.hasAttr("data-value")
                ? Double.toString(Double.parseDouble(cell.attr("data-value")))
                : "no data: " + cell.attr("data-no-data");
    }

    private static String written(JsonNode figure) {
        return figure.has("noData") ? "no data: " + figure.get("noData").asText() : number(figure.get("value"));
    }

    private static String number(JsonNode value) {
        return Double.toString(value.asDouble());
    }
}

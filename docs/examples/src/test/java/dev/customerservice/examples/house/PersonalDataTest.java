package dev.customerservice.examples.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.json.JsonFormat;
import dev.customerservice.domain.json.JsonFormat2;
import dev.customerservice.domain.json.JsonFormatException;
import dev.customerservice.domain.json.JsonFormatException.Reason;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.sla.SlaPlan;
import dev.customerservice.domain.sla.SlaPolicy;
import dev.customerservice.domain.sla.SlaReading;
import dev.customerservice.domain.sla.SlaTarget;
import dev.customerservice.domain.survey.SurveyResponse;
import dev.customerservice.domain.survey.SurveyScale;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.FieldChanged;
import dev.customerservice.domain.ticket.KeptEvent;
import dev.customerservice.domain.ticket.Marked;
import dev.customerservice.domain.ticket.Requester;
import dev.customerservice.domain.ticket.RequesterChanged;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.domain.ticket.Workflow;
import dev.customerservice.metrics.facts.FactExtractor;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.ResolutionRule;
import dev.customerservice.metrics.kpi.SurveyKpis;
import dev.customerservice.metrics.kpi.TicketKpis;
import dev.customerservice.metrics.report.Dimension;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.Period;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A canary in every personal field: it is found in what holds it and nowhere else. */
class PersonalDataTest {
    private static final String CANARY = "jane.doe@example.org";
    private static final ObjectMapper JSON = JsonFormat2.standard().mapper(); // keeps each digit
    private static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");
    private static final Instant LATER = Instant.parse("2026-12-01T00:00:00Z");

    /** Fields of public value types that hold what customers say of themselves, by the name of the field. */
    private static final Set<String> PERSONAL =
            Set.of("subject", "comment", "note", "notes", "body", "message", "email", "address", "phone", "content");

    /** Where a text says who it is, or what they wrote. */
    private static final Set<String> PEOPLE = Set.of(
            "id",
            "customer",
            "organization",
            "assignee",
            "subject",
            "source",
            "person",
            "participants",
            "people",
            "reserve",
            "comes",
            "leaves");

    private static final TicketDetails DETAILS = TicketDetails.builder()
            .subject(CANARY)
            .putField("mail", CANARY)
            .requester(Requester.of(CustomerId.of(CANARY)))
            .build();

    private static final List<TicketEvent> EVENTS = List.of(
            new TicketCreated(head(0, Actor.customer(CANARY)), DETAILS),
            new RequesterChanged(head(1, Actor.agent("ana")), Requester.of(CustomerId.of(CANARY))),
            new FieldChanged(head(2, Actor.agent("ana")), "mail", Optional.of(CANARY)),
            new Marked(head(3, Actor.agent("ana")), "note", Map.of("text", CANARY)),
            new KeptEvent(head(4, Actor.agent("ana")), "poll_sent", Map.of("answers", List.of(CANARY))),
            new StatusChanged(head(5, Actor.agent("ana")), Status.SOLVED));

    private static final SurveyResponse RESPONSE = SurveyResponse.builder()
            .survey("csat")
            .scale(SurveyScale.satisfaction(5))
            .ticket(TicketId.of("T-1"))
            .customer(CustomerId.of(CANARY))
            .comment(CANARY)
            .answeredAt(NINE.plusSeconds(3600))
            .rating(5)
            .build();

    private static EventHead head(int minutes, Actor by) {
        return EventHead.of(TicketId.of("T-1"), NINE.plusSeconds(60L * minutes), by);
    }

    private static void hides(Object shown) {
        assertFalse(shown.toString().contains(CANARY), shown.toString());
    }

    @Test
    void noValueShowsIt() {
        EVENTS.forEach(PersonalDataTest::hides);
        hides(DETAILS);
        hides(RESPONSE);
        hides(TicketHistory.of(EVENTS));
        hides(TicketHistory.of(EVENTS).latest());
        hides(TicketHistory.of(EVENTS).events());
    }

    /** The names of fields that hold personal texts, type by type: whoever adds one decides here how it is shown. */
    @Test
    void everyPersonalFieldIsKnown() {
        Set<String> found = new TreeSet<>();
        for (Class<?> type : WireTypes.all()) {
            for (Method method : type.getMethods()) {
                if (method.getParameterCount() == 0
                        && !Modifier.isStatic(method.getModifiers())
                        && PERSONAL.contains(method.getName())
                        && method.getGenericReturnType().toString().contains("java.lang.String")) {
                    found.add(WireTypes.name(type) + "." + method.getName());
                }
            }
        }
        assertEquals(
                new TreeSet<>(Set.of(
                        "domain.survey.SurveyResponse.comment",
                        "domain.ticket.KeptEvent.content",
                        "domain.ticket.TicketDetails.subject",
                        // Kinds of thing that a playbook speaks of, no texts of people.
                        "roles.assessment.Assessment.subject",
                        "roles.procedure.Procedure.subject")),
                found);
    }

    @Test
    void noReadingExplanationFactOrReportShowsIt() {
        SlaPlan plan = SlaPolicy.builder()
                .id("all")
                .addTarget(SlaTarget.of(SlaMetric.RESOLUTION, Duration.ofHours(8)))
                .build()
                .resolve(CalendarBook.of());
        TicketHistory history = TicketHistory.of(EVENTS);
        for (SlaReading reading : plan.read(history, LATER).all()) {
            hides(reading);
            hides(plan.explain(reading).toText());
            hides(plan.explain(reading));
        }
        hides(plan.match(history, LATER));
        Facts facts = Facts.of(List.of(history), FactExtractor.asOf(LATER).with(plan))
                .surveys(List.of(RESPONSE))
                .linked();
        hides(facts);
        KpiReport report = KpiReport.over(Period.month(2026, Month.NOVEMBER, ZoneOffset.UTC))
                .measure(TicketKpis.resolutionTime(ResolutionRule.FIRST_ENTRY).percentile(90), SurveyKpis.csat())
                .by(Dimension.TEAM)
                .collect(facts);
        hides(report);
    }

    @Test
    void noImpossibleHistoryShowsIt() {
        List<TicketEvent> reversed = new ArrayList<>(EVENTS);
        Collections.reverse(reversed);
        hides(TicketHistory.check(reversed, Workflow.standard()));
        List<TicketEvent> twice = new ArrayList<>(EVENTS);
        twice.addAll(EVENTS);
        hides(TicketHistory.check(twice, Workflow.standard()));
    }

    @Test
    void noTextWithoutPersonalDataHoldsIt() {
        for (JsonFormat format : GoldenFile.FORMATS) {
            assertTrue(format.write(TicketHistory.of(EVENTS)).contains(CANARY));
            hides(format.redacted(id -> "somebody").write(TicketHistory.of(EVENTS)));
            hides(format.redacted(id -> "somebody").write(EVENTS.toArray(TicketEvent[]::new)));
            hides(format.redacted(id -> "somebody").write(DETAILS));
        }
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** The same text once for each of its values, with the canary in its place. */
    private static List<String> everywhere(String text) {
        List<String> all = new ArrayList<>();
        for (int place = 0; ; place++) {
            JsonNode tree = tree(text);
            int[] left = {place};
            if (!put(tree, left)) {
                return all;
            }
            all.add(tree.toString());
        }
    }

    private static boolean put(JsonNode node, int[] left) {
        for (String name : node.isObject() ? fieldNames(node) : List.<String>of()) {
            if (node.get(name).isValueNode()) {
                if (left[0]-- == 0) {
                    ((ObjectNode) node).put(name, CANARY);
                    return true;
                }
            } else if (put(node.get(name), left)) {
                return true;
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            if (node.get(i).isValueNode()) {
                if (left[0]-- == 0) {
                    ((ArrayNode) node).set(i, CANARY);
                    return true;
                }
            } else if (put(node.get(i), left)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> fieldNames(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String trace(Throwable refusal) {
        StringWriter trace = new StringWriter();
        refusal.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    /** A type's own rule may name what it refuses; those places are no personal ones. */
    @Test
    void noRefusalOfATextShowsItButTheRulesOfTypesThemselves() {
        Set<String> shown = new TreeSet<>();
        int refused = 0;
        for (GoldenFile file : GoldenFile.all()) {
            for (String text : everywhere(file.text())) {
                for (JsonFormat format : GoldenFile.FORMATS) {
                    try {
                        format.read(text, file.type());
                    } catch (JsonFormatException e) {
                        refused++;
                        if (trace(e).contains(CANARY)) {
                            assertEquals(Reason.NOT_ALLOWED, e.reason(), e.getMessage());
                            shown.add(last(e.pointer(), file));
                        }
                    }
                }
            }
        }
        assertTrue(refused > 500, "refused " + refused);
        assertEquals(List.of(), shown.stream().filter(PEOPLE::contains).toList());
    }

    private static String last(String pointer, GoldenFile file) {
        String[] steps = pointer.split("/", -1);
        for (int i = steps.length - 1; i > 0; i--) {
            if (!steps[i].matches("[0-9]+")) {
                return steps[i];
            }
        }
        return file.name();
    }
}

package dev.customerservice.metrics.report;

import static dev.customerservice.domain.ticket.TicketCondition.not;
import static dev.customerservice.domain.ticket.TicketCondition.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.exchange.Vendor;
import dev.customerservice.domain.exchange.VendorExport;
import dev.customerservice.domain.sla.Again;
import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.sla.SlaPlan;
import dev.customerservice.domain.sla.SlaPolicy;
import dev.customerservice.domain.sla.SlaReading;
import dev.customerservice.domain.sla.SlaReadings;
import dev.customerservice.domain.sla.SlaTarget;
import dev.customerservice.domain.sla.TargetTime;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.MessageAdded;
import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.StatusCategory;
import dev.customerservice.domain.ticket.Ticket;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.metrics.facts.FactExtractor;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.kpi.OneTouch;
import dev.customerservice.metrics.kpi.SurveyKpis;
import dev.customerservice.metrics.kpi.TicketKpis;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Ratio;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Reads the exports of four vendors and reproduces every answer, key by key. The system property {@code vendor.shapes} names another folder;
 * relative paths count from the reactor root.
 */
class VendorShapesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONG = Duration.ofDays(1_000);
    /** An answer is a label, not something that follows from the export. */
    private static final List<String> LABELS = List.of("/jira/sla/id", "/jira/sla/name", "/chatwoot/note");

    private static final SlaMetric TO_FIRST_SOLUTION =
            SlaMetric.RESOLUTION.withId(SlaMetricId.of("first_resolution")).withAgain(Again.ONCE);
    private static final SlaMetric TO_LAST_SOLUTION =
            SlaMetric.RESOLUTION.withId(SlaMetricId.of("full_resolution")).withAgain(Again.RESUME_INCLUDING_STOPPED);
    private static final SlaMetric PENDING = onlyWhile("pending", StatusCategory.PENDING);
    private static final SlaMetric HELD = onlyWhile("held", StatusCategory.ON_HOLD);
    private static final SlaMetric WORKED = onlyWhile("worked", StatusCategory.NEW, StatusCategory.OPEN);
    private static final SlaMetric WAITED =
            onlyWhile("waited", StatusCategory.NEW, StatusCategory.OPEN, StatusCategory.ON_HOLD);

    private final Map<String, @Nullable Object> found = new TreeMap<>();

    private static SlaMetric onlyWhile(String id, StatusCategory... categories) {
        return SlaMetric.RESOLUTION.withId(SlaMetricId.of(id)).withPausedWhile(not(status(categories)));
    }

    @Test
    void everyAnswerIsReproduced() throws IOException {
        JsonNode expected = JSON.readTree(read("expected.json")).get("expected");
        zendesk(expected.get("zendesk"));
        jira(Instant.parse(expected.get("jira").get("as_of").asText()));
        freshdesk();
        chatwoot();
        Map<String, JsonNode> answers = new TreeMap<>();
        leaves("", expected, answers);
        answers.keySet().removeAll(LABELS);
        List<String> wrong = new ArrayList<>();
        answers.forEach((key, answer) -> {
            if (!found.containsKey(key)) {
                wrong.add(key + " was not computed");
            } else if (!JSON.valueToTree(found.get(key)).asText().equals(answer.asText())) {
                wrong.add(key + " is " + found.get(key) + " instead of " + answer);
            }
        });
        found.keySet().stream()
                .filter(key -> !answers.containsKey(key))
                .forEach(key -> wrong.add(key + " is not asked for"));
        System.out.println("vendor shapes: " + (answers.size() - wrong.size()) + " answers agree, " + wrong.size()
                + " disagree; " + LABELS.size() + " labels not counted");
        assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
        assertTrue(!answers.isEmpty(), "no answer was read");
    }

    private static byte[] read(String name) throws IOException {
        String folder = System.getProperty("vendor.shapes", "");
        if (folder.isEmpty()) {
            try (InputStream own = VendorShapesTest.class.getResourceAsStream("/vendor-shapes/" + name)) {
                return own.readAllBytes();
            }
        }
        return Files.readAllBytes(
                Path.of(System.getProperty("reactor.root", ".")).resolve(folder).resolve(name));
    }

    private static VendorExport export(Vendor vendor, String name) throws IOException {
        VendorExport export = vendor.read(JSON.readerForMapOf(Object.class).readValue(read(name)));
        assertEquals(List.of(), export.failures());
        return export;
    }

    private static void leaves(String at, JsonNode node, Map<String, JsonNode> into) {
        if (node.isObject()) {
            node.properties().forEach(field -> leaves(at + "/" + field.getKey(), field.getValue(), into));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                leaves(at + "/" + i, node.get(i), into);
            }
        } else {
            into.put(at, node);
        }
    }

    private static SlaPlan measuring(Optional<BusinessCalendar> calendar, SlaMetric... metrics) {
        SlaPolicy.Builder policy = SlaPolicy.builder().id("measuring");
        for (SlaMetric metric : metrics) {
            SlaTarget target = SlaTarget.of(metric, LONG);
            policy.addTarget(
                    calendar.map(hours -> target.withCalendar(hours.id())).orElse(target));
        }
        return policy.build().resolve(CalendarBook.of(calendar.stream().toList()));
    }

    private static @Nullable Long minutes(SlaReading reading, boolean onlyWhenDone) {
        boolean isShown = reading.startedAt().isPresent()
                && (!onlyWhenDone || reading.completedAt().isPresent());
        return isShown ? reading.elapsed().toMinutes() : null;
    }

    private void zendesk(JsonNode expected) throws IOException {
        VendorExport export = export(Vendor.ZENDESK, "zendesk.json");
        BusinessCalendar hours = export.calendars().get(0);
        SlaMetric[] metrics = {SlaMetric.FIRST_REPLY, TO_FIRST_SOLUTION, TO_LAST_SOLUTION, PENDING, HELD, WORKED, WAITED
        };
        Map<String, SlaPlan> clocks = Map.of(
                "calendar", measuring(Optional.empty(), metrics), "business", measuring(Optional.of(hours), metrics));
        for (TicketHistory history : export.histories()) {
            String key = "/zendesk/" + history.id().value();
            Instant asOf = Instant.parse(
                    expected.get(history.id().value()).get("as_of").asText());
            TicketFacts facts = FactExtractor.asOf(asOf).extract(history).orElseThrow();
            Ticket ticket = history.at(asOf).orElseThrow();
            found.put(key + "/as_of", facts.asOf().toString());
            found.put(key + "/status", ticket.status().name());
            found.put(key + "/reopens", facts.reopens());
            found.put(key + "/public_agent_replies", facts.replies());
            found.put(
                    key + "/private_notes",
                    history.events().stream()
                            .filter(event ->
                                    event instanceof MessageAdded message && message.audience() == Audience.INTERNAL)
                            .count());
            found.put(
                    key + "/group_stations",
                    facts.teamChanges() + (ticket.team().isPresent() ? 1 : 0));
            found.put(
                    key + "/assignee_stations",
                    facts.agentChanges() + (ticket.assignee().isPresent() ? 1 : 0));
            found.put(key + "/one_touch", holds(TicketKpis.oneTouch(OneTouch.EXACTLY_ONE), facts));
            found.put(
                    key + "/sla_priority_at_creation",
                    facts.as().priority().orElseThrow().name());
            clocks.forEach((clock, plan) -> times(key, clock, plan.read(history, asOf)));
            for (String name : List.of("first_resolution_minutes", "full_resolution_minutes", "first_reply_minutes")) {
                if (found.get(key + "/" + name + "/calendar") == null) {
                    found.keySet().removeIf(other -> other.startsWith(key + "/" + name + "/"));
                    found.put(key + "/" + name, null);
                }
            }
            promises(key + "/sla/", export, export.plan().read(history, asOf));
        }
    }

    private void times(String key, String clock, SlaReadings readings) {
        found.put(key + "/first_reply_minutes/" + clock, minutes(readings.get(SlaMetric.FIRST_REPLY), true));
        found.put(key + "/first_resolution_minutes/" + clock, minutes(readings.get(TO_FIRST_SOLUTION), true));
        found.put(key + "/full_resolution_minutes/" + clock, minutes(readings.get(TO_LAST_SOLUTION), true));
        found.put(key + "/requester_wait_minutes(new+open+hold)/" + clock, minutes(readings.get(WAITED), false));
        found.put(key + "/agent_wait_minutes(pending)/" + clock, minutes(readings.get(PENDING), false));
        found.put(key + "/on_hold_minutes/" + clock, minutes(readings.get(HELD), false));
        found.put(key + "/agent_work_minutes(new+open)/" + clock, minutes(readings.get(WORKED), false));
    }

    private void promises(String key, VendorExport export, SlaReadings readings) {
        readings.find(SlaMetric.FIRST_REPLY).ifPresent(reading -> {
            found.put(key + "first_reply_time/due_at", text(reading.dueAt()));
            found.put(key + "first_reply_time/met", reading.achievedAt().isPresent());
            promise(key + "first_reply_time/", export, reading);
        });
        readings.find(SlaMetric.REQUESTER_WAIT).ifPresent(reading -> {
            found.put(
                    key + "requester_wait_time/used_minutes", reading.elapsed().toMinutes());
            found.put(key + "requester_wait_time/breach_at", text(reading.breachedAt()));
            promise(key + "requester_wait_time/", export, reading);
        });
    }

    private void promise(String key, VendorExport export, SlaReading reading) {
        found.put(key + "target_minutes", reading.target().orElseThrow().toMinutes());
        found.put(
                key + "business_hours",
                !reading.promised()
                        .orElseThrow()
                        .equals(TargetTime.wall(reading.target().orElseThrow())));
        found.put(key + "breached", reading.breachedAt().isPresent());
        assertEquals(export.policies().policies().get(0).id(), reading.policy());
    }

    private static @Nullable String text(Optional<Instant> at) {
        return at.map(Instant::toString).orElse(null);
    }

    private static boolean holds(Kpi<TicketFacts, Ratio> share, TicketFacts facts) {
        return Stream.of(facts)
                .collect(share.collector())
                .amount()
                .filter(ratio -> ratio.numerator() == 1)
                .isPresent();
    }

    private void jira(Instant asOf) throws IOException {
        VendorExport export = export(Vendor.JIRA, "jira-service-management.json");
        BusinessCalendar hours = export.calendars().get(0);
        found.put("/jira/as_of", asOf.toString());
        int completed = 0;
        for (SlaReading cycle :
                export.plan().read(export.histories().get(0), asOf).cycles(SlaMetric.RESOLUTION)) {
            boolean isOver = cycle.completedAt().isPresent();
            String key = "/jira/sla/" + (isOver ? "completedCycles/" + completed++ : "ongoingCycle") + "/";
            stamp(key + "startTime/", cycle.startedAt().orElseThrow(), hours.zone());
            if (isOver) {
                stamp(key + "stopTime/", cycle.completedAt().orElseThrow(), hours.zone());
            } else {
                found.put(key + "paused", cycle.dueAt().isEmpty());
                found.put(key + "withinCalendarHours", hours.isOpen(asOf));
            }
            found.put(key + "breached", cycle.breachedAt().isPresent());
            found.put(key + "goalDuration/millis", cycle.target().orElseThrow().toMillis());
            found.put(key + "elapsedTime/millis", cycle.elapsed().toMillis());
            Duration left = cycle.remaining()
                    .or(() -> cycle.overdueBy().map(Duration::negated))
                    .orElseThrow();
            found.put(key + "remainingTime/millis", left.toMillis());
        }
    }

    private void stamp(String key, Instant at, ZoneId zone) {
        found.put(key + "epochMillis", at.toEpochMilli());
        found.put(key + "iso8601", format("yyyy-MM-dd'T'HH:mm:ssZ", at, zone));
        found.put(key + "jira", format("yyyy-MM-dd'T'HH:mm:ss.SSSZ", at, zone));
    }

    private static String format(String pattern, Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(at.atZone(zone));
    }

    private void freshdesk() throws IOException {
        VendorExport export = export(Vendor.FRESHDESK, "freshdesk.json");
        SlaPlan plan = measuring(Optional.empty(), SlaMetric.FIRST_REPLY, TO_FRESHDESK_SOLUTION);
        Instant asOf = Instant.parse("2024-06-01T00:00:00Z");
        int open = 0;
        for (TicketHistory history : export.histories()) {
            String key = "/freshdesk/" + history.id().value() + "/";
            SlaReadings readings = plan.read(history, asOf);
            SlaReading reply = readings.get(SlaMetric.FIRST_REPLY);
            SlaReading solution = readings.get(TO_FRESHDESK_SOLUTION);
            found.put(key + "first_response_min", minutes(reply, true));
            found.put(key + "resolution_min", minutes(solution, true));
            found.put(key + "fr_met", met(reply));
            found.put(key + "resolution_met", met(solution));
            found.put(key + "reopened", history.stated().verdict("reopened").orElseThrow());
            if (!history.latest().status().isDone()) {
                found.put(
                        "/freshdesk/open_or_pending_ids/" + open++, history.id().value());
            }
        }
        csat("/freshdesk/csat_share_of_positive/", export, asOf);
    }

    /** The due date that Freshdesk agreed beats the promise of the measuring policy, so the metric must have its name. */
    private static final SlaMetric TO_FRESHDESK_SOLUTION =
            SlaMetric.RESOLUTION.withAgain(Again.RESUME_INCLUDING_STOPPED);

    private static @Nullable Boolean met(SlaReading reading) {
        return reading.completedAt().isEmpty() ? null : reading.achievedAt().isPresent();
    }

    private void csat(String key, VendorExport export, Instant asOf) {
        Facts facts = Facts.of(export.histories(), FactExtractor.asOf(asOf)).surveys(export.surveys());
        Measurement<Ratio> share = KpiReport.over(Period.month(2024, Month.MAY, ZoneOffset.UTC))
                .measure(SurveyKpis.csat())
                .collect(facts)
                .value(SurveyKpis.csat());
        found.put(key + "positive", share.orElseThrow().numerator());
        found.put(key + "rated", share.orElseThrow().denominator());
    }

    private void chatwoot() throws IOException {
        VendorExport export = export(Vendor.CHATWOOT, "chatwoot.json");
        SlaReadings readings = export.plan().read(export.histories().get(0), Instant.parse("2024-05-07T00:00:00Z"));
        SlaReading reply = readings.get(SlaMetric.FIRST_REPLY);
        SlaReading solution = readings.get(SlaMetric.RESOLUTION);
        List<SlaReading> next = readings.cycles(SlaMetric.NEXT_REPLY);
        found.put("/chatwoot/first_response_s", reply.elapsed().toSeconds());
        found.put("/chatwoot/frt_missed", reply.breachedAt().isPresent());
        for (int i = 0; i < next.size(); i++) {
            found.put("/chatwoot/next_response_s/" + i, next.get(i).elapsed().toSeconds());
        }
        found.put(
                "/chatwoot/nrt_missed",
                next.stream().anyMatch(cycle -> cycle.breachedAt().isPresent()));
        found.put("/chatwoot/resolution_s", solution.elapsed().toSeconds());
        found.put("/chatwoot/rt_missed", solution.breachedAt().isPresent());
        boolean isMissed =
                readings.all().stream().anyMatch(cycle -> cycle.breachedAt().isPresent());
        boolean isOpen = readings.all().stream().anyMatch(SlaReading::isOpen);
        found.put(
                "/chatwoot/sla_status",
                isOpen ? (isMissed ? "active_with_misses" : "active") : (isMissed ? "missed" : "hit"));
        assertEquals(
                !isMissed, export.histories().get(0).stated().verdict("sla_met").orElseThrow());
    }
}

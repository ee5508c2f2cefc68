package dev.customerservice.domain.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.customerservice.domain.ticket.TicketHistory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Runs the independent reference answers; none is skipped. */
class SlaVectorsTest {
    private final List<String> disagreements = new ArrayList<>();

    @Test
    void theReferenceAnswersAgree() throws IOException {
        int agree = 0;
        int disagree = 0;
        for (JsonNode vector : vectors()) {
            int before = disagreements.size();
            try {
                run(vector);
            } catch (RuntimeException | AssertionError e) {
                disagreements.add(name(vector) + ": " + e);
            }
            if (disagreements.size() == before) {
                agree++;
            } else {
                disagree++;
            }
        }
        System.out.println("vectors: " + agree + " agree, " + disagree + " disagree, 0 skipped");
        assertTrue(agree + disagree > 0, "no case was found");
        if (disagree > 0) {
            fail(String.join("\n", disagreements));
        }
    }

    static String name(JsonNode vector) {
        return vector.path("id").asText() + " (" + vector.path("title").asText() + ")";
    }

    private void run(JsonNode vector) {
        JsonNode error = vector.get("expect").path("error");
        if (error.isMissingNode()) {
            compare(vector);
            return;
        }
        String code = "accepted";
        try {
            read(vector);
        } catch (RuntimeException e) {
            code = VectorRefusal.codeOf(e);
        }
        if (!code.equals(error.asText())) {
            disagreements.add(name(vector) + ": expected the refusal " + error.asText() + " was " + code);
        }
    }

    /** Reads a case as the library does; every event is judged, those after the instant of the reading too. */
    private static SlaReadings read(JsonNode vector) {
        SlaVector values = new SlaVector(vector);
        SlaPlan plan = values.plan();
        TicketHistory history = values.history();
        if (!plan.gaps(history).isEmpty()) {
            throw new VectorRefusal("no-target-for-priority");
        }
        return plan.read(history, Instant.parse(vector.get("evaluateAt").asText()));
    }

    static JsonNode vectors() throws IOException {
        String folder = System.getProperty("vectors.dir");
        ObjectMapper mapper = new ObjectMapper();
        if (folder == null || folder.isBlank()) {
            try (InputStream in = SlaVectorsTest.class.getResourceAsStream("/vectors/sla-vectors.json")) {
                return mapper.readTree(in);
            }
        }
        Path root = Path.of(System.getProperty("reactor.root", "."));
        return mapper.readTree(Files.readString(root.resolve(folder).resolve("sla-vectors.json")));
    }

    private void compare(JsonNode vector) {
        String id = name(vector);
        SlaVector values = new SlaVector(vector);
        SlaPlan plan = values.plan();
        Forms.assertReadAsReplayed(
                plan, values.history(), Instant.parse(vector.get("evaluateAt").asText()));
        List<SlaReading> cycles = read(vector).cycles(values.metric()).stream()
                .filter(reading -> reading.cycle() > 0)
                .toList();
        JsonNode expected = vector.get("expect");
        Map<String, Object> answer =
                cycles.isEmpty() ? notStarted(values.target()) : fields(plan, cycles.get(cycles.size() - 1));
        answer.put("cycles", cycles);
        expected.properties().forEach(field -> {
            if (field.getKey().equals("cycles")) {
                compareCycles(id, plan, field.getValue(), cycles);
            } else {
                compareField(id, field.getKey(), field.getValue(), answer);
            }
        });
    }

    private void compareCycles(String id, SlaPlan plan, JsonNode expected, List<SlaReading> cycles) {
        if (expected.size() != cycles.size()) {
            disagreements.add(id + " cycles: expected " + expected.size() + " was " + cycles.size());
            return;
        }
        for (int i = 0; i < cycles.size(); i++) {
            String place = id + " cycles[" + i + "]";
            Map<String, Object> answer = fields(plan, cycles.get(i));
            expected.get(i)
                    .properties()
                    .forEach(field -> compareField(place, field.getKey(), field.getValue(), answer));
        }
    }

    private void compareField(String place, String name, JsonNode expected, Map<String, Object> answer) {
        if (!answer.containsKey(name)) {
            disagreements.add(place + " " + name + ": unknown field");
            return;
        }
        String wanted = canonical(name, expected);
        String was = String.valueOf(answer.get(name));
        if (!wanted.equals(was)) {
            disagreements.add(place + " " + name + ": expected " + wanted + " was " + was);
        }
    }

    static String canonical(String name, JsonNode expected) {
        if (expected.isNull()) {
            return "null";
        }
        if (expected.isArray()) {
            List<String> items = new ArrayList<>();
            expected.forEach(item -> items.add(canonicalItem(name, item)));
            return items.toString();
        }
        String text = expected.asText();
        return text.startsWith("PT") ? Duration.parse(text).toString() : text;
    }

    private static String canonicalItem(String name, JsonNode item) {
        return switch (name) {
            case "trace" ->
                item.get("from").asText() + ".." + item.get("to").asText() + " "
                        + item.get("kind").asText();
            case "escalations" ->
                item.get("level").asText() + " " + item.get("at").asText() + " "
                        + item.get("fired").asText();
            default -> item.asText();
        };
    }

    private static Map<String, Object> notStarted(SlaTarget target) {
        Map<String, Object> answer = absent();
        answer.put(
                "escalations",
                target.escalations().stream()
                        .map(level -> level.level() + " null false")
                        .toList());
        return answer;
    }

    static Map<String, Object> absent() {
        Map<String, Object> answer = new TreeMap<>();
        for (String name : List.of(
                "cycle",
                "startedAt",
                "effectiveStartAt",
                "dueAt",
                "projectedDueAt",
                "completedAt",
                "achievedAt",
                "breachedAt",
                "cancelledAt",
                "cancelReason",
                "remaining",
                "overdueBy",
                "overdueWall",
                "owner")) {
            answer.put(name, "null");
        }
        answer.put("status", SlaState.NOT_STARTED);
        answer.put("elapsed", Duration.ZERO);
        answer.put("paused", Duration.ZERO);
        answer.put("wallElapsed", Duration.ZERO);
        answer.put("priorBreaches", List.of());
        answer.put("trace", List.of());
        return answer;
    }

    private static Map<String, Object> fields(SlaPlan plan, SlaReading reading) {
        Map<String, Object> answer = absent();
        answer.put("cycle", reading.cycle());
        answer.put("status", reading.state());
        reading.owner().ifPresent(owner -> answer.put("owner", owner));
        reading.startedAt().ifPresent(at -> answer.put("startedAt", at));
        reading.effectiveStartAt().ifPresent(at -> answer.put("effectiveStartAt", at));
        reading.dueAt().ifPresent(at -> answer.put("dueAt", at));
        reading.projectedDueAt().ifPresent(at -> answer.put("projectedDueAt", at));
        reading.completedAt().ifPresent(at -> answer.put("completedAt", at));
        reading.achievedAt().ifPresent(at -> answer.put("achievedAt", at));
        reading.breachedAt().ifPresent(at -> answer.put("breachedAt", at));
        reading.cancelledAt().ifPresent(at -> answer.put("cancelledAt", at));
        reading.cancelReason().ifPresent(reason -> answer.put("cancelReason", reason));
        answer.put("elapsed", reading.elapsed());
        answer.put("elapsedWholeMinutes", reading.elapsed().toMinutes());
        answer.put("paused", reading.paused());
        answer.put("wallElapsed", reading.wallElapsed());
        reading.remaining().ifPresent(left -> answer.put("remaining", left));
        reading.overdueBy().ifPresent(over -> answer.put("overdueBy", over));
        reading.overdueWall().ifPresent(over -> answer.put("overdueWall", over));
        answer.put("priorBreaches", reading.priorBreaches());
        answer.put("trace", trace(plan.explain(reading)));
        answer.put(
                "escalations",
                reading.escalations().stream()
                        .map(level -> level.key().level() + " "
                                + level.at().map(Instant::toString).orElse("null") + " " + level.fired())
                        .toList());
        answer.put(
                "escalationsAt",
                reading.escalations().stream()
                        .map(level -> level.at().map(Instant::toString).orElse("null"))
                        .toList());
        Duration counted = reading.spans().stream().map(SlaSpan::counted).reduce(Duration.ZERO, Duration::plus);
        assertEquals(reading.elapsed(), counted, "the spans sum to the elapsed time");
        assertEquals(reading.elapsed(), plan.explain(reading).total(TraceSegment.Kind.COUNTED), "so does the trace");
        return answer;
    }

    /** The format knows one kind of closed time and joins neighbours of a kind. */
    private static List<String> trace(SlaTrace trace) {
        List<Instant> from = new ArrayList<>();
        List<Instant> to = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        for (TraceSegment segment : trace.segments()) {
            String kind = switch (segment.kind()) {
                case CLOSED, HOLIDAY, BREAK -> "CLOSED";
                case COUNTED, PAUSED, STOPPED, EARLY -> segment.kind().name();
            };
            int last = kinds.size() - 1;
            if (last >= 0 && kinds.get(last).equals(kind)) {
                to.set(last, segment.interval().endExclusive());
            } else {
                from.add(segment.interval().startInclusive());
                to.add(segment.interval().endExclusive());
                kinds.add(kind);
            }
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            lines.add(from.get(i) + ".." + to.get(i) + " " + kinds.get(i));
        }
        return lines;
    }
}

package dev.customerservice.domain.sla;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.customerservice.domain.time.EpochNanos;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Runs the independent reference answers through the batch form, each field that a column holds; says how many sums could tell. */
class SlaVectorsBatchTest {
    /** What a reading has and columns leave out. */
    private static final Set<String> NO_COLUMN = Set.of(
            "effectiveStartAt",
            "overdueWall",
            "wallElapsed",
            "priorBreaches",
            "trace",
            "escalations",
            "escalationsAt",
            "cycles");

    private final List<String> disagreements = new ArrayList<>();
    private int fields;
    private int replayed;

    @Test
    void theReferenceAnswersAgreeInTheBatchForm() throws IOException {
        int read = 0;
        int disagree = 0;
        for (JsonNode vector : SlaVectorsTest.vectors()) {
            if (vector.get("expect").has("error")) {
                continue;
            }
            read++;
            int before = disagreements.size();
            try {
                compare(vector);
            } catch (RuntimeException e) {
                disagreements.add(SlaVectorsTest.name(vector) + ": " + e);
            }
            disagree += disagreements.size() > before ? 1 : 0;
        }
        System.out.println("vectors in the batch form: " + (read - disagree) + " agree, " + disagree + " disagree in "
                + fields + " fields; " + (read - replayed) + " by sums, " + replayed + " by replay");
        if (disagree > 0) {
            fail(String.join("\n", disagreements));
        }
        assertTrue(read > 0, "no case was found");
        boolean own = System.getProperty("vectors.dir", "").isBlank();
        assertTrue(!own || replayed <= 45, "docs/guide/sla.md says how many are replayed, which were " + replayed);
    }

    private void compare(JsonNode vector) {
        SlaVector values = new SlaVector(vector);
        SlaPlan plan = values.plan();
        SlaColumns columns = plan.readAll(
                plan.pack(List.of(values.history())),
                Instant.parse(vector.get("evaluateAt").asText()));
        replayed += columns.replayed();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int row = 0; row < columns.size(); row++) {
            if (columns.cycle(row) > 0) {
                rows.add(fields(columns, row));
            }
        }
        JsonNode expected = vector.get("expect");
        String place = SlaVectorsTest.name(vector);
        compare(place, expected, rows.isEmpty() ? SlaVectorsTest.absent() : rows.get(rows.size() - 1));
        JsonNode cycles = expected.path("cycles");
        if (!cycles.isMissingNode() && cycles.size() != rows.size()) {
            disagreements.add(place + " cycles: expected " + cycles.size() + " was " + rows.size());
            return;
        }
        for (int i = 0; i < cycles.size(); i++) {
            compare(place + " cycles[" + i + "]", cycles.get(i), rows.get(i));
        }
    }

    private void compare(String place, JsonNode expected, Map<String, Object> answer) {
        expected.properties().stream()
                .filter(field -> !NO_COLUMN.contains(field.getKey()))
                .forEach(field -> {
                    fields++;
                    String wanted = SlaVectorsTest.canonical(field.getKey(), field.getValue());
                    String was = String.valueOf(answer.get(field.getKey()));
                    if (!wanted.equals(was)) {
                        disagreements.add(place + " " + field.getKey() + ": expected " + wanted + " was " + was);
                    }
                });
    }

    private static Map<String, Object> fields(SlaColumns columns, int row) {
        Map<String, Object> answer = SlaVectorsTest.absent();
        answer.put("cycle", columns.cycle(row));
        answer.put("status", columns.state(row));
        columns.owner(row).ifPresent(owner -> answer.put("owner", owner));
        columns.cancelReason(row).ifPresent(reason -> answer.put("cancelReason", reason));
        putInstant(answer, "startedAt", columns.startedAt(row));
        putInstant(answer, "dueAt", columns.dueAt(row));
        putInstant(answer, "projectedDueAt", columns.projectedDueAt(row));
        putInstant(answer, "completedAt", columns.completedAt(row));
        putInstant(answer, "breachedAt", columns.breachedAt(row));
        putInstant(answer, "cancelledAt", columns.cancelledAt(row));
        if (columns.state(row) == SlaState.ACHIEVED) {
            putInstant(answer, "achievedAt", columns.completedAt(row));
        }
        answer.put("elapsed", Duration.ofNanos(columns.elapsed(row)));
        answer.put("elapsedWholeMinutes", Duration.ofNanos(columns.elapsed(row)).toMinutes());
        answer.put("paused", Duration.ofNanos(columns.paused(row)));
        putDuration(answer, "remaining", columns.remaining(row));
        putDuration(answer, "overdueBy", columns.overdueBy(row));
        return answer;
    }

    private static void putInstant(Map<String, Object> answer, String name, long nanos) {
        if (nanos != SlaColumns.ABSENT) {
            answer.put(name, EpochNanos.toInstant(nanos));
        }
    }

    private static void putDuration(Map<String, Object> answer, String name, long nanos) {
        if (nanos != SlaColumns.ABSENT) {
            answer.put(name, Duration.ofNanos(nanos));
        }
    }
}

package dev.customerservice.roles.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.json.JsonFormatException;
import dev.customerservice.domain.testing.BothFormats;
import dev.customerservice.roles.evidence.Condition;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.json.PlanJson;
import dev.customerservice.roles.practice.Cadence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Plans as JSON: what is written is read again, and the stored form never changes. */
class PlanJsonTest {

    private static final BothFormats FORMAT = BothFormats.STANDARD.with(PlanJson.forms());

    @Test
    void aWholePlanIsWrittenAndReadAgain() throws IOException {
        String text = FORMAT.write(ServicePlanTest.WHOLE);
        assertEquals(ServicePlanTest.WHOLE, FORMAT.read(text, ServicePlan.class));
        String written = System.getProperty("wire.write");
        if (written != null) {
            Files.writeString(Path.of(written), text);
        }
        try (var golden = PlanJsonTest.class.getResourceAsStream("/wire/v1/service-plan.json")) {
            assertEquals(new String(golden.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8), text);
        }
    }

    @Test
    void everyCadenceHasAForm() {
        for (Cadence cadence : List.of(
                Cadence.every(Period.ofDays(14)).withGrace(Period.ofDays(2)),
                Cadence.each(Cadence.Unit.QUARTER),
                Cadence.after("behaviour.observed", Period.ofDays(3)).withWorkingDays(CalendarId.of("office")),
                Cadence.by("deliverable.promised", "due"),
                Cadence.once())) {
            assertEquals(cadence, FORMAT.read(FORMAT.write(cadence), Cadence.class), FORMAT.write(cadence));
        }
        assertTrue(FORMAT.write(Cadence.once()).contains("\"once\" : true"));
    }

    @Test
    void everyConditionHasAForm() {
        Condition exists = new Condition.Exists(
                "step.done",
                new TreeMap<>(Map.of("kind", "x")),
                2,
                Optional.of(Duration.ofDays(3)),
                Evidence.Basis.OBJECTIVE);
        Condition none = new Condition.None("incident.reported", new TreeMap<>(), Optional.empty());
        Condition followed = new Condition.Followed("question.raised", "question.answered", Optional.empty());
        Condition compare = new Condition.Compare(
                "kpi.measured",
                new TreeMap<>(Map.of("kpi", "csat")),
                "estimate",
                Condition.Operator.AT_LEAST,
                "0.85",
                100,
                Evidence.Basis.TESTIMONY);
        Condition covers = new Condition.Covers("change.part", new TreeMap<>(), "part", List.of("REASON", "APPROACH"));
        Condition distinct = new Condition.Distinct("input.given", new TreeMap<>(), "department", 3);
        for (Condition condition : List.of(
                exists,
                none,
                followed,
                compare,
                covers,
                distinct,
                new Condition.All(List.of(exists, new Condition.Not(none))),
                new Condition.Any(List.of(covers, distinct)))) {
            assertEquals(condition, FORMAT.read(FORMAT.write(condition), Condition.class), FORMAT.write(condition));
        }
    }

    @Test
    void whatIsNoPlanIsRefusedWithItsPlace() {
        String text = FORMAT.write(ServicePlanTest.WHOLE).replace("\"customer_benefit\"", "\"benefit\"");
        assertThrows(JsonFormatException.class, () -> FORMAT.read(text, ServicePlan.class));
    }
}

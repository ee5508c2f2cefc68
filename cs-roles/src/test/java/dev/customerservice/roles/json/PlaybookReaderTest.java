package dev.customerservice.roles.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.json.JsonFormat2;
import dev.customerservice.domain.json.JsonFormat3;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.metrics.kpi.Direction;
import dev.customerservice.roles.assessment.Assessment;
import dev.customerservice.roles.catalogue.Scale;
import dev.customerservice.roles.evidence.Condition;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.json.PlaybookReader.Failure;
import dev.customerservice.roles.json.PlaybookReader.Outcome;
import dev.customerservice.roles.performance.PerformanceStandard;
import dev.customerservice.roles.playbook.Playbook;
import dev.customerservice.roles.practice.Cadence;
import dev.customerservice.roles.practice.Practice;
import dev.customerservice.roles.procedure.Gate;
import dev.customerservice.roles.procedure.Procedure;
import dev.customerservice.roles.skill.Skill;
import dev.customerservice.roles.skill.SkillMatrix;
import dev.customerservice.roles.skill.SkillRequirement;
import dev.customerservice.roles.skill.Training;
import dev.customerservice.roles.skill.TrainingPlan;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaybookReaderTest {

    private static final PlaybookReader READER =
            PlaybookReader.of(JsonFormat2.standard().strict());
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(resource("playbook.schema.json"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evidence-kinds.json",
                "practices.json",
                "assessments.json",
                "procedures.json",
                "trainings.json",
                "scorecards.json",
                "skills.json",
                "standards.json"
            })
    void everyStandardFileFollowsTheSchema(String file) throws IOException {
        assertEquals(Set.of(), problems(JsonFormat2.standard().mapper().readTree(resource(file))));
    }

    @Test
    void theSchemaRefusesWhatTheReaderRefuses() throws IOException {
        for (String entry : List.of(
                "{\"id\": \"x\", \"title\": \"X\", \"statement\": \"x\", \"about\": [\"team\"]}",
                "{\"id\": \"x\", \"title\": \"X\", \"statement\": \"x\", \"about\": [\"team\"], \"cadence\": {}}",
                practice("{\"rolling\": \"P1D\", \"once\": true}"),
                practice("{\"rolling\": \"often\"}"),
                practice("{\"each\": \"day\"}"),
                practice("{\"after\": \"kind.of\"}"),
                practice("{\"rolling\": \"P1D\", \"graze\": \"P1D\"}"))) {
            String text = file("practice", entry);
            assertEquals(1, read(text).failures().size(), entry);
            assertTrue(!problems(JsonFormat2.standard().mapper().readTree(text)).isEmpty(), entry);
        }
        String good = file("practice", practice("{\"rolling\": \"P1D\"}"));
        assertEquals(List.of(), read(good).failures());
        assertEquals(Set.of(), problems(JsonFormat2.standard().mapper().readTree(good)));
    }

    @Test
    void aSkillAndAStandardNeedNoCode() throws IOException {
        String skill = file("skill", """
                {"id": "french", "title": "French", "family": "language", "scale": {"id": "cefr",
                 "points": [{"level": 1, "label": "A1"}, {"level": 6, "label": "C2"}],
                 "mappings": {"sfia": {"1": 1, "6": 5}}}}""");
        Skill french = read(skill).orElseThrow().skills().get("french");
        assertEquals(Skill.Family.LANGUAGE, french.family());
        assertEquals("C2", french.scale().label(6));
        assertEquals(OptionalInt.of(5), french.scale().levelOn(6, Scale.SFIA));
        String standard = file("standard", """
                {"id": "speed", "title": "Speed", "applies_to": {"type": "team", "id": "harbour"}, "area": "speed",
                 "weight": 0.5, "kpi": "first_reply_time", "direction": "lower_is_better", "good": 600, "exceptional": 60,
                 "minimum_sample": 30}""");
        PerformanceStandard speed = read(standard).orElseThrow().standards().get("speed");
        assertEquals(Direction.LOWER_IS_BETTER, speed.direction());
        assertEquals(30, speed.minimumSample());
        for (String good : List.of(skill, standard)) {
            assertEquals(Set.of(), problems(JsonFormat2.standard().mapper().readTree(good)));
        }
        for (String bad : List.of(
                skill.replace("language", "tongue"),
                standard.replace("60,", "6000,"),
                standard.replace("\"kpi\": \"first_reply_time\", ", ""))) {
            assertEquals(1, read(bad).failures().size(), bad);
        }
    }

    @Test
    @Tag("S1-15")
    void aProgrammeOfYourOwnNeedsNoCode() throws IOException {
        String file = file("training", """
                {"id": "our-tone", "title": "Our tone", "hours": "PT6H", "pass_mark": 0.7, "form": "mentoring",
                 "needs": ["channels-and-tone"], "teaches": [{"skill": "patience", "from": 1, "to": 3}]}""");
        assertEquals(Set.of(), problems(JsonFormat2.standard().mapper().readTree(file)));
        Training ours = read(file).orElseThrow().trainings().get("our-tone");
        Playbook both =
                READER.standard().withTrainings(READER.standard().trainings().with(ours));
        assertEquals(
                READER.standard().problems(List.of()).size(),
                both.problems(List.of()).size(),
                "every name is found");
        SkillMatrix.Gap gap =
                new SkillMatrix.Gap(AgentId.of("ana"), SkillRequirement.of(Skill.PATIENCE, 3), OptionalInt.of(1));
        assertEquals(
                List.of("channels-and-tone", "our-tone"),
                TrainingPlan.recommend(List.of(gap), both.trainings(), Duration.ofHours(40)).steps().stream()
                        .map(step -> step.training().id())
                        .toList());
    }

    @Test
    void aBadEntryIsReportedAndTheOthersAreReadByEitherMajorOfJackson() {
        aBadEntryIsReported(READER);
        aBadEntryIsReported(PlaybookReader.of(JsonFormat3.standard().strict()));
        assertEquals(
                READER.standard(), PlaybookReader.of(JsonFormat3.standard()).standard());
    }

    private static void aBadEntryIsReported(PlaybookReader reader) {
        Outcome outcome = reader.read(Map.of(
                "f.json",
                file(
                        "practice",
                        practice("{\"rolling\": \"P0D\"}"),
                        practice("{\"rolling\": \"P14D\"}"),
                        practice("{\"rolling\": \"P14D\"}"),
                        "{\"id\": \"y\", \"title\": 7}",
                        "{\"id\": \"z\", \"title\": \"Z\", \"cadence\": {\"rolling\": \"P1D\", \"graze\": \"P1D\"}}")));
        assertEquals(List.of("x"), outcome.playbook().practices().ids());
        assertEquals(
                List.of("/entries/0", "/entries/2", "/entries/3/title", "/entries/4/cadence/graze"),
                outcome.failures().stream().map(Failure::pointer).toList());
        assertEquals(
                "every (P0D) must be longer than zero\nMaybe P1D, a day.",
                outcome.failures().get(0).rule());
        assertTrue(outcome.failures().get(1).rule().startsWith("entry (x) must be in the catalogue once"));
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, outcome::orElseThrow)
                .getMessage());
        assertTrue(
                message.startsWith("playbook (4 failures) must be readable\n  f.json/entries/0: every (P0D)"), message);
    }

    @Test
    void whatIsWrongInAPartHasItsPlaceAndARule() {
        assertEquals(
                List.of("/entries/0: period (14 days) must be an ISO-8601 period"),
                failures("practice", practice("{\"rolling\": \"14 days\"}")));
        assertEquals(
                List.of("/entries/0/cadence/or/1: label (monthly) must be one of [week, month, quarter, year]"),
                failures(
                        "practice",
                        practice("{\"each\": \"year\", \"or\": [{\"each\": \"month\"}, {\"each\": \"monthly\"}]}")));
        assertEquals(
                List.of("/entries/0/gates/0/all/1: duration (P1M) must be an ISO-8601 duration"),
                failures(
                        "procedure",
                        procedure("{\"all\": [{\"exists\": {\"kind\": \"a.b\"}}, "
                                + "{\"exists\": {\"kind\": \"a.b\", \"within\": \"P1M\"}}]}")));
        assertEquals(List.of("/entries/0/criteria/1: field (statement) must be given"), failures("assessment", """
                        {"id": "a", "title": "A", "subject": "team", "criteria": [
                         {"id": "c1", "category": "c", "statement": "s"}, {"id": "c2", "category": "c"}]}"""));
        assertEquals(
                List.of("/entries/0/teaches/0: level (3) of calm must be above the level before (3)"),
                failures("training", """
                        {"id": "t", "title": "T", "hours": "PT6H", "teaches": [{"skill": "calm", "from": 3, "to": 3}]}"""));
        assertEquals(List.of("/entries/0: duration (6) must be an ISO-8601 duration"), failures("training", """
                        {"id": "t", "title": "T", "hours": "6", "teaches": [{"skill": "calm", "from": 1, "to": 3}]}"""));
    }

    private static List<String> failures(String kind, String entry) {
        return read(file(kind, entry)).failures().stream()
                .map(failure -> failure.pointer() + ": "
                        + failure.rule().lines().findFirst().orElseThrow())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]",
                "{",
                "{\"format\": \"customer-service-playbook/2\", \"kind\": \"practice\", \"entries\": []}",
                "{\"format\": \"customer-service-playbook/1\", \"kind\": \"habit\", \"entries\": []}",
                "{\"format\": \"customer-service-playbook/1\", \"entries\": []}",
                "{\"format\": \"customer-service-playbook/1\", \"kind\": \"practice\"}",
                "{\"format\": \"customer-service-playbook/1\", \"kind\": \"practice\", \"entries\": [], \"more\": 1}"
            })
    void aFileThatIsNoPlaybookIsReported(String text) {
        Outcome outcome = read(text);
        assertEquals(1, outcome.failures().size());
        assertEquals("f.json", outcome.failures().get(0).file());
        assertEquals(
                text.contains("more") ? "/more" : "", outcome.failures().get(0).pointer());
    }

    @Test
    void everyCadenceIsRead() {
        assertEquals(
                Cadence.every(Period.ofDays(14)).withGrace(Period.ofDays(2)),
                cadence("{\"rolling\": \"P14D\", \"grace\": \"P2D\"}"));
        assertEquals(
                new Cadence.Each(Cadence.Unit.QUARTER, 2, Cadence.once().terms()),
                cadence("{\"each\": \"quarter\", \"at_least\": 2}"));
        assertEquals(
                Cadence.after("a.b", Period.ofDays(3)).withWorkingDays(CalendarId.of("germany")),
                cadence("{\"after\": \"a.b\", \"within\": \"P3D\", \"working_days\": \"germany\"}"));
        assertEquals(
                Cadence.by("a.b", "due").withPrecision(Cadence.Precision.DAY),
                cadence("{\"by\": \"a.b\", \"due\": \"due\", \"precision\": \"day\"}"));
        assertEquals(Cadence.once(), cadence("{\"once\": true}"));
        Practice either = read(file("practice", practice("{\"each\": \"quarter\", \"or\": [{\"each\": \"month\"}]}")))
                .orElseThrow()
                .practice("x");
        assertEquals(List.of(Cadence.each(Cadence.Unit.MONTH)), either.alternatives());
    }

    @Test
    void everyConditionIsRead() {
        assertEquals(
                Condition.exists("a.b")
                        .withWhere("n", "0.5")
                        .withWhere("yes", "true")
                        .withCount(2)
                        .withWithin(Duration.ofDays(90))
                        .objective(),
                condition("{\"exists\": {\"kind\": \"a.b\", \"where\": {\"n\": 0.50, \"yes\": true}, \"count\": 2, "
                        + "\"within\": \"P90D\", \"basis\": \"objective\"}}"));
        assertEquals(
                new Condition.None("a.b", new TreeMap<>(Map.of("x", "1")), Optional.of(Duration.ofDays(1))),
                condition("{\"none\": {\"kind\": \"a.b\", \"where\": {\"x\": 1}, \"within\": \"P1D\"}}"));
        assertEquals(
                new Condition.Followed("a.b", "c.d", Optional.of(Duration.ofHours(4))),
                condition("{\"followed\": {\"kind\": \"a.b\", \"by\": \"c.d\", \"within\": \"PT4H\"}}"));
        assertEquals(
                Condition.compare("a.b", "x", Condition.Operator.AT_LEAST, "-0.02")
                        .withMinimumSample(200),
                condition("{\"compare\": {\"kind\": \"a.b\", \"detail\": \"x\", \"op\": \"at_least\", "
                        + "\"value\": -0.02, \"minimum_sample\": 200}}"));
        assertEquals(
                Condition.any(
                        Condition.covers("a.b", "x", "1", "2"),
                        Condition.all(Condition.distinct("a.b", "by", 2)),
                        Condition.not(Condition.exists("a.b"))),
                condition(
                        "{\"any\": [{\"covers\": {\"kind\": \"a.b\", \"detail\": \"x\", \"values\": [\"1\", \"2\"]}}, "
                                + "{\"all\": [{\"distinct\": {\"kind\": \"a.b\", \"of\": \"by\", \"at_least\": 2}}]}, "
                                + "{\"not\": {\"exists\": {\"kind\": \"a.b\"}}}]}"));
        for (String bad : List.of(
                "{}",
                "{\"all\": [], \"any\": []}",
                "{\"exists\": {}}",
                "{\"exists\": {\"kind\": \"a.b\", \"where\": {\"x\": [1]}}}",
                "{\"compare\": {\"kind\": \"a.b\", \"detail\": \"x\", \"op\": \"like\", \"value\": 1}}")) {
            assertEquals(1, read(file("procedure", procedure(bad))).failures().size(), bad);
        }
    }

    @Test
    void everyPartOfAnAssessmentAndAProcedureIsRead() {
        Assessment assessment = read(file("assessment", """
                        {"id": "a", "title": "A", "advice": true, "subject": "team", "minimum_coverage": 0.25, "anonymity_floor": 3,
                         "combine": "median", "scale": {"id": "s", "points": [{"level": 0, "label": "no"}, {"level": 1, "label": "yes"}]},
                         "levels": [{"id": "l", "title": "L", "minimum_by_category": {"c": 0.5}, "kpis": ["csat"], "practices": ["p"]}],
                         "criteria": [{"id": "c1", "category": "c", "statement": "s", "weight": 2, "required": true, "critical": true,
                                       "minimum": 0.1, "level": "l",
                                       "measured": {"kind": "a.b", "where": {"x": "y"}, "detail": "d", "worst": 1, "best": 0}},
                                      {"id": "c2", "category": "c", "statement": "s", "shown": {"exists": {"kind": "a.b"}}}],
                         "origin": {"criteria": "source"}}""")).orElseThrow().assessment("a");
        assertTrue(assessment.advice());
        assertEquals(new BigDecimal("0.25"), assessment.minimumCoverage());
        assertEquals(3, assessment.anonymityFloor());
        assertEquals(Assessment.Combine.MEDIAN, assessment.combine());
        assertEquals(
                Scale.builder().id("s").addPoint(0, "no").addPoint(1, "yes").build(), assessment.scale());
        assertEquals(List.of("csat"), assessment.levels().get(0).kpis());
        assertEquals(
                Map.of("c", new BigDecimal("0.5")), assessment.levels().get(0).minimumByCategory());
        assertTrue(assessment.criterion("c1").required()
                && assessment.criterion("c1").critical());
        assertEquals(
                BigDecimal.ZERO,
                assessment.criterion("c1").measured().orElseThrow().best());
        assertEquals(
                Optional.of(Condition.exists("a.b")), assessment.criterion("c2").shown());

        Procedure procedure = read(file("procedure", """
                        {"id": "p", "title": "P", "subject": "case", "opens": "a.b", "outcomes": ["GOOD", "BAD"], "gates": [
                          {"id": "ONE", "title": "One", "by": "lead", "requires": {"exists": {"kind": "c.d"}}, "standing": true,
                           "within": "P1DT4H", "counts": "any_time", "otherwise": "BAD", "escalates_to": "head"},
                          {"id": "TWO", "title": "Two", "after": [], "requires": {"exists": {"kind": "c.d"}}, "ends": "GOOD"}]}""")).orElseThrow().procedure("p");
        Gate one = procedure.gate("ONE");
        assertEquals(Optional.of(Gate.Limit.parse("P1DT4H")), one.within());
        assertEquals(Gate.Counting.ANY_TIME, one.counts());
        assertEquals(Optional.of("head"), one.escalatesTo());
        assertTrue(one.standing());
        assertEquals(Set.of(), procedure.before(procedure.gate("TWO")));
    }

    @Test
    void filesAreRead(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("ours.json"), file("practice", practice("{\"once\": true}")));
        Playbook ours = READER.read(List.of(file)).orElseThrow();
        assertEquals(List.of("x"), ours.practices().ids());
        Playbook both =
                READER.standard().withPractices(READER.standard().practices().with(ours.practice("x")));
        assertEquals(50, both.practices().ids().size());
        assertEquals(Evidence.Basis.TESTIMONY, ours.practice("x").evidence().basis());
    }

    private static Cadence cadence(String json) {
        return read(file("practice", practice(json)))
                .orElseThrow()
                .practice("x")
                .cadence();
    }

    private static Condition condition(String json) {
        return read(file("procedure", procedure(json)))
                .orElseThrow()
                .procedure("p")
                .gates()
                .get(0)
                .requires();
    }

    private static String practice(String cadence) {
        return "{\"id\": \"x\", \"title\": \"X\", \"statement\": \"x\", \"about\": [\"team\"], \"cadence\": " + cadence
                + "}";
    }

    private static String procedure(String condition) {
        return "{\"id\": \"p\", \"title\": \"P\", \"subject\": \"case\", \"opens\": \"a.b\", \"gates\": [{\"id\": \"G\", "
                + "\"title\": \"G\", \"requires\": " + condition + "}]}";
    }

    private static String file(String kind, String... entries) {
        return "{\"format\": \"customer-service-playbook/1\", \"kind\": \"" + kind + "\", \"entries\": ["
                + String.join(", ", entries) + "]}";
    }

    private static Outcome read(String text) {
        return READER.read(Map.of("f.json", text));
    }

    private static Set<ValidationMessage> problems(JsonNode file) {
        return SCHEMA.validate(file);
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Playbook.class.getResourceAsStream(name), name);
    }
}

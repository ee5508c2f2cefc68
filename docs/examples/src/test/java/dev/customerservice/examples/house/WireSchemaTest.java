package dev.customerservice.examples.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.customerservice.domain.json.JsonFormat;
import dev.customerservice.domain.json.JsonFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs/wire.schema.json is what the format itself says, and tells right texts from wrong ones; {@code -Dschema.write} writes it. */
class WireSchemaTest {
    private static final Path FILE = Reactor.root().resolve("docs/wire.schema.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonSchema of(Class<?> type) {
        ObjectNode schema = (ObjectNode) tree(Reactor.read(FILE));
        String name = "#/$defs/" + WireSchema.name(type.isArray() ? type.getComponentType() : type);
        if (type.isArray()) {
            schema.put("type", "array").putObject("items").put("$ref", name);
        } else {
            schema.put("$ref", name);
        }
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
    }

    private static Set<String> problems(Class<?> type, JsonNode node) {
        return of(type).validate(node).stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void itIsWhatTheFormatSays() throws IOException {
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter();
        lines.indentArraysWith(DefaultPrettyPrinter.FixedSpaceIndenter.instance);
        lines.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        String made = JSON.writer(lines).writeValueAsString(WireSchema.make()) + "\n";
        if (System.getProperty("schema.write") != null) {
            Files.writeString(FILE, made);
        }
        assertEquals(Reactor.read(FILE), made);
    }

    @Test
    void everyGoldenFileConforms() {
        for (GoldenFile file : GoldenFile.all()) {
            assertEquals(Set.of(), problems(file.type(), tree(file.text())), file.name());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sample/mapping.json, domain.exchange.LogMapping",
        "sample/policies.json, domain.sla.SlaBook",
        "sample/calendars.json, domain.calendar.BusinessCalendar[]",
        "logs/helpdesk-italy/mapping.json, domain.exchange.LogMapping",
        "logs/helpdesk-italy/policies.json, domain.sla.SlaBook",
        "logs/servicenow-incidents/mapping.json, domain.exchange.LogMapping",
        "logs/servicenow-incidents/policies.json, domain.sla.SlaBook"
    })
    void whatPeopleWroteConforms(String file, String type) throws ClassNotFoundException {
        Class<?> named = WireTypes.named(type.replace("[]", ""));
        assertEquals(
                Set.of(),
                problems(
                        type.endsWith("[]") ? named.arrayType() : named,
                        tree(Reactor.read(Reactor.root().resolve("docs/examples/src/main/resources/" + file)))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "domain.sla.SlaBook | {\"matching\": \"some\"}",
                "domain.sla.SlaBook | {\"policys\": []}",
                "domain.sla.SlaPolicy | {\"version\": \"1\"}",
                "domain.sla.SlaPolicy | {\"id\": 7}",
                "domain.sla.SlaPolicy | {\"id\": \"a\", \"targets\": [{\"metric\": \"first_reply\"}]}",
                "domain.sla.SlaPolicy | {\"id\": \"a\", \"targets\": [{\"metric\": \"first_reply\", \"goals\": [{\"within\": 8}]}]}",
                "domain.sla.SlaPolicy | {\"id\": \"a\", \"targets\": [{\"metric\": \"first_reply\", \"goals\": [{\"within\": \"P1D\"}]}]}",
                "domain.sla.SlaPolicy | {\"id\": \"a\", \"applies_to\": {\"type\": \"some_of\", \"parts\": []}}",
                "domain.sla.SlaPolicy | {\"id\": \"a\", \"applies_to\": {\"type\": \"not\"}}",
                "domain.sla.SlaPolicy | {\"id\": \"a\", \"effective_from\": 1793577600}",
                "domain.calendar.BusinessCalendar | {\"id\": \"a\"}",
                "domain.calendar.BusinessCalendar | {\"id\": \"a\", \"zone\": \"UTC\", \"hours\": {\"funday\": []}}",
                "domain.calendar.BusinessCalendar | {\"id\": \"a\", \"zone\": \"UTC\", \"hours\": {\"monday\": \"09:00-17:00\"}}",
                "domain.calendar.CalendarTimeline | {\"type\": \"timeline\", \"versions\": []}",
                "domain.ticket.TicketHistory | {}",
                "domain.ticket.TicketHistory | {\"events\": [{\"type\": \"reopened\"}]}",
                "domain.ticket.TicketHistory | {\"events\": [{\"type\": \"poll_sent\"}]}",
                "domain.exchange.LogMapping | {\"shape\": \"event_per_row\", \"collums\": {}}",
                "roles.staffing.Workload | {\"arrivals\": \"many\"}",
                "roles.routing.WarmUp | {\"over\": \"PT1H\"}",
                "roles.shift.Roster | []",
                "roles.plan.ServicePlan | {}"
            })
    void whatIsWrongDoesNotConformAndIsNotRead(String type, String json) throws ClassNotFoundException {
        assertFalse(problems(WireTypes.named(type), tree(json)).isEmpty(), json);
        for (JsonFormat format : GoldenFile.FORMATS) {
            assertThrows(JsonFormatException.class, () -> format.strict().read(json, WireTypes.named(type)), json);
        }
    }
}

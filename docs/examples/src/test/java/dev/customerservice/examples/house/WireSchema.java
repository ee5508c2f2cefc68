package dev.customerservice.examples.house;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.json.JsonFormat2;
import dev.customerservice.domain.json.JsonTree;
import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.roles.json.PlanJson;
import dev.customerservice.roles.json.WorkforceJson;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema of what the format stores, made from what Jackson itself binds: properties, their order and types, labels, words. What a
 * form reads in another shape is taken from that shape; only open time, which has no type of its own there, is written by hand.
 */
final class WireSchema {
    private static final ObjectMapper JSON = JsonFormat2.standard().mapper(); // keeps each digit
    private static final JsonFormat2 FORMAT =
            JsonFormat2.standard().with(PlanJson.forms()).with(WorkforceJson.forms());
    private static final String JSON_PACKAGES = "dev.customerservice.";

    /** Types that a form reads and writes in the shape of another. */
    private static final Map<String, String> SHAPES = Map.ofEntries(
            Map.entry("domain.sla.SlaTarget", "domain.json.Forms$BriefTarget"),
            Map.entry("domain.ticket.TicketCondition$Code", "domain.json.Forms$Named"),
            Map.entry("domain.ticket.TicketHistory", "domain.json.EventForms$Stored"),
            Map.entry("roles.shift.ShiftPattern", "roles.json.RosterJson$PatternJson"),
            Map.entry("roles.shift.Availability", "roles.json.RosterJson$PersonJson"),
            Map.entry("roles.shift.Roster", "roles.json.RosterJson$Written"),
            Map.entry("roles.shift.RosterRule", "roles.json.DutyRulesJson"),
            Map.entry("roles.shift.Rotation", "roles.json.OnCallJson$RotationJson"),
            Map.entry("roles.shift.OnCallSchedule", "roles.json.OnCallJson"),
            Map.entry("roles.staffing.StaffingModel", "roles.json.RoutingJson$ModelJson"),
            Map.entry("roles.routing.CapacityRules", "roles.json.RoutingJson$CapacityJson"),
            Map.entry("roles.routing.SkillRings", "roles.json.RoutingJson$RingsJson"),
            Map.entry("roles.routing.SurgePlan", "roles.json.RoutingJson$SurgeJson"),
            Map.entry("roles.practice.Cadence", "roles.json.PracticeJson$CadenceJson"),
            Map.entry("roles.evidence.Condition", "roles.json.ConditionJson"));

    private static final Map<Class<?>, String> TEXTS = Map.of(
            Instant.class, "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[-+][0-9:]+)$",
            Duration.class, "^-?PT(-?[0-9]+H)?(-?[0-9]+M)?(-?[0-9]+([.][0-9]{1,9})?S)?$",
            LocalDate.class, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            Period.class, "^P[-0-9YMWD]+$",
            ZoneId.class, "^[A-Za-z0-9+/_:-]+$");

    private static final String OPEN_TIME = """
            {
              "domain.calendar.BusinessTime": {"anyOf": [
                {"$ref": "#/$defs/domain.calendar.BusinessCalendar"}, {"$ref": "#/$defs/domain.calendar.CalendarTimeline"},
                {"$ref": "#/$defs/domain.calendar.FollowTheSun"}, {"$ref": "#/$defs/always"}]},
              "always": {"type": "object", "properties": {"id": {"type": "string"}, "type": {"const": "always"}},
                "required": ["type"], "additionalProperties": false},
              "domain.calendar.CalendarTimeline": {"type": "object", "properties": {
                "id": {"type": "string"}, "type": {"const": "timeline"},
                "versions": {"type": "array", "minItems": 1, "items": {"type": "object", "properties": {
                  "from": {"$ref": "#/$defs/instant"}, "time": {"$ref": "#/$defs/domain.calendar.BusinessTime"}},
                  "required": ["time"], "additionalProperties": false}},
                "until": {"$ref": "#/$defs/instant"}},
                "required": ["type", "versions"], "additionalProperties": false},
              "domain.calendar.FollowTheSun": {"type": "object", "properties": {
                "id": {"type": "string"}, "type": {"const": "follow_the_sun"},
                "sites": {"type": "array", "minItems": 1, "items": {"type": "object", "properties": {
                  "site": {"type": "string"}, "time": {"$ref": "#/$defs/domain.calendar.BusinessTime"}},
                  "required": ["site", "time"], "additionalProperties": false}}},
                "required": ["type", "sites"], "additionalProperties": false},
              "domain.calendar.CalendarBook": {"type": "array", "items": {"$ref": "#/$defs/domain.calendar.BusinessTime"}}
            }""";

    private final SerializationConfig config = FORMAT.mapper().getSerializationConfig();
    private final Map<String, ObjectNode> defs = new TreeMap<>();

    private WireSchema() {
        for (Map.Entry<String, JsonNode> def : tree(OPEN_TIME).properties()) {
            defs.put(def.getKey(), (ObjectNode) def.getValue());
        }
        defs.put("instant", text(Instant.class));
        ref(config.constructType(BusinessCalendar.class));
    }

    /** {@return the schema of all types that have a golden file} */
    static ObjectNode make() {
        WireSchema schema = new WireSchema();
        ObjectNode roots = JSON.createObjectNode();
        for (GoldenFile file : GoldenFile.all()) {
            Class<?> type = file.type();
            schema.ref(schema.config.constructType(type.isArray() ? type.getComponentType() : type));
        }
        new Needed(schema.defs).fill();
        roots.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        roots.put("title", "What is written down about customer service");
        roots.put(
                "description",
                "Each type has its definition under $defs, by its name. Texts that conform are read by a strict format too;"
                        + " without strict, fields that nobody knows are passed over.");
        ObjectNode all = roots.putObject("$defs");
        schema.defs.forEach(all::set);
        return roots;
    }

    /** {@return the name of the definition of a type} */
    static String name(Class<?> type) {
        return WireTypes.name(type).replaceAll("Json\\b", "");
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static ObjectNode text(Class<?> type) {
        return JSON.createObjectNode().put("type", "string").put("pattern", TEXTS.get(type));
    }

    private static ObjectNode simple(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    private ObjectNode ref(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (raw == Optional.class) {
            return ref(type.containedTypeOrUnknown(0));
        }
        if (TEXTS.containsKey(raw)) {
            return raw == Instant.class ? JSON.createObjectNode().put("$ref", "#/$defs/instant") : text(raw);
        }
        if (raw == String.class || raw == char.class || raw == Character.class || isText(raw)) {
            return simple("string");
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return simple("boolean");
        }
        if (Set.of(int.class, Integer.class, long.class, Long.class).contains(raw)) {
            return simple("integer");
        }
        if (raw == BigDecimal.class) {
            return simple("number");
        }
        if (raw == Object.class) {
            return JSON.createObjectNode()
                    .set(
                            "type",
                            JSON.createArrayNode().add("string").add("boolean").add("number"));
        }
        if (raw == JsonTree.class) {
            return anyOf(simple("string"), ref(config.constructType(SlaMetric.class)));
        }
        if (type.isMapLikeType()) {
            return map(type);
        }
        if (Collection.class.isAssignableFrom(raw) || raw.isArray()) {
            ObjectNode list = simple("array");
            list.set("items", ref(type.getContentType()));
            return list;
        }
        String name = name(raw);
        if (!defs.containsKey(name)) {
            ObjectNode def = JSON.createObjectNode();
            defs.put(name, def);
            def.setAll(define(type));
        }
        return JSON.createObjectNode().put("$ref", "#/$defs/" + name);
    }

    /** A form that writes one text. */
    private static boolean isText(Class<?> raw) {
        return raw.getSimpleName().equals("SkillId") || raw.getSimpleName().equals("OpenTime");
    }

    private ObjectNode map(JavaType type) {
        ObjectNode map = simple("object");
        if (type.getKeyType().isEnumType()) {
            map.putObject("propertyNames").set("enum", words(type.getKeyType().getRawClass()));
        }
        map.set("additionalProperties", ref(type.getContentType()));
        return map;
    }

    private static ArrayNode words(Class<?> type) {
        ArrayNode words = JSON.createArrayNode();
        for (Object constant : type.getEnumConstants()) {
            words.add(((Enum<?>) constant).name().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    private static ObjectNode anyOf(ObjectNode... any) {
        ObjectNode all = JSON.createObjectNode();
        all.putArray("anyOf").addAll(List.of(any));
        return all;
    }

    private ObjectNode define(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (raw.isEnum()) {
            ObjectNode words = JSON.createObjectNode();
            words.set("enum", words(raw));
            return words;
        }
        JavaType shape = shape(type);
        BeanDescription bean = config.introspect(shape);
        AnnotatedClass annotated = bean.getClassInfo();
        if (bean.findJsonValueAccessor() != null) {
            JavaType written = bean.findJsonValueAccessor().getType();
            return written.getRawClass() == Object.class ? anyOf(simple("string"), simple("object")) : ref(written);
        }
        JsonSubTypes kinds = annotated.getAnnotation(JsonSubTypes.class);
        if (kinds != null && raw.isInterface()) {
            return family(annotated, kinds);
        }
        return object(bean, null);
    }

    private JavaType shape(JavaType type) {
        String shape = SHAPES.get(type.getRawClass().getName().replace(JSON_PACKAGES, ""));
        try {
            return shape == null ? type : config.constructType(Class.forName(JSON_PACKAGES + shape));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private ObjectNode family(AnnotatedClass annotated, JsonSubTypes kinds) {
        ObjectNode family = JSON.createObjectNode();
        ArrayNode any = family.putArray("anyOf");
        for (JsonSubTypes.Type kind : kinds.value()) {
            JavaType member = config.constructType(kind.value());
            String name = name(kind.value());
            defs.put(name, object(config.introspect(shape(member)), kind.name()));
            any.add(JSON.createObjectNode().put("$ref", "#/$defs/" + name));
        }
        JsonTypeInfo info = annotated.getAnnotation(JsonTypeInfo.class);
        if (info != null && kinds.value().length > 0 && isText(info.defaultImpl())) {
            any.add(text(Duration.class));
        }
        return family;
    }

    private ObjectNode object(BeanDescription bean, @Nullable String label) {
        ObjectNode object = simple("object");
        ObjectNode properties = object.putObject("properties");
        if (label != null) {
            properties.putObject("type").put("const", label);
        }
        List<BeanPropertyDefinition> all = new ArrayList<>(bean.findProperties());
        assertTrue(
                bean.getClassInfo().getAnnotation(JsonPropertyOrder.class) != null
                        || !bean.getBeanClass().isInterface(),
                () -> bean.getBeanClass()
                        + " must say in which order its fields are written: the methods of an interface have none that lasts");
        for (BeanPropertyDefinition property : all) {
            if (property.couldSerialize() && !properties.has(property.getName())) {
                properties.set(property.getName(), ref(property.getAccessor().getType()));
            }
        }
        if (label != null) {
            object.putArray("required").add("type");
        }
        return object.put("additionalProperties", false);
    }

    /** Which properties must be there: those without which no golden file is read. */
    private static final class Needed {
        private final Map<String, ObjectNode> defs;
        private final Map<String, Map<String, Boolean>> needed = new HashMap<>();

        Needed(Map<String, ObjectNode> defs) {
            this.defs = defs;
        }

        void fill() {
            for (GoldenFile file : GoldenFile.all()) {
                JsonNode root = tree(file.text());
                if (file.type().isArray()) {
                    for (JsonNode item : root) {
                        ask(file, root, item, name(file.type().getComponentType()));
                    }
                } else {
                    ask(file, root, root, name(file.type()));
                }
            }
            needed.forEach((def, properties) -> {
                ObjectNode schema = defs.get(def);
                ArrayNode required = JSON.createArrayNode();
                if (schema != null && schema.path("properties").path("type").has("const")) {
                    required.add("type");
                }
                new TreeMap<>(properties).forEach((property, isNeeded) -> {
                    if (isNeeded && !property.equals("type")) {
                        required.add(property);
                    }
                });
                if (schema != null && !required.isEmpty()) {
                    JsonNode closed = schema.remove("additionalProperties");
                    schema.set("required", required);
                    schema.set("additionalProperties", closed);
                }
            });
        }

        private void ask(GoldenFile file, JsonNode root, JsonNode node, String def) {
            ObjectNode schema = defs.get(def);
            if (schema != null) {
                ask(file, root, node, schema, def);
            }
        }

        private void ask(GoldenFile file, JsonNode root, JsonNode node, JsonNode schema, @Nullable String def) {
            if (schema.has("$ref")) {
                String name = schema.get("$ref").asText().substring("#/$defs/".length());
                ask(file, root, node, name);
            } else if (schema.has("anyOf")) {
                for (JsonNode any : schema.get("anyOf")) {
                    String name = any.path("$ref").asText("#/$defs/").substring("#/$defs/".length());
                    ObjectNode member = defs.get(name);
                    if (node.isObject() && member != null && fits(node, member)) {
                        ask(file, root, node, member, name);
                    }
                }
            } else if (schema.has("items")) {
                node.forEach(item -> ask(file, root, item, schema.get("items"), null));
            } else if (node.isObject() && schema.has("properties")) {
                askObject(file, root, (ObjectNode) node, schema, def);
            } else if (node.isObject() && schema.path("additionalProperties").isObject()) {
                node.forEach(value -> ask(file, root, value, schema.get("additionalProperties"), null));
            }
        }

        private void askObject(GoldenFile file, JsonNode root, ObjectNode node, JsonNode schema, @Nullable String def) {
            boolean isFirst = def == null || !needed.containsKey(def);
            Map<String, Boolean> asked =
                    def == null ? new HashMap<>() : needed.computeIfAbsent(def, any -> new HashMap<>());
            asked.replaceAll((property, isNeeded) -> isNeeded && node.has(property));
            for (String property : names(node)) {
                if (asked.getOrDefault(property, isFirst)) {
                    ObjectNode copy = node.deepCopy();
                    node.remove(property);
                    asked.put(property, !isRead(file, root));
                    node.removeAll();
                    node.setAll(copy);
                } else {
                    asked.put(property, false);
                }
                ask(file, root, node.get(property), schema.get("properties").path(property), null);
            }
        }

        private static boolean fits(JsonNode node, ObjectNode member) {
            JsonNode label = member.path("properties").path("type").path("const");
            return member.has("anyOf")
                    || label.asText("").equals(node.path("type").asText(""));
        }

        private static Set<String> names(JsonNode node) {
            Set<String> names = new LinkedHashSet<>();
            node.fieldNames().forEachRemaining(names::add);
            return names;
        }

        private static boolean isRead(GoldenFile file, JsonNode root) {
            try {
                FORMAT.read(root.toString(), file.type());
                return true;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }
}

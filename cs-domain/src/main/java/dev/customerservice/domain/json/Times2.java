package dev.customerservice.domain.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.calendar.CalendarTimeline;
import dev.customerservice.domain.calendar.FollowTheSun;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Open time that is made of calendars: a calendar has no label, a timeline and sites that follow the sun have one, and a book holds all
 * of them by their ids.
 */
final class Times2 {
    private static final String TYPE = "type";
    private static final String TIMELINE = "timeline";
    private static final String SUN = "follow_the_sun";
    private static final String ALWAYS = "always";

    private Times2() {}

    static void addTo(SimpleModule module) {
        module.addSerializer(CalendarTimeline.class, new Writer<CalendarTimeline>());
        module.addSerializer(FollowTheSun.class, new Writer<FollowTheSun>());
        module.addSerializer(CalendarBook.class, new BookWriter());
        module.addDeserializer(BusinessTime.class, new Reader<>(BusinessTime.class));
        module.addDeserializer(CalendarTimeline.class, new Reader<>(CalendarTimeline.class));
        module.addDeserializer(FollowTheSun.class, new Reader<>(FollowTheSun.class));
        module.addDeserializer(CalendarBook.class, new BookReader());
    }

    /** Writes open time with its label. */
    private static final class Writer<T extends BusinessTime> extends JsonSerializer<T> {
        @Override
        public void serialize(T value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeStartObject();
            writeFields(value, generator, provider);
            generator.writeEndObject();
        }
    }

    private static void writeFields(BusinessTime time, JsonGenerator generator, SerializerProvider provider)
            throws IOException {
        if (time instanceof CalendarTimeline timeline) {
            writeTimeline(timeline.versions(), generator, provider);
        } else if (time instanceof FollowTheSun sun) {
            generator.writeStringField(TYPE, SUN);
            generator.writeArrayFieldStart("sites");
            for (Map.Entry<CalendarId, BusinessTime> site : sun.sites().entrySet()) {
                generator.writeStartObject();
                generator.writeStringField("site", site.getKey().value());
                generator.writeFieldName("time");
                writeTime(site.getValue(), generator, provider);
                generator.writeEndObject();
            }
            generator.writeEndArray();
        } else if (time.equals(BusinessTime.always())) {
            generator.writeStringField(TYPE, ALWAYS);
        } else {
            throw JsonMappingException.from(
                    generator,
                    "must be a calendar, a timeline, sites that follow the sun or round the clock to be written; other open time has no form.");
        }
    }

    private static void writeTimeline(
            List<CalendarTimeline.Version> versions, JsonGenerator generator, SerializerProvider provider)
            throws IOException {
        generator.writeStringField(TYPE, TIMELINE);
        generator.writeArrayFieldStart("versions");
        for (CalendarTimeline.Version version : versions) {
            generator.writeStartObject();
            if (version.fromInclusive().isPresent()) {
                generator.writeStringField("from", version.fromInclusive().get().toString());
            }
            generator.writeFieldName("time");
            writeTime(version.time(), generator, provider);
            generator.writeEndObject();
        }
        generator.writeEndArray();
        CalendarTimeline.Version last = versions.get(versions.size() - 1);
        if (last.untilExclusive().isPresent()) {
            generator.writeStringField("until", last.untilExclusive().get().toString());
        }
    }

    private static void writeTime(BusinessTime time, JsonGenerator generator, SerializerProvider provider)
            throws IOException {
        if (time instanceof BusinessCalendar) {
            provider.defaultSerializeValue(time, generator);
        } else {
            generator.writeStartObject();
            writeFields(time, generator, provider);
            generator.writeEndObject();
        }
    }

    private static final class BookWriter extends JsonSerializer<CalendarBook> {
        @Override
        public void serialize(CalendarBook book, JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            generator.writeStartArray();
            for (CalendarId id : book.ids()) {
                BusinessTime time = book.get(id);
                if (time instanceof BusinessCalendar calendar && calendar.id().equals(id)) {
                    provider.defaultSerializeValue(time, generator);
                } else {
                    generator.writeStartObject();
                    generator.writeStringField("id", id.value());
                    // A calendar under another name than its own is a timeline of one version.
                    writeFields(
                            time instanceof BusinessCalendar ? CalendarTimeline.of(time) : time, generator, provider);
                    generator.writeEndObject();
                }
            }
            generator.writeEndArray();
        }
    }

    /** Reads open time of any kind where that kind is wanted. */
    private static final class Reader<T extends BusinessTime> extends JsonDeserializer<T> {
        private final Class<T> wanted;

        Reader(Class<T> wanted) {
            this.wanted = wanted;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            BusinessTime time = new Reading(parser, context).time(context.readTree(parser), Set.of());
            if (!wanted.isInstance(time)) {
                throw JsonMappingException.from(parser, "must have the label of the kind that is wanted here as type.");
            }
            return wanted.cast(time);
        }
    }

    private static final class BookReader extends JsonDeserializer<CalendarBook> {
        @Override
        public CalendarBook deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Reading reading = new Reading(parser, context);
            JsonNode entries = context.readTree(parser);
            reading.require(entries.isArray(), "must be a list in square brackets.");
            CalendarBook book = CalendarBook.of();
            for (int i = 0; i < entries.size(); i++) {
                CalendarBook before = book;
                JsonNode entry = entries.get(i);
                book = reading.at(i, () -> reading.with(before, entry));
            }
            return book;
        }
    }

    /** One text while it is read. */
    private record Reading(JsonParser parser, DeserializationContext context) {
        /** A step that may refuse. */
        private interface Step<T> {
            T read() throws IOException;
        }

        /** Reads what stands under a name, and says so if it is refused. */
        <T> T at(String name, Step<T> step) throws IOException {
            try {
                return step.read();
            } catch (JsonMappingException e) {
                e.prependPath(BusinessTime.class, name);
                throw e;
            }
        }

        <T> T at(int index, Step<T> step) throws IOException {
            try {
                return step.read();
            } catch (JsonMappingException e) {
                e.prependPath(List.class, index);
                throw e;
            }
        }

        /** Builds a value that may not be allowed. */
        private <T> T allowed(Step<T> step) throws IOException {
            try {
                return step.read();
            } catch (IllegalArgumentException e) {
                throw JsonMappingException.from(parser, "The value is not allowed.", e);
            }
        }

        void require(boolean holds, String rule) throws JsonMappingException {
            if (!holds) {
                throw JsonMappingException.from(parser, rule);
            }
        }

        CalendarBook with(CalendarBook book, JsonNode entry) throws IOException {
            BusinessTime time = time(entry, Set.of("id"));
            CalendarId id = time instanceof BusinessCalendar calendar
                    ? calendar.id()
                    : at("id", () -> context.readTreeAsValue(required(entry, "id"), CalendarId.class));
            require(!book.contains(id), "must have an id that occurs once in the book.");
            return book.with(id, time);
        }

        BusinessTime time(JsonNode node, Set<String> beside) throws IOException {
            require(node.isObject(), "must be an object: a calendar, or open time with its label as type.");
            if (!node.has(TYPE)) {
                return context.readTreeAsValue(node, BusinessCalendar.class);
            }
            return switch (node.get(TYPE).asText()) {
                case TIMELINE -> {
                    requireKnown(node, beside, TYPE, "versions", "until");
                    yield timeline(node);
                }
                case SUN -> {
                    requireKnown(node, beside, TYPE, "sites");
                    yield sun(node);
                }
                case ALWAYS -> {
                    requireKnown(node, beside, TYPE);
                    yield BusinessTime.always();
                }
                default ->
                    at(TYPE, () -> {
                        throw JsonMappingException.from(
                                parser, "must be one of [" + TIMELINE + ", " + SUN + ", " + ALWAYS + "].");
                    });
            };
        }

        /** Refuses fields that nobody knows, since in a written file they are typing errors. */
        private void requireKnown(JsonNode node, Set<String> more, String... fields) throws IOException {
            require(node.isObject(), "must be an object of names and values.");
            Set<String> known = Sets.union(ImmutableSet.copyOf(fields), more);
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                at(field.getKey(), () -> {
                    require(
                            known.contains(field.getKey()),
                            "must not be there; the fields known here are " + known + ".");
                    return field;
                });
            }
        }

        private JsonNode required(JsonNode node, String name) throws IOException {
            JsonNode found = node.get(name);
            if (found == null || found.isNull()) {
                throw JsonMappingException.from(parser, "must be there.");
            }
            return found;
        }

        private JsonNode list(JsonNode node, String name) throws IOException {
            return at(name, () -> {
                JsonNode list = required(node, name);
                require(list.isArray() && !list.isEmpty(), "must be a list in square brackets, not empty.");
                return list;
            });
        }

        private BusinessTime member(JsonNode node) throws IOException {
            return at("time", () -> time(required(node, "time"), Set.of()));
        }

        private Instant instant(JsonNode node, String name) throws IOException {
            return at(name, () -> context.readTreeAsValue(required(node, name), Instant.class));
        }

        private CalendarTimeline timeline(JsonNode node) throws IOException {
            JsonNode versions = list(node, "versions");
            CalendarTimeline timeline = at(
                    "versions",
                    () -> at(0, () -> {
                        requireKnown(versions.get(0), Set.of(), "time");
                        return CalendarTimeline.of(member(versions.get(0)));
                    }));
            for (int i = 1; i < versions.size(); i++) {
                CalendarTimeline before = timeline;
                JsonNode version = versions.get(i);
                int place = i;
                timeline = at(
                        "versions",
                        () -> at(place, () -> {
                            requireKnown(version, Set.of(), "from", "time");
                            Instant from = instant(version, "from");
                            BusinessTime time = member(version);
                            return allowed(() -> before.then(from, time));
                        }));
            }
            if (!node.has("until")) {
                return timeline;
            }
            CalendarTimeline whole = timeline;
            Instant until = instant(node, "until");
            return at("until", () -> allowed(() -> whole.until(until)));
        }

        private FollowTheSun sun(JsonNode node) throws IOException {
            JsonNode sites = list(node, "sites");
            @Nullable FollowTheSun sun = null;
            for (int i = 0; i < sites.size(); i++) {
                @Nullable FollowTheSun before = sun;
                JsonNode site = sites.get(i);
                int place = i;
                sun = at(
                        "sites",
                        () -> at(place, () -> {
                            requireKnown(site, Set.of(), "site", "time");
                            CalendarId id =
                                    at("site", () -> context.readTreeAsValue(required(site, "site"), CalendarId.class));
                            BusinessTime time = member(site);
                            return allowed(() -> before == null ? FollowTheSun.of(id, time) : before.with(id, time));
                        }));
            }
            return Objects.requireNonNull(sun);
        }
    }
}

package dev.customerservice.domain.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.calendar.CalendarTimeline;
import dev.customerservice.domain.calendar.FollowTheSun;
import dev.customerservice.domain.exchange.LogMapping;
import dev.customerservice.domain.testing.BothFormats;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What somebody reads who wrote a word wrongly: which one it is, and what may stand there. */
class JsonRefusalTest {
    private static final BothFormats STRICT = BothFormats.STANDARD.strict();

    private static String stored(String name) {
        try (InputStream stored =
                Objects.requireNonNull(JsonRefusalTest.class.getResourceAsStream("/wire/v1/" + name), name)) {
            return new String(stored.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void refuses(Class<?> type, String json, String pointer, String rule) {
        JsonFormatException refusal = assertThrows(JsonFormatException.class, () -> STRICT.read(json, type));
        assertEquals(pointer, refusal.pointer(), refusal.getMessage());
        assertTrue(String.valueOf(refusal.getMessage()).contains(rule), refusal.getMessage());
    }

    private static void refuses(String right, String wrong, String pointer, String rule) {
        String mapping = stored("log-mapping-events.json");
        assertTrue(mapping.contains(right), right);
        refuses(LogMapping.class, mapping.replace(right, wrong), pointer, rule);
    }

    @Test
    void aWrongKeyIsNamed() {
        refuses("\"ticket\" :", "\"titcket\" :", "/columns/titcket", "must be one of [ticket, at, activity,");
        refuses(
                BusinessCalendar.class,
                stored("business-calendar.json").replaceFirst("\"monday\" :", "\"funday\" :"),
                "/hours/funday",
                "must be one of [monday, tuesday,");
    }

    private static void refusesTimeline(String right, String wrong, String pointer, String rule) {
        String timeline = stored("calendar-timeline.json");
        assertTrue(timeline.contains(right), right);
        refuses(CalendarTimeline.class, timeline.replace(right, wrong), pointer, rule);
    }

    @Test
    void openTimeSaysWhatItIsMadeOf() {
        String labels = "must be one of [timeline, follow_the_sun, always].";
        refusesTimeline("\"timeline\"", "\"line\"", "/type", labels);
        refusesTimeline(
                "\"timeline\"", "\"follow_the_sun\"", "/versions", "must not be there; the fields known here are");
        refusesTimeline("\"from\"", "\"form\"", "/versions/1/form", "the fields known here are [from, time].");
        refusesTimeline("\"from\" : \"2027-01-01T00:00:00Z\",", "", "/versions/1/from", "must be there.");
        refusesTimeline("2027-01-01T00:00:00Z", "soon", "/versions/1/from", "must be an instant");
        refusesTimeline("2030-01-01T00:00:00Z", "2020-01-01T00:00:00Z", "/until", "must be after that of the last one");
        refusesTimeline(
                "\"monday\" : [ \"08:00-20:00\" ]", "\"monday\" : 7", "/versions/1/time/hours/monday", "must be");
        refuses(
                CalendarTimeline.class,
                stored("follow-the-sun.json"),
                "",
                "must have the label of the kind that is wanted here");
        refuses(
                FollowTheSun.class,
                stored("follow-the-sun.json").replace("\"site\" : \"europe\"", "\"site\" : \"manila\""),
                "/sites/1",
                "must occur once");
        refuses(FollowTheSun.class, "{\"type\": \"follow_the_sun\", \"sites\": []}", "/sites", "not empty");
        refuses(BusinessTime.class, "[]", "", "must be an object");
        refuses(CalendarBook.class, "[{\"type\": \"always\"}]", "/0/id", "must be there.");
        refuses(
                CalendarBook.class,
                "[{\"id\": \"a\", \"type\": \"always\"}, {\"id\": \"a\", \"type\": \"always\"}]",
                "/1",
                "must have an id that occurs once");
        BusinessTime union = BusinessTime.always().union(BusinessTime.always());
        CalendarBook book = CalendarBook.of().with(CalendarId.of("both"), union);
        JsonFormatException refusal = assertThrows(JsonFormatException.class, () -> BothFormats.STANDARD.write(book));
        assertTrue(String.valueOf(refusal.getMessage()).contains("other open time has no form"), refusal.getMessage());
    }

    @Test
    void theWantedTypeIsNamed() {
        refuses("\"1 - High\" : 30", "\"1 - High\" : \"a\"", "/priorities/1 - High", "must be a whole number.");
        refuses("\"1 - High\" : 30", "\"1 - High\" : [1]", "/priorities/1 - High", "must be a whole number.");
        refuses("[ \"version\" ]", "{}", "/order_by", "must be a list in square brackets.");
        refuses("\"New\",", "[],", "/initial_status", "must be a text.");
        // Found by a fuzzer: Jackson 3 of its own told of the place behind it.
        refuses("[ \"version\" ]", "[ [ \"version\" ] ]", "/order_by/0", "must be a text.");
        refuses("{\n    \"Phone\" : \"exclusive\"\n  }", "7", "/channels", "must be an object of names and values.");
    }

    @Test
    void aShapeIsNamedAsTheFileWritesIt() {
        refuses("\"at\" : \"time\",", "", "", "The mapping of shape event_per_row must name the column that holds at.");
    }
}

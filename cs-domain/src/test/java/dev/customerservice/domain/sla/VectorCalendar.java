package dev.customerservice.domain.sla;

import com.fasterxml.jackson.databind.JsonNode;
import dev.customerservice.domain.calendar.Break;
import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.calendar.DateOverride;
import dev.customerservice.domain.calendar.Holiday;
import dev.customerservice.domain.calendar.WeeklyHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Reads a calendar of a case as open time of the library. */
final class VectorCalendar {
    private static final Set<String> FIELDS =
            Set.of("id", "timeZone", "weekly", "weeklyBreaks", "overrides", "holidays", "breaks");

    private VectorCalendar() {}

    static BusinessTime read(JsonNode calendar) {
        if (calendar.has("union")) {
            return BusinessTime.union(members(calendar, "union"));
        }
        if (calendar.has("intersection")) {
            return BusinessTime.intersection(members(calendar, "intersection"));
        }
        if (calendar.has("difference")) {
            return BusinessTime.difference(members(calendar, "difference"));
        }
        VectorJson.requireKnown(calendar, FIELDS);
        BusinessCalendar.Builder built = BusinessCalendar.builder()
                .id("vector")
                .zone(calendar.get("timeZone").asText());
        List<WeeklyHours> hours = new ArrayList<>();
        calendar.path("weekly")
                .properties()
                .forEach(day -> hours.add(WeeklyHours.of(weekday(day.getKey()), ranges(day.getValue()))));
        built.hours(hours.stream().reduce(WeeklyHours.closed(), WeeklyHours::and));
        calendar.path("weeklyBreaks").properties().forEach(day -> {
            for (String range : ranges(day.getValue())) {
                built.addBreak(Break.every(weekday(day.getKey()), range));
            }
        });
        calendar.path("breaks").properties().forEach(date -> {
            for (String range : ranges(date.getValue())) {
                built.addBreak(Break.on(date(date.getKey()), range));
            }
        });
        calendar.path("overrides")
                .properties()
                .forEach(date -> built.addOverride(DateOverride.on(date(date.getKey()), ranges(date.getValue()))));
        calendar.path("holidays").forEach(date -> built.addHoliday(Holiday.on(date(date.asText()))));
        return built.build();
    }

    private static List<BusinessTime> members(JsonNode calendar, String kind) {
        VectorJson.requireKnown(calendar, Set.of("id", kind));
        List<BusinessTime> members = new ArrayList<>();
        calendar.get(kind).forEach(member -> members.add(read(member)));
        return members;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new VectorRefusal("bad-date");
        }
    }

    private static DayOfWeek weekday(String key) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().startsWith(key) && key.length() == 3)
                .findFirst()
                .orElseThrow(() -> new VectorRefusal("unknown-weekday"));
    }

    /** The ranges of one list, which must not overlap, whatever they are for. */
    private static String[] ranges(JsonNode list) {
        List<String> ranges = new ArrayList<>();
        list.forEach(
                range -> ranges.add(range.get(0).asText() + "-" + range.get(1).asText()));
        String[] array = ranges.toArray(String[]::new);
        WeeklyHours.of(DayOfWeek.MONDAY, array);
        return array;
    }
}

package dev.customerservice.roles.json;

import static dev.customerservice.roles.json.PlaybookJson.label;
import static dev.customerservice.roles.json.PlaybookJson.list;
import static dev.customerservice.roles.json.PlaybookJson.map;
import static dev.customerservice.roles.json.PlaybookJson.need;
import static dev.customerservice.roles.json.PlaybookJson.parsed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.roles.shift.Availability;
import dev.customerservice.roles.shift.Roster;
import dev.customerservice.roles.shift.Shift;
import dev.customerservice.roles.shift.ShiftPattern;
import dev.customerservice.roles.shift.ShiftPattern.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The outside of a roster file, with its patterns, people and duties; what a record lacks in the file is null. */
record RosterJson(
        @Nullable String format,
        @Nullable List<JsonNode> patterns,
        @Nullable List<JsonNode> people,
        @Nullable List<JsonNode> duties,
        @Nullable List<JsonNode> rules,
        @Nullable List<JsonNode> onCall) {

    /** A shift pattern: weekly, or a cycle of dates from an anchor. */
    record PatternJson(
            @Nullable String id,
            @Nullable String zone,
            @Nullable Map<String, List<String>> weekly,
            @Nullable String anchor,
            @Nullable List<List<String>> cycle,
            @Nullable List<BreakJson> breaks) {

        ShiftPattern toPattern() {
            if ((weekly == null) == (cycle == null)) {
                throw new IllegalArgumentException(
                        "pattern must be exactly one of weekly and cycle\nMaybe \"weekly\": {\"monday\": [\"09:00-17:00\"]}.");
            }
            ShiftPattern pattern = ShiftPattern.builder()
                    .id(need(id, "id"))
                    .zone(ZoneId.of(need(zone, "zone")))
                    .recurrence(weekly == null ? inCycle() : byWeek())
                    .build();
            for (BreakJson each : list(breaks)) {
                pattern =
                        pattern.withBreak(each.toBreak().after(), each.toBreak().length());
            }
            return pattern;
        }

        private ShiftPattern.Recurrence byWeek() {
            Map<DayOfWeek, List<Hours>> byDay = new EnumMap<>(DayOfWeek.class);
            map(weekly).forEach((day, hours) -> byDay.put(label(day, DayOfWeek.class), hours(hours)));
            return new ShiftPattern.Weekly(byDay);
        }

        private ShiftPattern.Recurrence inCycle() {
            return new ShiftPattern.Cycle(
                    LocalDate.parse(need(anchor, "anchor")),
                    list(cycle).stream().map(PatternJson::hours).toList());
        }

        private static List<Hours> hours(List<String> texts) {
            return texts.stream().map(Hours::parse).toList();
        }
    }

    /** A break, after some time of the shift. */
    record BreakJson(@Nullable String after, @Nullable String length) {
        Shift.Break toBreak() {
            return new Shift.Break(Duration.parse(need(after, "after")), Duration.parse(need(length, "length")));
        }
    }

    /** What is known of a person's time. */
    record PersonJson(
            @Nullable String person,
            @Nullable String zone,
            @Nullable Map<String, List<String>> hours,
            @Nullable List<AbsenceJson> absences,
            @Nullable List<PreferenceJson> preferences,
            @Nullable String contracted) {

        Availability toAvailability() {
            Availability.Builder known = Availability.builder();
            known.person(AgentId.of(need(person, "person"))).zone(ZoneId.of(need(zone, "zone")));
            if (hours != null) {
                known.hours(week(hours));
            }
            list(absences).forEach(each -> known.addAbsence(each.toAbsence()));
            list(preferences).forEach(each -> known.addPreference(each.toPreference()));
            parsed(contracted, Duration::parse).ifPresent(known::contractedAWeek);
            return known.build();
        }
    }

    /** A time in which somebody does not work. */
    record AbsenceJson(
            @Nullable String from,
            @Nullable String until,
            @Nullable String kind) {
        Availability.Absence toAbsence() {
            return new Availability.Absence(
                    LocalDateTime.parse(need(from, "from")),
                    LocalDateTime.parse(need(until, "until")),
                    label(need(kind, "kind"), Availability.Absence.Kind.class));
        }
    }

    /** Hours that somebody would rather work or not. */
    record PreferenceJson(
            @Nullable Map<String, List<String>> hours,
            @Nullable Integer weight) {
        Availability.Preference toPreference() {
            return new Availability.Preference(week(map(hours)), need(weight, "weight"));
        }
    }

    /** One shift of a person, or the shifts of a pattern on some dates. */
    record DutyJson(
            @Nullable String person,
            @Nullable String role,
            @Nullable String date,
            @Nullable String hours,
            @Nullable String zone,
            @Nullable List<BreakJson> breaks,
            @Nullable String pattern,
            @Nullable String from,
            @Nullable String until) {

        List<Roster.Duty> toDuties(Map<String, ShiftPattern> patterns) {
            AgentId who = AgentId.of(need(person, "person"));
            RoleId as = RoleId.of(need(role, "role"));
            return shifts(patterns).stream()
                    .map(shift -> new Roster.Duty(who, as, shift))
                    .toList();
        }

        private List<Shift> shifts(Map<String, ShiftPattern> patterns) {
            if (pattern == null) {
                Shift shift = Shift.of(
                        LocalDate.parse(need(date, "date")), need(hours, "hours"), ZoneId.of(need(zone, "zone")));
                return List.of(shift.withBreaks(
                        list(breaks).stream().map(BreakJson::toBreak).toArray(Shift.Break[]::new)));
            }
            ShiftPattern known = patterns.get(pattern);
            if (known == null) {
                throw new IllegalArgumentException(
                        "pattern (" + pattern + ") must be one of the file\nMaybe it could not be read itself.");
            }
            return known.shifts(LocalDate.parse(need(from, "from")), LocalDate.parse(need(until, "until")));
        }
    }

    private static WeeklyHours week(Map<String, List<String>> hours) {
        List<WeeklyHours> days = new ArrayList<>();
        hours.forEach(
                (day, ranges) -> days.add(WeeklyHours.of(label(day, DayOfWeek.class), ranges.toArray(new String[0]))));
        return days.stream().reduce(WeeklyHours.closed(), WeeklyHours::and);
    }
}

package dev.customerservice.roles.json;

import static dev.customerservice.roles.json.PlaybookJson.list;
import static dev.customerservice.roles.json.PlaybookJson.map;
import static dev.customerservice.roles.json.PlaybookJson.need;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.json.JsonTree;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.domain.text.Shown;
import dev.customerservice.roles.shift.Availability;
import dev.customerservice.roles.shift.Roster;
import dev.customerservice.roles.shift.Shift;
import dev.customerservice.roles.shift.ShiftPattern;
import dev.customerservice.roles.shift.ShiftPattern.Hours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The outside of a roster file, with its patterns, people and duties; what a record lacks in the file is null. */
record RosterJson(
        @Nullable String format,
        @Nullable List<JsonTree> patterns,
        @Nullable List<JsonTree> people,
        @Nullable List<JsonTree> duties,
        @Nullable List<JsonTree> rules,
        @Nullable List<JsonTree> onCall) {

    /** The file of a roster alone, its duties one by one. */
    record Written(String format, List<PersonJson> people, List<DutyJson> duties) {
        static Written of(Roster roster) {
            return new Written(
                    RosterReader.FORMAT,
                    roster.availabilities().stream().map(PersonJson::of).toList(),
                    roster.duties().stream().map(DutyJson::of).toList());
        }
    }

    /** Hours as a text, or as an object where they have breaks that others of the pattern have not. */
    record HoursJson(String hours, @Nullable List<BreakJson> breaks) {
        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        HoursJson {}

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static HoursJson parse(String hours) {
            return new HoursJson(hours, null);
        }

        static HoursJson of(Hours hours, boolean withBreaks) {
            return new HoursJson(
                    text(hours.startInclusive(), hours.endExclusive()),
                    withBreaks ? BreakJson.of(hours.breaks()) : null);
        }

        /** The text, if it says all. */
        @JsonValue
        Object written() {
            return breaks == null ? hours : Map.of("hours", hours, "breaks", breaks);
        }

        Hours toHours() {
            Hours read = Hours.parse(need(hours, "hours"));
            return new Hours(read.startInclusive(), read.endExclusive(), BreakJson.toBreaks(breaks));
        }

        /** Refuses seconds, which the text has no place for. */
        static String text(LocalTime start, LocalTime end) {
            String text = start + "-" + (end.equals(LocalTime.MIDNIGHT) ? "24:00" : end);
            Hours.parse(text);
            return text;
        }
    }

    /** A shift pattern: weekly, or a cycle of dates from an anchor. */
    record PatternJson(
            @Nullable String id,
            @Nullable String zone,
            @Nullable Map<DayOfWeek, List<HoursJson>> weekly,
            @Nullable String anchor,
            @Nullable List<List<HoursJson>> cycle,
            @Nullable List<BreakJson> breaks) {

        static PatternJson of(ShiftPattern pattern) {
            boolean isWeekly = pattern.recurrence() instanceof ShiftPattern.Weekly;
            Collection<List<Hours>> all = pattern.recurrence() instanceof ShiftPattern.Weekly weekly
                    ? weekly.byDay().values()
                    : ((ShiftPattern.Cycle) pattern.recurrence()).dates();
            List<List<Shift.Break>> breaks = all.stream()
                    .flatMap(List::stream)
                    .map(Hours::breaks)
                    .distinct()
                    .toList();
            boolean apart = breaks.size() > 1;
            Map<DayOfWeek, List<HoursJson>> byDay = new EnumMap<>(DayOfWeek.class);
            String anchor = null;
            List<List<HoursJson>> cycle = null;
            if (pattern.recurrence() instanceof ShiftPattern.Weekly weekly) {
                weekly.byDay().forEach((day, hours) -> byDay.put(day, written(hours, apart)));
            } else if (pattern.recurrence() instanceof ShiftPattern.Cycle dates) {
                anchor = dates.anchor().toString();
                cycle = dates.dates().stream()
                        .map(hours -> written(hours, apart))
                        .toList();
            }
            return new PatternJson(
                    pattern.id(),
                    pattern.zone().getId(),
                    isWeekly ? byDay : null,
                    anchor,
                    cycle,
                    breaks.size() == 1 ? BreakJson.of(breaks.get(0)) : null);
        }

        private static List<HoursJson> written(List<Hours> hours, boolean apart) {
            return hours.stream().map(each -> HoursJson.of(each, apart)).toList();
        }

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
            for (Shift.Break each : BreakJson.toBreaks(breaks)) {
                pattern = pattern.withBreak(each.after(), each.length());
            }
            return pattern;
        }

        private ShiftPattern.Recurrence byWeek() {
            Map<DayOfWeek, List<Hours>> byDay = new EnumMap<>(DayOfWeek.class);
            map(weekly).forEach((day, hours) -> byDay.put(day, hours(hours)));
            return new ShiftPattern.Weekly(byDay);
        }

        private ShiftPattern.Recurrence inCycle() {
            return new ShiftPattern.Cycle(
                    LocalDate.parse(need(anchor, "anchor")),
                    list(cycle).stream().map(PatternJson::hours).toList());
        }

        private static List<Hours> hours(List<HoursJson> written) {
            return written.stream().map(HoursJson::toHours).toList();
        }
    }

    /** A break, after some time of the shift. */
    record BreakJson(@Nullable Duration after, @Nullable Duration length) {
        static @Nullable List<BreakJson> of(List<Shift.Break> breaks) {
            return breaks.isEmpty()
                    ? null
                    : breaks.stream()
                            .map(each -> new BreakJson(each.after(), each.length()))
                            .toList();
        }

        Shift.Break toBreak() {
            return new Shift.Break(need(after, "after"), need(length, "length"));
        }

        static List<Shift.Break> toBreaks(@Nullable List<BreakJson> breaks) {
            return list(breaks).stream().map(BreakJson::toBreak).toList();
        }
    }

    /** What is known of a person's time. */
    record PersonJson(
            @Nullable AgentId person,
            @Nullable String zone,
            @Nullable WeeklyHours hours,
            @Nullable List<AbsenceJson> absences,
            @Nullable List<PreferenceJson> preferences,
            @Nullable Duration contracted) {

        static PersonJson of(Availability known) {
            return new PersonJson(
                    known.person(),
                    known.zone().getId(),
                    known.hours().orElse(null),
                    written(known.absences(), AbsenceJson::of),
                    written(
                            known.preferences(),
                            preference -> new PreferenceJson(preference.hours(), preference.weight())),
                    known.contractedAWeek().orElse(null));
        }

        Availability toAvailability() {
            Availability.Builder known = Availability.builder();
            known.person(need(person, "person")).zone(ZoneId.of(need(zone, "zone")));
            known.hours(Optional.ofNullable(hours));
            list(absences).forEach(each -> known.addAbsence(each.toAbsence()));
            list(preferences).forEach(each -> known.addPreference(each.toPreference()));
            known.contractedAWeek(Optional.ofNullable(contracted));
            return known.build();
        }
    }

    /** A time in which somebody does not work. */
    record AbsenceJson(@Nullable String from, @Nullable String until, Availability.Absence.@Nullable Kind kind) {
        static AbsenceJson of(Availability.Absence absence) {
            return new AbsenceJson(
                    absence.startInclusive().toString(), absence.endExclusive().toString(), absence.kind());
        }

        Availability.Absence toAbsence() {
            return new Availability.Absence(
                    LocalDateTime.parse(need(from, "from")),
                    LocalDateTime.parse(need(until, "until")),
                    need(kind, "kind"));
        }
    }

    /** Hours that somebody would rather work or not. */
    record PreferenceJson(
            @Nullable WeeklyHours hours, @Nullable Integer weight) {
        Availability.Preference toPreference() {
            return new Availability.Preference(need(hours, "hours"), need(weight, "weight"));
        }
    }

    /** One shift of a person, by its hours or from one time on the clock to another, or the shifts of a pattern on some dates. */
    record DutyJson(
            @Nullable AgentId person,
            @Nullable String role,
            @Nullable String date,
            @Nullable String hours,
            @Nullable String start,
            @Nullable String end,
            @Nullable String zone,
            @Nullable List<BreakJson> breaks,
            @Nullable String pattern,
            @Nullable String from,
            @Nullable String until) {

        static DutyJson of(Roster.Duty duty) {
            Shift shift = duty.shift();
            LocalDateTime start = shift.startInclusive();
            LocalDateTime end = shift.endExclusive();
            boolean isShort = start.getSecond() + start.getNano() + end.getSecond() + end.getNano() == 0
                    && !end.isAfter(start.plusDays(1));
            return new DutyJson(
                    duty.person(),
                    duty.role().value(),
                    isShort ? shift.date().toString() : null,
                    isShort ? HoursJson.text(start.toLocalTime(), end.toLocalTime()) : null,
                    isShort ? null : start.toString(),
                    isShort ? null : end.toString(),
                    shift.zone().getId(),
                    BreakJson.of(shift.breaks()),
                    null,
                    null,
                    null);
        }

        List<Roster.Duty> toDuties(Map<String, ShiftPattern> patterns) {
            AgentId who = need(person, "person");
            RoleId as = RoleId.of(need(role, "role"));
            return shifts(patterns).stream()
                    .map(shift -> new Roster.Duty(who, as, shift))
                    .toList();
        }

        private List<Shift> shifts(Map<String, ShiftPattern> patterns) {
            if (pattern == null) {
                return List.of(shift());
            }
            ShiftPattern known = patterns.get(pattern);
            if (known == null) {
                throw new IllegalArgumentException("pattern (" + Shown.of(pattern)
                        + ") must be one of the file\nMaybe it could not be read itself.");
            }
            return known.shifts(LocalDate.parse(need(from, "from")), LocalDate.parse(need(until, "until")));
        }

        private Shift shift() {
            ZoneId clock = ZoneId.of(need(zone, "zone"));
            Shift shift = start == null
                    ? Shift.of(LocalDate.parse(need(date, "date")), need(hours, "hours"), clock)
                    : new Shift(LocalDateTime.parse(start), LocalDateTime.parse(need(end, "end")), clock, List.of());
            return shift.withBreaks(BreakJson.toBreaks(breaks).toArray(Shift.Break[]::new));
        }
    }

    private static <T, F> @Nullable List<F> written(List<T> values, Function<T, F> form) {
        return values.isEmpty() ? null : values.stream().map(form).toList();
    }
}

package dev.customerservice.domain.exchange;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarException;
import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.calendar.Holiday;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.sla.Goal;
import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.sla.SlaPolicy;
import dev.customerservice.domain.sla.SlaTarget;
import dev.customerservice.domain.sla.TargetTime;
import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.TicketCondition;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The schedules and service-level policies of Zendesk. */
final class ZendeskPolicies {
    private static final int DAY = 24 * 60;
    private static final int WEEK = 7 * DAY;
    private static final Map<String, SlaMetric> METRICS = Map.of(
            "first_reply_time", SlaMetric.FIRST_REPLY,
            "next_reply_time", SlaMetric.NEXT_REPLY,
            "periodic_update_time", SlaMetric.PERIODIC_UPDATE,
            "pausable_update_time", SlaMetric.PAUSABLE_UPDATE,
            "requester_wait_time", SlaMetric.REQUESTER_WAIT,
            "agent_work_time", SlaMetric.AGENT_WORK,
            "total_resolution_time", SlaMetric.RESOLUTION,
            "group_ownership_time", SlaMetric.GROUP_OWNERSHIP);

    private final ExportReader export;

    ZendeskPolicies(ExportReader export) {
        this.export = export;
    }

    void readCalendars() {
        Map<String, List<Holiday>> holidays = holidays();
        Set<String> ids = new HashSet<>();
        for (JsonPlace schedule : export.root.at("schedules").items()) {
            Optional<String> id = schedule.at("id").text();
            Optional<ZoneId> zone = schedule.at("time_zone").text().flatMap(VendorZones::find);
            if (id.isEmpty() || zone.isEmpty()) {
                schedule.fail(LoadFault.BAD_VALUE, "The schedule must have an id and a known zone; it is left out.");
                continue;
            }
            if (ids.contains(id.get())) {
                schedule.fail(
                        LoadFault.BAD_VALUE, "The schedule must be in the export once; its first place was taken.");
                continue;
            }
            try {
                export.calendars.add(BusinessCalendar.builder()
                        .id(id.get())
                        .zone(zone.get())
                        .hours(hours(schedule.at("intervals")))
                        .addAllHolidays(holidays.getOrDefault("", List.of()))
                        .addAllHolidays(holidays.getOrDefault(id.get(), List.of()))
                        .build());
                ids.add(id.get());
            } catch (CalendarException e) {
                schedule.fail(LoadFault.BAD_VALUE, String.valueOf(e.getMessage()));
            }
        }
    }

    /** Intervals count minutes from Sunday 00:00 of the zone; one that passes midnight is cut there. */
    private static WeeklyHours hours(JsonPlace intervals) {
        WeeklyHours week = WeeklyHours.closed();
        for (JsonPlace interval : intervals.items()) {
            long start = interval.at("start_time").whole().orElse(-1L);
            long end = interval.at("end_time").whole().orElse(-1L);
            if (start < 0 || end <= start || end > WEEK) {
                interval.fail(
                        LoadFault.BAD_VALUE, "The interval must lie in the week of 10080 minutes; it is left out.");
                continue;
            }
            for (long from = start; from < end; from = (from / DAY + 1) * DAY) {
                long to = Math.min(end, (from / DAY + 1) * DAY);
                DayOfWeek day = DayOfWeek.SUNDAY.plus(from / DAY);
                String range = time(from % DAY) + "-" + time(to - from / DAY * DAY);
                week = week.and(WeeklyHours.of(day, range));
            }
        }
        return week;
    }

    private static String time(long minutes) {
        return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
    }

    /** The holidays by their schedule, those of every schedule under an empty id. */
    private Map<String, List<Holiday>> holidays() {
        Set<String> schedules = export.root.at("schedules").items().stream()
                .flatMap(schedule -> schedule.at("id").text().stream())
                .collect(Collectors.toSet());
        Map<String, List<Holiday>> holidays = new HashMap<>();
        for (JsonPlace place : export.root.at("holidays").items()) {
            String schedule = place.at("schedule_id").text().orElse("");
            if (!schedule.isEmpty() && !schedules.contains(schedule)) {
                place.fail(
                        LoadFault.BAD_VALUE,
                        "The holiday must belong to a schedule of the same export; it is left out.");
                continue;
            }
            try {
                LocalDate first = LocalDate.parse(place.at("start_date").text().orElse(""));
                LocalDate last =
                        place.at("end_date").text().map(LocalDate::parse).orElse(first);
                holidays.computeIfAbsent(schedule, id -> new ArrayList<>())
                        .add(new Holiday(first, last, place.at("name").text()));
            } catch (DateTimeParseException | IllegalArgumentException e) {
                place.fail(LoadFault.BAD_VALUE, "The holiday must have two dates in their order; it is left out.");
            }
        }
        return holidays;
    }

    void readPolicies() {
        List<JsonPlace> places = new ArrayList<>(export.root.at("sla_policies").items());
        places.sort(Comparator.comparing(place -> place.at("position").whole().orElse(Long.MAX_VALUE)));
        for (JsonPlace place : places) {
            Optional<String> id = export.policyId(place);
            if (id.isEmpty()) {
                continue;
            }
            SlaPolicy.Builder policy = SlaPolicy.builder().id(id.get()).appliesTo(condition(place.at("filter")));
            targets(place.at("policy_metrics")).forEach(policy::addTarget);
            export.policies.add(policy.build());
        }
    }

    private List<SlaTarget> targets(JsonPlace metrics) {
        Map<String, SlaTarget.Builder> targets = new LinkedHashMap<>();
        for (JsonPlace place : metrics.items()) {
            String name = place.at("metric").text().orElse("");
            SlaMetric metric = METRICS.get(name);
            Priority priority =
                    ZendeskExport.PRIORITIES.get(place.at("priority").text().orElse(""));
            Optional<Duration> within = place.at("target_in_seconds")
                    .length(Duration.ofSeconds(1))
                    .or(() -> place.at("target").length(Duration.ofMinutes(1)));
            if (metric == null || priority == null || within.isEmpty()) {
                place.fail(
                        LoadFault.UNKNOWN_VALUE,
                        "The target must have a known metric and priority and a length; it is left out.");
                continue;
            }
            SlaTarget.Builder target =
                    targets.computeIfAbsent(name, key -> SlaTarget.builder().metric(metric));
            Optional<String> calendar = export.businessHours();
            boolean isBusiness = place.at("business_hours").flag().orElse(false);
            if (isBusiness && calendar.isEmpty()) {
                place.fail(
                        LoadFault.BAD_VALUE, "The target counts business hours, so the export must have a schedule.");
            }
            if (isBusiness) {
                target.calendar(calendar.map(CalendarId::of));
            }
            target.addGoal(new Goal(
                    TicketCondition.priority(priority),
                    isBusiness ? TargetTime.of(within.get()) : TargetTime.wall(within.get())));
        }
        return targets.values().stream().map(SlaTarget.Builder::build).toList();
    }

    /** All of the conditions of the first list, and any of the second if it has some. */
    private static TicketCondition condition(JsonPlace filter) {
        List<TicketCondition> any =
                filter.at("any").items().stream().map(ZendeskPolicies::part).toList();
        List<TicketCondition> all =
                filter.at("all").items().stream().map(ZendeskPolicies::part).toList();
        TicketCondition every = all.size() == 1 ? all.get(0) : new TicketCondition.AllOf(all);
        return any.isEmpty() ? every : every.and(ExportReader.any(any));
    }

    private static TicketCondition part(JsonPlace place) {
        String field = place.at("field").text().orElse("");
        List<String> values = values(place.at("value"));
        String operator = place.at("operator").text().orElse("is");
        boolean isNegative = operator.equals("is_not") || operator.equals("not_includes");
        boolean isKnown = isNegative || operator.equals("is") || operator.equals("includes");
        if (!isKnown || values.isEmpty() || field.isEmpty()) {
            place.fail(
                    LoadFault.UNKNOWN_VALUE,
                    "The condition must be one of is, is_not, includes and not_includes with a value; it never holds.");
            return TicketCondition.never();
        }
        TicketCondition holds = switch (field) {
            case "current_tags" ->
                ExportReader.any(values.stream()
                        .flatMap(value -> Stream.of(value.split("\\s+")))
                        .map(TicketCondition::tag)
                        .toList());
            case "priority" ->
                ExportReader.any(values.stream()
                        .map(value -> ZendeskExport.PRIORITIES.getOrDefault(value, Priority.of(value, 0)))
                        .map(TicketCondition::priority)
                        .toList());
            case "group_id" -> TicketCondition.team(values.toArray(String[]::new));
            case "organization_id" -> TicketCondition.is(Attribute.ORGANIZATION, values.toArray(String[]::new));
            default -> TicketCondition.field(field, values.toArray(String[]::new));
        };
        return isNegative ? TicketCondition.not(holds) : holds;
    }

    private static List<String> values(JsonPlace value) {
        if (value.isList()) {
            return value.items().stream().flatMap(item -> item.text().stream()).toList();
        }
        return value.text().stream().toList();
    }
}

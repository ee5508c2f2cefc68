package dev.customerservice.roles.json;

import static dev.customerservice.roles.json.PlaybookJson.label;
import static dev.customerservice.roles.json.PlaybookJson.list;
import static dev.customerservice.roles.json.PlaybookJson.need;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.roles.shift.OnCallSchedule;
import dev.customerservice.roles.shift.RosterRule;
import dev.customerservice.roles.shift.Rotation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A roster rule in a file, named as its findings are. */
record DutyRulesJson(
        @Nullable String type,
        @Nullable String atLeast,
        @Nullable Integer dates,
        @Nullable String aWeek,
        @Nullable Integer weeks,
        @Nullable String nightStart,
        @Nullable String nightEnd,
        @Nullable String share,
        @Nullable String aDay,
        @Nullable String elapsed,
        @Nullable Integer most,
        @Nullable Integer together) {

    private static final Set<String> TYPES = Set.of(
            "daily-rest",
            "weekly-rest",
            "average-hours",
            "contract-hours",
            "night-work",
            "break",
            "dates-in-a-row",
            "dates-off-together",
            "annual-leave",
            "availability");

    RosterRule toRule() {
        return switch (need(type, "type")) {
            case "daily-rest" -> new RosterRule.DailyRest(time(atLeast, "at_least"));
            case "weekly-rest" -> new RosterRule.WeeklyRest(time(atLeast, "at_least"), need(dates, "dates"));
            case "average-hours" -> new RosterRule.AverageHours(time(aWeek, "a_week"), need(weeks, "weeks"));
            case "contract-hours" -> new RosterRule.ContractHours(need(weeks, "weeks"));
            case "night-work" ->
                new RosterRule.NightWork(
                        LocalTime.parse(need(nightStart, "night_start")),
                        LocalTime.parse(need(nightEnd, "night_end")),
                        time(share, "share"),
                        time(aDay, "a_day"),
                        need(weeks, "weeks"));
            case "break" -> new RosterRule.BreakAfter(time(elapsed, "elapsed"), time(atLeast, "at_least"));
            case "dates-in-a-row" -> new RosterRule.DatesInARow(need(most, "most"));
            case "dates-off-together" ->
                new RosterRule.DatesOffTogether(need(together, "together"), need(dates, "dates"));
            case "annual-leave" -> new RosterRule.AnnualLeave(need(dates, "dates"));
            case "availability" -> new RosterRule.WithinAvailability();
            default ->
                throw new IllegalArgumentException(
                        "type (" + type + ") must be one of " + new TreeSet<>(TYPES) + "\nMaybe it is misspelt.");
        };
    }

    private static Duration time(@Nullable String text, String field) {
        return Duration.parse(need(text, field));
    }

    /** An on-call schedule in a file. */
    record OnCallJson(
            @Nullable String role,
            @Nullable List<RotationJson> layers,
            @Nullable List<ArrangedJson> arranged,
            @Nullable List<OverrideJson> overrides) {

        OnCallSchedule toSchedule() {
            OnCallSchedule.Builder schedule = OnCallSchedule.builder();
            schedule.role(RoleId.of(need(role, "role")));
            list(layers)
                    .forEach(
                            layer -> schedule.addLayer(new OnCallSchedule.Layer(layer.toRotation(), Optional.empty())));
            list(arranged).forEach(each -> schedule.addArranged(each.toArranged()));
            list(overrides).forEach(each -> schedule.addOverride(each.toChange()));
            return schedule.build();
        }
    }

    /** People who take turns. */
    record RotationJson(
            @Nullable String anchor,
            @Nullable String zone,
            @Nullable String unit,
            @Nullable Integer length,
            @Nullable List<String> participants) {

        Rotation toRotation() {
            Rotation rotation = Rotation.of(
                    LocalDateTime.parse(need(anchor, "anchor")),
                    ZoneId.of(need(zone, "zone")),
                    label(need(unit, "unit"), Rotation.Unit.class),
                    list(participants).stream().map(AgentId::of).toArray(AgentId[]::new));
            return length == null ? rotation : rotation.withLength(length);
        }
    }

    /** A time arranged by hand. */
    record ArrangedJson(
            @Nullable String from,
            @Nullable String until,
            @Nullable List<String> people) {
        OnCallSchedule.Arranged toArranged() {
            return new OnCallSchedule.Arranged(
                    interval(from, until),
                    list(people).stream().map(AgentId::of).collect(Collectors.toSet()));
        }
    }

    /** A change to whoever is on call. */
    record OverrideJson(
            @Nullable String from,
            @Nullable String until,
            @Nullable String leaves,
            @Nullable String comes) {
        OnCallSchedule.Change toChange() {
            return new OnCallSchedule.Change(
                    interval(from, until),
                    Optional.ofNullable(leaves).map(AgentId::of),
                    Optional.ofNullable(comes).map(AgentId::of));
        }
    }

    private static Interval interval(@Nullable String from, @Nullable String until) {
        return new Interval(Instant.parse(need(from, "from")), Instant.parse(need(until, "until")));
    }
}

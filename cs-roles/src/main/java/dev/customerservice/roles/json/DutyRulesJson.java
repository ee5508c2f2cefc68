package dev.customerservice.roles.json;

import static dev.customerservice.roles.json.PlaybookJson.need;

import dev.customerservice.roles.shift.RosterRule;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A roster rule in a file, named as its findings are. */
record DutyRulesJson(
        @Nullable String type,
        @Nullable Duration atLeast,
        @Nullable Integer dates,
        @Nullable Duration aWeek,
        @Nullable Integer weeks,
        @Nullable String nightStart,
        @Nullable String nightEnd,
        @Nullable Duration share,
        @Nullable Duration aDay,
        @Nullable Duration elapsed,
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

    static DutyRulesJson of(RosterRule rule) {
        if (rule instanceof RosterRule.DailyRest rest) {
            return rest("daily-rest", rest.atLeast(), null);
        }
        if (rule instanceof RosterRule.WeeklyRest rest) {
            return rest("weekly-rest", rest.atLeast(), rest.dates());
        }
        if (rule instanceof RosterRule.AverageHours mean) {
            return mean("average-hours", mean.aWeek(), mean.weeks());
        }
        if (rule instanceof RosterRule.ContractHours mean) {
            return mean("contract-hours", null, mean.weeks());
        }
        if (rule instanceof RosterRule.NightWork night) {
            return new DutyRulesJson(
                    "night-work",
                    null,
                    null,
                    null,
                    night.weeks(),
                    night.nightStart().toString(),
                    night.nightEnd().toString(),
                    night.share(),
                    night.aDay(),
                    null,
                    null,
                    null);
        }
        if (rule instanceof RosterRule.BreakAfter rest) {
            return new DutyRulesJson(
                    "break", rest.atLeast(), null, null, null, null, null, null, null, rest.elapsed(), null, null);
        }
        if (rule instanceof RosterRule.DatesInARow row) {
            return dates("dates-in-a-row", null, row.most(), null);
        }
        if (rule instanceof RosterRule.DatesOffTogether off) {
            return dates("dates-off-together", off.dates(), null, off.together());
        }
        if (rule instanceof RosterRule.AnnualLeave leave) {
            return dates("annual-leave", leave.dates(), null, null);
        }
        if (rule instanceof RosterRule.WithinAvailability) {
            return dates("availability", null, null, null);
        }
        throw new IllegalArgumentException(
                "rule must be one of the library\nMaybe name it in code, where it is written.");
    }

    private static DutyRulesJson rest(String type, Duration atLeast, @Nullable Integer dates) {
        return new DutyRulesJson(type, atLeast, dates, null, null, null, null, null, null, null, null, null);
    }

    private static DutyRulesJson mean(String type, @Nullable Duration aWeek, int weeks) {
        return new DutyRulesJson(type, null, null, aWeek, weeks, null, null, null, null, null, null, null);
    }

    private static DutyRulesJson dates(
            String type, @Nullable Integer dates, @Nullable Integer most, @Nullable Integer together) {
        return new DutyRulesJson(type, null, dates, null, null, null, null, null, null, null, most, together);
    }

    RosterRule toRule() {
        return switch (need(type, "type")) {
            case "daily-rest" -> new RosterRule.DailyRest(need(atLeast, "at_least"));
            case "weekly-rest" -> new RosterRule.WeeklyRest(need(atLeast, "at_least"), need(dates, "dates"));
            case "average-hours" -> new RosterRule.AverageHours(need(aWeek, "a_week"), need(weeks, "weeks"));
            case "contract-hours" -> new RosterRule.ContractHours(need(weeks, "weeks"));
            case "night-work" ->
                new RosterRule.NightWork(
                        LocalTime.parse(need(nightStart, "night_start")),
                        LocalTime.parse(need(nightEnd, "night_end")),
                        need(share, "share"),
                        need(aDay, "a_day"),
                        need(weeks, "weeks"));
            case "break" -> new RosterRule.BreakAfter(need(elapsed, "elapsed"), need(atLeast, "at_least"));
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
}

package dev.customerservice.roles;

import com.fasterxml.jackson.databind.JsonNode;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.metrics.statistics.DurationRatio;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.shift.Availability;
import dev.customerservice.roles.shift.Coverage;
import dev.customerservice.roles.shift.CoverageModel;
import dev.customerservice.roles.shift.Requirement;
import dev.customerservice.roles.shift.RosterRule;
import dev.customerservice.roles.shift.RosterRule.DailyRest;
import dev.customerservice.roles.shift.RosterRule.Violation;
import dev.customerservice.roles.shift.Rotation;
import dev.customerservice.roles.shift.Shift;
import dev.customerservice.roles.shift.ShiftPattern;
import dev.customerservice.roles.shift.ShiftPlan;
import dev.customerservice.roles.shift.ShiftPlanner;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds shifts, rosters, rotations and tasks out of the inputs of a case and asks the library; no formula stands here. */
final class ShiftVectors {

    static final Set<String> KINDS = Set.of(
            "coverage_gaps",
            "follow_the_sun",
            "shift_duration",
            "rest_between_shifts",
            "rotation_on_call",
            "shift_cover_minimum");

    private static final Instant START = Instant.parse("2025-01-06T00:00:00Z");

    private ShiftVectors() {}

    static Map<String, @Nullable Object> run(String kind, JsonNode in) {
        Map<String, @Nullable Object> out = new HashMap<>();
        switch (kind) {
            case "coverage_gaps" -> coverage(in, out);
            case "follow_the_sun" -> sun(in, out);
            case "shift_duration" ->
                out.put(
                        "elapsedMinutes",
                        shift(in, "localStart", "localEnd").elapsed().toMinutes());
            case "rest_between_shifts" -> rest(in, out);
            case "rotation_on_call" -> rotation(in, out);
            case "shift_cover_minimum" -> cover(in, out);
            default -> throw new AssertionError("unknown kind of case: " + kind);
        }
        return out;
    }

    private static void coverage(JsonNode in, Map<String, @Nullable Object> out) {
        List<Requirement.Need> needs = new ArrayList<>();
        in.get("requirements")
                .forEach(need -> needs.add(
                        new Requirement.Need(interval(need), need.get(2).asInt())));
        List<Coverage.Presence> present = new ArrayList<>();
        in.get("shifts")
                .forEach(shift -> present.add(
                        new Coverage.Presence(interval(shift), shift.get(2).asInt())));
        describe(
                Coverage.of(
                        new Requirement(needs),
                        present,
                        new Interval(instant(in.get("windowStart")), instant(in.get("windowEnd")))),
                out);
    }

    private static void sun(JsonNode in, Map<String, @Nullable Object> out) {
        List<CoverageModel.Station> sites = new ArrayList<>();
        in.get("sites")
                .forEach(site -> sites.add(CoverageModel.Station.of(ShiftPattern.daily(
                        "site " + sites.size(),
                        ZoneId.of(site.get("zone").asText()),
                        site.get("localStart").asText() + "-"
                                + site.get("localEnd").asText()))));
        Instant start =
                LocalDate.parse(in.get("utcDay").asText()).atStartOfDay().toInstant(ZoneOffset.UTC);
        describe(
                CoverageModel.followTheSun(sites.toArray(new CoverageModel.Station[0]))
                        .aroundTheClock(new Interval(start, start.plus(Duration.ofDays(1)))),
                out);
    }

    private static void describe(Coverage coverage, Map<String, @Nullable Object> out) {
        out.put(
                "gaps",
                coverage.gaps().stream()
                        .map(gap -> Map.of(
                                "start",
                                gap.during().startInclusive().toString(),
                                "end",
                                gap.during().endExclusive().toString(),
                                "shortfall",
                                gap.shortfall()))
                        .toList());
        out.put("shortfallPersonMinutes", coverage.shortfall().toMinutes());
        out.put("surplusPersonMinutes", coverage.surplus().toMinutes());
        out.put("requiredPersonMinutes", coverage.required().toMinutes());
        DurationRatio share = coverage.share();
        OptionalDouble value = share.value();
        out.put("coverageRatio", value.isPresent() ? value.getAsDouble() : null);
    }

    private static void rest(JsonNode in, Map<String, @Nullable Object> out) {
        ZoneId zone = zone(in);
        LocalDateTime end = local(in, "previousEndLocal");
        LocalDateTime start = local(in, "nextStartLocal");
        Shift previous = new Shift(end.minusHours(8), end, zone, List.of());
        Shift next = new Shift(start, start.plusHours(8), zone, List.of());
        Duration minimum = Duration.ofMinutes(in.get("minimumRestMinutes").asLong());
        List<Violation> violations = new DailyRest(minimum)
                .check(new RosterRule.Line(
                        Availability.always(AgentId.of("ana"), zone),
                        List.of(previous, next),
                        start.toLocalDate().minusDays(7),
                        start.toLocalDate().plusDays(7)));
        Duration rest = previous.restUntil(next);
        out.put("restMinutes", rest.toMinutes());
        out.put("violation", !violations.isEmpty());
        out.put("overlap", rest.isNegative());
        out.put(
                "shortByMinutes",
                violations.isEmpty()
                        ? 0
                        : ((Detail.Span) violations.get(0).limit())
                                .value()
                                .minus(((Detail.Span) violations.get(0).found()).value())
                                .toMinutes());
    }

    private static void rotation(JsonNode in, Map<String, @Nullable Object> out) {
        Rotation.Builder rotation = Rotation.builder();
        rotation.anchor(local(in, "startLocal"))
                .zone(zone(in))
                .unit(Rotation.Unit.valueOf(in.get("unit").asText()))
                .length(in.get("length").asInt());
        in.get("participants").forEach(person -> rotation.addParticipant(AgentId.of(person.asText())));
        Rotation.Turn turn = rotation.build().turnAt(instant(in.get("at")));
        out.put("index", turn.index());
        out.put("person", turn.person().value());
        out.put("shiftStart", turn.during().startInclusive().toString());
        out.put("shiftEnd", turn.during().endExclusive().toString());
        out.put("shiftMinutes", turn.during().duration().toMinutes());
    }

    /** A period is an hour of a Monday. */
    private static void cover(JsonNode in, Map<String, @Nullable Object> out) {
        List<Requirement.Need> needs = new ArrayList<>();
        in.get("requiredPerPeriod")
                .forEach(required -> needs.add(new Requirement.Need(hour(needs.size()), required.asInt())));
        List<ShiftPlanner.Candidate> candidates = new ArrayList<>();
        for (int j = 0; j < in.get("patterns").size(); j++) {
            JsonNode pattern = in.get("patterns").get(j);
            List<Shift> shifts = new ArrayList<>();
            for (int i = 0; i < pattern.size(); i++) {
                if (pattern.get(i).asInt() == 1) {
                    shifts.add(new Shift(
                            LocalDateTime.ofInstant(hour(i).startInclusive(), ZoneOffset.UTC),
                            LocalDateTime.ofInstant(hour(i).endExclusive(), ZoneOffset.UTC),
                            ZoneOffset.UTC,
                            List.of()));
                }
            }
            candidates.add(ShiftPlanner.Candidate.of("pattern " + j, shifts)
                    .withCost(in.get("costs").get(j).asLong()));
        }
        ShiftPlan plan = ShiftPlanner.builtIn().plan(new ShiftPlanner.Task(new Requirement(needs), candidates));
        out.put("minimumCost", plan instanceof ShiftPlan.Optimal optimal ? optimal.cost() : null);
    }

    private static Interval hour(int number) {
        return new Interval(START.plus(Duration.ofHours(number)), START.plus(Duration.ofHours(number + 1L)));
    }

    private static Shift shift(JsonNode in, String start, String end) {
        return new Shift(local(in, start), local(in, end), zone(in), List.of());
    }

    private static ZoneId zone(JsonNode in) {
        return ZoneId.of(in.get("zone").asText());
    }

    private static LocalDateTime local(JsonNode in, String field) {
        return LocalDateTime.parse(in.get(field).asText());
    }

    private static Interval interval(JsonNode edges) {
        return new Interval(instant(edges.get(0)), instant(edges.get(1)));
    }

    private static Instant instant(JsonNode text) {
        return Instant.parse(text.asText());
    }
}

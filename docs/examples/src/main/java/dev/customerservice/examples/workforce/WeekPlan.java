package dev.customerservice.examples.workforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.roles.role.JobRole;
import dev.customerservice.roles.shift.Availability;
import dev.customerservice.roles.shift.Availability.Absence;
import dev.customerservice.roles.shift.Roster;
import dev.customerservice.roles.shift.Shift;
import dev.customerservice.roles.shift.ShiftPattern;
import dev.customerservice.roles.staffing.ServiceLevelGoal;
import dev.customerservice.roles.staffing.Shrinkage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What the desk plans with, read from the bundled file.
 *
 * @param teams the team of each agent
 * @param patterns the shifts of each agent
 * @param absences who is absent
 * @param extra the shifts beside the patterns
 * @param load how long work takes and what is promised
 * @param open the hours of the desk
 */
public record WeekPlan(
        Map<AgentId, String> teams,
        Map<AgentId, List<ShiftPattern>> patterns,
        Map<AgentId, List<Absence>> absences,
        Map<AgentId, List<Shift>> extra,
        Load load,
        Open open) {
    private static final RoleId ROLE = JobRole.ASSOCIATE.id();

    /**
     * How long work takes and what is promised.
     *
     * @param handleTime how long one message of a customer keeps somebody busy
     * @param goal how many of them are to be taken up within which time
     * @param shrinkage how much of the scheduled time is lost
     * @param held how long somebody who got a ticket holds it
     * @param atOnce how many tickets one person holds at once
     */
    public record Load(Duration handleTime, ServiceLevelGoal goal, Shrinkage shrinkage, Duration held, int atOnce) {}

    /**
     * The hours of the desk, Monday to Friday.
     *
     * @param from when it opens
     * @param until when it closes
     * @param backlogDue how long after opening all that came overnight is to be done
     */
    public record Open(LocalTime from, LocalTime until, Duration backlogDue) {}

    /**
     * Reads the bundled plan.
     *
     * @param zone the zone in which shifts begin and end
     * @return the plan
     */
    public static WeekPlan bundled(ZoneId zone) {
        JsonNode json = json();
        Duration after = Duration.parse(text(json.get("lunch"), "after"));
        Duration lasts = Duration.parse(text(json.get("lunch"), "lasts"));
        Map<AgentId, String> teams = new LinkedHashMap<>();
        Map<AgentId, List<ShiftPattern>> patterns = new LinkedHashMap<>();
        for (JsonNode row : json.get("agents")) {
            AgentId agent = AgentId.of(text(row, "agent"));
            List<ShiftPattern> own = new ArrayList<>(List.of(
                    ShiftPattern.weekly(agent.value(), zone, text(row, "weekdays"), DayOfWeek.MONDAY, DayOfWeek.FRIDAY)
                            .withBreak(after, lasts)));
            if (row.has("saturday")) {
                own.add(ShiftPattern.weekly(
                        agent.value() + "-saturday",
                        zone,
                        text(row, "saturday"),
                        DayOfWeek.SATURDAY,
                        DayOfWeek.SATURDAY));
            }
            teams.put(agent, text(row, "team"));
            patterns.put(agent, own);
        }
        Map<AgentId, List<Absence>> absences = new LinkedHashMap<>();
        for (JsonNode row : json.get("absences")) {
            absences.computeIfAbsent(AgentId.of(text(row, "agent")), agent -> new ArrayList<>())
                    .add(Absence.dates(
                            LocalDate.parse(text(row, "from")),
                            LocalDate.parse(text(row, "until")),
                            Absence.Kind.valueOf(text(row, "kind").toUpperCase(Locale.ROOT))));
        }
        Map<AgentId, List<Shift>> extra = new LinkedHashMap<>();
        for (JsonNode row : json.get("extra")) {
            extra.computeIfAbsent(AgentId.of(text(row, "agent")), agent -> new ArrayList<>())
                    .add(Shift.of(LocalDate.parse(text(row, "date")), text(row, "hours"), zone));
        }
        return new WeekPlan(teams, patterns, absences, extra, load(json), open(json.get("open")));
    }

    private static Load load(JsonNode json) {
        Shrinkage.Builder shrinkage = Shrinkage.builder();
        json.get("shrinkage")
                .properties()
                .forEach(
                        loss -> shrinkage.planned(loss.getKey(), loss.getValue().asText()));
        return new Load(
                Duration.parse(text(json, "handle_time")),
                ServiceLevelGoal.of(
                        new BigDecimal(text(json.get("answer"), "share")),
                        Duration.parse(text(json.get("answer"), "within"))),
                shrinkage.build(),
                Duration.parse(text(json, "held")),
                json.get("at_once").asInt());
    }

    private static Open open(JsonNode json) {
        return new Open(
                LocalTime.parse(text(json, "from")),
                LocalTime.parse(text(json, "until")),
                Duration.parse(text(json, "backlog_due")));
    }

    /**
     * Draws the roster up.
     *
     * @param startInclusive the first date
     * @param endExclusive the date after the last
     * @param zone the zone in which absent people are absent
     * @return the shifts of everybody, with their absences
     */
    public Roster roster(LocalDate startInclusive, LocalDate endExclusive, ZoneId zone) {
        List<Roster.Duty> duties = new ArrayList<>();
        patterns.forEach((agent, own) -> own.forEach(pattern -> pattern.shifts(startInclusive, endExclusive)
                .forEach(shift -> duties.add(new Roster.Duty(agent, ROLE, shift)))));
        extra.forEach((agent, own) -> own.stream()
                .filter(shift ->
                        !shift.date().isBefore(startInclusive) && shift.date().isBefore(endExclusive))
                .forEach(shift -> duties.add(new Roster.Duty(agent, ROLE, shift))));
        return Roster.of(duties)
                .withPeople(teams.keySet().stream()
                        .map(agent -> Availability.builder()
                                .person(agent)
                                .zone(zone)
                                .absences(absences.getOrDefault(agent, List.of()))
                                .build())
                        .toList());
    }

    private static JsonNode json() {
        try (InputStream in = Objects.requireNonNull(WeekPlan.class.getResourceAsStream("/workforce/plan.json"))) {
            return new JsonMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(JsonNode json, String field) {
        return json.required(field).asText();
    }
}

package dev.customerservice.roles.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.json.JsonFormat3;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.roles.json.PlaybookReader.Failure;
import dev.customerservice.roles.json.RosterReader.Outcome;
import dev.customerservice.roles.shift.Availability.Absence;
import dev.customerservice.roles.shift.OnCallSchedule.Change;
import dev.customerservice.roles.shift.RosterRule;
import dev.customerservice.roles.shift.Rotation;
import dev.customerservice.roles.shift.Shift;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RosterReaderTest {

    private static final RosterReader READER =
            RosterReader.of(JsonFormat3.standard().strict());
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate MONDAY = LocalDate.of(2025, 6, 2);
    private static final AgentId ANA = AgentId.of("ana");
    private static final String FILE = """
            {"format": "customer-service-roster/1",
             "patterns": [
              {"id": "early", "zone": "Europe/Berlin", "weekly": {"monday": ["06:00-14:00"], "friday": ["06:00-12:00"]},
               "breaks": [{"after": "PT3H", "length": "PT30M"}]},
              {"id": "four", "zone": "Europe/Berlin", "anchor": "2025-06-02", "cycle": [["07:00-19:00"], []]}],
             "people": [
              {"person": "ana", "zone": "Europe/Berlin", "contracted": "PT30H",
               "hours": {"monday": ["05:00-24:00"], "tuesday": ["05:00-24:00"]},
               "absences": [{"from": "2025-06-06T00:00", "until": "2025-06-07T00:00", "kind": "leave"}],
               "preferences": [{"hours": {"monday": ["06:00-07:00"]}, "weight": 2}]}],
             "duties": [
              {"person": "ana", "role": "support", "pattern": "early", "from": "2025-06-02", "until": "2025-06-09"},
              {"person": "ben", "role": "support", "date": "2025-06-02", "hours": "22:00-06:00", "zone": "Europe/Berlin",
               "breaks": [{"after": "PT4H", "length": "PT1H"}]}],
             "rules": [
              {"type": "daily-rest", "at_least": "PT11H"},
              {"type": "weekly-rest", "at_least": "PT35H", "dates": 7},
              {"type": "average-hours", "a_week": "PT48H", "weeks": 17},
              {"type": "night-work", "night_start": "00:00", "night_end": "05:00", "share": "PT3H", "a_day": "PT8H", "weeks": 17},
              {"type": "break", "elapsed": "PT6H", "at_least": "PT0S"},
              {"type": "annual-leave", "dates": 28},
              {"type": "contract-hours", "weeks": 4},
              {"type": "dates-in-a-row", "most": 6},
              {"type": "dates-off-together", "together": 2, "dates": 7},
              {"type": "availability"}],
             "on_call": [
              {"role": "first",
               "layers": [{"anchor": "2025-06-02T09:00", "zone": "Europe/Berlin", "unit": "week", "length": 2, "participants": ["ana", "ben"]}],
               "arranged": [{"from": "2025-06-03T00:00:00Z", "until": "2025-06-04T00:00:00Z", "people": ["chi"]}],
               "overrides": [{"from": "2025-06-05T00:00:00Z", "until": "2025-06-06T00:00:00Z", "leaves": "ana", "comes": "ben"},
                             {"from": "2025-06-05T00:00:00Z", "until": "2025-06-06T00:00:00Z", "comes": "dan"}]}]}
            """;

    @Test
    void everythingThatIsWrittenIsRead() {
        Outcome read = READER.read("roster.json", FILE);
        assertEquals(List.of(), read.failures());
        Shift early = Shift.of(MONDAY, "06:00-14:00", BERLIN)
                .withBreaks(new Shift.Break(Duration.ofHours(3), Duration.ofMinutes(30)));
        assertEquals(
                List.of(
                        early,
                        Shift.of(MONDAY.plusDays(4), "06:00-12:00", BERLIN)
                                .withBreaks(early.breaks().get(0))),
                read.roster().shifts(ANA));
        assertEquals(
                Duration.ofHours(7),
                read.roster().shifts(AgentId.of("ben")).get(0).worked());
        assertEquals(
                List.of(MONDAY, MONDAY.plusDays(2)),
                List.copyOf(read.patterns().values()).get(1).shifts(MONDAY, MONDAY.plusDays(4)).stream()
                        .map(Shift::date)
                        .toList());
        assertEquals(Set.of("early", "four"), read.patterns().keySet());
        var ana = read.roster().line(ANA, MONDAY, MONDAY).availability();
        assertEquals(
                List.of(Absence.dates(MONDAY.plusDays(4), MONDAY.plusDays(5), Absence.Kind.LEAVE)), ana.absences());
        assertEquals(2, ana.wish(early));
        assertTrue(ana.isAvailable(early.interval()));
        assertEquals(Duration.ofHours(30), ana.contractedAWeek().orElseThrow());
    }

    @Test
    void rulesAreThoseOfTheLibrary() {
        List<RosterRule> rules = READER.read("roster.json", FILE).rules();
        assertEquals(RosterRule.europeanUnion(), rules.subList(0, 6));
        assertEquals(
                List.of(
                        new RosterRule.ContractHours(4),
                        new RosterRule.DatesInARow(6),
                        new RosterRule.DatesOffTogether(2, 7),
                        new RosterRule.WithinAvailability()),
                rules.subList(6, 10));
        assertEquals(LocalTime.MIDNIGHT, ((RosterRule.NightWork) rules.get(3)).nightStart());
    }

    @Test
    void schedulesHaveLayersArrangedTimesAndOverrides() {
        var first = READER.read("roster.json", FILE).onCall().get(0);
        assertEquals(RoleId.of("first"), first.role());
        assertEquals(
                Rotation.of(LocalDateTime.of(2025, 6, 2, 9, 0), BERLIN, Rotation.Unit.WEEK, ANA, AgentId.of("ben"))
                        .withLength(2),
                first.layers().get(0).rotation());
        assertEquals(Set.of(AgentId.of("chi")), first.onCallAt(Instant.parse("2025-06-03T12:00:00Z")));
        assertEquals(
                Change.replace(
                        new Interval(Instant.parse("2025-06-05T00:00:00Z"), Instant.parse("2025-06-06T00:00:00Z")),
                        ANA,
                        AgentId.of("ben")),
                first.overrides().get(0));
        assertEquals(
                Set.of(AgentId.of("ben"), AgentId.of("dan")), first.onCallAt(Instant.parse("2025-06-05T12:00:00Z")));
    }

    @Test
    void oneFailureHidesNoOther() {
        Outcome read = READER.read("r", """
                {"format": "customer-service-roster/1",
                 "patterns": [{"id": "x", "zone": "Europe/Berlin"},
                              {"id": "y", "zone": "Europe/Berlin", "weekly": {"monday": ["06:00-14:00"]}},
                              {"id": "y", "zone": "Europe/Berlin", "weekly": {"monday": ["06:00-14:00"]}},
                              {"id": "z", "zone": "Europe/Berlin", "weekly": {"someday": ["06:00-14:00"]}}],
                 "people": [{"person": "ana", "zone": "Europe/Berlin", "shoe": 42}],
                 "duties": [{"person": "ana", "role": "support", "pattern": "x", "from": "2025-06-02", "until": "2025-06-09"},
                            {"person": "ana", "role": "support", "date": "2025-06-02", "hours": "9-17", "zone": "Europe/Berlin"}],
                 "rules": [{"type": "siesta"}, {"type": "daily-rest"}],
                 "on_call": [{"role": "first", "layers": [{"anchor": "2025-06-02T09:00", "zone": "Europe/Berlin", "unit": "week"}]}]}
                """);
        assertEquals(
                List.of(
                        "/patterns/0",
                        "/patterns/2",
                        "/patterns/3/weekly/someday",
                        "/people/0/shoe",
                        "/duties/0",
                        "/duties/1",
                        "/rules/0",
                        "/rules/1",
                        "/on_call/0"),
                read.failures().stream().map(Failure::pointer).toList());
        assertTrue(read.failures().get(4).rule().startsWith("pattern (x) must be one of the file"));
        assertTrue(read.failures().get(6).rule().startsWith("type (siesta) must be one of [annual-leave, "));
        assertTrue(read.failures().get(7).rule().startsWith("field (at_least) must be given"));
        assertEquals(Set.of("y"), read.patterns().keySet());
    }

    @Test
    void anotherKindOfFileIsRefused() {
        assertEquals(
                List.of(new Failure(
                        "r", "", "format (null) must be customer-service-roster/1\nMaybe it is another kind of file.")),
                READER.read("r", "{}").failures());
        assertEquals(1, READER.read("r", "[").failures().size());
    }

    /** Found by a fuzzer: all of the file was refused, without a place. */
    @Test
    void whatLiesOutsideOfTimeIsLeftOutWithItsPlace() {
        RosterReader.Outcome read = READER.read("year", """
                {"format": "customer-service-roster/1",
                 "people": [{"person": "ana", "zone": "Europe/Berlin",
                             "absences": [{"from": "1013-03-02T00:00", "until": "2026-03-04T00:00", "kind": "leave"}]},
                            {"person": "ben", "zone": "Europe/Berlin"}],
                 "duties": [{"person": "ben", "role": "support", "date": "1013-03-02", "hours": "22:00-06:00", "zone": "Europe/Berlin"},
                            {"person": "ben", "role": "support", "date": "2026-03-02", "hours": "22:00-06:00", "zone": "Europe/Berlin"},
                            {"person": "ben", "role": "support", "date": "+999999999-12-31", "hours": "22:00-06:00", "zone": "Europe/Berlin"}]}
                """);
        assertEquals(
                List.of("/people/0", "/duties/0", "/duties/2"),
                read.failures().stream().map(Failure::pointer).toList());
        assertEquals(1, read.roster().duties().size());
        assertEquals(Set.of(AgentId.of("ben")), read.roster().people());
    }
}

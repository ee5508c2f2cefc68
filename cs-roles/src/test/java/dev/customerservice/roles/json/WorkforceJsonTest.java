package dev.customerservice.roles.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.json.JsonFormat2;
import dev.customerservice.domain.json.JsonFormatException;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.testing.BothFormats;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.metrics.kpi.ServiceLevel;
import dev.customerservice.roles.routing.CapacityRules;
import dev.customerservice.roles.routing.Overflow;
import dev.customerservice.roles.routing.SkillRings;
import dev.customerservice.roles.routing.SkillRings.Ring;
import dev.customerservice.roles.routing.SurgePlan;
import dev.customerservice.roles.routing.WarmUp;
import dev.customerservice.roles.routing.WorkState;
import dev.customerservice.roles.shift.Availability;
import dev.customerservice.roles.shift.Availability.Absence;
import dev.customerservice.roles.shift.CoverageModel;
import dev.customerservice.roles.shift.CoverageModel.Station;
import dev.customerservice.roles.shift.Handoff;
import dev.customerservice.roles.shift.OnCallSchedule;
import dev.customerservice.roles.shift.OnCallSchedule.Arranged;
import dev.customerservice.roles.shift.OnCallSchedule.Change;
import dev.customerservice.roles.shift.OnCallSchedule.Layer;
import dev.customerservice.roles.shift.Roster;
import dev.customerservice.roles.shift.RosterRule;
import dev.customerservice.roles.shift.Rotation;
import dev.customerservice.roles.shift.Shift;
import dev.customerservice.roles.shift.ShiftPattern;
import dev.customerservice.roles.shift.ShiftPattern.Hours;
import dev.customerservice.roles.skill.RampCurve;
import dev.customerservice.roles.skill.SkillId;
import dev.customerservice.roles.skill.Training;
import dev.customerservice.roles.staffing.BalancedChat;
import dev.customerservice.roles.staffing.ErlangA;
import dev.customerservice.roles.staffing.ErlangB;
import dev.customerservice.roles.staffing.ErlangC;
import dev.customerservice.roles.staffing.HiringPlan;
import dev.customerservice.roles.staffing.ServiceLevelGoal;
import dev.customerservice.roles.staffing.Shrinkage;
import dev.customerservice.roles.staffing.StaffingModel;
import dev.customerservice.roles.staffing.StaffingPlan;
import dev.customerservice.roles.staffing.Workload;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written about staffing, shifts and routing is read again, and the stored form never changes. */
class WorkforceJsonTest {

    private static final BothFormats FORMAT = BothFormats.STANDARD.with(WorkforceJson.forms());
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final AgentId ANA = AgentId.of("ana");
    private static final AgentId BEN = AgentId.of("ben");
    private static final RoleId SUPPORT = RoleId.of("support");
    private static final SkillId DUTCH = SkillId.of("dutch");
    private static final Shift.Break LUNCH = new Shift.Break(Duration.ofHours(4), Duration.ofMinutes(30));
    private static final Interval FIRST_WEEK =
            new Interval(Instant.parse("2026-03-02T00:00:00Z"), Instant.parse("2026-03-09T00:00:00Z"));
    private static final ShiftPattern EARLY = ShiftPattern.weekly(
                    "early", BERLIN, "06:00-14:00", DayOfWeek.MONDAY, DayOfWeek.FRIDAY)
            .withBreak(LUNCH.after(), LUNCH.length());
    private static final Rotation WEEKLY = Rotation.of(MONDAY.atTime(9, 0), BERLIN, Rotation.Unit.WEEK, ANA, BEN);

    /** A value, the type it is asked for by, and the name of its file. */
    record Example(String name, Class<?> type, Object value) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Example> examples() {
        return List.of(
                new Example("shift-pattern-weekly", ShiftPattern.class, EARLY),
                new Example("shift-pattern-cycle", ShiftPattern.class, cycle()),
                new Example("availability", Availability.class, availability()),
                new Example("roster", Roster.class, roster()),
                new Example(
                        "rotation",
                        Rotation.class,
                        WEEKLY.withUnit(Rotation.Unit.MONTH).withLength(2)),
                new Example("on-call-schedule", OnCallSchedule.class, onCall()),
                new Example("coverage-model", CoverageModel.class, model()),
                new Example(
                        "handoff-terms",
                        Handoff.Terms.class,
                        new Handoff.Terms(Duration.ofMinutes(15), Handoff.Transfer.ACKNOWLEDGED)),
                new Example("workload", Workload.class, workload("100.50")),
                new Example("service-level-goal", ServiceLevelGoal.class, goal()),
                new Example("shrinkage", Shrinkage.class, shrinkage()),
                new Example("staffing-plan", StaffingPlan.class, plan()),
                new Example("hiring-plan", HiringPlan.class, hiring()),
                new Example("capacity-rules", CapacityRules.class, capacity()),
                new Example("skill-rings", SkillRings.class, rings()),
                new Example("warm-up", WarmUp.class, WarmUp.of(Duration.ofMinutes(30), "0.50")),
                new Example(
                        "overflow",
                        Overflow.class,
                        Overflow.from(TeamId.of("first")).then(TeamId.of("second"), Duration.ofMinutes(20))),
                new Example("surge-plan", SurgePlan.class, surge()));
    }

    private static ShiftPattern cycle() {
        Hours day = Hours.parse("07:00-19:00");
        Hours night = new Hours(LocalTime.of(19, 0), LocalTime.MIDNIGHT, List.of(LUNCH));
        return ShiftPattern.builder()
                .id("continental")
                .zone(ZoneId.of("Australia/Lord_Howe"))
                .recurrence(new ShiftPattern.Cycle(MONDAY, List.of(List.of(day, night), List.of())))
                .build();
    }

    private static Availability availability() {
        WeeklyHours mornings = WeeklyHours.of(DayOfWeek.MONDAY, "05:00-12:00", "13:00-24:00");
        return Availability.builder()
                .person(ANA)
                .zone(BERLIN)
                .hours(mornings)
                .addAbsence(Absence.dates(MONDAY, MONDAY.plusDays(2), Absence.Kind.LEAVE))
                .addPreference(new Availability.Preference(WeeklyHours.of(DayOfWeek.FRIDAY, "20:00-24:00"), -3))
                .contractedAWeek(Duration.ofMinutes(37 * 60 + 30))
                .build();
    }

    private static Roster roster() {
        LocalDateTime long1 = MONDAY.atTime(8, 0);
        return Roster.of(
                        new Roster.Duty(
                                ANA,
                                SUPPORT,
                                Shift.of(MONDAY, "22:00-06:00", BERLIN).withBreaks(LUNCH)),
                        new Roster.Duty(BEN, SUPPORT, Shift.of(MONDAY, "00:00-24:00", BERLIN)),
                        new Roster.Duty(BEN, SUPPORT, new Shift(long1, long1.plusHours(30), BERLIN, List.of())),
                        new Roster.Duty(BEN, SUPPORT, new Shift(long1, long1.plusSeconds(90), BERLIN, List.of())))
                .withPeople(List.of(availability()));
    }

    private static OnCallSchedule onCall() {
        BusinessCalendar office = BusinessCalendar.builder()
                .id("office")
                .zone(BERLIN)
                .hours(WeeklyHours.of(DayOfWeek.MONDAY, "09:00-17:00"))
                .build();
        return OnCallSchedule.builder()
                .role(SUPPORT)
                .addLayer(new Layer(WEEKLY, Optional.empty()))
                .addLayer(new Layer(WEEKLY.withUnit(Rotation.Unit.DAY), Optional.of(office)))
                .addArranged(new Arranged(FIRST_WEEK, Set.of(BEN, ANA)))
                .addOverrides(
                        Change.add(FIRST_WEEK, BEN),
                        Change.remove(FIRST_WEEK, ANA),
                        Change.replace(FIRST_WEEK, ANA, BEN))
                .build();
    }

    private static CoverageModel model() {
        return CoverageModel.followTheSun(
                Station.of(EARLY),
                new Station("us", ShiftPattern.daily("us", ZoneId.of("America/New_York"), "08:00-16:00"), 3));
    }

    private static Workload workload(String arrivals) {
        return Workload.of(new BigDecimal(arrivals), Duration.ofMinutes(30), Duration.ofMinutes(3));
    }

    private static ServiceLevelGoal goal() {
        return ServiceLevelGoal.builder()
                .rule(ServiceLevel.within(Duration.ofSeconds(20)).with(ServiceLevel.Abandons.IGNORED))
                .share(new BigDecimal("0.80"))
                .maxOccupancy(new BigDecimal("0.85"))
                .maxMeanWait(Duration.ofSeconds(30))
                .build();
    }

    private static Shrinkage shrinkage() {
        return Shrinkage.builder()
                .planned("leave", "0.1")
                .unplanned("sickness", "0.050")
                .composition(Shrinkage.Composition.MULTIPLICATIVE)
                .build();
    }

    private static StaffingPlan plan() {
        return StaffingPlan.builder()
                .startInclusive(Instant.parse("2026-03-02T08:00:00Z"))
                .addWorkloads(workload("100"), workload("120.25"))
                .model(ErlangA.of(Duration.ofMinutes(5)))
                .goal(goal())
                .shrinkage(shrinkage())
                .build();
    }

    private static HiringPlan hiring() {
        return HiringPlan.builder()
                .start(MONDAY)
                .people(new BigDecimal("20.5"))
                .monthlyAttrition(new BigDecimal("0.02"))
                .recruiting(Period.ofWeeks(6))
                .ramp(RampCurve.of("0.25", "0.5", "0.75"))
                .addTrainings(Training.builder()
                        .id("onboarding")
                        .title("Onboarding")
                        .addTeaches(new Training.Lesson(DUTCH, 0, 2))
                        .hours(Duration.ofHours(40))
                        .build())
                .need(MONDAY.plusMonths(6), 30)
                .build();
    }

    private static CapacityRules capacity() {
        return CapacityRules.builder()
                .weigh(WorkState.PAUSED, "0.50")
                .weigh(Channel.EMAIL, "0.25")
                .weigh(Channel.CHAT, WorkState.INACTIVE, "0")
                .putChannelLimit(Channel.CHAT, new BigDecimal("3"))
                .putChannelLimit(Channel.of("fax"), new BigDecimal("1.5"))
                .build();
    }

    private static SkillRings rings() {
        return SkillRings.of(
                Ring.strict(Duration.ofMinutes(2)),
                Ring.strict(Duration.ofMinutes(5)).withLower(1).withSubstitutes(DUTCH, SkillId.of("german")),
                Ring.strict(Duration.ofHours(1)).withLower(2).withWaived(DUTCH));
    }

    private static SurgePlan surge() {
        return SurgePlan.builder()
                .id("storm")
                .waitingPerAgent(new BigDecimal("4.5"))
                .oldestWait(Duration.ofMinutes(15))
                .arrivals(120)
                .ofOneIncident(10)
                .addReserve(BEN, ANA)
                .rings(rings())
                .addPostponed(Channel.WEB, Channel.EMAIL)
                .build();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatIsWrittenIsReadAgainAndNeverChanges(Example example) throws IOException {
        String text = FORMAT.write(example.value());
        assertEquals(example.value(), FORMAT.read(text, example.type()), text);
        assertEquals(text, FORMAT.write(FORMAT.read(text, example.type())));
        String file = "workforce-" + example.name() + ".json";
        String written = System.getProperty("wire.write");
        if (written != null) {
            Files.writeString(Path.of(written, file), text);
        }
        try (InputStream golden = WorkforceJsonTest.class.getResourceAsStream("/wire/v1/" + file)) {
            assertEquals(new String(golden.readAllBytes(), StandardCharsets.UTF_8), text);
        }
    }

    @Test
    void everyRuleOfTheLibraryHasAForm() {
        for (RosterRule rule : List.of(
                new RosterRule.DailyRest(Duration.ofHours(11)),
                new RosterRule.WeeklyRest(Duration.ofHours(35), 7),
                new RosterRule.AverageHours(Duration.ofHours(48), 17),
                new RosterRule.ContractHours(4),
                new RosterRule.NightWork(
                        LocalTime.of(23, 0), LocalTime.of(6, 0), Duration.ofHours(3), Duration.ofHours(8), 9),
                new RosterRule.BreakAfter(Duration.ofHours(6), Duration.ofMinutes(30)),
                new RosterRule.DatesInARow(6),
                new RosterRule.DatesOffTogether(2, 14),
                new RosterRule.AnnualLeave(28),
                new RosterRule.WithinAvailability())) {
            String text = FORMAT.write(rule);
            assertEquals(rule, FORMAT.read(text, RosterRule.class), text);
        }
        RosterRule own = line -> List.of();
        assertRefused("must have a form: rule must be one of the library", () -> FORMAT.write(own));
    }

    @Test
    void everyModelOfTheLibraryHasAForm() {
        for (StaffingModel model : List.of(
                ErlangA.of(Duration.ofSeconds(90)),
                ErlangB.model(),
                ErlangC.model(),
                BalancedChat.ofPaces("1", "1.70", "2.5"))) {
            String text = FORMAT.write(model);
            assertEquals(model, FORMAT.read(text, StaffingModel.class), text);
        }
        StaffingModel own = (work, agents, threshold) -> ErlangC.model().outlook(work, agents, threshold);
        assertRefused("must have a form: model must be one of the library", () -> FORMAT.write(own));
        assertRefused(
                "type (erlang_d) must be one of [balanced_chat,",
                () -> FORMAT.read("{\"type\": \"erlang_d\"}", StaffingModel.class));
    }

    @Test
    void aRosterIsAFileThatTheReaderOfRostersReads() {
        String text = FORMAT.write(roster());
        RosterReader.Outcome read = RosterReader.of(JsonFormat2.standard()).read("written", text);
        assertEquals(List.of(), read.failures());
        assertEquals(roster(), read.roster());
        assertEquals(List.of(availability()), roster().availabilities());
        assertRefused(
                "/duties/0: field (zone) must be given",
                () -> FORMAT.read(
                        text.replaceFirst("\"zone\" : \"Europe/Berlin\",\\s+\"breaks\"", "\"breaks\""), Roster.class));
    }

    @Test
    void whatIsWrongIsRefusedWithItsPlaceAndRule() {
        assertEquals(
                "/stations/0/pattern",
                assertThrows(
                                JsonFormatException.class,
                                () -> FORMAT.read(
                                        "{\"kind\": \"distributed\", \"stations\": [{\"name\": \"a\", \"people\": 1, \"pattern\": {\"id\": \"x\"}}]}",
                                        CoverageModel.class))
                        .pointer());
        assertRefused("lasts", () -> FORMAT.read("{\"rings\": [{\"lower\": 1}]}", SkillRings.class));
        assertRefused(
                "ring (2) must let in everybody",
                () -> FORMAT.read(
                        "{\"rings\": [{\"lasts\": \"PT1M\", \"lower\": 1}, {\"lasts\": \"PT1M\"}]}", SkillRings.class));
        assertRefused(
                "must be a duration of hours, minutes and seconds",
                () -> FORMAT.read("{\"rings\": [{\"lasts\": \"P1D\"}]}", SkillRings.class));
        assertRefused(
                "must not be there", () -> FORMAT.strict().read("{\"id\": \"x\", \"arivals\": 9}", SurgePlan.class));
        assertRefused("must have a trigger", () -> FORMAT.read("{\"id\": \"x\"}", SurgePlan.class));
        assertRefused(
                "hours must be those of a layer",
                () -> FORMAT.read(
                        FORMAT.write(WEEKLY).replaceFirst("\\}\\s*$", ", \"hours\": {\"type\": \"always\"}}"),
                        Rotation.class));
        ShiftPattern odd = EARLY.withRecurrence(new ShiftPattern.Weekly(
                Map.of(DayOfWeek.MONDAY, List.of(new Hours(LocalTime.of(9, 0, 1), LocalTime.NOON, List.of())))));
        assertRefused("must have the form HH:MM-HH:MM", () -> FORMAT.write(odd));
    }

    @Test
    void numbersKeepEveryDigit() {
        BigDecimal exact = new BigDecimal("0.123456789012345678901234567890");
        Shrinkage written =
                Shrinkage.builder().planned("leave", exact.toString()).build();
        assertEquals(written, FORMAT.read(FORMAT.write(written), Shrinkage.class));
        CapacityRules rules =
                CapacityRules.builder().weigh(WorkState.PAUSED, "0.500000000").build();
        assertEquals(rules, FORMAT.read(FORMAT.write(rules), CapacityRules.class));
    }

    private static void assertRefused(String rule, org.junit.jupiter.api.function.Executable asked) {
        String message =
                String.valueOf(assertThrows(JsonFormatException.class, asked).getMessage());
        assertTrue(message.contains(rule), message);
    }
}

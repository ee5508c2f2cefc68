package dev.customerservice.roles.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.roles.shift.Availability.Absence;
import dev.customerservice.roles.shift.Availability.Preference;
import dev.customerservice.roles.shift.Roster.Duty;
import dev.customerservice.roles.shift.RosterPlan.Opening;
import dev.customerservice.roles.shift.RosterPlan.Unfilled;
import dev.customerservice.roles.shift.RosterRule.AverageHours;
import dev.customerservice.roles.shift.RosterRule.DailyRest;
import dev.customerservice.roles.shift.RosterRule.DatesInARow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RosterPlanTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate MONDAY = LocalDate.of(2025, 10, 6);
    private static final RoleId SUPPORT = RoleId.of("support");
    private static final AgentId ANA = AgentId.of("ana");
    private static final AgentId BEN = AgentId.of("ben");

    private static Opening opening(int date, String hours) {
        return new Opening(SUPPORT, Shift.of(MONDAY.plusDays(date), hours, BERLIN));
    }

    private static RosterPlan.Task.Builder task(int dates, AgentId... people) {
        RosterPlan.Task.Builder task = RosterPlan.Task.builder();
        task.startInclusive(MONDAY).endExclusive(MONDAY.plusDays(dates));
        for (AgentId person : people) {
            task.addPeople(Availability.always(person, BERLIN));
        }
        return task;
    }

    private static Map<AgentId, List<LocalDate>> dates(RosterPlan plan) {
        return plan.roster().duties().stream()
                .collect(Collectors.groupingBy(
                        Duty::person, Collectors.mapping(duty -> duty.shift().date(), Collectors.toList())));
    }

    /** Four weeks around the end of summer time: early, late and night on every date, for twenty people, some away, some part-time. */
    private static RosterPlan.Task fourWeeks() {
        RosterPlan.Task.Builder task = RosterPlan.Task.builder();
        task.startInclusive(MONDAY).endExclusive(MONDAY.plusDays(28));
        for (int date = 0; date < 28; date++) {
            boolean weekend = date % 7 >= 5;
            for (String hours : List.of("06:00-14:30", "14:00-22:30", "22:00-06:30")) {
                int seats = hours.startsWith("22") ? 2 : weekend ? 3 : 5;
                for (int seat = 0; seat < seats; seat++) {
                    Opening open = opening(date, hours);
                    Shift.Break rest = new Shift.Break(Duration.ofMinutes(180 + 30L * seat), Duration.ofMinutes(30));
                    task.addOpening(new Opening(SUPPORT, open.shift().withBreaks(rest)));
                }
            }
        }
        for (int i = 0; i < 20; i++) {
            Availability.Builder person = Availability.builder();
            person.person(AgentId.of("p%02d".formatted(i))).zone(BERLIN).contractedAWeek(Duration.ofHours(40));
            if (i % 5 == 0) {
                person.addAbsence(Absence.dates(MONDAY.plusDays(i), MONDAY.plusDays(i + 5), Absence.Kind.LEAVE));
            }
            if (i % 7 == 3) {
                person.hours(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "05:00-24:00"));
            }
            if (i % 4 == 1) {
                person.addPreference(
                        new Preference(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, "00:00-04:00"), -1));
            }
            task.addPeople(person.build());
        }
        task.addAllRules(RosterRule.europeanUnion()).addRules(new DatesInARow(6));
        return task.build();
    }

    @Test
    @Tag("S1-30")
    void twentyPeopleOverFourWeeksBreakNoRule() {
        RosterPlan.Task task = fourWeeks();
        RosterPlan plan = RosterPlan.fill(task);
        List<RosterRule> rules = new ArrayList<>(task.rules());
        rules.add(new RosterRule.WithinAvailability());
        assertEquals(List.of(), plan.roster().violations(rules, task.startInclusive(), task.endExclusive()));
        assertEquals(
                task.openings().size(),
                plan.roster().duties().size() + plan.unfilled().size());
        System.out.println("four weeks: " + task.openings().size() + " shifts, "
                + plan.unfilled().size()
                + " left, nights "
                + plan.roster()
                        .nights(ShiftPattern.Hours.parse("23:00-06:00"))
                        .balance()
                        .jain()
                + ", weekends " + plan.roster().weekends().balance().jain());
        assertEquals(List.of(), plan.unfilled());
        Interval weeks = new Interval(
                MONDAY.atTime(6, 0).atZone(BERLIN).toInstant(),
                MONDAY.plusDays(28).atStartOfDay(BERLIN).toInstant());
        assertEquals(
                List.of(),
                plan.roster().coverage(Requirement.of(weeks, 1), weeks).gaps());
        assertTrue(plan.roster().weekends().balance().jain().orElseThrow() > 0.7);
    }

    @Test
    @Tag("S1-30")
    void whatNobodyCanTakeIsNamedWithWhatStandsAgainstIt() {
        RosterPlan plan = RosterPlan.fill(task(7, ANA, BEN)
                .addOpenings(opening(0, "14:00-22:00"), opening(0, "14:00-22:00"), opening(1, "06:00-14:00"))
                .addRules(new DailyRest(Duration.ofHours(11)))
                .build());
        assertEquals(2, plan.roster().duties().size());
        Unfilled left = plan.unfilled().get(0);
        assertEquals(1, plan.unfilled().size());
        assertEquals(opening(1, "06:00-14:00"), left.opening());
        assertEquals(List.of(ANA, BEN), List.copyOf(left.obstacles().keySet()));
        assertEquals(
                "daily-rest",
                left.obstacles().getOrDefault(ANA, List.of()).get(0).rule());
    }

    @Test
    void nobodyIsAtTwoPlacesAndRolesAreKept() {
        RoleId lead = RoleId.of("lead");
        Shift day = Shift.of(MONDAY, "09:00-17:00", BERLIN);
        RosterPlan plan = RosterPlan.fill(task(7, ANA, BEN)
                .addOpenings(new Opening(lead, day), new Opening(SUPPORT, day), new Opening(lead, day))
                .mayWork((person, role) -> role.equals(SUPPORT) || person.equals(BEN))
                .build());
        assertEquals(
                Set.of(new Duty(BEN, lead, day), new Duty(ANA, SUPPORT, day)),
                Set.copyOf(plan.roster().duties()));
        assertEquals(Set.of(BEN), plan.unfilled().get(0).obstacles().keySet());
        RosterPlan none = RosterPlan.fill(task(7, ANA)
                .addOpenings(opening(0, "09:00-17:00"))
                .mayWork((person, role) -> false)
                .build());
        assertEquals(Map.of(), none.unfilled().get(0).obstacles());
    }

    @Test
    void wishesComeBeforeEvenLoads() {
        Availability ana = Availability.builder()
                .person(ANA)
                .zone(BERLIN)
                .addPreference(new Preference(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "06:00-12:00"), 1))
                .build();
        RosterPlan plan = RosterPlan.fill(RosterPlan.Task.builder()
                .startInclusive(MONDAY)
                .endExclusive(MONDAY.plusDays(7))
                .addPeople(ana, Availability.always(BEN, BERLIN))
                .addOpenings(
                        opening(0, "14:00-22:00"),
                        opening(0, "06:00-14:00"),
                        opening(1, "06:00-14:00"),
                        opening(2, "14:00-22:00"))
                .build());
        assertEquals(
                Map.of(
                        ANA, List.of(MONDAY, MONDAY.plusDays(1)),
                        BEN, List.of(MONDAY, MONDAY.plusDays(2))),
                dates(plan));
        assertEquals(
                LocalTime.of(6, 0),
                plan.roster().shifts(ANA).get(0).startInclusive().toLocalTime());
    }

    @Test
    void loadsAreEvenAgainstTheContract() {
        Availability half = Availability.always(ANA, BERLIN).withContractedAWeek(Duration.ofHours(20));
        RosterPlan plan = RosterPlan.fill(RosterPlan.Task.builder()
                .startInclusive(MONDAY)
                .endExclusive(MONDAY.plusDays(14))
                .addPeople(half, Availability.always(BEN, BERLIN))
                .addAllOpenings(IntStream.range(0, 9)
                        .mapToObj(date -> opening(date, "09:00-17:00"))
                        .toList())
                .build());
        assertEquals(3, plan.roster().shifts(ANA).size());
        assertEquals(6, plan.roster().shifts(BEN).size());
    }

    @Test
    void nightsGoToWhoHadFewest() {
        RosterPlan plan = RosterPlan.fill(task(14, ANA, BEN, AgentId.of("chi"))
                .addAllOpenings(IntStream.range(0, 9)
                        .mapToObj(date -> opening(date, "22:00-06:00"))
                        .toList())
                .build());
        assertEquals(
                1.0,
                plan.roster()
                        .nights(ShiftPattern.Hours.parse("23:00-06:00"))
                        .balance()
                        .jain()
                        .orElseThrow(),
                1e-12);
    }

    /** Ana had a night on a weekend, Ben one in the week and a few hours more; then comes one shift more. */
    private static AgentId whoGets(Opening last) {
        Availability ana = Availability.builder()
                .from(Availability.always(ANA, BERLIN))
                .addAbsence(Absence.dates(MONDAY.plusDays(7), MONDAY.plusDays(10), Absence.Kind.OTHER))
                .build();
        Availability ben = Availability.builder()
                .from(Availability.always(BEN, BERLIN))
                .addAbsence(Absence.dates(MONDAY.plusDays(5), MONDAY.plusDays(7), Absence.Kind.OTHER))
                .build();
        return RosterPlan.fill(RosterPlan.Task.builder()
                        .startInclusive(MONDAY)
                        .endExclusive(MONDAY.plusDays(21))
                        .addPeople(ana, ben)
                        .addOpenings(opening(5, "22:00-06:00"), opening(7, "22:00-06:00"), opening(9, "09:00-13:00"))
                        .addOpenings(last)
                        .build())
                .roster()
                .duties()
                .stream()
                .filter(duty -> duty.shift().equals(last.shift()))
                .map(Duty::person)
                .collect(Collectors.toList())
                .get(0);
    }

    @Test
    void aNightOnAWeekendCountsAsBothAndOnlyAgainstSuchShifts() {
        assertEquals(BEN, whoGets(opening(14, "22:00-06:00")));
        assertEquals(BEN, whoGets(opening(19, "09:00-17:00")));
        assertEquals(ANA, whoGets(opening(14, "09:00-17:00")));
    }

    @Test
    void aShiftThatIsLeftPushesOthersAlong() {
        Availability ben = Availability.always(BEN, BERLIN)
                .withHours(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.MONDAY, "00:00-24:00"));
        Availability ana = Availability.builder()
                .from(Availability.always(ANA, BERLIN))
                .addPreference(new Preference(WeeklyHours.of(DayOfWeek.MONDAY, "09:00-17:00"), 5))
                .build();
        RosterPlan plan = RosterPlan.fill(RosterPlan.Task.builder()
                .startInclusive(MONDAY)
                .endExclusive(MONDAY.plusDays(7))
                .addPeople(ana, ben)
                .addOpenings(opening(0, "09:00-17:00"), opening(1, "09:00-17:00"))
                .addRules(new DatesInARow(1))
                .build());
        assertEquals(List.of(), plan.unfilled());
        assertEquals(Map.of(ANA, List.of(MONDAY.plusDays(1)), BEN, List.of(MONDAY)), dates(plan));
    }

    @Test
    void nobodyWorksInAnAbsenceBeforeThePeriodOnTheOwnClock() {
        ZoneId newYork = ZoneId.of("America/New_York");
        Availability away = Availability.builder()
                .from(Availability.always(ANA, newYork))
                .addAbsence(Absence.dates(MONDAY.minusDays(1), MONDAY, Absence.Kind.LEAVE))
                .build();
        RosterPlan.Task.Builder night = RosterPlan.Task.builder()
                .startInclusive(MONDAY)
                .endExclusive(MONDAY.plusDays(7))
                .addPeople(away)
                .addOpenings(opening(0, "00:00-06:00"));
        RosterPlan plan = RosterPlan.fill(night.build());
        assertEquals(List.of(), plan.roster().duties());
        assertEquals(
                List.of("availability"),
                Objects.requireNonNull(plan.unfilled().get(0).obstacles().get(ANA)).stream()
                        .map(RosterRule.Violation::rule)
                        .toList());
        RosterPlan twice = RosterPlan.fill(RosterPlan.Task.builder()
                .startInclusive(MONDAY)
                .endExclusive(MONDAY.plusDays(7))
                .addPeople(Availability.always(ANA, newYork))
                .addOpenings(opening(0, "00:00-06:00"), opening(0, "01:00-05:00"))
                .addOpenings(opening(30, "09:00-17:00"), opening(30, "10:00-16:00"))
                .build());
        assertEquals(2, twice.roster().duties().size(), "nobody is at two places, in the period or beyond it");
    }

    @Test
    void whatStandsAgainstAPersonIsWhatTheShiftWouldBreak() {
        RosterPlan plan = RosterPlan.fill(RosterPlan.Task.builder()
                .startInclusive(LocalDate.of(2025, 1, 1))
                .endExclusive(LocalDate.of(2026, 1, 1))
                .addPeople(Availability.always(ANA, BERLIN))
                .addOpenings(opening(0, "09:00-17:00"), opening(0, "10:00-18:00"))
                .addRules(new RosterRule.AnnualLeave(28))
                .build());
        assertEquals(1, plan.roster().duties().size());
        assertEquals(
                List.of("daily-rest"),
                Objects.requireNonNull(plan.unfilled().get(0).obstacles().get(ANA)).stream()
                        .map(RosterRule.Violation::rule)
                        .toList());
    }

    @Test
    void noShiftIsLeftThatSomebodyCouldTake() {
        List<String> hours = List.of("06:00-10:00", "06:00-14:00", "12:00-16:00", "14:00-22:00", "22:00-06:00");
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            RosterPlan.Task.Builder task = task(7);
            for (int i = 0; i < 3; i++) {
                task.addPeople(Availability.builder()
                        .person(AgentId.of("p" + i))
                        .zone(BERLIN)
                        .hours(WeeklyHours.of(
                                DayOfWeek.of(1 + random.nextInt(3)),
                                DayOfWeek.of(4 + random.nextInt(4)),
                                "00:00-24:00"))
                        .build());
            }
            for (int i = 0; i < 9; i++) {
                task.addOpening(opening(random.nextInt(6), hours.get(random.nextInt(hours.size()))));
            }
            task.addRules(new DailyRest(Duration.ofHours(11)), new AverageHours(Duration.ofHours(20), 1));
            RosterPlan plan = RosterPlan.fill(task.build());
            for (Unfilled left : plan.unfilled()) {
                left.obstacles()
                        .forEach((person, broken) ->
                                assertTrue(!broken.isEmpty(), () -> person + " could take " + left.opening()));
            }
            assertEquals(9, plan.unfilled().size() + plan.roster().duties().size());
        }
    }

    /** Each of the people can do a date and the one before it, has room for one shift and would rather do the earlier. */
    private static RosterPlan chain(int length) {
        RosterPlan.Task.Builder task = RosterPlan.Task.builder();
        task.startInclusive(MONDAY).endExclusive(MONDAY.plusDays(7)).addRules(new AverageHours(Duration.ofHours(8), 1));
        for (int i = 0; i < length; i++) {
            DayOfWeek own = DayOfWeek.of(i + 1);
            DayOfWeek before = i == 0 ? own : own.minus(1);
            task.addOpening(opening(i, "09:00-17:00"));
            task.addPeople(Availability.builder()
                    .person(AgentId.of("p" + i))
                    .zone(BERLIN)
                    .hours(WeeklyHours.of(before, own, "09:00-17:00"))
                    .addPreference(new Preference(WeeklyHours.of(before, "09:00-17:00"), i))
                    .build());
        }
        return RosterPlan.fill(task.build());
    }

    @Test
    void oneShiftPushesAnotherAndThatAThird() {
        for (int length = 2; length <= 4; length++) {
            RosterPlan plan = chain(length);
            assertEquals(List.of(), plan.unfilled(), length + " people");
            assertEquals(length, plan.roster().people().size());
            assertEquals(
                    List.of(),
                    plan.roster()
                            .violations(
                                    List.of(
                                            new AverageHours(Duration.ofHours(8), 1),
                                            new RosterRule.WithinAvailability()),
                                    MONDAY,
                                    MONDAY.plusDays(7)));
        }
    }

    @Test
    void noShiftGetsLostWhereTooManyWouldHaveToMove() {
        for (int length = 5; length <= 7; length++) {
            RosterPlan plan = chain(length);
            assertEquals(length, plan.roster().duties().size() + plan.unfilled().size());
        }
    }

    @Test
    void whatIsLeftIsListedByWhenItBegins() {
        RosterPlan plan = RosterPlan.fill(RosterPlan.Task.builder()
                .startInclusive(MONDAY)
                .endExclusive(MONDAY.plusDays(7))
                .addOpenings(opening(1, "09:00-17:00"), opening(0, "14:00-22:00"), opening(0, "06:00-14:00"))
                .build());
        assertEquals(
                List.of(opening(0, "06:00-14:00"), opening(0, "14:00-22:00"), opening(1, "09:00-17:00")),
                plan.unfilled().stream().map(Unfilled::opening).toList());
        assertEquals(List.of(), plan.roster().duties());
    }

    @Test
    void twoShiftsOnADateGoToOnePersonWhereRulesAllow() {
        RosterPlan plan = RosterPlan.fill(task(7, ANA)
                .addOpenings(opening(0, "08:00-12:00"), opening(0, "14:00-18:00"))
                .build());
        assertEquals(List.of(), plan.unfilled());
        assertEquals(List.of(), RosterPlan.fill(task(7, ANA).build()).roster().duties());
        assertThrows(IllegalArgumentException.class, () -> task(-1, ANA).build());
    }
}

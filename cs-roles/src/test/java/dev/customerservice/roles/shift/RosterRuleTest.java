package dev.customerservice.roles.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.shift.Availability.Absence;
import dev.customerservice.roles.shift.Availability.Absence.Kind;
import dev.customerservice.roles.shift.RosterRule.AnnualLeave;
import dev.customerservice.roles.shift.RosterRule.AverageHours;
import dev.customerservice.roles.shift.RosterRule.BreakAfter;
import dev.customerservice.roles.shift.RosterRule.ContractHours;
import dev.customerservice.roles.shift.RosterRule.DailyRest;
import dev.customerservice.roles.shift.RosterRule.DatesInARow;
import dev.customerservice.roles.shift.RosterRule.DatesOffTogether;
import dev.customerservice.roles.shift.RosterRule.Line;
import dev.customerservice.roles.shift.RosterRule.NightWork;
import dev.customerservice.roles.shift.RosterRule.Violation;
import dev.customerservice.roles.shift.RosterRule.WeeklyRest;
import dev.customerservice.roles.shift.RosterRule.WithinAvailability;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RosterRuleTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate MONDAY = LocalDate.of(2025, 6, 2);
    private static final Availability ANA = Availability.always(AgentId.of("ana"), BERLIN);

    private static Shift on(int date, String hours) {
        return Shift.of(MONDAY.plusDays(date), hours, BERLIN);
    }

    private static Line line(int dates, Shift... shifts) {
        return new Line(ANA, List.of(shifts), MONDAY, MONDAY.plusDays(dates));
    }

    private static List<Shift> daily(int first, int last, String hours) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(date -> on(date, hours))
                .toList();
    }

    private static Line line(Availability who, int dates, List<Shift> shifts) {
        return new Line(who, shifts, MONDAY, MONDAY.plusDays(dates));
    }

    private static Interval dates(int first, int end) {
        return new Interval(
                MONDAY.plusDays(first).atStartOfDay(BERLIN).toInstant(),
                MONDAY.plusDays(end).atStartOfDay(BERLIN).toInstant());
    }

    private static List<Duration> found(List<Violation> violations) {
        return violations.stream()
                .map(violation -> ((Detail.Span) violation.found()).value())
                .toList();
    }

    @Test
    void dailyRestIsMeasuredFromTheLatestEnd() {
        DailyRest rest = new DailyRest(Duration.ofHours(11));
        assertEquals(List.of(), rest.check(line(7, on(0, "09:00-20:00"), on(1, "07:00-15:00"))));
        List<Violation> short1 = rest.check(line(7, on(0, "09:00-20:00"), on(1, "06:59-15:00")));
        assertEquals(List.of(Duration.ofMinutes(659)), found(short1));
        assertEquals("daily-rest", short1.get(0).rule());
        assertEquals(new Detail.Span(Duration.ofHours(11)), short1.get(0).limit());
        assertEquals(on(0, "20:00-06:59").interval(), short1.get(0).during());
        Line nested = line(7, on(0, "06:00-20:00"), on(0, "08:00-10:00"), on(1, "00:00-04:00"));
        assertEquals(List.of(Duration.ofHours(-12), Duration.ofHours(4)), found(rest.check(nested)));
        assertEquals(on(0, "08:00-10:00").interval(), rest.check(nested).get(0).during());
        Line overlap = line(7, on(0, "06:00-12:00"), on(0, "11:00-15:00"));
        assertEquals(on(0, "11:00-12:00").interval(), rest.check(overlap).get(0).during());
    }

    @Test
    void restBeforeThePeriodCountsForItsFirstShift() {
        DailyRest rest = new DailyRest(Duration.ofHours(11));
        assertEquals(
                1,
                rest.check(line(7, on(-1, "14:00-23:00"), on(0, "08:00-16:00"))).size());
        assertEquals(
                0,
                rest.check(line(7, on(-2, "14:00-23:00"), on(-1, "08:00-16:00")))
                        .size());
        assertEquals(
                0,
                rest.check(line(7, on(6, "14:00-23:00"), on(7, "08:00-16:00"))).size());
        assertEquals(0, rest.check(line(7, on(0, "14:00-23:00"))).size());
        Shift swallowed = Shift.of(LocalDate.of(2025, 3, 30), "02:00-03:00", BERLIN);
        Line spring = new Line(
                ANA,
                List.of(swallowed, Shift.of(LocalDate.of(2025, 3, 30), "04:00-06:00", BERLIN)),
                LocalDate.of(2025, 3, 24),
                LocalDate.of(2025, 3, 31));
        assertEquals(List.of(), rest.check(spring));
    }

    @Test
    void eachWeekHasALongRest() {
        WeeklyRest rest = new WeeklyRest(Duration.ofHours(35), 7);
        assertEquals(List.of(), rest.check(line(ANA, 7, daily(0, 4, "09:00-17:00"))));
        List<Violation> none = rest.check(line(ANA, 16, daily(0, 13, "09:00-17:00")));
        assertEquals(
                List.of(dates(0, 7), dates(7, 14)),
                none.stream().map(Violation::during).toList());
        assertEquals(List.of(Duration.ofHours(16), Duration.ofHours(16)), found(none));
        assertEquals("weekly-rest", none.get(0).rule());
        List<Shift> exactly = new ArrayList<>(daily(0, 4, "09:00-22:00"));
        exactly.add(on(6, "09:00-17:00"));
        assertEquals(List.of(), rest.check(line(ANA, 7, exactly)));
        exactly.set(5, on(6, "08:59-17:00"));
        assertEquals(List.of(Duration.ofMinutes(35 * 60 - 1)), found(rest.check(line(ANA, 7, exactly))));
        assertEquals(List.of(), rest.check(line(7)));
        assertThrows(IllegalArgumentException.class, () -> new WeeklyRest(Duration.ofHours(35), 0));
    }

    @Test
    void theAverageRunsOverAReferencePeriodThatMoves() {
        AverageHours rule = new AverageHours(Duration.ofDays(2), 2);
        assertEquals(List.of(), rule.check(line(ANA, 14, daily(0, 5, "08:00-24:00"))));
        List<Shift> tooMuch = new ArrayList<>(daily(0, 5, "08:00-24:00"));
        tooMuch.add(on(7, "08:00-09:00"));
        List<Violation> found = rule.check(line(ANA, 21, tooMuch));
        assertEquals(
                List.of(dates(0, 14)), found.stream().map(Violation::during).toList());
        assertEquals(List.of(Duration.ofMinutes(97 * 30)), found(found));
        assertEquals("average-hours", found.get(0).rule());
        List<Violation> later = rule.check(line(ANA, 21, daily(8, 14, "08:00-24:00")));
        assertEquals(
                List.of(dates(7, 21)), later.stream().map(Violation::during).toList());
        assertEquals(1, rule.check(line(ANA, 7, daily(0, 3, "08:00-24:00"))).size());
        assertEquals(0, rule.check(line(ANA, 7, daily(0, 2, "08:00-24:00"))).size());
        assertThrows(IllegalArgumentException.class, () -> new AverageHours(Duration.ofDays(2), 0));
    }

    @Test
    void leaveAndSicknessAreNeutralForTheAverage() {
        AverageHours rule = new AverageHours(Duration.ofDays(2), 2);
        Availability away = Availability.builder()
                .from(ANA)
                .addAbsence(Absence.dates(MONDAY.plusDays(7), MONDAY.plusDays(14), Kind.LEAVE))
                .build();
        assertEquals(1, rule.check(line(away, 14, daily(0, 3, "08:00-24:00"))).size());
        assertEquals(0, rule.check(line(ANA, 14, daily(0, 3, "08:00-24:00"))).size());
        Availability trained = Availability.builder()
                .from(ANA)
                .addAbsence(Absence.dates(MONDAY.plusDays(7), MONDAY.plusDays(14), Kind.TRAINING))
                .build();
        assertEquals(
                0, rule.check(line(trained, 14, daily(0, 3, "08:00-24:00"))).size());
        Availability gone = Availability.builder()
                .from(ANA)
                .addAbsence(
                        new Absence(MONDAY.atTime(12, 0), MONDAY.plusDays(14).atTime(12, 0), Kind.SICKNESS))
                .build();
        assertEquals(List.of(), rule.check(line(gone, 14, daily(0, 13, "08:00-24:00"))));
    }

    @Test
    void aContractIsAnAverageOfOnesOwn() {
        ContractHours rule = new ContractHours(1);
        Availability part = ANA.withContractedAWeek(Duration.ofHours(24));
        assertEquals(List.of(), rule.check(line(part, 7, daily(0, 2, "09:00-17:00"))));
        List<Violation> found = rule.check(line(part, 7, daily(0, 3, "09:00-17:00")));
        assertEquals(List.of(Duration.ofHours(32)), found(found));
        assertEquals("contract-hours", found.get(0).rule());
        assertEquals(List.of(), rule.check(line(ANA, 7, daily(0, 6, "09:00-17:00"))));
        assertThrows(IllegalArgumentException.class, () -> new ContractHours(0));
    }

    @Test
    void theNightIsThatOfThePersonWhereverTheShiftWasWritten() {
        NightWork rule =
                new NightWork(LocalTime.MIDNIGHT, LocalTime.of(5, 0), Duration.ofHours(3), Duration.ofHours(8), 1);
        Availability manila = Availability.always(AgentId.of("ana"), ZoneId.of("Asia/Manila"));
        List<Shift> evenings = daily(0, 5, "14:00-23:00"); // 20:00 to 05:00 in Manila
        assertEquals(List.of(), rule.check(line(ANA, 7, evenings)));
        assertEquals(List.of(Duration.ofHours(9)), found(rule.check(line(manila, 7, evenings))));
        List<Shift> nights = daily(0, 5, "22:00-07:00"); // 04:00 to 13:00 in Manila
        assertEquals(1, rule.check(line(ANA, 7, nights)).size());
        assertEquals(List.of(), rule.check(line(manila, 7, nights)));
    }

    @Test
    void nightWorkIsAveragedOverSixOfSevenDates() {
        NightWork rule =
                new NightWork(LocalTime.MIDNIGHT, LocalTime.of(5, 0), Duration.ofHours(3), Duration.ofHours(8), 1);
        assertEquals(List.of(), rule.check(line(ANA, 7, daily(0, 3, "19:00-07:00"))));
        List<Shift> more = new ArrayList<>(daily(0, 3, "19:00-07:00"));
        more.add(on(5, "12:00-13:00"));
        List<Violation> found = rule.check(line(ANA, 7, more));
        assertEquals(List.of(Duration.ofMinutes(490)), found(found));
        assertEquals("night-work", found.get(0).rule());
        assertEquals(dates(0, 7), found.get(0).during());
        assertEquals(List.of(), rule.check(line(ANA, 7, daily(0, 6, "06:00-20:00"))));
        assertEquals(List.of(), rule.check(line(ANA, 7, daily(0, 6, "14:00-02:59"))));
        assertEquals(1, rule.check(line(ANA, 7, daily(0, 5, "14:00-03:00"))).size());
        assertThrows(
                IllegalArgumentException.class,
                () -> new NightWork(LocalTime.MIDNIGHT, LocalTime.NOON, Duration.ZERO, Duration.ZERO, 0));
    }

    @Test
    void aLongShiftHasABreak() {
        BreakAfter any = new BreakAfter(Duration.ofHours(6), Duration.ZERO);
        Shift nine = on(0, "09:00-17:00");
        Shift rested = nine.withBreaks(new Shift.Break(Duration.ofHours(4), Duration.ofMinutes(10)));
        assertEquals(List.of(Duration.ZERO), found(any.check(line(7, nine))));
        assertEquals("break", any.check(line(7, nine)).get(0).rule());
        assertEquals(nine.interval(), any.check(line(7, nine)).get(0).during());
        assertEquals(List.of(), any.check(line(7, rested)));
        assertEquals(List.of(), any.check(line(7, on(0, "09:00-15:00"))));
        assertEquals(List.of(), any.check(line(7, on(7, "09:00-17:00"))));
        BreakAfter half = new BreakAfter(Duration.ofHours(6), Duration.ofMinutes(30));
        assertEquals(List.of(Duration.ofMinutes(10)), found(half.check(line(7, rested))));
        Shift longer = nine.withBreaks(new Shift.Break(Duration.ofHours(4), Duration.ofMinutes(30)));
        assertEquals(List.of(), half.check(line(7, longer)));
    }

    @Test
    void datesInARowAreCounted() {
        DatesInARow rule = new DatesInARow(6);
        assertEquals(List.of(), rule.check(line(ANA, 14, daily(0, 5, "09:00-17:00"))));
        List<Violation> seven = rule.check(line(ANA, 14, daily(-2, 4, "09:00-17:00")));
        assertEquals(
                List.of(dates(-2, 5)), seven.stream().map(Violation::during).toList());
        assertEquals(Detail.count(7, "dates"), seven.get(0).found());
        assertEquals(Detail.count(6, "dates"), seven.get(0).limit());
        assertEquals("dates-in-a-row", seven.get(0).rule());
        List<Shift> twice = new ArrayList<>(daily(0, 6, "09:00-17:00"));
        twice.addAll(daily(8, 14, "09:00-17:00"));
        assertEquals(2, rule.check(line(ANA, 21, twice)).size());
        assertEquals(List.of(), rule.check(line(ANA, 21, List.of())));
        assertEquals(List.of(), rule.check(line(ANA, 14, daily(-7, -1, "09:00-17:00"))));
        assertEquals(List.of(), rule.check(line(ANA, 14, daily(14, 20, "09:00-17:00"))));
        assertEquals(1, rule.check(line(ANA, 14, daily(13, 20, "09:00-17:00"))).size());
        assertEquals(1, rule.check(line(ANA, 14, daily(-7, 0, "09:00-17:00"))).size());
        assertThrows(IllegalArgumentException.class, () -> new DatesInARow(0));
    }

    @Test
    void aShiftThatAClockChangeTakesAwayIsNoDateWorked() {
        LocalDate spring = LocalDate.of(2025, 3, 30);
        List<Shift> shifts = new ArrayList<>();
        for (int date = -2; date <= 2; date++) {
            shifts.add(Shift.of(spring.plusDays(date), date == 0 ? "02:00-03:00" : "09:00-17:00", BERLIN));
        }
        Line line = new Line(ANA, shifts, spring.minusDays(3), spring.plusDays(4));
        assertEquals(List.of(), new DatesInARow(2).check(line));
        assertEquals(2, new DatesInARow(1).check(line).size());
    }

    @Test
    void whoWorksAtNightInOneReferencePeriodDoesNotInAnother() {
        NightWork rule =
                new NightWork(LocalTime.MIDNIGHT, LocalTime.of(5, 0), Duration.ofHours(3), Duration.ofHours(8), 1);
        List<Shift> longDays = new ArrayList<>(daily(0, 5, "08:00-18:00"));
        longDays.add(on(8, "22:00-06:00"));
        assertEquals(List.of(), rule.check(line(ANA, 14, longDays)));
        longDays.add(on(6, "22:00-06:00"));
        assertEquals(
                List.of(dates(0, 7)),
                rule.check(line(ANA, 14, longDays)).stream()
                        .map(Violation::during)
                        .toList());
    }

    @Test
    void noReferencePeriodBeginsWhereAWholeOneHasNoRoom() {
        AverageHours rule = new AverageHours(Duration.ofHours(40), 2);
        List<Shift> hardWeek = daily(14, 19, "08:00-18:00");
        assertEquals(List.of(), rule.check(line(ANA, 21, hardWeek)));
        assertEquals(
                1,
                new AverageHours(Duration.ofHours(40), 1)
                        .check(line(ANA, 21, hardWeek))
                        .size());
    }

    @Test
    void datesOffAreTogether() {
        DatesOffTogether rule = new DatesOffTogether(2, 7);
        assertEquals(List.of(), rule.check(line(ANA, 7, daily(0, 4, "09:00-17:00"))));
        List<Shift> split = new ArrayList<>(daily(0, 2, "09:00-17:00"));
        split.addAll(daily(4, 5, "09:00-17:00"));
        List<Violation> found = rule.check(line(ANA, 15, split));
        assertEquals(List.of(dates(0, 7)), found.stream().map(Violation::during).toList());
        assertEquals(Detail.count(1, "dates"), found.get(0).found());
        assertEquals("dates-off-together", found.get(0).rule());
        assertEquals(1, rule.check(line(ANA, 7, daily(0, 4, "16:00-02:00"))).size());
        assertEquals(0, rule.check(line(ANA, 7, daily(0, 4, "16:00-24:00"))).size());
        assertThrows(IllegalArgumentException.class, () -> new DatesOffTogether(2, 0));
    }

    @Test
    void aYearHasItsLeave() {
        AnnualLeave rule = new AnnualLeave(28);
        LocalDate january = LocalDate.of(2025, 1, 1);
        Availability rested = Availability.builder()
                .from(ANA)
                .addAbsence(Absence.dates(LocalDate.of(2025, 7, 1), LocalDate.of(2025, 7, 29), Kind.LEAVE))
                .addAbsence(Absence.dates(LocalDate.of(2025, 9, 1), LocalDate.of(2025, 9, 11), Kind.SICKNESS))
                .build();
        assertEquals(List.of(), rule.check(new Line(rested, List.of(), january, january.plusYears(1))));
        List<Violation> found = rule.check(new Line(rested, List.of(), january.minusDays(9), january.plusYears(2)));
        assertEquals(1, found.size());
        assertEquals(Detail.count(0, "dates"), found.get(0).found());
        assertEquals("annual-leave", found.get(0).rule());
        assertEquals(
                LocalDate.of(2026, 1, 1).atStartOfDay(BERLIN).toInstant(),
                found.get(0).during().startInclusive());
        assertEquals(List.of(), rule.check(new Line(ANA, List.of(), january, LocalDate.of(2025, 12, 31))));
        assertEquals(
                1,
                new AnnualLeave(29)
                        .check(new Line(rested, List.of(), january, january.plusYears(1)))
                        .size());
    }

    @Test
    void workOutsideAvailabilityIsMeasured() {
        Availability mornings = ANA.withHours(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00-12:00"));
        WithinAvailability rule = new WithinAvailability();
        assertEquals(List.of(), rule.check(line(mornings, 7, List.of(on(0, "08:00-12:00")))));
        List<Violation> found = rule.check(
                line(mornings, 7, List.of(on(0, "07:30-13:00"), on(5, "08:00-12:00"), on(7, "14:00-15:00"))));
        assertEquals(List.of(Duration.ofMinutes(90), Duration.ofHours(4)), found(found));
        assertEquals("availability", found.get(0).rule());
        assertEquals(on(0, "07:30-13:00").interval(), found.get(0).during());
        Shift noon = on(0, "08:00-12:30").withBreaks(new Shift.Break(Duration.ofHours(4), Duration.ofMinutes(30)));
        assertEquals(List.of(), rule.check(line(mornings, 7, List.of(noon))));
    }

    @Test
    void theUnionsRulesAreTheFiguresOfItsDirective() {
        assertEquals(
                List.of(
                        new DailyRest(Duration.ofHours(11)),
                        new WeeklyRest(Duration.ofHours(35), 7),
                        new AverageHours(Duration.ofHours(48), 17),
                        new NightWork(
                                LocalTime.MIDNIGHT, LocalTime.of(5, 0), Duration.ofHours(3), Duration.ofHours(8), 17),
                        new BreakAfter(Duration.ofHours(6), Duration.ZERO),
                        new AnnualLeave(28)),
                RosterRule.europeanUnion());
        List<Shift> office = new ArrayList<>();
        for (int week = 0; week < 20; week++) {
            daily(7 * week, 7 * week + 4, "09:00-17:30")
                    .forEach(shift ->
                            office.add(shift.withBreaks(new Shift.Break(Duration.ofHours(4), Duration.ofMinutes(30)))));
        }
        assertTrue(RosterRule.europeanUnion().stream()
                .allMatch(rule -> rule.check(line(ANA, 140, office)).isEmpty()));
    }
}

package dev.customerservice.roles.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import dev.customerservice.roles.shift.Availability.Absence;
import dev.customerservice.roles.shift.Availability.Absence.Kind;
import dev.customerservice.roles.shift.Availability.Preference;
import dev.customerservice.roles.shift.Roster.Duty;
import dev.customerservice.roles.shift.RosterRule.DailyRest;
import dev.customerservice.roles.shift.RosterRule.Violation;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RosterTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate MONDAY = LocalDate.of(2025, 6, 2);
    private static final RoleId SUPPORT = RoleId.of("support");
    private static final RoleId LEAD = RoleId.of("lead");
    private static final AgentId ANA = AgentId.of("ana");
    private static final AgentId BEN = AgentId.of("ben");
    private static final AgentId CHI = AgentId.of("chi");
    private static final Shift DAY = Shift.of(MONDAY, "09:00-17:00", BERLIN)
            .withBreaks(new Shift.Break(Duration.ofHours(3), Duration.ofMinutes(30)));
    private static final Shift LATE = Shift.of(MONDAY, "14:00-22:00", BERLIN);
    private static final Roster ROSTER =
            Roster.of(new Duty(BEN, SUPPORT, LATE), new Duty(ANA, SUPPORT, DAY), new Duty(CHI, LEAD, DAY));

    private static Instant at(String local) {
        return MONDAY.atTime(LocalTime.parse(local)).atZone(BERLIN).toInstant();
    }

    @Test
    @Tag("S1-30")
    void onDutyIsWhoHasAShiftAndNoBreak() {
        assertEquals(Set.of(ANA), ROSTER.agents(SUPPORT, at("09:00")));
        assertEquals(Set.of(), ROSTER.agents(SUPPORT, at("12:00")));
        assertEquals(List.of(ANA, BEN), List.copyOf(ROSTER.agents(SUPPORT, at("14:00"))));
        assertEquals(Set.of(BEN), ROSTER.agents(SUPPORT, at("17:00")));
        assertEquals(Set.of(), ROSTER.agents(SUPPORT, at("22:00")));
        assertEquals(Set.of(), ROSTER.agents(RoleId.of("nobody"), at("14:00")));
        assertEquals(List.of(ANA, BEN, CHI), List.copyOf(ROSTER.onDutyAt(at("14:00"))));
    }

    @Test
    @Tag("S1-30")
    void whoIsAbsentIsNotOnDuty() {
        Availability ana = Availability.builder()
                .person(ANA)
                .zone(BERLIN)
                .addAbsence(new Absence(MONDAY.atTime(13, 0), MONDAY.atTime(15, 0), Kind.TRAINING))
                .build();
        Roster roster = ROSTER.withPeople(List.of(ana, Availability.always(AgentId.of("dan"), BERLIN)));
        assertEquals(Set.of(BEN), roster.agents(SUPPORT, at("14:00")));
        assertEquals(Set.of(ANA, BEN), roster.agents(SUPPORT, at("15:00")));
        assertEquals(
                IntervalSet.of(
                        new Interval(at("09:00"), at("12:00")),
                        new Interval(at("12:30"), at("13:00")),
                        new Interval(at("15:00"), at("17:00"))),
                roster.present(ANA));
        assertEquals(4, roster.people().size());
        assertEquals(List.of(ana, Availability.always(AgentId.of("dan"), BERLIN)), roster.availabilities());
        assertEquals(IntervalSet.empty(), roster.present(AgentId.of("dan")));
        assertThrows(IllegalArgumentException.class, () -> ROSTER.withPeople(List.of(ana, ana)));
    }

    @Test
    void dutiesAreAddedAndLeftOut() {
        Roster more = ROSTER.with(BEN, LEAD, DAY);
        assertEquals(List.of(DAY, LATE), more.shifts(BEN));
        assertEquals(4, more.duties().size());
        assertEquals(
                ROSTER,
                more.filter(duty -> !(duty.person().equals(BEN) && duty.role().equals(LEAD))));
        assertEquals(
                IntervalSet.of(new Interval(at("09:00"), at("12:00")), new Interval(at("12:30"), at("22:00"))),
                more.present(BEN));
        assertNotEquals(ROSTER, more);
    }

    @Test
    void theOrderOfDutiesDoesNotMatter() {
        Roster turned = Roster.of(new Duty(CHI, LEAD, DAY), new Duty(ANA, SUPPORT, DAY), new Duty(BEN, SUPPORT, LATE));
        assertEquals(ROSTER, turned);
        assertEquals(ROSTER.hashCode(), turned.hashCode());
        assertNotEquals(ROSTER, ROSTER.withPeople(List.of(Availability.always(ANA, BERLIN))));
        assertNotEquals(ROSTER, "roster");
        assertEquals("3 people, 3 duties", ROSTER.toString());
    }

    @Test
    void burdensAreComparedBetweenPeople() {
        LocalDate saturday = MONDAY.plusDays(5);
        Roster roster = Roster.of(
                        new Duty(ANA, SUPPORT, Shift.of(saturday, "22:00-06:00", BERLIN)),
                        new Duty(BEN, SUPPORT, Shift.of(MONDAY, "22:00-06:00", BERLIN)),
                        new Duty(BEN, SUPPORT, DAY))
                .withPeople(List.of(Availability.always(CHI, BERLIN)));
        assertEquals(
                Map.of(ANA, Duration.ofHours(8), BEN, Duration.ofMinutes(930), CHI, Duration.ZERO),
                roster.worked().time());
        Roster.Burden nights = roster.nights(ShiftPattern.Hours.parse("23:00-06:00"));
        assertEquals(Map.of(ANA, Duration.ofHours(7), BEN, Duration.ofHours(7), CHI, Duration.ZERO), nights.time());
        assertEquals(2 / 3.0, nights.balance().jain().orElseThrow(), 1e-12);
        assertEquals(
                Map.of(ANA, Duration.ofHours(8), BEN, Duration.ZERO, CHI, Duration.ZERO),
                roster.weekends().time());
        assertEquals(OptionalDouble.of(3), roster.weekends().balance().maxToMean());
        assertEquals(
                List.of(ANA, BEN, CHI), List.copyOf(roster.weekends().time().keySet()));
        assertTrue(Roster.of().worked().balance().jain().isEmpty());
    }

    @Test
    void oneFindingHidesNoOther() {
        Roster roster = Roster.of(
                new Duty(ANA, SUPPORT, LATE),
                new Duty(ANA, SUPPORT, Shift.of(MONDAY.plusDays(1), "06:00-14:00", BERLIN)),
                new Duty(ANA, SUPPORT, Shift.of(MONDAY.plusDays(1), "20:00-24:00", BERLIN)),
                new Duty(BEN, SUPPORT, LATE),
                new Duty(BEN, SUPPORT, Shift.of(MONDAY.plusDays(1), "07:00-15:00", BERLIN)));
        List<Violation> found =
                roster.violations(List.of(new DailyRest(Duration.ofHours(11))), MONDAY, MONDAY.plusDays(7));
        assertEquals(
                List.of(ANA, ANA, BEN), found.stream().map(Violation::person).toList());
        assertEquals(
                "ROSTER_RULE_BROKEN about person:ben by daily-rest: found = PT9H, from = Moment[value=2025-06-02T20:00:00Z], "
                        + "limit = PT11H, until = Moment[value=2025-06-03T05:00:00Z]",
                found.get(2).reason().toString());
    }

    @Test
    void aLineHasTheZoneOfThePersonOrOfTheFirstShift() {
        assertEquals(BERLIN, ROSTER.line(ANA, MONDAY, MONDAY).zone());
        assertEquals(
                ZoneOffset.UTC, ROSTER.line(AgentId.of("new"), MONDAY, MONDAY).zone());
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        assertEquals(
                tokyo,
                ROSTER.withPeople(List.of(Availability.always(ANA, tokyo)))
                        .line(ANA, MONDAY, MONDAY)
                        .zone());
        assertThrows(IllegalArgumentException.class, () -> ROSTER.line(ANA, MONDAY, MONDAY.minusDays(1)));
    }

    @Test
    @Tag("S1-30")
    @Tag("S0-06")
    void availabilityIsHoursWithoutAbsences() {
        Availability ana = Availability.builder()
                .person(ANA)
                .zone(BERLIN)
                .hours(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, "08:00-12:00", "14:00-24:00"))
                .addAbsence(Absence.dates(MONDAY.plusDays(1), MONDAY.plusDays(2), Kind.LEAVE))
                .addPreference(new Preference(WeeklyHours.of(DayOfWeek.MONDAY, "08:00-10:00"), 3))
                .addPreference(new Preference(WeeklyHours.of(DayOfWeek.MONDAY, "16:00-24:00"), -2))
                .build();
        Interval days = new Interval(at("00:00"), at("00:00").plus(Duration.ofDays(2)));
        assertEquals(
                IntervalSet.of(
                        new Interval(at("08:00"), at("12:00")),
                        new Interval(at("14:00"), at("23:59").plusSeconds(60))),
                ana.available(days));
        assertTrue(ana.isAvailable(new Interval(at("09:00"), at("12:00"))));
        assertFalse(ana.isAvailable(new Interval(at("09:00"), at("12:01"))));
        assertFalse(ana.isAvailable(new Interval(at("07:59"), at("09:00"))));
        assertEquals(3 - 2, ana.wish(DAY));
        assertEquals(-2, ana.wish(LATE));
        assertEquals(0, ana.wish(Shift.of(MONDAY, "10:00-16:00", BERLIN)));
        assertEquals(IntervalSet.of(days), Availability.always(BEN, BERLIN).available(days));
        assertEquals(
                IntervalSet.of(new Interval(days.startInclusive().plus(Duration.ofHours(24)), days.endExclusive())),
                ana.absent(days));
    }

    @Test
    void whatIsNoAvailabilityIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Absence(MONDAY.atTime(9, 0), MONDAY.atTime(9, 0), Kind.OTHER));
        assertThrows(
                IllegalArgumentException.class,
                () -> Availability.always(ANA, BERLIN).withContractedAWeek(Duration.ofHours(-1)));
        assertTrue(Absence.dates(MONDAY, MONDAY.plusDays(1), Kind.SICKNESS).isNeutral());
        assertTrue(Absence.dates(MONDAY, MONDAY.plusDays(1), Kind.LEAVE).isNeutral());
        assertFalse(Absence.dates(MONDAY, MONDAY.plusDays(1), Kind.TRAINING).isNeutral());
        assertFalse(Absence.dates(MONDAY, MONDAY.plusDays(1), Kind.OTHER).isNeutral());
    }
}

package dev.customerservice.roles.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.OnDuty;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.domain.sla.EscalationLadder;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import dev.customerservice.roles.shift.OnCallSchedule.Arranged;
import dev.customerservice.roles.shift.OnCallSchedule.Change;
import dev.customerservice.roles.shift.OnCallSchedule.Layer;
import dev.customerservice.roles.shift.OnCallSchedule.Watch;
import dev.customerservice.roles.shift.Rotation.Turn;
import dev.customerservice.roles.shift.Rotation.Unit;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RotationTest {

    private static final AgentId ANA = AgentId.of("ana");
    private static final AgentId BEN = AgentId.of("ben");
    private static final AgentId CHI = AgentId.of("chi");
    private static final RoleId FIRST = RoleId.of("first");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Rotation MONTHS =
            Rotation.of(LocalDateTime.of(2025, 1, 31, 0, 0), ZoneOffset.UTC, Unit.MONTH, ANA, BEN, CHI);
    private static final Rotation DAYS =
            Rotation.of(LocalDateTime.of(2025, 6, 2, 0, 0), ZoneOffset.UTC, Unit.DAY, ANA, BEN);

    private static Interval hours(int from, int to) {
        Instant midnight = Instant.parse("2025-06-02T00:00:00Z");
        return new Interval(midnight.plus(Duration.ofHours(from)), midnight.plus(Duration.ofHours(to)));
    }

    @Test
    void monthsAreCountedFromTheAnchor() {
        assertEquals(
                List.of("2025-01-31T00:00:00Z", "2025-02-28T00:00:00Z", "2025-03-31T00:00:00Z", "2025-04-30T00:00:00Z"),
                MONTHS
                        .turns(new Interval(
                                Instant.parse("2025-02-01T00:00:00Z"), Instant.parse("2025-05-01T00:00:00Z")))
                        .stream()
                        .map(turn -> turn.during().startInclusive().toString())
                        .toList());
        assertEquals(
                new Turn(
                        1,
                        BEN,
                        new Interval(Instant.parse("2025-02-28T00:00:00Z"), Instant.parse("2025-03-31T00:00:00Z"))),
                MONTHS.turn(1));
        assertEquals(List.of(), MONTHS.turns(hours(5, 5)));
    }

    @Test
    void aTurnFarAwayIsFoundAtOnce() {
        Turn turn = MONTHS.turnAt(Instant.parse("9999-12-31T00:00:00Z"));
        assertEquals((9999 - 2025) * 12L + 11, turn.index());
        assertEquals(-1, MONTHS.turnAt(Instant.parse("2025-01-30T23:59:59Z")).index());
        assertEquals(CHI, MONTHS.turnAt(Instant.parse("2025-01-30T23:59:59Z")).person());
        assertEquals(0, MONTHS.turnAt(Instant.parse("2025-01-31T00:00:00Z")).index());
    }

    @Test
    void turnsOfSeveralUnits() {
        Rotation fortnight = Rotation.of(LocalDateTime.of(2025, 6, 2, 9, 0), BERLIN, Unit.WEEK, ANA, BEN)
                .withLength(2);
        Turn turn = fortnight.turnAt(Instant.parse("2025-06-16T07:00:00Z"));
        assertEquals(1, turn.index());
        assertEquals(Duration.ofDays(14), turn.during().duration());
        assertEquals(0, fortnight.turnAt(Instant.parse("2025-06-16T06:59:59Z")).index());
    }

    @Test
    void aHandoffInTimeThatIsRepeatedIsItsFirstPass() {
        Rotation daily = Rotation.of(LocalDateTime.of(2025, 10, 20, 2, 30), BERLIN, Unit.DAY, ANA, BEN);
        assertEquals(5, daily.turnAt(Instant.parse("2025-10-26T00:29:59Z")).index());
        Turn turn = daily.turnAt(Instant.parse("2025-10-26T01:15:00Z"));
        assertEquals(6, turn.index());
        assertEquals(Instant.parse("2025-10-26T00:30:00Z"), turn.during().startInclusive());
        Rotation spring = Rotation.of(LocalDateTime.of(2025, 3, 25, 2, 30), BERLIN, Unit.DAY, ANA, BEN);
        assertEquals(4, spring.turnAt(Instant.parse("2025-03-30T01:15:00Z")).index());
        assertEquals(5, spring.turnAt(Instant.parse("2025-03-30T01:30:00Z")).index());
    }

    @Test
    void whatIsNoRotationIsRefused() {
        LocalDateTime start = LocalDateTime.of(2025, 6, 2, 0, 0);
        assertThrows(IllegalArgumentException.class, () -> Rotation.of(start, BERLIN, Unit.DAY));
        assertThrows(IllegalArgumentException.class, () -> DAYS.withLength(0));
    }

    @Test
    void theLastLayerThatHasSomebodyCounts() {
        BusinessCalendar office = BusinessCalendar.builder()
                .id("office")
                .zone(ZoneId.of("UTC"))
                .hours(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-17:00"))
                .build();
        OnCallSchedule schedule = OnCallSchedule.of(FIRST, DAYS)
                .withLayers(
                        new Layer(DAYS, Optional.empty()), new Layer(DAYS.withParticipants(CHI), Optional.of(office)));
        assertEquals(
                List.of(
                        new Watch(hours(0, 9), Set.of(ANA)),
                        new Watch(hours(9, 17), Set.of(CHI)),
                        new Watch(hours(17, 24), Set.of(ANA)),
                        new Watch(hours(24, 30), Set.of(BEN))),
                schedule.watches(hours(0, 30)));
        assertEquals(Set.of(CHI), schedule.onCallAt(hours(9, 9).startInclusive()));
        OnCallSchedule officeOnly = schedule.withLayers(schedule.layers().get(1));
        assertEquals(IntervalSet.of(hours(0, 9), hours(17, 24)), officeOnly.gaps(hours(0, 24)));
    }

    @Test
    void whatIsArrangedStandsInPlaceOfLayersAndOverridesStandOnTop() {
        OnCallSchedule schedule = OnCallSchedule.of(FIRST, DAYS)
                .withArranged(new Arranged(hours(4, 10), Set.of()), new Arranged(hours(6, 8), Set.of(BEN, CHI)))
                .withOverrides(
                        Change.add(hours(5, 7), ANA),
                        Change.remove(hours(7, 8), BEN),
                        Change.replace(hours(12, 40), ANA, CHI));
        assertEquals(
                List.of(
                        new Watch(hours(0, 4), Set.of(ANA)),
                        new Watch(hours(4, 5), Set.of()),
                        new Watch(hours(5, 6), Set.of(ANA)),
                        new Watch(hours(6, 7), Set.of(ANA, BEN, CHI)),
                        new Watch(hours(7, 8), Set.of(CHI)),
                        new Watch(hours(8, 10), Set.of()),
                        new Watch(hours(10, 12), Set.of(ANA)),
                        new Watch(hours(12, 24), Set.of(CHI)),
                        new Watch(hours(24, 48), Set.of(BEN))),
                schedule.watches(hours(0, 48)));
        assertEquals(IntervalSet.of(hours(4, 5), hours(8, 10)), schedule.gaps(hours(0, 48)));
        assertEquals(
                List.of(ANA, BEN, CHI),
                List.copyOf(schedule.onCallAt(hours(6, 6).startInclusive())));
        assertEquals(
                "[AgentId[value=ben], AgentId[value=chi]]",
                schedule.arranged().get(1).people().toString());
    }

    @Test
    void anOverrideMustChangeSomething() {
        assertThrows(IllegalArgumentException.class, () -> Change.replace(hours(0, 1), ANA, ANA));
        assertThrows(IllegalArgumentException.class, () -> new Change(hours(0, 1), Optional.empty(), Optional.empty()));
    }

    @Test
    void anEscalationSkipsWhereNobodyIsOnCall() {
        RoleId second = RoleId.of("second");
        OnCallSchedule first = OnCallSchedule.of(FIRST, DAYS).withArranged(new Arranged(hours(2, 6), Set.of()));
        OnCallSchedule backup =
                OnCallSchedule.of(second, DAYS.withParticipants(CHI)).withArranged(new Arranged(hours(5, 8), Set.of()));
        OnDuty both = OnCallSchedule.all(List.of(first, backup));
        EscalationLadder ladder = EscalationLadder.of("first", "second");
        assertEquals(
                Set.of(ANA),
                ladder.climb(both, hours(1, 1).startInclusive()).orElseThrow().agents());
        EscalationLadder.Rung rung =
                ladder.climb(both, hours(3, 3).startInclusive()).orElseThrow();
        assertEquals(Set.of(CHI), rung.agents());
        assertEquals(List.of(FIRST), rung.skipped());
        assertTrue(ladder.climb(both, hours(5, 5).startInclusive()).isEmpty());
        assertEquals(IntervalSet.of(hours(5, 6)), OnCallSchedule.unreachable(List.of(first, backup), hours(0, 24)));
        assertEquals(IntervalSet.of(hours(0, 24)), OnCallSchedule.unreachable(List.of(), hours(0, 24)));
        assertEquals(Set.of(), first.agents(second, hours(1, 1).startInclusive()));
    }
}

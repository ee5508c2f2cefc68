package dev.customerservice.roles.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import dev.customerservice.roles.shift.Coverage.Presence;
import dev.customerservice.roles.shift.Requirement.Need;
import dev.customerservice.roles.shift.Rotation.Turn;
import dev.customerservice.roles.shift.Rotation.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ShiftProperties {

    private static final List<String> ZONES = List.of(
            "Europe/Berlin",
            "America/New_York",
            "Australia/Lord_Howe",
            "America/Sao_Paulo",
            "Asia/Kolkata",
            "Africa/Cairo",
            "Pacific/Apia",
            "America/Havana");
    private static final Instant START = Instant.parse("2025-06-02T00:00:00Z");
    private static final int HOURS = 48;

    /** The oracle of a wall time: of all instants, the first that shows it, else the shown one an offset before the gap. */
    @Example
    void restIsElapsedAcrossEveryClockChange() {
        int changes = 0;
        for (String name : ZONES) {
            ZoneId zone = ZoneId.of(name);
            Instant from = Instant.parse("2000-01-01T00:00:00Z");
            ZoneOffsetTransition change = zone.getRules().nextTransition(from);
            while (change != null && change.getInstant().isBefore(Instant.parse("2030-01-01T00:00:00Z"))) {
                LocalDateTime before = change.getDateTimeBefore().minusHours(6);
                LocalDateTime after = change.getDateTimeAfter().plusHours(5);
                Shift previous = new Shift(before.minusHours(1), before, zone, List.of());
                Shift next = new Shift(after, after.plusHours(1), zone, List.of());
                assertEquals(Duration.ofHours(11), previous.restUntil(next), change::toString);
                Shift across = new Shift(before, after, zone, List.of());
                assertEquals(Duration.ofHours(11), across.elapsed(), change::toString);
                changes++;
                change = zone.getRules().nextTransition(change.getInstant());
            }
        }
        assertTrue(changes > 200, changes + " changes");
    }

    @Property(tries = 500)
    void whatFollowsOnTheClockFollowsInTime(
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(max = 365 * 96) int quarter,
            @ForAll @IntRange(min = 1, max = 96) int first,
            @ForAll @IntRange(min = 1, max = 96) int second) {
        LocalDateTime start = LocalDate.of(2011, 7, 1).atStartOfDay().plusMinutes(15L * quarter);
        LocalDateTime middle = start.plusMinutes(15L * first);
        Shift one = new Shift(start, middle, zone, List.of());
        Shift two = new Shift(middle, middle.plusMinutes(15L * second), zone, List.of());
        assertFalse(one.elapsed().isNegative());
        assertTrue(two.restUntil(one).compareTo(Duration.ZERO) <= 0);
        assertFalse(one.restUntil(two).isNegative() && !two.interval().isEmpty());
        if (!two.interval().isEmpty()) {
            assertEquals(Duration.ZERO, one.restUntil(two));
        }
    }

    @Property(tries = 300)
    void aRotationPartsAllTime(
            @ForAll("rotations") Rotation rotation, @ForAll @IntRange(min = -40_000, max = 40_000) int hour) {
        Instant at = START.plus(Duration.ofHours(hour));
        Turn turn = rotation.turnAt(at);
        assertTrue(turn.during().contains(at));
        assertEquals(turn, rotation.turn(turn.index()));
        assertEquals(
                turn.during().endExclusive(),
                rotation.turn(turn.index() + 1).during().startInclusive());
        Interval window = new Interval(at, at.plus(Duration.ofDays(70)));
        List<Turn> turns = rotation.turns(window);
        assertEquals(
                IntervalSet.of(window),
                IntervalSet.of(turns.stream().map(Turn::during).toList()).within(window));
        assertEquals(turn, turns.get(0));
        for (int i = 1; i < turns.size(); i++) {
            assertEquals(turns.get(i - 1).index() + 1, turns.get(i).index());
            int size = rotation.participants().size();
            assertEquals(
                    rotation.participants().get((int) Math.floorMod(turns.get(i).index(), (long) size)),
                    turns.get(i).person());
        }
    }

    /** Oracle: count people half hour by half hour. */
    @Property(tries = 300)
    void coverageIsThatOfAWalk(@ForAll("needs") List<Need> needs, @ForAll("present") List<Presence> present) {
        Interval window = hours(4, HOURS - 4);
        Coverage coverage = Coverage.of(new Requirement(needs), present, window);
        Duration half = Duration.ofMinutes(30);
        long shortfall = 0;
        long surplus = 0;
        for (Instant at = window.startInclusive(); at.isBefore(window.endExclusive()); at = at.plus(half)) {
            Instant now = at;
            int needed = needs.stream()
                    .filter(need -> need.during().contains(now))
                    .mapToInt(Need::people)
                    .sum();
            int there = present.stream()
                    .filter(each -> each.during().contains(now))
                    .mapToInt(Presence::people)
                    .sum();
            shortfall += Math.max(0, needed - there);
            surplus += Math.max(0, there - needed);
            Coverage.Stretch stretch = coverage.at(at).orElseThrow();
            assertEquals(needed, stretch.required());
            assertEquals(there, stretch.present());
            int missing = coverage.gaps().stream()
                    .filter(gap -> gap.during().contains(now))
                    .mapToInt(Coverage.Gap::shortfall)
                    .sum();
            assertEquals(Math.max(0, needed - there), missing);
            assertEquals(needed == 0 && there == 0, coverage.closed().contains(at));
        }
        assertEquals(half.multipliedBy(shortfall), coverage.shortfall());
        assertEquals(half.multipliedBy(surplus), coverage.surplus());
        assertEquals(
                coverage.shortfall().minus(coverage.surplus()),
                coverage.required().minus(coverage.present()));
        for (int i = 1; i < coverage.gaps().size(); i++) {
            Coverage.Gap before = coverage.gaps().get(i - 1);
            Coverage.Gap after = coverage.gaps().get(i);
            assertFalse(before.during().endExclusive().equals(after.during().startInclusive())
                    && before.shortfall() == after.shortfall());
        }
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZONES).map(ZoneId::of);
    }

    @Provide
    Arbitrary<Rotation> rotations() {
        return Combinators.combine(
                        zones(),
                        Arbitraries.of(Unit.values()),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(0, 24 * 400),
                        Arbitraries.integers().between(1, 4))
                .as((zone, unit, length, hour, people) -> {
                    List<AgentId> participants = new ArrayList<>();
                    for (int i = 0; i < people; i++) {
                        participants.add(AgentId.of("p" + i));
                    }
                    return Rotation.of(
                                    LocalDate.of(2024, 12, 28).atStartOfDay().plusHours(hour),
                                    zone,
                                    unit,
                                    participants.toArray(new AgentId[0]))
                            .withLength(length);
                });
    }

    @Provide
    Arbitrary<List<Need>> needs() {
        return Combinators.combine(intervals(), Arbitraries.integers().between(0, 3))
                .as(Need::new)
                .list()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<Presence>> present() {
        return Combinators.combine(intervals(), Arbitraries.integers().between(0, 3))
                .as(Presence::new)
                .list()
                .ofMaxSize(12);
    }

    private static Arbitrary<Interval> intervals() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, HOURS),
                        Arbitraries.integers().between(0, HOURS))
                .as((one, other) -> hours(Math.min(one, other), Math.max(one, other)));
    }

    private static Interval hours(int from, int to) {
        return new Interval(START.plus(Duration.ofHours(from)), START.plus(Duration.ofHours(to)));
    }
}

package dev.customerservice.roles.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import dev.customerservice.metrics.statistics.DurationRatio;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.shift.Coverage.Cause;
import dev.customerservice.roles.shift.Coverage.Gap;
import dev.customerservice.roles.shift.Coverage.Presence;
import dev.customerservice.roles.shift.Coverage.Stretch;
import dev.customerservice.roles.shift.Handoff.Terms;
import dev.customerservice.roles.shift.Handoff.Transfer;
import dev.customerservice.roles.shift.Requirement.Need;
import dev.customerservice.roles.shift.Roster.Duty;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final Interval DAY = hours(0, 24);
    private static final RoleId SUPPORT = RoleId.of("support");
    private static final AgentId ANA = AgentId.of("ana");
    private static final AgentId BEN = AgentId.of("ben");
    private static final LocalDate MONDAY = LocalDate.of(2025, 6, 2);

    private static Interval hours(int from, int to) {
        Instant midnight = Instant.parse("2025-06-02T00:00:00Z");
        return new Interval(midnight.plus(Duration.ofHours(from)), midnight.plus(Duration.ofHours(to)));
    }

    @Test
    void whatFollowsLeavesNoGap() {
        Coverage coverage = Coverage.of(
                Requirement.of(DAY, 1), List.of(new Presence(hours(0, 12), 1), new Presence(hours(12, 24), 1)), DAY);
        assertEquals(List.of(), coverage.gaps());
        assertEquals(List.of(new Stretch(DAY, 1, 1, 1)), coverage.stretches());
        assertEquals(DAY, coverage.window());
        assertEquals(OptionalDouble.of(1), coverage.share().value());
    }

    @Test
    void aGapLastsAsLongAsTheSameNumberIsMissing() {
        Requirement requirement = new Requirement(List.of(new Need(hours(8, 12), 2), new Need(hours(10, 14), 1)));
        Coverage coverage = Coverage.of(requirement, List.of(new Presence(hours(10, 13), 1)), DAY);
        assertEquals(
                List.of(
                        new Gap(hours(8, 12), 2, Set.of(Cause.NOBODY_PLANNED, Cause.TOO_FEW_PLANNED)),
                        new Gap(hours(13, 14), 1, Set.of(Cause.NOBODY_PLANNED))),
                coverage.gaps());
        assertEquals(Duration.ofHours(8), coverage.gaps().get(0).time());
        assertEquals(Duration.ofHours(12), coverage.required());
        assertEquals(Duration.ofHours(3), coverage.present());
        assertEquals(Duration.ofHours(9), coverage.shortfall());
        assertEquals(Duration.ZERO, coverage.surplus());
        assertEquals(new DurationRatio(Duration.ofHours(3), Duration.ofHours(12)), coverage.share());
        assertEquals(
                List.of(
                        new Stretch(hours(0, 8), 0, 0, 0),
                        new Stretch(hours(8, 10), 2, 0, 0),
                        new Stretch(hours(10, 12), 3, 1, 1),
                        new Stretch(hours(12, 13), 1, 1, 1),
                        new Stretch(hours(13, 14), 1, 0, 0),
                        new Stretch(hours(14, 24), 0, 0, 0)),
                coverage.stretches());
        assertEquals(
                List.of(0, 2, 2, 0, 1, 0),
                coverage.stretches().stream().map(Stretch::shortfall).toList());
        assertEquals(
                "2025-06-02T00:00:00Z/2025-06-03T00:00:00Z: required PT12H, missing PT9H, beyond PT0S",
                coverage.toString());
    }

    @Test
    void theGapOfAWholeWindowIsTold() {
        assertEquals(
                List.of(new Gap(DAY, 1, Set.of(Cause.NOBODY_PLANNED))),
                Coverage.of(Requirement.of(DAY, 1), List.of(), DAY).gaps());
    }

    @Test
    void closedByDesignIsNoGap() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        BusinessCalendar office = BusinessCalendar.builder()
                .id("office")
                .zone(berlin)
                .hours(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-17:00"))
                .build();
        Coverage coverage =
                Coverage.of(Requirement.during(office, DAY, 2), List.of(new Presence(hours(6, 15), 2)), DAY);
        assertEquals(List.of(), coverage.gaps());
        assertEquals(IntervalSet.of(hours(0, 6), hours(15, 24)), coverage.closed());
        assertEquals(Duration.ofHours(2), coverage.surplus());
        Coverage nobody = Coverage.of(new Requirement(List.of()), List.of(), DAY);
        assertEquals(IntervalSet.of(DAY), nobody.closed());
        assertTrue(nobody.share().value().isEmpty());
        assertTrue(nobody.gaps().isEmpty());
    }

    @Test
    void countsAreFoundAtAnInstant() {
        Coverage coverage = Coverage.of(Requirement.of(hours(8, 16), 1), List.of(new Presence(hours(8, 12), 3)), DAY);
        assertEquals(
                Optional.of(new Stretch(hours(8, 12), 1, 3, 3)),
                coverage.at(hours(8, 9).startInclusive()));
        assertEquals(
                Optional.of(new Stretch(hours(12, 16), 1, 0, 0)),
                coverage.at(hours(13, 14).startInclusive()));
        assertEquals(Optional.empty(), coverage.at(DAY.endExclusive()));
        assertEquals(Optional.empty(), coverage.at(DAY.startInclusive().minusNanos(1)));
        assertTrue(coverage.at(DAY.startInclusive()).isPresent());
    }

    @Test
    void onlyTheWindowCounts() {
        Coverage coverage = Coverage.of(
                Requirement.of(hours(-48, 48), 1),
                List.of(new Presence(hours(-5, 1), 1), new Presence(hours(23, 30), 1), new Presence(hours(3, 3), 9)),
                DAY);
        assertEquals(Duration.ofHours(24), coverage.required());
        assertEquals(Duration.ofHours(2), coverage.present());
        assertEquals(1, coverage.gaps().size());
        assertEquals(hours(1, 23), coverage.gaps().get(0).during());
    }

    @Test
    void timeIsExactToTheNanosecond() {
        Instant start = DAY.startInclusive();
        Interval odd = new Interval(start.plusNanos(1), start.plusSeconds(1).plusNanos(500_000_001));
        Coverage coverage = Coverage.of(Requirement.of(odd, 3), List.of(), DAY);
        assertEquals(Duration.ofMillis(4500), coverage.shortfall());
    }

    @Test
    void requirementsAddUp() {
        Requirement both = Requirement.of(hours(8, 12), 2).plus(Requirement.of(hours(10, 14), 1));
        assertEquals(Duration.ofHours(12), Coverage.of(both, List.of(), DAY).required());
        assertThrows(IllegalArgumentException.class, () -> new Need(DAY, -1));
        assertThrows(IllegalArgumentException.class, () -> new Presence(DAY, -1));
        assertEquals(0, new Need(DAY, 0).people());
    }

    @Test
    @Tag("S1-19")
    void absenceIsACauseOfItsOwn() {
        Roster roster = Roster.of(
                        new Duty(ANA, SUPPORT, Shift.of(MONDAY, "08:00-16:00", ZoneOffset.UTC)),
                        new Duty(BEN, SUPPORT, Shift.of(MONDAY, "12:00-20:00", ZoneOffset.UTC)))
                .withPeople(List.of(Availability.builder()
                        .person(ANA)
                        .zone(ZoneOffset.UTC)
                        .addAbsence(new Availability.Absence(
                                MONDAY.atTime(10, 0), MONDAY.atTime(23, 0), Availability.Absence.Kind.SICKNESS))
                        .build()));
        Coverage coverage = roster.coverage(Requirement.of(hours(8, 22), 1), DAY);
        assertEquals(
                List.of(
                        new Gap(hours(10, 12), 1, Set.of(Cause.ABSENCE)),
                        new Gap(hours(20, 22), 1, Set.of(Cause.NOBODY_PLANNED))),
                coverage.gaps());
        assertEquals(
                Optional.of(new Stretch(hours(12, 16), 1, 2, 1)),
                coverage.at(hours(12, 13).startInclusive()));
    }

    @Test
    @Tag("S1-21")
    void aHandoffGoesToTheFreshestWhoStays() {
        Roster roster = Roster.of(
                new Duty(ANA, SUPPORT, Shift.of(MONDAY, "06:00-14:00", ZoneOffset.UTC)),
                new Duty(BEN, SUPPORT, Shift.of(MONDAY, "09:00-17:00", ZoneOffset.UTC)),
                new Duty(AgentId.of("chi"), SUPPORT, Shift.of(MONDAY, "13:45-22:00", ZoneOffset.UTC)),
                new Duty(AgentId.of("dan"), SUPPORT, Shift.of(MONDAY, "22:30-24:00", ZoneOffset.UTC)),
                new Duty(AgentId.of("eve"), RoleId.of("other"), Shift.of(MONDAY, "13:50-23:00", ZoneOffset.UTC)));
        List<Handoff> handoffs = roster.handoffs(SUPPORT, DAY);
        assertEquals(
                List.of("person:ana>person:chi PT15M", "person:ben>person:chi PT3H15M", "person:chi>person:dan PT-30M"),
                handoffs.stream()
                        .map(each -> each.from() + ">" + each.to() + " " + each.overlap())
                        .toList());
        assertEquals(hours(14, 14).startInclusive(), handoffs.get(0).at());
        Terms terms = new Terms(Duration.ofMinutes(20), Transfer.LEFT_BEHIND);
        assertEquals(
                "OVERLAP_TOO_SHORT about person:ana by person:chi: at = Moment[value=2025-06-02T14:00:00Z], minimum = PT20M, overlap = PT15M",
                handoffs.get(0).missed(terms).get(0).toString());
        assertEquals(List.of(), handoffs.get(1).missed(terms));
        assertEquals("NOBODY_TAKES_OVER", handoffs.get(2).missed(terms).get(0).code());
        assertEquals(List.of(), handoffs.get(0).missed(new Terms(Duration.ofMinutes(15), Transfer.ACKNOWLEDGED)));
        assertEquals(2, roster.handoffs(SUPPORT, hours(14, 22)).size());
    }

    private static Handoff.Turn turn(String who, int from, int to) {
        return new Handoff.Turn(Subject.person(AgentId.of(who)), hours(from, to));
    }

    private static List<String> handoffs(Handoff.Turn... turns) {
        return Handoff.among(List.of(turns), DAY).stream()
                .map(each -> each.from().id() + ">" + each.to().id() + " "
                        + each.overlap().toHours())
                .toList();
    }

    @Test
    void handoffsAreListedByWhenTheyAre() {
        assertEquals(
                List.of("ben>chi 2", "ana>chi 4"),
                handoffs(turn("ana", 6, 14), turn("ben", 7, 12), turn("chi", 10, 20)));
        assertEquals(
                List.of("ana>chi 2", "ben>chi 2"),
                handoffs(turn("ben", 6, 12), turn("ana", 7, 12), turn("chi", 10, 20)));
    }

    @Test
    void whoLeavesAtTheSameInstantDoesNotTakeOver() {
        assertEquals(
                List.of("ana>chi -1", "ben>chi -1"),
                handoffs(turn("ana", 6, 12), turn("ben", 8, 12), turn("chi", 13, 20)));
        assertEquals(List.of("ana>ben 0"), handoffs(turn("ana", 6, 12), turn("ben", 12, 20)));
        assertEquals(List.of(), handoffs(turn("ana", 6, 12)));
    }

    @Test
    void ofTwoWhoCameTogetherWhoStaysLongerIsTheFreshest() {
        assertEquals(
                List.of("ana>chi 2", "ben>chi 4"),
                handoffs(turn("ana", 6, 12), turn("chi", 10, 20), turn("ben", 10, 14)));
        assertEquals(
                List.of("ana>dan 2", "ben>dan 6", "chi>dan 6"),
                handoffs(turn("dan", 10, 20), turn("ana", 6, 12), turn("chi", 10, 16), turn("ben", 10, 16)));
    }

    @Test
    void openWorkIsTransferredOrNamed() {
        TicketId first = TicketId.of("1");
        TicketId second = TicketId.of("2");
        TicketId third = TicketId.of("3");
        Handoff handoff = new Handoff(
                        Subject.person(ANA), Subject.person(BEN), DAY.endExclusive(), Duration.ZERO, Map.of())
                .withWork(Map.of(
                        third, Transfer.LEFT_BEHIND, first, Transfer.TRANSFERRED, second, Transfer.ACKNOWLEDGED));
        Terms given = new Terms(Duration.ZERO, Transfer.TRANSFERRED);
        Terms acknowledged = new Terms(Duration.ZERO, Transfer.ACKNOWLEDGED);
        assertEquals(Set.of(third), handoff.unfinished(given));
        assertEquals(List.of(first, third), List.copyOf(handoff.unfinished(acknowledged)));
        assertEquals(
                "WORK_NOT_TRANSFERRED about person:ana by person:ben: at = Moment[value=2025-06-03T00:00:00Z], left = 1 tickets, open = 3 tickets",
                handoff.missed(given).get(0).toString());
        assertEquals(
                "WORK_NOT_ACKNOWLEDGED", handoff.missed(acknowledged).get(0).code());
        assertEquals(
                List.of(),
                handoff.withWork(Map.of(second, Transfer.ACKNOWLEDGED)).missed(acknowledged));
        assertThrows(IllegalArgumentException.class, () -> new Terms(Duration.ofMinutes(-1), Transfer.TRANSFERRED));
    }
}

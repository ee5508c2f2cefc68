package dev.customerservice.roles.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.practice.Cadence.Due;
import dev.customerservice.roles.practice.Cadence.Unit;
import dev.customerservice.roles.role.JobRole;
import dev.customerservice.roles.role.Team;
import dev.customerservice.roles.role.TeamMember;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of cadences, in every zone and around every clock change. */
class CadenceProperties {

    private static final CalendarBook NONE = CalendarBook.of(List.of());

    @Property(tries = 1_000)
    void dueLiesAfterItsStartInEveryZone(
            @ForAll("zones") ZoneId zone, @ForAll("instants") Instant start, @ForAll("cadences") Cadence cadence) {
        Due due = cadence.due(start, zone, NONE);
        assertTrue(due.lateFrom().isAfter(start), due + " after " + start);
        assertFalse(due.overdueFrom().isBefore(due.lateFrom()));
        assertTrue(due.isMetBy(start));
        assertFalse(due.isOverdue(start));
    }

    @Property(tries = 1_000)
    void aDueTimeIsTheLocalTimeSoManyDatesLater(
            @ForAll("zones") ZoneId zone,
            @ForAll("instants") Instant start,
            @ForAll @IntRange(min = 1, max = 400) int days) {
        ZonedDateTime due =
                Cadence.after("k", Period.ofDays(days)).due(start, zone, NONE).at();
        ZonedDateTime from = start.atZone(zone);
        LocalDate date = from.toLocalDate();
        for (int i = 0; i < days; i++) {
            date = date.plusDays(1);
        }
        LocalTime time = from.toLocalTime();
        boolean skipped = zone.getRules().getValidOffsets(date.atTime(time)).isEmpty();
        if (!skipped) {
            assertEquals(date.atTime(time), due.toLocalDateTime());
            assertEquals(zone.getRules().getValidOffsets(date.atTime(time)).get(0), due.getOffset(), "the first pass");
        } else {
            assertEquals(
                    zone.getRules().getTransition(date.atTime(time)).getDuration(),
                    java.time.Duration.between(date.atTime(time), due.toLocalDateTime()));
        }
    }

    @Property(tries = 1_000)
    void aDueDateEndsWithItsLastLocalInstant(
            @ForAll("zones") ZoneId zone,
            @ForAll("instants") Instant start,
            @ForAll @IntRange(min = 1, max = 400) int days) {
        Due due = Cadence.every(Period.ofDays(days)).due(start, zone, NONE);
        assertEquals(due.date(), due.lateFrom().minusNanos(1).atZone(zone).toLocalDate());
        assertEquals(
                due.date().plusDays(1),
                due.lateFrom().atZone(zone).toLocalDate().minusDays(0));
        assertEquals(0, due.daysPast(due.lateFrom().minusNanos(1)));
        assertEquals(1, due.daysPast(due.lateFrom()));
    }

    @Property(tries = 1_000)
    void moreGraceNeverMakesOverdue(
            @ForAll("zones") ZoneId zone,
            @ForAll("instants") Instant start,
            @ForAll("cadences") Cadence cadence,
            @ForAll @IntRange(max = 50) int grace,
            @ForAll @IntRange(max = 50) int more) {
        Due due = cadence.withGrace(Period.ofDays(grace)).due(start, zone, NONE);
        Due gentler = cadence.withGrace(Period.ofDays(grace + more)).due(start, zone, NONE);
        assertFalse(gentler.overdueFrom().isBefore(due.overdueFrom()));
        assertEquals(due.lateFrom(), gentler.lateFrom(), "the due moment stays");
    }

    @Property
    void windowsPartitionTime(@ForAll Unit unit, @ForAll @IntRange(min = -20_000, max = 40_000) int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        LocalDate start = unit.start(date);
        LocalDate end = unit.endExclusive(date);
        assertTrue(!start.isAfter(date) && end.isAfter(date));
        assertEquals(end, unit.start(end));
        assertEquals(start, unit.start(end.minusDays(1)));
        assertEquals(unit.endExclusive(start.minusDays(1)), start);
    }

    @Property(tries = 60)
    void workingDaysOfACalendarThatIsAlwaysOpenAreCalendarDays(
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(max = 365 * 24) int hour,
            @ForAll @IntRange(min = 1, max = 60) int days) {
        CalendarId id = CalendarId.of("always");
        CalendarBook book = CalendarBook.of(BusinessCalendar.builder()
                .id(id)
                .zone(zone)
                .hours(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, "00:00-24:00"))
                .build());
        Instant start = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(3600L * hour);
        Cadence plain = Cadence.after("k", Period.ofDays(days)).withGrace(Period.ofDays(2));
        assertEquals(plain.due(start, zone, NONE), plain.withWorkingDays(id).due(start, zone, book));
    }

    @Property(tries = 100)
    void oneMoreTimeNeverAddsAnOverdueReading(
            @ForAll List<@IntRange(max = 200) Integer> days, @ForAll @IntRange(max = 200) int extra) {
        Practice talk = Practice.builder()
                .id("talk")
                .title("Talk")
                .statement("Talk.")
                .addAbout("person")
                .cadence(Cadence.every(Period.ofDays(14)))
                .build();
        AgentId ana = AgentId.of("ana");
        Team team = Team.of(TeamId.of("t"), TeamMember.of(ana, JobRole.ASSOCIATE));
        Instant start = Instant.parse("2026-01-01T12:00:00Z");
        Instant asOf = start.plusSeconds(86_400L * 200);
        List<Evidence> log = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            log.add(talk.done("e" + i, start.plusSeconds(86_400L * days.get(i)), ana));
        }
        int before = talk.read(EvidenceLog.of(log), team, asOf, ZoneId.of("Europe/Berlin"))
                .overdue()
                .size();
        log.add(talk.done("extra", start.plusSeconds(86_400L * extra), ana));
        Collections.shuffle(log, new Random(extra));
        int after = talk.read(EvidenceLog.of(log), team, asOf, ZoneId.of("Europe/Berlin"))
                .overdue()
                .size();
        assertTrue(after <= before);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZoneId.getAvailableZoneIds().stream().sorted().toList())
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("1920-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("2100-01-01T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<Cadence> cadences() {
        Arbitrary<Period> periods = Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(1, 90))
                .as((months, days) -> Period.of(0, months, days));
        return Arbitraries.oneOf(
                periods.map(Cadence::every),
                periods.map(period -> Cadence.after("k", period)),
                Arbitraries.of(Unit.class).map(Cadence::each),
                Arbitraries.just(Cadence.once()),
                Arbitraries.just(Cadence.by("k", "due")));
    }
}

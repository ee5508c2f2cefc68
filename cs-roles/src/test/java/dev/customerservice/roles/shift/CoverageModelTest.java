package dev.customerservice.roles.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import dev.customerservice.roles.shift.CoverageModel.Kind;
import dev.customerservice.roles.shift.CoverageModel.Season;
import dev.customerservice.roles.shift.CoverageModel.Station;
import dev.customerservice.roles.shift.Handoff.Terms;
import dev.customerservice.roles.shift.Handoff.Transfer;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CoverageModelTest {

    private static final Interval YEAR =
            new Interval(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final CoverageModel SUN = CoverageModel.followTheSun(
            station("Berlin", BERLIN, "08:00-16:00"),
            station("New York", ZoneId.of("America/New_York"), "09:00-17:00"),
            station("Singapore", ZoneId.of("Asia/Singapore"), "07:00-15:00"));

    private static Station station(String name, ZoneId zone, String hours) {
        return Station.of(ShiftPattern.daily(name, zone, hours));
    }

    @Test
    @Tag("S1-20")
    void aYearOfTheSunIsThatOfAMinuteWalk() {
        Coverage coverage = SUN.aroundTheClock(YEAR);
        Map<ZoneId, List<LocalTime>> sites = Map.of(
                BERLIN,
                List.of(LocalTime.of(8, 0), LocalTime.of(16, 0)),
                ZoneId.of("America/New_York"),
                List.of(LocalTime.of(9, 0), LocalTime.of(17, 0)),
                ZoneId.of("Asia/Singapore"),
                List.of(LocalTime.of(7, 0), LocalTime.of(15, 0)));
        List<Interval> nobody = new ArrayList<>();
        long surplus = 0;
        for (Instant at = YEAR.startInclusive(); at.isBefore(YEAR.endExclusive()); at = at.plusSeconds(60)) {
            int there = 0;
            for (var site : sites.entrySet()) {
                LocalTime local = at.atZone(site.getKey()).toLocalTime();
                there += !local.isBefore(site.getValue().get(0))
                                && local.isBefore(site.getValue().get(1))
                        ? 1
                        : 0;
            }
            surplus += Math.max(0, there - 1);
            if (there == 0) {
                nobody.add(new Interval(at, at.plusSeconds(60)));
            }
        }
        assertEquals(
                IntervalSet.of(nobody),
                IntervalSet.of(
                        coverage.gaps().stream().map(Coverage.Gap::during).toList()));
        assertEquals(Duration.ofMinutes(nobody.size()), coverage.shortfall());
        assertEquals(Duration.ofMinutes(surplus), coverage.surplus());
    }

    @Test
    @Tag("S1-20")
    void theWeeksInWhichClockChangesDoNotMatchAreListed() {
        List<Season> seasons = SUN.seasons(Requirement.of(YEAR, 1), YEAR);
        assertEquals(
                List.of("2026-03-08T07:00:00Z/2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z/2026-11-01T06:00:00Z"),
                seasons.stream()
                        .filter(Season::isBetweenChanges)
                        .map(season -> season.during().toString())
                        .toList());
        assertEquals(5, seasons.size());
        assertEquals(YEAR.startInclusive(), seasons.get(0).during().startInclusive());
        assertEquals(YEAR.endExclusive(), seasons.get(4).during().endExclusive());
        assertEquals(
                Map.of(
                        "Berlin", ZoneOffset.ofHours(1),
                        "New York", ZoneOffset.ofHours(-4),
                        "Singapore", ZoneOffset.ofHours(8)),
                seasons.get(1).offsets());
        assertEquals(
                SUN.aroundTheClock(YEAR).shortfall(),
                seasons.stream().map(season -> season.coverage().shortfall()).reduce(Duration.ZERO, Duration::plus));
    }

    @Test
    void weeksAtTheEndsOfAWindowAreNotBetweenTwoChanges() {
        Interval spring = new Interval(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-10T00:00:00Z"));
        assertEquals(
                List.of(false, true, false),
                SUN.seasons(Requirement.of(spring, 1), spring).stream()
                        .map(Season::isBetweenChanges)
                        .toList());
    }

    @Test
    void aWindowMayLieInTheWeeksInWhichClocksDiffer() {
        Interval within = new Interval(Instant.parse("2026-03-10T00:00:00Z"), Instant.parse("2026-03-20T00:00:00Z"));
        assertEquals(List.of(true), between(SUN, within));
        Interval from = new Interval(Instant.parse("2026-03-10T00:00:00Z"), Instant.parse("2026-05-20T00:00:00Z"));
        assertEquals(List.of(true, false), between(SUN, from));
        Interval until = new Interval(Instant.parse("2026-09-10T00:00:00Z"), Instant.parse("2026-10-28T00:00:00Z"));
        assertEquals(List.of(false, true), between(SUN, until));
        Interval onTheChange =
                new Interval(Instant.parse("2026-03-08T07:00:00Z"), Instant.parse("2026-03-29T01:00:00Z"));
        assertEquals(List.of(true), between(SUN, onTheChange));
    }

    @Test
    void clocksOfOneZoneNeverDiffer() {
        ZoneId casablanca = ZoneId.of("Africa/Casablanca");
        Station morning = station("morning", casablanca, "06:00-14:00");
        Station night = station("night", casablanca, "14:00-22:00");
        Interval year = new Interval(Instant.parse("2012-01-01T00:00:00Z"), Instant.parse("2013-01-01T00:00:00Z"));
        assertEquals(
                List.of(false, false, false, false, false), between(CoverageModel.singleSite(morning, night), year));
        assertEquals(
                List.of(false, false, true, false, false),
                between(CoverageModel.followTheSun(morning, station("zulu", ZoneOffset.UTC, "14:00-22:00")), year));
        assertEquals(
                List.of(false),
                between(CoverageModel.distributed(station("zulu", ZoneOffset.UTC, "14:00-22:00")), year));
    }

    private static List<Boolean> between(CoverageModel model, Interval window) {
        return model.seasons(Requirement.of(window, 1), window).stream()
                .map(Season::isBetweenChanges)
                .toList();
    }

    @Test
    @Tag("S1-20")
    void sitesHandOverToTheNextOne() {
        Interval day = new Interval(Instant.parse("2026-01-14T00:00:00Z"), Instant.parse("2026-01-15T00:00:00Z"));
        assertEquals(
                List.of(
                        "station:Singapore>station:Berlin PT0S",
                        "station:Berlin>station:New York PT1H",
                        "station:New York>station:Singapore PT-1H"),
                SUN.handoffs(day).stream()
                        .map(each -> each.from() + ">" + each.to() + " " + each.overlap())
                        .toList());
    }

    @Test
    void aCycleHandsOverToItsNextTurnHoweverLongItRests() {
        Interval march = new Interval(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"));
        CoverageModel rare = CoverageModel.distributed(Station.of(ShiftPattern.rotating(
                "rare",
                ZoneOffset.UTC,
                "08:00-16:00",
                march.startInclusive().atZone(ZoneOffset.UTC).toLocalDate(),
                1,
                29)));
        assertEquals(
                List.of(
                        Duration.ofHours(8).minus(Duration.ofDays(30)),
                        Duration.ofHours(8).minus(Duration.ofDays(30))),
                rare.handoffs(march).stream().map(Handoff::overlap).toList());
    }

    @Test
    @Tag("S1-21")
    void oneSiteAroundTheClockOverlapsAtEveryHandoff() {
        CoverageModel site = CoverageModel.singleSite(
                station("early", BERLIN, "06:00-14:15"),
                station("late", BERLIN, "14:00-22:15"),
                station("night", BERLIN, "22:00-06:15"));
        assertEquals(Kind.SINGLE_SITE, site.kind());
        assertEquals(List.of(), site.aroundTheClock(YEAR).gaps());
        List<Handoff> handoffs = site.handoffs(YEAR);
        assertEquals(3 * 365, handoffs.size());
        Terms quarter = new Terms(Duration.ofMinutes(15), Transfer.LEFT_BEHIND);
        assertTrue(handoffs.stream().allMatch(handoff -> handoff.missed(quarter).isEmpty()));
        Terms more = new Terms(Duration.ofMinutes(16), Transfer.LEFT_BEHIND);
        assertTrue(handoffs.stream()
                .allMatch(handoff -> handoff.missed(more).get(0).code().equals("OVERLAP_TOO_SHORT")));
    }

    @Test
    @Tag("S1-22")
    void peopleAreWhereTheyLive() {
        CoverageModel distributed = CoverageModel.distributed(
                new Station("europe", ShiftPattern.daily("day", BERLIN, "09:00-17:00"), 3),
                new Station(
                        "lisbon",
                        ShiftPattern.weekly(
                                "day", ZoneId.of("Europe/Lisbon"), "09:00-17:00", DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        2));
        Interval thursday = new Interval(Instant.parse("2026-01-15T00:00:00Z"), Instant.parse("2026-01-16T00:00:00Z"));
        Coverage coverage = distributed.coverage(Requirement.of(thursday, 4), thursday);
        assertEquals(
                List.of(0, 3, 5, 2, 0),
                coverage.stretches().stream().map(Coverage.Stretch::present).toList());
        assertEquals(Kind.DISTRIBUTED, distributed.kind());
        assertTrue(distributed.seasons(Requirement.of(YEAR, 1), YEAR).stream().noneMatch(Season::isBetweenChanges));
    }

    @Test
    void breaksOfAPatternAreNotCovered() {
        CoverageModel model =
                CoverageModel.distributed(Station.of(ShiftPattern.daily("d", ZoneOffset.UTC, "00:00-24:00")
                        .withBreak(Duration.ofHours(12), Duration.ofHours(1))));
        Interval day = new Interval(Instant.parse("2026-01-15T00:00:00Z"), Instant.parse("2026-01-16T00:00:00Z"));
        assertEquals(Duration.ofHours(1), model.aroundTheClock(day).shortfall());
        assertEquals(1, model.seasons(Requirement.of(day, 1), day).size());
    }

    @Test
    void whatIsNoModelIsRefused() {
        Station berlin = station("a", BERLIN, "09:00-17:00");
        Station tokyo = station("b", ZoneId.of("Asia/Tokyo"), "09:00-17:00");
        assertThrows(IllegalArgumentException.class, () -> CoverageModel.singleSite(berlin, tokyo));
        assertThrows(IllegalArgumentException.class, CoverageModel::distributed);
        assertThrows(IllegalArgumentException.class, () -> CoverageModel.followTheSun(berlin, berlin));
        assertThrows(IllegalArgumentException.class, () -> new Station("", berlin.pattern(), 1));
        assertThrows(IllegalArgumentException.class, () -> new Station("x", berlin.pattern(), 0));
        assertEquals(2, CoverageModel.followTheSun(berlin, tokyo).stations().size());
    }
}

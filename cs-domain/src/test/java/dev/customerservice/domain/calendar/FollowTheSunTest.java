package dev.customerservice.domain.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.customerservice.domain.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FollowTheSunTest {
    private static final CalendarId BERLIN = CalendarId.of("berlin");
    private static final CalendarId MANILA = CalendarId.of("manila");
    private static final CalendarId DENVER = CalendarId.of("denver");
    private static final BusinessCalendar BERLIN_HOURS = site("berlin", "Europe/Berlin", "08:00-17:00");
    private static final BusinessCalendar MANILA_HOURS = site("manila", "Asia/Manila", "08:00-17:00");
    private static final BusinessCalendar DENVER_HOURS = site("denver", "America/Denver", "08:00-17:00");

    /** In November 2026: Manila 00:00 to 09:00 UTC, Berlin 07:00 to 16:00, Denver 15:00 to 24:00. */
    private static final FollowTheSun SUN = FollowTheSun.of(BERLIN_HOURS, MANILA_HOURS, DENVER_HOURS);

    private static final Instant MON_2026_11_23 = Instant.parse("2026-11-23T00:00:00Z");

    private static BusinessCalendar site(String id, String zone, String hours) {
        return BusinessCalendar.builder()
                .id(id)
                .zone(zone)
                .hours(WeeklyHours.of(MONDAY, FRIDAY, hours))
                .build();
    }

    private static Instant hour(int hour) {
        return MON_2026_11_23.plus(Duration.ofHours(hour));
    }

    private static Interval hours(int start, int end) {
        return new Interval(hour(start), hour(end));
    }

    @Test
    void theFirstOpenSiteHasTheTime() {
        assertEquals(Optional.of(MANILA), SUN.siteAt(hour(6)));
        assertEquals(Optional.of(BERLIN), SUN.siteAt(hour(7)));
        assertEquals(Optional.of(BERLIN), SUN.siteAt(hour(15)));
        assertEquals(Optional.of(DENVER), SUN.siteAt(hour(16)));
        assertEquals(Optional.empty(), SUN.siteAt(hour(-1)));
    }

    @Test
    void sharesAddUpToTheOpenTime() {
        Map<CalendarId, Duration> shares = SUN.shares(hour(0), hour(24));
        assertEquals(
                Map.of(MANILA, Duration.ofHours(7), BERLIN, Duration.ofHours(9), DENVER, Duration.ofHours(8)), shares);
        assertEquals(List.of(BERLIN, MANILA, DENVER), List.copyOf(shares.keySet()));
        assertEquals(Duration.ofHours(24), SUN.between(hour(0), hour(24)));
        assertEquals(Duration.ZERO, SUN.shares(hour(0), hour(6)).get(DENVER));
        assertThrows(IllegalArgumentException.class, () -> SUN.shares(hour(1), hour(0)));
    }

    @Test
    void turnsTellWhoHadTheTimeWhen() {
        assertEquals(
                List.of(
                        new FollowTheSun.Turn(MANILA, hours(0, 7)),
                        new FollowTheSun.Turn(BERLIN, hours(7, 16)),
                        new FollowTheSun.Turn(DENVER, hours(16, 20))),
                SUN.turns(hours(-10, 20)));
    }

    @Test
    void aSiteThatOthersCoverHasNothing() {
        CalendarId shadow = CalendarId.of("shadow");
        FollowTheSun more = SUN.with(shadow, BERLIN_HOURS.withZone(BERLIN_HOURS.zone()));
        assertEquals(Duration.ZERO, more.shares(hour(0), hour(24 * 365)).get(shadow));
        assertEquals(
                SUN.shares(hour(0), hour(24)).get(BERLIN),
                more.shares(hour(0), hour(24)).get(BERLIN));
    }

    @Test
    void itIsAUnionOfItsSitesInOrder() {
        BusinessTime union = BusinessTime.union(List.of(BERLIN_HOURS, MANILA_HOURS, DENVER_HOURS));
        assertEquals(union.segments(hours(0, 200)), SUN.segments(hours(0, 200)));
        assertEquals(union.plus(hour(100), Duration.ofHours(30)), SUN.plus(hour(100), Duration.ofHours(30)));
        assertEquals(List.of(BERLIN, MANILA, DENVER), List.copyOf(SUN.sites().keySet()));
        FollowTheSun same = FollowTheSun.of(BERLIN_HOURS, MANILA_HOURS).with(DENVER, DENVER_HOURS);
        assertEquals(same, SUN);
        assertEquals(same.hashCode(), SUN.hashCode());
        assertNotEquals(FollowTheSun.of(MANILA_HOURS, BERLIN_HOURS, DENVER_HOURS), SUN, "the order counts");
        assertEquals("[berlin, manila, denver]", SUN.toString());
        assertEquals("union[berlin, manila, denver]", union.toString());
    }

    @Test
    void eachSiteIsNamedOnce() {
        assertThrows(IllegalArgumentException.class, () -> FollowTheSun.of(BERLIN_HOURS, BERLIN_HOURS));
        assertEquals(FollowTheSun.of(BERLIN_HOURS), FollowTheSun.of(BERLIN_HOURS.id(), BERLIN_HOURS));
        assertThrows(IllegalArgumentException.class, () -> SUN.with(BERLIN, MANILA_HOURS));
        CalendarException nobody = assertThrows(CalendarException.class, FollowTheSun::of);
        assertEquals(CalendarFault.BAD_COMPOSITE, nobody.fault());
    }
}

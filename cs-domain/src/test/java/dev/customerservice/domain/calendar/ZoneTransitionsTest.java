package dev.customerservice.domain.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every clock change that the JDK knows from 1970 to 2038, with hours and breaks where changes like to happen. */
class ZoneTransitionsTest {
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2038-01-01T00:00:00Z");
    private static final Duration AROUND = Duration.ofHours(13);

    @Test
    void hoursAroundEveryClockChangeAreThoseOfTheRules() {
        Map<List<ZoneOffsetTransition>, String> zones = new HashMap<>();
        for (String zone : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            zones.putIfAbsent(changes(ZoneId.of(zone).getRules()), zone);
        }
        zones.entrySet().parallelStream().forEach(rules -> check(rules.getValue(), rules.getKey()));
        int changes = zones.keySet().stream().mapToInt(List::size).sum();
        assertTrue(zones.size() > 200 && changes > 10_000, zones.size() + " histories, " + changes + " changes");
    }

    private static List<ZoneOffsetTransition> changes(ZoneRules rules) {
        return Stream.iterate(
                        rules.nextTransition(FIRST),
                        change -> change != null && change.getInstant().isBefore(LAST),
                        change -> rules.nextTransition(change.getInstant()))
                .toList();
    }

    private static void check(String zone, List<ZoneOffsetTransition> changes) {
        BusinessCalendar calendar = BusinessCalendar.builder()
                .id(zone)
                .zone(zone)
                .hours(WeeklyHours.of(MONDAY, SUNDAY, "00:00-00:30", "01:15-02:15", "02:20-06:00", "20:00-24:00"))
                .addBreak(Break.every(MONDAY, SUNDAY, "00:10-00:20"))
                .addBreak(Break.every(MONDAY, SUNDAY, "02:50-03:10"))
                .addBreak(Break.every(MONDAY, SUNDAY, "23:15-23:45"))
                .build();
        DateWalk walk = new DateWalk(calendar);
        for (ZoneOffsetTransition change : changes) {
            Instant at = change.getInstant();
            for (int second = -1; second <= 1; second++) {
                Instant beside = at.plusSeconds(second);
                assertEquals(walk.isOpen(beside), calendar.isOpen(beside), () -> zone + " at " + beside);
            }
            Instant start = at.minus(AROUND);
            Instant end = at.plus(AROUND);
            Duration open = walk.piecesBetween(start, end);
            assertEquals(open, calendar.between(start, end), () -> zone + " around " + at);
            assertEquals(open, calendar.between(start, calendar.plus(start, open)), () -> zone + " from " + start);
        }
    }
}

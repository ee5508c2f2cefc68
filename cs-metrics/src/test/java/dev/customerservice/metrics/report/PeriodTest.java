package dev.customerservice.metrics.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void aDayHasTheHoursThatItHas() {
        assertEquals(Duration.ofHours(23), length(Period.day(LocalDate.of(2025, 3, 30), BERLIN)));
        assertEquals(Duration.ofHours(25), length(Period.day(LocalDate.of(2025, 10, 26), BERLIN)));
        assertEquals(Duration.ZERO, length(Period.day(LocalDate.of(2011, 12, 30), ZoneId.of("Pacific/Apia"))));
    }

    @Test
    void theLastDaysOfAYearMayBelongToAWeekOfTheNext() {
        assertEquals(
                LocalDate.of(2020, 12, 28), Period.isoWeek(2020, 53, BERLIN).from());
        assertEquals("2020-W53", Period.isoWeek(2020, 53, BERLIN).label());
        assertThrows(IllegalArgumentException.class, () -> Period.isoWeek(2021, 53, BERLIN));
        assertThrows(IllegalArgumentException.class, () -> Period.isoWeek(2021, 0, BERLIN));
    }

    @Test
    void theBorderBelongsToTheLaterPeriodOnly() {
        Period october = Period.month(2026, Month.OCTOBER, BERLIN);
        Instant border = Instant.parse("2026-10-31T23:00:00Z");

        assertFalse(october.contains(border));
        assertTrue(Period.month(2026, Month.NOVEMBER, BERLIN).contains(border));
        assertEquals("2026-09", october.previous().label());
        assertEquals("2025-Q4", Period.quarter(2026, 1, BERLIN).previous().label());
        assertEquals("2025", Period.year(2026, BERLIN).previous().label());
        assertEquals(
                "2026-09-28..2026-09-30",
                Period.between(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 4), BERLIN)
                        .previous()
                        .label());
    }

    @Test
    void anInstantFallsIntoTheUnitOfItsZone() {
        Instant border = Instant.parse("2026-03-31T22:00:00Z");

        assertEquals(Period.month(2026, Month.APRIL, BERLIN), Period.holding(border, Granularity.MONTH, BERLIN));
        assertEquals(
                "2026-03",
                Period.holding(border.minusNanos(1), Granularity.MONTH, BERLIN).label());
        assertEquals(
                "2026-W14",
                Period.holding(border, Granularity.WEEK, ZoneId.of("UTC")).label());
    }

    @Test
    void anEveningThatComesAgainBelongsToTheDateThatHasBegun() {
        ZoneId stJohns = ZoneId.of("America/St_Johns");
        Instant sunday = Instant.parse("2006-10-29T02:30:00Z");
        Instant saturdayAgain = Instant.parse("2006-10-29T02:31:00Z");

        assertEquals(
                "2006-10-28",
                Period.holding(sunday.minusNanos(1), Granularity.DAY, stJohns).label());
        assertEquals(
                "2006-10-29", Period.holding(sunday, Granularity.DAY, stJohns).label());
        Period held = Period.holding(saturdayAgain, Granularity.DAY, stJohns);
        assertEquals("2006-10-29", held.label(), "one minute past midnight it was a minute past eleven again");
        assertTrue(held.contains(saturdayAgain));
    }

    @Test
    void partsCoverTheWholeWithoutGap() {
        List<Period> weeks = Period.quarter(2026, 3, BERLIN).split(Granularity.WEEK);

        assertEquals("2026-07-01..2026-07-05", weeks.get(0).label());
        assertEquals("2026-W28", weeks.get(1).label());
        for (int i = 1; i < weeks.size(); i++) {
            assertEquals(weeks.get(i - 1).endExclusive(), weeks.get(i).startInclusive());
        }
        assertEquals(
                List.of("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"),
                Period.year(2026, BERLIN).split(Granularity.QUARTER).stream()
                        .map(Period::label)
                        .toList());
        assertEquals(365, Period.year(2026, BERLIN).split(Granularity.DAY).size());
    }

    @Test
    void datesMustBeInOrder() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Period.between(LocalDate.of(2026, 10, 2), LocalDate.of(2026, 10, 1), BERLIN));
        assertThrows(IllegalArgumentException.class, () -> Period.quarter(2026, 5, BERLIN));
    }

    private static Duration length(Period period) {
        return Duration.between(period.startInclusive(), period.endExclusive());
    }
}

package dev.customerservice.metrics.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.calendar.CalendarTimeline;
import dev.customerservice.domain.calendar.DateOverride;
import dev.customerservice.domain.calendar.DatedBreak;
import dev.customerservice.domain.calendar.FollowTheSun;
import dev.customerservice.domain.calendar.Holiday;
import dev.customerservice.domain.calendar.LocalTimeRange;
import dev.customerservice.domain.calendar.WeeklyBreak;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.metrics.facts.FactExtractor;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.Milestone;
import dev.customerservice.metrics.facts.StayFacts;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.kpi.BacklogKpis;
import dev.customerservice.metrics.kpi.Filter;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.kpi.KpiCatalogue;
import dev.customerservice.metrics.kpi.PackedFacts;
import dev.customerservice.metrics.kpi.SerializableFunction;
import dev.customerservice.metrics.kpi.SurveyKpis;
import dev.customerservice.metrics.kpi.TicketKpis;
import dev.customerservice.metrics.kpi.TicketTimes;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.testing.SampleFacts;
import dev.customerservice.metrics.testing.Sent;
import dev.customerservice.metrics.testing.TicketHistories;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One report counted by many machines: what they send to each other arrives, and where it was counted changes nothing. */
class ShardsTest {
    private static final Instant AS_OF = TicketHistories.AS_OF;
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final BusinessCalendar OFFICE = BusinessCalendar.builder()
            .id("office")
            .zone(LONDON)
            .hours(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-17:30"))
            .addBreaks(new WeeklyBreak(
                    List.of(DayOfWeek.MONDAY), LocalTimeRange.parse("12:00-13:00"), Optional.of("lunch")))
            .addBreaks(new DatedBreak(LocalDate.of(2026, 10, 2), LocalTimeRange.parse("15:00-16:00"), Optional.empty()))
            .addOverrides(DateOverride.on(LocalDate.of(2026, 10, 17), "10:00-14:00"))
            .addHoliday(Holiday.on(LocalDate.of(2026, 10, 12), "moving the office"))
            .build();

    private static Facts facts(List<TicketHistory> histories) {
        return Facts.of(histories, FactExtractor.asOf(AS_OF)).linked();
    }

    private static List<Kpi<?, ?>> catalogue() {
        return KpiCatalogue.chapters().values().stream()
                .<Kpi<?, ?>>flatMap(List::stream)
                .toList();
    }

    private static KpiReport.Builder everything() {
        return KpiReport.over(Period.month(2026, Month.OCTOBER, LONDON))
                .measure(catalogue())
                .by(Dimension.TEAM)
                .by(Dimension.PRIORITY, Dimension.AGENT.latest())
                .by(Dimension.ofFacts("hour", TicketFacts.class, ShardsTest::hour, String::valueOf))
                .by(Dimension.field("product"))
                .every(Granularity.WEEK)
                .againstPrevious();
    }

    private static Optional<Integer> hour(TicketFacts ticket) {
        return Optional.of(ticket.at().atZone(LONDON).getHour());
    }

    /** The tickets of each customer in one part, as measures of customers who come back need them. */
    private static List<Facts> byCustomer(List<TicketHistory> histories) {
        Map<String, List<TicketHistory>> parts = new TreeMap<>();
        for (TicketHistory history : histories) {
            String customer = history.latest()
                    .requester()
                    .customer()
                    .map(CustomerId::value)
                    .orElse("");
            parts.computeIfAbsent(customer, any -> new ArrayList<>()).add(history);
        }
        return parts.values().stream().map(ShardsTest::facts).toList();
    }

    @Test
    void aReportOfPartsIsTheReportOfAll() {
        for (int seed = 0; seed < 8; seed++) {
            List<TicketHistory> histories = TicketHistories.drawn(seed);
            Facts others = SampleFacts.beside(facts(List.of()), seed);
            KpiReport whole = everything().collect(SampleFacts.beside(facts(histories), seed));
            List<Facts> parts = new ArrayList<>(byCustomer(histories));
            parts.add(others);
            Collections.shuffle(parts, new Random(seed));

            KpiReport.Builder sent = Sent.over(everything());
            List<KpiReport> reports = parts.stream()
                    .map(part -> Sent.over(Sent.over(sent).buffer(AS_OF).add(Sent.over(part))))
                    .map(buffer -> Sent.over(buffer.report()))
                    .toList();
            KpiReport merged =
                    reports.stream().reduce(everything().buffer(AS_OF).report(), KpiReport::merge);
            ReportBuffer folded = everything().buffer(AS_OF);
            parts.forEach(folded::add);

            assertEquals(ReportTable.of(whole), ReportTable.of(folded.report()), "folded " + seed);
            assertEquals(ReportTable.of(whole), ReportTable.of(merged), "merged " + seed);
            assertEquals(
                    ReportTable.of(whole).toTree().toString(),
                    ReportTable.of(merged).toTree().toString());
        }
    }

    @Test
    void whatNobodyLookedForStaysUnknownWhenPartsAreMerged() {
        Kpi<?, ?> csat = SurveyKpis.csat();
        KpiReport.Builder asked = KpiReport.over(Period.month(2026, Month.OCTOBER, LONDON))
                .measure(TicketKpis.volume(), csat, BacklogKpis.backlog());
        Facts some = facts(TicketHistories.drawn(3));
        KpiReport nothing = asked.buffer(AS_OF).report();
        KpiReport withoutSurveys = nothing.merge(asked.collect(some));
        KpiReport withSurveys =
                withoutSurveys.merge(asked.collect(facts(List.of()).surveys(List.of())));

        assertEquals(Measurement.noData(Absence.NO_FACTS, LeftOut.none()), nothing.value(TicketKpis.volume()));
        assertEquals(Measurement.noData(Absence.NO_FACTS, LeftOut.none()), nothing.value(BacklogKpis.backlog()));
        assertTrue(withoutSurveys.value(TicketKpis.volume()).amount().isPresent());
        assertEquals(Measurement.noData(Absence.NO_FACTS, LeftOut.none()), withoutSurveys.value(csat));
        assertEquals(Measurement.noData(Absence.NOTHING_COUNTED, LeftOut.none()), withSurveys.value(csat));
    }

    @Test
    void partsThatWereBuiltOtherwiseAreRefused() {
        Period october = Period.month(2026, Month.OCTOBER, LONDON);
        KpiReport volume = KpiReport.over(october)
                .measure(TicketKpis.volume())
                .buffer(AS_OF)
                .report();
        List<KpiReport> others = List.of(
                KpiReport.over(october)
                        .measure(TicketKpis.reopens())
                        .buffer(AS_OF)
                        .report(),
                KpiReport.over(october)
                        .measure(TicketKpis.volume())
                        .by(Dimension.TEAM)
                        .buffer(AS_OF)
                        .report(),
                KpiReport.over(october)
                        .measure(TicketKpis.volume())
                        .every(Granularity.DAY)
                        .buffer(AS_OF)
                        .report(),
                KpiReport.over(october.previous())
                        .measure(TicketKpis.volume())
                        .buffer(AS_OF)
                        .report(),
                KpiReport.over(october)
                        .measure(TicketKpis.volume())
                        .againstPrevious()
                        .buffer(AS_OF)
                        .report(),
                KpiReport.over(october)
                        .measure(TicketKpis.volume())
                        .buffer(AS_OF.plusSeconds(1))
                        .report());
        for (KpiReport other : others) {
            assertThrows(IllegalArgumentException.class, () -> volume.merge(other), other::toString);
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> KpiReport.over(october).buffer(AS_OF.plusSeconds(1)).add(facts(List.of())));
    }

    @Test
    void aBufferGoesOnAfterItsReport() {
        List<Facts> parts = byCustomer(TicketHistories.drawn(5));
        ReportBuffer buffer = everything().buffer(AS_OF);
        KpiReport first = buffer.add(parts.get(0)).report();
        KpiReport more = buffer.add(parts.get(1)).report();

        assertEquals(ReportTable.of(everything().collect(parts.get(0))), ReportTable.of(first));
        assertNotEquals(ReportTable.of(first), ReportTable.of(more));
        assertEquals(ReportTable.of(first.merge(everything().collect(parts.get(1)))), ReportTable.of(more));
    }

    @Test
    void everyMeasureArrivesEqual() {
        List<Kpi<?, ?>> all = new ArrayList<>(catalogue());
        BusinessTime summer = BusinessTime.union(List.of(OFFICE, CalendarTimeline.of(OFFICE)));
        List<BusinessTime> clocks = List.of(
                OFFICE,
                summer,
                CalendarTimeline.of(BusinessTime.always()).then(AS_OF, OFFICE),
                FollowTheSun.of(OFFICE),
                BusinessTime.always());
        for (BusinessTime clock : clocks) {
            TicketTimes time = TicketKpis.fullResolutionTime().on("desk", clock);
            all.addAll(List.of(
                    time,
                    time.survival(),
                    time.approximate(),
                    time.percentile(90),
                    time.median(),
                    time.mean(),
                    time.total(),
                    time.min(),
                    time.max(),
                    time.count(),
                    time.within(Duration.ofHours(8)),
                    time.classes("classes", List.of(Duration.ofHours(1)))));
        }
        SerializableFunction<TicketFacts, Boolean> manyReplies = ticket -> ticket.replies() > 2;
        all.add(TicketKpis.volume().among("big", Filter.code("more than two replies", manyReplies)));
        Facts facts = SampleFacts.beside(facts(TicketHistories.drawn(7)), 7);
        for (Kpi<?, ?> kpi : all) {
            Kpi<?, ?> arrived = Sent.over(kpi);
            assertEquals(kpi, arrived);
            assertEquals(measured(kpi, facts), measured(arrived, facts), kpi.id());
        }
    }

    private static Object measured(Kpi<?, ?> kpi, Facts facts) {
        return KpiReport.over(Period.month(2026, Month.OCTOBER, LONDON))
                .measure(kpi)
                .collect(facts)
                .value(kpi);
    }

    @Test
    void openTimeArrivesAsItWas() {
        Instant from = Instant.parse("2026-09-30T08:00:00Z");
        List<BusinessTime> clocks = List.of(
                OFFICE,
                OFFICE.openTime(),
                BusinessTime.difference(List.of(BusinessTime.always(), OFFICE)),
                CalendarTimeline.of(OFFICE).until(AS_OF),
                FollowTheSun.of(OFFICE),
                BusinessTime.of(OFFICE::openIntervals));
        for (BusinessTime clock : clocks) {
            BusinessTime arrived = Sent.over(clock);
            for (int hours = 0; hours < 24 * 30; hours += 7) {
                Instant until = from.plus(Duration.ofHours(hours));
                assertEquals(clock.between(from, until), arrived.between(from, until));
            }
        }
        assertEquals(OFFICE, Sent.over(OFFICE));
        LocalDate friday = LocalDate.of(2026, 10, 9);
        assertEquals(
                OFFICE.workingDays().plus(friday, 1),
                Sent.over(OFFICE).workingDays().plus(friday, 1));
    }

    @Test
    void everyKindOfFactsArrives() {
        IntStream.range(0, 6).forEach(seed -> {
            Facts facts = SampleFacts.beside(facts(TicketHistories.drawn(seed)), seed);
            Facts arrived = Sent.over(facts);
            assertEquals(facts.asOf(), arrived.asOf());
            for (Kpi<?, ?> kpi : catalogue()) {
                assertEquals(
                        facts.rows(kpi.cohort().kind()).size(),
                        arrived.rows(kpi.cohort().kind()).size());
            }
            assertEquals(
                    ReportTable.of(everything().collect(facts)),
                    ReportTable.of(everything().collect(arrived)));
            assertEquals(facts.rows(StayFacts.class), arrived.rows(StayFacts.class));
        });
    }

    @Test
    void aPartCountedFromColumnsMergesWithOneFromRows() {
        for (int seed = 0; seed < 3; seed++) {
            Facts others = SampleFacts.beside(facts(List.of()), seed);
            List<Facts> parts = new ArrayList<>(byCustomer(TicketHistories.drawn(seed)));
            parts.add(others);
            KpiReport whole = everything().collect(SampleFacts.beside(facts(TicketHistories.drawn(seed)), seed));
            KpiReport rows = everything().buffer(AS_OF).report();
            KpiReport columns = rows;
            ReportBuffer inTurn = everything().buffer(AS_OF);
            for (int part = 0; part < parts.size(); part++) {
                Facts packed = everything().pack(parts.get(part));
                boolean isPacked = part % 3 != 1;
                KpiReport own = everything().collect(isPacked ? Sent.over(packed) : parts.get(part));
                rows = isPacked ? rows : rows.merge(own);
                columns = isPacked ? columns.merge(own) : columns;
                inTurn.add(isPacked ? packed : parts.get(part));
                KpiReport soFar = inTurn.report();
                assertEquals(ReportTable.of(soFar), ReportTable.of(Sent.over(soFar)), "so far " + seed);
            }

            assertEquals(
                    ReportTable.of(whole), ReportTable.of(Sent.over(columns).merge(rows)), "into columns " + seed);
            assertEquals(ReportTable.of(whole), ReportTable.of(rows.merge(Sent.over(columns))), "into rows " + seed);
            assertEquals(ReportTable.of(whole), ReportTable.of(inTurn.report()), "in turn " + seed);
        }
    }

    @Test
    void aReportFromColumnsArrivesAndMerges() {
        for (int seed = 0; seed < 3; seed++) {
            Facts facts = SampleFacts.beside(facts(TicketHistories.drawn(seed)), seed);
            Facts packed = Sent.over(everything().pack(facts));
            KpiReport counted = everything().collect(packed);
            KpiReport arrived = Sent.over(counted);
            KpiReport nothing = everything().buffer(AS_OF).report();

            assertTrue(packed.columns(TicketFacts.class).isPresent());
            assertEquals(ReportTable.of(everything().collect(facts)), ReportTable.of(arrived));
            assertEquals(ReportTable.of(counted), ReportTable.of(arrived));
            assertEquals(ReportTable.of(counted), ReportTable.of(nothing.merge(counted)));
        }
    }

    @Test
    void columnsWithoutRowsArrive() {
        Instant monday = Instant.parse("2026-10-05T10:00:00Z");
        PackedFacts<TicketFacts> created = PackedFacts.builder(TicketFacts.class, 3, AS_OF)
                .moment(Milestone.CREATED, row -> EpochNanos.of(monday.plus(Duration.ofDays(row))))
                .codes(Dimension.PRIORITY, Milestone.CREATED, List.of(Priority.URGENT), row -> row == 1 ? 0 : -1)
                .build();
        KpiReport.Builder asked = KpiReport.over(Period.month(2026, Month.OCTOBER, LONDON))
                .measure(TicketKpis.volume())
                .by(Dimension.PRIORITY);
        KpiReport counted = asked.collect(Facts.of(created));
        Facts arrived = Sent.over(Facts.of(created));

        assertFalse(arrived.hasRows(TicketFacts.class));
        assertEquals(3, arrived.count(TicketFacts.class));
        assertEquals(ReportTable.of(counted), ReportTable.of(asked.collect(arrived)));
        assertEquals(1, counted.at(Priority.URGENT).value(TicketKpis.volume()).orElseThrow());
    }
}

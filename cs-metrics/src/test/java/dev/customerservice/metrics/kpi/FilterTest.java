package dev.customerservice.metrics.kpi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.ticket.StatedValues;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.Milestone;
import dev.customerservice.metrics.facts.StatusSet;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Ratio;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FilterTest {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Filter<TicketFacts> YES = Filter.every();
    private static final Filter<TicketFacts> NO = YES.not();
    private static final NumberColumn<TicketFacts> STATED = TicketColumns.statedCount(StatedValues.REOPENINGS);
    private static final Filter<TicketFacts> UNKNOWN = STATED.is(0);

    /** One ticket created at second 100 with a reply at 160, nothing stated. */
    private static Facts facts() {
        VectorTickets tickets = new VectorTickets();
        tickets.ticket(100, VectorTickets.CUSTOMER)
                .message(160, VectorTickets.AGENT, true)
                .done();
        return tickets.facts();
    }

    private static final TicketFacts TICKET = facts().tickets().get(0);

    @Test
    void noDecidesAnAndYesDecidesAnOrElseUnknownStays() {
        assertSame(Answer.NO, UNKNOWN.and(NO).test(TICKET));
        assertSame(Answer.NO, NO.and(UNKNOWN).test(TICKET));
        assertSame(Answer.YES, UNKNOWN.or(YES).test(TICKET));
        assertSame(Answer.NO, NO.or(NO).test(TICKET));
        for (Filter<TicketFacts> unknown :
                List.of(UNKNOWN, UNKNOWN.and(YES), YES.and(UNKNOWN), UNKNOWN.or(NO), UNKNOWN.not())) {
            assertEquals(Optional.of(Absence.MISSING), unknown.test(TICKET).reason(), unknown.text());
            assertTrue(unknown.test(TICKET).isUnknown());
        }
    }

    @Test
    void filtersAreDataAndReadAsText() {
        Filter<TicketFacts> filter = TicketNumber.REPLIES
                .is(1)
                .and(TicketNumber.REOPENS.atMost(0))
                .and(Filter.reached(Milestone.FIRST_REPLY));

        assertEquals(
                TicketNumber.REPLIES
                        .is(1)
                        .and(TicketNumber.REOPENS.atMost(0))
                        .and(Filter.reached(Milestone.FIRST_REPLY)),
                filter);
        assertEquals("replies = 1 and reopens <= 0 and has first_reply", filter.text());
        assertSame(Answer.YES, filter.test(TICKET));
        assertEquals(Filter.<TicketFacts>code("odd", any -> true), Filter.<TicketFacts>code("odd", any -> false));
        assertNotEquals(TicketNumber.REPLIES.is(1), TicketNumber.REPLIES.atLeast(1));
        assertEquals("yes no unknown: missing", Answer.YES + " " + Answer.NO + " " + UNKNOWN.test(TICKET));
    }

    @Test
    void aLengthKeepsALimitThatItMeetsExactly() {
        DurationColumn<TicketFacts> reply = TicketKpis.firstReplyTime().column();

        assertSame(Answer.YES, reply.atMost(Duration.ofMinutes(1)).test(TICKET));
        assertSame(Answer.NO, reply.atMost(Duration.ofSeconds(59)).test(TICKET));
        assertEquals(
                Optional.of(Absence.STILL_RUNNING),
                TicketKpis.firstResolutionTime()
                        .column()
                        .atMost(Duration.ofDays(1))
                        .test(TICKET)
                        .reason());
    }

    @Test
    void aNegativeSpanIsLeftOutUnlessTheMeasureIsSigned() {
        TicketTimes backwards = TicketKpis.time("backwards", Milestone.FIRST_REPLY, Milestone.CREATED);

        assertEquals(
                Measurement.noData(Absence.NOTHING_COUNTED, LeftOut.of(Absence.NEGATIVE, 1)),
                List.of(TICKET).stream().collect(backwards.median().collector()));
        assertEquals(
                Duration.ofMinutes(-1),
                List.of(TICKET).stream()
                        .collect(backwards.asSigned().min().collector())
                        .orElseThrow());
        assertEquals("backwards.signed.min", backwards.asSigned().min().id());
    }

    @Test
    void everyChoiceShowsInTheId() {
        assertEquals(
                "first_reply_time.on_wall.net_of_pending.by_first_reply.p90",
                TicketKpis.firstReplyTime()
                        .on("wall", BusinessTime.always())
                        .netOf(StatusSet.PENDING)
                        .datedBy(Milestone.FIRST_REPLY)
                        .percentile(90)
                        .id());
        assertEquals(
                "ticket_volume.kept",
                TicketKpis.volume().among("kept", TicketColumns.kept()).id());
        assertThrows(IllegalArgumentException.class, () -> new Clock("Büro", BusinessTime.always()));
        assertEquals(
                "first_reply_time.within_pt1h",
                TicketKpis.firstReplyTime().within(Duration.ofHours(1)).id());
    }

    @Test
    void aFlagCanBeAskedEitherWay() {
        FlagColumn<TicketFacts> verdict = TicketColumns.statedVerdict(StatedValues.SLA_MET);

        assertTrue(verdict.yes().test(TICKET).isUnknown());
        assertTrue(verdict.no().test(TICKET).isUnknown());
        assertSame(Answer.YES, TicketColumns.kept().test(TICKET));
    }

    /** A measure of one's own, in code: how many facts there are, halved. */
    private record Halves() implements Kpi<TicketFacts, Double> {
        private record Counted(long count) implements State<Counted> {
            @Override
            public Counted merge(Counted other) {
                return new Counted(count + other.count);
            }
        }

        private record Counter() implements Accumulator<TicketFacts, Counted, Double> {
            @Override
            public Counted empty() {
                return new Counted(0);
            }

            @Override
            public Counted add(Counted state, TicketFacts fact) {
                return new Counted(state.count() + 1);
            }

            @Override
            public Measurement<Double> result(Counted state) {
                return Measurement.value(state.count() / 2.0, state.count(), LeftOut.none());
            }
        }

        @Override
        public KpiDefinition definition() {
            return KpiDefinition.builder()
                    .id("halves")
                    .formula("count / 2")
                    .population("all")
                    .cohort(cohort().rule())
                    .unit(Unit.COUNT)
                    .range("0 or more")
                    .build();
        }

        @Override
        public Cohort<TicketFacts> cohort() {
            return Cohort.of(TicketFacts.class, Milestone.CREATED);
        }

        @Override
        public Accumulator<TicketFacts, ?, Double> accumulator() {
            return new Counter();
        }
    }

    @Test
    void aMeasureInCodeRunsBesideTheBuiltInOnes() {
        KpiReport report = KpiReport.over(Period.year(1970, UTC))
                .measure(new Halves(), TicketKpis.volume(), new Halves().as("text", String::valueOf))
                .collect(facts());

        assertEquals(0.5, report.value(new Halves()).orElseThrow());
        assertEquals(
                "0.5", report.value(new Halves().as("text", String::valueOf)).orElseThrow());
        assertEquals(1L, report.value(TicketKpis.volume()).orElseThrow());
    }

    @Test
    void aFormulaIsDataToo() {
        Formula<TicketFacts, Ratio> share = new Formula.Share<>(TicketNumber.REPLIES.is(1), YES);

        assertEquals("(replies = 1) / (all)", share.text());
        assertEquals(share, new Formula.Share<>(TicketNumber.REPLIES.is(1), YES));
        assertEquals(
                "replies = 1",
                share.narrowed(TicketNumber.REPLIES.is(1)).among().text());
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> FormulaKpi.of("Not An Id", Unit.SHARE, Cohort.of(TicketFacts.class, Milestone.CREATED), share));
        assertTrue(refusal.toString().contains("KPI id (Not An Id) must be"), refusal.toString());
    }

    @Test
    void allViewsOfATimeComeFromOneState() {
        DurationKpi<TicketFacts> time = TicketKpis.firstReplyTime();

        for (Kpi<TicketFacts, ?> view : List.of(time.mean(), time.total(), time.count(), time.max(), time.median())) {
            assertEquals(time, view.base());
            assertEquals(time.definition().cohort(), view.definition().cohort());
        }
        assertEquals(Unit.COUNT, time.count().definition().unit());
        assertEquals(
                List.of(0L, 1L),
                List.of(TICKET).stream()
                        .collect(time.classes("minutes", List.of(Duration.ofMinutes(1)))
                                .collector())
                        .orElseThrow());
    }
}

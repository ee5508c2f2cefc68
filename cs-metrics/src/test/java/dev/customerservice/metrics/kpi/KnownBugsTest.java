package dev.customerservice.metrics.kpi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.CalendarTimeline;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.sla.SlaBook;
import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.sla.SlaPolicy;
import dev.customerservice.domain.sla.SlaTarget;
import dev.customerservice.domain.survey.SurveyResponse;
import dev.customerservice.domain.survey.SurveyScale;
import dev.customerservice.domain.ticket.AssigneeChanged;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.MessageAdded;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.PriorityChanged;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.metrics.facts.FactExtractor;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.Milestone;
import dev.customerservice.metrics.facts.SlaFacts;
import dev.customerservice.metrics.facts.SurveyFacts;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.report.Dimension;
import dev.customerservice.metrics.report.Explanation;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.DurationDistribution;
import dev.customerservice.metrics.statistics.DurationMean;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Ratio;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Mistakes that were seen in products and packages, one test for each: it fails where the mistake is made again. */
class KnownBugsTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);
    private static final Instant NINE = Instant.parse("2026-03-09T09:00:00Z");
    private static final Instant AS_OF = Instant.parse("2026-04-01T00:00:00Z");
    private static final Actor CUSTOMER = Actor.customer("c");
    private static final Actor ANA = Actor.agent("ana");
    private static final Actor BEN = Actor.agent("ben");

    private static EventHead head(String id, long seconds, Actor by) {
        return EventHead.of(TicketId.of(id), NINE.plusSeconds(seconds), by);
    }

    private static TicketHistory ticket(String id, TicketEvent... more) {
        List<TicketEvent> events = new ArrayList<>();
        events.add(new TicketCreated(
                head(id, 0, CUSTOMER),
                TicketDetails.builder().priority(Priority.LOW).build()));
        events.addAll(Arrays.asList(more));
        return TicketHistory.of(events);
    }

    private static TicketEvent reply(String id, long seconds, Actor by) {
        return MessageAdded.of(head(id, seconds, by), Audience.CUSTOMER);
    }

    private static TicketEvent status(String id, long seconds, Status to) {
        return new StatusChanged(head(id, seconds, ANA), to);
    }

    private static TicketHistory solved(String id, int replies) {
        List<TicketEvent> events = new ArrayList<>();
        for (int i = 1; i <= replies; i++) {
            events.add(reply(id, 60L * i, ANA));
        }
        events.add(status(id, 3600, Status.SOLVED));
        return ticket(id, events.toArray(new TicketEvent[0]));
    }

    private static Facts facts(TicketHistory... histories) {
        return Facts.of(List.of(histories), FactExtractor.asOf(AS_OF)).linked();
    }

    private static <V> Measurement<V> measure(Kpi<TicketFacts, V> kpi, Facts facts) {
        return facts.tickets().stream().collect(kpi.collector());
    }

    private static long count(Kpi<TicketFacts, Long> kpi, Facts facts) {
        return measure(kpi, facts).orElseThrow();
    }

    private static KpiReport monday(Facts facts, Kpi<?, ?> kpi) {
        return KpiReport.over(Period.day(MONDAY, LONDON))
                .measure(kpi)
                .by(Dimension.PRIORITY)
                .by(Dimension.AGENT)
                .collect(facts);
    }

    private static final Facts ONE_OF_EACH = facts(solved("0", 0), solved("1", 1), solved("2", 2), solved("5", 5));

    private static Kpi<TicketFacts, Long> moreThanTwo() {
        return TicketKpis.count("more", Filter.reached(Milestone.RESOLVED).and(TicketNumber.REPLIES.atLeast(3)));
    }

    @Test
    void r01AnUnrepliedTicketIsCounted() {
        assertEquals(1, count(TicketKpis.resolvedWithReplies(0), ONE_OF_EACH), "not 0, as of a column below zero");
    }

    @Test
    void r02ASumIsNoCountOfRows() {
        assertEquals(8, count(TicketKpis.total("replies", TicketNumber.REPLIES), ONE_OF_EACH));
        assertEquals(3, count(TicketKpis.count("replied", TicketNumber.REPLIES.atLeast(1)), ONE_OF_EACH));
    }

    @Test
    void r03NoOneTwoAndMoreRepliesAreDisjointAndAll() {
        long classes = count(TicketKpis.resolvedWithReplies(0), ONE_OF_EACH)
                + count(TicketKpis.resolvedWithReplies(1), ONE_OF_EACH)
                + count(TicketKpis.resolvedWithReplies(2), ONE_OF_EACH)
                + count(moreThanTwo(), ONE_OF_EACH);

        assertEquals(count(TicketKpis.resolvedTickets(), ONE_OF_EACH), classes);
        assertEquals(1, count(moreThanTwo(), ONE_OF_EACH), "a ticket without a reply is not among them");
        assertEquals(
                Ratio.of(1, 4),
                measure(TicketKpis.oneTouch(OneTouch.EXACTLY_ONE), ONE_OF_EACH).orElseThrow());
    }

    @Test
    void r04AReopenedTicketThatIsStillOpenIsReopened() {
        Facts facts = facts(ticket("1", status("1", 60, Status.SOLVED), status("1", 120, Status.OPEN)));

        assertEquals(1, count(TicketKpis.reopens(), facts), "solves less one would be 0");
        assertEquals(Ratio.of(1, 1), measure(TicketKpis.reopenRate(), facts).orElseThrow());
    }

    @Test
    void r05TheLeastOfNothingIsNoValueAndALeastOfZeroIsZero() {
        Facts facts = facts(ticket("1", reply("1", 0, ANA)), ticket("2", reply("2", 60, ANA)));
        TicketTimes time = TicketKpis.firstReplyTime();

        assertEquals(Duration.ZERO, measure(time.min(), facts).orElseThrow());
        assertEquals(
                Duration.ofSeconds(30),
                measure(time.mean(), facts).orElseThrow().toDuration().orElseThrow());
        for (Kpi<TicketFacts, Duration> kpi : List.of(time.min(), time.max(), time.median())) {
            assertTrue(measure(kpi, facts(ticket("1"))).amount().isEmpty(), kpi.id());
        }
    }

    @Test
    void r06NothingIsNeitherZeroNorPartOfAnAverage() {
        BusinessCalendar office = BusinessCalendar.builder()
                .id("office")
                .zone(LONDON)
                .hours(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-17:00"))
                .build();
        Facts facts = facts(ticket("answered", reply("answered", 3600, ANA)), ticket("open"));
        Measurement<DurationMean> mean =
                measure(TicketKpis.firstReplyTime().on("office", office).mean(), facts);

        assertEquals(Duration.ofHours(1), mean.orElseThrow().toDuration().orElseThrow());
        assertEquals(1, mean.n());
        assertEquals(1, mean.leftOut().count(Absence.STILL_RUNNING));
        assertTrue(measure(TicketKpis.firstReplyTime().mean(), facts()).amount().isEmpty());
    }

    @Test
    void r07WhatATicketWasThenIsNotWhatItIsNow() {
        Facts facts = facts(ticket(
                "1",
                reply("1", 60, ANA),
                new PriorityChanged(head("1", 120, ANA), Priority.URGENT),
                status("1", 180, Status.SOLVED)));
        FormulaKpi<TicketFacts, Long> replied = TicketKpis.count("replied", Filter.reached(Milestone.FIRST_REPLY))
                .datedBy(Milestone.FIRST_REPLY);
        KpiReport report = monday(facts, replied);

        assertEquals(1L, report.at(Priority.LOW).value(replied).orElseThrow());
        assertTrue(report.at(Priority.URGENT).value(replied).n() == 0);
    }

    @Test
    void r08WhoSpokeIsPartOfTheEvent() {
        Facts facts = facts(ticket("1", reply("1", 60, Actor.agent("deleted-long-ago"))));

        assertEquals(
                Duration.ofMinutes(1),
                measure(TicketKpis.firstReplyTime().max(), facts).orElseThrow());
    }

    @Test
    void r09EachOfSeveralCalendarsOfADayCounts() {
        BusinessCalendar all = BusinessCalendar.builder()
                .id("all")
                .zone(LONDON)
                .hours(WeeklyHours.alwaysOpen())
                .build();
        BusinessCalendar afternoon = BusinessCalendar.builder()
                .id("afternoon")
                .zone(LONDON)
                .hours(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "12:00-18:00"))
                .build();
        Instant eleven = Instant.parse("2026-03-09T11:00:00Z");
        Instant five = Instant.parse("2026-03-09T17:00:00Z");
        BusinessTime changing = CalendarTimeline.of(all).then(eleven, afternoon).then(five, all);

        assertEquals(Duration.ofHours(2 + 5 + 2), changing.between(NINE, five.plus(Duration.ofHours(2))));
    }

    @Test
    void r10AllHoursOfAllDaysAreTheWallClock() {
        BusinessCalendar all = BusinessCalendar.builder()
                .id("all")
                .zone(LONDON)
                .hours(WeeklyHours.alwaysOpen())
                .build();
        Instant beforeSpring = Instant.parse("2026-03-28T12:34:56.789Z");
        Instant afterAutumn = Instant.parse("2026-10-26T01:02:03Z");

        assertEquals(Duration.between(beforeSpring, afterAutumn), all.between(beforeSpring, afterAutumn));
    }

    private static SlaPolicy policy(String id, Duration within) {
        return SlaPolicy.builder()
                .id(id)
                .addTarget(SlaTarget.of(SlaMetric.RESOLUTION, within))
                .build();
    }

    private static Facts clocked(TicketHistory history, SlaPolicy... policies) {
        FactExtractor extractor =
                FactExtractor.asOf(AS_OF).with(SlaBook.of(policies).resolve(CalendarBook.of()));
        return Facts.of(List.of(history), extractor);
    }

    @Test
    void r11TwoPoliciesGiveTheSameAnswerEachTime() {
        SlaPolicy gold = policy("gold", Duration.ofHours(1));
        SlaPolicy silver = policy("silver", Duration.ofHours(1));
        List<SlaFacts> first = clocked(solved("1", 1), gold, silver).rows(SlaFacts.class);

        assertEquals(1, first.size(), "the first policy that applies");
        assertEquals("gold", first.get(0).policy().value());
        for (int i = 0; i < 20; i++) {
            List<SlaFacts> again = clocked(solved("1", 1), gold, silver).rows(SlaFacts.class);
            assertEquals(first.get(0).policy(), again.get(0).policy());
            assertEquals(first.get(0).dueAt(), again.get(0).dueAt());
        }
    }

    @Test
    void r12ASecondTooLateIsTooLateAndOnTimeIsOnTime() {
        Duration taken = Duration.ofHours(1);
        Ratio met = clocked(solved("1", 1), policy("p", taken)).rows(SlaFacts.class).stream()
                .collect(SlaKpis.slaAttainment(SlaMetric.RESOLUTION).collector())
                .orElseThrow();
        Ratio late = clocked(solved("1", 1), policy("p", taken.minusMillis(1))).rows(SlaFacts.class).stream()
                .collect(SlaKpis.slaAttainment(SlaMetric.RESOLUTION).collector())
                .orElseThrow();
        Duration seen = measure(TicketKpis.firstReplyTime().max(), facts(ticket("1", reply("1", 29, ANA))))
                .orElseThrow();

        assertEquals(Ratio.of(1, 1), met);
        assertEquals(Ratio.of(0, 1), late);
        assertEquals(Duration.ofSeconds(29), seen, "not 0 minutes");
    }

    @Test
    void r13ABotIsNoAgentAndWaitingBeginsWithTheCustomer() {
        Facts facts = facts(ticket(
                "1",
                reply("1", 5, Actor.bot("greeter")),
                new AssigneeChanged(head("1", 600, Actor.automation("router")), Optional.of(AgentId.of("ana"))),
                reply("1", 900, ANA)));

        assertEquals(
                Duration.ofMinutes(15),
                measure(TicketKpis.firstReplyTime().max(), facts).orElseThrow());
        assertEquals(1, count(TicketKpis.total("replies", TicketNumber.REPLIES), facts));
    }

    @Test
    void r14AttributionIsStated() {
        Facts facts = facts(ticket(
                "1",
                new AssigneeChanged(head("1", 10, ANA), Optional.of(AgentId.of("ana"))),
                reply("1", 60, ANA),
                new AssigneeChanged(head("1", 120, ANA), Optional.of(AgentId.of("ben")))));
        TicketTimes byReply = TicketKpis.firstReplyTime().datedBy(Milestone.FIRST_REPLY);
        KpiReport report = monday(facts, byReply);

        assertEquals(1, report.at(AgentId.of("ana")).value(byReply.median()).n());
        assertTrue(report.at(AgentId.of("ben")).value(byReply.median()).amount().isEmpty());
        assertTrue(byReply.definition().cohort().contains("with the attributes of that moment"));
    }

    @Test
    void r15TheMeanLiesWithinTheClassesOfTheSameTime() {
        Facts facts = facts(
                ticket("1", reply("1", 3600, ANA)),
                ticket("2", reply("2", 7200, ANA)),
                ticket("3", reply("3", 200_000, ANA)));
        DurationDistribution all = measure(TicketKpis.firstReplyTime(), facts).orElseThrow();
        List<Duration> edges = List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(3));
        Duration mean = all.mean().toDuration().orElseThrow();

        assertEquals(List.of(0L, 2L, 1L, 0L), all.classes(edges));
        assertTrue(mean.compareTo(Duration.ofHours(1)) >= 0 && mean.compareTo(Duration.ofDays(3)) < 0);
    }

    private static SurveyResponse answered(SurveyScale scale, Optional<Integer> rating) {
        return SurveyResponse.builder()
                .survey("csat")
                .scale(scale)
                .answeredAt(NINE)
                .rating(rating)
                .build();
    }

    private static Measurement<Ratio> csat(SurveyResponse... surveys) {
        return facts().surveys(List.of(surveys)).rows(SurveyFacts.class).stream()
                .collect(SurveyKpis.csat().collector());
    }

    @Test
    void r16AnAnswerWithoutARatingIsInNoDenominator() {
        SurveyScale stars = SurveyScale.satisfaction(5);
        Measurement<Ratio> share = csat(answered(stars, Optional.of(5)), answered(stars, Optional.empty()));

        assertEquals(Ratio.of(1, 1), share.orElseThrow());
        assertEquals(1, share.leftOut().count(Absence.MISSING));
    }

    @Test
    void r17AScaleWithoutACutDoesNotExist() {
        assertThrows(IllegalArgumentException.class, () -> SurveyScale.satisfaction(9));
        assertThrows(
                IllegalArgumentException.class,
                () -> new SurveyScale(1, 9, SurveyScale.Direction.HIGHER_IS_BETTER, 10, Optional.empty()));
    }

    @Test
    void r18ADislikeIsNoLike() {
        SurveyScale thumbs = new SurveyScale(0, 1, SurveyScale.Direction.HIGHER_IS_BETTER, 1, Optional.of(0));
        SurveyScale trouble = new SurveyScale(0, 1, SurveyScale.Direction.LOWER_IS_BETTER, 0, Optional.of(1));

        assertEquals(Ratio.of(0, 1), csat(answered(thumbs, Optional.of(0))).orElseThrow());
        assertEquals(Ratio.of(1, 1), csat(answered(trouble, Optional.of(0))).orElseThrow());
    }

    @Test
    void r19ABreachIsSeenOnADoneTicketWhenAskedLater() {
        SlaFacts clock = clocked(solved("1", 1), policy("made-years-later", Duration.ofMinutes(30)))
                .rows(SlaFacts.class)
                .get(0);

        assertEquals(SlaFacts.Outcome.BREACHED, clock.outcome());
        assertEquals(Optional.of(Duration.ofMinutes(30)), clock.overdueBy());
    }

    @Test
    void r20EveryNumberNamesTheTicketsBehindIt() {
        Facts facts = facts(
                ticket("in", reply("in", 60, ANA)),
                ticket("waiting"),
                ticket("never", status("never", 60, Status.SOLVED)));
        TicketTimes time = TicketKpis.firstReplyTime();
        KpiReport report = monday(facts, time);
        Explanation<TicketFacts> why = report.total().explain(time.median(), facts);

        assertEquals(List.of("in"), ids(why.entered()));
        assertEquals(List.of("waiting"), ids(why.censored()));
        assertEquals(List.of("never"), ids(why.excluded()));
        assertEquals(Optional.of(Absence.MISSING), why.excluded().get(0).reason());
        assertEquals(60, why.entered().get(0).own().orElseThrow());
        assertEquals(report.value(time.median()).n(), why.entered().size());
        assertEquals(
                report.value(time.median()).leftOut().total(),
                why.excluded().size() + why.censored().size());
    }

    private static List<String> ids(List<Explanation.Item<TicketFacts>> items) {
        return items.stream().map(item -> item.fact().ticket().value()).toList();
    }

    @Test
    void r21EqualValuesAreNotOneValue() {
        Facts once = facts(solved("1", 2), ticket("2", reply("2", 60, BEN)));
        List<TicketFacts> twice = new ArrayList<>(once.tickets());
        twice.addAll(once.tickets());
        Kpi<TicketFacts, Long> replies = TicketKpis.total("replies", TicketNumber.REPLIES);
        Kpi<TicketFacts, DurationMean> mean = TicketKpis.firstReplyTime().mean();

        assertEquals(6L, twice.stream().collect(replies.collector()).orElseThrow());
        assertEquals(
                measure(mean, once).orElseThrow().toDuration(),
                twice.stream().collect(mean.collector()).orElseThrow().toDuration());
        assertNotEquals(
                measure(mean, once).n(),
                twice.stream().collect(mean.collector()).n());
    }
}

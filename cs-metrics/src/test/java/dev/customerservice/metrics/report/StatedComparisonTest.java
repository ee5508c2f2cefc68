package dev.customerservice.metrics.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.sla.Again;
import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.sla.SlaPlan;
import dev.customerservice.domain.sla.SlaPolicy;
import dev.customerservice.domain.sla.SlaTarget;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.StatedValues;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusCategory;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TeamChanged;
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedComparisonTest {
    private static final TicketId ID = TicketId.of("T-1");
    private static final Instant ASOF = Instant.parse("2026-03-10T00:00:00Z");
    private static final SlaMetric WITH_TEAM = SlaMetric.builder()
            .id("with_team")
            .start(TicketCondition.team("team-1"))
            .stop(TicketCondition.not(TicketCondition.team("team-1")))
            .again(Again.NEW_CYCLE)
            .build();
    private static final SlaPlan PLAN = SlaPolicy.builder()
            .id("p")
            .addTarget(SlaTarget.of(SlaMetric.RESOLUTION, Duration.ofHours(8))
                    .during("office")
                    .pausedWhile(StatusCategory.PENDING))
            .addTarget(SlaTarget.of(WITH_TEAM, Duration.ofHours(2)).during("office"))
            .build()
            .resolve(CalendarBook.of(BusinessCalendar.builder()
                    .id("office")
                    .zone("UTC")
                    .hours(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-17:00"))
                    .build()));

    private static EventHead head(String at) {
        return EventHead.of(ID, Instant.parse("2026-03-" + at + ":00Z"), Actor.agent("ann"));
    }

    /** Monday 15:00, paused 16:00 to Tuesday 10:00, solved Tuesday 12:00: three hours counted, two paused, 21 on the wall. */
    private static TicketHistory solved(StatedValues stated) {
        return TicketHistory.of(
                        new TicketCreated(head("02T15:00"), TicketDetails.none()),
                        new StatusChanged(head("02T16:00"), Status.of("pending", StatusCategory.PENDING)),
                        new StatusChanged(head("03T10:00"), Status.OPEN),
                        new StatusChanged(head("03T12:00"), Status.SOLVED))
                .stating(stated);
    }

    /** An hour without a team, then one hour with it, an hour without, and three hours with it. */
    private static TicketHistory handedOver(StatedValues stated) {
        TeamId team = TeamId.of("team-1");
        TeamId other = TeamId.of("team-2");
        return TicketHistory.of(
                        new TicketCreated(head("02T09:00"), TicketDetails.none()),
                        new TeamChanged(head("02T10:00"), Optional.of(team)),
                        new TeamChanged(head("02T11:00"), Optional.of(other)),
                        new TeamChanged(head("02T12:00"), Optional.of(team)),
                        new TeamChanged(head("02T15:00"), Optional.of(other)))
                .stating(stated);
    }

    private static StatedComparison.Line line(TicketHistory history, SlaMetric metric) {
        StatedComparison comparison = StatedComparison.with(PLAN)
                .length("length", metric)
                .breach("late", metric)
                .collect(List.of(history), ASOF);
        assertEquals(1, comparison.lines().size());
        return comparison.lines().get(0);
    }

    private static StatedValues length(String length) {
        return StatedValues.builder()
                .putDuration("length", Duration.parse(length))
                .build();
    }

    private static StatedValues late(boolean late) {
        return StatedValues.builder().putVerdict("late", late).build();
    }

    @ParameterizedTest
    @CsvSource({
        "PT3H, AGREES",
        "PT3H1M, AGREES",
        "PT2H59M, AGREES",
        "PT3H1M1S, UNEXPLAINED",
        "PT21H, ROUND_THE_CLOCK",
        "PT5H, PAUSES_COUNTED",
        "PT7H, UNEXPLAINED"
    })
    void theWayOfCountingThatGivesAStatedLengthIsNamed(String stated, StatedComparison.Why why) {
        StatedComparison.Line line = line(solved(length(stated)), SlaMetric.RESOLUTION);
        assertEquals(
                new StatedComparison.Length(
                        ID, "length", Duration.parse(stated), Optional.of(Duration.ofHours(3)), why),
                line);
    }

    @ParameterizedTest
    @CsvSource({"PT3H, AGREES", "PT1H, OTHER_CYCLE", "PT4H, ALL_CYCLES", "PT6H, SINCE_CREATION", "PT2H, UNEXPLAINED"})
    void aStatedLengthMayBeOfAnotherCycle(String stated, StatedComparison.Why why) {
        assertEquals(why, line(handedOver(length(stated)), WITH_TEAM).why());
    }

    @Test
    void aStatedBreachMayComeFromCountingMore() {
        assertEquals(
                new StatedComparison.Breach(ID, "late", true, Optional.of(false), StatedComparison.Why.ROUND_THE_CLOCK),
                line(solved(late(true)), SlaMetric.RESOLUTION));
        assertEquals(
                StatedComparison.Why.AGREES,
                line(solved(late(false)), SlaMetric.RESOLUTION).why());
        assertEquals(
                StatedComparison.Why.AGREES,
                line(handedOver(late(true)), WITH_TEAM).why());
        assertEquals(
                StatedComparison.Why.UNEXPLAINED,
                line(handedOver(late(false)), WITH_TEAM).why());
    }

    @Test
    void aBreachThatPausesAloneBringIsToldFromOneOfTheWallClock() {
        SlaPlan longer = SlaPolicy.builder()
                .id("p")
                .addTarget(
                        SlaTarget.of(SlaMetric.RESOLUTION, Duration.ofHours(4)).pausedWhile(StatusCategory.PENDING))
                .build()
                .resolve(CalendarBook.of());
        TicketHistory history = solved(late(true));
        assertEquals(
                Map.of(StatedComparison.Why.PAUSES_COUNTED, 1L),
                StatedComparison.with(longer)
                        .breach("late", SlaMetric.RESOLUTION)
                        .collect(List.of(history), ASOF)
                        .counts());
    }

    @Test
    void aBreachOfAnEarlierCycleIsNotOfTheNewest() {
        TicketHistory back = TicketHistory.of(
                        new TicketCreated(
                                head("02T09:00"),
                                TicketDetails.builder()
                                        .team(TeamId.of("team-1"))
                                        .build()),
                        new TeamChanged(head("02T15:00"), Optional.of(TeamId.of("team-2"))),
                        new TeamChanged(head("03T09:00"), Optional.of(TeamId.of("team-1"))),
                        new TeamChanged(head("03T10:00"), Optional.of(TeamId.of("team-2"))))
                .stating(late(false));
        assertEquals(
                new StatedComparison.Breach(ID, "late", false, Optional.of(true), StatedComparison.Why.OTHER_CYCLE),
                line(back, WITH_TEAM));
    }

    @Test
    void aClockThatNeverStartedIsNoZero() {
        TicketHistory neverThere = solved(length("PT1H"));
        assertEquals(
                new StatedComparison.Length(
                        ID, "length", Duration.ofHours(1), Optional.empty(), StatedComparison.Why.NO_CLOCK),
                line(neverThere, WITH_TEAM));
        assertEquals(
                new StatedComparison.Breach(ID, "late", true, Optional.empty(), StatedComparison.Why.NO_CLOCK),
                line(solved(late(true)), WITH_TEAM));
    }

    @Test
    void whatIsNotStatedGivesNoLineAndWhatDiffersIsCounted() {
        StatedComparison comparison = StatedComparison.with(PLAN)
                .within(Duration.ZERO)
                .length("length", SlaMetric.RESOLUTION)
                .collect(
                        List.of(
                                solved(StatedValues.none()),
                                solved(length("PT3H")),
                                solved(length("PT3H1S")),
                                solved(length("PT21H"))),
                        ASOF);
        assertEquals(
                Map.of(
                        StatedComparison.Why.AGREES, 1L,
                        StatedComparison.Why.UNEXPLAINED, 1L,
                        StatedComparison.Why.ROUND_THE_CLOCK, 1L),
                comparison.counts());
        assertEquals(
                List.of("length", "length"),
                comparison.differing().stream().map(StatedComparison.Line::name).toList());
        assertEquals(ID, comparison.differing().get(0).ticket());
    }

    @Test
    void aToleranceBelowZeroIsRefused() {
        StatedComparison.Builder builder = StatedComparison.with(PLAN);
        assertThrows(IllegalArgumentException.class, () -> builder.within(Duration.ofSeconds(-1)));
    }
}

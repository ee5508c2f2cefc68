package dev.customerservice.metrics.report;

import static dev.customerservice.domain.sla.SlaMetric.FIRST_REPLY;
import static dev.customerservice.domain.sla.SlaMetric.RESOLUTION;
import static dev.customerservice.metrics.kpi.SlaKpis.slaAttainment;
import static dev.customerservice.metrics.kpi.SurveyKpis.csat;
import static dev.customerservice.metrics.kpi.TicketKpis.firstContactResolution;
import static dev.customerservice.metrics.kpi.TicketKpis.firstReplyTime;
import static dev.customerservice.metrics.kpi.TicketKpis.volume;
import static java.time.Month.NOVEMBER;
import static java.time.Month.OCTOBER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.sla.SlaPolicy;
import dev.customerservice.domain.sla.SlaTarget;
import dev.customerservice.domain.survey.SurveyResponse;
import dev.customerservice.domain.survey.SurveyScale;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.MessageAdded;
import dev.customerservice.domain.ticket.Requester;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TeamChanged;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.metrics.facts.FactExtractor;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.Milestone;
import dev.customerservice.metrics.kpi.BacklogKpis;
import dev.customerservice.metrics.kpi.Filter;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.kpi.TicketKpis;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Ratio;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KpiReportTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant MONDAY_NINE = Instant.parse("2026-10-05T08:00:00Z");
    private static final Instant AS_OF = Instant.parse("2026-11-15T00:00:00Z");
    private static final TeamId FRONT = TeamId.of("front");
    private static final TeamId BACK = TeamId.of("back");
    private static final Actor ANA = Actor.agent("ana");
    private static final BusinessCalendar OFFICE = BusinessCalendar.builder()
            .id("london")
            .zone(LONDON)
            .hours(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-17:30"))
            .build();
    private static final FactExtractor EXTRACTOR = FactExtractor.asOf(AS_OF)
            .with(SlaPolicy.builder()
                    .id("gold")
                    .addTarget(SlaTarget.of(FIRST_REPLY, Duration.ofHours(1)).during("london"))
                    .addTarget(SlaTarget.of(RESOLUTION, Duration.ofHours(8)).during("london"))
                    .build()
                    .resolve(CalendarBook.of(OFFICE)));

    /** Ada is answered after half an hour and solved after four; she comes back about something else five days later. */
    private static List<TicketHistory> histories() {
        return List.of(
                ticket("T-1", "ada", MONDAY_NINE, Duration.ofMinutes(30), Optional.of(Duration.ofHours(4))),
                ticket("T-2", "ada", MONDAY_NINE.plus(Duration.ofDays(5)), Duration.ofHours(60), Optional.empty()),
                ticket("T-3", "bob", MONDAY_NINE, Duration.ofMinutes(45), Optional.of(Duration.ofDays(3))),
                ticket("T-4", "eve", MONDAY_NINE.minus(Duration.ofDays(30)), Duration.ofMinutes(90), Optional.empty()));
    }

    private static TicketHistory ticket(
            String name, String customer, Instant at, Duration reply, Optional<Duration> solved) {
        TicketId id = TicketId.of(name);
        TicketHistory history = TicketHistory.of(
                new TicketCreated(
                        EventHead.of(id, at, Actor.customer(customer)),
                        TicketDetails.builder()
                                .team(FRONT)
                                .requester(Requester.of(CustomerId.of(customer)))
                                .build()),
                MessageAdded.of(EventHead.of(id, at.plus(reply), ANA), Audience.CUSTOMER));
        return solved.map(after -> history.plus(new TeamChanged(
                                EventHead.of(id, at.plus(after).minusSeconds(60), ANA), Optional.of(BACK)))
                        .plus(new StatusChanged(EventHead.of(id, at.plus(after), ANA), Status.SOLVED)))
                .orElse(history);
    }

    private static SurveyResponse rated(String ticket, int rating) {
        return SurveyResponse.builder()
                .survey("csat")
                .scale(SurveyScale.satisfaction(5))
                .answeredAt(MONDAY_NINE.plus(Duration.ofDays(4)))
                .rating(rating)
                .ticket(TicketId.of(ticket))
                .build();
    }

    @Test
    void theReportOfTheReadme() {
        FactExtractor extractor = EXTRACTOR;
        List<TicketHistory> histories = histories();
        List<SurveyResponse> responses = List.of(rated("T-1", 5), rated("T-3", 3));
        BusinessCalendar london = OFFICE;
        TeamId team = FRONT;

        KpiReport october = KpiReport.over(Period.month(2026, OCTOBER, london.zone()))
                .measure(
                        firstReplyTime().percentile(90),
                        slaAttainment(RESOLUTION),
                        firstContactResolution(Duration.ofDays(7)),
                        csat())
                .by(Dimension.TEAM)
                .collect(Facts.of(histories, extractor).surveys(responses).linked());

        assertEquals(
                Ratio.of(1, 3),
                october.at(team).value(slaAttainment(RESOLUTION)).orElseThrow());
        assertEquals(
                Ratio.of(1, 2),
                october.value(firstContactResolution(Duration.ofDays(7))).orElseThrow());
        assertEquals(Ratio.of(1, 2), october.at(BACK).value(csat()).orElseThrow());
        assertInstanceOf(Measurement.NoData.class, october.at(team).value(csat()));
        assertEquals(
                Duration.ofMinutes(45), october.value(firstReplyTime().median()).orElseThrow());
        assertEquals(3, october.value(firstReplyTime().count()).orElseThrow());
    }

    @Test
    void unlinkedContactsAreNoPerfectScore() {
        Measurement<Ratio> fcr = KpiReport.over(Period.month(2026, OCTOBER, LONDON))
                .measure(firstContactResolution(Duration.ofDays(7)))
                .collect(Facts.of(histories(), EXTRACTOR))
                .value(firstContactResolution(Duration.ofDays(7)));

        assertEquals(Measurement.noData(Absence.NOT_LINKED, LeftOut.of(Absence.NOT_LINKED, 2)), fcr);
    }

    @Test
    void ofNoTicketsNothingIsKnownAndNotEvenACountIsZero() {
        KpiReport nothing = KpiReport.over(Period.month(2026, OCTOBER, LONDON))
                .measure(volume(), firstReplyTime().median(), BacklogKpis.backlog(), csat())
                .by(Dimension.TEAM)
                .collect(Facts.of(List.of(), EXTRACTOR));

        for (Kpi<?, ?> kpi : nothing.measures()) {
            assertEquals(Measurement.noData(Absence.NO_FACTS, LeftOut.none()), nothing.value(kpi), kpi.id());
        }
        assertEquals(List.of(), nothing.slices(Dimension.TEAM));
    }

    @Test
    void anEmptyMonthAmongTicketsIsZeroTicketsAndNoTime() {
        KpiReport november = KpiReport.over(Period.month(2026, NOVEMBER, LONDON))
                .measure(volume(), firstReplyTime().median(), BacklogKpis.backlog())
                .collect(Facts.of(histories(), EXTRACTOR));

        assertEquals(0L, november.value(volume()).orElseThrow());
        assertEquals(
                Measurement.noData(Absence.NOTHING_COUNTED, LeftOut.none()),
                november.value(firstReplyTime().median()));
        assertEquals(2L, november.value(BacklogKpis.backlog()).orElseThrow(), "so far");
        assertFalse(november.total().isComplete());
    }

    @Test
    void aPeriodThatHasNotBegunIsNotYetKnown() {
        KpiReport winter = KpiReport.over(Period.between(LocalDate.of(2026, 10, 1), LocalDate.of(2027, 1, 1), LONDON))
                .measure(volume(), BacklogKpis.backlog(), TicketKpis.resolutions())
                .every(Granularity.MONTH)
                .collect(Facts.of(histories(), EXTRACTOR));

        List<Slice> months = winter.total().series();
        assertEquals(
                List.of(true, false, false),
                months.stream().map(Slice::isComplete).toList());
        for (Kpi<?, ?> kpi : winter.measures()) {
            assertEquals(
                    Measurement.noData(KpiReport.NOT_YET, LeftOut.none()),
                    months.get(2).value(kpi),
                    kpi.id());
        }
        assertEquals(0L, months.get(1).value(TicketKpis.resolutions()).orElseThrow());
    }

    @Test
    void aCountOfWhatWasExtractedIsZeroWhereThereIsNone() {
        Period october = Period.month(2026, OCTOBER, LONDON);
        Facts unsolved = Facts.of(histories().subList(1, 2), EXTRACTOR);
        assertEquals(
                0L,
                KpiReport.over(october)
                        .measure(TicketKpis.resolutions())
                        .collect(unsolved)
                        .value(TicketKpis.resolutions())
                        .orElseThrow());
        assertEquals(
                Measurement.noData(Absence.NO_FACTS, LeftOut.none()),
                KpiReport.over(october).measure(csat()).collect(unsolved).value(csat()),
                "no surveys were given");
    }

    @Test
    void theMonthBeforeIsMeasuredInTheSameRun() {
        KpiReport october = KpiReport.over(Period.month(2026, OCTOBER, LONDON))
                .measure(volume(), firstReplyTime().median(), slaAttainment(RESOLUTION))
                .by(Dimension.TEAM)
                .againstPrevious()
                .collect(Facts.of(histories(), EXTRACTOR));

        assertEquals(2.0, october.comparison(volume()).absolute().orElseThrow());
        assertEquals(2.0, october.at(FRONT).comparison(volume()).relative().orElseThrow());
        assertEquals(
                -2700.0,
                october.comparison(firstReplyTime().median()).absolute().orElseThrow());
        assertEquals(
                Measurement.noData(Absence.FROM_ZERO, LeftOut.none()),
                october.comparison(slaAttainment(RESOLUTION)).relative());
    }

    @Test
    @Tag("S1-27")
    void weeksOfAMonthAddUp() {
        KpiReport october = KpiReport.over(Period.month(2026, OCTOBER, LONDON))
                .measure(volume(), BacklogKpis.backlog(), volume().datedBy(Milestone.RESOLVED))
                .every(Granularity.WEEK)
                .collect(Facts.of(histories(), EXTRACTOR));

        assertEquals(
                List.of("2026-10-01..2026-10-04", "2026-W41", "2026-W42", "2026-W43", "2026-10-26..2026-10-31"),
                october.total().series().stream()
                        .map(slice -> slice.period().label())
                        .toList());
        assertEquals(
                List.of(0L, 3L, 0L, 0L, 0L),
                october.series(volume()).stream().map(Measurement::orElseThrow).toList());
        assertEquals(
                List.of(1L, 2L, 2L, 2L, 2L),
                october.series(BacklogKpis.backlog()).stream()
                        .map(Measurement::orElseThrow)
                        .toList());
        assertEquals(2L, october.value(volume().datedBy(Milestone.RESOLVED)).orElseThrow());
    }

    @Test
    void slicesSayWhatTheyAre() {
        KpiReport october = KpiReport.over(Period.month(2026, OCTOBER, LONDON))
                .measure(volume())
                .by(Dimension.PRIORITY, Dimension.TEAM)
                .by(Dimension.TEAM.latest())
                .collect(Facts.of(histories(), EXTRACTOR));
        Slice only = october.slices(Dimension.PRIORITY, Dimension.TEAM).get(0);

        assertEquals("{priority=none, team=front}", only.labels().toString());
        assertEquals(Optional.of(FRONT), only.value(Dimension.TEAM));
        assertEquals(Optional.empty(), only.value(Dimension.PRIORITY));
        assertEquals(
                List.of("{latest_team=back}", "{latest_team=front}"),
                october.slices(Dimension.TEAM.latest()).stream()
                        .map(slice -> slice.labels().toString())
                        .toList());
        assertThrows(IllegalArgumentException.class, () -> only.value(Dimension.CHANNEL));
        assertThrows(IllegalArgumentException.class, () -> october.at(FRONT));
    }

    @Test
    void oneIdMustMeanOneDefinition() {
        KpiReport.Builder builder = KpiReport.over(Period.month(2026, OCTOBER, LONDON))
                .measure(TicketKpis.count("odd", Filter.every()))
                .measure(TicketKpis.count("odd", Filter.every()));
        Kpi<?, ?> other = TicketKpis.count("odd", Filter.reached(Milestone.RESOLVED));
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> builder.measure(other));
        Kpi<?, ?> wall = firstReplyTime().on("office", OFFICE).median();
        Kpi<?, ?> another = firstReplyTime()
                .on(
                        "office",
                        OFFICE.difference(BusinessCalendar.builder()
                                .id("lunch")
                                .zone(LONDON)
                                .hours(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "12:00-13:00"))
                                .build()))
                .percentile(90);

        assertTrue(refusal.toString().contains("KPI id (odd) must mean one definition"), refusal.toString());
        builder.measure(wall);
        assertThrows(IllegalArgumentException.class, () -> builder.measure(another));
        KpiReport report = builder.collect(Facts.of(histories(), EXTRACTOR));
        assertThrows(IllegalArgumentException.class, () -> report.value(volume()));
        assertThrows(IllegalArgumentException.class, () -> report.comparison(TicketKpis.count("odd", Filter.every())));
    }

    @Test
    void surveysAreKnownOnlyFromTheirAnswerOn() {
        SurveyResponse late = SurveyResponse.builder()
                .from(rated("T-1", 1))
                .sentAt(MONDAY_NINE)
                .answeredAt(AS_OF.plusSeconds(1))
                .build();
        Measurement<Ratio> october = KpiReport.over(
                        Period.between(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 1), LONDON))
                .measure(csat())
                .collect(Facts.of(histories(), EXTRACTOR).surveys(List.of(late, rated("T-3", 4))))
                .value(csat());

        assertEquals(Measurement.value(Ratio.of(1, 1), 1, LeftOut.of(Absence.MISSING, 1)), october);
    }
}

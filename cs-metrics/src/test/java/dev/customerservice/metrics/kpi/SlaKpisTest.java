package dev.customerservice.metrics.kpi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.SlaPolicyId;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.metrics.facts.Attributes;
import dev.customerservice.metrics.facts.Moment;
import dev.customerservice.metrics.facts.SlaFacts;
import dev.customerservice.metrics.facts.SlaMoment;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.DurationDistribution;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Ratio;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlaKpisTest {
    private static final Instant NOON = Instant.parse("2026-10-05T12:00:00Z");
    private static final SlaMetricId RESOLUTION = SlaMetric.RESOLUTION.id();
    private static final Duration TARGET = Duration.ofHours(8);

    /** A clock as it could be read; how long it took is all that varies. */
    private record Clocked(Outcome outcome, Duration elapsed, SlaMetricId metric, boolean isLast, Outcome overall)
            implements SlaFacts {
        @Override
        public TicketId ticket() {
            return TicketId.of("T-1");
        }

        @Override
        public SlaPolicyId policy() {
            return SlaPolicyId.of("gold");
        }

        @Override
        public Optional<Instant> dueAt() {
            return Optional.of(NOON.plus(TARGET));
        }

        @Override
        public Optional<Moment> stopped() {
            return outcome == Outcome.MET || outcome == Outcome.BREACHED
                    ? Optional.of(Moment.of(NOON.plus(elapsed), Attributes.none()))
                    : Optional.empty();
        }

        @Override
        public Duration paused() {
            return Duration.ZERO;
        }

        @Override
        public Optional<Duration> overdueBy() {
            return Optional.empty();
        }

        @Override
        public Optional<Duration> target() {
            return Optional.of(TARGET);
        }

        @Override
        public Instant at() {
            return NOON;
        }

        @Override
        public Attributes as() {
            return Attributes.none();
        }

        @Override
        public Instant asOf() {
            return NOON.plus(Duration.ofDays(9));
        }

        @Override
        public Attributes latest() {
            return Attributes.none();
        }
    }

    private static SlaFacts clock(SlaFacts.Outcome outcome, long hours) {
        return new Clocked(outcome, Duration.ofHours(hours), RESOLUTION, true, outcome);
    }

    private static SlaFacts cycle(SlaFacts.Outcome outcome, boolean last, SlaFacts.Outcome overall) {
        return new Clocked(outcome, TARGET, RESOLUTION, last, overall);
    }

    /** Two met, one late, one late by due though within the target, one late and open, one open, one called off. */
    private static final List<SlaFacts> CLOCKS = List.of(
            clock(SlaFacts.Outcome.MET, 1),
            clock(SlaFacts.Outcome.MET, 8),
            clock(SlaFacts.Outcome.BREACHED, 9),
            clock(SlaFacts.Outcome.BREACHED, 8),
            clock(SlaFacts.Outcome.RUNNING_LATE, 20),
            clock(SlaFacts.Outcome.RUNNING, 3),
            clock(SlaFacts.Outcome.CANCELLED, 3),
            new Clocked(SlaFacts.Outcome.MET, TARGET, SlaMetric.FIRST_REPLY.id(), true, SlaFacts.Outcome.MET));

    @Test
    void openBreachesCountAndOpenClocksDoNot() {
        assertEquals(
                Measurement.value(
                        Ratio.of(2, 5), 5, LeftOut.of(Absence.STILL_RUNNING, 1).plus(LeftOut.of(Absence.CANCELLED, 1))),
                CLOCKS.stream()
                        .collect(SlaKpis.slaAttainment(SlaMetric.RESOLUTION).collector()));
        assertEquals(
                3L,
                CLOCKS.stream()
                        .collect(SlaKpis.slaBreaches(RESOLUTION).collector())
                        .orElseThrow());
    }

    @Test
    void theTimeOfAClockCountsOnceItHasStopped() {
        Measurement<DurationDistribution> hours =
                CLOCKS.stream().collect(SlaKpis.slaElapsed(RESOLUTION).collector());
        assertEquals(LeftOut.of(Absence.STILL_RUNNING, 2).plus(LeftOut.of(Absence.CANCELLED, 1)), hours.leftOut());
        assertEquals(
                Optional.of(Duration.ofMinutes(390)), hours.orElseThrow().mean().toDuration());
        assertEquals(4, hours.n());
        assertEquals(
                6L,
                CLOCKS.stream()
                        .collect(SlaKpis.slaElapsed(RESOLUTION).survival().collector())
                        .orElseThrow()
                        .count(),
                "those that still run are censored, the one called off is not there");
    }

    @Test
    void ofStoppedClocksAloneTheFigureIsKinder() {
        assertEquals(
                Measurement.value(
                        Ratio.of(2, 4), 4, LeftOut.of(Absence.STILL_RUNNING, 2).plus(LeftOut.of(Absence.CANCELLED, 1))),
                CLOCKS.stream()
                        .collect(SlaKpis.slaAttainmentOfStopped(RESOLUTION).collector()));
    }

    @Test
    void byElapsedTimeWhatTookExactlyTheTargetIsMet() {
        assertEquals(
                Ratio.of(3, 5),
                CLOCKS.stream()
                        .collect(SlaKpis.slaAttainmentByElapsed(RESOLUTION).collector())
                        .orElseThrow());
    }

    /** Six tickets: late then met, met then late, met twice, met and running, late and running, called off. */
    private static final List<SlaFacts> CYCLES = List.of(
            cycle(SlaFacts.Outcome.BREACHED, false, SlaFacts.Outcome.BREACHED),
            cycle(SlaFacts.Outcome.MET, true, SlaFacts.Outcome.BREACHED),
            cycle(SlaFacts.Outcome.MET, false, SlaFacts.Outcome.RUNNING_LATE),
            cycle(SlaFacts.Outcome.RUNNING_LATE, true, SlaFacts.Outcome.RUNNING_LATE),
            cycle(SlaFacts.Outcome.MET, false, SlaFacts.Outcome.MET),
            cycle(SlaFacts.Outcome.MET, true, SlaFacts.Outcome.MET),
            cycle(SlaFacts.Outcome.MET, false, SlaFacts.Outcome.RUNNING),
            cycle(SlaFacts.Outcome.RUNNING, true, SlaFacts.Outcome.RUNNING),
            cycle(SlaFacts.Outcome.BREACHED, false, SlaFacts.Outcome.BREACHED),
            cycle(SlaFacts.Outcome.RUNNING, true, SlaFacts.Outcome.BREACHED),
            cycle(SlaFacts.Outcome.CANCELLED, true, SlaFacts.Outcome.CANCELLED));

    @Test
    void theLastCycleForgetsWhatWasLateBefore() {
        assertEquals(
                Measurement.value(
                        Ratio.of(2, 3), 3, LeftOut.of(Absence.STILL_RUNNING, 2).plus(LeftOut.of(Absence.CANCELLED, 1))),
                CYCLES.stream()
                        .collect(SlaKpis.slaAttainmentOfLastCycle(RESOLUTION).collector()));
        assertEquals(
                Ratio.of(5, 8),
                CYCLES.stream()
                        .collect(SlaKpis.slaAttainment(RESOLUTION).collector())
                        .orElseThrow());
    }

    @Test
    void neverBreachedForgetsNothing() {
        assertEquals(
                Measurement.value(
                        Ratio.of(1, 4), 4, LeftOut.of(Absence.STILL_RUNNING, 1).plus(LeftOut.of(Absence.CANCELLED, 1))),
                CYCLES.stream().collect(SlaKpis.slaNeverBreached(RESOLUTION).collector()));
    }

    @Test
    void aClockCanBeDatedByStartStopOrDue() {
        SlaFacts open = clock(SlaFacts.Outcome.RUNNING, 3);

        assertEquals(Optional.of(NOON), SlaMoment.STARTED.of(open).map(Moment::at));
        assertEquals(Optional.empty(), SlaMoment.STOPPED.of(open).map(Moment::at));
        assertEquals(Optional.of(NOON.plus(TARGET)), SlaMoment.DUE.of(open).map(Moment::at));
        assertEquals(
                "sla_attainment.resolution.by_due",
                SlaKpis.slaAttainment(RESOLUTION).datedBy(SlaMoment.DUE).id());
    }
}

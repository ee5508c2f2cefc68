package dev.customerservice.domain.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.sla.EscalationReading;
import dev.customerservice.domain.sla.Matching;
import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.sla.SlaPlan;
import dev.customerservice.domain.sla.SlaReading;
import dev.customerservice.domain.sla.SlaReadings;
import dev.customerservice.domain.sla.SlaSpan;
import dev.customerservice.domain.sla.SlaState;
import dev.customerservice.domain.sla.SlaTarget;
import dev.customerservice.domain.sla.SlaTrace;
import dev.customerservice.domain.sla.TargetTime;
import dev.customerservice.domain.sla.TraceSegment;
import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.TicketHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What every plan promises, whatever its metrics, policies and calendars; call {@link #hold} with histories from {@link Histories} to
 * prove your own.
 */
public final class SlaLaws {
    private SlaLaws() {}

    /**
     * Proves every law of this class at two instants.
     *
     * @param plan the plan to prove
     * @param history any history
     * @param asOf any instant
     * @param later how much later the second instant is, zero or more
     */
    public static void hold(SlaPlan plan, TicketHistory history, Instant asOf, Duration later) {
        aPrefixNeverSeesTheFuture(plan, history, asOf);
        SlaReadings readings = plan.read(history, asOf);
        cyclesFollowEachOther(plan, readings);
        for (SlaReading reading : readings.all()) {
            theTraceIsGaplessAndSumsUp(plan, reading);
            stateAndDueTimeAgree(reading);
            levelsKeepTheirOrder(reading);
        }
        whatWasReadStaysTrue(plan, history, asOf, asOf.plus(later));
    }

    /**
     * Events after the instant of a reading change nothing.
     *
     * @param plan the plan to prove
     * @param history any history
     * @param asOf any instant
     */
    public static void aPrefixNeverSeesTheFuture(SlaPlan plan, TicketHistory history, Instant asOf) {
        SlaReadings whole = plan.read(history, asOf);
        Optional<TicketHistory> prefix = history.until(asOf);
        assertEquals(
                whole.all(), prefix.map(past -> plan.read(past, asOf).all()).orElse(List.of()));
    }

    /**
     * The trace has no gap from the start to the end, and its parts sum up to what the reading says.
     *
     * @param plan the plan that gave the reading
     * @param reading any reading
     */
    public static void theTraceIsGaplessAndSumsUp(SlaPlan plan, SlaReading reading) {
        SlaTrace trace = plan.explain(reading);
        assertEquals(reading.elapsed(), trace.total(TraceSegment.Kind.COUNTED), "counted segments = elapsed");
        assertEquals(reading.paused(), trace.total(TraceSegment.Kind.PAUSED), "paused segments = paused");
        assertEquals(
                reading.elapsed(),
                reading.spans().stream().map(SlaSpan::counted).reduce(Duration.ZERO, Duration::plus),
                "counted spans = elapsed");
        Optional<Instant> end = reading.startedAt();
        Duration wall = Duration.ZERO;
        for (TraceSegment segment : trace.segments()) {
            assertEquals(end, Optional.of(segment.interval().startInclusive()), "no gap");
            end = Optional.of(segment.interval().endExclusive());
            wall = wall.plus(segment.interval().duration());
        }
        assertEquals(reading.wallElapsed(), wall, "all segments = wall-clock time");
    }

    /**
     * A cycle is breached if its end is later than its due time, and only then; durations add up to the target.
     *
     * @param reading any reading
     */
    public static void stateAndDueTimeAgree(SlaReading reading) {
        Instant end = reading.completedAt().or(reading::cancelledAt).orElse(reading.asOf());
        assertEquals(reading.dueAt().filter(end::isAfter), reading.breachedAt(), "breached = later than due");
        assertFalse(reading.remaining().isPresent() && reading.overdueBy().isPresent());
        assertEquals(
                reading.breachedAt().isPresent() && reading.state() != SlaState.CANCELLED,
                reading.state() == SlaState.BREACHED);
        reading.remaining().ifPresent(left -> assertFalse(left.isNegative(), "nothing overdrawn is left"));
        if (reading.state() == SlaState.RUNNING) {
            assertTrue(reading.dueAt().isPresent(), "a running clock has a due time");
        }
        boolean fixed = reading.promised()
                .filter(TargetTime.FixedInstant.class::isInstance)
                .isPresent();
        if (reading.state() == SlaState.PAUSED && !fixed) {
            assertTrue(
                    reading.dueAt().isPresent() || reading.projectedDueAt().isPresent(),
                    "a paused clock has a due time if it resumed");
        }
    }

    /**
     * No level is reached before its cycle starts, and none without an instant has fired.
     *
     * @param reading any reading
     */
    public static void levelsKeepTheirOrder(SlaReading reading) {
        for (EscalationReading level : reading.escalations()) {
            assertTrue(level.at().isPresent() || !level.fired(), "what has fired has an instant");
            assertFalse(
                    level.at()
                            .filter(at -> at.isBefore(reading.startedAt().orElse(at)))
                            .isPresent(),
                    "no level before the start");
            assertEquals(reading.cycle(), level.key().cycle());
        }
    }

    /**
     * Cycles of a clock are numbered from 1, do not overlap, and only the last may be open.
     *
     * <p>Two policies that pause or start a metric in different ways have two clocks of one name; those are not compared.
     *
     * @param plan the plan that gave the readings
     * @param readings the readings of one history
     */
    public static void cyclesFollowEachOther(SlaPlan plan, SlaReadings readings) {
        Map<SlaMetricId, Set<SlaMetric>> definitions = new HashMap<>();
        plan.book().policies().stream()
                .flatMap(policy -> policy.targets().stream())
                .map(SlaTarget::metric)
                .forEach(metric -> definitions
                        .computeIfAbsent(metric.id(), any -> new HashSet<>())
                        .add(metric));
        definitions.entrySet().stream()
                .filter(metric -> metric.getValue().size() == 1 && plan.book().matching() == Matching.FIRST)
                .map(Map.Entry::getKey)
                .forEach(metric -> {
                    Optional<SlaReading> before = Optional.empty();
                    for (SlaReading reading : readings.cycles(metric)) {
                        Optional<Instant> end =
                                before.flatMap(last -> last.completedAt().or(last::cancelledAt));
                        assertTrue(before.isEmpty() || end.isPresent(), "an open cycle has no successor");
                        assertTrue(
                                reading.cycle() > before.map(SlaReading::cycle).orElse(-1), "cycles are numbered");
                        assertFalse(end.isPresent()
                                && reading.startedAt().orElseThrow().isBefore(end.get()));
                        before = Optional.of(reading);
                    }
                });
    }

    /**
     * Read later, a breach is still on record, and what was counted under the same promise is not less.
     *
     * @param plan the plan to prove
     * @param history any history
     * @param early any instant
     * @param late the same instant or a later one
     */
    public static void whatWasReadStaysTrue(SlaPlan plan, TicketHistory history, Instant early, Instant late) {
        List<SlaReading> afterwards = plan.read(history, late).all();
        List<SlaReading> earlier = plan.read(history, early).all();
        for (SlaReading before : earlier) {
            List<SlaReading> same = of(before, afterwards);
            boolean oneClock = same.size() == 1 && of(before, earlier).size() == 1;
            before.breachedAt().ifPresent(breach -> {
                Set<Instant> known = new HashSet<>();
                for (SlaReading after : same) {
                    after.breachedAt().ifPresent(known::add);
                    known.addAll(after.priorBreaches());
                }
                assertTrue(known.contains(breach), "a breach never disappears: " + before + " in " + known);
            });
            for (SlaReading after : same) {
                if (oneClock && after.breachKnownFrom().filter(early::isAfter).isPresent()) {
                    assertTrue(
                            before.breachedAt().isPresent(), "known to be breached by then: " + before + ", " + after);
                }
                if (after.startedAt().equals(before.startedAt())
                        && after.policy().equals(before.policy())
                        && after.policyVersion().equals(before.policyVersion())
                        && after.promised().equals(before.promised())) {
                    assertTrue(after.elapsed().compareTo(before.elapsed()) >= 0, "elapsed never falls");
                }
            }
        }
    }

    /** The readings of a cycle of a metric: several where several agreements promise it. */
    private static List<SlaReading> of(SlaReading one, List<SlaReading> readings) {
        return readings.stream()
                .filter(other -> other.metric().equals(one.metric()) && other.cycle() == one.cycle())
                .toList();
    }
}

package dev.customerservice.metrics.kpi;

import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.metrics.facts.SlaFacts;
import dev.customerservice.metrics.facts.SlaMoment;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.Ratio;
import java.time.Duration;
import java.util.Optional;

/** The measures of service-level clocks, dated by the start of each cycle. */
public final class SlaKpis {
    private static final Cohort<SlaFacts> BY_START = Cohort.of(SlaFacts.class, SlaMoment.STARTED);

    private SlaKpis() {}

    /**
     * Measures attainment by the clock's own verdict: late is what ends, or still runs, after it was due.
     *
     * @param metric what the clocks measure
     * @return the share of clocks met; clocks that run late count as breached, those not yet due are left out
     */
    public static FormulaKpi<SlaFacts, Ratio> slaAttainment(SlaMetricId metric) {
        return attainment("sla_attainment", metric, new Met(true, false));
    }

    /**
     * Measures attainment by the clock's own verdict, as {@link #slaAttainment(SlaMetricId)}.
     *
     * @param metric what the clocks measure
     * @return the share of clocks met
     */
    public static FormulaKpi<SlaFacts, Ratio> slaAttainment(SlaMetric metric) {
        return slaAttainment(metric.id());
    }

    /**
     * Measures attainment of the clocks that stopped, by the clock's own verdict.
     *
     * @param metric what the clocks measure
     * @return the share of stopped clocks met; all others are left out
     */
    public static FormulaKpi<SlaFacts, Ratio> slaAttainmentOfStopped(SlaMetricId metric) {
        return attainment("sla_attainment.stopped_only", metric, new Met(false, false));
    }

    /**
     * Measures attainment by elapsed time: met is what took no longer than its target, also when it ended in closed time
     * after it was due.
     *
     * @param metric what the clocks measure
     * @return the share of clocks met; clocks that run late count as breached, those without a duration target are left out
     */
    public static FormulaKpi<SlaFacts, Ratio> slaAttainmentByElapsed(SlaMetricId metric) {
        return attainment("sla_attainment.by_elapsed", metric, new Met(true, true));
    }

    /**
     * Measures attainment of the last cycle of each ticket alone, by the clock's own verdict: what was late before is forgotten.
     *
     * @param metric what the clocks measure
     * @return the share of tickets whose last cycle was met; a last cycle that runs late counts as breached, one not yet due is left out
     */
    public static FormulaKpi<SlaFacts, Ratio> slaAttainmentOfLastCycle(SlaMetricId metric) {
        return perTicket("sla_attainment.last_cycle", metric, new Met(true, false), "breached()");
    }

    /**
     * Measures the tickets of which no cycle was late, by the clock's own verdict, dated by the start of the last cycle.
     *
     * @param metric what the clocks measure
     * @return the share of tickets with all cycles met; a cycle that runs late counts as breached, tickets that could yet be late are left out
     */
    public static FormulaKpi<SlaFacts, Ratio> slaNeverBreached(SlaMetricId metric) {
        return perTicket("sla_never_breached", metric, NeverBreached.IN_ANY_CYCLE, "everBreached()");
    }

    private static FormulaKpi<SlaFacts, Ratio> perTicket(
            String id, SlaMetricId metric, FlagColumn<SlaFacts> met, String function) {
        FormulaKpi<SlaFacts, Ratio> kpi =
                attainment(id, met, new Of(metric).yes().and(Last.OF_TICKET.yes()), metric);
        return kpi.judged(
                Direction.HIGHER_IS_BETTER, "Jira Service Management: the share that is not " + function + ".");
    }

    /**
     * Measures attainment with clocks that still run in time counted as met, which they may yet not be.
     *
     * @param metric what the clocks measure
     * @return the share of clocks not late so far; clocks that run late count as breached
     */
    public static FormulaKpi<SlaFacts, Ratio> slaNotLateSoFar(SlaMetricId metric) {
        return attainment("sla_not_late_so_far", metric, NotLate.SO_FAR);
    }

    /**
     * Counts the clocks that were late, stopped or still running.
     *
     * @param metric what the clocks measure
     * @return the number of breached clocks
     */
    public static FormulaKpi<SlaFacts, Long> slaBreaches(SlaMetricId metric) {
        FormulaKpi<SlaFacts, Long> kpi = FormulaKpi.of(
                "sla_breaches." + Ids.part(metric.value()),
                Unit.COUNT,
                BY_START,
                new Formula.Count<>(new Of(metric).yes().and(new Met(true, false).no())));
        return kpi.defined(kpi.definition().withDirection(Direction.LOWER_IS_BETTER));
    }

    /**
     * Measures how long the clocks of a metric ran, on their own calendar and without pauses, such as the time between updates.
     *
     * @param metric what the clocks measure
     * @return the counted time of each clock that stopped; those that run are left out as still_running, those called off as cancelled
     */
    public static TimeKpi<SlaFacts> slaElapsed(SlaMetricId metric) {
        return TimeKpi.of(
                "sla_elapsed." + Ids.part(metric.value()), BY_START, Elapsed.OF_STOPPED, new Of(metric).yes());
    }

    private enum Elapsed implements DurationColumn<SlaFacts> {
        OF_STOPPED;

        @Override
        public String id() {
            return "counted time of the clock";
        }

        @Override
        public long nanos(SlaFacts clock) {
            return clock.stopped().isPresent() ? clock.elapsed().toNanos() : ABSENT;
        }

        @Override
        public Absence absence(SlaFacts clock) {
            return clock.outcome() == SlaFacts.Outcome.CANCELLED ? Absence.CANCELLED : Absence.STILL_RUNNING;
        }

        @Override
        public long soFar(SlaFacts clock) {
            return clock.outcome() == SlaFacts.Outcome.CANCELLED
                    ? ABSENT
                    : clock.elapsed().toNanos();
        }
    }

    private static FormulaKpi<SlaFacts, Ratio> attainment(String id, SlaMetricId metric, FlagColumn<SlaFacts> met) {
        return attainment(id, met, new Of(metric).yes(), metric);
    }

    private static FormulaKpi<SlaFacts, Ratio> attainment(
            String id, FlagColumn<SlaFacts> met, Filter<SlaFacts> among, SlaMetricId metric) {
        FormulaKpi<SlaFacts, Ratio> kpi = FormulaKpi.of(
                id + "." + Ids.part(metric.value()), Unit.SHARE, BY_START, new Formula.Share<>(met.yes(), among));
        return kpi.defined(kpi.definition()
                .withDirection(Direction.HIGHER_IS_BETTER)
                .withSource("Met / (met + breached); open breaches left out would flatter the figure."));
    }

    private record Of(SlaMetricId metric) implements FlagColumn<SlaFacts> {
        @Override
        public String id() {
            return "clocks of " + metric.value();
        }

        @Override
        public Answer of(SlaFacts fact) {
            return Answer.of(fact.metric().equals(metric));
        }
    }

    private enum Last implements FlagColumn<SlaFacts> {
        OF_TICKET;

        @Override
        public String id() {
            return "last cycle of its ticket";
        }

        @Override
        public Answer of(SlaFacts fact) {
            return Answer.of(fact.isLast());
        }
    }

    private enum NeverBreached implements FlagColumn<SlaFacts> {
        IN_ANY_CYCLE;

        @Override
        public String id() {
            return "no cycle later than due";
        }

        @Override
        public Answer of(SlaFacts fact) {
            return switch (fact.overall()) {
                case MET -> Answer.YES;
                case BREACHED, RUNNING_LATE -> Answer.NO;
                case RUNNING -> Met.RUNNING;
                case CANCELLED -> Met.CANCELLED;
            };
        }
    }

    private enum NotLate implements FlagColumn<SlaFacts> {
        SO_FAR;

        @Override
        public String id() {
            return "not later than due so far";
        }

        @Override
        public Answer of(SlaFacts fact) {
            return switch (fact.outcome()) {
                case MET, RUNNING -> Answer.YES;
                case BREACHED, RUNNING_LATE -> Answer.NO;
                case CANCELLED -> Met.CANCELLED;
            };
        }
    }

    private record Met(boolean openBreaches, boolean byElapsed) implements FlagColumn<SlaFacts> {
        private static final Answer RUNNING = Answer.unknown(Absence.STILL_RUNNING);
        private static final Answer CANCELLED = Answer.unknown(Absence.CANCELLED);
        private static final Answer NO_TARGET = Answer.unknown(PriorityTargets.NO_TARGET);

        @Override
        public String id() {
            return (byElapsed ? "elapsed <= target" : "not later than due")
                    + (openBreaches ? ", open breaches counted" : ", stopped clocks only");
        }

        @Override
        public Answer of(SlaFacts fact) {
            return switch (fact.outcome()) {
                case CANCELLED -> CANCELLED;
                case MET -> byElapsed ? withinTarget(fact) : Answer.YES;
                case BREACHED -> byElapsed ? withinTarget(fact) : Answer.NO;
                case RUNNING, RUNNING_LATE -> open(fact);
            };
        }

        private Answer open(SlaFacts fact) {
            Answer kept = byElapsed ? withinTarget(fact) : Answer.of(fact.outcome() == SlaFacts.Outcome.RUNNING);
            return kept == Answer.NO && openBreaches ? Answer.NO : kept.isUnknown() ? kept : RUNNING;
        }

        private static Answer withinTarget(SlaFacts fact) {
            Optional<Duration> target = fact.target();
            return target.isEmpty() ? NO_TARGET : Answer.of(fact.elapsed().compareTo(target.get()) <= 0);
        }
    }
}

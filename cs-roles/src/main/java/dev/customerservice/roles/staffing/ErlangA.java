package dev.customerservice.roles.staffing;

import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.SurvivalCurve;
import dev.customerservice.roles.staffing.Bell.Parts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * Contacts that find every agent busy wait in one queue, each as long as its own patience lasts (M/M/n+M, Palm 1957).
 *
 * <p>With arrivals λ, handle time 1/μ and patience 1/θ, the wait that a contact of endless patience would meet has the density
 * f(x) = λ p(n-1) exp(λ/θ (1 - e^(-θx)) - nμx) for x above 0 (Mandelbaum and Zeltyn, "The Palm/Erlang-A Queue"). All measures are integrals
 * of it: P(wait) = ∫ f, P(gives up) = ∫ f (1 - e^(-θx)) = θ · mean wait, answered within T = P(no wait) + ∫ f e^(-θx) up to T. The queue
 * is stable with any number of agents.
 *
 * @param meanPatience how long a contact waits on average before it gives up, were it never answered
 */
public record ErlangA(Duration meanPatience) implements StaffingModel {

    /** Why there is no patience: nobody gave up while it was observed, which does not make it endless. */
    public static final Absence NOBODY_GAVE_UP = new Absence("nobody_gave_up");

    /** Refuses a patience that is none. */
    public ErlangA {
        if (meanPatience.isZero() || meanPatience.isNegative()) {
            throw new IllegalArgumentException("meanPatience (" + meanPatience
                    + ") must be above zero\nMaybe use ErlangB for contacts that do not wait.");
        }
    }

    /**
     * Takes a known patience.
     *
     * @param meanPatience the mean time before a contact gives up, above zero
     * @return the model
     */
    public static ErlangA of(Duration meanPatience) {
        return new ErlangA(meanPatience);
    }

    /**
     * Estimates the mean patience from waits, of which those answered only say that the patience was longer: all time waited over the
     * number that gave up, the maximum-likelihood estimate for exponential patience.
     *
     * @param waits the waits of those that gave up as ended, of those answered as running
     * @return the mean patience to the nearest nanosecond, with the number of waits behind it; {@link #NOBODY_GAVE_UP} where none ended, and
     *     {@link Absence#NO_FACTS} without waits
     */
    public static Measurement<Duration> patience(SurvivalCurve waits) {
        long gaveUp = waits.ended().count();
        Duration waited = waits.ended().total().plus(waits.running().total());
        if (gaveUp == 0 || waited.isZero()) {
            return Measurement.noData(waits.count() == 0 ? Absence.NO_FACTS : NOBODY_GAVE_UP, LeftOut.none());
        }
        BigDecimal nanos = BigDecimal.valueOf(waited.getSeconds())
                .movePointRight(9)
                .add(BigDecimal.valueOf(waited.getNano()))
                .divide(BigDecimal.valueOf(gaveUp), 0, RoundingMode.HALF_EVEN);
        return Measurement.value(
                Duration.ofNanos(nanos.max(BigDecimal.ONE).longValueExact()), waits.count(), LeftOut.none());
    }

    @Override
    public QueueOutlook outlook(Workload work, int agents, Duration threshold) {
        AgentSearch.require(agents, threshold);
        return measures(work, agents, Measures.seconds(threshold))
                .outlook(work, threshold)
                .build();
    }

    @Override
    public int agents(Workload work, ServiceLevelGoal goal) {
        Limits limits = Limits.of(goal);
        double threshold = Measures.seconds(goal.threshold());
        return AgentSearch.least(work, agents -> limits.missed(measures(work, agents, threshold), work) == 0);
    }

    @Override
    public OptionalDouble fractionalAgents(Workload work, ServiceLevelGoal goal) {
        double threshold = Measures.seconds(goal.threshold());
        return AgentSearch.fractional(work, goal, agents(work, goal), 0, agents -> measures(work, agents, threshold));
    }

    /** Integrals over w = θ x, with the peak of the density, where there is one, moved to w = 0. */
    private Measures measures(Workload work, double agents, double threshold) {
        double load = work.offeredLoad();
        double patience = Measures.seconds(meanPatience);
        double cut = threshold / patience;
        if (load == 0) {
            return new Measures(agents, 0, 0, 0, 1, 0, 0, 0, agents == 0 ? Double.NaN : 0, 0);
        }
        if (agents == 0) {
            return new Measures(0, 1, 0, 1, 0, -Math.expm1(-cut), patience, Double.NaN, patience, 1);
        }
        double perPatience = patience / Measures.seconds(work.handleTime());
        double arriving = load * perPatience;
        double served = agents * perPatience;
        boolean overloaded = load > agents;
        double origin = overloaded ? -Math.log1p((load - agents) / agents) : 0;
        Bell density = overloaded ? new Bell(served, 0) : new Bell(arriving, (agents - load) * perPatience);
        Parts early = density.parts(origin, origin + cut, origin);
        Parts late = density.parts(origin + cut, Double.POSITIVE_INFINITY, origin);
        Parts all = early.plus(late);
        double idle = (overloaded ? Math.exp(-served * Bell.phi(origin)) : 1) * ErlangB.inverse(agents - 1, load);
        double whole = idle + arriving * all.mass();
        double scale = arriving / whole;
        double free = idle == Double.POSITIVE_INFINITY ? 1 : idle / whole;
        double wait = scale * all.mass();
        double abandoned = scale * all.left();
        return new Measures(
                agents,
                wait,
                0,
                abandoned,
                free + scale * (early.mass() - early.left()),
                scale * (early.left() - Math.expm1(-cut) * late.mass()),
                abandoned * patience,
                scale * all.stayed() * patience / (1 - abandoned),
                all.left() / all.mass() * patience,
                Math.min(1, load * (1 - abandoned) / agents));
    }
}

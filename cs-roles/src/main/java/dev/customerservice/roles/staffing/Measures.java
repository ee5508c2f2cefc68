package dev.customerservice.roles.staffing;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * What a model computes for a number of agents, which may be a fraction here; times in seconds, NaN where there is none.
 *
 * @param agents how many agents
 * @param waiting the share that waits
 * @param blocked the share that is turned away
 * @param abandoned the share that gives up
 * @param answeredWithin the share answered within the threshold
 * @param abandonedWithin the share that gives up within the threshold
 * @param meanWait over all contacts
 * @param meanWaitAnswered over those answered
 * @param meanWaitDelayed over those that wait
 * @param occupancy the share of their time that agents are busy
 */
record Measures(
        double agents,
        double waiting,
        double blocked,
        double abandoned,
        double answeredWithin,
        double abandonedWithin,
        double meanWait,
        double meanWaitAnswered,
        double meanWaitDelayed,
        double occupancy) {

    /** A queue without end: everybody waits, and nobody knows how long. */
    static Measures unstable(double agents) {
        return new Measures(agents, 1, 0, 0, 0, 0, Double.NaN, Double.NaN, Double.NaN, 1);
    }

    static Measures of(QueueOutlook outlook) {
        return new Measures(
                outlook.agents(),
                outlook.probabilityOfWait(),
                outlook.probabilityOfBlocking(),
                outlook.probabilityOfAbandonment(),
                outlook.answeredWithin(),
                outlook.abandonedWithin(),
                outlook.meanWaitSeconds().orElse(Double.NaN),
                outlook.meanWaitAnsweredSeconds().orElse(Double.NaN),
                outlook.meanWaitDelayedSeconds().orElse(Double.NaN),
                outlook.occupancy());
    }

    /** Fills an outlook with what was computed. */
    QueueOutlook.Builder outlook(Workload work, Duration threshold) {
        QueueOutlook.Builder builder = QueueOutlook.builder();
        builder.workload(work)
                .agents((int) agents)
                .threshold(threshold)
                .probabilityOfWait(waiting)
                .probabilityOfBlocking(blocked)
                .probabilityOfAbandonment(abandoned)
                .answeredWithin(answeredWithin)
                .abandonedWithin(abandonedWithin)
                .meanWaitSeconds(known(meanWait))
                .meanWaitAnsweredSeconds(known(meanWaitAnswered))
                .meanWaitDelayedSeconds(known(meanWaitDelayed))
                .occupancy(occupancy);
        return builder;
    }

    private static OptionalDouble known(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    static double seconds(Duration time) {
        return time.getSeconds() + time.getNano() * 1e-9;
    }
}

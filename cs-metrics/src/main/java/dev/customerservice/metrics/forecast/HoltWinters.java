package dev.customerservice.metrics.forecast;

import dev.customerservice.metrics.MetricsStyle;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Holt-Winters: a level, a trend and a season, each of which follows the values by a share of the error (Holt 1957, Winters 1960, in the
 * component form of Hyndman and Athanasopoulos, 3rd edition, 8.3).
 *
 * <p>Without shares of its own it takes those of a coarse grid with the least squared error one step ahead. Without a state of its own it
 * begins with the first two seasons: the level is the mean of the first, the trend the difference of both means over a season, and the
 * season the first one less (or over) its mean. Then it runs over the whole history.
 */
@Value.Immutable
@MetricsStyle
public interface HoltWinters extends ForecastModel, WithHoltWinters {
    /** How the season acts. */
    enum Kind {
        /** It is added to the level. */
        ADDITIVE,
        /** It multiplies the level, for swings that grow with it; needs values above 0. */
        MULTIPLICATIVE
    }

    /**
     * Where the smoothing begins: before the first value of the history.
     *
     * @param level the level
     * @param trend what the level gains each step
     * @param season the season, its first value being that of the first value of the history
     */
    record State(double level, double trend, List<Double> season) implements Serializable {
        /** Keeps an unmodifiable copy. */
        public State {
            season = List.copyOf(season);
        }
    }

    /**
     * The shares of an error that level, trend and season follow, each from 0 to 1.
     *
     * @param level of the level
     * @param trend of the trend
     * @param season of the season
     */
    record Shares(double level, double trend, double season) implements Serializable {
        /** Refuses shares outside their range. */
        public Shares {
            for (double share : new double[] {level, trend, season}) {
                if (!(share >= 0 && share <= 1)) {
                    throw new IllegalArgumentException(
                            "Share (" + share + ") must be from 0 to 1.\nMaybe it is a percentage.");
                }
            }
        }
    }

    /**
     * What a run over a history gave.
     *
     * @param fitted what was foreseen for each value one step ahead, in the order of the history
     * @param end where the run ended: a run that begins there goes on as if it had never stopped
     */
    record Smoothed(List<Double> fitted, State end) implements Serializable {
        /** Keeps an unmodifiable copy. */
        public Smoothed {
            fitted = List.copyOf(fitted);
        }
    }

    /** {@return how the season acts} */
    Kind kind();

    /** {@return the length of a season} */
    int season();

    /** {@return the shares; empty to choose them by the history} */
    Optional<Shares> shares();

    /** {@return where to begin; empty to begin with the first two seasons} */
    Optional<State> initial();

    /** Refuses a season of one value and a state of another season. */
    @Value.Check
    default void check() {
        if (season() < 2) {
            throw new IllegalArgumentException(
                    "Season (" + season() + ") must be 2 or more.\nMaybe exponential smoothing was meant.");
        }
        initial().ifPresent(state -> {
            if (state.season().size() != season()) {
                throw new IllegalArgumentException(
                        "Initial season (" + state.season().size() + " values) must have " + season()
                                + " values.\nMaybe it is of another series.");
            }
        });
    }

    /**
     * Adds the season.
     *
     * @param season its length, 2 or more
     * @return the model that chooses its shares
     */
    static HoltWinters additive(int season) {
        return builder().kind(Kind.ADDITIVE).season(season).build();
    }

    /**
     * Multiplies by the season.
     *
     * @param season its length, 2 or more
     * @return the model that chooses its shares
     */
    static HoltWinters multiplicative(int season) {
        return builder().kind(Kind.MULTIPLICATIVE).season(season).build();
    }

    @Override
    default String id() {
        return "holt_winters." + (kind() == Kind.ADDITIVE ? "additive." : "multiplicative.") + season();
    }

    @Override
    default Measurement<List<Double>> forecast(List<Double> history, int horizon) {
        ForecastModel.requireHorizon(horizon);
        return run(history).map(run -> {
            List<Double> next = new ArrayList<>();
            for (int step = 1; step <= horizon; step++) {
                next.add(run.ahead(step));
            }
            return Collections.unmodifiableList(next);
        });
    }

    /**
     * Runs over a history without looking further.
     *
     * @param history the values so far, oldest first
     * @return what was foreseen on the way and the state at its end, or why there is none
     */
    default Measurement<Smoothed> smooth(List<Double> history) {
        return run(history).map(WintersRun::smoothed);
    }

    private Measurement<WintersRun> run(List<Double> history) {
        if (ForecastModel.requireFinite(history).isEmpty() || (initial().isEmpty() && history.size() < 2 * season())) {
            return Measurement.noData(TOO_SHORT, LeftOut.none());
        }
        boolean multiplies = kind() == Kind.MULTIPLICATIVE;
        if (multiplies && history.stream().anyMatch(value -> !(value > 0))) {
            return Measurement.noData(NOT_POSITIVE, LeftOut.none());
        }
        State start = initial().orElseGet(() -> WintersRun.begin(history, season(), multiplies));
        Shares shares = shares().orElseGet(() -> WintersRun.best(history, start, multiplies));
        WintersRun run = new WintersRun(start, shares, multiplies);
        history.forEach(run::follow);
        if (!run.isFinite()) {
            return Measurement.noData(NOT_POSITIVE, LeftOut.none());
        }
        return Measurement.value(run, history.size(), LeftOut.none());
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link HoltWinters}. */
    final class Builder extends ImmutableHoltWinters.Builder {
        Builder() {}
    }
}

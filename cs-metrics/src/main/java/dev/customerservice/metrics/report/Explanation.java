package dev.customerservice.metrics.report;

import dev.customerservice.metrics.facts.Attributes;
import dev.customerservice.metrics.facts.BacklogFacts;
import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.Moment;
import dev.customerservice.metrics.kpi.Accumulator;
import dev.customerservice.metrics.kpi.Cohort;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.kpi.State;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.Measurement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The facts behind a number: every fact of the population is in exactly one of the lists.
 *
 * @param entered those that it counts
 * @param excluded those that it leaves out for good, with the reason
 * @param censored those that it leaves out because their end is not known yet
 * @param <F> the facts
 */
public record Explanation<F extends Fact>(List<Item<F>> entered, List<Item<F>> excluded, List<Item<F>> censored) {
    private static final Set<Absence> OPEN = Set.of(Absence.STILL_RUNNING, Absence.WINDOW_OPEN);

    /**
     * One fact and what it does to the number.
     *
     * @param fact the fact
     * @param own the measure of this fact alone: 1 or 0 for a share, seconds for a length; empty where it has none
     * @param reason why it is left out, empty when it entered
     * @param <F> the facts
     */
    public record Item<F extends Fact>(F fact, OptionalDouble own, Optional<Absence> reason) {}

    /** Keeps unmodifiable copies. */
    public Explanation {
        entered = List.copyOf(entered);
        excluded = List.copyOf(excluded);
        censored = List.copyOf(censored);
    }

    static <F extends Fact> Explanation<F> of(Kpi<F, ?> kpi, Slice slice, Facts facts) {
        return sorted(kpi.accumulator(), population(kpi.cohort(), slice, facts));
    }

    private static <F extends Fact> List<F> population(Cohort<F> cohort, Slice slice, Facts facts) {
        List<F> population = new ArrayList<>();
        if (cohort instanceof Cohort.Flow<F> flow) {
            for (F fact : facts.rows(flow.kind())) {
                Optional<? extends Moment> moment = flow.when().of(fact);
                if (moment.isPresent()
                        && holds(slice, fact, moment.get().at(), moment.get().as())) {
                    population.add(fact);
                }
            }
        } else if (cohort instanceof Cohort.Stock stock) {
            Instant border = Pass.border(stock, slice.period(), facts.asOf());
            for (BacklogFacts open : facts.openAt(border, stock.open())) {
                if (slice.holds(open, open.as())) {
                    population.add(cohort.kind().cast(open));
                }
            }
        }
        return population;
    }

    private static boolean holds(Slice slice, Fact fact, Instant at, Attributes as) {
        return !at.isBefore(slice.period().startInclusive())
                && at.isBefore(slice.period().endExclusive())
                && slice.holds(fact, as);
    }

    /** Asks the measure itself about each fact alone, so that the lists cannot differ from the number. */
    private static <F extends Fact, S extends State<S>, V> Explanation<F> sorted(
            Accumulator<F, S, V> accumulator, List<F> population) {
        List<Item<F>> entered = new ArrayList<>();
        List<Item<F>> excluded = new ArrayList<>();
        List<Item<F>> censored = new ArrayList<>();
        for (F fact : population) {
            S alone = accumulator.add(accumulator.empty(), fact);
            if (!alone.equals(accumulator.empty())) {
                Measurement<V> own = accumulator.result(alone);
                Optional<Absence> reason =
                        own.leftOut().counts().keySet().stream().findFirst();
                Item<F> item =
                        new Item<>(fact, reason.isPresent() ? OptionalDouble.empty() : Amounts.number(own), reason);
                (reason.isEmpty() ? entered : OPEN.contains(reason.get()) ? censored : excluded).add(item);
            }
        }
        return new Explanation<>(entered, excluded, censored);
    }
}

package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Fact;

/** An accumulator of what a column says of the facts that a filter takes: each counts with a number, or is left out for a reason. */
interface Among<F extends Fact, S extends State<S>, V> extends Buffered<F, S, V>, Columnar<F> {
    /** The facts that are looked at. */
    Filter<F> among();

    /** Looks at one of them; ends in {@link Observing#counted} or {@link Observing#without}. */
    void look(F fact, Observing<F, ?> seen);

    /** Names the column. */
    void readColumn(Inputs<F> inputs);

    /** Yes where the column counts, else why it does not. */
    Block known(BlockPlan<F> plan);

    @Override
    default void read(Inputs<F> inputs) {
        inputs.read(among());
        readColumn(inputs);
    }
}

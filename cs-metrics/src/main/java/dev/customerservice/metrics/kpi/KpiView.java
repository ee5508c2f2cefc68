package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.statistics.Measurement;

/** Another look at the state of a measure; named by its suffix, which is what makes two views equal. */
final class KpiView<F extends Fact, V, W> implements Kpi<F, W> {
    private static final long serialVersionUID = 1;

    private final Kpi<F, V> of;
    private final String suffix;
    private final Unit unit;
    private final SerializableFunction<? super V, ? extends W> view;

    private KpiView(Kpi<F, V> of, String suffix, Unit unit, SerializableFunction<? super V, ? extends W> view) {
        this.of = of;
        this.suffix = suffix;
        this.unit = unit;
        this.view = view;
    }

    static <F extends Fact, V, W> Kpi<F, W> of(
            Kpi<F, V> of, String suffix, Unit unit, SerializableFunction<? super V, ? extends W> view) {
        return new KpiView<>(of, suffix, unit, view);
    }

    @Override
    public KpiDefinition definition() {
        KpiDefinition whole = of.definition();
        return whole.withId(whole.id() + "." + suffix)
                .withFormula(suffix + " of " + whole.formula())
                .withUnit(unit)
                .withRange(unit == whole.unit() ? whole.range() : unit == Unit.SHARE ? "0 to 1" : "0 or more");
    }

    @Override
    public Cohort<F> cohort() {
        return of.cohort();
    }

    @Override
    public Kpi<F, ?> base() {
        return of.base();
    }

    @Override
    public Accumulator<F, ?, W> accumulator() {
        return viewed(of.accumulator(), view);
    }

    private static <F, S extends State<S>, V, W> Accumulator<F, S, W> viewed(
            Accumulator<F, S, V> of, SerializableFunction<? super V, ? extends W> view) {
        return new Viewed<>(of, view);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KpiView<?, ?, ?> that && of.equals(that.of) && suffix.equals(that.suffix);
    }

    @Override
    public int hashCode() {
        return 31 * of.hashCode() + suffix.hashCode();
    }

    @Override
    public String toString() {
        return id();
    }

    private record Viewed<F, S extends State<S>, V, W>(
            Accumulator<F, S, V> of, SerializableFunction<? super V, ? extends W> view)
            implements Accumulator<F, S, W> {
        @Override
        public S empty() {
            return of.empty();
        }

        @Override
        public S add(S state, F fact) {
            return of.add(state, fact);
        }

        @Override
        public Measurement<W> result(S state) {
            return of.result(state).map(view);
        }

        @Override
        public Buffer<F, S> buffer() {
            return of.buffer();
        }
    }
}

package dev.customerservice.metrics.kpi;

/** An accumulator that counts in buffers only; a single fact passes through one of its own. */
interface Buffered<F, S extends State<S>, V> extends Accumulator<F, S, V> {
    @Override
    Buffer<F, S> buffer();

    @Override
    default S add(S state, F fact) {
        Buffer<F, S> one = buffer();
        one.add(fact);
        return state.merge(one.state());
    }
}

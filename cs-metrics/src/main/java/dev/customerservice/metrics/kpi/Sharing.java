package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.metrics.statistics.Reason;

/** The state of shares and rates. */
record Sharing(Ratio ratio, LeftOut leftOut) implements State<Sharing> {
    static final Sharing EMPTY = new Sharing(Ratio.of(0, 0), LeftOut.none());

    @Override
    public Sharing merge(Sharing other) {
        return new Sharing(ratio.plus(other.ratio), leftOut.plus(other.leftOut));
    }

    Measurement<Ratio> result() {
        if (ratio.denominator() > 0) {
            return Measurement.value(ratio, ratio.denominator(), leftOut);
        }
        boolean unlinked = leftOut.count(Reason.NOT_LINKED) > 0;
        return Measurement.noData(unlinked ? Reason.NOT_LINKED : Reason.NOTHING_COUNTED, leftOut);
    }

    /** The share of facts that a filter takes. */
    record Of<F extends Fact>(Filter<F> of, Filter<F> among) implements Accumulator<F, Sharing, Ratio> {
        @Override
        public Sharing empty() {
            return EMPTY;
        }

        @Override
        public Sharing add(Sharing state, F fact) {
            Buffer<F, Sharing> one = buffer();
            one.add(fact);
            return state.merge(one.state());
        }

        @Override
        public Measurement<Ratio> result(Sharing state) {
            return state.result();
        }

        @Override
        public Buffer<F, Sharing> buffer() {
            return new SharingBuffer<>() {
                @Override
                public void add(F fact) {
                    Answer in = among.test(fact);
                    if (in == Answer.YES) {
                        Answer answer = of.test(fact);
                        if (answer.isUnknown()) {
                            answer.reason().ifPresent(leftOut::add);
                        } else {
                            denominator++;
                            numerator += answer == Answer.YES ? 1 : 0;
                        }
                    } else {
                        in.reason().ifPresent(leftOut::add);
                    }
                }
            };
        }
    }

    /** The sum of a number over the count of facts that have it. */
    record PerFact<F extends Fact>(NumberColumn<F> of, Filter<F> among) implements Accumulator<F, Sharing, Ratio> {
        @Override
        public Sharing empty() {
            return EMPTY;
        }

        @Override
        public Sharing add(Sharing state, F fact) {
            Buffer<F, Sharing> one = buffer();
            one.add(fact);
            return state.merge(one.state());
        }

        @Override
        public Measurement<Ratio> result(Sharing state) {
            return state.result();
        }

        @Override
        public Buffer<F, Sharing> buffer() {
            return new SharingBuffer<>() {
                @Override
                public void add(F fact) {
                    Answer in = among.test(fact);
                    if (in != Answer.YES) {
                        in.reason().ifPresent(leftOut::add);
                        return;
                    }
                    long number = of.of(fact);
                    if (number == NumberColumn.ABSENT) {
                        leftOut.add(of.absence(fact));
                    } else {
                        numerator = Math.addExact(numerator, number);
                        denominator++;
                    }
                }
            };
        }
    }

    private abstract static class SharingBuffer<F> implements Accumulator.Buffer<F, Sharing> {
        final Tally leftOut = new Tally();
        long numerator;
        long denominator;

        @Override
        public void merge(Sharing state) {
            numerator = Math.addExact(numerator, state.ratio.numerator());
            denominator = Math.addExact(denominator, state.ratio.denominator());
            leftOut.add(state.leftOut);
        }

        @Override
        public Sharing state() {
            return new Sharing(Ratio.of(numerator, denominator), leftOut.toLeftOut());
        }
    }
}

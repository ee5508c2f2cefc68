package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.statistics.Absence;

/** A buffer that remembers what it saw in a fact, so that the buffers of other cells need not look again. */
abstract class Observing<F extends Fact, S extends State<S>> implements Accumulator.Buffer<F, S> {
    final Tally leftOut = new Tally();
    private final Among<F, S, ?> measure;
    private Seen seen = Seen.OUTSIDE;
    private long number;
    private Absence reason = Absence.MISSING;

    private enum Seen {
        OUTSIDE,
        COUNTED,
        LEFT_OUT
    }

    Observing(Among<F, S, ?> measure) {
        this.measure = measure;
    }

    /** Counts what was seen. */
    abstract void count(long number);

    final void counted(long what) {
        seen = Seen.COUNTED;
        number = what;
    }

    /** Sees a number, or that the fact has none. */
    final void number(NumberColumn<F> of, F fact) {
        long what = of.of(fact);
        if (what == NumberColumn.ABSENT) {
            without(of.absence(fact));
        } else {
            counted(what);
        }
    }

    /** Sees a length, or that the fact has none or one that cannot be. */
    final void length(DurationColumn<F> of, F fact, boolean mayBeNegative) {
        long nanos = of.nanos(fact);
        if (nanos == DurationColumn.ABSENT) {
            without(of.absence(fact));
        } else if (nanos < 0 && !mayBeNegative) {
            without(Absence.NEGATIVE);
        } else {
            counted(nanos);
        }
    }

    final void without(Absence why) {
        seen = Seen.LEFT_OUT;
        reason = why;
    }

    @Override
    public final void add(F fact) {
        Answer in = measure.among().test(fact);
        if (in == Answer.YES) {
            measure.look(fact, this);
        } else if (in == Answer.NO) {
            seen = Seen.OUTSIDE;
        } else {
            without(in.reason().orElse(Absence.MISSING));
        }
        apply();
    }

    @Override
    public final void addAgain(F fact, Accumulator.Buffer<F, ?> counted) {
        if (counted instanceof Observing<?, ?> other) {
            seen = other.seen;
            number = other.number;
            reason = other.reason;
            apply();
        } else {
            add(fact);
        }
    }

    private void apply() {
        if (seen == Seen.COUNTED) {
            count(number);
        } else if (seen == Seen.LEFT_OUT) {
            leftOut.add(reason);
        }
    }
}

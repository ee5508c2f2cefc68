package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.DurationDistribution;
import dev.customerservice.metrics.statistics.DurationRatio;
import dev.customerservice.metrics.statistics.NetScore;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.metrics.statistics.SurvivalCurve;
import java.time.Duration;
import java.util.Optional;

/** Amounts made out of other columns. */
final class Amounts {
    private Amounts() {}

    /** One time over another. */
    record Over<F extends Fact>(DurationColumn<F> part, DurationColumn<F> whole)
            implements AmountColumn<F, DurationRatio> {
        @Override
        public String id() {
            return "sum of " + part.id() + " / sum of " + whole.id();
        }

        @Override
        public DurationRatio none() {
            return DurationRatio.NONE;
        }

        @Override
        public Optional<DurationRatio> of(F fact) {
            long above = part.nanos(fact);
            long below = whole.nanos(fact);
            return above < 0 || below < 0
                    ? Optional.empty()
                    : Optional.of(new DurationRatio(Duration.ofNanos(above), Duration.ofNanos(below)));
        }

        @Override
        public Absence absence(F fact) {
            DurationColumn<F> lacking = part.nanos(fact) < 0 ? part : whole;
            return lacking.nanos(fact) == DurationColumn.ABSENT ? lacking.absence(fact) : Absence.NEGATIVE;
        }
    }

    /** Facts of one kind over facts of another; a fact may be both, so it is no share. */
    record Versus<F extends Fact>(Filter<F> of, Filter<F> to) implements AmountColumn<F, Ratio> {
        @Override
        public String id() {
            return "(" + of.text() + ") / (" + to.text() + ")";
        }

        @Override
        public Ratio none() {
            return Ratio.of(0, 0);
        }

        @Override
        public Optional<Ratio> of(F fact) {
            Answer above = of.test(fact);
            Answer below = to.test(fact);
            return above.isUnknown() || below.isUnknown()
                    ? Optional.empty()
                    : Optional.of(Ratio.of(above == Answer.YES ? 1 : 0, below == Answer.YES ? 1 : 0));
        }

        @Override
        public Absence absence(F fact) {
            return of.test(fact).reason().or(() -> to.test(fact).reason()).orElse(Absence.MISSING);
        }
    }

    /** One counter over another that includes it. */
    record Part<F extends Fact>(NumberColumn<F> part, NumberColumn<F> whole) implements AmountColumn<F, Ratio> {
        @Override
        public String id() {
            return part.id() + " / " + whole.id();
        }

        @Override
        public Ratio none() {
            return Ratio.of(0, 0);
        }

        @Override
        public Optional<Ratio> of(F fact) {
            return Optional.of(Ratio.of(part.of(fact), whole.of(fact)));
        }
    }

    /** Good less bad. */
    record Net<F extends Fact>(Filter<F> good, Filter<F> bad) implements AmountColumn<F, NetScore> {
        private static final NetScore NONE = new NetScore(0, 0, 0);

        @Override
        public String id() {
            return "(" + good.text() + " - " + bad.text() + ") / all";
        }

        @Override
        public NetScore none() {
            return NONE;
        }

        @Override
        public Optional<NetScore> of(F fact) {
            Answer praise = good.test(fact);
            Answer blame = bad.test(fact);
            if (praise.isUnknown() || blame.isUnknown()) {
                return Optional.empty();
            }
            boolean isGood = praise == Answer.YES;
            boolean isBad = !isGood && blame == Answer.YES;
            return Optional.of(new NetScore(isGood ? 1 : 0, isGood || isBad ? 0 : 1, isBad ? 1 : 0));
        }

        @Override
        public Absence absence(F fact) {
            return good.test(fact).reason().or(() -> bad.test(fact).reason()).orElse(Absence.MISSING);
        }
    }

    /** One length, or how long it has lasted so far. */
    record Lasting<F extends Fact>(DurationColumn<F> of) implements AmountColumn<F, SurvivalCurve> {
        @Override
        public String id() {
            return of.id() + ", or so far";
        }

        @Override
        public SurvivalCurve none() {
            return SurvivalCurve.empty();
        }

        @Override
        public Optional<SurvivalCurve> of(F fact) {
            long nanos = of.nanos(fact);
            long soFar = nanos == DurationColumn.ABSENT ? of.soFar(fact) : DurationColumn.ABSENT;
            if (nanos >= 0) {
                return Optional.of(SurvivalCurve.of(one(nanos), DurationDistribution.empty()));
            }
            return soFar >= 0
                    ? Optional.of(SurvivalCurve.of(DurationDistribution.empty(), one(soFar)))
                    : Optional.empty();
        }

        private static DurationDistribution one(long nanos) {
            return DurationDistribution.times(Duration.ofNanos(nanos), 1);
        }

        @Override
        public Absence absence(F fact) {
            return of.nanos(fact) == DurationColumn.ABSENT ? of.absence(fact) : Absence.NEGATIVE;
        }
    }
}

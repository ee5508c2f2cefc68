package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.FigureFacts;
import dev.customerservice.metrics.facts.When;
import dev.customerservice.metrics.statistics.Distribution;
import java.util.Optional;

/** Figures of others, to stand beside the own ones and never among them. */
public final class BenchmarkKpis {
    private BenchmarkKpis() {}

    /**
     * Collects the figures of one name.
     *
     * @param name what they are figures of
     * @return their distribution, a measure of the kind {@link SourceKind#SECONDARY}
     */
    public static FormulaKpi<FigureFacts, Distribution> benchmark(String name) {
        FormulaKpi<FigureFacts, Distribution> kpi = FormulaKpi.of(
                        "benchmark." + Ids.part(name),
                        Unit.POINTS,
                        Cohort.of(FigureFacts.class, When.begun("moment_of_the_figure")),
                        new Formula.Sum<>(new Value(), new Named(name).yes()))
                .ranging("any number, in the unit of its publisher")
                .judged(Direction.NEITHER, "As published; how it was counted is the publisher's word.");
        return kpi.defined(kpi.definition().withSourceKind(SourceKind.SECONDARY));
    }

    private record Named(String name) implements FlagColumn<FigureFacts> {
        @Override
        public String id() {
            return "named " + name;
        }

        @Override
        public Answer of(FigureFacts fact) {
            return Answer.of(fact.name().equals(name));
        }
    }

    private record Value() implements AmountColumn<FigureFacts, Distribution> {
        @Override
        public String id() {
            return "figure";
        }

        @Override
        public Distribution none() {
            return Distribution.empty();
        }

        @Override
        public Optional<Distribution> of(FigureFacts fact) {
            return Optional.of(Distribution.times(fact.value(), 1));
        }
    }
}

package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.facts.When;
import java.util.Map;
import java.util.TreeMap;

/**
 * A measure that is data: a definition, a cohort and a formula. Two of them are equal when all three are.
 *
 * @param definition what it means
 * @param cohort which facts it counts, and by which moment they are dated
 * @param formula how it is computed
 * @param <F> the facts it counts
 * @param <V> what it measures
 */
public record FormulaKpi<F extends Fact, V>(KpiDefinition definition, Cohort<F> cohort, Formula<F, V> formula)
        implements Kpi<F, V> {
    /**
     * Makes a measure out of a formula; population and cohort of the definition are the formula's own words.
     *
     * @param id the stable id
     * @param unit what the amount is counted in
     * @param cohort which facts it counts
     * @param formula how it is computed
     * @param <F> the facts it counts
     * @param <V> what it measures
     * @return the measure
     */
    public static <F extends Fact, V> FormulaKpi<F, V> of(
            String id, Unit unit, Cohort<F> cohort, Formula<F, V> formula) {
        boolean counts = formula instanceof Formula.Count || formula instanceof Formula.Total;
        KpiDefinition definition = KpiDefinition.builder()
                .id(id)
                .formula(formula.text())
                .population(population(cohort, formula.among()))
                .cohort(cohort.rule())
                .unit(unit)
                .range(unit == Unit.SHARE ? "0 to 1" : "0 or more")
                .emptyCase(counts ? "0" : "no data: nothing_counted")
                .build();
        return new FormulaKpi<>(definition, cohort, formula);
    }

    private static <F extends Fact> String population(Cohort<F> cohort, Filter<F> among) {
        boolean all = among instanceof Filter.AllOf<F> every && every.parts().isEmpty();
        return "each " + cohort.noun() + (all ? "" : ": " + among.text());
    }

    @Override
    public Accumulator<F, ?, V> accumulator() {
        return formula.accumulator();
    }

    /**
     * Dates the facts by another moment. The formula stays the same.
     *
     * @param when the moment
     * @return the measure by that moment, with an id that says so
     */
    public FormulaKpi<F, V> datedBy(When<F> when) {
        Cohort<F> other = Cohort.of(cohort.kind(), when);
        KpiDefinition dated = definition
                .withId(definition.id() + ".by_" + Ids.part(when.id()))
                .withCohort(other.rule());
        return new FormulaKpi<>(dated, other, formula);
    }

    /**
     * Looks at fewer facts.
     *
     * @param suffix what is added to the id
     * @param filter what a fact must be in addition
     * @return the measure over the facts that are both
     */
    public FormulaKpi<F, V> among(String suffix, Filter<F> filter) {
        Formula<F, V> narrowed = formula.narrowed(filter);
        KpiDefinition definition = this.definition
                .withId(this.definition.id() + "." + suffix)
                .withFormula(narrowed.text())
                .withPopulation(population(cohort, narrowed.among()));
        return new FormulaKpi<>(definition, cohort, narrowed);
    }

    /**
     * Improves the words of the definition.
     *
     * @param definition the definition; its id stays what the caller makes it
     * @return the same measure under that definition
     */
    public FormulaKpi<F, V> defined(KpiDefinition definition) {
        return new FormulaKpi<>(definition, cohort, formula);
    }

    FormulaKpi<F, V> judged(Direction direction, String source) {
        return defined(definition.withDirection(direction).withSource(source));
    }

    FormulaKpi<F, V> ranging(String range) {
        return defined(definition.withRange(range));
    }

    FormulaKpi<F, V> called(String vendor, String name) {
        Map<String, String> names = new TreeMap<>(definition.synonyms());
        names.put(vendor, name);
        return defined(definition.withSynonyms(names));
    }

    @Override
    public String toString() {
        return id();
    }
}

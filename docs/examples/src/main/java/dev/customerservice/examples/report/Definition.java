package dev.customerservice.examples.report;

import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.kpi.KpiDefinition;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a measure means, in the words of the library.
 *
 * @param id the id of the measure
 * @param label what people call it
 * @param formula how it is computed
 * @param population what it is computed over
 * @param unit what it is counted in
 * @param range the least and greatest amount possible
 * @param direction which way it gets better
 * @param cohort the moment that dates what is counted
 * @param emptyCase what is said when nothing was counted
 * @param source where the definition comes from
 * @param synonyms what vendors call it
 */
public record Definition(
        String id,
        String label,
        String formula,
        String population,
        String unit,
        String range,
        String direction,
        String cohort,
        String emptyCase,
        String source,
        SortedMap<String, String> synonyms) {
    /**
     * Reads the definition of a measure.
     *
     * @param kpi the measure
     * @param label what people call it
     * @return its definition
     */
    public static Definition of(Kpi<?, ?> kpi, String label) {
        KpiDefinition definition = kpi.definition();
        return new Definition(
                definition.id(),
                label,
                definition.formula(),
                definition.population(),
                words(definition.unit()),
                definition.range(),
                words(definition.direction()),
                definition.cohort(),
                definition.emptyCase(),
                definition.source(),
                new TreeMap<>(definition.synonyms()));
    }

    private static String words(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

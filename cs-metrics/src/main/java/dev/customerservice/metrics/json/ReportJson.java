package dev.customerservice.metrics.json;

import dev.customerservice.domain.json.JsonForm;
import dev.customerservice.metrics.report.Granularity;
import dev.customerservice.metrics.report.ReportDefinition;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Definitions of reports as JSON. */
public final class ReportJson {
    private ReportJson() {}

    /**
     * What teaches a format to read and write definitions of reports.
     *
     * @return the forms, with which a format also knows {@code ReportDefinition}
     */
    public static List<JsonForm<?>> forms() {
        return List.of(JsonForm.of(
                ReportDefinition.class,
                Written::of,
                tree -> tree.as(Written.class).toDefinition()));
    }

    /** A definition in a file; what it lacks is null. */
    private record Written(
            @Nullable List<String> measures,
            @Nullable List<List<String>> by,
            @Nullable String every,
            @Nullable Boolean againstPrevious) {

        static Written of(ReportDefinition definition) {
            return new Written(
                    definition.measures(),
                    definition.by().stream()
                            .map(ReportDefinition.By::dimensions)
                            .toList(),
                    definition.every().map(Written::label).orElse(null),
                    definition.isAgainstPrevious());
        }

        private static String label(Granularity unit) {
            return unit.name().toLowerCase(Locale.ROOT);
        }

        private static Granularity unit(String label) {
            for (Granularity unit : Granularity.values()) {
                if (label(unit).equals(label)) {
                    return unit;
                }
            }
            throw new IllegalArgumentException("every must be one of "
                    + List.of(Granularity.values()).toString().toLowerCase(Locale.ROOT) + ".\nMaybe it is misspelt.");
        }

        ReportDefinition toDefinition() {
            ReportDefinition.Builder definition = ReportDefinition.builder();
            if (measures != null) {
                definition.addAllMeasures(measures);
            }
            if (by != null) {
                by.forEach(dimensions -> definition.addBy(new ReportDefinition.By(dimensions)));
            }
            if (every != null) {
                definition.every(unit(every));
            }
            return definition
                    .isAgainstPrevious(Boolean.TRUE.equals(againstPrevious))
                    .build();
        }
    }
}

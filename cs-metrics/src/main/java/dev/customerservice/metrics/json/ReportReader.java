package dev.customerservice.metrics.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.customerservice.domain.json.JsonFormat2;
import dev.customerservice.metrics.report.Granularity;
import dev.customerservice.metrics.report.ReportDefinition;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads definitions of reports from JSON, and writes them. Immutable and thread-safe. */
public final class ReportReader {
    /** What a definition says first. */
    public static final String FORMAT = "customer-service-report/1";

    private final ObjectMapper mapper;

    private ReportReader(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Reads with Jackson 2.
     *
     * @param format the format of the domain, whose strictness is kept
     * @return the reader
     */
    public static ReportReader of(JsonFormat2 format) {
        return new ReportReader(format.mapper().disable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES));
    }

    /** A definition in a file; what it lacks is null. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record ReportJson(
            @Nullable String format,
            @Nullable List<String> measures,
            @Nullable List<List<String>> by,
            @Nullable String every,
            @Nullable Boolean againstPrevious) {

        static ReportJson of(ReportDefinition definition) {
            return new ReportJson(
                    FORMAT,
                    definition.measures(),
                    definition.by().stream()
                            .map(ReportDefinition.By::dimensions)
                            .toList(),
                    definition.every().map(ReportJson::label).orElse(null),
                    definition.isAgainstPrevious() ? true : null);
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
            throw new IllegalArgumentException("every (" + label + ") must be one of "
                    + List.of(Granularity.values()).toString().toLowerCase(Locale.ROOT) + "\nMaybe it is misspelt.");
        }

        ReportDefinition toDefinition() {
            if (!FORMAT.equals(format)) {
                throw new IllegalArgumentException(
                        "format (" + format + ") must be " + FORMAT + "\nMaybe it is another kind of file.");
            }
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

    /**
     * Reads a definition.
     *
     * @param json the text
     * @return the definition
     * @throws IllegalArgumentException when the text is no definition of a report
     */
    public ReportDefinition read(String json) {
        try {
            return mapper.readValue(json, ReportJson.class).toDefinition();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "JSON of a report must have the fields of its format only.\nMaybe: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Writes a definition.
     *
     * @param definition the definition
     * @return the text that {@link #read} reads as an equal one
     */
    public String write(ReportDefinition definition) {
        try {
            return mapper.writeValueAsString(ReportJson.of(definition));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A definition must be writable.", e);
        }
    }
}

package dev.customerservice.metrics.report;

import dev.customerservice.metrics.MetricsStyle;
import dev.customerservice.metrics.kpi.DurationKpi;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.kpi.KpiCatalogue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * What a report shows, by names: what a dashboard is made of, kept as data and read again as JSON. Immutable.
 *
 * <pre>{@code
 * ReportDefinition desk = ReportDefinition.builder().addMeasures("first_reply_time.p90", "csat").addBy(By.of("team")).build();
 * KpiReport october = desk.over(Period.month(2026, OCTOBER, zone)).collect(facts);
 * }</pre>
 */
@Value.Immutable
@MetricsStyle
public interface ReportDefinition extends WithReportDefinition {
    /**
     * Lists the measures in the order in which they are shown.
     *
     * @return their ids; one of times may be followed by what is looked at: {@code .mean}, {@code .median}, {@code .p90}, {@code .min},
     *     {@code .max}, {@code .total}, {@code .count}
     */
    List<String> measures();

    /** {@return the combinations of dimensions to slice by} */
    List<By> by();

    /**
     * A combination of dimensions to slice by.
     *
     * @param dimensions their ids
     */
    record By(List<String> dimensions) {
        /** Keeps an unmodifiable copy. */
        public By {
            dimensions = List.copyOf(dimensions);
        }

        /**
         * Combines dimensions.
         *
         * @param dimensions their ids
         * @return the combination
         */
        public static By of(String... dimensions) {
            return new By(List.of(dimensions));
        }
    }

    /** {@return the parts to cut the period into, empty for none} */
    Optional<Granularity> every();

    /** {@return whether the period before is measured too} */
    @Value.Default
    default boolean isAgainstPrevious() {
        return false;
    }

    /** Refuses a report of nothing. */
    @Value.Check
    default void check() {
        if (measures().isEmpty()) {
            throw new IllegalArgumentException(
                    "Measures (" + measures() + ") of a report must be at least one.\nMaybe 'ticket_volume' is meant.");
        }
    }

    /**
     * Begins the report over a period, of the measures of {@link KpiCatalogue} and the dimensions of {@link Dimension}.
     *
     * @param period what it covers
     * @return a builder that has all that is defined here
     * @throws IllegalArgumentException when a name is not known
     */
    default KpiReport.Builder over(Period period) {
        return over(period, List.of(), List.of());
    }

    /**
     * Begins the report over a period, with measures and dimensions of the caller's own beside the built-in ones.
     *
     * @param period what it covers
     * @param ownMeasures further measures, which take the place of built-in ones with the same id
     * @param ownDimensions further dimensions, which take the place of built-in ones with the same id
     * @return a builder that has all that is defined here
     * @throws IllegalArgumentException when a name is not known; all such names are said
     */
    default KpiReport.Builder over(
            Period period,
            Collection<? extends Kpi<?, ?>> ownMeasures,
            Collection<? extends Dimension<?>> ownDimensions) {
        Map<String, Kpi<?, ?>> kpis = byId(KpiCatalogue.all(), ownMeasures, Kpi::id);
        Map<String, Dimension<?>> dimensions = byId(Dimension.builtIn(), ownDimensions, Dimension::id);
        List<String> unknown = new ArrayList<>();
        KpiReport.Builder report = KpiReport.over(period);
        for (String id : measures()) {
            Optional<Kpi<?, ?>> known = find(id, kpis);
            known.ifPresentOrElse(report::measure, () -> unknown.add(id));
        }
        for (By combination : by()) {
            List<Dimension<?>> found = new ArrayList<>();
            for (String id : combination.dimensions()) {
                Optional.<Dimension<?>>ofNullable(dimensions.get(id))
                        .ifPresentOrElse(found::add, () -> unknown.add(id));
            }
            report.by(found.toArray(new Dimension<?>[0]));
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "Names (" + unknown
                            + ") of a report must be those of measures and dimensions.\nMaybe they are your own: hand them over too.");
        }
        every().ifPresent(report::every);
        return isAgainstPrevious() ? report.againstPrevious() : report;
    }

    private static <T> Map<String, T> byId(
            Collection<? extends T> builtIn, Collection<? extends T> own, Function<? super T, String> id) {
        return Stream.concat(builtIn.stream(), own.stream())
                .collect(Collectors.toMap(id, Function.identity(), (first, second) -> second));
    }

    private static Optional<Kpi<?, ?>> find(String id, Map<String, Kpi<?, ?>> known) {
        int dot = id.lastIndexOf('.');
        Kpi<?, ?> whole = known.get(id);
        if (whole == null && dot > 0 && known.get(id.substring(0, dot)) instanceof DurationKpi<?> times) {
            return view(times, id.substring(dot + 1));
        }
        return Optional.ofNullable(whole);
    }

    private static Optional<Kpi<?, ?>> view(DurationKpi<?> times, String suffix) {
        Matcher percentile = Pattern.compile("p(\\d{1,2})").matcher(suffix);
        if (percentile.matches()) {
            return Optional.of(times.percentile(Integer.parseInt(percentile.group(1))));
        }
        return Stream.<Kpi<?, ?>>of(
                        times.mean(), times.median(), times.min(), times.max(), times.total(), times.count())
                .filter(view -> view.id().endsWith("." + suffix))
                .findFirst();
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link ReportDefinition}. */
    final class Builder extends ImmutableReportDefinition.Builder {
        Builder() {}
    }
}

package dev.customerservice.examples.service;

import dev.customerservice.domain.party.TeamId;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.Slice;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Ratio;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Measures as gauges: {@code cs.kpi} is the amount, {@code cs.kpi.n} how many observations are behind it, both with the tags {@code kpi},
 * {@code unit} and {@code team}. What has no data is NaN, as Micrometer says it, and never 0.
 */
final class KpiGauges implements MeterBinder {
    private static final String ALL = "all";

    private final Supplier<KpiReport> newest;
    private final List<TeamId> teams;

    /**
     * Shows a report that may change.
     *
     * @param newest gives the report as of now, asked by every gauge that is read; all must have the same measures, cut by team
     * @param teams whose figures are shown beside those of all
     */
    KpiGauges(Supplier<KpiReport> newest, List<TeamId> teams) {
        this.newest = newest;
        this.teams = List.copyOf(teams);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Kpi<?, ?> kpi : newest.get().measures()) {
            bind(registry, kpi, ALL, KpiReport::total);
            teams.forEach(team -> bind(registry, kpi, team.value(), report -> report.at(team)));
        }
    }

    private void bind(MeterRegistry registry, Kpi<?, ?> kpi, String team, Function<KpiReport, Slice> slice) {
        Tags tags = Tags.of("kpi", kpi.id(), "team", team, "unit", unit(kpi));
        Gauge.builder("cs.kpi", newest, reports -> amount(measured(reports, kpi, slice)))
                .description("the amount of a measure, NaN where there is no data")
                .tags(tags)
                .register(registry);
        Gauge.builder(
                        "cs.kpi.n",
                        newest,
                        reports -> measured(reports, kpi, slice).n())
                .description("the observations behind a measure")
                .tags(tags)
                .register(registry);
    }

    private static Measurement<?> measured(
            Supplier<KpiReport> reports, Kpi<?, ?> kpi, Function<KpiReport, Slice> slice) {
        return slice.apply(reports.get()).value(kpi);
    }

    private static String unit(Kpi<?, ?> kpi) {
        return switch (kpi.definition().unit()) {
            case DURATION -> "seconds";
            default -> kpi.definition().unit().name().toLowerCase(Locale.ROOT);
        };
    }

    private static double amount(Measurement<?> measured) {
        Optional<?> amount = measured.amount();
        return amount.isEmpty() ? Double.NaN : number(amount.get());
    }

    private static double number(Object amount) {
        if (amount instanceof Duration time) {
            return time.toMillis() / 1000.0;
        }
        if (amount instanceof Ratio share) {
            return share.value().orElse(Double.NaN);
        }
        if (amount instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("Amount (" + amount.getClass().getSimpleName() + ") must be one number.");
    }
}

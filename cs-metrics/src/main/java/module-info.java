import org.jspecify.annotations.NullMarked;

/** Statistics, facts, KPIs, reports and forecasts. */
@NullMarked
module dev.customerservice.metrics {
    requires transitive dev.customerservice.domain;
    requires com.google.common;
    requires org.apache.commons.statistics.distribution;
    requires static com.fasterxml.jackson.annotation;
    requires static com.fasterxml.jackson.core;
    requires static com.fasterxml.jackson.databind;
    requires static org.immutables.value;
    requires static org.jspecify;

    exports dev.customerservice.metrics;
    exports dev.customerservice.metrics.facts;
    exports dev.customerservice.metrics.forecast;
    exports dev.customerservice.metrics.json;
    exports dev.customerservice.metrics.kpi;
    exports dev.customerservice.metrics.report;
    exports dev.customerservice.metrics.statistics;

    opens dev.customerservice.metrics.json to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
}

package dev.customerservice.examples.hardening;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.exchange.LoadedLog;
import dev.customerservice.domain.exchange.LogMapping;
import dev.customerservice.domain.exchange.LogReader;
import dev.customerservice.domain.json.JsonFormat;
import dev.customerservice.domain.json.JsonFormat2;
import dev.customerservice.domain.sla.SlaBook;
import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.sla.SlaPlan;
import dev.customerservice.metrics.facts.FactExtractor;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.ResolutionRule;
import dev.customerservice.metrics.kpi.SlaKpis;
import dev.customerservice.metrics.kpi.TicketKpis;
import dev.customerservice.metrics.report.Dimension;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.Period;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The first tickets of the sample log, with its policies, and a report on them. */
final class Sample {
    private static final JsonFormat FORMAT = JsonFormat2.standard();
    private static final int LINES = 1_000;

    private Sample() {}

    static String text(String name) {
        try (InputStream in = Objects.requireNonNull(Sample.class.getResourceAsStream("/sample/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LogMapping mapping() {
        return FORMAT.read(text("mapping.json"), LogMapping.class);
    }

    static String rows() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Sample.class.getResourceAsStream("/sample/tickets.csv")),
                StandardCharsets.UTF_8))) {
            return lines.lines().limit(LINES).collect(Collectors.joining("\n", "", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LoadedLog log(String rows) {
        try {
            return LogReader.of(mapping()).read(new StringReader(rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SlaPlan plan() {
        return FORMAT.read(text("policies.json"), SlaBook.class)
                .resolve(CalendarBook.of(List.of(FORMAT.read(text("calendars.json"), BusinessCalendar[].class))));
    }

    /** {@return when all of the sample has happened} */
    static Instant asOf(LoadedLog log) {
        return log.histories().stream()
                .flatMap(history -> history.events().stream())
                .map(event -> event.at())
                .max(Instant::compareTo)
                .orElseThrow()
                .plusSeconds(1);
    }

    static Facts facts(LoadedLog log, SlaPlan plan) {
        return Facts.of(log.histories(), FactExtractor.asOf(asOf(log)).with(plan))
                .surveys(log.surveys())
                .linked();
    }

    static KpiReport report(Facts facts, Instant asOf) {
        LocalDate end = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        return KpiReport.over(Period.between(end.minusDays(90), end, ZoneOffset.UTC))
                .measure(
                        TicketKpis.firstReplyTime().percentile(90),
                        TicketKpis.resolutionTime(ResolutionRule.FIRST_ENTRY).percentile(50),
                        SlaKpis.slaAttainment(SlaMetric.RESOLUTION))
                .by(Dimension.TEAM)
                .by(Dimension.PRIORITY)
                .collect(facts);
    }

    /** {@return each figure of a report in words} */
    static String figures(KpiReport report) {
        return report.toString() + "\n"
                + report.value(TicketKpis.firstReplyTime().percentile(90)) + "\n"
                + report.value(
                        TicketKpis.resolutionTime(ResolutionRule.FIRST_ENTRY).percentile(50)) + "\n"
                + report.value(SlaKpis.slaAttainment(SlaMetric.RESOLUTION));
    }
}

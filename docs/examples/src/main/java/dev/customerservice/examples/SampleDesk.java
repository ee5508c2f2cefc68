package dev.customerservice.examples;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.exchange.LoadOutcome;
import dev.customerservice.domain.exchange.ScannedLog;
import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.sla.SlaPlan;
import dev.customerservice.domain.survey.SurveyResponse;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.metrics.facts.FactExtractor;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.report.Dimension;
import dev.customerservice.metrics.report.Granularity;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.Period;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The bundled year of an invented support desk, cut as an engine would meet it: the facts of one ticket at a time, and the report that is
 * asked of them.
 */
public final class SampleDesk {
    private final Facts facts;
    private final List<Facts> tickets;
    private final KpiReport.Builder report;
    private final Instant asOf;

    private SampleDesk(Facts facts, List<Facts> tickets, KpiReport.Builder report, Instant asOf) {
        this.facts = facts;
        this.tickets = tickets;
        this.report = report;
        this.asOf = asOf;
    }

    /**
     * Reads the bundled log.
     *
     * @return the desk
     * @throws IOException when the log cannot be read
     */
    public static SampleDesk open() throws IOException {
        Inputs inputs = Inputs.of(null, null, null, null);
        try (PrintStream silent = new PrintStream(PrintStream.nullOutputStream())) {
            return of(inputs, inputs.scan(silent));
        }
    }

    private static SampleDesk of(Inputs inputs, ScannedLog log) throws IOException {
        BusinessCalendar desk = inputs.calendars().get(0);
        SlaPlan plan = inputs.policies().resolve(CalendarBook.of(inputs.calendars()));
        Instant asOf = log.latest().orElseThrow();
        List<TicketHistory> histories = new ArrayList<>();
        LoadOutcome outcome = log.forEach(histories::add);
        Map<TicketId, List<SurveyResponse>> surveys = new HashMap<>();
        for (SurveyResponse survey : outcome.surveys()) {
            survey.ticket()
                    .ifPresent(ticket -> surveys.computeIfAbsent(ticket, any -> new ArrayList<>())
                            .add(survey));
        }
        FactExtractor extractor = FactExtractor.asOf(asOf).with(plan);
        List<Facts> tickets = histories.stream()
                .map(history ->
                        Facts.of(List.of(history), extractor).surveys(surveys.getOrDefault(history.id(), List.of())))
                .toList();
        Facts all = Facts.of(histories, extractor).surveys(outcome.surveys()).linked();
        return new SampleDesk(all, tickets, report(desk, asOf), asOf);
    }

    private static KpiReport.Builder report(BusinessCalendar desk, Instant asOf) {
        Measures measures = new Measures(Optional.of(desk), Optional.empty());
        ZoneId zone = desk.zone();
        LocalDate end = LocalDate.ofInstant(asOf, zone).plusDays(1);
        return KpiReport.over(Period.between(end.minusYears(1), end, zone))
                .measure(measures.headline().stream().map(Measures.Named::kpi).toList())
                .measure(measures.resolution, measures.lasting, measures.ages)
                .by(Dimension.PRIORITY)
                .by(Dimension.TEAM.latest(), Dimension.CHANNEL)
                .every(Granularity.MONTH);
    }

    /** {@return all facts, as one machine holds them} */
    public Facts facts() {
        return facts;
    }

    /** {@return the facts of each ticket with its surveys, contacts not linked} */
    public List<Facts> tickets() {
        return tickets;
    }

    /** {@return what is asked: the measures of the demo by priority, by team and channel, and by month} */
    public KpiReport.Builder report() {
        return report;
    }

    /** {@return the instant up to which the log is known} */
    public Instant asOf() {
        return asOf;
    }

    /**
     * Names the customer to group by, because measures of customers who come back need all tickets of a customer together.
     *
     * @param ticket the facts of one ticket
     * @return the customer, or the ticket itself where nobody is known
     */
    public static String customer(Facts ticket) {
        return ticket.tickets().stream()
                .findFirst()
                .flatMap(known -> known.latest()
                        .customer()
                        .map(CustomerId::value)
                        .or(() -> Optional.of(known.ticket().value())))
                .orElse("");
    }
}

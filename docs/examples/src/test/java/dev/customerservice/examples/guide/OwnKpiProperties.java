package dev.customerservice.examples.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.metrics.facts.FactExtractor;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.kpi.Answer;
import dev.customerservice.metrics.kpi.Direction;
import dev.customerservice.metrics.kpi.FlagColumn;
import dev.customerservice.metrics.kpi.FormulaKpi;
import dev.customerservice.metrics.kpi.TicketKpis;
import dev.customerservice.metrics.kpi.TicketNumber;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.metrics.testing.AccumulatorLaws;
import dev.customerservice.metrics.testing.TicketHistories;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** How a caller writes an own measure and proves it, as docs/guide/own-kpi.md shows it. */
class OwnKpiProperties {
    // region own-column
    /** Whether a ticket came in on a weekend; unknown for tickets without a priority, which are tests of ours. */
    record OnWeekend(ZoneId zone) implements FlagColumn<TicketFacts> {
        @Override
        public String id() {
            return "created on a weekend in " + zone;
        }

        @Override
        public Answer of(TicketFacts ticket) {
            if (ticket.as().priority().isEmpty()) {
                return Answer.unknown(Absence.MISSING);
            }
            DayOfWeek day = ticket.at().atZone(zone).getDayOfWeek();
            return Answer.of(day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY);
        }
    }
    // endregion

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    // region own-kpi
    static FormulaKpi<TicketFacts, Ratio> weekendShare(ZoneId zone) {
        FormulaKpi<TicketFacts, Ratio> kpi =
                TicketKpis.share("weekend_share", new OnWeekend(zone).yes(), TicketNumber.CUSTOMER_CONTACTS.atLeast(1));
        return kpi.defined(kpi.definition()
                .withDirection(Direction.NEITHER)
                .withSource("Asked for by the roster team: how much of the work a weekend shift would see."));
    }
    // endregion

    private static Facts facts(List<TicketHistory> histories) {
        return Facts.of(histories, FactExtractor.asOf(TicketHistories.AS_OF)).linked();
    }

    // region own-proof
    @Provide
    Arbitrary<List<TicketHistory>> histories() {
        return TicketHistories.some();
    }

    @Property(tries = 200)
    void myMeasureMergesInAnyOrder(@ForAll("histories") List<TicketHistory> histories, @ForAll long seed) {
        AccumulatorLaws.check(weekendShare(ROME), facts(histories).tickets(), seed);
    }
    // endregion

    @Property(tries = 100)
    void itIsTheShareThatAWalkOverTheTicketsGives(@ForAll("histories") List<TicketHistory> histories) {
        List<TicketFacts> asked = facts(histories).tickets().stream()
                .filter(ticket -> !ticket.customerContacts().isEmpty())
                .toList();
        long weekend = asked.stream()
                .filter(ticket -> ticket.at().atZone(ROME).getDayOfWeek().getValue() > 5)
                .count();
        KpiReport year = KpiReport.over(Period.year(2026, ROME))
                .measure(weekendShare(ROME))
                .collect(facts(histories));
        Measurement<Ratio> share = year.value(weekendShare(ROME));

        assertEquals(asked.size(), share.n());
        assertEquals(weekend, share.amount().map(Ratio::numerator).orElse(0L));
    }
}

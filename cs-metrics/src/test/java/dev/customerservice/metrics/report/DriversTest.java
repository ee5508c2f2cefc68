package dev.customerservice.metrics.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.ticket.Category;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.metrics.facts.FactExtractor;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.kpi.Filter;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.kpi.TicketKpis;
import dev.customerservice.metrics.kpi.TicketNumber;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.metrics.statistics.Shares;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which categories hold a share down, and by how much. */
class DriversTest {
    private static final Instant MONDAY = Instant.parse("2026-03-09T09:00:00Z");
    private static final Kpi<TicketFacts, Ratio> KEPT =
            TicketKpis.share("solved_for_good", TicketNumber.REOPENS.is(0), Filter.every());

    private static void add(List<TicketHistory> all, String category, int good, int bad) {
        for (int i = 0; i < good + bad; i++) {
            TicketId id = TicketId.of(category + "-" + i);
            List<TicketEvent> events = new ArrayList<>();
            events.add(new TicketCreated(
                    EventHead.of(id, MONDAY, Actor.customer("c")),
                    TicketDetails.builder().category(Category.of(category)).build()));
            events.add(new StatusChanged(EventHead.of(id, MONDAY.plusSeconds(60), Actor.agent("a")), Status.SOLVED));
            if (i >= good) {
                events.add(
                        new StatusChanged(EventHead.of(id, MONDAY.plusSeconds(120), Actor.customer("c")), Status.OPEN));
            }
            all.add(TicketHistory.of(events));
        }
    }

    private static List<Slice> slices(List<TicketHistory> histories) {
        Facts facts = Facts.of(histories, FactExtractor.asOf(Instant.parse("2026-04-02T00:00:00Z")));
        return KpiReport.over(Period.month(2026, Month.MARCH, ZoneId.of("UTC")))
                .measure(KEPT, TicketKpis.reopensPerResolvedTicket())
                .by(Dimension.CATEGORY)
                .collect(facts)
                .slices(Dimension.CATEGORY);
    }

    @Test
    @Tag("S2-17")
    void whatCostsMostComesFirst() {
        List<TicketHistory> all = new ArrayList<>();
        add(all, "billing", 120, 80);
        add(all, "delivery", 95, 5);
        add(all, "login", 1, 3);
        add(all, "refund", 90, 6);
        Drivers drivers = Drivers.of(KEPT, slices(all), 0.95);

        assertEquals(Ratio.of(306, 400), drivers.whole());
        assertEquals(
                List.of("billing", "login", "refund", "delivery"),
                drivers.lines().stream()
                        .map(line -> line.labels().get("category"))
                        .toList());
        Drivers.Line billing = drivers.lines().get(0);
        assertEquals(Map.of("category", "billing"), billing.labels());
        assertEquals(Ratio.of(120, 200), billing.share());
        assertEquals(Ratio.of(186, 200), billing.others());
        assertEquals(Shares.change(Ratio.of(186, 200), Ratio.of(120, 200), 0.95).orElseThrow(), billing.difference());
        assertEquals((0.93 - 0.6) * 0.5, billing.gain(), 1e-12);
        assertTrue(billing.isSignificant(0.05));
        assertTrue(drivers.lines().get(3).gain() < 0, "it holds the whole up");
    }

    /** Raising a slice to the share of the others raises the whole by the gain. */
    @Test
    void theGainIsWhatTheWholeWouldRiseBy() {
        List<TicketHistory> all = new ArrayList<>();
        add(all, "a", 10, 10);
        add(all, "b", 30, 10);
        Drivers drivers = Drivers.of(KEPT, slices(all), 0.95);
        double asIs = 40 / 60.0;
        double raised = (20 * 0.75 + 30) / 60.0;
        assertEquals(raised - asIs, drivers.lines().get(0).gain(), 1e-12);
    }

    @Test
    void pValuesAllowForAllSlices() {
        List<TicketHistory> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            add(all, "c" + i, 20, 10);
        }
        add(all, "odd", 13, 14);
        Drivers drivers = Drivers.of(KEPT, slices(all), 0.95);
        Drivers.Line odd = drivers.lines().get(0);
        assertEquals("odd", odd.labels().get("category"));
        double alone = odd.difference().pValue().orElseThrow();
        assertEquals(11 * alone, odd.adjusted().orElseThrow(), 1e-12);
        assertFalse(odd.isSignificant(0.05));
        assertTrue(alone < 0.1, alone + " for the slice alone");
    }

    @Test
    void oneSliceHasNoOthers() {
        List<TicketHistory> all = new ArrayList<>();
        add(all, "only", 3, 1);
        Drivers drivers = Drivers.of(KEPT, slices(all), 0.95);
        assertEquals(List.of(), drivers.lines());
        assertEquals(Ratio.of(3, 4), drivers.whole());
        assertEquals(List.of(), Drivers.of(KEPT, List.of(), 0.95).lines());
    }

    @Test
    void slicesWithoutFaultAreNotTested() {
        List<TicketHistory> all = new ArrayList<>();
        add(all, "a", 3, 0);
        add(all, "b", 5, 0);
        Drivers.Line line = Drivers.of(KEPT, slices(all), 0.95).lines().get(0);
        assertEquals(OptionalDouble.empty(), line.adjusted());
        assertFalse(line.isSignificant(0.99));
        assertEquals(0, line.gain());
    }

    @Test
    void aRateThatMayBeAboveOneIsRefused() {
        List<TicketHistory> all = new ArrayList<>();
        add(all, "a", 0, 1);
        TicketHistory one = all.get(0);
        List<TicketEvent> events = new ArrayList<>(one.events());
        for (int i = 0; i < 3; i++) {
            events.add(new StatusChanged(
                    EventHead.of(one.id(), MONDAY.plusSeconds(200 + 2L * i), Actor.agent("a")), Status.SOLVED));
            events.add(new StatusChanged(
                    EventHead.of(one.id(), MONDAY.plusSeconds(201 + 2L * i), Actor.customer("c")), Status.OPEN));
        }
        List<Slice> slices = slices(List.of(TicketHistory.of(events)));
        assertThrows(
                IllegalArgumentException.class, () -> Drivers.of(TicketKpis.reopensPerResolvedTicket(), slices, 0.95));
    }
}

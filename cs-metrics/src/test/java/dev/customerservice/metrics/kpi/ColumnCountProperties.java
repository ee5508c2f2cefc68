package dev.customerservice.metrics.kpi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.metrics.facts.Facet;
import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.Milestone;
import dev.customerservice.metrics.facts.StatusSet;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.report.Dimension;
import dev.customerservice.metrics.report.Granularity;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.report.Slice;
import dev.customerservice.metrics.testing.SampleFacts;
import dev.customerservice.metrics.testing.Thing;
import dev.customerservice.metrics.testing.TicketHistories;
import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Rows and columns are two faces of the same facts: whatever is counted from one is counted from the other. */
class ColumnCountProperties {
    private static final List<Kpi<?, ?>> CATALOGUE =
            KpiCatalogue.chapters().values().stream().flatMap(List::stream).toList();

    private static final List<Kpi<TicketFacts, ?>> OTHERS = List.of(
            TicketKpis.fullResolutionTime().within(KpiProperties.TARGETS),
            TicketKpis.firstResolutionTime().on("office", KpiProperties.OFFICE),
            TicketKpis.fullResolutionTime().netOf(StatusSet.WAITING),
            TicketKpis.time("worked", Milestone.STATED_OPENED, Milestone.FIRST_WORKED)
                    .asSigned(),
            TicketKpis.firstReplyTime().datedBy(Milestone.FIRST_REPLY),
            TicketKpis.share("code", Filter.code("even", ticket -> ticket.replies() % 2 == 0), TicketColumns.kept()));

    /** Curves, mixes, times over times and the like are amounts of their own kind, which rows give; so are stocks. */
    private static final List<String> OF_ROWS = List.of(
            "adherence",
            "availability",
            "backlog",
            "backlog_age",
            "backlog_age.classes",
            "backlog_age_since_update",
            "benchmark.first_reply_time_trade",
            "canned_reply_share",
            "concurrency",
            "conformance",
            "cost_per_contact.usd",
            "customer_health.from_0_5",
            "first_reply_time.survival",
            "full_resolution_time.survival",
            "issue_mix",
            "next_reply_time.survival",
            "occupancy",
            "occupancy.of_work",
            "opening_backlog",
            "review_score.critical_counts_only",
            "review_score.critical_zeroes",
            "self_service.score",
            "shrinkage",
            "utilization",
            "workload.open",
            "workload.resolved");

    @Provide
    static Arbitrary<List<TicketHistory>> histories() {
        return TicketHistories.some();
    }

    @Provide
    static Arbitrary<ZoneId> zones() {
        return Arbitraries.of("UTC", "Europe/Rome", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Kiritimati")
                .map(ZoneId::of);
    }

    @Property(tries = 60)
    void aReportOfTheWholeCatalogueIsTheSameFromColumns(
            @ForAll("histories") List<TicketHistory> histories,
            @ForAll long seed,
            @ForAll("zones") ZoneId zone,
            @ForAll Granularity unit) {
        Random random = new Random(seed);
        Facts rows = SampleFacts.beside(KpiProperties.facts(histories), seed);
        KpiReport.Builder asked = KpiReport.over(Period.month(2026, Month.OCTOBER, zone))
                .measure(CATALOGUE)
                .measure(OTHERS)
                .by(Dimension.TEAM)
                .by(Dimension.PRIORITY.latest(), Dimension.AGENT);
        if (random.nextBoolean()) {
            asked.every(unit);
        }
        if (random.nextBoolean()) {
            asked.againstPrevious();
        }
        Facts packed = asked.pack(rows);
        KpiReport expected = asked.collect(rows);
        KpiReport found = asked.collect(packed);

        assertSame(expected.total(), found.total(), expected.measures());
        assertSame(expected, found, Dimension.TEAM);
        assertSame(expected, found, Dimension.PRIORITY.latest(), Dimension.AGENT);
    }

    private static void assertSame(KpiReport expected, KpiReport found, Dimension<?>... by) {
        List<Slice> ours = expected.slices(by);
        List<Slice> theirs = found.slices(by);
        assertEquals(
                ours.stream().map(Slice::labels).toList(),
                theirs.stream().map(Slice::labels).toList());
        for (int i = 0; i < ours.size(); i++) {
            assertSame(ours.get(i), theirs.get(i), expected.measures());
        }
    }

    private static void assertSame(Slice expected, Slice found, List<Kpi<?, ?>> measures) {
        for (Kpi<?, ?> kpi : measures) {
            // quantiles before the whole, since selecting leaves the lengths in another order
            if (kpi instanceof DurationKpi<?> times) {
                assertEquals(expected.value(times.percentile(90)), found.value(times.percentile(90)), kpi.id());
                assertEquals(expected.value(times.mean()), found.value(times.mean()), kpi.id());
                assertEquals(expected.value(times.min()), found.value(times.min()), kpi.id());
            }
            assertEquals(expected.value(kpi), found.value(kpi), kpi.id() + " of " + expected);
        }
        List<Slice> parts = expected.series();
        for (int part = 0; part < parts.size(); part++) {
            assertSame(parts.get(part), found.series().get(part), measures);
        }
    }

    @Property(tries = 3)
    void whatOfTheCatalogueIsNoColumnIsKnown(@ForAll("histories") List<TicketHistory> histories, @ForAll long seed) {
        Facts facts = SampleFacts.beside(KpiProperties.facts(histories), seed);
        KpiReport.Builder asked = KpiReport.over(Period.month(2026, Month.OCTOBER, ZoneId.of("UTC")))
                .measure(CATALOGUE);
        Facts packed = asked.pack(facts);
        TreeSet<String> left = new TreeSet<>();
        CATALOGUE.forEach(kpi -> lacking(kpi, packed).ifPresent(left::add));

        assertEquals(new TreeSet<>(OF_ROWS), left);
    }

    private static <F extends Fact> Optional<String> lacking(Kpi<F, ?> kpi, Facts facts) {
        boolean counted = facts.columns(kpi.cohort().kind()).orElse(null) instanceof PackedFacts<F> packed
                && packed.lacks(kpi).isEmpty();
        return counted ? Optional.empty() : Optional.of(kpi.id());
    }

    @Property(tries = 150)
    void anyFormulaOverAnyColumnsIsTheSameFromColumns(@ForAll long seed) {
        Random random = new Random(seed);
        Duration unit = random.nextBoolean() ? Duration.ofSeconds(1) : Duration.ofNanos(7);
        List<Thing> things = Thing.drawn(random, random.nextInt(1500), unit);
        List<Kpi<Thing, ?>> kpis = kpis(random);
        List<Facet<?>> facets = random.nextBoolean()
                ? List.of()
                : List.of(new Thing.Kind(random.nextInt(3)), new Thing.Kind(1 + random.nextInt(30)));
        PackedFacts<Thing> packed = packed(things, kpis, facets);
        long[] edges = edges(random);
        int slots = edges.length - 1;
        long[] starts = Arrays.copyOf(edges, slots);
        long[] ends = Arrays.copyOfRange(edges, 1, edges.length);
        ColumnCount<Thing> counted = ColumnCount.of(packed, Thing.BEGUN, starts, ends, List.of(facets), kpis);

        List<List<Optional<?>>> keys = counted.keys(0);
        for (int kpi = 0; kpi < kpis.size(); kpi++) {
            for (int key = 0; key < keys.size(); key++) {
                int from = random.nextInt(slots);
                int to = from + 1 + random.nextInt(slots - from);
                List<Thing> own = within(things, edges[from], edges[to], facets, keys.get(key));
                assertEquals(
                        state(kpis.get(kpi), own),
                        counted.state(0, key, from, to, kpi),
                        kpis.get(kpi).id());
            }
            List<Thing> all = within(things, edges[0], edges[slots], List.of(), List.of());
            assertEquals(
                    state(kpis.get(kpi), all),
                    counted.state(0, 0, slots, kpi),
                    kpis.get(kpi).id());
        }
        assertEquals(
                within(things, edges[0], edges[slots], List.of(), List.of()).stream()
                        .map(thing -> values(thing, facets))
                        .collect(Collectors.toSet()),
                Set.copyOf(keys));
        assertEquals(keys.size(), Set.copyOf(keys).size());
    }

    private static long[] edges(Random random) {
        int slots = 1 + random.nextInt(random.nextBoolean() ? 1 : 200);
        return random.longs(slots + 1L, 0, Duration.ofDays(100).toSeconds())
                .map(seconds -> EpochNanos.of(Instant.parse("2026-08-30T00:00:00Z")) + seconds * 1_000_000_000L)
                .sorted()
                .toArray();
    }

    private static List<Thing> within(
            List<Thing> things, long start, long end, List<Facet<?>> facets, List<Optional<?>> values) {
        return things.stream()
                .filter(thing -> EpochNanos.of(thing.at()) >= start && EpochNanos.of(thing.at()) < end)
                .filter(thing -> values(thing, facets).equals(values))
                .toList();
    }

    private static List<Optional<?>> values(Thing thing, List<Facet<?>> facets) {
        List<Optional<?>> values = new ArrayList<>();
        facets.forEach(facet -> values.add(((Thing.Kind) facet).of(thing)));
        return values;
    }

    private static State<?> state(Kpi<Thing, ?> kpi, List<Thing> facts) {
        Accumulator.Buffer<Thing, ?> buffer = kpi.accumulator().buffer();
        facts.forEach(buffer::add);
        return buffer.state();
    }

    private static PackedFacts<Thing> packed(List<Thing> things, List<Kpi<Thing, ?>> kpis, List<Facet<?>> facets) {
        PackedFacts.Builder<Thing> builder =
                PackedFacts.builder(Thing.class, things.size(), Thing.AS_OF).rows(things);
        kpis.forEach(builder::readBy);
        for (Facet<?> facet : facets) {
            Thing.Kind kind = (Thing.Kind) facet;
            builder.values(kind, Thing.BEGUN, row -> kind.of(things.get(row)));
        }
        return builder.build();
    }

    private static List<Kpi<Thing, ?>> kpis(Random random) {
        List<Kpi<Thing, ?>> kpis = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Filter<Thing> among = Thing.filter(random, 3);
            Duration unit = random.nextBoolean() ? Duration.ofSeconds(1) : Duration.ofNanos(1 + random.nextInt(1000));
            Thing.Length length = new Thing.Length(random.nextInt(6), unit, random.nextBoolean());
            Thing.Figure number = new Thing.Figure(random.nextInt(6));
            Formula<Thing, ?> formula = switch (random.nextInt(8)) {
                case 0 -> new Formula.Count<>(among);
                case 1 -> new Formula.Total<>(number, among);
                case 2 -> new Formula.Share<>(Thing.filter(random, 2), among);
                case 3 -> new Formula.Rate<>(new Thing.Figure(random.nextInt(2)), among);
                case 4 -> new Formula.Times<>(length, among);
                case 5 -> new Formula.Histogram<>(length, among);
                case 6 -> new Formula.Numbers<>(number, among);
                default ->
                    new Formula.Sum<>(new Amounts.Net<>(Thing.filter(random, 1), Thing.filter(random, 1)), among);
            };
            kpis.add(FormulaKpi.of("kpi_" + i, Unit.COUNT, Cohort.of(Thing.class, Thing.BEGUN), formula));
        }
        return kpis;
    }

    @Property(tries = 2)
    void manyRowsOfFewCellsOverflowNothing(@ForAll long seed) {
        Random random = new Random(seed);
        List<Thing> things = Thing.drawn(random, 70_000, Duration.ofSeconds(1));
        List<Kpi<Thing, ?>> kpis = kpis(random);
        ColumnCount<Thing> counted = ColumnCount.of(
                packed(things, kpis, List.of()),
                Thing.BEGUN,
                new long[] {EpochNanos.MIN},
                new long[] {EpochNanos.MAX},
                List.of(List.of()),
                kpis);
        for (int kpi = 0; kpi < kpis.size(); kpi++) {
            assertEquals(state(kpis.get(kpi), things), counted.state(0, 0, 0, 1, kpi));
        }
    }

    /** Some blocks lie before, within and behind the slots, others across a border. */
    @Property(tries = 10)
    void manyBlocksInTheOrderOfTimeAreTheSameAsRows(@ForAll long seed) {
        Random random = new Random(seed);
        List<Thing> things = Thing.drawn(random, 9000, Duration.ofSeconds(1)).stream()
                .sorted(Comparator.comparing(Thing::at))
                .toList();
        List<Kpi<Thing, ?>> kpis = kpis(random);
        long[] edges = IntStream.range(0, 2 + random.nextInt(4))
                .mapToLong(any ->
                        EpochNanos.of(things.get(random.nextInt(things.size())).at()))
                .sorted()
                .toArray();
        int slots = edges.length - 1;
        ColumnCount<Thing> counted = ColumnCount.of(
                packed(things, kpis, List.of()),
                Thing.BEGUN,
                Arrays.copyOf(edges, slots),
                Arrays.copyOfRange(edges, 1, slots + 1),
                List.of(List.of()),
                kpis);
        for (int slot = 0; slot < slots; slot++) {
            List<Thing> own = within(things, edges[slot], edges[slot + 1], List.of(), List.of());
            for (int kpi = 0; kpi < kpis.size(); kpi++) {
                assertEquals(
                        state(kpis.get(kpi), own),
                        counted.state(0, slot, slot + 1, kpi),
                        kpis.get(kpi).id());
            }
        }
    }

    @Property(tries = 100)
    void partsPutTogetherAreTheWhole(@ForAll long seed) {
        Random random = new Random(seed);
        List<Thing> things = Thing.drawn(random, random.nextInt(300), Duration.ofSeconds(1));
        int cut = random.nextInt(things.size() + 1);
        List<Kpi<Thing, ?>> kpis = kpis(random);
        List<Facet<?>> facets = List.of(new Thing.Kind(5));
        PackedFacts<Thing> both = packed(things.subList(0, cut), kpis, facets)
                .plus(packed(things.subList(cut, things.size()), kpis, facets));
        assertEquals(Optional.of(things), both.rows());
        ColumnCount<Thing> counted = ColumnCount.of(
                both, Thing.BEGUN, new long[] {EpochNanos.MIN}, new long[] {EpochNanos.MAX}, List.of(facets), kpis);
        for (int key = 0; key < counted.keys(0).size(); key++) {
            List<Thing> own = within(
                    things,
                    EpochNanos.MIN,
                    EpochNanos.MAX,
                    facets,
                    counted.keys(0).get(key));
            for (int kpi = 0; kpi < kpis.size(); kpi++) {
                assertEquals(state(kpis.get(kpi), own), counted.state(0, key, 0, 1, kpi));
            }
        }
        assertTrue(counted.keys(0).size() <= things.size());
    }
}

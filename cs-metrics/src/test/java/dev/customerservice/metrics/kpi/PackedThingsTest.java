package dev.customerservice.metrics.kpi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.metrics.facts.Backlog;
import dev.customerservice.metrics.facts.BacklogFacts;
import dev.customerservice.metrics.facts.Milestone;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.report.Dimension;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.DurationDistribution;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.NetScore;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.metrics.testing.Sent;
import dev.customerservice.metrics.testing.Thing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Five things as columns: what a measure reads is asked for by name, added once, put together and sent. */
class PackedThingsTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-10-01T00:00:00Z");
    private static final long START = EpochNanos.of(MIDNIGHT);
    private static final long HOUR = Duration.ofHours(1).toNanos();
    private static final Cohort<Thing> BEGUN = Cohort.of(Thing.class, Thing.BEGUN);
    private static final NumberColumn<Thing> NUMBER = new Thing.Figure(0);
    private static final NumberColumn<Thing> OTHER = new Thing.Figure(1);
    private static final DurationColumn<Thing> LENGTH = new Thing.Length(0, Duration.ofSeconds(1), false);
    private static final DurationColumn<Thing> LIMIT = new Thing.Length(1, Duration.ofSeconds(1), false);
    private static final FlagColumn<Thing> GOOD = new Thing.Flag(0);
    private static final FlagColumn<Thing> BAD = new Thing.Flag(1);
    private static final Filter<Thing> ODD = Filter.code("odd", thing -> thing.seed() % 2 == 1);
    private static final Thing.Later LATER = new Thing.Later(1);
    private static final Thing.Kind KIND = new Thing.Kind(1);
    private static final Thing.Kind SORT = new Thing.Kind(2);
    private static final List<Thing> THINGS = IntStream.range(0, 5)
            .mapToObj(hour -> new Thing(MIDNIGHT.plus(Duration.ofHours(hour)), hour))
            .toList();

    private static <V> FormulaKpi<Thing, V> kpi(Formula<Thing, V> formula) {
        return FormulaKpi.of("kpi", Unit.COUNT, BEGUN, formula);
    }

    private static PackedFacts.Builder<Thing> empty() {
        return PackedFacts.builder(Thing.class, THINGS.size(), Thing.AS_OF);
    }

    private static PackedFacts.Builder<Thing> dated() {
        return empty().moment(Thing.BEGUN, hour -> START + hour * HOUR);
    }

    @Test
    void everyColumnThatIsNotThereIsNamed() {
        Filter<Thing> either = NUMBER.is(1).or(GOOD.no());
        Filter<Thing> times = LENGTH.atMost(Duration.ofDays(1)).and(LIMIT.below(Duration.ofDays(1)));
        Kpi<Thing, Long> kpi =
                kpi(new Formula.Total<>(OTHER, either.and(times).and(ODD).and(Filter.reached(LATER))));
        List<String> all = List.of(
                NUMBER.id(), OTHER.id(), LENGTH.id(), LIMIT.id(), GOOD.id(), "odd", Thing.BEGUN.id(), LATER.id());
        assertEquals(all, empty().build().lacks(kpi));

        List<Function<PackedFacts.Builder<Thing>, PackedFacts.Builder<Thing>>> added = List.of(
                builder -> builder.number(NUMBER, row -> row),
                builder -> builder.number(OTHER, row -> row),
                builder -> builder.length(LENGTH, row -> row),
                builder -> builder.length(LIMIT, row -> row),
                builder -> builder.flag(GOOD, row -> Answer.YES),
                builder -> builder.rows(THINGS).readBy(kpi(new Formula.Count<>(ODD))));
        for (int column = 0; column < 5; column++) {
            List<String> left = new ArrayList<>(all);
            left.remove(column);
            assertEquals(left, added.get(column).apply(empty()).build().lacks(kpi));
        }
        assertEquals(
                List.of(NUMBER.id(), OTHER.id(), LENGTH.id(), LIMIT.id(), GOOD.id(), LATER.id()),
                added.get(5).apply(empty()).build().lacks(kpi));
        PackedFacts<Thing> whole = empty().rows(THINGS).readBy(kpi).build();
        assertEquals(List.of(), whole.lacks(kpi));
        assertEquals("PackedFacts[5 Thing, 8 columns]", whole.toString());
    }

    @Test
    void eachFormulaReadsItsOwnColumns() {
        Filter<Thing> bad = BAD.yes();
        assertEquals(List.of("flag 1", "begun"), lacks(new Formula.Count<>(bad)));
        assertEquals(List.of("number 0", "flag 1", "begun"), lacks(new Formula.Total<>(NUMBER, bad)));
        assertEquals(List.of("flag 1", "flag 0", "begun"), lacks(new Formula.Share<>(GOOD.yes(), bad)));
        assertEquals(List.of("number 0", "flag 1", "begun"), lacks(new Formula.Rate<>(NUMBER, bad)));
        assertEquals(List.of(LENGTH.id(), "flag 1", "begun"), lacks(new Formula.Times<>(LENGTH, bad)));
        assertEquals(List.of(LENGTH.id(), "flag 1", "begun"), lacks(new Formula.Histogram<>(LENGTH, bad)));
        assertEquals(List.of("number 0", "flag 1", "begun"), lacks(new Formula.Numbers<>(NUMBER, bad)));
        assertEquals(
                List.of("number 1", "flag 0", "flag 1", "begun"),
                lacks(new Formula.Sum<>(new Amounts.Net<>(GOOD.yes(), bad), OTHER.is(1))));
        Formula<Thing, Ratio> part = new Formula.Sum<>(new Amounts.Part<>(NUMBER, OTHER), bad);
        assertEquals(List.of("number 0 / number 1", "begun"), lacks(part));
        Kpi<BacklogFacts, Long> stock = BacklogKpis.backlog(Backlog.unsolved(), Cohort.Border.OPENING);
        PackedFacts<BacklogFacts> none =
                PackedFacts.builder(BacklogFacts.class, 0, Thing.AS_OF).build();
        assertEquals(List.of("open at the start of the period, just before that instant"), none.lacks(stock));
    }

    private static List<String> lacks(Formula<Thing, ?> formula) {
        return empty().build().lacks(kpi(formula));
    }

    private static State<?> counted(PackedFacts<Thing> packed, Formula<Thing, ?> formula) {
        return ColumnCount.of(
                        packed,
                        Thing.BEGUN,
                        new long[] {START, START + 2 * HOUR},
                        new long[] {START + 2 * HOUR, START + 4 * HOUR},
                        List.of(List.of()),
                        List.of(kpi(formula)))
                .state(0, 0, 2, 0);
    }

    @Test
    void whatIsAbsentWithoutAWordIsMissing() {
        PackedFacts<Thing> packed = dated().number(NUMBER, row -> row == 1 ? PackedFacts.ABSENT : row)
                .length(LENGTH, row -> row == 2 ? PackedFacts.ABSENT : row * HOUR)
                .number(OTHER, row -> row)
                .flag(GOOD, row -> row == 0 ? Answer.unknown(Absence.CANCELLED) : Answer.of(row == 3))
                .build();
        // the fifth thing begins behind the last stretch
        assertEquals(
                new Counting(0 + 2 + 3, 3, LeftOut.of(Absence.MISSING, 1)),
                counted(packed, new Formula.Total<>(NUMBER, Filter.every())));
        assertEquals(
                new Sharing(Ratio.of(2, 3), LeftOut.of(Absence.MISSING, 1)),
                counted(packed, new Formula.Share<>(LENGTH.atMost(Duration.ofHours(1)), Filter.every())));
        assertEquals(
                new Sharing(Ratio.of(1, 3), LeftOut.of(Absence.CANCELLED, 1)),
                counted(packed, new Formula.Share<>(GOOD.yes(), Filter.every())));
        assertEquals(
                new Summing<>(new NetScore(1, 1, 1), 3, LeftOut.of(Absence.CANCELLED, 1)),
                counted(packed, new Formula.Sum<>(new Amounts.Net<>(GOOD.yes(), OTHER.is(2)), Filter.every())));
    }

    @Test
    void whatWasAddedIsNotReadAgain() {
        Formula<Thing, Long> total = new Formula.Total<>(NUMBER, Filter.every());
        PackedFacts<Thing> packed = dated().rows(THINGS)
                .number(NUMBER, row -> 100)
                .readBy(kpi(total))
                .build();
        assertEquals(new Counting(400, 4, LeftOut.none()), counted(packed, total));
        assertEquals(Optional.of(THINGS), packed.rows());
        PackedFacts<Thing> more = packed.toBuilder().number(OTHER, row -> row).build();
        assertEquals(Optional.of(THINGS), more.rows());
        assertEquals(List.of(), more.lacks(kpi(new Formula.Total<>(OTHER, Filter.every()))));
        assertEquals(List.of(OTHER.id()), packed.lacks(kpi(new Formula.Total<>(OTHER, Filter.every()))));
    }

    @Test
    void placesLieInTheDictionary() {
        List<String> two = List.of("a", "b");
        PackedFacts.Builder<Thing> builder = empty();
        assertFalse(builder.has(KIND, Thing.BEGUN));
        assertTrue(builder.codes(KIND, Thing.BEGUN, two, row -> row % 3 - 1).has(KIND, Thing.BEGUN));
        PackedFacts<Thing> packed = builder.build();
        assertTrue(packed.has(KIND, Thing.BEGUN));
        assertFalse(packed.has(SORT, Thing.BEGUN));
        assertFalse(packed.has(Thing.BEGUN));
        assertTrue(dated().build().has(Thing.BEGUN));
        for (int wrong : new int[] {-2, 2}) {
            IllegalArgumentException refused = assertThrows(
                    IllegalArgumentException.class,
                    () -> empty().codes(KIND, Thing.BEGUN, two, row -> row == 3 ? wrong : 0));
            assertEquals(
                    "Places of kind_1 must lie in a dictionary of 2 values, or be -1.\nMaybe they count from 1.",
                    refused.getMessage());
        }
        PackedFacts.builder(Thing.class, 0, Thing.AS_OF).codes(KIND, Thing.BEGUN, List.of(), row -> 7);
    }

    private static PackedFacts<Thing> kinds() {
        return dated().number(NUMBER, row -> 1L << row)
                .number(OTHER, row -> row)
                .flag(GOOD, row -> Answer.YES)
                .codes(KIND, Thing.BEGUN, List.of("a", "b"), row -> row % 2 - (row == 4 ? 1 : 0))
                .values(SORT, Thing.BEGUN, row -> row == 0 ? Optional.empty() : Optional.of("sort " + row % 2))
                .build();
    }

    private static Map<List<Optional<?>>, Object> sums(PackedFacts<Thing> packed, int slots) {
        long[] starts =
                IntStream.range(0, slots).mapToLong(slot -> START + slot * HOUR).toArray();
        long[] ends = IntStream.range(1, slots + 1)
                .mapToLong(slot -> START + slot * HOUR)
                .toArray();
        ColumnCount<Thing> counted = ColumnCount.of(
                packed,
                Thing.BEGUN,
                starts,
                ends,
                List.of(List.of(), List.of(KIND, SORT)),
                List.of(kpi(new Formula.Total<>(NUMBER, Filter.every()))));
        Map<List<Optional<?>>, Object> sums = new HashMap<>();
        for (int key = 0; key < counted.keys(1).size(); key++) {
            sums.put(counted.keys(1).get(key), ((Counting) counted.state(1, key, 0, slots, 0)).sum());
        }
        sums.put(List.of(), ((Counting) counted.state(1, 1, slots, 0)).sum());
        return sums;
    }

    private static List<Optional<?>> key(Optional<String> kind, Optional<String> sort) {
        return List.of(kind, sort);
    }

    /** The things are 1, 2, 4, 8 and 16; their kinds a, b, a, b and none, their sorts none, 1, 0, 1 and 0. */
    private static final Map<List<Optional<?>>, Object> ALL = Map.of(
            key(Optional.of("a"), Optional.empty()), 1L,
            key(Optional.of("b"), Optional.of("sort 1")), 2L + 8L,
            key(Optional.of("a"), Optional.of("sort 0")), 4L,
            key(Optional.empty(), Optional.of("sort 0")), 16L,
            List.of(), 2L + 4L + 8L + 16L);

    @Test
    void onlyCombinationsWithinTheStretchesAreKeys() {
        assertEquals(ALL, sums(kinds(), 5));
        assertEquals(
                Map.of(
                        key(Optional.of("a"), Optional.empty()), 1L,
                        key(Optional.of("b"), Optional.of("sort 1")), 2L,
                        List.of(), 2L),
                sums(kinds(), 2));
    }

    @Test
    void columnsArriveAsTheyWereSent() {
        PackedFacts<Thing> sent = Sent.over(kinds());
        assertEquals(ALL, sums(sent, 5));
        assertEquals(Optional.empty(), sent.rows());
        assertEquals("PackedFacts[5 Thing, 6 columns]", sent.toString());
        PackedFacts<Thing> withRows = Sent.over(kinds().toBuilder().rows(THINGS).build());
        assertEquals(Optional.of(THINGS), withRows.rows());
        assertEquals(ALL, sums(withRows, 5));
        assertEquals(Thing.class, withRows.kind());
        assertEquals(Thing.AS_OF, withRows.asOf());
    }

    @Test
    void aColumnThatOnePartLacksIsLackedByTheWhole() {
        PackedFacts<Thing> rows = kinds().toBuilder().rows(THINGS).build();
        PackedFacts<Thing> both = kinds().plus(kinds());
        assertEquals(10, both.size());
        ALL.forEach((key, sum) -> assertEquals(2 * (long) sum, sums(both, 5).get(key)));
        assertEquals(Optional.empty(), rows.plus(kinds()).rows());
        assertEquals(Optional.empty(), kinds().plus(rows).rows());
        List<Thing> twice = new ArrayList<>(THINGS);
        twice.addAll(THINGS);
        assertEquals(Optional.of(twice), rows.plus(rows).rows());

        PackedFacts<Thing> dated = dated().build();
        for (PackedFacts<Thing> whole : List.of(dated.plus(kinds()), kinds().plus(dated))) {
            assertEquals(List.of(NUMBER.id()), whole.lacks(kpi(new Formula.Total<>(NUMBER, Filter.every()))));
            assertFalse(whole.has(KIND, Thing.BEGUN));
            assertTrue(whole.has(Thing.BEGUN));
        }
    }

    @Test
    void theFirstFactOfAnotherPartKeepsItsReason() {
        PackedFacts<Thing> left =
                dated().number(NUMBER, row -> row, row -> Absence.CANCELLED).build();
        PackedFacts<Thing> right = dated().number(
                        NUMBER, row -> row == 0 ? PackedFacts.ABSENT : row, row -> Absence.CANCELLED)
                .build();
        Formula<Thing, Long> total = new Formula.Total<>(NUMBER, Filter.every());
        assertEquals(new Counting(12, 7, LeftOut.of(Absence.CANCELLED, 1)), counted(left.plus(right), total));
        assertEquals(new Counting(12, 7, LeftOut.of(Absence.CANCELLED, 1)), counted(right.plus(left), total));
    }

    @Test
    void whatRowsSayIsReadOffThem() {
        List<Thing> things = Thing.drawn(new Random(4), 40, Duration.ofHours(1));
        DurationColumn<Thing> length = new Thing.Length(5, Duration.ofSeconds(1), true);
        NumberColumn<Thing> number = new Thing.Figure(5);
        for (Formula<Thing, ?> formula : List.<Formula<Thing, ?>>of(
                new Formula.Count<>(Filter.reached(LATER)),
                new Formula.Total<>(number, BAD.yes()),
                new Formula.Share<>(BAD.yes(), ODD),
                new Formula.Rate<>(OTHER, Filter.every()),
                new Formula.Times<>(length, Filter.every()),
                new Formula.Histogram<>(LIMIT, Filter.every()),
                new Formula.Numbers<>(number, Filter.every()),
                new Formula.Sum<>(new Amounts.Net<>(GOOD.yes(), BAD.yes()), Filter.every()))) {
            Kpi<Thing, ?> kpi = kpi(formula);
            PackedFacts<Thing> packed = PackedFacts.builder(Thing.class, things.size(), Thing.AS_OF)
                    .rows(things)
                    .readBy(kpi)
                    .build();
            ColumnCount<Thing> counted = ColumnCount.of(
                    packed,
                    Thing.BEGUN,
                    new long[] {EpochNanos.MIN},
                    new long[] {EpochNanos.MAX},
                    List.of(List.of()),
                    List.of(kpi));
            Accumulator.Buffer<Thing, ?> rows = kpi.accumulator().buffer();
            things.forEach(rows::add);
            assertEquals(rows.state(), counted.state(0, 0, 1, 0), formula.text());
            assertEquals(rows.state(), counted.state(0, 0, 0, 1, 0), formula.text());
        }
    }

    @Test
    void stretchesBehindTheFirstAreReadToo() {
        PackedFacts<Thing> packed = kinds();
        Kpi<Thing, Long> total = kpi(new Formula.Total<>(NUMBER, Filter.every()));
        ColumnCount<Thing> counted = ColumnCount.of(
                packed,
                Thing.BEGUN,
                new long[] {START, START + HOUR, START + 2 * HOUR},
                new long[] {START + HOUR, START + 2 * HOUR, START + 5 * HOUR},
                List.of(List.of(KIND)),
                List.of(total));
        int a = counted.keys(0).indexOf(List.of(Optional.of("a")));
        assertEquals(new Counting(1 + 4, 2, LeftOut.none()), counted.state(0, a, 0, 3, 0));
        assertEquals(new Counting(4, 1, LeftOut.none()), counted.state(0, a, 1, 3, 0));
        assertEquals(new Counting(0, 0, LeftOut.none()), counted.state(0, a, 1, 2, 0));
        assertEquals(new Counting(4 + 8 + 16, 3, LeftOut.none()), counted.state(0, 2, 3, 0));
        assertEquals(new Counting(2, 1, LeftOut.none()), counted.state(0, 1, 2, 0));
    }

    private static List<String> lacksOfVerdict(PackedFacts.Builder<TicketFacts> packed, boolean latest) {
        PriorityTargets targets = new PriorityTargets("hours", Map.of(Priority.HIGH, Duration.ofHours(1)), latest);
        return packed.build().lacks(TicketKpis.firstReplyTime().within(targets));
    }

    private static PackedFacts.Builder<TicketFacts> tickets() {
        return PackedFacts.builder(TicketFacts.class, 1, Thing.AS_OF).moment(Milestone.CREATED, row -> START);
    }

    @Test
    void aVerdictNeedsItsLengthAndThePriorityItIsAbout() {
        String verdict = "time from created to first_reply on the clock calendar <= target (high PT1H)";
        DurationColumn<TicketFacts> reply = TicketKpis.firstReplyTime().column();
        List<Priority> one = List.of(Priority.HIGH);
        assertEquals(List.of(verdict), lacksOfVerdict(tickets(), true));
        assertEquals(List.of(verdict), lacksOfVerdict(tickets().length(reply, row -> HOUR), true));
        assertEquals(
                List.of(verdict),
                lacksOfVerdict(
                        tickets()
                                .length(reply, row -> HOUR)
                                .codes(Dimension.PRIORITY, Milestone.CREATED, one, row -> 0),
                        true));
        assertEquals(
                List.of(),
                lacksOfVerdict(
                        tickets()
                                .length(reply, row -> HOUR)
                                .codes(Dimension.PRIORITY.latest(), Milestone.CREATED, one, row -> 0),
                        true));
        assertEquals(
                List.of(),
                lacksOfVerdict(
                        tickets()
                                .length(reply, row -> HOUR)
                                .codes(Dimension.PRIORITY, Milestone.CREATED, one, row -> 0),
                        false));
        assertEquals(
                List.of(verdict.replace(")", " by the priority at creation)")),
                lacksOfVerdict(tickets().codes(Dimension.PRIORITY, Milestone.CREATED, one, row -> 0), false));
    }

    @Test
    void aVerdictIsCountedByThePriorityOfEach() {
        PriorityTargets targets = new PriorityTargets(
                "hours", Map.of(Priority.HIGH, Duration.ofHours(1), Priority.NORMAL, Duration.ofHours(3)), false);
        long[] hours = {1, 2, 0, PackedFacts.ABSENT, 3, 4, -1};
        int[] priority = {1, 1, 0, 1, 2, 2, 2};
        Function<List<Priority>, State<?>> counted = dictionary -> {
            PackedFacts<TicketFacts> packed = PackedFacts.builder(TicketFacts.class, hours.length, Thing.AS_OF)
                    .moment(Milestone.CREATED, row -> START + row)
                    .length(
                            TicketKpis.firstReplyTime().column(),
                            row -> hours[row] == PackedFacts.ABSENT ? PackedFacts.ABSENT : hours[row] * HOUR)
                    .codes(Dimension.PRIORITY, Milestone.CREATED, dictionary, row -> priority[row])
                    .build();
            return ColumnCount.of(
                            packed,
                            Milestone.CREATED,
                            new long[] {START},
                            new long[] {START + HOUR},
                            List.of(List.of()),
                            List.of(TicketKpis.firstReplyTime().within(targets)))
                    .state(0, 0, 1, 0);
        };
        LeftOut both = LeftOut.of(Absence.MISSING, 1).plus(LeftOut.of(Absence.NEGATIVE, 1));
        assertEquals(
                new Sharing(Ratio.of(2, 4), both.plus(LeftOut.of(PriorityTargets.NO_TARGET, 1))),
                counted.apply(List.of(Priority.LOW, Priority.HIGH, Priority.NORMAL)));
        // the same with the third reply, at once, to a normal ticket
        assertEquals(
                new Sharing(Ratio.of(3, 5), both),
                counted.apply(List.of(Priority.NORMAL, Priority.HIGH, Priority.NORMAL)));
    }

    @Test
    void timesOfSeveralStretchesAreNotThoseOfTheirFirst() {
        PackedFacts<Thing> packed = dated().length(LENGTH, row -> row * HOUR).build();
        ColumnCount<Thing> counted = ColumnCount.of(
                packed,
                Thing.BEGUN,
                new long[] {START, START + HOUR, START + 2 * HOUR},
                new long[] {START + HOUR, START + 2 * HOUR, START + 5 * HOUR},
                List.of(List.of()),
                List.of(kpi(new Formula.Times<>(LENGTH, Filter.every()))));
        assertEquals(times(0, 1, 2, 3, 4), counted.state(0, 0, 3, 0));
        assertEquals(times(0, 1), counted.state(0, 0, 2, 0));
        assertEquals(times(0), counted.state(0, 0, 1, 0));
        assertEquals(times(0, 1), counted.state(0, 0, 2, 0));
    }

    private static State<?> times(long... hours) {
        return new Collecting.DurationState(
                DurationDistribution.of(
                        Arrays.stream(hours).mapToObj(Duration::ofHours).toList()),
                LeftOut.none());
    }
}

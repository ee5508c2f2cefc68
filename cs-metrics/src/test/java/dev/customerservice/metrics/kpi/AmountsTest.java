package dev.customerservice.metrics.kpi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.DurationDistribution;
import dev.customerservice.metrics.statistics.DurationRatio;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.NetScore;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.metrics.statistics.SurvivalCurve;
import dev.customerservice.metrics.testing.AccumulatorLaws;
import dev.customerservice.metrics.testing.Thing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What one fact adds, and why it adds nothing, for each thing that the columns may say of it. */
class AmountsTest {
    private static final Thing THING = new Thing(Thing.AS_OF, 1);
    private static final Cohort<Thing> BEGUN = Cohort.of(Thing.class, Thing.BEGUN);

    /** A length that is the same for every fact; a fact that has none was called off. */
    private record Fixed(long nanos, long soFar, boolean signed) implements DurationColumn<Thing> {
        @Override
        public String id() {
            return "fixed";
        }

        @Override
        public long nanos(Thing fact) {
            return nanos;
        }

        @Override
        public Absence absence(Thing fact) {
            return soFar == ABSENT ? Absence.CANCELLED : Absence.STILL_RUNNING;
        }

        @Override
        public long soFar(Thing fact) {
            return soFar;
        }
    }

    private static final Fixed NONE = lasts(DurationColumn.ABSENT);

    private static Fixed lasts(long nanos) {
        return new Fixed(nanos, DurationColumn.ABSENT, false);
    }

    /** A length with nothing said about facts that have none. */
    private record Plain(long nanos) implements DurationColumn<Thing> {
        @Override
        public String id() {
            return "plain";
        }

        @Override
        public long nanos(Thing fact) {
            return nanos;
        }
    }

    private enum Says implements FlagColumn<Thing> {
        YES,
        NO,
        MISSING,
        CANCELLED;

        @Override
        public String id() {
            return name();
        }

        @Override
        public Answer of(Thing fact) {
            return switch (this) {
                case YES -> Answer.YES;
                case NO -> Answer.NO;
                case MISSING -> Answer.unknown(Absence.MISSING);
                case CANCELLED -> Answer.unknown(Absence.CANCELLED);
            };
        }
    }

    @Test
    void aTimeOverATimeNeedsBoth() {
        assertEquals(
                Optional.of(new DurationRatio(Duration.ZERO, Duration.ZERO)),
                new Amounts.Over<>(lasts(0), lasts(0)).of(THING));
        assertEquals(
                Optional.of(new DurationRatio(Duration.ofNanos(1), Duration.ofNanos(3))),
                new Amounts.Over<>(lasts(1), lasts(3)).of(THING));
        Amounts.Over<Thing> withoutPart = new Amounts.Over<>(NONE, new Plain(3));
        assertEquals(Optional.empty(), withoutPart.of(THING));
        assertEquals(Absence.CANCELLED, withoutPart.absence(THING));
        Amounts.Over<Thing> withoutWhole = new Amounts.Over<>(new Plain(0), NONE);
        assertEquals(Optional.empty(), withoutWhole.of(THING));
        assertEquals(Absence.CANCELLED, withoutWhole.absence(THING));
        assertEquals(Absence.MISSING, new Amounts.Over<>(new Plain(DurationColumn.ABSENT), NONE).absence(THING));
        for (Amounts.Over<Thing> negative :
                List.of(new Amounts.Over<>(lasts(-1), lasts(3)), new Amounts.Over<>(lasts(1), lasts(-3)))) {
            assertEquals(Optional.empty(), negative.of(THING));
            assertEquals(Absence.NEGATIVE, negative.absence(THING));
        }
        assertEquals("sum of fixed / sum of plain", withoutPart.id());
    }

    @Test
    void oneKindOverAnotherNeedsBothAnswers() {
        assertEquals(Optional.of(Ratio.of(1, 1)), versus(Says.YES, Says.YES).of(THING));
        assertEquals(Optional.of(Ratio.of(1, 0)), versus(Says.YES, Says.NO).of(THING));
        assertEquals(Optional.of(Ratio.of(0, 1)), versus(Says.NO, Says.YES).of(THING));
        for (Says known : List.of(Says.YES, Says.NO)) {
            assertEquals(Optional.empty(), versus(known, Says.CANCELLED).of(THING));
            assertEquals(Absence.CANCELLED, versus(known, Says.CANCELLED).absence(THING));
            assertEquals(Optional.empty(), versus(Says.CANCELLED, known).of(THING));
            assertEquals(Absence.CANCELLED, versus(Says.CANCELLED, known).absence(THING));
        }
        assertEquals(Absence.MISSING, versus(Says.MISSING, Says.CANCELLED).absence(THING));
        assertEquals("(YES) / (NO)", versus(Says.YES, Says.NO).id());
    }

    private static Amounts.Versus<Thing> versus(Says of, Says to) {
        return new Amounts.Versus<>(of.yes(), to.yes());
    }

    @Test
    void goodGoesBeforeBad() {
        assertEquals(Optional.of(new NetScore(1, 0, 0)), net(Says.YES, Says.YES).of(THING));
        assertEquals(Optional.of(new NetScore(1, 0, 0)), net(Says.YES, Says.NO).of(THING));
        assertEquals(Optional.of(new NetScore(0, 0, 1)), net(Says.NO, Says.YES).of(THING));
        assertEquals(Optional.of(new NetScore(0, 1, 0)), net(Says.NO, Says.NO).of(THING));
        assertEquals(Optional.empty(), net(Says.YES, Says.CANCELLED).of(THING));
        assertEquals(Absence.CANCELLED, net(Says.YES, Says.CANCELLED).absence(THING));
        assertEquals(Optional.empty(), net(Says.CANCELLED, Says.NO).of(THING));
        assertEquals(Absence.CANCELLED, net(Says.CANCELLED, Says.MISSING).absence(THING));
    }

    private static Amounts.Net<Thing> net(Says good, Says bad) {
        return new Amounts.Net<>(good.yes(), bad.yes());
    }

    @Test
    void whatLastsIsOverOrStillRunsOrIsNeither() {
        DurationDistribution one = DurationDistribution.of(List.of(Duration.ofNanos(7)));
        DurationDistribution zero = DurationDistribution.of(List.of(Duration.ZERO));
        DurationDistribution none = DurationDistribution.empty();
        assertEquals(Optional.of(SurvivalCurve.of(one, none)), new Amounts.Lasting<>(new Fixed(7, 9, false)).of(THING));
        assertEquals(Optional.of(SurvivalCurve.of(zero, none)), new Amounts.Lasting<>(lasts(0)).of(THING));
        assertEquals(
                Optional.of(SurvivalCurve.of(none, one)),
                new Amounts.Lasting<>(new Fixed(DurationColumn.ABSENT, 7, false)).of(THING));
        assertEquals(
                Optional.of(SurvivalCurve.of(none, zero)),
                new Amounts.Lasting<>(new Fixed(DurationColumn.ABSENT, 0, false)).of(THING));
        Amounts.Lasting<Thing> never = new Amounts.Lasting<>(NONE);
        assertEquals(Optional.empty(), never.of(THING));
        assertEquals(Absence.CANCELLED, never.absence(THING));
        Amounts.Lasting<Thing> negative = new Amounts.Lasting<>(new Fixed(-1, 9, false));
        assertEquals(Optional.empty(), negative.of(THING));
        assertEquals(Absence.NEGATIVE, negative.absence(THING));
        assertEquals("fixed, or so far", never.id());
        assertEquals(Optional.empty(), new Amounts.Lasting<>(new Plain(DurationColumn.ABSENT)).of(THING));
    }

    @Test
    void aLengthOfNothingIsNotNegative() {
        assertSame(Answer.YES, lasts(0).atMost(Duration.ZERO).test(THING));
        assertSame(Answer.NO, lasts(0).below(Duration.ZERO).test(THING));
        assertSame(Answer.NO, lasts(1).atMost(Duration.ZERO).test(THING));
        assertEquals(
                Optional.of(Absence.NEGATIVE),
                lasts(-1).atMost(Duration.ZERO).test(THING).reason());
        assertSame(Answer.YES, new Fixed(-1, 0, true).atMost(Duration.ZERO).test(THING));
        assertEquals(
                Optional.of(Absence.CANCELLED),
                NONE.atMost(Duration.ZERO).test(THING).reason());
        assertEquals(
                Optional.of(Absence.MISSING),
                new Plain(DurationColumn.ABSENT)
                        .atMost(Duration.ZERO)
                        .test(THING)
                        .reason());
        assertEquals(
                Optional.of(Absence.NEGATIVE),
                new Plain(-1).below(Duration.ofDays(1)).test(THING).reason());
    }

    @Test
    void codeIsEqualByItsName() {
        Filter<Thing> odd = Filter.code("odd", thing -> thing.seed() % 2 == 1);
        assertSame(Answer.YES, odd.test(THING));
        assertSame(Answer.NO, Filter.<Thing>code("never", thing -> false).test(THING));
        assertEquals("odd", odd.text());
        assertEquals(odd.hashCode(), Filter.<Thing>code("odd", thing -> false).hashCode());
        assertTrue(odd.hashCode() != Filter.<Thing>code("even", thing -> false).hashCode());
        assertTrue(!odd.equals(Filter.<Thing>code("even", thing -> false)) && !odd.equals(Says.YES.yes()));
    }

    private static <S extends State<S>, V> Measurement<V> times(Accumulator<Thing, S, V> of, long times) {
        return of.result(of.add(of.add(of.empty(), THING), THING, times));
    }

    @Test
    void aFactMayStandForAnyNumberOfEqualOnes() {
        Accumulator<Thing, ?, Long> count = new Formula.Count<>(Filter.<Thing>every()).accumulator();
        for (long times : new long[] {0, 1, 2, 3, 7, 12}) {
            assertEquals(1 + times, times(count, times).orElseThrow());
        }
        assertThrows(IllegalArgumentException.class, () -> times(count, -1));
    }

    @Test
    void moreThanAFewReasonsAreCountedApart() {
        Tally tally = new Tally();
        SortedMap<Absence, Long> expected = new TreeMap<>();
        assertEquals(LeftOut.none(), tally.toLeftOut());
        for (int reason = 0; reason < 9; reason++) {
            for (int time = 0; time <= reason; time++) {
                tally.add(new Absence("reason_" + reason));
            }
            expected.put(new Absence("reason_" + reason), reason + 1L);
        }
        assertEquals(new LeftOut(expected), tally.toLeftOut());
        tally.add(LeftOut.of(new Absence("reason_3"), 10));
        expected.put(new Absence("reason_3"), 14L);
        assertEquals(new LeftOut(expected), tally.toLeftOut());
    }

    @Test
    void whatAnotherBufferSawIsSeenAgainOrLookedUp() {
        Accumulator<Thing, ?, Long> count = new Formula.Count<>(Says.YES.yes()).accumulator();
        Accumulator<Thing, ?, Long> none = new Formula.Count<>(Says.NO.yes()).accumulator();
        assertEquals(2L, again(count, count));
        // a buffer that remembers nothing of the fact: it is looked at here
        Accumulator<Thing, ?, NetScore> sum = new Formula.Sum<>(net(Says.NO, Says.NO), Filter.every()).accumulator();
        assertEquals(2L, again(count, sum));
        assertEquals(0L, again(none, sum));
    }

    private static <S extends State<S>> long again(Accumulator<Thing, S, Long> own, Accumulator<Thing, ?, ?> other) {
        Accumulator.Buffer<Thing, S> buffer = own.buffer();
        Accumulator.Buffer<Thing, ?> counted = other.buffer();
        buffer.add(THING);
        counted.add(THING);
        buffer.addAgain(THING, counted);
        return own.result(buffer.state()).orElseThrow();
    }

    @Test
    void nothingCountedIsNotTheSameAsNothingLinked() {
        Formula<Thing, Ratio> share = new Formula.Share<>(Says.YES.yes(), Says.NO.yes());
        assertEquals(
                Measurement.noData(Absence.NOTHING_COUNTED, LeftOut.none()),
                List.of(THING).stream()
                        .collect(FormulaKpi.of("none", Unit.SHARE, BEGUN, share).collector()));
        Sharing unlinked = new Sharing(Ratio.of(0, 0), LeftOut.of(Absence.NOT_LINKED, 1));
        assertEquals(Measurement.noData(Absence.NOT_LINKED, unlinked.leftOut()), unlinked.result());
        assertEquals(
                1,
                List.of(THING).stream()
                        .collect(FormulaKpi.of(
                                        "sum",
                                        Unit.SCORE,
                                        BEGUN,
                                        new Formula.Sum<>(net(Says.YES, Says.NO), Says.CANCELLED.yes()))
                                .collector())
                        .leftOut()
                        .count(Absence.CANCELLED));
    }

    @Test
    void aFormulaLooksAtFewerFacts() {
        Filter<Thing> yes = Says.YES.yes();
        Filter<Thing> no = Says.NO.yes();
        NumberColumn<Thing> number = new Thing.Figure(0);
        for (Formula<Thing, ?> formula : List.<Formula<Thing, ?>>of(
                new Formula.Count<>(yes),
                new Formula.Total<>(number, yes),
                new Formula.Share<>(no, yes),
                new Formula.Rate<>(number, yes),
                new Formula.Times<>(NONE, yes),
                new Formula.Numbers<>(number, yes),
                new Formula.Histogram<>(NONE, yes),
                new Formula.Sum<>(net(Says.YES, Says.NO), yes))) {
            Formula<Thing, ?> narrowed = formula.narrowed(no);
            assertEquals(formula.getClass(), narrowed.getClass());
            assertEquals(yes.and(no), narrowed.among());
            assertEquals("each thing: YES and NO", of(narrowed).definition().population());
        }
        assertEquals("all", of(new Formula.Count<>(Filter.every())).toString());
        assertEquals(
                "fixed, in classes of a histogram: quantiles are approximate",
                new Formula.Histogram<>(NONE, yes).text());
        assertEquals("fixed", new Formula.Times<>(NONE, yes).text());
        assertEquals("sum of number 0 / (YES)", new Formula.Rate<>(number, yes).text());
    }

    @Test
    void partsOfAnyFormulaMergeToTheWhole() {
        List<Thing> things = Thing.drawn(new Random(11), 60, Duration.ofHours(1));
        DurationColumn<Thing> length = new Thing.Length(3, Duration.ofSeconds(1), false);
        NumberColumn<Thing> number = new Thing.Figure(1);
        Filter<Thing> among = new Thing.Flag(3).yes();
        for (Formula<Thing, ?> formula : List.<Formula<Thing, ?>>of(
                new Formula.Count<>(among),
                new Formula.Total<>(number, among),
                new Formula.Share<>(new Thing.Flag(1).yes(), among),
                new Formula.Rate<>(number, among),
                new Formula.Times<>(length, among),
                new Formula.Numbers<>(number, among),
                new Formula.Histogram<>(length, among),
                new Formula.Sum<>(new Amounts.Net<>(new Thing.Flag(0).yes(), new Thing.Flag(1).yes()), among),
                new Formula.Sum<>(new Amounts.Lasting<>(length), among))) {
            FormulaKpi<Thing, ?> kpi = of(formula);
            AccumulatorLaws.check(kpi, things, 5);
            assertMergedInBuffers(kpi.accumulator(), things);
        }
    }

    private static <S extends State<S>> void assertMergedInBuffers(Accumulator<Thing, S, ?> of, List<Thing> things) {
        Accumulator.Buffer<Thing, S> whole = of.buffer();
        things.forEach(whole::add);
        Accumulator.Buffer<Thing, S> first = of.buffer();
        Accumulator.Buffer<Thing, S> second = of.buffer();
        things.subList(0, 20).forEach(first::add);
        things.subList(20, 60).forEach(second::add);
        first.merge(second.state());
        assertEquals(whole.state(), first.state());
    }

    private static FormulaKpi<Thing, ?> of(Formula<Thing, ?> formula) {
        return FormulaKpi.of("all", Unit.COUNT, BEGUN, formula);
    }
}

package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.DurationDistribution;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.NetScore;
import dev.customerservice.metrics.statistics.Ratio;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What a pass adds up for each measure, and how its state is read off the sums. */
final class Cells<F extends Fact> {
    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);

    private final PackedFacts<F> facts;
    private final BlockPass<F> pass;
    private final int grouping;
    private final CellCounts counts;
    private final Gathering<F> gathering;

    Cells(PackedFacts<F> facts, BlockPass<F> pass, int grouping, CellCounts counts, Gathering<F> gathering) {
        this.facts = facts;
        this.pass = pass;
        this.grouping = grouping;
        this.counts = counts;
        this.gathering = gathering;
    }

    /** Which rows are seen, how many of them count, and why others are left out. */
    private record Seen(Block ones, ToLongFunction<int[]> counted, Function<int[], LeftOut> leftOut) {
        long counted(int[] cells) {
            return counted.applyAsLong(cells);
        }

        LeftOut leftOut(int[] cells) {
            return leftOut.apply(cells);
        }
    }

    private Seen seen(Among<F, ?, ?> measure) {
        return seen(measure.among(), measure.known(pass.plan()));
    }

    private Seen seen(Filter<F> filter, Block of) {
        BlockPlan<F> plan = pass.plan();
        Block among = plan.filter(filter);
        Block seen = plan.then(among, of);
        Block ones = plan.yes(seen);
        int place = counts.count(ones);
        ToLongFunction<int[]> counted = cells -> counts.count(place, cells);
        return new Seen(ones, counted, leftOut(among, seen, counted));
    }

    /** The sums of a column over the rows that are seen, which are counted with them. */
    private record Summed(CellSums sums, Function<int[], LeftOut> leftOut) {
        long counted(int[] cells) {
            return sums.count(cells);
        }

        long total(int[] cells) {
            return sums.total(cells).longValueExact();
        }

        LeftOut leftOut(int[] cells) {
            return leftOut.apply(cells);
        }
    }

    private Summed summed(Among<F, ?, ?> measure, @Nullable PackedColumn found) {
        BlockPlan<F> plan = pass.plan();
        PackedColumn column = plan.column(found);
        Block among = plan.filter(measure.among());
        Block seen = plan.then(among, measure.known(plan));
        CellSums sums = pass.add(grouping, new CellSums(plan.steps(column), plan.yes(seen)));
        return new Summed(sums, leftOut(among, seen, sums::count));
    }

    private Function<int[], LeftOut> leftOut(Block among, Block seen, ToLongFunction<int[]> counted) {
        if (seen.isKnown()) {
            return cells -> LeftOut.none();
        }
        if (among.isKnown() && seen.reasons().size() == 1) {
            // with one reason, all that does not count has it
            Absence reason = pass.plan().reason(seen.reasons().iterator().next());
            int all = counts.count(among);
            return cells -> LeftOut.of(reason, counts.count(all, cells) - counted.applyAsLong(cells));
        }
        return pass.add(grouping, new CellReasons(seen, pass.plan()))::leftOut;
    }

    CellState counting(Counting.Of<F> counting) {
        NumberColumn<F> number = counting.number();
        if (number == null) {
            Seen seen = seen(counting);
            return cells -> new Counting(seen.counted(cells), seen.counted(cells), seen.leftOut(cells));
        }
        Summed summed = summed(counting, facts.find(number));
        return cells -> new Counting(summed.total(cells), summed.counted(cells), summed.leftOut(cells));
    }

    CellState sharing(Sharing.Of<F> sharing) {
        BlockPlan<F> plan = pass.plan();
        Block of = plan.filter(sharing.of());
        Seen seen = seen(sharing);
        int good = counts.count(plan.yes(plan.then(plan.filter(sharing.among()), of)));
        return cells -> new Sharing(Ratio.of(counts.count(good, cells), seen.counted(cells)), seen.leftOut(cells));
    }

    CellState perFact(Sharing.PerFact<F> sharing) {
        Summed summed = summed(sharing, facts.find(sharing.of()));
        return cells -> new Sharing(Ratio.of(summed.total(cells), summed.counted(cells)), summed.leftOut(cells));
    }

    CellState net(Amounts.Net<F> net, Filter<F> among) {
        BlockPlan<F> plan = pass.plan();
        Block good = plan.filter(net.good());
        Block bad = plan.filter(net.bad());
        Seen seen = seen(among, plan.then(plan.known(good), plan.known(bad)));
        int praise = counts.count(plan.yes(plan.then(seen.ones(), good)));
        int blame = counts.count(
                plan.yes(plan.then(seen.ones(), plan.filter(net.good().not().and(net.bad())))));
        return cells -> {
            long all = seen.counted(cells);
            long positive = counts.count(praise, cells);
            long negative = counts.count(blame, cells);
            NetScore score = new NetScore(positive, all - positive - negative, negative);
            return new Summing<>(score, all, seen.leftOut(cells));
        };
    }

    CellState numbers(Collecting.Numbers<F> collecting) {
        PackedColumn column = pass.plan().column(facts.find(collecting.of()));
        Seen seen = seen(collecting);
        CellNumbers numbers = pass.add(grouping, new CellNumbers(pass.plan().steps(column), seen.ones()));
        return cells -> new Collecting.NumberState(numbers.sum(cells), seen.leftOut(cells));
    }

    CellState classing(Classing<F> classing) {
        PackedColumn column = pass.plan().column(facts.find(classing.of()));
        Seen seen = seen(classing);
        CellLengths lengths = pass.add(grouping, new CellLengths(pass.plan().steps(column), seen.ones()));
        return cells -> new Summing<>(lengths.sum(cells), seen.counted(cells), seen.leftOut(cells));
    }

    CellState durations(Collecting.Durations<F> collecting) {
        Summed summed = summed(collecting, facts.find(collecting.of()));
        int place = gathering.add(grouping, collecting, cell -> summed.counted(new int[] {cell}));
        Map<Integer, Collecting.DurationState> single = new ConcurrentHashMap<>();
        return cells -> cells.length == 1
                ? single.computeIfAbsent(cells[0], any -> durations(cells, summed, place))
                : durations(cells, summed, place);
    }

    private Collecting.DurationState durations(int[] cells, Summed summed, int place) {
        BigInteger[] total = summed.sums.total(cells).divideAndRemainder(NANOS);
        return new Collecting.DurationState(
                DurationDistribution.deferred(
                        Math.toIntExact(summed.counted(cells)),
                        Duration.ofSeconds(total[0].longValueExact(), total[1].longValueExact()),
                        () -> gathering.lengths(place, cells)),
                summed.leftOut(cells));
    }
}

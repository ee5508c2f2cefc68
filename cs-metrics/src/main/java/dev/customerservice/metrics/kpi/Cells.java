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

    private Seen seen(Filter<F> filter, Block of) {
        BlockPlan<F> plan = pass.plan();
        Block among = plan.filter(filter);
        Block seen = plan.then(among, of);
        Block ones = plan.yes(seen);
        int counted = counts.count(ones);
        return new Seen(ones, cells -> counts.count(counted, cells), leftOut(among, seen, counted));
    }

    private Function<int[], LeftOut> leftOut(Block among, Block seen, int counted) {
        if (seen.isKnown()) {
            return cells -> LeftOut.none();
        }
        if (among.isKnown() && seen.reasons().size() == 1) {
            // with one reason, all that does not count has it
            Absence reason = pass.plan().reason(seen.reasons().iterator().next());
            int all = counts.count(among);
            return cells -> LeftOut.of(reason, counts.count(all, cells) - counts.count(counted, cells));
        }
        return pass.add(grouping, new CellReasons(seen, pass.plan()))::leftOut;
    }

    CellState counting(Counting.Of<F> counting) {
        NumberColumn<F> number = counting.number();
        if (number == null) {
            Seen seen = seen(counting.among(), pass.plan().every());
            return cells -> new Counting(seen.counted(cells), seen.counted(cells), seen.leftOut(cells));
        }
        PackedColumn column = pass.plan().column(facts.find(number));
        Seen seen = seen(counting.among(), pass.plan().present(column));
        CellSums sums = sums(column, seen);
        return cells -> {
            long facts = seen.counted(cells);
            return new Counting(sums.total(cells, facts).longValueExact(), facts, seen.leftOut(cells));
        };
    }

    private CellSums sums(PackedColumn column, Seen seen) {
        return pass.add(grouping, new CellSums(pass.plan().steps(column), seen.ones()));
    }

    CellState sharing(Sharing.Of<F> sharing) {
        BlockPlan<F> plan = pass.plan();
        Block of = plan.filter(sharing.of());
        Seen seen = seen(sharing.among(), plan.known(of));
        int good = counts.count(plan.yes(plan.then(plan.filter(sharing.among()), of)));
        return cells -> new Sharing(Ratio.of(counts.count(good, cells), seen.counted(cells)), seen.leftOut(cells));
    }

    CellState perFact(Sharing.PerFact<F> sharing) {
        PackedColumn column = pass.plan().column(facts.find(sharing.of()));
        Seen seen = seen(sharing.among(), pass.plan().present(column));
        CellSums sums = sums(column, seen);
        return cells -> {
            long facts = seen.counted(cells);
            return new Sharing(Ratio.of(sums.total(cells, facts).longValueExact(), facts), seen.leftOut(cells));
        };
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
        Seen seen = seen(collecting.among(), pass.plan().present(column));
        CellNumbers numbers = pass.add(grouping, new CellNumbers(pass.plan().steps(column), seen.ones()));
        return cells -> new Collecting.NumberState(numbers.numbers(cells), seen.leftOut(cells));
    }

    CellState classing(Classing<F> classing) {
        PackedColumn column = pass.plan().column(facts.find(classing.of()));
        Seen seen = seen(classing.among(), pass.plan().present(classing.of(), false));
        CellLengths lengths = pass.add(grouping, new CellLengths(pass.plan().steps(column), seen.ones()));
        return cells -> new Summing<>(lengths.histogram(cells), seen.counted(cells), seen.leftOut(cells));
    }

    CellState durations(Collecting.Durations<F> collecting) {
        PackedColumn column = pass.plan().column(facts.find(collecting.of()));
        Seen seen = seen(
                collecting.among(),
                pass.plan().present(collecting.of(), collecting.of().signed()));
        CellSums sums = sums(column, seen);
        int place = gathering.add(grouping, collecting, cell -> seen.counted(new int[] {cell}));
        Map<Integer, Collecting.DurationState> single = new ConcurrentHashMap<>();
        return cells -> cells.length == 1
                ? single.computeIfAbsent(cells[0], any -> durations(cells, seen, sums, place))
                : durations(cells, seen, sums, place);
    }

    private Collecting.DurationState durations(int[] cells, Seen seen, CellSums sums, int place) {
        long counted = seen.counted(cells);
        BigInteger[] total = sums.total(cells, counted).divideAndRemainder(NANOS);
        return new Collecting.DurationState(
                DurationDistribution.deferred(
                        Math.toIntExact(counted),
                        Duration.ofSeconds(total[0].longValueExact(), total[1].longValueExact()),
                        () -> gathering.lengths(place, cells)),
                seen.leftOut(cells));
    }
}

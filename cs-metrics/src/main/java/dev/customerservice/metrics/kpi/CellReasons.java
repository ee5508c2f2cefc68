package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.LeftOut;
import java.util.Arrays;
import java.util.List;

/** Counts why rows of each cell are left out. */
final class CellReasons implements CellAdder {
    private final Block seen;
    private final BlockPlan<?> plan;
    private long[][] counts = new long[0][];

    CellReasons(Block seen, BlockPlan<?> plan) {
        this.seen = seen;
        this.plan = plan;
    }

    @Override
    public List<Block> reads() {
        return List.of(seen);
    }

    @Override
    public void add(int[] cells, int count, int size) {
        int[] answers = seen.out;
        for (int i = 0; i < count; i++) {
            if (answers[i] > 1) {
                add(answers[i], cells[i], size);
            }
        }
    }

    private void add(int answer, int cell, int size) {
        if (answer >= counts.length) {
            int known = counts.length;
            counts = Arrays.copyOf(counts, plan.answers());
            Arrays.fill(counts, known, counts.length, new long[0]);
        }
        if (cell >= counts[answer].length) {
            counts[answer] = Arrays.copyOf(counts[answer], CellAdder.grown(size));
        }
        counts[answer][cell]++;
    }

    /** What is left out in some cells together. */
    LeftOut leftOut(int[] cells) {
        LeftOut sum = LeftOut.none();
        for (int answer = 2; answer < counts.length; answer++) {
            long count = 0;
            for (int cell : cells) {
                count += cell < counts[answer].length ? counts[answer][cell] : 0;
            }
            Absence reason = plan.reason(answer);
            sum = sum.plus(LeftOut.of(reason, count));
        }
        return sum;
    }
}

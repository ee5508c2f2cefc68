package dev.customerservice.metrics.kpi;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A step over blocks whose answers are given, row by row. */
final class GivenBlock extends Block {
    private final int[] answers;

    GivenBlock(int... answers) {
        super(List.of());
        this.answers = answers;
    }

    /** The answers of the first block, already filled. */
    static GivenBlock filled(int... answers) {
        GivenBlock block = new GivenBlock(answers);
        block.fill(0, Math.min(ROWS, answers.length));
        return block;
    }

    int at(int row) {
        return answers[row];
    }

    @Override
    void fill(int from, int count) {
        System.arraycopy(answers, from, out, 0, count);
    }

    @Override
    Set<Integer> reasons() {
        return Arrays.stream(answers).filter(answer -> answer > 1).boxed().collect(Collectors.toUnmodifiableSet());
    }

    @Override
    boolean isNeverNo() {
        return Arrays.stream(answers).allMatch(answer -> answer > 0);
    }
}

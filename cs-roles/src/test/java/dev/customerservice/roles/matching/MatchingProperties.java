package dev.customerservice.roles.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Against all assignments there are. */
class MatchingProperties {

    @Property(tries = 500)
    void noAssignmentIsBetter(
            @ForAll @IntRange(max = 6) int left, @ForAll @IntRange(max = 4) int right, @ForAll long seed) {
        Random random = new Random(seed);
        OptionalInt[][] score = new OptionalInt[left][right];
        int[] capacity = IntStream.range(0, right).map(any -> random.nextInt(3)).toArray();
        for (OptionalInt[] row : score) {
            for (int j = 0; j < right; j++) {
                row[j] = random.nextInt(3) == 0 ? OptionalInt.empty() : OptionalInt.of(random.nextInt(21) - 10);
            }
        }
        Matching<Integer, Integer> found = best(score, capacity, left, right);
        long[] oracle = tryAll(score, capacity.clone(), 0);
        assertEquals(oracle[0], found.pairs().size());
        assertEquals(oracle[1], found.total());
        assertEquals(left, found.pairs().size() + found.unmatched().size());
        for (int j = 0; j < right; j++) {
            int seat = j;
            assertTrue(
                    found.pairs().values().stream().filter(each -> each == seat).count() <= capacity[j]);
        }
        // Hall: those who compete have fewer seats than they are, by exactly those who are left
        if (!found.unmatched().isEmpty()) {
            long seats = IntStream.range(0, right)
                    .filter(j -> found.contested().stream().anyMatch(i -> score[i][j].isPresent()))
                    .mapToLong(j -> capacity[j])
                    .sum();
            assertEquals(found.unmatched().size(), found.contested().size() - seats);
        }
    }

    @Property(tries = 200)
    void namesDoNotMatter(@ForAll @IntRange(min = 1, max = 6) int size, @ForAll long seed) {
        Random random = new Random(seed);
        OptionalInt[][] score = new OptionalInt[size][size];
        for (OptionalInt[] row : score) {
            for (int j = 0; j < size; j++) {
                row[j] = OptionalInt.of(random.nextInt(100));
            }
        }
        int[] ones = IntStream.range(0, size).map(any -> 1).toArray();
        List<OptionalInt[]> rows = new ArrayList<>(List.of(score));
        java.util.Collections.shuffle(rows, random);
        assertEquals(
                best(score, ones, size, size).total(),
                best(rows.toArray(OptionalInt[][]::new), ones, size, size).total());
    }

    private static Matching<Integer, Integer> best(OptionalInt[][] score, int[] capacity, int left, int right) {
        return Matching.best(
                IntStream.range(0, left).boxed().toList(),
                IntStream.range(0, right).boxed().toList(),
                (i, j) -> score[i][j],
                j -> capacity[j]);
    }

    /** The most pairs and, among these, the largest total, by trying everything. */
    private static long[] tryAll(OptionalInt[][] score, int[] capacity, int person) {
        if (person == score.length) {
            return new long[] {0, 0};
        }
        long[] best = tryAll(score, capacity, person + 1);
        for (int j = 0; j < capacity.length; j++) {
            if (capacity[j] > 0 && score[person][j].isPresent()) {
                capacity[j]--;
                long[] rest = tryAll(score, capacity, person + 1);
                capacity[j]++;
                long[] with = {rest[0] + 1, rest[1] + score[person][j].getAsInt()};
                if (with[0] > best[0] || (with[0] == best[0] && with[1] > best[1])) {
                    best = with;
                }
            }
        }
        return best;
    }
}

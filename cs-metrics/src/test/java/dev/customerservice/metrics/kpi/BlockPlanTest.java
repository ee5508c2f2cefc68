package dev.customerservice.metrics.kpi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.testing.Thing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Filters as steps over blocks answer as they answer row by row, whatever the plan makes simpler on the way. */
class BlockPlanTest {
    private static final int ROWS = 3 * 3 * 2 * 4;
    private static final List<Thing> THINGS = IntStream.range(0, ROWS)
            .mapToObj(row -> new Thing(Thing.AS_OF, row))
            .toList();

    /** A question whose answer is a digit of the number of the row: no, yes, or, where it may be, unknown. */
    private record Digit(int divisor, int answers, Absence unknown) implements FlagColumn<Thing> {
        @Override
        public String id() {
            return "digit " + divisor;
        }

        @Override
        public Answer of(Thing thing) {
            int digit = thing.seed() / divisor % answers;
            return digit == 2 ? Answer.unknown(unknown) : Answer.of(digit == 1);
        }
    }

    /** Absent, negative, 0 and 1. */
    private record Last(boolean signed) implements DurationColumn<Thing> {
        @Override
        public String id() {
            return "last " + signed;
        }

        @Override
        public long nanos(Thing thing) {
            int digit = thing.seed() / 18;
            return digit == 0 ? ABSENT : digit - 2;
        }

        @Override
        public Absence absence(Thing thing) {
            return Absence.STILL_RUNNING;
        }
    }

    /** Absent, -1, 0 and 1. */
    private record LastNumber() implements NumberColumn<Thing> {
        @Override
        public String id() {
            return "last number";
        }

        @Override
        public long of(Thing thing) {
            return new Last(true).nanos(thing);
        }
    }

    private static final Filter<Thing> FIRST = new Digit(1, 3, Absence.MISSING).yes();
    private static final Filter<Thing> SECOND = new Digit(3, 3, Absence.CANCELLED).yes();
    private static final Filter<Thing> SURE = new Digit(9, 2, Absence.NEGATIVE).yes();

    /** A question about a limit that some keep, one about a limit that all with a length keep, and what reads a negative one. */
    private static final List<Filter<Thing>> LEAVES = List.of(
            Filter.every(),
            FIRST,
            SECOND,
            SURE,
            new Last(false).atMost(Duration.ZERO),
            new Last(true).atMost(Duration.ZERO),
            new Last(false).below(Duration.ofNanos(9)),
            new Last(true).below(Duration.ofNanos(1)),
            new LastNumber().atLeast(0),
            new LastNumber().is(1),
            Filter.code("third", thing -> thing.seed() % 3 == 0));

    private static List<Filter<Thing>> filters() {
        List<Filter<Thing>> all = new ArrayList<>(LEAVES);
        for (Filter<Thing> one : LEAVES) {
            all.add(one.not());
            all.add(one.not().not());
            for (Filter<Thing> other : LEAVES) {
                all.add(one.and(other));
                all.add(one.or(other));
                all.add(one.and(other).not());
                all.add(one.not().and(other.not()));
            }
        }
        all.add(FIRST.and(SECOND).or(SURE));
        all.add(SURE.and(FIRST.or(SECOND)));
        all.add(FIRST.or(SECOND).and(SURE.not()).not());
        return all;
    }

    private static PackedFacts<Thing> packed() {
        PackedFacts.Builder<Thing> builder =
                PackedFacts.builder(Thing.class, ROWS, Thing.AS_OF).rows(THINGS);
        for (Filter<Thing> leaf : LEAVES) {
            builder.readBy(
                    FormulaKpi.of("leaf", Unit.COUNT, Cohort.of(Thing.class, Thing.BEGUN), new Formula.Count<>(leaf)));
        }
        return builder.build();
    }

    private static int[] filled(Block block) {
        Set<Block> inOrder = new LinkedHashSet<>();
        block.collect(inOrder);
        inOrder.forEach(each -> each.fill(0, ROWS));
        return block.out;
    }

    private static void assertAnswers(BlockPlan<Thing> plan, Block block, List<Answer> expected, String of) {
        int[] found = filled(block);
        for (int row = 0; row < ROWS; row++) {
            Answer answer = expected.get(row);
            if (answer.isUnknown()) {
                assertTrue(found[row] > 1, of + " of row " + row);
                assertTrue(block.reasons().contains(found[row]), of);
                assertEquals(answer.reason().orElseThrow(), plan.reason(found[row]), of + " of row " + row);
            } else {
                assertEquals(answer == Answer.YES ? 1 : 0, found[row], of + " of row " + row);
            }
        }
    }

    private static void assertYes(BlockPlan<Thing> plan, Block of, List<Answer> answers, String text) {
        Block yes = plan.yes(of);
        assertTrue(yes.isKnown());
        assertAnswers(
                plan,
                yes,
                answers.stream().map(answer -> Answer.of(answer == Answer.YES)).toList(),
                "yes of " + text);
    }

    private static List<Answer> answers(Filter<Thing> filter) {
        return THINGS.stream().map(filter::test).toList();
    }

    private static List<Answer> known(List<Answer> answers) {
        return answers.stream()
                .map(answer -> answer.isUnknown() ? answer : Answer.YES)
                .toList();
    }

    private static List<Answer> then(List<Answer> first, List<Answer> second) {
        return IntStream.range(0, ROWS)
                .mapToObj(row -> first.get(row) == Answer.YES ? second.get(row) : first.get(row))
                .toList();
    }

    @Test
    void aFilterAnswersAsRowByRow() {
        BlockPlan<Thing> plan = new BlockPlan<>(packed());
        for (Filter<Thing> filter : filters()) {
            Block block = plan.filter(filter);
            List<Answer> answers = answers(filter);
            assertAnswers(plan, block, answers, filter.text());
            assertYes(plan, block, answers, filter.text());
            assertAnswers(plan, plan.known(block), known(answers), "known " + filter.text());
            assertYes(plan, plan.known(block), known(answers), "known " + filter.text());
        }
    }

    @Test
    void oneIsAskedBehindAnother() {
        BlockPlan<Thing> plan = new BlockPlan<>(packed());
        List<Filter<Thing>> some = List.of(
                Filter.every(),
                FIRST,
                SURE,
                SECOND.not(),
                FIRST.and(SURE),
                SURE.and(FIRST).not(),
                FIRST.and(SECOND),
                new Last(false).atMost(Duration.ZERO));
        for (Filter<Thing> first : some) {
            for (Filter<Thing> second : some) {
                Block one = plan.filter(first);
                Block other = plan.filter(second);
                String text = first.text() + " then " + second.text();
                List<Answer> answers = then(answers(first), answers(second));
                Block then = plan.then(one, other);
                assertAnswers(plan, then, answers, text);
                assertYes(plan, then, answers, text);
                Block known = plan.known(then);
                assertAnswers(plan, known, known(answers), "known " + text);
                assertYes(plan, known, known(answers), "known " + text);
                Block thenKnown = plan.then(plan.known(one), plan.known(other));
                List<Answer> bothKnown = then(known(answers(first)), known(answers(second)));
                assertAnswers(plan, thenKnown, bothKnown, "both known " + text);
                assertYes(plan, thenKnown, bothKnown, "both known " + text);
                assertYes(plan, plan.known(thenKnown), known(bothKnown), "known both known " + text);
            }
        }
    }

    @Test
    void lengthsAndNumbersArePresentOrSayWhyNot() {
        BlockPlan<Thing> plan = new BlockPlan<>(packed());
        for (boolean mayBeNegative : new boolean[] {true, false}) {
            Last last = new Last(mayBeNegative);
            List<Answer> expected = THINGS.stream()
                    .map(thing -> switch (thing.seed() / 18) {
                        case 0 -> Answer.unknown(Absence.STILL_RUNNING);
                        case 1 -> mayBeNegative ? Answer.YES : Answer.unknown(Absence.NEGATIVE);
                        default -> Answer.YES;
                    })
                    .toList();
            Block present = plan.present(last, mayBeNegative);
            assertAnswers(plan, present, expected, last.id());
            assertYes(plan, present, expected, last.id());
            assertSame(present, plan.present(last, mayBeNegative));
        }
        List<Answer> numbers = THINGS.stream()
                .map(thing -> thing.seed() < 18 ? Answer.unknown(Absence.MISSING) : Answer.YES)
                .toList();
        assertAnswers(plan, plan.present(new LastNumber()), numbers, "number");
    }

    @Test
    void equalStepsAreOneStep() {
        BlockPlan<Thing> plan = new BlockPlan<>(packed());
        assertSame(plan.filter(FIRST.and(SECOND)), plan.filter(FIRST.and(SECOND)));
        assertSame(plan.filter(FIRST.not()), plan.filter(FIRST.not()));
        assertSame(plan.every(), plan.filter(Filter.every()));
        assertSame(plan.filter(FIRST), plan.filter(Filter.<Thing>every().and(FIRST)));
        assertSame(plan.every(), plan.known(plan.filter(SURE)));
        assertSame(plan.filter(SURE), plan.yes(plan.filter(SURE)));
        Block first = plan.filter(FIRST);
        assertSame(first, plan.then(first, first));
        assertSame(first, plan.then(plan.every(), first));
        assertSame(first, plan.then(first, plan.every()));
        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> plan.column(null));
        assertEquals("A column must be packed before it is read.", refused.getMessage());
    }
}

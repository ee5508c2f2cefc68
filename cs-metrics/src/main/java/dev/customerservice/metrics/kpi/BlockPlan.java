package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.facts.When;
import dev.customerservice.metrics.statistics.Absence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns filters and columns into steps over blocks, equal ones into one. Only those that somebody reads are filled. */
final class BlockPlan<F extends Fact> {
    private static final int FIRST_REASON = 2;

    private final PackedFacts<F> facts;
    private final Map<List<Object>, Block> known = new HashMap<>();
    private final Map<PackedColumn, BlockSteps> steps = new HashMap<>();
    private final IdentityHashMap<int[], Block.Words> words = new IdentityHashMap<>();
    private final Map<PackedColumn, Integer> firstReasons = new HashMap<>();
    private final List<Absence> reasons = new ArrayList<>();
    private final Block every = new Block.Every();

    BlockPlan(PackedFacts<F> facts) {
        this.facts = facts;
    }

    /** The reason behind an answer from 2 on. */
    Absence reason(int answer) {
        return reasons.get(answer - FIRST_REASON);
    }

    /** How many different answers there are. */
    int answers() {
        return FIRST_REASON + reasons.size();
    }

    Block every() {
        return every;
    }

    private Block block(List<Object> key, Supplier<Block> make) {
        Block equal = known.get(key);
        if (equal == null) {
            equal = make.get();
            known.put(key, equal);
        }
        return equal;
    }

    BlockSteps steps(PackedColumn column) {
        PackedWords.Field field = column.field();
        Block.Words own = field == null ? null : words.computeIfAbsent(field.words(), Block.Words::new);
        return steps.computeIfAbsent(column, any -> new BlockSteps(column, own));
    }

    /** The answer that something is unknown for a reason of its own. */
    private int answer(Absence reason) {
        int place = reasons.indexOf(reason);
        if (place < 0) {
            reasons.add(reason);
            place = reasons.size() - 1;
        }
        return FIRST_REASON + place;
    }

    private int firstReason(PackedColumn column) {
        return firstReasons.computeIfAbsent(column, any -> {
            reasons.addAll(column.reasons());
            return FIRST_REASON + reasons.size() - column.reasons().size();
        });
    }

    /** Yes where there is a value, else why there is none. */
    Block present(PackedColumn column) {
        if (column.reasons().isEmpty()) {
            return every;
        }
        PackedColumn presence = column.presence();
        int reason = firstReason(presence);
        return block(
                List.of("present", presence),
                () -> new Block.Present(
                        steps(presence),
                        reason,
                        IntStream.range(reason, reason + column.reasons().size())
                                .boxed()
                                .collect(Collectors.toUnmodifiableSet())));
    }

    /** Yes where there is a number, else why there is none. */
    Block present(NumberColumn<F> number) {
        return present(column(facts.find(number)));
    }

    /** Yes where there is a length that counts. */
    Block present(DurationColumn<F> length, boolean mayBeNegative) {
        PackedColumn column = column(facts.find(length));
        Block present = present(column);
        if (mayBeNegative || column.firstFrom(0) == 0) {
            return present;
        }
        Block counts = inRange(column, column.firstFrom(0), column.last());
        int negative = answer(Absence.NEGATIVE);
        return block(List.of("not negative", column), () -> new Block.Counting(present, counts, negative));
    }

    private Block inRange(PackedColumn column, long first, long last) {
        return block(List.of("range", column, first, last), () -> new Block.InRange(steps(column), first, last));
    }

    /** Answers by the first while that is not yes, and then by the second. */
    @SuppressWarnings("ReferenceEquality") // each block is made once
    Block then(Block first, Block second) {
        return first == every
                ? second
                : second == every || second == first
                        ? first
                        : block(List.of("then", first, second), () -> new Block.Then(first, second));
    }

    @SuppressWarnings("ReferenceEquality") // each block is made once
    private Block and(Block one, Block other) {
        return one == every
                ? other
                : other == every ? one : block(List.of("and", one, other), () -> new Block.And(one, other));
    }

    private Block not(Block of) {
        return block(List.of("not", of), () -> new Block.Not(of));
    }

    /** Yes where the answer is known, else its reason. */
    Block known(Block of) {
        if (of.isKnown()) {
            return every;
        }
        return of.isNeverNo() ? of : block(List.of("known", of), () -> new Block.Known(of));
    }

    /** 1 where the answer is yes, else 0; where that is simpler, without asking why something is unknown. */
    Block yes(Block of) {
        if (of.isKnown()) {
            return of;
        }
        if (of instanceof Block.Present present) {
            PackedColumn column = present.steps.column();
            return inRange(column, 0, column.last());
        }
        if (of instanceof Block.Counting counting) {
            return counting.counts;
        }
        if (of instanceof Block.Then then) {
            return then(yes(then.first), yes(then.second));
        }
        if (of instanceof Block.And and) {
            return and(yes(and.one), yes(and.other));
        }
        return of instanceof Block.Known known ? yesKnown(known.of) : yesAsIs(of);
    }

    private Block yesAsIs(Block of) {
        return block(List.of("yes", of), () -> new Block.Yes(of));
    }

    /** 1 where the answer is known, else 0. */
    private Block yesKnown(Block of) {
        if (of.isKnown()) {
            return every;
        }
        if (of instanceof Block.Not not) {
            return yesKnown(not.of);
        }
        if (of instanceof Block.And and && (and.one.isKnown() || and.other.isKnown())) {
            Block one = and.one.isKnown() ? and.one : and.other;
            Block other = and.one.isKnown() ? and.other : and.one;
            return not(and(one, not(yesKnown(other))));
        }
        if (of instanceof Block.Then then && then.first.isNeverNo()) {
            return and(yes(then.first), yesKnown(then.second));
        }
        return of.isNeverNo() ? yes(of) : yesAsIs(known(of));
    }

    Block filter(Filter<F> filter) {
        if (filter instanceof Filter.AllOf<F> all) {
            Block whole = every;
            for (Filter<F> part : all.parts()) {
                whole = and(whole, filter(part));
            }
            return whole;
        }
        if (filter instanceof Filter.AnyOf<F> any) {
            Block none = every;
            for (Filter<F> part : any.parts()) {
                none = and(none, not(filter(part)));
            }
            return not(none);
        }
        if (filter instanceof Filter.Not<F> not) {
            return not(filter(not.part()));
        }
        return leaf(filter);
    }

    private Block leaf(Filter<F> filter) {
        if (filter instanceof Filter.Flag<F> flag) {
            PackedColumn stored = facts.find(flag.column());
            return stored == null ? keepsTarget((KeepsTarget) flag.column()) : answers(stored);
        }
        if (filter instanceof Filter.Reached<F> reached) {
            return reached(reached.when());
        }
        if (filter instanceof Filter.Between<F> between) {
            PackedColumn column = column(facts.find(between.column()));
            return then(
                    present(column), inRange(column, column.firstFrom(between.from()), column.lastUpTo(between.to())));
        }
        if (filter instanceof Filter.Within<F> within) {
            return upTo(within.column(), within.limit().toNanos());
        }
        if (filter instanceof Filter.Below<F> below) {
            return upTo(below.column(), below.limit().toNanos() - 1);
        }
        return answers(column(facts.column(PackedColumns.Role.CODE, filter)));
    }

    private Block answers(PackedColumn stored) {
        return then(present(stored), inRange(stored, stored.firstFrom(1), stored.lastUpTo(1)));
    }

    private Block reached(When<F> when) {
        PackedColumn column = column(facts.find(when));
        PackedColumn presence = column.presence();
        return column.reasons().isEmpty() ? every : inRange(presence, 0, presence.last());
    }

    private Block upTo(DurationColumn<F> length, long limit) {
        PackedColumn column = column(facts.find(length));
        return then(present(length, length.signed()), inRange(column, 0, column.lastUpTo(limit)));
    }

    private Block keepsTarget(KeepsTarget keeps) {
        // the rule is about tickets, and so are these facts
        @SuppressWarnings("unchecked")
        DurationColumn<F> length = (DurationColumn<F>) keeps.column();
        PackedColumn column = column(facts.find(length));
        PackedColumns.Codes codes = keeps.priorities(facts);
        int steps = (int) codes.places().last() + 1;
        long[] limits = new long[steps];
        int[] answers = new int[steps];
        for (int step = 0; step < steps; step++) {
            Duration target =
                    keeps.target(codes.values().get((int) codes.places().value((long) step)));
            limits[step] = target == null ? -1 : column.lastUpTo(target.toNanos());
            answers[step] = target == null ? answer(PriorityTargets.NO_TARGET) : 1;
        }
        BlockSteps places = steps(codes.places());
        Block kept = block(List.of("keeps", keeps), () -> new Block.UpToLimit(steps(column), places, limits));
        Block promised = block(List.of("promised", keeps), () -> new Block.OfPlace(places, answers));
        return then(promised.isKnown() ? every : promised, then(present(length, length.signed()), kept));
    }

    PackedColumn column(@Nullable PackedColumn found) {
        if (found == null) {
            throw new IllegalStateException("A column must be packed before it is read.");
        }
        return found;
    }
}

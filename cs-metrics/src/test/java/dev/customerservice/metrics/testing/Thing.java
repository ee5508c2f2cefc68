package dev.customerservice.metrics.testing;

import dev.customerservice.metrics.facts.Attributes;
import dev.customerservice.metrics.facts.Facet;
import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.facts.Moment;
import dev.customerservice.metrics.facts.When;
import dev.customerservice.metrics.kpi.Answer;
import dev.customerservice.metrics.kpi.DurationColumn;
import dev.customerservice.metrics.kpi.Filter;
import dev.customerservice.metrics.kpi.FlagColumn;
import dev.customerservice.metrics.kpi.NumberColumn;
import dev.customerservice.metrics.statistics.Absence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A fact of no meaning with columns of every width, some values absent for several reasons.
 *
 * @param at when it began
 * @param seed what its columns are made of
 */
public record Thing(Instant at, int seed) implements Fact {
    /** After all of them. */
    public static final Instant AS_OF = Instant.parse("2026-12-01T00:00:00Z");

    /** The beginning of each. */
    public static final When<Thing> BEGUN = When.begun();

    private static final Instant START = Instant.parse("2026-09-01T00:00:00Z");
    private static final List<Absence> REASONS =
            List.of(Absence.MISSING, Absence.STILL_RUNNING, new Absence("of_my_own"));

    @Override
    public Attributes as() {
        return Attributes.none();
    }

    @Override
    public Instant asOf() {
        return AS_OF;
    }

    @Override
    public Attributes latest() {
        return Attributes.none();
    }

    /**
     * Draws things.
     *
     * @param random chooses them
     * @param count how many
     * @param unit what their instants are whole multiples of
     * @return things from September to November 2026
     */
    public static List<Thing> drawn(Random random, int count, Duration unit) {
        List<Thing> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long steps = (long) (random.nextDouble() * Duration.ofDays(90).dividedBy(unit));
            all.add(new Thing(START.plus(unit.multipliedBy(steps)), random.nextInt()));
        }
        return all;
    }

    private long mixed(int column) {
        long bits = (seed * 31L + column) * 0x9E3779B97F4A7C15L;
        bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        return bits ^ (bits >>> 27);
    }

    private boolean lacks(int column) {
        return column % 2 == 1 && Math.floorMod(mixed(column + 100), 4) == 0;
    }

    private Absence reason(int column) {
        return REASONS.get((int) Math.floorMod(mixed(column + 200), 1 + column % 3L));
    }

    /**
     * A number; odd ones are absent at times.
     *
     * @param column which one; the greater the wider
     */
    public record Figure(int column) implements NumberColumn<Thing> {
        @Override
        public String id() {
            return "number " + column;
        }

        @Override
        public long of(Thing fact) {
            long width = column < 2 ? 5 : column < 4 ? 1 << 20 : 1L << 40;
            return fact.lacks(column) ? ABSENT : Math.floorMod(fact.mixed(column), width) - (column == 2 ? 1000 : 0);
        }

        @Override
        public Absence absence(Thing fact) {
            return fact.reason(column);
        }
    }

    /**
     * A length; odd ones are absent at times, from 2 on they are negative at times.
     *
     * @param column which one
     * @param unit what it is a whole multiple of
     * @param signed whether a negative one counts
     */
    public record Length(int column, Duration unit, boolean signed) implements DurationColumn<Thing> {
        @Override
        public String id() {
            return "length " + column + " in " + unit + signed;
        }

        @Override
        public long nanos(Thing fact) {
            long steps = Math.floorMod(fact.mixed(column), 1L << 20) - (column < 2 ? 0 : 1 << 18);
            return fact.lacks(column) ? ABSENT : steps * unit.toNanos();
        }

        @Override
        public Absence absence(Thing fact) {
            return fact.reason(column);
        }
    }

    /**
     * A question; odd ones have no answer at times.
     *
     * @param column which one
     */
    public record Flag(int column) implements FlagColumn<Thing> {
        @Override
        public String id() {
            return "flag " + column;
        }

        @Override
        public Answer of(Thing fact) {
            return fact.lacks(column) ? Answer.unknown(fact.reason(column)) : Answer.of(fact.mixed(column) % 3 == 0);
        }
    }

    /**
     * A moment that some have.
     *
     * @param column which one
     */
    public record Later(int column) implements When<Thing> {
        @Override
        public String id() {
            return "later_" + column;
        }

        @Override
        public Optional<? extends Moment> of(Thing fact) {
            return fact.lacks(column)
                    ? Optional.empty()
                    : Optional.of(Moment.of(fact.at().plusSeconds(column), fact.as()));
        }
    }

    /**
     * What they are told apart by; a few have none.
     *
     * @param column which one
     */
    public record Kind(int column) implements Facet<String> {
        @Override
        public String id() {
            return "kind_" + column;
        }

        /**
         * Reads the value.
         *
         * @param fact the thing
         * @return its value
         */
        public Optional<String> of(Thing fact) {
            long value = Math.floorMod(fact.mixed(column + 300), 2 + 3L * column);
            return value == 0 ? Optional.empty() : Optional.of("value-" + value);
        }
    }

    /**
     * Draws a filter over these columns.
     *
     * @param random chooses it
     * @param depth how deep its tree may be
     * @return the filter
     */
    public static Filter<Thing> filter(Random random, int depth) {
        int column = random.nextInt(6);
        Length length = new Length(column, Duration.ofSeconds(1), random.nextBoolean());
        return switch (random.nextInt(depth == 0 ? 7 : 10)) {
            case 0 -> Filter.every();
            case 1 -> new Figure(column).atLeast(random.nextInt(8) - 2);
            case 2 -> new Figure(column).atMost(random.nextInt(1 << 20));
            case 3 -> length.atMost(Duration.ofSeconds(random.nextInt(1 << 20) - (1 << 18)));
            case 4 -> length.below(Duration.ofSeconds(random.nextInt(1 << 20)));
            case 5 -> random.nextBoolean() ? new Flag(column).yes() : Filter.reached(new Later(column));
            case 6 -> Filter.code("odd", thing -> thing.seed() % 2 == 1);
            case 7 -> filter(random, depth - 1).and(filter(random, depth - 1));
            case 8 -> filter(random, depth - 1).or(filter(random, depth - 1));
            default -> filter(random, depth - 1).not();
        };
    }
}

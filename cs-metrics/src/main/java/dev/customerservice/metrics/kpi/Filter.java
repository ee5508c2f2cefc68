package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.facts.When;
import dev.customerservice.metrics.statistics.Absence;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which facts count: one tree of named parts, with three-valued answers. {@code and} is no as soon as one part is no,
 * {@code or} is yes as soon as one part is yes; else an unknown part makes the whole unknown, with its reason.
 *
 * @param <F> the facts
 */
public sealed interface Filter<F extends Fact> extends Serializable {
    /**
     * Answers for a fact.
     *
     * @param fact the fact
     * @return whether it counts, or why that is not known
     */
    Answer test(F fact);

    /** {@return the filter in words} */
    String text();

    /**
     * Takes every fact.
     *
     * @param <F> the facts
     * @return the filter that is always yes
     */
    static <F extends Fact> Filter<F> every() {
        return new AllOf<>(List.of());
    }

    /**
     * Takes the facts that have come to a moment.
     *
     * @param when the moment
     * @param <F> the facts
     * @return the filter of facts with that moment
     */
    static <F extends Fact> Filter<F> reached(When<F> when) {
        return new Reached<>(when);
    }

    /**
     * Takes what code decides. The only lambda form; equal names must mean equal code.
     *
     * @param name the name in definitions
     * @param test the code
     * @param <F> the facts
     * @return the filter of that name
     */
    static <F extends Fact> Filter<F> code(String name, SerializableFunction<? super F, Boolean> test) {
        return new Code<>(name, test);
    }

    /**
     * Takes what both take.
     *
     * @param other the other filter
     * @return the filter of facts that both take
     */
    default Filter<F> and(Filter<F> other) {
        return new AllOf<>(Stream.concat(parts(this), parts(other)).toList());
    }

    /**
     * Takes what at least one takes.
     *
     * @param other the other filter
     * @return the filter of facts that this or the other takes
     */
    default Filter<F> or(Filter<F> other) {
        return new AnyOf<>(List.of(this, other));
    }

    /** {@return the filter of facts that this one does not take} */
    default Filter<F> not() {
        return new Not<>(this);
    }

    private static <F extends Fact> Stream<Filter<F>> parts(Filter<F> filter) {
        return filter instanceof AllOf<F> all ? all.parts().stream() : Stream.of(filter);
    }

    /**
     * All parts hold; without parts, always.
     *
     * @param parts the parts
     * @param <F> the facts
     */
    record AllOf<F extends Fact>(List<Filter<F>> parts) implements Filter<F> {
        /** Keeps an unmodifiable copy. */
        public AllOf {
            parts = List.copyOf(parts);
        }

        @Override
        public Answer test(F fact) {
            Answer whole = Answer.YES;
            for (int i = 0; i < parts.size(); i++) {
                Answer part = parts.get(i).test(fact);
                if (part == Answer.NO) {
                    return part;
                }
                whole = whole == Answer.YES ? part : whole;
            }
            return whole;
        }

        @Override
        public String text() {
            return parts.isEmpty() ? "all" : parts.stream().map(Filter::text).collect(Collectors.joining(" and "));
        }
    }

    /**
     * At least one part holds.
     *
     * @param parts the parts
     * @param <F> the facts
     */
    record AnyOf<F extends Fact>(List<Filter<F>> parts) implements Filter<F> {
        /** Keeps an unmodifiable copy. */
        public AnyOf {
            parts = List.copyOf(parts);
        }

        @Override
        public Answer test(F fact) {
            Answer whole = Answer.NO;
            for (int i = 0; i < parts.size(); i++) {
                Answer part = parts.get(i).test(fact);
                if (part == Answer.YES) {
                    return part;
                }
                whole = whole == Answer.NO ? part : whole;
            }
            return whole;
        }

        @Override
        public String text() {
            return parts.stream().map(Filter::text).collect(Collectors.joining(" or ", "(", ")"));
        }
    }

    /**
     * The part does not hold.
     *
     * @param part the part
     * @param <F> the facts
     */
    record Not<F extends Fact>(Filter<F> part) implements Filter<F> {
        @Override
        public Answer test(F fact) {
            return part.test(fact).not();
        }

        @Override
        public String text() {
            return "not (" + part.text() + ")";
        }
    }

    /**
     * A question answered yes.
     *
     * @param column the question
     * @param <F> the facts
     */
    record Flag<F extends Fact>(FlagColumn<F> column) implements Filter<F> {
        @Override
        public Answer test(F fact) {
            return column.of(fact);
        }

        @Override
        public String text() {
            return column.id();
        }
    }

    /**
     * A moment that was reached.
     *
     * @param when the moment
     * @param <F> the facts
     */
    record Reached<F extends Fact>(When<F> when) implements Filter<F> {
        @Override
        public Answer test(F fact) {
            return Answer.of(when.of(fact).isPresent());
        }

        @Override
        public String text() {
            return "has " + when.id();
        }
    }

    /**
     * A number within bounds.
     *
     * @param column the number
     * @param from the least number that counts
     * @param to the greatest number that counts
     * @param <F> the facts
     */
    record Between<F extends Fact>(NumberColumn<F> column, long from, long to) implements Filter<F> {
        @Override
        public Answer test(F fact) {
            long number = column.of(fact);
            return number == NumberColumn.ABSENT
                    ? Answer.unknown(column.absence(fact))
                    : Answer.of(from <= number && number <= to);
        }

        @Override
        public String text() {
            if (from == to) {
                return column.id() + " = " + from;
            }
            return to == Long.MAX_VALUE ? column.id() + " >= " + from : column.id() + " <= " + to;
        }
    }

    /**
     * A length that keeps a limit.
     *
     * @param column the length
     * @param limit the limit; a length equal to it keeps it
     * @param <F> the facts
     */
    record Within<F extends Fact>(DurationColumn<F> column, Duration limit) implements Filter<F> {
        @Override
        public Answer test(F fact) {
            return keeps(column, fact, limit.toNanos());
        }

        @Override
        public String text() {
            return column.id() + " <= " + limit;
        }

        static <F extends Fact> Answer keeps(DurationColumn<F> column, F fact, long limit) {
            long nanos = column.nanos(fact);
            if (nanos == DurationColumn.ABSENT) {
                return Answer.unknown(column.absence(fact));
            }
            return nanos < 0 && !column.signed() ? Answer.unknown(Absence.NEGATIVE) : Answer.of(nanos <= limit);
        }
    }

    /**
     * A length below a limit.
     *
     * @param column the length
     * @param limit the limit; a length equal to it is not below it
     * @param <F> the facts
     */
    record Below<F extends Fact>(DurationColumn<F> column, Duration limit) implements Filter<F> {
        @Override
        public Answer test(F fact) {
            return Within.keeps(column, fact, limit.toNanos() - 1);
        }

        @Override
        public String text() {
            return column.id() + " < " + limit;
        }
    }

    /**
     * A decision by code, equal by name.
     *
     * @param name the name in definitions
     * @param test the code
     * @param <F> the facts
     */
    record Code<F extends Fact>(String name, SerializableFunction<? super F, Boolean> test) implements Filter<F> {
        @Override
        public Answer test(F fact) {
            return Answer.of(test.apply(fact));
        }

        @Override
        public String text() {
            return name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Code<?> that && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }
}

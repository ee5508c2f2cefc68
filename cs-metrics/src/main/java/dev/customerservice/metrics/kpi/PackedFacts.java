package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Facet;
import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.facts.FactColumns;
import dev.customerservice.metrics.facts.When;
import dev.customerservice.metrics.statistics.Absence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Facts of one kind as columns: for each named column one value a fact in the narrowest array that holds it, or in some bits of ints that
 * narrow columns share, for each {@link Facet} a dictionary and a code a fact. Built-in measures are data over named columns, so they are counted from the columns by blocks of rows,
 * with the results that the rows give; what a measure reads must be here under an equal column. Immutable.
 *
 * <pre>{@code
 * PackedFacts<TicketFacts> packed = PackedFacts.builder(TicketFacts.class, size, asOf)
 *         .moment(Milestone.CREATED, row -> created[row])
 *         .length(firstReplyTime().column(), row -> firstReply[row])
 *         .codes(Dimension.TEAM, Milestone.CREATED, teams, row -> team[row])
 *         .build();
 * KpiReport report = october.collect(Facts.of(packed));
 * }</pre>
 *
 * @param <F> the facts
 */
public final class PackedFacts<F extends Fact> implements FactColumns<F> {
    private static final long serialVersionUID = 1;

    /** What a moment, a number or a length gives for a fact without it. */
    public static final long ABSENT = NumberColumn.ABSENT;

    private final Class<F> kind;
    private final Instant asOf;

    private final PackedColumns columns;

    @SuppressWarnings("serial") // sent as an array list: they may be a view
    private final @Nullable List<F> rows;

    private PackedFacts(Builder<F> made) {
        kind = made.kind;
        asOf = made.asOf;
        rows = made.rows;
        columns = made.columns.inWords();
    }

    /**
     * Begins to pack facts.
     *
     * @param kind the type of the facts
     * @param size how many there are
     * @param asOf the instant up to which they are known
     * @param <F> that type
     * @return a builder without columns
     */
    public static <F extends Fact> Builder<F> builder(Class<F> kind, int size, Instant asOf) {
        return new Builder<>(kind, asOf, new PackedColumns(size));
    }

    /**
     * Begins to add columns to these.
     *
     * @return a builder with all columns that are here
     */
    public Builder<F> toBuilder() {
        Builder<F> more = new Builder<>(kind, asOf, columns.copy());
        more.rows = rows;
        return more;
    }

    @Override
    public Class<F> kind() {
        return kind;
    }

    @Override
    public Instant asOf() {
        return asOf;
    }

    @Override
    public int size() {
        return columns.size();
    }

    @Override
    public Optional<List<F>> rows() {
        return Optional.ofNullable(rows);
    }

    /**
     * Says what keeps a measure from being counted from columns.
     *
     * @param kpi the measure
     * @return the names of what it reads and what is not here; empty when it is counted from the columns
     */
    public List<String> lacks(Kpi<F, ?> kpi) {
        return Inputs.of(kpi).lackingIn(this);
    }

    /**
     * Asks whether facts can be told apart here.
     *
     * @param facet by what
     * @param when the moment whose attributes count
     * @return whether its codes are here
     */
    public boolean has(Facet<?> facet, When<F> when) {
        return codes(facet.id(), when) != null;
    }

    /**
     * Asks whether facts can be dated here.
     *
     * @param when the moment
     * @return whether its instants are here
     */
    public boolean has(When<F> when) {
        return find(when) != null;
    }

    @Nullable
    PackedColumn find(When<?> when) {
        return column(PackedColumns.Role.MOMENT, when);
    }

    @Nullable
    PackedColumn find(NumberColumn<?> column) {
        return column(PackedColumns.Role.NUMBER, column);
    }

    @Nullable
    PackedColumn find(DurationColumn<?> column) {
        return column(PackedColumns.Role.LENGTH, column);
    }

    @Nullable
    PackedColumn find(FlagColumn<?> column) {
        return column(PackedColumns.Role.FLAG, column);
    }

    @Nullable
    PackedColumn column(PackedColumns.Role role, Object column) {
        return columns.find(role, column);
    }

    PackedColumns.@Nullable Codes codes(String facet, When<?> when) {
        return columns.codes(facet, when);
    }

    @Override
    public PackedFacts<F> plus(FactColumns<F> other) {
        if (!(other instanceof PackedFacts<F> that)) {
            throw new IllegalArgumentException(
                    "Columns (" + other + ") must be packed alike.\nMaybe they are of another kind of store.");
        }
        Builder<F> both = new Builder<>(kind, asOf, columns.plus(that.columns));
        if (rows != null && that.rows != null) {
            List<F> all = new ArrayList<>(rows);
            all.addAll(that.rows);
            both.rows(all);
        }
        return both.build();
    }

    private Object writeReplace() {
        return rows == null
                ? this
                : new Builder<F>(kind, asOf, columns)
                        .rows(new ArrayList<>(rows))
                        .build();
    }

    /** {@return the type, the number of facts and how many columns they have; no content} */
    @Override
    public String toString() {
        return "PackedFacts[" + size() + " " + kind.getSimpleName() + ", " + columns.count() + " columns]";
    }

    /**
     * Takes the columns, each read once when it is added, into an array of its own; for one thread. A column is not kept whose values lie
     * 2^63 or more apart, or more than 2^62 of their greatest common steps, or are absent for more than a hundred reasons.
     *
     * @param <F> the facts
     */
    public static final class Builder<F extends Fact> {
        private final Class<F> kind;
        private final Instant asOf;
        private final PackedColumns columns;
        private @Nullable List<F> rows;

        private Builder(Class<F> kind, Instant asOf, PackedColumns columns) {
            this.kind = kind;
            this.asOf = asOf;
            this.columns = columns;
        }

        /**
         * Keeps the rows beside the columns, for measures that are code of their own and for questions about single facts.
         *
         * @param facts the same facts in the same order
         * @return this builder
         */
        public Builder<F> rows(List<? extends F> facts) {
            if (facts.size() != columns.size()) {
                throw new IllegalArgumentException("Number of rows (" + facts.size() + ") must be " + columns.size()
                        + " as that of the columns.\nMaybe some were filtered.");
            }
            rows = Collections.unmodifiableList(facts);
            return this;
        }

        /**
         * Adds the instants of a moment.
         *
         * @param when the moment
         * @param epochNanos its nanoseconds since 1970 for each fact, or {@link #ABSENT}
         * @return this builder
         */
        public Builder<F> moment(When<F> when, IntToLongFunction epochNanos) {
            return put(PackedColumns.Role.MOMENT, when, epochNanos, row -> Absence.MISSING);
        }

        /**
         * Adds a number; facts without it lack it as missing.
         *
         * @param column its name
         * @param values the number for each fact, or {@link #ABSENT}
         * @return this builder
         */
        public Builder<F> number(NumberColumn<F> column, IntToLongFunction values) {
            return number(column, values, row -> Absence.MISSING);
        }

        /**
         * Adds a number.
         *
         * @param column its name
         * @param values the number for each fact, or {@link #ABSENT}
         * @param why why a fact has none
         * @return this builder
         */
        public Builder<F> number(NumberColumn<F> column, IntToLongFunction values, IntFunction<Absence> why) {
            return put(PackedColumns.Role.NUMBER, column, values, why);
        }

        /**
         * Adds a length; facts without it lack it as missing.
         *
         * @param column its name
         * @param nanos the nanoseconds for each fact, or {@link #ABSENT}
         * @return this builder
         */
        public Builder<F> length(DurationColumn<F> column, IntToLongFunction nanos) {
            return length(column, nanos, row -> Absence.MISSING);
        }

        /**
         * Adds a length.
         *
         * @param column its name
         * @param nanos the nanoseconds for each fact, or {@link #ABSENT}
         * @param why why a fact has none
         * @return this builder
         */
        public Builder<F> length(DurationColumn<F> column, IntToLongFunction nanos, IntFunction<Absence> why) {
            return put(PackedColumns.Role.LENGTH, column, nanos, why);
        }

        /**
         * Adds the answers to a question.
         *
         * @param column its name
         * @param answers the answer for each fact
         * @return this builder
         */
        public Builder<F> flag(FlagColumn<F> column, IntFunction<Answer> answers) {
            return answers(PackedColumns.Role.FLAG, column, answers);
        }

        private Builder<F> answers(PackedColumns.Role role, Object column, IntFunction<Answer> answers) {
            return put(
                    role,
                    column,
                    row -> {
                        Answer answer = answers.apply(row);
                        return answer == Answer.YES ? 1 : answer == Answer.NO ? 0 : ABSENT;
                    },
                    row -> answers.apply(row).reason().orElse(Absence.MISSING));
        }

        private Builder<F> put(
                PackedColumns.Role role, Object column, IntToLongFunction values, IntFunction<Absence> why) {
            columns.put(role, column, values, why);
            return this;
        }

        /**
         * Adds the values of a facet at a moment by their places in a dictionary.
         *
         * @param facet what the facts are told apart by
         * @param when the moment whose attributes these are
         * @param dictionary the different values
         * @param place the place of each fact's value in the dictionary, or -1 for a fact without one
         * @param <D> the values
         * @return this builder
         */
        public <D> Builder<F> codes(
                Facet<D> facet, When<F> when, List<? extends D> dictionary, IntUnaryOperator place) {
            columns.putCodes(facet.id(), when, dictionary, place);
            return this;
        }

        /**
         * Adds the values of a facet at a moment.
         *
         * @param facet what the facts are told apart by
         * @param when the moment whose attributes these are
         * @param values the value for each fact, empty without one
         * @param <D> the values
         * @return this builder
         */
        public <D> Builder<F> values(
                Facet<D> facet, When<F> when, IntFunction<? extends Optional<? extends D>> values) {
            columns.putValues(facet.id(), when, values);
            return this;
        }

        /**
         * Asks whether the values of a facet are here already.
         *
         * @param facet what the facts are told apart by
         * @param when the moment whose attributes count
         * @return whether they were added
         */
        public boolean has(Facet<?> facet, When<F> when) {
            return columns.codes(facet.id(), when) != null;
        }

        /**
         * Adds all columns that a measure reads and that are not here yet, off the rows.
         *
         * @param kpi the measure
         * @return this builder
         */
        public Builder<F> readBy(Kpi<F, ?> kpi) {
            List<F> facts = rows;
            if (facts == null) {
                throw new IllegalArgumentException(
                        "Columns of " + kpi.id() + " must be read off rows.\nMaybe call rows(...) first.");
            }
            Inputs<F> inputs = Inputs.of(kpi);
            inputs.moments()
                    .forEach(when ->
                            absent(PackedColumns.Role.MOMENT, when, () -> moment(when, Inputs.instants(when, facts))));
            inputs.numbers()
                    .forEach(column -> absent(
                            PackedColumns.Role.NUMBER,
                            column,
                            () -> number(
                                    column, row -> column.of(facts.get(row)), row -> column.absence(facts.get(row)))));
            inputs.lengths()
                    .forEach(column -> absent(
                            PackedColumns.Role.LENGTH,
                            column,
                            () -> length(
                                    column,
                                    row -> column.nanos(facts.get(row)),
                                    row -> column.absence(facts.get(row)))));
            inputs.flags()
                    .forEach(column -> absent(
                            PackedColumns.Role.FLAG, column, () -> flag(column, row -> column.of(facts.get(row)))));
            inputs.codes()
                    .forEach(code -> absent(
                            PackedColumns.Role.CODE,
                            code,
                            () -> answers(PackedColumns.Role.CODE, code, row -> code.test(facts.get(row)))));
            return this;
        }

        private void absent(PackedColumns.Role role, Object column, Runnable add) {
            if (columns.find(role, column) == null) {
                add.run();
            }
        }

        /** {@return the packed facts} */
        public PackedFacts<F> build() {
            return new PackedFacts<>(this);
        }
    }
}

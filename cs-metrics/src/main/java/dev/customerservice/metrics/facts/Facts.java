package dev.customerservice.metrics.facts;

import com.google.common.base.Suppliers;
import com.google.common.collect.Lists;
import dev.customerservice.domain.contact.Contact;
import dev.customerservice.domain.selfservice.SelfServiceVisit;
import dev.customerservice.domain.survey.SurveyResponse;
import dev.customerservice.domain.ticket.TicketHistory;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * All facts of some tickets as of one instant, by cohort: what reports read. Immutable.
 *
 * <p>Facts of other shards or of your own kind are added with {@link #plus} and {@link #with}.
 */
public final class Facts implements Serializable {
    private static final long serialVersionUID = 1;

    private final Instant asOf;
    /** What follows from the tickets is made when it is first asked for, once. */
    @SuppressWarnings("serial") // sent as its proxy
    private final Map<Class<?>, Supplier<? extends List<? extends Fact>>> rows;

    @SuppressWarnings("serial") // sent in its proxy
    private final Map<Class<?>, FactColumns<?>> columns;

    private Facts(
            Instant asOf,
            Map<Class<?>, Supplier<? extends List<? extends Fact>>> rows,
            Map<Class<?>, FactColumns<?>> columns) {
        this.asOf = asOf;
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * Takes facts that are kept as columns, with or without rows.
     *
     * @param columns the facts of one kind
     * @return the facts of that kind and no others
     */
    public static Facts of(FactColumns<?> columns) {
        return new Facts(columns.asOf(), Map.of(), Map.of()).with(columns);
    }

    /**
     * Extracts the facts of histories.
     *
     * @param histories the histories
     * @param extractor reads each of them
     * @return the facts of the tickets that existed by the extractor's instant
     */
    public static Facts of(Iterable<TicketHistory> histories, FactExtractor extractor) {
        Builder facts = builder(extractor);
        histories.forEach(facts::add);
        return facts.build();
    }

    /**
     * Begins to extract facts from histories that come one at a time and need not be kept.
     *
     * @param extractor reads each of them
     * @return a builder without facts
     */
    public static Builder builder(FactExtractor extractor) {
        return new Builder(extractor);
    }

    /** Extracts the facts of one history after another; for one thread. */
    public static final class Builder {
        private final FactExtractor extractor;
        private final List<TicketFacts> tickets = new ArrayList<>();
        private final List<SlaFacts> clocks = new ArrayList<>();

        private Builder(FactExtractor extractor) {
            this.extractor = extractor;
        }

        /**
         * Extracts the facts of one history; one that began after the extractor's instant has none.
         *
         * @param history the history
         * @return this builder
         */
        public Builder add(TicketHistory history) {
            Optional<TicketFacts> ticket = extractor.extract(history);
            if (ticket.isPresent()) {
                tickets.add(ticket.get());
                clocks.addAll(extractor.clocks(history, ticket.get()));
            }
            return this;
        }

        /** {@return the facts of the histories so far} */
        public Facts build() {
            Facts facts = new Facts(extractor.asOf(), Map.of(), Map.of()).tickets(List.copyOf(tickets));
            return extractor.readsClocks() ? facts.adding(SlaFacts.class, List.copyOf(clocks)) : facts;
        }
    }

    private Facts tickets(List<TicketFacts> tickets) {
        return adding(TicketFacts.class, tickets)
                .deriving(TurnFacts.class, () -> each(tickets, TicketFacts::turns))
                .deriving(SolveFacts.class, () -> each(tickets, TicketFacts::solves))
                .deriving(StayFacts.class, () -> new Joined<>(Lists.transform(tickets, TicketFacts::stays)));
    }

    private static <F> List<F> each(List<TicketFacts> tickets, Function<TicketFacts, List<F>> own) {
        List<F> all = new ArrayList<>(tickets.size());
        tickets.forEach(ticket -> all.addAll(own.apply(ticket)));
        return Collections.unmodifiableList(all);
    }

    private <F extends Fact> Facts adding(Class<F> kind, List<? extends F> facts) {
        return rows(kind, new Given<>(facts));
    }

    private <F extends Fact> Facts deriving(Class<F> kind, Supplier<List<? extends F>> facts) {
        return rows(kind, Suppliers.memoize(facts::get));
    }

    private Facts rows(Class<?> kind, Supplier<? extends List<? extends Fact>> facts) {
        Map<Class<?>, Supplier<? extends List<? extends Fact>>> more = new LinkedHashMap<>(rows);
        more.put(kind, facts);
        Map<Class<?>, FactColumns<?>> others = new LinkedHashMap<>(columns);
        others.remove(kind);
        return new Facts(asOf, more, others);
    }

    /** Rows that do not follow from others. */
    private record Given<F extends Fact>(List<? extends F> get) implements Supplier<List<? extends F>> {}

    /**
     * Adds surveys, each with the attributes that its ticket had at the answer, or at the sending without one. A survey of
     * an unknown ticket, or of none, has no attributes; one that was neither sent nor answered by {@link #asOf()} is not read.
     *
     * @param responses the surveys
     * @return the facts with these surveys added
     */
    public Facts surveys(Iterable<? extends SurveyResponse> responses) {
        return with(SurveyFacts.class, SurveyRow.of(responses, this));
    }

    /**
     * Adds calls and chats that were over by {@link #asOf()}, each with the attributes that its ticket had then. The contacts of each
     * customer are linked, with those that are here already.
     *
     * @param contacts the calls and chats
     * @return the facts with these contacts added
     */
    public Facts contacts(Iterable<? extends Contact> contacts) {
        return with(ContactFacts.class, ContactFacts.of(contacts, this)).contactsLinked();
    }

    private Facts contactsLinked() {
        return adding(ContactFacts.class, ContactRow.relinked(rows(ContactFacts.class)));
    }

    /**
     * Adds attempts of self-service that ended by {@link #asOf()}.
     *
     * @param visits the attempts
     * @return the facts with these attempts added
     */
    public Facts visits(Iterable<? extends SelfServiceVisit> visits) {
        return with(VisitFacts.class, VisitFacts.of(visits, asOf));
    }

    /** {@return the facts with the contacts of each customer linked over all tickets in here} */
    public Facts linked() {
        ContactLinks links = ContactLinks.of(tickets());
        return mapRows(row -> row.linkedBy(links));
    }

    /**
     * Adds facts of any kind, your own included.
     *
     * @param kind the type that measures of them name
     * @param facts the facts
     * @param <F> that type
     * @return the facts with these beside those of the same kind
     */
    public <F extends Fact> Facts with(Class<F> kind, List<? extends F> facts) {
        facts.forEach(fact -> requireAsOf(fact.asOf()));
        List<F> all = new ArrayList<>(rows(kind));
        all.addAll(facts);
        return adding(kind, Collections.unmodifiableList(all));
    }

    /**
     * Keeps facts of one kind as columns too, in place of any columns of that kind so far. Reports count from them what they can.
     *
     * @param packed the columns; of the same facts in the same order where there are rows already
     * @return the facts with these columns
     */
    public Facts with(FactColumns<?> packed) {
        requireAsOf(packed.asOf());
        if (rows.containsKey(packed.kind()) && count(packed.kind()) != packed.size()) {
            throw new IllegalArgumentException("Columns (" + packed + ") must hold the " + count(packed.kind())
                    + " facts that are here as rows.\nMaybe they were packed before others were added.");
        }
        Map<Class<?>, FactColumns<?>> more = new LinkedHashMap<>(columns);
        more.put(packed.kind(), packed);
        return new Facts(asOf, rows, more);
    }

    private void requireAsOf(Instant other) {
        if (!other.equals(asOf)) {
            throw new IllegalArgumentException("Facts as of " + other + " must not be counted with facts as of " + asOf
                    + ".\nMaybe extract both up to the same instant.");
        }
    }

    /**
     * Finds the columns of one kind of facts.
     *
     * @param kind the type of the facts
     * @param <F> that type
     * @return the columns, empty where the facts are kept as rows only
     */
    public <F extends Fact> Optional<FactColumns<F>> columns(Class<F> kind) {
        // columns were put in under the kind of their facts
        @SuppressWarnings("unchecked")
        FactColumns<F> own = (FactColumns<F>) columns.get(kind);
        return Optional.ofNullable(own);
    }

    /**
     * Adds the facts of another part of the tickets, such as another shard. Contacts that were linked within a part only would miss those
     * in the other one, so the sum is not linked: call {@link #linked} on it.
     *
     * @param other the other part, as of the same instant
     * @return the facts of both parts, with no contacts of tickets linked; calls and chats are linked anew; as columns what neither has as rows
     */
    public Facts plus(Facts other) {
        Facts sum = this;
        for (FactColumns<?> theirs : other.columns.values()) {
            sum = sum.withColumns(theirs, other);
        }
        for (Class<?> kind : other.rows.keySet()) {
            sum = sum.withAll(kind.asSubclass(Fact.class), other);
        }
        sum = sum.has(ContactFacts.class) ? sum.contactsLinked() : sum;
        boolean isLinked = sum.rows.containsKey(TicketFacts.class)
                && sum.tickets().stream().anyMatch(TicketFacts::linked);
        return isLinked ? sum.mapRows(TicketRow::unlinked) : sum;
    }

    private <F extends Fact> Facts withColumns(FactColumns<F> theirs, Facts other) {
        if (rows.containsKey(theirs.kind()) || other.rows.containsKey(theirs.kind())) {
            return other.rows.containsKey(theirs.kind()) ? this : with(theirs.kind(), other.rows(theirs.kind()));
        }
        return with(columns(theirs.kind()).map(mine -> mine.plus(theirs)).orElse(theirs));
    }

    private Facts mapRows(UnaryOperator<TicketRow> change) {
        List<TicketFacts> changed = new ArrayList<>(tickets().size());
        for (TicketFacts ticket : tickets()) {
            changed.add(ticket instanceof TicketRow row ? change.apply(row) : ticket);
        }
        return tickets(Collections.unmodifiableList(changed));
    }

    /**
     * Asks whether facts of a kind were extracted or added, be it none.
     *
     * @param kind the type of the facts
     * @return whether a count of them is a count, and not only unknown
     */
    public boolean has(Class<? extends Fact> kind) {
        return rows.containsKey(kind) || columns.containsKey(kind);
    }

    /**
     * Asks whether facts of a kind can be read one by one.
     *
     * @param kind the type of the facts
     * @return whether they are here as rows
     */
    public boolean hasRows(Class<? extends Fact> kind) {
        return rows.containsKey(kind)
                || columns(kind).flatMap(FactColumns::rows).isPresent();
    }

    /**
     * Counts the facts of one kind, however they are kept.
     *
     * @param kind the type of the facts
     * @return how many there are
     */
    public int count(Class<? extends Fact> kind) {
        FactColumns<?> packed = columns.get(kind);
        return packed == null || rows.containsKey(kind) ? rows(kind).size() : packed.size();
    }

    private <F extends Fact> Facts withAll(Class<F> kind, Facts other) {
        return with(kind, other.rows(kind));
    }

    /** {@return the instant up to which the histories were read} */
    public Instant asOf() {
        return asOf;
    }

    /** {@return one fact for each ticket} */
    public List<TicketFacts> tickets() {
        return rows(TicketFacts.class);
    }

    /**
     * Lists the facts of one kind.
     *
     * @param kind the type of the facts
     * @param <F> that type
     * @return the facts, empty when there are none of that kind
     * @throws IllegalArgumentException when they are kept as columns only
     */
    public <F extends Fact> List<F> rows(Class<F> kind) {
        if (!rows.containsKey(kind) && columns.containsKey(kind)) {
            return columns(kind)
                    .flatMap(FactColumns::rows)
                    .orElseThrow(() -> new IllegalArgumentException("Facts (" + kind.getSimpleName()
                            + ") must be rows to be read one by one.\nMaybe give rows(...) to whoever packed them."));
        }
        // the facts of a kind were put in under their own class
        @SuppressWarnings("unchecked")
        List<F> own = (List<F>) rows.getOrDefault(kind, List::of).get();
        return own;
    }

    /**
     * Lists what was open at an instant.
     *
     * @param at the instant
     * @param rule what counts as open, and on which side of the instant
     * @return one fact for each open ticket, with the attributes of that instant
     */
    public List<BacklogFacts> openAt(Instant at, Backlog rule) {
        return openAt(List.of(at), rule).get(0);
    }

    /**
     * Lists what was open at each of many instants, in one pass.
     *
     * @param rising the instants in rising order
     * @param rule what counts as open, and on which side of the instants
     * @return for each instant, one fact for each ticket open then, with the attributes of that instant
     */
    public List<List<BacklogFacts>> openAt(List<Instant> rising, Backlog rule) {
        return OpenItems.of(this, rising, rule);
    }

    private Object writeReplace() {
        List<Class<?>> kinds = new ArrayList<>();
        List<List<Fact>> given = new ArrayList<>();
        rows.forEach((kind, own) -> {
            if (own instanceof Given<?> fixed) {
                kinds.add(kind);
                given.add(new ArrayList<>(fixed.get()));
            }
        });
        return new Sent(asOf, kinds, given, new LinkedHashMap<>(columns));
    }

    /** What they are serialized as: what follows from the tickets is made again. */
    private record Sent(
            Instant asOf, List<Class<?>> kinds, List<List<Fact>> given, Map<Class<?>, FactColumns<?>> columns)
            implements Serializable {
        private Object readResolve() {
            Facts facts = new Facts(asOf, Map.of(), Map.of());
            for (int i = 0; i < kinds.size(); i++) {
                List<Fact> own = Collections.unmodifiableList(given.get(i));
                if (kinds.get(i) == TicketFacts.class) {
                    facts = facts.tickets(
                            own.stream().map(TicketFacts.class::cast).toList());
                } else {
                    facts = facts.rows(kinds.get(i), new Given<>(own));
                }
            }
            return new Facts(asOf, facts.rows, columns);
        }
    }

    /** {@return the number of tickets and the instant; no content} */
    @Override
    public String toString() {
        return "Facts[" + count(TicketFacts.class) + " tickets as of " + asOf + "]";
    }
}

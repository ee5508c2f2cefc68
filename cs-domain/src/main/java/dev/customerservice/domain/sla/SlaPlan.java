package dev.customerservice.domain.sla;

import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.time.EpochNanos;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Policies with their calendars looked up, ready to read histories.
 *
 * <p>A reading is a pure function of the history and the instant; nothing else goes in, and events after the instant have not
 * happened. Immutable and thread-safe.
 *
 * <pre>{@code
 * SlaPlan plan = gold.resolve(CalendarBook.of(london));
 * SlaReading reply =
 *         plan.read(history, Instant.parse("2026-03-02T12:00:00Z")).get(SlaMetric.FIRST_REPLY);
 * Duration taken = reply.elapsed(); // ten minutes
 * }</pre>
 */
public final class SlaPlan {
    private final SlaBook book;
    private final List<SlaPolicy> policies;
    private final Situations situations;
    private final List<Lane> lanes;
    private final List<Attribute> owners;
    private final List<String> fields;
    private final List<ClockRule> clocks;
    private final Situation nothing;
    private final JointClocks joint;

    private SlaPlan(SlaBook book, CalendarBook calendars) {
        List<List<SlaPolicy>> groups = Lane.groups(book);
        List<SlaMetric> metrics = new ArrayList<>();
        for (List<SlaPolicy> group : groups) {
            metrics.addAll(Lane.metricsOf(group));
        }
        Set<Attribute> distinctOwners = new LinkedHashSet<>();
        Set<String> distinctFields = new LinkedHashSet<>();
        for (SlaMetric metric : metrics) {
            addTo(distinctOwners, metric.owner());
            addTo(distinctFields, metric.anchor().field());
        }
        this.book = book;
        this.owners = List.copyOf(distinctOwners);
        this.fields = List.copyOf(distinctFields);
        List<SlaPolicy> all = new ArrayList<>();
        for (List<SlaPolicy> group : groups) {
            all.addAll(group);
        }
        this.policies = List.copyOf(all);
        this.situations = new Situations(policies, metrics, owners);
        this.nothing = situations.none();
        List<Lane> made = new ArrayList<>(groups.size());
        int policy = 0;
        int clock = 0;
        for (List<SlaPolicy> group : groups) {
            Lane lane = new Lane(group, book, calendars, policy, clock, situations.leaves());
            made.add(lane);
            policy += group.size();
            clock += lane.metrics().size();
        }
        this.lanes = List.copyOf(made);
        List<ClockRule> rules = new ArrayList<>(metrics.size());
        for (SlaMetric metric : metrics) {
            rules.add(new ClockRule(
                    metric,
                    Transitions.of(metric, rules),
                    placeOf(metric.owner(), owners),
                    placeOf(metric.anchor().field(), fields)));
        }
        this.clocks = List.copyOf(rules);
        this.joint = new JointClocks(this);
    }

    private static <T> void addTo(Set<T> values, Optional<T> value) {
        if (value.isPresent()) {
            values.add(value.get());
        }
    }

    private static <T> int placeOf(Optional<T> value, List<T> values) {
        return value.isPresent() ? values.indexOf(value.get()) : -1;
    }

    static SlaPlan of(SlaBook book, CalendarBook calendars) {
        return new SlaPlan(book, calendars);
    }

    /** {@return the policies this plan was made of} */
    public SlaBook book() {
        return book;
    }

    /**
     * Reads every clock of a ticket.
     *
     * @param history what happened
     * @param asOf the instant of the reading; events at it have happened, later ones have not
     * @return the readings; none if the ticket does not exist yet or nothing is promised
     * @throws IllegalArgumentException if the instant lies outside the years 1900 to 2199
     * @throws dev.customerservice.domain.calendar.NoOpenTimeException if a cycle is judged by a due time that its calendar does not
     *     reach before it ends; {@link SlaBook#lint} finds that before
     */
    public SlaReadings read(TicketHistory history, Instant asOf) {
        return new SlaReadings(TicketReader.read(this, history, asOf));
    }

    /**
     * Packs histories for {@link #readAll}: what the conditions of this plan say after each event, and when it was.
     *
     * @param histories what happened
     * @return the packed histories, in the same order
     */
    public PackedHistories pack(Iterable<TicketHistory> histories) {
        return PackedHistories.of(this, histories);
    }

    /**
     * Reads every clock of many tickets at once, with the answers of {@link #read}.
     *
     * @param histories what happened, packed by this plan or by one that asks the same of a ticket
     * @param asOf the instant of the readings
     * @return the readings as columns
     * @throws IllegalArgumentException if the histories were packed by a plan that asks something else, or the instant lies outside
     *     the years 1900 to 2199
     */
    public SlaColumns readAll(PackedHistories histories, Instant asOf) {
        return new PackedReplay(this, histories, EpochNanos.of(asOf)).read();
    }

    /**
     * Says which policies were asked and which holds.
     *
     * @param history what happened
     * @param asOf the instant
     * @return one answer where the first match counts, else one for each policy; none before the creation
     */
    public List<PolicyMatch> match(TicketHistory history, Instant asOf) {
        Replay replay = new Replay(this);
        return replay.matches(replay.replay(history, EpochNanos.of(asOf)), asOf);
    }

    /**
     * Finds where a matrix of goals has a hole, over the whole history.
     *
     * @param history what happened
     * @return each event after which a policy in force promised nothing for a metric that it names, in order; none after the ticket
     *     was merged or deleted
     */
    public List<GoalGap> gaps(TicketHistory history) {
        return new Replay(this).gaps(history);
    }

    /**
     * Finds pauses during which a message of the customer waited for an answer.
     *
     * <p>To give such time no credit at all, let a target be paused only {@code while} a status holds {@code and not}
     * {@link dev.customerservice.domain.ticket.Attribute#AWAITING_REPLY}.
     *
     * @param history what happened
     * @param asOf the instant
     * @return each stretch, by clock and cycle
     */
    public List<DoubtfulPause> doubtfulPauses(TicketHistory history, Instant asOf) {
        return PauseAudit.of(history, read(history, asOf), asOf);
    }

    /** The policies that held at some time. */
    Set<SlaPolicy> held(TicketHistory history, Instant asOf) {
        Replay replay = new Replay(this);
        replay.replay(history, EpochNanos.of(asOf));
        return replay.held();
    }

    /**
     * Expands a reading to its full explanation.
     *
     * @param reading a reading of this library
     * @return the trace, empty if the clock has not started
     */
    public SlaTrace explain(SlaReading reading) {
        return Tracing.of(reading);
    }

    Situations situations() {
        return situations;
    }

    /** {@return the situation before the creation} */
    Situation nothing() {
        return nothing;
    }

    /** {@return the clocks of all lanes as one automaton} */
    JointClocks joint() {
        return joint;
    }

    /** {@return the policies of all lanes one after another} */
    List<SlaPolicy> policies() {
        return policies;
    }

    List<Lane> lanes() {
        return lanes;
    }

    /** {@return the clocks of all lanes one after another} */
    List<ClockRule> clocks() {
        return clocks;
    }

    /** {@return the attributes that own cycles} */
    List<Attribute> owners() {
        return owners;
    }

    /** {@return the custom fields from whose instants clocks count} */
    List<String> fields() {
        return fields;
    }
}

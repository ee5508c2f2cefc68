package dev.customerservice.metrics.report;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.Language;
import dev.customerservice.domain.party.OrganizationId;
import dev.customerservice.domain.party.ServiceTier;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.Category;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.metrics.facts.Attributes;
import dev.customerservice.metrics.facts.Facet;
import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.kpi.SerializableFunction;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What a report is sliced by. It reads the attributes of the moment that dates a fact, so that a ticket that moved is
 * counted where it was then; {@link #latest()} reads the last known ones instead. Equal ids are equal dimensions.
 *
 * @param <D> the values by which facts are grouped
 */
public final class Dimension<D> implements Facet<D>, Serializable {
    private static final long serialVersionUID = 1;

    /** The team that had the ticket. */
    public static final Dimension<TeamId> TEAM = of("team", Attributes::team, TeamId::value);

    /** The agent who had the ticket. */
    public static final Dimension<AgentId> AGENT = of("agent", Attributes::agent, AgentId::value);

    /** How urgent the ticket was. */
    public static final Dimension<Priority> PRIORITY = of("priority", Attributes::priority, Priority::name);

    /** How the ticket came in. */
    public static final Dimension<Channel> CHANNEL = of("channel", Attributes::channel, Channel::name);

    /** What the ticket was about. */
    public static final Dimension<Category> CATEGORY = of("category", Attributes::category, Category::value);

    /** The status of the ticket. */
    public static final Dimension<Status> STATUS = of("status", Attributes::status, Status::name);

    /** The service tier of the customer. */
    public static final Dimension<ServiceTier> TIER = of("tier", Attributes::tier, ServiceTier::value);

    /** The organization of the customer. */
    public static final Dimension<OrganizationId> ORGANIZATION =
            of("organization", Attributes::organization, OrganizationId::value);

    /** The language of the customer. */
    public static final Dimension<Language> LANGUAGE = of("language", Attributes::language, Language::tag);

    /** Where a value is found. */
    @FunctionalInterface
    private interface Source<D> extends Serializable {
        Optional<? extends D> of(Fact fact, Attributes at);
    }

    private final String id;
    private final Source<D> source;
    private final SerializableFunction<? super D, String> label;
    private final boolean latest;

    private Dimension(String id, Source<D> source, SerializableFunction<? super D, String> label, boolean latest) {
        this.id = id;
        this.source = source;
        this.label = label;
        this.latest = latest;
    }

    /** {@return the dimensions above, as they were at the moment that counts and as they are last known} */
    public static List<Dimension<?>> builtIn() {
        List<Dimension<?>> then =
                List.of(TEAM, AGENT, PRIORITY, CHANNEL, CATEGORY, STATUS, TIER, ORGANIZATION, LANGUAGE);
        List<Dimension<?>> all = new ArrayList<>(then);
        then.forEach(dimension -> all.add(dimension.latest()));
        return Collections.unmodifiableList(all);
    }

    /**
     * Slices by an attribute.
     *
     * @param id the name; equal names must mean equal dimensions
     * @param read finds the value among the attributes, empty when there is none
     * @param label shows a value
     * @param <D> the values
     * @return the dimension
     */
    public static <D> Dimension<D> of(
            String id,
            SerializableFunction<Attributes, ? extends Optional<? extends D>> read,
            SerializableFunction<? super D, String> label) {
        return new Dimension<>(id, (fact, attributes) -> read.apply(attributes), label, false);
    }

    /**
     * Slices by a custom field.
     *
     * @param name the name of the field
     * @return the dimension of its values
     */
    public static Dimension<String> field(String name) {
        return of(
                "field_" + name,
                attributes -> Optional.ofNullable(attributes.fields().get(name)),
                value -> value);
    }

    /**
     * Slices the facts of one kind by something of their own, such as clocks by policy.
     *
     * @param id the name; equal names must mean equal dimensions
     * @param kind the type of the facts; facts of another kind have no value
     * @param read finds the value of a fact, empty when there is none
     * @param label shows a value
     * @param <F> the facts
     * @param <D> the values
     * @return the dimension
     */
    public static <F extends Fact, D> Dimension<D> ofFacts(
            String id,
            Class<F> kind,
            SerializableFunction<F, ? extends Optional<? extends D>> read,
            SerializableFunction<? super D, String> label) {
        return new Dimension<>(
                id, (fact, as) -> kind.isInstance(fact) ? read.apply(kind.cast(fact)) : Optional.empty(), label, false);
    }

    /** {@return the same attribute as it is last known, whatever it was at the moment that counts} */
    public Dimension<D> latest() {
        return latest ? this : new Dimension<>("latest_" + id, source, label, true);
    }

    @Override
    public String id() {
        return id;
    }

    /**
     * Shows a value.
     *
     * @param value a value of this dimension
     * @return its text
     */
    public String label(D value) {
        return label.apply(value);
    }

    Optional<? extends D> of(Fact fact, Attributes at) {
        return source.of(fact, latest ? fact.latest() : at);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dimension<?> that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}

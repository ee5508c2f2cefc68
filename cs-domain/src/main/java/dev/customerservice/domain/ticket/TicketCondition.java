package dev.customerservice.domain.ticket;

import static com.google.common.base.Preconditions.checkArgument;

import dev.customerservice.domain.text.NotBlank;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A question with the answer yes or no about a ticket at one event of its history: a tree that can be stored.
 *
 * <p>Levels ({@link Is}, {@link HasTag}, {@link AtLeast}, {@link Code}) hold as long as the ticket stands so; {@link Happened} holds
 * only at the event itself. Code enters as a leaf with a name, is equal by that name and is stored by it; whoever reads a stored
 * tree binds the name again. Immutable and thread-safe.
 */
public sealed interface TicketCondition {
    /**
     * Whether this holds for a ticket that an event has just been applied to.
     *
     * @param ticket the ticket after the event
     * @param event the event
     * @return true if it holds
     */
    boolean holds(Ticket ticket, TicketEvent event);

    /**
     * An attribute has one of some values; a ticket without the attribute has none of them.
     *
     * @param attribute the attribute
     * @param values the values of which one must be had
     */
    record Is(Attribute attribute, Set<String> values) implements TicketCondition {
        /** Keeps an unmodifiable copy of the values in their order. */
        public Is {
            values = Collections.unmodifiableSet(new LinkedHashSet<>(values));
        }

        @Override
        public boolean holds(Ticket ticket, TicketEvent event) {
            Optional<String> value = attribute.of(ticket);
            return value.isPresent() && values.contains(value.get());
        }
    }

    /**
     * The ticket carries a tag.
     *
     * @param tag the tag
     */
    record HasTag(String tag) implements TicketCondition {
        @Override
        public boolean holds(Ticket ticket, TicketEvent event) {
            return ticket.tags().contains(tag);
        }
    }

    /**
     * The ticket has a priority at least as urgent as another; a ticket without a priority has not.
     *
     * @param priority the least urgent priority for which this holds
     */
    record AtLeast(Priority priority) implements TicketCondition {
        @Override
        public boolean holds(Ticket ticket, TicketEvent event) {
            return ticket.priority().isPresent() && ticket.priority().get().isAtLeast(priority);
        }
    }

    /**
     * Something has just happened.
     *
     * @param what the kind of event
     * @param mark the name of the mark, for {@link Happening#MARKED} only
     */
    record Happened(Happening what, Optional<String> mark) implements TicketCondition {
        /** Refuses a mark beside another kind of event. */
        public Happened {
            checkArgument(
                    mark.isEmpty() || what == Happening.MARKED,
                    "The name of a mark (%s) must stand beside MARKED only.",
                    mark.orElse(""));
        }

        @Override
        public boolean holds(Ticket ticket, TicketEvent event) {
            return what.is(event)
                    && (mark.isEmpty()
                            || (event instanceof Marked marked && marked.name().equals(mark.get())));
        }
    }

    /**
     * All of some conditions hold; with none it always holds.
     *
     * @param parts the conditions
     */
    record AllOf(List<TicketCondition> parts) implements TicketCondition {
        /** Keeps an unmodifiable copy. */
        public AllOf {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Ticket ticket, TicketEvent event) {
            for (TicketCondition part : parts) {
                if (!part.holds(ticket, event)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * At least one of some conditions holds; with none it never holds.
     *
     * @param parts the conditions
     */
    record AnyOf(List<TicketCondition> parts) implements TicketCondition {
        /** Keeps an unmodifiable copy. */
        public AnyOf {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Ticket ticket, TicketEvent event) {
            for (TicketCondition part : parts) {
                if (part.holds(ticket, event)) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * A condition does not hold.
     *
     * @param part the condition
     */
    record Not(TicketCondition part) implements TicketCondition {
        @Override
        public boolean holds(Ticket ticket, TicketEvent event) {
            return !part.holds(ticket, event);
        }
    }

    /**
     * A test written in code, equal to every other of the same name.
     *
     * @param name the name it is stored by, not blank
     * @param test the test; the same ticket must always give the same answer
     */
    record Code(String name, Predicate<Ticket> test) implements TicketCondition {
        /** Refuses a blank name. */
        public Code {
            NotBlank.require("The name of a condition", name);
        }

        @Override
        public boolean holds(Ticket ticket, TicketEvent event) {
            return test.test(ticket);
        }

        /** {@return whether the other is a coded condition of the same name} */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Code that && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }

        /** {@return the name} */
        @Override
        public String toString() {
            return "Code[" + name + "]";
        }
    }

    /**
     * Both this and another condition.
     *
     * @param other the other condition
     * @return a condition that holds when both do
     */
    default TicketCondition and(TicketCondition other) {
        return new AllOf(List.of(this, other));
    }

    /**
     * This or another condition.
     *
     * @param other the other condition
     * @return a condition that holds when at least one does
     */
    default TicketCondition or(TicketCondition other) {
        return new AnyOf(List.of(this, other));
    }

    /** {@return a condition that holds when this does not} */
    default TicketCondition negate() {
        return new Not(this);
    }

    /** {@return a condition that always holds} */
    static TicketCondition always() {
        return new AllOf(List.of());
    }

    /** {@return a condition that never holds} */
    static TicketCondition never() {
        return new AnyOf(List.of());
    }

    /**
     * A condition that does not hold when another does.
     *
     * @param part the other condition
     * @return the condition
     */
    static TicketCondition not(TicketCondition part) {
        return part.negate();
    }

    /**
     * An attribute has one of some values.
     *
     * @param attribute the attribute
     * @param values the values of which one must be had
     * @return the condition
     */
    static TicketCondition is(Attribute attribute, String... values) {
        return new Is(attribute, new LinkedHashSet<>(Arrays.asList(values)));
    }

    /**
     * A question about the ticket has the answer yes.
     *
     * @param question an attribute that gives {@code "true"} or {@code "false"}
     * @return the condition
     */
    static TicketCondition is(Attribute question) {
        return is(question, "true");
    }

    /**
     * The customer has bought one of some levels of service.
     *
     * @param names the names of the tiers
     * @return the condition
     */
    static TicketCondition tier(String... names) {
        return is(Attribute.TIER, names);
    }

    /**
     * The ticket has one of some priorities.
     *
     * @param priorities the priorities
     * @return the condition
     */
    static TicketCondition priority(Priority... priorities) {
        return is(
                Attribute.PRIORITY,
                Arrays.stream(priorities).map(Priority::name).toArray(String[]::new));
    }

    /**
     * The ticket has at least a priority.
     *
     * @param priority the least urgent priority for which it holds
     * @return the condition
     */
    static TicketCondition priorityAtLeast(Priority priority) {
        return new AtLeast(priority);
    }

    /**
     * The ticket came in by one of some channels.
     *
     * @param channels the channels
     * @return the condition
     */
    static TicketCondition channel(Channel... channels) {
        return is(Attribute.CHANNEL, Arrays.stream(channels).map(Channel::name).toArray(String[]::new));
    }

    /**
     * The ticket is with one of some teams.
     *
     * @param ids the identifiers of the teams
     * @return the condition
     */
    static TicketCondition team(String... ids) {
        return is(Attribute.TEAM, ids);
    }

    /**
     * The ticket is about one of some things.
     *
     * @param names the names of the categories
     * @return the condition
     */
    static TicketCondition category(String... names) {
        return is(Attribute.CATEGORY, names);
    }

    /**
     * A custom field of the ticket has one of some values.
     *
     * @param name the name of the field
     * @param values the values of which one must be had
     * @return the condition
     */
    static TicketCondition field(String name, String... values) {
        return is(Attribute.field(name), values);
    }

    /**
     * The ticket is in one of some statuses.
     *
     * @param statuses the statuses
     * @return the condition
     */
    static TicketCondition status(Status... statuses) {
        return is(Attribute.STATUS, Arrays.stream(statuses).map(Status::name).toArray(String[]::new));
    }

    /**
     * The status of the ticket is of one of some categories.
     *
     * @param categories the categories
     * @return the condition
     */
    static TicketCondition status(StatusCategory... categories) {
        Set<String> labels = new LinkedHashSet<>();
        for (StatusCategory category : categories) {
            labels.add(category.name().toLowerCase(Locale.ROOT));
        }
        return new Is(Attribute.STATUS_CATEGORY, labels);
    }

    /**
     * The ticket carries a tag.
     *
     * @param tag the tag
     * @return the condition
     */
    static TicketCondition tag(String tag) {
        return new HasTag(tag);
    }

    /**
     * Something has just happened.
     *
     * @param what the kind of event
     * @return the condition
     */
    static TicketCondition happened(Happening what) {
        return new Happened(what, Optional.empty());
    }

    /**
     * A mark of a name has just been made.
     *
     * @param name the name of the mark
     * @return the condition
     */
    static TicketCondition marked(String name) {
        return new Happened(Happening.MARKED, Optional.of(name));
    }

    /**
     * A test written in code.
     *
     * @param name the name it is stored by
     * @param test the test
     * @return the condition
     */
    static TicketCondition code(String name, Predicate<Ticket> test) {
        return new Code(name, test);
    }
}

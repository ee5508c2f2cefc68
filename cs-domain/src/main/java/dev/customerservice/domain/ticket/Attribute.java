package dev.customerservice.domain.ticket;

import static com.google.common.base.Preconditions.checkArgument;

import dev.customerservice.domain.party.ActorKind;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.party.Language;
import dev.customerservice.domain.party.OrganizationId;
import dev.customerservice.domain.party.ServiceTier;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.text.NotBlank;
import dev.customerservice.domain.text.Shown;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be asked of a ticket as text: the left side of a condition.
 *
 * <p>Two attributes are equal if their names are. Questions with the answers yes and no give {@code "true"} and {@code "false"}.
 * Immutable and thread-safe.
 */
public final class Attribute {
    private static final Map<StatusCategory, Optional<String>> CATEGORIES = labels(StatusCategory.class);
    private static final Map<ActorKind, Optional<String>> KINDS = labels(ActorKind.class);
    /** The constants below, each of which enters itself. */
    private static final Map<String, Attribute> BY_NAME = new LinkedHashMap<>();

    private static final String FIELD_PREFIX = "field.";
    private static final Optional<String> YES = Optional.of("true");
    private static final Optional<String> NO = Optional.of("false");

    /** The name of the status. */
    public static final Attribute STATUS = known(Source.STATUS);
    /** The category of the status in lower case, such as {@code on_hold}. */
    public static final Attribute STATUS_CATEGORY = known(Source.STATUS_CATEGORY);
    /** The name of the priority. */
    public static final Attribute PRIORITY = known(Source.PRIORITY);
    /** The name of the channel. */
    public static final Attribute CHANNEL = known(Source.CHANNEL);
    /** What the ticket is about. */
    public static final Attribute CATEGORY = known(Source.CATEGORY);
    /** The agent who has it. */
    public static final Attribute ASSIGNEE = known(Source.ASSIGNEE);
    /** The team that has it. */
    public static final Attribute TEAM = known(Source.TEAM);
    /** The customer who asks. */
    public static final Attribute CUSTOMER = known(Source.CUSTOMER);
    /** The organization of the customer. */
    public static final Attribute ORGANIZATION = known(Source.ORGANIZATION);
    /** The level of service the customer has bought. */
    public static final Attribute TIER = known(Source.TIER);
    /** The language the customer is served in. */
    public static final Attribute LANGUAGE = known(Source.LANGUAGE);
    /** The kind of party that created the ticket, in lower case, such as {@code customer}. */
    public static final Attribute CREATED_BY = known(Source.CREATED_BY);
    /** Whether an agent has it. */
    public static final Attribute ASSIGNED = question("assigned", 0);
    /** Whether a team has it. */
    public static final Attribute IN_TEAM = question("in_team", 1);
    /** Whether it is solved or closed. */
    public static final Attribute DONE = question("done", 2);
    /** Whether there has been a reply. */
    public static final Attribute REPLIED = question("replied", 3);
    /** Whether a customer created it or has written since. */
    public static final Attribute CONTACTED = question("contacted", 4);
    /** Whether a customer has written since the creation. */
    public static final Attribute CUSTOMER_WROTE = question("customer_wrote", 5);
    /** Whether a message of a customer, other than the creation, waits for a reply. */
    public static final Attribute AWAITING_NEXT_REPLY = question("awaiting_next_reply", 6);
    /** Whether a message of a customer, the creation included, waits for a reply. */
    public static final Attribute AWAITING_REPLY = question("awaiting_reply", 7);
    /** Whether an event has put a policy on it. */
    public static final Attribute POLICY_APPLIED = question("policy_applied", 8);
    /** Whether it was merged into another. */
    public static final Attribute MERGED = question("merged", 9);
    /** Whether it was deleted. */
    public static final Attribute DELETED = question("deleted", 10);

    /** Where the text is read: a table, since what is written as many functions makes every program start later. */
    private enum Source {
        STATUS,
        STATUS_CATEGORY,
        PRIORITY,
        CHANNEL,
        CATEGORY,
        ASSIGNEE,
        TEAM,
        CUSTOMER,
        ORGANIZATION,
        TIER,
        LANGUAGE,
        CREATED_BY,
        QUESTION,
        FIELD
    }

    private final String name;
    private final Source source;
    private final int answerBit;
    /** The name of the custom field, if it is one. */
    private final String field;

    private Attribute(String name, Source source, int answerBit, String field) {
        this.name = name;
        this.source = source;
        this.answerBit = answerBit;
        this.field = field;
    }

    private static Attribute known(Source source) {
        return entered(new Attribute(source.name().toLowerCase(Locale.ROOT), source, 0, ""));
    }

    private static Attribute question(String name, int place) {
        return entered(new Attribute(name, Source.QUESTION, 1 << place, ""));
    }

    private static Attribute entered(Attribute constant) {
        BY_NAME.put(constant.name, constant);
        return constant;
    }

    /** Answers all questions of this class at once: the sum of the {@link #answerBit} of each whose answer is yes. */
    static int answers(Ticket ticket) {
        boolean wrote = ticket.customerMessages() > 0;
        return bit(0, ticket.assignee().isPresent())
                | bit(1, ticket.team().isPresent())
                | bit(2, ticket.status().isDone())
                | bit(3, ticket.replies() > 0)
                | bit(4, wrote || ticket.createdBy().kind() == ActorKind.CUSTOMER)
                | bit(5, wrote)
                | bit(6, ticket.awaitingNextReply())
                | bit(7, ticket.unansweredSince().isPresent())
                | bit(8, ticket.appliedPolicy().isPresent())
                | bit(9, ticket.mergedInto().isPresent())
                | bit(10, ticket.deleted());
    }

    private static int bit(int place, boolean yes) {
        return yes ? 1 << place : 0;
    }

    /** The lower-case names of an enum, made once, since conditions ask for them at every event. */
    private static <E extends Enum<E>> Map<E, Optional<String>> labels(Class<E> type) {
        Map<E, Optional<String>> labels = new EnumMap<>(type);
        for (E constant : EnumSet.allOf(type)) {
            labels.put(constant, Optional.of(constant.name().toLowerCase(Locale.ROOT)));
        }
        return labels;
    }

    /**
     * The custom field of a name.
     *
     * @param field the name of the field, not blank
     * @return the attribute, named {@code field.} and the name of the field
     */
    public static Attribute field(String field) {
        NotBlank.require("The name of a field", field);
        return new Attribute(FIELD_PREFIX + field, Source.FIELD, 0, field);
    }

    /**
     * Finds an attribute by its name.
     *
     * @param name the name of a constant of this class in lower case, or {@code field.} and the name of a custom field
     * @return the attribute
     * @throws IllegalArgumentException if there is none
     */
    public static Attribute parse(String name) {
        if (name.startsWith(FIELD_PREFIX)) {
            return field(name.substring(FIELD_PREFIX.length()));
        }
        Attribute known = BY_NAME.get(name);
        checkArgument(
                known != null,
                "The attribute (%s) must be one of %s or a field.\nMaybe write field.%s for a custom field.",
                Shown.of(name),
                BY_NAME.keySet(),
                Shown.of(name));
        return known;
    }

    /** {@return the name, which is also its stored form} */
    public String name() {
        return name;
    }

    /**
     * Reads the attribute of a ticket.
     *
     * @param ticket the ticket
     * @return its value as text, empty if the ticket has none
     */
    public Optional<String> of(Ticket ticket) {
        return switch (source) {
            case STATUS -> Optional.of(ticket.status().name());
            case STATUS_CATEGORY -> CATEGORIES.getOrDefault(ticket.status().category(), Optional.empty());
            case PRIORITY -> ticket.priority().map(Priority::name);
            case CHANNEL -> ticket.channel().map(Channel::name);
            case CATEGORY -> ticket.category().map(Category::value);
            case ASSIGNEE -> ticket.assignee().map(AgentId::value);
            case TEAM -> ticket.team().map(TeamId::value);
            case CUSTOMER -> ticket.requester().customer().map(CustomerId::value);
            case ORGANIZATION -> ticket.requester().organization().map(OrganizationId::value);
            case TIER -> ticket.requester().tier().map(ServiceTier::value);
            case LANGUAGE -> ticket.requester().language().map(Language::tag);
            case CREATED_BY -> KINDS.getOrDefault(ticket.createdBy().kind(), Optional.empty());
            case QUESTION -> (answers(ticket) & answerBit) != 0 ? YES : NO;
            case FIELD -> Optional.ofNullable(ticket.fields().get(field));
        };
    }

    /** {@return the bit of this question in {@link #answers}, zero for an attribute that is no question with yes or no} */
    int answerBit() {
        return answerBit;
    }

    /** {@return whether the other is an attribute of the same name} */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Attribute that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** {@return the name} */
    @Override
    public String toString() {
        return name;
    }
}

package dev.customerservice.domain.exchange;

import dev.customerservice.domain.party.ActorKind;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusCategory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * What the columns and words of a ticket log mean.
 *
 * <p>Names of statuses, priorities and channels are kept as the log writes them; the mapping adds what they mean. A word without a
 * meaning is reported and changes nothing. Immutable and thread-safe.
 */
@Value.Immutable
public interface LogMapping extends WithLogMapping {
    /** {@return what one row stands for} */
    LogShape shape();

    /** {@return the name in the file of each column that is read} */
    Map<LogColumn, String> columns();

    /** {@return the names in the file of columns kept as custom fields, by the name of the field} */
    Map<String, String> fields();

    /** {@return the columns that order the rows of a ticket which have the same time; rows equal in all keep the file's order} */
    List<String> orderBy();

    /** {@return how times are written, in ISO-8601 with their offset unless given} */
    @Value.Default
    default LogTime time() {
        return LogTime.iso();
    }

    /** {@return the character between two fields, a comma unless given} */
    @Value.Default
    default char separator() {
        return ',';
    }

    /** {@return the words that stand for a value that is not there; an empty field always does} */
    Set<String> missing();

    /** {@return the words that stand for none from then on, such as a team column that says unassigned} */
    Set<String> cleared();

    /** {@return the meaning of each status by its name} */
    Map<String, StatusCategory> statuses();

    /** {@return the words of the status column that change no status} */
    Set<String> keep();

    /** {@return the status of a ticket before its first row sets one, by its name; {@link Status#NEW} if there is none} */
    Optional<String> initialStatus();

    /** {@return the rank of each priority by its name, a higher rank is more urgent} */
    Map<String, Integer> priorities();

    /** {@return how much of an agent's presence each channel takes, by its name} */
    Map<String, Channel.Synchrony> channels();

    /** {@return the meaning of each word of the activity column} */
    Map<String, LogActivity> activities();

    /** {@return the meaning of each word of the column with the kind of the actor} */
    Map<String, ActorKind> actorKinds();

    /** {@return the meaning of each word of the audience column} */
    Map<String, Audience> audiences();

    /** {@return the kind of actor where neither the row nor its activity tells, an automation unless given} */
    @Value.Default
    default ActorKind actorKind() {
        return ActorKind.AUTOMATION;
    }

    /** {@return the kind of party that creates a ticket where no row tells, a customer unless given} */
    @Value.Default
    default ActorKind createdBy() {
        return ActorKind.CUSTOMER;
    }

    /** {@return the text between two tags, a comma unless given} */
    @Value.Default
    default String tagSeparator() {
        return ",";
    }

    /** {@return what the log states about a ticket itself} */
    List<StatedColumn> stated();

    /**
     * {@return the times at which things happened, for a log with one ticket in each row; those of one instant happen in the order in
     * which they stand here}
     */
    List<LogMilestone> milestones();

    /** {@return the survey that the rating column belongs to} */
    Optional<LogSurvey> survey();

    /**
     * The name that a column has in the file.
     *
     * @param column what the column holds
     * @return its name, empty if the log has none
     */
    default Optional<String> column(LogColumn column) {
        return Optional.ofNullable(columns().get(column));
    }

    /**
     * The status of a name.
     *
     * @param name the name as the log writes it
     * @return the status, empty if the mapping gives the name no meaning
     */
    default Optional<Status> status(String name) {
        return Optional.ofNullable(statuses().get(name)).map(category -> Status.of(name, category));
    }

    /**
     * The priority of a name.
     *
     * @param name the name as the log writes it
     * @return the priority, empty if the mapping gives the name no rank
     */
    default Optional<Priority> priority(String name) {
        return Optional.ofNullable(priorities().get(name)).map(rank -> Priority.of(name, rank));
    }

    /** Refuses a mapping that lacks what its shape needs, or the words of a column that it names. */
    @Value.Check
    default void check() {
        MappingCheck.check(this);
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link LogMapping}. */
    final class Builder extends ImmutableLogMapping.Builder {
        Builder() {}
    }
}

package dev.customerservice.roles.routing;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.roles.skill.Skill;
import dev.customerservice.roles.skill.SkillId;
import dev.customerservice.roles.skill.SkillRequirement;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * A piece of work that waits for somebody, as routing sees it.
 *
 * <p>It names the skills it needs, or says {@link #openToAll()}: work without skills that goes to anybody is never an accident.
 */
@Value.Immutable
public interface WorkItem extends WithWorkItem {

    /** {@return the ticket or contact it is} */
    TicketId id();

    /** {@return since when it waits} */
    Instant queuedAt();

    /** {@return when it is due; empty when nothing was promised} */
    Optional<Instant> dueAt();

    /** {@return the way in which the customer waits} */
    Channel channel();

    /** {@return how urgent it is, {@link Priority#NORMAL} unless said otherwise} */
    @Value.Default
    default Priority priority() {
        return Priority.NORMAL;
    }

    /** {@return the skills it needs, all of them, each once; only skill and level are looked at} */
    List<SkillRequirement> requires();

    /** {@return whether anybody may take it, whatever the skills} */
    @Value.Default
    default boolean openToAll() {
        return false;
    }

    /** {@return the units of capacity it takes, 1 unless said otherwise; a {@link CapacityPolicy} may weigh it} */
    @Value.Default
    default BigDecimal weight() {
        return BigDecimal.ONE;
    }

    /** {@return who had it before or looks after the customer; empty when nobody in particular} */
    Optional<AgentId> owner();

    /** {@return what whoever takes it must be permitted to do, as actions of authority limits} */
    Set<String> permissions();

    /** {@return the incident behind it; empty when it stands alone or that is not known} */
    Optional<TicketId> incident();

    /** {@return who declined it or let an offer of it lapse; it is never routed to them again} */
    Set<AgentId> declinedBy();

    /**
     * Measures how long it waits.
     *
     * @param now the instant asked about
     * @return the time since it was queued, zero when that is still to come
     */
    default Duration waited(Instant now) {
        return now.isAfter(queuedAt()) ? Duration.between(queuedAt(), now) : Duration.ZERO;
    }

    /**
     * Remembers that somebody declined it.
     *
     * @param agent who declined, or let the offer lapse
     * @return the same work, which is never routed to that agent again
     */
    default WorkItem declined(AgentId agent) {
        Set<AgentId> more = new HashSet<>(declinedBy());
        more.add(agent);
        return withDeclinedBy(more);
    }

    /**
     * Refuses work that anybody gets by accident.
     *
     * @throws IllegalArgumentException when it names no skill and is not open to all, or both; when a skill is named twice; when the
     *     weight is negative or finer than a billionth
     */
    @Value.Check
    default void check() {
        if (requires().isEmpty() != openToAll()) {
            throw new IllegalArgumentException("requires (" + requires().size() + " skills) of work " + id().value()
                    + (openToAll() ? " must be empty when it is open to all" : " must name a skill")
                    + "\nMaybe openToAll(" + !openToAll() + ").");
        }
        Set<SkillId> skills = new HashSet<>();
        for (SkillRequirement requirement : requires()) {
            if (!skills.add(requirement.skill())) {
                throw new IllegalArgumentException("skill (" + requirement.skill() + ") of work " + id().value()
                        + " must be required once\nMaybe keep the higher level.");
            }
        }
        Units.require(weight(), "weight");
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a piece of work. */
    final class Builder extends ImmutableWorkItem.Builder {
        Builder() {}

        /**
         * Adds a skill that it needs.
         *
         * @param skill the skill
         * @param level the lowest level that will do
         * @return this builder
         * @throws IllegalArgumentException when the level is no point of the skill's scale
         */
        public Builder needs(Skill skill, int level) {
            return addRequires(SkillRequirement.of(skill, level));
        }
    }
}

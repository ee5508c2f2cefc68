package dev.customerservice.metrics.facts;

import dev.customerservice.domain.contact.AgentActivity;
import dev.customerservice.domain.contact.Contact;
import dev.customerservice.domain.contact.ContactSegment;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import dev.customerservice.metrics.MetricsStyle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What one agent was to do and did in one stretch of time, such as a shift. {@link #at()} is its start.
 *
 * <p>Planned and worked time are sets of instants: whoever plans shifts hands them over, and a measure never sees a shift. Several
 * chats at once are several intervals that overlap; {@link #busy()} counts their time once.
 */
@Value.Immutable
@SuppressWarnings("serial") // of the hidden implementation: both ends have the same library
@MetricsStyle
public interface ActivityFacts extends Fact, WithActivityFacts {
    /** {@return whose time it is} */
    AgentId agent();

    /** {@return the team in which the agent worked, if known} */
    Optional<TeamId> team();

    /** {@return the stretch of time} */
    Interval window();

    /** {@return the instants at which the agent was to work} */
    @Value.Default
    default IntervalSet planned() {
        return IntervalSet.empty();
    }

    /** {@return the instants at which the agent did work, as the log-ins say} */
    @Value.Default
    default IntervalSet worked() {
        return IntervalSet.empty();
    }

    /** {@return the instants at which the agent waited for a contact} */
    @Value.Default
    default IntervalSet idle() {
        return IntervalSet.empty();
    }

    /** {@return the time paid for} */
    @Value.Default
    default Duration paid() {
        return planned().total();
    }

    /** {@return the stretches spent on contacts, one or more for each; those of several contacts may overlap} */
    List<Interval> handled();

    /** {@return the paid time that was not for contacts, by reason} */
    Map<String, Duration> lost();

    @Override
    Instant asOf();

    @Override
    default Instant at() {
        return window().startInclusive();
    }

    @Override
    default Attributes as() {
        return LiveAttributes.ofAgent(agent(), team());
    }

    @Override
    default Attributes latest() {
        return as();
    }

    /** {@return the instants spent on at least one contact} */
    default IntervalSet busy() {
        return IntervalSet.of(handled());
    }

    /** {@return the instants of work that was planned} */
    default IntervalSet asPlanned() {
        return planned().intersection(worked());
    }

    /** {@return the stretches on contacts cut to the time worked} */
    default List<Interval> handledWhileWorking() {
        List<Interval> cut = new ArrayList<>();
        handled().forEach(stretch -> cut.addAll(worked().within(stretch).intervals()));
        return cut;
    }

    /** {@return the greatest number of stretches on contacts at one instant of work; touching ones are not at one instant} */
    default int mostAtOnce() {
        List<Instant> starts = new ArrayList<>();
        List<Instant> ends = new ArrayList<>();
        for (Interval stretch : handledWhileWorking()) {
            starts.add(stretch.startInclusive());
            ends.add(stretch.endExclusive());
        }
        starts.sort(null);
        ends.sort(null);
        int most = 0;
        int ended = 0;
        for (int begun = 0; begun < starts.size(); begun++) {
            while (!ends.get(ended).isAfter(starts.get(begun))) {
                ended++;
            }
            most = Math.max(most, begun + 1 - ended);
        }
        return most;
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link ActivityFacts}. */
    final class Builder extends ImmutableActivityFacts.Builder {
        private final List<Interval> logins = new ArrayList<>();
        private final List<Interval> waits = new ArrayList<>();

        Builder() {}

        /**
         * Adds what the agent did: log-ins become time worked, waiting becomes idle time, breaks, meetings, training and
         * other work become lost time under their names in lower case.
         *
         * @param activities what one agent did in the stretch
         * @return this builder
         */
        public Builder did(Iterable<AgentActivity> activities) {
            for (AgentActivity activity : activities) {
                switch (activity.kind()) {
                    case LOGIN -> logins.add(activity.interval());
                    case IDLE -> waits.add(activity.interval());
                    case ON_CONTACT -> addHandled(activity.interval());
                    default ->
                        putLost(
                                activity.kind().name().toLowerCase(Locale.ROOT),
                                activity.interval().duration());
                }
            }
            worked(IntervalSet.of(logins));
            idle(IntervalSet.of(waits));
            return this;
        }

        /**
         * Adds the stretches of a contact in which an agent was there.
         *
         * @param contact the contact
         * @param agent the agent
         * @return this builder
         */
        public Builder handled(Contact contact, AgentId agent) {
            for (ContactSegment segment : contact.segments()) {
                if (segment.agent().filter(agent::equals).isPresent()) {
                    addHandled(segment.interval());
                }
            }
            return this;
        }
    }
}

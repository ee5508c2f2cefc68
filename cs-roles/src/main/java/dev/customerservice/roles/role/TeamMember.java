package dev.customerservice.roles.role;

import dev.customerservice.domain.party.AgentId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.immutables.value.Value;

/** One person in a team: the job role, the profiles held and, where known, the time each takes. */
@Value.Immutable
public interface TeamMember extends WithTeamMember {

    /** {@return the person} */
    AgentId person();

    /** {@return the person's job role in this team} */
    JobRole role();

    /** {@return the profiles this person holds, none twice} */
    List<TeamProfile> profiles();

    /** {@return the time a week that a held profile takes; a profile without an entry is unknown, not zero} */
    Map<TeamProfile, Duration> weeklyTime();

    /** {@return how many profiles this person may hold; empty when the policy's own limit applies} */
    OptionalInt profileLimit();

    /** {@return the first date in the team; empty when it was always so} */
    Optional<LocalDate> joinedOn();

    /** {@return the first date no longer in the team; empty when no end is known} */
    Optional<LocalDate> leftOn();

    /**
     * Puts a person into a team, without dates and times.
     *
     * @param person the person
     * @param role the job role
     * @param profiles the profiles held
     * @return the member
     * @throws IllegalArgumentException when a profile is given twice
     */
    static TeamMember of(AgentId person, JobRole role, TeamProfile... profiles) {
        return builder().person(person).role(role).addProfiles(profiles).build();
    }

    /**
     * Answers whether this person holds a profile.
     *
     * @param profile the profile asked about
     * @return true when one of the profiles held has the same id
     */
    default boolean holds(TeamProfile profile) {
        return profiles().stream().anyMatch(held -> held.id().equals(profile.id()));
    }

    /**
     * Answers whether this person belongs to the team on a date.
     *
     * @param date the date asked about
     * @return true from the joining date on until the day before leaving
     */
    default boolean isPresentOn(LocalDate date) {
        return joinedOn().map(joined -> !date.isBefore(joined)).orElse(true)
                && leftOn().map(date::isBefore).orElse(true);
    }

    /**
     * Refuses what cannot be.
     *
     * @throws IllegalArgumentException when a profile is held twice, when a time is given for a profile not held or is
     *     negative, when the limit is below 1, or when the person left before joining
     */
    @Value.Check
    default void check() {
        Set<String> held = new HashSet<>();
        for (TeamProfile profile : profiles()) {
            if (!held.add(profile.id())) {
                throw new IllegalArgumentException("profile (" + profile.id() + ") of " + person().value()
                        + " must be held once\nMaybe another profile was meant.");
            }
        }
        weeklyTime().forEach((profile, time) -> {
            if (!held.contains(profile.id())) {
                throw new IllegalArgumentException("weeklyTime (" + profile.id() + ") of " + person().value()
                        + " must be for a profile held\nMaybe add the profile too, with holds(profile, time).");
            }
            if (time.isNegative()) {
                throw new IllegalArgumentException("weeklyTime (" + time + ") of " + person().value()
                        + " must not be negative\nMaybe leave it out when it is not known.");
            }
        });
        if (profileLimit().isPresent() && profileLimit().getAsInt() < 1) {
            throw new IllegalArgumentException("profileLimit (" + profileLimit().getAsInt() + ") of " + person().value()
                    + " must be at least 1\nMaybe leave it empty, for the limit of the policy.");
        }
        if (joinedOn().isPresent()
                && leftOn().isPresent()
                && leftOn().get().isBefore(joinedOn().get())) {
            throw new IllegalArgumentException("leftOn (" + leftOn().get() + ") of " + person().value()
                    + " must not be before joinedOn (" + joinedOn().get() + ")\nMaybe the two dates are swapped.");
        }
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects what is known of a member. */
    final class Builder extends ImmutableTeamMember.Builder {
        Builder() {}

        /**
         * Adds a profile together with the time it takes.
         *
         * @param profile the profile held
         * @param aWeek the time it takes a week
         * @return this builder
         */
        public Builder holds(TeamProfile profile, Duration aWeek) {
            return addProfile(profile).putWeeklyTime(profile, aWeek);
        }
    }
}

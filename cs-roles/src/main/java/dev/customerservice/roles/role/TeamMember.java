package dev.customerservice.roles.role;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.OrganizationId;
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

    /** {@return the person this one reports to; empty when nobody or not stated} */
    Optional<AgentId> manager();

    /** {@return the accounts this person looks after, each organization once} */
    List<Account> accounts();

    /** {@return the first date in the team; empty when it was always so} */
    Optional<LocalDate> joinedOn();

    /** {@return the first date no longer in the team; empty when no end is known} */
    Optional<LocalDate> leftOn();

    /**
     * A customer that one person looks after.
     *
     * @param organization the customer
     * @param cover who looks after it while that person is absent; empty when nobody does
     * @param weight how much work it is beside others, at least 1
     */
    record Account(OrganizationId organization, Optional<AgentId> cover, int weight) {
        /** Refuses an account that would be no work. */
        public Account {
            if (weight < 1) {
                throw new IllegalArgumentException("weight (" + weight + ") of account " + organization.value()
                        + " must be at least 1\nMaybe 1 for an ordinary account.");
            }
        }
    }

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
     *     negative, when the limit is below 1, when the person left before joining, or when somebody is the own manager or
     *     cover
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
        if (manager().filter(person()::equals).isPresent()) {
            throw new IllegalArgumentException("manager (" + person().value()
                    + ") must be somebody else\nMaybe leave the manager empty at the top.");
        }
        Set<OrganizationId> owned = new HashSet<>();
        for (Account account : accounts()) {
            if (!owned.add(account.organization())
                    || account.cover().filter(person()::equals).isPresent()) {
                throw new IllegalArgumentException(
                        "account (" + account.organization().value() + ") of " + person().value()
                                + " must be held once and covered by somebody else\nMaybe leave cover empty.");
            }
        }
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

package dev.customerservice.roles.role;

import static java.util.Comparator.comparing;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.OrganizationId;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.role.JobRole.Involvement;
import dev.customerservice.roles.role.JobRole.Responsibility;
import dev.customerservice.roles.role.TeamMember.Account;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * The people who serve customers together, and what they are asked to cover.
 *
 * <p>A team is read as it is written: members who have not joined yet or have left count until {@link #on(LocalDate)} takes
 * the team of one date. No answer depends on the order of the members.
 *
 * <pre>{@code
 * Team team =
 *         Team.of(TeamId.of("harbour"), TeamMember.of(mara, JobRole.LEAD), TeamMember.of(ana, JobRole.ASSOCIATE));
 * }</pre>
 */
@Value.Immutable
public interface Team extends WithTeam {

    /** {@return the identity of the team} */
    TeamId id();

    /** {@return the people of the team, none twice} */
    List<TeamMember> members();

    /** {@return the profiles the team needs, none twice; {@link TeamProfile#STANDARD} unless others are given} */
    @Value.Default
    default List<TeamProfile> profilesNeeded() {
        return TeamProfile.STANDARD;
    }

    /** {@return the roles the team may need, none twice; {@link JobRole#STANDARD} unless others are given} */
    @Value.Default
    default List<JobRole> rolesNeeded() {
        return JobRole.STANDARD;
    }

    /**
     * Builds a team that needs the standard profiles and roles.
     *
     * @param id the identity of the team
     * @param members the people
     * @return the team
     * @throws IllegalArgumentException when a person is a member twice
     */
    static Team of(TeamId id, TeamMember... members) {
        return builder().id(id).addMembers(members).build();
    }

    /**
     * Takes the team of one date.
     *
     * @param date a local date of the team
     * @return this team with the members present on that date only
     */
    default Team on(LocalDate date) {
        return withMembers(
                members().stream().filter(member -> member.isPresentOn(date)).toList());
    }

    /**
     * Names the people who hold a profile.
     *
     * @param profile the profile
     * @return its holders, sorted by id; empty when nobody holds it
     */
    default Set<AgentId> holders(TeamProfile profile) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(members().stream()
                .filter(member -> member.holds(profile))
                .map(TeamMember::person)
                .sorted(comparing(AgentId::value))
                .toList()));
    }

    /**
     * Reads which of the needed profiles the team covers.
     *
     * @param policy what is asked of each member
     * @return the profiles held and missing, with the violations and the advice of the policy by person id
     */
    default ProfileCoverage profiles(ProfilePolicy policy) {
        Map<TeamProfile, Set<AgentId>> holders = new LinkedHashMap<>();
        for (TeamProfile profile : profilesNeeded()) {
            holders.put(profile, holders(profile));
        }
        List<Reason> violations = new ArrayList<>();
        List<Reason> advice = new ArrayList<>();
        members().stream().sorted(comparing(member -> member.person().value())).forEach(member -> {
            for (Reason reason : policy.examine(member, this)) {
                (reason.severity() == Reason.Severity.RULE ? violations : advice).add(reason);
            }
        });
        return new ProfileCoverage(holders, violations, advice);
    }

    /**
     * Advises which roles should get a person of their own at this team's size.
     *
     * @return one {@code ROLE_NOT_HELD} for each needed role that nobody holds although the team is as large as
     *     {@link JobRole#ownPersonFrom()}, in the order of the roles needed; empty when none is missing
     */
    default List<Reason> missingRoles() {
        Set<RoleId> held = members().stream().map(member -> member.role().id()).collect(Collectors.toSet());
        return rolesNeeded().stream()
                .filter(role -> members().size() >= role.ownPersonFrom() && !held.contains(role.id()))
                .map(role -> Reason.advice("ROLE_NOT_HELD")
                        .withAbout(Subject.role(role.id()))
                        .withValue("people", Detail.count(members().size(), "people"))
                        .withValue("ownPersonFrom", Detail.count(role.ownPersonFrom(), "people")))
                .toList();
    }

    /**
     * Finds the activities of the team that nobody, or more than one role, answers for.
     *
     * <p>An activity belongs to the team when a role held in it does the work or answers for the result. Roles are
     * counted, not people: two leads are one accountable role.
     *
     * @return {@code NO_ACCOUNTABLE} with the roles that do the work or {@code TWO_ACCOUNTABLE} with the roles that answer
     *     for it, by activity; empty when exactly one role is accountable for each
     */
    default List<Reason> responsibilityProblems() {
        Map<String, Map<Involvement, Set<String>>> roles = new TreeMap<>();
        for (TeamMember member : members()) {
            for (Responsibility part : member.role().responsibilities()) {
                roles.computeIfAbsent(part.activity(), activity -> new TreeMap<>())
                        .computeIfAbsent(part.involvement(), involvement -> new TreeSet<>())
                        .add(member.role().id().value());
            }
        }
        List<Reason> problems = new ArrayList<>();
        roles.forEach((activity, involved) -> {
            Set<String> accountable = involved.getOrDefault(Involvement.ACCOUNTABLE, Set.of());
            Set<String> responsible = involved.getOrDefault(Involvement.RESPONSIBLE, Set.of());
            if (accountable.isEmpty() && !responsible.isEmpty()) {
                problems.add(Reason.rule("NO_ACCOUNTABLE")
                        .withAbout(Subject.of("activity", activity))
                        .withValue("responsible", new Detail.Text(String.join(", ", responsible))));
            }
            if (accountable.size() > 1) {
                problems.add(Reason.rule("TWO_ACCOUNTABLE")
                        .withAbout(Subject.of("activity", activity))
                        .withValue("accountable", new Detail.Text(String.join(", ", accountable))));
            }
        });
        return List.copyOf(problems);
    }

    /**
     * Names the people who report to a manager.
     *
     * @param manager the manager
     * @return the direct reports, sorted by id; take the team {@link #on(LocalDate)} a date for those of that date
     */
    default Set<AgentId> direct(AgentId manager) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(members().stream()
                .filter(member -> member.manager().filter(manager::equals).isPresent())
                .map(TeamMember::person)
                .sorted(comparing(AgentId::value))
                .toList()));
    }

    /**
     * Finds who looks after an account.
     *
     * @param organization the customer
     * @param present those who are there
     * @return the first owner who is present, else the first cover who is; empty when nobody is, or nobody owns the account
     */
    default Optional<AgentId> ownerOf(OrganizationId organization, Set<AgentId> present) {
        List<AgentId> owners = new ArrayList<>();
        List<AgentId> covers = new ArrayList<>();
        for (TeamMember member : members()) {
            for (Account account : member.accounts()) {
                if (account.organization().equals(organization)) {
                    owners.add(member.person());
                    account.cover().ifPresent(covers::add);
                }
            }
        }
        return Stream.concat(owners.stream(), covers.stream())
                .filter(present::contains)
                .findFirst();
    }

    /**
     * Adds up what somebody's accounts weigh.
     *
     * @param person the person
     * @return the sum of the weights of the accounts owned; 0 for none
     */
    default int portfolio(AgentId person) {
        return members().stream()
                .filter(member -> member.person().equals(person))
                .flatMap(member -> member.accounts().stream())
                .mapToInt(Account::weight)
                .sum();
    }

    /**
     * Finds the accounts that nobody looks after while their owner is absent.
     *
     * @return {@code NO_COVER} with the owner for each, in the order of the members; empty when all are covered
     */
    default List<Reason> accountsWithoutCover() {
        return members().stream()
                .flatMap(member -> member.accounts().stream()
                        .filter(account -> account.cover().isEmpty())
                        .map(account -> Reason.rule("NO_COVER")
                                .withAbout(Subject.of(
                                        "account", account.organization().value()))
                                .withValue(
                                        "owner", new Detail.Text(member.person().value()))))
                .toList();
    }

    /**
     * Counts the pairs of people who may have to agree with each other, n (n − 1) / 2 for n members.
     *
     * @return the number of pairs; 0 for a team of one or none
     */
    default long coordinationPairs() {
        long people = members().size();
        return people * (people - 1) / 2;
    }

    /**
     * Refuses a team in which a person, a profile or a role is named twice.
     *
     * @throws IllegalArgumentException when one is
     */
    @Value.Check
    default void check() {
        requireOnce(
                "person",
                members().stream().map(member -> member.person().value()).toList());
        requireOnce("profile", profilesNeeded().stream().map(TeamProfile::id).toList());
        requireOnce(
                "role", rolesNeeded().stream().map(role -> role.id().value()).toList());
    }

    private void requireOnce(String noun, List<String> ids) {
        Set<String> seen = new HashSet<>();
        for (String each : ids) {
            if (!seen.add(each)) {
                throw new IllegalArgumentException(noun + " (" + each + ") of team " + id().value()
                        + " must be named once\nMaybe another " + noun + " was meant.");
            }
        }
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the members of a team and what it needs. */
    final class Builder extends ImmutableTeam.Builder {
        Builder() {}
    }
}

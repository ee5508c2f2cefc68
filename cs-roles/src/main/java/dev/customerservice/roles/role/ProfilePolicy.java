package dev.customerservice.roles.role;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.text.Shown;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * What is asked of each member's profiles: how many one person may hold, and when one person should hold one only.
 *
 * <p>A reason of severity {@code RULE} is a violation, one of severity {@code ADVICE} a suggestion to split. Laws: the same
 * member and team give the same reasons, whatever the order of the team's members; {@code a.and(b)} gives the reasons of
 * {@code a}, then those of {@code b}, none twice; a member without profiles gets no reason.
 */
@FunctionalInterface
public interface ProfilePolicy {

    /**
     * Examines one member of a team.
     *
     * @param member the member
     * @param team the team the member belongs to
     * @return the violations and the advice, each about the member; empty when there is nothing to say
     */
    List<Reason> examine(TeamMember member, Team team);

    /**
     * The library's default: at most two profiles a person, and advice to split from eight people on or when two profiles
     * take more than 16 hours a week each.
     *
     * @return {@code atMost(2).and(splitFromTeamSize(8)).and(splitAboveHours(PT16H))}; the two is the rule of the profiles'
     *     source, the eight and the 16 hours are this library's own
     */
    static ProfilePolicy standard() {
        return atMost(2).and(splitFromTeamSize(8)).and(splitAboveHours(Duration.ofHours(16)));
    }

    /**
     * Limits the profiles a person holds; a {@link TeamMember#profileLimit()} goes before the limit given here.
     *
     * @param profiles the largest number of profiles, at least 1
     * @return a policy that finds {@code TOO_MANY_PROFILES} with the number held and the limit
     * @throws IllegalArgumentException when the limit is below 1
     */
    static ProfilePolicy atMost(int profiles) {
        requireAtLeastOne("profiles", profiles);
        return (member, team) -> {
            int held = member.profiles().size();
            int limit = member.profileLimit().orElse(profiles);
            return held <= limit
                    ? List.of()
                    : List.of(Reason.rule("TOO_MANY_PROFILES")
                            .withAbout(Subject.person(member.person()))
                            .withValue("held", Detail.count(held, "profiles"))
                            .withValue("limit", Detail.count(limit, "profiles")));
        };
    }

    /**
     * Advises one profile a person in a large team.
     *
     * @param people the team size from which the advice is given, at least 1
     * @return a policy that advises {@code TEAM_LARGE_ENOUGH_TO_SPLIT} for whoever holds several profiles in a team of that
     *     size or larger
     * @throws IllegalArgumentException when the size is below 1
     */
    static ProfilePolicy splitFromTeamSize(int people) {
        requireAtLeastOne("people", people);
        return (member, team) -> {
            int size = team.members().size();
            return member.profiles().size() < 2 || size < people
                    ? List.of()
                    : List.of(Reason.advice("TEAM_LARGE_ENOUGH_TO_SPLIT")
                            .withAbout(Subject.person(member.person()))
                            .withValue("people", Detail.count(size, "people"))
                            .withValue("from", Detail.count(people, "people"))
                            .withValue("held", Detail.count(member.profiles().size(), "profiles")));
        };
    }

    /**
     * Advises one profile a person when two profiles take much time each; a pair of which one takes little stays together.
     *
     * @param perProfile the time a week that each of two profiles must exceed
     * @return a policy that advises {@code TWO_PROFILES_TAKE_THEIR_TIME} with the time of each; unknown time exceeds nothing
     * @throws IllegalArgumentException when the time is negative
     */
    static ProfilePolicy splitAboveHours(Duration perProfile) {
        if (perProfile.isNegative()) {
            throw new IllegalArgumentException("perProfile (" + perProfile
                    + ") must not be negative\nMaybe Duration.ofHours(16), about two days of work a week.");
        }
        return (member, team) -> {
            List<Map.Entry<TeamProfile, Duration>> above = member.weeklyTime().entrySet().stream()
                    .filter(time -> time.getValue().compareTo(perProfile) > 0)
                    .toList();
            if (above.size() < 2) {
                return List.of();
            }
            Reason reason = Reason.advice("TWO_PROFILES_TAKE_THEIR_TIME")
                    .withAbout(Subject.person(member.person()))
                    .withValue("limit", new Detail.Span(perProfile));
            for (var time : above) {
                reason = reason.withValue(time.getKey().id(), new Detail.Span(time.getValue()));
            }
            return List.of(reason);
        };
    }

    /**
     * Advises one profile a person when the quality of a shared profile certainly dropped.
     *
     * <p>The drop is certain when the whole interval of the change lies below {@code −points}. Of several such profiles the
     * one with the largest drop is named.
     *
     * @param points the drop that is still accepted, in the unit of the change, not negative
     * @param change how the quality of a person in a profile changed, negative for worse; empty when it was not measured
     * @return a policy that advises {@code WEAKER_PROFILE_DROPPED} with the change of that profile
     * @throws IllegalArgumentException when the points are negative
     */
    static ProfilePolicy splitWhenWeakerDrops(
            BigDecimal points, BiFunction<AgentId, TeamProfile, Optional<Detail.Estimate>> change) {
        if (points.signum() < 0) {
            throw new IllegalArgumentException(
                    "points (" + Shown.of(points) + ") must not be negative\nMaybe leave the sign out.");
        }
        return (member, team) -> {
            if (member.profiles().size() < 2) {
                return List.of();
            }
            record Drop(TeamProfile profile, Detail.Estimate change) {}
            return member.profiles().stream()
                    .flatMap(profile -> change.apply(member.person(), profile).stream()
                            .map(measured -> new Drop(profile, measured)))
                    .filter(drop -> drop.change().high().compareTo(points.negate()) < 0)
                    .min(Comparator.comparing((Drop drop) -> drop.change().value())
                            .thenComparing(drop -> drop.profile().id()))
                    .map(drop -> List.of(Reason.advice("WEAKER_PROFILE_DROPPED")
                            .withAbout(Subject.person(member.person()))
                            .withValue(drop.profile().id(), drop.change())
                            .withValue(
                                    "accepted",
                                    new Detail.Quantity(points, drop.change().unit()))))
                    .orElse(List.of());
        };
    }

    /**
     * Forbids that somebody alone judges the own work.
     *
     * @return a policy that finds {@code OWN_WORK_REVIEWED} when a member holds a profile and one it judges
     *     ({@link TeamProfile#conflicts()}), and nobody else in the team holds the judging one
     */
    static ProfilePolicy noOwnWorkReviewed() {
        return (member, team) -> {
            List<Reason> reasons = new ArrayList<>();
            for (TeamProfile judging : member.profiles()) {
                if (team.holders(judging).size() > 1) {
                    continue;
                }
                for (TeamProfile judged : member.profiles()) {
                    if (judging.conflicts().contains(judged.id())) {
                        reasons.add(Reason.rule("OWN_WORK_REVIEWED")
                                .withAbout(Subject.person(member.person()))
                                .withValue("judging", new Detail.Text(judging.id()))
                                .withValue("judged", new Detail.Text(judged.id())));
                    }
                }
            }
            return List.copyOf(reasons);
        };
    }

    /**
     * Asks for both.
     *
     * @param other the other policy
     * @return a policy that gives the reasons of this one, then those of the other, none twice
     */
    default ProfilePolicy and(ProfilePolicy other) {
        return (member, team) -> {
            Set<Reason> reasons = new LinkedHashSet<>(examine(member, team));
            reasons.addAll(other.examine(member, team));
            return List.copyOf(reasons);
        };
    }

    /**
     * Gives this policy a name, which every reason of it then tells.
     *
     * @param name the name, for example {@code harbour-profiles}; not blank
     * @return the same policy, whose reasons say {@link Reason#where()} they come from unless they already do
     * @throws IllegalArgumentException when the name is blank
     */
    default ProfilePolicy named(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException(
                    "policy name (" + Shown.of(name) + ") must not be blank\nMaybe name it after the team it is for.");
        }
        return (member, team) -> examine(member, team).stream()
                .map(reason -> reason.where().isEmpty() ? reason.withWhere(name) : reason)
                .toList();
    }

    private static void requireAtLeastOne(String noun, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(
                    noun + " (" + number + ") must be at least 1\nMaybe leave this part of the policy out.");
        }
    }
}

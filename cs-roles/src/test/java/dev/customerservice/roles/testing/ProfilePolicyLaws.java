package dev.customerservice.roles.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.role.ProfilePolicy;
import dev.customerservice.roles.role.Team;
import dev.customerservice.roles.role.TeamMember;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The laws of {@link ProfilePolicy}, for any policy and any team. */
public final class ProfilePolicyLaws {

    private ProfilePolicyLaws() {}

    /**
     * Checks every law on one team.
     *
     * @param policy the policy to check
     * @param other a second policy to combine it with
     * @param team the team to examine
     */
    public static void check(ProfilePolicy policy, ProfilePolicy other, Team team) {
        List<TeamMember> reversed = new ArrayList<>(team.members());
        Collections.reverse(reversed);
        Team sameTeam = team.withMembers(reversed);
        for (TeamMember member : team.members()) {
            var reasons = policy.examine(member, team);
            assertEquals(reasons, policy.examine(member, team), "the same arguments give the same reasons");
            assertEquals(reasons, policy.examine(member, sameTeam), "the order of the members does not matter");
            reasons.forEach(reason ->
                    assertEquals(Subject.person(member.person()), reason.about().orElseThrow()));

            var both = policy.and(other).examine(member, team);
            assertEquals(both.size(), new HashSet<>(both).size(), "no reason is given twice");
            assertEquals(reasons, both.subList(0, reasons.size()), "the first policy speaks first");
            assertTrue(both.containsAll(other.examine(member, team)), "the second policy is heard too");
            assertEquals(reasons, policy.and(policy).examine(member, team), "asking twice asks once");

            assertTrue(policy.examine(member.withWeeklyTime(Map.of()).withProfiles(), team)
                    .isEmpty());
        }
        assertEquals(team.profiles(policy), sameTeam.profiles(policy), "the order of the members does not matter");
        assertEquals(
                team.profiles(other).held(),
                team.profiles(policy).held(),
                "what a policy says never changes what is held");
    }
}

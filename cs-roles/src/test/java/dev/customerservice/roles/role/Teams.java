package dev.customerservice.roles.role;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Teams for tests: any combination of roles, profiles and times. */
final class Teams {

    private Teams() {}

    static Arbitrary<Team> teams(int largest) {
        Arbitrary<List<TeamProfile>> profiles =
                Arbitraries.of(TeamProfile.STANDARD).list().uniqueElements().ofMaxSize(4);
        Arbitrary<List<Integer>> hours =
                Arbitraries.integers().between(-1, 30).list().ofSize(4);
        return Combinators.combine(Arbitraries.of(JobRole.STANDARD), profiles, hours)
                .as(Teams::member)
                .list()
                .ofMaxSize(largest)
                .map(Teams::team);
    }

    static Team team(List<TeamMember> drafts) {
        List<TeamMember> members = new ArrayList<>();
        for (TeamMember draft : drafts) {
            members.add(draft.withPerson(AgentId.of("p" + members.size())));
        }
        return Team.builder().id(TeamId.of("any")).members(members).build();
    }

    private static TeamMember member(JobRole role, List<TeamProfile> profiles, List<Integer> hours) {
        TeamMember.Builder member =
                TeamMember.builder().person(AgentId.of("someone")).role(role).profiles(profiles);
        for (int i = 0; i < profiles.size(); i++) {
            if (hours.get(i) >= 0) {
                member.putWeeklyTime(profiles.get(i), Duration.ofHours(hours.get(i)));
            }
        }
        return member.build();
    }
}

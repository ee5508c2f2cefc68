package dev.customerservice.roles.practice;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.practice.Practice.Participant;
import dev.customerservice.roles.role.Team;
import dev.customerservice.roles.role.TeamMember;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Whom a practice is about in a team, and which of them a piece of evidence is about. */
final class Participants {

    private static final String PERSON = "person";
    private static final List<String> PAIR = List.of(PERSON, PERSON);

    private Participants() {}

    static List<Participant> of(Practice practice, EvidenceLog log, Team team) {
        boolean withoutTheTop = Set.of("manager", "peer").contains(practice.by());
        List<TeamMember> members = team.members().stream()
                .filter(member -> practice.among() == Practice.Among.MANAGERS
                        ? leads(member, team)
                        : !withoutTheTop || !isAtTheTop(member, team))
                .toList();
        if (practice.about().equals(List.of(PERSON))) {
            return members.stream()
                    .map(member -> new Participant(List.of(person(member)), member.joinedOn(), member.leftOn()))
                    .toList();
        }
        if (practice.about().equals(PAIR)) {
            return pairs(members, practice.by().equals("peer") ? Participants::arePeers : (one, other) -> true);
        }
        if (practice.about().equals(List.of("team"))) {
            return List.of(Participant.of(Subject.team(team.id())));
        }
        if (practice.about().equals(List.of("role"))) {
            return team.members().stream()
                    .map(member -> Participant.of(Subject.role(member.role().id())))
                    .distinct()
                    .toList();
        }
        return triggered(practice, log, team);
    }

    /** Whoever is the manager of others and has none in the team. */
    private static boolean isAtTheTop(TeamMember member, Team team) {
        return member.manager().isEmpty() && leads(member, team);
    }

    private static boolean leads(TeamMember member, Team team) {
        return !team.direct(member.person()).isEmpty();
    }

    /** Peers report to the same manager, or to nobody in a team without lines. */
    private static boolean arePeers(TeamMember one, TeamMember other) {
        return one.manager().equals(other.manager());
    }

    private static List<Participant> pairs(List<TeamMember> members, BiPredicate<TeamMember, TeamMember> go) {
        List<Participant> pairs = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            for (int j = i + 1; j < members.size(); j++) {
                TeamMember one = members.get(i);
                TeamMember other = members.get(j);
                if (go.test(one, other)) {
                    pairs.add(new Participant(
                            Stream.of(person(one), person(other)).sorted().toList(),
                            later(one.joinedOn(), other.joinedOn()),
                            earlier(one.leftOn(), other.leftOn())));
                }
            }
        }
        return pairs;
    }

    private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
        return Stream.of(one, other).flatMap(Optional::stream).max(LocalDate::compareTo);
    }

    private static Optional<LocalDate> earlier(Optional<LocalDate> one, Optional<LocalDate> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(LocalDate::compareTo);
    }

    /** What the evidence that starts the time names, as far as it concerns this team. */
    private static List<Participant> triggered(Practice practice, EvidenceLog log, Team team) {
        String kind = kind(practice.cadence())
                .orElseThrow(() -> new IllegalArgumentException("about (" + practice.about() + ") of practice "
                        + practice.id()
                        + " must be something that a team knows\nMaybe say readAbout, with what there is."));
        Set<Subject> ours = new TreeSet<>(Set.of(Subject.team(team.id())));
        team.members().forEach(member -> ours.add(person(member)));
        Set<Participant> participants = new LinkedHashSet<>();
        for (Evidence trigger : log.of(kind)) {
            for (List<Subject> about : keys(practice, trigger)) {
                if (about.stream()
                        .allMatch(subject -> ours.contains(subject)
                                || !(subject.type().equals("team")
                                        || subject.type().equals(PERSON)))) {
                    participants.add(new Participant(about, Optional.empty(), Optional.empty()));
                }
            }
        }
        return List.copyOf(participants);
    }

    static Optional<String> kind(Cadence cadence) {
        if (cadence instanceof Cadence.After after) {
            return Optional.of(after.kind());
        }
        return cadence instanceof Cadence.By by ? Optional.of(by.kind()) : Optional.empty();
    }

    /** What a piece of evidence is about, as tuples of the practice's types; for pairs, who did it and about whom. */
    static List<List<Subject>> keys(Practice practice, Evidence evidence) {
        if (practice.about().size() == 2
                && practice.about().get(0).equals(practice.about().get(1))) {
            Set<Subject> both = new TreeSet<>();
            Stream.concat(evidence.about().stream(), evidence.by().stream())
                    .filter(subject -> subject.type().equals(practice.about().get(0)))
                    .forEach(both::add);
            return both.size() == 2 ? List.of(List.copyOf(both)) : List.of();
        }
        List<List<Subject>> keys = List.of(List.of());
        for (String type : practice.about()) {
            List<List<Subject>> longer = new ArrayList<>();
            for (List<Subject> key : keys) {
                evidence.about().stream()
                        .filter(subject -> subject.type().equals(type))
                        .forEach(subject -> longer.add(
                                Stream.concat(key.stream(), Stream.of(subject)).toList()));
            }
            keys = longer;
        }
        return keys;
    }

    private static Subject person(TeamMember member) {
        AgentId person = member.person();
        return Subject.person(person);
    }
}

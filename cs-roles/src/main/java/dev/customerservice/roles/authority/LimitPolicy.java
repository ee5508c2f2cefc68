package dev.customerservice.roles.authority;

import static java.util.Comparator.comparing;

import dev.customerservice.domain.money.Money;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.roles.authority.AuthorityDecision.Allowed;
import dev.customerservice.roles.authority.AuthorityDecision.Consult;
import dev.customerservice.roles.authority.AuthorityDecision.Denied;
import dev.customerservice.roles.authority.AuthorityDecision.Grounds;
import dev.customerservice.roles.authority.AuthorityDecision.NeedsApproval;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.role.JobRole;
import dev.customerservice.roles.role.Team;
import dev.customerservice.roles.role.TeamMember;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The limits of one team, as a policy. */
final class LimitPolicy implements AuthorityPolicy {

    private final Team team;
    private final Map<String, AuthorityLimit> limits = new LinkedHashMap<>();
    private final List<Delegation> delegations;
    private final Map<RoleId, JobRole> roles = new LinkedHashMap<>();

    LimitPolicy(Team team, Collection<AuthorityLimit> limits, Collection<Delegation> delegations) {
        this.team = team;
        for (AuthorityLimit limit : limits) {
            if (this.limits.put(limit.id(), limit) != null) {
                throw new IllegalArgumentException(
                        "limit (" + limit.id() + ") must be there once\nMaybe give the second an id of its own.");
            }
        }
        this.delegations = List.copyOf(delegations);
        this.delegations.forEach(this::requireNarrower);
        team.rolesNeeded().forEach(role -> roles.put(role.id(), role));
        team.members().forEach(member -> roles.put(member.role().id(), member.role()));
    }

    private void requireNarrower(Delegation delegation) {
        AuthorityLimit limit = limits.get(delegation.of());
        if (limit == null || !isHeldBy(limit, Subject.person(delegation.delegator()))) {
            throw new IllegalArgumentException("delegation (" + delegation.id()
                    + ") must be of a limit that its giver holds\nMaybe one of " + limits.keySet() + "?");
        }
        List<Reason> problems = delegation.problems(limit);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("delegation (" + delegation.id()
                    + ") must be a part of the giver's limit: " + problems + "\nMaybe leave out what is wider.");
        }
    }

    @Override
    public AuthorityDecision decide(AuthorityRequest request, EvidenceLog log) {
        List<Trial> trials = trials(request, log);
        Map<String, List<Reason>> looked = new LinkedHashMap<>();
        trials.forEach(trial -> looked.put(trial.id(), trial.reasons()));
        Grounds grounds = new Grounds(request, looked, log.version());
        Optional<Trial> serving = trials.stream()
                .filter(trial -> trial.serves() && trial.toAsk(request).isEmpty())
                .findFirst();
        if (serving.isPresent()) {
            return new Allowed(grounds, serving.get().charges());
        }
        Optional<TeamId> toAsk = trials.stream()
                .filter(Trial::serves)
                .flatMap(trial -> trial.toAsk(request).stream())
                .findFirst();
        if (toAsk.isPresent()) {
            return new Consult(grounds, toAsk.get());
        }
        if (trials.isEmpty()) {
            return new Denied(
                    grounds,
                    List.of(Reason.rule("NO_GRANT").withAbout(request.by()).withWhere(request.action())));
        }
        return trials.stream().anyMatch(Trial::couldBeApproved)
                ? askUpTheLine(request, log, trials, grounds)
                : new Denied(grounds, grounds.reasons());
    }

    private List<Trial> trials(AuthorityRequest request, EvidenceLog log) {
        List<Trial> trials = new ArrayList<>();
        Uses uses = new Uses(log);
        for (AuthorityLimit limit : limits.values()) {
            if (limit.action().equals(request.action()) && isHeldBy(limit, request.by())) {
                trials.add(Trial.of(
                        request, limit, account(limit, request.by()), covers(limit.scope(), limit, request), uses));
            }
        }
        for (Delegation delegation : delegations) {
            AuthorityLimit limit = limits.get(delegation.of());
            if (limit != null
                    && limit.action().equals(request.action())
                    && request.by().equals(Subject.person(delegation.delegate()))) {
                AuthorityLimit.Scope scope = delegation.scope().orElse(limit.scope());
                Subject giver = account(limit, Subject.person(delegation.delegator()));
                trials.add(Trial.of(request, delegation, limit, giver, covers(scope, limit, request), uses));
            }
        }
        trials.sort(comparing(Trial::handedOn)
                .thenComparing(trial -> trial.perUse().map(Money::minorUnits).orElse(Long.MAX_VALUE))
                .thenComparing(Trial::id));
        return trials;
    }

    private AuthorityDecision askUpTheLine(
            AuthorityRequest request, EvidenceLog log, List<Trial> trials, Grounds grounds) {
        List<RoleId> line = line(request, trials);
        List<Reason> reasons = new ArrayList<>(grounds.reasons());
        for (RoleId role : line) {
            if (hasRoom(role, request, log)) {
                return new NeedsApproval(grounds, role, reasons);
            }
        }
        if (line.isEmpty()) {
            reasons.add(Reason.rule("NO_APPROVER").withAbout(request.by()));
            return new Denied(grounds, reasons);
        }
        RoleId top = line.get(line.size() - 1);
        reasons.add(Reason.rule("NO_APPROVER_WITH_ROOM").withAbout(Subject.role(top)));
        return new NeedsApproval(grounds, top, reasons);
    }

    /** The roles to ask, from the first to the top; each once, should two roles report to each other. */
    private List<RoleId> line(AuthorityRequest request, List<Trial> trials) {
        Optional<RoleId> next = trials.stream()
                .filter(Trial::couldBeApproved)
                .flatMap(trial -> trial.limit().approver().stream())
                .findFirst()
                .or(() -> member(request.by()).flatMap(member -> member.role().reportsTo()));
        Set<RoleId> line = new LinkedHashSet<>();
        while (next.isPresent() && line.add(next.get())) {
            next = Optional.ofNullable(roles.get(next.get())).flatMap(JobRole::reportsTo);
        }
        return List.copyOf(line);
    }

    /** A role that nobody of the team holds is judged as somebody who has used nothing yet. */
    private boolean hasRoom(RoleId role, AuthorityRequest request, EvidenceLog log) {
        List<AgentId> people = team.members().stream()
                .filter(member -> member.role().id().equals(role))
                .map(TeamMember::person)
                .toList();
        if (people.isEmpty()) {
            Uses none = new Uses(EvidenceLog.empty());
            return limits.values().stream()
                    .filter(limit -> limit.action().equals(request.action())
                            && limit.holder().equals(Subject.role(role)))
                    .anyMatch(limit -> Trial.of(
                                    request, limit, Subject.role(role), covers(limit.scope(), limit, request), none)
                            .serves());
        }
        return people.stream()
                .map(Subject::person)
                .filter(person -> !person.equals(request.by()))
                .anyMatch(person -> trials(request.withBy(person), log).stream().anyMatch(Trial::serves));
    }

    private boolean isHeldBy(AuthorityLimit limit, Subject who) {
        Subject holder = limit.holder();
        return holder.equals(who)
                || member(who)
                        .filter(member ->
                                holder.equals(Subject.role(member.role().id()))
                                        || holder.equals(Subject.team(team.id())))
                        .isPresent();
    }

    private static Subject account(AuthorityLimit limit, Subject who) {
        return limit.holder().type().equals("team") ? limit.holder() : who;
    }

    private boolean covers(AuthorityLimit.Scope scope, AuthorityLimit limit, AuthorityRequest request) {
        boolean inScope = switch (scope) {
            case ALL -> true;
            case OWN ->
                request.owner()
                        .map(Subject::person)
                        .filter(request.by()::equals)
                        .isPresent();
            case TEAM ->
                request.owner().flatMap(owner -> member(Subject.person(owner))).isPresent();
        };
        return inScope
                && limit.only()
                        .map(only -> request.on().filter(only::equals).isPresent())
                        .orElse(true);
    }

    private Optional<TeamMember> member(Subject who) {
        return team.members().stream()
                .filter(member -> Subject.person(member.person()).equals(who))
                .min(Comparator.comparing(member -> member.person().value()));
    }
}

package dev.customerservice.roles.authority;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.roles.authority.AuthorityDecision.Allowed;
import dev.customerservice.roles.authority.AuthorityDecision.Charge;
import dev.customerservice.roles.authority.AuthorityDecision.Denied;
import dev.customerservice.roles.authority.AuthorityDecision.Grounds;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.role.Team;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides whether somebody may do something.
 *
 * <p>Laws: the same request and log give the same decision; a decision on a log, recorded in that same log, never lets a cap be
 * exceeded, in whatever order requests come; {@code and} allows only what both allow, {@code orElse} what at least one allows.
 */
@FunctionalInterface
public interface AuthorityPolicy {

    /**
     * Decides a request.
     *
     * @param request what is asked
     * @param log what has happened; for what was decided at an earlier time, {@link EvidenceLog#asOf} that time
     * @return the decision, still to be recorded
     */
    AuthorityDecision decide(AuthorityRequest request, EvidenceLog log);

    /**
     * Allows what the limits of a team allow, and nothing else.
     *
     * <p>Own limits come before delegations, then the smallest that serves, then the id; a use is charged to one limit, and a
     * delegated use to the delegator's as well. All uses of a window that the log knows count, also those dated after the request.
     *
     * @param team the people with their roles
     * @param limits who may do what
     * @param delegations what is handed on
     * @return the policy that denies by default
     * @throws IllegalArgumentException when two limits share an id, or a delegation names no limit, one that its giver does not
     *     hold, or is wider than it
     */
    static AuthorityPolicy of(Team team, Collection<AuthorityLimit> limits, Delegation... delegations) {
        return new LimitPolicy(team, limits, Arrays.asList(delegations));
    }

    /**
     * Asks two policies, which must both allow.
     *
     * @param other the other policy
     * @return the policy that gives the less favourable answer, this one's when they are alike; allowed uses are charged to the
     *     limits of both
     */
    default AuthorityPolicy and(AuthorityPolicy other) {
        return (request, log) -> {
            AuthorityDecision first = decide(request, log);
            AuthorityDecision second = other.decide(request, log);
            if (first instanceof Allowed mine && second instanceof Allowed theirs) {
                Set<Charge> charges = new LinkedHashSet<>(mine.charges());
                charges.addAll(theirs.charges());
                return new Allowed(both(first, second), List.copyOf(charges));
            }
            return favour(second) > favour(first) ? second : first;
        };
    }

    /**
     * Asks another policy where this one does not allow.
     *
     * @param other the other policy
     * @return the policy that gives the more favourable answer, this one's when they are alike
     */
    default AuthorityPolicy orElse(AuthorityPolicy other) {
        return (request, log) -> {
            AuthorityDecision first = decide(request, log);
            if (first.isAllowed()) {
                return first;
            }
            AuthorityDecision second = other.decide(request, log);
            return favour(second) < favour(first) ? second : first;
        };
    }

    /**
     * Keeps two actions on the same thing in different hands.
     *
     * @param action one action
     * @param other the action that whoever did the first must not do
     * @return the policy that denies with {@code DUTY_SEPARATION} who has done the one when asked for the other, on the same thing
     */
    default AuthorityPolicy withDutySeparation(String action, String other) {
        return (request, log) -> {
            String counterpart = request.action().equals(action) ? other : action;
            boolean concerned =
                    request.action().equals(action) || request.action().equals(other);
            boolean done = concerned
                    && request.on().isPresent()
                    && log.of(AuthorityDecision.USED).stream()
                            .anyMatch(
                                    use -> use.by().filter(request.by()::equals).isPresent()
                                            && use.about().contains(request.on().get())
                                            && use.text("action")
                                                    .filter(counterpart::equals)
                                                    .isPresent());
            return done
                    ? denied(
                            request,
                            log,
                            Reason.rule("DUTY_SEPARATION")
                                    .withAbout(request.by())
                                    .withValue("done", new Detail.Text(counterpart)))
                    : decide(request, log);
        };
    }

    /**
     * Decides whether somebody may approve the request of somebody else, as a use of the approver's own limit.
     *
     * @param request what was asked and needs approval
     * @param approver who would approve it
     * @param at when
     * @param log what has happened
     * @return the decision on the approval; allowed, it is charged to the approver; denied with {@code SELF_APPROVAL} when both are
     *     the same person
     */
    default AuthorityDecision approve(AuthorityRequest request, AgentId approver, Instant at, EvidenceLog log) {
        AuthorityRequest approval = request.withId(request.id() + " approved by " + approver.value())
                .withBy(Subject.person(approver))
                .withAt(at)
                .withApproves(request.id());
        return request.by().equals(approval.by())
                ? denied(approval, log, Reason.rule("SELF_APPROVAL").withAbout(approval.by()))
                : decide(approval, log);
    }

    private static Denied denied(AuthorityRequest request, EvidenceLog log, Reason reason) {
        return new Denied(new Grounds(request, Map.of(), log.version()), List.of(reason));
    }

    private static Grounds both(AuthorityDecision first, AuthorityDecision second) {
        Map<String, List<Reason>> limits = new LinkedHashMap<>(first.grounds().limits());
        limits.putAll(second.grounds().limits());
        return new Grounds(first.grounds().request(), limits, first.grounds().logVersion());
    }

    private static int favour(AuthorityDecision decision) {
        return List.of("ALLOWED", "CONSULT", "NEEDS_APPROVAL", "DENIED").indexOf(decision.verdict());
    }
}

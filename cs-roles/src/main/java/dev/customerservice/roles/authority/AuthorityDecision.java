package dev.customerservice.roles.authority;

import dev.customerservice.domain.money.Money;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The answer to a request: allowed, to be approved, to be consulted, or denied; each with every limit looked at. */
public sealed interface AuthorityDecision {

    /** The kind of evidence by which a use counts against a limit. */
    String USED = "authority.used";

    /** The kind of evidence that tells what was decided. */
    String DECIDED = "authority.decided";

    /** The kind of evidence by which somebody approves a request of somebody else. */
    String APPROVED = "approval.granted";

    /** {@return what it was decided on} */
    Grounds grounds();

    /** {@return why it is not simply allowed; empty when it is} */
    List<Reason> reasons();

    /** {@return {@code ALLOWED}, {@code NEEDS_APPROVAL}, {@code CONSULT} or {@code DENIED}} */
    String verdict();

    /** {@return whether it may be done now} */
    default boolean isAllowed() {
        return this instanceof Allowed;
    }

    /**
     * What a decision was made on.
     *
     * @param request what was asked
     * @param limits each limit and delegation looked at, in the order of charging, with why it did not serve; nothing when it
     *     would have
     * @param logVersion the version of the log it was made on
     */
    record Grounds(AuthorityRequest request, Map<String, List<Reason>> limits, long logVersion) {
        /** Copies the limits, keeping their order. */
        public Grounds {
            Map<String, List<Reason>> copy = new LinkedHashMap<>();
            limits.forEach((limit, reasons) -> copy.put(limit, List.copyOf(reasons)));
            limits = Collections.unmodifiableMap(copy);
        }

        /** {@return all reasons of all limits, each once, in the order of charging} */
        List<Reason> reasons() {
            Set<Reason> all = new LinkedHashSet<>();
            limits.values().forEach(all::addAll);
            return List.copyOf(all);
        }
    }

    /**
     * One use, charged to one limit.
     *
     * @param limit the id of the limit or delegation
     * @param account whose cap it is: the person, automation or team
     * @param use which use of the window this is, from 1
     * @param remaining what is left of the cap after it; empty when there is no cap
     */
    record Charge(String limit, Subject account, long use, Optional<Money> remaining) {}

    /**
     * It may be done.
     *
     * @param grounds what it was decided on
     * @param charges what it is charged to: the limit that serves, and for a delegation the delegator's limit after it
     */
    record Allowed(Grounds grounds, List<Charge> charges) implements AuthorityDecision {
        /** Copies the charges. */
        public Allowed {
            charges = List.copyOf(charges);
        }

        /** {@return the limit or delegation that serves} */
        public Charge charge() {
            return charges.get(0);
        }

        @Override
        public List<Reason> reasons() {
            return List.of();
        }

        @Override
        public String verdict() {
            return "ALLOWED";
        }
    }

    /**
     * It is beyond the limits of the one who asks.
     *
     * @param grounds what it was decided on
     * @param role the first role up the line that can approve it; the top of the line when none can, and then
     *     {@code NO_APPROVER_WITH_ROOM} is among the reasons
     * @param reasons what is exceeded
     */
    record NeedsApproval(Grounds grounds, RoleId role, List<Reason> reasons) implements AuthorityDecision {
        /** Copies the reasons. */
        public NeedsApproval {
            reasons = List.copyOf(reasons);
        }

        @Override
        public String verdict() {
            return "NEEDS_APPROVAL";
        }
    }

    /**
     * It is within the limits, but somebody must be asked before.
     *
     * @param grounds what it was decided on
     * @param team the team to ask; ask again with {@link AuthorityRequest#consulted()} afterwards
     */
    record Consult(Grounds grounds, TeamId team) implements AuthorityDecision {
        @Override
        public List<Reason> reasons() {
            return List.of(Reason.rule("CONSULT_FIRST").withAbout(Subject.team(team)));
        }

        @Override
        public String verdict() {
            return "CONSULT";
        }
    }

    /**
     * It may not be done, and nobody up the line can change that.
     *
     * @param grounds what it was decided on
     * @param reasons why not, {@code NO_GRANT} when there is no limit for it at all
     */
    record Denied(Grounds grounds, List<Reason> reasons) implements AuthorityDecision {
        /** Copies the reasons. */
        public Denied {
            reasons = List.copyOf(reasons);
        }

        @Override
        public String verdict() {
            return "DENIED";
        }
    }

    /** What became of a decision that was to be recorded. */
    sealed interface Recording {
        /**
         * It stands in the log.
         *
         * @param log the log with the decision
         */
        record Recorded(EvidenceLog log) implements Recording {}

        /**
         * It was not recorded, and nothing changed.
         *
         * @param reason {@code STALE_DECISION} when the log has grown since, {@code ALREADY_RECORDED} when the request is in it
         */
        record Refused(Reason reason) implements Recording {}
    }

    /**
     * Records the decision in the log it was made on.
     *
     * @param log the log as it is now
     * @return the log with the decision and its uses; refused when the log has grown since the decision was made, since the caps
     *     may be used up, or when the request stands in it already
     */
    default Recording recordIn(EvidenceLog log) {
        if (log.version() != grounds().logVersion()) {
            return new Recording.Refused(Reason.rule("STALE_DECISION")
                    .withAbout(Subject.of("request", grounds().request().id()))
                    .withValue("decidedOn", Detail.count(grounds().logVersion(), "entries"))
                    .withValue("now", Detail.count(log.version(), "entries")));
        }
        List<Evidence> evidence = toEvidence();
        if (evidence.stream().anyMatch(each -> log.find(each.id()).isPresent())) {
            return new Recording.Refused(Reason.rule("ALREADY_RECORDED")
                    .withAbout(Subject.of("request", grounds().request().id())));
        }
        return new Recording.Recorded(log.plus(evidence));
    }

    /**
     * Tells the decision as evidence.
     *
     * @return one {@code authority.decided}, or for an approval one {@code approval.granted}, and one {@code authority.used} for
     *     each limit charged
     */
    default List<Evidence> toEvidence() {
        AuthorityRequest request = grounds().request();
        List<Evidence> evidence = new ArrayList<>();
        boolean approval = request.approves().isPresent() && isAllowed();
        Evidence told = entry(request, approval ? APPROVED : DECIDED, request.id(), request.by());
        evidence.add(
                approval
                        ? told.withDetail("request", request.approves().orElseThrow())
                        : told.withDetail("verdict", verdict()));
        if (this instanceof Allowed allowed) {
            for (Charge charge : allowed.charges()) {
                evidence.add(entry(request, USED, request.id() + ": " + charge.limit(), charge.account())
                        .withDetail("grant", charge.limit())
                        .withDetail("account", charge.account().toString())
                        .withDetail("request", request.id()));
            }
        }
        return List.copyOf(evidence);
    }

    private static Evidence entry(AuthorityRequest request, String kind, String id, Subject about) {
        Set<Subject> subjects = new LinkedHashSet<>(List.of(about));
        request.on().ifPresent(subjects::add);
        Evidence entry = Evidence.of(id, kind, request.at(), subjects)
                .withBy(request.by())
                .withDetail("action", request.action());
        return request.amount()
                .map(amount -> entry.withDetail("amount", Amounts.detail(amount)))
                .orElse(entry);
    }
}

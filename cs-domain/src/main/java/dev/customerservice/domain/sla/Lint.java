package dev.customerservice.domain.sla;

import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.NoOpenTimeException;
import dev.customerservice.domain.sla.LintFinding.Kind;
import dev.customerservice.domain.ticket.TicketCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks through a book for what is allowed and most likely not meant. */
final class Lint {
    private final SlaBook book;
    private final CalendarBook calendars;
    private final Instant from;
    private final List<LintFinding> findings = new ArrayList<>();

    private Lint(SlaBook book, CalendarBook calendars, Instant from) {
        this.book = book;
        this.calendars = calendars;
        this.from = from;
    }

    static List<LintFinding> of(SlaBook book, CalendarBook calendars, Instant from) {
        Lint lint = new Lint(book, calendars, from);
        for (int i = 0; i < book.policies().size(); i++) {
            lint.judge(book.policies().get(i), book.policies().subList(0, i));
        }
        return List.copyOf(lint.findings);
    }

    private void add(Kind kind, SlaPolicy policy, Optional<SlaTarget> target, String detail) {
        findings.add(new LintFinding(
                kind,
                policy.id(),
                policy.version(),
                target.map(found -> found.metric().id()),
                detail));
    }

    private void judge(SlaPolicy policy, List<SlaPolicy> earlier) {
        if (Implication.isNever(policy.appliesTo())) {
            add(Kind.UNREACHABLE_POLICY, policy, Optional.empty(), "its condition never holds");
        }
        if (Implication.asksWhatHappened(policy.appliesTo())) {
            add(Kind.HAPPENING_IN_MATCH, policy, Optional.empty(), "its condition holds at one event only");
        }
        for (SlaPolicy before : earlier) {
            if (isAskedFirst(before, policy)
                    && covers(before, policy)
                    && Implication.holds(policy.appliesTo(), before.appliesTo())) {
                add(
                        Kind.UNREACHABLE_POLICY,
                        policy,
                        Optional.empty(),
                        "whatever fits it fits " + before.id().value() + " version " + before.version()
                                + ", which comes first");
                break;
            }
        }
        policy.targets().forEach(target -> judge(policy, target));
        compareReply(policy);
        compareUnderpinned(policy);
    }

    /** Whether a policy comes under question only where one that comes before it does not fit. */
    private boolean isAskedFirst(SlaPolicy before, SlaPolicy policy) {
        if (before.id().equals(policy.id())) {
            return true;
        }
        // A ticket that keeps a version passes over the others, and one that was matched adopts versions of its policy
        // alone.
        boolean passedOver = book.adopt() == Adopt.NEVER && isThereAnother(before);
        boolean stays =
                book.rematch() == Rematch.AT_CREATION && book.adopt() == Adopt.WHEN_EFFECTIVE && isThereAnother(policy);
        return book.matching() == Matching.FIRST && !passedOver && !stays;
    }

    private boolean isThereAnother(SlaPolicy version) {
        return book.policies().stream().anyMatch(other -> other.id().equals(version.id()) && !other.equals(version));
    }

    /** Whether a policy is effective at every instant at which another is. */
    private static boolean covers(SlaPolicy before, SlaPolicy policy) {
        boolean begins = before.effectiveFrom().isEmpty()
                || policy.effectiveFrom()
                        .filter(start -> !start.isBefore(before.effectiveFrom().get()))
                        .isPresent();
        boolean ends = before.effectiveUntil().isEmpty()
                || policy.effectiveUntil()
                        .filter(end -> !end.isAfter(before.effectiveUntil().get()))
                        .isPresent();
        return begins && ends;
    }

    private void judge(SlaPolicy policy, SlaTarget target) {
        SlaMetric metric = target.metric();
        metric.after()
                .filter(before -> policy.targets().stream()
                        .noneMatch(other -> other.metric().id().equals(before)))
                .ifPresent(before -> add(
                        Kind.MISSING_MILESTONE,
                        policy,
                        Optional.of(target),
                        "it comes after " + before.value() + ", for which the policy has no target"));
        if (!Implication.isNever(metric.pausedWhile())
                && !Implication.isNever(metric.stop())
                && (Implication.holds(metric.pausedWhile(), metric.stop())
                        || Implication.holds(metric.stop(), metric.pausedWhile()))) {
            add(
                    Kind.STOP_AND_PAUSE_OVERLAP,
                    policy,
                    Optional.of(target),
                    "a ticket in a state that pauses it may be in one that stops it");
        }
        List<TicketCondition> asked = new ArrayList<>();
        for (Goal goal : target.goals()) {
            if (Implication.asksWhatHappened(goal.when())) {
                add(Kind.HAPPENING_IN_MATCH, policy, Optional.of(target), "a goal holds at one event only");
            }
            if (asked.stream().anyMatch(before -> Implication.holds(goal.when(), before))) {
                add(
                        Kind.UNREACHABLE_GOAL,
                        policy,
                        Optional.of(target),
                        goal.within().toText() + " comes after a goal that holds whenever it does");
            }
            asked.add(goal.when());
            neverMet(target, goal.within())
                    .ifPresent(why -> add(Kind.TARGET_NEVER_MET, policy, Optional.of(target), why));
        }
        if (!isWhole(asked)) {
            add(
                    Kind.HOLE_IN_MATRIX,
                    policy,
                    Optional.of(target),
                    "no goal is for all other tickets, such as those without a priority");
        }
    }

    /** Whether one goal is for all tickets, or for all that another is not for. */
    private static boolean isWhole(List<TicketCondition> goals) {
        return goals.stream()
                .anyMatch(goal -> Implication.isAlways(goal)
                        || goals.stream().anyMatch(other -> Implication.holds(TicketCondition.not(other), goal)));
    }

    private Optional<String> neverMet(SlaTarget target, TargetTime within) {
        if (within instanceof TargetTime.ByHoursOfStart byHours) {
            return neverMet(target, byHours.inside()).or(() -> neverMet(target, byHours.outside()));
        }
        if (within.length().filter(Duration::isZero).isPresent()) {
            return Optional.of("the target is zero");
        }
        if (within instanceof TargetTime.FixedInstant fixed) {
            return fixed.at().isAfter(from) ? Optional.empty() : Optional.of(fixed.toText() + " has passed");
        }
        BusinessTime time = target.calendar().map(calendars::get).orElse(BusinessTime.always());
        Duration open = within instanceof TargetTime.OpenThenWallTime both
                ? both.open()
                : within.length().orElse(Duration.ZERO);
        try {
            time.plus(from, within instanceof TargetTime.WallTime ? Duration.ZERO : open);
            return Optional.empty();
        } catch (NoOpenTimeException e) {
            return Optional.of("the calendar has less than " + within.toText() + " from " + from + " on");
        }
    }

    private static Optional<SlaTarget> target(SlaPolicy policy, SlaMetric metric) {
        return policy.targets().stream()
                .filter(target -> target.metric().id().equals(metric.id()))
                .findFirst();
    }

    private void compareReply(SlaPolicy policy) {
        Optional<SlaTarget> reply = target(policy, SlaMetric.FIRST_REPLY);
        Optional<SlaTarget> resolution = target(policy, SlaMetric.RESOLUTION);
        if (reply.isPresent() && resolution.isPresent()) {
            slower(reply.get(), resolution.get())
                    .ifPresent(detail -> add(Kind.REPLY_SLOWER_THAN_RESOLUTION, policy, reply, detail));
        }
    }

    /** Compares an internal agreement or contract with every agreement with customers on the same metric. */
    private void compareUnderpinned(SlaPolicy policy) {
        if (policy.kind() == AgreementKind.SLA) {
            return;
        }
        for (SlaPolicy above : book.policies()) {
            for (SlaTarget inner : policy.targets()) {
                Optional<SlaTarget> outer =
                        above.kind() == AgreementKind.SLA ? target(above, inner.metric()) : Optional.empty();
                outer.flatMap(found -> slower(inner, found))
                        .ifPresent(detail -> add(
                                Kind.UNDERPINNING_TOO_SLOW,
                                policy,
                                Optional.of(inner),
                                detail + " of " + above.id().value()));
            }
        }
    }

    /** Whether a greater length of one is later than a length of the other on every calendar; wall time may end before less open time. */
    private static boolean lastsAsLong(TargetTime one, TargetTime other) {
        if (one instanceof TargetTime.OpenTime || other instanceof TargetTime.WallTime) {
            return true;
        }
        return one instanceof TargetTime.OpenThenWallTime first
                && other instanceof TargetTime.OpenThenWallTime second
                && first.open().compareTo(second.open()) >= 0;
    }

    /** Where one target allows more than another on the same calendar for the same tickets. */
    private static Optional<String> slower(SlaTarget one, SlaTarget other) {
        if (!one.calendar().equals(other.calendar())) {
            return Optional.empty();
        }
        for (Goal goal : one.goals()) {
            Optional<Goal> same = other.goals().stream()
                    .filter(candidate -> Implication.holds(goal.when(), candidate.when()))
                    .findFirst();
            Optional<Duration> allowed = same.flatMap(found -> found.within().length());
            Optional<Duration> asked = goal.within().length();
            if (asked.isPresent()
                    && allowed.isPresent()
                    && asked.get().compareTo(allowed.get()) > 0
                    && (one.calendar().isEmpty()
                            || lastsAsLong(goal.within(), same.get().within()))) {
                return Optional.of(goal.within().toText() + " against "
                        + same.get().within().toText());
            }
        }
        return Optional.empty();
    }
}

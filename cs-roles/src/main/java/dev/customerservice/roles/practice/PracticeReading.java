package dev.customerservice.roles.practice;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.practice.Cadence.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a practice stands for one subject, and for one trigger where there are any.
 *
 * @param practice the id of the practice
 * @param about whom or what it is about
 * @param trigger the id of the evidence that started the time; empty when nothing does
 * @param lastAt when it was last done, or when the trigger was answered; empty when never
 * @param due when it is or was due; empty when nobody knows since when it is needed
 * @param state how it stands
 * @param asOf the instant of reading
 */
public record PracticeReading(
        String practice,
        List<Subject> about,
        Optional<String> trigger,
        Optional<Instant> lastAt,
        Optional<Due> due,
        State state,
        Instant asOf) {

    /** Copies the subjects. */
    public PracticeReading {
        about = List.copyOf(about);
    }

    /** How a practice stands. */
    public enum State {
        /** It is not due yet. */
        NOT_YET_DUE,
        /** It is due, and grace still runs. */
        DUE_IN_GRACE,
        /** It was done in time. */
        DONE_ON_TIME,
        /** It was done after it was due. */
        DONE_LATE,
        /** It is due, was not done, and no grace is left. */
        OVERDUE,
        /** It does not concern the subject, who has left or has not joined. */
        NOT_APPLICABLE
    }

    /** {@return whether somebody should see to it} */
    public boolean isOverdue() {
        return state == State.OVERDUE;
    }

    /** {@return the first person it is about; empty when it is about none} */
    public Optional<AgentId> person() {
        return about.stream()
                .filter(subject -> subject.type().equals("person"))
                .findFirst()
                .map(subject -> AgentId.of(subject.id()));
    }

    /** {@return the local dates between the due date and when it was done or read, 0 when it was or is in time} */
    public long daysPastDue() {
        return due.map(moment -> moment.daysPast(end())).orElse(0L);
    }

    /** {@return the elapsed time between the due time, or the end of the due date, and when it was done or read; zero when in time} */
    public Duration lateBy() {
        return due.map(moment -> moment.lateBy(end())).orElse(Duration.ZERO);
    }

    /** {@return the state as a reason, with the due moment and the delay} */
    public Reason reason() {
        Reason reason = Reason.rule(state.name()).withAbout(about.get(0)).withWhere(practice);
        return due.map(moment -> {
                    Reason dated = reason.withValue(
                            "due", new Detail.Moment(moment.at().toInstant()));
                    return moment.isMetBy(end())
                            ? dated
                            : dated.withValue(
                                    "late",
                                    moment.precision() == Cadence.Precision.DAY
                                            ? Detail.count(daysPastDue(), "days")
                                            : new Detail.Span(lateBy()));
                })
                .orElse(reason);
    }

    private Instant end() {
        return state == State.DONE_ON_TIME || state == State.DONE_LATE ? lastAt.orElse(asOf) : asOf;
    }
}

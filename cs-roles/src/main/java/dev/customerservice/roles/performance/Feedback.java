package dev.customerservice.roles.performance;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.text.Shown;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.role.Team;
import dev.customerservice.roles.role.TeamMember;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one person tells another about a behaviour.
 *
 * @param id the identity, unique in a log
 * @param from who gives it
 * @param to who receives it, somebody else
 * @param givenAt when it was given
 * @param tone whether it asks for more of it or for something else
 * @param behaviour the behaviour in a short word, the same each time
 * @param answers the id of the evidence of the behaviour; empty when it answers nothing in particular
 * @param work the ticket it is about; empty when it is about none
 */
public record Feedback(
        String id,
        AgentId from,
        AgentId to,
        Instant givenAt,
        Tone tone,
        String behaviour,
        Optional<String> answers,
        Optional<TicketId> work) {

    /** The kind of evidence that feedback is. */
    public static final String GIVEN = "feedback.given";

    /** Refuses feedback to oneself and about nothing. */
    public Feedback {
        if (from.equals(to)) {
            throw new IllegalArgumentException(
                    "feedback (" + Shown.of(id) + ") must be to somebody else\nMaybe it is a note to oneself.");
        }
        if (behaviour.isBlank()) {
            throw new IllegalArgumentException("behaviour (" + Shown.of(behaviour) + ") of feedback " + Shown.of(id)
                    + " must not be blank\nMaybe name it like interrupts.");
        }
    }

    /** What feedback asks for. */
    public enum Tone {
        /** More of the same. */
        POSITIVE,
        /** Something else. */
        CORRECTIVE
    }

    /** Which way feedback goes in the lines of a team. */
    public enum Direction {
        /** From a manager to somebody who reports to that manager. */
        DOWNWARD,
        /** From somebody to the own manager. */
        UPWARD,
        /** Between two who report to the same manager. */
        PEER,
        /** Any other way. */
        ACROSS
    }

    /**
     * Gives feedback that answers nothing in particular.
     *
     * @param id the identity, unique in a log
     * @param from who gives it
     * @param to who receives it
     * @param givenAt when
     * @param tone what it asks for
     * @param behaviour the behaviour in a short word
     * @return the feedback
     * @throws IllegalArgumentException when it is to oneself or about nothing
     */
    public static Feedback of(String id, AgentId from, AgentId to, Instant givenAt, Tone tone, String behaviour) {
        return new Feedback(id, from, to, givenAt, tone, behaviour, Optional.empty(), Optional.empty());
    }

    /**
     * Says which behaviour it answers.
     *
     * @param evidenceId the id of the evidence of the behaviour
     * @return the same feedback as an answer to that
     */
    public Feedback withAnswers(String evidenceId) {
        return new Feedback(id, from, to, givenAt, tone, behaviour, Optional.of(evidenceId), work);
    }

    /**
     * Finds which way it goes.
     *
     * @param team the team with its lines
     * @return the way by who reports to whom
     */
    public Direction direction(Team team) {
        Optional<AgentId> above = manager(team, from);
        Optional<AgentId> aboveOther = manager(team, to);
        if (aboveOther.filter(from::equals).isPresent()) {
            return Direction.DOWNWARD;
        }
        if (above.filter(to::equals).isPresent()) {
            return Direction.UPWARD;
        }
        return above.isPresent() && above.equals(aboveOther) ? Direction.PEER : Direction.ACROSS;
    }

    private static Optional<AgentId> manager(Team team, AgentId person) {
        return team.members().stream()
                .filter(member -> member.person().equals(person))
                .findFirst()
                .flatMap(TeamMember::manager);
    }

    /**
     * Tells it as evidence.
     *
     * @param team the team with its lines
     * @return evidence of kind {@link #GIVEN} about the receiver, with tone, behaviour, direction and work
     */
    public Evidence toEvidence(Team team) {
        Evidence evidence = Evidence.of(id, GIVEN, givenAt, Subject.person(to))
                .withBy(from)
                .withDetail("tone", tone.name())
                .withDetail("behaviour", behaviour)
                .withDetail("direction", direction(team).name());
        Evidence placed =
                work.map(ticket -> evidence.withDetail("work", ticket.value())).orElse(evidence);
        return answers.map(placed::withAnswers).orElse(placed);
    }

    /**
     * Compares it with what it answers.
     *
     * @param log what has happened
     * @return {@code GIVEN_BEFORE_OBSERVED} when the behaviour was observed later, {@code BEHAVIOUR_UNKNOWN} when it is not in the log;
     *     empty otherwise
     */
    public List<Reason> problems(EvidenceLog log) {
        if (answers.isEmpty()) {
            return List.of();
        }
        Optional<Evidence> observed = log.find(answers.get());
        Reason unknown = Reason.rule("BEHAVIOUR_UNKNOWN").withAbout(Subject.of("evidence", answers.get()));
        return observed.isEmpty()
                ? List.of(unknown)
                : observed.filter(seen -> seen.at().isAfter(givenAt)).stream()
                        .map(seen -> Reason.rule("GIVEN_BEFORE_OBSERVED")
                                .withAbout(Subject.of("evidence", seen.id()))
                                .withWhere(id))
                        .toList();
    }

    /** {@return the id and the instant; neither names nor the behaviour} */
    @Override
    public String toString() {
        return "Feedback[" + id + ", " + givenAt + "]";
    }
}

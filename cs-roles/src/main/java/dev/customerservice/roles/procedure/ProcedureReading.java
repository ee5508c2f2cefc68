package dev.customerservice.roles.procedure;

import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.Finding;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far one case has come as of one instant.
 *
 * @param procedure the procedure
 * @param about what the case is about
 * @param opening the evidence that opened it
 * @param asOf the instant of reading
 * @param gates one reading for each gate, in the order of the procedure
 * @param outcome how and when it ended; empty while it is open
 * @param notes what else is worth knowing: {@code CASE_STILL_OPEN} for a second opening, and the advice {@code REPEATED_LOOKS}
 */
public record ProcedureReading(
        Procedure procedure,
        Subject about,
        Evidence opening,
        Instant asOf,
        List<Passage> gates,
        Optional<Outcome> outcome,
        List<Reason> notes) {

    /** Copies the lists. */
    public ProcedureReading {
        gates = List.copyOf(gates);
        notes = List.copyOf(notes);
    }

    /**
     * How a case ended.
     *
     * @param name the outcome
     * @param gate the gate that led to it
     * @param at when
     */
    public record Outcome(String name, String gate, Instant at) {}

    /**
     * How one gate stands.
     *
     * @param gate the gate
     * @param passedAt when it passed; empty when it has not
     * @param dueAt the last instant in time, once the time has started; empty when it has no limit
     * @param finding whether it could pass: met with the evidence, else the reasons
     */
    public record Passage(Gate gate, Optional<Instant> passedAt, Optional<Instant> dueAt, Finding finding) {

        /** {@return whether it has passed} */
        public boolean isPassed() {
            return passedAt.isPresent();
        }

        /**
         * Asks whether it took too long.
         *
         * @param asOf the instant of reading
         * @return whether it passed, or has not yet passed, after its time
         */
        public boolean isLate(Instant asOf) {
            return dueAt.filter(due -> passedAt.orElse(asOf).isAfter(due)).isPresent();
        }
    }

    /**
     * Looks a gate up.
     *
     * @param id its name
     * @return how it stands
     * @throws IllegalArgumentException when the procedure has no such gate
     */
    public Passage gate(String id) {
        return gates.get(procedure.gates().indexOf(procedure.gate(id)));
    }

    /**
     * Asks whether a gate has passed.
     *
     * @param id its name
     * @return whether it has
     * @throws IllegalArgumentException when the procedure has no such gate
     */
    public boolean isPassed(String id) {
        return gate(id).isPassed();
    }

    /**
     * Asks why a gate does not pass.
     *
     * @param id its name
     * @return the reasons, with the gate, what is missing and whom to ask; empty when it has passed
     * @throws IllegalArgumentException when the procedure has no such gate
     */
    public List<Reason> refusal(String id) {
        Passage passage = gate(id);
        return passage.isPassed() ? List.of() : passage.finding().reasons();
    }

    /** {@return the names of the gates that have passed, in the order of the procedure} */
    public List<String> passed() {
        return gates.stream()
                .filter(Passage::isPassed)
                .map(passage -> passage.gate().id())
                .toList();
    }

    /** {@return the names of the gates that are next: those before them have passed, they have not; empty when the case ended} */
    public List<String> open() {
        List<String> passed = passed();
        return outcome.isPresent()
                ? List.of()
                : procedure.gates().stream()
                        .filter(gate -> !passed.contains(gate.id()) && passed.containsAll(procedure.before(gate)))
                        .map(Gate::id)
                        .toList();
    }

    /** {@return the names of the gates that took or take too long} */
    public List<String> overdue() {
        Instant end = outcome.map(Outcome::at).orElse(asOf);
        return gates.stream()
                .filter(passage -> passage.isLate(end))
                .map(passage -> passage.gate().id())
                .toList();
    }

    /** {@return the gates passed over all gates} */
    public Ratio progress() {
        return Ratio.of(passed().size(), gates.size());
    }
}

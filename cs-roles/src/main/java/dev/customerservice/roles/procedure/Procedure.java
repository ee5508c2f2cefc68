package dev.customerservice.roles.procedure;

import dev.customerservice.domain.text.Shown;
import dev.customerservice.roles.catalogue.Catalogue;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Subject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.immutables.value.Value;

/**
 * Gates in the order in which they must pass, from the evidence that opens a case to an outcome.
 *
 * <p>Laws: no gate passes before the gates it comes after; a case that is read again with less evidence, up to an earlier instant,
 * gives the reading of that instant; evidence about other cases changes nothing; an outcome is final; what is unknown ends no case.
 */
@Value.Immutable
public interface Procedure extends Catalogue.Entry, WithProcedure {

    /** The outcome of a procedure that names none: every gate has passed. */
    String DONE = "DONE";

    /** {@return the type of subject a case is about, for example {@code case} or {@code tool}} */
    String subject();

    /** {@return the kind of evidence that opens a case} */
    String opens();

    /** {@return the gates, at least one} */
    List<Gate> gates();

    /** {@return how a case may end; empty when it ends with all gates passed, as {@link #DONE}} */
    Set<String> outcomes();

    /** {@return by part of this entry, whether its source says so or its writer chose it} */
    Map<String, Catalogue.Origin> origin();

    /**
     * Reads all cases.
     *
     * @param log the evidence
     * @param asOf the instant of reading
     * @param zone the zone whose dates and times count for limits
     * @return one reading for each case, in the order in which they were opened
     */
    default List<ProcedureReading> cases(EvidenceLog log, Instant asOf, ZoneId zone) {
        return Replay.cases(this, log, asOf, zone);
    }

    /**
     * Reads the latest case about a subject.
     *
     * @param log the evidence
     * @param about the subject
     * @param asOf the instant of reading
     * @param zone the zone whose dates and times count for limits
     * @return the reading; empty when no case about it was opened
     */
    default Optional<ProcedureReading> read(EvidenceLog log, Subject about, Instant asOf, ZoneId zone) {
        List<ProcedureReading> cases = cases(log.about(about), asOf, zone).stream()
                .filter(reading -> reading.about().equals(about))
                .toList();
        return cases.isEmpty() ? Optional.empty() : Optional.of(cases.get(cases.size() - 1));
    }

    /**
     * Looks a gate up.
     *
     * @param id its name
     * @return the gate
     * @throws IllegalArgumentException when there is none of this name
     */
    default Gate gate(String id) {
        return gates().stream()
                .filter(gate -> gate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "gate (" + Shown.of(id) + ") must be one of procedure " + id() + "\nMaybe one of "
                                + gates().stream().map(Gate::id).toList() + "?"));
    }

    /**
     * Names the gates that come right before a gate.
     *
     * @param gate a gate of this procedure
     * @return those it names, or else the one written before it; empty for the first
     */
    default Set<String> before(Gate gate) {
        int position = gates().indexOf(gate);
        return gate.after()
                .orElseGet(() -> position == 0
                        ? Set.of()
                        : Set.of(gates().get(position - 1).id()));
    }

    /**
     * Refuses gates that wait for each other, and outcomes that nobody knows or that cannot be reached.
     *
     * @throws IllegalArgumentException when one of these is so
     */
    @Value.Check
    default void check() {
        require(!gates().isEmpty(), "gates", "none", "be at least one", "write the first step");
        Map<String, Gate> known = new LinkedHashMap<>();
        for (Gate gate : gates()) {
            require(known.put(gate.id(), gate) == null, "gate", gate.id(), "be named once", "give it another name");
            gate.otherwise().ifPresent(this::requireOutcome);
            gate.ends().ifPresent(this::requireOutcome);
        }
        for (Gate gate : gates()) {
            for (String before : before(gate)) {
                require(known.containsKey(before), "gate", before, "be one of " + known.keySet(), "it is misspelt");
            }
            List<String> path = cycle(gate, new ArrayList<>(), new HashSet<>());
            require(path.isEmpty(), "gates", String.join(" after ", path), "not wait for each other", "leave one out");
        }
        require(
                outcomes().isEmpty()
                        || gates().stream().anyMatch(gate -> gate.ends().isPresent()),
                "outcomes",
                String.join(", ", outcomes()),
                "be reached by a gate that ends the case",
                "say ends at the last gate");
        for (Gate gate : gates()) {
            earlier(gate, new TreeSet<>()).stream()
                    .filter(before -> gate(before).ends().isPresent())
                    .findFirst()
                    .ifPresent(before -> require(
                            false,
                            "gate",
                            gate.id(),
                            "not come after " + before + ", which ends the case",
                            "say after, or let the last gate end it"));
        }
        for (String outcome : new TreeSet<>(outcomes())) {
            require(
                    gates().stream()
                            .anyMatch(gate -> gate.ends()
                                            .filter(outcome::equals)
                                            .isPresent()
                                    || gate.otherwise().filter(outcome::equals).isPresent()),
                    "outcome",
                    outcome,
                    "be reached by a gate",
                    "say ends or otherwise at the gate that leads to it");
        }
    }

    private void requireOutcome(String outcome) {
        require(
                outcomes().contains(outcome),
                "outcome",
                outcome,
                "be one of " + outcomes().stream().sorted().toList(),
                "add it to the outcomes");
    }

    private Set<String> earlier(Gate gate, Set<String> found) {
        for (String before : before(gate)) {
            if (found.add(before)) {
                earlier(gate(before), found);
            }
        }
        return found;
    }

    private List<String> cycle(Gate gate, List<String> path, Set<String> clear) {
        int seen = path.indexOf(gate.id());
        path.add(gate.id());
        if (seen >= 0) {
            return path.subList(seen, path.size());
        }
        for (String before : before(gate)) {
            if (!clear.contains(before)) {
                List<String> found = cycle(gate(before), path, clear);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        path.remove(path.size() - 1);
        clear.add(gate.id());
        return List.of();
    }

    private void require(boolean holds, String noun, String value, String rule, String hint) {
        if (!holds) {
            throw new IllegalArgumentException(
                    noun + " (" + value + ") of procedure " + id() + " must " + rule + "\nMaybe " + hint + ".");
        }
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a procedure. */
    final class Builder extends ImmutableProcedure.Builder {
        Builder() {}
    }
}

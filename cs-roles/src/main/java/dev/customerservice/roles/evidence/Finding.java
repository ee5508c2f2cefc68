package dev.customerservice.roles.evidence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a condition found: met, not met, or unknown.
 *
 * <p>Unknown is an answer of its own. Evidence that is missing and an interval that does not decide are unknown, never "no"; the
 * connectives are those of Kleene's strong three-valued logic (Kleene, "Introduction to Metamathematics", 1952, section 64).
 */
public sealed interface Finding {

    /**
     * The condition holds.
     *
     * @param evidence the ids of the evidence that shows it, without repetition; empty when the absence of evidence does
     */
    record Met(List<String> evidence) implements Finding {
        /** Copies the ids, each once. */
        public Met {
            evidence = List.copyOf(new LinkedHashSet<>(evidence));
        }

        @Override
        public List<Reason> reasons() {
            return List.of();
        }
    }

    /**
     * The condition does not hold.
     *
     * @param reasons why not
     */
    record NotMet(List<Reason> reasons) implements Finding {
        /** Copies the reasons. */
        public NotMet {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Nobody can tell yet.
     *
     * @param reasons what is missing
     */
    record Unknown(List<Reason> reasons) implements Finding {
        /** Copies the reasons. */
        public Unknown {
            reasons = List.copyOf(reasons);
        }
    }

    /** {@return why it is not met or unknown; empty when it is met} */
    List<Reason> reasons();

    /** {@return whether the condition holds for certain} */
    default boolean isMet() {
        return this instanceof Met;
    }

    /** {@return whether the condition fails for certain} */
    default boolean isNotMet() {
        return this instanceof NotMet;
    }

    /** {@return whether nobody can tell yet} */
    default boolean isUnknown() {
        return this instanceof Unknown;
    }

    /**
     * Says that a condition holds.
     *
     * @param evidence the ids of the evidence that shows it
     * @return the finding
     */
    static Finding met(List<String> evidence) {
        return new Met(evidence);
    }

    /**
     * Says that a condition does not hold.
     *
     * @param reasons why not
     * @return the finding
     */
    static Finding notMet(Reason... reasons) {
        return new NotMet(List.of(reasons));
    }

    /**
     * Says that nobody can tell yet.
     *
     * @param reasons what is missing
     * @return the finding
     */
    static Finding unknown(Reason... reasons) {
        return new Unknown(List.of(reasons));
    }

    /**
     * Asks for all.
     *
     * @param findings the findings
     * @return not met when one is not met, with the reasons of those; else unknown when one is unknown; else met, as for no finding
     *     at all
     */
    static Finding all(List<Finding> findings) {
        List<Reason> failing = new ArrayList<>();
        List<Reason> open = new ArrayList<>();
        Set<String> shown = new LinkedHashSet<>();
        boolean fails = false;
        boolean waits = false;
        for (Finding finding : findings) {
            fails |= finding.isNotMet();
            waits |= finding.isUnknown();
            if (finding instanceof Met met) {
                shown.addAll(met.evidence());
            } else {
                (finding.isNotMet() ? failing : open).addAll(finding.reasons());
            }
        }
        if (fails) {
            return new NotMet(failing);
        }
        return waits ? new Unknown(open) : new Met(List.copyOf(shown));
    }

    /**
     * Asks for one at least.
     *
     * @param findings the findings
     * @return met when one is met; else unknown when one is unknown, with all reasons; else not met, as for no finding at all
     */
    static Finding any(List<Finding> findings) {
        List<Reason> reasons = new ArrayList<>();
        Set<String> shown = new LinkedHashSet<>();
        boolean holds = false;
        boolean waits = false;
        for (Finding finding : findings) {
            holds |= finding.isMet();
            waits |= finding.isUnknown();
            reasons.addAll(finding.reasons());
            if (finding instanceof Met met) {
                shown.addAll(met.evidence());
            }
        }
        if (holds) {
            return new Met(List.copyOf(shown));
        }
        return waits ? new Unknown(reasons) : new NotMet(reasons);
    }

    /** {@return the opposite: met and not met change places, unknown stays} */
    default Finding negated() {
        if (this instanceof Met met) {
            Reason reason = Reason.rule("CONDITION_HOLDS");
            return notMet(
                    met.evidence().isEmpty()
                            ? reason
                            : reason.withValue("evidence", new Detail.Text(String.join(", ", met.evidence()))));
        }
        return isNotMet() ? met(List.of()) : this;
    }
}

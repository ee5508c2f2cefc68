package dev.customerservice.roles.evidence;

import dev.customerservice.roles.evidence.Evidence.Basis;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A question about the evidence on one subject, with a three-valued answer; a tree that can be stored.
 *
 * <p>Hearsay never counts. {@code where} names details and the text each must have: a word, {@code true}, or a number. A window
 * {@code within} is elapsed time that ends at the instant of reading: evidence counts until that long after it happened.
 *
 * <p>Laws: a condition that {@link #isGrowing()} never leaves met when evidence is added; a wider interval never turns unknown into
 * met; {@code not(all(a, b))} finds what {@code any(not(a), not(b))} finds.
 */
public sealed interface Condition {

    /** How a detail is compared with a value. */
    enum Operator {
        /** Has exactly this value. */
        IS,
        /** Is the value or more. */
        AT_LEAST,
        /** Is the value or less. */
        AT_MOST,
        /** Is more than the value. */
        ABOVE,
        /** Is less than the value. */
        BELOW
    }

    /**
     * Asks for evidence of a kind: met, or unknown with {@code EVIDENCE_MISSING}.
     *
     * @param kind the kind
     * @param where the details it must have
     * @param count how many are needed, at least 1
     * @param within how long one counts; empty for ever
     * @param basis the weakest basis that counts
     */
    record Exists(String kind, SortedMap<String, String> where, int count, Optional<Duration> within, Basis basis)
            implements Condition {
        /** Refuses a count below one. */
        public Exists {
            where = Evaluation.copy(where);
            Evaluation.requireCounts(kind, count, within);
        }

        /**
         * Narrows the evidence.
         *
         * @param detail the name of a detail
         * @param value the text it must have
         * @return this condition with that demand added
         */
        public Exists withWhere(String detail, String value) {
            return new Exists(kind, Evaluation.with(where, detail, value), count, within, basis);
        }

        /**
         * Asks for more than one.
         *
         * @param number how many, at least 1
         * @return this condition for that many
         */
        public Exists withCount(int number) {
            return new Exists(kind, where, number, within, basis);
        }

        /**
         * Lets evidence lapse.
         *
         * @param window how long one counts
         * @return this condition with that window
         */
        public Exists withWithin(Duration window) {
            return new Exists(kind, where, count, Optional.of(window), basis);
        }

        /** {@return this condition on objective evidence only} */
        public Exists objective() {
            return new Exists(kind, where, count, within, Basis.OBJECTIVE);
        }
    }

    /**
     * Asks that there is no evidence of a kind: met, or not met with {@code EVIDENCE_PRESENT}.
     *
     * @param kind the kind
     * @param where the details that the evidence would have
     * @param within how long one counts; empty for ever
     */
    record None(String kind, SortedMap<String, String> where, Optional<Duration> within) implements Condition {
        /** Copies the demands. */
        public None {
            where = Evaluation.copy(where);
            Evaluation.requireCounts(kind, 1, within);
        }
    }

    /**
     * Asks that every evidence of a kind was answered: met; not met with {@code UNANSWERED}; or unknown with
     * {@code AWAITING_ANSWER} while one may still be answered in time. No evidence at all is met.
     *
     * @param kind the kind that calls for an answer
     * @param by the kind that answers
     * @param within how long the answer may take, that instant included; empty for any time
     */
    record Followed(String kind, String by, Optional<Duration> within) implements Condition {
        /** Refuses a limit that is negative. */
        public Followed {
            Evaluation.requireCounts(kind, 1, within);
        }
    }

    /**
     * Compares the latest detail with a value: met or not met with {@code NOT_SATISFIED}; unknown with {@code EVIDENCE_MISSING},
     * {@code INCONCLUSIVE} when the interval of an estimate holds values on both sides, or {@code SAMPLE_TOO_SMALL}.
     *
     * @param kind the kind
     * @param where the details it must have besides
     * @param detail the name of the detail compared
     * @param op how it is compared
     * @param value what it is compared with: a word, {@code true}, a decimal number, an ISO duration or an instant
     * @param minimumSample the smallest sample of an estimate that counts; 0 for any
     * @param basis the weakest basis that counts
     */
    record Compare(
            String kind,
            SortedMap<String, String> where,
            String detail,
            Operator op,
            String value,
            long minimumSample,
            Basis basis)
            implements Condition {
        /** Refuses an order asked of words. */
        public Compare {
            where = Evaluation.copy(where);
            Evaluation.requireOrder(op, value);
        }

        /**
         * Narrows the evidence.
         *
         * @param name the name of a detail
         * @param text the text it must have
         * @return this condition with that demand added
         */
        public Compare withWhere(String name, String text) {
            return new Compare(kind, Evaluation.with(where, name, text), detail, op, value, minimumSample, basis);
        }

        /**
         * Asks for a sample of some size.
         *
         * @param size the smallest that counts
         * @return this condition on such samples
         */
        public Compare withMinimumSample(long size) {
            return new Compare(kind, where, detail, op, value, size, basis);
        }
    }

    /**
     * Asks that a detail took each of several values: met, or unknown with {@code NOT_COVERED}.
     *
     * @param kind the kind
     * @param where the details it must have besides
     * @param detail the name of the detail
     * @param values the values wanted, at least one
     */
    record Covers(String kind, SortedMap<String, String> where, String detail, List<String> values)
            implements Condition {
        /** Copies the values. */
        public Covers {
            where = Evaluation.copy(where);
            values = List.copyOf(new LinkedHashSet<>(values));
        }
    }

    /**
     * Asks for evidence from several: met, or unknown with {@code TOO_FEW_DISTINCT}.
     *
     * @param kind the kind
     * @param where the details it must have
     * @param of what is told apart: {@code by}, a type of subject, or the name of a detail
     * @param atLeast how many are needed, at least 1
     */
    record Distinct(String kind, SortedMap<String, String> where, String of, int atLeast) implements Condition {
        /** Refuses a number below one. */
        public Distinct {
            where = Evaluation.copy(where);
            Evaluation.requireCounts(kind, atLeast, Optional.empty());
        }
    }

    /**
     * Asks for all conditions, by Kleene's "and".
     *
     * @param conditions the conditions
     */
    record All(List<Condition> conditions) implements Condition {
        /** Copies the conditions. */
        public All {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * Asks for one condition at least, by Kleene's "or".
     *
     * @param conditions the conditions
     */
    record Any(List<Condition> conditions) implements Condition {
        /** Copies the conditions. */
        public Any {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * Asks for the opposite, by Kleene's "not".
     *
     * @param condition the condition
     */
    record Not(Condition condition) implements Condition {}

    /**
     * Asks this condition.
     *
     * @param log the evidence
     * @param about the subject that evidence must be about to count
     * @param asOf the instant of reading; what was recorded later does not count
     * @return met with the evidence, not met or unknown with the reasons
     */
    default Finding test(EvidenceLog log, Subject about, Instant asOf) {
        return Evaluation.of(this, log.about(about).asOf(asOf), asOf);
    }

    /**
     * Finds the instants at which the finding may change: when evidence of its kinds happened, was retracted or lapses.
     *
     * @param log the evidence
     * @param about the subject
     * @return these instants in order; between two neighbours the finding stays the same
     */
    default NavigableSet<Instant> turningPoints(EvidenceLog log, Subject about) {
        return Evaluation.turningPoints(this, log.about(about));
    }

    /** {@return whether more evidence can never end its being met: only exists, covers, distinct, all and any, without windows} */
    default boolean isGrowing() {
        return Evaluation.isGrowing(this);
    }

    /** {@return the kinds it reads, each with the names of the details it asks for} */
    default Map<String, Set<String>> reads() {
        return Evaluation.reads(this);
    }

    /**
     * Names the values that it asks of one detail.
     *
     * @param detail the name of the detail, for example {@code kpi}
     * @return the texts that this detail must have somewhere in the condition, sorted
     */
    default Set<String> asksFor(String detail) {
        return Evaluation.asksFor(this, detail);
    }

    /**
     * Counts how often an estimate was looked at.
     *
     * @param log the evidence
     * @param about the subject
     * @return the largest number of estimates that one comparison has read; 0 when none was
     */
    default long looks(EvidenceLog log, Subject about) {
        return Evaluation.looks(this, log.about(about));
    }

    /**
     * Asks for evidence of a kind.
     *
     * @param kind the kind
     * @return the condition that one exists
     */
    static Exists exists(String kind) {
        return new Exists(kind, Collections.emptySortedMap(), 1, Optional.empty(), Basis.TESTIMONY);
    }

    /**
     * Asks that there is no evidence of a kind.
     *
     * @param kind the kind
     * @return the condition that none exists
     */
    static None none(String kind) {
        return new None(kind, Collections.emptySortedMap(), Optional.empty());
    }

    /**
     * Asks that everything of a kind was answered.
     *
     * @param kind the kind that calls for an answer
     * @param by the kind that answers
     * @return the condition that none is open
     */
    static Followed followed(String kind, String by) {
        return new Followed(kind, by, Optional.empty());
    }

    /**
     * Compares the latest detail of a kind.
     *
     * @param kind the kind
     * @param detail the name of the detail
     * @param op how it is compared
     * @param value what it is compared with
     * @return the condition that the comparison holds, for an estimate on its whole interval
     * @throws IllegalArgumentException when an order is asked of a word
     */
    static Compare compare(String kind, String detail, Operator op, String value) {
        return new Compare(kind, Collections.emptySortedMap(), detail, op, value, 0, Basis.TESTIMONY);
    }

    /**
     * Asks that a detail took each of several values.
     *
     * @param kind the kind
     * @param detail the name of the detail
     * @param values the values wanted
     * @return the condition that all were seen
     */
    static Covers covers(String kind, String detail, String... values) {
        return new Covers(kind, Collections.emptySortedMap(), detail, List.of(values));
    }

    /**
     * Asks for evidence from several.
     *
     * @param kind the kind
     * @param of what is told apart: {@code by}, a type of subject, or the name of a detail
     * @param atLeast how many are needed
     * @return the condition that so many were seen
     */
    static Distinct distinct(String kind, String of, int atLeast) {
        return new Distinct(kind, new TreeMap<>(), of, atLeast);
    }

    /**
     * Asks for all conditions.
     *
     * @param conditions the conditions
     * @return the condition that all are met
     */
    static All all(Condition... conditions) {
        return new All(List.of(conditions));
    }

    /**
     * Asks for one condition at least.
     *
     * @param conditions the conditions
     * @return the condition that one is met
     */
    static Any any(Condition... conditions) {
        return new Any(List.of(conditions));
    }

    /**
     * Asks for the opposite.
     *
     * @param condition the condition
     * @return the condition that it is not met
     */
    static Not not(Condition condition) {
        return new Not(condition);
    }
}

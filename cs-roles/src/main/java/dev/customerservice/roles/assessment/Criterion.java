package dev.customerservice.roles.assessment;

import dev.customerservice.domain.text.Shown;
import dev.customerservice.roles.catalogue.Scale;
import dev.customerservice.roles.evidence.Condition;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * One statement of an assessment, and how it is judged: rated by people unless it says that evidence shows it or a figure measures
 * it.
 */
@Value.Immutable
public interface Criterion extends WithCriterion {

    /** {@return the name of the criterion within its assessment} */
    String id();

    /** {@return what is judged, as a sentence} */
    String statement();

    /** {@return the group it belongs to} */
    String category();

    /** {@return how much it counts beside the others, above zero; 1 unless said otherwise} */
    @Value.Default
    default BigDecimal weight() {
        return BigDecimal.ONE;
    }

    /** {@return whether the assessment is incomplete without it} */
    @Value.Default
    default boolean required() {
        return false;
    }

    /** {@return whether failing it may outweigh all others} */
    @Value.Default
    default boolean critical() {
        return false;
    }

    /** {@return the scale on which people rate it; empty for that of the assessment} */
    Optional<Scale> scale();

    /** {@return the least value that is acceptable, 0 to 1; empty when any is} */
    Optional<BigDecimal> minimum();

    /** {@return the level that needs it; empty when none does} */
    Optional<String> level();

    /** {@return the evidence that shows it; empty when it is rated or measured} */
    Optional<Condition> shown();

    /** {@return the figure that measures it; empty when it is rated or shown} */
    Optional<Measured> measured();

    /** {@return whether people rate it} */
    default boolean isRated() {
        return shown().isEmpty() && measured().isEmpty();
    }

    /**
     * The latest figure of some evidence, drawn to 0 to 1: (x − worst) / (best − worst), cut at both ends.
     *
     * @param kind the kind of evidence
     * @param where the details it must have
     * @param detail the name of the detail that holds the number or estimate
     * @param worst the figure that is worth 0
     * @param best the figure that is worth 1, other than the worst; below it when less is better
     */
    record Measured(String kind, SortedMap<String, String> where, String detail, BigDecimal worst, BigDecimal best) {
        /** Refuses a worst that is the best. */
        public Measured {
            where = Collections.unmodifiableSortedMap(new TreeMap<>(where));
            if (worst.compareTo(best) == 0) {
                throw new IllegalArgumentException("worst (" + worst + ") of " + kind
                        + " must differ from best\nMaybe the target and what is bad were mixed up.");
            }
        }
    }

    /**
     * Refuses a weight that does not count, a minimum outside 0 to 1, and two ways of judging.
     *
     * @throws IllegalArgumentException when one of these is so
     */
    @Value.Check
    default void check() {
        if (weight().signum() <= 0) {
            throw new IllegalArgumentException("weight (" + weight() + ") of criterion " + id()
                    + " must be above zero\nMaybe leave the criterion out.");
        }
        if (minimum()
                .filter(least -> least.signum() < 0 || least.compareTo(BigDecimal.ONE) > 0)
                .isPresent()) {
            throw new IllegalArgumentException("minimum (" + minimum().get() + ") of criterion " + id()
                    + " must be from 0 to 1\nMaybe it was given on the scale: 3 of 1 to 5 is 0.5.");
        }
        if (shown().isPresent() && measured().isPresent()) {
            throw new IllegalArgumentException("criterion (" + Shown.of(id())
                    + ") must be shown or measured, not both\nMaybe make two criteria of it.");
        }
    }

    /**
     * Writes a criterion that people rate.
     *
     * @param id its name
     * @param category the group it belongs to
     * @param statement what is judged
     * @return the criterion, of weight 1
     */
    static Criterion rated(String id, String category, String statement) {
        return builder().id(id).category(category).statement(statement).build();
    }

    /**
     * Writes a criterion that evidence shows.
     *
     * @param id its name
     * @param category the group it belongs to
     * @param statement what is judged
     * @param condition what shows it
     * @return the criterion, of weight 1
     */
    static Criterion shown(String id, String category, String statement, Condition condition) {
        return builder()
                .id(id)
                .category(category)
                .statement(statement)
                .shown(condition)
                .build();
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a criterion. */
    final class Builder extends ImmutableCriterion.Builder {
        Builder() {}
    }
}

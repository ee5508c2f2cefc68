package dev.customerservice.roles.performance;

import dev.customerservice.domain.text.Shown;
import dev.customerservice.metrics.kpi.Direction;
import dev.customerservice.roles.catalogue.Catalogue;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.immutables.value.Value;

/** What is good and what is exceptional in one figure, for a role or a team. */
@Value.Immutable
public interface PerformanceStandard extends Catalogue.Entry, WithPerformanceStandard {

    /** {@return whom it is for: a {@code role}, {@code team} or {@code person}} */
    Subject appliesTo();

    /** {@return the area of results it belongs to, for example {@code speed}} */
    String area();

    /** {@return how much it counts among the standards of the same role, above 0 and at most 1} */
    @Value.Default
    default BigDecimal weight() {
        return BigDecimal.ONE;
    }

    /** {@return the id of the measure} */
    String kpi();

    /** {@return which way the figure gets better, never neither} */
    @Value.Default
    default Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    /** {@return the figure from which it is good} */
    BigDecimal good();

    /** {@return the figure from which it is exceptional, strictly better than good} */
    BigDecimal exceptional();

    /** {@return the smallest sample that is judged} */
    @Value.Default
    default long minimumSample() {
        return 0;
    }

    /** How somebody does. */
    enum Level {
        /** Worse than good. */
        BELOW,
        /** Good, and not exceptional. */
        GOOD,
        /** Exceptional. */
        EXCEPTIONAL
    }

    /**
     * What an interval says about a standard.
     *
     * @param atLeast the level of its worse end
     * @param atMost the level of its better end
     */
    record Verdict(Level atLeast, Level atMost) {
        /** {@return the level when both ends agree; empty when it is undecided} */
        public Optional<Level> level() {
            return atLeast == atMost ? Optional.of(atLeast) : Optional.empty();
        }
    }

    /**
     * Judges a figure by its whole interval.
     *
     * @param figure the figure
     * @return the levels it may be; every level when the sample is too small
     */
    default Verdict rate(Detail.Estimate figure) {
        if (figure.sampleSize() < minimumSample()) {
            return new Verdict(Level.BELOW, Level.EXCEPTIONAL);
        }
        Level low = level(figure.low());
        Level high = level(figure.high());
        return low.compareTo(high) <= 0 ? new Verdict(low, high) : new Verdict(high, low);
    }

    private Level level(BigDecimal figure) {
        if (reaches(figure, exceptional())) {
            return Level.EXCEPTIONAL;
        }
        return reaches(figure, good()) ? Level.GOOD : Level.BELOW;
    }

    private boolean reaches(BigDecimal figure, BigDecimal cut) {
        int compared = figure.compareTo(cut);
        return direction() == Direction.HIGHER_IS_BETTER ? compared >= 0 : compared <= 0;
    }

    /**
     * Looks for roles whose weights do not add up.
     *
     * @param standards the standards of any number of roles and teams
     * @return {@code WEIGHTS_NOT_ONE} with the exact sum for each whose weights are not 1 together
     */
    static List<Reason> problems(Collection<PerformanceStandard> standards) {
        Map<Subject, BigDecimal> sums = new TreeMap<>();
        standards.forEach(standard -> sums.merge(standard.appliesTo(), standard.weight(), BigDecimal::add));
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue().compareTo(BigDecimal.ONE) != 0)
                .map(sum -> Reason.rule("WEIGHTS_NOT_ONE")
                        .withAbout(sum.getKey())
                        .withValue("sum", new Detail.Quantity(sum.getValue(), "weight")))
                .toList();
    }

    /**
     * Refuses a standard that could not be told from another.
     *
     * @throws IllegalArgumentException when exceptional is not strictly better than good, the direction is neither, or the weight is not
     *     above 0 and at most 1
     */
    @Value.Check
    default void check() {
        if (direction() == Direction.NEITHER || reaches(good(), exceptional())) {
            throw new IllegalArgumentException("exceptional (" + Shown.of(exceptional()) + ") of standard " + id()
                    + " must be strictly better than good (" + Shown.of(good()) + ", " + direction()
                    + ")\nMaybe the two are swapped.");
        }
        if (weight().signum() <= 0 || weight().compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("weight (" + Shown.of(weight()) + ") of standard " + id()
                    + " must be above 0 and at most 1\nMaybe it was given in percent.");
        }
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a standard. */
    final class Builder extends ImmutablePerformanceStandard.Builder {
        Builder() {}
    }
}

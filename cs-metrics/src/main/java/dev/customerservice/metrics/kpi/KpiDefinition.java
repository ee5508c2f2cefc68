package dev.customerservice.metrics.kpi;

import dev.customerservice.domain.text.Shown;
import java.io.Serializable;
import java.util.Map;
import org.immutables.value.Value;

/** What a measure means, in words that fit on an index card. Equal ids must mean equal definitions. Immutable. */
@Value.Immutable
@SuppressWarnings("serial") // of the hidden implementation: both ends have the same library
public interface KpiDefinition extends WithKpiDefinition, Serializable {
    /** {@return the stable id: words of lower-case letters and digits joined by underscores, parts joined by dots} */
    String id();

    /** {@return how the amount is computed} */
    String formula();

    /** {@return which facts are looked at} */
    String population();

    /** {@return the moment that decides in which period, and under which attributes, a fact is counted} */
    String cohort();

    /** {@return what the amount is counted in} */
    Unit unit();

    /** {@return the least and greatest amount possible} */
    String range();

    /** {@return which way it gets better} */
    @Value.Default
    default Direction direction() {
        return Direction.NEITHER;
    }

    /** {@return what is said when nothing was counted} */
    @Value.Default
    default String emptyCase() {
        return "no data: nothing_counted";
    }

    /** {@return where the definition comes from} */
    @Value.Default
    default String source() {
        return "Own definition.";
    }

    /** {@return whether its facts are the operation's own records or the figures of others} */
    @Value.Default
    default SourceKind sourceKind() {
        return SourceKind.PRIMARY;
    }

    /** {@return what vendors call the same or nearly the same, by vendor} */
    Map<String, String> synonyms();

    /** Refuses an id that could not be a stable key. */
    @Value.Check
    default void check() {
        if (!Ids.VALID.matcher(id()).matches()) {
            throw new IllegalArgumentException(
                    "KPI id (" + Shown.of(id())
                            + ") must be lower-case words joined by underscores and dots.\nMaybe 'first_reply_time.p90' is the pattern.");
        }
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link KpiDefinition}. */
    final class Builder extends ImmutableKpiDefinition.Builder {
        Builder() {}
    }
}

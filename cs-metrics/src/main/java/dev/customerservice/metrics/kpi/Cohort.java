package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Backlog;
import dev.customerservice.metrics.facts.BacklogFacts;
import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.facts.When;
import java.io.Serializable;
import java.util.Locale;

/**
 * Which facts a measure counts in a period. A flow is dated by a moment; a stock is looked at at a border of the period.
 *
 * @param <F> the facts
 */
public sealed interface Cohort<F extends Fact> extends Serializable {
    /** {@return the type of the facts} */
    Class<F> kind();

    /** {@return the rule in words} */
    String rule();

    /** {@return one of its facts in words, such as contact or open ticket} */
    default String noun() {
        String name = kind().getSimpleName();
        return (name.endsWith("Facts") ? name.substring(0, name.length() - "Facts".length()) : name)
                .toLowerCase(Locale.ROOT);
    }

    /**
     * Dates each fact by a moment: the period that holds the moment counts it, under the attributes of that moment.
     *
     * @param kind the type of the facts
     * @param when the moment
     * @param <F> the facts
     */
    record Flow<F extends Fact>(Class<F> kind, When<F> when) implements Cohort<F> {
        @Override
        public String rule() {
            return "by the moment '" + when.id() + "', with the attributes of that moment";
        }
    }

    /**
     * Looks at what is open at a border of the period, with the attributes of that instant.
     *
     * @param open what counts as open
     * @param border at which end of the period
     */
    record Stock(Backlog open, Border border) implements Cohort<BacklogFacts> {
        @Override
        public String noun() {
            return "open ticket";
        }

        @Override
        public Class<BacklogFacts> kind() {
            return BacklogFacts.class;
        }

        @Override
        public String rule() {
            return "open at the " + (border == Border.OPENING ? "start" : "end") + " of the period, "
                    + (open.side() == Backlog.Side.BEFORE ? "just before" : "at") + " that instant";
        }
    }

    /** An end of a period. */
    enum Border {
        /** The start of the period. */
        OPENING,
        /** The end of the period. */
        CLOSING
    }

    /**
     * Dates facts by a moment.
     *
     * @param kind the type of the facts
     * @param when the moment
     * @param <F> the facts
     * @return the cohort
     */
    static <F extends Fact> Cohort<F> of(Class<F> kind, When<F> when) {
        return new Flow<>(kind, when);
    }
}

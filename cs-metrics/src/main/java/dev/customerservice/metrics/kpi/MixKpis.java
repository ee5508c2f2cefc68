package dev.customerservice.metrics.kpi;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.ticket.Category;
import dev.customerservice.metrics.facts.Attributes;
import dev.customerservice.metrics.facts.Backlog;
import dev.customerservice.metrics.facts.BacklogFacts;
import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.facts.Milestone;
import dev.customerservice.metrics.facts.Moment;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.facts.When;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.Mix;
import java.util.Optional;
import java.util.TreeMap;

/** Measures whose value is a count for each name: what issues are about, and who carries how much. */
public final class MixKpis {
    /** The name of tickets without a category, which are a part of the mix like any other. */
    public static final String UNCATEGORISED = "uncategorised";

    private MixKpis() {}

    /** {@return the number of tickets created of each category, those without one under {@link #UNCATEGORISED}} */
    public static FormulaKpi<TicketFacts, Mix> issueMix() {
        return mix("issue_mix", Cohort.of(TicketFacts.class, Milestone.CREATED), new ByCategory<>(Milestone.CREATED))
                .judged(Direction.NEITHER, "Common; shares and running shares by falling count.");
    }

    /** {@return the number of open tickets of each agent at the end of the period; those of nobody are left out} */
    public static FormulaKpi<BacklogFacts, Mix> openByAgent() {
        return mix(
                        "workload.open",
                        new Cohort.Stock(Backlog.unsolved(), Cohort.Border.CLOSING),
                        new ByAgent<>(When.begun()))
                .judged(Direction.NEITHER, "Its balance says how even it is: Gini, Jain, maximum over mean.");
    }

    /** {@return the number of tickets that each agent held when they were resolved for good, dated by that} */
    public static FormulaKpi<TicketFacts, Mix> resolvedByAgent() {
        return mix(
                        "workload.resolved",
                        Cohort.of(TicketFacts.class, Milestone.RESOLVED),
                        new ByAgent<>(Milestone.RESOLVED))
                .judged(Direction.NEITHER, "Its balance says how even it is: Gini, Jain, maximum over mean.");
    }

    private static <F extends Fact> FormulaKpi<F, Mix> mix(String id, Cohort<F> cohort, AmountColumn<F, Mix> of) {
        return FormulaKpi.of(id, Unit.COUNT, cohort, new Formula.Sum<>(of, Filter.every()));
    }

    private static Mix one(String name) {
        TreeMap<String, Long> counts = new TreeMap<>();
        counts.put(name, 1L);
        return new Mix(counts);
    }

    private record ByCategory<F extends Fact>(When<F> when) implements AmountColumn<F, Mix> {
        @Override
        public String id() {
            return "count by category";
        }

        @Override
        public Mix none() {
            return Mix.NONE;
        }

        @Override
        public Optional<Mix> of(F fact) {
            return when.of(fact)
                    .map(moment ->
                            one(moment.as().category().map(Category::value).orElse(UNCATEGORISED)));
        }
    }

    private record ByAgent<F extends Fact>(When<F> when) implements AmountColumn<F, Mix> {
        private static final Absence NOBODY = new Absence("unassigned");

        @Override
        public String id() {
            return "count by agent";
        }

        @Override
        public Mix none() {
            return Mix.NONE;
        }

        @Override
        public Optional<Mix> of(F fact) {
            return when.of(fact)
                    .map(Moment::as)
                    .flatMap(Attributes::agent)
                    .map(AgentId::value)
                    .map(MixKpis::one);
        }

        @Override
        public Absence absence(F fact) {
            return when.of(fact).isPresent() ? NOBODY : Absence.MISSING;
        }
    }
}

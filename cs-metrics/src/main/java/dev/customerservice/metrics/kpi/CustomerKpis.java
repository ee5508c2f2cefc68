package dev.customerservice.metrics.kpi;

import dev.customerservice.domain.money.Money;
import dev.customerservice.metrics.facts.CostFacts;
import dev.customerservice.metrics.facts.CustomerFacts;
import dev.customerservice.metrics.facts.When;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.Distribution;
import dev.customerservice.metrics.statistics.MoneyMean;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.metrics.statistics.WeightedScore;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/** The measures of customers over a stretch of time, and of what serving them costs. */
public final class CustomerKpis {
    static final Cohort<CustomerFacts> BY_START = Cohort.of(CustomerFacts.class, When.begun("start"));

    private CustomerKpis() {}

    /** {@return the share of the customers at the start that are customers at the end} */
    public static FormulaKpi<CustomerFacts, Ratio> retention() {
        return FormulaKpi.of("retention", Unit.SHARE, BY_START, new Formula.Share<>(Presence.AT_END.yes(), atStart()))
                .judged(Direction.HIGHER_IS_BETTER, "(end - new) / start, over the customers themselves.");
    }

    /** {@return the share of the customers at the start that are no customers at the end} */
    public static FormulaKpi<CustomerFacts, Ratio> churn() {
        return FormulaKpi.of("churn", Unit.SHARE, BY_START, new Formula.Share<>(Presence.AT_END.no(), atStart()))
                .judged(Direction.LOWER_IS_BETTER, "1 - retention.");
    }

    /** {@return the contacts for each customer; more than one for each is nothing odd} */
    public static FormulaKpi<CustomerFacts, Ratio> contactRate() {
        return FormulaKpi.of(
                        "contact_rate",
                        Unit.RATE,
                        BY_START,
                        new Formula.Rate<>(CustomerNumber.CONTACTS, Filter.every()))
                .judged(Direction.LOWER_IS_BETTER, "Contacts / base.");
    }

    /**
     * Collects the health of customers: the weighted mean of the parts that are present.
     *
     * @param minimumCoverage the least share of the weight that must be present, 0 to 1; others are left out as missing
     * @return the distribution of their scores
     */
    public static FormulaKpi<CustomerFacts, Distribution> health(double minimumCoverage) {
        return FormulaKpi.of(
                        "customer_health.from_" + Ids.part(String.valueOf(minimumCoverage)),
                        Unit.POINTS,
                        BY_START,
                        new Formula.Sum<>(new Health(minimumCoverage), Filter.every()))
                .ranging("0 to 100")
                .judged(Direction.HIGHER_IS_BETTER, "Own definition; there is no standard. Missing parts are not 0.");
    }

    /**
     * Measures what a contact costs.
     *
     * @param currency the currency; costs in others are not looked at
     * @return the cost over the contacts that it paid for
     */
    public static FormulaKpi<CostFacts, MoneyMean> costPerContact(Currency currency) {
        return FormulaKpi.of(
                        "cost_per_contact." + Ids.part(currency.getCurrencyCode()),
                        Unit.MONEY,
                        Cohort.of(CostFacts.class, When.begun("start")),
                        new Formula.Sum<>(new Cost(currency), new In(currency).yes()))
                .judged(Direction.LOWER_IS_BETTER, "MetricNet: operating expense / inbound volume.")
                .called("MetricNet", "Cost per contact");
    }

    private static Filter<CustomerFacts> atStart() {
        return Presence.AT_START.yes();
    }

    private enum Presence implements FlagColumn<CustomerFacts> {
        AT_START {
            @Override
            public Answer of(CustomerFacts fact) {
                return Answer.of(fact.atStart());
            }
        },
        AT_END {
            @Override
            public Answer of(CustomerFacts fact) {
                return fact.atEnd().map(Answer::of).orElseGet(() -> Answer.unknown(Absence.WINDOW_OPEN));
            }
        };

        @Override
        public String id() {
            return "customers " + name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private record Health(double minimumCoverage) implements AmountColumn<CustomerFacts, Distribution> {
        @Override
        public String id() {
            return "weighted mean of the parts present, from a coverage of " + minimumCoverage + " on";
        }

        @Override
        public Distribution none() {
            return Distribution.empty();
        }

        @Override
        public Optional<Distribution> of(CustomerFacts fact) {
            return WeightedScore.of(fact.health(), minimumCoverage).value().stream()
                    .mapToObj(score -> Distribution.times(score, 1))
                    .findFirst();
        }
    }

    private record Cost(Currency currency) implements AmountColumn<CostFacts, MoneyMean> {
        @Override
        public String id() {
            return "sum of cost / sum of contacts";
        }

        @Override
        public MoneyMean none() {
            return new MoneyMean(Money.zero(currency), 0);
        }

        @Override
        public Optional<MoneyMean> of(CostFacts fact) {
            return Optional.of(new MoneyMean(fact.cost(), fact.contacts()));
        }
    }

    private record In(Currency currency) implements FlagColumn<CostFacts> {
        @Override
        public String id() {
            return "costs in " + currency.getCurrencyCode();
        }

        @Override
        public Answer of(CostFacts fact) {
            return Answer.of(fact.cost().currency().equals(currency));
        }
    }
}

package dev.customerservice.metrics.kpi;

import dev.customerservice.domain.selfservice.SelfServiceVisit;
import dev.customerservice.metrics.facts.CustomerFacts;
import dev.customerservice.metrics.facts.VisitFacts;
import dev.customerservice.metrics.facts.VoteFacts;
import dev.customerservice.metrics.facts.When;
import dev.customerservice.metrics.statistics.Ratio;
import java.util.Locale;

/** The measures of help centres and bots. Silence is not success: what is known and what is only hoped have different names. */
public final class SelfServiceKpis {
    private static final Cohort<VisitFacts> BY_START = Cohort.of(VisitFacts.class, When.begun("start"));
    private static final Filter<VisitFacts> BOT = new At(SelfServiceVisit.Place.BOT).yes();

    private SelfServiceKpis() {}

    /** {@return the share of attempts whose customer confirmed that the matter is settled} */
    public static FormulaKpi<VisitFacts, Ratio> confirmedResolution() {
        return share("self_service.confirmed", ended(SelfServiceVisit.Outcome.CONFIRMED), Filter.every())
                .judged(Direction.HIGHER_IS_BETTER, "Confirmed resolved / attempts: the strict figure.");
    }

    /** {@return the share of attempts that ended without a contact, an upper bound of what was settled} */
    public static FormulaKpi<VisitFacts, Ratio> deflection() {
        return share(
                        "self_service.deflection",
                        ended(SelfServiceVisit.Outcome.CONFIRMED).or(ended(SelfServiceVisit.Outcome.LEFT)),
                        Filter.every())
                .judged(Direction.HIGHER_IS_BETTER, "(confirmed + left without contact) / attempts: an upper bound.");
    }

    /** {@return the customers that used the help centre for each customer that opened a ticket} */
    public static FormulaKpi<CustomerFacts, Ratio> selfServiceScore() {
        Filter<CustomerFacts> users = CustomerNumber.VISITS.atLeast(1);
        Filter<CustomerFacts> askers = CustomerNumber.TICKETS.atLeast(1);
        return FormulaKpi.of(
                        "self_service.score",
                        Unit.RATE,
                        CustomerKpis.BY_START,
                        new Formula.Sum<>(new Amounts.Versus<>(users, askers), Filter.every()))
                .judged(Direction.HIGHER_IS_BETTER, "Help-centre users / ticket users; 4 to 1, not a share.")
                .called("Zendesk", "Self-service score");
    }

    /** {@return the share of bot sessions that were neither handed over nor given up} */
    public static FormulaKpi<VisitFacts, Ratio> containment() {
        return share(
                        "bot_containment",
                        ended(SelfServiceVisit.Outcome.HANDED_OVER)
                                .or(ended(SelfServiceVisit.Outcome.ABANDONED))
                                .not(),
                        BOT)
                .judged(Direction.HIGHER_IS_BETTER, "(sessions - handoffs - abandoned) / sessions.");
    }

    /** {@return the share of bot sessions that were not handed over, given up or not} */
    public static FormulaKpi<VisitFacts, Ratio> containmentWithAbandoned() {
        return share(
                        "bot_containment.with_abandoned",
                        ended(SelfServiceVisit.Outcome.HANDED_OVER).not(),
                        BOT)
                .judged(
                        Direction.HIGHER_IS_BETTER,
                        "(sessions - handoffs) / sessions: who gave up counts as contained.");
    }

    /** {@return the share of bot sessions that were handed over} */
    public static FormulaKpi<VisitFacts, Ratio> handoffRate() {
        return share("bot_handoff_rate", ended(SelfServiceVisit.Outcome.HANDED_OVER), BOT)
                .judged(Direction.LOWER_IS_BETTER, "Handoffs / sessions, of one cohort.")
                .called("Chatwoot", "Handoff rate");
    }

    /** {@return the share of bot sessions whose customer confirmed that the matter is settled} */
    public static FormulaKpi<VisitFacts, Ratio> botResolution() {
        return share("bot_resolution", ended(SelfServiceVisit.Outcome.CONFIRMED), BOT)
                .judged(Direction.HIGHER_IS_BETTER, "Confirmed / sessions.")
                .called("Chatwoot", "Resolution rate");
    }

    /** {@return the share of readers that an article helped; rank by the lower end of its interval} */
    public static FormulaKpi<VoteFacts, Ratio> usefulness() {
        return FormulaKpi.of(
                        "article_usefulness",
                        Unit.SHARE,
                        Cohort.of(VoteFacts.class, When.begun("vote")),
                        new Formula.Share<>(Helped.COLUMN.yes(), Filter.every()))
                .judged(Direction.HIGHER_IS_BETTER, "Helpful / (helpful + not); 1 of 1 must not beat 90 of 100.");
    }

    private static Filter<VisitFacts> ended(SelfServiceVisit.Outcome outcome) {
        return new Ended(outcome).yes();
    }

    private static FormulaKpi<VisitFacts, Ratio> share(String id, Filter<VisitFacts> of, Filter<VisitFacts> among) {
        return FormulaKpi.of(id, Unit.SHARE, BY_START, new Formula.Share<>(of, among));
    }

    private record Ended(SelfServiceVisit.Outcome outcome) implements FlagColumn<VisitFacts> {
        @Override
        public String id() {
            return "ended " + outcome.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public Answer of(VisitFacts fact) {
            return Answer.of(fact.visit().outcome() == outcome);
        }
    }

    private record At(SelfServiceVisit.Place place) implements FlagColumn<VisitFacts> {
        @Override
        public String id() {
            return place.name().toLowerCase(Locale.ROOT) + " sessions";
        }

        @Override
        public Answer of(VisitFacts fact) {
            return Answer.of(fact.visit().place() == place);
        }
    }

    private enum Helped implements FlagColumn<VoteFacts> {
        COLUMN;

        @Override
        public String id() {
            return "helpful";
        }

        @Override
        public Answer of(VoteFacts fact) {
            return Answer.of(fact.vote().helpful());
        }
    }
}

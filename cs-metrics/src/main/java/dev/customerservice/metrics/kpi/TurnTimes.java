package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Moment;
import dev.customerservice.metrics.facts.TurnFacts;
import dev.customerservice.metrics.facts.When;
import dev.customerservice.metrics.statistics.Absence;
import java.util.Map;
import java.util.Optional;

/** The waits for a reply on a clock. */
record TurnTimes(Clock clock, boolean withFirst)
        implements DurationKpi<TurnFacts>, DurationColumn<TurnFacts>, FlagColumn<TurnFacts> {
    @Override
    public String id() {
        return (withFirst ? "response_time" : "next_reply_time")
                + (clock.equals(Clock.CALENDAR) ? "" : ".on_" + clock.id());
    }

    @Override
    public long nanos(TurnFacts turn) {
        Optional<Moment> reply = turn.reply();
        return reply.isEmpty() ? ABSENT : clock.nanos(turn.at(), reply.get().at());
    }

    @Override
    public long soFar(TurnFacts turn) {
        return turn.waiting() ? clock.nanos(turn.at(), turn.asOf()) : ABSENT;
    }

    @Override
    public Absence absence(TurnFacts turn) {
        return turn.waiting() ? Absence.STILL_RUNNING : Absence.MISSING;
    }

    @Override
    public KpiDefinition definition() {
        return KpiDefinition.builder()
                .id(id())
                .formula("time from the oldest unanswered message of the customer to the reply on the clock "
                        + clock.id())
                .population((withFirst ? "all waits" : "waits that did not begin with the creation")
                        + "; open ones are left out as still_running, those that ended without a reply as missing")
                .cohort(cohort().rule())
                .unit(Unit.DURATION)
                .range("0 or more")
                .direction(Direction.LOWER_IS_BETTER)
                .source(
                        withFirst
                                ? "Freshdesk and Zoho, over responses and not over tickets received."
                                : "Zammad issue 3410, without its limit to the longest.")
                .synonyms(
                        withFirst
                                ? Map.of("Freshdesk", "Average response time", "Zoho", "Average response time")
                                : Map.of("Zendesk", "Next reply time"))
                .build();
    }

    @Override
    public Cohort<TurnFacts> cohort() {
        return Cohort.of(TurnFacts.class, When.begun());
    }

    @Override
    public Answer of(TurnFacts turn) {
        return Answer.of(withFirst || !turn.first());
    }

    @Override
    public Formula.Times<TurnFacts> formula() {
        return new Formula.Times<>(this, yes());
    }
}

package dev.customerservice.metrics.kpi;

import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.metrics.facts.Attributes;
import dev.customerservice.metrics.facts.Backlog;
import dev.customerservice.metrics.facts.BacklogFacts;
import dev.customerservice.metrics.facts.StayFacts;
import dev.customerservice.metrics.facts.StayMoment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The measures of open work: the stock at the borders of a period and the flows between them.
 *
 * <p>For all tickets: opening + created + reopened - resolved - removed = closing. For a team, transfers in and out are
 * added and taken off. Flows and stock agree for every half-open period with stocks {@link Backlog.Side#BEFORE}.
 */
public final class BacklogKpis {
    /** The age classes when none are named: below 1, 3, 7 and 30 days of 24 hours, and above. */
    public static final List<Duration> DEFAULT_AGE_EDGES =
            List.of(Duration.ofDays(1), Duration.ofDays(3), Duration.ofDays(7), Duration.ofDays(30));

    private static final Filter<StayFacts> OPEN = new Open().yes();

    private BacklogKpis() {}

    /** {@return the number of unsolved tickets at the end of the period} */
    public static FormulaKpi<BacklogFacts, Long> backlog() {
        return backlog(Backlog.unsolved(), Cohort.Border.CLOSING);
    }

    /**
     * Counts open tickets at a border of the period.
     *
     * @param rule what counts as open
     * @param border at which end of the period
     * @return the number of open tickets
     */
    public static FormulaKpi<BacklogFacts, Long> backlog(Backlog rule, Cohort.Border border) {
        FormulaKpi<BacklogFacts, Long> kpi = FormulaKpi.of(
                (border == Cohort.Border.OPENING ? "opening_" : "") + "backlog"
                        + rule.id().replaceAll("[^a-z0-9_]", "_"),
                Unit.COUNT,
                new Cohort.Stock(rule, border),
                new Formula.Count<>(Filter.every()));
        return kpi.defined(kpi.definition()
                .withPopulation(population(rule))
                .withDirection(Direction.LOWER_IS_BETTER)
                .withSource("A stock, reopened tickets included; Zammad's backlog is the net flow of a bucket."));
    }

    /** {@return the age of unsolved tickets at the end of the period, since their creation} */
    public static DurationKpi<BacklogFacts> backlogAge() {
        return backlogAge(Backlog.unsolved(), Cohort.Border.CLOSING);
    }

    /**
     * Measures the age of open tickets at a border of the period.
     *
     * @param rule what counts as open, and since when
     * @param border at which end of the period
     * @return their ages
     */
    public static DurationKpi<BacklogFacts> backlogAge(Backlog rule, Cohort.Border border) {
        return new BacklogAge(rule, border, false);
    }

    /** {@return how long nothing was done to unsolved tickets at the end of the period} */
    public static DurationKpi<BacklogFacts> backlogAgeSinceUpdate() {
        return backlogAgeSinceUpdate(Backlog.unsolved(), Cohort.Border.CLOSING);
    }

    /**
     * Measures how long nothing was done to open tickets at a border of the period: no message, no change, nothing by anybody.
     *
     * @param rule what counts as open
     * @param border at which end of the period
     * @return the times since their last updates
     */
    public static DurationKpi<BacklogFacts> backlogAgeSinceUpdate(Backlog rule, Cohort.Border border) {
        return new BacklogAge(rule, border, true);
    }

    /**
     * Counts unsolved tickets by age at the end of the period.
     *
     * @param edges the boundaries of the classes in rising order; each belongs to the class above it
     * @return the number of tickets in each class
     */
    public static Kpi<BacklogFacts, List<Long>> ageClasses(List<Duration> edges) {
        return backlogAge().classes("classes", edges);
    }

    /** {@return the number of tickets that came to be open by their creation} */
    public static FormulaKpi<StayFacts, Long> created() {
        return flow("backlog_created", StayMoment.BEGAN, new Began(StayFacts.Began.CREATED));
    }

    /** {@return the number of done tickets that were taken up again, dated by that} */
    public static FormulaKpi<StayFacts, Long> reopened() {
        return flow("backlog_reopened", StayMoment.BEGAN, new Began(StayFacts.Began.REOPENED));
    }

    /** {@return the number of open tickets that became done, dated by that} */
    public static FormulaKpi<StayFacts, Long> resolved() {
        return flow("backlog_resolved", StayMoment.ENDED, new Ended(StayFacts.Ended.RESOLVED));
    }

    /** {@return the number of open tickets that were merged or deleted, dated by that} */
    public static FormulaKpi<StayFacts, Long> removed() {
        return flow("backlog_removed", StayMoment.ENDED, new Ended(StayFacts.Ended.REMOVED));
    }

    /** {@return the number of open tickets that came from another team or from none, counted at the team that got them} */
    public static FormulaKpi<StayFacts, Long> transferredIn() {
        return flow("backlog_transferred_in", StayMoment.BEGAN, new TeamChange(true));
    }

    /** {@return the number of open tickets that left for another team or none, counted at the team that had them} */
    public static FormulaKpi<StayFacts, Long> transferredOut() {
        return flow("backlog_transferred_out", StayMoment.ENDED, new TeamChange(false));
    }

    /** {@return the number created and taken up again less the number resolved, dated by each change, with the attributes after it} */
    public static FormulaKpi<StayFacts, Long> netChange() {
        FormulaKpi<StayFacts, Long> net = FormulaKpi.of(
                "backlog_net_change",
                Unit.COUNT,
                Cohort.of(StayFacts.class, StayMoment.BEGAN),
                new Formula.Total<>(
                        NetChange.OF_BACKLOG, NetChange.OF_BACKLOG.is(0).not()));
        return net.defined(net.definition()
                .withRange("any whole number")
                .withDirection(Direction.LOWER_IS_BETTER)
                .withSource("Created + reopened - resolved; the stock falls by what is merged or deleted besides."));
    }

    private static FormulaKpi<StayFacts, Long> flow(String id, StayMoment when, FlagColumn<StayFacts> column) {
        return FormulaKpi.of(
                id, Unit.COUNT, Cohort.of(StayFacts.class, when), new Formula.Count<>(OPEN.and(column.yes())));
    }

    private static String population(Backlog rule) {
        if (rule instanceof Backlog.ByMilestone between) {
            return "tickets between " + between.from().id() + " and "
                    + between.until().id();
        }
        return "tickets whose status is " + ((Backlog.ByStatus) rule).statuses();
    }

    private record Open() implements FlagColumn<StayFacts> {
        @Override
        public String id() {
            return "open";
        }

        @Override
        public Answer of(StayFacts stay) {
            return Answer.of(!stay.status().isDone());
        }
    }

    private enum NetChange implements NumberColumn<StayFacts> {
        OF_BACKLOG;

        @Override
        public String id() {
            return "net change of the backlog";
        }

        @Override
        public long of(StayFacts stay) {
            return switch (stay.began()) {
                case CREATED -> stay.status().isDone() ? 0 : 1;
                case REOPENED -> 1;
                case RESOLVED -> -1;
                case MOVED -> 0;
            };
        }
    }

    private record Began(StayFacts.Began how) implements FlagColumn<StayFacts> {
        @Override
        public String id() {
            return "began " + how;
        }

        @Override
        public Answer of(StayFacts stay) {
            return Answer.of(stay.began() == how);
        }
    }

    private record Ended(StayFacts.Ended how) implements FlagColumn<StayFacts> {
        @Override
        public String id() {
            return "ended " + how;
        }

        @Override
        public Answer of(StayFacts stay) {
            return Answer.of(stay.ended() == how);
        }
    }

    private record TeamChange(boolean in) implements FlagColumn<StayFacts> {
        @Override
        public String id() {
            return in ? "came from another team" : "left for another team";
        }

        @Override
        public Answer of(StayFacts stay) {
            boolean moved = in ? stay.began() == StayFacts.Began.MOVED : stay.ended() == StayFacts.Ended.MOVED;
            Optional<Attributes> neighbour = in ? stay.before() : stay.after();
            return Answer.of(moved
                    && neighbour
                            .filter(other -> !other.team().equals(stay.as().team()))
                            .isPresent());
        }
    }

    private record BacklogAge(Backlog rule, Cohort.Border border, boolean sinceUpdate)
            implements DurationKpi<BacklogFacts>, DurationColumn<BacklogFacts> {
        @Override
        public String id() {
            return (border == Cohort.Border.OPENING ? "opening_" : "") + "backlog_age"
                    + (sinceUpdate ? "_since_update" : "") + rule.id();
        }

        @Override
        public long nanos(BacklogFacts fact) {
            return EpochNanos.of(fact.at()) - EpochNanos.of(sinceUpdate ? fact.updatedAt() : fact.since());
        }

        @Override
        public KpiDefinition definition() {
            return KpiDefinition.builder()
                    .id(id())
                    .formula("the instant less the " + (sinceUpdate ? "last event" : "start")
                            + " of the ticket, wall clock")
                    .population(population(rule))
                    .cohort(cohort().rule())
                    .unit(Unit.DURATION)
                    .range("0 or more")
                    .direction(Direction.LOWER_IS_BETTER)
                    .source("One of the two ages of dbt_zendesk: since creation, and since the last update.")
                    .build();
        }

        @Override
        public Cohort<BacklogFacts> cohort() {
            return new Cohort.Stock(rule, border);
        }

        @Override
        public Formula.Times<BacklogFacts> formula() {
            return new Formula.Times<>(this, Filter.every());
        }
    }
}

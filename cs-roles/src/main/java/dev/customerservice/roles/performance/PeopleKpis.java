package dev.customerservice.roles.performance;

import dev.customerservice.metrics.facts.When;
import dev.customerservice.metrics.kpi.AmountColumn;
import dev.customerservice.metrics.kpi.Cohort;
import dev.customerservice.metrics.kpi.Direction;
import dev.customerservice.metrics.kpi.Filter;
import dev.customerservice.metrics.kpi.Formula;
import dev.customerservice.metrics.kpi.FormulaKpi;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.kpi.NumberColumn;
import dev.customerservice.metrics.kpi.Unit;
import dev.customerservice.metrics.report.KpiGoal;
import dev.customerservice.metrics.report.Scoreboard;
import dev.customerservice.metrics.report.Slice;
import dev.customerservice.metrics.statistics.Balance;
import dev.customerservice.metrics.statistics.DurationDistribution;
import dev.customerservice.metrics.statistics.Goal;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.metrics.statistics.SurvivalCurve;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.performance.PersonFacts.Figure;
import dev.customerservice.roles.role.Team;
import dev.customerservice.roles.role.TeamMember;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The measures of people. Each keeps numerator and denominator, so rows of any teams merge; a rate over heads counts the mean number of
 * people present, which is the days present over the days of the period.
 */
public final class PeopleKpis {

    private static final Cohort<PersonFacts> BY_PERIOD = Cohort.of(PersonFacts.class, When.begun());

    /** Somebody who left on the first date of a period has a row for that, and is none of its people. */
    private static final Filter<PersonFacts> PRESENT =
            Filter.code("was there", row -> row.number(Figure.PRESENT_DAYS) > 0);

    private PeopleKpis() {}

    /** {@return the measures by which a manager is judged, people advancing first} */
    public static List<Kpi<PersonFacts, Ratio>> ofManager() {
        return List.of(
                advancementRate(),
                regrettedAttrition(),
                feedbackOnTime(),
                positiveToCorrective(),
                upwardFeedbackRate(),
                ideaParticipation(),
                strategicTimeShare());
    }

    /**
     * Holds a report against the standards of a role, as a manager's scorecard does: people advancing first, then by weight.
     *
     * @param slice a slice of a report that measures what the standards name
     * @param standards the standards of one role or team
     * @param kpis the measures the standards name, of people and of tickets
     * @return one line for each standard, with its figure and interval, on the way from good (progress 0) to exceptional (1, and met)
     * @throws IllegalArgumentException when a standard names a measure that is not among them
     */
    public static Scoreboard scorecard(
            Slice slice, Collection<PerformanceStandard> standards, Collection<? extends Kpi<?, ?>> kpis) {
        String headline = advancementRate().id();
        return Scoreboard.of(
                slice,
                standards.stream()
                        .sorted(Comparator.comparing((PerformanceStandard each) ->
                                        !each.kpi().equals(headline))
                                .thenComparing(PerformanceStandard::weight, Comparator.reverseOrder()))
                        .map(standard -> goal(standard, kpis))
                        .toList());
    }

    private static KpiGoal goal(PerformanceStandard standard, Collection<? extends Kpi<?, ?>> kpis) {
        Kpi<?, ?> kpi = kpis.stream()
                .filter(each -> each.id().equals(standard.kpi()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("kpi (" + standard.kpi() + ") of standard "
                        + standard.id() + " must be among the measures\nMaybe add it to the report and to the list."));
        return new KpiGoal(
                kpi,
                new Goal(standard.good().doubleValue(), standard.exceptional().doubleValue()));
    }

    /** {@return advancements over the mean number of direct reports, the biggest measure of a manager} */
    public static FormulaKpi<PersonFacts, Ratio> advancementRate() {
        return perHead("advancement_rate", Figure.ADVANCED, Direction.HIGHER_IS_BETTER);
    }

    /** {@return departures over the mean number of direct reports} */
    public static FormulaKpi<PersonFacts, Ratio> attrition() {
        return perHead("attrition", Figure.LEFT, Direction.LOWER_IS_BETTER);
    }

    /** {@return regretted departures over the mean number of direct reports} */
    public static FormulaKpi<PersonFacts, Ratio> regrettedAttrition() {
        return perHead("attrition.regretted", Figure.LEFT_REGRETTED, Direction.LOWER_IS_BETTER);
    }

    /** {@return feedback given in time over behaviours on which it came due; open ones count as not in time} */
    public static FormulaKpi<PersonFacts, Ratio> feedbackOnTime() {
        return judged(
                quotient("feedback_on_time", Unit.SHARE, Figure.FEEDBACK_ON_TIME, Figure.FEEDBACK_DUE),
                Direction.HIGHER_IS_BETTER,
                "Feedback while tone and words are remembered.");
    }

    /** {@return positive feedback over corrective; undefined without corrective feedback, both counts stay visible} */
    public static FormulaKpi<PersonFacts, Ratio> positiveToCorrective() {
        return quotient("feedback_positive_to_corrective", Unit.RATE, Figure.POSITIVE, Figure.CORRECTIVE);
    }

    /** {@return feedback given to peers, for each person} */
    public static FormulaKpi<PersonFacts, Ratio> peerFeedbackRate() {
        return perPerson("peer_feedback_rate", Figure.PEER_GIVEN);
    }

    /** {@return feedback given to the own manager, for each person} */
    public static FormulaKpi<PersonFacts, Ratio> upwardFeedbackRate() {
        return perPerson("upward_feedback_rate", Figure.UPWARD_GIVEN);
    }

    /** {@return pairs of peers who gave each other feedback over pairs in which one did} */
    public static FormulaKpi<PersonFacts, Ratio> reciprocity() {
        return judged(
                quotient("feedback_reciprocity", Unit.SHARE, Figure.TWO_WAY_PAIRS, Figure.PAIRS),
                Direction.HIGHER_IS_BETTER,
                "Reciprocity lets people solve conflicts themselves.");
    }

    /** {@return conflicts ended without a manager over conflicts ended} */
    public static FormulaKpi<PersonFacts, Ratio> selfSolvedConflicts() {
        return quotient("conflicts_self_solved", Unit.SHARE, Figure.CONFLICTS_SELF_SOLVED, Figure.CONFLICTS);
    }

    /** {@return promises kept in time over promises that came due} */
    public static FormulaKpi<PersonFacts, Ratio> deliverablesOnTime() {
        return judged(
                quotient("deliverables_on_time", Unit.SHARE, Figure.PROMISES_ON_TIME, Figure.PROMISES_DUE),
                Direction.HIGHER_IS_BETTER,
                "All know when to expect what.");
    }

    /** {@return ideas adopted over ideas raised; both in the period, so it may exceed 1} */
    public static FormulaKpi<PersonFacts, Ratio> ideaAdoption() {
        return quotient("idea_adoption", Unit.RATE, Figure.IDEAS_ADOPTED, Figure.IDEAS);
    }

    /** {@return people who raised an idea or an opposing opinion over all people} */
    public static FormulaKpi<PersonFacts, Ratio> ideaParticipation() {
        return judged(
                share("idea_participation", "raised an idea or dissent", Figure.IDEAS, Figure.DISSENT),
                Direction.HIGHER_IS_BETTER,
                "Free ideas and opposing opinions.");
    }

    /** {@return people with an incident of conduct over all people: bad behaviour spreads} */
    public static FormulaKpi<PersonFacts, Ratio> conductSpread() {
        return judged(
                share("conduct_spread", "had an incident", Figure.INCIDENTS),
                Direction.LOWER_IS_BETTER,
                "Distinct people, not incidents.");
    }

    /** {@return strategic time over strategic and operational time} */
    public static FormulaKpi<PersonFacts, Ratio> strategicTimeShare() {
        return ratio(
                "strategic_time",
                Unit.SHARE,
                new Quotient(
                        "strategic / (strategic + operational) minutes",
                        List.of(Figure.STRATEGIC_MINUTES),
                        List.of(Figure.STRATEGIC_MINUTES, Figure.OPERATIONAL_MINUTES),
                        false));
    }

    /** {@return the minutes of development for the work and as a person, for each person} */
    public static FormulaKpi<PersonFacts, Ratio> developmentMinutes() {
        return FormulaKpi.of(
                "development_minutes",
                Unit.RATE,
                BY_PERIOD,
                new Formula.Rate<>(
                        new Sum(
                                "minutes of development",
                                List.of(Figure.PROFESSIONAL_MINUTES, Figure.PERSONAL_MINUTES)),
                        PRESENT));
    }

    /** {@return the minutes in the queue with customers in all; of one leader, filter the rows} */
    public static FormulaKpi<PersonFacts, Long> ownQueueMinutes() {
        return FormulaKpi.of(
                "own_queue_minutes",
                Unit.COUNT,
                BY_PERIOD,
                new Formula.Total<>(new Sum("minutes in the queue", List.of(Figure.QUEUE_MINUTES)), Filter.every()));
    }

    /**
     * Measures who stands still.
     *
     * @param days after how many dates without a gain of skill or a change of role
     * @return people beyond that over the people of whom it is known
     */
    public static FormulaKpi<PersonFacts, Ratio> stagnationShare(long days) {
        Filter<PersonFacts> known = Filter.<PersonFacts>code(
                        "last growth is known", row -> row.numbers().containsKey(Figure.DAYS_SINCE_GROWTH))
                .and(PRESENT);
        return judged(
                FormulaKpi.of(
                        "stagnation.after_" + days + "_days",
                        Unit.SHARE,
                        BY_PERIOD,
                        new Formula.Share<>(
                                Filter.<PersonFacts>code(
                                                "no growth for more than " + days + " days",
                                                row -> row.number(Figure.DAYS_SINCE_GROWTH) > days)
                                        .and(known),
                                known)),
                Direction.LOWER_IS_BETTER,
                "Growth prevents standing still.");
    }

    /**
     * Measures how evenly development is spread.
     *
     * @param rows the people
     * @return the Gini coefficient of the minutes of each, 0 when all have the same; empty when nobody had any
     */
    public static OptionalDouble developmentEquity(Collection<PersonFacts> rows) {
        return Balance.of(rows.stream()
                        .filter(row -> row.number(Figure.PRESENT_DAYS) > 0)
                        .mapToLong(row -> row.number(Figure.PROFESSIONAL_MINUTES) + row.number(Figure.PERSONAL_MINUTES))
                        .toArray())
                .gini();
    }

    /**
     * Follows ideas until they are answered.
     *
     * @param log what has happened
     * @param asOf the instant of reading
     * @return the curve of the time to the answer, in which ideas without one are still running
     */
    public static SurvivalCurve ideaResponse(EvidenceLog log, Instant asOf) {
        DurationDistribution.Builder answered = DurationDistribution.builder();
        DurationDistribution.Builder open = DurationDistribution.builder();
        log.asOf(asOf)
                .followUps("idea.raised", "idea.answered")
                .forEach(each -> each.delay()
                        .ifPresentOrElse(
                                answered::add,
                                () -> open.add(Duration.between(each.opened().at(), asOf))));
        return SurvivalCurve.of(answered.build(), open.build());
    }

    /**
     * Follows people until they leave.
     *
     * @param team the team, with all who ever belonged to it
     * @param asOf the date of reading
     * @return the curve of the time in the team, in which those still there are running; people without a joining date are left out
     */
    public static SurvivalCurve tenure(Team team, LocalDate asOf) {
        DurationDistribution.Builder left = DurationDistribution.builder();
        DurationDistribution.Builder here = DurationDistribution.builder();
        for (TeamMember member : team.members()) {
            Optional<LocalDate> joined = member.joinedOn().filter(date -> !date.isAfter(asOf));
            Optional<LocalDate> end = member.leftOn().filter(date -> !date.isAfter(asOf));
            joined.ifPresent(date -> (end.isPresent() ? left : here)
                    .add(Duration.ofDays(ChronoUnit.DAYS.between(date, end.orElse(asOf)))));
        }
        return SurvivalCurve.of(left.build(), here.build());
    }

    /**
     * Looks for directions in which nobody gives feedback.
     *
     * @param rows the people
     * @return the advice {@code UNDERUSED} for {@code PEER} and {@code UPWARD} where there was none; empty without people
     */
    public static List<Reason> underused(Collection<PersonFacts> rows) {
        List<Reason> advice = new ArrayList<>();
        if (!rows.isEmpty()) {
            if (rows.stream().allMatch(row -> row.number(Figure.PEER_GIVEN) == 0)) {
                advice.add(Reason.advice("UNDERUSED").withWhere(Feedback.Direction.PEER.name()));
            }
            if (rows.stream().allMatch(row -> row.number(Figure.UPWARD_GIVEN) == 0)) {
                advice.add(Reason.advice("UNDERUSED").withWhere(Feedback.Direction.UPWARD.name()));
            }
        }
        return List.copyOf(advice);
    }

    private static FormulaKpi<PersonFacts, Ratio> perHead(String id, Figure figure, Direction direction) {
        return judged(
                ratio(
                        id,
                        Unit.RATE,
                        new Quotient(
                                words(figure) + " / mean number of direct reports",
                                List.of(figure),
                                List.of(Figure.PRESENT_DAYS),
                                true)),
                direction,
                "Mean by days present, so that part of a period counts as such.");
    }

    private static FormulaKpi<PersonFacts, Ratio> perPerson(String id, Figure figure) {
        return judged(
                FormulaKpi.of(
                        id, Unit.RATE, BY_PERIOD, new Formula.Rate<>(new Sum(words(figure), List.of(figure)), PRESENT)),
                Direction.HIGHER_IS_BETTER,
                "Feedback in this direction is underused.");
    }

    private static FormulaKpi<PersonFacts, Ratio> quotient(String id, Unit unit, Figure of, Figure over) {
        return ratio(id, unit, new Quotient(words(of) + " / " + words(over), List.of(of), List.of(over), false));
    }

    private static FormulaKpi<PersonFacts, Ratio> ratio(String id, Unit unit, Quotient quotient) {
        return FormulaKpi.of(id, unit, BY_PERIOD, new Formula.Sum<>(quotient, Filter.every()));
    }

    private static FormulaKpi<PersonFacts, Ratio> share(String id, String words, Figure... any) {
        List<Figure> figures = List.of(any);
        Filter<PersonFacts> has =
                Filter.code(words, row -> figures.stream().anyMatch(figure -> row.number(figure) > 0));
        return FormulaKpi.of(id, Unit.SHARE, BY_PERIOD, new Formula.Share<>(has.and(PRESENT), PRESENT));
    }

    private static FormulaKpi<PersonFacts, Ratio> judged(
            FormulaKpi<PersonFacts, Ratio> kpi, Direction direction, String source) {
        return kpi.defined(kpi.definition().withDirection(direction).withSource(source));
    }

    private static String words(Figure figure) {
        return figure.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static long sum(PersonFacts row, List<Figure> figures) {
        return figures.stream().mapToLong(row::number).sum();
    }

    /** A sum over a sum; over heads, only direct reports count, and the numerator is weighed with the days of the period. */
    private record Quotient(String id, List<Figure> of, List<Figure> over, boolean heads)
            implements AmountColumn<PersonFacts, Ratio> {
        @Override
        public Ratio none() {
            return Ratio.of(0, 0);
        }

        @Override
        public Optional<Ratio> of(PersonFacts row) {
            long times = heads ? row.daysOfPeriod() : 1;
            return heads && row.manager().isEmpty()
                    ? Optional.empty()
                    : Optional.of(Ratio.of(sum(row, of) * times, sum(row, over)));
        }
    }

    /** A sum of figures. */
    private record Sum(String id, List<Figure> figures) implements NumberColumn<PersonFacts> {
        @Override
        public long of(PersonFacts row) {
            return sum(row, figures);
        }
    }
}

package dev.customerservice.metrics.kpi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.survey.SurveyResponse;
import dev.customerservice.domain.survey.SurveyScale;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import dev.customerservice.metrics.facts.ActivityFacts;
import dev.customerservice.metrics.facts.ContactFacts;
import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.StatusSet;
import dev.customerservice.metrics.facts.SurveyFacts;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.report.Granularity;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.statistics.ConfidenceInterval;
import dev.customerservice.metrics.statistics.Distribution;
import dev.customerservice.metrics.statistics.DurationDistribution;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.NetScore;
import dev.customerservice.metrics.statistics.ProportionInterval;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.metrics.statistics.SurvivalCurve;
import dev.customerservice.metrics.testing.SampleFacts;
import dev.customerservice.metrics.testing.TicketHistories;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

/**
 * The laws that every number of the field keeps, and where each is proved.
 *
 * <table>
 * <caption>Laws</caption>
 * <tr><th>law</th><th>proved by</th></tr>
 * <tr><td>range</td><td>{@link CatalogueTest#aShareIsOne}, {@link #scoresStayInTheirRange}</td></tr>
 * <tr><td>monotone</td><td>{@link #aBetterRatingLowersNothing}</td></tr>
 * <tr><td>mirror</td><td>{@link #mirroredRatingsMirrorTheScore}</td></tr>
 * <tr><td>scale</td><td>{@link #moreOfTheSameKeepsTheValueAndNarrowsTheInterval}</td></tr>
 * <tr><td>permutation, split and merge</td><td>{@link CatalogueTest#everyMeasureMergesAsACommutativeMonoid}</td></tr>
 * <tr><td>duplicate</td><td>{@link #everythingTwiceDoublesWhatIsCounted}</td></tr>
 * <tr><td>what is excluded changes the excluded count only</td><td>{@link #anUnansweredSurveyChangesNothingButTheCountOfWhatIsLeftOut}</td></tr>
 * <tr><td>an interval holds the estimate, grows, stays in range</td><td>{@link #anIntervalHoldsTheEstimateGrowsAndStaysInRange}</td></tr>
 * <tr><td>service level: negative, ignored, positive rise</td><td>{@link #theTreatmentsOfAbandonsAreOrdered}</td></tr>
 * <tr><td>opening + flows = closing, in total and for each team</td><td>{@link KpiProperties#theBacklogBalancesInTotalAndForEachTeam}</td></tr>
 * <tr><td>requester wait + agent wait = unsolved time</td><td>{@link #bothWaitsTogetherAreTheUnsolvedTime}</td></tr>
 * <tr><td>occupancy is not below utilization</td><td>{@link #occupancyIsNotBelowUtilizationWithinPaidTime}</td></tr>
 * <tr><td>survival without censoring is what is seen, and never below the naive one</td><td>{@link #survivalIsNeverBelowTheNaiveOne}, {@code
 * StatisticsProperties.curvesMergeAndWithoutAnythingRunningAreWhatIsSeen}</td></tr>
 * <tr><td>buckets sum to the total in every zone</td><td>{@link #partsOfAPeriodAddUpInEveryZone}</td></tr>
 * <tr><td>business time is not above calendar time</td><td>{@link KpiProperties#businessTimeIsNotAboveCalendarTimeNorNetAboveGross}</td></tr>
 * <tr><td>business time is additive</td><td>{@link #timeInStatusesAddsUpOnBusinessHours}</td></tr>
 * <tr><td>least, median, mean and most are in order</td><td>{@code DistributionProperties.quantilesRiseAndStayWithinTheValues}, {@link
 * #theMeanLiesBetweenTheEnds}</td></tr>
 * </table>
 */
class KpiLawsProperties {
    private static final Instant NINE = Instant.parse("2026-03-09T09:00:00Z");
    private static final SurveyScale STARS = SurveyScale.satisfaction(5);
    private static final Facts NONE = new VectorTickets().facts();

    @Provide
    static Arbitrary<List<TicketHistory>> histories() {
        return TicketHistories.some();
    }

    private static Facts facts(List<TicketHistory> histories, long seed) {
        return SampleFacts.beside(KpiProperties.facts(histories), seed);
    }

    private static List<SurveyFacts> surveys(String name, SurveyScale scale, List<Integer> ratings) {
        List<SurveyResponse> answers = ratings.stream()
                .map(rating -> SurveyResponse.builder()
                        .survey(name)
                        .scale(scale)
                        .answeredAt(NINE)
                        .rating(rating)
                        .build())
                .toList();
        return NONE.surveys(answers).rows(SurveyFacts.class);
    }

    private static <F extends Fact, V> Measurement<V> measure(Kpi<F, V> kpi, List<F> facts) {
        return facts.stream().collect(kpi.collector());
    }

    private static double nps(List<Integer> ratings) {
        return measure(SurveyKpis.nps(), surveys("nps", SurveyKpis.RECOMMENDATION, ratings))
                .orElseThrow()
                .value()
                .orElseThrow();
    }

    private static double csat(List<Integer> ratings) {
        return measure(SurveyKpis.csat(), surveys("csat", STARS, ratings))
                .orElseThrow()
                .value()
                .orElseThrow();
    }

    @Property(tries = 100)
    void scoresStayInTheirRange(@ForAll @NotEmpty List<@IntRange(max = 10) Integer> ratings) {
        assertTrue(Math.abs(nps(ratings)) <= 1);
    }

    @Property(tries = 200)
    void aBetterRatingLowersNothing(
            @ForAll @NotEmpty List<@IntRange(min = 1, max = 5) Integer> ratings,
            @ForAll @IntRange(max = 99) int place) {
        List<Integer> better = new ArrayList<>(ratings);
        int index = place % ratings.size();
        better.set(index, Math.min(5, ratings.get(index) + 1));

        assertTrue(csat(better) >= csat(ratings));
        assertTrue(nps(better) >= nps(ratings));
        assertTrue(mean(better) >= mean(ratings));
    }

    private static double mean(List<Integer> ratings) {
        return measure(SurveyKpis.mean("csat"), surveys("csat", STARS, ratings)).orElseThrow();
    }

    @Property(tries = 200)
    void mirroredRatingsMirrorTheScore(@ForAll @NotEmpty List<@IntRange(min = 1, max = 5) Integer> ratings) {
        List<Integer> mirrored = ratings.stream().map(rating -> 6 - rating).toList();
        NetScore score =
                measure(SurveyKpis.net("csat"), surveys("csat", STARS, ratings)).orElseThrow();
        NetScore other = measure(SurveyKpis.net("csat"), surveys("csat", STARS, mirrored))
                .orElseThrow();

        assertEquals(score.positive(), other.negative());
        assertEquals(score.value().orElseThrow(), 0.0 - other.value().orElseThrow());
    }

    @Property(tries = 200)
    void moreOfTheSameKeepsTheValueAndNarrowsTheInterval(
            @ForAll @LongRange(max = 1000) long good,
            @ForAll @LongRange(max = 1000) long bad,
            @ForAll @IntRange(min = 2, max = 50) int times) {
        Assume.that(good + bad > 0);
        Ratio once = Ratio.of(good, good + bad);
        Ratio more = Ratio.of(good * times, (good + bad) * times);
        NetScore score = new NetScore(good, 1, bad);
        NetScore same = new NetScore(good * times, times, bad * times);

        assertEquals(once.value(), more.value());
        assertTrue(width(more.interval(0.95)) < width(once.interval(0.95)));
        assertEquals(score.value().orElseThrow(), same.value().orElseThrow(), 1e-15);
        assertTrue(width(same.interval(0.95)) < width(score.interval(0.95)));
    }

    private static double width(Optional<ConfidenceInterval> interval) {
        return interval.orElseThrow().high() - interval.orElseThrow().low();
    }

    @Property(tries = 100)
    void everythingTwiceDoublesWhatIsCounted(@ForAll("histories") List<TicketHistory> histories, @ForAll long seed) {
        Facts facts = facts(histories, seed);
        for (List<Kpi<?, ?>> chapter : KpiCatalogue.chapters().values()) {
            chapter.forEach(kpi -> doubled(kpi, facts));
        }
    }

    private static <F extends Fact> void doubled(Kpi<F, ?> kpi, Facts facts) {
        List<F> twice = new ArrayList<>(facts.rows(kpi.cohort().kind()));
        twice.addAll(facts.rows(kpi.cohort().kind()));
        Measurement<?> once = measure(kpi, facts.rows(kpi.cohort().kind()));
        Measurement<?> both = measure(kpi, twice);

        assertEquals(2 * once.n(), both.n(), kpi.id());
        assertEquals(2 * once.leftOut().total(), both.leftOut().total(), kpi.id());
        if (once.amount().orElse(null) instanceof Ratio ratio && both.amount().orElse(null) instanceof Ratio other) {
            assertEquals(ratio.plus(ratio), other, kpi.id());
        }
        if (once.amount().orElse(null) instanceof Distribution one
                && both.amount().orElse(null) instanceof Distribution other) {
            assertEquals(one.mean().orElseThrow(), other.mean().orElseThrow(), 1e-9, kpi.id());
        }
        if (once.amount().orElse(null) instanceof Long count) {
            assertEquals(2 * count, both.amount().orElse(null), kpi.id());
        }
    }

    @Property(tries = 100)
    void anUnansweredSurveyChangesNothingButTheCountOfWhatIsLeftOut(
            @ForAll List<@IntRange(min = 1, max = 5) Integer> ratings) {
        List<SurveyFacts> answered = surveys("csat", STARS, ratings);
        SurveyResponse silent = SurveyResponse.builder()
                .survey("csat")
                .scale(STARS)
                .sentAt(NINE)
                .build();
        List<SurveyFacts> more = new ArrayList<>(answered);
        more.addAll(NONE.surveys(List.of(silent)).rows(SurveyFacts.class));
        for (Kpi<SurveyFacts, ?> kpi : List.<Kpi<SurveyFacts, ?>>of(
                SurveyKpis.csat(), SurveyKpis.net("csat"), SurveyKpis.ratings("csat"), SurveyKpis.topBox("csat", 1))) {
            assertEquals(measure(kpi, answered).amount(), measure(kpi, more).amount());
            assertEquals(measure(kpi, answered).n(), measure(kpi, more).n());
            assertEquals(
                    measure(kpi, answered).leftOut().total() + 1,
                    measure(kpi, more).leftOut().total());
        }
    }

    @Property(tries = 300)
    void anIntervalHoldsTheEstimateGrowsAndStaysInRange(
            @ForAll @LongRange(max = 400) long good, @ForAll @LongRange(max = 400) long bad) {
        Assume.that(good + bad > 0);
        Ratio share = Ratio.of(good, good + bad);
        double value = share.value().orElseThrow();
        for (ProportionInterval method : ProportionInterval.values()) {
            ConfidenceInterval likely = share.interval(method, 0.8).orElseThrow();
            ConfidenceInterval sure = share.interval(method, 0.99).orElseThrow();
            boolean holds = likely.low() <= value && value <= likely.high();
            assertTrue(holds || method == ProportionInterval.JEFFREYS, method + " " + likely);
            assertTrue(sure.low() <= likely.low() && likely.high() <= sure.high(), method + " " + sure);
            assertTrue(sure.low() >= 0 && sure.high() <= 1, method + " " + sure);
        }
        ConfidenceInterval net = new NetScore(good, 0, bad).interval(0.99).orElseThrow();
        assertTrue(net.low() >= -1 && net.high() <= 1 && net.low() < net.high());
    }

    @Property(tries = 200)
    void theTreatmentsOfAbandonsAreOrdered(@ForAll("histories") List<TicketHistory> histories, @ForAll long seed) {
        List<ContactFacts> calls = facts(histories, seed).rows(ContactFacts.class);
        for (ServiceLevel rule : List.of(
                ServiceLevel.within(Duration.ofSeconds(20)),
                ServiceLevel.within(Duration.ofSeconds(5)).exclusive().withoutAbandonsBelow(Duration.ofSeconds(3)))) {
            double negative = level(rule, calls).orElse(0);
            double ignored =
                    level(rule.with(ServiceLevel.Abandons.IGNORED), calls).orElse(negative);
            double positive =
                    level(rule.with(ServiceLevel.Abandons.POSITIVE), calls).orElse(ignored);
            assertTrue(negative <= ignored && ignored <= positive, negative + " " + ignored + " " + positive);
        }
    }

    private static OptionalDouble level(ServiceLevel rule, List<ContactFacts> calls) {
        return measure(ContactKpis.serviceLevel(rule), calls)
                .amount()
                .map(Ratio::value)
                .orElse(OptionalDouble.empty());
    }

    @Property(tries = 200)
    void bothWaitsTogetherAreTheUnsolvedTime(@ForAll("histories") List<TicketHistory> histories) {
        for (TicketFacts ticket : KpiProperties.facts(histories).tickets()) {
            assertEquals(
                    length(StatusKpis.unsolved(), ticket),
                    length(StatusKpis.requesterWait(), ticket) + length(StatusKpis.agentWait(), ticket));
        }
    }

    private static long length(TimeKpi<TicketFacts> kpi, TicketFacts ticket) {
        return measure(kpi.max(), List.of(ticket)).orElseThrow().toNanos();
    }

    @Property(tries = 200)
    void timeInStatusesAddsUpOnBusinessHours(@ForAll("histories") List<TicketHistory> histories) {
        Clock office = new Clock("office", KpiProperties.OFFICE);
        for (TicketFacts ticket : KpiProperties.facts(histories).tickets()) {
            long pending = length(StatusKpis.on("pending", StatusSet.PENDING, office), ticket);
            long others = length(StatusKpis.on("others", StatusSet.PENDING.complement(), office), ticket);
            Instant end = ticket.removedAt().orElse(ticket.asOf());
            assertEquals(office.nanos(ticket.at(), end), pending + others);
        }
    }

    @Property(tries = 200)
    void occupancyIsNotBelowUtilizationWithinPaidTime(
            @ForAll @IntRange(max = 500) int busy,
            @ForAll @IntRange(max = 500) int idle,
            @ForAll @IntRange(max = 500) int other) {
        Assume.that(busy + idle > 0);
        ActivityFacts shift = ActivityFacts.builder()
                .agent(AgentId.of("ana"))
                .window(new Interval(NINE, NINE))
                .addHandled(new Interval(NINE, NINE.plusSeconds(busy)))
                .idle(IntervalSet.of(new Interval(NINE.plusSeconds(busy), NINE.plusSeconds(busy + idle))))
                .paid(Duration.ofSeconds(busy + idle + other))
                .asOf(NONE.asOf())
                .build();
        double occupancy = measure(ActivityKpis.occupancy(), List.of(shift))
                .orElseThrow()
                .value()
                .orElseThrow();
        double utilization = measure(ActivityKpis.utilization(), List.of(shift))
                .orElseThrow()
                .value()
                .orElseThrow();

        assertTrue(occupancy >= utilization, occupancy + " < " + utilization);
    }

    @Property(tries = 200)
    void survivalIsNeverBelowTheNaiveOne(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 30) Integer> ended,
            @ForAll @Size(max = 20) List<@IntRange(max = 30) Integer> running) {
        DurationDistribution done = days(ended);
        for (SurvivalCurve.Step step : SurvivalCurve.of(done, days(running)).steps()) {
            double naive = 1 - done.atMost(step.at()).value().orElseThrow();
            assertTrue(step.survival() >= naive - 1e-12, step + " is below " + naive);
        }
    }

    private static DurationDistribution days(List<Integer> lengths) {
        return DurationDistribution.of(lengths.stream().map(Duration::ofDays).toList());
    }

    @Provide
    static Arbitrary<ZoneId> zones() {
        return Arbitraries.of("UTC", "Europe/Rome", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Kiritimati")
                .map(ZoneId::of);
    }

    @Property(tries = 100)
    void partsOfAPeriodAddUpInEveryZone(
            @ForAll("histories") List<TicketHistory> histories,
            @ForAll("zones") ZoneId zone,
            @ForAll Granularity unit) {
        KpiReport report = KpiReport.over(Period.year(2026, zone))
                .measure(TicketKpis.volume())
                .every(unit)
                .collect(KpiProperties.facts(histories));
        long parts = report.series(TicketKpis.volume()).stream()
                .mapToLong(part -> part.amount().orElse(0L))
                .sum();

        assertEquals(report.value(TicketKpis.volume()).amount().orElse(0L), parts);
        assertEquals(KpiProperties.facts(histories).tickets().size(), parts);
    }

    @Property(tries = 200)
    void theMeanLiesBetweenTheEnds(@ForAll @NotEmpty List<@LongRange(min = 0, max = 1L << 50) Long> nanos) {
        DurationDistribution all =
                DurationDistribution.of(nanos.stream().map(Duration::ofNanos).toList());
        Duration mean = all.mean().toDuration().orElseThrow();

        assertTrue(all.min().orElseThrow().compareTo(mean) <= 0
                && mean.compareTo(all.max().orElseThrow()) <= 0);
    }
}

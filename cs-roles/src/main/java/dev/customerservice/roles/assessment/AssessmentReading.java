package dev.customerservice.roles.assessment;

import static java.util.Comparator.comparing;

import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.roles.assessment.Assessment.Level;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What an assessment found about one subject as of one instant.
 *
 * @param assessment the assessment
 * @param about whom or what was assessed
 * @param asOf the instant of reading
 * @param results one result for each criterion, in the order of the assessment
 */
public record AssessmentReading(Assessment assessment, Subject about, Instant asOf, List<Result> results) {

    private static final Absence NOTHING_RATED = new Absence("nothing_rated");
    private static final Absence COVERAGE_TOO_LOW = new Absence("coverage_too_low");
    private static final Absence ADVICE_ONLY = new Absence("advice_only");

    /** Copies the results. */
    public AssessmentReading {
        results = List.copyOf(results);
    }

    /** What a reading is good for. */
    public enum Verdict {
        /** Enough is known, and nothing is below its minimum. */
        COMPLETE,
        /** A required criterion, too much of the weight or everything has no value. */
        INCOMPLETE,
        /** Enough is known, and a criterion is below its minimum. */
        BELOW_MINIMUM
    }

    /**
     * What was found for one criterion.
     *
     * @param criterion the criterion
     * @param applies whether it applies; what does not leaves both sums of the score
     * @param value the value, 0 to 1; empty when it is missing or does not apply
     * @param low the lower end of the value's interval at 95 %, by the estimate measured or the spread of the raters; the value itself where
     *     it has none
     * @param high the upper end of that interval; the value itself where it has none
     * @param reasons why it is missing or not met
     */
    public record Result(
            Criterion criterion,
            boolean applies,
            Optional<BigDecimal> value,
            Optional<BigDecimal> low,
            Optional<BigDecimal> high,
            List<Reason> reasons) {

        static Result of(Criterion criterion, BigDecimal value, List<Reason> reasons) {
            Optional<BigDecimal> exact = Optional.of(value);
            return new Result(criterion, true, exact, exact, exact, reasons);
        }

        static Result missing(Criterion criterion, List<Reason> reasons) {
            return new Result(criterion, true, Optional.empty(), Optional.empty(), Optional.empty(), reasons);
        }

        static Result notApplicable(Criterion criterion) {
            return new Result(criterion, false, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
        }

        Result withInterval(BigDecimal from, BigDecimal to) {
            return new Result(criterion, applies, value, Optional.of(from), Optional.of(to), reasons);
        }

        /** {@return whether it applies and has no value} */
        public boolean isMissing() {
            return applies && value.isEmpty();
        }

        /** {@return whether it has a value that reaches its minimum; shown by evidence, it must be met} */
        public boolean isMet() {
            BigDecimal least = criterion.shown().isPresent()
                    ? BigDecimal.ONE
                    : criterion.minimum().orElse(BigDecimal.ZERO);
            return value.filter(reached -> reached.compareTo(least) >= 0).isPresent();
        }
    }

    /** {@return Σ weight × value / Σ weight over the criteria with a value, 0 to 1; no data when too little has one} */
    public Measurement<BigDecimal> score() {
        if (assessment.advice()) {
            return Measurement.noData(ADVICE_ONLY, LeftOut.none());
        }
        Measurement<BigDecimal> score = mean(result -> true);
        return score.amount().isEmpty() || isCovered() ? score : Measurement.noData(COVERAGE_TOO_LOW, score.leftOut());
    }

    /** {@return the score of each category by name; no data where nothing in it has a value} */
    public SortedMap<String, Measurement<BigDecimal>> byCategory() {
        SortedMap<String, Measurement<BigDecimal>> scores = new TreeMap<>();
        for (Result each : results) {
            String category = each.criterion().category();
            scores.computeIfAbsent(
                    category,
                    name -> mean(result -> result.criterion().category().equals(name)));
        }
        return scores;
    }

    /** {@return the criterion of the lowest value, of equal ones the heaviest; empty when none has a value} */
    public Optional<Criterion> weakest() {
        return results.stream()
                .filter(result -> result.value().isPresent())
                .min(comparing((Result result) -> result.value().orElseThrow())
                        .thenComparing(result -> result.criterion().weight().negate()))
                .map(Result::criterion);
    }

    /** {@return the criteria that apply and have no value} */
    public List<Criterion> missing() {
        return criteria(Result::isMissing);
    }

    /** {@return the criteria below their minimum} */
    public List<Criterion> belowMinimum() {
        return criteria(result ->
                result.value().isPresent() && result.criterion().minimum().isPresent() && !result.isMet());
    }

    /**
     * Finds what may outweigh all else.
     *
     * @param below the value below which a critical criterion fails
     * @return the critical criteria with a value below that
     */
    public List<Criterion> criticalFailures(BigDecimal below) {
        return criteria(result -> result.criterion().critical()
                && result.value().filter(value -> value.compareTo(below) < 0).isPresent());
    }

    /** {@return the share of the weight that has a value, 0 to 1, of what applies; 0 when nothing applies} */
    public BigDecimal coverage() {
        BigDecimal all = weight(Result::applies);
        return all.signum() == 0
                ? BigDecimal.ZERO
                : weight(result -> result.value().isPresent()).divide(all, MathContext.DECIMAL128);
    }

    /** {@return whether enough is known and nothing is below its minimum} */
    public Verdict verdict() {
        boolean requiredMissing =
                results.stream().anyMatch(result -> result.criterion().required() && result.isMissing());
        boolean nothingKnown =
                results.stream().noneMatch(result -> result.value().isPresent());
        if (requiredMissing || nothingKnown || !isCovered()) {
            return Verdict.INCOMPLETE;
        }
        return belowMinimum().isEmpty() ? Verdict.COMPLETE : Verdict.BELOW_MINIMUM;
    }

    /** {@return why criteria are missing or not met, in their order} */
    public List<Reason> reasons() {
        return results.stream().flatMap(result -> result.reasons().stream()).toList();
    }

    /** {@return the highest level that holds together with all below it; empty when not even the lowest does} */
    public Optional<Level> level() {
        Optional<Level> reached = Optional.empty();
        for (Level level : assessment.levels()) {
            if (!unmet(level).isEmpty()) {
                break;
            }
            reached = Optional.of(level);
        }
        return reached;
    }

    /** {@return what the next level still lacks, heaviest first; empty when the highest holds} */
    public List<Criterion> nextSteps() {
        return assessment.levels().stream()
                .map(this::unmet)
                .filter(lacking -> !lacking.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /**
     * Lists all that a level lacks.
     *
     * @param level the name of the level
     * @return the unmet criteria of it and of all below, level by level, heaviest first
     * @throws IllegalArgumentException when the assessment has no such level
     */
    public List<Criterion> distanceTo(String level) {
        List<Criterion> lacking = new ArrayList<>();
        for (Level each : assessment.levels()) {
            lacking.addAll(unmet(each));
            if (each.id().equals(level)) {
                return List.copyOf(lacking);
            }
        }
        throw new IllegalArgumentException(
                "level (" + level + ") must be one of assessment " + assessment.id() + "\nMaybe one of "
                        + assessment.levels().stream().map(Level::id).toList() + "?");
    }

    /** {@return the measures that make sense up to the level reached, at least those of the lowest} */
    public List<String> suggestedKpis() {
        return suggested(Level::kpis);
    }

    /** {@return the practices that make sense up to the level reached, at least those of the lowest} */
    public List<String> suggestedPractices() {
        return suggested(Level::practices);
    }

    /**
     * Finds what has become worse.
     *
     * @param earlier an earlier reading of the same assessment
     * @param noise the difference of values, 0 to 1, that is not worth a word
     * @return {@code LEVEL_LOST} when the level is lower; {@code CRITERION_FELL} for each value that fell by more than the noise, and
     *     whose interval, where it has one, no longer meets the earlier one; {@code CRITERION_LOST} for each that was met and has no
     *     value any more
     */
    public List<Reason> regressionsSince(AssessmentReading earlier, BigDecimal noise) {
        List<Reason> worse = new ArrayList<>();
        List<Level> levels = assessment.levels();
        int before = earlier.level().map(levels::indexOf).orElse(-1);
        int now = level().map(levels::indexOf).orElse(-1);
        if (now < before) {
            worse.add(Reason.rule("LEVEL_LOST")
                    .withAbout(about)
                    .withWhere(levels.get(before).id()));
        }
        for (Result result : results) {
            earlier.results().stream()
                    .filter(old ->
                            old.criterion().id().equals(result.criterion().id()))
                    .forEach(old -> {
                        if (fell(old, result, noise)) {
                            worse.add(worse("CRITERION_FELL", old, result).withValue("now", share(result)));
                        } else if (old.isMet() && result.isMissing()) {
                            worse.add(worse("CRITERION_LOST", old, result));
                        }
                    });
        }
        return List.copyOf(worse);
    }

    private Reason worse(String code, Result before, Result now) {
        return Reason.rule(code)
                .withAbout(about)
                .withWhere(now.criterion().id())
                .withValue("before", share(before));
    }

    private static Detail share(Result result) {
        return new Detail.Quantity(result.value().orElseThrow(), "share");
    }

    private static boolean fell(Result before, Result now, BigDecimal noise) {
        return before.value().isPresent()
                && now.value().isPresent()
                && before.value().get().subtract(now.value().get()).compareTo(noise) > 0
                && now.high().orElseThrow().compareTo(before.low().orElseThrow()) < 0;
    }

    private List<Criterion> unmet(Level level) {
        return results.stream()
                .filter(Result::applies)
                .filter(result -> belongs(result, level) ? !result.isMet() : isWeak(result, level))
                .map(Result::criterion)
                .sorted(comparing((Criterion criterion) -> criterion.weight().negate()))
                .toList();
    }

    private static boolean belongs(Result result, Level level) {
        return result.criterion().level().filter(level.id()::equals).isPresent();
    }

    /** Whether a category misses the level's minimum, and this criterion is one reason for it. */
    private boolean isWeak(Result result, Level level) {
        String category = result.criterion().category();
        return Optional.ofNullable(level.minimumByCategory().get(category))
                .filter(least -> mean(each -> each.criterion().category().equals(category))
                        .amount()
                        .filter(score -> score.compareTo(least) >= 0)
                        .isEmpty())
                .filter(least -> result.value()
                        .filter(value -> value.compareTo(least) >= 0)
                        .isEmpty())
                .isPresent();
    }

    private List<String> suggested(Function<Level, Collection<String>> kind) {
        List<Level> levels = assessment.levels();
        int reached = level().map(levels::indexOf).orElse(0);
        return levels.stream()
                .limit(reached + 1L)
                .flatMap(level -> kind.apply(level).stream())
                .distinct()
                .toList();
    }

    private boolean isCovered() {
        BigDecimal needed = weight(Result::applies).multiply(assessment.minimumCoverage());
        return weight(result -> result.value().isPresent()).compareTo(needed) >= 0;
    }

    private Measurement<BigDecimal> mean(Predicate<Result> counted) {
        BigDecimal sum = BigDecimal.ZERO;
        long n = 0;
        for (Result result : results) {
            if (counted.test(result) && result.value().isPresent()) {
                sum = sum.add(
                        result.criterion().weight().multiply(result.value().get()));
                n++;
            }
        }
        return n == 0
                ? Measurement.noData(NOTHING_RATED, LeftOut.none())
                : Measurement.value(
                        sum.divide(
                                        weight(result -> counted.test(result)
                                                && result.value().isPresent()),
                                        MathContext.DECIMAL128)
                                .stripTrailingZeros(),
                        n,
                        LeftOut.none());
    }

    private BigDecimal weight(Predicate<Result> counted) {
        return results.stream()
                .filter(counted)
                .map(result -> result.criterion().weight())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<Criterion> criteria(Predicate<Result> wanted) {
        return results.stream().filter(wanted).map(Result::criterion).toList();
    }
}

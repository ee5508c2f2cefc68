package dev.customerservice.roles.assessment;

import static java.util.Comparator.comparing;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.metrics.statistics.Moments;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.roles.assessment.AssessmentReading.Result;
import dev.customerservice.roles.catalogue.Scale;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Finding;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** How the criteria of an assessment get their values. */
final class Results {

    private static final Comparator<Rating> LATER =
            comparing(Rating::at).thenComparingInt(rating -> rating.score().orElse(Integer.MIN_VALUE));

    private Results() {}

    static AssessmentReading read(
            Assessment assessment, EvidenceLog log, Collection<Rating> ratings, Subject about, Instant asOf) {
        Map<String, List<Rating>> latest = latest(assessment, ratings, about, asOf);
        return reading(
                assessment, log, latest, about, asOf, (criterion, raters) -> raters >= assessment.anonymityFloor());
    }

    static SortedMap<String, AssessmentReading> readSegments(
            Assessment assessment,
            EvidenceLog log,
            Collection<Rating> ratings,
            Subject about,
            Instant asOf,
            Function<AgentId, String> segmentOf) {
        SortedMap<String, Map<String, List<Rating>>> bySegment = new TreeMap<>();
        latest(assessment, ratings, about, asOf)
                .forEach((criterion, given) -> given.forEach(rating -> bySegment
                        .computeIfAbsent(segmentOf.apply(rating.rater()), segment -> new HashMap<>())
                        .computeIfAbsent(criterion, any -> new ArrayList<>())
                        .add(rating)));
        SortedMap<String, AssessmentReading> readings = new TreeMap<>();
        Map<String, List<String>> published = new HashMap<>();
        for (Criterion criterion : assessment.criteria()) {
            SortedMap<String, Integer> raters = new TreeMap<>();
            bySegment.forEach((segment, given) -> raters.put(
                    segment,
                    scores(given.getOrDefault(criterion.id(), List.of())).size()));
            published.put(criterion.id(), published(raters, assessment.anonymityFloor()));
        }
        bySegment.forEach((segment, given) -> readings.put(
                segment,
                reading(
                        assessment,
                        log,
                        given,
                        about,
                        asOf,
                        (criterion, raters) -> published
                                .getOrDefault(criterion.id(), List.of())
                                .contains(segment))));
        return readings;
    }

    /** The groups to show: those hidden must together have as many raters as the floor, or none. */
    private static List<String> published(SortedMap<String, Integer> raters, int floor) {
        List<String> shown = new ArrayList<>(raters.keySet());
        shown.removeIf(segment -> raters.getOrDefault(segment, 0) < floor);
        shown.sort(
                comparing((String segment) -> raters.getOrDefault(segment, 0)).thenComparing(segment -> segment));
        int hidden = raters.values().stream()
                .mapToInt(count -> count < floor ? count : 0)
                .sum();
        while (hidden > 0 && hidden < floor && !shown.isEmpty()) {
            hidden += raters.getOrDefault(shown.remove(0), 0);
        }
        return shown;
    }

    private static Map<String, List<Rating>> latest(
            Assessment assessment, Collection<Rating> ratings, Subject about, Instant asOf) {
        Map<String, Map<AgentId, Rating>> counted = new HashMap<>();
        for (Rating rating : ratings) {
            if (rating.assessment().equals(assessment.id())
                    && rating.about().equals(about)
                    && !rating.at().isAfter(asOf)) {
                Scale scale = assessment.scale(assessment.criterion(rating.criterion()));
                rating.score().ifPresent(scale::require);
                counted.computeIfAbsent(rating.criterion(), criterion -> new HashMap<>())
                        .merge(rating.rater(), rating, (one, other) -> LATER.compare(one, other) >= 0 ? one : other);
            }
        }
        Map<String, List<Rating>> latest = new HashMap<>();
        counted.forEach((criterion, byRater) -> latest.put(criterion, List.copyOf(byRater.values())));
        return latest;
    }

    private static AssessmentReading reading(
            Assessment assessment,
            EvidenceLog log,
            Map<String, List<Rating>> ratings,
            Subject about,
            Instant asOf,
            BiPredicate<Criterion, Integer> mayBeShown) {
        EvidenceLog known = log.about(about).asOf(asOf);
        List<Result> results = new ArrayList<>();
        for (Criterion criterion : assessment.criteria()) {
            if (criterion.shown().isPresent()) {
                results.add(shown(criterion, criterion.shown().get().test(log, about, asOf)));
            } else if (criterion.measured().isPresent()) {
                results.add(measured(criterion, criterion.measured().get(), known));
            } else {
                results.add(rated(assessment, criterion, ratings.getOrDefault(criterion.id(), List.of()), mayBeShown));
            }
        }
        return new AssessmentReading(assessment, about, asOf, results);
    }

    private static Result shown(Criterion criterion, Finding finding) {
        if (finding.isUnknown()) {
            return Result.missing(criterion, finding.reasons());
        }
        return Result.of(criterion, finding.isMet() ? BigDecimal.ONE : BigDecimal.ZERO, finding.reasons());
    }

    private static Result measured(Criterion criterion, Criterion.Measured measured, EvidenceLog known) {
        List<Evidence> found = known.of(measured.kind(), measured.where(), Evidence.Basis.TESTIMONY);
        for (int i = found.size() - 1; i >= 0; i--) {
            Detail detail = found.get(i).details().get(measured.detail());
            if (detail instanceof Detail.Quantity quantity) {
                return Result.of(criterion, drawn(quantity.value(), measured), List.of());
            }
            if (detail instanceof Detail.Estimate estimate) {
                BigDecimal low = drawn(estimate.low(), measured);
                BigDecimal high = drawn(estimate.high(), measured);
                return Result.of(criterion, drawn(estimate.value(), measured), List.of())
                        .withInterval(low.min(high), low.max(high));
            }
        }
        return Result.missing(
                criterion,
                List.of(Reason.rule("EVIDENCE_MISSING")
                        .withWhere(measured.kind())
                        .withValue("detail", new Detail.Text(measured.detail()))));
    }

    private static BigDecimal drawn(BigDecimal figure, Criterion.Measured measured) {
        BigDecimal span = measured.best().subtract(measured.worst());
        return figure.subtract(measured.worst())
                .divide(span, MathContext.DECIMAL128)
                .max(BigDecimal.ZERO)
                .min(BigDecimal.ONE);
    }

    private static Result rated(
            Assessment assessment,
            Criterion criterion,
            List<Rating> ratings,
            BiPredicate<Criterion, Integer> mayBeShown) {
        List<Integer> scores = scores(ratings);
        if (scores.isEmpty()) {
            return ratings.isEmpty()
                    ? Result.missing(
                            criterion, List.of(Reason.rule("NOTHING_RATED").withWhere(criterion.id())))
                    : Result.notApplicable(criterion);
        }
        if (!mayBeShown.test(criterion, scores.size())) {
            return Result.missing(
                    criterion,
                    List.of(Reason.rule("ANONYMITY_FLOOR")
                            .withWhere(criterion.id())
                            .withValue("floor", Detail.count(assessment.anonymityFloor(), "raters"))));
        }
        Scale scale = assessment.scale(criterion);
        Result result = Result.of(criterion, combined(assessment.combine(), scale, scores), List.of());
        return assessment.combine() == Assessment.Combine.MEAN ? withSpread(result, scale, scores) : result;
    }

    /** The mean of several raters lies in the interval of Student's t, as far as they differ. */
    private static Result withSpread(Result result, Scale scale, List<Integer> scores) {
        double[] shares = scores.stream()
                .mapToDouble(score -> ((double) score - scale.min()) / ((double) scale.max() - scale.min()))
                .toArray();
        return Moments.of(shares)
                .meanInterval(Ratio.DEFAULT_CONFIDENCE)
                .filter(interval -> interval.width() > 0)
                .map(interval -> result.withInterval(
                        BigDecimal.valueOf(Math.max(0, interval.low())),
                        BigDecimal.valueOf(Math.min(1, interval.high()))))
                .orElse(result);
    }

    private static List<Integer> scores(List<Rating> ratings) {
        return ratings.stream()
                .map(Rating::score)
                .filter(OptionalInt::isPresent)
                .map(OptionalInt::getAsInt)
                .sorted()
                .toList();
    }

    private static BigDecimal combined(Assessment.Combine combine, Scale scale, List<Integer> sorted) {
        int size = sorted.size();
        List<Integer> counted =
                combine == Assessment.Combine.MEAN ? sorted : sorted.subList((size - 1) / 2, size / 2 + 1);
        long sum = counted.stream().mapToLong(Integer::longValue).sum();
        long least = (long) scale.min() * counted.size();
        long span = (long) (scale.max() - scale.min()) * counted.size();
        return BigDecimal.valueOf(sum - least).divide(BigDecimal.valueOf(span), MathContext.DECIMAL128);
    }
}

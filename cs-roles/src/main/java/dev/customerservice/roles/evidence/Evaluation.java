package dev.customerservice.roles.evidence;

import dev.customerservice.roles.evidence.Condition.All;
import dev.customerservice.roles.evidence.Condition.Any;
import dev.customerservice.roles.evidence.Condition.Compare;
import dev.customerservice.roles.evidence.Condition.Covers;
import dev.customerservice.roles.evidence.Condition.Distinct;
import dev.customerservice.roles.evidence.Condition.Exists;
import dev.customerservice.roles.evidence.Condition.Followed;
import dev.customerservice.roles.evidence.Condition.None;
import dev.customerservice.roles.evidence.Condition.Not;
import dev.customerservice.roles.evidence.Condition.Operator;
import dev.customerservice.roles.evidence.Evidence.Basis;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How each shape of a condition reads the evidence about its subject. */
final class Evaluation {

    private static final SortedMap<String, String> ANYWHERE = Collections.emptySortedMap();

    private Evaluation() {}

    static Finding of(Condition condition, EvidenceLog log, Instant asOf) {
        if (condition instanceof Exists exists) {
            return exists(exists, log, asOf);
        }
        if (condition instanceof None none) {
            List<Evidence> found =
                    recent(matching(log, none.kind(), none.where(), Basis.TESTIMONY), none.within(), asOf);
            return found.isEmpty()
                    ? Finding.met(List.of())
                    : Finding.notMet(reason("EVIDENCE_PRESENT", none.kind())
                            .withValue("count", Detail.count(found.size(), "evidence")));
        }
        if (condition instanceof Followed followed) {
            return followed(followed, log, asOf);
        }
        if (condition instanceof Compare compare) {
            return compare(compare, log);
        }
        if (condition instanceof Covers covers) {
            return covers(covers, log);
        }
        if (condition instanceof Distinct distinct) {
            return distinct(distinct, log);
        }
        if (condition instanceof Not not) {
            return of(not.condition(), log, asOf).negated();
        }
        List<Finding> parts =
                parts(condition).stream().map(part -> of(part, log, asOf)).toList();
        return condition instanceof All ? Finding.all(parts) : Finding.any(parts);
    }

    private static Finding exists(Exists exists, EvidenceLog log, Instant asOf) {
        List<Evidence> found =
                recent(matching(log, exists.kind(), exists.where(), exists.basis()), exists.within(), asOf);
        return found.size() >= exists.count()
                ? Finding.met(ids(found))
                : Finding.unknown(reason("EVIDENCE_MISSING", exists.kind())
                        .withValue("found", Detail.count(found.size(), "evidence"))
                        .withValue("needed", Detail.count(exists.count(), "evidence")));
    }

    private static Finding followed(Followed followed, EvidenceLog log, Instant asOf) {
        List<String> shown = new ArrayList<>();
        Set<String> late = new TreeSet<>();
        Set<String> open = new TreeSet<>();
        for (EvidenceLog.FollowUp each : EvidenceLog.pair(
                matching(log, followed.kind(), ANYWHERE, Basis.TESTIMONY),
                matching(log, followed.by(), ANYWHERE, Basis.TESTIMONY),
                Evidence::about)) {
            Instant end = each.answer().map(Evidence::at).orElse(asOf);
            boolean inTime = followed.within()
                    .map(limit -> !end.isAfter(each.opened().at().plus(limit)))
                    .orElse(true);
            if (!inTime) {
                late.add(named(each.opened()));
            } else if (each.answer().isEmpty()) {
                open.add(named(each.opened()));
            }
            each.answer().map(Evidence::id).ifPresent(shown::add);
        }
        if (!late.isEmpty()) {
            return Finding.notMet(
                    reason("UNANSWERED", followed.kind()).withValue("late", new Detail.Text(String.join("; ", late))));
        }
        return open.isEmpty()
                ? Finding.met(shown)
                : Finding.unknown(reason("AWAITING_ANSWER", followed.kind())
                        .withValue("open", new Detail.Text(String.join("; ", open))));
    }

    private static String named(Evidence opening) {
        return opening.id() + " about "
                + opening.about().stream().map(Subject::toString).collect(Collectors.joining(", "));
    }

    private static Finding compare(Compare compare, EvidenceLog log) {
        List<Evidence> found = matching(log, compare.kind(), compare.where(), compare.basis()).stream()
                .filter(each -> each.details().containsKey(compare.detail()))
                .toList();
        if (found.isEmpty()) {
            return Finding.unknown(
                    reason("EVIDENCE_MISSING", compare.kind()).withValue("detail", new Detail.Text(compare.detail())));
        }
        Evidence latest = found.get(found.size() - 1);
        return Comparison.of(compare, latest, detail(latest, compare.detail()));
    }

    private static Detail detail(Evidence evidence, String name) {
        return Optional.ofNullable(evidence.details().get(name)).orElseThrow();
    }

    private static Finding covers(Covers covers, EvidenceLog log) {
        List<Evidence> found = matching(log, covers.kind(), covers.where(), Basis.TESTIMONY);
        List<String> missing = covers.values().stream()
                .filter(value -> found.stream().noneMatch(each -> has(each, covers.detail(), value)))
                .toList();
        return missing.isEmpty()
                ? Finding.met(ids(found.stream()
                        .filter(each -> covers.values().stream().anyMatch(value -> has(each, covers.detail(), value)))
                        .toList()))
                : Finding.unknown(reason("NOT_COVERED", covers.kind())
                        .withValue("missing", new Detail.Text(String.join(", ", missing))));
    }

    private static Finding distinct(Distinct distinct, EvidenceLog log) {
        List<Evidence> found = matching(log, distinct.kind(), distinct.where(), Basis.TESTIMONY);
        Set<String> seen = new TreeSet<>();
        for (Evidence each : found) {
            if (distinct.of().equals("by")) {
                each.by().map(Subject::toString).ifPresent(seen::add);
            } else if (each.details().containsKey(distinct.of())) {
                seen.add(Comparison.text(detail(each, distinct.of())));
            } else {
                each.about().stream()
                        .filter(subject -> subject.type().equals(distinct.of()))
                        .map(Subject::id)
                        .forEach(seen::add);
            }
        }
        return seen.size() >= distinct.atLeast()
                ? Finding.met(ids(found))
                : Finding.unknown(reason("TOO_FEW_DISTINCT", distinct.kind())
                        .withValue("seen", new Detail.Text(String.join(", ", seen)))
                        .withValue("needed", Detail.count(distinct.atLeast(), distinct.of())));
    }

    static NavigableSet<Instant> turningPoints(Condition condition, EvidenceLog log) {
        NavigableSet<Instant> points = new TreeSet<>();
        addPoints(points, log.ever(Evidence.RETRACTED), Optional.empty(), Duration.ZERO);
        if (condition instanceof Exists exists) {
            addPoints(points, log.ever(exists.kind()), exists.within(), Duration.ZERO);
        } else if (condition instanceof None none) {
            addPoints(points, log.ever(none.kind()), none.within(), Duration.ZERO);
        } else if (condition instanceof Followed followed) {
            addPoints(points, log.ever(followed.kind()), followed.within(), Duration.ofNanos(1));
            addPoints(points, log.ever(followed.by()), Optional.empty(), Duration.ZERO);
        } else {
            parts(condition).forEach(part -> points.addAll(turningPoints(part, log)));
            if (parts(condition).isEmpty()) {
                reads(condition)
                        .keySet()
                        .forEach(kind -> addPoints(points, log.ever(kind), Optional.empty(), Duration.ZERO));
            }
        }
        return points;
    }

    private static void addPoints(
            NavigableSet<Instant> points, List<Evidence> evidence, Optional<Duration> window, Duration beyond) {
        for (Evidence each : evidence) {
            points.add(each.at());
            window.map(length -> each.at().plus(length).plus(beyond)).ifPresent(points::add);
        }
    }

    static boolean isGrowing(Condition condition) {
        if (condition instanceof Exists exists) {
            return exists.within().isEmpty();
        }
        if (condition instanceof Covers || condition instanceof Distinct) {
            return true;
        }
        return (condition instanceof All || condition instanceof Any)
                && parts(condition).stream().allMatch(Evaluation::isGrowing);
    }

    static Map<String, Set<String>> reads(Condition condition) {
        Map<String, Set<String>> reads = new TreeMap<>();
        if (condition instanceof Exists exists) {
            add(reads, exists.kind(), exists.where().keySet());
        } else if (condition instanceof None none) {
            add(reads, none.kind(), none.where().keySet());
        } else if (condition instanceof Followed followed) {
            add(reads, followed.kind(), Set.of());
            add(reads, followed.by(), Set.of());
        } else if (condition instanceof Compare compare) {
            add(reads, compare.kind(), compare.where().keySet());
            add(reads, compare.kind(), Set.of(compare.detail()));
        } else if (condition instanceof Covers covers) {
            add(reads, covers.kind(), covers.where().keySet());
            add(reads, covers.kind(), Set.of(covers.detail()));
        } else if (condition instanceof Distinct distinct) {
            add(reads, distinct.kind(), distinct.where().keySet());
        }
        parts(condition).forEach(part -> reads(part).forEach((kind, details) -> add(reads, kind, details)));
        reads.replaceAll((kind, details) -> Collections.unmodifiableSet(details));
        return Collections.unmodifiableMap(reads);
    }

    private static void add(Map<String, Set<String>> reads, String kind, Set<String> details) {
        Set<String> all = new TreeSet<>(details);
        all.addAll(reads.getOrDefault(kind, Set.of()));
        reads.put(kind, all);
    }

    static Set<String> asksFor(Condition condition, String detail) {
        Set<String> values = new TreeSet<>();
        Optional.ofNullable(where(condition).get(detail)).ifPresent(values::add);
        parts(condition).forEach(part -> values.addAll(asksFor(part, detail)));
        return values;
    }

    private static SortedMap<String, String> where(Condition condition) {
        if (condition instanceof Exists exists) {
            return exists.where();
        }
        if (condition instanceof None none) {
            return none.where();
        }
        if (condition instanceof Compare compare) {
            return compare.where();
        }
        if (condition instanceof Covers covers) {
            return covers.where();
        }
        return condition instanceof Distinct distinct ? distinct.where() : ANYWHERE;
    }

    static long looks(Condition condition, EvidenceLog log) {
        if (condition instanceof Compare compare) {
            return matching(log, compare.kind(), compare.where(), compare.basis()).stream()
                    .filter(each -> each.details().get(compare.detail()) instanceof Detail.Estimate)
                    .count();
        }
        return parts(condition).stream()
                .mapToLong(part -> looks(part, log))
                .max()
                .orElse(0);
    }

    private static List<Condition> parts(Condition condition) {
        if (condition instanceof All all) {
            return all.conditions();
        }
        if (condition instanceof Any any) {
            return any.conditions();
        }
        return condition instanceof Not not ? List.of(not.condition()) : List.of();
    }

    static List<Evidence> matching(EvidenceLog log, String kind, Map<String, String> where, Basis weakest) {
        return log.of(kind).stream()
                .filter(each -> each.basis().isAtLeast(weakest))
                .filter(each ->
                        where.entrySet().stream().allMatch(demand -> has(each, demand.getKey(), demand.getValue())))
                .toList();
    }

    private static boolean has(Evidence evidence, String name, String value) {
        return Optional.ofNullable(evidence.details().get(name))
                .filter(detail -> Comparison.equal(detail, value))
                .isPresent();
    }

    private static List<Evidence> recent(List<Evidence> evidence, Optional<Duration> window, Instant asOf) {
        return window.map(length -> evidence.stream()
                        .filter(each -> asOf.isBefore(each.at().plus(length)))
                        .toList())
                .orElse(evidence);
    }

    private static List<String> ids(List<Evidence> evidence) {
        return evidence.stream().map(Evidence::id).toList();
    }

    static Reason reason(String code, String kind) {
        return Reason.rule(code).withWhere(kind);
    }

    static SortedMap<String, String> copy(Map<String, String> where) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(where));
    }

    static SortedMap<String, String> with(Map<String, String> where, String detail, String value) {
        SortedMap<String, String> more = new TreeMap<>(where);
        more.put(detail, value);
        return more;
    }

    static void requireCounts(String kind, int count, Optional<Duration> window) {
        if (count < 1) {
            throw new IllegalArgumentException(
                    "count (" + count + ") of " + kind + " must be at least 1\nMaybe ask that there is none instead.");
        }
        if (window.filter(length -> length.isNegative() || length.isZero()).isPresent()) {
            throw new IllegalArgumentException("within (" + window.get() + ") of " + kind
                    + " must be longer than zero\nMaybe leave it out, for evidence of any age.");
        }
    }

    static void requireOrder(Operator op, String value) {
        if (op != Operator.IS && !Comparison.hasOrder(value)) {
            throw new IllegalArgumentException("value (" + value + ") must be a number, a duration or an instant for "
                    + op + "\nMaybe IS was meant.");
        }
    }
}

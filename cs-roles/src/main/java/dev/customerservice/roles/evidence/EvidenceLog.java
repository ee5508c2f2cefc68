package dev.customerservice.roles.evidence;

import static java.util.Comparator.comparing;

import com.google.common.base.Suppliers;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.roles.catalogue.Catalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * All that is known to have happened, in the order in which it happened. Immutable.
 *
 * <p>The order in which evidence is added never matters: it is kept by instant, then id. A retraction hides what it answers from
 * its own instant on, so {@link #asOf} an earlier instant still shows it. Whoever decides on a log and then adds to it does both in
 * one transaction of the caller's own, and compares the {@link #version}.
 */
public final class EvidenceLog {

    private static final Comparator<Evidence> ORDER = comparing(Evidence::at).thenComparing(Evidence::id);
    private static final EvidenceLog EMPTY = new EvidenceLog(List.of());

    private final List<Evidence> recorded;
    private final Supplier<List<Evidence>> shown;
    private final Supplier<Map<String, List<Evidence>>> byKind;
    private final Supplier<Map<Subject, List<Evidence>>> bySubject;

    private EvidenceLog(List<Evidence> recorded) {
        this.recorded = recorded;
        this.shown = Suppliers.memoize(this::withoutRetracted);
        this.byKind = Suppliers.memoize(this::indexByKind);
        this.bySubject = Suppliers.memoize(this::indexBySubject);
    }

    /** {@return the log in which nothing has happened} */
    public static EvidenceLog empty() {
        return EMPTY;
    }

    /**
     * Gathers evidence.
     *
     * @param evidence the evidence in any order; the same evidence twice counts once
     * @return the log that holds it
     * @throws IllegalArgumentException when two different pieces of evidence have the same id
     */
    public static EvidenceLog of(Evidence... evidence) {
        return of(Arrays.asList(evidence));
    }

    /**
     * Gathers evidence.
     *
     * @param evidence the evidence in any order; the same evidence twice counts once
     * @return the log that holds it
     * @throws IllegalArgumentException when two different pieces of evidence have the same id
     */
    public static EvidenceLog of(Collection<Evidence> evidence) {
        Map<String, Evidence> byId = new HashMap<>(evidence.size() * 2);
        for (Evidence each : evidence) {
            Evidence before = byId.putIfAbsent(each.id(), each);
            if (before != null && !before.equals(each)) {
                throw new IllegalArgumentException("evidence (" + each.id()
                        + ") must be in the log once\nMaybe retract the first and give the second an id of its own.");
            }
        }
        return new EvidenceLog(byId.values().stream().sorted(ORDER).toList());
    }

    /**
     * Adds evidence.
     *
     * @param more the evidence
     * @return the log that holds it too
     * @throws IllegalArgumentException when an id is taken by other evidence
     */
    public EvidenceLog plus(Evidence... more) {
        return plus(Arrays.asList(more));
    }

    /**
     * Adds evidence.
     *
     * @param more the evidence in any order
     * @return the log that holds it too
     * @throws IllegalArgumentException when an id is taken by other evidence
     */
    public EvidenceLog plus(Collection<Evidence> more) {
        List<Evidence> both = new ArrayList<>(recorded.size() + more.size());
        both.addAll(recorded);
        both.addAll(more);
        return of(both);
    }

    /** {@return how much was recorded, retractions and what they hide included; it grows with every addition} */
    public long version() {
        return recorded.size();
    }

    /** {@return what is not retracted, by instant, then id} */
    public List<Evidence> evidence() {
        return shown.get();
    }

    /**
     * Lists the evidence of one kind.
     *
     * @param kind the kind
     * @return what is not retracted, by instant, then id; empty when there is none
     */
    public List<Evidence> of(String kind) {
        return byKind.get().getOrDefault(kind, List.of());
    }

    /**
     * Lists the evidence of one kind with some details.
     *
     * @param kind the kind
     * @param where the details it must have, each with its text: a word, {@code true}, or a number
     * @param weakest the weakest basis that counts
     * @return what fits and is not retracted, by instant, then id; empty when there is none
     */
    public List<Evidence> of(String kind, Map<String, String> where, Evidence.Basis weakest) {
        return Evaluation.matching(this, kind, where, weakest);
    }

    /**
     * Looks evidence up.
     *
     * @param id its id
     * @return the evidence; empty when there is none of this id or it is retracted
     */
    public Optional<Evidence> find(String id) {
        return evidence().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /**
     * Keeps what is about one subject.
     *
     * @param subject the subject
     * @return the log of the evidence about it, among others or alone, with what retracts it
     */
    public EvidenceLog about(Subject subject) {
        List<Evidence> found = bySubject.get().get(subject);
        return found == null ? EMPTY : new EvidenceLog(found);
    }

    /**
     * Goes back to what was known at an instant.
     *
     * @param instant the instant
     * @return the log of what was recorded by then; later additions never change it
     */
    public EvidenceLog asOf(Instant instant) {
        return keeping(each -> !each.recordedAt().isAfter(instant));
    }

    /**
     * Keeps what happened in an interval.
     *
     * @param interval the interval, its end excluded
     * @return the log of that evidence, with what retracts it
     */
    public EvidenceLog between(Interval interval) {
        return keepingWithRetractions(each -> interval.contains(each.at()));
    }

    /**
     * Keeps what happened from an instant on.
     *
     * @param startInclusive the instant
     * @return the log of that evidence, with what retracts it
     */
    public EvidenceLog since(Instant startInclusive) {
        return keepingWithRetractions(each -> !each.at().isBefore(startInclusive));
    }

    /**
     * Reads the log as if everything had been written down when it happened.
     *
     * @return the log in which {@code recordedAt} is {@code at} everywhere
     */
    public EvidenceLog asHappened() {
        return new EvidenceLog(recorded.stream()
                .map(each -> each.recordedAt().equals(each.at()) ? each : each.withRecordedAt(each.at()))
                .toList());
    }

    /**
     * Something that calls for an answer, with the answer it got.
     *
     * @param opened what calls for it
     * @param answer what answers it; empty while it is open
     */
    public record FollowUp(Evidence opened, Optional<Evidence> answer) {
        /** {@return how long the answer took; empty while it is open} */
        public Optional<Duration> delay() {
            return answer.map(found -> Duration.between(opened.at(), found.at()));
        }
    }

    /**
     * Joins what calls for an answer with what answers it, about exactly the same subjects.
     *
     * @param opened the kind that calls for an answer
     * @param answered the kind that answers
     * @return one follow-up for each opening, in order, as {@link #pair} joins them
     */
    public List<FollowUp> followUps(String opened, String answered) {
        return pair(of(opened), of(answered), Evidence::about);
    }

    /**
     * Joins openings with answers.
     *
     * <p>Answers are taken in order. One that names an opening serves that one; one that names nothing serves the oldest opening at
     * or before it that is still open and has the same key. No answer serves two or itself, and an opening
     * keeps its first answer.
     *
     * @param opened what calls for an answer
     * @param answered what answers
     * @param key what an opening and an answer must have in common
     * @return one follow-up for each opening, by instant, then id
     */
    public static List<FollowUp> pair(
            Collection<Evidence> opened, Collection<Evidence> answered, Function<Evidence, ?> key) {
        List<Evidence> openings = opened.stream().sorted(ORDER).toList();
        Map<String, Evidence> byId = new HashMap<>();
        Map<Object, Deque<Evidence>> waiting = new HashMap<>();
        for (Evidence opening : openings) {
            byId.put(opening.id(), opening);
            waiting.computeIfAbsent(key.apply(opening), any -> new ArrayDeque<>())
                    .add(opening);
        }
        Map<String, Evidence> served = new HashMap<>();
        answered.stream().sorted(ORDER).forEach(answer -> {
            Optional<Evidence> opening = answer.answers().isPresent()
                    ? answer.answers().map(byId::get)
                    : Optional.ofNullable(waiting.get(key.apply(answer))).flatMap(queue -> oldest(queue, served));
            opening.filter(found ->
                            !found.at().isAfter(answer.at()) && !found.id().equals(answer.id()))
                    .ifPresent(found -> served.putIfAbsent(found.id(), answer));
        });
        return openings.stream()
                .map(opening -> new FollowUp(opening, Optional.ofNullable(served.get(opening.id()))))
                .toList();
    }

    /**
     * Compares all evidence with the kinds it says it is of.
     *
     * @param kinds the vocabulary
     * @return {@code UNKNOWN_KIND}, and what {@link EvidenceKind#problems} finds, in the order of the log; empty when all fits
     */
    public List<Reason> problems(Catalogue<EvidenceKind> kinds) {
        List<Reason> problems = new ArrayList<>();
        for (Evidence each : evidence()) {
            problems.addAll(kinds.find(each.kind())
                    .map(kind -> kind.problems(each))
                    .orElseGet(() -> List.of(Reason.rule("UNKNOWN_KIND")
                            .withAbout(Subject.of("evidence", each.id()))
                            .withWhere(each.kind()))));
        }
        return List.copyOf(problems);
    }

    /**
     * Leaves out what must not be handed on.
     *
     * @param kinds the vocabulary, which says what is sensitive
     * @return the log as it stands, of the kinds that are known and not sensitive only
     */
    public EvidenceLog shareable(Catalogue<EvidenceKind> kinds) {
        return of(evidence().stream()
                .filter(each -> kinds.find(each.kind())
                        .filter(kind -> !kind.sensitive())
                        .isPresent())
                .toList());
    }

    /**
     * Finds what was written down long after it happened, so that nobody makes a late remark punctual in silence.
     *
     * @param kinds the vocabulary, whose tolerances count; evidence of an unknown kind is left out
     * @return {@code BACKDATED} for each with the time it took, in the order of the log
     */
    public List<Reason> backdated(Catalogue<EvidenceKind> kinds) {
        List<Reason> found = new ArrayList<>();
        for (Evidence each : evidence()) {
            Duration delay = Duration.between(each.at(), each.recordedAt());
            kinds.find(each.kind())
                    .filter(kind -> delay.compareTo(kind.tolerance()) > 0)
                    .ifPresent(kind -> found.add(Reason.rule("BACKDATED")
                            .withAbout(Subject.of("evidence", each.id()))
                            .withWhere(kind.id())
                            .withValue("recordedAfter", new Detail.Span(delay))
                            .withValue("tolerance", new Detail.Span(kind.tolerance()))));
        }
        return List.copyOf(found);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EvidenceLog that && recorded.equals(that.recorded);
    }

    @Override
    public int hashCode() {
        return recorded.hashCode();
    }

    @Override
    public String toString() {
        return "EvidenceLog[" + recorded.size() + " recorded]";
    }

    private static Optional<Evidence> oldest(Deque<Evidence> queue, Map<String, Evidence> served) {
        while (!queue.isEmpty() && served.containsKey(queue.peekFirst().id())) {
            queue.removeFirst();
        }
        return Optional.ofNullable(queue.peekFirst());
    }

    /** {@return evidence of a kind whether retracted or not, for those who look at every instant} */
    List<Evidence> ever(String kind) {
        return recorded.stream().filter(each -> each.kind().equals(kind)).toList();
    }

    private EvidenceLog keeping(Predicate<Evidence> wanted) {
        List<Evidence> kept = recorded.stream().filter(wanted).toList();
        return kept.size() == recorded.size() ? this : new EvidenceLog(kept);
    }

    private EvidenceLog keepingWithRetractions(Predicate<Evidence> wanted) {
        Set<String> kept = new HashSet<>();
        recorded.stream().filter(wanted).map(Evidence::id).forEach(kept::add);
        return keeping(each -> kept.contains(each.id()) || (isRetraction(each) && retracts(each, kept)));
    }

    private static boolean retracts(Evidence retraction, Set<String> kept) {
        return retraction.answers().filter(kept::contains).isPresent();
    }

    private static boolean isRetraction(Evidence evidence) {
        return evidence.kind().equals(Evidence.RETRACTED);
    }

    /** A retraction may be retracted in its turn, so the latest ones decide first. */
    private List<Evidence> withoutRetracted() {
        Set<String> hidden = new HashSet<>();
        for (int i = recorded.size() - 1; i >= 0; i--) {
            Evidence each = recorded.get(i);
            if (isRetraction(each) && !hidden.contains(each.id())) {
                each.answers().ifPresent(hidden::add);
            }
        }
        return hidden.isEmpty()
                ? recorded
                : recorded.stream().filter(each -> !hidden.contains(each.id())).toList();
    }

    private Map<String, List<Evidence>> indexByKind() {
        Map<String, List<Evidence>> index = new HashMap<>();
        for (Evidence each : evidence()) {
            index.computeIfAbsent(each.kind(), kind -> new ArrayList<>()).add(each);
        }
        index.replaceAll((kind, list) -> List.copyOf(list));
        return index;
    }

    private Map<Subject, List<Evidence>> indexBySubject() {
        Map<Subject, List<Evidence>> index = new HashMap<>();
        Map<String, Set<Subject>> subjects = new HashMap<>();
        recorded.forEach(each -> subjects.put(each.id(), each.about()));
        for (Evidence each : recorded) {
            Set<Subject> about =
                    isRetraction(each) ? each.answers().map(subjects::get).orElse(each.about()) : each.about();
            for (Subject subject : about) {
                index.computeIfAbsent(subject, any -> new ArrayList<>()).add(each);
            }
        }
        index.replaceAll((subject, list) -> List.copyOf(list));
        return index;
    }
}

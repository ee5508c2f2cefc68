package dev.customerservice.roles.practice;

import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.practice.Practice.Participant;
import dev.customerservice.roles.practice.PracticeReading.State;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * How a practice stands for all it concerns, as of one instant.
 *
 * <p>No answer depends on the order of the participants. What is advice has no ratio.
 */
public final class PracticeReport {

    private static final Absence ADVICE_ONLY = new Absence("advice_only");

    private final Practice practice;
    private final Instant asOf;
    private final ZoneId zone;
    private final Obligations obligations;
    private final Map<Participant, List<Evidence>> occurrences = new HashMap<>();
    private final List<Participant> participants;
    private final List<PracticeReading> readings;

    PracticeReport(
            Practice practice,
            EvidenceLog known,
            List<Participant> participants,
            Instant asOf,
            ZoneId zone,
            CalendarBook calendars) {
        this.practice = practice;
        this.asOf = asOf;
        this.zone = zone;
        this.participants = participants;
        this.obligations = new Obligations(practice, asOf, zone, calendars);
        Practice.Proof proof = practice.evidence();
        Map<List<Subject>, List<Evidence>> done = byKey(known.of(proof.kind(), proof.where(), proof.basis()));
        Map<List<Subject>, List<Evidence>> triggers = Participants.kind(practice.cadence())
                .map(kind -> byKey(known.of(kind, Map.of(), Evidence.Basis.TESTIMONY)))
                .orElse(Map.of());
        List<PracticeReading> all = new ArrayList<>();
        for (Participant participant : participants) {
            List<Evidence> mine = done.getOrDefault(participant.about(), List.of());
            occurrences.put(participant, mine);
            obligations.add(participant, mine, triggers.getOrDefault(participant.about(), List.of()));
            all.addAll(obligations.current(participant));
        }
        this.readings = List.copyOf(all);
    }

    private Map<List<Subject>, List<Evidence>> byKey(List<Evidence> evidence) {
        Map<List<Subject>, List<Evidence>> byKey = new HashMap<>();
        for (Evidence each : evidence) {
            for (List<Subject> key : Participants.keys(practice, each)) {
                byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(each);
            }
        }
        return byKey;
    }

    /** {@return how it stands for each participant, and for each trigger where there are any} */
    public List<PracticeReading> readings() {
        return readings;
    }

    /** {@return the readings that are overdue, longest overdue first} */
    public List<PracticeReading> overdue() {
        return readings.stream()
                .filter(PracticeReading::isOverdue)
                .sorted((one, other) -> other.lateBy().compareTo(one.lateBy()))
                .toList();
    }

    /** {@return the people for whom it is overdue, longest overdue first, nobody twice} */
    public List<AgentId> overduePeople() {
        return overdue().stream()
                .flatMap(reading -> reading.person().stream())
                .distinct()
                .toList();
    }

    /**
     * Finds the reading for one person.
     *
     * @param person the person
     * @return the readings about that person, in order
     */
    public List<PracticeReading> of(AgentId person) {
        return readings.stream()
                .filter(reading -> reading.about().contains(Subject.person(person)))
                .toList();
    }

    /**
     * {@return the share of readings that are up to date, done and not overdue, of those that apply; what is not yet due for the first
     * time is left out; no data for advice and when nothing is counted}
     */
    public Measurement<Ratio> coverage() {
        List<PracticeReading> counted = readings.stream()
                .filter(reading -> reading.state() != State.NOT_APPLICABLE)
                .filter(reading ->
                        reading.state() != State.NOT_YET_DUE || reading.lastAt().isPresent())
                .toList();
        long done = counted.stream()
                .filter(reading -> reading.lastAt().isPresent() && !reading.isOverdue())
                .count();
        return measured(Ratio.of(done, counted.size()));
    }

    /**
     * Measures punctuality.
     *
     * @param period the period
     * @return what was done on time over what was due in the period and is not due any more later than the instant of reading; what
     *     is open counts as not on time; no data for advice and when nothing was due
     */
    public Measurement<Ratio> onTime(Period period) {
        return measured(obligations.onTime(period));
    }

    /** {@return the readings never done, such as the pairs of message and team that a message has not reached} */
    public List<PracticeReading> undelivered() {
        return readings.stream()
                .filter(reading -> reading.state() != State.NOT_APPLICABLE)
                .filter(reading -> reading.lastAt().isEmpty())
                .toList();
    }

    /** {@return the first subjects for which the detail that should be the same differs, with all its values; empty when none does} */
    public SortedMap<Subject, Set<Detail>> divergent() {
        SortedMap<Subject, Set<Detail>> seen = new TreeMap<>();
        practice.evidence()
                .sameAcross()
                .ifPresent(detail -> seen.putAll(byFirst(
                        each -> Set.copyOf(each.details().containsKey(detail) ? detail(each, detail) : List.of()))));
        seen.values().removeIf(values -> values.size() < 2);
        return Collections.unmodifiableSortedMap(seen);
    }

    /** {@return for each first subject who did it, such as all who have spoken about a message} */
    public SortedMap<Subject, SortedSet<Subject>> speakers() {
        SortedMap<Subject, SortedSet<Subject>> speakers = new TreeMap<>();
        byFirst(each -> each.by().map(Set::of).orElse(Set.of()))
                .forEach((subject, by) -> speakers.put(subject, new TreeSet<>(by)));
        return Collections.unmodifiableSortedMap(speakers);
    }

    /** {@return the pairs in which each has done it for the other over the pairs in which one has; no data without such a pair} */
    public Measurement<Ratio> reciprocity() {
        long served = 0;
        long both = 0;
        for (Participant participant : participants) {
            Set<Subject> by = new LinkedHashSet<>();
            occurrences.getOrDefault(participant, List.of()).stream()
                    .flatMap(each -> each.by().stream())
                    .filter(participant.about()::contains)
                    .forEach(by::add);
            served += by.isEmpty() ? 0 : 1;
            both += by.size() > 1 ? 1 : 0;
        }
        return measured(Ratio.of(both, served));
    }

    private static List<Detail> detail(Evidence evidence, String name) {
        return evidence.detail(name, Detail.class).map(List::of).orElse(List.of());
    }

    private <T> SortedMap<Subject, Set<T>> byFirst(Function<Evidence, Set<T>> values) {
        SortedMap<Subject, Set<T>> found = new TreeMap<>();
        for (Participant participant : participants) {
            Set<T> all = found.computeIfAbsent(participant.about().get(0), any -> new LinkedHashSet<>());
            occurrences.getOrDefault(participant, List.of()).forEach(each -> all.addAll(values.apply(each)));
        }
        return found;
    }

    private Measurement<Ratio> measured(Ratio ratio) {
        if (practice.advice()) {
            return Measurement.noData(ADVICE_ONLY, LeftOut.none());
        }
        return ratio.denominator() == 0
                ? Measurement.noData(Absence.NOTHING_COUNTED, LeftOut.none())
                : Measurement.value(ratio, ratio.denominator(), LeftOut.none());
    }

    @Override
    public String toString() {
        LocalDate date = asOf.atZone(zone).toLocalDate();
        return "PracticeReport[" + practice.id() + ", " + readings.size() + " readings, "
                + overdue().size() + " overdue, " + date + "]";
    }
}

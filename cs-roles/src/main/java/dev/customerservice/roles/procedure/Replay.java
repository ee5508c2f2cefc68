package dev.customerservice.roles.procedure;

import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Finding;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.procedure.ProcedureReading.Outcome;
import dev.customerservice.roles.procedure.ProcedureReading.Passage;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Plays the evidence of one case through the gates, at each instant at which a condition may change.
 *
 * <p>What is known as of the reading is ordered by when it happened: a note written down in the evening counts from the morning on.
 */
final class Replay {

    private final Procedure procedure;
    private final Subject about;
    private final Evidence opening;
    private final EvidenceLog ever;
    private final EvidenceLog since;
    private final Instant asOf;
    private final ZoneId zone;
    private final Map<String, Instant> passedAt = new HashMap<>();
    private Optional<Outcome> outcome = Optional.empty();

    private Replay(Procedure procedure, Subject about, Evidence opening, EvidenceLog known, Instant asOf, ZoneId zone) {
        this.procedure = procedure;
        this.about = about;
        this.opening = opening;
        this.ever = known;
        this.since = known.since(opening.at());
        this.asOf = asOf;
        this.zone = zone;
    }

    static List<ProcedureReading> cases(Procedure procedure, EvidenceLog log, Instant asOf, ZoneId zone) {
        EvidenceLog known = log.asOf(asOf).asHappened();
        Map<Subject, List<Evidence>> openings = new TreeMap<>();
        for (Evidence opening : known.of(procedure.opens())) {
            opening.subject(procedure.subject())
                    .ifPresent(about -> openings.computeIfAbsent(about, any -> new ArrayList<>())
                            .add(opening));
        }
        List<ProcedureReading> readings = new ArrayList<>();
        openings.forEach(
                (about, each) -> readings.addAll(cases(procedure, about, each, known.about(about), asOf, zone)));
        readings.sort((one, other) -> {
            int byTime = one.opening().at().compareTo(other.opening().at());
            return byTime == 0 ? one.opening().id().compareTo(other.opening().id()) : byTime;
        });
        return List.copyOf(readings);
    }

    private static List<ProcedureReading> cases(
            Procedure procedure, Subject about, List<Evidence> openings, EvidenceLog known, Instant asOf, ZoneId zone) {
        List<ProcedureReading> readings = new ArrayList<>();
        int next = 0;
        while (next < openings.size()) {
            Replay replay = new Replay(procedure, about, openings.get(next), known, asOf, zone);
            replay.run();
            next++;
            List<Reason> notes = new ArrayList<>();
            while (next < openings.size() && replay.isOpenAt(openings.get(next).at())) {
                notes.add(Reason.rule("CASE_STILL_OPEN")
                        .withAbout(Subject.of("evidence", openings.get(next).id()))
                        .withWhere(procedure.id()));
                next++;
            }
            readings.add(replay.reading(notes));
        }
        return readings;
    }

    private boolean isOpenAt(Instant instant) {
        return outcome.filter(end -> !end.at().isAfter(instant)).isEmpty();
    }

    private void run() {
        NavigableSet<Instant> instants = new TreeSet<>(Set.of(opening.at()));
        for (Gate gate : procedure.gates()) {
            instants.addAll(gate.requires().turningPoints(ever, about));
        }
        for (Instant instant : instants.subSet(opening.at(), true, asOf, true)) {
            boolean moved = true;
            while (moved && outcome.isEmpty()) {
                moved = !endsOtherwise(instant) && passes(instant);
            }
        }
    }

    /** Whether a gate that is open, or standing, is surely not met and says how the case ends then. */
    private boolean endsOtherwise(Instant instant) {
        for (Gate gate : procedure.gates()) {
            boolean watched = isPassed(gate) ? gate.standing() : isReached(gate);
            if (watched
                    && gate.otherwise().isPresent()
                    && finding(gate, instant).isNotMet()) {
                outcome = Optional.of(new Outcome(gate.otherwise().get(), gate.id(), instant));
                return true;
            }
        }
        return false;
    }

    private boolean passes(Instant instant) {
        boolean moved = false;
        for (Gate gate : procedure.gates()) {
            if (outcome.isEmpty()
                    && !isPassed(gate)
                    && isReached(gate)
                    && fallen(gate, instant).isEmpty()
                    && finding(gate, instant).isMet()) {
                passedAt.put(gate.id(), instant);
                moved = true;
                Optional<String> end = gate.ends()
                        .or(() -> procedure.outcomes().isEmpty()
                                        && passedAt.size() == procedure.gates().size()
                                ? Optional.of(Procedure.DONE)
                                : Optional.empty());
                outcome = end.map(name -> new Outcome(name, gate.id(), instant));
            }
        }
        return moved;
    }

    private boolean isPassed(Gate gate) {
        return passedAt.containsKey(gate.id());
    }

    private boolean isReached(Gate gate) {
        return passedAt.keySet().containsAll(procedure.before(gate));
    }

    private Instant reachedAt(Gate gate) {
        return procedure.before(gate).stream()
                .flatMap(before -> Optional.ofNullable(passedAt.get(before)).stream())
                .max(Instant::compareTo)
                .orElse(opening.at());
    }

    private Finding finding(Gate gate, Instant instant) {
        EvidenceLog counted = gate.counts() == Gate.Counting.ANY_TIME ? ever : since.since(reachedAt(gate));
        return gate.requires().test(counted, about, instant);
    }

    /** The standing gates before a gate that have passed and no longer hold. */
    private List<Reason> fallen(Gate gate, Instant instant) {
        Set<String> earlier = new TreeSet<>();
        collectEarlier(gate, earlier);
        return procedure.gates().stream()
                .filter(each -> each.standing() && earlier.contains(each.id()))
                .filter(each -> isPassed(each) && !finding(each, instant).isMet())
                .map(each -> Reason.rule("STANDING_GATE_FAILS")
                        .withAbout(about)
                        .withWhere(gate.id())
                        .withValue("gate", new Detail.Text(each.id())))
                .toList();
    }

    private void collectEarlier(Gate gate, Set<String> earlier) {
        for (String before : procedure.before(gate)) {
            if (earlier.add(before)) {
                collectEarlier(procedure.gate(before), earlier);
            }
        }
    }

    private ProcedureReading reading(List<Reason> notes) {
        Instant end = outcome.map(Outcome::at).orElse(asOf);
        List<Passage> passages = new ArrayList<>();
        for (Gate gate : procedure.gates()) {
            Optional<Instant> passed = Optional.ofNullable(passedAt.get(gate.id()));
            Optional<Instant> due = isReached(gate)
                    ? gate.within().map(limit -> limit.endFrom(reachedAt(gate), zone))
                    : Optional.empty();
            passages.add(new Passage(
                    gate, passed, due, passed.map(at -> finding(gate, at)).orElseGet(() -> refusal(gate, end))));
            long looks = gate.requires().looks(since.asOf(end), about);
            if (looks > 1) {
                notes.add(Reason.advice("REPEATED_LOOKS")
                        .withAbout(about)
                        .withWhere(gate.id())
                        .withValue("looks", Detail.count(looks, "looks")));
            }
        }
        return new ProcedureReading(procedure, about, opening, asOf, passages, outcome, notes);
    }

    private Finding refusal(Gate gate, Instant end) {
        if (outcome.filter(last -> !last.gate().equals(gate.id())).isPresent()) {
            return Finding.notMet(Reason.rule("CASE_CLOSED")
                    .withAbout(about)
                    .withWhere(gate.id())
                    .withValue("outcome", new Detail.Text(outcome.get().name()))
                    .withValue("at", new Detail.Moment(end)));
        }
        List<Finding> findings = new ArrayList<>();
        for (String before : procedure.before(gate)) {
            if (!passedAt.containsKey(before)) {
                findings.add(Finding.notMet(Reason.rule("PREDECESSOR_OPEN")
                        .withAbout(about)
                        .withWhere(gate.id())
                        .withValue("gate", new Detail.Text(before))));
            }
        }
        if (findings.isEmpty()) {
            fallen(gate, end).forEach(reason -> findings.add(Finding.notMet(reason)));
            findings.add(asking(gate, finding(gate, end)));
        }
        return Finding.all(findings);
    }

    /** Adds to each reason whose task the gate is and whom to ask. */
    private static Finding asking(Gate gate, Finding finding) {
        List<Reason> reasons = finding.reasons().stream()
                .map(reason -> gate.by().isEmpty() ? reason : reason.withValue("by", new Detail.Text(gate.by())))
                .map(reason -> gate.escalatesTo()
                        .map(role -> reason.withValue("ask", new Detail.Text(role)))
                        .orElse(reason))
                .map(reason -> reason.withValue("gate", new Detail.Text(gate.id())))
                .toList();
        if (finding.isUnknown()) {
            return new Finding.Unknown(reasons);
        }
        return finding.isNotMet() ? new Finding.NotMet(reasons) : finding;
    }
}

package dev.customerservice.roles.practice;

import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.practice.Cadence.Due;
import dev.customerservice.roles.practice.Practice.Participant;
import dev.customerservice.roles.practice.PracticeReading.State;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that was and is due for the participants of one practice. */
final class Obligations {

    private final Practice practice;
    private final Cadence cadence;
    private final Instant asOf;
    private final LocalDate today;
    private final ZoneId zone;
    private final CalendarBook calendars;
    private final Map<Participant, List<Obligation>> byParticipant = new HashMap<>();
    private final Map<Participant, List<Evidence>> done = new HashMap<>();

    Obligations(Practice practice, Instant asOf, ZoneId zone, CalendarBook calendars) {
        this.practice = practice;
        this.cadence = practice.cadence();
        this.asOf = asOf;
        this.today = asOf.atZone(zone).toLocalDate();
        this.zone = zone;
        this.calendars = calendars;
    }

    /** Something due once; without a due moment nobody knows since when. */
    private record Obligation(Optional<Evidence> trigger, Optional<Due> due, Optional<Instant> doneAt) {}

    void add(Participant participant, List<Evidence> occurrences, List<Evidence> triggers) {
        done.put(participant, occurrences);
        List<Obligation> all;
        if (cadence instanceof Cadence.Rolling) {
            all = rolling(participant, occurrences);
        } else if (cadence instanceof Cadence.Each each) {
            all = List.of(window(each, participant, occurrences));
        } else if (cadence instanceof Cadence.Once) {
            all = List.of(new Obligation(Optional.empty(), joined(participant).map(this::due), first(occurrences)));
        } else {
            all = triggered(occurrences, triggers);
        }
        byParticipant.put(participant, all);
    }

    List<PracticeReading> current(Participant participant) {
        List<Obligation> all = byParticipant.getOrDefault(participant, List.of());
        List<Obligation> wanted = cadence instanceof Cadence.Rolling ? all.subList(all.size() - 1, all.size()) : all;
        Optional<Instant> last = last(done.getOrDefault(participant, List.of()));
        return wanted.stream()
                .map(each -> new PracticeReading(
                        practice.id(),
                        participant.about(),
                        each.trigger().map(Evidence::id),
                        each.trigger().isPresent() ? each.doneAt() : last,
                        each.due(),
                        state(participant, each),
                        asOf))
                .toList();
    }

    Ratio onTime(Period period) {
        long due = 0;
        long met = 0;
        for (Map.Entry<Participant, List<Obligation>> entry : byParticipant.entrySet()) {
            Participant participant = entry.getKey();
            List<Obligation> all =
                    cadence instanceof Cadence.Each each ? windows(each, participant, period) : entry.getValue();
            for (Obligation each : all) {
                Due moment = each.due().orElse(null);
                if (moment != null
                        && isIn(period, moment.date())
                        && !asOf.isBefore(moment.lateFrom())
                        && concerns(participant, moment)) {
                    due++;
                    met += each.doneAt().filter(moment::isMetBy).isPresent() ? 1 : 0;
                }
            }
        }
        return Ratio.of(met, due);
    }

    private static boolean isIn(Period period, LocalDate date) {
        return !date.isBefore(period.from()) && date.isBefore(period.untilExclusive());
    }

    /** A window concerns whoever was there at any time in it; anything else, whoever was still there when it was due. */
    private boolean concerns(Participant participant, Due due) {
        return cadence instanceof Cadence.Each each
                ? isPresentIn(participant, each.unit().start(due.date()), due.date())
                : participant.untilExclusive().map(due.date()::isBefore).orElse(true);
    }

    private static boolean isPresentIn(Participant participant, LocalDate first, LocalDate last) {
        return participant.from().map(from -> !from.isAfter(last)).orElse(true)
                && participant.untilExclusive().map(first::isBefore).orElse(true);
    }

    private List<Obligation> rolling(Participant participant, List<Evidence> occurrences) {
        List<Obligation> all = new ArrayList<>();
        Optional<Due> due = joined(participant).map(this::due);
        for (Evidence occurrence : occurrences) {
            if (due.isPresent()) {
                all.add(new Obligation(Optional.empty(), due, Optional.of(occurrence.at())));
            }
            due = Optional.of(due(occurrence.at()));
        }
        all.add(new Obligation(Optional.empty(), due, Optional.empty()));
        return all;
    }

    /** The last window, as long as what was missing in it has not been made good; else the present one. */
    private Obligation window(Cadence.Each each, Participant participant, List<Evidence> occurrences) {
        LocalDate start = each.unit().start(today);
        LocalDate before = each.unit().start(start.minusDays(1));
        long missing = each.atLeast() - count(occurrences, before, start);
        long since = count(occurrences, start, today.plusDays(1));
        boolean wasThere = isPresentIn(participant, before, start.minusDays(1));
        boolean known = participant.from().isPresent() || count(occurrences, LocalDate.MIN, start) > 0;
        if (missing > since && wasThere && known) {
            return obligation(each, before, occurrences);
        }
        return obligation(each, start, occurrences);
    }

    private List<Obligation> windows(Cadence.Each each, Participant participant, Period period) {
        List<Evidence> occurrences = done.getOrDefault(participant, List.of());
        return each.dueDates(period.from().minusDays(1), period.untilExclusive().minusDays(1)).stream()
                .map(last -> obligation(each, each.unit().start(last), occurrences))
                .toList();
    }

    private Obligation obligation(Cadence.Each each, LocalDate start, List<Evidence> occurrences) {
        LocalDate end = each.unit().endExclusive(start);
        List<Evidence> inside = occurrences.stream()
                .filter(occurrence -> isBetween(occurrence, start, end))
                .toList();
        Optional<Instant> doneAt = inside.size() < each.atLeast()
                ? Optional.empty()
                : Optional.of(inside.get(each.atLeast() - 1).at());
        return new Obligation(
                Optional.empty(), Optional.of(due(start.atStartOfDay(zone).toInstant())), doneAt);
    }

    private long count(List<Evidence> occurrences, LocalDate start, LocalDate endExclusive) {
        return occurrences.stream()
                .filter(occurrence -> isBetween(occurrence, start, endExclusive))
                .count();
    }

    private boolean isBetween(Evidence occurrence, LocalDate start, LocalDate endExclusive) {
        LocalDate date = occurrence.at().atZone(zone).toLocalDate();
        return !date.isBefore(start) && date.isBefore(endExclusive);
    }

    private List<Obligation> triggered(List<Evidence> occurrences, List<Evidence> triggers) {
        List<Obligation> all = new ArrayList<>();
        Optional<String> per = practice.evidence().per();
        for (EvidenceLog.FollowUp each : EvidenceLog.pair(
                triggers, occurrences, one -> per.flatMap(detail -> one.detail(detail, Detail.class)))) {
            startOf(each.opened())
                    .ifPresent(start -> all.add(new Obligation(
                            Optional.of(each.opened()),
                            Optional.of(due(start)),
                            each.answer().map(Evidence::at))));
        }
        return all;
    }

    /** When the time starts; for a promise, the moment promised, and without one there is nothing to keep. */
    private Optional<Instant> startOf(Evidence trigger) {
        return cadence instanceof Cadence.By by
                ? trigger.detail(by.dueDetail(), Detail.Moment.class).map(Detail.Moment::value)
                : Optional.of(trigger.at());
    }

    private State state(Participant participant, Obligation each) {
        if (each.doneAt().isPresent()) {
            Instant at = each.doneAt().get();
            return each.due().map(due -> due.isMetBy(at)).orElse(true) ? State.DONE_ON_TIME : State.DONE_LATE;
        }
        if (!participant.isPresentOn(today)) {
            return State.NOT_APPLICABLE;
        }
        if (each.due().isEmpty()) {
            return State.OVERDUE;
        }
        Due due = each.due().get();
        if (due.isOverdue(asOf)) {
            return State.OVERDUE;
        }
        return due.isMetBy(asOf) ? State.NOT_YET_DUE : State.DUE_IN_GRACE;
    }

    private Due due(Instant start) {
        return cadence.due(start, zone, calendars);
    }

    private Optional<Instant> joined(Participant participant) {
        return participant.from().map(date -> date.atStartOfDay(zone).toInstant());
    }

    private static Optional<Instant> first(List<Evidence> occurrences) {
        return occurrences.isEmpty()
                ? Optional.empty()
                : Optional.of(occurrences.get(0).at());
    }

    private static Optional<Instant> last(List<Evidence> occurrences) {
        return occurrences.isEmpty()
                ? Optional.empty()
                : Optional.of(occurrences.get(occurrences.size() - 1).at());
    }
}

package dev.customerservice.roles.shift;

import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import dev.customerservice.roles.shift.RosterRule.Line;
import dev.customerservice.roles.shift.RosterRule.Violation;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules about how much is worked: on average, at night, in a year, and only when one may. */
final class WorkingTimes {

    private static final int WEEK = 7;
    private static final int WORKING_DATES_A_WEEK = 6;

    private WorkingTimes() {}

    /** A reference period: its dates, and how many of them are neither leave nor sickness. */
    private record Reference(LocalDate start, LocalDate end, int counted) {

        Interval during(Line line) {
            return WallTime.dates(start, end, line.zone());
        }
    }

    static List<Violation> average(RosterRule.AverageHours rule, Line line) {
        return average("average-hours", rule.aWeek(), rule.weeks(), line);
    }

    static List<Violation> contract(RosterRule.ContractHours rule, Line line) {
        return line.availability()
                .contractedAWeek()
                .map(aWeek -> average("contract-hours", aWeek, rule.weeks(), line))
                .orElse(List.of());
    }

    private static List<Violation> average(String rule, Duration aWeek, int weeks, Line line) {
        List<Violation> found = new ArrayList<>();
        for (Reference reference : references(line, weeks)) {
            Duration worked = worked(line, reference.during(line));
            if (worked.multipliedBy(WEEK).compareTo(aWeek.multipliedBy(reference.counted())) > 0) {
                found.add(Violation.of(
                        line,
                        rule,
                        reference.during(line),
                        aWeek,
                        worked.multipliedBy(WEEK).dividedBy(reference.counted())));
            }
        }
        return List.copyOf(found);
    }

    static List<Violation> night(RosterRule.NightWork rule, Line line) {
        List<Violation> found = new ArrayList<>();
        for (Reference reference : references(line, rule.weeks())) {
            Interval during = reference.during(line);
            boolean atNight = line.shifts().stream()
                    .filter(shift -> during.contains(shift.interval().startInclusive()))
                    .anyMatch(shift -> shift.workedBetween(rule.nightStart(), rule.nightEnd(), line.zone())
                                    .compareTo(rule.share())
                            >= 0);
            Duration worked = atNight ? worked(line, during) : Duration.ZERO;
            Duration allowed = rule.aDay().multipliedBy((long) reference.counted() * WORKING_DATES_A_WEEK);
            if (worked.multipliedBy(WEEK).compareTo(allowed) > 0) {
                found.add(Violation.of(
                        line,
                        "night-work",
                        during,
                        rule.aDay(),
                        worked.multipliedBy(WEEK).dividedBy((long) reference.counted() * WORKING_DATES_A_WEEK)));
            }
        }
        return List.copyOf(found);
    }

    /** Nobody on leave for a whole reference period has a mean in it; who works then all the same breaks another rule. */
    private static List<Reference> references(Line line, int weeks) {
        List<Reference> references = new ArrayList<>();
        LocalDate last = line.endExclusive().minusDays((long) weeks * WEEK);
        LocalDate from = line.startInclusive();
        do {
            LocalDate whole = from.plusDays((long) weeks * WEEK);
            LocalDate to = whole.isAfter(line.endExclusive()) ? line.endExclusive() : whole;
            int counted = 0;
            for (LocalDate date = from; date.isBefore(to); date = date.plusDays(1)) {
                counted += isNeutral(line, date) ? 0 : 1;
            }
            if (counted > 0) {
                references.add(new Reference(from, to, counted));
            }
            from = from.plusDays(WEEK);
        } while (!from.isAfter(last));
        return references;
    }

    private static boolean isNeutral(Line line, LocalDate date) {
        return line.availability().absences().stream()
                .anyMatch(absence -> absence.isNeutral() && absence.touches(date));
    }

    private static Duration worked(Line line, Interval during) {
        Duration worked = Duration.ZERO;
        for (Shift shift : line.shifts()) {
            for (Interval piece : shift.pieces()) {
                Optional<Interval> inside = piece.intersection(during);
                if (inside.isPresent()) {
                    worked = worked.plus(inside.get().duration());
                }
            }
        }
        return worked;
    }

    static List<Violation> leave(RosterRule.AnnualLeave rule, Line line) {
        List<Violation> found = new ArrayList<>();
        LocalDate year = line.startInclusive().withDayOfYear(1);
        year = year.isBefore(line.startInclusive()) ? year.plusYears(1) : year;
        for (LocalDate next = year.plusYears(1); !next.isAfter(line.endExclusive()); next = next.plusYears(1)) {
            int dates = 0;
            for (LocalDate date = year; date.isBefore(next); date = date.plusDays(1)) {
                dates += isLeave(line, date) ? 1 : 0;
            }
            if (dates < rule.dates()) {
                found.add(Violation.of(
                        line, "annual-leave", WallTime.dates(year, next, line.zone()), rule.dates(), dates));
            }
            year = next;
        }
        return List.copyOf(found);
    }

    private static boolean isLeave(Line line, LocalDate date) {
        return line.availability().absences().stream()
                .anyMatch(absence -> absence.kind() == Availability.Absence.Kind.LEAVE && absence.touches(date));
    }

    static List<Violation> outside(Line line) {
        List<Violation> found = new ArrayList<>();
        Interval period = line.period();
        for (Shift shift : line.shifts()) {
            Interval during = shift.interval();
            if (during.isEmpty() || !period.contains(during.startInclusive())) {
                continue;
            }
            IntervalSet outside = shift.present().difference(line.availability().available(during));
            if (!outside.isEmpty()) {
                found.add(Violation.of(line, "availability", during, Duration.ZERO, outside.total()));
            }
        }
        return List.copyOf(found);
    }
}

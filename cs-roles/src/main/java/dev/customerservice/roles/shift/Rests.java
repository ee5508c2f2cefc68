package dev.customerservice.roles.shift;

import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import dev.customerservice.roles.shift.RosterRule.Line;
import dev.customerservice.roles.shift.RosterRule.Violation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The rules about rest: between shifts, in the week, in the shift, and whole dates. */
final class Rests {

    private Rests() {}

    /** Each rest is measured from the latest end so far, so that a short shift inside a long one hides nothing. */
    static List<Violation> daily(RosterRule.DailyRest rule, Line line) {
        List<Violation> found = new ArrayList<>();
        Interval period = line.period();
        Instant end = Instant.MIN;
        for (Shift shift : line.shifts()) {
            Interval during = shift.interval();
            if (during.isEmpty()) {
                continue;
            }
            if (!end.equals(Instant.MIN) && period.contains(during.startInclusive())) {
                Duration rest = Duration.between(end, during.startInclusive());
                if (rest.compareTo(rule.atLeast()) < 0) {
                    Instant from = rest.isNegative() ? during.startInclusive() : end;
                    Instant until = rest.isNegative() ? earlier(end, during.endExclusive()) : during.startInclusive();
                    found.add(Violation.of(line, "daily-rest", new Interval(from, until), rule.atLeast(), rest));
                }
            }
            end = end.isAfter(during.endExclusive()) ? end : during.endExclusive();
        }
        return List.copyOf(found);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    static List<Violation> weekly(RosterRule.WeeklyRest rule, Line line) {
        List<Violation> found = new ArrayList<>();
        List<Interval> work = line.shifts().stream().map(Shift::interval).toList();
        for (Interval stretch : stretches(line, rule.dates())) {
            Duration longest = Duration.ZERO;
            for (Interval free :
                    IntervalSet.of(stretch).difference(IntervalSet.of(work)).intervals()) {
                longest = longest.compareTo(free.duration()) < 0 ? free.duration() : longest;
            }
            if (longest.compareTo(rule.atLeast()) < 0) {
                found.add(Violation.of(line, "weekly-rest", stretch, rule.atLeast(), longest));
            }
        }
        return List.copyOf(found);
    }

    private static List<Interval> stretches(Line line, int dates) {
        List<Interval> stretches = new ArrayList<>();
        LocalDate from = line.startInclusive();
        for (LocalDate to = from.plusDays(dates); !to.isAfter(line.endExclusive()); to = to.plusDays(dates)) {
            stretches.add(WallTime.dates(from, to, line.zone()));
            from = to;
        }
        return stretches;
    }

    static List<Violation> breaks(RosterRule.BreakAfter rule, Line line) {
        List<Violation> found = new ArrayList<>();
        Interval period = line.period();
        for (Shift shift : line.shifts()) {
            Interval during = shift.interval();
            Duration rest = during.duration().minus(shift.worked());
            if (period.contains(during.startInclusive())
                    && during.duration().compareTo(rule.elapsed()) > 0
                    && (rest.isZero() || rest.compareTo(rule.atLeast()) < 0)) {
                found.add(Violation.of(line, "break", during, rule.atLeast(), rest));
            }
        }
        return List.copyOf(found);
    }

    static List<Violation> inARow(RosterRule.DatesInARow rule, Line line) {
        TreeSet<LocalDate> dates = new TreeSet<>();
        line.shifts().stream()
                .filter(shift -> !shift.interval().isEmpty())
                .forEach(shift -> dates.add(WallTime.date(shift.interval().startInclusive(), line.zone())));
        List<Violation> found = new ArrayList<>();
        LocalDate first = LocalDate.MIN;
        LocalDate last = LocalDate.MIN;
        for (LocalDate date : dates) {
            if (!date.minusDays(1).equals(last)) {
                row(rule, line, first, last, found);
                first = date;
            }
            last = date;
        }
        row(rule, line, first, last, found);
        return List.copyOf(found);
    }

    private static void row(
            RosterRule.DatesInARow rule, Line line, LocalDate first, LocalDate last, List<Violation> found) {
        int length = (int) (last.toEpochDay() - first.toEpochDay()) + 1;
        if (length > rule.most() && first.isBefore(line.endExclusive()) && !last.isBefore(line.startInclusive())) {
            found.add(Violation.of(
                    line, "dates-in-a-row", WallTime.dates(first, last.plusDays(1), line.zone()), rule.most(), length));
        }
    }

    static List<Violation> offTogether(RosterRule.DatesOffTogether rule, Line line) {
        TreeSet<LocalDate> busy = new TreeSet<>();
        for (Shift shift : line.shifts()) {
            Interval during = shift.interval();
            if (!during.isEmpty()) {
                LocalDate last = WallTime.date(during.endExclusive().minusNanos(1), line.zone());
                for (LocalDate date = WallTime.date(during.startInclusive(), line.zone()); !date.isAfter(last); ) {
                    busy.add(date);
                    date = date.plusDays(1);
                }
            }
        }
        List<Violation> found = new ArrayList<>();
        LocalDate from = line.startInclusive();
        for (LocalDate to = from.plusDays(rule.dates());
                !to.isAfter(line.endExclusive());
                to = to.plusDays(rule.dates())) {
            int run = 0;
            int longest = 0;
            for (LocalDate date = from; date.isBefore(to); date = date.plusDays(1)) {
                run = busy.contains(date) ? 0 : run + 1;
                longest = Math.max(longest, run);
            }
            if (longest < rule.together()) {
                found.add(Violation.of(
                        line, "dates-off-together", WallTime.dates(from, to, line.zone()), rule.together(), longest));
            }
            from = to;
        }
        return List.copyOf(found);
    }
}

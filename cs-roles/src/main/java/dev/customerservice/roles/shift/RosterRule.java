package dev.customerservice.roles.shift;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * Something that may not be asked of a person; the rules of the library are data.
 *
 * <p>All times are elapsed times, so a rest across a clock change is as long as it really was; dates and weeks are those of the person's
 * own zone. Laws: the same line gives the same findings, and a line that keeps the rule still keeps it when a shift is taken away, so that
 * a roster can be filled shift by shift.
 */
@FunctionalInterface
public interface RosterRule {

    /**
     * Reads the line of one person.
     *
     * @param line the shifts and the availability of the person
     * @return what breaks the rule, in the order of time; empty when nothing does
     */
    List<Violation> check(Line line);

    /**
     * What a rule may look at: one person's line of a roster.
     *
     * @param availability the person, with zone, absences and contract
     * @param shifts the shifts, those before and after the period too; sorted by their starts
     * @param startInclusive the first date of the period over which the rules are read
     * @param endExclusive the date after the last, not before the first
     */
    record Line(Availability availability, List<Shift> shifts, LocalDate startInclusive, LocalDate endExclusive) {
        /** Sorts the shifts and refuses a period that ends before it starts. */
        public Line {
            shifts = shifts.stream().sorted(Shift.IN_TIME).toList();
            if (endExclusive.isBefore(startInclusive)) {
                throw new IllegalArgumentException("period (" + startInclusive + " to " + endExclusive
                        + ") must not end before it starts\nMaybe the two are swapped.");
            }
        }

        /** {@return the person} */
        public AgentId person() {
            return availability.person();
        }

        /** {@return the zone whose dates count} */
        public ZoneId zone() {
            return availability.zone();
        }

        /** {@return the period in instants} */
        public Interval period() {
            return WallTime.dates(startInclusive, endExclusive, zone());
        }
    }

    /**
     * A rule that is broken.
     *
     * @param person of whom too much is asked
     * @param rule the name of the rule, for example {@code daily-rest}
     * @param during when
     * @param limit what the rule asks for
     * @param found what there is
     */
    record Violation(AgentId person, String rule, Interval during, Detail limit, Detail found) {

        static Violation of(Line line, String rule, Interval during, Duration limit, Duration found) {
            return new Violation(line.person(), rule, during, new Detail.Span(limit), new Detail.Span(found));
        }

        static Violation of(Line line, String rule, Interval during, int limit, int found) {
            return new Violation(
                    line.person(), rule, during, Detail.count(limit, "dates"), Detail.count(found, "dates"));
        }

        /** {@return the same as a reason {@code ROSTER_RULE_BROKEN} about the person, by the rule, with period and figures} */
        public Reason reason() {
            return Reason.rule("ROSTER_RULE_BROKEN")
                    .withAbout(Subject.person(person))
                    .withWhere(rule)
                    .withValue("from", new Detail.Moment(during.startInclusive()))
                    .withValue("until", new Detail.Moment(during.endExclusive()))
                    .withValue("limit", limit)
                    .withValue("found", found);
        }
    }

    /**
     * Rest between one shift and the next; a split shift is one shift with a long break. Findings are called {@code daily-rest}; shifts
     * that overlap leave a rest below zero.
     *
     * @param atLeast the shortest rest that may be
     */
    record DailyRest(Duration atLeast) implements RosterRule {
        @Override
        public List<Violation> check(Line line) {
            return Rests.daily(this, line);
        }
    }

    /**
     * One long rest in each so many dates, counted from the first date of the period; a remainder at its end is not looked at. Findings
     * are called {@code weekly-rest}.
     *
     * @param atLeast the shortest rest without interruption that must be in each stretch of dates; a rest counts there as far as it lies in it
     * @param dates how many dates a stretch has, 7 for a week
     */
    record WeeklyRest(Duration atLeast, int dates) implements RosterRule {
        /** Refuses a stretch without dates. */
        public WeeklyRest {
            requirePositive("dates", dates);
        }

        @Override
        public List<Violation> check(Line line) {
            return Rests.weekly(this, line);
        }
    }

    /**
     * The mean working time a week over a reference period, which moves on week by week; a shorter period is read as one. Dates of leave
     * and sickness are left out of the mean. Findings are called {@code average-hours}.
     *
     * @param aWeek the most that may be worked in seven dates on average
     * @param weeks how many weeks the reference period has
     */
    record AverageHours(Duration aWeek, int weeks) implements RosterRule {
        /** Refuses a reference period without weeks. */
        public AverageHours {
            requirePositive("weeks", weeks);
        }

        @Override
        public List<Violation> check(Line line) {
            return WorkingTimes.average(this, line);
        }
    }

    /**
     * The mean working time a week as of {@link AverageHours}, held to the person's contract; without a known one nothing is found. Findings
     * are called {@code contract-hours}.
     *
     * @param weeks how many weeks the reference period has
     */
    record ContractHours(int weeks) implements RosterRule {
        /** Refuses a reference period without weeks. */
        public ContractHours {
            requirePositive("weeks", weeks);
        }

        @Override
        public List<Violation> check(Line line) {
            return WorkingTimes.contract(this, line);
        }
    }

    /**
     * The mean working time of somebody who works at night, over a reference period as of {@link AverageHours}: what is worked in all over six
     * of each seven dates. Whoever has one shift in it with enough of the night works at night. Findings are called {@code night-work}.
     *
     * @param nightStart when the night begins on the clock of the person
     * @param nightEnd when it ends
     * @param share how much of one shift must lie in the night
     * @param aDay the most that may be worked in 24 hours on average
     * @param weeks how many weeks the reference period has
     */
    record NightWork(LocalTime nightStart, LocalTime nightEnd, Duration share, Duration aDay, int weeks)
            implements RosterRule {
        /** Refuses a reference period without weeks. */
        public NightWork {
            requirePositive("weeks", weeks);
        }

        @Override
        public List<Violation> check(Line line) {
            return WorkingTimes.night(this, line);
        }
    }

    /**
     * A break in each long shift. Findings are called {@code break}.
     *
     * @param elapsed how long a shift may be without
     * @param atLeast the shortest sum of its breaks; for zero any break will do
     */
    record BreakAfter(Duration elapsed, Duration atLeast) implements RosterRule {
        @Override
        public List<Violation> check(Line line) {
            return Rests.breaks(this, line);
        }
    }

    /**
     * Not too many dates in a row on which a shift starts. Findings are called {@code dates-in-a-row}.
     *
     * @param most how many there may be
     */
    record DatesInARow(int most) implements RosterRule {
        /** Refuses a rule that nobody could keep. */
        public DatesInARow {
            requirePositive("most", most);
        }

        @Override
        public List<Violation> check(Line line) {
            return Rests.inARow(this, line);
        }
    }

    /**
     * Some dates off together in each so many dates, counted from the first date of the period. Findings are called {@code dates-off-together}.
     *
     * @param together how many dates without any work must follow one another
     * @param dates how many dates a stretch has, 7 for a week
     */
    record DatesOffTogether(int together, int dates) implements RosterRule {
        /** Refuses a stretch without dates. */
        public DatesOffTogether {
            requirePositive("dates", dates);
        }

        @Override
        public List<Violation> check(Line line) {
            return Rests.offTogether(this, line);
        }
    }

    /**
     * Leave in each calendar year that lies wholly in the period. Findings are called {@code annual-leave}.
     *
     * @param dates how many dates of leave there must be, weekends in it included
     */
    record AnnualLeave(int dates) implements RosterRule {
        @Override
        public List<Violation> check(Line line) {
            return WorkingTimes.leave(this, line);
        }
    }

    /** No work outside the hours in which the person may work, nor in an absence. Findings are called {@code availability}. */
    record WithinAvailability() implements RosterRule {
        @Override
        public List<Violation> check(Line line) {
            return WorkingTimes.outside(line);
        }
    }

    /**
     * {@return the minimum rules of the European Union: 11 hours of daily rest, 24 + 11 hours of weekly rest, 48 hours a week on average over four
     * months, 8 hours in 24 on average for work at night, a break in more than 6 hours, and four weeks of leave}
     *
     * <p>Directive 2003/88/EC, articles 3 to 8 and 16, as far as figures go; the reference period of night work, which it leaves to the member
     * states, is that of the week here. National law and agreements may ask for more, and a few sectors may deviate.
     */
    static List<RosterRule> europeanUnion() {
        return List.of(
                new DailyRest(Duration.ofHours(11)),
                new WeeklyRest(Duration.ofHours(24 + 11), 7),
                new AverageHours(Duration.ofHours(48), 17),
                new NightWork(LocalTime.MIDNIGHT, LocalTime.of(5, 0), Duration.ofHours(3), Duration.ofHours(8), 17),
                new BreakAfter(Duration.ofHours(6), Duration.ZERO),
                new AnnualLeave(28));
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " (" + value + ") must be at least 1\nMaybe leave the rule out.");
        }
    }
}

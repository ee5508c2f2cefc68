package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.ActivityFacts;
import dev.customerservice.metrics.facts.When;
import dev.customerservice.metrics.statistics.Distribution;
import dev.customerservice.metrics.statistics.DurationRatio;
import dev.customerservice.metrics.statistics.TimeSplit;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The measures of agents' time: what they were to do, what they did, and what went where. Each names the time above and below its line,
 * because the usual words mean different things in different houses.
 */
public final class ActivityKpis {
    private static final Cohort<ActivityFacts> BY_START = Cohort.of(ActivityFacts.class, When.begun("start"));

    private ActivityKpis() {}

    /** {@return the time busy over the time busy or idle} */
    public static FormulaKpi<ActivityFacts, DurationRatio> occupancy() {
        return ratio("occupancy", ActivityTime.BUSY, ActivityTime.BUSY_OR_IDLE, "0 to 1")
                .judged(
                        Direction.NEITHER,
                        "(talk + hold + wrap) / (the same + idle); TechTarget calls it utilization too.")
                .called("Amazon Connect", "Occupancy");
    }

    /** {@return the time busy over the time worked; contacts at once count once} */
    public static FormulaKpi<ActivityFacts, DurationRatio> occupancyOfWork() {
        return ratio("occupancy.of_work", ActivityTime.BUSY_AT_WORK, ActivityTime.WORKED, "0 to 1")
                .judged(
                        Direction.NEITHER,
                        "Union of contact intervals / log-in time: sums of parallel chats pass 100 %.");
    }

    /** {@return the time busy over the time paid} */
    public static FormulaKpi<ActivityFacts, DurationRatio> utilization() {
        return ratio("utilization", ActivityTime.BUSY, ActivityTime.PAID, "0 or more")
                .judged(Direction.NEITHER, "WeWFM: over paid time; ICMI counts idle time in it: see availability.");
    }

    /** {@return the time busy or idle over the time paid} */
    public static FormulaKpi<ActivityFacts, DurationRatio> availability() {
        return ratio("availability", ActivityTime.BUSY_OR_IDLE, ActivityTime.PAID, "0 or more")
                .judged(Direction.HIGHER_IS_BETTER, "What ICMI's article calls utilization.");
    }

    /** {@return the mean number of contacts at once while busy} */
    public static FormulaKpi<ActivityFacts, DurationRatio> concurrency() {
        return ratio("concurrency", ActivityTime.HANDLING_AT_WORK, ActivityTime.BUSY_AT_WORK, "1 or more")
                .judged(Direction.NEITHER, "Sum of handle times / union of contact intervals.");
    }

    /** {@return the greatest number of contacts at once in each stretch of activity} */
    public static FormulaKpi<ActivityFacts, Distribution> mostAtOnce() {
        return FormulaKpi.of(
                "concurrency.most_at_once",
                Unit.COUNT,
                BY_START,
                new Formula.Numbers<>(MostAtOnce.COLUMN, Filter.every()));
    }

    /** {@return the planned time that was worked over the planned time} */
    public static FormulaKpi<ActivityFacts, DurationRatio> adherence() {
        return ratio("adherence", ActivityTime.AS_PLANNED, ActivityTime.PLANNED, "0 to 1")
                .judged(Direction.HIGHER_IS_BETTER, "Adherent time / scheduled time.")
                .called("Amazon Connect", "Adherence");
    }

    /** {@return the time worked, planned or not, over the planned time} */
    public static FormulaKpi<ActivityFacts, DurationRatio> conformance() {
        return ratio("conformance", ActivityTime.WORKED, ActivityTime.PLANNED, "0 or more")
                .judged(Direction.NEITHER, "Logged-in / scheduled, which DeHaan calls adherence; it may pass 1.");
    }

    /** {@return the paid time lost over the paid time, by reason} */
    public static FormulaKpi<ActivityFacts, TimeSplit> shrinkage() {
        return FormulaKpi.of("shrinkage", Unit.SHARE, BY_START, new Formula.Sum<>(Lost.COLUMN, Filter.every()))
                .ranging("0 or more")
                .judged(Direction.LOWER_IS_BETTER, "Lost paid time / paid time; staff = base / (1 - shrinkage).");
    }

    private static FormulaKpi<ActivityFacts, DurationRatio> ratio(
            String id, ActivityTime part, ActivityTime whole, String range) {
        Formula<ActivityFacts, DurationRatio> formula =
                new Formula.Sum<>(new Amounts.Over<>(part, whole), Filter.every());
        return FormulaKpi.of(id, Unit.RATE, BY_START, formula).ranging(range);
    }

    private enum MostAtOnce implements NumberColumn<ActivityFacts> {
        COLUMN;

        @Override
        public String id() {
            return "most contacts at once";
        }

        @Override
        public long of(ActivityFacts activity) {
            return activity.mostAtOnce();
        }
    }

    private enum Lost implements AmountColumn<ActivityFacts, TimeSplit> {
        COLUMN;

        @Override
        public String id() {
            return "sum of lost time, by reason / sum of time paid";
        }

        @Override
        public TimeSplit none() {
            return TimeSplit.NONE;
        }

        @Override
        public Optional<TimeSplit> of(ActivityFacts activity) {
            return Optional.of(new TimeSplit(new TreeMap<>(activity.lost()), activity.paid()));
        }
    }
}

package dev.customerservice.examples;

import dev.customerservice.domain.time.Interval;
import dev.customerservice.examples.workforce.WeekPlan;
import dev.customerservice.roles.shift.Coverage;
import dev.customerservice.roles.shift.Requirement;
import dev.customerservice.roles.shift.Roster;
import dev.customerservice.roles.shift.RosterRule;
import dev.customerservice.roles.staffing.DeferrableWork;
import dev.customerservice.roles.staffing.ErlangC;
import dev.customerservice.roles.staffing.StaffingPlan;
import dev.customerservice.roles.staffing.StaffingPlan.Slot;
import dev.customerservice.roles.staffing.Workload;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The working days of the first whole week after the log: the requirement of each hour against the roster. */
final class WeekAhead {
    private static final int WORKING_DAYS = 5;
    private static final int MIDNIGHT = 24;

    private final LocalDate monday;
    private final List<StaffingPlan> plans = new ArrayList<>();
    private final Coverage coverage;
    private final List<RosterRule.Violation> violations;
    private final List<DeferrableWork.Outcome> backlogs = new ArrayList<>();

    WeekAhead(WeekPlan plan, HourlyDemand demand, LocalDate from, ZoneId zone) {
        this.monday = WorkforcePage.nextMonday(from);
        LocalDate end = monday.plusDays(7);
        Requirement requirement = new Requirement(List.of());
        for (int day = 0; day < WORKING_DAYS; day++) {
            StaffingPlan ofDay = day(plan, demand, monday.plusDays(day), zone);
            plans.add(ofDay);
            for (Slot slot : ofDay.slots()) {
                requirement = requirement.plus(
                        Requirement.of(slot.during(), slot.requirement().onDuty()));
            }
        }
        Roster roster = plan.roster(monday, end, zone);
        Interval window = new Interval(
                monday.atStartOfDay(zone).toInstant(), end.atStartOfDay(zone).toInstant());
        this.coverage = roster.coverage(requirement, window);
        List<RosterRule> rules = new ArrayList<>(RosterRule.europeanUnion());
        rules.removeIf(rule -> rule instanceof RosterRule.AnnualLeave || rule instanceof RosterRule.AverageHours);
        rules.add(new RosterRule.DatesInARow(6));
        this.violations = roster.violations(rules, monday, end);
        for (StaffingPlan ofDay : plans) {
            backlogs.addAll(backlog(plan, demand, ofDay, zone));
        }
    }

    private static StaffingPlan day(WeekPlan plan, HourlyDemand demand, LocalDate date, ZoneId zone) {
        List<Double> forecast = new ArrayList<>();
        for (int hour = plan.open().from().getHour(); hour < plan.open().until().getHour(); hour++) {
            forecast.add(demand.expected(date, hour));
        }
        return StaffingPlan.builder()
                .startInclusive(date.atTime(plan.open().from()).atZone(zone).toInstant())
                .workloads(Workload.series(
                        forecast, Duration.ofHours(1), plan.load().handleTime()))
                .model(ErlangC.model())
                .goal(plan.load().goal())
                .shrinkage(plan.load().shrinkage())
                .build();
    }

    /** What came since the desk closed the day before, on top of the hours that the plan needs. */
    private List<DeferrableWork.Outcome> backlog(WeekPlan plan, HourlyDemand demand, StaffingPlan ofDay, ZoneId zone) {
        Instant opening = ofDay.startInclusive();
        LocalDate date = LocalDate.ofInstant(opening, zone);
        double waiting = 0;
        for (int hour = 0; hour < plan.open().from().getHour(); hour++) {
            waiting += demand.expected(date, hour);
        }
        for (int hour = plan.open().until().getHour(); hour < MIDNIGHT; hour++) {
            waiting += demand.expected(date.minusDays(1), hour);
        }
        DeferrableWork work = DeferrableWork.of(DeferrableWork.Batch.of(
                "overnight",
                opening,
                opening.plus(plan.open().backlogDue()),
                BigDecimal.valueOf(waiting),
                plan.load().handleTime()));
        List<Integer> present = ofDay.slots().stream()
                .map(slot -> coverage.at(slot.during().startInclusive())
                        .map(Coverage.Stretch::present)
                        .orElse(0))
                .toList();
        return work.fill(ofDay.spare(present)).outcomes();
    }

    LocalDate monday() {
        return monday;
    }

    List<Slot> slots() {
        return plans.stream().flatMap(plan -> plan.slots().stream()).toList();
    }

    /** {@return the hour of each day with most work, days in order} */
    List<Slot> peaks() {
        return plans.stream().map(plan -> busiest(plan.slots())).toList();
    }

    Slot peak() {
        return busiest(slots());
    }

    private static Slot busiest(List<Slot> slots) {
        return slots.stream()
                .max(Comparator.comparing(slot -> slot.requirement().work().arrivals()))
                .orElseThrow();
    }

    Coverage coverage() {
        return coverage;
    }

    List<RosterRule.Violation> violations() {
        return violations;
    }

    List<DeferrableWork.Outcome> backlogs() {
        return backlogs;
    }
}

package dev.customerservice.domain.testing;

import dev.customerservice.domain.calendar.Break;
import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.calendar.Holiday;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.sla.Again;
import dev.customerservice.domain.sla.Anchor;
import dev.customerservice.domain.sla.CalendarChange;
import dev.customerservice.domain.sla.Escalation;
import dev.customerservice.domain.sla.EscalationTime;
import dev.customerservice.domain.sla.Goal;
import dev.customerservice.domain.sla.Retarget;
import dev.customerservice.domain.sla.SlaBook;
import dev.customerservice.domain.sla.SlaException;
import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.sla.SlaPlan;
import dev.customerservice.domain.sla.SlaPolicy;
import dev.customerservice.domain.sla.SlaTarget;
import dev.customerservice.domain.sla.TargetTime;
import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.Happening;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.StatusCategory;
import dev.customerservice.domain.ticket.TicketCondition;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generates metrics, targets and plans for the histories of {@link Histories}. */
public final class Policies {
    /** The names of the attributes that are questions with yes or no. */
    public static final List<String> QUESTIONS = List.of(
            "assigned",
            "in_team",
            "done",
            "replied",
            "contacted",
            "customer_wrote",
            "awaiting_next_reply",
            "awaiting_reply",
            "policy_applied",
            "merged",
            "deleted");

    private static final List<BusinessCalendar> OFFICES = List.of(
            BusinessCalendar.builder()
                    .id("office")
                    .zone("Europe/London")
                    .hours(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-17:30"))
                    .addBreak(Break.every(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "12:00-13:00"))
                    .addHoliday(Holiday.on(LocalDate.of(2026, 3, 25), "Lady Day"))
                    .build(),
            BusinessCalendar.builder()
                    .id("office")
                    .zone("America/St_Johns")
                    .hours(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, "00:00-04:00", "22:15-24:00"))
                    .build(),
            BusinessCalendar.builder()
                    .id("office")
                    .zone("UTC")
                    .hours(WeeklyHours.alwaysOpen())
                    .build());

    private Policies() {}

    /** {@return conditions on what the histories of {@link Histories} change: statuses, priorities, tags, owners, messages} */
    public static Arbitrary<TicketCondition> conditions() {
        Arbitrary<TicketCondition> leaf = Arbitraries.of(
                TicketCondition.status(StatusCategory.PENDING),
                TicketCondition.status(StatusCategory.ON_HOLD),
                TicketCondition.status(StatusCategory.SOLVED, StatusCategory.CLOSED),
                TicketCondition.priorityAtLeast(Priority.HIGH),
                TicketCondition.tag("tag-1"),
                TicketCondition.team("team-1"),
                TicketCondition.is(Attribute.ASSIGNED),
                TicketCondition.is(Attribute.AWAITING_REPLY),
                TicketCondition.happened(Happening.REPLY),
                TicketCondition.happened(Happening.CUSTOMER_MESSAGE),
                TicketCondition.code("calm", ticket -> ticket.customerMessages() < 2),
                TicketCondition.always());
        return Arbitraries.lazyOf(
                () -> leaf,
                () -> leaf,
                () -> leaf.map(TicketCondition::not),
                () -> Combinators.combine(leaf, leaf).as(TicketCondition::and),
                () -> Combinators.combine(leaf, leaf).as(TicketCondition::or));
    }

    /** {@return the standard metrics, some started, paused or reopened in another way, and metrics of conditions alone} */
    public static Arbitrary<SlaMetric> metrics() {
        Arbitrary<SlaMetric> changed = Combinators.combine(
                        Arbitraries.of(SlaMetric.standard()), conditions(), Arbitraries.of(Again.values()))
                .as((metric, pause, again) -> SlaMetric.builder()
                        .from(metric)
                        .id("changed-" + metric.id().value())
                        .pausedWhile(pause)
                        .again(again)
                        .build());
        Arbitrary<SlaMetric> own = Combinators.combine(
                        conditions(),
                        conditions(),
                        conditions(),
                        conditions(),
                        conditions(),
                        Arbitraries.of(Again.values()),
                        anchors())
                .as((start, stop, pause, reset, cancel, again, anchor) -> SlaMetric.builder()
                        .id("own")
                        .start(start)
                        .stop(stop)
                        .pausedWhile(pause)
                        .reset(TicketCondition.tag("tag-0").and(reset))
                        .cancel(TicketCondition.tag("tag-2").and(cancel))
                        .again(again)
                        .anchor(anchor)
                        .build());
        return Arbitraries.oneOf(Arbitraries.of(SlaMetric.standard()), changed, own)
                .filter(Policies::isPossible);
    }

    /** {@return anchors of every kind; the histories of {@link Histories} write instants and other texts into the field} */
    public static Arbitrary<Anchor> anchors() {
        return Arbitraries.of(
                Anchor.TRIGGER,
                Anchor.TRIGGER,
                Anchor.CREATION,
                Anchor.PREVIOUS_DUE,
                Anchor.field(Histories.MOMENT_FIELD));
    }

    /** Whether a metric is not refused for a status that both stops and pauses it. */
    private static boolean isPossible(SlaMetric metric) {
        try {
            return !SlaTarget.of(metric, Duration.ZERO).goals().isEmpty();
        } catch (SlaException e) {
            return false;
        }
    }

    /** {@return targets of every kind, from at once to some days} */
    public static Arbitrary<TargetTime> times() {
        Arbitrary<Duration> minutes = Arbitraries.integers().between(0, 3000).map(Duration::ofMinutes);
        Arbitrary<TargetTime> plain = Arbitraries.oneOf(
                minutes.map(TargetTime::of),
                minutes.map(TargetTime::of),
                minutes.map(TargetTime::wall),
                Combinators.combine(minutes, minutes).as(TargetTime.OpenThenWallTime::new),
                Arbitraries.integers().between(0, 4).map(TargetTime::workingDays),
                Arbitraries.integers().between(0, 4).map(TargetTime::endOfWorkingDay),
                Arbitraries.integers()
                        .between(0, 20 * 1440)
                        .map(minute -> TargetTime.at(Histories.FIRST_MONDAY.plus(Duration.ofMinutes(minute)))));
        return Arbitraries.oneOf(plain, plain, Combinators.combine(plain, plain).as(TargetTime.ByHoursOfStart::new));
    }

    /** {@return targets for a metric on the calendar {@code office}, with a matrix, options and levels} */
    public static Arbitrary<SlaTarget> targets() {
        return Combinators.combine(
                        metrics(),
                        times(),
                        times(),
                        conditions(),
                        Arbitraries.of(Retarget.values()),
                        Arbitraries.of(CalendarChange.values()),
                        Arbitraries.integers().between(-600, 600))
                .as((metric, first, rest, when, retarget, change, offset) -> target(
                        SlaTarget.builder()
                                .metric(metric)
                                .addGoal(new Goal(when, first))
                                .addGoal(new Goal(TicketCondition.always(), rest))
                                .calendarChange(change)
                                .calendar(CalendarId.of("office"))
                                .addEscalation(Escalation.after(1, Duration.ofMinutes(offset)))
                                .addEscalation(
                                        Escalation.of(2, new EscalationTime.WallOffset(Duration.ofMinutes(offset)))
                                                .withOnlyInsideHours(true))
                                .addEscalation(Escalation.of(3, new EscalationTime.WorkingDayOffset(offset / 200))),
                        retarget));
    }

    /** A target with an option that not every kind of goal allows. */
    private static SlaTarget target(SlaTarget.Builder target, Retarget retarget) {
        try {
            return target.retarget(retarget).build();
        } catch (SlaException e) {
            return target.retarget(Retarget.KEEP_ELAPSED).build();
        }
    }

    /** {@return policies for all or some tickets, with one to three targets} */
    public static Arbitrary<SlaPolicy> policies() {
        return Combinators.combine(
                        conditions(),
                        targets()
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(3)
                                .uniqueElements(target -> target.metric().id()))
                .as((when, targets) -> SlaPolicy.builder()
                        .id("some")
                        .appliesTo(when)
                        .targets(chained(targets))
                        .build());
    }

    /** Half of the policies let each metric come after the one before in the order of their names, so that there is no circle. */
    private static List<SlaTarget> chained(List<SlaTarget> targets) {
        List<SlaTarget> sorted = targets.stream()
                .sorted(Comparator.comparing(target -> target.metric().id().value()))
                .toList();
        if (targets.equals(sorted)) {
            return targets;
        }
        List<SlaTarget> chain = new ArrayList<>();
        for (SlaTarget target : sorted) {
            chain.add(
                    chain.isEmpty()
                            ? target
                            : target.withMetric(target.metric()
                                    .withAfter(
                                            chain.get(chain.size() - 1).metric().id())));
        }
        return chain;
    }

    /** {@return calendars of the name {@code office}: a week of offices with lunch, a night desk on an awkward offset, round the clock} */
    public static Arbitrary<BusinessCalendar> offices() {
        return Arbitraries.of(OFFICES);
    }

    /** {@return plans of one policy for some tickets and one for all others, on a generated calendar} */
    public static Arbitrary<SlaPlan> plans() {
        return Combinators.combine(policies(), policies(), offices())
                .as((some, rest, calendar) -> SlaBook.of(
                                some, rest.withVersion("2").withAppliesTo(TicketCondition.always()))
                        .resolve(CalendarBook.of(calendar)));
    }
}
